"""The mutation test itself: its relations hold, and what it alters is noticed (`make mutation` runs all of it)."""

import random

import pytest

import mutation
import relation

RELATIONS = relation.read_relations()


@pytest.mark.parametrize("file", RELATIONS)
def test_unaltered_texts_raise_no_alarm(file: str) -> None:
    """A record whose relations hold has no inconsistency."""
    assert mutation.alarms(RELATIONS[file][0]) == []


@pytest.mark.parametrize(
    ("file", "least"), [("data/linhe-2025-half-year.txt", 100), ("tests/gate/jinhai-energy.txt", 20)]
)
def test_an_altered_number_is_noticed(file: str, least: int) -> None:
    """19 of 20 alterations that break a relation lead to an alarm at the number, others to none."""
    tally = mutation.Tally()
    for mutant in mutation.mutants(*RELATIONS[file], random.Random(1)):
        tally.add(mutant)
    assert tally.tried.total() > least
    assert tally.recall >= 0.95
    assert tally.needless == 0
