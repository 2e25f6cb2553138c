"""The audit: every check on every speech, in one order."""

from collections.abc import Sequence

from pressparse.claims.check.composition import check_compositions
from pressparse.claims.check.difference import check_again
from pressparse.claims.check.figure import Speech, find_figures, find_sentences
from pressparse.claims.check.finding import Finding
from pressparse.claims.check.growth import check_growth
from pressparse.claims.check.listing import check_lists
from pressparse.claims.check.magnitude import check_magnitudes
from pressparse.claims.check.quotient import check_quotients
from pressparse.claims.check.repeat import check_repeats
from pressparse.claims.check.share import check_shares
from pressparse.claims.check.sum import check_sums


def check_speeches(speeches: Sequence[Speech], *, derive: bool = False) -> tuple[Finding, ...]:
    """What adds up and what does not in these speeches, taken together, ordered by the place that is judged.

    With `derive`, also what stated changes imply for bases that nobody stated.
    """
    figures = find_figures(speeches)
    sentences = tuple(find_sentences(figures))
    sums = tuple(check_sums(sentences))
    held = frozenset((each.spots[0].speech, each.spots[0].span.start) for each in sums)
    findings = (
        *sums,
        *check_compositions(sentences, held),
        *check_shares(sentences, figures),
        *check_growth(sentences, figures, derive=derive),
        *check_again(figures),
        *check_quotients(sentences),
        *check_repeats(figures),
        *check_lists(speeches),
        *check_magnitudes(figures),
    )
    # “其中…,其余…” is found both ways.
    once = {(each.check, frozenset(each.spots)): each for each in reversed(findings)}.values()
    return tuple(sorted(once, key=lambda each: (each.spots[0].speech, each.spots[0].span, each.check)))
