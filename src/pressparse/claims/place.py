"""Places: what is known about a number in its clause before its metric is."""

from typing import ClassVar

from pressparse.claims.behind import Behind
from pressparse.claims.moment import Time
from pressparse.claims.peel import Peel
from pressparse.claims.phrase import Words
from pressparse.claims.quantity import Quantity
from pressparse.record import Record

Stretch = tuple[int, int]


class Place(Record):
    """What is known about a number in its clause before its metric is.

    `head` is what the clause says before it, `sort` what that is ("" when not asked yet) and `verbal` whether it is
    but a verb; `behind` is the noun phrase behind it; what belongs to the number is within clause:limit. `joined` goes
    on a list, `arrived` is the second value of “由……到”.
    """

    names: ClassVar = (
        "text",
        "quantity",
        "found",
        "head",
        "sort",
        "verbal",
        "behind",
        "clause",
        "limit",
        "joined",
        "arrived",
        "words",
        "starts",
    )
    __slots__ = names

    def __init__(
        self,
        text: str,
        quantity: Quantity,
        found: Peel,
        head: Stretch,
        sort: str,
        verbal: bool,
        behind: Behind,
        clause: int,
        limit: int,
        joined: bool,
        arrived: bool,
        words: Words,
        starts: dict[int, Time],
    ) -> None:
        self.text = text
        self.quantity = quantity
        self.found = found
        self.head = head
        self.sort = sort
        self.verbal = verbal
        self.behind = behind
        self.clause = clause
        self.limit = limit
        self.joined = joined
        self.arrived = arrived
        self.words = words
        self.starts = starts


def ends_in_verb(place: Place, own: Stretch) -> bool:
    """Whether what stands before a number ends in what is done with what stands behind: “加征|38.1%的关税”."""
    word = place.words.before(own[1])
    return word is not None and word.sort == "verb" and word.end - word.start > 1 and word.start >= own[0]
