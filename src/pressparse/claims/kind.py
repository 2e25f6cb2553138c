"""What a number states."""

from enum import StrEnum
from typing import Final


class Kind(StrEnum):
    """The kinds of docs/claims.md; the last three are recognised but claim nothing."""

    MONEY = "money"
    COUNT = "count"
    MEASURE = "measure"
    PERCENT = "percent"
    POINTS = "points"
    MULTIPLE = "multiple"
    RATIO = "ratio"
    RANK = "rank"
    DURATION = "duration"
    DATE = "date"
    ORDINAL = "ordinal"
    LABEL = "label"

    # Python's own hash of an enum is written in Python; every set and table of kinds would ask it.
    __hash__ = str.__hash__

    @property
    def claims(self) -> bool:
        """Whether a number of this kind is a claim."""
        return self not in NO_CLAIM


# Their short names: each look at an attribute of an enum is a call, and every number is asked for its kind many times.
MONEY: Final = Kind.MONEY
COUNT: Final = Kind.COUNT
MEASURE: Final = Kind.MEASURE
PERCENT: Final = Kind.PERCENT
POINTS: Final = Kind.POINTS
MULTIPLE: Final = Kind.MULTIPLE
RATIO: Final = Kind.RATIO
RANK: Final = Kind.RANK
DURATION: Final = Kind.DURATION
DATE: Final = Kind.DATE
ORDINAL: Final = Kind.ORDINAL
LABEL: Final = Kind.LABEL
NO_CLAIM: Final = frozenset((DATE, ORDINAL, LABEL))
