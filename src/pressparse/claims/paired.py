"""Paired: lists of values that become as many others: “甲、乙分别由3、4降至2、1”."""

from collections.abc import Sequence
from decimal import Decimal
from typing import Final

from pressparse.claims.draft import Draft
from pressparse.claims.kind import PERCENT
from pressparse.claims.quantity import Quantity

_PAIR: Final = 2


def list_before(drafts: Sequence[Draft]) -> Sequence[Draft]:
    """The list that the last of some numbers ends, which may be it alone."""
    start = len(drafts)
    while start:
        start -= 1
        if not drafts[start].joined:
            break
    return drafts[start:]


def becomes(drafts: Sequence[Draft], quantity: Quantity) -> bool:
    """Whether a percentage behind some numbers is what one of them, with which a list begins, has become.

    “由2005年的38.2%、27.5%调整为2010年的|33.6%” is no share of what was in 2010.
    """
    before = list_before(drafts)
    return bool(before) and before[0].peel.origin and quantity.kind is before[0].quantity.kind is PERCENT


def pair_lists(drafts: list[Draft]) -> list[Draft]:
    """The numbers of a sentence, where a list of them becomes as many others, each of the second as its partner."""
    end = len(drafts)
    while end > _PAIR:
        to = list_before(drafts[:end])
        since = list_before(drafts[: end - len(to)])
        first = end - len(to)
        if len(to) == len(since) >= _PAIR and since[0].peel.origin and to[0].peel.target:
            for index, (one, two) in enumerate(zip(since, to, strict=True)):
                drafts[first + index] = _paired(one, two, to[0])
        end = first
    return drafts


def _paired(one: Draft, two: Draft, first: Draft) -> Draft:
    """A number with what its partner, which it was, measures; its time is that of the first on its list."""
    low, start = two.quantity.low, one.quantity.low
    if two.quantity.kind is not one.quantity.kind or not isinstance(low, Decimal) or not isinstance(start, Decimal):
        return two
    dated = two.fact if two.fact.why == "period.own" else first.fact
    change = "" if low == start else "up" if low > start else "down"
    base = one.fact.period if one.fact.why == "period.own" or one.joined else ""
    fact = two.fact.but(
        metric=one.fact.metric,
        period=dated.period,
        when=dated.when,
        why=dated.why,
        change=change,
        base=base if change and base != dated.period else "",
        rule="metric.paired change.from-to",
        reference=(one.quantity.start, one.quantity.end),
    )
    return two.but(fact=fact)
