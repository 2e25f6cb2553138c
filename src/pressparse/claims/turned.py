"""Turned: what the clause before a number says that something is done to, or has changed, without a number."""

import re
from typing import Final

from pressparse.claims.layout import Layout
from pressparse.claims.phrase import Words
from pressparse.claims.place import Place
from pressparse.lexicon import read_tree

_SIGN: Final = read_tree("quantities")["signs"]
_UNSAID: Final = re.compile(_SIGN["unsaid_turn"])
_HANDED: Final = re.compile(_SIGN["handed"])


def find_turned(place: Place, layout: Layout, since: int) -> tuple[int, int] | None:
    """What the clause before a change says to have changed: “门诊费用略有上升,|同比上涨0.3%”; None for others.

    The clause must begin behind `since`.
    """
    start = layout.clause_start(place.clause - 1)
    found = _UNSAID.fullmatch(place.text, start, place.clause - 1) if start >= since else None
    if found is None or Words(place.text, *found.span("what")).sort(*found.span("what")) != "noun":
        return None
    return found.span("what")


def find_handed(text: str, start: int, end: int) -> tuple[int, int] | None:
    """What a clause says that something is done to: “将债券计划的规模,|由1000亿元提高到2000亿元”; None without any."""
    found = _HANDED.search(text, start, end)
    if found is None:
        return None
    words = Words(text, start, end)
    what = found.span("what")
    return what if not words.splits(what[0]) and words.sort(*what) == "noun" else None
