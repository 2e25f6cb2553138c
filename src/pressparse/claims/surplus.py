"""Surplus: the signs behind a numeral or its unit that say that there is more: “3000余套”, “三年多”, “八成几”."""

import re
from typing import Final

from pressparse.claims.bound import BOUNDS
from pressparse.claims.kind import DURATION, POINTS
from pressparse.claims.numeral import FEW, RUN_FIRST
from pressparse.claims.unit import find_unit
from pressparse.lexicon import one_of, read_tree

_TREE: Final = read_tree("quantities")
_SIGN: Final = _TREE["signs"]
SURPLUS: Final = frozenset(_SIGN["surplus"])
_AFTER_SURPLUS: Final[str] = _SIGN["after_surplus"]
_PLUS: Final = "+"
# What the signs behind a numeral may begin with.
SURPLUS_NEXT: Final = SURPLUS | frozenset((" ", _AFTER_SURPLUS, _SIGN["individual"], _PLUS))
_COUNT_SURPLUS: Final = tuple(_SIGN["count_surplus"])
_KINDS: Final = frozenset((POINTS, DURATION))
_MANY_WORDS: Final = tuple(f"{sign}{tail}" for sign in _SIGN["surplus"] for tail in _TREE["after_unless"][sign])
_AMOUNT: Final = re.compile(f"{one_of(BOUNDS)}?[{re.escape(''.join(sorted(RUN_FIRST)))}]")
_TENTHS: Final = re.compile(_SIGN["tenths"])
_THAN: Final = re.compile(_SIGN["than_ahead"])
_LONGEST_THAN: Final = 24
_LASTING: Final[str] = _SIGN["lasting_signs"]
_EXCEEDED: Final[str] = _SIGN["exceeded"]
_FEW_BEHIND: Final = frozenset(_SIGN["few_behind"])
_STRONG: Final[str] = _SIGN["strong"]
_STRONG_BEHIND: Final = frozenset(_SIGN["strong_behind"])
_STRONG_END: Final = frozenset(_SIGN["clause"]) | {""}
_PLUS_END: Final = frozenset(_SIGN["breaks"]) - {_PLUS, "/"} | {""}
_AROUND: Final[str] = _SIGN["around"]
_YEAR_BEFORE: Final = re.compile("(?<![0-9])(?:19|20)[0-9]{2}$")
_YEAR_REACH: Final = 5
_NO_FEW: Final = frozenset(_SIGN["no_few"])


def behind_surplus(text: str, at: int) -> int:
    """Where the surplus sign at `at` between a numeral and its unit ends (“3200 余家”); 0 when there is none.

    >>> behind_surplus("3000余套", 4), behind_surplus("3000套", 4), behind_surplus("100+家", 3)
    (5, 0, 4)
    """
    if text[at] == _PLUS:
        # “100+家企业”, “用户200+,”, but “1+X证书”
        return at + 1 if text[at + 1 : at + 2] in _PLUS_END or find_unit(text, at + 1) else 0
    if text[at] == " " and text[at + 1 : at + 2] in SURPLUS and find_unit(text, at + 2):
        return at + 2
    if text.startswith(_COUNT_SURPLUS, at) and (unit := find_unit(text, at + 2)) and unit[0].kind in _KINDS:
        # “6个多百分点”, “4个多小时”
        return at + 2
    if exceeds(text, at) or (text[at] == _AROUND and _YEAR_BEFORE.search(text, max(at - _YEAR_REACH, 0), at)):
        # “比估的三点一|多了1.3个百分点”, “拚2028|来台”
        return 0
    return at + 1 if text[at] in SURPLUS or (text[at] == _AFTER_SURPLUS and find_unit(text, at + 1)) else 0


def is_surplus(text: str, at: int) -> bool:
    """Whether the sign at `at` behind a unit says that there is more: “三年多”, “八成几”.

    >>> is_surplus("三年多", 2), is_surplus("三年多种", 2), is_surplus("三倍几", 2), is_surplus("三倍几乎", 2)
    (True, False, True, False)
    """
    if text[at : at + 1] == FEW:
        return text[at - 1] in _FEW_BEHIND and text[at + 1 : at + 2] not in _NO_FEW
    if text[at : at + 1] == _STRONG:
        # “十分之一强”
        return text[at - 1] in _STRONG_BEHIND and text[at + 1 : at + 2] in _STRONG_END
    return text[at : at + 1] in SURPLUS and not text.startswith(_MANY_WORDS, at) and not exceeds(text, at)


def exceeds(text: str, at: int) -> bool:
    """Whether the 多 at `at` compares: “比2019年的300件|多了50件”, but “已经十年多了”.

    >>> exceeds("300件多了50件", 4), exceeds("256亿元多92亿元", 5), exceeds("十年多了", 2)
    (True, True, False)
    """
    if text.startswith(_EXCEEDED, at):
        return _AMOUNT.match(text, at + 2) is not None
    if not text.startswith(_EXCEEDED[0], at):
        return False
    # “较上周的260宗多两成三”, but “两年多三百家企业进驻”
    more = text[at - 1] not in _LASTING and _TENTHS.match(text, at + 1) is not None
    return text[at + 1 : at + 2].isdigit() or (more and _THAN.search(text, max(at - _LONGEST_THAN, 0), at) is not None)
