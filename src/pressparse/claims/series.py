"""Series: numbers said in one breath, which share metrics, periods and changes."""

import re
from decimal import Decimal
from itertools import pairwise
from typing import Final

from pressparse.claims.against import against_the_same, is_held_against
from pressparse.claims.apiece import LIST_GAP, listed_months, periods_apiece
from pressparse.claims.draft import Draft
from pressparse.claims.kind import MONEY, MULTIPLE, PERCENT, POINTS
from pressparse.claims.link import rate_before
from pressparse.claims.moment import Time
from pressparse.claims.partner import partners
from pressparse.claims.quantity import Quantity
from pressparse.claims.subject import LIST_SPLIT, is_list
from pressparse.lexicon import one_of, read_tree

_SIGN: Final = read_tree("quantities")["signs"]
_AMONG: Final = re.compile(one_of(_SIGN["among"]))
_CHANGING: Final = frozenset((PERCENT, POINTS, MULTIPLE))
_CLOSED: Final[str] = _SIGN["close_paren"]
_THAT_IS: Final = re.compile(f",?(?:{_SIGN['that_is']})")
_EVEN: Final = re.compile(_SIGN["even"])
_AIMED: Final = re.compile(_SIGN["aimed"])
_EXTENT: Final = re.compile(_SIGN["extent"])
# No level has its place in such a gap: “出口增长9.3%,占比38%”.
_ELLIPTICAL: Final = re.compile(_SIGN["elliptical"])
_NOTES: Final = frozenset(_SIGN["notes"])
_BOUNDS: Final = frozenset(("at_most", "at_least"))


def share(text: str, drafts: list[Draft], times: tuple[Time, ...]) -> list[Draft]:
    """The numbers of a sentence with what they share with the others of their list."""
    if len(drafts) < _PAIR:
        return drafts
    each = joined = False
    for draft in drafts:
        each, joined = each or draft.peel.each, joined or draft.joined
    if each:
        drafts = align(text, drafts)
    if each or (joined and len(times) > 0):
        drafts = spread_times(text, drafts, times)
    if joined:
        drafts = by_quarter(text, align_changes(text, drafts))
    for index in range(1, len(drafts)):
        drafts[index] = _bounded_too(text, drafts[index - 1], drafts[index])
        drafts[index] = _inherited(text, drafts[index - 1], drafts[index])
        drafts[index] = _grown_too(text, drafts[index - 1], drafts[index])
        drafts[index] = _of_one_time(text, drafts[index - 1], drafts[index], times)
        if drafts[index].fact.change and not drafts[index].fact.base:
            drafts[index] = against_the_same(text, drafts[:index], drafts[index])
        drafts[index] = _as_it_was_then(text, drafts[:index], drafts[index], times)
        if _RESTATED.fullmatch(text, drafts[index - 1].quantity.after, drafts[index].quantity.start):
            drafts[index] = _restated(drafts[index - 1], drafts[index])
    drafts = share_forward(text, share_change(drafts))
    return align(text, listed_apart(text, drafts, times)) if joined and not each else drafts


_PAIR: Final = 2


def listed_apart(text: str, drafts: list[Draft], times: tuple[Time, ...]) -> list[Draft]:
    """The numbers, of which those are one each that stand for as many things: “甲、乙、丙案件下降|60%、30%、50%”.

    Where 分别 is said too far ahead of the first of them it is the end of the metric: it is none of its words.
    """
    for index, draft in enumerate(drafts[:-1]):
        metric, rule = draft.fact.metric, draft.fact.rule
        if len(metric) != 1 or draft.peel.each or not rule.startswith(("metric.before", "metric.subject")):
            continue
        start, end = metric[0]
        said = next((len(word) for word in _EACH if text.endswith(word, start, end)), 0)
        stop = index + 1
        while stop < len(drafts) and _is_alike(text, drafts[stop - 1], drafts[stop], draft):
            stop += 1
        count = stop - index
        # “2023年和2024年|进口和出口增长3%和5%” may be of either.
        dated = len(last_list(text, [time for time in times if time.leads])) == count
        if said or (draft.quantity.kind is PERCENT and count > 1 and not dated and is_list(text, start, end, count)):
            fact = draft.fact.but(metric=((start, end - said),))
            drafts[index] = draft.but(peel=draft.peel.but(each=True), fact=fact)
    return drafts


