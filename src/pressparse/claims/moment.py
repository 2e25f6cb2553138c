"""Moments: a time as it was said, and the time that is being spoken of."""

from typing import ClassVar, Final

from pressparse.record import Record


class Spoken(Record):
    """The year and the month that the speaker is speaking of, 0 when there is none; `until` is where they were named.

    `passing` marks a year named as “去年”, which does not outlast its paragraph; `back` the year that is spoken of
    again when the sentence ends, 0 for none; `week` the last seven days that were spoken of, `day` the last day; `late`
    last year, where this one is well on.
    """

    names: ClassVar = ("year", "month", "until", "passing", "back", "week", "late", "day")
    __slots__ = names

    def __init__(
        self,
        year: int = 0,
        month: int = 0,
        until: int = 0,
        passing: bool = False,
        back: int = 0,
        week: str = "",
        late: bool = False,
        day: str = "",
    ) -> None:
        self.year = year
        self.month = month
        self.until = until
        self.passing = passing
        self.back = back
        self.week = week
        self.late = late
        self.day = day


NOTHING: Final = Spoken()


class Time(Record):
    """A time as it was said: its place, its ISO 8601 form ("" when it cannot be resolved), and the year it names.

    `same` marks the same months of another year (“去年同期”), `local` the end of an unnamed year (“年末”), which
    rules its own clause only; `step` is "mom" for “上月” and "qoq" for “上季度”, `month` the last month that is named,
    `leads` whether other numbers than the next may be of this time: not so “2020年” of “比2020年增长”.
    """

    names: ClassVar = ("start", "end", "period", "year", "same", "local", "step", "month", "leads")
    __slots__ = names

    def __init__(
        self,
        start: int,
        end: int,
        period: str,
        year: int = 0,
        same: bool = False,
        local: bool = False,
        step: str = "",
        month: int = 0,
        leads: bool = True,
    ) -> None:
        self.start = start
        self.end = end
        self.period = period
        self.year = year
        self.same = same
        self.local = local
        self.step = step
        self.month = month
        self.leads = leads


class When(Record):
    """The period of a number, what it is against, and the time that told the first (None when nothing did)."""

    names: ClassVar = ("period", "base", "time", "rule")
    __slots__ = names

    def __init__(self, period: str, base: str, time: Time | None = None, rule: str = "") -> None:
        self.period = period
        self.base = base
        self.time = time
        self.rule = rule
