"""Metrics: the measured property in the words of the sentence, before the number or behind it."""

import re
from typing import Final, NamedTuple

from pressparse.claims.link import CHANGES, LINKS
from pressparse.claims.numeral import RUN, RUN_FIRST
from pressparse.claims.peel import EDGE, SINCE_THEN
from pressparse.claims.period import Time
from pressparse.claims.phrase import Words
from pressparse.claims.unit import is_unit, sizes_by_first, sizes_by_last
from pressparse.lexicon import by_first, one_of, read_tree, read_words

_SIGN: Final = read_tree("quantities")["signs"]
_BREAKS: Final = frozenset(_SIGN["breaks"]) - frozenset("“”·/-~ ")
_NP_END: Final = re.compile(f"[{re.escape(''.join(sorted(_BREAKS)))}]")
_VERBS: Final = frozenset(read_words("boundary_words", "verb"))
_TARGETS: Final = tuple(word for word, link in LINKS.items() if link.role == "to")
_STOP: Final = re.compile(by_first((*read_words("boundary_words"), *_TARGETS)))
_WHOLE_WORDS: Final = frozenset(read_words("boundary_unless"))
_OF: Final[str] = read_tree("periods")["signs"]["of"]
_QUOTE: Final = _SIGN["quote"]
_QUOTE_END: Final = _SIGN["quote_end"]
_LONGEST_NP: Final = 40
# What a head neither begins with nor tells anything by.
_BEFORE_HEAD: Final = EDGE | frozenset(f" {_QUOTE_END})")
_HOLLOW: Final = tuple(_SIGN["hollow_ends"])
_EXTREME: Final = re.compile(_SIGN["extreme_times"])
_HOLLOW_ENDS: Final = frozenset(word[-1] for word in _HOLLOW)
_NO_NOUN: Final = tuple(_SIGN["no_noun_ends"])
_INDICATORS: Final = tuple(sorted(read_words("indicators"), key=len, reverse=True))
_NOMINAL: Final = frozenset(_SIGN["nominal"])
_LEAD_SIGNS: Final = frozenset(_SIGN["lead_signs"])
_AT_END: Final = tuple(sorted(_SIGN["mid_verbs"], key=len, reverse=True))
_MID_VERBS: Final = re.compile(one_of(_SIGN["mid_verbs"]))
_HANDLED: Final = re.compile(one_of(_SIGN["handled"]))
# How these begin.
_VERB_SIGNS: Final = re.compile(f"[{''.join({word[0] for word in (*_SIGN['mid_verbs'], *_SIGN['handled'])})}]")
_TOPIC_ENDS: Final = tuple(_SIGN["topic_ends"])
_ADJUNCTS: Final = frozenset(_SIGN["from"])
_LEADS: Final = frozenset(("adverb", "each", "base", "from", "compare"))
_WANTING: Final[str] = _SIGN["wanting"]
_LONE_VERBS: Final = frozenset(_SIGN["lone_verbs"])
_DONE: Final[str] = _SIGN["no_noun_ends"][-1]
_SHORTEST_NOUN: Final = 2


