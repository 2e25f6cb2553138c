"""The day of the event, from what the record says of itself."""

import re
from collections.abc import Iterator
from datetime import date
from functools import cache
from pathlib import PurePath

from pressparse.lexicon import one_of, read_rows
from pressparse.pattern import on_demand
from pressparse.text.script import to_analysis
from pressparse.text.spread import close_up

# How far into a record its own date is looked for, in characters.
OPENING_CHARS = 400
# How far from its end a line with nothing but the date is looked for, and how long it may be.
CLOSING_CHARS = 300
_LONGEST_DATE_LINE = 40
_FIRST_WORDS = 120
# Years of the Republic of China begin in 1912; those of three signs need no name of the era.
_REPUBLIC = 1911
_FIRST_LONG, _LAST_LONG = 100, 199
# No record is older.
_EARLIEST = 1800


@cache
def _values(kind: str) -> dict[str, int]:
    return {row["word"]: int(row["value"] or 0) for row in read_rows("calendar") if row["kind"] == kind}


@cache
def _patterns() -> tuple[re.Pattern[str], ...]:
    year, month, day, era = (one_of(_values(kind)) for kind in ("year", "month", "day", "era"))
    numeral = f"[0-9{''.join((*_values('digit'), *_values('zero'), *_values('ten')))}]"
    # “2025年8月5日”, “二〇二四年三月五日”, “民国101年10月26日”
    said = (
        rf"(?P<era>{era})? ?(?P<y>{numeral}{{2,4}}) ?{year} ?"
        rf"(?P<m>{numeral}{{1,3}}) ?{month} ?(?P<d>{numeral}{{1,3}}) ?{day}"
    )
    # “2018-12-13”, “2018/12/13”, “2018.12.13”, “20181213”
    written = (
        r"(?<![0-9])(?P<y>(?:19|20)[0-9]{2})(?P<s>[-/._]?)(?P<m>0?[1-9]|1[0-2])"
        r"(?P=s)(?P<d>0?[1-9]|[12][0-9]|3[01])(?![0-9])"
    )
    # “20/11/2023”: the day comes first.
    turned = (
        r"(?<![0-9/])(?P<d>0?[1-9]|[12][0-9]|3[01])(?P<s>[/.])(?P<m>0?[1-9]|1[0-2])"
        r"(?P=s)(?P<y>(?:19|20)[0-9]{2})(?![0-9/])"
    )
    return re.compile(said), re.compile(written), on_demand(turned, signs="/.")


def find_dates(text: str) -> Iterator[tuple[int, date]]:
    """Offset and value of each full date in `text`, ways of writing apart; days that do not exist are left out.

    >>> list(find_dates("民國101年10月26日"))
    [(0, datetime.date(2012, 10, 26))]
    >>> list(find_dates("110年3月24日")), list(find_dates("98年3月24日"))
    ([(0, datetime.date(2021, 3, 24))], [])
    """
    words = to_analysis(text)
    said, *written = _patterns()
    for match in said.finditer(words):
        year = _number(match["y"])
        # “110年3月24日” is a year of the Republic of China too, and “98年” may be of either count.
        year += _values("era")[match["era"]] if match["era"] else _REPUBLIC * (_FIRST_LONG <= year <= _LAST_LONG)
        if year >= _EARLIEST and (value := _date(year, _number(match["m"]), _number(match["d"]))):
            yield match.start(), value
    for pattern in written:
        for match in pattern.finditer(words):
            if value := _date(int(match["y"]), int(match["m"]), int(match["d"])):
                yield match.start(), value


def find_event_date(heading: str, opening: str, name: str, closing: str = "") -> date | None:
    """The day of the event; None where the record does not say it.

    It is looked for in the heading, in a sentence of the opening about the event, in a line of its own at the end, in
    the file name. `heading` is what stands above the first turn, `opening` the first turn, `name` the file's,
    `closing` the whole record or its end.
    """
    heading, opening, closing = close_up(heading), close_up(opening), close_up(closing[-CLOSING_CHARS:])
    for _, value in find_dates(heading):
        return value
    said = opening[:OPENING_CHARS]
    dates = sorted(find_dates(said))
    words = to_analysis(said)
    for at, value in dates:
        sentence = _sentence(words, at)
        if any(word in sentence for word in _values("event")):
            return value
    for line in closing.splitlines()[:0:-1]:
        # Releases in Hong Kong end with the day: “2024年10月22日(星期二)”.
        for at, value in find_dates(line.strip()):
            if at == 0 and len(line.strip()) <= _LONGEST_DATE_LINE:
                return value
    for _, value in find_dates(PurePath(name).name):
        return value
    # What is told later is seldom the day of the telling.
    return dates[0][1] if dates and dates[0][0] < _FIRST_WORDS else None


def _sentence(words: str, at: int) -> str:
    """The sentence of `words` around an offset."""
    start = max(words.rfind(mark, 0, at) for mark in "。!?\n") + 1
    ends = [end for mark in "。!?\n" if (end := words.find(mark, at)) >= 0]
    return words[start : min(ends, default=len(words))]


def _date(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _number(numeral: str) -> int:
    """A year, month or day in digits of either kind (`2024`, `二〇二四`, `二十三`)."""
    if numeral.isascii():
        return int(numeral)
    digits = {word: str(value) for word, value in (_values("digit") | _values("zero")).items()}
    tens, ten, ones = numeral.partition(next(iter(_values("ten"))))
    if ten:
        return int(digits.get(tens, tens) or 1) * 10 + int(digits.get(ones, ones) or 0)
    return int("".join(digits.get(char, char) for char in numeral))
