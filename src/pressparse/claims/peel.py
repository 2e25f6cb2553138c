"""Peels: what stands between a metric and its number, read from right to left."""

import re
from typing import ClassVar, Final

from pressparse.claims.bound import is_part_of
from pressparse.claims.comparison import COMPARED, is_comparing, is_earlier, is_than
from pressparse.claims.link import BASE_WAYS, BOTH, RATE_ENDS, find_link, verb_of_arrival
from pressparse.claims.moment import Time
from pressparse.claims.numeral import LEADERS, RUN, RUN_FIRST
from pressparse.claims.phrase import Words
from pressparse.claims.rule import LEVEL_ENDS, before_attribute, level_of
from pressparse.claims.unit import is_unit
from pressparse.lexicon import read_tree
from pressparse.record import Record

_TREE: Final = read_tree("quantities")
_SIGN: Final = _TREE["signs"]
_BASE: Final = read_tree("periods")["base"]
_COMPARE: Final = tuple(_BASE["before"])
_COMPARE_PLAIN: Final = tuple(_BASE["plain"])
_CONJUNCTIONS: Final = tuple(_BASE["conjunctions"])
_TO_SIGNS: Final[str] = _BASE["to_signs"]
SINCE_THEN: Final = tuple(_BASE["since_then"])
_OPENING: Final = frozenset(f' "{_SIGN["quote"]}')
_GAP: Final = frozenset(" —")
_STEADY: Final = frozenset(_SIGN["steady"])
_DONE: Final[str] = _SIGN["no_noun_ends"][-1]
# “比今年多2.8亿元”: these are changes only where something is compared.
_COMPARATIVE: Final = frozenset(_SIGN["comparative"])
_MORE_OR_LESS: Final = frozenset(_SIGN["more_or_less"])
_MODALS: Final = frozenset(_SIGN["modals"])
_DEARER: Final = frozenset(_SIGN["dearer"])
_RECKONED: Final = tuple(_SIGN["reckoned"])
_OPENS: Final = re.compile(_SIGN["opens_frame"])
_FRAME_BREAK: Final = re.compile(f"[{_SIGN['clause']}0-9%]")
_LONGEST_FRAME: Final = 24
_EXTREMES: Final = frozenset(_SIGN["extremes"])
_EXTREME_OF: Final = tuple(_SIGN["extreme_of"])
_WENT: Final = tuple(_SIGN["went_to"])
_FAST: Final = _TREE["change_stems"]["fast"]
_FAST_BEHIND: Final = frozenset(_TREE["change_stems"]["fast_behind"])
_UP: Final[str] = _SIGN["up"]
_EVERY: Final[str] = _SIGN["every"]
_LONGEST_PER: Final = 5
_LONGEST_COUNTED: Final = 9
_SIDES: Final = frozenset(_SIGN["two_sides"])
_ORIGINS: Final = frozenset(_SIGN["from"])
_PER_BEHIND: Final = _ORIGINS | {word for word in _SIGN["copulas"] if len(word) == 1}
_PER_TIMES: Final = tuple(_SIGN["per_times"])
_LONGEST_PER_TIME: Final = 2
_NO_TIMES: Final[dict[int, Time]] = {}
_NO_TIME: Final[Time | None] = None
_ARRIVALS: Final = frozenset((*_SIGN["join_word"], *_SIGN["arrivals"]))
_ARRIVAL_ENDS: Final = frozenset(word for word in _SIGN["join_word"] if len(word) == 1)
_FRAMING: Final = frozenset(("compare", "base"))
_SAME: Final[str] = read_tree("periods")["signs"]["same"][0]
_ENDING: Final = frozenset(("give", "adverb"))
_PASSING: Final = frozenset(("more_than", "less_than"))
_WITHIN: Final[str] = _SIGN["among"][0]
_OF: Final[str] = read_tree("periods")["signs"]["of"]
_OF_THEN: Final = frozenset((_SIGN["of_then"], _SIGN["open_paren"]))
# “增长为”: a noun that is a rate, or a verb that arrives.
_GROWN_TO: Final[dict[str, str]] = _SIGN["grown_to"]
_OVER: Final = frozenset(_SIGN["over"])
_STEP_AHEAD: Final = re.compile(_SIGN["step_ahead"])
_PERCENT_AHEAD: Final = re.compile(_SIGN["percent_ahead"])
_TWOFOLD: Final = frozenset((_FAST, *BOTH, *_OVER, *_SIGN["extremes"], *_GROWN_TO))


