"""numbers --series: one metric through several transcripts."""

import json
from pathlib import Path


def test_a_metric_goes_through_the_files_by_period(tmp_path: Path, run) -> None:
    """Rows stand by period whatever the order of files and the script; the change is against the period before."""
    (tmp_path / "b.txt").write_text("-\n嘉宾\n沈若谷:2024年,全市古鎮門票收入3.61億元,增長10.7%。\n", "utf-8")
    (tmp_path / "a.txt").write_text("-\n嘉宾\n周启明:2023年古镇门票收入3.26亿元。停车收入1.2亿元。\n", "utf-8")
    out = run("numbers", "--series", "古镇门票收入", "--jsonl", tmp_path / "b.txt", tmp_path / "a.txt").out
    rows = [json.loads(line) for line in out.splitlines()]
    assert [(row["period"], row["text"], row["change"], row["speaker"]) for row in rows] == [
        ("2023", "3.26亿元", "", "周启明"),
        ("2024", "3.61億元", "10.7", "沈若谷"),
    ]


def test_a_series_takes_no_other_choice_of_rows(tmp_path: Path, run) -> None:
    """--series and --kind ask for different things."""
    (tmp_path / "a.txt").write_text("-\n嘉宾\n周启明:2023年收入3.26亿元。\n", "utf-8")
    result = run("numbers", "--series", "收入", "--kind", "money", tmp_path / "a.txt")
    assert result.code == 2
    assert "--kind means nothing with --series" in result.err


def test_a_metric_that_nobody_speaks_of_names_its_nearest(tmp_path: Path, run) -> None:
    """Exit 1, no row, and the names that hold it or are spelled like it, as printed; -q keeps that to itself."""
    (tmp_path / "a.txt").write_text(
        "-\n嘉宾\n周启明:2023年古鎮門票收入3.26億元。停車收入1.2億元。粮食产量30万吨。\n", "utf-8"
    )
    for metric, nearest in (
        ("收入", "停車收入, 古鎮門票收入"),
        ("古镇门票收人", "古鎮門票收入"),
        ("全市停车收入情况", "停車收入"),
    ):
        result = run("numbers", "--series", metric, tmp_path / "a.txt")
        assert (result.code, result.out.count("\n")) == (1, 1)
        assert result.err.endswith(f"nearest: {nearest}\n")
    assert "numbers --columns metric" in run("numbers", "--series", "乱七八糟", tmp_path / "a.txt").err
    quiet = run("numbers", "-q", "--series", "收入", tmp_path / "a.txt")
    assert (quiet.code, quiet.err) == (1, "")
    assert run("numbers", "--series", "停车收入", tmp_path / "a.txt").code == 0


def test_a_series_of_a_file_that_cannot_be_read(tmp_path: Path, run) -> None:
    """What could not be read is the only message."""
    result = run("numbers", "--series", "收入", tmp_path / "none.txt")
    assert result.code == 2
    assert "no-amount" not in result.err
