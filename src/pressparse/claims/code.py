"""Codes: numbers that name something and count nothing, by what stands around them."""

import re
from typing import Final

from pressparse.claims.ordinal import noun_follows
from pressparse.lexicon import read_tree
from pressparse.text.script import is_han
from pressparse.text.tag import NAMES, cut_words, tag_word

_TREE: Final = read_tree("quantities")
_SIGN: Final = _TREE["signs"]
_CODES: Final = tuple(_TREE["codes"]["before"])
_CODES_BEHIND: Final = tuple(_TREE["codes"]["after"])


def is_code(text: str, start: int, end: int, *, reached: bool) -> bool:
    """“邮编:100701”, “公网安备11040102700114”, “2” in quotes of its own."""
    said = text[start:end]
    called = len(said) == _HOTLINE_SIZE and said.startswith(_HOTLINES) and not reached
    if said.isdigit() and (len(said) > _LONGEST_NUMBER or called):
        # “12345、12315双号并线”, “96333应急处置平台”, but “增至96333”
        return True
    if text[start - 1 : start] in _QUOTES and text[end : end + 1] in _QUOTES_END:
        return True
    if _is_listing(text, start, end) or _MODEL.search(text, max(start - _LONGEST_MODEL, 0), start):
        return True
    if "." in said and text[start - 1 : start] in _QUOTES and noun_follows(text, end):
        # “5.17血压日”
        return True
    if _NUMBERED.search(text, max(start - _LONGEST_NUMBERED, 0), start) or _is_case(text, start):
        # “与案218同行的人”, “注1:当期数据为初步数”
        return True
    if text[end : end + 1] in _MARK_SIGNS and _NUMBERED_MARK.search(text, max(start - _LONGEST_NUMBERED, 0), start):
        return True
    if _PRINTED.fullmatch(said) and text[start - 1 : start] in _LINE_BEFORE and text[end : end + 1] in _LINE_END:
        # “(编辑:叶青)1091220”: a day of the Republic.
        return True
    if text.startswith(_CODES_BEHIND, end) or (
        text[start - 1 : start] in _CODES_SAID and text[start:end].isdigit() and end - start > 2
    ):
        # “1966长照专线”, “请打1999”
        return True
    if end - start == _ROOM_DIGITS and text.startswith(_ROOM, end) and text[start - 1 : start] in _HOUSES:
        return True
    at = start
    while at and text[at - 1] in _SIGN["code_gap"]:
        at -= 1
    listed = _LISTED_CODES.search(text, max(start - _LONGEST_CODES, 0), start) if end - start > _SHORTEST_CODE else None
    if listed is not None and (listed["lead"] != _CASE or _is_case(text, listed.start() + len(_CASE))):
        # “(案16470、16473)”, “个案编号:3857、3895”
        return True
    return text.endswith(_CODES, 0, at)


def _is_listing(text: str, start: int, end: int) -> bool:
    """Whether a number in brackets of its own tells a company at the exchange: “海岳(2603)昨日公告”."""
    if text[start - 1 : start] == _OPEN and MARKET.match(text, end):
        return True
    alone = text[start - 1 : start] == _OPEN and text[end : end + 1] == _CLOSE and text[start:end].isdigit()
    goes_on = _LISTED_BEHIND.match(text, end + 1 + (text[end + 1 : end + 2] == " ")) is not None
    year = end - start == YEAR_SIZE and text.startswith(CENTURIES, start)
    named = text[max(start - _LONGEST_COMPANY, 0) : start - 1].rstrip(" ") if alone else ""
    if not alone or end - start not in _LISTING_SIZES or year or not is_han(named[-1:]):
        return False
    # “罪案(4500)去年上升5%”: what is counted.
    word = cut_words(named)[-1]
    counted = named.endswith(_MEASURED) or (len(word) > 1 and tag_word(word) not in NAMES)
    if end - start == _LONGEST_LISTING and text.startswith(_LISTED_HEADS, start):
        # “国海证券(601211)”: the codes of the mainland's exchanges.
        return True
    traded = not counted and _TRADED_BEHIND.match(text, end + 1 + (text[end + 1 : end + 2] == " ")) is not None
    goes_on = goes_on and not (counted and end - start < _SHORTEST_CODES)
    return traded or goes_on or _HEADED_BEHIND.match(text, end + 1) is not None


_OPEN: Final[str] = _SIGN["open_paren"]
_CLOSE: Final[str] = _SIGN["close_paren"]
YEAR_SIZE: Final = 4
CENTURIES: Final = ("19", "20")
MARKET: Final = re.compile(_TREE["codes"]["market"])
_LISTED_BEHIND: Final = re.compile(_TREE["codes"]["listed_behind"])
_LISTING_SIZES: Final = range(3, 7)
_LONGEST_COMPANY: Final = 9
_LONGEST_LISTING: Final = 6
_LISTED_HEADS: Final = tuple(_TREE["codes"]["listed_heads"])
_MEASURED: Final = tuple(_SIGN["measured_ends"] + _TREE["codes"]["counted_ends"])
_SHORTEST_CODES: Final = 4
_HEADED_BEHIND: Final = re.compile(_TREE["codes"]["headed_behind"])
_TRADED_BEHIND: Final = re.compile(_TREE["codes"]["traded_behind"])


def _is_case(text: str, start: int) -> bool:
    """Whether 案 stands before `start` as a word of its own: “与案218同行”, but “破案”, “提案”."""
    return text[start - 1 : start] == _CASE and cut_words(text[max(start - _LONGEST_NUMBERED, 0) : start])[-1] == _CASE


_CASE: Final[str] = _TREE["codes"]["case"]
_NUMBERED: Final = re.compile(_TREE["codes"]["numbered"], re.MULTILINE)
_NUMBERED_MARK: Final = re.compile(_TREE["codes"]["numbered_mark"], re.MULTILINE)
_MODEL: Final = re.compile(_TREE["codes"]["model"])
_LONGEST_MODEL: Final = 6
_MARK_SIGNS: Final = frozenset(_TREE["codes"]["mark_signs"])
_LONGEST_NUMBERED: Final = 4
_PRINTED: Final = re.compile("1[0-9]{2}(?:0[1-9]|1[0-2])[0-3][0-9]")
_LINE_BEFORE: Final = frozenset((")", "\n", " ", ""))
_LINE_END: Final = frozenset(("\n", ""))
_HOTLINES: Final = tuple(_TREE["codes"]["hotlines"])
_HOTLINE_SIZE: Final = 5
_ROOM: Final = _TREE["codes"]["room"]
_ROOM_DIGITS: Final = 3
_HOUSES: Final = frozenset(_TREE["floors"]["before"])
_CODES_SAID: Final = frozenset(_TREE["codes"]["said"])
_LONGEST_NUMBER: Final = 9
_SHORTEST_CODE: Final = 1
_LONGEST_CODES: Final = 40
_LISTED_CODES: Final = re.compile(
    f"(?P<lead>{_TREE['codes']['listed']})(?:[0-9]{{2,}}[{_TREE['codes']['list_words']}])+$"
)
_QUOTES: Final = frozenset((_SIGN["quote"], _SIGN["inner_quote"]))
_QUOTES_END: Final = frozenset((_SIGN["quote_end"], _SIGN["inner_quote_end"]))