def _is_alike(text: str, before: Draft, draft: Draft, first: Draft) -> bool:
    """Whether nothing but a sign of a list stands between two numbers of which the same is said."""
    one, two = first.fact, draft.fact
    alike = (one.metric, one.change, one.base, one.period) == (two.metric, two.change, two.base, two.period)
    gap = text[before.quantity.after : draft.quantity.start]
    return alike and draft.quantity.kind is first.quantity.kind and LIST_GAP.fullmatch(gap) is not None


_EACH: Final = tuple(sorted(_SIGN["respectively"], key=len, reverse=True))


def align(text: str, drafts: list[Draft]) -> list[Draft]:
    """“分别增长161%、74.5%和59.8%”: each item takes the metric and the period of its partner."""
    index = 0
    while index < len(drafts):
        draft = drafts[index]
        if not draft.peel.each:
            index += 1
            continue
        stop = index + 1
        while stop < len(drafts) and _in_list(text, drafts[stop - 1], drafts[stop]):
            stop += 1
        for at, (pieces, period) in enumerate(partners(text, drafts, index, stop), index):
            fact = drafts[at].fact
            named = bool(fact.metric) and fact.metric[0][0] == drafts[at].quantity.after
            if fact.rule.startswith(("metric.gloss", "metric.clause")) or named:
                # “分别自加拿大(5例)、日本(2例)移入”, “分别为52例境外移入,29例本土病例”
                continue
            drafts[at] = drafts[at].but(
                fact=fact.but(metric=pieces, period=period or fact.period, rule=f"{fact.rule} metric.respectively")
            )
        for at in range(index + 1, stop if draft.peel.modifier else 0):
            # “分别不得超过5000元和1000元”
            fact = drafts[at].fact
            drafts[at] = drafts[at].but(fact=fact.but(modifier=fact.modifier or draft.peel.modifier))
        index = stop
    return drafts


def _in_list(text: str, one: Draft, two: Draft) -> bool:
    """Whether the second number goes on the list of the first; 其中 opens another."""
    return two.joined and _AMONG.search(text, one.quantity.after, two.quantity.start) is None


def spread_times(text: str, drafts: list[Draft], times: tuple[Time, ...]) -> list[Draft]:
    """“第一季度、第二季度进出口为7.01万亿元和7.66万亿元”: each item of its own time."""
    before: list[Time] = []
    for index, draft in enumerate(drafts):
        if not draft.peel.each and not any(each.joined for each in drafts[index + 1 : index + 2]):
            continue
        stop = index + 1
        while stop < len(drafts) and _in_list(text, drafts[stop - 1], drafts[stop]):
            stop += 1
        floor = drafts[index - 1].quantity.after if index else 0
        own = [time for time in times if floor <= time.start < draft.quantity.start and time.period]
        # “今年与去年相比,进口和出口增长5%和3%”: what is compared with is no item of a list.
        own = own if draft.peel.each else [time for time in own if time.leads]
        # “1月和2月用电量下降5%和3%,售电量增加2%和1%”
        single = not LIST_SPLIT.search(text, floor, draft.quantity.start)
        listed = last_list(text, own) or (before if single else [])
        before, listed = listed or before, listed or listed_months(text, draft)
        if (
            len(listed) == 1 < stop - index
            and (draft.peel.each or stop - index > _PAIR)
            and (each := periods_apiece(text, listed[0], stop - index, draft.quantity.start))
        ):
            # “7、8、9月分别下降6.3%、9.4%、12.8%”
            for at, period in enumerate(each, index):
                drafts[at] = drafts[at].but(fact=drafts[at].fact.but(period=period, why="period.respectively"))
        elif len(listed) == stop - index > 1:
            for at, time in enumerate(listed, index):
                moment = (time.start, time.end)
                fact = drafts[at].fact.but(period=time.period, when=moment, why="period.respectively")
                drafts[at] = drafts[at].but(fact=fact)
    return drafts


