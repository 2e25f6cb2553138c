"""Briefings as TEI in the manner of Parla-CLARIN and ParlaMint: who spoke, in which role, in which words.

Source: Erjavec & Pančur, Parla-CLARIN (https://clarin-eric.github.io/parla-clarin/); TEI P5.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from itertools import groupby
from xml.etree import ElementTree

from pressparse.report.export.document import RESERVED, Block, Document, claim_id
from pressparse.report.export.tei_header import ROOT, add, add_corpus_header, add_header
from pressparse.transcript.dialect import PartKind

Element = ElementTree.Element
# What XML 1.0 has no way to write: control characters, halves of surrogate pairs, two that are no characters.
_NO_XML = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


def tei_bytes(documents: Sequence[Document]) -> bytes:
    """One document as TEI, several as a teiCorpus; every id is unique in it.

    Characters that XML forbids are shown: a control character as its picture (form feed: U+240C), others as U+FFFD.
    """
    taken = {*RESERVED, *(document.id for document in documents)}
    if len(documents) == 1:
        root = _document(documents[0], taken, ROOT, alone=True)
    else:
        root = Element("teiCorpus", ROOT)
        add_corpus_header(root, documents)
        root.extend(_document(document, taken, {}, alone=False) for document in documents)
    for element in root.iter():
        element.text = _visible(element.text) if element.text else None
        element.tail = _visible(element.tail) if element.tail else None
        for name, value in element.items():
            element.set(name, _visible(value))
    ElementTree.indent(root, " ")
    content: bytes = ElementTree.tostring(root, "utf-8", xml_declaration=True)
    return content + b"\n"


def _document(document: Document, taken: set[str], attributes: Mapping[str, str], *, alone: bool) -> Element:
    briefing = document.briefing
    language = f"zh-{briefing.region}"
    root = Element("TEI", {**attributes, "xml:id": document.id, "xml:lang": language})
    names = dict.fromkeys(person.name for person in briefing.people)
    names |= dict.fromkeys(voice.turn.speaker for voice in document.voices)
    people = {name: claim_id(name, taken) for name in names if name}
    add_header(root, document, people, taxonomies=alone)
    body = add(add(root, "text"), "body")
    _add_debate(body, document, people)
    _add_exchanges(body, document)
    return root


def _add_debate(body: Element, document: Document, people: Mapping[str, str]) -> None:
    """The divisions: a heading behind a speech begins a new one."""
    div = add(body, "div", type="commentSection")
    for place, blocks in groupby(document.blocks, key=lambda block: block.voice):
        if place:
            div.set("type", "debateSection")
            _add_utterance(div, document, place, blocks, people)
            continue
        for block in blocks:
            if block.kind is PartKind.HEADING and div.get("type") == "debateSection":
                div = add(body, "div", type="commentSection")
            tag = "head" if block.kind is PartKind.HEADING else "note"
            _add_lines(div, document, block, tag)


def _add_utterance(
    div: Element, document: Document, place: int, blocks: Iterable[Block], people: Mapping[str, str]
) -> None:
    """A turn, a segment for each paragraph; its label as printed goes before it where that is not just the name."""
    voice = document.voices[place - 1]
    turn = voice.turn
    if turn.label not in ("", turn.speaker):
        add(div, "note", turn.label, type="speaker")
    speech = add(div, "u", n=str(turn.number))
    speech.set("xml:id", voice.id)
    if turn.speaker:
        speech.set("who", f"#{people[turn.speaker]}")
    speech.set("ana", f"#{turn.role.value} #{turn.kind.value}" if turn.kind.value else f"#{turn.role.value}")
    if turn.exchange:
        speech.set("corresp", f"#{document.id}.e{turn.exchange}")
    segments = 0
    for block in blocks:
        if block.kind is not PartKind.SPEECH:
            _add_lines(speech, document, block, "note")
            continue
        for lines in document.paragraphs(block):
            segments += 1
            segment = add(speech, "seg", lines[0])
            segment.set("xml:id", f"{voice.id}.s{segments}")
            for line in lines[1:]:
                add(segment, "lb").tail = line


def _add_lines(parent: Element, document: Document, block: Block, tag: str) -> None:
    text = "\n".join(document.lines(block))
    if text:
        add(parent, tag, text)


def _add_exchanges(body: Element, document: Document) -> None:
    """Which utterances make up a question and its answers."""
    turns: dict[int, list[str]] = {}
    for voice in document.voices:
        if voice.turn.exchange:
            turns.setdefault(voice.turn.exchange, []).append(f"#{voice.id}")
    if not turns:
        return
    group = add(body, "spanGrp", type="exchange")
    for number, voices in turns.items():
        span = add(group, "span", n=str(number), target=" ".join(voices))
        span.set("xml:id", f"{document.id}.e{number}")


def _visible(text: str) -> str:
    return _NO_XML.sub(lambda match: chr(0x2400 + ord(match[0])) if match[0] < " " else "\ufffd", text)
