"""Briefing beside briefing: the numbers of the same metric that changed."""

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache

from pressparse.briefing import Briefing
from pressparse.claims.claim import Claim, format_value
from pressparse.lexicon import read_words
from pressparse.text.script import to_analysis
from pressparse.text.segment import find_place_end

_DIGITS = 6
_LEAST_NAME = 2  # “占” is no metric
# A change in these is a difference; in all others a ratio.
_DIFFERENCES = ("percent", "points", "rank")


@dataclass(frozen=True, slots=True)
class Figure:
    """A metric with another value in b than in a; values as plain strings, a range as low~high, a decrease negative.

    `name` as a says it. `effect` is b / a - 1, for percentages and points b - a, None where it cannot be told.
    """

    name: str
    kind: str
    unit: str
    a: str
    b: str
    period_a: str
    period_b: str
    effect: float | None


def compare_figures(a: Iterable[Briefing], b: Iterable[Briefing]) -> tuple[Figure, ...]:
    """The metrics that both sides name and whose values differ, in the order of a.

    Two claims are of one metric when their names are equal as normalise_metric has them, and kind, unit and what a
    change is against are the same. Where a side has several values the one of the latest period counts, then the
    first said.
    """
    ours, theirs = _collect(a), _collect(b)
    figures = []
    for key, (name, claim) in ours.items():
        other = theirs.get(key)
        if other is None or _said(claim) == _said(other[1]):
            continue
        figures.append(
            Figure(
                name=name,
                kind=claim.kind.value,
                unit=claim.unit,
                a=_said(claim),
                b=_said(other[1]),
                period_a=claim.period,
                period_b=other[1].period,
                effect=_effect(claim, other[1]),
            )
        )
    return tuple(figures)


@lru_cache(maxsize=4096)
def normalise_metric(name: str) -> str:
    """A metric in simplified script, without 的 and without the place it begins with (全市, 我省, 某某市).

    >>> normalise_metric("全市的規模以上工業增加值")
    '规模以上工业增加值'
    """
    words = to_analysis(name)
    for particle in read_words("own_places", "particle"):
        words = words.replace(particle, "")
    for place in read_words("own_places", "place"):
        words = words.removeprefix(place) or words
    return words[find_place_end(words) :] or words


Key = tuple[str, str, str, bool, str]


def _collect(briefings: Iterable[Briefing]) -> dict[Key, tuple[str, Claim]]:
    found: dict[Key, tuple[str, Claim]] = {}
    for briefing in briefings:
        for statement in briefing.claims:
            claim = statement.claim
            name = "".join(statement.in_source(piece).of(briefing.source.text) for piece in claim.metric)
            if len(name) < _LEAST_NAME:
                continue
            key = (normalise_metric(name), claim.kind.value, claim.unit, claim.change != "", _basis(claim.base))
            if key not in found or claim.period > found[key][1].period:
                found[key] = (name, claim)
    return found


def _basis(base: str) -> str:
    """What a change is against, without saying when: two base periods of one kind are comparable."""
    return base if base.isalpha() else "period" if base else ""


def _said(claim: Claim) -> str:
    sign = "-" if claim.is_taken_off else ""
    low, high = format_value(claim.low), format_value(claim.high)
    return sign + low if low == high else f"{sign}{low}~{sign}{high}"


def _effect(a: Claim, b: Claim) -> float | None:
    one, two = _middle(a), _middle(b)
    if one is None or two is None:
        return None
    if a.kind.value in _DIFFERENCES:
        return round(float(two - one), _DIGITS)
    return round(float(two / one - 1), _DIGITS) if one else None


def _middle(claim: Claim) -> Decimal | None:
    if isinstance(claim.low, str) or isinstance(claim.high, str):
        return None
    middle = (claim.low + claim.high) / 2
    return -middle if claim.is_taken_off else middle
