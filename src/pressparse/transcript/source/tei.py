"""TEI as Parla-CLARIN and ParlaMint use it: `<u who="#id">`, people in `<listPerson>`, stage notes in `<note>`."""

from dataclasses import dataclass, field

from pressparse.pattern import on_demand
from pressparse.transcript.source.container import Content, day_of, role_of
from pressparse.transcript.source.debate import read_debate
from pressparse.transcript.source.draft import Voice, clean

_HAN = on_demand(r"[\u3400-\u9fff]")
# What a person or an organization is known by, in the order of trust.
_NAME_PARTS = ("surname", "forename")


@dataclass(slots=True)
class Entry:
    """A person or an organization of the header while it is read."""

    key: str
    names: list[str] = field(default_factory=list)
    parts: dict[str, str] = field(default_factory=dict)
    title: str = ""
    organization: str = ""
    role: str = ""


@dataclass(slots=True)
class TeiHeader:
    """People, title and date of a document; a person is called by the first name given in the record's language."""

    title: str = ""
    date: str = ""
    people: dict[str, Voice] = field(default_factory=dict)
    path: list[tuple[str, dict[str, str], list[str]]] = field(default_factory=list)
    entries: list[Entry] = field(default_factory=list)
    dates: dict[str, str] = field(default_factory=dict)
    titles: list[tuple[int, str]] = field(default_factory=list)
    organizations: dict[str, str] = field(default_factory=dict)
    references: dict[str, str] = field(default_factory=dict)

    def open(self, tag: str, attributes: dict[str, str]) -> None:
        """An element of the header begins."""
        above = self.path[-1][0] if self.path else ""
        self.path.append((tag, attributes, []))
        if tag in ("person", "personGrp", "org"):
            self.entries.append(Entry(attributes.get("id", ""), role=role_of(attributes.get("role", ""))))
        elif tag == "date" and above in ("setting", "bibl", "recording", "publicationStmt"):
            self.dates.setdefault(above, day_of(attributes.get("when", "")))
        elif tag == "affiliation" and self.entries and "ref" in attributes:
            self.references.setdefault(self.entries[-1].key, attributes["ref"].removeprefix("#"))

    def close(self, tag: str) -> None:
        """An element of the header ends."""
        name, attributes, pieces = self.path.pop()
        said = clean("".join(pieces))
        above = self.path[-1][0] if self.path else ""
        if name == "title" and above == "titleStmt" and said:
            self.titles.append((attributes.get("type", "main") == "main", said))
        elif name in ("person", "personGrp", "org") and self.entries:
            self._keep(self.entries.pop())
        elif self.entries:
            self._tell(self.entries[-1], name, said, above)
        if above in ("persName", "orgName", "occupation", "affiliation", "roleName"):
            # The text of a part is text of the whole.
            self.path[-1][2].extend(pieces)
        if name == "teiHeader":
            self._settle()

    def text(self, data: str) -> None:
        """Characters in the header."""
        if self.path:
            self.path[-1][2].append(data)

    def voice(self, number: int, tag: str, attributes: dict[str, str]) -> Voice:
        """Who speaks in an element with these attributes."""
        role = next((found for name in attributes.get("ana", "").split() if (found := role_of(name))), "")
        who = " ".join(each.removeprefix("#") for each in attributes.get("who", "").split())
        return Voice(number, who, role=role)

    @staticmethod
    def _tell(entry: Entry, tag: str, said: str, above: str) -> None:
        if tag in ("persName", "orgName", "name") and above in ("person", "personGrp", "org"):
            surname, forename = (entry.parts.pop(part, "") for part in _NAME_PARTS)
            if surname and forename:
                said = surname + forename if _HAN.search(surname) else f"{forename} {surname}"
            entry.names.append(said)
        elif tag in _NAME_PARTS:
            entry.parts.setdefault(tag, said)
        elif tag in ("occupation", "roleName"):
            entry.title = entry.title or said
        elif tag == "affiliation" or (tag == "orgName" and above == "affiliation"):
            entry.organization = entry.organization or said

    def _keep(self, entry: Entry) -> None:
        label = next((each for each in entry.names if _HAN.search(each)), next(iter(entry.names), ""))
        if label:
            self.organizations.setdefault(entry.key, label)
        self.people.setdefault(
            entry.key,
            Voice(0, entry.key, label, role=entry.role, title=entry.title, organization=entry.organization),
        )

    def _settle(self) -> None:
        """The header is over: what it says is known."""
        for key, reference in self.references.items():
            person = self.people.get(key)
            organization = self.organizations.get(reference, "")
            if person and organization and not person.organization:
                self.people[key] = Voice(0, key, person.label, person.role, organization, person.title)
        order = ("setting", "recording", "bibl", "publicationStmt")
        self.date = self.date or next((self.dates[key] for key in order if self.dates.get(key)), "")
        titles = sorted(self.titles, key=lambda pair: (-pair[0], not _HAN.search(pair[1])))
        self.title = self.title or (titles[0][1] if titles else "")


def read_tei(data: bytes, *, encoding: str = "", name: str = "") -> Content:
    """The speeches of a TEI document, one segment a line, a blank line between two.

    Marks call the speaker what `<persName>` says, else what `<speaker>` prints, else `who`. Raises as walk_xml does.
    """
    return read_debate(data, "tei", TeiHeader(), encoding=encoding, name=name)
