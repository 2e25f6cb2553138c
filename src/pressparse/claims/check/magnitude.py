"""Magnitude: a number that is out of line with its metric elsewhere by a power of ten (万 for 亿)."""

from collections import defaultdict
from collections.abc import Iterator, Sequence

from pressparse.claims.check.figure import Figure
from pressparse.claims.check.finding import Check, Finding, Verdict
from pressparse.claims.check.interval import Interval
from pressparse.claims.check.name import is_specific
from pressparse.claims.kind import Kind

# 万 and 亿 are 10 000 apart; a slip of the point is 10 or 100. Growth may be tenfold, hardly a hundredfold.
_SLIP = 50
_KINDS = frozenset((Kind.MONEY, Kind.COUNT, Kind.MEASURE))


def check_magnitudes(figures: Sequence[Figure]) -> Iterator[Finding]:
    """Levels of one metric in different periods of one length, fifty times apart or more."""
    groups: dict[tuple[str, str, str, int], list[Figure]] = defaultdict(list)
    for figure in figures:
        claim = figure.claim
        own = " metric.before" in claim.rule
        if figure.is_level and claim.kind in _KINDS and claim.period and own and is_specific(figure.name):
            groups[(figure.name, figure.place, figure.unit, len(claim.period))].append(figure)
    for group in groups.values():
        for index, later in enumerate(group):
            far = [each for each in group[:index] if _apart(each, later)]
            if far:
                message = "{0} is out of line with {1} by a power of ten"
                yield Finding(
                    Check.MAGNITUDE, Verdict.INCONSISTENT, (later.spot, far[0].spot), message, later.interval,
                    _around(far[0]),
                )  # fmt: skip
                break


def _apart(one: Figure, two: Figure) -> bool:
    if one.claim.period == two.claim.period or not one.value or not two.value:
        return False
    ratio = one.value / two.value
    return ratio >= _SLIP or ratio <= 1 / _SLIP


def _around(figure: Figure) -> Interval:
    return Interval(figure.value / _SLIP, figure.value * _SLIP)
