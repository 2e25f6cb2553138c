"""Times: where a text says when, and what that is on the calendar."""

import re
from datetime import date
from functools import lru_cache
from itertools import pairwise
from typing import Any, Final, NamedTuple

from pressparse.claims.event import follows_event
from pressparse.claims.moment import NOTHING, Spoken, Time
from pressparse.claims.reckoning import (
    NEAR,
    day_before,
    glossed_time,
    guess_year,
    near,
    read_digits,
    read_number,
    relative_year,
    term_until,
    week_before,
    within_year,
)
from pressparse.claims.rule import leads
from pressparse.lexicon import one_of, read_tree

_TREE: Final = read_tree("periods")
_SIGN: Final[dict[str, Any]] = _TREE["signs"]
_TAIL: Final[dict[str, Any]] = _TREE["tails"]
RELATIVE: Final[dict[str, list[str | int]]] = _TREE["relative"]
PLANS: Final[dict[str, list[int]]] = _TREE["plans"]
SAME: Final = tuple(_SIGN["same"])
_ARABIC_YEAR: Final = "(?:19|20)[0-9]{2}"
_NUMBER: Final = f"(?:[0-9]{{1,2}}|{_SIGN['han_number']})"
_Y: Final = _SIGN["year"]
_M: Final = _SIGN["month_word"]
_D: Final = f"[{_SIGN['day']}]"
_YEAR_WORD: Final = _SIGN["year_word"]
_JOIN: Final = f"[ ]?{_SIGN['join']}[ ]?"
_NUMERAL_SIGNS: Final = 2

