"""Revisions: what a number was in an earlier count, or is exactly, in brackets behind it: “4.19%(原统计为4.07%)”."""

import re
from decimal import Decimal
from typing import Final

from pressparse.claims.draft import Draft
from pressparse.claims.kind import PERCENT
from pressparse.claims.quantity import Quantity
from pressparse.lexicon import read_tree

_SIGN: Final = read_tree("quantities")["signs"]
_OPENED: Final[str] = _SIGN["open_paren"]
_CLOSED: Final[str] = _SIGN["close_paren"]
_WAS: Final = re.compile(_SIGN["as_it_was"])
_LONGEST: Final = 60


def part_revised(text: str, quantities: list[Quantity]) -> tuple[list[Quantity], dict[int, list[Quantity]]]:
    """The numbers of a sentence without those that revise one, and these by the index of the number they belong to.

    The words behind a revised number are those behind the bracket. Behind one such bracket others need no word:
    “4.19%(原为4.07%)及1.48%(1.32%)”.
    """
    if not any(text[quantity.after : quantity.after + 1] == _OPENED for quantity in quantities):
        return quantities, {}
    found: dict[int, list[Quantity]] = {}
    kept: list[Quantity] = []
    at = 0
    bare = False
    while at < len(quantities):
        quantity = quantities[at]
        inside = _inside(text, quantities, at, bare=bare)
        at += 1 + len(inside)
        bare = bare or (bool(inside) and not _is_exact(quantity, inside[0]))
        if inside:
            found[len(kept)] = inside
            quantity = quantity.but(after=text.index(_CLOSED, inside[-1].end) + 1)
        kept.append(quantity)
    return kept, found


def _inside(text: str, quantities: list[Quantity], at: int, *, bare: bool) -> list[Quantity]:
    """The revisions in the bracket behind a number; `bare`: they need no word that says so."""
    quantity = quantities[at]
    if text[quantity.after : quantity.after + 1] != _OPENED:
        return []
    end = text.find(_CLOSED, quantity.after, quantity.after + _LONGEST)
    inside = [each for each in quantities[at + 1 :] if each.start < end]
    before = quantity.after
    for each in inside:
        alike = each.kind is quantity.kind and each.unit == quantity.unit
        told = _WAS.fullmatch(text, before, each.start) is not None
        told = told or (before + 1 == each.start and (bare or _is_exact(quantity, each)))
        if not (alike and told):
            return []
        before = each.after
    return inside if before == end else []


def _is_exact(quantity: Quantity, inside: Quantity) -> bool:
    """Whether tenths are said again in percent: “近七成(68%)”."""
    if quantity.kind is not PERCENT or inside.kind is not PERCENT:
        return False
    tenths, percent = quantity.low, inside.low
    if not (isinstance(tenths, Decimal) and isinstance(percent, Decimal)) or tenths % _TENTH or not percent % _TENTH:
        return False
    return abs(tenths - percent) < _TENTH


_TENTH: Final = 10


def with_revised(drafts: list[Draft], revised: dict[int, list[Quantity]]) -> list[Draft]:
    """The numbers of a sentence in order, with their revisions, of which the same is said."""
    if not revised:
        return drafts
    done: list[Draft] = []
    for index, draft in enumerate(drafts):
        done.append(draft)
        for quantity in revised.get(index, ()):
            fact = draft.fact.but(modifier=quantity.modifier, rule="metric.carried revised")
            done.append(draft.but(quantity=quantity, fact=fact, joined=False))
    return done
