"""Ratios: one amount over another against the percentage, the multiple or the amount for each that was stated."""

from collections.abc import Sequence
from enum import Enum, auto
from fractions import Fraction

from pressparse.claims.check.figure import Figure
from pressparse.claims.check.finding import Check, Finding, Verdict, judge
from pressparse.claims.check.interval import HUNDRED, ONE, Interval
from pressparse.claims.check.slip import one_slip_explains
from pressparse.claims.kind import Kind
from pressparse.lexicon import read_tree

_PEOPLE = set(read_tree("checks")["shares"]["people"])


class Trust(Enum):
    """How sure it is that two amounts belong to a ratio; NONE reports only what fits, SLIP what one slip explains."""

    NONE = auto()
    SLIP = auto()
    FIRM = auto()


def count_alike(one: Figure, two: Figure) -> bool:
    """Whether two numbers count the same: people and attendances do where a rate is made of them."""
    return one.claim.kind is two.claim.kind and (one.unit == two.unit or {one.unit, two.unit} == _PEOPLE)


def divisible(one: Figure, other: Figure) -> bool:
    """Whether one amount may be divided by another: not below zero, and above it."""
    return one.interval.low is not None and one.interval.low >= 0 and (other.interval.low or 0) > 0


def weigh(share: Figure, part: Figure, wholes: Sequence[Figure], *, trust: Trust) -> list[Finding]:
    """The ratio of a part to the whole that fits best; a misfit where there is one whole and trust enough."""
    factor = HUNDRED if share.claim.kind is Kind.PERCENT else ONE
    findings = []
    for whole in wholes:
        if (trust is not Trust.SLIP and not count_alike(whole, part)) or not divisible(part, whole):
            continue
        verdict, expected = _ratio(share, part, whole, factor)
        message = "{1} of {2} is {expected}, stated is {0}"
        spots = (share.spot, part.spot, whole.spot)
        findings.append(Finding(Check.SHARE, verdict, spots, message, share.interval, expected))
    fitting = [finding for finding in findings if finding.verdict is not Verdict.INCONSISTENT]
    if fitting:
        return fitting[-1:]
    if len({finding.spots[2].claim.low for finding in findings if finding.spots[2].claim}) != 1:
        return []
    sure = trust is Trust.FIRM and part.unit == wholes[0].unit
    slipped = trust is not Trust.NONE and _slipped(share, part, wholes[0], factor)
    return findings[:1] if sure or slipped else []


def _ratio(share: Figure, part: Figure, whole: Figure, factor: Interval) -> tuple[Verdict, Interval]:
    expected = part.interval / whole.interval * factor
    if factor is HUNDRED and whole.interval.below(part.interval):
        return Verdict.INCONSISTENT, expected
    return judge(share.interval, expected, part.exact / whole.exact * factor), expected


def _slipped(share: Figure, part: Figure, whole: Figure, factor: Interval) -> bool:
    """Whether the ratio would fit but for one slip; else it may be of another whole."""

    def fits(said: list[Interval]) -> bool:
        return (said[2].low or Fraction(0)) > 0 and said[0].meets(said[1] / said[2] * factor)

    return one_slip_explains([share, part, whole], fits)
