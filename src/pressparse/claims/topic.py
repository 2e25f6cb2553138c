"""Topics: the subject of a clause that has no number of its own."""

import re
from typing import Final

from pressparse.claims.kind import COUNT
from pressparse.claims.layout import Layout
from pressparse.claims.link import change_at_end, role_of
from pressparse.claims.metric import head
from pressparse.claims.moment import Time
from pressparse.claims.numeral import RUN, RUN_FIRST
from pressparse.claims.phrase import Words
from pressparse.claims.stop import ends_whole, find_stop
from pressparse.claims.unit import find_unit
from pressparse.lexicon import read_tree
from pressparse.text.tag import is_set_phrase

_SIGN: Final = read_tree("quantities")["signs"]
_OF: Final[str] = read_tree("periods")["signs"]["of"]
_NEXT_ARE: Final = re.compile(_SIGN["next_are"])
_TOPIC_ENDS: Final = tuple(_SIGN["topic_ends"])
_TOPIC_NOUNS: Final = tuple(_SIGN["topic_nouns"])
_SHORTEST_TOPIC: Final = 2
_LONGEST_TOPIC: Final = 4
_DONE: Final[str] = _SIGN["no_noun_ends"][-1]
_WITHIN_SPAN: Final = re.compile(_SIGN["within_span"])
_PRESENTED: Final = re.compile(_SIGN["presented"])
_CONTRAST: Final = re.compile(_SIGN["contrast"])
_HOW_MANY: Final = re.compile(_SIGN["how_many"])
_TOPIC_MARK: Final[str] = _SIGN["topic_mark"]
_ASKING: Final[str] = _SIGN["asking"]
_STOPS: Final[str] = _SIGN["stops"]
_STOPS_AND_SPACE: Final = f"{_STOPS} "
_CLAUSE: Final[str] = _SIGN["clause"]
_PERSONS: Final = frozenset(_SIGN["persons"])
_REACHING: Final = frozenset(("to", "reach", "may"))


def first_phrase(text: str, start: int, end: int, starts: dict[int, Time]) -> tuple[int, int]:
    """The subject of a clause without a number of its own: up to its first verb; empty when it has none."""
    words = Words(text, start, end)
    limit = end
    if share := _SHARE_OF.search(text, start, end):
        # “渔业占产值的比重|逐年下降”
        end = share.end()
    start, end, shown = _unframed(text, start, end, words)
    short = end < limit and _SHORTEST_TOPIC <= end - start <= _LONGEST_TOPIC and start not in starts
    if short and words.sort(start, end) != "light":
        # “死亡|的部分”
        return start, end - (text[end - 1] == _OF)
    end = _before_modal(text, start, end, words)
    at, end = _headed(text, start, end, starts, words)
    stop = find_stop(text, at, end, words, topic=True)
    while stop is not None and stop.word in _PERSONS and words.sort(stop.end, end) == "noun":
        # “主计总处对于我们|住宅持有率”
        at = stop.end
        stop = find_stop(text, at, end, words, topic=True)
    if stop is not None and stop.start == at and words.sort(stop.end, min(stop.end + 2, end)) == "noun":
        # “报名人数”
        stop = find_stop(text, stop.end, end, words, topic=True)
    if stop is not None and (owned := _owned(text, stop.end, end, words)):
        # “地震造成的|校舍损失,已增加到2亿元”
        return owned, end
    done = stop is not None and stop.word == _DONE and _STEADILY.match(text, stop.end) is None
    if stop is not None and done and _is_object(text, words, at, stop.start, stop.end, end):
        # “昨天新确认了|本土病例”
        return stop.end, end
    at, limit = _before_number(text, at, end, starts, words)
    end = stop.start if stop else end
    end = min(end if shown or ends_whole(text, at, end) else words.subject(at, end), limit)
    if end > at and text[end - 1] == _OF and (word := words.before(end - 1)) is not None and word.sort == "noun":
        # “城乡居民|的低一些”
        end -= 1
    # “2013年|增加到|4亿,2014年增加到5亿” names nothing.
    return (end, end) if role_of(text[at:end]) in _REACHING else (at, end)


def _before_modal(text: str, start: int, end: int, words: Words) -> int:
    """Where the subject of a clause ends that says what will be: “卖地收入|将创新高”; `end` for other clauses."""
    for word in _MODALS:
        at = text.find(word, start + _SHORTEST_TOPIC, end)
        apart = at > 0 and not words.splits(at) and not words.splits(at + len(word))
        if apart and words.sort(start, at) == "noun" and words.subject(start, at) == at:
            return at
    return end


