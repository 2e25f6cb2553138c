"""Adjoining: times side by side, and what belongs to one: spans, brackets, what says again how long it was."""

import re
from datetime import date
from typing import Final

from pressparse.claims.apiece import LIST_GAP
from pressparse.claims.moment import Spoken, Time
from pressparse.claims.numeral import RUN
from pressparse.claims.period import find_time, since_end
from pressparse.claims.quantity import Quantity
from pressparse.claims.reckoning import is_week
from pressparse.claims.rule import is_compared, is_framed, is_of_record, is_origin, leads
from pressparse.lexicon import read_tree
from pressparse.text.tag import cut_words

_TREE: Final = read_tree("quantities")
_PERIODS: Final = read_tree("periods")
_TAIL: Final = _PERIODS["tails"]
_BRACKET: Final = re.compile(_TAIL["within_year"])
_DURING: Final = re.compile(_TAIL["during"])
_AGAIN: Final = re.compile(_TAIL["again"])
_EARLY: Final = re.compile(_TAIL["early"])
_LONGEST_WORD: Final = 4
_CLOSED: Final[str] = _TREE["signs"]["close_paren"]
_NAMED_YEARS: Final = ("date.years roc", "date.years short")
_AGO: Final = "date.years ago"
_YEAR_SIZE: Final = 4
_TIME_JOIN: Final = re.compile(_PERIODS["signs"]["join"])
_JOINED_FAR: Final = re.compile(_PERIODS["tails"]["joined_far"])
_SPAN_ENDS: Final = frozenset(_TREE["signs"]["clause"])
_PARTS_OF_DAY: Final = tuple(sorted(_TREE["clock"]["before"], key=len, reverse=True))
_MEAN: Final = re.compile(_PERIODS["base"]["mean"])


def years(text: str, quantity: Quantity) -> Time:
    """The time that a quantity turned out to be: “五年来”, “13时42分”."""
    start, end = quantity.start, quantity.end
    if quantity.rule == "date.clock":
        # “访客至昨日|下午3时|突破400万人次”
        start -= next((len(part) for part in _PARTS_OF_DAY if text.endswith(part, 0, start)), 0)
    time = Time(start, end, str(quantity.low) if quantity.rule.startswith("date.years") else "")
    if quantity.rule in _NAMED_YEARS:
        first, _, last = time.period.rpartition("/")
        month = find_time(text, end, on=None, spoken=Spoken(int(last)))
        if month is not None and month.period.startswith(f"{last}-"):
            # “由100年9月的28.5%”, “96年至100年12月”
            period = f"{first}/{month.period}" if first else month.period
            ends = leads(text, start, month.end, period)
            return month.but(start=start, period=period, year=int(last), leads=ends)
        if len(time.period) == _YEAR_SIZE:
            # “从八十九年初至今”
            early = _EARLY.match(text, end)
            end = early.end() if early else end
            since = since_end(text, start, end, same=False)
            time = time.but(end=max(end, since), period=f"{time.period}/" if since > end else time.period)
        # “比112年增加5.8%”
        return time.but(year=int(time.period[:_YEAR_SIZE]), leads=leads(text, start, time.end, time.period))
    mean = _MEAN.match(text, end)
    whole = time.but(end=mean.end() if mean else end)
    if is_compared(text, time) or is_framed(text, whole):
        # “比近五年均值减少38%”: years on end are the base of no change, but “比五年前增加3家” is of one year.
        return whole.but(period=time.period if quantity.rule == _AGO else "", leads=False)
    # “由三年前的18%提高到35%”: what it has become is not of then.
    return time.but(leads=bool(time.period) and not (is_of_record(text, end) or is_origin(text, time)))


def span_of_time(text: str, time: Time, on: date | None) -> Time:
    """“2020年7月至2023年6月”: two times joined are the span between them."""
    join = _TIME_JOIN.match(text, time.end)
    far = _JOINED_FAR.match(text, time.end) if join is None and is_origin(text, time) else None
    join = join or far
    until = find_time(text, join.end(), on=on, spoken=Spoken(time.year)) if join else None
    if until is None or (far is not None and text[until.end : until.end + 1] not in _SPAN_ENDS):
        # “由3月8日首宗出现至4月9日,”, but “由3月的12宗增至4月的15宗”
        return time
    return _joined(text, time, until)


def _joined(text: str, time: Time, until: Time) -> Time:
    """The span from one time to another; the first where there is none."""
    if not until.period or not time.period:
        return time
    if len(time.period) == _YEAR_SIZE and until.period[:-3] == time.period and not time.same:
        # “今年到9月底”
        return time.but(end=until.end, period=f"{time.period}-01/{until.period}", leads=not is_compared(text, time))
    # “从2009年3月至今年8月”, “2009年至今年8月”
    apart = len(time.period) == len(until.period) or time.period[:_YEAR_SIZE] < until.period[:_YEAR_SIZE]
    if not apart or time.period >= until.period:
        return time
    # “2018-19至2020-21学年”
    period = f"{time.period.partition('/')[0]}/{until.period.rpartition('/')[2]}"
    return time.but(end=until.end, period=period, year=until.year, leads=not is_compared(text, time))


def put(text: str, times: list[Time], time: Time) -> Time:
    """Put a time behind the others; “上周(9月25日至10月1日)”, a week with its days in brackets, is one time."""
    last = times[-1] if times else None
    near = last is not None and _BRACKET.fullmatch(text, last.end, time.start) is not None
    end = text.find(_CLOSED, time.end, time.end + len(" )")) + 1
    if last is None or not near or not end or text[time.end : end - 1].strip():
        times.append(time)
    elif is_week(last.period) or time.period.startswith(f"{last.period}-") or time.period == last.period != "":
        # “2012年(1月至11月)”: so much of the year; “去年(2012年)”: the same again.
        times[-1] = time = time.but(start=last.start, end=end, leads=last.leads)
    else:
        times.append(time)
    return time


def put_again(text: str, times: list[Time], time: Time) -> Time:
    """Put a time behind the others; one may only say again how long the last is, or until when that goes on.

    “2011年至2013年|这两年间”, “2022年和2023年|这两年”, “八十九年度到|九十三年七月底”.
    """
    last = times[-1] if times else None
    if last is not None and _is_told_again(text, times, time):
        during = _DURING.match(text, time.end)
        # “这三年|内地游客”, “这五年|来料加工出口”
        whole = during is not None and cut_words(text[time.end : during.end() + _LONGEST_WORD])[0] == during[0]
        times[-1] = time = last.but(end=during.end() if during and whole else time.end)
    elif last is not None and _TIME_JOIN.fullmatch(text, last.end, time.start):
        joined = _joined(text, last, time)
        times[-1:] = [last, time] if joined is last else [joined]
        time = time if joined is last else joined
    else:
        times.append(time)
    return time


def _is_told_again(text: str, times: list[Time], time: Time) -> bool:
    """Whether a time only says how long the last one is, or how many years were listed."""
    last = times[-1]
    lasted = time.start == last.end and RUN.match(text, time.start) and time.period[-1:] not in ("", "/")
    if lasted and "/" in last.period and "/" in time.period:
        # “七十八年至八十八年|十年间”
        return True
    if not _AGAIN.match(text, last.end, time.end):
        return False
    listed = len(times) > 1 and LIST_GAP.fullmatch(text, times[-2].end, last.start)
    return "/" in last.period or bool(listed and len(last.period) == len(times[-2].period) == _YEAR_SIZE)
