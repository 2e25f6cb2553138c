"""Every JSON row fits the schema in the package, with its keys in the order of the schema."""

import json
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator

from conftest import DATA
from pressparse import report

SCHEMA = json.loads((Path(report.__path__[0]) / "records.schema.json").read_text("utf-8"))
RECORDS = SCHEMA["$defs"]


# Records that a flag of a command asks for.
CALLS = {
    "explanations": ["numbers", "--explain"],
    "checked": ["numbers", "--check"],
    "series": ["numbers", "--series", "地区生产总值"],
    "keyness": ["keywords", "--against", "reporters"],
    "dispersion": ["keywords", "--dispersion"],
    "collocations": ["keywords", "--collocations"],
    "kwic": ["kwic", "的"],
}


@pytest.mark.parametrize("command", RECORDS)
def test_rows_fit_the_schema(command: str, run) -> None:
    """Names, order, types and closed sets of values are stable."""
    validator = Draft202012Validator(RECORDS[command])
    files = [str(DATA / name) for name in ("linhe-2025-half-year.txt", "hansard-chenggang.txt")]
    out = run(*CALLS.get(command, [command]), "--jsonl", *files).out
    rows = [json.loads(line) for line in out.splitlines()]
    assert rows
    assert {tuple(row) for row in rows} == {tuple(RECORDS[command]["properties"])}
    assert [error.message for row in rows for error in validator.iter_errors(row)] == []


def test_every_value_points_to_its_characters(run) -> None:
    """`source.text[start:end] == text` for turns and claims, also in traditional script and with CRLF."""
    for sample in ("beigang-2024-industry.txt", "qinghe-2023-hard-cases.txt", "encodings/qingyan-crlf.txt"):
        text = (DATA / sample).read_bytes().decode("utf-8")
        for command in ("turns", "numbers"):
            rows = [json.loads(line) for line in run(command, "--jsonl", str(DATA / sample)).out.splitlines()]
            assert rows
            assert [row for row in rows if text[row["start"] : row["end"]] != row["text"]] == []


def test_explanations_point_to_the_words_that_decided(run) -> None:
    """`numbers --explain`: each row slices to its evidence, and every claim has at least the rule of its unit."""
    sample = DATA / "linhe-2025-half-year.txt"
    text = sample.read_text("utf-8")
    rows = [json.loads(line) for line in run("numbers", "--explain", "--jsonl", str(sample)).out.splitlines()]
    assert [row for row in rows if text[row["evidence_start"] : row["evidence_end"]] != row["evidence"]] == []
    claims = run("numbers", "--jsonl", str(sample)).out.count("\n")
    assert len({row["start"] for row in rows if row["field"] == "unit"}) == claims
