"""Own words: what a clause says of a number before it, and whether that is a noun, a verb or less."""

import re
from typing import ClassVar, Final

from pressparse.claims.choice import OUTDONE
from pressparse.claims.draft import Draft
from pressparse.claims.floor import bounds, set_apart
from pressparse.claims.kind import MEASURE, MONEY, PERCENT, POINTS, RANK
from pressparse.claims.link import RATE_ENDS, change_at_end
from pressparse.claims.metric import head
from pressparse.claims.moment import Time
from pressparse.claims.numeral import RUN_FIRST
from pressparse.claims.peel import Peel
from pressparse.claims.phrase import Words
from pressparse.claims.pointer import pointer_start
from pressparse.claims.quantity import Quantity
from pressparse.claims.standing import ranked
from pressparse.lexicon import one_of, read_tree
from pressparse.record import Record
from pressparse.text.tag import is_place

_SIGN: Final = read_tree("quantities")["signs"]
_PREPOSITIONS: Final = tuple(_SIGN["prepositions"])
_IS: Final[str] = _SIGN["copulas"][1]
_EVERY: Final[str] = _SIGN["every"]
_PER_SHARE: Final[str] = _SIGN["per_share"]
_PER_ONLY: Final = re.compile(f"(?:{_EVERY}[^{_EVERY}]{{1,3}})+")
_PER_TIMES: Final = frozenset(_SIGN["per_times"])
_STUBS: Final = frozenset(_SIGN["stubs"])
_EACH: Final = re.compile(one_of(_SIGN["each_words"]))
_OF: Final[str] = read_tree("periods")["signs"]["of"]
_ORDINAL: Final[str] = _SIGN["ordinal"]
_NOMINAL: Final = frozenset(_SIGN["nominal"])
_IMPOSING: Final = frozenset(_SIGN["imposing"])
_LEADING_TO: Final = frozenset(_SIGN["done_for"])
_GROUP: Final = re.compile(_SIGN["group"])
_SHARE: Final[str] = _SIGN["share_sign"]
_WHOSE_SHARE: Final[str] = _SIGN["whose_share"]
_KINDS_OF_THINGS: Final = frozenset(_SIGN["kinds_of_things"])


class Own(Record):
    """What stands before a number, peeled, the place of its own words, their sort, and whether they are but a verb."""

    names: ClassVar = ("found", "words", "sort", "verbal")
    __slots__ = names

    def __init__(self, found: Peel, words: tuple[int, int], sort: str, verbal: bool) -> None:
        self.found = found
        self.words = words
        self.sort = sort
        self.verbal = verbal


