"""Metrics: what of the words before a number names the measured property."""

import re
from typing import Final

from pressparse.claims.event import behind_event, is_after
from pressparse.claims.link import EDGE, role_of
from pressparse.claims.moment import Time
from pressparse.claims.numeral import RUN, RUN_FIRST
from pressparse.claims.opener import lead
from pressparse.claims.peel import SINCE_THEN
from pressparse.claims.phrase import Words
from pressparse.claims.pointer import is_hollow
from pressparse.claims.stop import AGO
from pressparse.claims.unit import is_unit
from pressparse.lexicon import one_of, read_tree, read_words

_SIGN: Final = read_tree("quantities")["signs"]
_EACH: Final[str] = _SIGN["each"][0]
_OF: Final[str] = read_tree("periods")["signs"]["of"]
_QUOTE: Final = _SIGN["quote"]
_QUOTE_END: Final = _SIGN["quote_end"]
# What a head neither begins with nor tells anything by.
_BEFORE_HEAD: Final = EDGE | frozenset(f" {_QUOTE_END}){_SIGN['bullets']}")
_HOLLOW: Final = tuple(_SIGN["hollow_ends"])
_EXTREME: Final = re.compile(_SIGN["extreme_times"])
_HOLLOW_ENDS: Final = frozenset(word[-1] for word in _HOLLOW)
_INDICATORS: Final = tuple(sorted(read_words("indicators"), key=len, reverse=True))
_AT_END: Final = tuple(sorted((*_SIGN["mid_verbs"], *_SIGN["got"]), key=len, reverse=True))
_MID_VERBS: Final = re.compile(one_of(_SIGN["mid_verbs"]))
_HANDLED: Final = re.compile(one_of(_SIGN["handled"]))
_ADJUNCTS: Final = frozenset(_SIGN["from"])
_WANTING: Final[str] = _SIGN["wanting"]
_CAUSES: Final = tuple(_SIGN["because"])
_BECAUSE: Final = re.compile(one_of(_SIGN["because"]))
_LONE_VERBS: Final = frozenset((*_SIGN["lone_verbs"], *_SIGN["perceived"]))
_GROWN: Final = re.compile(
    f"{one_of(_SIGN['mid_verbs'])}{_SIGN['no_noun_ends'][-1]}?(?:{_SIGN['steadily']})+{one_of(_SIGN['growth'])}?$"
)
_TELLING: Final = re.compile(f"{one_of(_SIGN['telling_days'])}?{one_of(_SIGN['telling'])}")
_SAYING: Final = tuple(_SIGN["saying"])
_TELLER: Final = re.compile(_SIGN["teller"])
_DONE: Final[str] = _SIGN["no_noun_ends"][-1]
_UNTIL: Final[str] = _SIGN["until"]
_HOURS: Final = tuple(read_tree("quantities")["clock"]["before"])
_OPENING: Final = re.compile("|".join(_SIGN[name] for name in ("said_lead", "about_share", "condition")))
_OPENING_SIGNS: Final = frozenset(_SIGN["opening_signs"])
# “二产|增长3%”, “八一镇|47例”
_NAMES: Final = re.compile(f"{one_of(_SIGN['sectors'])}|{one_of(_SIGN['remembered'])}{_SIGN['place_kinds']}")
_PERSONS: Final = re.compile(f"(?<![{_SIGN['no_person_behind']}]){one_of(_SIGN['persons'])}")
_SHORTEST_NOUN: Final = 2


