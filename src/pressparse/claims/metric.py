"""Metrics: the measured property in the words of the sentence, before the number or behind it."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from pressparse.claims.numeral import LEADERS, RUN, RUN_FIRST
from pressparse.claims.period import Time
from pressparse.claims.phrase import Words
from pressparse.claims.unit import find_unit
from pressparse.lexicon import one_of, read_rows, read_tree, read_words

_TREE = read_tree("quantities")
_SIGN = _TREE["signs"]
_BASE = read_tree("periods")["base"]
_BREAKS = frozenset(_SIGN["breaks"]) - frozenset("“”·/-~ ")
_NP_END = re.compile(f"[{re.escape(''.join(sorted(_BREAKS)))}]")
_VERBS = frozenset(read_words("boundary_words", "verb"))
_TARGETS = read_words("head_words", "to")
_STOP = re.compile(one_of((*read_words("boundary_words"), *_TARGETS)))
_WHOLE_WORDS = frozenset(read_words("boundary_unless"))
_OF = read_tree("periods")["signs"]["of"]
_QUOTE, _QUOTE_END = _SIGN["quote"], _SIGN["quote_end"]
_LONGEST_NP = 40


def _suffixes() -> dict[str, tuple[str, str]]:
    """Every word that may stand between a metric and its number, with its role and what it says."""
    words = {row["word"]: (row["kind"], "") for row in read_rows("head_words")}
    words |= _productive_changes()
    words |= {row["word"]: ("change", row["way"]) for row in read_rows("change_words")}
    words |= {row["word"]: ("modifier", row["modifier"]) for row in read_rows("modifiers") if row["place"] == "before"}
    words |= dict.fromkeys(_SIGN["respectively"], ("each", ""))
    words |= dict.fromkeys(_BASE["year_on_year"], ("base", "yoy"))
    words |= dict.fromkeys(_BASE["month_on_month"], ("base", "mom"))
    words |= dict.fromkeys(_BASE["quarter_on_quarter"], ("base", "qoq"))
    words |= dict.fromkeys(_BASE["annual"], ("base", _BASE["annual"][0]))
    return words


def _productive_changes() -> dict[str, tuple[str, str]]:
    """“便宜了”, “少掉”, “多付”: changes by the way they are made."""
    stems = _TREE["change_stems"]
    words = {
        f"{stem}{tail}": ("change", way) for way in ("up", "down") for stem in stems[way] for tail in stems["tails"]
    }
    words |= {f"{head}{stem}": ("change", way) for head in stems["heads"] for stem, way in stems["headed"].items()}
    done = [f"{verb}{tail}" for verb in stems["done"] for tail in stems["done_tails"]]
    words |= {f"{stems['more']}{verb}": ("change", "up") for verb in done}
    return words | {f"{stems['less']}{verb}": ("change", "down") for verb in done}


_SUFFIXES = _suffixes()
# “年增3.1%” says both against what and which way.
_BASE_WAYS = {row["word"]: row["way"] for row in read_rows("change_words") if _SUFFIXES[row["word"]][0] == "base"}


def _sizes_by(last: int) -> dict[str, tuple[int, ...]]:
    sizes: dict[str, set[int]] = {}
    for word in _SUFFIXES:
        sizes.setdefault(word[last], set()).add(len(word))
    return {char: tuple(sorted(found, reverse=True)) for char, found in sizes.items()}


_SUFFIX_SIZES, _PREFIX_SIZES = _sizes_by(-1), _sizes_by(0)
_UNLESS: dict[str, str] = _TREE["head_unless"]


class _Suffix(NamedTuple):
    """A word between a metric and its number, what it does and says, and what it is no word of its own behind."""

    word: str
    role: str
    value: str
    unless: frozenset[str]


_BY_WORD = {word: _Suffix(word, *role, frozenset(_UNLESS.get(word, ""))) for word, role in _SUFFIXES.items()}
_NO_SUFFIX = _Suffix("", "", "", frozenset())
_CHANGES = frozenset(word for word, (role, _) in _SUFFIXES.items() if role == "change")
_COMPARE = tuple(_BASE["before"])
_COMPARE_PLAIN = tuple(_BASE["plain"])
_SINCE_THEN = tuple(_BASE["since_then"])
_EDGE = frozenset(_SIGN["breaks"] + _SIGN["list_words"]) - frozenset("“”《》()")
# What a head neither begins with nor tells anything by.
_BEFORE_HEAD = _EDGE | frozenset(f" {_QUOTE_END})")
_HOLLOW = tuple(_SIGN["hollow_ends"])
_HOLLOW_ENDS = frozenset(word[-1] for word in _HOLLOW)
_NO_NOUN = tuple(_SIGN["no_noun_ends"])
_INDICATORS = tuple(sorted(read_words("indicators"), key=len, reverse=True))
_NOMINAL = frozenset(_SIGN["nominal"])
_LEAD_SIGNS = frozenset(_SIGN["lead_signs"])
_MID_VERBS = re.compile(one_of(_SIGN["mid_verbs"]))
_HANDLED = re.compile(one_of(_SIGN["handled"]))
_TOPIC_ENDS = tuple(_SIGN["topic_ends"])
_ADJUNCTS = frozenset(_SIGN["from"])
_LEADS = frozenset(("adverb", "each", "base", "from", "compare"))
_STEADY = frozenset(_SIGN["steady"])
_LONE_VERBS = frozenset(_SIGN["lone_verbs"])
_DONE: str = _SIGN["no_noun_ends"][-1]


class Peel(NamedTuple):
    """What was found between a metric and its number, read from right to left.

    `end` is where the metric ends; `time` a time right before the number, `base_time` one that is compared with;
    `changed` the place of the word that says the change.
    """

    end: int
    modifier: str = ""
    change: str = ""
    base: str = ""
    each: bool = False
    origin: bool = False
    target: bool = False
    gave: bool = False
    steady: bool = False
    time: Time | None = None
    base_time: Time | None = None
    per: tuple[int, int] = (0, 0)
    comparative: bool = False
    changed: tuple[int, int] = (0, 0)


def peel(
    text: str, start: int, floor: int, times: dict[int, Time], words: Words | None = None, *, rank: bool = False
) -> Peel:
    """Strip modifiers, verbs of reaching, changes and comparisons off the left side of a number at `start`.

    `words` are those of its clause: nothing is stripped that begins inside one of them.
    """
    at = _before_space(text, start, floor) if text[start - 1] == " " else start
    modifier = change = base = ""
    gave = comparative = False
    roles: set[str] = set()
    per = changed = (0, 0)
    time: Time | None = None
    base_time: Time | None = None
    while at > floor:
        if (said := times.get(at)) is not None and said.start >= floor:
            at = _before_space(text, said.start, floor, _OPENING)
            compared = text.endswith(_COMPARE if said.same else _COMPARE_PLAIN, 0, at)
            since = change and not said.period.endswith("/") and text.endswith(_SINCE_THEN, 0, at)
            if compared or (change and text.endswith(_COMPARE, 0, at)) or said.same or since:
                base_time = said
            else:
                time = time or said
            continue
        word, role, value, _ = _suffix(text, at, floor, times, words)
        if word == _FAST and text[at - len(word) - 1] in _FAST_BEHIND:
            modifier, at = modifier or "nearly", at - len(word)
            continue
        if role == "modifier" and word in _BOTH and _COMPARING.search(text, floor, at):
            # “比预期高出2个百分点”: no more than two.
            role, value = "change", _BOTH[word]
        if not word:
            each_at = text.rfind(_EVERY, max(at - _LONGEST_PER, floor + 2), at)
            if each_at <= 0 or per[1] or not _is_unit(text, each_at + 1, at):
                break
            per, at = (each_at, at), each_at
            continue
        if role in _ENDING or (role == "compare" and (base_time is None or "from" in roles)):
            gave = role == "give" and not change
            break
        if role == "change":
            plain = word.removesuffix(_DONE)
            compared = plain in _COMPARATIVE and _COMPARING.search(text, floor, at) is not None
            if change or "to" in roles or (word in _COMPARATIVE and not compared):
                break
            change, changed = value, (at - len(word), at)
            comparative = compared
        elif role == "modifier":
            if word == _UP and text[at] not in LEADERS:
                break
            modifier = modifier or value
        elif role == "base":
            base = base or value
            change = change or _BASE_WAYS.get(word, "")
        roles.add(role if word not in _STEADY else "steady")
        at -= len(word)
        if word in _ARRIVALS and (size := _verb_of_arrival(text, at, floor, words)):
            roles.add("to")
            at -= size
        if text[at - 1] in _GAP:
            at = _before_space(text, at, floor, _GAP)
    if comparative and base_time is None and not base and not _EARLIER.search(text, floor, start):
        # “比全国高0.3个百分点” compares two things at one time.
        change = ""
    each, origin, target, steady = "each" in roles, "from" in roles, "to" in roles, "steady" in roles
    change = "" if rank else change
    return Peel(
        at, modifier, change, base, each, origin, target, gave, steady, time, base_time, per, comparative, changed
    )


def _before_space(text: str, at: int, floor: int, signs: str = " ") -> int:
    """Where what stands before `at` ends, the given signs left out."""
    while at > floor and text[at - 1] in signs:
        at -= 1
    return at


_OPENING, _GAP = f" {_QUOTE}", " —"


def words_before(text: str, start: int, end: int, words: Words) -> Iterator[tuple[str, int, int]]:
    """The words between a metric that ends at `end` and its number, from right to left, as role, start and end."""
    at = start
    while at > end:
        word, role, _, _ = _suffix(text, at, end, _NO_TIMES, words)
        if word:
            yield role, at - len(word), at
            if word in _BASE_WAYS:
                yield "change", at - len(word), at
        at -= max(len(word), 1)


# “比今年多2.8亿元”, “比全国平均水平高0.3个百分点”: these are changes only where something is compared.
_COMPARATIVE = frozenset(_SIGN["comparative"])
_COMPARING = re.compile(_SIGN["comparing"])
_BOTH = {row["word"]: row["way"] for row in read_rows("change_words") if _SUFFIXES[row["word"]][0] == "modifier"}
_FAST, _FAST_BEHIND = _TREE["change_stems"]["fast"], frozenset(_TREE["change_stems"]["fast_behind"])
_EARLIER = re.compile(_SIGN["earlier"])
_UP: str = _SIGN["up"]


def _is_unit(text: str, start: int, end: int) -> bool:
    """Whether start:end is a unit, as in “每支”, “每平方米” in front of a price."""
    unit = find_unit(text, start)
    return unit is not None and unit[1] == end


_EVERY: str = _SIGN["every"]
_LONGEST_PER = 5


def _verb_of_arrival(text: str, at: int, floor: int, words: Words | None) -> int:
    """The length of the verb in front of 至 or 到 (“上修至4.45%”, “做到513亿元”); 0 where a noun stands there."""
    if at - floor <= _SHORTEST_NOUN or text[at - 1] in _EDGE or text.endswith(_INDICATORS, floor, at):
        return 0
    word = words.before(at) if words is not None else None
    return word.end - word.start if word is not None and word.sort != "noun" and word.start >= floor else 0


_NO_TIMES: dict[int, Time] = {}
_ARRIVALS = frozenset(_SIGN["join_word"])
_BOUNDLESS = frozenset(("change", "base"))
_ENDING = frozenset(("give", "adverb"))
_SHORTEST_NOUN = 2


def _suffix(text: str, at: int, floor: int, times: dict[int, Time] = _NO_TIMES, words: Words | None = None) -> _Suffix:
    for size in _SUFFIX_SIZES.get(text[at - 1], ()):
        start = at - size
        if start >= floor:
            found = _BY_WORD.get(text[start:at])
            # “比去年少”: a time is no part of “年少”.
            if found is None or (start not in times and text[start - 1] in found.unless):
                continue
            # “业界估计有”: 计有 begins inside a word.
            if words is None or start == floor or start in times or not words.splits(start):
                return found
            if (found.role == "modifier" and size == 1) or (found.role in _BOUNDLESS and size > 1):
                # “月租约830元”, “拉长了6天”: such a sign in front of a number, or such a verb, is one.
                return found
    return _NO_SUFFIX


def head(
    text: str, floor: int, end: int, starts: dict[int, Time], words: Words | None = None, *, torn: bool = False
) -> tuple[int, int]:
    """What is left of floor:end as a noun phrase, without lead-ins, times and leading verbs; empty as (end, end).

    `torn` says that a change was read off the end of a longer verb: 长了 of 拉长了.
    """
    at = floor
    while end > at and text[end - 1] in _EDGE:
        end -= 1
    if words is not None:
        end = max(words.trim(end, torn=torn), at)
    while at < end:
        if text[at] in _BEFORE_HEAD and not (words is not None and words.splits(at + 1)):
            at += 1
        elif ((time := starts.get(at)) is not None and time.end <= end) or (
            text[at] == _QUOTE and (time := starts.get(at + 1)) is not None and time.end <= end
        ):
            at = time.end + text.startswith(_OF, time.end)
        else:
            size = _lead(text, at, end)
            if not size or (words is not None and words.splits(at + size)):
                break
            at += size
    for start in starts.keys() & set(range(at + _SHORTEST_NOUN, end)) if starts else ():
        if text[start - 1] in _SINCE_THEN:
            # “基础养老金从今年1月1日起每人每月加20元”
            end = start - 1
    opened = text.rfind("(", at, end)
    if opened >= 0 and text.find(")", opened, end) < 0:
        at = opened + 1
    if (closed := text.count(_QUOTE_END, at, end)) and closed > text.count(_QUOTE, at, end):
        at = text.find(_QUOTE_END, at, end) + 1
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
    if text.endswith(_HOLLOW, at, end):
        # “碳价由开市时的每吨48元”
        end = max((text.rfind(sign, at + 1, end) for sign in _ADJUNCTS), default=at)
    if end <= at or text[at:end] in _LONE_VERBS or _only_a_number(text, at, end):
        return end, end
    return at, end


def _only_a_number(text: str, at: int, end: int) -> bool:
    """“一公斤” in front of “掉到5元”."""
    run = RUN.match(text, at, end)
    return run is not None and _is_unit(text, run.end(), end)


def _lead(text: str, at: int, end: int) -> int:
    for size in _PREFIX_SIZES.get(text[at], ()):
        found = _BY_WORD.get(text[at : at + size])
        if found is None or at + size > end or (size == 1 and _whole(text, at)):
            continue
        word, role, _, _ = found
        if role in _LEADS or word in _LEAD_SIGNS or (role == "reach" and size > 1):
            return size
        if role == "give" and end - at - size >= _SHORTEST_NOUN and word not in _NOMINAL:
            return size
    return 0


class Behind(NamedTuple):
    """A noun phrase right behind a number: `led` by 的, or a lone `verb` (“6700万人受益”)."""

    start: int
    end: int
    led: bool = False
    verb: bool = False


NOTHING_BEHIND = Behind(0, 0)


def behind(text: str, at: int, limit: int, words: Words, *, shared: bool = False) -> Behind:
    """The noun phrase right behind a number; empty when a function word or a break stands there.

    `shared` says that the phrase may run into another number, whose metric the end of it is then:
    “17家企业收入增幅超过20%”.
    """
    limit = min(limit, at + _LONGEST_NP)
    while at < limit and text[at] == " ":
        at += 1
    follower = text[at : at + 1]
    if follower in _BREAKS or (at >= limit and follower != _OF):
        return NOTHING_BEHIND
    if follower in _AGO_NEXT:
        for word in _AGO:
            if text.startswith(word, at) and at + len(word) < limit:
                at += len(word) - word.endswith(_OF)
                break
    led = text.startswith(_OF, at)
    if led:
        at += 1
    search = at
    if follower == _QUOTE or (led and text.startswith(_QUOTE, at)):
        search = max(text.find(_QUOTE_END, at, limit), at)
    if end := _NP_END.search(text, search, limit):
        limit = gloss.end() if (gloss := _GLOSS.match(text, end.start(), limit)) and end.start() > at else end.start()
    stop = _stop(text, search, limit, words)
    if stop is not None and stop.start() == at and stop[0] in _VERBS:
        if stop.end() >= limit:
            return Behind(at, at if stop[0] in _CHANGES else limit, led, verb=True)
        stop = None if text.startswith(_FUNCTIONS, stop.end()) else _stop(text, stop.end(), limit, words)
    end_at = stop.start() if stop else limit
    while end_at > at and (text[end_at - 1] in _EDGE or text[end_at - 1] == _OF):
        end_at -= 1
    if text.endswith(_NO_NOUN, at, end_at) or text[at:end_at] in _CHANGES:
        return Behind(at, at, led)
    if not led and end_at - at <= 2 and stop is not None and stop[0] == _DONE and end_at == stop.start():
        # “1280所配了心理教师”: what is done with the things counted is behind its verb.
        rest = _stop(text, stop.end(), limit, words)
        return Behind(stop.end(), rest.start() if rest else limit)
    if shared and end_at > at:
        end_at = _without_indicator(text, at, end_at, words)
    return Behind(at, max(end_at, at), led)


def _without_indicator(text: str, start: int, end: int, words: Words) -> int:
    """Where what is counted ends when what is measured of it follows: “企业” of “企业收入增幅”."""
    cut = end
    while (word := words.before(cut)) is not None and word.start > start and text[word.start : cut] in _MEASURED:
        cut = word.start
    return cut


_MEASURED = frozenset((*_INDICATORS, *_SIGN["rates"], *_CHANGES))
_FUNCTIONS = tuple(read_words("boundary_words", "function"))
# “13个县(市、区)”: a short gloss that is a part of the name.
_GLOSS = re.compile(r"\([^()0-9,。;:]{1,8}\)")


def _stop(text: str, start: int, limit: int, words: Words, *, topic: bool = False) -> re.Match[str] | None:
    """The first boundary word of a stretch: none that is a part of another word (用 of 用户), or joins two nouns.

    In a `topic`, which holds no number, it may join two qualities too (危殆及危急).
    """
    for stop in _STOP.finditer(text, start, limit):
        at = stop.start()
        if len(stop[0]) == 1 and (_whole(text, at) or (at > start and text[at - 1 : at + 1] in _WHOLE_WORDS)):
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


_RATE_ENDS = tuple(_SIGN["rates"])
_LINKS = frozenset(_SIGN["links"])
_WHICH: str = _SIGN["which"]  # “所占比例”


def _whole(text: str, at: int) -> bool:
    return text[at : at + 2] in _WHOLE_WORDS or text[at : at + 3] in _WHOLE_WORDS


_AGO = tuple(_SIGN["ago_of"])
_AGO_NEXT = frozenset(word[0] for word in _AGO)


def change_at_end(phrase: str) -> str:
    """Which way a noun phrase goes that ends with a change (“高速增长”); "" for others."""
    for size in _SUFFIX_SIZES.get(phrase[-1:], ()):
        found = _BY_WORD.get(phrase[-size:])
        if found is not None and found.role == "change" and size > 1:
            return found.value
    return ""


def role_of(word: str) -> str:
    """What a word between a metric and its number does there; "" when it is none."""
    return _SUFFIXES.get(word, ("",))[0]


def is_function(text: str) -> bool:
    """Whether a phrase is nothing but a verb of reaching or a function word (“稳定在”)."""
    return text in _SUFFIXES


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
    end -= next((len(word) for word in _TOPIC_ENDS if text.endswith(word, start, end)), 0)
    at, end = head(text, start, end, starts, words)
    stop = _stop(text, at, end, words, topic=True)
    number = RUN.search(text, at, end)
    end = words.subject(at, stop.start() if stop else end)
    return at, min(end, number.start() if number else end)
