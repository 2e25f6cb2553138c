"""The metadata of a TEI export: title, source, people, and what the codes in the text mean."""

from collections.abc import Mapping, Sequence
from importlib.metadata import version
from xml.etree import ElementTree

from pressparse.report.export.document import Document
from pressparse.transcript.turn import Person, Role, TurnKind

Element = ElementTree.Element
ROOT = {"xmlns": "http://www.tei-c.org/ns/1.0"}
ROLES = {
    Role.HOST: "Opens and closes the event and gives the floor.",
    Role.GUEST: "Makes statements and answers: an official, a spokesperson, an expert.",
    Role.REPORTER: "Asks for a news organization.",
    Role.INTERPRETER: "Says in another language what somebody else said.",
    Role.AUDIENCE: "Asks without being a reporter.",
    Role.UNKNOWN: "The record does not tell.",
}
KINDS = {
    TurnKind.OPENING: "Opens the event.",
    TurnKind.STATEMENT: "Says something that nobody asked for.",
    TurnKind.QUESTION: "Asks.",
    TurnKind.RELAY: "Hands a question on to the one who answers it.",
    TurnKind.ANSWER: "Answers a question.",
    TurnKind.PROCEDURE: "Leads through the event.",
    TurnKind.CLOSING: "Ends the event.",
}
_PRACTICE = (
    "One u is one turn, one seg a paragraph of its speech, without the white space around it; lb stands where a record "
    "breaks its lines to a width. Notes and headings of the record are note and head, a label as printed is a note of "
    "type speaker. ana points to role and kind of a turn, corresp to its exchange; a span of type exchange lists the "
    "turns of a question, its relay and its answers. Characters XML forbids are shown as control pictures or U+FFFD."
)


def add(parent: Element, tag: str, text: str = "", /, **attributes: str) -> Element:
    """A new last child of `parent`."""
    element = ElementTree.SubElement(parent, tag, attributes)
    element.text = text or None
    return element


def add_header(root: Element, document: Document, people: Mapping[str, str], *, taxonomies: bool) -> None:
    """The teiHeader of one document; `people` are the ids by name, those of `<listPerson>`."""
    briefing = document.briefing
    day = briefing.on.isoformat() if briefing.on else ""
    header = add(root, "teiHeader")
    file = _add_file(header, document.title, len(document.voices))
    origin = add(add(file, "sourceDesc"), "bibl")
    add(origin, "title", document.title)
    add(origin, "idno", briefing.source.name, type="file")
    if briefing.source.sha256:
        add(origin, "idno", briefing.source.sha256, type="sha256")
    if day:
        add(origin, "date", day, when=day)
    _add_encoding(header, taxonomies=taxonomies)
    profile = add(header, "profileDesc")
    if day:
        add(add(add(profile, "settingDesc"), "setting"), "date", day, when=day)
    _add_people(profile, document, people)


def add_corpus_header(root: Element, documents: Sequence[Document]) -> None:
    """The teiHeader of a corpus: what its documents share."""
    header = add(root, "teiHeader")
    file = _add_file(header, f"{len(documents)} press conferences", sum(len(each.voices) for each in documents))
    add(add(file, "sourceDesc"), "p", "Each document names its own source.")
    _add_encoding(header, taxonomies=True)


def _add_file(header: Element, title: str, turns: int) -> Element:
    """The fileDesc up to the publicationStmt."""
    file = add(header, "fileDesc")
    add(add(file, "titleStmt"), "title", title, type="main")
    add(add(file, "extent"), "measure", f"{turns} speeches", unit="speeches", quantity=str(turns))
    add(add(file, "publicationStmt"), "p", "Made by pressparse from the source named below; not published.")
    return file


def _add_encoding(header: Element, *, taxonomies: bool) -> None:
    encoding = add(header, "encodingDesc")
    add(add(encoding, "editorialDecl"), "p", _PRACTICE)
    if taxonomies:
        classes = add(encoding, "classDecl")
        _add_taxonomy(classes, "role", "The part a speaker has in the event.", ROLES)
        _add_taxonomy(classes, "kind", "What a turn does in the event.", KINDS)
    program = add(add(encoding, "appInfo"), "application", ident="pressparse", version=version("pressparse"))
    add(program, "label", "pressparse")


def _add_taxonomy(classes: Element, id: str, about: str, meanings: Mapping[Role, str] | Mapping[TurnKind, str]) -> None:
    taxonomy = add(classes, "taxonomy")
    taxonomy.set("xml:id", id)
    add(taxonomy, "desc", about)
    for name, meaning in meanings.items():
        category = add(taxonomy, "category")
        category.set("xml:id", name.value)
        add(category, "catDesc", meaning)


def _add_people(profile: Element, document: Document, people: Mapping[str, str]) -> None:
    """The listPerson; somebody whom only a turn names has what the turn says."""
    if not people:
        return
    known = {
        turn.speaker: Person(turn.speaker, turn.role, turn.title, turn.organization)
        for turn in (voice.turn for voice in reversed(document.voices))
    }
    known |= {person.name: person for person in document.briefing.people}
    listed = add(add(profile, "particDesc"), "listPerson")
    for name, id in people.items():
        person = known[name]
        entry = add(listed, "person", role=person.role.value)
        entry.set("xml:id", id)
        add(entry, "persName", name)
        if person.title:
            add(entry, "occupation", person.title)
        if person.organization:
            add(add(entry, "affiliation"), "orgName", person.organization)
