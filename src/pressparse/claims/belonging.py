"""Belonging: whether what stands before a number only says of whom, or for what, what stands behind it is."""

from typing import Final

from pressparse.claims.kind import COUNT, MEASURE, MONEY, PERCENT
from pressparse.claims.place import Place, Stretch, ends_in_verb, is_countable
from pressparse.lexicon import read_tree

_SIGN: Final = read_tree("quantities")["signs"]
_OF: Final[str] = read_tree("periods")["signs"]["of"]
_OF_ENDS: Final = frozenset(f"{_OF} ")
_GIVEN: Final = frozenset((MONEY, MEASURE, COUNT))
_LIST_SIGN: Final = "、"
_SHORTEST_PAID: Final = 2
_RATE_SIGN: Final[str] = _SIGN["rate_sign"]
_CLAUSE_SIGNS: Final = frozenset(_SIGN["clause"])
_OWNING: Final = tuple(_SIGN["owning"])
_SIZES: Final = tuple(_SIGN["rates"])
_PAID_ENDS: Final = frozenset(_SIGN["paid_ends"])
_GAIN_ENDS: Final = frozenset(_SIGN["gain_ends"])
_AND: Final = frozenset(_SIGN["two_sides"])
_DEED_UNITS: Final = frozenset(_SIGN["deed_units"])


def is_of_behind(place: Place, own: Stretch, noun: Stretch, sort: str) -> bool:
    """Whether what stands before a number only says of whom, or for what, what stands behind it is."""
    text, found, start = place.text, place.found, place.quantity.start
    if sort != "noun":
        # “议员的|4项质询”
        closed = text[noun[1] : noun[1] + 1] in _CLAUSE_SIGNS and place.quantity.unit in _DEED_UNITS
        return closed and sort == "verb" and text[found.end : start].strip() == _OF
    if place.behind.led and text[start - 1 - (text[start - 1] == " ")] in _AND:
        # “收支的差额与|34亿元的预算赤字”
        return True
    if place.quantity.kind is PERCENT:
        # “暑假都有|九成|入住率”
        return _names_rate(text, *noun) and not _names_rate(text, *own)
    if place.quantity.kind not in _GIVEN:
        return False
    if text.startswith(_OF, place.quantity.after) and text.endswith(_OWNING, own[0], start):
        # “每户都拥有|400平米的|别墅”
        return True
    if place.quantity.kind is MONEY and text.startswith(_OF, place.quantity.after) and text[noun[1] - 1] in _PAID_ENDS:
        # “可以领取到每月|600元的|津贴”
        named = text[own[1] - 1] in _PAID_ENDS or text.endswith(_SIZES, *own) or is_countable(text, *own)
        return text[noun[1] : noun[1] + 1] in _CLAUSE_SIGNS and not named
    if place.quantity.kind is MONEY and not place.behind.led and _is_paid(place, own, noun):
        # “为了卖车去年花了|3.3亿元广告费”
        return True
    if text[start - 1] in _OF_ENDS and text[found.end : start].strip() == _OF:
        # “翻修渡口的|3亿元更新计划”
        return True
    # “码头|减少|约40万元|泊位费”, but “泊位费|减少|40万元”
    return found.changed[0] == own[1] and not place.behind.led and not is_countable(text, *own)


def _is_paid(place: Place, own: Stretch, noun: Stretch) -> bool:
    """Whether what ends the clause behind an amount is what is paid or gained: “发了|20万元|奖励金”."""
    text, last = place.text, place.text[noun[1] - 1]
    paid = last in _PAID_ENDS or (last in _GAIN_ENDS and ends_in_verb(place, own))
    if not paid or noun[1] - noun[0] < _SHORTEST_PAID or _LIST_SIGN in text[slice(*noun)]:
        return False
    closed = text[noun[1] : noun[1] + 1] in _CLAUSE_SIGNS
    return closed and text[own[1] - 1] not in _PAID_ENDS and not is_countable(text, *own)


def _names_rate(text: str, start: int, end: int) -> bool:
    """Whether a phrase names a rate of people or things: “入住率”."""
    return end - start > len(_RATE_SIGN) and text.endswith(_RATE_SIGN, start, end)
