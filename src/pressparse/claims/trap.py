"""Traps: numerals that claim nothing by their looks: ordinals, list marks, codes, clocks; and ratios, which do."""

import re
from decimal import Decimal
from typing import Final

from pressparse.claims.bare import find_tail
from pressparse.claims.kind import COUNT, DATE, LABEL, MONEY, ORDINAL, PERCENT, POINTS, RANK, RATIO
from pressparse.claims.numeral import HAN_DIGITS, HAN_SCALES, POINT, parse_numeral
from pressparse.claims.ordinal import (
    ARTICLES,
    BREAKS,
    MARK,
    MARK_BEFORE,
    RANK_UNITS,
    find_article,
    find_ordinal,
    label,
    unclaimed,
)
from pressparse.claims.quantity import Quantity, finish
from pressparse.claims.unit import find_unit
from pressparse.lexicon import one_of, read_tree

_TREE: Final = read_tree("quantities")
_SIGN: Final = _TREE["signs"]
_PERIODS: Final = read_tree("periods")
_ONE: Final = _SIGN["one"]
_DIGITS: Final = frozenset("0123456789")
_LETTERS: Final = frozenset("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ")

# 1+3+1, 2+4+4, 1+X, 13+6; 010-12345678; 13800138000; 2.1.3; 2019-nCoV.
_SUM: Final = re.compile(r"[0-9]+(?:\+(?:[0-9]+|[A-Z])(?![0-9.%]))+(?![0-9])")
_PHONE: Final = re.compile(
    r"(?:\(?0[0-9]{2,3}\)?-?[0-9]{7,8}|1[3-9][0-9]{9}|[48]00-?[0-9]{3}-?[0-9]{4}|[0-9]+(?:-[0-9]+){2,})(?![0-9])"
)
_AREA_PHONE: Final = re.compile(r"[0-9]{2,4}\)[ ]?[0-9]{3,4}[ -]?[0-9]{4}(?![0-9])")
_VERSION: Final = re.compile(r"[0-9]\.[0-9]\+(?![0-9])|[0-9]+(?:\.[0-9]+){2,}|[0-9]+\.\.+|0[0-9]{2,}(?![0-9.,])")
_VERSION_NEXT: Final = frozenset("+.")
_CLOCK: Final = re.compile(r"(?P<hour>[0-9]{1,2}):(?P<minute>[0-5][0-9])(?::[0-5][0-9])?(?![0-9])")
_RATIO: Final = re.compile(r"[0-9]+(?:\.[0-9]+)?(?::[0-9]+(?:\.[0-9]+)?)+")
_SLASH: Final = re.compile(r"(?P<a>[0-9]+)/(?P<b>[0-9]+)(?:/[0-9]+)?(?![0-9/])")
_HAN_NUMBER: Final = rf"[{HAN_DIGITS}{HAN_SCALES}]+(?:{POINT}[{HAN_DIGITS}]+)?"
_VERSUS: Final = re.compile(rf"{_SIGN['versus']}(?P<b>[0-9]+(?:\.[0-9]+)?|{_HAN_NUMBER})(?![0-9{HAN_DIGITS}])")
_CLOCK_BEFORE: Final = frozenset(_SIGN["clock_before"])
_SHARE_CONTEXT: Final = re.compile(_SIGN["ratio_context"])


def _mark(text: str, start: int, end: int) -> Quantity | None:
    """A mark that counts off a point; the first of a list of sectors or quarters is none.

    “一、二、三产分别增长”, “一、二季度”
    """
    if listed := _SECTORS_ON.match(text, end):
        return unclaimed(ORDINAL, text, start, listed.end(), "ordinal.listed") if listed["sector"] else None
    return unclaimed(ORDINAL, text, start, end, "ordinal.mark")


