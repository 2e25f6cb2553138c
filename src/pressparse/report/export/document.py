"""A briefing as every export needs it: named, its turns whole, its text in blocks."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby
from pathlib import PurePath
from typing import NamedTuple
from unicodedata import east_asian_width

from pressparse.briefing import Briefing
from pressparse.span import Span
from pressparse.transcript.dialect import PartKind
from pressparse.transcript.source import find_lines
from pressparse.transcript.turn import Role, Turn, TurnKind

# Letters that every XML parser takes in an xml:id, those of XML 1.0 before its fifth edition too; the dot is kept for
# ids that are made of another: briefing.u1.
_NO_ID = re.compile(r"[^0-9A-Za-z_\u4e00-\u9fa5-]+")
_NO_START = re.compile(r"[^A-Za-z_\u4e00-\u9fa5]")
# What the codes of roles and kinds are called in an export.
RESERVED = frozenset({"role", "kind", *(role.value for role in Role), *(kind.value for kind in TurnKind)})
_SHOWN = (PartKind.SPEECH, PartKind.NOTE, PartKind.HEADING)
_BLANKS = " \t\u3000"
# “……参展项目186个。”: a line that is over where its text is.
_SENTENCE_END = re.compile(r"[。！？!?…：:；;][”’」』）)\"]*$")
# Longer lines than these are paragraphs; a record without them may be broken into lines of one width, give or take a
# word or a sign that may not stand first.
_WRAPPED_CELLS = 120
_RAGGED_CELLS = 8
_NEVER = 1 << 30


@dataclass(frozen=True, slots=True)
class Voice:
    """One turn with all its stretches; `place` counts from 1, `turn` is its first stretch."""

    id: str
    place: int
    stretches: tuple[Turn, ...]

    @property
    def turn(self) -> Turn:
        """The turn as far as all stretches agree: number, label, role, person, exchange, kind."""
        return self.stretches[0]

    @property
    def span(self) -> Span:
        """From the first character said to the last, interruptions included."""
        return Span(self.stretches[0].span.start, self.stretches[-1].span.end)


class Block(NamedTuple):
    """A stretch of speech, note or heading; `voice` is the place of the turn it stands in, 0 outside of all."""

    span: Span
    kind: PartKind
    voice: int


@dataclass(frozen=True, slots=True)
class Document:
    """A briefing with the name it has in an export, unique there and fit for an xml:id.

    `wrap_cells` is how wide a line is that may be broken in the middle of a sentence.
    """

    id: str
    title: str
    briefing: Briefing
    voices: tuple[Voice, ...]
    blocks: tuple[Block, ...]
    wrap_cells: int

    def lines(self, block: Block) -> tuple[str, ...]:
        """The lines of a block that are not blank, without the white space and the Markdown marks around them."""
        text = block.span.of(self.briefing.source.text)
        marks = "" if block.kind is PartKind.SPEECH or self.briefing.source.format != "markdown" else "#>"
        lines = (line.of(text).strip(_BLANKS).lstrip(marks + _BLANKS) for line in find_lines(text))
        return tuple(line for line in lines if line)

    def paragraphs(self, block: Block) -> tuple[tuple[str, ...], ...]:
        """The lines of a block, those together that are one paragraph broken to a width."""
        source = self.briefing.source.text
        text = block.span.of(source)
        found: list[list[str]] = []
        goes_on = False
        for line in find_lines(text):
            said = line.of(text).strip(_BLANKS)
            if said and goes_on:
                found[-1].append(said)
            elif said:
                found.append([said])
            ended = not said or self.wrap_cells == _NEVER or _SENTENCE_END.search(said)
            goes_on = not ended and _cells(_printed(source, block.span.start + line.end)) >= self.wrap_cells
        return tuple(tuple(lines) for lines in found)


def name_documents(briefings: Iterable[Briefing]) -> tuple[Document, ...]:
    """The briefings, each with the name of its file without folder and ending; a name that is taken gets a number."""
    taken = set(RESERVED)
    return tuple(_document(briefing, taken) for briefing in briefings)


def claim_id(name: str, taken: set[str]) -> str:
    """`name` as an xml:id that is not yet among `taken`, which it joins.

    >>> claim_id("2024 记者会", {"_2024_记者会"})
    '_2024_记者会-2'
    """
    base = _NO_ID.sub("_", name)
    if not base or _NO_START.match(base):
        base = "_" + base
    number = 1
    found = base
    while found in taken:
        number += 1
        found = f"{base}-{number}"
    taken.add(found)
    return found


def _document(briefing: Briefing, taken: set[str]) -> Document:
    stem = PurePath(briefing.source.name).stem
    id = claim_id(stem, taken)
    groups = (tuple(group) for _, group in groupby(briefing.turns, key=lambda turn: turn.number))
    voices = tuple(Voice(f"{id}.u{place}", place, group) for place, group in enumerate(groups, 1))
    blocks = tuple(_find_blocks(briefing, voices))
    document = Document(id, briefing.source.title, briefing, voices, blocks, _wrap_cells(briefing, blocks))
    headings = (block for block in blocks if block.kind is PartKind.HEADING)
    first = next((line for block in headings for line in document.lines(block)), stem)
    return replace(document, title=" ".join((document.title or first).split()))


def _find_blocks(briefing: Briefing, voices: Sequence[Voice]) -> Iterator[Block]:
    """What was said and noted, in the order of the text."""
    if not briefing.parts:
        for voice in voices:
            yield from (Block(stretch.span, PartKind.SPEECH, voice.place) for stretch in voice.stretches)
    at = 0
    for part in briefing.parts:
        while at < len(voices) and voices[at].span.end <= part.span.start:
            at += 1
        if part.kind in _SHOWN and part.span:
            inside = at < len(voices) and voices[at].span.overlaps(part.span)
            # Speech that no label opens belongs to nobody: it is kept as a note.
            kind = PartKind.NOTE if part.kind is PartKind.SPEECH and not inside else part.kind
            yield Block(part.span, kind, voices[at].place if inside else 0)


def _wrap_cells(briefing: Briefing, blocks: Iterable[Block]) -> int:
    """How wide a line is at least that ends for want of room: any in a subtitle, none where lines are paragraphs."""
    if briefing.source.cues:
        return 0
    widest = 0
    for block in blocks:
        if block.kind is PartKind.SPEECH:
            text = block.span.of(briefing.source.text)
            for line in find_lines(text):
                if len(line) > _WRAPPED_CELLS:
                    return _NEVER
                widest = max(widest, _cells(_printed(briefing.source.text, block.span.start + line.end)))
    return widest - _RAGGED_CELLS if widest <= _WRAPPED_CELLS else _NEVER


def _printed(text: str, end: int) -> str:
    """The line that ends at `end`, with the label that the speech does not have."""
    return text[text.rfind("\n", 0, end) + 1 : end]


def _cells(line: str) -> int:
    """The columns a line takes on a typed page."""
    return sum(2 if east_asian_width(character) in "WF" else 1 for character in line.rstrip())
