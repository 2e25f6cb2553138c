"""The page that a grammar reads and the parts that it cuts it into."""

import re
from collections.abc import Iterable, Iterator, Sequence
from enum import StrEnum
from typing import ClassVar

from pressparse.lexicon import one_of, read_words
from pressparse.pattern import on_demand
from pressparse.record import Record
from pressparse.span import Span
from pressparse.text.script import to_analysis
from pressparse.transcript.dialect.folded import find_folded
from pressparse.transcript.dialect.jam import find_jam
from pressparse.transcript.source import Mark, Source
from pressparse.transcript.turn import Role, Turn

# How much of a long record a grammar looks at before it is chosen.
SAMPLE_CHARS = 60_000
_BAR = " |"
_CELL = " | ["
# “**叶青**”, and its colon in the next line.
_TORN_COLON = on_demand(r"\*\*\n:")
_FEWEST_CELLS = 3
# “…欢迎各位。 2004-06-03 10:02:15 - 叶青:”, and what is said in the next line
_TORN_LABEL = on_demand(r" (?<=\d:\d\d )(?=[-–—] [^:\n]{1,40}:\s*?$)", re.MULTILINE)
_FEWEST_TORN = 3


class PartKind(StrEnum):
    """What a stretch of a record is to its layout."""

    SEPARATOR = "separator"
    ROLE = "role"
    LABEL = "label"
    SPEECH = "speech"
    NOTE = "note"
    HEADING = "heading"
    BLANK = "blank"


class Label(Record):
    """Who speaks, as the record has it: `name` as printed, without its marks.

    `aside` is what the record prints in parentheses behind the name; `goes_on`: the same voice goes on, only the label
    is repeated.
    """

    names: ClassVar = ("name", "role", "aside", "organization", "goes_on")
    __slots__ = names

    def __init__(
        self,
        name: str = "",
        role: Role = Role.UNKNOWN,
        aside: str = "",
        organization: str = "",
        goes_on: bool = False,
    ) -> None:
        self.name = name
        self.role = role
        self.aside = aside
        self.organization = organization
        self.goes_on = goes_on


class Part(Record):
    """A stretch of a record; label parts, which open a turn, have a label."""

    names: ClassVar = ("kind", "span", "label")
    __slots__ = names

    def __init__(self, kind: PartKind, span: Span, label: Label | None = None) -> None:
        self.kind = kind
        self.span = span
        self.label = label


class Line(Record):
    """A line that is not blank, without the white space around it: where it starts, and its analysis text."""

    names: ClassVar = ("start", "words")
    __slots__ = names

    def __init__(self, start: int, words: str) -> None:
        self.start = start
        self.words = words

    @property
    def end(self) -> int:
        """Where the line ends, its line end left out."""
        return self.start + len(self.words)

    @property
    def span(self) -> Span:
        """Where the line stands in the source."""
        return Span(self.start, self.start + len(self.words))


class Page:
    """A record as a grammar sees it: `words` is the analysis text, character by character over `text`."""

    __slots__ = ("_lines", "_sample", "dialect", "marks", "text", "title", "words")

    def __init__(self, text: str, words: str, marks: tuple[Mark, ...] = (), dialect: str = "", title: str = "") -> None:
        self.text = text
        self.words = words
        self.marks = marks
        self.dialect = dialect
        self.title = title
        self._lines: tuple[Line, ...] | None = None
        self._sample: Page | None = None

    @property
    def lines(self) -> tuple[Line, ...]:
        """The lines that are not blank."""
        lines = self._lines
        if lines is None:
            found = find_filled_lines(self.words)
            if _TORN_COLON.search(self.words):
                found = _with_colons(found)
            torn = [match.end() for match in _TORN_LABEL.finditer(self.words)]
            if len(torn) >= _FEWEST_TORN:
                found = _torn_before(found, torn)
            if (glued := _find_glued(self.words)) >= 0:
                found = _torn_before(found, [glued])
            if _CELL in self.words:
                # “[叶青] 各位好。 [08:44] | [主持人] …”: the cells of a table that a page has in one line.
                found = ((start + at, cell) for start, words in found for at, cell in _cells(words))
            if self.words.count(_BAR + "\n") > 1:
                # “问:何时通车? |”: the right border of the cells of a table.
                found = ((start, words.removesuffix(_BAR).rstrip()) for start, words in found)
            lines = self._lines = tuple([Line(start, words) for start, words in found])
        return lines

    def bar_behind(self, line: Line) -> Span | None:
        """The border of a table right behind a line; None where there is none."""
        at = line.end + len(_BAR) - 1
        return Span(at, at + 1) if self.words.startswith(_BAR, line.end) else None

    @property
    def sample(self) -> "Page":
        """The first SAMPLE_CHARS of a long record, up to the end of a line: enough to see its layout."""
        if len(self.words) <= SAMPLE_CHARS:
            return self
        if self._sample is None:
            end = max(self.words.rfind("\n", 0, SAMPLE_CHARS), 0) or SAMPLE_CHARS
            marks = tuple([mark for mark in self.marks if mark.span.end <= end])
            self._sample = Page(self.text[:end], self.words[:end], marks, self.dialect, self.title)
        return self._sample


def _find_glued(words: str) -> int:
    """Where the first label stands behind the lead on its line: “…。 记者:何时?”, then “记者:…”; -1 elsewhere."""
    asked = _ASKED_LINE.search(words)
    if asked is None:
        return -1
    above = words.rfind("\n", 0, asked.start("label"))
    glued = re.compile(rf"(?<=[。!?”):]) *(?P<label>{re.escape(asked['label'])}[0-9]{{0,2}} ?: ?)(?=[^\s“])")
    return next((match.start("label") for match in glued.finditer(words, 0, max(above, 0))), -1)