def last_list(text: str, times: list[Time]) -> list[Time]:
    """The last of several times, with those that it is listed with: “第一季度、第二季度”."""
    listed = times[:1]
    for one, two in pairwise(times):
        listed = [*listed, two] if LIST_GAP.fullmatch(text, one.end, two.start) else [two]
    return listed


def by_quarter(text: str, drafts: list[Draft]) -> list[Draft]:
    """“2024年毛利率22.4%,四个季度依次是24.1%、23.3%、22.6%和19.8%”: four numbers of one year, each of its quarter."""
    for index in range(len(drafts) - 3):
        run = drafts[index : index + 4]
        year = run[0].fact.period
        if len(year) == _YEAR_SIZE and all(draft.joined for draft in run[1:]):
            before = text[max(run[0].quantity.start - _LONGEST_LEAD, 0) : run[0].quantity.start]
            if _BY_QUARTER.search(before):
                for at, draft in enumerate(run):
                    period = f"{year}-{3 * at + 1:02}/{year}-{3 * at + 3:02}"
                    fact = draft.fact.but(period=period, why="period.respectively")
                    drafts[index + at] = draft.but(fact=fact)
    return drafts


_BY_QUARTER: Final = re.compile(_SIGN["by_quarter"])
_YEAR_SIZE: Final = 4
_LONGEST_LEAD: Final = 12


def align_changes(text: str, drafts: list[Draft]) -> list[Draft]:
    """“分别为135亿元、52亿元,增长26.2%、20.1%”: as many changes as levels before them belong to these, in order."""
    index = 0
    while index < len(drafts):
        stop = index + 1
        while stop < len(drafts) and _in_list(text, drafts[stop - 1], drafts[stop]):
            stop += 1
        run, levels = drafts[index:stop], drafts[max(2 * index - stop, 0) : index]
        if (
            len(run) == len(levels) > 1
            and all(draft.fact.change and not draft.peel.each for draft in run)
            and not any(draft.fact.change for draft in levels)
            and all(draft.joined for draft in levels[1:])
            and run[0].fact.rule.startswith("metric.carried")
        ):
            for at, level in enumerate(levels, index):
                fact = drafts[at].fact
                rule = f"{fact.rule} metric.respectively"
                drafts[at] = drafts[at].but(fact=fact.but(metric=level.fact.metric, rule=rule))
        index = stop
    return drafts


def _bounded_too(text: str, before: Draft, draft: Draft) -> Draft:
    """“最长不得超过6年和|9年”: what bounds the first of two bounds the second."""
    bound = before.peel.modifier if draft.joined and before.fact.modifier in _BOUNDS else ""
    one, two = before.quantity, draft.quantity
    alike = bound == before.fact.modifier and one.unit == two.unit and LIST_GAP.fullmatch(text, one.after, two.start)
    return draft.but(fact=draft.fact.but(modifier=bound)) if alike and bound and not draft.fact.modifier else draft


def _of_one_time(text: str, before: Draft, draft: Draft, times: tuple[Time, ...]) -> Draft:
    """“全年…,年末失业率4.1%,比上年末下降0.1个百分点”: how much less that is, is of the time of the value."""
    fact, last = draft.fact, before.fact
    alike = fact.change and fact.metric == last.metric and fact.rule.startswith("metric.carried")
    if not alike or not last.period or last.change or fact.period == last.period or draft.peel.time is not None:
        return draft
    span = (before.quantity.after, draft.quantity.start)
    if _CLOSED in text[slice(*span)]:
        # “收入416万元(2024年:480万元),|减少13.3%”
        return draft
    dated = before.peel.time is not None or before.peel.base_time is not None
    if before.peel.origin or dated or any(time.leads and span[0] <= time.start < span[1] for time in times):
        return draft
    return draft.but(fact=fact.but(period=last.period, when=last.when, why="period.value"))


