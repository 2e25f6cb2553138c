"""Places: what is known about a number in its clause before its metric is."""

import re
from typing import ClassVar, Final

from pressparse.claims.behind import Behind
from pressparse.claims.kind import DURATION
from pressparse.claims.link import role_of
from pressparse.claims.moment import Time
from pressparse.claims.peel import Peel
from pressparse.claims.phrase import Words
from pressparse.claims.quantity import Quantity
from pressparse.lexicon import read_tree
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


def term_end(place: Place, start: int, end: int) -> int:
    """Where what lasts ends behind a length of time: “住户有4个月|宽限期|迁出单位”."""
    term = _TERM.match(place.text, start, end) if place.quantity.kind is DURATION else None
    verb = place.words.starting(term.end()) if term else None
    return term.end() if term and verb is not None and verb.sort == "verb" else end


_TERM: Final = re.compile(read_tree("quantities")["signs"]["term"])


def is_told_of(place: Place, own: Stretch) -> bool:
    """Whether a noun before a number is what the verb behind it tells of: no verb stands there that gives."""
    gives = role_of(place.text[own[0] : own[1]]) == "give" or ends_in_verb(place, own)
    # “铺设一条|30米长的进出便道”
    return not gives and _ONE_OF.search(place.text, *own) is None


_ONE_OF: Final = re.compile(read_tree("quantities")["signs"]["one_of_them"])