# 2024年, 2021—2024年, 二〇二四年, 2020、2021年, 民国113年, 今年, 2024年度.
_YEAR: Final = (
    rf"(?P<year>{_ARABIC_YEAR}|{_SIGN['han_year']})(?:"
    rf"[ ]?(?:{_YEAR_WORD})?{_JOIN}(?P<last_year>{_ARABIC_YEAR}|{_SIGN['han_year']})"
    rf"(?:[ ]?(?:{_SIGN['short_year']}|{_Y})|(?={_SIGN['join']}{_ARABIC_YEAR}[-/]))|[ ]?{_YEAR_WORD}"
    rf"|(?:/|{_JOIN})(?P<short_year>[0-9]{{2}}|{_SIGN['han_short']})(?:{_SIGN['short_year']}|(?={_SIGN['join']}{_ARABIC_YEAR}[-/]))"
    rf"|(?={_SIGN['year_edge']})|(?=(?:{_SIGN['list']}{_ARABIC_YEAR}){{1,4}}{_Y}|{_SIGN['latin_quarter']}{_SIGN['quarter_number']}(?!{_SIGN['latin_unless']})))"
    rf"|{_SIGN['roc']}[ ]?(?P<roc>[0-9]{{2,3}}|{_SIGN['han_number']})"
    rf"(?:{_Y}?{_JOIN}(?:{_SIGN['roc']})?(?P<last_roc>[0-9]{{2,3}}))?[ ]?{_Y}"
    rf"|(?P<relative>{one_of(RELATIVE)}|{_SIGN['relative_listed']})"
)
# “七八月”
_FIRST_OF_TWO: Final = "|".join([f"{one}(?={two}{_SIGN['month']})" for one, two in pairwise(_SIGN["han_months"])])
# “7、8月份”, “七八月”: a month and the next.
_NEXT_MONTHS: Final = "|".join(
    [
        f"(?<![0-9]{month})(?<={month}){_SIGN['month_comma']}"
        f"(?:{month + 1}{_SIGN['month_comma']}(?={month + 2}(?:{_SIGN['month']}|{_SIGN['months_told']}))"
        f"|(?={month + 1}(?:{_SIGN['month']}|{_SIGN['months_told']})))"
        for month in range(1, 12)
    ]
    + [f"(?<={one}){_SIGN['month_comma']}?(?={two}{_SIGN['month']})" for one, two in pairwise(_SIGN["han_months"])]
)
# “1月至|7、|8月”
_ABOUT_MONTH: Final = f"(?:{_NUMBER}{_SIGN['month_comma']}(?={_NUMBER}[ ]?{_M}))?"
_MONTHS_TOLD: Final = _SIGN["months_told"]
# “7、8、9|三个月”
_MONTHS_LISTED: Final = rf"(?:(?<={_SIGN['month_comma']}[0-9])|(?<={_SIGN['month_comma']}1[0-2])){_MONTHS_TOLD}"
# “7、8、9月|三个月”, “6至8月|这三个月”
_TOLD_AGAIN: Final = (
    rf"(?:(?:(?<=[{_SIGN['month_joined']}][0-9]{_SIGN['month']})"
    rf"|(?<=[{_SIGN['month_joined']}]1[0-2]{_SIGN['month']})){_MONTHS_TOLD})?"
)
# 1—8月, 3月5日, 5月份, 上半年, 第一季度, 前三季度, 前8个月, 年底.
_WITHIN: Final = (
    rf"(?P<month>{_FIRST_OF_TWO}|{_NUMBER})"
    rf"(?:(?:(?:{_M})?{_JOIN}{_ABOUT_MONTH}|{_NEXT_MONTHS})(?P<last_month>{_NUMBER}))?"
    rf"(?:[ ]?{_M}{_TOLD_AGAIN}|{_MONTHS_LISTED})"
    rf"(?:[ ]?(?P<day>{_NUMBER})(?:[ ]?{_D})?"
    rf"(?:{_JOIN}(?:(?P<end_month>{_NUMBER}){_M})?(?P<last_day>{_NUMBER}))?[ ]?{_D})?"
    rf"|(?P<half>(?:{_TAIL['first_half']}|{_TAIL['second_half']})(?:{_TAIL['year_end']})?|{_TAIL['not_every']}{_TAIL['half_year']})"
    rf"|{_SIGN['ordinal']}?(?P<quarter>{_SIGN['quarter_number']})(?:(?:{_JOIN}(?P<last_quarter>{_SIGN['quarter_number']}))?(?:{_SIGN['quarter']})|(?={_SIGN['quarter_next']}))"
    rf"|(?<![A-Za-z]){_SIGN['latin_quarter']}(?P<latin_quarter>{_SIGN['quarter_number']})(?:{_JOIN}{_SIGN['latin_quarter']}(?P<last_latin>{_SIGN['quarter_number']}))?(?!{_SIGN['latin_unless']})"
    rf"|{_TAIL['first_months']}(?P<quarters>{_SIGN['quarter_count']}){_SIGN['individual']}?{_TAIL['quarters']}"
    rf"|{_TAIL['first_months']}(?P<months>{_NUMBER}|{_SIGN['two']}){_TAIL['months']}(?!{_TAIL['free']})"
    rf"|(?P<edge_end>{_TAIL['edge_end']})|(?P<edge_start>{_TAIL['edge_start']})(?!{_TAIL['not_edge']})|{_TAIL['whole']}"
)
# “十五规划”, but “十五年”: two signs are a numeral too, unless what follows says otherwise.
_LONG_PLANS: Final = one_of(name for name in PLANS if len(name) > _NUMERAL_SIGNS)
_SHORT_PLANS: Final = one_of(name for name in PLANS if len(name) <= _NUMERAL_SIGNS)
_PLAN_NAMES: Final = f"{_LONG_PLANS}|{_SHORT_PLANS}(?={_SIGN['plan_next']})"
_PLAN: Final = rf"(?P<plan>{_PLAN_NAMES})[”’\"]?{_TREE['plan_tails']['words']}"
_ISO: Final = r"(?P<iso>(?:19|20)[0-9]{2}[-/.][0-9]{1,2}[-/.][0-9]{1,2})(?![0-9])"
_GLOSSED: Final = (
    rf"[{_SIGN['deictics']}](?:\((?P<gloss>[0-9]{{1,4}})\)(?P<glossed>[{_SIGN['deictic_units']}])"
    rf"|\((?P<gloss_month>[0-9]{{1,2}})/(?P<gloss_day>[0-9]{{1,2}})\))"
)
# “今年截至5月底”
# “今年|(114年)|到2月”
_YEAR_AGAIN: Final = rf"(?:\((?P<again>[0-9]{{2,4}}){_Y}\))?"
_UNTIL: Final = rf"{_TAIL['until']}(?P<until>{_NUMBER})[ ]?{_M}{_TAIL['until_end']}"
_WITHIN_ALONE: Final = re.sub(r"\?P<(\w+)>", r"?P<only_\1>", _WITHIN)
TIME: Final = re.compile(
    rf"{_GLOSSED}|{_ISO}|{_PLAN}"
    rf"|(?:{_YEAR}){_YEAR_AGAIN}(?:[ ]?{_SIGN['of']}?(?:{_WITHIN}|{_TAIL['holiday']}|{_UNTIL}))?|{_WITHIN_ALONE}"
)
_DAY_BEHIND: Final = re.compile(f"{_NUMBER}{_D}")
_NEAR_YEARS: Final = frozenset(_SIGN["near_years"])
_NEXT: Final[str] = _SIGN["next_year"]
_NOT_NEXT: Final = frozenset(_SIGN["not_next"])
_BEFORE_NOW: Final = frozenset(_SIGN["before_now"])
# The parts of a time in the order of their groups.
_NAMES: Final = tuple(name.removeprefix("only_") for name in TIME.groupindex)
_LAST: Final = re.compile(_TAIL["last"])
_EARLY: Final = re.compile(_TAIL["early"])
_SINCE: Final = tuple(_TAIL["since"])
# “去年起诉173万人”
_NOT_SINCE: Final = tuple(_TAIL["not_since"])
_TO_THIS_YEAR: Final = re.compile(_TAIL["to_this_year"])
_BEGUN: Final[str] = _TAIL["begun"]
_SINCE_THEN: Final = tuple(_TREE["base"]["since_then"])
_UP_TO: Final = frozenset(_TAIL["aimed_at"])
_SO_FAR: Final[str] = _TAIL["since"][0]
_PEAK: Final = re.compile(_TAIL["peak"])
_PEAK_SIGNS: Final = frozenset(_TAIL["peak_signs"])
_DONE: Final = re.compile(_TAIL["done"])
_AHEAD_OF: Final = re.compile(_TAIL["ahead_of"])
_SINCE_WHAT: Final = re.compile(_TAIL["since_what"])
_UNTIL_NOW: Final = re.compile(_TAIL["until_now"])


