"""Apiece: as many numbers as the time in front of them has years, quarters or months are of one each."""

import re
from typing import Final

from pressparse.claims.moment import Time
from pressparse.lexicon import read_tree

_SPLIT: Final = re.compile(read_tree("quantities")["signs"]["list_split"])
_PERIODS: Final = read_tree("periods")["signs"]
_MONTH_COMMA: Final[str] = _PERIODS["month_comma"]
_QUARTER: Final = re.compile(_PERIODS["quarter"])
_YEAR_SIZE: Final = 4
_MONTH_SIZE: Final = 7
_QUARTER_MONTHS: Final = 3


def periods_apiece(text: str, time: Time, count: int, start: int) -> list[str]:
    """The years, quarters or months that a time spans, in order, where they are `count` in number; empty for others.

    “7、8、9月”, “2021年至2023年,巡查次数分别为…”. `start` is where the first number begins: of a list of things in
    front of it (“甲、乙两区”) each number is of one thing, and all are of the whole time, unless that itself is a list.
    """
    first, _, last = time.period.partition("/")
    if not last or len(first) != len(last):
        return []
    if text.find(_MONTH_COMMA, time.start, time.end) < 0 and _SPLIT.search(text, time.end, start):
        return []
    if len(first) == _YEAR_SIZE:
        years = range(int(first), int(last) + 1)
        return [str(year) for year in years] if len(years) == count else []
    if len(first) != _MONTH_SIZE or first[:_YEAR_SIZE] != last[:_YEAR_SIZE]:
        return []
    year, opens, closes = first[:_YEAR_SIZE], int(first[-2:]), int(last[-2:])
    if _QUARTER.search(text, time.start, time.end):
        quarters = range(opens, closes, _QUARTER_MONTHS)
        return [f"{year}-{month:02}/{year}-{month + 2:02}" for month in quarters] if len(quarters) == count else []
    months = range(opens, closes + 1)
    return [f"{year}-{month:02}" for month in months] if len(months) == count else []
