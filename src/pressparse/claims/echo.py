"""Echo: an amount that is said again, by whoever asks about it, measures what it measured before."""

from decimal import Decimal
from typing import Final

from pressparse.claims.draft import Draft, Fact, Pieces
from pressparse.claims.kind import COUNT, MEASURE, MONEY
from pressparse.lexicon import read_tree

_SIGN: Final = read_tree("quantities")["signs"]
_KINDS: Final = frozenset((COUNT, MEASURE, MONEY))
_SIGNS: Final = frozenset(_SIGN["clause"])
_POINTING: Final = frozenset(_SIGN["pointing_at"])
# What stands behind a number that is pointed at says what becomes of it.
_BEHIND: Final = ("metric.behind", "metric.clause")
# What is smaller is said of too many things, what is further off may be another.
_LEAST: Final = 100
_FARTHEST: Final = 300


class Echo:
    """The amounts of a text by value, each with the place where it was said last and what it measured there."""

    __slots__ = ("_said",)

    def __init__(self) -> None:
        self._said: dict[tuple[str, Decimal], tuple[int, Pieces]] = {}

    def told_again(self, text: str, drafts: list[Draft]) -> list[Draft]:
        """The numbers of a sentence, “|1800亿|?” and “这|1800亿|占…” with the metric of the sentence before."""
        for index, draft in enumerate(drafts):
            quantity, fact = draft.quantity, draft.fact
            if quantity.kind not in _KINDS or not isinstance(quantity.low, Decimal) or quantity.low < _LEAST:
                continue
            key = (quantity.unit, quantity.low)
            pointed = text[quantity.start - 1 : quantity.start] in _POINTING
            place, metric = self._said.get(key, (-_FARTHEST, ()))
            alone = (
                text[quantity.start - 1 : quantity.start] in _SIGNS
                and text[quantity.after : quantity.after + 1] in _SIGNS
            )
            again = (alone and not fact.metric) or (pointed and (not fact.metric or fact.rule.endswith(_BEHIND)))
            if again and metric and not fact.change and quantity.start - place < _FARTHEST:
                drafts[index] = draft.but(fact=fact.but(metric=metric, rule="metric.echo"))
            told = drafts[index].fact
            if told.metric and not told.change and _is_short(told):
                self._said[key] = (quantity.start, told.metric)
        return drafts


def _is_short(fact: Fact) -> bool:
    """Whether a metric is no more than a noun: what stands behind a number may be half a clause."""
    return not fact.rule.endswith(_BEHIND) or sum(end - start for start, end in fact.metric) <= _LONGEST_NOUN


_LONGEST_NOUN: Final = 6
