"""Stops: the boundary words at which the noun phrase behind a number ends."""

import re
from typing import ClassVar, Final

from pressparse.claims.link import LINKS, find_link
from pressparse.claims.numeral import RUN_FIRST
from pressparse.claims.phrase import Words
from pressparse.claims.unit import sizes_by_first
from pressparse.lexicon import read_tree, read_words
from pressparse.record import Record
from pressparse.text.tag import cut_words, tag_word

_SIGN: Final = read_tree("quantities")["signs"]
BREAKS: Final = frozenset(_SIGN["breaks"]) - frozenset("“”·/-~ ")
NP_END: Final = re.compile(f"[{re.escape(''.join(sorted(BREAKS)))}]")
ASSENTS: Final = tuple(_SIGN["assents"])
_TARGETS: Final = tuple(word for word, link in LINKS.items() if link.role == "to")
_STOPS: Final = frozenset((*read_words("boundary_words"), *_TARGETS))
# There are hundreds: only those with the right first sign are looked at.
_STOP_SIZES: Final = sizes_by_first(_STOPS)
_WHOLE_WORDS: Final = frozenset(read_words("boundary_unless"))
_OF: Final[str] = read_tree("periods")["signs"]["of"]
_SHORTEST_NOUN: Final = 2


class Stop(Record):
    """A boundary word and its place."""

    names: ClassVar = ("start", "end", "word")
    __slots__ = names

    def __init__(self, start: int, end: int, word: str) -> None:
        self.start = start
        self.end = end
        self.word = word


def _stop_from(text: str, at: int, limit: int) -> Stop | None:
    """The first boundary word that begins at `at` or behind, the longest where several begin."""
    while at < limit:
        for size in _STOP_SIZES.get(text[at], ()):
            word = text[at : at + size]
            if at + size <= limit and word in _STOPS:
                return Stop(at, at + size, word)
        at += 1
    return None


def find_stop(text: str, start: int, limit: int, words: Words, *, topic: bool = False) -> Stop | None:
    """The first boundary word of a stretch: none that is a part of another word (用 of 用户), or joins two nouns.

    In a `topic`, which holds no number, it may join two qualities too (危殆及危急).
    """
    search = start
    while (stop := _stop_from(text, search, limit)) is not None:
        at, search = stop.start, stop.end
        single = search - at == 1
        if single and (is_whole(text, at) or (at > start and text[at - 1 : at + 1] in _WHOLE_WORDS)):
            continue
        whole = text[at : search + _SHORTEST_NOUN] in _WHOLE_WORDS or words.opens_noun(at, search)
        # “国际组织”, “经调整净利润”
        ahead = at - _SHORTEST_NOUN
        whole = whole or (not single and ahead >= start and text[ahead:search] in _WHOLE_WORDS)
        whole = whole or (not single and at > start and text[at - 1 : search] in _WHOLE_WORDS)
        met = stop.word == _MEETING and (search == limit or text.endswith(_MEETING_HEADS, start, at))
        if whole or met:
            # “41家|上市公司”, “新|就业机会”, “168场配对会”, “五场配对会参与商户”
            continue
        if topic and (text[at - 1] == _OF or text.endswith(_RATE_ENDS, start, limit)):
            # “病人的平均等候时间”, “医疗开支占经常开支的比例”
            continue
        if stop.word == _THAN and text[search : search + 1] in _THAN_WHEN:
            # “房屋销售价格|比上年上涨”
            return stop
        if (
            stop.word == _RATHER
            and at == start
            and text[search : search + 1] in DEGREES
            and text[search + 1 : search + 2] not in _NUMBER
        ):
            # “八万名|较低技术的妇女”
            continue
        if text[at - 1] == _WHICH or words.splits(at) or words.splits(search) or (single and words.is_unknown(at)):
            continue
        if search - at > 1 and start < at and _goes_on_as_noun(text, stop, words):
            continue
        if stop.word == _SUCH_AS and (word := words.starting(search)) is not None and word.end <= limit:
            if word.sort == "noun":
                # “90多件照明灯等|救援装备”
                continue
            return stop
        if text.startswith(_LIMITS, search) and stop.word in LINKING:
            # “129个县级|及以上城市”
            continue
        if text[search : search + 1] == " ":
            search += 1
        if stop.word in LINKING and start < at and search < limit and text[search] not in RUN_FIRST:
            if text.startswith(_CONCERNING, start) and text.find(_OF, search, limit - 1) > 0:
                # “16宗|有关伪造或转让许可证的个案”
                continue
            sort = words.sort(search, min(search + _SHORTEST_NOUN, limit))
            if sort == "noun" or (topic and (sort == "verb" or words.sort(search, limit) == "noun")):
                # “147个国家和地区”, “存款利率及短期放款利率”
                continue
        return stop
    return None


