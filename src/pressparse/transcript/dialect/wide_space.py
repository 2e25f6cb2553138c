"""Pages whose bold names were lost, or are marked: name, a wide space and the speech on one line, no sign between."""

import re
from collections import Counter
from collections.abc import Iterator

from pressparse.pattern import on_demand
from pressparse.span import Span
from pressparse.transcript.dialect import label as labels
from pressparse.transcript.dialect import note as notes
from pressparse.transcript.dialect.evidence import accept_labels, find_titled_name
from pressparse.transcript.dialect.margin import is_note, tail_start
from pressparse.transcript.dialect.opening import Candidate, names_somebody
from pressparse.transcript.dialect.page import Label, Line, Page, Part, PartKind
from pressparse.transcript.turn import Role

_WIDE = "\u3000"
_GAP = on_demand(r" +")
_SIGN = on_demand(r"[,。;:?!()“”]")
_SAID = on_demand(r"[,。?!…]")
_BOLD = "**"
_WEIGHT = 0.9
# Fewer such lines are a list, or a heading.
_FEWEST = 4


def _openings(page: Page) -> dict[int, tuple[str, int]]:
    """Line → the label that it opens with and where the speech behind it begins, of every line that opens a turn."""
    read = {number: opened for number, line in enumerate(page.lines) if (opened := _read(page, line)) is not None}
    # “叶青　　没有” too, where “叶青　　明年，…” speaks elsewhere, or a reporter: “宁川日报记者　　何时通车”.
    speaks = {label for number, (label, begin) in read.items() if _SAID.search(page.lines[number].words, begin)}
    asks = {label for label, _ in read.values() if labels.role_of_label(label) is Role.REPORTER}
    found = {number: opened for number, opened in read.items() if opened[0] in speaks | asks}
    bold = {number: opened for number, opened in found.items() if page.lines[number].words.startswith(_BOLD)}
    found = bold if len(bold) >= _FEWEST else found
    first = min(found, default=0)
    heading = "\n".join(line.words for line in page.lines[:first])
    accepted = accept_labels([Candidate(label) for label, _ in found.values()], heading=heading, words=page.words)
    found = {number: opened for number, opened in found.items() if opened[0] in accepted}
    counts = Counter(label for label, _ in found.values())
    return found if len(found) >= _FEWEST and len(counts) > 1 and max(counts.values()) > 1 else {}


def _read(page: Page, line: Line) -> tuple[str, int] | None:
    """The longest label in front of a wide space, and where the speech behind it begins; None for any other line."""
    sign = _SIGN.search(line.words)
    until = min(sign.start() if sign else len(line.words), labels.MAX_LABEL_CHARS)
    gaps = [gap for gap in _GAP.finditer(line.words, 0, until) if _is_wide(page, line, gap)]
    for gap in reversed(gaps):
        label = line.words[: gap.start()]
        bold = label.startswith(_BOLD) and label.endswith(_BOLD) and len(label) > 2 * len(_BOLD)
        named = label[len(_BOLD) : -len(_BOLD)] if bold else label
        somebody = names_somebody(named) or find_titled_name(named) != ""
        if somebody and gap.end() < len(line.words):
            return named, gap.end()
    return None


def _is_wide(page: Page, line: Line, gap: re.Match[str]) -> bool:
    """Whether a gap in a line is more than a space between words."""
    return gap.end() - gap.start() > 1 or page.text[line.start + gap.start()] == _WIDE


def score(page: Page, name: str) -> float:
    """How many turns the layout explains."""
    return _WEIGHT * len(_openings(page))


def member(page: Page, name: str) -> str:
    """The layout itself: this grammar reads only one."""
    return name


def cut(page: Page, name: str) -> Iterator[Part]:
    """The parts of the record, gaps left to tile()."""
    openings = _openings(page)
    tail = tail_start(page, max(openings, default=-1))
    opened = False
    for number, line in enumerate(page.lines):
        if number in openings:
            opened = True
            label, begin = openings[number]
            lead = len(_BOLD) * line.words.startswith(_BOLD)
            shown = Span(line.start + lead, line.start + lead + len(label)).of(page.text)
            role = labels.role_of_label(label)
            yield Part(PartKind.LABEL, Span(line.start, line.start + begin), Label(shown, role))
            yield Part(PartKind.SPEECH, Span(line.start + begin, line.end))
        elif not opened:
            yield Part(PartKind.NOTE if notes.is_note(line.words) else PartKind.HEADING, line.span)
        else:
            note = number >= tail or is_note(page, number) or notes.is_caption(line.words)
            yield Part(PartKind.NOTE if note else PartKind.SPEECH, line.span)
