"""Lengths of time, told from days of the month, years of a calendar and the years spoken of."""

import re
from datetime import date
from decimal import Decimal
from typing import Final

from pressparse.claims.day import last_months
from pressparse.claims.kind import DATE, ORDINAL
from pressparse.claims.modifier import is_article, is_evident
from pressparse.claims.numeral import HAN_DIGITS
from pressparse.claims.ordinal import label, noun_follows, unclaimed
from pressparse.claims.quantity import Quantity
from pressparse.claims.reckoning import REPUBLIC, years_until
from pressparse.lexicon import read_tree
from pressparse.text.tag import cut_words, tag_word

_TREE: Final = read_tree("quantities")
_SIGN: Final = _TREE["signs"]
_PERIODS: Final = read_tree("periods")
_DIGITS: Final = frozenset("0123456789")
_FORE: Final[str] = _PERIODS["signs"]["first"]
_BASE_PLAIN: Final = tuple(_PERIODS["base"]["plain"])
_DAY_AS_LENGTH: Final = tuple(_TREE["day"]["as_length"])
_ALL_DAY: Final = re.compile(_TREE["day"]["all_day"])
_DAY_AGAIN: Final = tuple(_TREE["day"]["again"])
_DAY_LENGTH_BEFORE: Final = tuple(_TREE["day"]["length_before"])
_NOT_AGO: Final = tuple(_SIGN["not_ago"])
_PLANS_NAMES: Final = tuple(_TREE["plans"]["names"])
_MORE_THAN_THEN: Final = tuple(_TREE["roc"]["more_than_then"])
_ROC_NOT_AFTER: Final = tuple(_TREE["roc"]["not_after"])
_SINCE_HIGH: Final = tuple(_SIGN["since_high"])
_YEARS_BEFORE: Final = tuple(sorted(_PERIODS["years"]["before"], key=len, reverse=True))
_YEARS_AHEAD: Final = tuple(_PERIODS["years"]["ahead"])
_YEARS_AFTER: Final = tuple(_PERIODS["years"]["after"])
_HAN: Final = frozenset(HAN_DIGITS)


def read_length(text: str, quantity: Quantity, region: str, on: date | None) -> Quantity | None:
    """The length of time, or the date that it turns out to be; None for “一年” that only says “a year”."""
    end = quantity.end
    said = text[quantity.start : end].replace(" ", "")
    digits = said[:-1]
    if said.endswith(_ANNIVERSARY) and (text.startswith(_OF, end) or noun_follows(text, end)):
        # “成立10周年|活动”: which one it is.
        return unclaimed(ORDINAL, text, quantity.start, end, "ordinal.anniversary")
    if _ALL_DAY.match(text, quantity.start):
        # “24小时热线”
        return label(text, quantity.start, end, "label.all_day")
    if (named := _part_of_year(text, quantity, said)) is not None:
        return named
    if said[-1] in _DAYS and _DAY_SPAN.fullmatch(digits):
        return unclaimed(DATE, text, quantity.start, end, "date.day")
    if said[-1] in _DAYS and (text.endswith(_MONTHS, 0, quantity.start) or _DISPATCH.match(text, end)):
        # “每月七日”, “上月二十八日”, “高雄十三日|电”
        return unclaimed(DATE, text, quantity.start, end, "date.day")
    if said[-1] in _DAYS and _names_day(text, quantity, digits):
        led = text.endswith(_DAY_LENGTH_BEFORE, 0, quantity.start)
        # “9月28日发信,|28日|之后报名”, but “28日内”
        again = not led and text.startswith(_DAY_AGAIN, end) and _is_said_before(text, quantity.start, said)
        if again or not (led or text.startswith(_DAY_AS_LENGTH, end)):
            return unclaimed(DATE, text, quantity.start, end, "date.day")
        return quantity
    if said[-1] == _YEAR or _ROC_YEAR.fullmatch(said) or said.endswith(_YEAR_ENDS):
        years = _years(text, quantity, said, region, on)
        return _told_from_now(text, years) if years is quantity else years
    if (
        text.endswith(_FORE, 0, quantity.start)
        and said[-1] in _DAY_UNITS
        and not text.endswith(_NOT_AGO_BEFORE, 0, quantity.start)
        and not _is_event(text, quantity.start - 1)
    ):
        # “春运前34天”
        return unclaimed(DATE, text, quantity.start - 1, end, "date.first days")
    if said[-1] == _SEASON and not text.endswith(_IN_A_ROW, 0, quantity.start):
        return None
    new = said[1:] in _TERMS_OF_YEAR and said[0] == _ONE and text[quantity.start - 1 : quantity.start] in _NEXT_ONE
    if new or (quantity.low == 1 and is_article(said) and not is_evident(text, quantity)):
        # “新一年度”
        return None
    return _told_from_now(text, quantity)


