"""XML that names its speakers (Akoma Ntoso, TEI): the elements that speak, and those that do not."""

from dataclasses import dataclass, field
from functools import cache
from typing import Protocol

from pressparse.errors import ReadError
from pressparse.transcript.source.container import Content, words
from pressparse.transcript.source.draft import Draft, Voice, clean, merge_marks, speech_marks
from pressparse.transcript.source.markup import decode_xml, walk_xml


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """The names of elements by what they are; one that is in no set ends a line and takes after its parent.

    `token` elements are single words of a corpus, with or without `join`.
    """

    header: frozenset[str]
    body: frozenset[str]
    speech: frozenset[str]
    note: frozenset[str]
    heading: frozenset[str]
    inline: frozenset[str]
    label: frozenset[str]
    token: frozenset[str]
    skip: frozenset[str]


@cache
def vocabulary(dialect: str) -> Vocabulary:
    """The elements of a dialect, from lexicons/containers.toml."""
    return Vocabulary(**{name: frozenset(elements) for name, elements in words(dialect).items()})


class Header(Protocol):
    """Reads the metadata of a document as they go by, and knows its people in the end."""

    title: str
    date: str
    people: dict[str, Voice]

    def open(self, tag: str, attributes: dict[str, str]) -> None:
        """An element of the metadata begins."""

    def close(self, tag: str) -> None:
        """An element of the metadata ends."""

    def text(self, data: str) -> None:
        """Characters in the metadata."""

    def voice(self, number: int, tag: str, attributes: dict[str, str]) -> Voice:
        """Who speaks in an element with these attributes."""


@dataclass(slots=True)
class Frame:
    """An element that is open: what its text is, and whose."""

    kind: str
    voice: Voice | None = None
    joined: bool = False


@dataclass(slots=True)
class Debate:
    """Sorts a document into metadata, speeches, notes and headings as it goes by."""

    words: Vocabulary
    header: Header
    draft: Draft = field(default_factory=lambda: Draft(blank_lines=True))
    frames: list[Frame] = field(default_factory=lambda: [Frame("skip")])
    labels: dict[int, str] = field(default_factory=dict)
    in_header: int = 0
    voices: int = 0
    after_token: str = ""

    def open(self, tag: str, attributes: dict[str, str]) -> None:
        """An element begins."""
        if self.in_header or tag in self.words.header:
            self.in_header += 1
            self.header.open(tag, attributes)
            return
        if tag in self.words.token:
            self._open_token()
        elif tag not in self.words.inline:
            self.draft.end_line()
        frame = self._frame(tag, attributes)
        frame.joined = attributes.get("join") in ("right", "both")
        self.frames.append(frame)

    def close(self, tag: str) -> None:
        """An element ends."""
        if self.in_header:
            self.in_header -= 1
            self.header.close(tag)
            return
        frame = self.frames.pop()
        if tag in self.words.token:
            self.after_token = "joined" if frame.joined else "apart"
        elif tag not in self.words.inline:
            self.draft.end_line()

    def text(self, data: str) -> None:
        """Characters between tags."""
        if self.in_header:
            self.header.text(data)
            return
        if self.after_token and data.isspace():
            return
        self.after_token = ""
        frame = self.frames[-1]
        if frame.kind == "label" and frame.voice:
            self.labels[frame.voice.number] = self.labels.get(frame.voice.number, "") + data
        elif frame.kind != "skip":
            self.draft.add(data, frame.kind, frame.voice)

    def _open_token(self) -> None:
        """Words of a corpus stand apart, but not two wide ones: a line break of the markup says just that."""
        if self.after_token == "apart":
            self.draft.add("\n")
        self.after_token = ""

    def _frame(self, tag: str, attributes: dict[str, str]) -> Frame:
        above = self.frames[-1]
        words = self.words
        if tag in words.skip:
            return Frame("skip")
        if tag in words.body:
            return Frame("note")
        if above.kind == "skip":
            return Frame("skip")
        if tag in words.speech:
            self.voices += 1
            return Frame("speech", self.header.voice(self.voices, tag, attributes))
        if tag in words.label and above.kind == "speech":
            return Frame("label", above.voice)
        if tag in words.note:
            # A note inside a speech is one mark for each element.
            self.voices += 1
            return Frame("note", Voice(self.voices))
        if tag in words.heading and above.kind != "speech":
            self.voices += 1
            return Frame("heading", Voice(self.voices))
        return Frame(above.kind, above.voice)


def read_debate(data: bytes, dialect: str, header: Header, *, encoding: str, name: str) -> Content:
    """The speeches, notes and headings of a document, and its metadata.

    A document without a speech has no marks: its text is read like any other. Raises as walk_xml does.
    """
    text, used, problems = decode_xml(data, encoding=encoding, name=name)
    debate = Debate(vocabulary(dialect), header)
    walk_xml(text, debate, name=name)
    said, stretches, _ = debate.draft.finish()
    people = dict(header.people)
    printed = {number: clean(label).rstrip(" :\uff1a\u2236") for number, label in debate.labels.items()}
    named = tuple(
        (span, kind, _with_label(voice, printed) if voice and kind == "speech" else voice)
        for span, kind, voice in stretches
    )
    marks = merge_marks(speech_marks(named, people))
    if not said:
        raise ReadError("is a debate without text; check that it has a body with speeches in it", path=name)
    speaks = any(mark.kind == "speech" for mark in marks)
    return Content(
        text=said,
        encoding=used,
        marks=marks if speaks else (),
        title=header.title or next((mark.span.of(said) for mark in marks if mark.kind == "heading"), ""),
        date=header.date,
        dialect=dialect if speaks else "",
        problems=problems,
    )


def _with_label(voice: Voice, printed: dict[int, str]) -> Voice:
    label = printed.get(voice.number, "")
    return Voice(voice.number, voice.who, label or voice.label, voice.role, voice.organization, voice.title)
