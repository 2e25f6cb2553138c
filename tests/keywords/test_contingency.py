"""Keyness measures against numbers of the literature and against the formulas computed another way."""

from fractions import Fraction
from math import log

import pytest
from hypothesis import given
from hypothesis import strategies as st

from conftest import read_cases
from pressparse.keywords.contingency import MEASURES, Contingency, bic, chi2, g2, ll, log_ratio, significance

TABLES = st.tuples(st.integers(1, 5000), st.integers(1, 5000)).flatmap(
    lambda n: st.tuples(st.integers(0, n[0]), st.integers(0, n[1]), st.just(n[0]), st.just(n[1]))
)


def name_of(case: dict[str, str]) -> str:
    return f"{case['measure']}-{case['value']}"


@pytest.mark.parametrize("case", read_cases("keyword_keyness"), ids=name_of)
def test_values_of_the_literature(case: dict[str, str]) -> None:
    """Each statistic has the value its source gives, to the digits printed there."""
    table = Contingency(*(int(case[name]) for name in ("a", "b", "n_a", "n_b")))
    digits = len(case["value"].partition(".")[2])
    assert round(MEASURES[case["measure"]](table), digits) == float(case["value"])


@given(TABLES)
def test_chi_square_in_its_other_form(numbers: tuple[int, int, int, int]) -> None:
    """Chi-square equals N (ad - bc)² / (row and column sums), computed exactly."""
    a, b, n_a, n_b = numbers
    seen, unseen = a + b, n_a + n_b - a - b
    exact = Fraction(0)
    if seen and unseen:
        exact = Fraction((n_a + n_b) * (a * (n_b - b) - b * (n_a - a)) ** 2, n_a * n_b * seen * unseen)
    assert chi2(Contingency(*numbers)) == pytest.approx(float(exact), rel=1e-9, abs=1e-9)


@given(TABLES)
def test_log_likelihood_in_its_other_form(numbers: tuple[int, int, int, int]) -> None:
    """G2 equals twice the sum of k ln k over cells and total less that over the margins (Dunning's own form)."""

    def h(*counts: int) -> float:
        return sum(count * log(count) for count in counts if count)

    a, b, n_a, n_b = numbers
    n = n_a + n_b
    other = 2 * (h(a, b, n_a - a, n_b - b) + h(n) - h(n_a, n_b) - h(a + b, n - a - b))
    assert g2(Contingency(*numbers)) == pytest.approx(other, rel=1e-6, abs=1e-6)


@given(TABLES)
def test_equal_to_scipy(numbers: tuple[int, int, int, int]) -> None:
    """Chi-square and G2 equal scipy.stats.chi2_contingency without correction, p too, where scipy is installed."""
    stats = pytest.importorskip("scipy.stats", reason="scipy is not installed; the other forms above stand for it")
    table = Contingency(*numbers)
    if not min(table.expected):
        return
    cells = [table.cells[:2], table.cells[2:]]
    for ours, kind in ((chi2, "pearson"), (g2, "log-likelihood")):
        theirs = stats.chi2_contingency(cells, correction=False, lambda_=kind)
        assert ours(table) == pytest.approx(theirs.statistic, rel=1e-7, abs=1e-7)
        assert significance(ours(table)) == pytest.approx(theirs.pvalue, rel=1e-6, abs=1e-9)


@given(TABLES)
def test_measures_know_no_side(numbers: tuple[int, int, int, int]) -> None:
    """Changing sides leaves g2, ll, chi2 and bic as they are and turns the log ratio and the direction round."""
    a, b, n_a, n_b = numbers
    table, turned = Contingency(a, b, n_a, n_b), Contingency(b, a, n_b, n_a)
    for measure in (g2, ll, chi2, bic):
        assert measure(table) == pytest.approx(measure(turned), rel=1e-9, abs=1e-9)
    assert log_ratio(table) == pytest.approx(-log_ratio(turned), abs=1e-9)
    assert table.direction == -turned.direction


@pytest.mark.parametrize(("statistic", "p"), [(3.8415, 0.05), (6.6349, 0.01), (10.8276, 0.001), (15.1367, 0.0001)])
def test_critical_values(statistic: float, p: float) -> None:
    """The critical values of chi-square with one degree of freedom, as in Rayson's log-likelihood tables."""
    assert significance(statistic) == pytest.approx(p, rel=1e-3)
    assert significance(-statistic) == significance(statistic)


@pytest.mark.parametrize("numbers", [(1, 0, 0, 10), (1, 0, 10, 0), (11, 0, 10, 10), (0, 11, 10, 10), (-1, 0, 10, 10)])
def test_impossible_tables(numbers: tuple[int, int, int, int]) -> None:
    """A side without tokens, or with fewer tokens than occurrences, has no statistics."""
    with pytest.raises(ValueError, match="no contingency table"):
        Contingency(*numbers)
