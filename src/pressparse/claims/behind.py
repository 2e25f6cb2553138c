"""Behinds: the noun phrase right behind a number, and where it ends."""

import re
from typing import ClassVar, Final

from pressparse.claims.comparison import COMPARED
from pressparse.claims.link import CHANGES, EDGE, find_link
from pressparse.claims.numeral import RUN, RUN_FIRST
from pressparse.claims.phrase import Words
from pressparse.claims.stop import ASSENTS, BREAKS, DEGREES, DOINGS, LINKING, NP_END, Stop, find_stop, stop_of_phrase
from pressparse.claims.unit import sizes_by_last
from pressparse.lexicon import one_of, read_tree, read_words
from pressparse.record import Record
from pressparse.text.tag import tag_word

_SIGN: Final = read_tree("quantities")["signs"]
_VERBS: Final = frozenset(read_words("boundary_words", "verb"))
_REACHING: Final = frozenset(_SIGN["reaching"])
_OF: Final[str] = read_tree("periods")["signs"]["of"]
_QUOTE: Final = _SIGN["quote"]
_QUOTE_END: Final = _SIGN["quote_end"]
_LONGEST_NP: Final = 40
# “罚了数千元 ......”
_TRAILING: Final = frozenset(EDGE) | {_OF}
_ENDED: Final = BREAKS | {"."}
# Behind a number these begin what is said of it; the first in words that are one in the dictionary too.
_PREDICATIVE: Final = tuple(_SIGN["predicative"])
_NO_NOUN: Final = tuple(_SIGN["no_noun_ends"])
_INDICATORS: Final = tuple(sorted(read_words("indicators"), key=len, reverse=True))
_ASPECTS: Final = frozenset((_SIGN["no_noun_ends"][-1], _SIGN["lasting_sign"]))
AMONG_WORDS: Final = tuple(_SIGN["among_words"])
_AMONG_ENDS: Final = frozenset(word[-1] for word in AMONG_WORDS)
_SHORTEST_NOUN: Final = 2
_LONGEST_NAMED: Final = 10
_NAMING: Final = re.compile(f"{_SIGN['naming_amount']}[{re.escape(''.join(sorted(RUN_FIRST)))}]")


class Behind(Record):
    """A noun phrase right behind a number: `led` by 的, or a lone `verb` (“6700万人受益”).

    `modifier` is what a word behind it makes of the number: “16万个职位|以下”. `acts`: it is what those who are
    counted do.
    """

    names: ClassVar = ("start", "end", "led", "verb", "modifier", "acts")
    __slots__ = names

    def __init__(
        self, start: int, end: int, led: bool = False, verb: bool = False, modifier: str = "", acts: bool = False
    ) -> None:
        self.start = start
        self.end = end
        self.led = led
        self.verb = verb
        self.modifier = modifier
        self.acts = acts


NOTHING_BEHIND: Final = Behind(0, 0)


def relative(text: str, at: int, limit: int, words: Words) -> Behind | None:
    """The noun that a clause with a verb tells of: “6个|涉及东山、西山的新项目”; None without such a clause."""
    start = at + (text[at : at + 1] == " ")
    led = text.startswith(_OF, start)
    start += led
    clause = _RELATIVE.match(text, start, limit) if text[start : start + 1] not in _ENDED else None
    if clause is None or (clause.end() < len(text) and text[clause.end()] not in _ENDED):
        return None
    if text[start] in _WITH:
        # “3000多吨|与食物相关的废物|弃置在堆填区”
        stop = behind(text, clause.start("noun"), limit, words).end
        return Behind(start, stop, led) if _CONCERNING.search(text, start, clause.start("noun")) else None
    word, noun = words.starting(start), clause["noun"]
    acts = word is not None and word.sort == "verb" and word.end - word.start < clause.start("noun") - start
    named = noun.isascii() or words.sort(*clause.span("noun")) == "noun"
    # “30个|未获核准蓝图的发展区|中”
    among = next((len(word) for word in AMONG_WORDS if text.endswith(word, start, clause.end())), 0)
    return Behind(start, clause.end() - among, led) if acts and named else None


_WITH: Final = frozenset(_SIGN["with"])
_CONCERNING: Final = re.compile(_SIGN["related_to"])
_RELATIVE: Final = re.compile(_SIGN["relative"])


def _until_then(text: str, at: int, end: int, words: Words) -> int:
    """Where a noun ends that something follows upon: “扣除1万元起付标准|后报销”."""
    then = text.find(_AFTERWARDS, at + _SHORTEST_NOUN, end - 1)
    inside = then < 0 or words.splits(then) or words.splits(then + 1)
    return end if inside or words.sort(at, then) != "noun" else then


