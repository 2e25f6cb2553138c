"""Choices: which words of its clause name what a number measures."""

import re
from collections.abc import Callable
from typing import ClassVar, Final

from pressparse.claims.behind import Behind, clause_behind
from pressparse.claims.kind import COUNT, DURATION, MEASURE, MONEY, MULTIPLE, PERCENT, POINTS, RANK, Kind
from pressparse.claims.link import is_function, role_of
from pressparse.claims.moment import Time
from pressparse.claims.peel import COMPARED, WITH, Peel
from pressparse.claims.phrase import Words
from pressparse.claims.quantity import Quantity
from pressparse.claims.record import Record
from pressparse.claims.series import Pieces
from pressparse.lexicon import one_of, read_tree, read_words

_SIGN: Final = read_tree("quantities")["signs"]
_SCOPE_WORDS: Final = frozenset(read_words("scopes"))
_OWN_SCOPES: Final = frozenset(word for word in _SCOPE_WORDS if word.startswith(_SIGN["whole_scope"]))
_SCOPES: Final = tuple(sorted(read_words("scopes"), key=len, reverse=True))
_HANDLES: Final = frozenset(_SIGN["handles"])
_MEASURED_ENDS: Final = frozenset(_SIGN["measured_ends"])
_RANK_KINDS: Final = frozenset(_SIGN["rank_kinds"])
_THRESHOLDS: Final = frozenset(_SIGN["thresholds"])
_NOUNS: Final = frozenset(read_tree("units")["count"]["nouns"])
_COPULA: Final = re.compile(one_of(_SIGN["copulas"]))
_COMPARATORS: Final = tuple(_SIGN["comparators"])
_COPULA_SIGNS: Final = frozenset(word for word in _SIGN["copulas"] if len(word) == 1)
_COMPARED: Final = re.compile(f"{_SIGN['compare_links']}|{one_of(_SIGN['comparators'])}")
_COMPARE_SIGNS: Final = frozenset(_SIGN["compare_signs"])
_ANOTHER: Final = frozenset(_SIGN["another"])
_OF: Final[str] = read_tree("periods")["signs"]["of"]
_RELATIVE: Final = frozenset((PERCENT, POINTS, MULTIPLE, RANK))
# “死亡9人、受伤1038人”
_NOMINAL: Final = frozenset(_SIGN["nominal"])
_STUBS: Final = frozenset(_SIGN["stubs"])
_EVERY: Final[str] = _SIGN["every"]
_PER_TIMES: Final = frozenset(_SIGN["per_times"])
_LONGEST_PER: Final = 3
# “在这个基础上再减10%”
_IN: Final[str] = _SIGN["in_field"]
_WITHIN: Final = re.compile(f"{_IN}[^,]{{1,10}}[{_SIGN['within_ends']}]")
# “由1:18优化到1:15”: so much between the two values is the verb.
_SHORT_VERB: Final = 2
_Stretch = tuple[int, int]


class Place(Record):
    """What is known about a number in its clause before its metric is.

    `head` is what the clause says before it, `sort` what that is ("" when not asked yet) and `verbal` whether it is
    but a verb; `behind` is the noun phrase behind it; what belongs to the number is within clause:limit. `joined` goes
    on a list, `arrived` is the second value of “由……到”.
    """

    names: ClassVar = (
        "text",
        "quantity",
        "found",
        "head",
        "sort",
        "verbal",
        "behind",
        "clause",
        "limit",
        "joined",
        "arrived",
        "words",
        "starts",
    )
    __slots__ = names

    def __init__(
        self,
        text: str,
        quantity: Quantity,
        found: Peel,
        head: _Stretch,
        sort: str,
        verbal: bool,
        behind: Behind,
        clause: int,
        limit: int,
        joined: bool,
        arrived: bool,
        words: Words,
        starts: dict[int, Time],
    ) -> None:
        self.text = text
        self.quantity = quantity
        self.found = found
        self.head = head
        self.sort = sort
        self.verbal = verbal
        self.behind = behind
        self.clause = clause
        self.limit = limit
        self.joined = joined
        self.arrived = arrived
        self.words = words
        self.starts = starts


