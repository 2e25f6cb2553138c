"""The page that a grammar reads and the parts that it cuts it into."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from pressparse.span import Span
from pressparse.text.script import to_analysis
from pressparse.transcript.source import Mark, Source, find_lines
from pressparse.transcript.turn import Role, Turn


class PartKind(StrEnum):
    """What a stretch of a record is to its layout."""

    SEPARATOR = "separator"
    ROLE = "role"
    LABEL = "label"
    SPEECH = "speech"
    NOTE = "note"
    HEADING = "heading"
    BLANK = "blank"


@dataclass(frozen=True, slots=True)
class Part:
    """A stretch of a record. Label parts open a turn: `label` is the name as printed, without its marks.

    `aside` is what the record prints in parentheses behind the name; `goes_on`: the same voice goes on, only the label
    is repeated.
    """

    kind: PartKind
    span: Span
    label: str = ""
    role: Role = Role.UNKNOWN
    aside: str = ""
    organization: str = ""
    goes_on: bool = False


@dataclass(frozen=True, slots=True)
class Line:
    """A line that is not blank, without the white space around it; `words` is its analysis text."""

    span: Span
    words: str


@dataclass(frozen=True, slots=True)
class Page:
    """A record as a grammar sees it: `words` is the analysis text, character by character over `text`."""

    text: str
    words: str
    lines: tuple[Line, ...]
    marks: tuple[Mark, ...] = ()
    dialect: str = ""


def open_page(source: Source) -> Page:
    """The page of a record; blank lines are left out of `lines`."""
    text = source.text
    words = to_analysis(text)
    lines = []
    for span in find_lines(text):
        raw = span.of(words)
        stripped = raw.strip()
        if stripped:
            start = span.start + len(raw) - len(raw.lstrip())
            lines.append(Line(Span(start, start + len(stripped)), stripped))
    return Page(text, words, tuple(lines), source.marks, source.dialect)


def tile(text: str, parts: Iterable[Part]) -> tuple[Part, ...]:
    """`parts` with every gap between them filled, so that put together they are the text.

    A gap of white space is a blank part; any other is speech, which belongs to the turn that is open.
    """
    tiles: list[Part] = []
    at = 0
    for part in parts:
        if part.span.start > at:
            tiles.append(_gap(text, at, part.span.start))
        tiles.append(part)
        at = part.span.end
    if at < len(text):
        tiles.append(_gap(text, at, len(text)))
    return tuple(tiles)


def _gap(text: str, start: int, end: int) -> Part:
    blank = text[start:end].isspace()
    return Part(PartKind.BLANK if blank else PartKind.SPEECH, Span(start, end))


def cut_turns(parts: tuple[Part, ...]) -> tuple[Turn, ...]:
    """One turn for each label that is followed by speech, in the order of the text.

    A turn reaches from its first speech part to its last; what stands between (blank lines, stage notes) lies inside.
    Where only the label is repeated (`goes_on`), both stretches have the number of one turn.
    """
    turns: list[Turn] = []
    label: Part | None = None
    speech: list[Span] = []

    def close() -> None:
        if label is not None and speech:
            span = Span(speech[0].start, speech[-1].end)
            number = turns[-1].number if turns else 0
            turns.append(
                Turn(
                    number if label.goes_on and turns else number + 1,
                    span,
                    label=label.label,
                    role=label.role,
                    title=label.aside,
                    organization=label.organization,
                )
            )
        speech.clear()

    for part in parts:
        if part.kind in (PartKind.LABEL, PartKind.SEPARATOR, PartKind.ROLE):
            close()
            label = part if part.kind is PartKind.LABEL else None
        elif part.kind is PartKind.SPEECH:
            speech.append(part.span)
    close()
    return tuple(turns)
