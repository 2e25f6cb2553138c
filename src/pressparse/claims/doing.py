"""Doings: what a clause behind a number tells of those who are counted: which they are, what they do."""

import re
from typing import Final

from pressparse.claims.behind import NOTHING_BEHIND, Behind
from pressparse.claims.kind import COUNT
from pressparse.claims.phrase import Words
from pressparse.claims.quantity import Quantity
from pressparse.claims.stop import NP_END, ends_whole, find_stop
from pressparse.lexicon import read_tree, read_words
from pressparse.text.tag import tag_word

_SIGN: Final = read_tree("quantities")["signs"]
_OF: Final[str] = read_tree("periods")["signs"]["of"]
_SHORTEST_NOUN: Final = 2
_TELLING_WHICH: Final = tuple(_SIGN["telling_which"])
_INDICATORS: Final = frozenset(read_words("indicators"))
_HAVING: Final = tuple(_SIGN["having_got"])
_PLAIN_UNITS: Final = frozenset(_SIGN["plain_units"])
_OPENED: Final[str] = _SIGN["open_paren"]
_CLOSED: Final[str] = _SIGN["close_paren"]
_TELLING_WHERE: Final = re.compile(_SIGN["telling_where"])
_CLAUSE: Final = re.compile(f"[{_SIGN['clause']}]")
_THERE_ARE: Final = re.compile(_SIGN["there_are"])
# “还有64盏|正在抢修”
_LEFT: Final = re.compile(_SIGN["left_there"])
_LONGEST_LEFT: Final = 4
_DOING: Final = re.compile(_SIGN["doing"])


def who(text: str, quantity: Quantity, limit: int, words: Words) -> Behind | None:
    """Who or what is counted, or what they do, where a clause behind the number tells it; None where none does."""
    at = quantity.after
    left = is_left(text, quantity.start)
    # “还剩12亿元|没有拨付”
    counts, before = quantity.kind is COUNT, text[quantity.start - 1 : quantity.start]
    told = members_of(text, at, limit) if counts and before == _BY and limit == words.end else NOTHING_BEHIND
    if not told.end and counts:
        told = told_of(text, quantity.unit, at, limit, words)
    if not told.end and text.startswith(_OF, at):
        told = terms_of(text, quantity.start, at, limit, words)
    if not told.end and (left or quantity.unit in _DOERS):
        told = done_by(text, quantity.start, at, limit, words)
    if not told.end and quantity.unit in _PERSONAL:
        told = people_of(text, at, limit, words)
    if not told.end and counts and before == _IN:
        told = places_of(text, at, limit, words)
    return told if told.end else None


def is_left(text: str, start: int) -> bool:
    """Whether the number that begins at `start` is what is left over: “还剩|12亿元”."""
    return _LEFT.search(text, max(start - _LONGEST_LEFT, 0), start) is not None


def told_of(text: str, unit: str, at: int, limit: int, words: Words) -> Behind:
    """What is counted behind a clause that tells which: “42宗由住户提出的|维修申请”; empty where none does."""
    where = _TELLING_WHERE.match(text, at, limit)
    # “4个获分配泊位的|公司”, but “30人获得去年的冠军”
    having = unit in _PLAIN_UNITS and text.startswith(_HAVING, at)
    if where is None and not having and not text.startswith(_TELLING_WHICH, at):
        return NOTHING_BEHIND
    end = (_CLAUSE if where else NP_END).search(text, at, limit)
    while end is not None and end[0] == _OPENED and (shut := text.find(_CLOSED, end.start(), limit)) > 0:
        # “居住在临水楼房(“水楼”)的|家庭”
        end = (_CLAUSE if where else NP_END).search(text, shut + 1, limit)
    limit = end.start() if end is not None else limit
    if having:
        return _having(text, at, limit, words)
    start = text.rfind(_OF, at + _SHORTEST_NOUN, limit) + 1
    stop = find_stop(text, start, limit, words) if start else None
    if stop is not None and stop.start == start:
        # “涉及棚架的|死亡工业意外”
        stop = find_stop(text, stop.end, limit, words)
    end_at = stop.start if stop else limit
    named = start > 0 and end_at - start >= _SHORTEST_NOUN and words.sort(start, end_at) == "noun"
    return Behind(start, end_at) if named else NOTHING_BEHIND


