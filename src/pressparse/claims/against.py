"""Against: the base of a change that takes it from the change before in its sentence."""

import re
from typing import Final

from pressparse.claims.draft import Draft
from pressparse.claims.kind import PERCENT, POINTS
from pressparse.claims.link import RATE_ENDS
from pressparse.lexicon import read_tree

_SIGN: Final = read_tree("quantities")["signs"]


def against_the_same(text: str, earlier: list[Draft], draft: Draft) -> Draft:
    """“同比名义增长8%,实际增长7%”, “较上月减少90人,减少率为5%”: a change said again is against the same.

    So is one of something else beside it: “收入5万元,同比增长3%,支出4万元,增长2%”.
    """
    fact, kind = draft.fact, draft.quantity.kind
    before = next((each for each in reversed(earlier) if each.fact.change), None)
    if before is None or POINTS in (kind, before.quantity.kind):
        return draft
    last = before.fact
    rate = kind is PERCENT and text[draft.peel.changed[1] - 1] in RATE_ENDS
    # “占比从18%升到24%” tells where it has got to.
    beside = kind is before.quantity.kind is PERCENT and "from-to" not in fact.rule
    again = before is earlier[-1] and (fact.metric == last.metric or (rate and before.quantity.kind is not PERCENT))
    gap = text[before.quantity.after : draft.quantity.start]
    # “第三季按年下跌2.9%,第二季则上升0.4%”: of another quarter, against the same of its own year.
    several = len({each.fact.base for each in earlier if each.fact.base}) > 1
    parallel = last.base == _YEARLY and not several and fact.metric == last.metric
    parallel = parallel and _is_alike(fact.period, last.period)
    held = (fact.period == last.period or parallel) and last.base not in ("", _ON_AVERAGE) and _PARTED.isdisjoint(gap)
    if not again and (_SUPPOSED.search(gap) or several):
        # “出口同比增长5%,若关税提高1%,…”: what is supposed, or set by somebody, is against nothing.
        return draft
    if not held or not (again or beside) or _COMPARED_ELSE.search(gap):
        # “环比降了0.4%,跟高峰期比跌了两成”
        return draft
    return draft.but(fact=fact.but(base=last.base, against=last.against, rule=f"{fact.rule} base.carried"))


def _is_alike(period: str, other: str) -> bool:
    """Whether two periods are told alike: two years, two quarters, two months."""
    return len(period) == len(other) and period.count("/") == other.count("/")


_YEARLY: Final = "yoy"
_COMPARED_ELSE: Final = re.compile(_SIGN["compared_else"])
_SUPPOSED: Final = re.compile(_SIGN["supposed"])
_PARTED: Final = frozenset(_SIGN["stops"])
_ON_AVERAGE: Final[str] = read_tree("periods")["base"]["annual"][0]


def is_held_against(text: str, one: Draft, two: Draft) -> bool:
    """Whether a number that names nothing only opens a comparison with another: “相比上年的|41项,新项目只有12项”."""
    if one.fact.metric or one.quantity.unit != two.quantity.unit:
        return False
    start = one.quantity.start
    return _COMPARED_FIRST.search(text, max(start - _LONGEST_OPENING, 0), start) is not None


_COMPARED_FIRST: Final = re.compile(read_tree("quantities")["signs"]["compared_first"])
_LONGEST_OPENING: Final = 32