_SHARE_OF: Final = re.compile(_SIGN["share_of"])
_IN: Final[str] = _SIGN["in_field"]
_UP_TO: Final = tuple(_SIGN["up_to"])
# “GMV实现了|持续高速增长”
_STEADILY: Final = re.compile(_SIGN["steadily"])
_MODALS: Final = tuple(_SIGN["will_be"])


def listed_ahead(text: str, start: int, end: int) -> tuple[int, int] | None:
    """What a clause lists as next in order: “其次为|日本及韩国各地”; None where it lists nothing.

    >>> listed_ahead("其次为日本及韩国各地,分别占", 0, 10), listed_ahead("其次要看日本", 0, 6)
    ((3, 10), None)
    """
    led = _NEXT_ARE.match(text, start, end)
    return (led.end(), end) if led and led.end() < end else None


def _unframed(text: str, start: int, end: int, words: Words) -> tuple[int, int, bool]:
    """A clause without what only presents its subject, and whether something did: “再来是|文旦”, “急诊召唤|方面”."""
    named = text.endswith(_TOPIC_NOUNS, start, end)
    if size := next((len(word) for word in _TOPIC_ENDS if text.endswith(word, start, end)), 0):
        # “人员|的部分”
        end -= size + (text[end - size - 1] == _OF)
        # “在|毒品|部分”
        start += text[start] == _IN and end - start > _SHORTEST_TOPIC
    if told := _CONTRAST.search(text, start, end):
        # “离退休的|低一些”
        end = told.start()
    shown = _PRESENTED.match(text, start, end)
    if shown and words.sort(shown.end(), end) != "light":
        # “发案最多的是|刷单返利”, “跌幅较大的罪案有|扒窃”
        start = shown.end()
    return start, end, named or shown is not None


def _headed(text: str, start: int, end: int, starts: dict[int, Time], words: Words) -> tuple[int, int]:
    """The head of a clause, of the part in front of its first number where the whole has none."""
    at, stop = head(text, start, end, starts, words)
    number = _number(text, start + 1, end, words) if at == stop else None
    if number is None:
        return at, stop
    times = [time for at in range(start, number.start()) if (time := starts.get(at)) is not None]
    if any(time.end > number.start() for time in times):
        return at, stop
    # “免费通行是2月9日零时到2月17日24时”
    return head(text, start, number.start(), starts, words)


def _before_number(text: str, at: int, end: int, starts: dict[int, Time], words: Words) -> tuple[int, int]:
    """Where a phrase begins and where its first number ends it: no “one” that is an article, no span of days."""
    number = _number(text, at, end, words)
    if number is not None and number[0] == _ONE and (unit := find_unit(text, number.end())) and unit[0].kind is COUNT:
        # “有|一个部会的业务费”
        at = number.start() if text[at : number.start()] == _THERE_IS else at
        number = _number(text, number.end(), end, words)
    elif number is not None and (span := _WITHIN_SPAN.match(text, number.start(), end)):
        # “三天内|喷完的比例”
        number = _number(text, span.end(), end, words)
    if number is None:
        return at, end
    owned = text.rfind(_OF, number.end(), end) + 1
    dated = number.start() in starts and not text.endswith(_UP_TO, at, number.start())
    if owned and not dated and end - owned > 1 and words.sort(owned, end) == "noun":
        # “行人安全四年计划的|总经费”, “截至3月底的|财政储备”
        return owned, end
    # “冻肉|分三批投放”
    divided = next((len(word) for word in _DIVIDED if text.endswith(word, at, number.start())), 0)
    return at, number.start() - divided


def _number(text: str, start: int, end: int, words: Words) -> re.Match[str] | None:
    """The first numeral of a stretch that is no part of a word (零 of 零售, 一 of 一般)."""
    for run in RUN.finditer(text, start, end):
        if text[run.start() - 1 : run.start()] in _COUNTED_OFF:
            # “包租代管第四期的服务费”
            continue
        inside = len(run[0]) == 1 and words.splits(run.end())
        if inside and run[0] == _ONE:
            # “一般事故”, but “一个部会”
            inside = words.is_adverb_at(run.start())
        else:
            inside = inside and words.sort(run.start(), run.end() + 1) == "noun"
        if not inside:
            return run
    return None


