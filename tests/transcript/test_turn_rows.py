"""What `turns` prints in place of a transcript."""

import json

import pytest

from pressparse.briefing import read_briefings
from pressparse.errors import ReadError

SAMPLE = "data/linhe-2025-half-year.txt"


@pytest.mark.parametrize("form", ["--jsonl", "--json", "--csv", "--tsv"])
def test_turn_rows_give_the_same_claims(run, form: str) -> None:
    """A pipe of two calls finds what one call finds, at the same offsets, whatever format stands between."""
    from conftest import ROOT

    sample = str(ROOT / SAMPLE)
    rows = run("turns", form, sample).out
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


def test_a_cell_of_a_tsv_may_hold_any_sign(run, tmp_path) -> None:
    """Tabs, line breaks and backslashes of a speech come back as they were said."""
    file = tmp_path / "x.txt"
    file.write_text("主持人：甲\\n乙\t丙\u2028丁\n戊\n\n记者：好？\n", "utf-8")
    rows = run("turns", "--tsv", str(file)).out
    back = run("turns", "--jsonl", stdin=rows.encode()).out
    assert back == run("turns", "--jsonl", str(file)).out


@pytest.mark.parametrize("form", ["--jsonl", "--json", "--csv", "--tsv"])
def test_rows_of_numbers_are_refused(run, form: str) -> None:
    """What `numbers` prints is no transcript."""
    from conftest import ROOT

    rows = run("numbers", form, str(ROOT / SAMPLE)).out
    refused = run("turns", stdin=rows.encode())
    assert refused.code == 2
    assert "is a row of kind" in refused.err


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