def choose(place: Place) -> tuple[Pieces, str]:
    """The metric in the clause of the number itself and the rule; empty when it stands further off."""
    text, quantity, found, words = place.text, place.quantity, place.found, place.words
    noun, sort = _noun_behind(place)
    own: _Stretch | None = _subject(place, alone=noun is None)
    if own == _ELSEWHERE:
        return _NOTHING
    if own and place.verbal:
        if text[own[0] : own[1]] in _GENERIC and not noun and text.endswith(_TOPIC_ENDS, 0, max(place.clause - 1, 0)):
            # “加油站呢,上半年|新增312座”
            return _NOTHING
        # “已经物色约2980公顷熟地”, “由93家整合为41家”
        if noun and sort == "noun":
            return (noun,), "metric.behind"
        if place.arrived or (quantity.kind in _RELATIVE and found.end < quantity.start and not found.change):
            return _NOTHING
    elif own and noun and sort == "verb" and role_of(text[own[0] : own[1]]) != "give" and not _ends_in_verb(place, own):
        # “农信机构由93家整合为41家”, but “消防处收到152宗求援”
        noun = None
    if own:
        own_sort = place.sort if own == place.head and place.sort else words.sort(*own)
        if own[1] - own[0] == 1 and own_sort != "noun" and text[own[0]] not in _TOLL:
            own = None
        elif own_sort == "light" and text[own[1] - 1] not in _STUBS and _EVERY not in text[own[0] : own[1]]:
            return _NOTHING
    by_kind = _BY_KIND.get(quantity.kind)
    if by_kind is not None and (told := by_kind(place, own, noun, sort)) is not None:
        return told
    if own:
        return _before(place, own, named=noun is not None)
    grown = place.behind.led and place.behind.end > place.behind.start  # “5%上下的增长|是有把握的”
    if (
        quantity.kind in _COUNTED
        and not grown
        and not place.joined
        and not found.change
        and not _ends_list(place, own, noun)
    ):
        rest = clause_behind(text, quantity.after, place.limit)
        # “从6月估的3.05%|上修到4.55%”
        named = (
            rest[1] - rest[0] > 1
            and not text.endswith(_ARRIVALS, *rest)
            and text[rest[0] : rest[1]] not in _SCOPE_WORDS
        )
        if named and words.sort(*rest) == "noun":
            return (rest,), "metric.clause"
    return _NOTHING


_NOTHING: Final[tuple[Pieces, str]] = ((), "")
# What a clause names stands elsewhere, whatever stands behind the number.
_ELSEWHERE: Final = (0, 0)
_COUNTED: Final = frozenset((COUNT, PERCENT))
_ARRIVALS: Final = tuple(_SIGN["join_word"])
_NEED_RATES: Final = frozenset(_SIGN["need_rates"])
_RATES: Final = tuple(_SIGN["rate_ends"])
# “换成新台币是3.8兆元”
_CONVERTED: Final = re.compile(_SIGN["converted"])
_MUTUAL: Final = frozenset(_SIGN["mutual"])
_IS_WHAT: Final[str] = f"{_OF}{_SIGN['copulas'][0]}"
_GENERIC: Final = frozenset(_SIGN["generic_verbs"])
_TOPIC_ENDS: Final = tuple(_SIGN["topic_ends"])
_YEARLY: Final[str] = _SIGN["in_one_year"]
_TOLL: Final[str] = _SIGN["toll"]


def _noun_behind(place: Place) -> tuple[_Stretch | None, str]:
    """The noun phrase behind a number and what it is; None when it is no noun, or a time."""
    start, end = place.behind.start, place.behind.end
    if end <= start or place.text[start:end] in _THRESHOLDS or role_of(place.text[start:end]) == "modifier":
        # “连续4个月|低于2%”
        return None, ""
    sort = place.words.sort(start, end)
    return (None if sort == "light" or start in place.starts else (start, end)), sort


def _subject(place: Place, *, alone: bool) -> _Stretch | None:
    """What the words before a number name, None when they name nothing; `alone` when nothing is named behind it."""
    text, head, kind = place.text, place.head, place.quantity.kind
    size = head[1] - head[0]
    if size == 1 and text[head[0]] in _TOLL:
        return head
    if size <= (not alone or kind is COUNT) or text[head[0] : head[1]] in _OWN_SCOPES:
        return None
    if (text[head[0]] == _IN and _WITHIN.fullmatch(text, *head)) or _CONVERTED.fullmatch(text, *head):
        return None
    if (place.arrived and size <= _SHORT_VERB) or _is_source(place):
        return _ELSEWHERE
    if kind in _RELATIVE or place.found.comparative:
        return _compared(place)
    return _ELSEWHERE if place.found.change and _is_dated(place, head[0]) else head


def _is_source(place: Place) -> bool:
    """Whether the words before a number only say who told it: “从十一月预测的|1.43%”, “早前公布的|8周”."""
    text, (start, end) = place.text, place.head
    size = next((len(word) for word in _TOLD if text.endswith(word, start, end)), 0)
    return size > 0 and text[end : end + 1] == _OF and not text.endswith(_INDICATORS, start, end - size)


