"""Numbers that claim nothing: dates, ordinals, list marks, codes, names, slogans; and standings, which do."""

import re
from datetime import date
from decimal import Decimal

from pressparse.claims.bare import ends_in, find_tail, is_modified, tell_bare
from pressparse.claims.kind import COUNT, DATE, DURATION, LABEL, MEASURE, MONEY, ORDINAL, PERCENT, POINTS, RANK, RATIO
from pressparse.claims.numeral import HAN_DIGITS, HAN_SCALES, RUN, parse_numeral
from pressparse.claims.ordinal import (
    ARTICLES,
    BREAKS,
    MARK,
    MARK_BEFORE,
    RANK_UNITS,
    find_article,
    find_ordinal,
    label,
    noun_follows,
    unclaimed,
)
from pressparse.claims.period import years_until
from pressparse.claims.quantity import Quantity, finish
from pressparse.claims.unit import find_unit
from pressparse.claims.word import is_inside_word, points
from pressparse.lexicon import one_of, read_tree

_TREE = read_tree("quantities")
_SIGN = _TREE["signs"]
_PERIODS = read_tree("periods")
_ONE = _SIGN["one"]
_DIGITS = frozenset("0123456789")
_LETTERS = frozenset("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ")
_HAN = frozenset(HAN_DIGITS)

# 1+3+1, 2+4+4, 1+X, 13+6; 010-12345678; 13800138000; 2.1.3; 2019-nCoV.
_SUM = re.compile(r"[0-9]+(?:\+(?:[0-9]+|[A-Z])(?![0-9.%]))+(?![0-9])")
_PHONE = re.compile(
    r"(?:\(?0[0-9]{2,3}\)?-?[0-9]{7,8}|1[3-9][0-9]{9}|[48]00-?[0-9]{3}-?[0-9]{4}|[0-9]+(?:-[0-9]+){2,})(?![0-9])"
)
_VERSION = re.compile(r"[0-9]\.[0-9]\+(?![0-9])|[0-9]+(?:\.[0-9]+){2,}|[0-9]+\.\.+|0[0-9]{2,}(?![0-9.,])")
_CLOCK = re.compile(r"(?P<hour>[0-9]{1,2}):(?P<minute>[0-5][0-9])(?::[0-5][0-9])?(?![0-9])")
_RATIO = re.compile(r"[0-9]+(?:\.[0-9]+)?(?::[0-9]+(?:\.[0-9]+)?)+")
_SLASH = re.compile(r"(?P<a>[0-9]+)/(?P<b>[0-9]+)(?:/[0-9]+)?(?![0-9/])")
_VERSUS = re.compile(rf"{_SIGN['versus']}(?P<b>[0-9]+|[{HAN_DIGITS}]+)(?![0-9{HAN_DIGITS}])")
_SHARE_CONTEXT = re.compile(_SIGN["ratio_context"])
_SLOGAN = re.compile(_SIGN["slogan"])
_YEARS_BEFORE = tuple(_PERIODS["years"]["before"])
_YEARS_AHEAD = tuple(_PERIODS["years"]["ahead"])
_YEARS_AFTER = tuple(_PERIODS["years"]["after"])


def read_trap(text: str, start: int, end: int, *, region: str, on: date | None, articles: set[str]) -> Quantity | None:
    """What a numeral at start:end turns out to be by its looks and its left side alone; None when it may be a claim."""
    before = text[start - 1 : start]
    after = text[end : end + 1]
    said = text[start:end]
    if before == _ORDINAL or (before == " " and text[max(start - 2, 0)] == _ORDINAL):
        return find_ordinal(text, start, end, articles)
    first = said[0]
    if first in _DIGITS:
        odd = after in _ODD_AFTER or before in _ODD_BEFORE or first == "0" or end - start >= _LONG or "." in said
        if odd and (found := _arabic(text, start, end, before, after)) is not None:
            return found
    elif (first == _ONE and before in _BEFORE_ONE and said[1:2] not in _SCALE_SIGNS) or (
        end - start == 1 and text.endswith(_WEEK, 0, start)
    ):
        return label(text, start, end, "label.word")
    if before in MARK_BEFORE and after in _MARK_AFTER and (mark := MARK.match(text, start)):
        return unclaimed(ORDINAL, text, start, mark.end(), "ordinal.mark")
    if before == _FORE and (fore := _FORE_RANK.match(text, end)):
        return _fore(text, start, end, fore)
    if before == _EACH and first != _HALF:
        return _per(text, start, end)
    if after == _COMPARED_WITH and (versus := _VERSUS.match(text, end)) and before != _SAME:
        return _versus(text, start, end, versus)
    if after in _ARTICLE_SIGNS and end - start < 6 and not _SCALED.search(said):
        return find_article(text, start, end, articles)
    if said in articles and end - start > 1 and after not in _UNITISH:
        return label(text, start, end, "label.article")
    return None