def find_time(text: str, at: int, *, on: date | None, spoken: Spoken = NOTHING) -> Time | None:
    """The time said at `at`, resolved against the date of the event and what was last spoken of; None when none is.

    >>> find_time("2021—2024年,累计", 0, on=None).period
    '2021/2024'
    >>> find_time("上半年,实现", 0, on=date(2025, 8, 1)).period
    '2025-01/2025-06'
    >>> find_time("上月", 0, on=date(2025, 9, 16), spoken=Spoken(2025, 8)).period
    '2025-07'
    """
    match = TIME.match(text, at)
    if match is None or _goes_on(text, at):
        return None
    end = match.end()
    relative = match["relative"]
    # “上月23日” is no month before one that was spoken of.
    now = relative in _OF_NOW or (relative is not None and _DAY_BEHIND.match(text, end) is not None)
    now = now and not text.endswith(_COMPARE, 0, at)
    period, named, kind = _read(match.groups(), on, spoken.year, 0 if now else spoken.month)
    if relative in _WEEKS_BEFORE:
        period = week_before(spoken.week)
    elif relative in _DAYS_BEFORE:
        if relative == _EVE and not text.endswith(_COMPARE_PLAIN, 0, at):
            # “此前日均”, “前日本首相”
            return None
        period = day_before(spoken.day)
    if spoken.year and kind.unnamed and on is not None and on.year != named:
        other = _read(match.groups(), on, 0, spoken.month)
        if (
            _UNTIL_NOW.match(text, end)
            or text.startswith(_SO_FAR, end)
            or (spoken.passing and _is_fresh(text, spoken, at, other[0], on))
            or _is_just_past(text, spoken, at, other[0], on)
        ):
            period, named, kind = other
    if on is not None and kind.unnamed and _is_past(text, match, period, on, spoken):
        period, named, kind = _read(match.groups(), on, on.year - 1, 0)
    if kind.closes and (last := _LAST.match(text, end)):
        # “一季度末”, “‘十三五’末”, “6月末”: the end of it; but “3月到10月底”.
        end, period = last.end(), period if kind.ranged else period.rpartition("/")[2]
    elif kind.opens and (early := _EARLY.match(text, end)):
        # “7月初”, “6月中旬”: within the month that is named.
        end, period = early.end(), period.partition("/")[0]
    end, then = _moment(text, end)
    if term := _TERM.match(text, end):
        # “截至2016年12月31日止年度”
        end, period = term.end(), term_until(period, _TERMS[str(term.lastgroup)]) or period
    same = text.startswith(SAME, end)
    if same:
        end += len(SAME[0])
    elif then:
        # “比去年这个时候多”
        same = text.endswith(_COMPARE_PLAIN, 0, at)
    elif ahead := _AHEAD_OF.match(text, end):
        # “年底以前”, “6月30日前”: such a day is to come.
        end = ahead.end()
        coming = on is not None and kind.unnamed and not spoken.year and not _DONE.match(text, end)
        if on is not None and coming and period == f"{on.year - 1}{period[4:]}":
            period, named = f"{on.year}{period[4:]}", on.year
    since = since_end(text, at, end, same=same)
    if since > end:
        # “年初以来” is as much as “今年以来”.
        begun = period[:4] if match["edge_start"] or kind.local else period.split("/")[0]
        end, period = since, f"{begun}/" if period else ""
    month = int(period[-2:]) if len(period) in _MONTH_SIZES and period[-2:].isdigit() and not kind.half else 0
    rules = not same and leads(text, at, end, period)
    return Time(at, end, period, named, same, kind.local, kind.step, month, rules)


