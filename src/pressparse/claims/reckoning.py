"""Reckoning: what the parts of a time are on the calendar."""

import re
from calendar import monthrange
from datetime import date, timedelta
from functools import lru_cache
from typing import Any, Final

from pressparse.claims.numeral import DIGITS, parse_numeral
from pressparse.lexicon import read_tree

_TAIL: Final[dict[str, Any]] = read_tree("periods")["tails"]


_FIRST_MONTH: Final[str] = read_tree("periods")["signs"]["first_month"][0]


def read_digits(said: str) -> str:
    """Digits in either script as Arabic ones: “二六” is 26."""
    return "".join(str(DIGITS.get(sign, sign)) for sign in said)


def read_number(said: str) -> int:
    """A day, month or year in either script; 0 where it is no numeral."""
    if said == _FIRST_MONTH:
        return 1
    parsed = parse_numeral(said)
    return int(parsed.low) if parsed else 0


def relative_year(unit: str, offset: int, on: date | None, year: int) -> int:
    """The year of “今年”, “上年”, “全年”, `year` being the one spoken of; 0 where nothing tells it."""
    if unit == "year":
        return on.year + offset if on else 0
    if unit == "before":
        # “比上年增长”: the year before the one spoken of.
        return (year or (on.year if on else 1)) - 1
    if year or offset:
        # “106年降至3.2万人,次年再减”
        return year + offset if year else 0
    # “全年” in a report of the first quarter is the year that has ended.
    return 0 if on is None else on.year - (1 if unit == "whole" and on.month <= 3 else 0)


NEAR: Final = frozenset(
    (
        "day", "day_before", "week", "week_before", "month", "last_month", "past_month", "same_month", "quarter",
        "last_quarter",
    )
)  # fmt: skip


def near(unit: str, offset: int, on: date | None, spoken_year: int, spoken_month: int) -> str:
    """The day, week, month or quarter of “昨天”, “上周”, “上月”, from the event or what was spoken of (0: nothing).

    A week is one of ISO 8601, from Monday to Sunday.
    """
    if on is None or unit in ("week_before", "day_before"):
        return ""
    if unit == "day":
        return (on + timedelta(days=offset)).isoformat()
    if unit == "week":
        return _days(on + timedelta(days=offset * _WEEK - on.weekday()))
    year, month = on.year, on.month
    if unit in ("same_month", "last_month", "past_month") and spoken_month:
        # “当月”, “上月” are counted from the month spoken of, “本月” and “下月” from that of the event.
        year, month = spoken_year or _year_of(spoken_month, on), spoken_month
    elif unit == "same_month":
        return ""
    if unit in ("month", "last_month", "past_month", "same_month"):
        months = year * 12 + month - 1 + offset
        return f"{months // 12}-{months % 12 + 1:02}"
    if unit == "last_quarter" and spoken_month and spoken_year:
        # “第2季…,上季则…”: the quarter before the one spoken of.
        year, month = spoken_year, spoken_month
        on = date(year, month, 1)
    quarters = on.year * 4 + (on.month - 1) // 3 + offset
    return f"{quarters // 4}-{quarters % 4 * 3 + 1:02}/{quarters // 4}-{quarters % 4 * 3 + 3:02}"


_WEEK: Final = 7


def _days(first: date) -> str:
    """The seven days from `first` on as a period."""
    return f"{first.isoformat()}/{(first + timedelta(days=_WEEK - 1)).isoformat()}"


def day_before(day: str) -> str:
    """The day before one; "" where none was named.

    >>> day_before("2022-03-01"), day_before("")
    ('2022-02-28', '')
    """
    return (date.fromisoformat(day) - timedelta(days=1)).isoformat() if day else ""


def week_before(week: str) -> str:
    """The seven days before a period of seven days; "" for any other.

    >>> week_before("2023-09-25/2023-10-01")
    '2023-09-18/2023-09-24'
    """
    return _days(date.fromisoformat(week.partition("/")[0]) - timedelta(days=_WEEK)) if is_week(week) else ""


@lru_cache(maxsize=256)
def is_week(period: str) -> bool:
    """Whether a period is one of seven days.

    >>> is_week("2009-11-08/2009-11-14"), is_week("2009-11"), is_week("2009/2010")
    (True, False, False)
    """
    first, _, last = period.partition("/")
    if len(first) != _DAY_SIZE or len(last) != _DAY_SIZE:
        return False
    try:
        return (date.fromisoformat(last) - date.fromisoformat(first)).days == _WEEK - 1
    except ValueError:
        return False


_DAY_SIZE: Final = 10


def _year_of(month: int, on: date) -> int:
    """The year of a month named without one: the event's, or the one before when the month is still to come."""
    return on.year - 1 if month > on.month + 1 else on.year


def glossed_time(said: str, unit: str, on: date | None) -> tuple[str, int]:
    """The day, month or year that stands in brackets in “今(6)日”, “去(2020)年”, and its year where that is named.

    A year of three digits is one of the Republic.

    >>> glossed_time("31", "日", date(2021, 11, 1)), glossed_time("110", "年", None)
    (('2021-10-31', 0), ('2021', 2021))
    """
    number = int(said)
    if unit == _YEAR_SIGN:
        year = number if len(said) == _YEAR_SIZE else number + REPUBLIC
        return (str(year), year) if len(said) >= _ROC_SIZE else ("", 0)
    if on is None or len(said) >= _ROC_SIZE:
        return "", 0
    if unit == _MONTH_SIGN:
        return (f"{_year_of(number, on)}-{number:02}" if 0 < number <= _MONTHS else ""), 0
    days = (on + timedelta(days=away) for away in (0, -1, 1, -2, 2))
    beside = next((day.isoformat() for day in days if day.day == number), "")
    return beside or day_near(number, on, 0, 0, ahead=False), 0


