"""Collocations: a contingency table with every statistic, pairs over a window, signs that part them."""

import pytest

from conftest import read_cases
from pressparse.errors import OptionError
from pressparse.keywords.collocation import MEASURES, Pair, rank_collocations
from pressparse.keywords.passage import Passage
from pressparse.text.script import to_analysis


def passages_of(*texts: str) -> list[Passage]:
    return [Passage("", to_analysis(text), text) for text in texts]


def name_of(case: dict[str, str]) -> str:
    return f"{case['measure']}-{case['value']}"


@pytest.mark.parametrize("case", read_cases("keyword_collocation"), ids=name_of)
def test_statistics(case: dict[str, str]) -> None:
    """Each statistic has the value of its formula, to the digits given."""
    pair = Pair(*(int(case[name]) for name in ("together", "first", "second", "n")))
    digits = len(case["value"].partition(".")[2])
    assert round(MEASURES[case["measure"]](pair), digits) == float(case["value"])


def test_cells_of_a_pair() -> None:
    """The four cells add up to the number of pairs; counts that cannot be are refused."""
    assert Pair(20, 30, 40, 1000).cells == (20, 10, 20, 950)
    assert sum(Pair(3, 5, 7, 50).cells) == 50
    for counts in ((3, 2, 5, 10), (1, 8, 8, 10), (-1, 2, 2, 10)):
        with pytest.raises(ValueError, match="no pair"):
            Pair(*counts)


def test_neighbours_are_counted() -> None:
    """Neighbours are pairs, blanks between them do not matter, signs and line ends part them."""
    passages = passages_of("城市更新", "老舊小區改造", "老舊 小區", "老舊小區", "老舊、小區", "老舊\n小區")
    (pair,) = rank_collocations(passages, words=["老旧", "小区"])
    assert (pair.term, pair.collocate, pair.count, pair.first, pair.second) == ("老舊", "小區", 3, 3, 3)
    assert pair.statistic == 14.0


def test_window_and_node() -> None:
    """With a window pairs may have words between them; with a node all pairs hold it, in whatever script."""
    passages = passages_of("產業加快轉型", "產業加快轉型", "產業加快轉型")
    assert {
        (p.term, p.collocate) for p in rank_collocations(passages, window=2, node="産業", stop_words=frozenset())
    } == {
        ("產業", "加快"),
        ("產業", "轉型"),
    }
    assert {(p.term, p.collocate) for p in rank_collocations(passages, node="转型", stop_words=frozenset())} == {
        ("加快", "轉型")
    }


def test_refused_options() -> None:
    """An unknown measure and an empty window are refused with what to use."""
    with pytest.raises(OptionError, match="log_dice"):
        rank_collocations([], measure="dice")
    with pytest.raises(OptionError, match="window of 0"):
        rank_collocations([], window=0)
    assert rank_collocations([]) == ()
