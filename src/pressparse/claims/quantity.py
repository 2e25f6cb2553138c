"""Quantities: an amount as it was said."""

import re
from decimal import Decimal
from typing import ClassVar, Final

from pressparse.claims.kind import COUNT, MULTIPLE, Kind
from pressparse.claims.surplus import exceeds
from pressparse.claims.unit import Lookup
from pressparse.lexicon import read_rows, read_tree
from pressparse.record import Record
from pressparse.text.tag import cut_words

_TREE: Final = read_tree("quantities")
_SIGN: Final = _TREE["signs"]
_INCLUDED: Final = re.compile(_SIGN["included"])
_AFTER: Final = Lookup({row["word"]: row["modifier"] for row in read_rows("modifiers") if "after" in row["place"]})
_AFTER_UNLESS: Final = {word: tuple(tails) for word, tails in _TREE["after_unless"].items()}
# What a modifier that stands apart from its number ends at.
_AFTER_ENDS: Final = frozenset((*_SIGN["clause"], *_SIGN["stops"], ")", " ", read_tree("periods")["signs"]["of"], ""))
_FROM: Final[str] = _SIGN["from_here"]
_NO_LIMIT: Final = re.compile(_SIGN["no_modifier_behind"])
AFTER_NEXT: Final = _AFTER.firsts | {"("}


class Quantity(Record):
    """An amount as it was said; low == high unless a range was said.

    `unit_start`, `unit_end` are the place of a unit that is named as said (both 0 when it has a standard name);
    `after` is where the modifiers behind it end.
    """

    names: ClassVar = (
        "start",
        "end",
        "kind",
        "low",
        "high",
        "unit",
        "unit_start",
        "unit_end",
        "modifier",
        "after",
        "rule",
        "scale",
    )
    __slots__ = names

    def __init__(
        self,
        start: int,
        end: int,
        kind: Kind,
        low: Decimal | str,
        high: Decimal | str,
        unit: str,
        unit_start: int,
        unit_end: int,
        modifier: str,
        after: int,
        rule: str,
        scale: int = 0,
    ) -> None:
        self.start = start
        self.end = end
        self.kind = kind
        self.low = low
        self.high = high
        self.unit = unit
        self.unit_start = unit_start
        self.unit_end = unit_end
        self.modifier = modifier
        self.after = after
        self.rule = rule
        self.scale = scale


def finish(text: str, quantity: Quantity) -> Quantity:
    """The modifiers behind: “60%以上”, “50%左右”, “3天内”."""
    at = quantity.end
    if text[at : at + 1] == " " and _ends_apart(text, at + 1):
        # “1/5 左右,”, but “30家 多数是中小企业”
        at += 1
    follower = text[at : at + 1]
    if follower not in AFTER_NEXT:
        return quantity
    if follower == "(" and (included := _INCLUDED.match(text, at)):
        at = included.end()
    found = _AFTER.match(text, at)
    if found is None:
        return quantity
    word, stop = found
    if (tails := _AFTER_UNLESS.get(text[at:stop])) and text.startswith(tails, stop):
        return quantity
    if stop - at == 1 and quantity.kind is COUNT and len(cut_words(text[at : at + _LONGEST_WORD])[0]) > 1:
        # “12个|内设机构”
        return quantity
    if text.startswith(_RANGE, at) and quantity.low != quantity.high:
        # “300元至500元|范围内浮动”
        return quantity
    none = text[at:stop] in _NONE_AT_ALL and (quantity.low == 1 or text[stop : stop + 1] not in _AFTER_ENDS)
    if none or exceeds(text, at):
        # “一座都没有” is none, “9年|都没有|调整” says nothing about the years.
        return quantity
    compared = text[at:stop] == _STILL_MORE and quantity.kind is not MULTIPLE
    if compared and _THAN.search(text, max(quantity.start - _LONGEST_THAN, 0), quantity.start):
        # “比2亿元|还多”, but “比上届翻了一番|还多”
        return quantity
    return quantity.but(modifier=str(word), after=stop)


_LONGEST_WORD: Final = 4
_STILL_MORE: Final[str] = _SIGN["still_more"]
_THAN: Final = re.compile(_SIGN["than"])
_LONGEST_THAN: Final = 12
_RANGE: Final[str] = _SIGN["range_sign"]
_NONE_AT_ALL: Final = frozenset(_SIGN["none_at_all"])


def _ends_apart(text: str, at: int) -> bool:
    """Whether a modifier stands at `at` by itself, a space in front of it: a break or 的 follows."""
    found = _AFTER.match(text, at)
    if found is None:
        return False
    # “3成 以上民众”, but “预算30亿 以上报告”
    plain = found[1] - at > 1 and text[at] == _FROM and _NO_LIMIT.match(text, found[1]) is None
    return plain or text[found[1] : found[1] + 1] in _AFTER_ENDS