_ORDINAL: str = _SIGN["ordinal"]
_EACH: str = _SIGN["each"][0]
_HALF: str = _SIGN["half"]
_COMPARED_WITH: str = _SIGN["versus"]
_SAME: str = _SIGN["same"]
_ARTICLE_SIGNS = frozenset(ARTICLES)
# “指令6.6亿条” are no articles.
_SCALED = re.compile(f"[.{_SIGN['big_scales']}]")
# Beside one of these, or as long as this, a numeral of digits may be a sum, a code, a clock.
_ODD_BEFORE, _ODD_AFTER = _LETTERS | {".", "+"}, frozenset("+-.:/")
_LONG = 10
# “今年要进一千五百人” is no 进一步.
_SCALE_SIGNS = frozenset(HAN_SCALES)
_BEFORE_ONE = frozenset(_SIGN["before_one"])
_WEEK = tuple(_SIGN["week"])
_MARK_AFTER = frozenset(_SIGN["mark_after"])
_UNITISH = frozenset(_SIGN["unitish"])


def _arabic(text: str, start: int, end: int, before: str, after: str) -> Quantity | None:
    if before in _LETTERS and not _currency_letters(text, start) and not _of_acronym(text, start, end):
        return label(text, start, find_tail(text, end), "label.code")
    if before == "." or (before == "+" and text[max(start - 2, 0)] in _DIGITS):
        return label(text, start, end, "label.malformed")
    if after == "+" and (found := _SUM.match(text, start)):
        return label(text, start, found.end(), "label.sum")
    if (after == "-" or end - start >= _LONG or text[start] == "0") and (found := _phone(text, start, end)):
        return label(text, start, found.end(), "label.phone")
    if (found := _VERSION.match(text, start)) and found.end() >= end:
        return label(text, start, found.end(), "label.version")
    if after == ":":
        return _colon(text, start)
    if after == "/" and (found := _SLASH.match(text, start)):
        return _slash(text, start, found)
    return None


def _phone(text: str, start: int, end: int) -> re.Match[str] | None:
    """A telephone number; “13000000000元” is none."""
    found = _PHONE.match(text, start)
    if found and found.end() == end and (unit := find_unit(text, end)) and unit[0].kind is MONEY:
        return None
    return found


def _of_acronym(text: str, start: int, end: int) -> bool:
    """“ARPU49.5元”, “PMI50.2%”: letters that are measured, where those of “A380” are a code."""
    if not _ACRONYM.search(text[max(start - _LONG, 0) : start]):
        return False
    unit = find_unit(text, end)
    return unit is not None and unit[0].kind in _MEASURED


_ACRONYM = re.compile("[A-Z]{3,}$")
_MEASURED = frozenset((MONEY, PERCENT, POINTS))


def _currency_letters(text: str, start: int) -> bool:
    return text.endswith(("RMB", "USD", "CNY", "HKD", "EUR", "TWD", "NTD", "JPY", "GBP", "MOP", "rmb"), 0, start)


def _colon(text: str, start: int) -> Quantity | None:
    clock, ratio = _CLOCK.match(text, start), _RATIO.match(text, start)
    if clock and int(clock["hour"]) < 25 and not _SHARE_CONTEXT.search(text, max(start - 8, 0), start):
        return unclaimed(DATE, text, start, clock.end(), "date.clock")
    if ratio:
        return _ratio(text, start, ratio.end(), ratio[0], "ratio.colon")
    return None


