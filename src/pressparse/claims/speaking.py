"""Speaking: the time that is being spoken of behind a time that was said."""

from datetime import date
from typing import Final

from pressparse.claims.carry import is_aside
from pressparse.claims.moment import Spoken, Time
from pressparse.claims.period import RELATIVE
from pressparse.claims.reckoning import is_week
from pressparse.lexicon import read_tree

_STOPS: Final[str] = read_tree("quantities")["signs"]["stops"]
# “按上年度缴费的30%”: such a year is told from the one spoken of and does not take its place.
_BEFORE_THAT: Final = tuple(word for word, (unit, _) in RELATIVE.items() if unit == "before")
_DAY_SIZE: Final = 10
_FIRST_QUARTER: Final = 3


def speak(text: str, spoken: Spoken, time: Time, on: date | None) -> Spoken:
    """What is spoken of behind a time."""
    said = _speak(text, spoken, time, on)
    long = time.leads and len(time.period) >= _DAY_SIZE
    week = time.period if long and is_week(time.period) else spoken.week
    day = time.period if long and len(time.period) == _DAY_SIZE else spoken.day
    return said if week == said.week and day == said.day else said.but(week=week, day=day)


def _speak(text: str, spoken: Spoken, time: Time, on: date | None) -> Spoken:
    if not time.leads or text.startswith(_BEFORE_THAT, time.start):
        return spoken.but(until=time.end) if spoken.passing else spoken
    if time.year != spoken.year and is_aside(text, time):
        return spoken.but(until=time.end)
    if time.period.endswith("/") and text[time.start].isdigit():
        # “为1961年以来同期第四多。4月12日…”: whatever began then, what is told next is of now.
        return spoken
    passing = time.year > 0 and not text[time.start].isdigit() if time.year != spoken.year else spoken.passing
    # In August “2024年…”, and in the next paragraph “上半年”: of this year.
    late = not passing and on is not None and on.month > _FIRST_QUARTER and time.year == on.year - 1
    if on is not None and time.year > on.year:
        # “订单够做到2027年一季度。全年收入…”: what is to come is told aside.
        return Spoken(time.year, time.month or spoken.month, time.end, True, spoken.back or spoken.year or on.year)
    aside = on is not None and spoken.year == on.year != time.year > 0
    if aside and not any(sign in text[spoken.until : time.start] for sign in _STOPS):
        # “1—9月实现营收30亿元,而2020年全年是35亿元。前三季度…”: of this year again.
        return Spoken(time.year, time.month or spoken.month, time.end, True, spoken.year)
    return Spoken(time.year or spoken.year, time.month or spoken.month, time.end, passing, late=late)