def _told_from_now(text: str, quantity: Quantity) -> Quantity:
    """A length of time as the one that has just ended or begins: “过去6个月”, “未来24小时”, which have no dates."""
    tail = _NEAR_NOW_TAIL.match(text, quantity.end)
    ends = tail is not None and (tail.end() > quantity.end or text[tail.end() : tail.end() + 1] in _CLAUSE_SIGNS)
    opened = _near_now(text, quantity.start, closed=ends)
    if tail is not None and tail.end() > quantity.end and text[opened - 1 : opened] in _THAT:
        # “在该3年内”
        opened -= 1
    if opened == quantity.start or tail is None:
        return quantity
    return Quantity(opened, tail.end(), DATE, "", "", "", 0, 0, "", tail.end(), "date.near now")


_AT: Final[str] = _SIGN["in_field"]
_THAT: Final = frozenset(_PERIODS["years"]["that"])


def _years_open(text: str, at: int) -> int:
    """Where the word begins that makes the years at `at` a time of their own: “过去|五年”; `at` without one."""
    stop = at - (text[at - 1 : at] == " ")
    size = next((len(word) for word in _YEARS_BEFORE if text.endswith(word, 0, stop)), 0)
    return stop - size if size else min(at, _near_now(text, at))


def _near_now(text: str, at: int, *, closed: bool = False) -> int:
    """Where the word begins that makes the length of time at `at` the last or the next one; `at` without it.

    `closed` says that a clause ends behind it.
    """
    before = _NEAR_NOW.search(text, max(at - _LONGEST_EVENT, 0), at)
    if before is not None:
        return before.start("word")
    nearly = _NEARLY_NOW.search(text, max(at - _LONGEST_EVENT, 0), at) if closed else None
    return nearly.start("word") if nearly is not None else at


_NEAR_NOW: Final = re.compile(_PERIODS["years"]["near_now"])
_NEARLY_NOW: Final = re.compile(_PERIODS["years"]["nearly_now"])
_CLAUSE_SIGNS: Final = frozenset(_SIGN["clause"])
_NEAR_NOW_TAIL: Final = re.compile(_PERIODS["years"]["near_now_tail"])


def _is_event(text: str, at: int) -> bool:
    """Whether what is over at once ends at `at`: the 14 days of “发病|前14天” are those before it."""
    words = cut_words(text[max(at - _LONGEST_EVENT, 0) : at])
    return bool(words) and tag_word(words[-1]) == _VERB_TAG


_LONGEST_EVENT: Final = 4
_VERB_TAG: Final = "v"


def _part_of_year(text: str, quantity: Quantity, said: str) -> Quantity | None:
    """The day of a feast or the rest of a year that so many days or months are; None for others."""
    start, end = quantity.start, quantity.end
    day = _ONE_DAY.search(text, max(start - _LONGEST_DAY, 0), end) if said[-1] in _DAY_UNITS else None
    if day is not None and day.end() == end:
        # “五一|一天”, “大年初三|一天”: the day is named, one that is counted.
        return unclaimed(DATE, text, day.start(), end, "date.one day")
    later = _LATER_PART.search(text, max(start - 2, 0), start) is not None and text[end : end + 1] != _WITHIN
    if later and last_months(text, start, str(quantity.low)):
        # “前10个月增加31天,|后两个月|减少17天”
        return unclaimed(DATE, text, start - 1, end, "date.last months")
    return None


def _is_said_before(text: str, at: int, day: str) -> bool:
    """Whether the paragraph before `at` names a month with the same day."""
    return text.rfind(f"{_MONTH}{day}", max(at - _SAME_PARAGRAPH, 0), at) >= 0


def _names_day(text: str, quantity: Quantity, digits: str) -> bool:
    """Whether so many days may be a day of the month: “17日”, “副局长十七日说”; “拘留十五日” is a length."""
    if digits.isdigit() and digits[0] in _DIGITS:
        # “45日” is no day of a month.
        return len(digits) <= _TWO and quantity.low in _DAYS_OF_MONTH
    whole = quantity.low == quantity.high and quantity.low in _DAYS_OF_MONTH
    if not whole or len(digits) > _LONGEST_DAY or not all(char in _DAY_SIGNS for char in digits):
        return False
    if _DAY_SAID.match(text, quantity.end):
        return True
    placed = (
        text[quantity.start - 1 : quantity.start] in _DAY_OPENING or _DAY_TOLD.match(text, quantity.end) is not None
    )
    return placed and len(digits) >= _TWO