def _versus(text: str, start: int, end: int, versus: re.Match[str]) -> Quantity | None:
    parts = [parse_numeral(text[start:end]), parse_numeral(versus["b"])]
    said = ":".join(str(part.low) for part in parts if part)
    return _ratio(text, start, versus.end(), said, "ratio.word")


def _ratio(text: str, start: int, end: int, said: str, rule: str) -> Quantity:
    return finish(text, Quantity(start, end, RATIO, said, said, "", 0, 0, "", end, rule))


def _slash(text: str, start: int, found: re.Match[str]) -> Quantity | None:
    a, b = Decimal(found["a"]), Decimal(found["b"])
    negative = text[start - 1 : start] == "-"
    if not b or found[0].count("/") > 1 or (not negative and (a >= b or b > 10)):
        return unclaimed(DATE, text, start, found.end(), "date.slash")
    value = a * 100 / b * (-1 if negative else 1)
    return Quantity(start - negative, found.end(), PERCENT, value, value, "%", 0, 0, "", found.end(), "percent.slash")


# “前三”, “前10位”, “前五名”: a standing, unless a noun follows that is numbered.
_FORE: str = _PERIODS["signs"]["first"]
_FORE_RANK = re.compile(
    rf"(?P<unit>{one_of(RANK_UNITS)})?(?=[{re.escape(''.join(sorted(BREAKS)))}{_SIGN['rank_after']}]|$)"
)


def _fore(text: str, start: int, end: int, fore: re.Match[str]) -> Quantity | None:
    numeral = parse_numeral(text[start:end])
    if numeral is None:
        return None
    first = start - 1
    return Quantity(first, fore.end(), RANK, numeral.low, numeral.high, "", 0, 0, "", fore.end(), "rank.fore")


def _per(text: str, start: int, end: int) -> Quantity:
    """“每万人”, “每10万人”: what is counted by, a part of the metric."""
    return unclaimed(LABEL, text, start, end, "label.per")


_ANNOUNCEMENTS_NOUNS = tuple(_TREE["announcements"]["nouns"])
_BASE_PLAIN = tuple(_PERIODS["base"]["plain"])
_CLOCK_BEFORE = tuple(_TREE["clock"]["before"])
_CLOCK_MORE = tuple(_TREE["clock"]["more"])
_DAY_AS_LENGTH = tuple(_TREE["day"]["as_length"])
_DAY_LENGTH_BEFORE = tuple(_TREE["day"]["length_before"])
_NOT_AGO = tuple(_SIGN["not_ago"])
_ORDINALS_MEETINGS = tuple(_TREE["ordinals"]["meetings"])
_ORDINALS_UNLESS_BEFORE = tuple(_TREE["ordinals"]["unless_before"])
_PLANS_NAMES = tuple(_TREE["plans"]["names"])
_QUAKE_AFTER = tuple(_TREE["quake"]["after"])
_QUAKE_BEFORE = tuple(_TREE["quake"]["before"])
_ROC_NOT_AFTER = tuple(_TREE["roc"]["not_after"])
_SINCE_HIGH = tuple(_SIGN["since_high"])


