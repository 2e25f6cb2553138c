"""Agendas: what the record of a sitting prints of its agenda between the turns, and a clerk at most reads out."""

from collections.abc import Mapping
from itertools import pairwise

from pressparse.pattern import on_demand
from pressparse.transcript.dialect import label as labels
from pressparse.transcript.dialect.margin import is_ended
from pressparse.transcript.dialect.opening import Opening
from pressparse.transcript.dialect.page import Page
from pressparse.transcript.turn import Role


def find_agenda(page: Page, openings: Mapping[int, Opening]) -> frozenset[int]:
    """The lines of the agenda above the next turn, where somebody is in the chair: “二、叶青等三人拟具…,请审议案。”.

    What a speaker counts behind a colon or a comma is said, and so is what somebody else reads out.
    """
    if not any(labels.role_of_label(opening.label) is Role.HOST for opening in openings.values()):
        return frozenset()
    found: set[int] = set()
    numbers = sorted(openings)
    for number, end in pairwise([*numbers, len(page.lines)]):
        first = number + 1 + (len(page.lines[number].words) <= openings[number].length)
        heads = [n for n in range(first, end) if _is_head(page.lines[n].words) and is_ended(page.lines[n - 1].words)]
        chair = labels.role_of_label(openings[number].label) is Role.HOST
        found.update(heads)
        if end in openings and (chair or heads):
            found.update(_items_above(page, first if chair else heads[0], end))
    return frozenset(found)


def _items_above(page: Page, first: int, end: int) -> set[int]:
    """The lines right above line `end`, down from `first`: opinions of committees, the item they are on, its head."""
    opinions = end
    while opinions > first and _OPINION.match(page.lines[opinions - 1].words):
        opinions -= 1
    above = opinions
    while above > first and _is_item(page.lines[above - 1].words):
        above -= 1
    listed = page.lines[above - 1].words.endswith(_GOES_ON)
    return set(range(above, end)) if above < opinions and not listed else set()


_GOES_ON = (":", ",", "、", ";")
_ITEM = on_demand(labels.MARGINS["motion"])
_OPINION = on_demand(labels.MARGINS["committee_opinion"])
_PART = on_demand(labels.MARGINS["agenda_part"])
_LONGEST_PART = 16


def _is_item(words: str) -> bool:
    return _ITEM.match(words) is not None or _is_head(words)


def _is_head(words: str) -> bool:
    """Whether a line heads a part of a sitting, its characters set apart or not: “报 告 事 项”."""
    return len(words) <= _LONGEST_PART and _PART.fullmatch(labels.close_up(words)) is not None
