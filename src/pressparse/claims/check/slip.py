"""Slips: whether one wrong digit, a moved point or 万 for 亿 explains why numbers do not fit."""

import re
from collections.abc import Callable, Iterator, Sequence
from decimal import Decimal
from fractions import Fraction

from pressparse.claims.check.figure import Figure
from pressparse.claims.check.interval import Interval, exactly

_DIGITS = re.compile(r"[0-9][0-9,]*(?:\.[0-9]+)?")
_SCALES = (Fraction(10), Fraction(1, 10), Fraction(10**4), Fraction(1, 10**4))


def one_slip_explains(figures: Sequence[Figure], fits: Callable[[list[Interval]], bool]) -> bool:
    """Whether the numbers would fit if one digit or the scale of one of them were another.

    Numbers that do not belong together are seldom one slip from fitting: their difference would have to be a
    single digit and zeros.
    """
    said = [figure.interval for figure in figures]
    return any(
        fits([*said[:at], other, *said[at + 1 :]]) for at, figure in enumerate(figures) for other in _others(figure)
    )


def _others(figure: Figure) -> Iterator[Interval]:
    """What a number may have been before one slip."""
    for scale in _SCALES:
        yield exactly(scale).scale(figure.interval)
    match = _DIGITS.search(figure.claim.span.of(figure.text))
    digits = match[0].replace(",", "") if match else ""
    if not digits or not figure.value or not Decimal(digits):
        return
    unit = figure.value / Fraction(digits)
    for at, sign in enumerate(digits):
        for other in "0123456789" if sign.isdigit() else "":
            moved = Fraction(digits[:at] + other + digits[at + 1 :]) * unit - figure.value
            if other != sign and figure.value + moved > 0 and (figure.interval.low or 0) + moved >= 0:
                yield figure.interval + exactly(moved)
