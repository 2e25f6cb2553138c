"""Compositions: a whole whose name says what it is made of (“进出口”), against those parts where they are told."""

from collections.abc import Iterator, Sequence

from pressparse.claims.check.figure import Figure, Sentence
from pressparse.claims.check.finding import Check, Finding, Verdict, judge
from pressparse.claims.check.interval import total
from pressparse.lexicon import read_tree

_TREE = read_tree("checks")["sums"]
_COMPOUNDS: dict[str, list[str]] = _TREE["compounds"]
# A whole is told first, its parts in the same sentence or the two behind.
_NEAR = 3
# What differs by so much is of something else.
_FAR = 2


def check_compositions(sentences: Sequence[Sentence], known: frozenset[tuple[int, int]]) -> Iterator[Finding]:
    """“进出口320亿元。出口200亿元,…;进口130亿元”: 320 is not 200 and 130.

    `known` are the wholes, by speech and place, that other checks have held against their parts.
    """
    for index, sentence in enumerate(sentences):
        near = [each for each in sentences[index : index + _NEAR] if each.speech == sentence.speech]
        figures = [figure for each in near for figure in each.figures if figure.is_level]
        for whole in sentence.figures:
            if whole.is_level and (whole.speech, whole.start) not in known:
                yield from _held(whole, [figure for figure in figures if figure.start > whole.start])


def _held(whole: Figure, behind: list[Figure]) -> Iterator[Finding]:
    """The finding on a whole and the parts of it behind; none where not all are told."""
    for compound, names in _COMPOUNDS.items():
        if compound not in whole.name:
            continue
        again = next((at for at, each in enumerate(behind) if compound in each.name), len(behind))
        parts = [
            next((each for each in behind[:again] if _is_part(whole, each, compound, name)), None) for name in names
        ]
        told = [part for part in parts if part is not None]
        if len(told) < len(names):
            continue
        expected = total([part.interval for part in told])
        summed = sum(part.value for part in told)
        near = whole.value < _FAR * summed and summed < _FAR * whole.value
        if not (near or whole.interval.meets(expected)):
            # “全国进出口43万亿元”, and of our city “出口200亿元,进口120亿元”
            continue
        verdict = judge(whole.interval, expected, total([part.exact for part in told]))
        sums = " + ".join(f"{{{number}}}" for number in range(1, len(told) + 1))
        relation = {Verdict.CONSISTENT: "{0} = ", Verdict.ROUNDING: "{0} = (within rounding) "}.get(
            verdict, "{0} is not "
        )
        spots = (whole.spot, *[part.spot for part in told])
        yield Finding(Check.SUM, verdict, spots, f"{relation}{sums} = {{expected}}", whole.interval, expected)


def _is_part(whole: Figure, figure: Figure, compound: str, name: str) -> bool:
    """Whether a figure is that part of the whole: “出口” of “全市进出口总额”, not “对美出口”."""
    alike = figure.unit == whole.unit and figure.claim.kind is whole.claim.kind
    same = figure.claim.period in ("", whole.claim.period)
    return alike and same and name in figure.name and figure.name.replace(name, compound) in whole.name