class Peel(Record):
    """What was found between a metric and its number, read from right to left.

    `end` is where the metric ends; `time` a time right before the number, `base_time` one that is compared with;
    `changed` the place of the word that says the change.
    """

    names: ClassVar = (
        "end",
        "modifier",
        "change",
        "base",
        "each",
        "origin",
        "target",
        "gave",
        "steady",
        "time",
        "base_time",
        "per",
        "comparative",
        "changed",
    )
    __slots__ = names

    def __init__(
        self,
        end: int,
        modifier: str = "",
        change: str = "",
        base: str = "",
        each: bool = False,
        origin: bool = False,
        target: bool = False,
        gave: bool = False,
        steady: bool = False,
        time: Time | None = None,
        base_time: Time | None = None,
        per: tuple[int, int] = (0, 0),
        comparative: bool = False,
        changed: tuple[int, int] = (0, 0),
    ) -> None:
        self.end = end
        self.modifier = modifier
        self.change = change
        self.base = base
        self.each = each
        self.origin = origin
        self.target = target
        self.gave = gave
        self.steady = steady
        self.time = time
        self.base_time = base_time
        self.per = per
        self.comparative = comparative
        self.changed = changed


def peel(
    text: str,
    start: int,
    floor: int,
    times: dict[int, Time],
    words: Words | None = None,
    *,
    rank: bool = False,
    money: bool = False,
) -> Peel:
    """Strip modifiers, verbs of reaching, changes and comparisons off the left side of a number at `start`.

    `words` are those of its clause: nothing is stripped that begins inside one of them. `rank` and `money` say what
    the number is, where that decides what a word says.
    """
    # “较去年同期之|30亿元”, “较前一周(|9038)”
    at = _before(text, start - (text[start - 1] in _OF_THEN and times.get(start - 1) is not None), floor, " ")
    modifier, change, base, roles = "", "", "", set[str]()
    per, changed, time, base_time, gave, comparative = (0, 0), (0, 0), _NO_TIME, _NO_TIME, False, False
    while at > floor:
        if (said := times.get(at)) is not None and said.start >= floor:
            at = _before(text, said.start, floor, _OPENING)
            # “比|上届任期末的2010年”
            base_time, time, at = (
                (said, time, max(before_attribute(text, at), floor))
                # “2018年和2019年|分别|增长5%和6%” compares nothing.
                if not ("each" in roles and text[said.start - 1] in _SIDES) and _is_base(text, said, at, change)
                else (base_time, time or said, at)
            )
            continue
        if change and text[at - 1] in LEVEL_ENDS and (level := level_of(text, at, floor, times)) is not None:
            base_time, at = base_time or level[0], level[1]
            continue
        word, role, value = (link := find_link(text, at, floor, times, words)).word, link.role, link.value
        if not word:
            if (past := _past(text, at, floor, times, words, per, changed)) is None:
                break
            per, at = past
            continue
        if word in _TWOFOLD:
            role, value = _read(text, at, floor, word, (role, value), changed, money=money)
        closed = role == "compare" and change != "" and base_time is time is None
        if role in _FRAMING and (framed := _framed(text, word, at, floor, times, closed=closed)) is not None:
            # “损失与2020年相比减少14%”, “收购价跟刚开镰的时候比涨了8%”, “与去年同期|比较上升3%”
            base_time, at = base_time or framed[0], framed[1]
            continue
        within = word == _WITHIN and words is not None and _is_under_way(words, at - 1)
        ends = within or role in _ENDING or (word == _UP and text[at] not in LEADERS)
        if (
            ends
            or is_part_of(text, floor, at, word, role)
            or (role == "compare" and (base_time is None or "from" in roles))
        ):
            gave = role == "give" and not change
            break
        if role == "change":
            compared = word.removesuffix(_DONE) in _COMPARATIVE and (
                is_comparing(text, floor, at) or is_than(text, floor, at - len(word))
            )
            more = compared or word not in _COMPARATIVE or _is_more(text, word, floor, at, words if money else None)
            # “发电量增速|连续9个月”
            if change or "to" in roles or not more or ("steady" in roles and word[-1] in RATE_ENDS):
                break
            change, changed, comparative = value, (at - len(word), at), compared
        elif role == "modifier" and (way := _passed_by(text, (word, value), at, base_time or time)) and not change:
            change, changed, base_time, time = way, (at - len(word), at), base_time or time, None
        elif role == "modifier":
            modifier = modifier or ("" if _is_outdone(text, at, time or base_time, value) else value)
        elif role == "base":
            # “年增率2.25%” says both.
            way = "" if change else BASE_WAYS.get(word, "")
            base, change, changed = base or value, change or way, (at - len(word), at) if way else changed
        roles.add(role if word not in _STEADY else "steady")
        # “2021—2024年均增长”: the year is of both.
        at -= len(word) - (times.get(at - len(word) + 1) is not None)
        if word in _ARRIVALS and (size := verb_of_arrival(text, at, floor, words)):
            roles.add("to")
            at -= size
        at = _before(text, at, floor, _GAP) if text[at - 1] in _GAP else at
    at, per, about = _counted_from(text, floor, at, per)
    # “比全国高0.3个百分点” compares two things at one time.
    aside = comparative and base_time is None and not base and not is_earlier(text, floor, start, times)
    return Peel(
        at, modifier or about, "" if rank or aside else change, base, "each" in roles,
        "from" in roles or (per[0] == at + 1 and text[at] in _ORIGINS), "to" in roles, gave, "steady" in roles, time,
        base_time, per, comparative, changed,
    )  # fmt: skip


