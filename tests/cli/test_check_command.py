"""The command check: across files, filters, quotes, exit codes."""

import json
from pathlib import Path

from conftest import DATA
from pressparse.briefing import check_briefings, read
from pressparse.report.finding import findings_table
from pressparse.report.render.terminal import Terminal, terminal_text

LAST = "-\n嘉宾\n周启明:2023年全市古镇门票收入3.26亿元。\n"
NOW = "-\n嘉宾\n周启明:2024年,古鎮門票收入3.61億元,比2023年增長20.7%。\n"


def rows(result) -> list[dict[str, object]]:
    """The findings of a call with --jsonl."""
    return [json.loads(line) for line in result.out.splitlines()]


def test_check_works_across_files_and_scripts(tmp_path: Path, run) -> None:
    """Last year's transcript holds the base of this year's growth; both places are quoted with speaker and offset."""
    (tmp_path / "2023.txt").write_text(LAST, "utf-8")
    (tmp_path / "2024.txt").write_text(NOW, "utf-8")
    assert run("check", "--jsonl", tmp_path / "2024.txt").out == ""
    result = run("check", "--jsonl", tmp_path / "2023.txt", tmp_path / "2024.txt")
    assert result.code == 1
    (row,) = rows(result)
    assert (row["check"], row["verdict"]) == ("growth", "inconsistent")
    assert row["source"] == str(tmp_path / "2024.txt")
    for place, name, text in zip(row["claims"], ("2024", "2024", "2023"), (NOW, NOW, LAST), strict=True):
        address, said = place.split(" 周启明: ")
        file, start, end = address.rsplit(":", 2)
        assert Path(file).stem == name
        assert text[int(start) : int(end)] == said
    assert "【3.26亿元】" in "".join(row["sentences"])
    assert "【20.7%】" in "".join(row["sentences"])


def test_filters_choose_rows_and_leave_the_exit_code(tmp_path: Path, run) -> None:
    """--verdict and --check say what is shown; the exit code says whether anything is inconsistent."""
    text = "-\n嘉宾\n周启明:机构48家,其中,省级26家、市级22家。学校48家,其中,省级26家、市级32家。\n"
    (tmp_path / "x.txt").write_text(text, "utf-8")
    assert [row["verdict"] for row in rows(run("check", "--jsonl", tmp_path / "x.txt"))] == [
        "consistent",
        "inconsistent",
    ]
    chosen = run("check", "--jsonl", "--verdict", "consistent", tmp_path / "x.txt")
    assert (chosen.code, [row["verdict"] for row in rows(chosen)]) == (1, ["consistent"])
    other = run("check", "--jsonl", "--check", "list,share", tmp_path / "x.txt")
    assert (other.code, other.out) == (1, "")


def test_derived_bases_are_in_the_scale_of_the_words(tmp_path: Path, run) -> None:
    """196.5億元 up 74.5 % on 2020 gives a base in 億元; without --derive there is no row."""
    (tmp_path / "x.txt").write_text("-\n嘉宾\n周启明:2024年合同成交額196.5億元,較2020年增長74.5%。\n", "utf-8")
    assert run("check", tmp_path / "x.txt", "--no-header").out == ""
    (row,) = rows(run("check", "--derive", "--jsonl", tmp_path / "x.txt"))
    assert row["message"].startswith("implied 2020 base of 合同成交額: 112.6億元 (112.5")
    assert row["stated"] == ""
    low, high = row["expected"].split("..")
    assert int(low) < 11_260_000_000 < int(high)


def test_rows_of_turns_may_be_piped_in(run) -> None:
    """What comes out of `turns --jsonl` gives the same findings as the record."""
    sample = DATA / "linhe-2025-half-year.txt"
    direct = rows(run("check", "--jsonl", sample))
    piped = rows(run("check", "--jsonl", stdin=run("turns", "--jsonl", sample).out.encode()))
    assert [row["message"] for row in piped] == [row["message"] for row in direct]


def test_our_samples_add_up(run) -> None:
    """No sample has an inconsistency: their numbers were made to add up, and what is odd is odd otherwise."""
    samples = [path for path in (*DATA.glob("*.*"), *DATA.glob("encodings/*")) if path.name != "SOURCES.md"]
    for sample in samples:
        result = run("check", "-q", "--verdict", "inconsistent", "--no-header", sample)
        assert (result.code, result.out) == (0, ""), sample.name


def test_the_terminal_shows_sentences_with_the_numbers_marked() -> None:
    """A terminal gets the message and the quoted sentences; addresses are for machines."""
    briefing = read(str(DATA / "linhe-2025-half-year.txt"))
    table = findings_table(check_briefings([briefing]), checks=["sum"])
    shown = terminal_text(table, Terminal(width=120))
    assert "【1286.4亿元】" in shown
    assert "hidden columns: source, stated, expected, claims" in shown


def test_numbers_say_what_they_were_held_against(tmp_path: Path, run) -> None:
    """`numbers --check`: a contradiction outweighs an agreement; a number that nothing speaks of has no verdict."""
    text = "-\n嘉宾\n周启明:机构48家,其中,省级26家、市级22家。学校48家,其中,省级26家、市级32家。绿地12公顷。\n"
    (tmp_path / "x.txt").write_text(text, "utf-8")
    found = rows(run("numbers", "--check", "--jsonl", tmp_path / "x.txt"))
    assert [row["verdict"] for row in found] == ["consistent"] * 3 + ["inconsistent"] * 3 + [""]
    assert found[0]["checks"] == ["sum consistent: 48家 = 26家 + 22家 = 48家"]
    assert found[-1]["checks"] == []
    other = run("numbers", "--check", "--explain", tmp_path / "x.txt")
    assert (other.code, other.out) == (2, "")


def test_numbers_are_held_against_other_files(tmp_path: Path, run) -> None:
    """The base in last year's file and the growth in this year's say the same of each other."""
    (tmp_path / "2023.txt").write_text(LAST, "utf-8")
    (tmp_path / "2024.txt").write_text(NOW, "utf-8")
    found = rows(run("numbers", "--check", "--jsonl", tmp_path / "2023.txt", tmp_path / "2024.txt"))
    assert [row["verdict"] for row in found] == ["inconsistent"] * 3
    assert {row["checks"][0].partition(":")[0] for row in found} == {"growth inconsistent"}