# “600人|中约|有100人”
_AMONG_ONLY: Final = re.compile(_SIGN["among_only"])
_AFTERWARDS: Final[str] = _SIGN["after_that"]


def behind(text: str, at: int, limit: int, words: Words, *, shared: bool = False) -> Behind:
    """The noun phrase right behind a number; empty when a function word or a break stands there.

    `shared` says that the phrase may run into another number, whose metric the end of it is then:
    “17家企业收入增幅超过20%”.
    """
    if text[at : at + 1] in BREAKS or (text[at : at + 1] == _QUOTE_END and _closes_speech(text, at)):
        return NOTHING_BEHIND
    limit = min(limit, at + _LONGEST_NP)
    at += len(text[at:limit]) - len(text[at:limit].lstrip(" "))
    follower = text[at : at + 1]
    said = text.startswith(ASSENTS, at) or _is_predicate(text, at, words)
    if follower in _ENDED or (at >= limit and follower != _OF) or said:
        return NOTHING_BEHIND
    at, led = _begin(text, at, limit, words)
    search = at
    if follower == _QUOTE or (led and text.startswith(_QUOTE, at)):
        search = max(text.find(_QUOTE_END, at, limit), at)
    if end := NP_END.search(text, search, limit):
        gloss = _GLOSS.match(text, end.start(), limit) if end.start() > at else None
        limit = _behind_gloss(text, gloss, limit) if gloss else end.start()
    stop = stop_of_phrase(text, at, search, limit, words)
    if stop is not None and stop.word in _VERBS and _acts_at(text, at, stop, limit, words):
        if stop.end >= limit:
            return Behind(at, at if stop.word in CHANGES else limit, led, verb=True)
        if led and (text.startswith(_COPULAS, stop.end) or words.is_adverb_at(stop.end)):
            # “保持4%上下的增长|是有条件的”
            return Behind(at, stop.end, led)
        stop = None if text.startswith(_FUNCTIONS, stop.end) else _stop_of_object(text, stop.end, limit, words)
    # “5次的|大停电”
    event = stop is not None and stop.start == at + 1 and text[at] in DEGREES and stop.end == limit
    end_at = stop.start if stop and not event else limit
    if shared and end_at == limit and end_at - at > _SHORTEST_NOUN and text[end_at - 1] in _REACHING:
        # “65岁以上老人|有96万”
        end_at -= 1
    while end_at > at and text[end_at - 1] in _TRAILING and not words.splits(end_at - 1):
        end_at -= 1
    # “从492件案件|中来看”, “41家银行的年报|后发现”
    end_at -= next((len(word) for word in _SEEN if text.endswith(word, at + 1, end_at)), 0) if end_at == limit else 0
    end_at = _until_then(text, at, end_at, words)
    if text[end_at - 1] in _AMONG_ENDS:
        # “一百多个人|里面”
        size = next((len(word) for word in AMONG_WORDS if text.endswith(word, at + 1, end_at)), 0)
        # “14例|调查中”
        ongoing = size == 1 and (word := words.before(end_at - 1)) is not None and words.is_verbal(word)
        end_at -= size if size > 1 or not (ongoing or words.splits(end_at - 1)) else 0
    if text.endswith(_NO_NOUN, at, end_at) or text[at:end_at] in CHANGES or _AMONG_ONLY.fullmatch(text, at, end_at):
        return Behind(at, at, led)
    if stop is not None and stop.word in _ASPECTS and end_at == stop.start:
        if not led and end_at - at <= _SHORTEST_NOUN:
            # “1280所配了心理教师”
            rest = find_stop(text, stop.end, limit, words)
            return Behind(stop.end, rest.start if rest else limit)
        # “3.6万名困难群众|解决了取暖问题”, “5位同仁|带着行李”
        word = words.before(end_at)
        end_at = word.start if word is not None and word.start - at >= _SHORTEST_NOUN else end_at
    listed = stop is not None and stop.start == end_at and stop.word in LINKING
    if shared and end_at > at and not listed:
        # “50吨以下用户每季水费|大约将增加55元”
        end_at = _without_lead(text, at, end_at, words)
        end_at = _without_indicator(text, at, end_at, words)
        # “较前年的120件|增加|超过一倍”
        end_at = at if text[at:end_at] in CHANGES else end_at
    elif stop is not None and stop.word in _VERBS and end_at == stop.start:
        end_at = _without_adverb(text, at, end_at, words)
    # “与去年6%的增长|相比”, “与6108亿的购案|相比不算多”
    against = _SET_AGAINST.search(text, at + 1, end_at) if led else None
    end_at = against.start() if against is not None else end_at
    end_at = _with_others(text, at, _without_predicate(text, at, end_at, words), words)
    return Behind(at, max(end_at, at), led) if led else _limited(text, at, max(end_at, at))


