"""Fractions in words: “百分之五点二”, “三分之一”, always in percent."""

import re
from decimal import Decimal
from typing import Final

from pressparse.claims.kind import PERCENT
from pressparse.claims.minus import signed
from pressparse.claims.numeral import RUN, listed_pair, parse_numeral
from pressparse.claims.quantity import Quantity
from pressparse.claims.surplus import is_surplus
from pressparse.lexicon import read_tree

_SIGN: Final = read_tree("quantities")["signs"]
_HUNDRED: Final = Decimal(100)
# What joins the two ends of a range.
JOIN: Final = re.compile(_SIGN["join"])
_ENUMERATION: Final[str] = _SIGN["list_words"][0]
_POINT_SOME: Final = tuple(_SIGN["point_some"])
_LIST_ENDS: Final = frozenset(_SIGN["breaks"] + _SIGN["about_behind"]) | {""}
FRACTION_NEXT: Final = frozenset((" ", _SIGN["percent_of"][0]))
_PARTS_OF: Final = re.compile(
    rf"[ ]*(?:{_SIGN['percent_of']}|{_SIGN['percent_of'][0]}[ ]*{_SIGN['percent_of'][1]})[ ]*"
)


# “三分一”, as Cantonese has it, but “三分二十秒”.
_SHORT_PARTS: Final = re.compile(_SIGN["short_parts"])
_SHORT_WHOLES: Final = frozenset(Decimal(whole) for whole in _SIGN["short_wholes"])


def read_fraction(text: str, start: int, end: int, whole: Decimal) -> Quantity | None:
    """“百分之五点二”, “三分之一”, “百分之三十至四十”: always in percent."""
    link = _PARTS_OF.match(text, end) or (_SHORT_PARTS.match(text, end) if whole in _SHORT_WHOLES else None)
    run = RUN.match(text, link.end()) if link else None
    if link is None or run is None or not whole:
        return None
    low = parse_numeral(run[0])
    if low is None:
        return None
    high, stop = low, run.end()
    join = JOIN.match(text, stop)
    second = RUN.match(text, join.end()) if join else None
    if second:
        if again := _PARTS_OF.match(text, second.end()):
            second = RUN.match(text, again.end())
        if second and (top := parse_numeral(second[0])) and top.high >= low.low:
            high, stop = top, second.end()
    elif text[stop : stop + 1] == _ENUMERATION and (pair := RUN.match(text, stop + 1)):
        tens = listed_pair(text, *pair.span())
        top = parse_numeral(pair[0])
        if tens is not None and tens[1] == run.start() and len(pair[0]) > 1:
            # “百分之四、五十”
            low, high, stop = tens[0], tens[0], pair.end()
        elif text[pair.end() : pair.end() + 1] in _LIST_ENDS and top is not None and top.low == low.low + 1:
            # “百分之十四、十五”, but “百分之三、四是…”, “百分之九十九、百分之五”
            high, stop = top, pair.end()
    start, sign = signed(text, start)
    least, most = (_of_whole(part, whole) * sign for part in (low.low, high.high))
    modifier = "more_than" if low.more else ""
    if text[stop : stop + 1] and is_surplus(text, stop):
        # “十分之一强”
        modifier, stop = "more_than", stop + 1
    elif text.startswith(_POINT_SOME, stop):
        # “百分之六点多”
        modifier, stop = "more_than", stop + len(_POINT_SOME[0])
    return Quantity(start, stop, PERCENT, least, most, "%", 0, 0, modifier, stop, "percent.fraction")


def _of_whole(part: Decimal, whole: Decimal) -> Decimal:
    return part if whole == _HUNDRED else part * _HUNDRED / whole
