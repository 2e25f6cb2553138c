"""Choices: which words of its clause name what a number measures."""

import re
from typing import Final

from pressparse.claims.behind import AMONG_WORDS
from pressparse.claims.belonging import is_of_behind
from pressparse.claims.comparison import COMPARED
from pressparse.claims.doing import is_left
from pressparse.claims.draft import Pieces
from pressparse.claims.kind import COUNT, DURATION, MULTIPLE, PERCENT, POINTS, RANK
from pressparse.claims.link import CHANGES, RATE_ENDS, is_function, role_of
from pressparse.claims.numeral import RUN_FIRST
from pressparse.claims.place import Place, Stretch, ends_in_verb, is_dated, is_told_of, term_end
from pressparse.claims.pointer import is_hollow
from pressparse.claims.stop import clause_behind
from pressparse.claims.teller import BY_KIND
from pressparse.lexicon import one_of, read_tree, read_words
from pressparse.text.tag import is_place

_SIGN: Final = read_tree("quantities")["signs"]
_SCOPE_WORDS: Final = frozenset(read_words("scopes"))
_OWN_SCOPES: Final = frozenset(word for word in _SCOPE_WORDS if word.startswith(_SIGN["whole_scope"]))
_RECORDS: Final = re.compile(_SIGN["records"])
_UNSAID: Final = frozenset(_SIGN["unsaid"])
_THRESHOLDS: Final = frozenset(_SIGN["thresholds"])
_COPULA: Final = re.compile(one_of(_SIGN["copulas"]))
_BESTED: Final = (*_SIGN["comparators"], *_SIGN["outdone"])
OUTDONE: Final = (*_BESTED, *(f"{far}{word}" for far in _SIGN["far"] for word in (*_BESTED, *_SIGN["far_only"])))
_COPULA_SIGNS: Final = frozenset(word for word in _SIGN["copulas"] if len(word) == 1)
_COMPARED: Final = re.compile(f"{_SIGN['compare_links']}|{one_of(_SIGN['comparators'])}")
_COMPARE_SIGNS: Final = frozenset(_SIGN["compare_signs"])
_ANOTHER: Final = frozenset(_SIGN["another"])
_OF: Final[str] = read_tree("periods")["signs"]["of"]
_OUTDOES: Final = re.compile(f"{_SIGN['would']}{one_of(OUTDONE)}")
# “收入|高出西部20%”, but “老年人口超过总人口20%”
_FURTHER: Final = one_of(word for word in OUTDONE if not word.endswith(tuple(_SIGN["reached_too"])))
_EXCEEDS: Final = re.compile(rf"{_SIGN['would']}{_FURTHER}(?!$|[^,。;]*{_OF})")
_RELATIVE: Final = frozenset((PERCENT, POINTS, MULTIPLE, RANK))
# “死亡9人、受伤1038人”
_NOMINAL: Final = tuple(_SIGN["nominal"])
_STUBS: Final = frozenset(_SIGN["stubs"])
_EVERY: Final[str] = _SIGN["every"]
_PER_TIMES: Final = frozenset(_SIGN["per_times"])
_LONGEST_PER: Final = 3
# “在这个基础上再减10%”
_IN: Final[str] = _SIGN["in_field"]
_WHERE: Final = re.compile(f"[{_SIGN['merely']}]?{_IN}")
_WITHIN: Final = re.compile(f"{_IN}[^,]{{1,10}}[{_SIGN['within_ends']}]")
# “由1:18优化到1:15”: so much between the two values is the verb.
_SHORT_VERB: Final = 2