def read_trap(text: str, start: int, end: int, *, articles: set[str]) -> Quantity | None:
    """What a numeral at start:end turns out to be by its looks and its left side alone; None when it may be a claim."""
    before = text[start - 1 : start]
    after = text[end : end + 1]
    said = text[start:end]
    if (
        before not in _TELLING_BEFORE
        and after not in _TELLING_AFTER
        and said not in articles
        and end - start < _LONG
        and said.isdigit()
        and said[0] != "0"
    ):
        return None
    if before == _ORDINAL or (before == " " and text[max(start - 2, 0)] == _ORDINAL):
        return find_ordinal(text, start, end, articles)
    first = said[0]
    if first in _DIGITS:
        odd = after in _ODD_AFTER or (before == "(" and after == ")")
        odd = odd or before in _ODD_BEFORE or first == "0" or end - start >= _LONG or "." in said
        if odd and (found := _arabic(text, start, end, before, after)) is not None:
            return found
    elif (
        (first == _ONE and before in _BEFORE_ONE and said[1:2] not in _AFTER_ONE and after not in _PARTS)
        or (end - start == 1 and text.endswith(_WEEK, 0, start))
        or (first == "." and before in _LETTERS)
    ):
        # “BA.5” is the name of a variant.
        return label(text, start, end, "label.word" if first != "." else "label.code")
    elif after in _ENDING_SIGNS and text.startswith(_ENDINGS, end):
        # “三口之家”, “五倍券”
        return label(
            text, start, end + next(len(word) for word in _ENDINGS if text.startswith(word, end)), "label.word"
        )
    if before in MARK_BEFORE and after in _MARK_AFTER and (mark := MARK.match(text, start)):
        return _mark(text, start, mark.end())
    if before in _FORES and (fore := _FORE_RANK.match(text, end)):
        return _fore(text, start, end, fore)
    if first != _HALF and (before == _EACH or (before == " " and text[max(start - 2, 0)] == _EACH)):
        return _per(text, start, end)
    if after == _COMPARED_WITH and (versus := _VERSUS.match(text, end)) and before != _SAME:
        return _versus(text, start, end, versus)
    if after in _ARTICLE_SIGNS and end - start < 6 and not _SCALED.search(said):
        return find_article(text, start, end, articles)
    if said in articles and end - start > 1 and after not in _UNITISH:
        return label(text, start, end, "label.article")
    return None


_SECTORS_ON: Final = re.compile(_SIGN["sectors_on"])
_ORDINAL: Final[str] = _SIGN["ordinal"]
_EACH: Final[str] = _SIGN["each"][0]
_HALF: Final[str] = _SIGN["half"]
_COMPARED_WITH: Final[str] = _SIGN["versus"]
_SAME: Final[str] = _SIGN["same"]
_ARTICLE_SIGNS: Final = frozenset(ARTICLES)
# “指令6.6亿条” are no articles.
_SCALED: Final = re.compile(f"[.{_SIGN['big_scales']}]")
# Beside one of these, or as long as this, a numeral of digits may be a sum, a code, a clock.
_ODD_BEFORE: Final = _LETTERS | {".", "+", "-"}
_MIDDLE_DOT: Final[str] = read_tree("numerals")["signs"]["middle_dot"]
_DOTTED: Final = re.compile(f"[0-9]+(?:{_MIDDLE_DOT}[0-9]+)+(?!%)")
_ODD_AFTER: Final = frozenset(f"+-.:/{_MIDDLE_DOT}")
_LONG: Final = 10
# “今年要进一千五百人” is no 进一步, “最高一四○万元” no 高一.
_AFTER_ONE: Final = frozenset(HAN_SCALES + HAN_DIGITS)
_BEFORE_ONE: Final = frozenset(_SIGN["before_one"])
_PARTS: Final = frozenset(_SIGN["parts_of_one"])
_WEEK: Final = tuple(_SIGN["week"])
_ENDINGS: Final = tuple(_TREE["words"]["endings"])
_ENDING_SIGNS: Final = frozenset(word[0] for word in _ENDINGS)
_MARK_AFTER: Final = frozenset(_SIGN["mark_after"])
_UNITISH: Final = frozenset(_SIGN["unitish"])