def announced(text: str, start: int, end: int) -> tuple[int, int] | None:
    """What a clause announces: “研究院昨天发布|物价涨幅预测”; None where it announces nothing that has a name.

    >>> clause = "研究院昨天发布物价涨幅预测"
    >>> clause[slice(*announced(clause, 0, len(clause)))]
    '物价涨幅预测'
    """
    found = _ANNOUNCED.match(text, start, end)
    if found is None or (found["thing"][-1] in RUN_FIRST and not found["thing"].endswith(_NUMBERS)):
        return None
    phrase = found.span("thing")
    asked_of = text.rfind(_OF, *phrase) + 1
    if asked_of and text.startswith(tuple(_PERSONS), phrase[0]) and phrase[1] - asked_of >= _SHORTEST_TOPIC:
        # “至于大家常问的|人均消费”
        phrase = (asked_of, phrase[1])
    return phrase if Words(text, *phrase).sort(*phrase) == "noun" else None


_ANNOUNCED: Final = re.compile(_SIGN["announced"])
# “公布最新的|失业人数”
_NUMBERS: Final = tuple(_SIGN["number_nouns"])


def bare_topic(text: str, start: int, end: int, starts: dict[int, Time]) -> tuple[int, int] | None:
    """A clause that is but a noun, named before something is said of it: “毛利率,守三成”; None for others."""
    if (told := announced(text, start, end)) is not None:
        # “至于|CPI,全年预测上涨1.2%”
        return told
    size = next((len(word) for word in _TOPIC_ENDS if text.endswith(word, start, end)), 0)
    end -= size
    if (turned := _TURNED.match(text, start, end)) is not None:
        # “但是|这三年|税收,合计高达2.6兆元”
        start = time.end if (time := starts.get(turned.end())) is not None else turned.end()
    elif text[start - 1] not in _CLAUSE:
        return None
    rate = text.endswith(_MEASURED, start, end)
    counted = text.endswith(_NUMBERS, start, end)
    if start in starts:
        if not rate:
            return None
        # “今年|核心物价年增率,上修至1.6%”
        start = starts[start].end
    if not _SHORTEST_TOPIC <= end - start <= (_LONGEST_RATE if rate or counted else _LONGEST_BARE):
        return None
    if text[end - 1] == _CLOSED:
        # “(预计数,下同)”
        return None
    words = Words(text, start, end)
    last = words.before(end)
    if last is None or last.sort not in _NAMED:
        return None
    first = next((at for at in range(start + 1, end) if not words.splits(at)), end)
    if not counted and min(first - start, end - first) >= _SHORTEST_TOPIC and words.sort(start, first) == "verb":
        # “扣减履约保证金” is what is done.
        return None
    whole = first_phrase(text, start, end, starts) == (start, end)
    # “前低后高”, “微幅调高” say how it went.
    said = is_set_phrase(text[start:end]) or (change_at_end(text, start, end) and not rate)
    return (start, end) if whole and not said else None


_TURNED: Final = re.compile(_SIGN["turned_to"])
_LONGEST_BARE: Final = 8
_LONGEST_RATE: Final = 24
_MEASURED: Final = tuple(_SIGN["rate_ends"])
_CLOSED: Final[str] = _SIGN["close_paren"]
# A single sign may end a word that the dictionary does not know.
_NAMED: Final = frozenset(("noun", "sign"))


def acted_on(text: str, start: int, end: int) -> tuple[int, int] | None:
    """What the verb of a clause is done to, where that ends the clause; None for other clauses.

    >>> clause = "全市开展专项整治行动"
    >>> clause[slice(*acted_on(clause, 0, len(clause)))], acted_on("展览会在南宁举行", 0, 8)
    ('专项整治行动', None)
    """
    words = Words(text, start, end)
    if end - start <= _SHORTEST_TOPIC or words.sort(end - _SHORTEST_TOPIC, end) != "noun":
        return None
    at = end
    while (word := words.before(at)) is not None and word.start > start:
        if word.sort == "verb" and word.end - word.start > 1 and not words.is_verbal_noun(word):
            return (at, end) if end - at >= _SHORTEST_TOPIC else None
        at = word.start
    return None


