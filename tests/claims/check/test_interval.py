"""Intervals: exact, sound against sampled values, open where a modifier opens them."""

from datetime import date
from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pressparse.claims.check.interval import Interval, around, exactly, total
from pressparse.claims.check.precision import interval_of
from pressparse.claims.claim import find_claims

NUMBERS = st.fractions(min_value=0, max_value=10**6, max_denominator=1000)


@st.composite
def sampled(draw: st.DrawFn, *, least: int = 0) -> tuple[Interval, Fraction]:
    """An interval above `least` and a number inside."""
    low, more, part = draw(NUMBERS), draw(NUMBERS), draw(st.fractions(min_value=0, max_value=1, max_denominator=100))
    low += least
    open_low, open_high = draw(st.booleans()), draw(st.booleans())
    value = low + more * part
    inside = (not open_low or value > low) and (not open_high or value < low + more)
    interval = Interval(low, low + more, open_low and inside, open_high and inside)
    return (interval, value) if interval.holds(value) else (Interval(low, low + more), value)


@given(sampled(), sampled(), sampled(least=1))
def test_arithmetic_is_sound(one, two, three) -> None:
    """What is computed from numbers inside lies inside what is computed from the intervals."""
    (a, x), (b, y), (c, z) = one, two, three
    assert (a + b).holds(x + y)
    assert (a - b).holds(x - y)
    assert (a * b).holds(x * y)
    assert (a / c).holds(x / z)
    assert (a**3).holds(x**3)
    assert total([a, b, c]).holds(x + y + z)


@given(sampled(), sampled())
def test_meeting_is_mutual_and_sound(one, two) -> None:
    """Intervals that share a number meet, whichever is asked; those that are apart share none."""
    (a, x), (b, y) = one, two
    assert a.meets(b) == b.meets(a)
    if b.holds(x) or a.holds(y):
        assert a.meets(b)
    assert a.meets(b) or a.below(b) or b.below(a)


@given(sampled())
def test_an_open_end_holds_all_beyond(one) -> None:
    """Without an upper end every larger number is inside, sums included."""
    interval, value = one
    endless = Interval(interval.low, None)
    assert endless.holds(value + 10**9)
    assert (endless + interval).high is None
    assert (endless * exactly(2)).high is None


def test_what_has_no_answer_raises() -> None:
    """An empty interval, a divisor around 0 and negative factors are refused."""
    with pytest.raises(ValueError, match="empty"):
        Interval(Fraction(2), Fraction(1))
    with pytest.raises(ValueError, match="divisor"):
        exactly(1) / Interval(Fraction(0), Fraction(1))
    with pytest.raises(ValueError, match="0 or more"):
        around(Decimal(0), Decimal(1)) * exactly(1)


@pytest.mark.parametrize(
    ("said", "low", "high"),
    [
        ("收入973.8亿元", "97375000000", "97385000000"),
        ("机构148家", "148", "148"),
        ("机构1.2万家", "11500", "12500"),
        ("收入4600亿元", "455000000000", "465000000000"),
        ("占比57.4%", "57.35", "57.45"),
        ("占比100%", "99.5", "100.5"),
        ("收入近1800亿元", "162000000000", "180000000000"),
        ("收入超1300亿元", "130000000000", None),
        ("机构不到200家", "0", "200"),
        ("占比六成", "55", "65"),
        ("价格26元5角", "26.45", "26.55"),
        ("机构3—5家", "3", "5"),
    ],
)
def test_a_number_stands_for_its_stated_precision(said: str, low: str, high: str | None) -> None:
    """Half of the last stated digit to each side; counted things exactly; open on the side of the modifier."""
    (claim,) = find_claims(said, on=date(2024, 1, 1))
    interval = interval_of(claim, said)
    assert interval is not None
    assert interval.low == Fraction(low)
    assert interval.high == (Fraction(high) if high else None)
