"""What a number stands for: half a unit of its last stated digit to each side, open where its modifier says so."""

import re
from decimal import Decimal
from fractions import Fraction

from pressparse.claims.check.interval import Interval, around
from pressparse.claims.claim import Claim
from pressparse.claims.kind import Kind
from pressparse.lexicon import read_tree

_TREE = read_tree("checks")["precision"]
# “1,047”, “973.8”: digits as they were said.
_DIGITS = re.compile(r"[0-9][0-9,]*(?:\.[0-9]+)?")
_SCALES = frozenset(_TREE["scales"])
_FRACTION: str = _TREE["fraction"]
_ODD = tuple(_TREE["odd"])
_WHOLES = frozenset((Kind.COUNT, Kind.RANK))
# In the rule of what was doubled: “翻了一番”, “翻两番”.
_DOUBLED = "double"
_STRICT = frozenset((Kind.PERCENT, Kind.POINTS, Kind.MULTIPLE))
# Zeros at the end are no stated digits as long as that leaves the number this precise: 4600亿 may be 4550 to 4650.
_LOOSEST = Fraction(1, 40)
# 近 and 约 leave so much of the number to a side: wide enough for speech, narrow enough for a slip of the point.
_NEAR = Fraction(1, 10)
_FRACTION_SLACK = Fraction(2)


def interval_of(claim: Claim, text: str) -> Interval | None:
    """What the number of a claim may stand for; None for ratios and what has no value. `text` is what spans count in.

    973.8亿元 is 973.75亿 to 973.85亿, 近1800亿 is up to 1800亿, 148家 is 148.
    """
    low, high = claim.low, claim.high
    if not isinstance(low, Decimal) or not isinstance(high, Decimal):
        return None
    said = claim.span.of(text)
    slack = _slack(claim, low, said)
    if low == high and claim.modifier == "more_than" and any(word in said for word in _ODD):
        # “两成多” is less than three tenths.
        return Interval(Fraction(low), Fraction(low) + Fraction(Decimal(1).scaleb(_exponent(low))))
    if low == high:
        return _opened(claim.modifier, low, slack)
    return Interval(Fraction(low) - slack, Fraction(high) + slack)


def _opened(modifier: str, value: Decimal, slack: Fraction) -> Interval:
    exact, near = Fraction(value), max(slack, abs(Fraction(value)) * _NEAR)
    if modifier in ("more_than", "at_least"):
        # The mark itself stays inside: 突破1000家 is said of a thousand that has just been reached.
        return Interval(exact, None)
    if modifier in ("less_than", "at_most"):
        floor = Fraction(0) if exact >= 0 else None
        return Interval(floor, exact)
    if modifier == "nearly":
        return Interval(exact - near, exact)
    return around(exact, near if modifier == "about" else slack)


def _slack(claim: Claim, value: Decimal, said: str) -> Fraction:
    """Half of the last stated digit; 0 for what is counted one by one."""
    if _FRACTION in said:
        return _FRACTION_SLACK
    scaled = any(sign in said for sign in _SCALES)
    digits = _DIGITS.findall(said)
    if not digits:
        return _slack_in_words(claim, value, scaled)
    number = Decimal(digits[0].replace(",", ""))
    if (len(digits) > 1 and claim.low == claim.high) or not number or not value:
        # “3元5角”: the smallest part that was said.
        return Fraction(Decimal(1).scaleb(_exponent(value))) / 2
    places = max(-int(number.as_tuple().exponent), 0)
    unit: Fraction = abs(Fraction(value) / Fraction(number)) / 10**places
    if places or claim.kind in _STRICT:
        return unit / 2
    zeros = len(digits[0]) - len(digits[0].rstrip("0"))
    while zeros > 1 and unit * 10**zeros / 2 > abs(Fraction(value)) * _LOOSEST:
        zeros -= 1
    if zeros > 1:
        unit *= 10**zeros
        return unit / 2
    return Fraction(0) if claim.kind in _WHOLES and not scaled else unit / 2


def _slack_in_words(claim: Claim, value: Decimal, scaled: bool) -> Fraction:
    """The same of “十二万”, “六成”: the last sign that is no zero counts; “翻了一番” is twice, give or take a tenth."""
    if claim.kind is Kind.MULTIPLE and _DOUBLED in claim.rule:
        return abs(Fraction(value)) * _NEAR
    if claim.kind in _WHOLES and not scaled:
        return Fraction(0)
    return Fraction(Decimal(1).scaleb(_exponent(value))) / 2


def _exponent(value: Decimal) -> int:
    """The place of the last digit that is no zero: 0 for 12, 1 for 60, -1 for 0.5."""
    return int(value.normalize().as_tuple().exponent) if value else 0


def nominal(claim: Claim) -> Fraction:
    """The number as said, the middle of a range."""
    if not isinstance(claim.low, Decimal) or not isinstance(claim.high, Decimal):
        raise TypeError("a ratio has no value")
    return (Fraction(claim.low) + Fraction(claim.high)) / 2
