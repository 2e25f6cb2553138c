"""Rosters: names and titles of the people a record announces."""

import re

from pressparse.lexicon import one_of, read_words
from pressparse.span import Span
from pressparse.text.script import to_analysis

_OFFICE = one_of(read_words("offices"))
_HONORIFIC = one_of(read_words("honorifics"))
# “石景山区委副书记、区长 万隆先生”: a title that ends in an office, then the name, then an honorific.
_TITLE = rf"(?P<title>[^\s,。;:!?“”()][^\n,。;:!?“”]{{0,58}}{_OFFICE})"
_HAN_NAME = r"[\u3400-\u9fff](?: ?[\u3400-\u9fff]){1,3}?|[\u3400-\u9fff]{1,8}(?:·[\u3400-\u9fff]{1,8}?){1,3}?"
_NAME = rf"(?P<name>{_HAN_NAME}|[A-Z][A-Za-z.'·-]*(?: [A-Z][A-Za-z.'·-]*){{0,3}})"
# One person a line; without an honorific a space must part title and name.
_ROSTER_LINE = re.compile(
    rf"^(?:\d+[.、]|[-•·*])? ?{_TITLE}(?: +|(?=.{{2,12}}{_HONORIFIC}[;,。、]?$)){_NAME} ?{_HONORIFIC}?[;,。、]?$"
)
# “市发改委主任 张某先生,市财政局局长李某女士。”: the same in running text; the honorific is needed here.
_ROSTER_ITEM = re.compile(rf"{_TITLE} ?{_NAME} ?{_HONORIFIC}")
# What leads in a title in running text and is no part of it: “首先,有请”, “这个问题请”, “他们分别是”.
_LEAD_IN = re.compile(rf"^.*{one_of(read_words('lead_ins'))}[:, ]?")

_OFFICE_END = re.compile(rf"{_OFFICE}$")
# “…署长乔百川和”: a person's name and what joins it to the next title.
_NAME_BEFORE = re.compile(rf"{_OFFICE} ?{one_of(read_words('surnames'))}[\u3400-\u9fff]{{1,2}} ?{_HONORIFIC}?{one_of(read_words('joints'))}")
_DATED = re.compile(r"^.*[0-9][\u5e74\u6708\u65e5\u53f7]")


def find_roster(text: str) -> dict[str, str]:
    """Name → title of the people a host announces, in the words of `text`; the first mention counts.

    Reads one person a line, as rosters are printed, and running text where an honorific closes the name.

    >>> find_roster("他们是:\\n石景山區委副書記、區長 萬隆先生")
    {'萬隆': '石景山區委副書記、區長'}
    """
    words = to_analysis(text)
    found: dict[str, str] = {}
    at = 0
    for line in words.split("\n"):
        stripped = line.strip()
        offset = at + len(line) - len(line.lstrip())
        at += len(line) + 1
        match = _ROSTER_LINE.match(stripped)
        matches = [match] if match else list(_ROSTER_ITEM.finditer(stripped))
        for match in matches:
            name = Span(*match.span("name")).shift(offset).of(text).replace(" ", "")
            found.setdefault(name, _title(text, match, offset))
    return found


def _title(text: str, match: re.Match[str], offset: int) -> str:
    start, end = match.span("title")
    lead_in = _LEAD_IN.match(match["title"])
    if lead_in and lead_in.end() < end - start:
        start += lead_in.end()
    # “2020年9月22日外交部发言人”: a date in front is the event's.
    dated = _DATED.match(match["title"][start - match.start("title") :])
    if dated:
        start += dated.end()
    start += _last_title(match.string[start:end])
    return Span(start, end).shift(offset).of(text).strip()


def _last_title(words: str) -> int:
    """Where in a row of titles and names the last person's title begins.

    >>> "保安局局长钟嘉晞、渠务署署长"[_last_title("保安局局长钟嘉晞、渠务署署长"):]
    '渠务署署长'
    """
    start = 0
    for named in _NAME_BEFORE.finditer(words):
        start = named.end()
    # “区委副书记、区长”: parts that all end in an office belong to one person; one that does not is somebody's name.
    for part in re.finditer(r"[^、]+、", words[start:]):
        if not _OFFICE_END.search(part.group()[:-1]):
            start += part.end()
            return start + _last_title(words[start:])
    return start


def find_title(name: str, text: str) -> str:
    """The title that stands in front of `name` in what a host says; "" where none does.

    >>> find_title("李文化", "這個問題我們有請石景山區委常委、副區長李文化女士來回答。")
    '石景山區委常委、副區長'
    """
    words = to_analysis(text)
    pattern = re.compile(rf"{_TITLE} ?{re.escape(to_analysis(name))}")
    for match in pattern.finditer(words):
        title = _title(text, match, 0)
        if title:
            return title
    return ""
