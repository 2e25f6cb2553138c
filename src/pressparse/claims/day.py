"""Days and months told without the month or the year: “16日”, “后两个月”."""

import re
from datetime import date
from typing import Final

from pressparse.claims.moment import NOTHING, Spoken, Time
from pressparse.claims.reckoning import day_near, read_number
from pressparse.claims.rule import leads
from pressparse.lexicon import read_tree

_TREE: Final = read_tree("periods")
_SIGN: Final = _TREE["signs"]
_TAIL: Final = _TREE["tails"]
_FORES: Final = frozenset(_SIGN["fores"])
_MONTH_ENDS: Final = frozenset(_SIGN["month_ends"])
_LAST_DAY: Final = 31
_COMING: Final = re.compile(_TAIL["coming"])
_DAY_SPAN: Final = re.compile(read_tree("quantities")["day"]["span"])


def find_day(text: str, start: int, end: int, *, on: date | None, spoken: Spoken = NOTHING) -> Time | None:
    """The day, or the days, that start:end names without a month (“16日”, “9日至12日”); None where none can be told.

    >>> find_day("16日发送旅客", 0, 3, on=date(2008, 1, 17)).period
    '2008-01-16'
    """
    said = text[start : end - 1]
    span = _DAY_SPAN.fullmatch(said)
    if on is None or not (span or said.isdigit() or 0 < read_number(said) <= _LAST_DAY):
        return None
    ahead = _COMING.match(text, end) is not None
    named = (span["last"], span["first"]) if span else (said,)
    days = [
        day_near(read_number(day), on, spoken.year if spoken.month else 0, spoken.month, ahead=ahead) for day in named
    ]
    if not all(days) or days[-1] > days[0]:
        return None
    if text[start - 1 : start] in _FORES and text[start - 2 : start - 1] in _MONTH_ENDS and start > 1:
        # “6月份首15日”: the first of them to that one.
        days, start = [days[0], f"{days[0][:-2]}01"], start - 1
    period = "/".join(reversed(days))
    return Time(start, end, period, leads=leads(text, start, end, period))


def last_months(text: str, at: int, count: str) -> str:
    """The first and the last month of “后两个月” at `at`, as “11/12”, where “前10个月” was said; "" where it was not.

    >>> last_months("前10个月增加31天,后两个月减少17天", 12, "2")
    '11/12'
    >>> last_months("上半年前4个月增加,后2个月减少", 11, "2"), last_months("灾后两个月", 2, "2")
    ('05/06', '')
    """
    parts = list(_FIRST_PART.finditer(text, max(at - _LONGEST_PART, 0), at))
    if not parts or not count.isdigit():
        return ""
    part, said = parts[-1], int(count)
    last = _HALF_YEAR if part["first"] else _YEAR
    whole = _HALF_YEAR if part["first"] or part["second"] else _YEAR
    return f"{last - said + 1:02}/{last:02}" if said + read_number(part["months"]) == whole else ""


def find_last_months(text: str, start: int, end: int, year: int) -> Time:
    """“后两个月” of the year that is spoken of, 0 where none is."""
    number = text[start + 1 : end].partition(_SIGN["individual"])[0]
    first, _, last = last_months(text, start + 1, str(read_number(number))).partition("/")
    period = f"{year}-{first}/{year}-{last}" if year else ""
    return Time(start, end, period, leads=leads(text, start, end, period))


_FIRST_PART: Final = re.compile(_TAIL["first_part"])
_LONGEST_PART: Final = 60
_YEAR: Final = 12
_HALF_YEAR: Final = 6