def _grown_too(text: str, before: Draft, draft: Draft) -> Draft:
    """“投资全年增长14.1%,头六个月还不到14%”: the rate of what grew at another time is one of growth too."""
    fact, last = draft.fact, before.fact
    rate = draft.quantity.kind is before.quantity.kind is PERCENT and last.change and not fact.change
    if not rate or fact.metric != last.metric or fact.rule != "metric.carried" or fact.period in ("", last.period):
        return draft
    level = text[fact.metric[-1][1] - 1] in _RATE_SIGNS and rate_before(text, fact.metric[-1][1]) is None
    if level or _SHARED.search(text, before.quantity.after, draft.quantity.start):
        # “失业率下降5%,2月为4%”
        return draft
    return draft.but(fact=fact.but(change=last.change, rule=f"{fact.rule} change.carried"))


_RATE_SIGNS: Final = frozenset(_SIGN["measured_ends"])
_SHARED: Final = re.compile(_SIGN["share_sign"])


def _restated(before: Draft, draft: Draft) -> Draft:
    """“下调半码(0.125个百分点)”, “调升半码,就是0.125个百分点”: the same again in another unit."""
    if before.quantity.kind is not draft.quantity.kind or before.quantity.low != draft.quantity.low:
        return draft
    return draft.but(fact=before.fact.but(rule=f"{before.fact.rule} gloss"))


def _as_it_was_then(text: str, before: list[Draft], draft: Draft, times: tuple[Time, ...]) -> Draft:
    """The value of the time that a change is against, in brackets: “较2021年上升6.7%(即|29157宗)”."""
    if text[draft.quantity.start - 1] not in _THAT_SIGNS:
        return draft
    was = _THAT_WAS.search(text, max(draft.quantity.start - _LONGEST_WAS, 0), draft.quantity.start)
    alike = [each for each in before if each.quantity.unit == draft.quantity.unit and not each.fact.change]
    if was is None or not alike:
        return draft
    compared = next((time for time in times if time.end == was.start()), None)
    base = compared.period if compared is not None and compared.end <= was.start() else before[-1].fact.base
    if not base[:1].isdigit():
        return draft
    if _is_step(alike[-1].quantity, before[-1], draft.quantity):
        told = before[-1].fact
        fact = told.but(metric=alike[-1].fact.metric, modifier=draft.fact.modifier, rule=f"{told.rule} gloss")
        return draft.but(fact=fact)
    fact = draft.fact.but(metric=alike[-1].fact.metric, period=base, change="", base="", why="period.base")
    return draft.but(fact=fact)


def _is_step(level: Quantity, rate: Draft, quantity: Quantity) -> bool:
    """Whether a number is by how much a level has changed, not what it was: “30所,增加50%(即|10所)”."""
    values = level.low, rate.quantity.low, quantity.low
    if rate.quantity.kind is not PERCENT or not all(isinstance(value, Decimal) for value in values):
        return False
    now, percent, said = map(Decimal, values)
    growth = 1 + percent / 100 * (-1 if rate.fact.change == "down" else 1)
    then = now / growth if growth else Decimal(0)
    return abs(said - abs(now - then)) < abs(said - then)


_THAT_WAS: Final = re.compile(_SIGN["that_was"])
_THAT_SIGNS: Final = frozenset(_SIGN["that_signs"])
_LONGEST_WAS: Final = 8
_RESTATED: Final = re.compile(_SIGN["restated"])
_CLAUSE_SIGNS: Final = frozenset(("", *_SIGN["clause"]))
_RATE_BEHIND: Final = _CLAUSE_SIGNS | {_CLOSED}
_AS_IT_WAS: Final = re.compile(_SIGN["as_it_was"])
_THAN_TOLD: Final = re.compile(_SIGN["than_told"])
_AS_RATE: Final = re.compile(_SIGN["as_rate"])


