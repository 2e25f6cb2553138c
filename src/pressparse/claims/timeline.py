"""Timeline: which time of a text rules a number, and what a change is against."""

import re
from bisect import bisect_left, bisect_right
from typing import Final

from pressparse.claims.carry import is_left
from pressparse.claims.kind import COUNT, DURATION, MEASURE, MONEY, PERCENT, RATIO
from pressparse.claims.layout import Layout
from pressparse.claims.metric import head
from pressparse.claims.moment import Time, When
from pressparse.claims.numeral import HAN_DIGITS
from pressparse.claims.peel import Peel
from pressparse.claims.quantity import Quantity
from pressparse.claims.reckoning import in_year, is_quarter
from pressparse.claims.rule import is_compared, is_framed, is_origin, opens_all, opens_then
from pressparse.lexicon import read_tree

_TREE: Final = read_tree("periods")
_BASE: Final = _TREE["base"]
_SIGN: Final = read_tree("quantities")["signs"]
_PLAIN: Final = tuple(_TREE["base"]["plain"])
_RESTORED: Final = tuple(read_tree("quantities")["signs"]["reached_of"])
_OF: Final[str] = _TREE["signs"]["of"]
_EVERY_YEAR: Final = tuple(_BASE["every_year"])
_YEARS_BEFORE: Final = tuple(_TREE["years"]["before"])
_STARTS: Final = tuple(_BASE["start_year"])
_LEVELS: Final = frozenset((MONEY, MEASURE, COUNT, DURATION))
_PARTS: Final = frozenset((PERCENT, RATIO))
_AMONG: Final = tuple(_SIGN["among"])
_BY_TIME: Final = re.compile(_SIGN["by_time"])
_YEARLY: Final = "yoy"
# “2014年同期”, “二零一四年同期”: a year that is named.
_FURTHER: Final = tuple(read_tree("periods")["base"]["further"])
_YEAR_SIGNS: Final = frozenset(f"0123456789{HAN_DIGITS}")
_QUARTERLY: Final = "qoq"
_MONTHLY: Final = "mom"
# How far back a lead-in is looked for.
_LONGEST_LEAD: Final = 1500
_OPEN: Final = _SIGN["open_paren"]
_CLOSE: Final = _SIGN["close_paren"]
_CLAUSE_SIGNS: Final[str] = _SIGN["clause"]
_SAME_BEHIND: Final = re.compile(_TREE["base"]["same_behind"])
_NOW: Final = re.compile(_TREE["base"]["now"])
_NOW_AGAIN: Final = re.compile(_TREE["tails"]["now_again"])
_THIS: Final = frozenset(_TREE["signs"]["this"])


def is_of_another(said: str) -> bool:
    """Whether a sentence speaks of now, or of what is to come: “目前贷款余额7318亿元”, “预计接待游客3200万人次”."""
    return _NOW.search(said) is not None or _EXPECTED.search(said) is not None


_EXPECTED: Final = re.compile(_TREE["tails"]["expected"])