def term_until(day: str, months: int) -> str:
    """The period of so many months that a day, or a month, closes; "" where it is no last day of a month.

    >>> term_until("2014-12-31", 12), term_until("2023-03-31", 12), term_until("2023-06-30", 6)
    ('2014', '2022-04/2023-03', '2023-01/2023-06')
    """
    if len(day) not in (_DAY_SIZE, _MONTH_SIZE):
        return ""
    closing_year, closing = int(day[:_YEAR_SIZE]), int(day[5:7])
    if not 1 <= closing <= _MONTHS or (len(day) == _DAY_SIZE and int(day[-2:]) != monthrange(closing_year, closing)[1]):
        # A slip such as 2月31日 closes nothing.
        return ""
    first = closing_year * _MONTHS + closing - months
    year, month = first // _MONTHS, first % _MONTHS + 1
    return str(year) if (month, months) == (1, _MONTHS) else f"{year}-{month:02}/{day[:7]}"


_YEAR_SIGN: Final[str] = read_tree("periods")["signs"]["year"]
_MONTH_SIGN: Final[str] = read_tree("periods")["signs"]["month"]
_YEAR_SIZE: Final = 4
_MONTH_SIZE: Final = 7
_ROC_SIZE: Final = 3
REPUBLIC: Final = 1911
_MONTHS: Final = 12


def guess_year(parts: dict[str, str], on: date | None) -> int:
    """The year of “9月” or “1—8月” without one."""
    if on is None:
        return 0
    month = parts.get("last_month") or parts.get("month")
    return _year_of(read_number(month), on) if month else on.year


def within_year(parts: dict[str, str], year: int) -> str:
    """The period of a year that the named parts of a time say (month, quarter, half…); the year where they say none."""
    if month := parts.get("month"):
        first = read_number(month)
        if not 1 <= first <= 12:
            return str(year)
        if last := parts.get("last_month"):
            return f"{year}-{first:02}/{year}-{read_number(last):02}"
        if day := parts.get("day"):
            start = f"{year}-{first:02}-{read_number(day):02}"
            if last_day := parts.get("last_day"):
                month_of_end = read_number(parts["end_month"]) if "end_month" in parts else first
                return f"{start}/{year}-{month_of_end:02}-{read_number(last_day):02}"
            return start
        return f"{year}-{first:02}"
    if half := parts.get("half"):
        return f"{year}-07/{year}-12" if half.startswith(_TAIL["second_half"]) else f"{year}-01/{year}-06"
    if quarter := parts.get("quarter"):
        first = read_number(quarter)
        last_quarter = read_number(parts.get("last_quarter", quarter))
        return f"{year}-{first * 3 - 2:02}/{year}-{last_quarter * 3:02}"
    if quarters := parts.get("quarters"):
        return f"{year}-01/{year}-{read_number(quarters) * 3:02}"
    if months := parts.get("months") or parts.get("until"):
        return f"{year}-01/{year}-{read_number(months):02}"
    if "edge_end" in parts:
        return f"{year}-12"
    if "edge_start" in parts:
        return f"{year}-01"
    return str(year)


def years_until(count: int, *, on: date | None, ahead: bool = False) -> str:
    """The calendar years of “过去五年” or “五年来”, the running one only from the middle of it; "" without a date.

    >>> years_until(5, on=date(2023, 3, 5))
    '2018/2022'
    """
    if on is None:
        return ""
    if ahead:
        return f"{on.year}/{on.year + count - 1}"
    last = on.year if on.month > 6 else on.year - 1
    return f"{last - count + 1}/{last}" if count > 1 else str(last)


def in_year(period: str, year: int) -> str:
    """A period of the same months in another year.

    >>> in_year("2025-01/2025-08", 2024)
    '2024-01/2024-08'
    """
    return _YEAR_SIGNS.sub(lambda _: str(year), period)


_YEAR_SIGNS: Final = re.compile(r"(?<![0-9-])[0-9]{4}")


def day_near(day: int, on: date, year: int, month: int, *, ahead: bool) -> str:
    """The day of the month that is spoken of, of the event's where year and month are 0; "" where there is no such day.

    A day that has not come yet is one of the month before, unless it lies `ahead`.

    >>> day_near(16, date(2008, 1, 17), 0, 0, ahead=False), day_near(28, date(2008, 1, 3), 0, 0, ahead=False)
    ('2008-01-16', '2007-12-28')
    """
    told, named = month or on.month, year or on.year
    if not month and day > on.day and not ahead:
        told, named = (told - 1, named) if told > 1 else (12, named - 1)
    try:
        return date(named, told, day).isoformat()
    except ValueError:
        return ""


def is_quarter(period: str) -> bool:
    """Whether a period is one of three months.

    >>> is_quarter("2024-04/2024-06"), is_quarter("2024-01/2024-06"), is_quarter("2024")
    (True, False, False)
    """
    first, _, last = period.partition("/")
    return (
        len(period) == len("2024-04/2024-06")
        and first[:4] == last[:4]
        and int(last[5:]) - int(first[5:]) == _TWO_MONTHS
    )


_TWO_MONTHS: Final = 2
