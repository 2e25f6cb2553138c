"""The mutation test itself: its relations hold, and what it alters is noticed (`make mutation` runs all of it)."""

import random

import pytest

import mutation
from conftest import DATA

RELATIONS = mutation.read_relations()


@pytest.mark.parametrize("file", RELATIONS)
def test_unaltered_texts_raise_no_alarm(file: str) -> None:
    """A record whose relations hold has no inconsistency."""
    assert mutation.alarms(file, RELATIONS[file][0]) == []


def test_an_altered_number_is_noticed() -> None:
    """In one sample: 19 of 20 alterations that break a relation lead to an alarm at the number, others to none."""
    file = f"data/{(DATA / 'linhe-2025-half-year.txt').name}"
    mutants = list(mutation.mutants(file, *RELATIONS[file], random.Random(1)))
    broken = [mutant for mutant in mutants if mutant.broken]
    noticed = [
        mutant
        for mutant in broken
        if any(start < mutant.end and mutant.start < end for start, end in mutation.alarms(file, mutant.text))
    ]
    assert len(broken) > 100
    assert len(noticed) >= 0.95 * len(broken)
    assert not any(mutation.alarms(file, mutant.text) for mutant in mutants if not mutant.broken)
