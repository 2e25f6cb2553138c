"""Carry: how far a year that was spoken of goes on: to the end of a paragraph, or until this year is told of."""

import re
from datetime import date
from typing import Final

from pressparse.claims.moment import Spoken, Time
from pressparse.claims.reckoning import read_number
from pressparse.lexicon import read_tree

_TREE: Final = read_tree("periods")
_STOPS: Final[str] = read_tree("quantities")["signs"]["stops"]


def follow(text: str, spoken: Spoken, at: int, on: date | None) -> Spoken:
    """What is still spoken of at `at`: a year named as “去年” ends with its paragraph."""
    if spoken.back and any(sign in text[spoken.until : at] for sign in _STOPS):
        return spoken.but(year=spoken.back, passing=False, back=0)
    if spoken.late and at - spoken.until > _LONGEST_CARRY:
        return spoken.but(late=False)
    between = text[spoken.until : at]
    ends = spoken.passing and "\n" in between
    if spoken.late and any(sign in between for sign in _SENTENCE_ENDS):
        ends = ends or _is_to_date(text, spoken, at, on)
    return spoken.but(year=0, passing=False, late=False) if ends else spoken


def is_aside(text: str, time: Time) -> bool:
    """Whether a time stands among other words in brackets inside a sentence: “今年春节在1月(去年在2月),1月CPI…”."""
    start = text.rfind(_OPENED, max(time.start - _LONGEST_ASIDE, 0), time.start) + 1
    end = text.find(_CLOSED, time.end, time.end + _LONGEST_ASIDE)
    if not start or end < 0 or text.find(_CLOSED, start, time.start) >= 0:
        return False
    return text[start:end] != text[time.start : time.end] and text[end + 1 : end + 2] not in _STOPS


_OPENED: Final = "("
_CLOSED: Final = ")"
_LONGEST_ASIDE: Final = 20
# So far behind last year it is what the whole record is about.
_LONGEST_CARRY: Final = 600


def is_left(text: str, time: Time, start: int, at: int) -> bool:
    """Whether start:at, of a later sentence, tells of now, where `time` is aimed at or only begins something.

    “到2030年,充电桩将达到12万个。|现有新能源汽车86万辆”, “自5月1日起,…。|现在…”; not behind “截至5月末”.
    """
    aimed = text.endswith(_AIMED_AT, 0, time.start) and not text.endswith(_UP_TO, 0, time.start)
    return (aimed or time.period.endswith("/")) and _NOW.search(text, start, at) is not None


_AIMED_AT: Final = tuple(_TREE["tails"]["aimed_at"])
_UP_TO: Final = tuple(_TREE["tails"]["up_to"])
_NOW: Final = re.compile(_TREE["tails"]["now_there"])


def _is_to_date(text: str, spoken: Spoken, at: int, on: date | None) -> bool:
    """Whether a paragraph tells of this year so far, where last year was only spoken of: “1—7月”, “截至6月底”.

    Not where the paragraph goes on to the end of the year, or that year was announced: “2024年工作情况”.
    """
    start = max(text.rfind(sign, spoken.until, at) for sign in _SENTENCE_ENDS) + 1
    end = text.find("\n", at, at + _LONGEST_CARRY)
    told = _TO_DATE.match(text, start)
    if on is not None and told is not None and told["near"]:
        # “4月7日到现在”
        return told.end() > at and on.month - 1 <= read_number(told["near"]) <= on.month
    if on is None or told is None or told.end() < at or "\n" not in text[spoken.until : at]:
        return False
    if _TO_THE_END.search(text, start, end if end >= 0 else at + _LONGEST_CARRY):
        return False
    said = told["month"] or told["until"]
    months = read_number(said) if said else _QUARTER_MONTHS if told["quarter"] else _HALF_YEAR_MONTHS
    return months < on.month and _ANNOUNCED_YEAR.match(text, spoken.until) is None


_TO_DATE: Final = re.compile(_TREE["carry"]["to_date"])
_TO_THE_END: Final = re.compile(_TREE["carry"]["to_the_end"])
_ANNOUNCED_YEAR: Final = re.compile(_TREE["carry"]["announced"])
_HALF_YEAR_MONTHS: Final = 6
_QUARTER_MONTHS: Final = 3
_SENTENCE_ENDS: Final = ("\n", "。", ";")