# Beside none of these a plain numeral of digits is told by nothing.
_TELLING_BEFORE: Final = _ODD_BEFORE | frozenset((_ORDINAL, " ", _EACH, _PERIODS["signs"]["first"]))
_TELLING_AFTER: Final = _ODD_AFTER | _ARTICLE_SIGNS | _MARK_AFTER | {_COMPARED_WITH, ")"}


def _arabic(text: str, start: int, end: int, before: str, after: str) -> Quantity | None:
    if before == "(" and (phone := _AREA_PHONE.match(text, start)):
        # “(853)2833 3000”
        return label(text, start, phone.end(), "label.phone")
    coded = before in _LETTERS and not _currency_letters(text, start) and not _of_acronym(text, start, end)
    if coded or (before == "-" and text[max(start - 2, 0)] in _LETTERS):
        # “A380”, “COVID-19”
        return label(text, start, find_tail(text, end), "label.code")
    if before == "." or (before == "+" and text[max(start - 2, 0)] in _DIGITS):
        return label(text, start, end, "label.malformed")
    if after in _SCORE_SIGNS and (stamp := _POSTED.match(text, start)):
        # “[05-14 17:32]”
        return unclaimed(DATE, text, start, stamp.end(), "date.stamp")
    if after in _SCORE_SIGNS and (score := _SCORE.match(text, start)):
        # “主队3-0击败客队”
        return _ratio(text, start, score.end(), f"{score['a']}:{score['b']}", "ratio.score")
    if after == "+" and (found := _SUM.match(text, start)):
        return label(text, start, found.end(), "label.sum")
    if (after == "-" or end - start >= _LONG or text[start] == "0") and (found := _phone(text, start, end)):
        return label(text, start, found.end(), "label.phone")
    # No other numeral is written like a version: most have one point.
    versioned = after in _VERSION_NEXT or text[start] == "0" or text.count(".", start, end) > 1
    if versioned and (found := _VERSION.match(text, start)) and found.end() >= end:
        return label(text, start, found.end(), "label.version")
    if after == ":":
        return _colon(text, start)
    if after == _MIDDLE_DOT and (found := _DOTTED.match(text, start)):
        # “3·15晚会”
        return label(text, start, found.end(), "label.name")
    if after == "/" and (found := _SLASH.match(text, start)) and not _is_per_many(text, end):
        return _slash(text, start, found)
    return None


_POSTED: Final = re.compile(
    "(?:0[1-9]|1[0-2])-(?:0[1-9]|[12][0-9]|3[01])[ ]{1,2}[0-2]?[0-9]:[0-5][0-9](?::[0-5][0-9])?(?![0-9])"
)
_SCORE_SIGNS: Final = frozenset("-")
_SCORE: Final = re.compile(rf"(?P<a>[0-9]{{1,3}})-(?P<b>[0-9]{{1,3}})(?= ?{one_of(_SIGN['game_ends'])})")


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
    if unit is not None and unit[0].kind is COUNT:
        # “AED136台,救护车30辆”
        return text[unit[1] : unit[1] + 1] in BREAKS
    return unit is not None and unit[0].kind in _MEASURED


_ACRONYM: Final = re.compile("[A-Z]{3,}$|(?<![A-Za-z])(?:gdp|cpi|ppi|pmi)$")
_MEASURED: Final = frozenset((MONEY, PERCENT, POINTS))


def _currency_letters(text: str, start: int) -> bool:
    return text.endswith(("RMB", "USD", "CNY", "HKD", "EUR", "TWD", "NTD", "JPY", "GBP", "MOP", "rmb"), 0, start)


