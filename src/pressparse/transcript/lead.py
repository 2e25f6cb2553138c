"""Leads: the people whom the lines above a record name right behind their offices, without any honorific."""

import re
from collections.abc import Iterator

from pressparse.lexicon import margin_pattern, read_words
from pressparse.pattern import on_demand
from pressparse.span import Span
from pressparse.text.script import is_han
from pressparse.transcript.dialect.label import MARGINS
from pressparse.transcript.dialect.name import is_plain_word, is_surname
from pressparse.transcript.roster import BEHIND_NAME, MAX_TITLE_CHARS, NO_HOLDER, OFFICE, is_name, title_before

_PRESS = margin_pattern("press_heads")
_JOINED = frozenset(MARGINS["joined"])
_ANSWERING = on_demand(MARGINS["answering"])
_ABOUT, _ASKED_OF = MARGINS["about"], MARGINS["asked_of"]
_NAME_SIZES = (3, 2, 4)
_OFFICE_WORDS = read_words("offices")


def find_officials(text: str, words: str) -> dict[str, str]:
    """Name → title of the people of whom a text says that they answer, or were asked.

    >>> find_officials("市政府发言人叶青昨天回答提问", "市政府发言人叶青昨天回答提问")
    {'叶青': '市政府发言人'}
    >>> find_officials("发言人就总统周启明来访答问", "发言人就总统周启明来访答问")
    {}
    """
    found: dict[str, str] = {}
    for at, line, office in _offices(words):
        end = office.end()
        size = next((size for size in _NAME_SIZES if _answers(line, end, size)), 0)
        about = line[max(0, office.start() - MAX_TITLE_CHARS) : end]
        if size and (_ASKED_OF in about or _ABOUT not in about):
            found.setdefault(text[at + end : at + end + size], title_before(line, end).shift(at).of(text))
    return found


def find_attending(text: str, words: str) -> dict[str, str]:
    """Name → title of the people that the lines above a press conference name.

    >>> lead = "市水务局局长江海、市环保局副局长池清出席发布会"
    >>> find_attending(lead, lead)
    {'江海': '市水务局局长', '池清': '市环保局副局长'}
    """
    found: dict[str, str] = {}
    for at, line, office in _offices(words, _PRESS):
        end = office.end()
        # “池清等出席”
        closed = is_name(line[end : end + 2]) and line[end + 2 : end + 3] in _JOINED
        size = 2 if closed else next((size for size in _NAME_SIZES if _is_named(line, end, size)), 0)
        name = line[end : end + size]
        first = office.start() - 1
        if first >= 0 and is_surname(line[first] + name) and line[:first][-1:] in _LIST_SIGNS:
            # “林|副主任委员|慕凡”
            continue
        if size and not name.startswith(NO_HOLDER) and not is_plain_word(name):
            found.setdefault(text[at + end : at + end + size], title_before(line, end).shift(at).of(text))
    return found


_LIST_SIGNS = ("", *"、,。;: ")


def _offices(words: str, told: re.Pattern[str] | None = None) -> Iterator[tuple[int, str, re.Match[str]]]:
    """The offices in a text, each with its line and where that begins; only in lines where `told` is found."""
    at = 0
    for line in words.split("\n"):
        for office in OFFICE.finditer(line) if told is None or told.search(line) else ():
            yield at, line, office
        at += len(line) + 1


def _is_named(line: str, start: int, size: int) -> bool:
    """Whether a name of so many characters stands at `start`."""
    return is_name(line[start : start + size]) and BEHIND_NAME.match(line, start + size) is not None


def _answers(line: str, start: int, size: int) -> bool:
    """Whether a name of so many characters stands at `start`, of somebody who answers or was asked."""
    asked = _ASKED_OF in line[max(0, start - MAX_TITLE_CHARS) : start]
    return _is_named(line, start, size) and (asked or _ANSWERING.match(line, start + size) is not None)


def holder_ahead(title: str, words: str) -> Span | None:
    """Where a name stands in front of a title that a clause of `words` opens with: “叶青|总统今日视察”; None for none.

    >>> holder_ahead("总统", "叶青总统今日视察灾区。总统说")
    Span(start=0, end=2)
    """
    at = words.find(title) if title.endswith(_OFFICE_WORDS) else -1
    while at >= 0:
        for length in _NAME_SIZES:
            start = at - length
            name = words[start:at] if start >= 0 else ""
            opens = start == 0 or (start > 0 and not is_han(words[start - 1]))
            named = opens and is_han(name) and is_name(name) and not is_plain_word(name)
            if named and BEHIND_NAME.match(words, at + len(title)):
                return Span(start, at)
        at = words.find(title, at + 1)
    return None