_TOLD: Final = tuple(sorted(_SIGN["told"], key=len, reverse=True))
_INDICATORS: Final = read_words("indicators")


def _compared(place: Place) -> _Stretch:
    """What is compared, without what it is compared with: “强度” of “强度比全国高”, elsewhere in “是去年的三倍”."""
    text, (start, end), found = place.text, place.head, place.found
    if text.startswith(_COMPARATORS, start):
        # “高出平均水平1.2个百分点”
        return _ELSEWHERE
    another = text[start - 1 : start] in _ANOTHER and text[start - 2 : start - 1] in _COMPARE_SIGNS
    # “与2020年相比收入减少14%”
    closed = text[start - 2 : start - 1] in _MUTUAL
    if _is_dated(place, start):
        return _ELSEWHERE
    if (another or text[start - 1 : start] in _COMPARE_SIGNS) and found.base_time is None and not closed:
        return _ELSEWHERE
    link = None
    if place.quantity.kind is POINTS or found.comparative or found.change:
        link = _COMPARED.search(text, start, end)
    elif text[end : end + 1] == _OF:
        if text[start - 1 : start] in _COPULA_SIGNS and text[start - 2 : start - 1] in _SIGN["clause"]:
            return _ELSEWHERE
        link = _COPULA.search(text, start, end)
    if link is None:
        return place.head
    return (start, link.start()) if link.start() - start > 1 else _ELSEWHERE


def _is_dated(place: Place, at: int) -> bool:
    """Whether the phrase at `at` is what a number is compared with at another time: “比去年春运多了39%”."""
    for start in range(at - 1, max(at - _LONGEST_TIME, place.clause) - 1, -1):
        if (time := place.starts.get(start)) is not None:
            sign = place.text[start - 1 : start]
            # “跟去年春运同一时段比多了9%”
            framed = sign in WITH and place.text.startswith(COMPARED, place.found.end)
            return at - time.end <= 1 and (sign in _COMPARE_SIGNS or framed)
    return False


_LONGEST_TIME: Final = 12


def _before(place: Place, own: _Stretch, *, named: bool) -> tuple[Pieces, str]:
    """What stands before the number, with the change that is a part of its name (“户均年增收4000元”)."""
    text, found = place.text, place.found
    if not named and not found.each and _ends_list(place, own, None):
        return _NOTHING
    if text[own[1] - 2 : own[1]] == _YEARLY and own[1] - own[0] > len(_YEARLY) + 1:
        # “健保支出|一年成长5.5%”
        own = (own[0], own[1] - len(_YEARLY))
    elif text[own[1] : own[1] + 2] in _PER_TIMES and _EVERY in text[own[1] - _LONGEST_PER : own[1]]:
        # “公办园每生|每月少交420元”
        own = (own[0], own[1] + 2)
    elif found.change and text[own[1] - 1] in _STUBS and is_function(text[own[1] : own[1] + 2]):
        own = (own[0], own[1] + 2)
    if text[own[0] : own[1]] in _NEED_RATES and text.endswith(_RATES, *found.changed):
        # “经济成长率概估5.06%”
        own = (own[0], found.changed[1])
    return (own,), "metric.before"


def _ends_in_verb(place: Place, own: _Stretch) -> bool:
    """Whether what stands before a number ends in what is done with what stands behind: “加征|38.1%的关税”."""
    word = place.words.before(own[1])
    return word is not None and word.sort == "verb" and word.end - word.start > 1 and word.start >= own[0]


def _ends_list(place: Place, own: _Stretch | None, noun: _Stretch | None) -> bool:
    """Whether a number was given out and others follow on its list: what they measure was named before."""
    text, after = place.text, place.quantity.after
    return bool(
        place.found.gave
        and not noun
        and text[after : after + 1] in _SIGN["list_words"]
        and not (own and (text[own[0] - 1] in _SIGN["towards"] or text[own[0] : own[1]] in _NOMINAL))
    )


def _counted(place: Place, own: _Stretch | None, noun: _Stretch | None, _sort: str) -> tuple[Pieces, str] | None:
    """“5家企业”: what is counted stands behind, or is the unit itself."""
    quantity, rest = place.quantity, place.behind
    if quantity.unit in _NOUNS and not rest.led:
        at = rest.start
        named = noun and at == quantity.end and place.words.sort(at, at + 1) == "noun"
        if not named:
            return ((quantity.unit_start, quantity.unit_end),), "metric.unit"
    if noun and not (own and (rest.led or rest.verb) and not place.found.gave):
        return (noun,), "metric.behind"
    return None