def _moment(text: str, end: int) -> tuple[int, bool]:
    """Where a time ends that tells the moment, and whether that is today: “2022年3月|高峰期”, “去年|这个时候”."""
    if text[end : end + 1] in _PEAK_SIGNS and (peak := _PEAK.match(text, end)):
        # “较2022年3月高峰期的6.1年”
        return peak.end(), False
    if text[end : end + 1] in _MOMENT_SIGNS and (moment := _MOMENT.match(text, end)):
        return moment.end(), moment["same"] is not None
    return end, False


def _goes_on(text: str, at: int) -> bool:
    """Whether what looks like a time goes on from words before it: “以前|一年毛收入”, “每次|年检”, “投产后|年产值”."""
    if text[at - 1 : at + 1] in _BEFORE_NOW or (text[at] == _NEXT and text[at - 1 : at] in _NOT_NEXT):
        return True
    return text[at : at + len("  ")] in _NEAR_YEARS and follows_event(text, at)


def since_end(text: str, at: int, end: int, *, same: bool) -> int:
    """Where the words end that make the time at:end the beginning of one that goes on; `end` without them."""
    if text.startswith(_SINCE, end) and not (text.startswith(_NOT_SINCE, end) or _TO_THIS_YEAR.match(text, end)):
        return end + next(len(word) for word in _SINCE if text.startswith(word, end))
    onward = end + len(_BEGUN)
    if text.startswith(_BEGUN, end) and text.endswith(_SINCE_THEN, 0, at) and text[onward : onward + 1] not in _UP_TO:
        # “从2014年开始,补贴提高到80元”
        return onward
    what = None if same or text[end : end + 1] in _CLAUSE_SIGNS else _SINCE_WHAT.match(text, end)
    return what.end() if what else end


# How many months a term has that ends with a day.
_TERMS: Final[dict[str, int]] = _TREE["terms"]["months"]
_MOMENT: Final = re.compile(_TAIL["moment"])
_MOMENT_SIGNS: Final = frozenset(_TAIL["moment_signs"])
_TERM: Final = re.compile(_TREE["terms"]["ended"])


class _Sort(NamedTuple):
    """What may follow a time, and what it says beside its period: as in Time."""

    unnamed: bool
    closes: bool
    opens: bool
    half: bool
    local: bool
    step: str
    ranged: bool