def _is_more(text: str, word: str, floor: int, at: int, words: Words | None) -> bool:
    """Whether a word before `at` says a change though nothing is compared: “面积能少七成”, “税收少3.2亿元”, “便宜3元”.

    `words` are those of the clause where a noun before it, of which money is told, says so too.
    """
    if word not in _MORE_OR_LESS:
        return word in _DEARER
    start = at - len(word)
    noun = words.before(start) if words is not None else None
    return _is_reckoned(text, floor, start) or (noun is not None and noun.sort == "noun" and noun.start >= floor)


def _passed_by(text: str, said: tuple[str, str], at: int, time: Time | None) -> str:
    """Which way a number goes that says by how much the value of a time is passed: “略低于|去年同期|0.8个百分点”.

    `said` is the modifier before the time at `at`. "" for the value itself: “高于去年的5.2%”, “高于去年5.2%”.
    """
    word, value = said
    if time is None or time.start != at or value not in _PASSING or _PERCENT_AHEAD.match(text, time.end):
        return ""
    return _COMPARATORS.get(word[-2:], "") if text[time.end] in RUN_FIRST else ""


_COMPARATORS: Final[dict[str, str]] = _SIGN["passed_by"]


def _is_outdone(text: str, at: int, time: Time | None, value: str) -> bool:
    """Whether the value of a time is passed, and is just that much: “低于前年的|5.2%”, “多于|现有的|41种”."""
    of = time is not None and text[time.end : time.end + 1] == _OF
    return value in _PASSING and (of or text.startswith(_EXISTING, at))


_EXISTING: Final = (*_TREE["change_stems"]["origin_tails"], *_SIGN["existing"])


def _is_under_way(words: Words, at: int) -> bool:
    """Whether a verb ends at `at`, of which 中 then says that it goes on: “施工中|9870户”."""
    word = words.before(at)
    return word is not None and word.end - word.start > 1 and words.is_verbal(word)


def _past(
    text: str,
    at: int,
    floor: int,
    times: dict[int, Time],
    words: Words | None,
    per: tuple[int, int],
    changed: tuple[int, int],
) -> tuple[tuple[int, int], int] | None:
    """The rate and the end of what is left in front of words that are no links; None where the metric ends there.

    These are what is counted by (“每支|30元”), and adverbs of a change that is against something (“同比|大幅|增加”).
    """
    each_at = text.rfind(_EVERY, at - _LONGEST_PER if at - _LONGEST_PER > floor + 2 else floor + 2, at)
    if each_at > 0 and not per[1] and is_unit(text, each_at + 1, at):
        return (each_at, at), each_at
    if each_at > 0 and not per[1] and at - each_at == _LONGEST_PER_TIME and text[each_at - 1] in _ARRIVAL_ENDS:
        # “提高到|每生每年750元”
        return (each_at, at + _LONGEST_PER_TIME * text.startswith(_PER_TIMES, at)), each_at
    if words is None or changed[0] != at:
        return None
    start = words.trim(at, torn=False)
    if not floor < start < at:
        return None
    against = times.get(start) is not None or find_link(text, start, floor, times, words).role == "base"
    return (per, start) if against else None


def _counted_from(text: str, floor: int, at: int, per: tuple[int, int]) -> tuple[int, tuple[int, int], str]:
    """Where words that end at `at` end without what is counted by behind “由” or “是”, that, and a modifier of it.

    “标准|由每人每月960元起”, “成本|约为每人每年4万元”; the first two as they were where no such words stand there.
    """
    each_at = text.rfind(_EVERY, max(at - _LONGEST_COUNTED, floor), at)
    if each_at - 1 < floor or text[each_at - 1] not in _PER_BEHIND:
        return at, per, ""
    many = RUN.match(text, each_at + 1, at)
    unit_at = many.end() if many else each_at + 1
    if at - each_at > _LONGEST_PER_TIME and not is_unit(text, unit_at, at, rates=False):
        return at, per, ""
    about = find_link(text, each_at, floor, _NO_TIMES)
    end = each_at - len(about.word) if about.role == "modifier" else each_at - 1
    modifier = about.value if about.role == "modifier" else ""
    return end, (each_at, at + _LONGEST_PER_TIME * text.startswith(_PER_TIMES, at)), modifier