def head(
    text: str,
    floor: int,
    end: int,
    starts: dict[int, Time],
    words: Words | None = None,
    *,
    torn: bool = False,
    changed: bool = False,
) -> tuple[int, int]:
    """What is left of floor:end as a noun phrase, without lead-ins, times and leading verbs; empty as (end, end).

    `torn` says that a change was read off the end of a longer verb: 长了 of 拉长了; `changed`, that any was read.
    """
    while end > floor and text[end - 1] in EDGE and not (words is not None and words.splits(end - 1)):
        # The 及 of “涉及” is no list sign.
        end -= 1
    if words is not None and end > floor:
        end = max(words.trim(end, torn=torn), floor)
        if text[end - 1] == _WANTING and words.splits(end):
            # “成本|要比往年多出200元”
            end -= 1
    at = _behind_leads(text, floor, end, starts, words)
    if (scope := _ALTOGETHER.match(text, at, end)) is not None:
        # “全市|共设投票站350个”
        behind = _behind_leads(text, scope.end(), end, starts, words)
        at = behind if scope.end() <= behind < end else at
    if text[at : at + 1] == _QUOTE and text.find(_QUOTE_END, at, end) < 0 and end - at > _SHORT_QUOTE:
        # “‘目前|已完成8.7万公里”
        at = _behind_leads(text, at + 1, end, starts, words)
    told_of = changed or text.startswith(_COPULAS, end)
    if (
        words is not None
        and text.endswith(_CAUSES, floor + 1, at)
        and not (told_of or _comes_about(words, at - 1, end))
    ):
        # “2020年因为|疫情|掉到12万人”: not the cause has fallen; but “由于|成本|上升10%”.
        return end, end
    if end - at > _SHORTEST_NOUN:
        at, end = _without_since(text, at, end, starts, words)
    opened = text.rfind("(", at, end)
    if opened >= 0 and text.find(")", opened, end) < 0:
        # “(其中|女教师133人)”
        at = opened + 1
        at += next((len(word) for word in _AMONG if text.startswith(word, at) and at + len(word) < end), 0)
    if (closed := text.count(_QUOTE_END, at, end)) and closed > text.count(_QUOTE, at, end):
        at = text.find(_QUOTE_END, at, end) + 1
    if opened <= at and (shut := text.rfind(")", at, end)) >= 0:
        # “(编号:3857、3895)|再多5宗”, “(即2000年至2004年)|共约8%的增幅”, “(拨付9亿元)、|专案融资30亿元”
        at = shut + 1
        at += end > at and text[at] in EDGE
    if end > at and text.endswith(_AT_END, at, end):
        # “出口实现12%的增长”
        end -= next(len(word) for word in _AT_END if text.endswith(word, at, end))
        # “快件|仍能获得7%的增长”
        end = max(words.trim(end, torn=False), at) if words is not None and end > at else end
    if text[end - 1] in _ASIDE_ENDS or text[at : at + 1] in _ASIDE_STARTS:
        at, end = _without_aside(text, at, end)
    if _NARROWING.search(text, at, end):
        at, end = _narrowed(text, at, end, starts, words, changed=changed)
    if end > at and text[end - 1] in _HOLLOW_ENDS and _is_hollow(text, at, end, words):
        # “碳价由开市时的每吨48元”
        end = max(at, _timed(text, at, end, starts), *(text.rfind(sign, at + 1, end) for sign in _ADJUNCTS))
    if (
        end <= at
        or text[at:end] in _LONE_VERBS
        or (text[at] in RUN_FIRST and _only_a_number(text, at, end) and not _NAMES.fullmatch(text, at, end))
    ):
        return end, end
    return at, end


