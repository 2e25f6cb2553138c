"""Quotients: an amount for each (人均, 日均, 均价), against the total and how many there are."""

import re
from collections.abc import Iterator, Sequence

from pressparse.claims.check.figure import Figure, Sentence
from pressparse.claims.check.finding import Check, Finding, Verdict, judge
from pressparse.claims.check.interval import Interval
from pressparse.claims.check.ratio import divisible
from pressparse.claims.check.slip import one_slip_explains
from pressparse.claims.kind import Kind
from pressparse.lexicon import read_tree

_TREE = read_tree("checks")["quotients"]
_EACH = re.compile(_TREE["each"])
_OF_TOTAL = re.compile(_TREE["of_total"])
_UNITS: dict[str, list[str]] = _TREE["units"]
_PER = re.compile(_TREE["per"])
# “每亩最高赔950元”: no total is divided here.
_BOUNDS = frozenset(("at_most", "less_than", "at_least"))
_OTHER_TOTAL = re.compile(_TREE["other_total"])


def check_quotients(sentences: Sequence[Sentence]) -> Iterator[Finding]:
    """Each amount for one whose total is in its sentence, and the number of them there or before in the speech."""
    earlier: list[Figure] = []
    for sentence in sentences:
        if earlier and earlier[-1].speech != sentence.speech:
            earlier = []
        for figure in sentence.figures:
            units = _units_of(figure)
            if units and figure.is_level and figure.claim.modifier not in _BOUNDS:
                yield from _quotient(sentence, figure, units, earlier)
        earlier += sentence.figures


def _units_of(figure: Figure) -> list[str]:
    """What “for each” counts: people for 人均, tons for 元/吨; empty where the number is for all."""
    said = _EACH.search(figure.before())
    if per := _PER.search(figure.claim.span.of(figure.text)):
        return [per["unit"]]
    return _UNITS[said["each"]] if said else []


def _quotient(sentence: Sentence, figure: Figure, units: list[str], earlier: Sequence[Figure]) -> Iterator[Finding]:
    """The finding on the last total before it; a misfit only where one slip explains it."""
    before = sentence.between(sentence.start, figure.start)
    counts = [each for each in before if each.unit in units and each.is_level]
    counts = counts or [each for each in earlier if each.unit in units and each.is_level][-1:]
    totals = [each for each in before if _is_total(each, figure, units)]
    if not totals or not counts or not divisible(totals[-1], counts[-1]):
        return
    total, count = totals[-1], counts[-1]
    expected = total.interval / count.interval
    verdict = judge(figure.interval, expected, total.exact / count.exact)

    def fits(said: list[Interval]) -> bool:
        return (said[2].low or 0) > 0 and said[0].meets(said[1] / said[2])

    slipped = _is_share_of(figure, total) and one_slip_explains([figure, total, count], fits)
    if verdict is not Verdict.INCONSISTENT or slipped:
        message = "{1} for {2} is {expected} each, stated is {0}"
        spots = (figure.spot, total.spot, count.spot)
        yield Finding(Check.AVERAGE, verdict, spots, message, figure.interval, expected)


def _is_share_of(figure: Figure, total: Figure) -> bool:
    """Whether the words for one say that it is a part of this total: none of their own, or those of the total."""
    said = _EACH.search(figure.before())
    return said is None or _OF_TOTAL.match(said["what"]) is not None or total.name.endswith(said["what"])


def _is_total(each: Figure, figure: Figure, units: list[str]) -> bool:
    if not each.is_level or _units_of(each) or each.unit in units or _OTHER_TOTAL.search(each.before()):
        return False
    if figure.claim.kind is Kind.MONEY:
        return each.claim.kind is Kind.MONEY and figure.unit.partition("/")[0] == each.unit
    return each.claim.kind is figure.claim.kind and each.unit == figure.unit
