"""Drafts: a number of a sentence with what is said about it so far."""

from typing import ClassVar

from pressparse.claims.peel import Peel
from pressparse.claims.quantity import Quantity
from pressparse.record import Record

Pieces = tuple[tuple[int, int], ...]


class Sentence(Record):
    """A sentence that has numbers in it."""

    names: ClassVar = ("start", "end", "quantities")
    __slots__ = names

    def __init__(self, start: int, end: int, quantities: list[Quantity]) -> None:
        self.start = start
        self.end = end
        self.quantities = quantities


class Fact(Record):
    """What is said about a quantity outside of it.

    `when` is the place of the time that gave the period by the rule `why`, `against` that of the time a change is
    against, `reference` that of the number it is against; (0, 0) where there is none.
    """

    names: ClassVar = ("metric", "modifier", "period", "change", "base", "rule", "when", "why", "against", "reference")
    __slots__ = names

    def __init__(
        self,
        metric: Pieces,
        modifier: str,
        period: str,
        change: str,
        base: str,
        rule: str,
        when: tuple[int, int] = (0, 0),
        why: str = "",
        against: tuple[int, int] = (0, 0),
        reference: tuple[int, int] = (0, 0),
    ) -> None:
        self.metric = metric
        self.modifier = modifier
        self.period = period
        self.change = change
        self.base = base
        self.rule = rule
        self.when = when
        self.why = why
        self.against = against
        self.reference = reference


class Draft(Record):
    """A number on its way to a claim; `joined` to the one before in a list, `head` what its clause says before it."""

    names: ClassVar = ("quantity", "peel", "fact", "joined", "head")
    __slots__ = names

    def __init__(self, quantity: Quantity, peel: Peel, fact: Fact, joined: bool, head: tuple[int, int]) -> None:
        self.quantity = quantity
        self.peel = peel
        self.fact = fact
        self.joined = joined
        self.head = head


def pieces_of(start: int, end: int) -> Pieces:
    """A stretch as a metric of one piece, none where it is empty."""
    return ((start, end),) if end > start else ()