def _narrowed(
    text: str, at: int, end: int, starts: dict[int, Time], words: Words | None, *, changed: bool
) -> tuple[int, int]:
    """What at:end names without why, whoever speaks, what was done to it and when it was at its highest."""
    if (grown := _GROWN.search(text, at + 1, end)) is not None:
        # “短视频GMV|实现了持续高速增长”
        end = grown.start()
    why = _BECAUSE.search(text, at + 2, end) if words is not None else None
    inside = why is not None and words is not None and (words.splits(why.start()) or words.splits(why.end()))
    if words is not None and why is not None and not inside:
        # “超市货品|则由于活动结束而减少”, but “全省|因暴雨倒塌房屋30间”: without a change, the cause has its outcome.
        told_of = changed or text.startswith(_COPULAS, end)
        outcome = not told_of and _comes_about(words, why.end(), end)
        end = why.start() if not outcome and words.sort(at, why.start()) == "noun" else end
    told = _TELLING.search(text, at, end) if words is not None else None
    # “预测|8月出口”, “计划书提到|2017年出口”
    foretold = told is not None and told.end() - told.start() > 1 and told.end() in starts
    if words is not None and text.endswith(_SAYING, at, end) and words.sort(at, end) != "noun":
        # “不要含糊说|5000户已达标”, but “解说|120场”
        saying = next(word for word in _SAYING if text.endswith(word, at, end))
        if not words.splits(end - len(saying)):
            return end, end
    if told is not None and words is not None and (foretold or _TELLER.search(text, at, told.start())):
        # “议员说|六千户的支票”
        apart = not words.splits(told.start()) and not words.splits(told.end()) and end - told.end() != 1
        # “主计总处昨公布|1月CPI”
        dated = apart and told.end() in starts
        at = _behind_leads(text, told.end(), end, starts, words) if dated else told.end() if apart else at
    if words is not None and (person := _PERSONS.search(text, at + 1, end)) and not words.splits(person.start()):
        # “化学防治我们|喷完的比例”, but “这项补贴|我们编的是300亿元”
        named = end - person.end() >= _SHORTEST_NOUN and words.sort(person.end(), end) == "noun"
        behind = person.end() + text.startswith(_OF, person.end())
        # “要求他们|补缴270万元”
        named = named or (end - behind >= _SHORTEST_NOUN and text.endswith(_DEMANDING, at, person.start()))
        # “这几年|我们|赚了520亿”
        named = named or is_hollow(text[at : person.start()])
        at, end = (behind, end) if named else (at, person.start())
    speaker = _SPEAKER.match(text, at, end) if words is not None else None
    if speaker is not None and words is not None and end - speaker.end() >= _SHORTEST_NOUN:
        # “我会|增拨4亿元经费”, but “我市”, “大家庭”
        at = speaker.end() if not words.splits(speaker.end()) else at
    at = _behind_verbs(text, at, end, words)
    for made in _CAUSING.finditer(text, at + 1, end) if words is not None else ():
        # “新规会使|码头少收46万元泊位费”
        apart = words is not None and not words.splits(made.start()) and not words.splits(made.end())
        at = made.end() if apart and end - made.end() >= _SHORTEST_NOUN else at
    # “集中度|最高的时候”
    peak = _EXTREME.search(text, at, end)
    return at, peak.start() if peak else end


def _comes_about(words: Words, start: int, end: int) -> bool:
    """Whether something happens behind the cause that begins at `start`: “因塌方|停运班车”, not “因减税政策”."""
    at = end
    while (word := words.before(at)) is not None and word.start > start:
        # “因各类事故|死亡|13人”
        last = word.end == end and words.is_verbal(word)
        if (word.sort == "verb" or last) and word.end - word.start > 1:
            return True
        at = word.start
    return False


def _without_aside(text: str, at: int, end: int) -> tuple[int, int]:
    """What at:end names without how it is reckoned and what it stood under: “以美元计算”, “在高基数的情况下”."""
    # The 以 may have been read as leading in.
    led = text[at - 1 : at] in _ASIDE_STARTS
    at -= led
    for aside in _ASIDE.finditer(text, at, end):
        if aside.start() == at and aside.end() < end:
            # “受台风影响人口” are those people.
            at = aside.end() if text[at] != _SUFFERING else at
        elif aside.end() == end and (aside.start() == at or aside.start() - at >= _SHORTEST_NOUN):
            end = aside.start()
    return min(at + (led and text[at] in _ASIDE_STARTS), end), end


_SUFFERING: Final[str] = _SIGN["suffering"]
_ASIDE: Final = re.compile(_SIGN["aside"])
_ASIDE_STARTS: Final = frozenset(_SIGN["aside_starts"])
_ASIDE_ENDS: Final = frozenset(_SIGN["aside_ends"])


def _is_hollow(text: str, at: int, end: int, words: Words | None) -> bool:
    """Whether at:end ends in words that only place (“开市时”), which are no part of another (“进度落后”)."""
    size = next((len(word) for word in _HOLLOW if text.endswith(word, at, end)), 0)
    inside = words is not None and size == 1 and not is_after(text, words, end)
    return size > 0 and not inside and not text.endswith(_INDICATORS, at, end)


