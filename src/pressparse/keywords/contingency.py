"""How much a word tells one text from another: the measures of keyness, each by its source."""

from collections.abc import Callable
from dataclasses import dataclass
from math import erfc, log, log2, sqrt

# What stands for a count of zero where a ratio needs one (Hardie 2014).
FLOOR = 0.5


@dataclass(frozen=True, slots=True)
class Contingency:
    """A two-by-two table: a word seen `a` times in `n_a` tokens, `b` times in `n_b`.

    Raises ValueError when a side has no tokens, or fewer than it has occurrences.
    """

    a: int
    b: int
    n_a: int
    n_b: int

    def __post_init__(self) -> None:
        if min(self.n_a, self.n_b) <= 0 or not 0 <= self.a <= self.n_a or not 0 <= self.b <= self.n_b:
            raise ValueError(f"no contingency table: {self.a} of {self.n_a} against {self.b} of {self.n_b}")

    @property
    def cells(self) -> tuple[int, int, int, int]:
        """Occurrences in a and b, then all other tokens of a and b."""
        return self.a, self.b, self.n_a - self.a, self.n_b - self.b

    @property
    def expected(self) -> tuple[float, float, float, float]:
        """The cells if the word were as frequent in a as in b."""
        n, seen = self.n_a + self.n_b, self.a + self.b
        return (
            self.n_a * seen / n,
            self.n_b * seen / n,
            self.n_a * (n - seen) / n,
            self.n_b * (n - seen) / n,
        )

    @property
    def direction(self) -> int:
        """1 where the word is more frequent in a, -1 where in b, 0 where equally frequent."""
        left, right = self.a * self.n_b, self.b * self.n_a
        return (left > right) - (left < right)


def g2(table: Contingency) -> float:
    """The log-likelihood ratio over all four cells, 0 or more: 2 Σ O ln(O / E). Source: Dunning 1993.

    >>> round(g2(Contingency(30, 10, 1000, 1000)), 3)
    10.669
    """
    return _log_likelihood(table.cells, table.expected)


def ll(table: Contingency) -> float:
    """The log-likelihood ratio over the two cells of the word, 0 or more. Source: Rayson & Garside 2000.

    >>> round(ll(Contingency(30, 10, 1000, 1000)), 3)
    10.465
    """
    return _log_likelihood(table.cells[:2], table.expected[:2])


def chi2(table: Contingency) -> float:
    """Pearson's chi-square without continuity correction, 0 or more: Σ (O - E)² / E.

    >>> round(chi2(Contingency(30, 10, 1000, 1000)), 3)
    10.204
    """
    pairs = zip(table.cells, table.expected, strict=True)
    return sum((seen - expected) ** 2 / expected for seen, expected in pairs if expected)


def log_ratio(table: Contingency) -> float:
    """How many times the relative frequency in a is doubled against b (log2); a count of 0 is taken as 0.5.

    Source: Hardie 2014. Where a count is 0 the value depends on the floor: show it as such.

    >>> log_ratio(Contingency(40, 10, 1000, 1000)), log_ratio(Contingency(4, 0, 1000, 1000))
    (2.0, 3.0)
    """
    return log2((table.a or FLOOR) / table.n_a) - log2((table.b or FLOOR) / table.n_b)


def bic(table: Contingency) -> float:
    """The evidence for a difference: ll - ln(n_a + n_b); over 2 positive, over 6 strong, over 10 very strong.

    Source: Wilson 2013 (Bayes factor approximated by the BIC, one degree of freedom), on ll as Rayson has it.
    """
    return ll(table) - log(table.n_a + table.n_b)


def simple_maths(table: Contingency, *, smoothing: float = 1.0) -> float:
    """The ratio of the rates per million with `smoothing` added to both, over 1 where a has more.

    Source: Kilgarriff 2009; a larger smoothing (10, 100, 1000) favours more common words.
    """
    return (per_million(table.a, table.n_a) + smoothing) / (per_million(table.b, table.n_b) + smoothing)


def per_million(count: int, total: int) -> float:
    """The count among a million tokens."""
    return count * 1_000_000 / total


def significance(statistic: float) -> float:
    """The probability of a g2, ll or chi2 at least as large by chance (chi-square, one degree of freedom).

    >>> round(significance(3.841), 3)
    0.05
    """
    return erfc(sqrt(abs(statistic) / 2))


MEASURES: dict[str, Callable[[Contingency], float]] = {
    "g2": g2,
    "ll": ll,
    "chi2": chi2,
    "log_ratio": log_ratio,
    "bic": bic,
    "simple_maths": simple_maths,
}


def _log_likelihood(seen: tuple[int, ...], expected: tuple[float, ...]) -> float:
    return max(0.0, 2 * sum(o * log(o / e) for o, e in zip(seen, expected, strict=True) if o))
