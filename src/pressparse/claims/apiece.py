"""Apiece: whether several numbers share out a time between them, or one number takes several times together."""

import re
from datetime import date
from typing import Final

from pressparse.claims.draft import Draft
from pressparse.claims.moment import Time
from pressparse.claims.numeral import HAN_DIGITS
from pressparse.lexicon import read_tree

_SIGN: Final = read_tree("quantities")["signs"]
# What stands between a time and numbers that are of all of it: a list of things, their count, a total.
_THINGS: Final = re.compile(f"{_SIGN['list_split']}|[0-9{HAN_DIGITS}]|{_SIGN['in_total']}")
LIST_GAP: Final = re.compile(_SIGN["number_joins"])
_EACH: Final = re.compile(_SIGN["each_alike"])
_PERIODS: Final = read_tree("periods")["signs"]
_JOINED: Final = re.compile(_PERIODS["join"])
_FIRST: Final[str] = _PERIODS["first"]
_TO_SIGNS: Final[str] = read_tree("periods")["base"]["to_signs"]
_MONTH_COMMA: Final[str] = _PERIODS["month_comma"]
_QUARTER: Final = re.compile(_PERIODS["quarter"])
_TERM_YEAR: Final = re.compile(_PERIODS["term_year"])
_YEAR_SIZE: Final = 4
_MONTH_SIZE: Final = 7
_DAY_SIZE: Final = 10
_QUARTER_MONTHS: Final = 3


def periods_apiece(text: str, time: Time, count: int, start: int) -> list[str]:
    """The years, quarters or months that a time spans, in order, where they are `count` in number; empty for others.

    “7、8、9月”, “2021年至2023年,巡查次数分别为…”. `start` is where the first number begins: of things that are listed
    or counted in front of it (“甲、乙”, “三次产业”) each number is of one, and all are of the whole time, unless that
    itself is a list; so are totals (“累计”, “前三季度”).
    """
    first, _, last = time.period.partition("/")
    # “八十九年度到九十三年七月底”: so much of the last year.
    part = len(first) == _YEAR_SIZE and len(last) == _MONTH_SIZE
    if not last or not (part or len(first) == len(last)):
        return []
    whole = text.startswith(_FIRST, time.start) or _THINGS.search(text, time.end, start) is not None
    if whole and text.find(_MONTH_COMMA, time.start, time.end) < 0:
        return []
    if len(first) == _YEAR_SIZE:
        if _is_term(text, time.start):
            return []
        years = [str(year) for year in range(int(first), int(last[:_YEAR_SIZE]) + 1)]
        years[-1:] = [f"{years[-1]}-01/{last}"] if part else years[-1:]
        return years if len(years) == count else []
    if len(first) != _MONTH_SIZE or first[:_YEAR_SIZE] != last[:_YEAR_SIZE]:
        return []
    year, opens, closes = first[:_YEAR_SIZE], int(first[-2:]), int(last[-2:])
    if _QUARTER.search(text, time.start, time.end):
        quarters = range(opens, closes, _QUARTER_MONTHS)
        return [f"{year}-{month:02}/{year}-{month + 2:02}" for month in quarters] if len(quarters) == count else []
    months = range(opens, closes + 1)
    return [f"{year}-{month:02}" for month in months] if len(months) == count else []


def listed_months(text: str, draft: Draft) -> list[Time]:
    """The time that a number has from further ahead, where that lists months: “7、8、9三个月,16—24岁人口…分别为”."""
    fact = draft.fact
    listed = draft.peel.each and fact.period and text.find(_MONTH_COMMA, *fact.when) >= 0
    return [Time(*fact.when, fact.period)] if listed else []


def jointly(text: str, drafts: list[Draft], times: tuple[Time, ...]) -> list[Draft]:
    """“7月、8月共接诉120宗”: a number behind times that are listed, one right after the other, is of all of them.

    Not where each has its own (分别), or the same as the others (均、各).
    """
    if any(draft.fact.why == "period.respectively" for draft in drafts):
        return drafts
    listed: dict[tuple[int, int], str] = {}
    for index in range(1, len(times)):
        one, two = times[index - 1 : index + 1]
        if LIST_GAP.fullmatch(text, one.end, two.start) and (period := _together(one.period, two.period)):
            first, _, _ = listed.get((one.start, one.end), period).partition("/")
            listed[two.start, two.end] = f"{first}/{period.partition('/')[2]}"
    if not listed:
        return drafts
    done: list[Draft] = []
    for draft in drafts:
        fact, period = draft.fact, listed.get(draft.fact.when, "")
        if (
            period
            and fact.period == period[-len(fact.period) :]
            and not _EACH.search(text, fact.when[1], draft.quantity.start)
        ):
            fact = fact.but(period=period, why="period.jointly")
        done.append(draft.but(fact=fact) if fact is not draft.fact else draft)
    return done


def from_to(text: str, drafts: list[Draft]) -> list[Draft]:
    """“2015年至2020年,产值由3亿元增加到5亿元”: the first is of the year it begins with, the second of its last."""
    for index in range(1, len(drafts)):
        one, two = drafts[index - 1 : index + 1]
        fact = one.fact
        if fact.change and not fact.period and two.fact.why == "period.own" and not two.fact.change:
            # “增加22.1%|至2024年第二季度的175亿元”
            if text[one.quantity.after : one.quantity.after + 1] in _TO_SIGNS:
                moved = fact.but(period=two.fact.period, when=two.fact.when, why="period.value")
                drafts[index - 1] = one.but(fact=moved)
            continue
        if not (one.peel.origin and two.fact.change and fact.period and fact.when == two.fact.when):
            continue
        if two.quantity.kind is not one.quantity.kind or not _JOINED.search(text, *fact.when):
            continue
        first, _, last = fact.period.partition("/")
        if (
            len(first) == len(last) == _YEAR_SIZE
            and two.fact.period == fact.period
            and not _is_term(text, fact.when[0])
        ):
            drafts[index - 1] = one.but(fact=fact.but(period=first, why="period.from"))
            drafts[index] = two.but(fact=two.fact.but(period=last, why="period.to"))
    return drafts


def _is_term(text: str, at: int) -> bool:
    """Whether one year that is named by two stands at `at`: “2005-2006学年”, not “2018-2019至2021-2022年度”."""
    term = _TERM_YEAR.match(text, at)
    return term is not None and int(term["last"][-1]) == (int(term["first"][-1]) + 1) % 10


def _together(one: str, two: str) -> str:
    """The time from the beginning of one period to the end of the next; empty where they do not touch."""
    first, _, before = one.partition("/")
    after, _, last = two.partition("/")
    before, last = before or first, last or after
    if len(before) != len(after) or len(first) != len(last):
        return ""
    if len(after) == _YEAR_SIZE:
        touches = int(after) - int(before) == 1
    elif len(after) == _MONTH_SIZE:
        touches = _months(after) - _months(before) == 1
    else:
        touches = len(after) == _DAY_SIZE and (date.fromisoformat(after) - date.fromisoformat(before)).days == 1
    return f"{first}/{last}" if touches else ""


def _months(period: str) -> int:
    return int(period[:_YEAR_SIZE]) * 12 + int(period[-2:])