_ONE: Final[str] = _SIGN["one"]
_TERMS_OF_YEAR: Final = frozenset(_SIGN["terms_of_year"])
_NEXT_ONE: Final = frozenset(_SIGN["next_one"])
_DAYS_OF_MONTH: Final = frozenset(map(Decimal, range(1, 32)))
_DAY_OPENING: Final = frozenset(("", *_TREE["day"]["opening"]))
_DAY_TOLD: Final = re.compile(_TREE["day"]["told"])
_LONGEST_DAY: Final = 3
_DAY_SIGNS: Final = frozenset(_TREE["day"]["signs"])
_DAY_SAID: Final = re.compile(_TREE["day"]["said"])
_DAY_UNITS: Final = frozenset(_TREE["day"]["lengths"])
_TWO: Final = 2
_MONTH: Final[str] = _PERIODS["signs"]["month"]
_SAME_PARAGRAPH: Final = 120
_TERM: Final[str] = _PERIODS["signs"]["term"]
_SCHOOL_YEARS: Final = tuple(_PERIODS["years"]["of_school"])
_ENUMERATING: Final = "、"
_SIDE_BY_SIDE_YEARS: Final[dict[str, int]] = _PERIODS["years"]["side_by_side"]
_NOT_AGO_BEFORE: Final = tuple(f"{word}{_FORE}" for word in _TREE["day"]["not_fore"])
_LATER_PART: Final = re.compile(_PERIODS["signs"]["later_part"])
_SEASON: Final[str] = _SIGN["season"]
_IN_A_ROW: Final = tuple(_SIGN["in_a_row"])
# “连续两年|增长” is a length, “两年增长5%” a time.
_NEARLY: Final = tuple(_SIGN["nearly_so"])
_RUNNING: Final[str] = _SIGN["in_a_row"][0]
_DAYS: Final = frozenset(_TREE["day"]["units"])
_MONTHS: Final = tuple(_TREE["day"]["months"])
_DISPATCH: Final = re.compile(_TREE["day"]["dispatch"])
_WITHIN: Final[str] = _SIGN["within_sign"]
_ONE_DAY: Final = re.compile(_TREE["day"]["one_day"])
_DAY_SPAN: Final = re.compile(_TREE["day"]["span"])
_OF: Final[str] = _PERIODS["signs"]["of"]
_ANNIVERSARY: Final[str] = _SIGN["anniversary"]
_YEAR: Final[str] = _TREE["roc"]["unit"]
_YEAR_ENDS: Final = (_SIGN["many_years"], *_SIGN["fiscal_years"])
_SPAN: Final = re.compile(_PERIODS["signs"]["join"])
_ROC_SCALES: Final = frozenset(_TREE["roc"]["scales"])
# “从1985年到1995年的|十年之间”
_SPAN_NAMED: Final = re.compile(_SIGN["span_named"])
_SPAN_OPEN: Final = re.compile(_SIGN["span_open"])
_ANOTHER_SPAN: Final = tuple(_SIGN["another_span"])
_AVERAGE: Final[str] = _SIGN["average"]
_FAR_AHEAD: Final = 1000
_NEAR_YEARS: Final = 10
_LATER: Final = re.compile(_SIGN["later"])
_AWAITED: Final = re.compile(_SIGN["awaited"])
_VALUE_BEHIND: Final = re.compile(_PERIODS["years"]["value_behind"])
_FULL: Final[str] = _SIGN["full"]
AGO: Final = re.compile(_SIGN["ago"])
_SHORT_YEAR: Final = 2
_LATE_DECADES: Final = frozenset("6789")
_TIME_SIGNS: Final = frozenset(_PERIODS["signs"]["time_signs"])
_LASTING_BEFORE: Final = re.compile(_PERIODS["signs"]["lasting_before"])
_GOES_ON: Final = re.compile(_PERIODS["signs"]["time_goes_on"])
# Later ones are of the century before.
_LAST_YEARS: Final = 40
_SPANS: Final = tuple(_SIGN["year_spans"])
_SPAN_TAIL: Final = re.compile(_SIGN["year_span_tail"])
_SINCE_YEAR: Final = re.compile(_PERIODS["years"]["since"])
_LONGEST_SINCE: Final = 16
_ROC_YEAR: Final = re.compile(_TREE["roc"]["form"])
_ROC_LISTED: Final = re.compile(_TREE["roc"]["listed"])
# The years of the Republic that are told without its name: later and earlier ones are as likely lengths.
_ROC_FIRST: Final = 60
_ROC_LAST: Final = 140