def choose(place: Place) -> tuple[Pieces, str]:
    """The metric in the clause of the number itself and the rule; empty when it stands further off."""
    text, quantity, found, words = place.text, place.quantity, place.found, place.words
    if place.behind.acts:
        # “项目|还有50个|没有交付”
        doing = (place.behind.start, place.behind.end)
        of = _subject(place, alone=True) if place.sort == "noun" and is_left(text, quantity.start) else None
        return ((of, doing) if of and of != _ELSEWHERE else (doing,)), "metric.behind"
    noun, sort = _noun_behind(place)
    own: Stretch | None = _subject(place, alone=noun is None)
    if own == _ELSEWHERE:
        # “高于职工平均2.4%的|薪酬升幅”
        rated = noun is not None and place.behind.led and text.startswith(OUTDONE, place.head[0])
        return ((noun,), "metric.behind") if noun and rated and text.endswith(RATE_ENDS, *noun) else _NOTHING
    if own and noun and is_of_behind(place, own, noun, sort):
        return (noun,), "metric.behind"
    if own and place.verbal:
        if text[own[0] : own[1]] in _GENERIC and not noun and text.endswith(_TOPIC_ENDS, 0, max(place.clause - 1, 0)):
            # “加油站呢,上半年|新增312座”
            return _NOTHING
        # “已经物色约2980公顷熟地”, “由93家整合为41家”
        if noun and sort == "noun":
            # “充电15分钟|续航可达510公里”
            lasts = quantity.kind is DURATION and not place.behind.led and _NEXT_AMOUNT.match(text, noun[1])
            return ((own,), "metric.before") if lasts else ((noun,), "metric.behind")
        if place.arrived or (quantity.kind in _RELATIVE and found.end < quantity.start and not found.change):
            return _NOTHING
    elif own and noun and (_acts_behind(place, noun) or (sort == "verb" and is_told_of(place, own))):
        # “农信机构由93家整合为41家”, but “消防处收到152宗求援”
        noun = None
    if own:
        own_sort = place.sort if own == place.head and place.sort else words.sort(*own)
        if own[1] - own[0] == 1 and own_sort != "noun" and text[own[0]] not in _LONE_NAMES:
            own = None
        elif own_sort == "light" and text[own[1] - 1] not in _STUBS and _EVERY not in text[own[0] : own[1]]:
            return _NOTHING
    by_kind = BY_KIND.get(quantity.kind)
    if by_kind is not None and (told := by_kind(place, own, noun, sort)) is not None:
        return told
    if own:
        return _before(place, own, named=noun is not None)
    grown = place.behind.led and place.behind.end > place.behind.start  # “5%上下的增长|是有把握的”
    # “3万2000元|是底薪”
    stated = quantity.kind in _COUNTED or _IS_NAMED.match(text, quantity.after) is not None
    if stated and not grown and not place.joined and not found.change and not _ends_list(place, own, noun):
        rest = _without_exception(text, quantity.start, clause_behind(text, quantity.after, place.limit))
        # “从6月估的3.05%|上修到4.55%”
        named = (
            rest[1] - rest[0] > 1
            and not ((time := place.starts.get(rest[0])) is not None and time.end >= rest[1] - 1)
            and text[rest[0] : rest[1]] not in _UNSAID
            and text[rest[0] : rest[1]] not in _SCOPE_WORDS
            and text[rest[0] : rest[1]] not in CHANGES
            and text[rest[0] : rest[1]] not in _THRESHOLDS
        )
        another = quantity.kind is PERCENT and text.endswith(_ANOTHER_PART, 0, quantity.start)
        acted = ((another or quantity.unit in _PEOPLE) and _is_predicate(text, *rest)) or (
            quantity.kind is PERCENT and text.startswith(_ATTITUDES, rest[0])
        )
        arrives = text.endswith(_ARRIVALS, *rest)
        if named and (acted or (words.sort(*rest) == "noun" and not arrives)):
            # “六成三回答养不起”, “240万人已领取第一份”, “5万人|领到”
            return (rest,), "metric.clause"
    return _NOTHING


def _without_exception(text: str, start: int, rest: Stretch) -> Stretch:
    """What a clause says behind a number, without the end of an exception: “除|七成|来自燃煤|外”."""
    if not text.endswith(_EXCEPT, 0, start):
        return rest
    size = next((len(word) for word in _EXCEPTED if text.endswith(word, *rest)), 0)
    return (rest[0], rest[1] - size)


def _names_measure(place: Place) -> bool:
    """Whether what stands before a number is itself measured: “周转天数|低于4天的全省领先水平”, not “人均”."""
    return place.sort == "noun" and place.head[1] - place.head[0] > _SHORT_VERB


_LEVEL: Final[str] = _SIGN["standing"]
_IS_NAMED: Final = re.compile(_SIGN["is_named"])
_EXCEPT: Final = tuple(_SIGN["except"])
_EXCEPTED: Final = tuple(_SIGN["excepted"])


