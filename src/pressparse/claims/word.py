"""Numerals in Chinese signs that are a part of a word, or that only point: 三里屯, 十年磨一剑, “这三条”."""

from decimal import Decimal
from functools import lru_cache
from typing import Final

from pressparse.claims.quantity import Quantity
from pressparse.lexicon import read_tree
from pressparse.text.tag import NAMES, cut_words, tag_word

_SIGN: Final = read_tree("quantities")["signs"]
_POINTERS: Final = tuple(_SIGN["pointers"])
_EACH: Final = tuple(_SIGN["respectively"])
_OF_TIME: Final[str] = _SIGN["time_ends"]
_BREAKS: Final = frozenset(_SIGN["breaks"]) | {""}
_AROUND_CHARS: Final = 4
_SMALL: Final = 10


def is_inside_word(text: str, quantity: Quantity) -> bool:
    """Whether the quantity is the beginning of a longer name, idiom or word (三里 of 三里屯).

    >>> from pressparse.claims.amount import read_quantity
    >>> [is_inside_word(text, read_quantity(text, 1, 2, region="CN")) for text in ("在三里屯街道", "有三里长")]
    [True, False]
    """
    start, end = quantity.start, quantity.end
    if text[end : end + 1] in _BREAKS:
        return False
    at = max(start - _AROUND_CHARS, 0)
    for word in cut_words(text[at : end + _AROUND_CHARS]):
        stop = at + len(word)
        if stop > start:
            return at <= start and stop > end and _is_named(word)
        at = stop
    return False


@lru_cache(maxsize=1 << 12)
def _is_named(word: str) -> bool:
    """Whether a word is a name, an idiom, or a noun that is no length of time."""
    tag = tag_word(word)
    return tag in NAMES or (tag[0] in "nj" and word[-1] not in _OF_TIME)


def points(text: str, quantity: Quantity) -> bool:
    """Whether a small number only points at what was counted off before: “这三条”, “前两项”."""
    if not isinstance(quantity.low, Decimal) or quantity.low > _SMALL or quantity.modifier:
        return False
    if text.startswith(_EACH, quantity.after) and text[quantity.start - 1 : quantity.start] in _BREAKS:
        # “亡1084人、伤1149人,两项分别下降…”
        return True
    return text.endswith(_POINTERS, 0, quantity.start)