def tell(text: str, quantity: Quantity, start: int, *, region: str, on: date | None) -> Quantity | None:
    """The quantity as the claim, date or label that it is by its unit and surroundings; None when it says nothing."""
    kind = quantity.kind
    if kind is LABEL:
        return _labelled(text, quantity)
    counted = kind is COUNT or kind is DURATION
    if text[start] not in _DIGITS and kind is not PERCENT:
        if is_inside_word(text, quantity):
            return label(text, quantity.start, quantity.end, "label.word")
        if kind in _POINTED and points(text, quantity):
            return None
    if (counted or text[quantity.start - 1 : quantity.start] == _QUOTE) and _in_slogan(text, quantity):
        return label(text, quantity.start, quantity.end, "label.slogan")
    if text[start] in _LEADERS and kind is not PERCENT and _leads_without_modifier(text, quantity, start):
        return None
    if kind is DURATION:
        return _length(text, quantity, region, on)
    if kind is COUNT:
        return _counted(text, quantity, region) if quantity.unit else tell_bare(text, quantity, region)
    if kind is MONEY and text[quantity.end - 1] == _PIECE and _is_piece(text, quantity):
        end = quantity.end
        if _is_article_one(text[quantity.start : end]) and not _evident(text, quantity):
            return None
        return quantity._replace(kind=COUNT, unit=_PIECE, unit_start=end - 1, unit_end=end, rule="count.piece")
    if text[start] == _ONE and _NOT_EVEN.match(text, quantity.end):
        # “一毛都没有调”
        return None
    if kind is not MEASURE:
        return quantity
    if text[quantity.start] == _ONE and quantity.end - quantity.start < len(text):
        unit = text[quantity.start + 1 : quantity.end]
        if quantity.low == 1 and find_unit(unit, 0) and not _evident(text, quantity):
            return None
    return _score(text, quantity) if quantity.unit in _SCORE_UNITS else quantity


# 块 is money by its unit.
_NOT_EVEN = re.compile(_SIGN["not_even"])
_POINTED = frozenset((COUNT, MONEY))
_QUOTE: str = _SIGN["quote"]
_QUOTE_END: str = _SIGN["quote_end"]
_LEADERS = frozenset(_SIGN["leaders"])
_SCORE_UNITS = frozenset(_SIGN["score_units"])
_PIECE: str = _TREE["pieces"]["unit"]
_PIECE_WORDS = re.compile(one_of(_TREE["pieces"]["words"]))


def _is_piece(text: str, quantity: Quantity) -> bool:
    """“三块牌子”, “集成电路产量突破40亿块”: a thing that is counted, where “5块一斤” is money."""
    follower = text[quantity.end : quantity.end + 1]
    if noun_follows(text, quantity.end) and follower not in _TREE["pieces"]["price_before"] and follower not in _DIGITS:
        return follower not in _HAN
    return _PIECE_WORDS.search(text, max(quantity.start - 16, 0), quantity.start) is not None


def _in_slogan(text: str, quantity: Quantity) -> bool:
    """Inside a short quotation without a clause of its own: “四个意识”, “十大攻坚工程”."""
    opening = text.rfind(_QUOTE, max(quantity.start - 9, 0), quantity.start)
    if opening < 0 or text.rfind(_QUOTE_END, opening, quantity.start) > opening:
        return False
    return _SLOGAN.match(text, opening) is not None


def _leads_without_modifier(text: str, quantity: Quantity, start: int) -> bool:
    """“亿元以上项目”, “万人空巷”: a scale alone is a number only behind “近”, “突破”, “上”."""
    if quantity.modifier == "more_than" or quantity.low != quantity.high:
        return False
    run = RUN.match(text, start)
    if run is None or any(char in _HAN or char in _DIGITS for char in run[0]):
        return False
    return not is_modified(text, quantity.start)


def _labelled(text: str, quantity: Quantity) -> Quantity:
    if quantity.unit in _TREE["quake"]["unit"]:
        unit = quantity.unit
        if text.startswith(_QUAKE_AFTER, quantity.end) or text.endswith(_QUAKE_BEFORE, 0, quantity.start):
            return quantity._replace(kind=MEASURE, unit=unit, rule="measure.force")
    return quantity._replace(low=text[quantity.start : quantity.end], high=text[quantity.start : quantity.end])


def _length(text: str, quantity: Quantity, region: str, on: date | None) -> Quantity | None:
    """Lengths of time told from days of the month, years of a calendar and the years spoken of."""
    end = quantity.end
    said = text[quantity.start : end]
    digits = said[:-1]
    if said[-1] in _DAYS and digits.isdigit() and len(digits) < 3:
        if not text.startswith(_DAY_AS_LENGTH, end) and not text.endswith(_DAY_LENGTH_BEFORE, 0, quantity.start):
            return unclaimed(DATE, text, quantity.start, end, "date.day")
        return quantity
    if said[-1] == _YEAR or _ROC_YEAR.fullmatch(said) or said.endswith(_MANY_YEARS):
        return _years(text, quantity, said, region, on)
    if (
        text.endswith(_FORE, 0, quantity.start)
        and said[-1] in _DAY_UNITS
        and not text.endswith(_NOT_AGO_BEFORE, 0, quantity.start)
    ):
        # “春运前34天”
        return unclaimed(DATE, text, quantity.start - 1, end, "date.first days")
    if said[-1] == _SEASON and not text.endswith(_IN_A_ROW, 0, quantity.start):
        return None
    if quantity.low == 1 and _is_article_one(said) and not _evident(text, quantity):
        return None
    return quantity