class Timeline:
    """The times of one text, asked by position."""

    def __init__(
        self, text: str, layout: Layout, times: tuple[Time, ...], claim_starts: list[int], marks: list[int]
    ) -> None:
        self.text = text
        self.layout = layout
        self.times = times
        self.by_start = {time.start: time for time in times}
        self.by_end = {time.end: time for time in times}
        self._starts = [time.start for time in times]
        self._claim_starts = claim_starts
        # Where list marks end.
        self._marks = marks
        self._leads: list[int] = []
        self._headings: list[tuple[int, int]] | None = None

    def _is_now(self, current: Time, clause: int, start: int) -> bool:
        """“2027年底完工,|目前|进度38.6%”, “去年订购400台,|截至目前|交付三批”: whether `current` is over by then."""
        if _NOW.search(self.text, clause, start):
            return True
        past = current.year > 0 and self.text[current.start] not in _THIS and not current.period.endswith("/")
        return past and _NOW_AGAIN.search(self.text, clause, start) is not None

    def between(self, start: int, end: int) -> tuple[Time, ...]:
        """The times that begin in start:end."""
        first = bisect_left(self._starts, start)
        return self.times[first : bisect_left(self._starts, end, first)]

    def base_of(self, time: Time) -> str:
        """“上年同期” is year-on-year, “上月” month-on-month, “2019年同期” the year that is named."""
        years = time.period.count("/") and time.period.count("-") == 0
        # “比去年春运同期多出30万人次”
        same = time.same or _SAME_BEHIND.match(self.text, time.end) is not None
        if (
            same
            and not (years or time.step)
            and len(time.period.partition(_RANGE)[0]) != _DAY_SIZE
            and self.text[time.start] not in _YEAR_SIGNS
            and not self._is_further(time)
        ):
            return _YEARLY
        return time.step or time.period

    def _is_further(self, time: Time) -> bool:
        """“较前年同期”: the same months of the year before last."""
        return self.text.startswith(_FURTHER, time.start)

    def when(
        self, quantity: Quantity, found: Peel, base: str, change: str, clause: int, limit: int, times: tuple[Time, ...]
    ) -> When:
        """The period of a number, from the words before it, its sentence or the lead-in of its paragraph."""
        own = self._own(quantity, found, change, times, clause)
        if own is not None:
            # “与上年同期比较,营收在第三季下跌1.7%”
            return own.but(base=base or (self._set_against(quantity.start, times) if change else ""))
        current: Time | None = None
        framed = ""
        for time in times:
            if time.start >= quantity.start:
                break
            if found.base_time is not None and time.start == found.base_time.start:
                # “人均办案412件,是十年前的3.2倍”
                continue
            if not time.leads:
                here = time.start >= clause and is_compared(self.text, time)
                if change and (here or self._frames(time, quantity.start)):
                    # “与上年同月比较增加5人,与上月比较则增加2人”: the last holds.
                    framed = self.base_of(time)
            elif self._rules(time, quantity.start, clause) and not (
                current is not None and self._passed(current, time, quantity.start)
            ):
                current = time
        base = base or framed
        rule = "period.sentence"
        if current is not None and current.end <= clause and self._is_now(current, clause, quantity.start):
            return When("", base)
        if current is None:
            current, rule = self._leading(quantity.start), "period.lead-in"
            sentence, _ = self.layout.around(quantity.start)
            if current is not None and is_left(self.text, current, sentence, quantity.start):
                return When("", base)
        if current is None or self.text.find("\n", current.start, quantity.start) >= 0:
            # A list of “三季度开工12个” below “下半年要做三件事:”
            behind = self._behind(quantity, limit, times)
            current, rule = (behind, "period.behind") if behind is not None else (current, rule)
        if current is None:
            current, rule = self._heading(quantity.start), "period.heading"
        if current is None:
            return When("", base)
        if base == _MONTHLY and is_quarter(current.period):
            base = _QUARTERLY
        if "/" not in current.period and len(current.period) == 4 and self._runs_on(current, quantity.start):
            return When(f"{current.period}/", base, current, "period.since")
        return When(current.period, base, current, rule)

    def _set_against(self, at: int, times: tuple[Time, ...]) -> str:
        """What a comparison that is a clause of its own in front of `at` sets all that follows against; "" for none."""
        bases = [self.base_of(time) for time in times if time.start < at and opens_all(self.text, time)]
        return bases[-1] if bases else ""

    def _passed(self, ruling: Time, time: Time, at: int) -> bool:
        """Whether a time within that which rules is only of its own part: “上半年…,其中5月1日…7万人次;|口岸…190万”."""
        part = self.text.rfind(_SEMICOLON, time.end, at)
        own = max(self.text.rfind(_SEMICOLON, ruling.end, time.start), ruling.end)
        if part < 0 or self.text.find(_COMMA, own, time.start) < 0:
            return False
        index = bisect_left(self._claim_starts, ruling.end)
        if not any(start < time.start for start in self._claim_starts[index : index + 1]) and self._is_stock(time):
            # “前三季度货币供应较快,截至9月末,广义货币余额107万亿元;狭义货币余额31万亿元”
            return False
        first, _, last = ruling.period.partition("/")
        begun, _, ended = time.period.partition("/")
        last = last or first
        return begun[: len(first)] >= first and (ended or begun)[: len(last)] <= last and time.period != ruling.period

    def _is_stock(self, time: Time) -> bool:
        """Whether a time says until when, or at whose end, something stood: “截至9月末”, “年末”."""
        return self.text[time.end - 1] in _AT_END or self.text.endswith(_UP_TO, 0, time.start)

    def _of_two(self, time: Time) -> bool:
        """“2019年|比2018年”: two times set against each other in front of what is compared."""
        return time.start - 1 in self.by_end and is_compared(self.text, time)

    def _frames(self, time: Time, at: int) -> bool:
        """Whether a time opens a comparison that the number at `at` is of too: not one with which something is level.

        “与去年基本持平;航班增长15.2%”
        """
        if is_compared(self.text, time) and _UNSAID.match(self.text, time.end):
            # “贷款比例较年初有所下降,甲行和乙行分别降低1.34、1.01个百分点”
            return self.text.find(_SEMICOLON, time.end, at) < 0
        if not (is_framed(self.text, time) or self._of_two(time)) or _LEVEL.match(self.text, time.end):
            return False
        return opens_all(self.text, time) or self.text.find(_SEMICOLON, time.end, at) < 0

    def _own(self, quantity: Quantity, found: Peel, change: str, times: tuple[Time, ...], clause: int) -> When | None:
        """The time right before a number: “2020年的973.8亿元”, “由去年同期的14.2%”, “去年同期,出口10亿元”."""
        said = found.base_time
        if said is None and found.time is None:
            then = [time for time in times if not change and opens_then(self.text, time, clause, quantity.start)]
            return self._same_then(then[-1], times, clause, quantity.start) if then else None
        if said is not None and (not change or self._turned(quantity, said)):
            if said.same and self._states(quantity, found, said):
                return self._same_then(said, times, clause, quantity.start)
            behind = self.text[said.end : quantity.start] == _OF and self.text.endswith(_PLAIN, 0, said.start)
            stated = behind and quantity.kind is PERCENT
            if quantity.kind in _LEVELS or stated:
                # “跌幅较第一季的12.4%收窄”
                return When(said.period, "", said, "period.own")
        if found.time is not None and found.time.period:
            return When(found.time.period, "", found.time, "period.own")
        return None

    def _same_then(self, said: Time, times: tuple[Time, ...], clause: int, at: int) -> When:
        """“去年同期”: the months that the sentence or its lead-in tells of, in the year that is named."""
        ruling = [time for time in times if time.start < said.start and self._rules(time, said.start, clause)]
        lead = ruling[-1] if ruling else self._leading(at)
        if lead is None:
            # “由2023年同期的143亿元增至2024年第二季度的175亿元”
            end = self.layout.clause_end(said.end)
            later = (each for each in times if said.end < each.start < end and each.year and "-" in each.period)
            lead = next(later, None)
        if lead is not None and said.year and "-" in lead.period and "-" not in said.period:
            return When(in_year(lead.period, said.year), "", said, "period.same")
        return When(said.period, "", said, "period.own")

    def _turned(self, quantity: Quantity, time: Time) -> bool:
        """Whether a change is that of the time right before it, turned since: “由去年同期下降1%|转为增长2%”."""
        return self.text.startswith(_TURNED, quantity.after) and is_origin(self.text, time)

    def _states(self, quantity: Quantity, found: Peel, time: Time) -> bool:
        """Whether a number is the value of “去年同期” itself, and not a share or a multiple of it."""
        if quantity.kind in _LEVELS:
            return True
        # “恢复到2019年同期近|67%”
        part = self.text.startswith(_OF, time.end) or self.text.endswith(_RESTORED, 0, time.start)
        return quantity.kind in _PARTS and (found.origin or not part)

    def states(self, quantity: Quantity, found: Peel) -> bool:
        """Whether a number is the value at the time that is compared with (“由去年同期的14.2%”)."""
        return found.base_time is not None and found.base_time.same and self._states(quantity, found, found.base_time)

    def _rules(self, time: Time, at: int, clause: int) -> bool:
        """Whether a time of the sentence rules the number at `at`."""
        if not time.period or not time.leads or (time.local and time.start < clause):
            return False
        closing = self.text.find(_CLOSE, time.end, at)
        return not self._quoted(time) and (closing < 0 or not self._closed(time, closing))

    def _quoted(self, time: Time) -> bool:
        """“十四五”规划: a time that belongs to a name."""
        return (
            self.text[time.end : time.end + 1] in "”"
            and time.period.count("/") == 1
            and self.text[time.start - 2 : time.start - 1] not in _CLAUSE_SIGNS
        )

    def _closed(self, time: Time, closing: int) -> bool:
        """Whether a time stands in the brackets that are closed at `closing`."""
        if self.text.find(_OPEN, time.end, closing) >= 0:
            return False
        opening = self.text.rfind(_OPEN, max(time.start - _LONGEST_BRACKET, 0), time.start)
        return opening >= 0 and self.text.find(_CLOSE, opening, time.start) < 0

    def _leading(self, at: int) -> Time | None:
        """The last time that opened a sentence of the same paragraph."""
        index = self._lead_of(bisect_left(self._starts, at) - 1)
        if index < 0:
            return None
        time = self.times[index]
        if at - time.start > _LONGEST_LEAD:
            return None
        return time if self.text.find("\n", time.start, at) < 0 or self._introduces(time.start, at) else None

    def _introduces(self, start: int, at: int) -> bool:
        """Whether the line that `start` stands in opens a list with a colon, of which `at` is in an item.

        “上半年重点做了三件事:” and, each on a line of its own, “一是…”, “二是…”.
        """
        end = self.text.find("\n", start, at)
        if end < 0 or self.text[end - 1] != _COLON:
            return False
        own = self.text.startswith("\n", start - 1) or start == 0 or self.text.endswith(_UP_TO, 0, start)
        if own and start in self.by_start and self.by_start[start].end == end - 1:
            # “截至2024年6月30日止季度:”, in a line of its own
            return True
        if self.text.endswith(_AS_FOLLOWS, 0, end - 1):
            # “业绩如下:”, and then line by line
            return self.text.find("\n\n", end, at) < 0
        while 0 <= end < at:
            # Every line from there on is an item.
            index = bisect_right(self._marks, end)
            marked = index < len(self._marks) and self._marks[index] - end <= _LONGEST_MARK
            if not (marked or self.text[end + 1 : end + 2] in _BULLETS):
                return False
            end = self.text.find("\n", end + 1, at)
        return True

    def above(self, at: int) -> Time | None:
        """The year, half, quarter or month that a paragraph above that of `at` is told of; None without one."""
        index = self._lead_of(bisect_left(self._starts, at) - 1)
        while index >= 0 and at - self.times[index].start <= _LONGEST_LEAD:
            time = self.times[index]
            first, _, last = time.period.partition("/")
            years = "/" in time.period and first[:_YEAR_SIZE] != last[:_YEAR_SIZE]
            # What stood so at the end of June says nothing of the sales of the half year, a goal nothing of today.
            aimed = self.text[time.start - 1 : time.start] in _AIMED_AT or self.text[time.end - 1] in _AT_END
            if len(first) < _DAY_SIZE and not years and not aimed:
                return time
            index = self._lead_of(index - 1)
        return None

    def _heading(self, at: int) -> Time | None:
        """The year that the heading of the part names in which `at` stands: “一、2011年工作回顾”."""
        if self._headings is None:
            self._headings = self._find_headings()
        index = bisect_right(self._headings, (at, at)) - 1
        if index < 0:
            return None
        times = self.between(*self._headings[index])
        return times[0] if len(times) == 1 and len(times[0].period) == _YEAR_SIZE else None

    def _find_headings(self) -> list[tuple[int, int]]:
        """Where the headings of a report's parts stand, those without a year too, as they end the part before."""
        return [match.span() for match in _HEADING.finditer(self.text)] if _REPORT.search(self.text) else []

    def _lead_of(self, index: int) -> int:
        """The last time up to `index` that opened its sentence, -1 when none did; each is looked at only once."""
        while len(self._leads) <= index:
            at = len(self._leads)
            self._leads.append(at if self._opens(self.times[at]) else self._leads[-1] if at else -1)
        return self._leads[index] if index >= 0 else -1

    def _opens(self, time: Time) -> bool:
        """Whether a time opens its sentence, before any number of it."""
        if not time.leads or time.local or (not time.year and self.text.startswith(_YEARS_BEFORE, time.start)):
            # “近三年盘活用地4260亩。已有312家企业…”: the companies are those of today.
            return False
        start, _ = self.layout.around(time.start)
        clause = max(self.layout.clause_start(time.start), start)
        if bisect_left(self._claim_starts, start) != bisect_left(self._claim_starts, time.start):
            return False
        ahead = self.text[start : time.start]
        if any(word in ahead for word in _AMONG) or _BY_TIME.search(ahead):
            # “其中,一季度增长16.4%”: the next sentence is of the whole again.
            return False
        mark = bisect_right(self._marks, time.start)
        if mark and self._marks[mark - 1] > clause:
            # “一、|8月出口283亿美元”
            clause = self._marks[mark - 1]
        if _BELOW.match(self.text, time.end):
            # “公司2025年第三季|业绩如下:”
            return True
        if _RELEASED.search(self.text, start, time.start):
            # “统计局今天发布了|2016年5月份菜价数据”
            return True
        return head(self.text, clause, time.end, self.by_start)[0] >= time.end

    def _behind(self, quantity: Quantity, limit: int, times: tuple[Time, ...]) -> Time | None:
        """A time right behind a number that nothing else dates: “首批480套明年第二季度招租”."""
        for time in times:
            if self.text[time.end : time.end + 1] == _COLON and self.text[time.start - 1] == _OPEN:
                # “每股0.63元(2024年:1.12元)”
                continue
            if quantity.after <= time.start <= quantity.after + _LONGEST_BEHIND and time.start < limit:
                return time if time.leads and time.period and not self._quoted(time) else None
        return None

    def _runs_on(self, time: Time, at: int) -> bool:
        """“2020年启动…,每年设置”: a year from which something runs."""
        text = self.text
        if text.endswith(_EVERY_YEAR, 0, at - 1):
            return True
        near = text[max(at - 8, time.end) : at]
        opening = text[time.end : min(time.end + 8, at)]
        return any(word in near for word in _EVERY_YEAR) and any(word in opening for word in _STARTS)


