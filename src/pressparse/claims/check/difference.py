"""Differences: an amount and by how much it changed, against the rate that was stated; a difference said again."""

import re
from collections.abc import Iterator, Sequence

from pressparse.claims.check.figure import Figure, Sentence
from pressparse.claims.check.finding import Check, Finding, Verdict, judge
from pressparse.claims.check.interval import HUNDRED, Interval
from pressparse.claims.check.slip import one_slip_explains
from pressparse.claims.kind import Kind
from pressparse.lexicon import read_tree

_TREE = read_tree("checks")["growth"]
_COMPARES = re.compile(_TREE["compares"])
_AGAIN = re.compile(_TREE["again"])
_TO = re.compile(_TREE["to"])


def difference_before(sentence: Sentence, index: int, now: Figure) -> Figure | None:
    """“47件,比去年同期减少9件,降幅16.1%”: the 9; None where another change stands there too."""
    before = [each for each in sentence.figures[:index] if each.start > now.start and not each.is_level]
    found = [each for each in before if each.is_difference and each.unit == now.unit and _is_compared(each)]
    return found[0] if len(before) == 1 and found else None


def _is_compared(difference: Figure) -> bool:
    return bool(difference.claim.base) or _COMPARES.search(difference.before()) is not None


def by_difference(change: Figure, now: Figure, difference: Figure) -> Iterator[Finding]:
    """The base follows from the level and the difference; the rate has to follow from both."""
    if change.claim.kind is not Kind.PERCENT:
        return
    up = difference.claim.change == "up"
    base = now.interval - difference.interval if up else now.interval + difference.interval
    exact = now.exact - difference.exact if up else now.exact + difference.exact
    spots = (change.spot, now.spot, difference.spot)
    if base.high is not None and base.high < 0:
        message = "{1} cannot have grown by {2}, nor by {0}"
        yield Finding(Check.GROWTH, Verdict.INCONSISTENT, spots, message, change.interval)
    if (base.low or 0) <= 0 or (difference.interval.low or 0) < 0:
        # “减少-5亿元” changes nothing that can be divided.
        return
    expected = difference.interval / base * HUNDRED
    verdict = judge(change.interval, expected, difference.exact / exact * HUNDRED)
    if change.claim.change and (change.claim.change == "up") is not up:
        expected, verdict = -expected, Verdict.INCONSISTENT
    message = "a difference of {2} that leads to {1} is {expected}, stated is {0}"
    yield Finding(Check.GROWTH, verdict, spots, message, change.interval, expected)


def check_again(figures: Sequence[Figure]) -> Iterator[Finding]:
    """“投资从6亿元追加到8.5亿元” of one, “追加的2.5亿元” of another: the difference under the verb of its pair."""
    for index, figure in enumerate(figures):
        verb = _AGAIN.search(figure.before())
        if verb is None or not figure.is_level:
            continue
        for at in range(index - 1, 0, -1):
            one, two = figures[at - 1], figures[at]
            if _is_pair(one, two, verb["verb"]) and two.unit == figure.unit and two.place == figure.place:
                yield from _of_pair(figure, one, two)
                break


def _is_pair(one: Figure, two: Figure, verb: str) -> bool:
    """“由…增加到…” with this verb."""
    if one.speech != two.speech or one.claim.sentence != two.claim.sentence or one.unit != two.unit:
        return False
    gap = one.up_to(two)
    return gap.startswith(verb) and _TO.search(gap) is not None


def _of_pair(figure: Figure, one: Figure, two: Figure) -> Iterator[Finding]:
    fell = two.value < one.value
    expected, exact = (one.interval - two.interval, one.exact - two.exact) if fell else (
        two.interval - one.interval,
        two.exact - one.exact,
    )  # fmt: skip
    verdict = judge(figure.interval, expected, exact)

    def fits(said: list[Interval]) -> bool:
        return said[0].meets(said[1] - said[2]) or said[0].meets(said[2] - said[1])

    if verdict is not Verdict.INCONSISTENT or one_slip_explains([figure, one, two], fits):
        message = "from {1} to {2} is {expected}, stated is {0}"
        spots = (figure.spot, one.spot, two.spot)
        yield Finding(Check.GROWTH, verdict, spots, message, figure.interval, expected)
