"""Events: times told by what happened (“投产后”, “开学以后”), and where what follows them begins."""

import re
from typing import Final

from pressparse.claims.phrase import Words
from pressparse.lexicon import one_of, read_tree
from pressparse.text.tag import tag_words

_SIGN: Final = read_tree("quantities")["signs"]
_TIME: Final = read_tree("periods")["signs"]
_SINCE: Final = re.compile(one_of(_SIGN["since_event"]))
_AFTER: Final[str] = _SIGN["since_event"][-1]
_ENDED: Final = re.compile(f"[{_SIGN['clause']}0-9]|{_TIME['of']}")
_ADJUSTED: Final = frozenset(_SIGN["adjusted"])
_LONGEST: Final = 10
_SHORTEST: Final = 5
_YEARLY: Final = re.compile(_TIME["yearly_behind"])
_FORESEEN: Final = frozenset((*_SIGN["told"], *_TIME["foreseen"]))
_YEAR: Final[str] = _TIME["year"]
_VERB_SIZE: Final = 2


def follows_event(text: str, at: int) -> bool:
    """Whether 前年 or 后年 at `at` is 前 or 后 of what happened, and then a yearly amount: “投产后|年产值”.

    >>> follows_event("投产后年产值3亿元", 2), follows_event("全县后年产值", 2), follows_event("预计后年产值", 2)
    (True, False, False)
    """
    event = text[max(at - _VERB_SIZE, 0) : at]
    if len(event) < _VERB_SIZE or _YEARLY.match(text, at) is None or event in _FORESEEN:
        return False
    return event[-1] == _YEAR or tag_words(event)[0][1].startswith("v")


def behind_event(text: str, at: int, end: int, words: Words | None) -> int:
    """Where a phrase goes on behind the event that it begins with: “开学以后|全市新增学位”; `at` without one.

    >>> behind_event("扩建后床位数量达到300张", 0, 7, Words("扩建后床位数量达到300张", 0, 13))
    3
    """
    if end - at < _SHORTEST:
        return at
    since = _SINCE.search(text, at, at + _LONGEST)
    if since is None or since.end() + 1 >= end or _ENDED.search(text, at, since.end() + 1):
        return at
    return since.end() if since.end() - since.start() > 1 or _happened(text, at, since, words) else at


def is_after(text: str, words: Words, at: int) -> bool:
    """Whether 后 (or another single sign) that ends at `at` is no part of another word, as in “落后”.

    Some of what happened has a word of its own with 后: “完工后”.
    """
    if not words.splits(at - 1):
        return True
    word = words.before(at) if text[at - 1] == _AFTER else None
    return word is not None and word.end - word.start > _VERB_SIZE and words.is_verbal(word.but(end=at - 1))


def _happened(text: str, at: int, since: re.Match[str], words: Words | None) -> bool:
    """Whether 后 stands between what happened and a noun: “扩建后|床位”, but “税后利润”, “落后产能”, “调整后净息差”."""
    if words is None or words.splits(since.end()) or not is_after(text, words, since.end()):
        return False
    whole, noun = words.before(since.end()), words.starting(since.end())
    if whole is None or noun is None or noun.sort == "verb":
        return False
    event = whole.but(end=since.start()) if whole.start < since.start() else words.before(since.start())
    if event is None or event.start < at or event.end - event.start < _VERB_SIZE:
        return False
    return words.is_verbal(event) and text[event.start : event.end] not in _ADJUSTED
