"""Modifiers before a number: whether one stands there, so that “一年”, “一个” are measured."""

from typing import Final

from pressparse.claims.bound import BOUNDS
from pressparse.claims.numeral import LEADERS
from pressparse.claims.quantity import Quantity
from pressparse.lexicon import read_rows, read_tree

_TREE: Final = read_tree("quantities")
_SIGN: Final = _TREE["signs"]
_ONE: Final[str] = _SIGN["one"]
_BEFORE: Final = frozenset(BOUNDS)
_BEFORE_ENDS: Final = frozenset(word[-1] for word in _BEFORE)


def ends_in(words: frozenset[str], ends: frozenset[str], text: str, at: int) -> bool:
    """Whether one of `words`, of up to four characters and ending in one of `ends`, stands right before `at`."""
    return text[at - 1 : at] in ends and any(text[max(at - size, 0) : at] in words for size in (1, 2, 3, 4))


def is_modified(text: str, start: int) -> bool:
    """Whether a modifier stands right before `start`, and not the end of another word (“透过”)."""
    if text[start - 1 : start] not in _BEFORE_ENDS:
        return False
    for size in (1, 2, 3, 4):
        word = text[max(start - size, 0) : start]
        if word == _SIGN["up"] and text[start : start + 1] not in LEADERS:
            continue
        if word in _BEFORE and text[max(start - size - 1, 0) : start - size] not in _NOT_BEFORE.get(word, ()):
            return True
    return False


_NOT_BEFORE: Final = {word: frozenset(chars) for word, chars in _TREE["head_unless"].items()}


def is_article(said: str) -> bool:
    """Whether “一个”, “一年” says but “a”: one thing of a unit of one character, or of 个."""
    return said[0] == _ONE and (len(said) == 2 or said[1] == _SIGN["individual"])


def is_evident(text: str, quantity: Quantity) -> bool:
    """Whether “一年”, “一个” are measured: a modifier stands at them."""
    if quantity.modifier or is_modified(text, quantity.start):
        return True
    return ends_in(_EVIDENCE, _EVIDENCE_ENDS, text, quantity.start)


_EVIDENCE: Final = frozenset(_SIGN["one_evidence"])
_EVIDENCE_ENDS: Final = frozenset(word[-1] for word in _EVIDENCE)


def is_after_change(text: str, start: int) -> bool:
    """Whether a word of change stands before `start`, with or without a modifier behind it (“增加约”)."""
    ends = [start, *(start - size for size in (1, 2, 3) if text[max(start - size, 0) : start] in _BEFORE)]
    return any(text[max(end - size, 0) : end] in _CHANGES for end in ends for size in (1, 2, 3, 4))


_CHANGES: Final = frozenset(
    row["word"] for row in read_rows("change_words") if len(row["word"]) > 1 or row["word"] in _SIGN["changes_alone"]
)
