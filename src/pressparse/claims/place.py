"""Places: what is known about a number in its clause before its metric is."""

import re
from typing import ClassVar, Final

from pressparse.claims.behind import Behind
from pressparse.claims.comparison import COMPARED, WITH
from pressparse.claims.kind import DURATION
from pressparse.claims.link import role_of
from pressparse.claims.moment import Time
from pressparse.claims.peel import Peel
from pressparse.claims.phrase import Words
from pressparse.claims.quantity import Quantity
from pressparse.lexicon import read_tree, read_words
from pressparse.record import Record

_SIGN: Final = read_tree("quantities")["signs"]
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


_ONE_OF: Final = re.compile(_SIGN["one_of_them"])


def is_countable(text: str, start: int, end: int) -> bool:
    """Whether a phrase ends in what can be measured: “旅客人数”."""
    return text[end - 1] in _COUNTABLE_ENDS and text.endswith(_COUNTABLE, start, end)


def is_dated(place: Place, at: int) -> bool:
    """Whether the phrase at `at` is what a number is compared with at another time: “比去年春运多了39%”."""
    for start in range(at - 1, max(at - _LONGEST_TIME, place.clause) - 1, -1):
        if (time := place.starts.get(start)) is not None:
            sign = place.text[start - 1 : start]
            # “跟去年春运同一时段比多了9%”
            framed = sign in WITH and place.text.startswith(COMPARED, place.found.end)
            if at - time.end > 1 or not (sign in _COMPARE_SIGNS or framed):
                return False
            if place.text.endswith(_LEVELS_THEN, *place.head):
                # “比上年执行数|增加676亿元”
                return True
            # “2023年比2022年|旅客人数下降5%”: two years that are compared, and of what.
            return not is_countable(place.text, *place.head) and not _follows_time(place, start - 1)
    return False


def _follows_time(place: Place, at: int) -> bool:
    """Whether a time of the clause ends at `at`."""
    near = range(max(at - _LONGEST_TIME, place.clause), at)
    return any((time := place.starts.get(start)) is not None and time.end == at for start in near)


_LEVELS_THEN: Final = tuple(_SIGN["levels_then"])
_LONGEST_TIME: Final = 12
_COMPARE_SIGNS: Final = frozenset(_SIGN["compare_signs"])
_COUNTABLE: Final = tuple(sorted(read_words("indicators")))
_COUNTABLE_ENDS: Final = frozenset(word[-1] for word in _COUNTABLE)
