"""Findings: two or more statements held against each other, and what came of it."""

from dataclasses import dataclass
from enum import StrEnum

from pressparse.claims.check.interval import Interval
from pressparse.claims.claim import Claim
from pressparse.span import Span


class Check(StrEnum):
    """What was checked."""

    SUM = "sum"
    SHARE = "share"
    GROWTH = "growth"
    AVERAGE = "average"
    REPEAT = "repeat"
    LIST = "list"
    MAGNITUDE = "magnitude"


class Verdict(StrEnum):
    """What came of it; only INCONSISTENT is a contradiction."""

    CONSISTENT = "consistent"
    ROUNDING = "rounding"
    INCOMPLETE = "incomplete"
    INCONSISTENT = "inconsistent"
    INCOMPARABLE = "incomparable"


@dataclass(frozen=True, slots=True)
class Spot:
    """A place in one of the speeches, and the claim that stands there, None for the item of a list."""

    speech: int
    span: Span
    sentence: Span
    claim: Claim | None = None


@dataclass(frozen=True, slots=True)
class Finding:
    """What was found out about some places of the text; the first of them is the one that is judged.

    `stated` and `expected` are numbers in base units. `message` has {0}, {1} … for the words at the places, and
    {stated}, {expected} for the numbers, which are to be shown in the scale of the place `like`.
    """

    check: Check
    verdict: Verdict
    spots: tuple[Spot, ...]
    message: str
    stated: Interval | None = None
    expected: Interval | None = None
    like: int = 0
    derived: bool = False


def judge(stated: Interval, expected: Interval, exact: Interval) -> Verdict:
    """Consistent when the number computed from what was said, `exact`, is what was stated; rounding when it may be."""
    if not stated.meets(expected):
        return Verdict.INCONSISTENT
    return Verdict.CONSISTENT if stated.meets(exact) else Verdict.ROUNDING