_DAY_UNITS = frozenset(_TREE["day"]["lengths"])
_NOT_AGO_BEFORE = tuple(f"{word}{_FORE}" for word in _TREE["day"]["not_fore"])
_SEASON: str = _SIGN["season"]
_IN_A_ROW = tuple(_SIGN["in_a_row"])
_DAYS = frozenset(_TREE["day"]["units"])
_YEAR: str = _TREE["roc"]["unit"]
_MANY_YEARS: str = _SIGN["many_years"]
_ROC_SCALES = frozenset(_TREE["roc"]["scales"])
_AVERAGE: str = _SIGN["average"]
_FAR_AHEAD = 1000
_LATER, _AWAITED = re.compile(_SIGN["later"]), re.compile(_SIGN["awaited"])
_AGO = re.compile(_SIGN["ago"])
_ROC_YEAR = re.compile(_TREE["roc"]["form"])


def _years(text: str, quantity: Quantity, said: str, region: str, on: date | None) -> Quantity | None:
    start, end = quantity.start, quantity.end
    if text.startswith(_PLANS_NAMES, end):
        return label(text, start, end, "label.plan")
    digits = said.rstrip(_TREE["roc"]["endings"])
    roc = int(quantity.low) if quantity.low == quantity.high and isinstance(quantity.low, Decimal) else 0
    spelled = digits.isdigit() or (len(digits) > 1 and all(char in _HAN or char in _ROC_SCALES for char in digits))
    if region == "TW" and spelled and 60 <= roc <= 140 and not text.startswith(_ROC_NOT_AFTER, end):
        year = str(roc + 1911)
        return Quantity(start, end, DATE, year, year, "", 0, 0, "", end, "date.years roc")
    count = int(quantity.low) if isinstance(quantity.low, Decimal) else 0
    ahead = text.endswith(_YEARS_AHEAD, 0, start)
    small = quantity.low == quantity.high and 1 <= count <= 15
    if text.startswith(_AVERAGE, end) and not text.endswith(_YEARS_BEFORE, 0, start):
        # “两年平均增长4%” is of the months spoken of, not of two years.
        return Quantity(start, end, DATE, "", "", "", 0, 0, "", end, "date.years average")
    if (
        small
        and (text.endswith(_YEARS_BEFORE, 0, start) or text.startswith(_YEARS_AFTER, end))
        and not text.startswith(_SINCE_HIGH, end)
    ):
        period = years_until(count, on=on, ahead=ahead)
        return Quantity(start, end, DATE, period, period, "", 0, 0, "", end, "date.years")
    compared = text.endswith(_BASE_PLAIN, 0, start)
    if (
        (ago := _AGO.match(text, end))
        and (compared or said[0] not in _DIGITS)
        and not text.endswith(_NOT_AGO, 0, start)
    ):
        period = str(on.year - count) if on and count < on.year else ""
        return Quantity(start, ago.end(), DATE, period, period, "", 0, 0, "", ago.end(), "date.years ago")
    if said[0] not in _DIGITS and _LATER.match(text, end) and _AWAITED.search(text, max(start - 4, 0), start):
        # “预期两年后恢复平衡”: a year to come.
        period = str(on.year + count) if on and count < _FAR_AHEAD else ""
        stop = end + 1
        return Quantity(start, stop, DATE, period, period, "", 0, 0, "", stop, "date.years ahead")
    if _is_article_one(said) and not _evident(text, quantity):
        return None
    return quantity


def _is_article_one(said: str) -> bool:
    return said[0] == _ONE and (len(said) == 2 or said[1] == _SIGN["individual"])