_TURNED: Final[str] = _BASE["turned"]
_RELEASED: Final = re.compile(_TREE["tails"]["released"])
_BELOW: Final = re.compile(_TREE["tails"]["told_below"])
_AS_FOLLOWS: Final[str] = _TREE["tails"]["as_follows"]
_BULLETS: Final = frozenset(_SIGN["bullets"])
_RANGE: Final = "/"
_COLON: Final = ":"
_COMMA: Final = ","
_SEMICOLON: Final = ";"
_UP_TO: Final = tuple(_TREE["tails"]["up_to"])
_UNSAID: Final = re.compile(_TREE["tails"]["unsaid"])
_LEVEL: Final = re.compile(_TREE["tails"]["level"])
_AIMED_AT: Final = frozenset(_TREE["tails"]["aimed_at"])
_AT_END: Final = frozenset(_TREE["tails"]["at_end"])
_LONGEST_MARK: Final = 7
_YEAR_SIZE: Final = 4
_DAY_SIZE: Final = 10
# The headings of a report's parts, and one that looks back or ahead, without which they date nothing.
_HEADING: Final = re.compile(_TREE["heading"]["line"], re.MULTILINE)
_REPORT: Final = re.compile(_TREE["heading"]["report"], re.MULTILINE)
_LONGEST_BRACKET: Final = 60
_LONGEST_BEHIND: Final = 4
