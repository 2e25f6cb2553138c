"""Topics: the subject of a clause that has no number of its own."""

import re
from typing import Final

from pressparse.claims.behind import find_stop
from pressparse.claims.kind import COUNT
from pressparse.claims.metric import head
from pressparse.claims.numeral import RUN, RUN_FIRST
from pressparse.claims.period import Time
from pressparse.claims.phrase import Words
from pressparse.claims.unit import find_unit
from pressparse.lexicon import read_tree

_SIGN: Final = read_tree("quantities")["signs"]
_OF: Final[str] = read_tree("periods")["signs"]["of"]
_TOPIC_ENDS: Final = tuple(_SIGN["topic_ends"])
_DONE: Final[str] = _SIGN["no_noun_ends"][-1]
_WITHIN_SPAN: Final = re.compile(_SIGN["within_span"])
_PERSONS: Final = frozenset(_SIGN["persons"])
_SHORTEST_NOUN: Final = 2


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
    stop = find_stop(text, at, end, words, topic=True)
    while stop is not None and stop[0] in _PERSONS and words.sort(stop.end(), end) == "noun":
        # “主计总处对于我们|住宅持有率”
        at = stop.end()
        stop = find_stop(text, at, end, words, topic=True)
    if (
        stop is not None
        and stop.start() == at
        and words.sort(stop.end(), min(stop.end() + _SHORTEST_NOUN, end)) == "noun"
    ):
        # “报名人数”
        stop = find_stop(text, stop.end(), end, words, topic=True)
    if stop is not None and stop[0] == _DONE and _is_object(text, words, at, stop.start(), stop.end(), end):
        # “昨天新确认了|本土病例”
        return stop.end(), end
    number = RUN.search(text, at, end)
    if number is not None and number[0] == _ONE and (unit := find_unit(text, number.end())) and unit[0].kind is COUNT:
        # “有|一个部会的业务费”
        at = number.start() if text[at : number.start()] == _THERE_IS else at
        number = RUN.search(text, number.end(), end)
    elif number is not None and (span := _WITHIN_SPAN.match(text, number.start(), end)):
        # “三天内|喷完的比例”
        number = RUN.search(text, span.end(), end)
    end = words.subject(at, stop.start() if stop else end)
    return at, min(end, number.start() if number else end)


def _is_object(text: str, words: Words, start: int, verb_end: int, at: int, end: int) -> bool:
    """Whether at:end is a noun that the verb at the end of start:verb_end has for its object."""
    verb = words.before(verb_end)
    acted = verb is not None and verb.start >= start and verb.sort == "verb"
    if text[end - 1] in RUN_FIRST:
        # “涨了|一毛二”
        return False
    return acted and end - at > 1 and words.sort(at, end) == "noun" and words.subject(at, end) == end


_ONE: Final[str] = _SIGN["one"]
_THERE_IS: Final[str] = _SIGN["there_is"]