def own_words(
    text: str,
    quantity: Quantity,
    found: Peel,
    last: Draft | None,
    clause: int,
    floor: int,
    words: Words,
    starts: dict[int, Time],
) -> Own:
    """The own words of a number in the clause that begins at `clause`, of which those from `floor` on are its own."""
    kind = quantity.kind
    found = _without_others(text, quantity, found, last, floor)
    own, sort = _told(text, found, floor, words, starts)
    if sort == "noun" and (out := _OUT_OF.search(text, own[0] + 1, own[1])) and _ARRIVES.match(text, quantity.after):
        # “舱内空间|从老站的|15立方米提升到了新站110立方米”
        found, own = found.but(origin=True, end=out.start()), (own[0], out.start())
    elif sort == "noun" and found.time is None and _is_there(text, last, quantity, own[0]):
        found, own, sort = found.but(change="", target=True, end=own[0]), (own[0], own[0]), ""
    if last is not None and sort != "noun" and (beside := _beside(text, last, floor, found.end)) < found.end:
        own, sort = own if beside in starts else (beside, found.end), sort if beside in starts else "noun"
    if last is not None and own[0] == last.quantity.after < own[1] and text[own[1]] == _ENUMERATING and found.change:
        # “站上七千亿美元|大关、年增两成”: that is said of the number before.
        own, sort = (own[1], own[1]), ""
    # “超过全国增速|9.9个百分点”: what is compared does not grow by that.
    outdone = kind is POINTS and text.startswith(OUTDONE, own[0])
    found = found.but(change="", comparative=True) if outdone else found
    # “真正要拆的不足三成”
    verbal = (
        sort == "verb" and text[found.end : found.end + 1] != _OF and _SHARE not in text[found.end : quantity.start]
    )
    shared = _SHARE in text[found.end : quantity.start]
    rate = found.change != "" and text[found.changed[1] - 1] in RATE_ENDS
    average = rate and kind is PERCENT and text[own[1] : found.changed[0]] == _AVERAGE
    if average and text[found.changed[1] - 1] == _RATE_SIGN and own[1] > own[0]:
        # “产业|平均|成长率是4.6%”
        own, sort = (own[0], found.changed[1]), "noun"
    if found.changed[0] == own[1] > own[0] and text[slice(*found.changed)] in _AMOUNTS_OF_CHANGE:
        # “融资规模|增量|累计为25万亿元”
        own, sort = (own[0], found.changed[1]), "noun"
    if kind in _GRADED and not (shared or found.comparative) and (rate or not (found.change or found.target)):
        whole = (own[0], found.changed[1]) if rate else own
        moved, done, sort, verbal = _done_to(text, found, whole, sort, words, starts, verbal=verbal)
        if moved is not found:
            # “下修今年成长率0.3个百分点”, but of “下修今年成长率至3%” the rate says which way.
            own = done
            found = (moved if kind is POINTS else found).but(end=own[1]) if rate else moved
    if kind is RANK:
        own, sort, verbal = ranked(text, *own), "", False
    elif last is not None and own[1] > own[0] and bounds(text, last, floor):
        # “年收入50万元以上的村”
        own, sort, verbal = (last.fact.metric[0][0], own[1]), "noun", False
    elif last is not None and (apart := set_apart(text, last, clause, floor, own)) is not None:
        own, sort, verbal = apart, "noun", False
    inside = _EACH.search(text, *own) if kind is not RANK else None
    if inside and (text[inside.end() : own[1]] in _NOMINAL or words.sort(inside.end(), own[1]) != "noun"):
        # “财产险公司和人身险公司分别赔付121.5亿元、165.5亿元”
        found, own, sort = found.but(each=True), (own[0], inside.start()), ""
    elif own[1] == own[0] and not found.each and _EACH.search(text, floor, found.end):
        # “企业193.7万户、个体工商户384.5万户,分别占33%和65.6%”
        found = found.but(each=True)
    return Own(found, own, sort, verbal)


def _without_others(text: str, quantity: Quantity, found: Peel, last: Draft | None, floor: int) -> Peel:
    """What was peeled, without what is said of the number before, and without 的占 behind those who do something."""
    rated = last is not None and last.quantity.kind is PERCENT is not quantity.kind
    if rated and last is not None and found.base and found.end == last.quantity.after:
        # “收入实现9%|同比增长达到|139亿元”
        return found.but(change="", base="", target=True, changed=(0, 0))
    share = text.endswith(_WHOSE_SHARE, floor, found.end)
    # “领取补贴|的占|六成”
    return found.but(end=found.end - len(_WHOSE_SHARE)) if share else found


def _told(text: str, found: Peel, floor: int, words: Words, starts: dict[int, Time]) -> tuple[tuple[int, int], str]:
    """What the clause says before a number as `_head` finds it, and of those who think so, or of what comes then."""
    own, sort = _head(text, found, floor, words, starts)
    if own[1] == own[0] and found.end > floor + 1 and text.startswith(_WHOSE_SHARE, found.end):
        # “认为下降|的占12%”
        return (floor + (text[floor] in _APART), found.end), "noun"
    then = own[0] == floor and text[floor] == _AFTERWARDS and not words.splits(floor + 1)
    if then and own[1] - own[0] > _SHORTEST_NOUN:
        # “投入30亿元资金|后|产能翻番”
        return (floor + 1, own[1]), sort
    return own, sort


