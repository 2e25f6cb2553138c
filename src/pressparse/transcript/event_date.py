"""The day of the event, from what the record says of itself."""

import re
from collections.abc import Iterator
from datetime import date
from functools import cache
from pathlib import PurePath

from pressparse.lexicon import one_of, read_tree
from pressparse.text.script import to_analysis

# How far into a record its own date is looked for, in characters.
OPENING_CHARS = 400


@cache
def _patterns() -> tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str]]:
    words = read_tree("calendar")
    date_words = words["date"]
    year, month, day = (one_of(date_words[unit]) for unit in ("year", "month", "day"))
    numeral = f"[0-9{date_words['digits']}{date_words['zero']}{date_words['ten']}]"
    era = one_of(name for row in words["era"] for name in row["names"])
    # “2025年8月5日”, “二〇二四年三月五日”, “民国101年10月26日”
    said = rf"(?P<era>{era})? ?(?P<y>{numeral}{{2,4}}) ?{year} ?(?P<m>{numeral}{{1,3}}) ?{month} ?(?P<d>{numeral}{{1,3}}) ?{day}"
    # “2018-12-13”, “2018/12/13”, “2018.12.13”, “20181213”
    written = r"(?<![0-9])(?P<y>(?:19|20)[0-9]{2})(?P<s>[-/._]?)(?P<m>0?[1-9]|1[0-2])(?P=s)(?P<d>0?[1-9]|[12][0-9]|3[01])(?![0-9])"
    return re.compile(said), re.compile(written), re.compile(one_of(words["event"]["words"]))


def find_dates(text: str) -> Iterator[tuple[int, date]]:
    """Offset and value of each full date in `text`, ways of writing apart; days that do not exist are left out.

    >>> list(find_dates("民國101年10月26日"))
    [(0, datetime.date(2012, 10, 26))]
    """
    words = to_analysis(text)
    said, written, _ = _patterns()
    for match in said.finditer(words):
        offset = _era_offset(match["era"])
        if value := _date(_number(match["y"]) + offset, _number(match["m"]), _number(match["d"])):
            yield match.start(), value
    for match in written.finditer(words):
        if value := _date(int(match["y"]), int(match["m"]), int(match["d"])):
            yield match.start(), value


def find_event_date(heading: str, opening: str, name: str) -> date | None:
    """The day of the event: from the heading, a sentence of the opening about the event, the file name; None if unsaid.

    `heading` is what stands above the first turn, `opening` the first turn, `name` the file's.
    """
    for _, value in find_dates(heading):
        return value
    said = opening[:OPENING_CHARS]
    dates = sorted(find_dates(said))
    event = _patterns()[2]
    words = to_analysis(said)
    for at, value in dates:
        if event.search(_sentence(words, at)):
            return value
    for _, value in find_dates(PurePath(name).name):
        return value
    return dates[0][1] if dates else None


def _sentence(words: str, at: int) -> str:
    """The sentence of `words` around an offset."""
    start = max(words.rfind(mark, 0, at) for mark in "。!?\n") + 1
    ends = [end for mark in "。!?\n" if (end := words.find(mark, at)) >= 0]
    return words[start : min(ends, default=len(words))]


def _era_offset(era: str | None) -> int:
    for row in read_tree("calendar")["era"]:
        if era in row["names"]:
            return int(row["offset"])
    return 0


def _date(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _number(numeral: str) -> int:
    """A year, month or day in digits of either kind (`2024`, `二〇二四`, `二十三`)."""
    if numeral.isascii():
        return int(numeral)
    words = read_tree("calendar")["date"]
    digits = {char: str(value) for value, char in enumerate(words["digits"])}
    digits |= dict.fromkeys(words["zero"], "0")
    tens, ten, ones = numeral.partition(words["ten"])
    if ten:
        return int(digits.get(tens, tens) or 1) * 10 + int(digits.get(ones, ones) or 0)
    return int("".join(digits.get(char, char) for char in numeral))
