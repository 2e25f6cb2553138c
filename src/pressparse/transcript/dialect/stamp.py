"""Stamps: the clock times that a live record prints in the margin of what is said, in front of a line or behind it."""

from collections.abc import Sequence

from pressparse.pattern import on_demand
from pressparse.span import Span
from pressparse.transcript.dialect.page import Page

# Where fewer lines than this begin or end with a time, the time is part of what is said.
LEAST = 3

_DATE = r"(?:(?:\d{4}[-/.])?\d{1,2}[-/.]\d{1,2} ?)?"
_CLOCK = r"\d{1,2}:\d{2}(?::\d{2})?"
# “14:02 叶青:…”, “[14:02]叶青:…”, “2019-12-12 14:02:10 叶青:…”
_AHEAD = on_demand(rf"(?:{_DATE}{_CLOCK} +|[(\[【]{_DATE}{_CLOCK}[)\]】] *)(?=\S)")
# “…谢谢各位。 [2007-05-22 15:00:12]”, “…谢谢各位。(10:04)”, “…谢谢各位。2007-05-22 15:00:12”
_BEHIND = on_demand(
    rf" *(?:[(\[【]{_DATE}{_CLOCK}[)\]】]|(?<=[。!?”)…]) *\d{{4}}[-/.]\d{{1,2}}[-/.]\d{{1,2}} {_CLOCK})$"
)
# “…谢谢各位。2018-10-29 15:30叶青:…”, all on one line
_WITHIN = on_demand(rf"(?<=[。!?”)…]) *\d{{4}}[-/.]\d{{1,2}}[-/.]\d{{1,2}} {_CLOCK}(?=[^\s\d:])")
_ALONE = on_demand(rf"[(\[【]?{_DATE}{_CLOCK}[)\]】]?")
_SHUT = (")", "]", "】", *"0123456789")


def stamp_ahead(words: str) -> int:
    """How many characters a clock time takes in front of a line, with the space behind it; 0 where none stands there.

    >>> stamp_ahead("14:02 叶青:各位好。"), stamp_ahead("14:02"), stamp_ahead("叶青:各位好。")
    (6, 0, 0)
    """
    if words[:1] not in "([【" and not words[:1].isdigit():
        return 0
    stamp = _AHEAD.match(words)
    return stamp.end() if stamp else 0


def clocked(words: Sequence[str]) -> frozenset[int]:
    """The numbers of the lines that are but a label and the time at which somebody begins: “叶青:(00:21)”.

    Empty where too few are for a record that prints them.
    """
    found = [n for n, line in enumerate(words) if line[-1:] in _SHUT and _CLOCK_ALONE.fullmatch(line)]
    return frozenset(found) if len(found) >= LEAST else frozenset()


_CLOCK_ALONE = on_demand(rf"[^\s:,。;?!、()][^:,。;?!()\n]{{0,30}} ?: ?[(\[]{_CLOCK}[)\]]")


def find_stamps(page: Page) -> tuple[Span, ...]:
    """The times that lines end in, or that stand between what they say; empty where too few do for a live record."""
    stamps = [
        Span(line.start + match.start(), line.end)
        for line in page.lines
        if line.words.endswith(_SHUT) and (match := _BEHIND.search(line.words)) and match.start()
    ]
    # “15:04:10” on a line of its own
    stamps += [line.span for line in page.lines if line.words.endswith(_SHUT) and _ALONE.fullmatch(line.words)]
    stamps += [Span(*match.span()) for match in _WITHIN.finditer(page.words)]
    return tuple(sorted(stamps)) if len(stamps) >= LEAST else ()


def close_turns(stamps: Sequence[Span], starts: Sequence[int], end: int) -> bool:
    """Whether stamps close the turns of a record: behind the last stamp of nearly every turn nothing is said.

    `starts` are where the turns start, in order, the last one of them ending at `end`.
    """
    closed, at = 0, 0
    for start, stop in zip(starts, (*starts[1:], end), strict=True):
        while at < len(stamps) and stamps[at].start < start:
            at += 1
        closed += at < len(stamps) and stamps[at].end <= stop
    return closed > 1 and 5 * closed >= 4 * len(starts)