def _behind_gloss(text: str, gloss: re.Match[str], limit: int) -> int:
    """Where a phrase ends that a gloss stands in: behind it, or behind the rest that a name in letters has."""
    again = NP_END.search(text, gloss.end(), limit)
    # “305万剂海岳(Haiyue)|疫苗”
    return (again.start() if again else limit) if gloss[0].isascii() else gloss.end()


def _acts_at(text: str, at: int, verb: Stop, limit: int, words: Words) -> bool:
    """Whether a verb begins the phrase at `at`, or ends it behind a word for how: “860人次|成功创业”."""
    if verb.start == at:
        return True
    manner = words.starting(at) if verb.end >= limit else None
    return manner is not None and manner.end == verb.start and tag_word(text[at : verb.start])[0] == _QUALITY_TAG


_QUALITY_TAG: Final = "a"


def _stop_of_object(text: str, at: int, limit: int, words: Words) -> Stop | None:
    """Where what is done stops, behind the verb: nowhere when a verb tells which thing: “完成市里|提供的|训练”."""
    stop = find_stop(text, at, limit, words)
    owned = text.rfind(_OF, stop.end, limit) + 1 if stop is not None and stop.word in _VERBS else 0
    led = owned > 0 and limit - owned >= _SHORTEST_NOUN and words.sort(owned, limit) == "noun"
    return None if led else stop


def _without_predicate(text: str, at: int, end: int, words: Words) -> int:
    """Where what is counted ends in front of how it does something: “12个部门|联合发文”, but “3个联合执法队”."""
    aim = text.find(_PURPOSE, at + _SHORTEST_NOUN, end)
    aimed = words.starting(aim + 1) if aim > 0 and not words.splits(aim) else None
    if aimed is not None and words.is_verbal(aimed) and not text.startswith(_OF, aimed.end):
        # “3个站点|来设置设备”, but “3000名内地来学习的学生”
        end = aim
    manner = _MANNER.search(text, at + _SHORTEST_NOUN, end) if end - at >= _LONGEST_WORD else None
    if manner is not None and manner.end() == end < words.end:
        # “5家企业|集中|签约”
        return end if words.splits(manner.start()) or words.splits(end) else manner.start()
    if manner is None or words.splits(manner.start()) or words.splits(manner.end()):
        return end
    noun, deed = words.before(manner.start()), words.starting(manner.end())
    if deed is None or noun is None:
        return end
    # “联合开展行动”, but “联合执法案件”
    last = words.before(end)
    ended = deed.end == end or (last is not None and last.start >= deed.end and last.sort == "verb")
    acts = words.is_verbal(deed) and (ended or text[deed.start : deed.end] in DOINGS)
    return manner.start() if acts and noun.sort == "noun" else end


_MANNER: Final = re.compile(one_of(_SIGN["manner"]))
_LONGEST_WORD: Final = 4  # 中心城市


def _without_lead(text: str, at: int, end: int, words: Words) -> int:
    """Where a phrase ends without what leads to the number behind it: “水费|大约将”, “一万宗申请|的不足”."""
    word = words.before(end)
    link = find_link(text, end, at, {}, words)
    if link.role == "modifier" and end - len(link.word) - at > 1:
        end -= len(link.word)
        end -= text[end - 1] == _OF
    adverb = word is not None and word.sort == "adverb" and at + 1 < word.start < end - 1
    return word.start if word is not None and adverb else end


def _closes_speech(text: str, at: int) -> bool:
    """Whether a quotation that says more than a number ends at `at`; “每月1000元”补助 names something."""
    opened = text.rfind(_QUOTE, max(at - _LONGEST_NP, 0), at)
    if opened < 0 or _NAMING.match(text, opened + 1) is None:
        return True
    return at - opened > _LONGEST_NAMED and text[opened + 1] not in RUN_FIRST


def _with_others(text: str, at: int, end: int, words: Words) -> int:
    """Where the last of several nouns ends that a clause lists behind a number: “10万名公车|、出租车司机”."""
    if not 0 < end - at <= _LONGEST_FIRST or text[end : end + 1] != _LISTING:
        return end
    close = _LIST_END.search(text, end + 1, end + _LONGEST_LISTED)
    if close is None or RUN.search(text, end, close.start()):
        return end
    stop = close.start() - next((len(word) for word in AMONG_WORDS if text.endswith(word, end, close.start())), 0)
    last = words.before(stop)
    named = stop - end > _SHORTEST_NOUN and last is not None and last.sort == "noun"
    return stop if named and find_stop(text, end + 1, stop, words) is None else end