def contrasted(text: str, layout: Layout, since: int, clause: int, starts: dict[int, Time]) -> tuple[int, int] | None:
    """What the clause before `clause` sets against what was spoken of (“乌山头好一点,有五成二”); None for no such.

    The clause must begin behind `since`.
    """
    start = layout.clause_start(clause - 1) if clause else 0
    if start <= since or start >= clause:
        return None
    end = clause - 1
    if not _CONTRAST.search(text, start, end) and not _PRESENTED.match(text, start, end):
        return None
    phrase = first_phrase(text, start, end, starts)
    named = phrase[1] - phrase[0] > 1 and Words(text, *phrase).sort(*phrase) == "noun"
    return phrase if named else None


def asked(text: str, cut: int, starts: dict[int, Time]) -> tuple[int, int] | None:
    """What a question that ends at `cut` asks for; None where it asks for nothing that has a name.

    >>> question = "那么城镇失业率是多少?"
    >>> question[slice(*asked(question, len(question), {}))]
    '城镇失业率'
    """
    end = cut
    while end and text[end - 1] in _STOPS_AND_SPACE:
        end -= 1
    if not text.startswith(_ASKING, end):
        # “总共收到多少件?|如果您手上没有,就请处长回答。”
        end = text.rfind(_ASKING, max(end - _LONGEST_BEHIND, 0), end)
        if end < 0:
            return None
    sentence = max(text.rfind(sign, 0, end) for sign in _STOPS) + 1
    counts = list(_HOW_MANY.finditer(text, sentence, end))
    if counts and (thing := _thing_asked(text, counts[-1].end(), end)) is not None:
        return thing
    if counts:
        end = counts[-1].start()
    elif text[end - 1] != _TOPIC_MARK:
        return None
    start = max(text.rfind(sign, 0, end) for sign in _CLAUSE) + 1
    times = (time.end for at in range(start, end) if (time := starts.get(at)) is not None)
    floor = max(times, default=start)
    # “失业率|呢?”, “发放|了多少户?”
    end -= not counts or text[end - 1] == _DONE
    phrase = head(text, floor + text.startswith(_OF, floor), end, starts, Words(text, floor, end))
    named = phrase[1] - phrase[0] > 1 and Words(text, *phrase).sort(*phrase) == "noun"
    return phrase if named else None


def _thing_asked(text: str, at: int, end: int) -> tuple[int, int] | None:
    """What is counted behind a question for how many: “有多少个|渔港”; None where nothing is named there.

    >>> question = "有多少个渔港呢"
    >>> question[slice(*_thing_asked(question, 3, len(question)))]
    '渔港'
    """
    unit = find_unit(text, at)
    at = unit[1] if unit is not None and unit[0].kind is COUNT and unit[1] < end else at
    end -= end > at and text[end - 1] in _ASKED_ENDS
    if not 1 < end - at <= _LONGEST_ASKED or any(sign in text[at:end] for sign in _CLAUSE):
        return None
    words, stop = Words(text, at, end), at
    while (word := words.starting(stop)) is not None and word.sort == "noun":
        stop = word.end
    # “多少间|学校|免于缩班”, “多少人|报名”
    stop = stop if stop - at > 1 else end
    return (at, stop) if words.sort(at, stop) != "light" else None


_ASKED_ENDS: Final[str] = _SIGN["asked_ends"]
_LONGEST_ASKED: Final = 12
_LONGEST_BEHIND: Final = 30


def _owned(text: str, at: int, end: int, words: Words) -> int:
    """Where the noun begins that the rest of a clause leads up to with 的; 0 where it ends otherwise."""
    start = text.rfind(_OF, at, end) + 1
    led = start > 0 and end - start >= _SHORTEST_TOPIC and words.sort(start, end) == "noun"
    return start if led and words.subject(start, end) == end and _number(text, at, end, words) is None else 0


def _is_object(text: str, words: Words, start: int, verb_end: int, at: int, end: int) -> bool:
    """Whether at:end is a noun that the verb at the end of start:verb_end has for its object."""
    verb = words.before(verb_end)
    acted = verb is not None and verb.start >= start and verb.sort == "verb"
    if text[end - 1] in RUN_FIRST:
        # “涨了|一毛二”
        return False
    return acted and end - at > 1 and words.sort(at, end) == "noun" and words.subject(at, end) == end


_COUNTED_OFF: Final = frozenset(_SIGN["counted_off"])
_ONE: Final[str] = _SIGN["one"]
_DIVIDED: Final = tuple(_SIGN["divided"])
_THERE_IS: Final[str] = _SIGN["there_is"]
