"""Intervals: what a rounded number may stand for, and exact arithmetic with it."""

from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from math import prod

Bound = Fraction | None


@dataclass(frozen=True, slots=True)
class Interval:
    """All numbers from `low` to `high`, exactly; None means that this side has no end.

    An open side leaves its bound out. Bounds are fractions, so nothing is ever rounded;
    the rule that two rounded numbers agree when their intervals meet is that of XBRL Calculations 1.1.

    >>> around(Decimal("973.8"), Decimal("0.05")) + exactly(Decimal(1))
    Interval(low=Fraction(3899, 4), high=Fraction(19497, 20), low_open=False, high_open=False)
    """

    low: Bound
    high: Bound
    low_open: bool = False
    high_open: bool = False

    def __post_init__(self) -> None:
        if self.low is not None and self.high is not None and self.low > self.high:
            raise ValueError(f"an interval from {self.low} to {self.high} is empty")

    def __add__(self, other: "Interval") -> "Interval":
        return Interval(
            _plus(self.low, other.low),
            _plus(self.high, other.high),
            self.low_open or other.low_open,
            self.high_open or other.high_open,
        )

    def __neg__(self) -> "Interval":
        low = -self.high if self.high is not None else None
        high = -self.low if self.low is not None else None
        return Interval(low, high, self.high_open, self.low_open)

    def __sub__(self, other: "Interval") -> "Interval":
        return self + (-other)

    def __mul__(self, other: "Interval") -> "Interval":
        """The products; both factors 0 or more. Raises ValueError otherwise."""
        low = _floor(self) * _floor(other)
        high = None if self.high is None or other.high is None else self.high * other.high
        if self.high == 0 or other.high == 0:
            high = Fraction(0)
        return Interval(
            low,
            high,
            bool(low) and (self.low_open or other.low_open),
            bool(high) and (self.high_open or other.high_open),
        )

    def __truediv__(self, other: "Interval") -> "Interval":
        """The quotients; dividend 0 or more, divisor above 0. Raises ValueError otherwise."""
        if _floor(other) == 0:
            raise ValueError("a divisor may be 0")
        floor = _floor(other)
        low = Fraction(0) if other.high is None else _floor(self) / other.high
        high = None if self.high is None else self.high / floor
        return Interval(
            low,
            high,
            bool(low) and (self.low_open or other.high_open),
            bool(high) and (self.high_open or other.low_open),
        )

    def __pow__(self, times: int) -> "Interval":
        """The powers, `times` 1 or more, of what is 0 or more."""
        return prod([self] * (times - 1), start=self)

    def scale(self, other: "Interval") -> "Interval":
        """The other interval, which may go below 0, times this one, which is a single number above 0."""
        factor = _floor(self)
        low = None if other.low is None else other.low * factor
        high = None if other.high is None else other.high * factor
        return Interval(low, high, other.low_open, other.high_open)

    def meets(self, other: "Interval") -> bool:
        """Whether a number lies in both."""
        return not (_below(self, other) or _below(other, self))

    def touches(self, other: "Interval") -> bool:
        """Whether two stretches, neither of them a single number, have no more than the end of one in common."""
        ends = (self.high == other.low and self.high is not None) or (self.low == other.high and self.low is not None)
        return ends and self.low != self.high and other.low != other.high

    def holds(self, value: Fraction | Decimal) -> bool:
        """Whether `value` lies inside."""
        return self.meets(exactly(value))

    def below(self, other: "Interval") -> bool:
        """Whether every number of this one is less than every number of the other."""
        return _below(self, other)


ONE = Interval(Fraction(1), Fraction(1))
HUNDRED = Interval(Fraction(100), Fraction(100))


def exactly(value: Decimal | Fraction | int) -> Interval:
    """The interval of one number."""
    bound = Fraction(value)
    return Interval(bound, bound)


def around(value: Decimal | Fraction, by: Decimal | Fraction) -> Interval:
    """From `by` below to `by` above a number."""
    return Interval(Fraction(value) - Fraction(by), Fraction(value) + Fraction(by))


def total(intervals: "list[Interval]") -> Interval:
    """The sum of intervals, 0 for none."""
    return sum(intervals, start=exactly(0))


def _plus(one: Bound, other: Bound) -> Bound:
    return None if one is None or other is None else one + other


def _floor(interval: Interval) -> Fraction:
    if interval.low is None or interval.low < 0:
        raise ValueError("products and quotients are for numbers of 0 or more")
    return interval.low


def _below(one: Interval, other: Interval) -> bool:
    if one.high is None or other.low is None:
        return False
    return one.high < other.low or (one.high == other.low and (one.high_open or other.low_open))