def _timed(text: str, at: int, end: int, starts: dict[int, Time]) -> int:
    """Where a time begins that words which only place stand behind: “失业率|在去年年底的时候”; 0 without one."""
    size = next((len(word) for word in _HOLLOW if text.endswith(word, at, end)), 0)
    ended = (start for start in range(at + 1, end) if (time := starts.get(start)) and time.end + size >= end)
    return next((start - (text[start - 1] in _TIME_SIGNS) for start in ended), 0)


def _without_since(text: str, at: int, end: int, starts: dict[int, Time], words: Words | None) -> tuple[int, int]:
    """What at:end names without the time since when: “基础养老金|从今年1月1日起每人每月加20元”.

    What was done since is what is counted: “医院自2月29日起|接收患者|973人”.
    """
    cut = end
    for sign in SINCE_THEN if starts else ():
        since = text.rfind(sign, at + 1, end - 1)
        while since >= 0 and since + 1 not in starts:
            since = text.rfind(sign, at + 1, since)
        if since >= 0 and (cut == end or since > cut) and not _owns(text, starts[since + 1].end, end):
            cut = since
    if cut == end or words is None:
        return at, cut
    since = starts[cut + 1].end
    done, last = _behind_leads(text, since, end, starts, words), words.before(end)
    if last is None or last.sort != "noun" or text[done] == _EACH:
        return at, cut
    verb = words.before(last.start)
    acts = done == last.start and verb is not None and verb.start >= since and words.is_verbal(verb)
    return (done, end) if done < last.start or acts else (at, cut)


def _owns(text: str, at: int, end: int) -> bool:
    """Whether 的 stands at `at` with a noun up to `end` behind it: “全市|从2000年到2005年|的|成长率”."""
    return text[at : at + 1] == _OF and end - at > _SHORTEST_NOUN


def _behind_verbs(text: str, at: int, end: int, words: Words | None) -> int:
    """Where the verbs within at:end end, behind which stands what is measured."""
    for handled in _HANDLED.finditer(text, at, end):
        # “我们把成长率下修到3.9%”
        if (
            words is not None
            and not words.splits(handled.start())
            and not words.splits(handled.end())
            and end > handled.end() + 1
        ):
            at = handled.end()
    for verb in _MID_VERBS.finditer(text, at, end):
        # “我市实现利润总额”: what was achieved is measured; “实现率” is a noun.
        if end - verb.end() >= _SHORTEST_NOUN:
            at = verb.end() + text.startswith(_DONE, verb.end())
    return at


def _behind_leads(text: str, at: int, end: int, starts: dict[int, Time], words: Words | None) -> int:
    """Where the lead-ins, times and leading verbs that at:end begins with end."""
    if at < end and text[at] == _OF:
        # “20万元到50万元|的村”
        at += 1
    elif (ago := AGO.match(text, at, end)) and not (words is not None and words.splits(ago.end())):
        # “三个月|前|失业率为5.2%”
        at = ago.end()
    if text[at - 1 : at] == ":" and (stamp := _STAMP_END.match(text, at, end)):
        # “53:08 投标厂商”
        at = stamp.end()
    at = behind_event(text, at, end, words)
    while at < end:
        if text[at] in _BEFORE_HEAD and not (words is not None and words.splits(at + 1)):
            at += 1
        elif text[at] in _BEFORE_TIME_SIGNS and (size := _before_time(text, at, starts)):
            at += size
        elif text[at] in _TIME_SIGNS and (
            at + 1 in starts
            or (text[at + 1 : at + 2] == _QUOTE and at + 2 in starts)
            or text.startswith(_HOURS, at + 1)
        ):
            # “到‘十四五’末”
            at += 1
        elif ((time := starts.get(at)) is not None and time.end <= end) or (
            text[at] == _QUOTE and (time := starts.get(at + 1)) is not None and time.end <= end
        ):
            at = time.end + text.startswith((_OF, _WITHIN_YEARS), time.end)
            # “到昨天|为止”
            at += len(_UNTIL) * text.startswith(_UNTIL, at)
            # “今日|(7月2日)上午10时15分|潮高”
            at = clock.end() if (clock := _CLOCK_BEHIND.match(text, at, end)) else at
        elif text[at] == _CAN and words is not None and _may_do(text, at + 1, words):
            at += 1
        elif time is not None and time.end > end:
            # “今年|到现在是”: nothing but a time.
            at = end
        elif text[at] in _OPENING_SIGNS and (opening := _OPENING.match(text, at, end)):
            # “您刚才说|基层诊疗量占比”, “约|占到场人数的三分之一”
            at = opening.end()
        else:
            size = lead(text, at, end)
            if not size or (words is not None and words.splits(at + size)):
                break
            at = _behind_pointer(text, at + size, end, words)
    return at