def _is_there(text: str, last: Draft | None, quantity: Quantity, at: int) -> bool:
    """Whether the words at `at` only say where a value has got to that was told as it was elsewhere."""
    return (
        last is not None
        and last.peel.origin
        and last.quantity.unit == quantity.unit
        and _THERE.match(text, at) is not None
    )


_OUT_OF: Final = re.compile(_SIGN["out_of"])
_ARRIVES: Final = re.compile(_SIGN["arrives_behind"])
_THERE: Final = re.compile(_SIGN["arrived_there"])


def _beside(text: str, last: Draft, floor: int, end: int) -> int:
    """Where a name begins that differs by its number alone from the last: “一期投入12亿,|二期|8亿”; else `end`."""
    start = floor + (text[floor] in _APART)
    other = _NUMBERED.fullmatch(text, start, end) if last.fact.metric else None
    if other is None:
        return end
    numbers = _NUMBER.finditer(text, *last.fact.metric[0])
    alike = any(text.startswith(other["of"], one.end()) and one[0] != other["number"] for one in numbers)
    return start if alike else end


_AFTERWARDS: Final[str] = _SIGN["after_that"]
_APART: Final = frozenset(_SIGN["clause"])
_NUMBER: Final = re.compile(f"[{re.escape(''.join(sorted(RUN_FIRST)))}]{{1,3}}")
_NUMBERED: Final = re.compile(f"(?P<number>{_NUMBER.pattern})(?P<of>[^0-9,。;:、]{{1,3}})")


def _done_to(
    text: str,
    found: Peel,
    own: tuple[int, int],
    sort: str,
    words: Words,
    starts: dict[int, Time],
    *,
    verbal: bool,
) -> tuple[Peel, tuple[int, int], str, bool]:
    """The noun that a change is done to, and the change: “下调|存款利率|0.5个百分点”, “企业降低|能耗|3.2%”."""
    done = _DONE_TO.search(text, *own)
    if done is None or words.splits(done.start()) or words.splits(done.end("verb")):
        return found, own, sort, verbal
    noun = (_behind_times(text, done.end(), starts), own[1])
    # “居民年均|增加支出48元” is what they pay on average.
    whole = noun[1] - noun[0] >= _SHORTEST_NOUN and text[done.start() - 1] not in _STUBS
    last = words.before(noun[1])
    led = any(text[at] in _LEADING_TO and not words.splits(at) for at in range(noun[0] + 1, noun[1]))
    if not whole or led or last is None or words.sort(*noun) != "noun" or words.subject(*noun) < last.start:
        # “降低费率|为企业减负1.4亿元”: something else was done.
        return found, own, sort, verbal
    verb = done.span("verb")
    # “船只缩减比例”, “净减少比例”
    noun = own if text[slice(*noun)] in _RATED else noun
    return found.but(change=change_at_end(text, *verb), changed=verb), noun, "noun", False


def _behind_times(text: str, at: int, starts: dict[int, Time]) -> int:
    """Where the times end that stand at `at`, one or a list: “上修|今、明年|成长率”."""
    while (time := starts.get(at)) is not None:
        listed = text[time.end] in _LISTING and time.end + 1 in starts
        at = time.end + listed
    return at


_AMOUNTS_OF_CHANGE: Final = frozenset(_SIGN["amounts_of_change"])
_RATE_SIGN: Final[str] = _SIGN["rate_sign"]
_AVERAGE: Final[str] = _SIGN["average"]
_LISTING: Final = frozenset(_SIGN["list_words"])
_CAUSE: Final[str] = _SIGN["cause"]
_COPULAS: Final = tuple(_SIGN["copulas"])
_GRADED: Final = frozenset((PERCENT, POINTS, MONEY, MEASURE))
_RATED: Final = frozenset(_SIGN["rate_nouns_done"])
_DONE_TO: Final = re.compile(f"(?P<verb>{one_of(_SIGN['done_to'])}){_SIGN['done_to_behind']}")
_SHORTEST_NOUN: Final = 2
_ENUMERATING: Final = "、"