def _standing(place: Place, own: _Stretch | None, noun: _Stretch | None, _sort: str) -> tuple[Pieces, str] | None:
    """“第三大出口目的地国”: what is behind a kind of place names what stands there."""
    text, after = place.text, place.quantity.after
    if noun and text[place.quantity.end - 1] in _RANK_KINDS:
        return (noun,), "metric.behind"
    if text.startswith(_IS_WHAT, after):
        # “排第二的是|冒充客服”
        rest = clause_behind(text, after + len(_IS_WHAT), place.limit)
        return ((rest,), "metric.behind") if rest[1] - rest[0] > 1 else None
    return None


def _amount(place: Place, own: _Stretch | None, noun: _Stretch | None, _sort: str) -> tuple[Pieces, str] | None:
    """“3000万元资金”: money and measures of what stands behind, where what stands before is no measure."""
    if not noun or place.behind.verb:
        return None
    text, quantity, found = place.text, place.quantity, place.found
    if place.behind.led and noun[1] - noun[0] == 1 and not found.gave:
        # “年收入10万元以上的村”: so many are counted elsewhere.
        return None
    if not own or found.gave or quantity.rule == "measure.force" or _such(text, found.end):
        return (noun,), "metric.behind"
    # “每年收取|1港元的象征式租金”
    taken = place.behind.led and _ends_in_verb(place, own)
    weak = quantity.after > quantity.end or taken or (place.behind.led and own[1] - own[0] <= _SHORT_VERB + 1)
    return ((noun,), "metric.behind") if weak and text[own[1] - 1] not in _MEASURED_ENDS else None


def _portion(place: Place, own: _Stretch | None, noun: _Stretch | None, sort: str) -> tuple[Pieces, str] | None:
    """“将20%的收益”, “减免四分之一租金”: a part of what stands behind."""
    led, found, text = place.behind.led, place.found, place.text
    if own is None and not found.change and text.startswith(_SIGN["copulas"][0], place.quantity.after):
        # “当中超过四成是|高才通”
        rest = clause_behind(text, place.quantity.after, place.limit)
        if rest[1] - rest[0] > 1 and place.words.sort(*rest) == "noun":
            return (rest,), "metric.behind"
    if not noun or sort != "noun" or place.behind.verb:
        return None
    alone = not place.joined and text[noun[0]] not in _COPULA_SIGNS
    if own is None and not found.change and (led or alone):
        # “一半以上的乡镇已经通了公路”, “获5%折扣优惠”
        return (noun,), "metric.behind"
    scope = own is not None and text.endswith(_SCOPES, *own)
    if (
        led
        and own
        and (place.verbal or scope or text[own[1] - 1] in _HANDLES or (not found.change and _ends_in_verb(place, own)))
    ) or (found.gave and not led and not found.change):
        return (noun,), "metric.behind"
    return None


def _lasting(place: Place, own: _Stretch | None, noun: _Stretch | None, _sort: str) -> tuple[Pieces, str] | None:
    """What lasts: “连续两年获得表彰” stands behind, “免费使用1年” before."""
    text, quantity, found = place.text, place.quantity, place.found
    if place.behind.led and noun:
        return (noun,), "metric.behind"
    if text.startswith(_WITHIN_LENGTH, quantity.after):
        # “40天里运送旅客5523万人次”: what lasted was named before.
        return ((own,), "metric.before") if own else _NOTHING
    within = text[quantity.end : quantity.after].endswith(_SIGN["within"])
    if own and text.endswith(_SIGN["ago_of"][3], 0, own[1]):
        # “前3个月免租金”
        own = None
    if found.steady or within or not own:
        rest = clause_behind(text, quantity.after, place.limit)
        said = text[rest[0] : rest[1]]
        if len(said) > (2 if own else 1) and said not in _SCOPE_WORDS and not is_function(said):
            return (rest,), "metric.clause"
    if noun and (found.modifier or found.gave or not own):
        return (noun,), "metric.behind"
    return ((own,), "metric.before") if own else _NOTHING


_WITHIN_LENGTH: Final = tuple(_SIGN["within_length"])

_Teller = Callable[[Place, _Stretch | None, _Stretch | None, str], tuple[Pieces, str] | None]
# What the clause says of a kind of number, before all others.
_BY_KIND: Final[dict[Kind, _Teller]] = {
    COUNT: _counted, RANK: _standing, DURATION: _lasting, MONEY: _amount, MEASURE: _amount, PERCENT: _portion,
}  # fmt: skip


def _such(text: str, at: int) -> bool:
    """Whether “如” stands at `at` or before it."""
    return text[at - 1 : at + 1].startswith(_SIGN["such_as"]) or text[at : at + 1] == _SIGN["such_as"]