def _acts_behind(place: Place, noun: Stretch) -> bool:
    """Whether what stands right before a count is counted, and what stands behind it is what that does.

    “消防车|40辆|赶赴现场”
    """
    things = place.quantity.kind is COUNT and place.quantity.unit in _MOVED_UNITS
    adjacent = place.sort == "noun" and place.found.end == place.quantity.start
    if not (things and adjacent) or place.behind.led:
        return False
    last, word = place.words.before(place.found.end), place.words.starting(noun[0])
    acts = word is not None and word.sort == "verb" and word.end < noun[1]
    if not acts or place.text[noun[1] : noun[1] + 1] not in _CLAUSE_SIGNS or ends_in_verb(place, noun):
        # “交警50辆|执法车上路”
        return False
    return last is not None and last.sort == "noun" and not place.words.is_verbal(last)


_HOMES: Final = tuple(_SIGN["homes"])
# “续航|可达5”
_NEXT_AMOUNT: Final = re.compile("[^,。;:、0-9]{1,4}[0-9]")
_BOOKED: Final = tuple(_SIGN["booked"])
_MOVED_UNITS: Final = frozenset(_SIGN["moved_units"])


def said_of_some(place: Place) -> Pieces:
    """“其中近八成|分布在中西部地区”: what is said of a part of what was named; empty where nothing is."""
    text, after = place.text, place.quantity.after
    if not text.endswith(_OF_THEM, 0, place.found.end) or place.found.change:
        return ()
    start, end = clause_behind(text, after, place.limit)
    closed = text[end : end + 1] in _CLAUSE_SIGNS or end == len(text)
    return ((start, end),) if closed and end - start > 1 and text[start:end] not in COMPARED else ()


def _is_predicate(text: str, start: int, end: int) -> bool:
    """Whether the rest of a clause says what people do: “240万人|已领取第一份”, not “减至2026年的|9600人”."""
    closed = text[end : end + 1] in _CLAUSE_SIGNS or end == len(text)
    return closed and not text.startswith(AMONG_WORDS, start) and text[start:end] not in COMPARED


# “一公斤|怀疑氯胺酮”
_SUSPECTED: Final = tuple(_SIGN["suspected"])
_SUSPECTED_SIGNS: Final = frozenset(word[0] for word in _SUSPECTED)
# “越过20亿元、40亿元|几个台阶”, “320班|等方式”, “停班13班|较为严重”
_SAID_OF_IT: Final = re.compile(_SIGN["said_of_it"])
_OF_THEM: Final = tuple(_SIGN["of_them"])
_CLAUSE_SIGNS: Final = frozenset(_SIGN["clause"])
_NOTHING: Final[tuple[Pieces, str]] = ((), "")
# What a clause names stands elsewhere, whatever stands behind the number.
_ELSEWHERE: Final = (0, 0)
# “还有|两成租出去了”
_ANOTHER_PART: Final = tuple(_SIGN["another_part"])
_PEOPLE: Final = frozenset(_SIGN["people_units"])
_ATTITUDES: Final = tuple(_SIGN["attitudes"])
_COUNTED: Final = frozenset((COUNT, PERCENT))
_ARRIVALS: Final = tuple(_SIGN["join_word"])
_BESIDE: Final = range(2)
_LONGEST_MADE: Final = 4
_BECOMING: Final = frozenset(_SIGN["becoming"])
_GROWTHS: Final = frozenset(_SIGN["growth"])
_ECONOMY: Final[str] = _SIGN["economy"]
_RATE: Final = re.compile(_SIGN["rate_inside"])
# “换成新台币是3.8兆元”
_CONVERTED: Final = re.compile(_SIGN["converted"])
_MUTUAL: Final = frozenset(_SIGN["mutual"])
_GENERIC: Final = frozenset(_SIGN["generic_verbs"])
_TOPIC_ENDS: Final = tuple(_SIGN["topic_ends"])
_YEARLY: Final[str] = _SIGN["in_one_year"]
# Single signs that name what is counted.
_LONE_NAMES: Final[str] = _SIGN["toll"] + _SIGN["sexes"]


