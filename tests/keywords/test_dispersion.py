"""Dispersion against the numbers of the literature."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from conftest import read_cases
from pressparse.errors import OptionError
from pressparse.keywords.dispersion import (
    deviation_of_proportions,
    juilland_d,
    normalised_deviation,
    rank_dispersion,
)
from pressparse.keywords.passage import Passage

MEASURES = {"d": juilland_d, "dp": deviation_of_proportions, "dp_norm": normalised_deviation}


def name_of(case: dict[str, str]) -> str:
    return f"{case['measure']}-{case['value']}"


@pytest.mark.parametrize("case", read_cases("keyword_dispersion"), ids=name_of)
def test_values_of_the_literature(case: dict[str, str]) -> None:
    """Each statistic has the value its source gives, to the digits printed there."""
    counts, sizes = ([int(cell) for cell in case[name].split(" ")] for name in ("counts", "sizes"))
    digits = len(case["value"].partition(".")[2])
    assert round(MEASURES[case["measure"]](counts, sizes), digits) == float(case["value"])


@given(st.lists(st.tuples(st.integers(0, 50), st.integers(50, 500)), min_size=2, max_size=12))
def test_bounds(parts: list[tuple[int, int]]) -> None:
    """DP and its normalised form lie between 0 and 1, D at 1 or below; DP never exceeds its normalised form."""
    counts, sizes = [count for count, _ in parts], [size for _, size in parts]
    if not any(counts):
        return
    dp, dp_norm = deviation_of_proportions(counts, sizes), normalised_deviation(counts, sizes)
    assert -1e-9 <= dp <= dp_norm <= 1 + 1e-9
    assert -1e-9 <= juilland_d(counts, sizes) <= 1 + 1e-9


@pytest.mark.parametrize(("counts", "sizes"), [([1], [10]), ([0, 0], [10, 10]), ([1, 1], [10, 0]), ([], [])])
def test_no_dispersion(counts: list[int], sizes: list[int]) -> None:
    """One part, an empty part or a word that does not occur have no dispersion."""
    for measure in MEASURES.values():
        with pytest.raises(ValueError, match="no dispersion"):
            measure(counts, sizes)


def test_dispersion_of_a_record() -> None:
    """Terms by frequency, over passages or over groups; parts without words do not count."""
    texts = [("甲", "就业就业投资"), ("乙", "就业投资消费"), ("甲", "就业消费消费"), ("甲", "。")]
    passages = [Passage(group, text, text) for group, text in texts]
    first, *_ = rank_dispersion(passages)
    assert (first.term, first.count, first.range, first.parts) == ("就业", 4, 3, 3)
    assert first.dp == pytest.approx(1 / 6)
    assert first.dp_norm == pytest.approx(0.25)
    assert [(found.term, found.range, found.parts) for found in rank_dispersion(passages, part="group")] == [
        ("就业", 2, 2),
        ("消费", 2, 2),
        ("投资", 2, 2),
    ]
    assert rank_dispersion(passages[:1]) == ()
    with pytest.raises(OptionError, match="passage, group"):
        rank_dispersion(passages, part="page")
