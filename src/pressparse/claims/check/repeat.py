"""Repeats: the same metric of the same time, stated more than once."""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence

from pressparse.claims.check.figure import Figure
from pressparse.claims.check.finding import Check, Finding, Verdict
from pressparse.claims.check.name import ALIKE, is_specific, likeness
from pressparse.claims.kind import Kind
from pressparse.lexicon import one_of, read_tree

_TREE = read_tree("checks")["repeat"]
_CONTRAST = re.compile(one_of(set(_TREE["contrast"]) - set(_TREE["contrast_ignored"])))
_OWN_RULES = ("metric.before", "metric.behind")
_FEW_DIGITS = 2


def check_repeats(figures: Sequence[Figure]) -> Iterator[Finding]:
    """Statements of one metric, one time and one unit: the same number, another rounding, or a contradiction."""
    groups: dict[tuple[str, ...], list[Figure]] = defaultdict(list)
    for figure in figures:
        claim = figure.claim
        bare = claim.kind is Kind.COUNT and not figure.unit
        if claim.period and not bare and (figure.is_level or figure.is_rate or figure.is_share):
            role = "level" if figure.is_level or figure.is_share else f"{claim.change} {claim.base}"
            groups[(claim.kind.value, figure.unit, claim.period, role, figure.place)].append(figure)
    for group in groups.values():
        yield from _pairs(group)


def _pairs(group: list[Figure]) -> Iterator[Finding]:
    """Each later statement with the first that it repeats."""
    for index, later in enumerate(group):
        for earlier in group[:index]:
            finding = _held_together(earlier, later)
            if finding is not None:
                yield finding
                break


def _held_together(one: Figure, two: Figure) -> Finding | None:
    if one.speech == two.speech and one.claim.sentence == two.claim.sentence:
        return None
    score = 1.0 if one.name == two.name else likeness(one.name, two.name)
    same = one.name == two.name and is_specific(one.name)
    equal = one.claim.low == two.claim.low and one.claim.high == two.claim.high
    if equal and (same or (score >= ALIKE and _telling(one))):
        verdict = Verdict.CONSISTENT if one.claim.modifier == two.claim.modifier else Verdict.ROUNDING
    elif same and _rounds(one, two):
        verdict = Verdict.ROUNDING
    elif same and _comparable(one, two):
        verdict = Verdict.INCONSISTENT
    else:
        return None
    words = {
        Verdict.CONSISTENT: "{1} repeats {0}",
        Verdict.ROUNDING: "{1} is {0} in other words",
        Verdict.INCONSISTENT: "{1} contradicts {0}",
    }[verdict]
    modifiers = (
        ""
        if one.claim.modifier == two.claim.modifier
        else (f"; the one says {one.claim.modifier or 'exactly'}, the other {two.claim.modifier or 'exactly'}")
    )
    message = f"{words} (names agree {score:.2f}, {one.claim.period}){modifiers}"
    return Finding(Check.REPEAT, verdict, (two.spot, one.spot), message, two.interval, one.interval)


def _rounds(one: Figure, two: Figure) -> bool:
    """Whether both numbers may stand for the same one: 5.2% and 5.3%, as precise as each other, never do."""
    if one.claim.modifier == two.claim.modifier and one.interval.touches(two.interval):
        return False
    return one.interval.meets(two.interval)


def _telling(figure: Figure) -> bool:
    """Whether a number is so special that the same one elsewhere is no chance."""
    said = figure.claim.low
    digits = str(abs(int(figure.value * 100))).strip("0")
    return len(digits) >= _FEW_DIGITS and not isinstance(said, str) and figure.value >= 100 and len(figure.name) > 2


def _comparable(one: Figure, two: Figure) -> bool:
    """Whether a difference is a contradiction: each names its metric itself, and neither clause speaks of another."""
    if not all(figure.claim.rule.split()[1].startswith(_OWN_RULES) for figure in (one, two)):
        return False
    return _contrasts(one) == _contrasts(two)


def _contrasts(figure: Figure) -> frozenset[str]:
    return frozenset(_CONTRAST.findall(figure.before()))