def head(
    text: str, floor: int, end: int, starts: dict[int, Time], words: Words | None = None, *, torn: bool = False
) -> tuple[int, int]:
    """What is left of floor:end as a noun phrase, without lead-ins, times and leading verbs; empty as (end, end).

    `torn` says that a change was read off the end of a longer verb: 长了 of 拉长了.
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
    if end - at > _SHORTEST_NOUN:
        end = _without_since(text, at, end, starts)
    opened = text.rfind("(", at, end)
    if opened >= 0 and text.find(")", opened, end) < 0:
        at = opened + 1
    if (closed := text.count(_QUOTE_END, at, end)) and closed > text.count(_QUOTE, at, end):
        at = text.find(_QUOTE_END, at, end) + 1
    if end > at and text.endswith(_AT_END, at, end):
        # “出口实现12%的增长”
        end -= next(len(word) for word in _AT_END if text.endswith(word, at, end))
    if _VERB_SIGNS.search(text, at, end):
        at = _behind_verbs(text, at, end, words)
    if end > at and (peak := _EXTREME.search(text, at, end)):
        # “集中度|最高的时候”
        end = peak.start()
    elif end > at and text[end - 1] in _HOLLOW_ENDS and _is_hollow(text, at, end, words):
        # “碳价由开市时的每吨48元”
        end = max(at, *(text.rfind(sign, at + 1, end) for sign in _ADJUNCTS))
    if end <= at or text[at:end] in _LONE_VERBS or (text[at] in RUN_FIRST and _only_a_number(text, at, end)):
        return end, end
    return at, end


def _is_hollow(text: str, at: int, end: int, words: Words | None) -> bool:
    """Whether at:end ends in words that only place (“开市时”), which are no part of another (“进度落后”)."""
    size = next((len(word) for word in _HOLLOW if text.endswith(word, at, end)), 0)
    inside = words is not None and size == 1 and words.splits(end - size)
    return size > 0 and not inside and not text.endswith(_INDICATORS, at, end)


def _without_since(text: str, at: int, end: int, starts: dict[int, Time]) -> int:
    """Where at:end ends without the time since when: “基础养老金|从今年1月1日起每人每月加20元”."""
    cut = end
    for sign in SINCE_THEN if starts else ():
        since = text.rfind(sign, at + 1, end - 1)
        while since >= 0 and since + 1 not in starts:
            since = text.rfind(sign, at + 1, since)
        if since >= 0 and (cut == end or since > cut):
            cut = since
    return cut


def without_times(
    text: str, pieces: tuple[tuple[int, int], ...], times: tuple[Time, ...], words: Words
) -> tuple[tuple[int, int], ...]:
    """A metric without the time in the middle of it, and without what follows that when it is no noun.

    “财政储备|在3月31日预计”, “钢铁行业|去年|利润”.
    """
    start, end = pieces[0]
    inside = next((time for time in times if start < time.start and time.end <= end), None)
    if inside is None or text[inside.start] == _WHOLE_OF or text[inside.start - 1] in _BREAKS:
        # “覆盖全年敞口”, “成为新地标、2024年游客量”
        return pieces
    cut = inside.start
    if (word := words.before(cut)) is not None and word.sort == "verb" and word.end - word.start > 1:
        # “旅客吞吐量|回到|2019年”
        cut = word.start
    while cut > start and (text[cut - 1] in _TIME_SIGNS or text[cut - 1] in EDGE):
        cut -= 1
    rest = inside.end + text.startswith(_OF, inside.end)
    if cut - start < _SHORTEST_NOUN or words.sort(start, cut) != "noun":
        return pieces
    named = end - rest >= _SHORTEST_NOUN and words.sort(rest, end) == "noun"
    # “12369热线|今年|接到举报”, but “财政储备|在3月31日|预计”
    acted = end - rest > _SHORTEST_NOUN + 1 and words.sort(rest, rest + _SHORTEST_NOUN) == "verb"
    if not named and not acted:
        return ((start, cut), *pieces[1:])
    return ((start, cut), (rest, end), *pieces[1:])


_WITHIN_YEARS: Final[str] = _SIGN["within_years"]
_WHOLE_OF: Final[str] = _SIGN["whole_scope"]
_TIME_SIGNS: Final[str] = _SIGN["time_signs"]


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
            at = verb.end()
    return at


def _behind_leads(text: str, at: int, end: int, starts: dict[int, Time], words: Words | None) -> int:
    """Where the lead-ins, times and leading verbs that at:end begins with end."""
    if at < end and text[at] == _OF:
        # “20万元到50万元|的村”
        at += 1
    while at < end:
        if text[at] in _BEFORE_HEAD and not (words is not None and words.splits(at + 1)):
            at += 1
        elif text[at] in _TIME_SIGNS and (at + 1 in starts or (text[at + 1 : at + 2] == _QUOTE and at + 2 in starts)):
            # “到‘十四五’末”
            at += 1
        elif ((time := starts.get(at)) is not None and time.end <= end) or (
            text[at] == _QUOTE and (time := starts.get(at + 1)) is not None and time.end <= end
        ):
            at = time.end + text.startswith((_OF, _WITHIN_YEARS), time.end)
        else:
            size = _lead(text, at, end)
            if not size or (words is not None and words.splits(at + size)):
                break
            at = _behind_pointer(text, at + size, end, words)
    return at


def _behind_pointer(text: str, at: int, end: int, words: Words | None) -> int:
    """Where what a lead-in that ends at `at` leaves over ends: 的 of “我们的”, 了 of “设立了”, 条 of “这条线路全长”."""
    if text[at : at + 1] in _LEFT_OVER and end - at > _SHORTEST_NOUN:
        return at + 1
    pointed = text[at - 1] in _POINTING and end - at > _SHORTEST_NOUN and is_unit(text, at, at + 1)
    # “该项目” points at no item.
    return at + 1 if pointed and not (words is not None and words.splits(at + 1)) else at


_LEFT_OVER: Final = frozenset((_OF, _DONE))
_POINTING: Final[str] = _SIGN["pointing"]


def _only_a_number(text: str, at: int, end: int) -> bool:
    """“一公斤” in front of “掉到5元”."""
    run = RUN.match(text, at, end)
    return run is not None and is_unit(text, run.end(), end)


def _lead(text: str, at: int, end: int) -> int:
    """The length of the word at `at` that leads in a phrase which ends at `end`; 0 when none does."""
    for size in _LEAD_SIZES.get(text[at], ()):
        word = text[at : at + size]
        if word not in _LEADING or at + size > end or (size == 1 and _whole(text, at)):
            continue
        rest = end - at - size
        if (_LEADING[word] and not (rest == 1 and text[end - 1] in _RATE_SIGNS)) or rest >= _SHORTEST_NOUN:
            # “达成率”
            return size
    return 0


def _leading() -> dict[str, bool]:
    """The words that may lead in a phrase, and whether they do so before what is no noun too."""
    words: dict[str, bool] = {}
    for word, role, _, _ in LINKS.values():
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


class Behind(NamedTuple):
    """A noun phrase right behind a number: `led` by 的, or a lone `verb` (“6700万人受益”)."""

    start: int
    end: int
    led: bool = False
    verb: bool = False


NOTHING_BEHIND: Final = Behind(0, 0)


def behind(text: str, at: int, limit: int, words: Words, *, shared: bool = False) -> Behind:
    """The noun phrase right behind a number; empty when a function word or a break stands there.

    `shared` says that the phrase may run into another number, whose metric the end of it is then:
    “17家企业收入增幅超过20%”.
    """
    if text[at : at + 1] in _BREAKS:
        return NOTHING_BEHIND
    limit = min(limit, at + _LONGEST_NP)
    while at < limit and text[at] == " ":
        at += 1
    follower = text[at : at + 1]
    if follower in _BREAKS or (at >= limit and follower != _OF):
        return NOTHING_BEHIND
    at, led = _begin(text, at, limit, words)
    search = at
    if follower == _QUOTE or (led and text.startswith(_QUOTE, at)):
        search = max(text.find(_QUOTE_END, at, limit), at)
    if end := _NP_END.search(text, search, limit):
        limit = gloss.end() if (gloss := _GLOSS.match(text, end.start(), limit)) and end.start() > at else end.start()
    stop = _stop(text, search, limit, words)
    if stop is not None and stop.start() == at and stop[0] in _VERBS:
        if stop.end() >= limit:
            return Behind(at, at if stop[0] in CHANGES else limit, led, verb=True)
        if led and text.startswith(_COPULAS, stop.end()):
            # “保持4%上下的增长|是有条件的”
            return Behind(at, stop.end(), led)
        stop = None if text.startswith(_FUNCTIONS, stop.end()) else _stop(text, stop.end(), limit, words)
    end_at = stop.start() if stop else limit
    while end_at > at and (text[end_at - 1] in EDGE or text[end_at - 1] == _OF):
        end_at -= 1
    if text.endswith(_NO_NOUN, at, end_at) or text[at:end_at] in CHANGES:
        return Behind(at, at, led)
    if stop is not None and stop[0] == _DONE and end_at == stop.start():
        if not led and end_at - at <= _SHORTEST_NOUN:
            # “1280所配了心理教师”: what is done with the things counted is behind its verb.
            rest = _stop(text, stop.end(), limit, words)
            return Behind(stop.end(), rest.start() if rest else limit)
        # “3.6万名困难群众|解决了取暖问题”
        word = words.before(end_at)
        end_at = word.start if word is not None and word.start - at >= _SHORTEST_NOUN else end_at
    if shared and end_at > at:
        end_at = _without_indicator(text, at, end_at, words)
    return Behind(at, max(end_at, at), led)


def _begin(text: str, at: int, limit: int, words: Words) -> tuple[int, bool]:
    """Where the phrase behind a number begins, and whether 的 leads it: “3年前|的规模”, “35亿元来|支持小微企业”."""
    if text[at : at + 1] in _AGO_NEXT:
        for word in _AGO:
            if text.startswith(word, at) and at + len(word) < limit:
                at += len(word) - word.endswith(_OF)
                break
    if text.startswith(_OF, at):
        return at + 1, True
    aimed = text.startswith(_PURPOSE, at) and limit - at > _SHORTEST_NOUN and not words.splits(at + 1)
    return (at + 1 if aimed else at), False


def _without_indicator(text: str, start: int, end: int, words: Words) -> int:
    """Where what is counted ends when what is measured of it follows: “企业” of “企业收入增幅”."""
    cut = end
    while size := _measured_before(text, start, cut):
        if words.splits(cut - size):
            break
        cut -= size
    return cut


def _measured_before(text: str, start: int, end: int) -> int:
    """The length of the longest word behind `start` that ends at `end` and says what is measured; 0 without one."""
    for size in _MEASURED_SIZES.get(text[end - 1], ()):
        if start < end - size and text[end - size : end] in _MEASURED:
            return size
    return 0


_MEASURED: Final = frozenset((*_INDICATORS, *_SIGN["rates"], *CHANGES))
# There are hundreds: only those with the right last sign are looked at.
_MEASURED_SIZES: Final = sizes_by_last(_MEASURED)
_COPULAS: Final = tuple(_SIGN["copulas"])
_FUNCTIONS: Final = tuple(read_words("boundary_words", "function"))
# “13个县(市、区)”: a short gloss that is a part of the name.
_GLOSS: Final = re.compile(r"\([^()0-9,。;:]{1,8}\)")


def _stop(text: str, start: int, limit: int, words: Words, *, topic: bool = False) -> re.Match[str] | None:
    """The first boundary word of a stretch: none that is a part of another word (用 of 用户), or joins two nouns.

    In a `topic`, which holds no number, it may join two qualities too (危殆及危急).
    """
    for stop in _STOP.finditer(text, start, limit):
        at = stop.start()
        if len(stop[0]) == 1 and (_whole(text, at) or (at > start and text[at - 1 : at + 1] in _WHOLE_WORDS)):
            continue
        if stop.end() == limit and stop[0] == _MEETING:
            # “168场配对会”
            continue
        if topic and (text[at - 1] == _OF or text.endswith(_RATE_ENDS, start, limit)):
            # “病人的平均等候时间”, “医疗开支占经常开支的比例”
            continue
        if (
            text[at - 1] == _WHICH
            or words.splits(at)
            or words.splits(stop.end())
            or (len(stop[0]) == 1 and words.is_unknown(at))
        ):
            continue
        after = stop.end()
        if stop[0] in _LINKS and start < at and after < limit and text[after] not in RUN_FIRST:
            sort = words.sort(after, min(after + _SHORTEST_NOUN, limit))
            if sort == "noun" or (topic and sort == "verb"):
                # “147个国家和地区”
                continue
        return stop
    return None


_RATE_ENDS: Final = tuple(_SIGN["rates"])
_LINKS: Final = frozenset(_SIGN["links"])
_MEETING: Final[str] = _SIGN["meeting"]
_WHICH: Final[str] = _SIGN["which"]  # “所占比例”


def _whole(text: str, at: int) -> bool:
    return text[at : at + 2] in _WHOLE_WORDS or text[at : at + 3] in _WHOLE_WORDS


_PURPOSE: Final[str] = _SIGN["purpose"]
_AGO: Final = tuple(_SIGN["ago_of"])
_AGO_NEXT: Final = frozenset(word[0] for word in _AGO)


def clause_behind(text: str, at: int, limit: int) -> tuple[int, int]:
    """The rest of the clause behind a number, without the verbs and function words that open it."""
    if end := _NP_END.search(text, at, limit):
        limit = end.start()
    at += text.startswith(_OF, at)
    begin = at
    while at < limit and (stop := _STOP.match(text, at)) and not (len(stop[0]) == 1 and _whole(text, at)):
        at = stop.end()
    return (at, limit) if at < limit else (begin, limit)


def first_phrase(text: str, start: int, end: int, starts: dict[int, Time]) -> tuple[int, int]:
    """The subject of a clause without a number of its own: up to its first verb; empty when it has none."""
    words = Words(text, start, end)
    if size := next((len(word) for word in _TOPIC_ENDS if text.endswith(word, start, end)), 0):
        # “人员|的部分”
        end -= size + (text[end - size - 1] == _OF)
    limit = end
    at, end = head(text, start, limit, starts, words)
    if at == end and (number := RUN.search(text, start + 1, limit)):
        # “免费通行是2月9日零时到2月17日24时”
        at, end = head(text, start, number.start(), starts, words)
    stop = _stop(text, at, end, words, topic=True)
    number = RUN.search(text, at, end)
    if number is not None and number[0] == _ONE and is_unit(text, number.end(), number.end() + 1):
        # “有|一个部会的业务费”
        at = number.start() if text[at : number.start()] == _THERE_IS else at
        number = RUN.search(text, number.end(), end)
    end = words.subject(at, stop.start() if stop else end)
    return at, min(end, number.start() if number else end)


_ONE: Final[str] = _SIGN["one"]
_THERE_IS: Final[str] = _SIGN["there_is"]