def _having(text: str, at: int, limit: int, words: Words) -> Behind:
    """What is counted, with what it has got in front: “符合条件的居民|领到补助”; empty where no noun follows."""
    start = stop = text.find(_OF, at + _SHORTEST_NOUN, limit) + 1
    while start and (word := words.starting(stop)) is not None and word.end <= limit and word.sort == "noun":
        if stop > start and text[word.start : word.end] in _INDICATORS:
            break
        stop = word.end
    return Behind(at, stop) if stop - start >= _SHORTEST_NOUN else NOTHING_BEHIND


def done_by(text: str, start: int, at: int, limit: int, words: Words) -> Behind:
    """What those do who are counted behind 有: “有3万人次在|乘车”, “有31户还|没搬走”; empty where nothing is said."""
    since = max(start - _LONGEST_LEFT, 0)
    doing = _DOING.match(text, at, limit) if _THERE_ARE.search(text, since, start) else None
    if doing is None or words.splits(doing.end()):
        # “还有3个|在建项目”
        return NOTHING_BEHIND
    end = found.start() if (found := NP_END.search(text, doing.end(), limit)) else limit
    word = words.starting(doing.end())
    acts = doing["not"] is not None or (word is not None and words.is_verbal(word))
    first = doing.start("not") if doing["not"] is not None else doing.end()
    return Behind(first, end, acts=True) if acts and end - doing.end() > 1 else NOTHING_BEHIND


def people_of(text: str, at: int, limit: int, words: Words) -> Behind:
    """People behind what is told of them: “200多名|在城区的居民”; empty where no people are named so."""
    if end := NP_END.search(text, at, limit):
        limit = end.start()
    first, owned = words.starting(at), text.find(_OF, at + 1, limit)
    while owned > 0 and (first is None or first.sort != "noun" or first.end - at == 1):
        if person := _person(text, owned + 1, limit, words):
            return Behind(at, person)
        owned = text.find(_OF, owned + 1, limit)
    return NOTHING_BEHIND


def places_of(text: str, at: int, limit: int, words: Words) -> Behind:
    """The places that something is done in: “在7个|社区|推出课程”; empty where no verb follows them."""
    if end := NP_END.search(text, at, limit):
        limit = end.start()
    word = words.starting(at) if text.find(_OF, at, limit) < 0 else None
    while word is not None and word.end < limit:
        does = tag_word(text[word.start : word.end]) in _DOING_TAGS and not ends_whole(text, at, word.end)
        if word.start > at and word.end - word.start > 1 and does:
            return Behind(at, word.start) if words.sort(at, word.start) == "noun" else NOTHING_BEHIND
        word = words.starting(word.end)
    return NOTHING_BEHIND


def terms_of(text: str, start: int, at: int, limit: int, words: Words) -> Behind:
    """The terms on which something is done: “以2.5万元的|价格|买进300台”; empty where nothing is."""
    if _ON_TERMS.search(text, max(start - _LONGEST_TERMS, 0), start) is None:
        return NOTHING_BEHIND
    noun = words.starting(at + 1)
    deed = words.starting(noun.end) if noun is not None and noun.sort == "noun" else None
    if noun is None or deed is None or deed.end > limit or tag_word(text[deed.start : deed.end]) != _VERB:
        return NOTHING_BEHIND
    return Behind(noun.start, noun.end, led=True)


_ON_TERMS: Final = re.compile(_SIGN["on_terms"])
_LONGEST_TERMS: Final = 8
_VERB: Final = "v"


def members_of(text: str, at: int, limit: int) -> Behind:
    """Who makes up a body: “由21位|经理|所组成的改善小组”; empty where nobody does."""
    made = _MADE_UP.search(text, at + 1, limit)
    return Behind(at, made.start()) if made is not None else NOTHING_BEHIND


_BY: Final[str] = _SIGN["by"]
_MADE_UP: Final = re.compile(_SIGN["made_up"])
_IN: Final[str] = _SIGN["in_field"]
# Verbs and adverbs of the dictionary.
_DOING_TAGS: Final = frozenset(("v", "d"))


def _person(text: str, at: int, limit: int, words: Words) -> int:
    """Where the words at `at` that name people end; 0 where they name none."""
    end, stop = 0, at
    while (word := words.starting(stop)) is not None and word.end <= limit and word.sort != "light":
        if end and word.sort != "noun":
            # “选手|登台”
            break
        stop = word.end
        if stop - at > 1 and text[stop - 1] in _PERSON_ENDS:
            end = stop
        if stop - at > _LONGEST_PERSON:
            break
    return end


_LONGEST_PERSON: Final = 6
_DOERS: Final = frozenset(_SIGN["doers"])
_PERSONAL: Final = frozenset(_SIGN["personal_units"])
_PERSON_ENDS: Final = frozenset(_SIGN["person_ends"])