_ASKERS = one_of((*read_words("roles", "reporter"), *read_words("roles", "host")))
_ASKED_LINE = on_demand(rf"^(?:\*\*)?(?P<label>{_ASKERS})[0-9]{{0,2}} ?:", re.MULTILINE)


def _with_colons(lines: Iterable[tuple[int, str]]) -> Iterator[tuple[int, str]]:
    """Lines, of which a name in bold and the colon below it are one, its line end read as a space."""
    ahead: tuple[int, str] | None = None
    for start, line in lines:
        if ahead is not None and line.startswith(":"):
            yield ahead[0], ahead[1] + " " * (start - ahead[0] - len(ahead[1])) + line
            ahead = None
            continue
        if ahead is not None:
            yield ahead
        ahead = (start, line)
    if ahead is not None:
        yield ahead


def _torn_before(lines: Iterable[tuple[int, str]], labels: Iterable[int]) -> Iterator[tuple[int, str]]:
    """Lines, each of which ends before a label that stands at its end, which is a line of its own."""
    starts = iter(labels)
    label = next(starts, None)
    for start, line in lines:
        end = start + len(line)
        if label is not None and start < label < end:
            yield start, line[: label - start].rstrip()
            yield label, line[label - start :]
            label = next(starts, None)
        else:
            yield start, line


def _cells(words: str) -> Iterator[tuple[int, str]]:
    """The cells of a line that has several, each behind a border and in brackets at its start; else the line itself."""
    cells = words.removesuffix(_BAR).split(_CELL)
    if len(cells) < _FEWEST_CELLS:
        yield 0, words
        return
    at = 0
    for number, cell in enumerate(cells):
        yield at, (_CELL[-1] if number else "") + cell
        at += len(cell) + len(_CELL) - (0 if number else 1)


def find_filled_lines(words: str) -> Iterator[tuple[int, str]]:
    """Offset and text of each line that is not blank, without the white space around it; CR, LF and CRLF end a line."""
    at = 0
    for line in words.replace("\r", "\n").split("\n"):
        stripped = line.strip()
        if stripped:
            yield at + line.index(stripped[0]), stripped
        at += len(line) + 1


def open_page(source: Source) -> Page:
    """The page of a record; “〔叶青〕:” stands there as “[叶青]:”.

    Signs against copying and translations that are folded away are spaces there.
    """
    words = to_analysis(source.text).replace("〔", "[").replace("〕", "]")
    words = _blanked(words, find_folded(words))
    words = _blanked(words, find_jam(source.text))
    return Page(source.text, words, source.marks, source.dialect, source.title)


def _blanked(words: str, spans: Sequence[Span]) -> str:
    """Words with spaces for what stands in some spans, which are in order."""
    if not spans:
        return words
    ends = (0, *(span.end for span in spans))
    kept = [words[end : span.start] + " " * len(span) for end, span in zip(ends, spans, strict=False)]
    return "".join(kept) + words[ends[-1] :]


# What ends the turn that is open.
BREAKS = (PartKind.LABEL, PartKind.SEPARATOR, PartKind.ROLE)


def tile(words: str, parts: Iterable[Part]) -> tuple[Part, ...]:
    """`parts` with every gap between them filled, so that put together they are the text.

    What is white space in the words of the page is blank, all else is speech, which belongs to the turn that is open.
    """
    tiles: list[Part] = []
    at = 0
    for part in parts:
        start, end = part.span.start, part.span.end
        if start > at:
            if words[at:start].isspace():
                tiles.append(Part(PartKind.BLANK, Span(at, start)))
            else:
                tiles += _gap(words, at, start)
        close = start < end and not words[start].isspace() and not words[end - 1].isspace()
        if part.kind is PartKind.SPEECH and not close:
            tiles += _gap(words, start, end)
        else:
            tiles.append(part)
        at = end
    if at < len(words):
        tiles += _gap(words, at, len(words))
    return tuple(tiles)


def _gap(words: str, start: int, end: int) -> Iterator[Part]:
    gap = words[start:end]
    said = gap.strip()
    if not said:
        yield Part(PartKind.BLANK, Span(start, end))
        return
    first = start + gap.index(said[0])
    last = first + len(said)
    if first > start:
        yield Part(PartKind.BLANK, Span(start, first))
    yield Part(PartKind.SPEECH, Span(first, last))
    if last < end:
        yield Part(PartKind.BLANK, Span(last, end))


def cut_turns(parts: tuple[Part, ...]) -> tuple[Turn, ...]:
    """One turn for each label that is followed by speech, in the order of the text.

    A turn reaches from its first speech part to its last; what stands between (blank lines, stage notes) lies inside.
    Where only the label is repeated (`goes_on`), both stretches have the number of one turn.
    """
    turns: list[Turn] = []
    label: Label | None = None
    start = end = -1

    def close() -> None:
        if label is None or start < 0:
            return
        number = turns[-1].number if turns else 0
        turns.append(
            Turn(
                number if label.goes_on and turns else number + 1,
                Span(start, end),
                label=label.name,
                role=label.role,
                title=label.aside,
                organization=label.organization,
            )
        )

    for part in parts:
        if part.kind is PartKind.SPEECH:
            start = part.span.start if start < 0 else start
            end = part.span.end
        elif part.kind in BREAKS:
            close()
            label = part.label if part.kind is PartKind.LABEL else None
            start = -1
    close()
    return tuple(turns)
