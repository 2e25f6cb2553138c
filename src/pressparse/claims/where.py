"""Where: a place that stands alone for what the number before it measures, there."""

from functools import lru_cache
from typing import Final

from pressparse.claims.draft import Draft, Pieces
from pressparse.claims.kind import DURATION, RANK
from pressparse.claims.numeral import HAN_DIGITS
from pressparse.claims.phrase import Words
from pressparse.claims.place import Place
from pressparse.lexicon import read_tree, read_words
from pressparse.text.tag import cut_words, is_place

_SIGN: Final = read_tree("quantities")["signs"]
_EVERY: Final[str] = _SIGN["every"]


def of_place(place: Place, pieces: Pieces, drafts: list[Draft]) -> Pieces:
    """“病例21例,其中东京|4例、大阪|2例”: a place alone names what the number before it measures, there.

    So does “新增” of “死亡个案85例,新增|9例”, and what those do who are left: “水浸个案38宗,尚有9宗仍在|抢修”.
    """
    text, last = place.text, drafts[-1]
    if place.quantity.kind in _UNPLACED:
        return pieces
    alike = last.quantity.kind is place.quantity.kind and last.quantity.unit == place.quantity.unit
    if not alike or len(pieces) != 1 or not last.fact.metric:
        return pieces
    if place.behind.acts:
        # “路灯1890盏,还有64盏正在抢修”
        words = Words(text, *last.fact.metric[-1])
        noun = words.before(words.end)
        # “已拨付40亿元,还剩12亿元|没有拨付”
        things = noun is not None and noun.sort == "noun" and not words.is_verbal(noun)
        return (*last.fact.metric, *pieces) if things else pieces
    own = text[slice(*pieces[0])]
    if not _is_where(own) and own not in _ADDED:
        return pieces
    named = [piece for piece in last.fact.metric if not _is_where(text[slice(*piece)])]
    if not named or named[0][1] - named[0][0] <= 1 or any(text[piece[0]] == _EVERY for piece in named):
        return pieces
    start, end = named[0]
    # “全国规模以上工业”, “对东盟出口”: of another place.
    start += next((len(word) for word in _SCOPES if text.startswith(word, start, end)), 0)
    start = _behind_place(text, start, end)
    return (*pieces, (start, end), *named[1:]) if end - start > 1 else pieces


@lru_cache(maxsize=1 << 12)
def _is_where(said: str) -> bool:
    return said in _SCOPES or is_place(said) or _is_district(said)


def _is_district(said: str) -> bool:
    """Whether a name ends in the kind of a place, and is no word of the dictionary but for a numeral: “三元区”."""
    if not said.endswith(_KINDS_OF_PLACE) or not _SHORTEST_PLACE <= len(said) <= _LONGEST_PLACE:
        return False
    # “小区”, “高新区” are things, and so are “空心村”, “涉农街道”.
    return said[0] in HAN_DIGITS or (said[-1] in _DISTRICTS and cut_words(said)[-1] == said[-1])


_KINDS_OF_PLACE: Final = tuple(_SIGN["kinds_of_place"])
_DISTRICTS: Final[str] = _SIGN["districts"]
_SHORTEST_PLACE: Final = 3
_LONGEST_PLACE: Final = 5
_PROVINCIAL: Final[str] = _SIGN["provincial"]


def _behind_place(text: str, start: int, end: int) -> int:
    """Where the place that start:end begins with ends, with what leads to it: “对东盟|出口”; `start` without one."""
    at = start + (text[start : start + 1] in _TOWARDS)
    word = cut_words(text[at:end])[0]
    if not is_place(word):
        return start
    # “云岭|市”
    at += len(word)
    return at + (text[at] in _PROVINCIAL and at + 1 < end)


_TOWARDS: Final = frozenset(_SIGN["towards"])


_UNPLACED: Final = frozenset((DURATION, RANK))
_ADDED: Final = frozenset(_SIGN["added"])
_SCOPES: Final = tuple(sorted(read_words("scopes"), key=len, reverse=True))
