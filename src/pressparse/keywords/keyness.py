"""The words by which two groups of passages differ, or one from the language at large."""

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache, partial

from pressparse.errors import OptionError, ReadError
from pressparse.keywords.contingency import MEASURES, Contingency, log_ratio, per_million, significance
from pressparse.keywords.inverse_frequency import jieba_folder
from pressparse.keywords.passage import Cut, Passage, find_source_forms
from pressparse.keywords.rank import keep_rule
from pressparse.text.segment import find_word_runs

# 0 or more by their formulas, so that the sign is free to tell the side; distributed as chi-square.
_CHI_SQUARE = ("g2", "ll", "chi2")
_WORD = re.compile(r"\w")
_DIGITS = 9


@dataclass(frozen=True, slots=True)
class WordCounts:
    """How often each token occurs, and how many tokens there are; signs and blanks are no tokens here."""

    count: Mapping[str, int]
    total: int


@dataclass(frozen=True, slots=True)
class KeyTerm:
    """A term that one side has more of.

    `side` is a or b; `a`, `b` occurrences; `rate_a`, `rate_b` per million tokens; `statistic` by the measure, for
    g2, ll and chi2 negative on side b; `effect` the log ratio (log2, positive on side a); `p` the probability of
    the statistic by chance, 1.0 for measures without one; `floored` a count of 0 taken as 0.5 in the effect.
    """

    side: str
    term: str
    a: int
    b: int
    rate_a: float
    rate_b: float
    statistic: float
    effect: float
    p: float
    floored: bool


def rank_keyness(
    a: Sequence[Passage],
    b: Sequence[Passage] | None,
    *,
    measure: str = "g2",
    top: int = 20,
    stop_words: frozenset[str] | None = None,
    numbers: bool = False,
    least_count: int = 2,
    engine: str = "rjieba",
    hmm: bool = True,
    words: Sequence[str] = (),
) -> tuple[KeyTerm, ...]:
    """The `top` terms of side a, keenest first, then those of side b; `top` 0: all.

    `b` None compares with the frequencies of jieba's dictionary and gives side a alone. Totals count all tokens,
    terms are those of rank_keywords with `least_count` occurrences on both sides together. Equally frequent terms
    are on neither side; of equal statistics the more frequent stands first, then the earlier. A side without
    tokens gives an empty tuple. Raises OptionError for an unknown measure.
    """
    if measure not in MEASURES:
        raise OptionError(f"“{measure}” is no measure of keyness that we know; use one of {', '.join(MEASURES)}")
    count = partial(count_words, engine=engine, hmm=hmm, words=words)
    counts_a, counts_b = count(a), read_dictionary_counts() if b is None else count(b)
    if not counts_a.total or not counts_b.total:
        return ()
    is_kept = keep_rule(stop_words, numbers=numbers)
    seen = dict.fromkeys((*counts_a.count, *(() if b is None else counts_b.count)))
    terms = [
        _measure(term, counts_a, counts_b, measure)
        for term in seen
        if counts_a.count.get(term, 0) + counts_b.count.get(term, 0) >= least_count and is_kept(term)
    ]
    cut = partial(find_word_runs, engine=engine, hmm=hmm, words=words)
    best_a = _find_best(terms, "a", measure)[: top or None]
    best_b = _find_best(terms, "b", measure)[: top or None] if b is not None else []
    return (*_show(best_a, a, cut), *_show(best_b, b or (), cut))


def count_words(
    passages: Sequence[Passage], *, engine: str = "rjieba", hmm: bool = True, words: Sequence[str] = ()
) -> WordCounts:
    """The tokens of the passages, counted."""
    count: Counter[str] = Counter()
    for passage in passages:
        for run in find_word_runs(passage.text, engine=engine, hmm=hmm, words=words):
            count.update(run)
    counts = {term: number for term, number in count.items() if _WORD.search(term)}
    return WordCounts(counts, sum(counts.values()))


@cache
def read_dictionary_counts() -> WordCounts:
    """The frequencies of jieba's dictionary (People's Daily 1998, the MSR corpus, novels; 60 million tokens)."""
    path = jieba_folder() / "dict.txt"
    try:
        rows = (line.split(" ") for line in path.read_text("utf-8").splitlines())
        counts = {row[0]: int(row[1]) for row in rows}
    except OSError as error:
        raise ReadError("the dictionary of jieba cannot be read; install jieba again", path=str(path)) from error
    return WordCounts(counts, sum(counts.values()))


def _measure(term: str, counts_a: WordCounts, counts_b: WordCounts, measure: str) -> KeyTerm:
    table = Contingency(
        counts_a.count.get(term, 0), counts_b.count.get(term, 0), n_a=counts_a.total, n_b=counts_b.total
    )
    statistic = MEASURES[measure](table)
    return KeyTerm(
        side={1: "a", -1: "b", 0: ""}[table.direction],
        term=term,
        a=table.a,
        b=table.b,
        rate_a=round(per_million(table.a, table.n_a), _DIGITS),
        rate_b=round(per_million(table.b, table.n_b), _DIGITS),
        statistic=round(statistic * (table.direction if measure in _CHI_SQUARE else 1), _DIGITS),
        effect=round(log_ratio(table), _DIGITS),
        p=significance(statistic) if measure in _CHI_SQUARE else 1.0,
        floored=not table.a or not table.b,
    )


def _find_best(terms: Sequence[KeyTerm], side: str, measure: str) -> list[KeyTerm]:
    # A ratio of rates falls below 1 on side b: the least is the keenest there. Evidence (bic) has no direction.
    way = -1 if measure in ("log_ratio", "simple_maths", *_CHI_SQUARE) and side == "b" else 1
    mine = [term for term in terms if term.side == side]
    return sorted(mine, key=lambda term: (-way * term.statistic, -(term.a + term.b)))


def _show(terms: Sequence[KeyTerm], passages: Sequence[Passage], cut: Cut) -> list[KeyTerm]:
    forms = find_source_forms(passages, {term.term: max(term.a, term.b) for term in terms}, cut)
    return [replace(term, term=forms[term.term]) for term in terms]
