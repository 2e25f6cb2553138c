"""Roles whose bearer stands behind the colon, the speech below or behind a space: `主持人：市新闻办副主任叶青`."""

from collections import Counter
from typing import ClassVar

from pressparse.pattern import HAN, on_demand
from pressparse.record import Record
from pressparse.span import Span
from pressparse.transcript.dialect import label as labels
from pressparse.transcript.dialect.opening import ADDRESS_STARTS, Opening, read_opening
from pressparse.transcript.dialect.page import Page
from pressparse.transcript.roster import find_name_end
from pressparse.transcript.turn import Role

_FEWEST = 3
_LONGEST_ROLE = 6
_ANY = on_demand(rf"\n *{HAN}{{1,5}} ?: ?[^,。:;!?“”()\n]{{2,40}}\n")
_WHO = on_demand(rf"(?P<role>{HAN}{{1,5}}) ?: ?(?P<who>[^,。:;!?“”()]{{2,40}})")


class NamedRole(Record):
    """The role that a label prints, and where in the page its bearer is named."""

    names: ClassVar = ("role", "who")
    __slots__ = names

    def __init__(self, role: str, who: Span) -> None:
        self.role = role
        self.who = who


def is_who(words: str) -> bool:
    """Whether words name somebody by office or medium and say nothing else.

    >>> is_who("市新闻办公室副主任 叶青"), is_who("宁川日报记者"), is_who("各位记者朋友")
    (True, True, False)
    """
    named = find_name_end(words.replace(" ", "")) > 0 or labels.outlet_of(words) != ""
    return named and not words.startswith(ADDRESS_STARTS)


def find_named_roles(page: Page) -> dict[int, NamedRole]:
    """Line number → role and bearer of the lines that are nothing else; empty where none of them stands there twice."""
    found: dict[int, NamedRole] = {}
    bare: dict[int, NamedRole] = {}
    if not _ANY.search(page.words):
        # Most records have no such line: one search spares the lines.
        return found
    for number, line in enumerate(page.lines):
        named = _WHO.fullmatch(line.words) if ":" in line.words[: _LONGEST_ROLE + 1] else None
        role = labels.role_of_line(named["role"]) if named else None
        below = page.lines[number + 1].words if number + 1 < len(page.lines) else ""
        if named and role is not None and not _opens(below, role):
            who = NamedRole(named["role"], Span(*named.span("who")).shift(line.start))
            (found if is_who(named["who"].strip()) else bare)[number] = who
    told = [each.who.of(page.words) for each in found.values()]
    # “发布人:市林业局局长叶青”, then “发布人:叶青”
    found |= {n: each for n, each in bare.items() if any(who.endswith(each.who.of(page.words)) for who in told)}
    counts = Counter(page.lines[number].words for number in found)
    return found if len(found) >= _FEWEST and max(counts.values()) > 1 else {}


def _opens(words: str, role: Role) -> bool:
    """Whether a line opens with the label of another role: nothing is said between it and the one above."""
    opening = read_opening(words)
    other = labels.role_of_line(opening.label) if opening is not None else None
    return not words or other not in (None, role)


def with_named_roles(page: Page, found: dict[int, Opening]) -> dict[int, Opening]:
    """`found` with the bearers of roles for labels, where the record prints them so."""
    named = {
        number: Opening(each.who.of(page.words), len(line.words), each.who.start - line.start, letter=each.role)
        for number, each in find_named_roles(page).items()
        if (line := page.lines[number])
    }
    return dict(sorted((found | named).items())) if named else found