def _roc_year(quantity: Quantity, digits: str, said: str) -> str:
    """The year, or the years, of the Republic of China that so many years are: “112年”, “105年到108年”; "" for none."""
    low, high = quantity.low, quantity.high
    if not isinstance(low, Decimal) or not isinstance(high, Decimal) or not _ROC_FIRST <= low <= high <= _ROC_LAST:
        return ""
    if low != high:
        # “112至113年”, but “100到120年的老屋”
        years = digits.count(_YEAR) == 1 or high - low <= _NEAR_YEARS
        parts = _SPAN.split(digits)
        spelled = digits[0] in _DIGITS or all(len(part) > _TWO and part[1] in _HAN for part in parts)
        # “九十至九十二年度”
        spelled = spelled or (said[-1] == _TERM and len(parts) == _TWO)
        return f"{int(low) + REPUBLIC}/{int(high) + REPUBLIC}" if years and spelled else ""
    spelled = digits.isdigit() or (len(digits) > 1 and all(char in _HAN or char in _ROC_SCALES for char in digits))
    return str(int(low) + REPUBLIC) if spelled else ""


def roc_years_listed(text: str, quantity: Quantity) -> Quantity | None:
    """A bare number with the years of the Republic that it is listed with: “103及104年”, “民国99、100年”; else None."""
    low = quantity.low if isinstance(quantity.low, Decimal) else Decimal(0)
    listed = _ROC_LISTED.match(text, quantity.end) if _ROC_FIRST <= low <= _ROC_LAST else None
    if listed is None or not low < int(listed["year"]) <= low + _NEAR_YEARS:
        return None
    end, start = listed.end(), quantity.start
    if text.startswith(_ROC_NOT_AFTER, end) or _TERMS_AHEAD.search(text, max(start - _NEAR_YEARS, 0), start):
        # “有80及90年历史”, “租期90及99年”
        return None
    start -= len(_REPUBLIC) if text.endswith(_REPUBLIC, 0, start) else 0
    years = f"{int(low) + REPUBLIC}/{int(listed['year']) + REPUBLIC}"
    return Quantity(start, end, DATE, years, years, "", 0, 0, "", end, "date.years roc")


_REPUBLIC: Final[str] = _PERIODS["signs"]["roc"]
_TERMS_AHEAD: Final = re.compile(_TREE["roc"]["terms_ahead"])


def roc_plan(text: str, quantity: Quantity, region: str) -> Quantity | None:
    """The year in which something is planned in Taiwan: “|99年|规划募兵”, but “十年规划”; else None."""
    end = text.find(_YEAR, quantity.start, quantity.end) + 1
    if region != "TW" or not end or not text[quantity.start : end - 1].isdigit():
        return None
    low = Decimal(text[quantity.start : end - 1])
    year = str(int(low) + REPUBLIC)
    told = _ROC_FIRST <= low <= _ROC_LAST
    return Quantity(quantity.start, end, DATE, year, year, "", 0, 0, "", end, "date.years roc") if told else None


def _years_from(since: re.Match[str], count: int) -> str:
    """So many years from one on; a fiscal year ends in the next."""
    first = int(since["year"])
    return f"{first}/{first + count - (since['next'] is None)}"


