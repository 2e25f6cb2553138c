"""Partners: the things of which a list of numbers has one each (“进口、出口|分别增长3%、5%”)."""

import re
from typing import Final

from pressparse.claims.draft import Draft, Pieces
from pressparse.claims.kind import COUNT
from pressparse.claims.subject import list_parts, subject_metrics
from pressparse.lexicon import read_tree

_SIGN: Final = read_tree("quantities")["signs"]


def partners(text: str, drafts: list[Draft], index: int, stop: int) -> list[tuple[Pieces, str]]:
    """The metric and the period ("" for its own) of each number from `index` to `stop`; empty where none is listed."""
    count = stop - index
    fact = drafts[index].fact
    if index and (things := _counted_out(text, drafts[index - 1], drafts[index], count)):
        return [(pieces, "") for pieces in things]
    if fact.rule.startswith(("metric.before", "metric.subject")) and fact.metric:
        start, end = fact.metric[0]
        # “申请和雇主数字,|以及款项总额分别上升3%、2%及4%”
        ahead = _LISTED_AHEAD.search(text, max(start - _LONGEST_AHEAD, 0), start)
        wider = list_parts(text, ahead.start("what"), end, count) if ahead else []
        return [(pieces, "") for pieces in wider or subject_metrics(text, start, end, count)]
    earlier = [draft for draft in drafts[:index] if not draft.fact.change and draft.fact.metric]
    if not earlier and len({draft.fact.metric for draft in drafts[:index]}) == index == count:
        # “鲜鱼增长8.4%,干货增长6.2%,分别加快0.5和1.3个百分点”
        earlier = [draft for draft in drafts[:index] if draft.fact.metric]
    if len(earlier) < count:
        return []
    return [(draft.fact.metric, draft.fact.period) for draft in earlier[-count:]]


def _counted_out(text: str, counted: Draft, first: Draft, count: int) -> list[Pieces]:
    """The metrics of numbers that things have of which it is said how many they are: “甲、乙两个行业利润分别…”."""
    quantity, fact = counted.quantity, counted.fact
    if quantity.kind is not COUNT or quantity.low != count or not fact.rule.startswith("metric.behind"):
        return []
    stop = fact.metric[-1][1]
    own = first.fact.metric if first.fact.metric and first.fact.metric[0][0] >= stop else ()
    if text.find(_COMMA, quantity.start, own[0][0] if own else first.quantity.start) >= 0:
        return []
    return [(*part, *own) for part in list_parts(text, *counted.head, count)]


_COMMA: Final = ","
_LISTED_AHEAD: Final = re.compile(_SIGN["listed_ahead"])
_LONGEST_AHEAD: Final = 48
