"""Comparisons: whether a clause compares its number, and whether what it is compared with was at another time."""

import re
from typing import Final

from pressparse.claims.moment import Time
from pressparse.lexicon import read_tree

_SIGN: Final = read_tree("quantities")["signs"]
_COMPARING: Final = re.compile(_SIGN["comparing"])
_EARLIER: Final = re.compile(_SIGN["earlier"])
# “跟去年春运同一时段比|多了9%”: what opens such a comparison, and what closes it.
WITH: Final = frozenset(_SIGN["with"])
COMPARED: Final = tuple(word.rstrip(",") for word in _SIGN["compared_behind"])
_LONGEST_CLAUSE: Final = 60
_CLAUSE: Final[str] = _SIGN["clause"]
_COMMA: Final = ","
_THAN_NUMBER: Final = re.compile(_SIGN["than_number"])
_LONGEST_THAN: Final = 24


def is_comparing(text: str, floor: int, at: int) -> bool:
    """Whether floor:at compares, or the clause before it did (“跟去年6月比,还是高出23.5%”)."""
    closed = text[floor - 1 : floor] == _COMMA and text.endswith(COMPARED, 0, floor - 1)
    return closed or _COMPARING.search(text, floor, at) is not None


def is_earlier(text: str, floor: int, start: int, times: dict[int, Time]) -> bool:
    """Whether what a number at `start` is compared with was at another time: “比去年春运|多了39%”, “比前一个十年”."""
    if text[floor - 1 : floor] == _COMMA and text.endswith(COMPARED, 0, floor - 1):
        near = max(floor - _LONGEST_CLAUSE, 0)
        floor = max(near - 1, *(text.rfind(sign, near, floor - 1) for sign in _CLAUSE)) + 1
    elif than := _THAN_NUMBER.search(text, max(floor - _LONGEST_THAN, 0), floor):
        floor = than.start()
    if _EARLIER.search(text, floor, start):
        return True
    compared = _COMPARING.search(text, floor, start)
    first = compared.end() if compared else start
    if any((time := times.get(at)) is not None and time.start == first for at in range(first + 1, start)):
        return True
    # “跟去年春运同一时段比|多了351万人次”
    said = (times.get(at) for at in range(floor + 1, start))
    return any(time is not None and text[time.start - 1 : time.start] in WITH for time in said)


def is_than(text: str, floor: int, at: int) -> bool:
    """Whether the number that ends at `floor`, behind which a word at `at` ends, is compared with: “比160张床位|多”."""
    return at <= floor + 1 and _THAN_NUMBER.search(text, max(floor - _LONGEST_THAN, 0), floor) is not None