def _evident(text: str, quantity: Quantity) -> bool:
    """Whether “一年”, “一个” are measured: a modifier stands at them."""
    if quantity.modifier or is_modified(text, quantity.start):
        return True
    return ends_in(_EVIDENCE, _EVIDENCE_ENDS, text, quantity.start)


_EVIDENCE = frozenset(_SIGN["one_evidence"])
_EVIDENCE_ENDS = frozenset(word[-1] for word in _EVIDENCE)


def _counted(text: str, quantity: Quantity, region: str) -> Quantity | None:
    unit = quantity.unit
    if text[quantity.start] in _DIGITS and unit not in _ODD_COUNTED:
        if unit in _FLOORS and text.endswith(_HOUSES, 0, quantity.start):
            return label(text, quantity.start, quantity.end, "label.floor")
        if unit == _INDIVIDUAL and _ANNOUNCED_PARTS.match(text, quantity.end):
            return label(text, quantity.start, quantity.end, "label.announcement")
        return quantity
    said = text[quantity.start : quantity.end]
    han = said[0] not in _DIGITS
    if han and said[0] == _ONE and len(said) <= 1 + len(unit) and not _evident(text, quantity):
        return None
    if unit in _NUMBERED and han and not text.endswith(_ORDINALS_UNLESS_BEFORE, 0, quantity.start):
        return unclaimed(ORDINAL, text, quantity.start, quantity.end, "ordinal.session")
    if unit == _MEETING and text.startswith(_ORDINALS_MEETINGS, quantity.end):
        return unclaimed(ORDINAL, text, quantity.start, quantity.end, "ordinal.meeting")
    if han and text.startswith(_ANNOUNCEMENTS_NOUNS, quantity.end):
        return None
    if said[0] == _ZERO and unit == _OCLOCK:
        return unclaimed(DATE, text, quantity.start, quantity.end, "date.clock")
    if (
        unit == _OCLOCK
        and Decimal(quantity.low) <= 24
        and (
            text.startswith(_CLOCK_MORE, quantity.end)
            or RUN.match(text, quantity.end)
            or text.endswith(_CLOCK_BEFORE, 0, quantity.start)
        )
    ):
        return unclaimed(DATE, text, quantity.start, quantity.end, "date.clock")
    if han and unit in _ANNOUNCED and (len(said) - len(unit) < 2 or said[: -len(unit)] in _SMALL):
        return None
    return quantity


_ZERO: str = _SIGN["zero"]
_SMALL = frozenset(_SIGN["small"])
_NUMBERED = frozenset(_TREE["ordinals"]["units"])
_ANNOUNCED = frozenset(_TREE["announcements"]["nouns_of_units"])
_MEETING: str = _TREE["ordinals"]["meeting_unit"]
_OCLOCK: str = _TREE["clock"]["oclock"]
# Behind digits only these may say anything but a count: “3次会议”, “8点”.
_FLOORS, _HOUSES = frozenset(_TREE["floors"]["units"]), tuple(_TREE["floors"]["before"])
_INDIVIDUAL: str = _SIGN["individual"]
# “主要包括以下6个方面:”
_ANNOUNCED_PARTS = re.compile(f"{one_of(_TREE['announcements']['parts'])}[:。,]")
_ODD_COUNTED = frozenset((_MEETING, _OCLOCK))


# “8点20分”, “八点二十分” behind “晚上”: a time of the day, where “9.8分” is a score.
_HOUR_AND_MINUTE = re.compile(_TREE["clock"]["said"])


def _score(text: str, quantity: Quantity) -> Quantity | None:
    said = text[quantity.start : quantity.end]
    if _HOUR_AND_MINUTE.fullmatch(said):
        return unclaimed(DATE, text, quantity.start, quantity.end, "date.clock")
    if said[0] not in _DIGITS and len(said) < 3:
        return None
    if text[quantity.start - 1 : quantity.start] in _TREE["clock"]["oclock"] + _TREE["clock"]["hour"]:
        return unclaimed(DATE, text, quantity.start, quantity.end, "date.clock")
    return quantity
