"""Growth: two levels against the change that was stated between them, and what follows where one is not stated."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from fractions import Fraction

from pressparse.claims.check.difference import by_difference, difference_before
from pressparse.claims.check.figure import Figure, Sentence
from pressparse.claims.check.finding import Check, Finding, Verdict, judge
from pressparse.claims.check.interval import HUNDRED, ONE, Interval, exactly
from pressparse.claims.check.name import is_specific
from pressparse.claims.check.ratio import divisible
from pressparse.claims.kind import Kind
from pressparse.lexicon import read_tree

_TREE = read_tree("checks")["growth"]
_FROM = re.compile(_TREE["from"])
_TO = re.compile(_TREE["to"])
_ANNUAL: str = _TREE["annual"]
_NOMINAL: str = _TREE["nominal"]
_REAL_WORDS = re.compile(_TREE["real_words"])
_REAL_METRICS = tuple(_TREE["real_metrics"])
_SECOND_ORDER = re.compile(_TREE["second_order"])
_OF_THOSE = re.compile(_TREE["of_those"])
_OF_THINGS: str = _TREE["of_things"]
_ATTRIBUTIVE: str = _TREE["attributive"]
_EACH = re.compile(_TREE["each"])
_LEVERAGE = re.compile(_TREE["leverage"])
_STILL = re.compile(_TREE["still"])
_PARTS = re.compile(_TREE["parts"])
_BEHIND = "metric.behind"
_BREAK = re.compile("[,;。!?]")
_YEAR = re.compile("[0-9]{4}")
# “分别增长161%、74.5%”: the rates stand in the order of their levels.
_LISTED = re.compile("metric.respectively|change.list")
_YEAR_ON_YEAR = "yoy"
# Real growth and the growth of amounts differ by prices, seldom by more than this a year.
_PRICES = Fraction(6, 100)
_RANK = {Verdict.CONSISTENT: 0, Verdict.ROUNDING: 1, Verdict.INCONSISTENT: 2}


def check_growth(sentences: Sequence[Sentence], figures: Sequence[Figure], *, derive: bool) -> Iterator[Finding]:
    """Each stated change whose two levels are stated; with `derive`, the base that follows where only one is."""
    for sentence in sentences:
        for index, change in enumerate(sentence.figures):
            if not (change.is_rate or change.is_difference) or change.claim.low != change.claim.high:
                continue
            now = _level_of(sentence, index)
            if now is None:
                continue
            then = _base_of(sentence, index, now, figures)
            if then is now:
                # “较上年的280亿元增加40亿元”
                continue
            difference = difference_before(sentence, index, now)
            if change.is_rate and then is None and difference is not None:
                yield from by_difference(change, now, difference)
            elif then is not None and change.claim.base != _ANNUAL:
                yield from _compare(change, now, then)
            elif then is not None:
                yield from _compare_average(change, now, then)
            elif derive and change.claim.base != _ANNUAL:
                yield from _derive(change, now)


def _level_of(sentence: Sentence, index: int) -> Figure | None:
    """The level that a change is said of: the second of a pair right before it, or one of the same words."""
    change = sentence.figures[index]
    if _EACH.search(change.before()):
        return None
    pair = _pair_before(sentence, index)
    if pair:
        return pair[1]
    if change.text.startswith(_ATTRIBUTIVE, change.end) or _FROM.match(change.before()):
        # “延长三成的时间”, “由前4个月的下降1.1%转为增长”
        return None
    found = _level_named(sentence, index)
    return found if found and _changes(found, change, sentence) else None


def _changes(level: Figure, change: Figure, sentence: Sentence) -> bool:
    """Whether a change can be one of this level: not of the things that it counts, of a span of time, of a change."""
    said = level.up_to(change)
    if level.claim.kind is Kind.COUNT and (_OF_THINGS in said or _OF_THOSE.search(change.before())):
        return False
    if not _BREAK.search(said) and (level.claim.kind is Kind.DURATION or _BEHIND in level.claim.rule):
        # “价格半年涨了四成”, “38种药品降价一半”
        return False
    second = _SECOND_ORDER.search(change.before()) is not None
    return not (second and any(each.is_difference for each in sentence.between(level.end, change.start)))


def _level_named(sentence: Sentence, index: int) -> Figure | None:
    """The level of the words of a change; where there are several, the one of its time."""
    change = sentence.figures[index]
    points = change.claim.kind is Kind.POINTS
    own = [
        each
        for each in sentence.figures[:index]
        if each.claim.metric == change.claim.metric and (each.is_share if points else each.is_level)
    ]
    if change.is_difference and not points:
        own = [each for each in own if each.unit == change.unit]
    own = own or _part_of(sentence, index)
    rates = [each for each in sentence.figures if each.is_rate and each.claim.metric == change.claim.metric]
    if len(own) > 1 and len(own) == len(rates) and all(_LISTED.search(each.claim.rule) for each in rates):
        return own[rates.index(change)]
    if not own or (len(own) > 1 and len({each.claim.period for each in own}) < len(own)):
        return None
    dated = [each for each in own if each.claim.period == change.claim.period]
    return dated[-1] if dated else max(own, key=lambda each: each.claim.period)


def _part_of(sentence: Sentence, index: int) -> list[Figure]:
    """“新增本土确诊6842例、境外移入11例;本土部分多了573例”: the one level whose words hold those of the change."""
    change = sentence.figures[index]
    name = _PARTS.sub("", change.name)
    if name == change.name or not name:
        return []
    before = sentence.figures[:index]
    found = [
        each
        for last, each in zip((None, *before), before, strict=False)
        if each.is_level
        and name in change.text[max(each.clause, last.end if last else 0) : each.start]
        and (each.unit == change.unit or change.is_rate)
    ]
    return found if len(found) == 1 else []


def _pair_before(sentence: Sentence, index: int) -> tuple[Figure, Figure] | None:
    """“由312亿元修订为336亿元,增幅7.7%”: the two levels, None where no such pair stands right before."""
    change = sentence.figures[index]
    levels = [each for each in sentence.figures[:index] if each.is_level or each.is_share]
    if len(levels) > 2 and levels[-1].claim.kind is Kind.DURATION is not levels[-2].claim.kind:
        # “由76.4亿元增至98.6亿元,三年增长29.1%”
        levels.pop()
    if len(levels) < 2:
        return None
    one, two = levels[-2:]
    points = change.claim.kind is Kind.POINTS
    if one.unit != two.unit or one.claim.kind is not two.claim.kind or one.is_share is not points:
        return None
    gap = one.up_to(two)
    if _BREAK.search(gap) or not _TO.search(gap) or not _FROM.search(one.before()):
        return None
    own = change.claim.metric == two.claim.metric or _carried(change)
    units = change.is_rate or points or change.unit == two.unit
    between = sentence.between(two.end, change.start)
    return (one, two) if own and units and all(map(_passes, between)) else None


def _passes(figure: Figure) -> bool:
    """Whether a number between a pair and its change is another change or how long it took."""
    return figure.is_difference or figure.is_rate or figure.claim.kind is Kind.DURATION


def _carried(change: Figure) -> bool:
    """Whether a change names no metric of its own: “增幅7.7%”, “压缩了47.1%”."""
    return change.claim.rule.split()[1].startswith("metric.carried") or change.names_rate


def _base_of(sentence: Sentence, index: int, now: Figure, figures: Sequence[Figure]) -> Figure | None:
    """The level that a change is against: of a pair, said inside the comparison, or stated anywhere for its time."""
    change = sentence.figures[index]
    pair = _pair_before(sentence, index)
    if pair and pair[1] is now:
        return pair[0]
    dated = [
        each
        for each in sentence.figures[:index]
        if each is not now
        and each.claim.metric == now.claim.metric
        and _same_measure(each, now)
        and each.claim.period
        and each.claim.period != now.claim.period
    ]
    if change.claim.base == _ANNUAL:
        return dated[-1] if len(dated) == 1 else None
    if not change.claim.base:
        earlier = [each for each in dated if each.claim.period < now.claim.period and each.start < now.start]
        return earlier[0] if len(dated) == 1 and earlier else None
    base = _period(change.claim.base, now.claim.period)
    own = [each for each in dated if each.claim.period == base]
    if own:
        return own[-1]
    if not base or _is_real(change, now) or not is_specific(now.name):
        return None
    elsewhere = [
        each
        for each in figures
        if each.claim.period == base and each.name == now.name and each.place == now.place and _same_measure(each, now)
    ]
    return elsewhere[0] if len({each.claim.low for each in elsewhere}) == 1 else None


def _same_measure(one: Figure, two: Figure) -> bool:
    return one.unit == two.unit and one.claim.kind is two.claim.kind and (one.is_level or one.is_share)


def _period(base: str, now: str) -> str:
    """The time that a base names: the year before for yoy, nothing for what cannot be told."""
    if base != _YEAR_ON_YEAR:
        return base if _YEAR.match(base) else ""
    return _YEAR.sub(lambda year: str(int(year[0]) - 1), now) if _YEAR.match(now) else ""


def _is_real(change: Figure, now: Figure) -> bool:
    """Whether the change is of volume and not of money: the default for output in money."""
    said = change.text[now.start : change.start]
    nominal = said.rfind(_NOMINAL)
    if nominal >= 0:
        # “名义增长5.4%,扣除价格因素实际增长5.1%”
        return _REAL_WORDS.search(said, nominal) is not None
    return _REAL_WORDS.search(said) is not None or (
        now.claim.kind is Kind.MONEY and any(word in now.name for word in _REAL_METRICS)
    )


def _compare(change: Figure, now: Figure, then: Figure) -> Iterator[Finding]:
    """The stated change against that of the two levels."""
    if (now.interval.low or 0) < 0 or (then.interval.low or 0) <= 0:
        return
    ends = ((now.interval, then.interval), (now.exact, then.exact))
    fell = now.value < then.value
    down = change.claim.is_taken_off if change.claim.change else fell
    if change.is_difference:
        readings = [[(old - new if down else new - old) for new, old in ends]]
        if change.claim.kind is not Kind.POINTS and change.unit != now.unit:
            return
    else:
        readings = list(_rates(change, ends, down))
        if change.claim.kind is Kind.MULTIPLE and down is not fell and not now.interval.meets(then.interval):
            # “由300宗升至720宗,跌幅1.4倍”
            readings = [[-reading for reading in each] for each in readings]
    verdicts = [judge(change.interval, expected, exact) for expected, exact in readings]
    best = min(range(len(readings)), key=lambda at: _RANK[verdicts[at]])
    verdict, expected = verdicts[best], readings[best][0]
    direct = (
        then.start > now.start and not _BREAK.search(then.up_to(change)) and not _REAL_WORDS.search(then.up_to(change))
    )
    if verdict is Verdict.INCONSISTENT and not direct and _is_real(change, now) and down is fell:
        prices = exactly(100 * _years(then, now)).scale(Interval(-_PRICES, _PRICES))
        verdict = Verdict.INCOMPARABLE if (change.interval + prices).meets(expected) else verdict
    spots = (change.spot, now.spot, then.spot)
    message = "from {2} to {1} is {expected}, stated is {0}"
    yield Finding(Check.GROWTH, verdict, spots, message, change.interval, expected)


def _rates(
    change: Figure, ends: tuple[tuple[Interval, Interval], tuple[Interval, Interval]], down: bool
) -> Iterator[list[Interval]]:
    """The change in the unit it was stated in; multiples both as “to” and as “by” so many times."""
    ratios = [now / then for now, then in ends]
    if change.claim.kind is Kind.PERCENT:
        yield [HUNDRED.scale(ONE - ratio if down else ratio - ONE) for ratio in ratios]
        return
    yield ratios
    if change.claim.change and "double" not in change.claim.rule:
        yield [ratio - ONE for ratio in ratios]


def _years(then: Figure, now: Figure) -> int:
    one, two = (_YEAR.match(each.claim.period) for each in (then, now))
    return max(int(two[0]) - int(one[0]), 1) if one and two else 1


def _compare_average(change: Figure, now: Figure, then: Figure) -> Iterator[Finding]:
    """“2020年872.4亿元,2023年1186.5亿元,三年年均增长10.8%”."""
    years = _years(then, now)
    whole_years = all(_YEAR.fullmatch(each.claim.period) for each in (then, now))
    if not whole_years or change.claim.kind is not Kind.PERCENT or years < 2:
        return
    if _is_real(change, now) or not divisible(now, then):
        return
    rate = -change.interval if change.claim.is_taken_off else change.interval
    low, high = ((Fraction(100) + (bound or 0)) / 100 for bound in (rate.low, rate.high))
    if low < 0:
        # Nothing falls by more than all of it.
        return
    stated = replace(rate, low=low, high=high) ** years
    verdict = judge(stated, now.interval / then.interval, now.exact / then.exact)
    leads = "does not lead" if verdict is Verdict.INCONSISTENT else "leads"
    message = f"{{0}} a year for {years} years {leads} from {{2}} to {{1}}"
    yield Finding(Check.AVERAGE, verdict, (change.spot, now.spot, then.spot), message, change.interval)


def _derive(change: Figure, now: Figure) -> Iterator[Finding]:
    """The base that a level and its change imply: 196.5亿元, up 74.5 % → 112.6亿元."""
    claim = change.claim
    if not claim.change or claim.modifier or _is_real(change, now) or claim.kind is Kind.POINTS:
        return
    if claim.kind is Kind.MULTIPLE and _LEVERAGE.search(change.before()):
        return
    if change.is_difference and not claim.base and (_STILL.search(change.before()) or not _carried(change)):
        # “新增3.1万个,今年计划再增2.4万个”
        return
    base = _implied(change, now)
    if base is None:
        return
    when = _period(claim.base, now.claim.period) or claim.base
    message = f"implied{' ' if when else ''}{when} base of {{metric}}: {{expected}}, from {{0}} and {{1}}"
    yield Finding(Check.GROWTH, Verdict.INCOMPARABLE, (now.spot, change.spot), message, None, base, derived=True)


def _implied(change: Figure, now: Figure) -> Interval | None:
    down = change.claim.is_taken_off
    try:
        if change.is_difference:
            return now.interval + change.interval if down else now.interval - change.interval
        if change.claim.kind is Kind.MULTIPLE:
            step = change.interval if "double" in change.claim.rule else change.interval + ONE
            return now.interval * step if down else now.interval / step
        part = change.interval / HUNDRED
        return now.interval / (ONE - part if down else ONE + part)
    except ValueError:
        return None