def _noun_behind(place: Place) -> tuple[Stretch | None, str]:
    """The noun phrase behind a number and what it is; None when it is no noun, or a time."""
    start, end = _without_exception(place.text, place.quantity.start, (place.behind.start, place.behind.end))
    if (
        end <= start
        or place.text[start:end] in _UNSAID
        or (
            place.quantity.kind is PERCENT
            and end - start == 1
            and place.text[start] in _PEOPLE
            and not place.behind.led
        )
        or _SAID_OF_IT.match(place.text, start, end)
        or place.text[start:end] in _THRESHOLDS
        or (place.behind.led and place.text.endswith(_LEVEL, start, end) and _names_measure(place))
        or (place.quantity.kind is not DURATION and _RECORDS.fullmatch(place.text, start, end))
        or role_of(place.text[start:end]) == "modifier"
    ):
        # “连续4个月|低于2%”
        return None, ""
    if place.text.endswith(_HOMES, 0, place.quantity.start) and (of := place.text.find(_OF, start, end)) > start:
        # “来自17个海岛|的渔民齐聚码头”
        end = of
    said = start
    if place.text[start] in _SUSPECTED_SIGNS:
        said += next((len(word) for word in _SUSPECTED if place.text.startswith(word, start, end)), 0)
    end = term_end(place, start, end)
    sort = place.words.sort(said, end) if end > said else ""
    made = place.found.origin and place.text[end - 1] in _BECOMING
    if (made or sort == "verb") and place.head[1] > place.head[0] and place.text[end : end + 1] in RUN_FIRST:
        # “投入20亿元|处置|60亿元不良贷款”: that is done to the next amount; “学校由320所|撤并成|186所”.
        return None, ""
    # “1|在2019年落成”
    timed = start + (place.text[start] == _IN) in place.starts
    return (None if sort == "light" or timed else (start, end)), sort


def _subject(place: Place, *, alone: bool) -> Stretch | None:
    """What the words before a number name, None when they name nothing; `alone` when nothing is named behind it."""
    text, head, kind = place.text, place.head, place.quantity.kind
    size = head[1] - head[0]
    if size == 1 and text[head[0]] in _LONE_NAMES:
        return head
    said = text[head[0] : head[1]]
    if size <= (not alone or kind is COUNT) or said in _OWN_SCOPES or is_hollow(said):
        return None
    if (text[head[0]] == _IN and _WITHIN.fullmatch(text, *head)) or _CONVERTED.fullmatch(text, *head):
        return None
    if not alone and (where := _WHERE.match(text, *head)) and is_place(text[where.end() : head[1]]):
        # “仅在海西|累计620亩的苗圃”
        return None
    if (
        (place.arrived and (size <= _SHORT_VERB or (size <= _LONGEST_MADE and text[head[1] - 1] in _BECOMING)))
        or (not _ARRIVED.isdisjoint(text[slice(*head)]) and _GONE_TO.match(text, *head))
        or _is_source(place)
        or text.endswith(_FIRST_TIMES, *head)
        or (alone and _NTH_TIME.fullmatch(text, *head))
    ):
        return _ELSEWHERE
    if _NTH_TIME.fullmatch(text, *head):
        # “第一阶段|有11个小区获得资助”
        return None
    if kind in _RELATIVE or place.found.comparative or (place.found.change and kind is not COUNT):
        return _compared(place)
    return _ELSEWHERE if place.found.change and is_dated(place, head[0]) else head


def _is_source(place: Place) -> bool:
    """Whether the words before a number only say who told it: “从十一月预测的|1.43%”, “主计处估|5.2%”."""
    text, (start, end) = place.text, place.head
    # “海关处预计增加|1284个|职位”, but “外销方面,经济部估计衰退|3%”
    counts = place.found.change != "" and place.behind.end > place.behind.start
    estimated = text.startswith(_ESTIMATED, end) and not counts and _TELLER_ENDS.search(text, start, end) is not None
    if estimated and text[place.clause - 1 : place.clause] == ",":
        # “校舍方面,教育处|估计|3亿元”
        return True
    if text[end - 1] not in _TOLD_ENDS:
        return False
    size = next((len(word) for word in _TOLD if text.endswith(word, start, end)), 0)
    if not size or text.endswith(_INDICATORS, start, end - size):
        return False
    # “修法建议|加到三万元”
    said = place.found.target and text[end - size : end] in _SUGGESTED
    return said or text[end : end + 1] == _OF or _TELLER_ENDS.search(text, start, end - size) is not None


_ARRIVED: Final = frozenset(_SIGN["arrival_signs"])
# “由2009年的2000个|大幅提升至今年开始的|6000个”
_GONE_TO: Final = re.compile(
    f"(?:{_SIGN['far_changed']})?{one_of(word for word in CHANGES if len(word) > 1)}[{''.join(_SIGN['arrival_signs'])}]"
)
_ESTIMATED: Final = tuple(_SIGN["estimated"])
_SUGGESTED: Final = frozenset(_SIGN["suggested"])
_TOLD: Final = tuple(sorted((*_SIGN["told"], *_SIGN["suggested"]), key=len, reverse=True))
_FIRST_TIMES: Final = tuple(_SIGN["first_times"])
_NTH_TIME: Final = re.compile(_SIGN["nth_time"])
_TOLD_ENDS: Final = frozenset(word[-1] for word in _TOLD)
_TELLER_ENDS: Final = re.compile(_SIGN["teller_ends"])
_INDICATORS: Final = read_words("indicators")