@lru_cache(maxsize=2048)
def _read(groups: tuple[str | None, ...], on: date | None, year: int, month: int) -> tuple[str, int, _Sort]:
    """The period and the year of a time by its groups, and what sort it is; records name the same few times often."""
    parts = {name: said for name, said in zip(_NAMES, groups, strict=True) if said}
    if latin := parts.pop("latin_quarter", ""):
        parts |= {"quarter": latin, "last_quarter": parts.pop("last_latin", latin)}
    period, named = _resolve(parts, on, Spoken(year, month))
    monthly = "quarter" in parts or "month" in parts
    sort = _Sort(
        unnamed=_NAMED.isdisjoint(parts),
        closes=monthly or "plan" in parts,
        opens=monthly and "day" not in parts,
        half="half" in parts,
        local="year" not in parts and "relative" not in parts and ("edge_end" in parts or "edge_start" in parts),
        step=_STEPS.get(str(_relative(parts["relative"])[0]), "") if "relative" in parts else "",
        ranged="last_month" in parts or "last_quarter" in parts,
    )
    return period, named, sort


def _is_fresh(text: str, spoken: Spoken, at: int, period: str, on: date) -> bool:
    """“去年增收3200元。1至10月,…”: in a new sentence, the months that have just ended are those of this year."""
    start, _, end = period.partition("/")
    if start != f"{on.year}-01" or not end or _FULL_STOP not in text[spoken.until : at]:
        return False
    return 0 <= on.month - int(end[-2:]) <= _FRESH_MONTHS


def _is_just_past(text: str, spoken: Spoken, at: int, period: str, on: date) -> bool:
    """Early in a year, or two lines below “2019年…”: “1月份”, “截至2月11日” are of this year."""
    if "/" in period or not str(on.year) <= period <= on.isoformat() or len(period) not in (_MONTH_SIZE, _DAY_SIZE):
        return False
    lines = text.count("\n", spoken.until, at) if spoken.year < on.year else 0
    first = (on.month <= _FRESH_MONTHS + 1 and spoken.year == on.year - 1 and lines > 0) or lines > 1
    # “去年订购,截至目前已交付三批,分别为2月5日…”
    now = spoken.year < on.year and _NOW_AGAIN.search(text, max(at - _LONGEST_LIST, spoken.until), at)
    return bool(now) or (first and on.month - int(period[5:7]) <= 1)


def _is_past_quarter(text: str, at: int, end: int, period: str, on: date, spoken: Spoken) -> bool:
    """“第四季营收1207亿元” in January: the quarter that has just ended, unless something is expected of it."""
    # The day of the event in a line above speaks of no year.
    heading = spoken.year == on.year and not spoken.month and "\n" in text[spoken.until : at]
    if spoken.year and not heading:
        return False
    start, _, last = period.partition("/")
    if len(start) != _MONTH_SIZE or int(last[-2:] or 0) - int(start[-2:]) != _QUARTER:
        return False
    ended = on.month + _YEAR_MONTHS - int(last[-2:])
    if int(start[:4]) != on.year or int(start[-2:]) <= on.month or ended > _FRESH_MONTHS + 1:
        return False
    return _EXPECTED.search(text, max(at - _NEAR_CHARS, 0), end + _NEAR_CHARS) is None


def _is_past(text: str, time: re.Match[str], period: str, on: date, spoken: Spoken) -> bool:
    """Whether a part of a year that nobody names is of the year before that of the event."""
    quarter = _is_past_quarter(text, time.start(), time.end(), period, on, spoken)
    return quarter or (period[:4] == str(on.year) and _is_long_past(text, time, period, on, spoken))


def _is_long_past(text: str, time: re.Match[str], period: str, on: date, spoken: Spoken) -> bool:
    """“前10个月出口增长” in spring: months counted from January, of the year before unless they are awaited."""
    last = period[-2:]
    if text[time.start()] != _FORE or spoken.year or len(period) != _MONTH_SIZES[1] or not last.isdigit():
        return False
    at = time.start()
    if at and text[at - 1] not in _CLAUSE_SIGNS:  # “申请前12个月的收入”
        return False
    planned = _PLANNED.search(text, max(at - _PLANNED_CHARS, 0), time.end() + _PLANNED_CHARS)
    return int(last) > on.month + 1 and planned is None