def _head(text: str, found: Peel, floor: int, words: Words, starts: dict[int, Time]) -> tuple[tuple[int, int], str]:
    """What the clause says before a number, and whether that is a noun, a verb or less."""
    torn, changed = found.changed[0] == found.end and not found.base, found.change != ""
    start, end = head(text, floor, found.end, starts, words, torn=torn, changed=changed)
    if (pointed := pointer_start(text, max(start - 1, floor), end)) >= 0:
        # “我们明白|这个数字较去年多了三百多宗”
        return (pointed, end), "noun"
    if end > start and (is_at := text.rfind(_IS, start + 1, end - 1)) > 0 and is_place(text[is_at + 1 : end]):
        # “居住县市分布为|新北市412例、台北市319例”
        return (is_at + 1, end), "noun"
    cause = text.find(_CAUSE, end, found.end - _SHORTEST_NOUN)
    if cause >= 0 and text.startswith(_COPULAS, found.end):
        # “亏损减少主要由于|投资收益为2亿元”
        return (cause + len(_CAUSE), found.end), "noun"
    led = next((len(word) for word in _PREPOSITIONS if text.endswith(word, start, end)), 0)
    if led and not words.splits(end - led):
        # “全市已对|333名密接者落实管控措施”, “会根据|2%的通胀预测”
        return (end, end), ""
    done = words.before(start) if start > floor and text.startswith(_WHOSE_SHARE, end) else None
    if done is not None and done.sort == "verb" and done.start >= floor:
        # “已经|找到|工作|的占到86%”
        return (done.start, end), "noun"
    sort = words.sort(start, end) if end > start else ""
    stop = words.trim(end - 1, torn=False) if sort == "verb" and text[end - 1] == _SHARE else start
    if stop - start > 1 and words.sort(start, stop) != "light":
        # “重伤|大概占不到一成”
        return (start, stop), "noun"
    imposed = end - _SHORTEST_NOUN
    fined = imposed > start and text[imposed - 1] in _IMPOSING and text[imposed:end] in _NOMINAL
    if fined and _EVERY not in text[start:imposed]:
        # “最高可被判|罚款200万元”
        return (imposed, end), "noun"
    if sort == "light" and text[start] == _ORDINAL and end - start > len(_ORDINAL) + 1:
        # “第一剂71.3%,第二剂42.6%”
        sort = "noun"
    if sort == "light" and _GROUP.fullmatch(text, start, end):
        # “1年期3.55%,5年期以上|4.2%”
        sort = "noun"
    if sort == "light" and text[end] == _SHARE and text[end - 1] in _KINDS_OF_THINGS:
        # “甲型占了近九成”
        sort = "noun"
    if sort == "light" and found.change and text[start - 1] == _ENUMERATING and end - start >= _SHORTEST_NOUN:
        # “走私上升7%、非礼|上升6%”: side by side with a noun.
        sort = "noun"
    if sort == "light" and text[end - 1] not in _STUBS and _EVERY not in text[start:end]:
        # “全年能够突破”, “大约是”: nothing is named.
        start = end
    return (start, end), sort


def is_rate(text: str, start: int, end: int) -> bool:
    """Whether a phrase says no more than what is counted by: “每平方米”, “每人每年”; “每股收益” is a measure."""
    return not text.startswith(_PER_SHARE, start) and _PER_ONLY.fullmatch(text, start, end) is not None


def with_time(text: str, own: tuple[int, int]) -> tuple[int, int]:
    """“每人” with the “每年” behind it."""
    stop = own[1] + 2
    return (own[0], stop) if text[own[1] : stop] in _PER_TIMES else own