def _colon(text: str, start: int) -> Quantity | None:
    clock, ratio = _CLOCK.match(text, start), _RATIO.match(text, start)
    dated = text[start - 1 : start] in _CLOCK_BEFORE
    if text[start - 1 : start] in _LINE_BEGINS and (stamp := _STAMP.match(text, start)):
        # “35:30 效期到什么时候”: the time that a recording has run.
        return unclaimed(DATE, text, start, stamp.end(), "date.clock")
    if clock and int(clock["hour"]) < 25 and (dated or not _compares(text, start)):
        return unclaimed(DATE, text, start, clock.end(), "date.clock")
    if ratio:
        return _ratio(text, start, ratio.end(), ratio[0], "ratio.colon")
    return None


_LINE_BEGINS: Final = frozenset(("", "\n"))
_STAMP: Final = re.compile("[0-9]{1,3}:[0-5][0-9](?= )")


def _compares(text: str, start: int) -> bool:
    """Whether shares are spoken of before `start`: “师生比由1:18优化到|1:15”."""
    return (
        _SHARE_CONTEXT.search(text, max(start - 8, 0), start) is not None
        or _SECOND_RATIO.search(text[max(start - 24, 0) : start]) is not None
    )


_SECOND_RATIO: Final = re.compile(f"(?:{_SIGN['ratio_context']})[^,。;]{{0,6}}[0-9]+:[0-9]+[^,。;0-9:]{{1,6}}$")


def _versus(text: str, start: int, end: int, versus: re.Match[str]) -> Quantity | None:
    parts = [parse_numeral(text[start:end]), parse_numeral(versus["b"])]
    said = ":".join(str(part.low) for part in parts if part)
    return _ratio(text, start, versus.end(), said, "ratio.word")


def _ratio(text: str, start: int, end: int, said: str, rule: str) -> Quantity:
    return finish(text, Quantity(start, end, RATIO, said, said, "", 0, 0, "", end, rule))


def _is_per_many(text: str, at: int) -> bool:
    """Whether the sign at `at` says for how many: “9|/10万”."""
    unit = find_unit(text, at)
    return unit is not None and unit[0].kind is PERCENT


def _slash(text: str, start: int, found: re.Match[str]) -> Quantity | None:
    a, b = Decimal(found["a"]), Decimal(found["b"])
    negative = text[start - 1 : start] == "-"
    # “占总面积1/40”, but “截至1/16的统计”
    portion = _PORTION.search(text, max(start - _LONGEST_PORTION, 0), start) is not None
    # “中签率从1/12到1/8”, but “利率由1/11起维持2%”
    shared = a == 1 and text[found.end() : found.end() + 1] not in _BEGINNING
    shared = shared and _SHARED.search(text, max(start - 2 * _LONGEST_PORTION, 0), start) is not None
    portion = portion or shared
    paired = not shared and _SLASH_BEFORE.search(text, max(start - _LONGEST_PORTION, 0), start) is not None
    if not b or paired or found[0].count("/") > 1 or (not negative and (a >= b or (b > 10 and not portion))):
        return unclaimed(DATE, text, start, found.end(), "date.slash")
    value = a * 100 / b * (-1 if negative else 1)
    part = Quantity(start - negative, found.end(), PERCENT, value, value, "%", 0, 0, "", found.end(), "percent.slash")
    return finish(text, part)


_LONGEST_PORTION: Final = 12
_BEGINNING: Final = frozenset(_SIGN["beginning"])
_SHARED: Final = re.compile(_SIGN["slash_shares"])
# “7/27起至|8/9”
_SLASH_BEFORE: Final = re.compile(_SIGN["slash_day_before"])
_PORTION: Final = re.compile(_SIGN["portion"])


# “前三”, “前10位”, “前五名”: a standing, unless a noun follows that is numbered.
_FORES: Final = frozenset(_PERIODS["signs"]["fores"])
_FORE_RANK: Final = re.compile(
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