def _is_reckoned(text: str, floor: int, at: int) -> bool:
    """Whether what stands at `at` is what a reckoning comes to: “面积能|少七成”, “在校生预计|多出6200人”."""
    return text[at - 1 : at] in _MODALS or text.endswith(_RECKONED, floor, at)


def _before(text: str, at: int, floor: int, signs: frozenset[str] | str) -> int:
    """Where what stands before `at` ends, the given signs left out."""
    while at > floor and text[at - 1] in signs:
        at -= 1
    return at


def _framed(
    text: str, word: str, end: int, floor: int, times: dict[int, Time], *, closed: bool
) -> tuple[Time | None, int] | None:
    """The time in a comparison that `word` closes before `end`, and where the comparison begins; None without one.

    What is no time can be compared with only when the change follows at once, which `closed` says.
    """
    at = end - len(word.removeprefix(_SAME))
    time = times.get(at)
    if time is not None and time.start >= floor:
        size = next((len(opener) for opener in _COMPARE if text.endswith(opener, floor, time.start)), 0)
        if size and not text.endswith(_CONJUNCTIONS, floor, time.start):
            return time, time.start - size
    if closed and word in COMPARED and (opened := _opened(text, at, floor)):
        time = _time_within(opened + 1, at, times)
        return None if _FRAME_BREAK.search(text, time.end if time else opened, at) else (time, opened)
    return None


def _opened(text: str, at: int, floor: int) -> int:
    """Where what opens a comparison stands that “比” at `at` closes (跟 of “跟刚开镰的时候比”); 0 for none."""
    near = at - _LONGEST_FRAME if at - _LONGEST_FRAME > floor else floor
    return max([match.start() for match in _OPENS.finditer(text, near, at - 1)], default=0)


def _time_within(start: int, end: int, times: dict[int, Time]) -> Time | None:
    """The time that begins at `start` and ends before `end`; None without one."""
    found = (times.get(at) for at in range(start + 1, end))
    return next((time for time in found if time is not None and time.start == start), None)


def _is_base(text: str, said: Time, at: int, change: str) -> bool:
    """Whether a time whose words before it end at `at` is one that the number is compared with."""
    at = before_attribute(text, at)
    if said.same or text.endswith(_COMPARE_PLAIN, 0, at):
        return True
    if not change:
        return False
    # “从2016到2020年增长6%”, “自今年一月至八月增加6万” are of these years, and months.
    spans = said.period.endswith("/") or ("/" in said.period and "-" not in said.period)
    spans = spans or any(text.find(sign, said.start, said.end) > 0 for sign in _TO_SIGNS)
    # “但是|四季度|同比下降2%”
    compared = text.endswith(_COMPARE, 0, at) and not text.endswith(_CONJUNCTIONS, 0, at)
    return compared or (not spans and text.endswith(SINCE_THEN, 0, at))


def _read(
    text: str, at: int, floor: int, word: str, said: tuple[str, str], changed: tuple[int, int], *, money: bool
) -> tuple[str, str]:
    """The role and value of a word that has two: 快 of “少了快” is a modifier, “高出” of “比预期高出” a change."""
    if word in _EXTREMES and text[at] == _OF:
        # “由最多的|1万3千减为4千”: the peak itself.
        return "adverb", ""
    if word in _EXTREMES:
        # “单日|最高1620万”, “最高|降幅96%”: values that were reached; but a price goes no higher: “单日最高240元”.
        peak = not money and text.endswith(_EXTREME_OF, floor, at - len(word))
        # “股价最低|跌到60元”
        reached = peak or text[changed[1] - 1 : changed[1]] in RATE_ENDS or text.startswith(_WENT, at)
        return ("adverb", "") if reached else said
    if word == _FAST:
        return ("modifier", "nearly") if text[at - len(word) - 1 : at - len(word)] in _FAST_BEHIND else said
    if word in _GROWN_TO:
        # “由200家增长为300家”, but “零售额增长为6%”
        return ("change", _GROWN_TO[word]) if _PERCENT_AHEAD.match(text, at) else said
    # “比预期高出2个百分点”: no more than two.
    # “较上年的16.4%高出4.5个百分点”
    compared = word in BOTH and (is_than(text, floor, at - len(word)) or is_comparing(text, floor, at))
    if compared:
        return "change", BOTH[word]
    # “比例34.6%,超出|7.1、4.7个百分点”: just so much over it.
    return ("reach", "") if said[0] == "modifier" and word in _OVER and _STEP_AHEAD.match(text, at) else said