_LISTING: Final = "、"
_LONGEST_FIRST: Final = 6
_LONGEST_LISTED: Final = 16
_LIST_END: Final = re.compile(f"[{_SIGN['clause']}]")


def _without_adverb(text: str, at: int, end: int, words: Words) -> int:
    """Where what is counted ends in front of an adverb, and what is measured of it: “36个中心城市|客运量总体持平”."""
    trimmed = max(words.trim(end, torn=False), at)
    return _without_indicator(text, at, trimmed, words) if at < trimmed < end else end


def _is_predicate(text: str, at: int, words: Words) -> bool:
    """Whether what is said of a number begins behind it: “1.5亿件以上|已成常态”."""
    return text.startswith(_PREDICATIVE, at) and (text[at] == _PREDICATIVE[0] or words.is_adverb_at(at))


def _limited(text: str, at: int, end: int) -> Behind:
    """A noun phrase without the word behind it that limits its number: “16万个职位|以下”."""
    cut = end - _SHORTEST_NOUN
    modifier = _NOUN_LIMITS.get(text[cut:end], "") if cut - at >= _SHORTEST_NOUN else ""
    limited = bool(modifier) and not text.endswith(_NO_NOUN_LIMITS, at, cut)
    return Behind(at, cut, modifier=modifier) if limited else Behind(at, end)


_NOUN_LIMITS: Final[dict[str, str]] = _SIGN["noun_limits"]
_NO_NOUN_LIMITS: Final = tuple(_SIGN["no_noun_limits"])


def _begin(text: str, at: int, limit: int, words: Words) -> tuple[int, bool]:
    """Where the phrase behind a number begins, and whether 的 leads it: “3年前|的规模”, “35亿元来|支持小微企业”."""
    if text[at : at + 1] in _AGO_NEXT:
        for word in _AGO:
            # “3年后|的规模”, but “150名|后勤人员”
            if text.startswith(word, at) and at + len(word) < limit and not words.splits(at + len(word)):
                at += len(word) - word.endswith(_OF)
                break
    if _OF_FIRST.match(text, at):
        return at + 1, True
    if text[at : at + 1] in _DIMENSIONS and text.startswith(_OF, at + 1) and at + len("  ") < limit:
        # “30米长的|便道”
        return at + 2, True
    if undone := _UNDONE.match(text, at, limit):
        # “1%未开发的|土地”
        return undone.end(), True
    # “35亿元来|支持小微企业”, “2例为|女机师”
    opened = text[at : at + 1] in _OPENERS and limit - at > _SHORTEST_NOUN and not words.splits(at + 1)
    return (at + 1 if opened else at), False


# “3,500部|的士”
_UNDONE: Final = re.compile(_SIGN["undone"])
_OF_FIRST: Final = re.compile(_SIGN["of_first"])


def _without_indicator(text: str, start: int, end: int, words: Words) -> int:
    """Where what is counted ends when what is measured of it follows: “企业” of “企业收入增幅”."""
    cut = end
    while size := _measured_before(text, start, cut):
        if words.splits(cut - size) or text[cut - size - 1] in _QUALITIES:
            # “普惠性|贷款”
            break
        cut -= size
    return cut


def _measured_before(text: str, start: int, end: int) -> int:
    """The length of the longest word behind `start` that ends at `end` and says what is measured; 0 without one."""
    for size in _MEASURED_SIZES.get(text[end - 1], ()):
        if start < end - size and text[end - size : end] in _MEASURED:
            return size
    return 0


_QUALITIES: Final = frozenset(_SIGN["quality_ends"])
_MEASURED: Final = frozenset((*_INDICATORS, *_SIGN["rates"], *CHANGES))
# There are hundreds: only those with the right last sign are looked at.
_MEASURED_SIZES: Final = sizes_by_last(_MEASURED)
_COPULAS: Final = tuple(_SIGN["copulas"])
_FUNCTIONS: Final = tuple(read_words("boundary_words", "function"))
# “13个县(市、区)”: a short gloss that is a part of the name.
_GLOSS: Final = re.compile(r"\([^()0-9,。;:]{1,8}\)")
_SEEN: Final = tuple(_SIGN["seen_behind"])
_SET_AGAINST: Final = re.compile(f"{one_of(COMPARED)}$|{_SIGN['set_against']}")
_DIMENSIONS: Final = frozenset(_SIGN["dimensions"])
_PURPOSE: Final[str] = _SIGN["purpose"]
_OPENERS: Final = frozenset((_PURPOSE, *_SIGN["identifying"]))
_AGO: Final = tuple(_SIGN["ago_of"])
_AGO_NEXT: Final = frozenset(word[0] for word in _AGO)
