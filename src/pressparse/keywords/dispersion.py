"""How evenly a word is spread over the parts of a record: its turns, its speakers."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from math import sqrt

from pressparse.errors import OptionError
from pressparse.keywords.keyness import count_words
from pressparse.keywords.passage import Passage, find_source_forms, group_passages
from pressparse.keywords.rank import keep_rule
from pressparse.text.segment import find_word_runs

PARTS = ("passage", "group")
_DIGITS = 9


@dataclass(frozen=True, slots=True)
class Dispersion:
    """A term over the parts: `count` occurrences in all, in `range` of `parts` parts; the rest as their functions."""

    term: str
    count: int
    range: int
    parts: int
    juilland_d: float
    dp: float
    dp_norm: float


def juilland_d(counts: Sequence[int], sizes: Sequence[int]) -> float:
    """1 where the word is equally frequent in all parts, 0 where it stands in one: 1 - V / √(parts - 1).

    V: standard deviation (population) over mean of the relative frequencies of the parts. Raises ValueError
    for fewer than two parts or a word that does not occur. Source: Juilland et al. 1970, as in Gries 2008.

    >>> round(juilland_d([0, 4, 3, 2, 1], [10, 10, 10, 10, 10]), 4)
    0.6464
    """
    _check(counts, sizes)
    rates = [count / size for count, size in zip(counts, sizes, strict=True)]
    mean = sum(rates) / len(rates)
    deviation = sqrt(sum((rate - mean) ** 2 for rate in rates) / len(rates))
    return 1 - deviation / mean / sqrt(len(rates) - 1)


def deviation_of_proportions(counts: Sequence[int], sizes: Sequence[int]) -> float:
    """DP: 0 where the word is spread as the parts are large, near 1 where it stands in one small part.

    Half the sum of |share of the word's occurrences - share of all tokens|. Raises ValueError as juilland_d.
    Source: Gries 2008.

    >>> round(deviation_of_proportions([2, 2, 2, 2, 2], [9, 10, 10, 10, 11]), 3)
    0.02
    """
    _check(counts, sizes)
    seen, size = sum(counts), sum(sizes)
    return sum(abs(count / seen - part / size) for count, part in zip(counts, sizes, strict=True)) / 2


def normalised_deviation(counts: Sequence[int], sizes: Sequence[int]) -> float:
    """DP over the greatest value it can take here, 1 - the share of the smallest part: 0 to 1 whatever the parts.

    Source: Lijffijt & Gries 2012.

    >>> round(normalised_deviation([2, 2, 2, 2, 2], [9, 10, 10, 10, 11]), 3)
    0.024
    """
    return deviation_of_proportions(counts, sizes) / (1 - min(sizes) / sum(sizes))


def rank_dispersion(
    passages: Sequence[Passage],
    *,
    part: str = "passage",
    top: int = 20,
    stop_words: frozenset[str] | None = None,
    numbers: bool = False,
    least_count: int = 2,
    engine: str = "rjieba",
    hmm: bool = True,
    words: Sequence[str] = (),
) -> tuple[Dispersion, ...]:
    """The `top` most frequent terms with their spread over passages or groups, the more frequent first; `top` 0: all.

    Terms as in rank_keywords. Sizes are counted in tokens, signs and blanks left out; parts without tokens are no
    parts. Fewer than two parts give an empty tuple. Raises OptionError for an unknown `part`.
    """
    if part not in PARTS:
        raise OptionError(f"“{part}” is no part of a record that we know; use one of {', '.join(PARTS)}")
    parts = [[passage] for passage in passages] if part == "passage" else list(group_passages(passages).values())
    counted = [count_words(members, engine=engine, hmm=hmm, words=words) for members in parts]
    counted = [counts for counts in counted if counts.total]
    if len(counted) < 2:
        return ()
    is_kept = keep_rule(stop_words, numbers=numbers)
    totals: Counter[str] = Counter()
    for counts in counted:
        totals.update(counts.count)
    best = [term for term, count in totals.most_common() if count >= least_count and is_kept(term)][: top or None]
    cut = partial(find_word_runs, engine=engine, hmm=hmm, words=words)
    forms = find_source_forms(passages, {term: totals[term] for term in best}, cut)
    sizes = [counts.total for counts in counted]
    return tuple(_disperse(forms[term], [counts.count.get(term, 0) for counts in counted], sizes) for term in best)


def _disperse(term: str, counts: Sequence[int], sizes: Sequence[int]) -> Dispersion:
    return Dispersion(
        term=term,
        count=sum(counts),
        range=sum(count > 0 for count in counts),
        parts=len(sizes),
        juilland_d=round(juilland_d(counts, sizes), _DIGITS),
        dp=round(deviation_of_proportions(counts, sizes), _DIGITS),
        dp_norm=round(normalised_deviation(counts, sizes), _DIGITS),
    )


def _check(counts: Sequence[int], sizes: Sequence[int]) -> None:
    if len(sizes) < 2 or min(sizes) <= 0 or not sum(counts):
        raise ValueError(f"no dispersion of {sum(counts)} occurrences over {len(sizes)} parts with tokens")
