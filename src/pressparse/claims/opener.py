"""Openers: the words that lead in what a number measures, and are no part of its name."""

from typing import Final

from pressparse.claims.link import LINKS
from pressparse.claims.stop import is_whole
from pressparse.claims.unit import sizes_by_first
from pressparse.lexicon import read_tree

_SIGN: Final = read_tree("quantities")["signs"]
_NOMINAL: Final = frozenset(_SIGN["nominal"])
_LEAD_SIGNS: Final = frozenset(_SIGN["lead_signs"])
_LEADS: Final = frozenset(("adverb", "each", "base", "from", "compare"))
_SHORTEST_NOUN: Final = 2


def lead(text: str, at: int, end: int) -> int:
    """The length of the word at `at` that leads in a phrase which ends at `end`; 0 when none does."""
    for size in _LEAD_SIZES.get(text[at], ()):
        word = text[at : at + size]
        if word not in _LEADING or at + size > end or (size == 1 and is_whole(text, at)):
            continue
        rest = end - at - size
        if not _LEADING[word] and rest and text[at + size] in _RATE_SIGNS:
            # “上线率居全市第三”
            continue
        if (_LEADING[word] and not (rest == 1 and text[end - 1] in _RATE_SIGNS)) or rest >= _SHORTEST_NOUN:
            # “达成率”
            return size
    return 0


def _leading() -> dict[str, bool]:
    """The words that may lead in a phrase, and whether they do so before what is no noun too."""
    words: dict[str, bool] = {}
    for link in LINKS.values():
        word, role = link.word, link.role
        if word in _KEPT:
            continue
        if role in _LEADS or word in _LEAD_SIGNS or (role == "reach" and len(word) > 1):
            words[word] = True
        elif role == "give" and word not in _NOMINAL:
            words[word] = False
    return words


# “实际使用外资” is another measure than “使用外资”.
_KEPT: Final = frozenset(_SIGN["kept_leads"])
_RATE_SIGNS: Final = frozenset(_SIGN["measured_ends"])
_LEADING: Final = _leading()
_LEAD_SIZES: Final = sizes_by_first(_LEADING)
