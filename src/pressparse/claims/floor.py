"""Floors: how far back the words before a number are its own, and how it stands to the number before it."""

import re
from typing import Final

from pressparse.claims.behind import AMONG_WORDS
from pressparse.claims.draft import Draft
from pressparse.claims.kind import DURATION
from pressparse.claims.quantity import Quantity
from pressparse.lexicon import read_tree
from pressparse.text.tag import cut_words

_SIGN: Final = read_tree("quantities")["signs"]
_OF: Final[str] = read_tree("periods")["signs"]["of"]
_SHARES: Final = tuple(_SIGN["rates"])
_BOUNDED: Final = frozenset(("at_least", "at_most", "more_than", "less_than"))
_JOINED: Final = re.compile(_SIGN["number_joins"])
_LENGTHS: Final = (_SIGN["length"], *_SIGN["within_length"])
LATER: Final = tuple(_SIGN["later_on"])
_AGES: Final = frozenset(_SIGN["age_units"])
# “自驾出行占到八成以上”
_AMONG: Final = (*_SIGN["among"], _OF)
_RATE_SIGNS: Final = frozenset(_SIGN["measured_ends"])


def find_floor(text: str, last: Draft, clause: int, start: int) -> int:
    """How far back the words before a number at `start` are its own, the number before it being `last`."""
    before = last.quantity
    # “0到6岁儿童健康管理|率稳定在90%”
    behind = bool(last.fact.metric) and last.fact.rule.startswith("metric.behind")
    named = last.fact.metric[-1][1] if behind else 0
    aged = behind and text[named : named + 1] in _RATE_SIGNS
    # “15—59岁|人口占61%”
    limited = before.after > before.end or text.startswith(_OF, before.after)
    if before.unit in _AGES and (aged or limited):
        floor = clause
    elif before.unit in _AGES and before.low != before.high:
        floor = before.start
    else:
        floor = max(clause, before.after, named if named <= start else 0)
    if text.startswith(AMONG_WORDS, floor) and (word := cut_words(text[floor:start])[0]) in AMONG_WORDS:
        # “683家企业|中落户园区451家”
        floor += len(word)
    if before.kind is DURATION and text.startswith(_LENGTHS, floor):
        # “三年时间翻了一番”
        floor += next(len(word) for word in _LENGTHS if text.startswith(word, floor))
    if before.kind is DURATION and text.startswith(LATER, floor) and floor < start:
        # “预计4年后|突破6万人”, but “两年|后备金”
        floor += len(word) if (word := cut_words(text[floor:start])[0]) in LATER else 0
    return floor


def bounds(text: str, last: Draft, floor: int) -> bool:
    """Whether the number before, with its metric, only says which things are spoken of from `floor` on."""
    limited = floor == last.quantity.after > last.quantity.end and text.startswith(_OF, floor)
    return limited and last.fact.rule.startswith("metric.before") and len(last.fact.metric) > 0


def set_apart(text: str, last: Draft, clause: int, floor: int, own: tuple[int, int]) -> tuple[int, int] | None:
    """The things that the number before sets apart, with the noun `own` behind them where one follows.

    “其中|设计日供水1000吨以上的|有9860处”, “使用15年以上的|老旧电梯|占7.5%”; None where it sets none apart.
    """
    one = last.quantity
    limited = one.after > one.end or last.fact.modifier in _BOUNDED or one.low != one.high
    if (
        not limited
        or not text.startswith(_OF, last.quantity.after)
        or last.quantity.start < clause
        or own[0] > floor + 1
    ):
        return None
    pieces, rule = last.fact.metric, last.fact.rule
    if pieces and rule.startswith("metric.behind"):
        # “144平方米以下的户型占比|90%”
        rate = next((len(word) for word in _SHARES if text.startswith(word, floor)), 0)
        return (pieces[-1][0], floor + rate) if pieces[-1][1] == floor else None
    if floor != last.quantity.after:
        return None
    measured = bool(pieces) and rule.startswith("metric.before") and clause <= pieces[0][0] < last.quantity.start
    # “不足20万元的|村8个”
    return (pieces[0][0] if measured else last.peel.end), own[1] if own[1] > own[0] else floor


def joins(text: str, last: Draft, floor: int, start: int) -> bool:
    """Whether a number at `start` goes on the list of the number before it."""
    return (
        _JOINED.match(text, floor, start) is not None or text.startswith(_AMONG, floor) or last.quantity.after == start
    )


def same_time(text: str, last: Draft, quantity: Quantity) -> bool:
    """Whether a number that goes on a list is of the time that owns the one before: “由2005年的|18%及19%|升至…”."""
    time, one = last.peel.time, last.quantity
    owned = time is not None and text.startswith(_OF, time.end) and one.start - time.end <= _NEAR_OF
    return owned and one.unit == quantity.unit and quantity.start - one.after == 1


_NEAR_OF: Final = 3  # “2005年的约|18%”


def arrives(last: Draft, quantity: Quantity, clause: int) -> bool:
    """Whether a number is what the one before it has become: the second of “由……到”."""
    return last.peel.origin and last.quantity.kind is quantity.kind and clause <= last.quantity.start
