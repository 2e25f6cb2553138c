"""Series: numbers said in one breath, which share metrics, periods and changes."""

import re
from typing import NamedTuple

from pressparse.claims.metric import Peel
from pressparse.claims.quantity import Quantity
from pressparse.lexicon import read_tree, read_words

_LIST_SPLIT = re.compile(read_tree("quantities")["signs"]["list_split"])
_INDICATORS = tuple(sorted(read_words("indicators"), key=len, reverse=True))
Pieces = tuple[tuple[int, int], ...]


class Fact(NamedTuple):
    """What is said about a quantity outside of it.

    `when` is the place of the time that gave the period by the rule `why`, `against` that of the time a change is
    against, `reference` that of the number it is against; (0, 0) where there is none.
    """

    metric: Pieces
    modifier: str
    period: str
    change: str
    base: str
    rule: str
    when: tuple[int, int] = (0, 0)
    why: str = ""
    against: tuple[int, int] = (0, 0)
    reference: tuple[int, int] = (0, 0)


class Draft(NamedTuple):
    """A number on its way to a claim; `joined` to the one before in a list, `head` what its clause says before it."""

    quantity: Quantity
    peel: Peel
    fact: Fact
    joined: bool
    head: tuple[int, int]


def share(text: str, drafts: list[Draft]) -> list[Draft]:
    """The numbers of a sentence with what they share with the others of their list."""
    each = joined = False
    for draft in drafts:
        each, joined = each or draft.peel.each, joined or draft.joined
    if each:
        drafts = align(text, drafts)
    return share_forward(drafts) if joined else drafts


def align(text: str, drafts: list[Draft]) -> list[Draft]:
    """“分别增长161%、74.5%和59.8%”: each item takes the metric and the period of its partner."""
    index = 0
    while index < len(drafts):
        draft = drafts[index]
        if not draft.peel.each:
            index += 1
            continue
        stop = index + 1
        while stop < len(drafts) and drafts[stop].joined:
            stop += 1
        for at, (pieces, period) in enumerate(_partners(text, drafts, index, stop), index):
            fact = drafts[at].fact
            drafts[at] = drafts[at]._replace(
                fact=fact._replace(metric=pieces, period=period or fact.period, rule=f"{fact.rule} metric.respectively")
            )
        index = stop
    return drafts


def _partners(text: str, drafts: list[Draft], index: int, stop: int) -> list[tuple[Pieces, str]]:
    count = stop - index
    fact = drafts[index].fact
    if fact.rule.startswith("metric.before") and fact.metric:
        return [(pieces, "") for pieces in _shared(text, *fact.metric[0], count)]
    earlier = [draft for draft in drafts[:index] if not draft.fact.change and draft.fact.metric]
    if len(earlier) < count:
        return []
    return [(draft.fact.metric, draft.fact.period) for draft in earlier[-count:]]


def share_forward(drafts: list[Draft]) -> list[Draft]:
    """“106个、551万平方米老旧小区”: the first takes what is named behind the last."""
    for index in range(len(drafts) - 2, -1, -1):
        one, two = drafts[index], drafts[index + 1]
        if (
            two.joined
            and two.fact.rule.startswith(("metric.behind", "metric.shared"))
            and not one.fact.rule.startswith(("metric.b", "metric.cl", "metric.unit"))
        ):
            drafts[index] = one._replace(fact=one.fact._replace(metric=two.fact.metric, rule="metric.shared"))
    return drafts


def _shared(text: str, start: int, end: int, count: int) -> list[tuple[tuple[int, int], ...]]:
    """A list of subjects cut into `count` metrics, those without an indicator noun sharing that of the last."""
    cuts = [(match.start(), match.end()) for match in _LIST_SPLIT.finditer(text, start, end)]
    edges = [start, *[edge for cut in cuts for edge in cut], end]
    parts = list(zip(edges[::2], edges[1::2], strict=True))
    if len(parts) < count:
        return []
    parts = parts[-count:]
    tail = next((len(word) for word in _INDICATORS if text.endswith(word, parts[-1][0], end)), 0)
    if not tail or tail >= parts[-1][1] - parts[-1][0]:
        return [(part,) for part in parts]
    shared_parts = [_with_noun(text, part, end - tail, end) for part in parts[:-1]]
    return [*shared_parts, (parts[-1],)]


def _with_noun(text: str, part: tuple[int, int], start: int, end: int) -> tuple[tuple[int, int], ...]:
    """“科技贷款” listed with “绿色贷款余额” is 科技贷款余额, “基础设施” with “制造业投资” 基础设施投资."""
    own = next((word for word in _INDICATORS if text.endswith(word, *part)), "")
    if not own:
        return (part, (start, end))
    return (part, (start + len(own), end)) if text.startswith(own, start) and start + len(own) < end else (part,)