def _inherited(text: str, last: Draft, draft: Draft) -> Draft:
    """A number with what its sentence does not say again: the change of a list."""
    quantity, fact = draft.quantity, draft.fact
    before = last.fact
    if fact.change or not before.change or draft.peel.modifier in _BOUNDS:
        return draft
    gap = text[last.quantity.after : quantity.start]
    if quantity.kind not in _CHANGING and quantity.kind is not last.quantity.kind:
        # “较预算减少3.4%,即140亿元”
        told = last.quantity.kind is PERCENT and _THAT_IS.fullmatch(gap) is not None
        rule = f"{fact.rule} change.list"
        return draft.but(fact=fact.but(change=before.change, base=before.base, rule=rule)) if told else draft
    if quantity.kind is last.quantity.kind and _AS_IT_WAS.fullmatch(gap) and _in_brackets(text, quantity.start):
        # “成长率为1.4%(8月预测1.9%)”: what was told of the same before, in August.
        same = fact.but(metric=before.metric, period=before.period, change=before.change, base=before.base)
        return draft.but(fact=same.but(when=before.when, why=before.why, rule="metric.carried change.list"))
    if (
        quantity.kind is PERCENT
        and _AS_RATE.fullmatch(gap)
        and text[quantity.after : quantity.after + 1] in _RATE_BEHIND
    ):
        # “减少240人、约百分之三”, “增加37起,即6%”
        return draft.but(fact=fact.but(change=before.change, base=before.base, rule=f"{fact.rule} change.list"))
    if quantity.kind is last.quantity.kind is PERCENT and _THAN_TOLD.fullmatch(gap):
        # “成长1.74%,较8月预测|2.31%|下修”: what was told of the same before.
        same = fact.but(metric=before.metric, period=before.period, change=before.change, base=before.base)
        return draft.but(fact=same.but(when=before.when, why=before.why, rule="metric.carried change.list"))
    even = {quantity.kind, last.quantity.kind} <= _CHANGING and _EVEN.fullmatch(gap) is not None
    if even or (_AIMED.fullmatch(gap) and quantity.unit == last.quantity.unit):
        # “增加五成,甚至一倍”, “增加300元,力争350元”
        return draft.but(fact=fact.but(change=before.change, base=before.base, rule=f"{fact.rule} change.list"))
    if _THAT_IS.fullmatch(gap) or (
        # “新加坡增加0.5%,香港2.2%,美国4.7%”
        quantity.kind is last.quantity.kind is PERCENT
        and draft.peel.end == quantity.start
        and fact.rule.startswith("metric.before")
        and _ELLIPTICAL.fullmatch(gap)
        and last.fact.rule.startswith("metric.before")
    ):
        return draft.but(fact=fact.but(change=before.change, base=before.base, rule=f"{fact.rule} change.list"))
    if not draft.peel.comparative and _EXTENT.search(gap):
        # “由2.61%下修到1.22%,幅度是1.39个百分点”
        return draft.but(fact=fact.but(change=before.change, metric=before.metric, rule="metric.carried change.extent"))
    return draft


def _in_brackets(text: str, at: int) -> bool:
    """Whether the last bracket that opens before `at` is open there."""
    opened = text.rfind(_OPENED, max(at - _LONGEST_GLOSS, 0), at)
    return opened >= 0 and text.find(_CLOSED, opened, at) < 0


_LONGEST_GLOSS: Final = 60
_OPENED: Final[str] = _SIGN["open_paren"]


def share_change(drafts: list[Draft]) -> list[Draft]:
    """“实现了290%、93%和50%的高速增长”: what is said behind the last is said of all."""
    for index in range(len(drafts) - 2, -1, -1):
        one, two = drafts[index], drafts[index + 1]
        if two.joined and "change.behind" in two.fact.rule and not one.fact.change:
            rule = f"{one.fact.rule} change.behind"
            drafts[index] = one.but(fact=one.fact.but(change=two.fact.change, rule=rule))
    return drafts


def share_forward(text: str, drafts: list[Draft]) -> list[Draft]:
    """“106个、551万平方米老旧小区”: the first takes what is named behind the last."""
    for index in range(len(drafts) - 2, -1, -1):
        one, two = drafts[index], drafts[index + 1]
        own = one.fact.rule.startswith(("metric.b", "metric.cl", "metric.unit"))
        # “检获60张|100元钞票”
        apiece = one.quantity.unit in _NOTES and two.quantity.kind is MONEY and one.quantity.after == two.quantity.start
        behind = two.fact.rule.startswith(("metric.behind", "metric.shared"))
        held = two.fact.rule.startswith(("metric.b", "metric.shared")) and is_held_against(text, one, two)
        if held or (behind and (apiece or (not own and _in_list(text, one, two)))):
            drafts[index] = one.but(fact=one.fact.but(metric=two.fact.metric, rule="metric.shared"))
    return drafts
