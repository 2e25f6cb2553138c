"""Figures: claims with a value, ready to be compared."""

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction
from itertools import groupby

from pressparse.claims.check.finding import Spot
from pressparse.claims.check.interval import Interval, exactly
from pressparse.claims.check.name import plain_name
from pressparse.claims.check.precision import interval_of, nominal
from pressparse.claims.claim import Claim
from pressparse.claims.kind import Kind
from pressparse.lexicon import read_tree

_TREE = read_tree("checks")
_KIN = {unit: units[0] for units in _TREE["units"]["same"] for unit in units}
_ABSOLUTE = frozenset((Kind.MONEY, Kind.COUNT, Kind.MEASURE, Kind.DURATION))
_CHANGES = frozenset((Kind.PERCENT, Kind.MULTIPLE))
_REACHED = "change.from-to"
_RATE_WORDS = re.compile(_TREE["growth"]["rate_words"])
_ARRIVES = re.compile(_TREE["growth"]["arrives"])
_OWN_PLACE = re.compile(_TREE["places"]["own"])
# The comma of “6,842” parts nothing.
_CLAUSE = re.compile("[;。!?:\n]|(?<![0-9]),|,(?![0-9])")
_LOOK_BACK = 8


@dataclass(frozen=True, slots=True)
class Speech:
    """One stretch of one voice: its text in analysis script and the claims made in it, in text order.

    `record` tells the records of several events apart.
    """

    text: str
    claims: tuple[Claim, ...]
    record: str = ""


@dataclass(frozen=True, slots=True)
class Figure:
    """A claim with what it may stand for, where it was made and what its metric is called in plain words."""

    speech: int
    text: str
    claim: Claim
    interval: Interval
    exact: Interval
    unit: str
    name: str
    place: str = ""

    @property
    def spot(self) -> Spot:
        """Where it stands."""
        return Spot(self.speech, self.claim.span, self.claim.sentence, self.claim)

    @property
    def start(self) -> int:
        """Where the number begins."""
        return self.claim.span.start

    @property
    def end(self) -> int:
        """Where the number ends."""
        return self.claim.span.end

    @property
    def value(self) -> Fraction:
        """The number as said."""
        return nominal(self.claim)

    @property
    def reached(self) -> bool:
        """Whether it is the second of two levels (由…增至…), or what a change led to (压低至…)."""
        if _REACHED in self.claim.rule:
            return True
        changed = bool(self.claim.change) and self.claim.kind in _ABSOLUTE
        return changed and _ARRIVES.search(self.text, max(self.start - _LOOK_BACK, 0), self.start) is not None

    @property
    def is_level(self) -> bool:
        """An amount at a time."""
        return self.claim.kind in _ABSOLUTE and (not self.claim.change or self.reached)

    @property
    def is_share(self) -> bool:
        """A percentage that is no change."""
        return self.claim.kind is Kind.PERCENT and (not self.claim.change or self.reached) and not self.is_rate

    @property
    def is_rate(self) -> bool:
        """A change in percent or multiples of what was before."""
        claim = self.claim
        if claim.kind not in _CHANGES or self.reached:
            return False
        return bool(claim.change) or self.names_rate

    @property
    def names_rate(self) -> bool:
        """Whether a word for the size of a change (增幅) stands before it."""
        return _RATE_WORDS.search(self.text, max(self.start - _LOOK_BACK, 0), self.start) is not None

    @property
    def is_difference(self) -> bool:
        """A change in the unit of what changed, points for percentages."""
        change = bool(self.claim.change) and not self.reached
        return change and (self.claim.kind in _ABSOLUTE or self.claim.kind is Kind.POINTS)

    @property
    def clause(self) -> int:
        """Where the clause of the number begins."""
        start = self.claim.sentence.start
        breaks = [match.end() for match in _CLAUSE.finditer(self.text, start, self.start)]
        return breaks[-1] if breaks else start

    def before(self) -> str:
        """The words of its clause before the number."""
        return self.text[self.clause : self.start]

    def up_to(self, other: "Figure") -> str:
        """The words between this number and a later one of the same speech."""
        return self.text[self.end : other.start]


def find_figures(speeches: Sequence[Speech]) -> tuple[Figure, ...]:
    """The claims that have a value, speech by speech, in text order."""
    figures = []
    places = _places(speeches)
    for number, speech in enumerate(speeches):
        for claim in speech.claims:
            interval = interval_of(claim, speech.text)
            if interval is None:
                continue
            unit = claim.unit_span.of(speech.text) if claim.unit_span else claim.unit
            name = plain_name("".join(piece.of(speech.text) for piece in claim.metric))
            exact = exactly(nominal(claim))
            figures.append(
                Figure(number, speech.text, claim, interval, exact, _KIN.get(unit, unit), name, places[speech.record])
            )
    return tuple(figures)


def _places(speeches: Sequence[Speech]) -> dict[str, str]:
    """Whose record each is, by the offices it names most; empty where it names none."""
    counts: dict[str, Counter[str]] = {}
    for speech in speeches:
        counts.setdefault(speech.record, Counter()).update(_OWN_PLACE.findall(speech.text))
    return {record: max(found, key=lambda name: found[name], default="") for record, found in counts.items()}


@dataclass(frozen=True, slots=True)
class Sentence:
    """The figures of one sentence, in text order."""

    speech: int
    text: str
    start: int
    end: int
    figures: tuple[Figure, ...]

    @property
    def levels(self) -> list[Figure]:
        """Its amounts."""
        return [figure for figure in self.figures if figure.is_level]

    def between(self, start: int, end: int) -> list[Figure]:
        """Its figures that begin from `start` up to `end`."""
        starts = [figure.start for figure in self.figures]
        return list(self.figures[bisect_left(starts, start) : bisect_left(starts, end)])


def find_sentences(figures: Sequence[Figure]) -> Iterator[Sentence]:
    """The sentences that have figures, in order."""
    for (speech, span), group in groupby(figures, key=lambda figure: (figure.speech, figure.claim.sentence)):
        own = tuple(group)
        yield Sentence(speech, own[0].text, span.start, span.end, own)