def _compared(place: Place) -> Stretch:
    """What is compared, without what it is compared with: “强度” of “强度比全国高”, elsewhere in “是去年的三倍”."""
    text, (start, end), found = place.text, place.head, place.found
    if _OUTDOES.match(text, start, end):
        # “高出平均水平1.2个百分点”, “平均|要高出旧船三成”
        return _ELSEWHERE
    another = text[start - 1 : start] in _ANOTHER and text[start - 2 : start - 1] in _COMPARE_SIGNS
    # “与2020年相比收入减少14%”
    closed = text[start - 2 : start - 1] in _MUTUAL
    if is_dated(place, start):
        return _ELSEWHERE
    if (another or text[start - 1 : start] in _COMPARE_SIGNS) and found.base_time is None and not closed:
        return _ELSEWHERE
    link = None
    if place.quantity.kind is POINTS or found.comparative or found.change:
        link = _COMPARED.search(text, start, end)
    elif place.quantity.kind is PERCENT and text[end : end + 1] != _OF:
        # “收入|高出西部20%”
        link = _EXCEEDS.search(text, start, end)
    elif text[end : end + 1] == _OF:
        if text[start - 1 : start] in _COPULA_SIGNS and text[start - 2 : start - 1] in _SIGN["clause"]:
            return _ELSEWHERE
        link = _COPULA.search(text, start, end)
    if link is None:
        return place.head
    return (start, link.start()) if link.start() - start > 1 else _ELSEWHERE


def _before(place: Place, own: Stretch, *, named: bool) -> tuple[Pieces, str]:
    """What stands before the number, with the change that is a part of its name (“户均年增收4000元”)."""
    text, found = place.text, place.found
    # “新增本土确诊|6842例、境外移入11例”: what was found or done is itself counted.
    counted = place.quantity.kind is COUNT and place.sort == "noun"
    if not named and not found.each and not counted and _ends_list(place, own, None):
        return _NOTHING
    if text[own[1] - 2 : own[1]] == _YEARLY and own[1] - own[0] > len(_YEARLY) + 1:
        # “健保支出|一年成长5.5%”
        own = (own[0], own[1] - len(_YEARLY))
    elif text[own[1] : own[1] + 2] in _PER_TIMES and _EVERY in text[own[1] - _LONGEST_PER : own[1]]:
        # “公办园每生|每月少交420元”
        own = (own[0], own[1] + 2)
    elif found.change and text[own[1] - 1] in _STUBS and is_function(text[own[1] : own[1] + 2]):
        own = (own[0], own[1] + 2)
    if found.changed[0] - own[1] in _BESIDE and (rate := _RATE.search(text, *found.changed)):
        # “经济成长率概估5.06%”, “经济|增速达|7.1%”
        own = (own[0], rate.end())
    elif text[slice(*found.changed)] in _GROWTHS and found.changed[0] == own[1] and text.endswith(_ECONOMY, *own):
        # “全年经济|成长1.17%”
        own = (own[0], found.changed[1])
    elif text[slice(*own)] in _ONCE and found.changed[0] == own[1] and text.endswith(_EXTENTS, *found.changed):
        # “单次|加价幅度为100元”
        own = (own[0], found.changed[1])
    return (own,), "metric.before"


_EXTENTS: Final = (*RATE_ENDS, *read_tree("quantities")["change_stems"]["extents"])
_ONCE: Final = frozenset(_SIGN["once"])


def _ends_list(place: Place, own: Stretch | None, noun: Stretch | None) -> bool:
    """Whether a number was given out and others follow on its list: what they measure was named before."""
    text, after = place.text, place.quantity.after
    # “税入|编列|2098亿元、税出…”
    booked = own is not None and own[1] - own[0] > _SHORT_VERB and text.endswith(_BOOKED, *own)
    return bool(
        place.found.gave
        and not noun
        and not booked
        and text[after : after + 1] in _SIGN["list_words"]
        and not (own and (text[own[0] - 1] in _SIGN["towards"] or text.endswith(_NOMINAL, *own)))
    )
