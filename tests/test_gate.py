"""The gate: figures on gold may not fall, and we count as the shared scorers count."""

import importlib.util
import json
import re
import sys
from pathlib import Path

import pytest

GATE = Path(__file__).parent / "gate"
sys.path.insert(0, str(GATE))

import peers  # noqa: E402
import score as gate  # noqa: E402
import scorer  # noqa: E402

OWN = [record for record in gate.records() if record[0].parent == GATE]


@pytest.mark.parametrize("record", OWN, ids=lambda record: record[0].stem)
def test_no_figure_falls_below_its_floor(record: gate.Record) -> None:
    """A floor only rises; what a record scored once it scores again."""
    assert gate.below_floor({record[0].name: gate.score_record(record)[0]}) == []


def test_the_readme_lists_every_record() -> None:
    """tests/gate/README.md has a row for each record, with the numbers of turns, claims, traps and optional rows."""
    text = (GATE / "README.md").read_text("utf-8")
    rows = re.findall(r"^\| (\S+) \|.*\| (\d+)[^|]*\| (\d+) \| (\d+) \| (\d+) \|$", text, re.MULTILINE)
    counted = set()
    for file, numbers, turns, _ in OWN:
        levels = [row["level"] for row in gate.rows_of(numbers)]
        counts = [len(gate.rows_of(turns)), *map(levels.count, ("claim", "trap", "optional"))]
        counted.add((file.name, *map(str, counts)))
    assert set(rows) == counted
    assert "Twenty-seven records" in text
    assert len(rows) == len(OWN) == 27


@pytest.mark.parametrize("record", OWN, ids=lambda record: record[0].stem)
def test_gold_against_itself_is_perfect(record: gate.Record) -> None:
    """Gold slices its record, and as a prediction it has no mistake."""
    text = record[0].read_text("utf-8")
    gold = gate.rows_of(record[1])
    assert all(text[row["start"] : row["end"]] == row["text"] for row in gold)
    claims = [row | {"metric": (row["metric"] or [""])[0]} for row in gold if row["level"] == "claim"]
    assert scorer.score_claims(gold, claims)[1] == []
    turns = gate.rows_of(record[2])
    assert scorer.score_turns(turns, turns)[1] == []


@pytest.mark.parametrize("record", OWN, ids=lambda record: record[0].stem)
def test_we_count_as_the_shared_scorer(record: gate.Record, shared: Path) -> None:
    """Detect, exact, whole and traps are the figures that the shared scorer prints."""
    spec = importlib.util.spec_from_file_location("score_numbers", shared / "gold/score_numbers.py")
    assert spec and spec.loader
    theirs = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(theirs)
    rows = [{key: value for key, value in row.items() if value is not None} for row in gate.predict(record[0])[0]]
    result = theirs.score(gate.rows_of(record[1]), json.loads(json.dumps(rows, default=str)))[0]
    ours = scorer.score_claims(gate.rows_of(record[1]), rows)[0]
    assert ours["traps"] == -result["traps_hit"]
    for name in ("detect", "exact", "whole"):
        assert ours[name] == pytest.approx(result[name][2])


def test_most_of_what_other_extractors_expect_is_found(shared: Path) -> None:
    """98 % of the values that their suites expect, ordinals among them, and nothing where they expect nothing."""
    result = peers.score_peers(gate.rows_of(peers.path_of(shared)))
    assert result.found + result.ordinals >= 0.98 * result.total
    assert result.false_finds == ()
