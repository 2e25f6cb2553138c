"""Evidence: the words of the text that decided each field of a claim."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from pressparse.claims.draft import Fact
from pressparse.claims.link import BASE_WAYS, find_link
from pressparse.claims.moment import Time
from pressparse.claims.peel import peel
from pressparse.claims.phrase import Words
from pressparse.claims.quantity import Quantity
from pressparse.span import Span

_NO_TIMES: Final[dict[int, Time]] = {}


@dataclass(frozen=True, slots=True)
class Evidence:
    """The words that decided a field, and the rule that read them.

    `field` is one of unit, modifier, metric, period, change, base, and `base_value`: the number that a change is
    against where the speaker gave both (“2万张” of “由2万张增加到5万张”).
    """

    field: str
    span: Span
    rule: str


def find_evidence(text: str, quantity: Quantity, fact: Fact, clause: int, times: dict[int, Time]) -> Iterator[Evidence]:
    """What decided the fields of one number, in the order of the fields; its clause begins at `clause`."""
    words = Words(text, clause, quantity.start)
    found = peel(text, quantity.start, clause, times, words)
    trace = tuple(_words_before(text, quantity.start, found.end, words))
    rules = fact.rule.split()
    yield Evidence(
        "unit", Span(quantity.unit_start or quantity.start, quantity.unit_end or quantity.end), quantity.rule
    )
    if quantity.modifier and quantity.after > quantity.end:
        yield Evidence("modifier", Span(quantity.end, quantity.after), "modifier.after")
    elif quantity.modifier:
        yield Evidence("modifier", Span(quantity.start, quantity.end), "modifier.inside")
    for role, start, end in reversed(trace):
        if role == "modifier" and fact.modifier and not quantity.modifier:
            yield Evidence("modifier", Span(start, end), "modifier.before")
    for start, end in fact.metric:
        yield Evidence("metric", Span(start, end), rules[0])
    if fact.period and fact.when[1]:
        yield Evidence("period", Span(*fact.when), fact.why)
    for role, start, end in reversed(trace):
        if (role == "change" and fact.change) or (role == "base" and fact.base and not fact.against[1]):
            yield Evidence(role, Span(start, end), f"{role}.said")
    if fact.base and fact.against[1]:
        yield Evidence("base", Span(*fact.against), "base.time")
    if fact.reference[1]:
        yield Evidence(
            "base_value", Span(*fact.reference), "change.from-to" if rules[-1] == "change.from-to" else "base.value"
        )


def _words_before(text: str, start: int, end: int, words: Words) -> Iterator[tuple[str, int, int]]:
    """The words between a metric that ends at `end` and its number, from right to left, as role, start and end."""
    at = start
    while at > end:
        link = find_link(text, at, end, _NO_TIMES, words)
        word = link.word
        if word:
            yield link.role, at - len(word), at
            if word in BASE_WAYS:
                yield "change", at - len(word), at
        at -= max(len(word), 1)