def _years(text: str, quantity: Quantity, said: str, region: str, on: date | None) -> Quantity | None:
    start, end = quantity.start, quantity.end
    digits = said.rstrip(_TREE["roc"]["endings"]).removesuffix(_TREE["roc"]["school"])
    # “112年前”, “100年来” are lengths; “比113年多出” is not, nor is “113年度”.
    told = said[-1] != _YEAR or text.startswith(_MORE_THAN_THEN, end) or not text.startswith(_ROC_NOT_AFTER, end)
    # “九十二年度”: so many years are no term of any budget.
    told_year = region == "TW" or (text[end - 1] == _TERM and said[0] not in _DIGITS)
    if told_year and told and (year := _roc_year(quantity, digits, said)):
        return Quantity(start, end, DATE, year, year, "", 0, 0, "", end, "date.years roc")
    if text.startswith(_PLANS_NAMES, end):
        return label(text, start, end, "label.plan")
    # “到96年达到3.6%”
    onward = digits.isdigit() and digits[0] in _LATE_DECADES and text[start - 1 : start] in _TIME_SIGNS
    onward = onward and _GOES_ON.match(text, end) is not None
    onward = onward and _LASTING_BEFORE.search(text, max(start - _NEAR_YEARS, 0), start) is None
    short = len(digits) == _SHORT_YEAR and (onward or all(char in _HAN for char in digits))
    if short and quantity.low == quantity.high:
        # “九七年”, “三一年度”, but “七八年”
        year = f"{19 if int(quantity.low) > _LAST_YEARS else 20}{int(quantity.low):02}"
        return Quantity(start, end, DATE, year, year, "", 0, 0, "", end, "date.years short")
    if text.endswith(_ANOTHER_SPAN, 0, start) or (
        _SPAN_NAMED.search(text, max(start - 4, 0), start) and _SPAN_OPEN.match(text, end)
    ):
        # “比前一个十年低”, “上世纪后五十年”: a time that has no dates of its own.
        return Quantity(start, end, DATE, "", "", "", 0, 0, "", end, "date.years another")
    count = int(quantity.low) if isinstance(quantity.low, Decimal) else 0
    parted = text[start - 2 : start - 1] == _ENUMERATING
    side = text[max(start - 2 - parted, 0) : start]
    if count == _TWO and on is not None and side.replace(_ENUMERATING, "") in _SIDE_BY_SIDE_YEARS:
        # “今明两年”, “今、明两年”
        first = on.year + _SIDE_BY_SIDE_YEARS[side.replace(_ENUMERATING, "")]
        period = f"{first}/{first + 1}"
        return Quantity(start - len(side), end, DATE, period, period, "", 0, 0, "", end, "date.years")
    if text.endswith(_SCHOOL_YEARS, 0, start):
        # “学前三年毛入园率”: years before school.
        return label(text, start, end, "label.name")
    opens = _years_open(text, start)
    ahead = text.startswith(_YEARS_AHEAD, opens)
    small = quantity.low == quantity.high and 1 <= count <= 15
    if text.startswith(_AVERAGE, end) and opens == start:
        # “两年平均增长4%” is of the months spoken of, not of two years.
        return Quantity(start, end, DATE, "", "", "", 0, 0, "", end, "date.years average")
    # “一年|增加20亿的预算” is each year, “一年来” the last one.
    # “住了将近|8年|时间”, but “近5年”
    early = text.endswith((*_NOT_AGO_BEFORE, *_NEARLY), 0, start)
    each = count == 1 and opens == start and not text.startswith(_SPANS, end)
    if (
        small
        and not (each or early or text.endswith(_RUNNING, 0, start))
        and (opens < start or text.startswith(_YEARS_AFTER, end))
        and not text.startswith(_SINCE_HIGH, end)
    ):
        opened = _SINCE_YEAR.search(text, max(start - _LONGEST_SINCE, 0), start)
        # “2025/26年度起的|5年间”
        period = years_until(count, on=on, ahead=ahead) if opened is None else _years_from(opened, count)
        # “五年来|收入上升7%”, but “五年|来自各地的”
        end = since.end() if (since := _SPAN_TAIL.match(text, end)) else end
        return Quantity(opens, end, DATE, period, period, "", 0, 0, "", end, "date.years")
    # “14年前渔获占比是8.2%” is a time, “11年前的相片” a length that is told.
    ago = AGO.match(text, end) if not text.endswith(_NOT_AGO, 0, start) else None
    dates = said[0] not in _DIGITS or text.endswith((*_BASE_PLAIN, _AT), 0, start)
    if ago is not None and not dates and text[start - 1 : start] != _FULL:
        dates = _VALUE_BEHIND.match(text, ago.end()) is not None
    if ago is not None and dates:
        period = str(on.year - count) if on and count < on.year else ""
        return Quantity(start, ago.end(), DATE, period, period, "", 0, 0, "", ago.end(), "date.years ago")
    spelled = said[0] not in _DIGITS or text[start - 1 : start] == _AT
    if spelled and _LATER.match(text, end) and _AWAITED.search(text, max(start - 4, 0), start):
        # “预期两年后恢复平衡”: a year to come.
        period = str(on.year + count) if on and count < _FAR_AHEAD else ""
        stop = end + 1
        return Quantity(start, stop, DATE, period, period, "", 0, 0, "", stop, "date.years ahead")
    if is_article(said) and not is_evident(text, quantity):
        return None
    return quantity
