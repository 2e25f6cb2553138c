"""`turns --jsonl` in place of a transcript."""

import json

import pytest

from pressparse.briefing import read_briefings
from pressparse.errors import ReadError

SAMPLE = "data/linhe-2025-half-year.txt"


def test_turn_rows_give_the_same_claims(run) -> None:
    """A pipe of two calls finds what one call finds, at the same offsets."""
    from conftest import ROOT

    sample = str(ROOT / SAMPLE)
    rows = run("turns", "--jsonl", sample).out
    direct = run("numbers", "--jsonl", sample, "--date", "2025-07-18").out
    piped = run("numbers", "--jsonl", "--date", "2025-07-18", stdin=rows.encode()).out
    assert piped == direct
    assert piped.count("\n") > 40


def test_turn_rows_of_two_records_stay_apart(tmp_path) -> None:
    """Rows of several sources become several briefings."""
    rows = [{"source": name, "turn": 1, "start": 3, "end": 5, "text": "你好"} for name in ("a.txt", "b.txt")]
    file = tmp_path / "rows.jsonl"
    file.write_text("".join(json.dumps(row) + "\n" for row in rows), "utf-8")
    found = list(read_briefings(str(file)))
    assert [(each.source.name, each.text_of(each.turns[0]), each.turns[0].span.start) for each in found] == [
        ("a.txt", "你好", 3),
        ("b.txt", "你好", 3),
    ]


@pytest.mark.parametrize(
    "row",
    ['{"turn": 1, "text": 5}', '{"turn": 1, "text": "a", "start": -1}',
     '{"turn": 1, "text": "abc", "start": 0, "end": 9}',
     '{"turn": 1, "text": "a", "start": 99999999999}', '{"turn": 1, "text": "a"', '["turn", "text"]'],
)  # fmt: skip
def test_rows_that_are_no_turns_are_named(tmp_path, row: str) -> None:
    """A broken row is an error with its line, not a guess."""
    file = tmp_path / "rows.jsonl"
    file.write_text('{"turn": 1, "text": "好", "start": 0, "end": 1}\n' + row + "\n", "utf-8")
    with pytest.raises(ReadError) as caught:
        list(read_briefings(str(file)))
    assert caught.value.line == 2
