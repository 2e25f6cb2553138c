"""Numerals: what a string of number signs is worth."""

from decimal import Decimal

import cn2an
import pytest
from claim_case import read_cases
from hypothesis import given, settings
from hypothesis import strategies as st

from pressparse.claims.claim import format_value
from pressparse.claims.numeral import RUN, parse_numeral


@pytest.mark.parametrize("case", read_cases("numeral"), ids=lambda case: case["text"])
def test_worth(case: dict[str, str]) -> None:
    """Each spelling of a numeral has one exact worth, a second where neighbours are said, and may leave more open."""
    match = RUN.match(case["text"])
    assert match is not None
    assert match[0] == case["text"]
    numeral = parse_numeral(case["text"])
    assert numeral is not None
    assert [format_value(numeral.low), format_value(numeral.high)] == [case["low"], case["high"] or case["low"]]
    assert numeral.more == bool(case["more"])


@pytest.mark.parametrize("text", [case["text"] for case in read_cases("numeral.none")])
def test_no_numeral(text: str) -> None:
    """Signs that make no number are refused, never guessed at."""
    assert parse_numeral(text) is None


@settings(max_examples=2000, deadline=None)
@given(st.integers(min_value=0, max_value=10**16 - 1), st.sampled_from(["low", "up"]))
def test_magnitude_against_oracle(number: int, mode: str) -> None:
    """No numeral written by cn2an is read with another worth: magnitudes are safe up to 10**16."""
    written = cn2an.an2cn(str(number), mode)
    numeral = parse_numeral(written)
    assert numeral is not None
    assert numeral.low == Decimal(number)


@settings(max_examples=500, deadline=None)
@given(st.decimals(min_value=0, max_value=10**6, places=2), st.sampled_from(["", "万", "亿", "万亿"]))
def test_arabic_with_scale(number: Decimal, scale: str) -> None:
    """An Arabic decimal with a scale sign is the product, exactly."""
    power = {"": 0, "万": 4, "亿": 8, "万亿": 12}[scale]
    numeral = parse_numeral(f"{number}{scale}")
    assert numeral is not None
    assert numeral.low == number.scaleb(power)