_PLANNED: Final = re.compile(f"{_TAIL['expected']}|{_TAIL['awaiting']}")
_PLANNED_CHARS: Final = 14
_FORE: Final[str] = _SIGN["first"]
_MONTH_SIZE: Final = 7
_QUARTER: Final = 2
_LONGEST_LIST: Final = 240
_NOW_AGAIN: Final = re.compile(_TAIL["now_again"])
_YEAR_MONTHS: Final = 12
_NEAR_CHARS: Final = 10
_EXPECTED: Final = re.compile(_TAIL["expected"])
_FULL_STOP: Final = "。"
_FRESH_MONTHS: Final = 2
_CLAUSE_SIGNS: Final = frozenset(read_tree("quantities")["signs"]["clause"])
_NAMED: Final = frozenset(("year", "relative", "roc", "iso", "plan", "gloss", "gloss_day"))
_STEPS: Final = {"last_month": "mom", "past_month": "mom", "last_quarter": "qoq"}
# “上个月最惨的时候”: in talk, the month before that of the event, unless something is compared with it.
_OF_NOW: Final = frozenset(word for word, (unit, _) in RELATIVE.items() if unit == "past_month")
_DAYS_BEFORE: Final = frozenset(word for word, (unit, _) in RELATIVE.items() if unit == "day_before")
_EVE: Final[str] = _SIGN["eve"]
_COMPARE_PLAIN: Final = tuple(_TREE["base"]["plain"])
_DAY_SIZE: Final = 10
_WEEKS_BEFORE: Final = frozenset(word for word, (unit, _) in RELATIVE.items() if unit == "week_before")
# “2025-08”, “2025-01/2025-08”.
_MONTH_SIZES: Final = (7, 15)
_COMPARE: Final = tuple(_TREE["base"]["before"])


def _relative(said: str) -> list[str | int]:
    """What a relative time is counted in, and how far off it is; 今 of “今、明年” is short for 今年."""
    return RELATIVE[said] if said in RELATIVE else RELATIVE[said + _Y]


def _resolve(parts: dict[str, str], on: date | None, spoken: Spoken) -> tuple[str, int]:
    year = spoken.year
    if day := parts.get("gloss_day"):
        # “明(12/17)”
        named = spoken.year or guess_year({"month": parts["gloss_month"]}, on)
        return (f"{named}-{int(parts['gloss_month']):02}-{int(day):02}" if named else ""), 0
    if gloss := parts.get("gloss"):
        return glossed_time(gloss, parts["glossed"], on)
    if iso := parts.get("iso"):
        numbers = [int(part) for part in re.split("[-/.]", iso)]
        return f"{numbers[0]}-{numbers[1]:02}-{numbers[2]:02}", numbers[0]
    if plan := parts.get("plan"):
        begin, finish = PLANS[plan]
        return f"{begin}/{finish}", 0
    if relative := parts.get("relative"):
        unit, offset = _relative(relative)
        if unit == "first_quarter":
            named = year or (on.year if on else 0)
            return (f"{named}-01/{named}-03" if named else ""), 0
        if unit in NEAR:
            return near(str(unit), int(offset), on, spoken.year, spoken.month), 0
        again = parts.get("again")
        # “去年(2024年)”, “今年(103年)”: what is told in figures stands without the date of the event.
        named = glossed_time(again, _Y, on)[1] if again else relative_year(str(unit), int(offset), on, year)
    elif roc := parts.get("roc"):
        named = 1911 + read_number(roc)
        if last_roc := parts.get("last_roc"):
            return _from_year(named, 1911 + read_number(last_roc), parts)
    elif first_year := parts.get("year"):
        named = read_number(first_year)
        if short := parts.get("short_year"):
            # School and budget years: “2020-21学年”, “2024/25年度”.
            until = named // 100 * 100 + int(read_digits(short))
            return f"{named}/{until}" if until > named else str(named), named
        if last_year := parts.get("last_year"):
            return _from_year(named, read_number(last_year), parts)
    else:
        named = year or guess_year(parts, on)
    if not named:
        return "", 0
    return within_year(parts, named), named


def _from_year(year: int, until: int, parts: dict[str, str]) -> tuple[str, int]:
    """A span of years and the last of them: “2010年至2012年11月”; “2021—2024年1—8月” are months of each."""
    month = "month" in parts and not parts.keys() & {"last_month", "day"}
    return f"{year}/{within_year(parts, until) if month else until}", until
