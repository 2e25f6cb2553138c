"""Answers: numbers whose metric the question before them named (“失业率是多少?” — “5.2%。”)."""

from collections.abc import Callable
from dataclasses import replace

from pressparse.claims.claim import Claim
from pressparse.claims.context import LONGEST_ASIDE
from pressparse.claims.kind import NO_CLAIM

# What is read of a question: its end, up to so many characters.
LONGEST_QUESTION = 160
Finder = Callable[[str, int], tuple[Claim, ...]]


def with_question(claims: tuple[Claim, ...], question: str, answer: str, gap: int, find: Finder) -> tuple[Claim, ...]:
    """The claims of an answer, those without a metric or a period with what the question said of them.

    `gap` is how many characters stand in the source between the two, a label as a rule: what the question names lies
    that far in front of the answer, so that such spans are negative. `find` finds the claims of a text in which an
    answer begins at a place.
    """
    end = max((claim.sentence.end for claim in claims if _is_bare(claim)), default=0)
    if not end:
        return claims
    question = question[-LONGEST_QUESTION:].rstrip()
    cut = len(question) + 1
    found = {claim.span.start - cut: claim for claim in find(f"{question} {answer[:end]}", cut)}
    return tuple([_completed(claim, found.get(claim.span.start), cut, gap) for claim in claims])


def _is_bare(claim: Claim) -> bool:
    """Whether a claim near the beginning of an answer has no metric."""
    return not claim.metric and claim.kind not in NO_CLAIM and claim.sentence.start < LONGEST_ASIDE


def _completed(claim: Claim, asked: Claim | None, cut: int, gap: int) -> Claim:
    """A claim with what the question gives it, `asked` being the same claim behind that question."""
    if not _is_bare(claim) or asked is None or not asked.metric or asked.metric[-1].end >= cut:
        return claim
    back = -(cut - 1) - gap
    return claim.but(
        metric=tuple([piece.shift(back) for piece in asked.metric]),
        period=claim.period or asked.period,
        rule=claim.rule.replace("metric.none", "metric.asked"),
        evidence=(
            *claim.evidence,
            *[
                replace(one, span=one.span.shift(back))
                for one in asked.evidence
                if one.field == "metric" and one.span.end < cut
            ],
        ),
    )
