"""Words that stand together more often than chance has it; each measure by its source."""

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import partial
from itertools import chain
from math import inf, log, log2, sqrt

from pressparse.errors import OptionError
from pressparse.keywords.passage import Cut, Passage, find_source_forms
from pressparse.keywords.rank import keep_rule
from pressparse.text.script import to_analysis
from pressparse.text.segment import find_word_runs

_WORD = re.compile(r"\w")
_DIGITS = 9


@dataclass(frozen=True, slots=True)
class Pair:
    """A pair of words seen `together` times among `n` pairs, its first word in `first` of them, its second in `second`.

    Raises ValueError when the counts cannot be.
    """

    together: int
    first: int
    second: int
    n: int

    def __post_init__(self) -> None:
        if not 0 <= self.together <= min(self.first, self.second) or self.first + self.second - self.together > self.n:
            raise ValueError(f"no pair: {self.together} of {self.first} and {self.second} among {self.n}")

    @property
    def cells(self) -> tuple[int, int, int, int]:
        """Both words, the first alone, the second alone, neither."""
        neither = self.n - self.first - self.second + self.together
        return self.together, self.first - self.together, self.second - self.together, neither

    @property
    def expected(self) -> float:
        """How often the two would be together by chance."""
        return self.first * self.second / self.n


def log_dice(pair: Pair) -> float:
    """14 + log2(2 together / (first + second)), at most 14; not above 0 for chance. Source: Rychlý 2008.

    >>> log_dice(Pair(10, 10, 10, 1000))
    14.0
    """
    return 14 + log2(2 * pair.together / (pair.first + pair.second)) if pair.together else -inf


def pmi(pair: Pair) -> float:
    """Pointwise mutual information in bits: log2(together / expected). Source: Church & Hanks 1990."""
    return log2(pair.together / pair.expected) if pair.together else -inf


def t_score(pair: Pair) -> float:
    """(together - expected) / √together. Source: Church et al. 1991."""
    return (pair.together - pair.expected) / sqrt(pair.together) if pair.together else -inf


def z_score(pair: Pair) -> float:
    """(together - expected) / √expected. Source: Evert 2005, after Dennis 1965."""
    return (pair.together - pair.expected) / sqrt(pair.expected) if pair.expected else 0.0


def log_odds(pair: Pair, *, smoothing: float = 0.5) -> float:
    """Lambda of two words: the log odds ratio (natural) with `smoothing` added to each cell.

    Source: Blaheta & Johnson 2001, in the form of quanteda's textstat_collocations.
    """
    both, first, second, neither = (cell + smoothing for cell in pair.cells)
    return log(both) + log(neither) - log(first) - log(second)


def log_odds_z(pair: Pair, *, smoothing: float = 0.5) -> float:
    """Lambda over its standard error √Σ 1 / (cell + smoothing); Wald's test."""
    return log_odds(pair, smoothing=smoothing) / sqrt(sum(1 / (cell + smoothing) for cell in pair.cells))


MEASURES: dict[str, Callable[[Pair], float]] = {
    "log_dice": log_dice,
    "pmi": pmi,
    "t": t_score,
    "z": z_score,
    "lambda": log_odds,
    "lambda_z": log_odds_z,
}


@dataclass(frozen=True, slots=True)
class Collocation:
    """Two words, the earlier first: together `count` times; `first`, `second` as in Pair."""

    term: str
    collocate: str
    count: int
    first: int
    second: int
    statistic: float


def rank_collocations(
    passages: Sequence[Passage],
    *,
    node: str = "",
    measure: str = "log_dice",
    window: int = 1,
    top: int = 20,
    least_count: int = 3,
    stop_words: frozenset[str] | None = None,
    numbers: bool = False,
    engine: str = "rjieba",
    hmm: bool = True,
    words: Sequence[str] = (),
) -> tuple[Collocation, ...]:
    """The `top` pairs of words with at most `window` - 1 words between them, strongest first; `top` 0: all.

    The sample are all pairs of tokens within the window that no sign and no line end parts (blanks do not);
    Pair.first counts those with the one word in front, Pair.second those with the other behind. Shown are pairs of
    terms as in rank_keywords, with `node` in one of the two places where it is given (any script).
    Of equal statistics the more frequent pair stands first, then the earlier.
    Raises OptionError for an unknown measure or a window below 1.
    """
    if measure not in MEASURES:
        raise OptionError(f"“{measure}” is no measure of collocation that we know; use one of {', '.join(MEASURES)}")
    if window < 1:
        raise OptionError(f"a window of {window} words holds no pair; use 1 for neighbours, 5 for the context")
    wanted = to_analysis(node)
    cut = partial(find_word_runs, engine=engine, hmm=hmm, words=words)
    pairs = _count_pairs(_find_stretches(passages, cut), window)
    first, second = _count_margins(pairs)
    n = sum(pairs.values())
    is_kept = keep_rule(stop_words, numbers=numbers)
    found = [
        Collocation(x, y, count, first[x], second[y], MEASURES[measure](Pair(count, first[x], second[y], n)))
        for (x, y), count in pairs.items()
        if count >= least_count and (not wanted or wanted in (x, y)) and is_kept(x) and is_kept(y)
    ]
    found.sort(key=lambda pair: (-pair.statistic, -pair.count))
    return _show(found[: top or None], passages, cut)


def _find_stretches(passages: Iterable[Passage], cut: Cut) -> Iterator[list[str]]:
    """The words between signs and line ends."""
    for passage in passages:
        stretch: list[str] = []
        for token in chain.from_iterable(cut(passage.text)):
            if _WORD.search(token):
                stretch.append(token)
            elif stretch and (not token.isspace() or "\n" in token):
                yield stretch
                stretch = []
        if stretch:
            yield stretch


def _count_pairs(stretches: Iterable[list[str]], window: int) -> Counter[tuple[str, str]]:
    pairs: Counter[tuple[str, str]] = Counter()
    for stretch in stretches:
        for distance in range(1, min(window, len(stretch) - 1) + 1):
            pairs.update(zip(stretch, stretch[distance:], strict=False))
    return pairs


def _count_margins(pairs: Counter[tuple[str, str]]) -> tuple[Counter[str], Counter[str]]:
    first: Counter[str] = Counter()
    second: Counter[str] = Counter()
    for (x, y), count in pairs.items():
        first[x] += count
        second[y] += count
    return first, second


def _show(found: Sequence[Collocation], passages: Sequence[Passage], cut: Cut) -> tuple[Collocation, ...]:
    terms = {pair.term: pair.first for pair in found} | {pair.collocate: pair.second for pair in found}
    forms = find_source_forms(passages, terms, cut)
    return tuple(
        replace(
            pair,
            term=forms[pair.term],
            collocate=forms[pair.collocate],
            statistic=round(pair.statistic, _DIGITS),
        )
        for pair in found
    )