def _before_time(text: str, at: int, starts: dict[int, Time]) -> int:
    """The length of the word at `at` that only leads to a time: “截止到|昨天|办成9件”; 0 without one."""
    return next((len(word) for word in _TO_TIME if text.startswith(word, at) and at + len(word) in starts), 0)


def _may_do(text: str, at: int, words: Words) -> bool:
    """Whether what can be done stands at `at`: “可|新增税收”, “可|年产3万吨”, but “可支配收入”."""
    done = words.starting(at)
    return done is not None and (text[at] == _YEAR or role_of(text[done.start : done.end]) == "give")


_CAN: Final[str] = _SIGN["can"]
_YEAR: Final[str] = read_tree("periods")["signs"]["year"]
_SHORT_QUOTE: Final = 2
_STAMP_END: Final = re.compile("[0-5][0-9] ")
_CLOCK_BEHIND: Final = re.compile(read_tree("periods")["tails"]["clock_behind"])


def _behind_pointer(text: str, at: int, end: int, words: Words | None) -> int:
    """Where what a lead-in that ends at `at` leaves over ends: 的 of “我们的”, 了 of “设立了”, 条 of “这条线路全长”."""
    if text[at : at + 1] in _LEFT_OVER and end - at > _SHORTEST_NOUN:
        return at + 1
    pointed = text[at - 1] in _POINTING and end - at > _SHORTEST_NOUN and is_unit(text, at, at + 1)
    # “该项目” points at no item.
    return at + 1 if pointed and not (words is not None and words.splits(at + 1)) else at


_ALTOGETHER: Final = re.compile(_SIGN["altogether"])

# How what narrows a phrase begins: verbs, speakers, 最, 因.
_SPEAKER: Final = re.compile(f"{one_of((*_SIGN['persons'], _SIGN['me']))}{_SIGN['speakers_next']}")
_CAUSING: Final = re.compile(f"{one_of(_SIGN['causing'])}(?<![{_SIGN['no_causing']}].)")
_NARROWERS: Final = (
    "causing",
    "mid_verbs",
    "handled",
    "persons",
    "superlatives",
    "because",
    "telling",
    "telling_days",
    "peaks",
)
_AMONG: Final = tuple(sorted(_SIGN["of_them"], key=len, reverse=True))
_DEMANDING: Final = tuple(_SIGN["demanding"])
_COPULAS: Final = tuple(_SIGN["copulas"])
_NARROWING: Final = re.compile(f"[{''.join(sorted({word[0] for name in _NARROWERS for word in _SIGN[name]}))}]")
_LEFT_OVER: Final = frozenset((_OF, _DONE))
_WITHIN_YEARS: Final[str] = _SIGN["within_years"]
_TIME_SIGNS: Final[str] = _SIGN["time_signs"]
_TO_TIME: Final = tuple(sorted(_SIGN["to_time"], key=len, reverse=True))
_BEFORE_TIME_SIGNS: Final = frozenset(word[0] for word in _TO_TIME)
_POINTING: Final[str] = _SIGN["pointing"]


def _only_a_number(text: str, at: int, end: int) -> bool:
    """“一公斤” in front of “掉到5元”."""
    run = RUN.match(text, at, end)
    return run is not None and is_unit(text, run.end(), end)