def _goes_on_as_noun(text: str, verb: Stop, words: Words) -> bool:
    """Whether what follows a verb makes a noun of it: “100场新品|发布活动”, “6个临时|安置点”."""
    if text.startswith(_DEEDS, verb.end):
        return verb.word not in DOINGS
    return text[verb.end : verb.end + 1] == _POINT and not words.splits(verb.end + 1)


def stop_of_phrase(text: str, at: int, search: int, limit: int, words: Words) -> Stop | None:
    """Where a phrase that begins at `at` stops: behind 为 of what things are held to be, “3户|认定为贫困户”."""
    stop = find_stop(text, search, limit, words)
    deed = words.starting(at) if stop is not None and stop.word == _AS else None
    if stop is not None and deed is not None and deed.end == stop.start and words.is_verbal(deed):
        return find_stop(text, stop.end, limit, words)
    return stop


_RATE_ENDS: Final = tuple(_SIGN["rates"])
_CONCERNING: Final = tuple(_SIGN["concerning"])
# “较|少数地区”
_NUMBER: Final[str] = _SIGN["number_sign"]
_RATHER: Final[str] = _SIGN["rather"]
DEGREES: Final = frozenset(_SIGN["degrees"])
_THAN: Final[str] = _SIGN["versus"]
_AS: Final[str] = _SIGN["turned_into"]
_THAN_WHEN: Final = frozenset(_SIGN["than_when"])
_SUCH_AS: Final[str] = _SIGN["such_as"]
_POINT: Final[str] = _SIGN["place_point"]
_DEEDS: Final = tuple(_SIGN["deeds"])
DOINGS: Final = frozenset(_SIGN["doings"])
_LIMITS: Final = tuple(_SIGN["noun_limits"])
LINKING: Final = frozenset(_SIGN["links"])
_MEETING_HEADS: Final = tuple(_SIGN["meeting_heads"])
_MEETING: Final[str] = _SIGN["meeting"]
_WHICH: Final[str] = _SIGN["which"]  # “所占比例”


def ends_whole(text: str, start: int, end: int) -> bool:
    """Whether start:end ends with a word whose last part is no verb in it: “加入的|国际组织”."""
    return text[max(end - 2 * _SHORTEST_NOUN, start) : end] in _WHOLE_WORDS


def is_whole(text: str, at: int) -> bool:
    """Whether the sign at `at` begins a word in which it bounds nothing (用 of 用户)."""
    return text[at : at + 2] in _WHOLE_WORDS or text[at : at + 3] in _WHOLE_WORDS


def without_reaching(text: str, start: int, end: int, words: Words) -> int:
    """Where start:end ends without the words that lead to the number behind it: “就业率|要达到”."""
    if text[end : end + 1] not in RUN_FIRST:
        return end
    while end - start > 1 and (link := find_link(text, end, start, {}, words)).role in _REACHING:
        end -= len(link.word)
    return end - (end - start > _SHORTEST_NOUN and text[end - 1] in _MODALS and not words.splits(end - 1))


_MODALS: Final = frozenset(_SIGN["modals"])
_REACHING: Final = frozenset(("reach", "may", "to", "modifier"))


# “三个月|前|失业率…”
AGO: Final = re.compile(read_tree("quantities")["signs"]["time_ago"])


_APART_AT: Final = re.compile(_SIGN["apart_at"])
_CLAUSE_END: Final = re.compile(f"[{_SIGN['clause']}]")


def clause_behind(text: str, at: int, limit: int) -> tuple[int, int]:
    """The rest of the clause behind a number, without the verbs and function words that open it."""
    # “6人|分别于甲医院、乙医院留医”
    apart = _APART_AT.match(text, at, limit)
    if end := (_CLAUSE_END if apart else NP_END).search(text, at, limit):
        limit = end.start()
    ago = AGO.match(text, at, limit)
    at = ago.end() if ago else at + text.startswith(_OF, at)
    if text.startswith(ASSENTS, at):
        return at, at
    begin = at
    while at < limit and (stop := _stop_from(text, at, limit)) is not None and stop.start == at:
        if stop.end - at == 1 and is_whole(text, at):
            break
        word = cut_words(text[at:limit])[0]
        if len(word) > stop.end - at and tag_word(word)[0] == "n":
            # “就业率|要达到九成”
            break
        at = stop.end
    return (at, limit) if at < limit else (begin, limit)
