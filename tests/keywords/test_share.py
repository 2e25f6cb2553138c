"""Work in shares: the same results in the same order, whatever the number of workers."""

import os

import pytest

from pressparse.keywords import rank
from pressparse.keywords.passage import Passage
from pressparse.keywords.share import work_in_shares


@pytest.fixture
def alone(monkeypatch: pytest.MonkeyPatch) -> None:
    """No other threads, as in the program (the test runner may have some)."""
    monkeypatch.setattr("threading.active_count", lambda: 1)


@pytest.mark.parametrize("workers", [1, 2, 3, 7, 20])
def test_results_stand_in_order(alone, workers: int) -> None:
    """Each item is in one share, shares in the order of the items."""
    shares = work_in_shares(list, list(range(10)), workers=workers)
    assert [item for share in shares for item in share] == list(range(10))
    assert len(shares) <= workers


def test_shares_are_done_elsewhere(alone) -> None:
    """Several workers are several processes; nobody is left behind."""
    processes = work_in_shares(lambda share: os.getpid(), [1, 2, 3], workers=3)
    assert len(set(processes)) == 3
    assert processes[0] == os.getpid()
    with pytest.raises(ChildProcessError):
        os.waitpid(-1, os.WNOHANG)


def test_failure_is_that_of_the_work(alone) -> None:
    """What fails in a copy fails here with its own error; what only a copy cannot do is done here."""

    def fail(share: object) -> None:
        raise KeyError(share)

    with pytest.raises(KeyError):
        work_in_shares(fail, [1, 2], workers=2)
    home = os.getpid()

    def only_at_home(share: list[int]) -> int:
        if os.getpid() != home:
            raise OSError
        return sum(share)

    assert work_in_shares(only_at_home, [1, 2], workers=2) == (1, 2)


def test_ranking_knows_no_workers(alone, monkeypatch: pytest.MonkeyPatch) -> None:
    """Scores, counts, spread and order of equal terms do not depend on who cut the text."""
    monkeypatch.setattr(rank, "_LONG_CHARS", 0)
    texts = ["低空经济与氢能产业", "氢能产业园区", "就业与创业", "创业园区", "文旅融合"]
    passages = [Passage("", text, text) for text in texts]
    assert rank.rank_keywords(passages, workers=3) == rank.rank_keywords(passages)
