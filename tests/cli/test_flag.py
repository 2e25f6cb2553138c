"""Which flags go together: none is dropped without a word."""

import pytest
from typer.main import get_command

from conftest import DATA
from pressparse.cli.app import COMMANDS, build_app
from pressparse.cli.flag import PLAIN, TABLES

LINHE = str(DATA / "linhe-2025-half-year.txt")


def flags_of(command: str) -> set[str]:
    """The long names of all flags of a command."""
    found = get_command(build_app(["dialects", command])).commands[command].params  # type: ignore[attr-defined]
    return {name for each in found for name in each.opts if name.startswith("--")}


@pytest.mark.parametrize("command", TABLES)
def test_every_flag_of_the_rules_is_one_of_the_command(command: str) -> None:
    """A rule on a flag that does not exist would never be broken."""
    tables = TABLES[command]
    named = {*tables.flags, *tables.heeded, *(flag for pair in tables.apart for flag in pair)}
    named |= {table for heeding in tables.heeded.values() for table in heeding} - {PLAIN}
    assert named <= flags_of(command)


@pytest.mark.parametrize("table", ["--against=jieba", "--dispersion", "--collocations"])
@pytest.mark.parametrize(
    "flag", ["--method=textrank", "--method=tfidf", "--by=speaker", "--pos=n", "--phrases", "--node=x", "--window=2",
             "--measure=t"],
)  # fmt: skip
def test_keywords_refuses_flags_of_other_tables(run, table: str, flag: str) -> None:
    """A flag either shapes the table or is refused by name, also where it has the value it would have anyway."""
    kept = {
        "--against": ("--by", "--measure"),
        "--dispersion": ("--by",),
        "--collocations": ("--node", "--window", "--measure"),
    }
    name, given = table.partition("=")[0], flag.partition("=")[0]
    if given in kept[name]:
        assert given not in run("keywords", LINHE, table, flag).err
        return
    result = run("keywords", LINHE, table, flag)
    assert (result.code, result.out) == (2, "")
    assert given in result.err


@pytest.mark.parametrize("flags", [["--phrases", "--pos=n"], ["--presegmented", "--engine=jieba"]])
def test_keywords_refuses_flags_that_undo_each_other(run, flags: list[str]) -> None:
    """Phrases have no part of speech; words that are parted already are cut by no engine."""
    result = run("keywords", LINHE, *flags)
    assert (result.code, result.out) == (2, "")
    assert "exclude each other" in result.err
    assert all(run("keywords", LINHE, flag).code == 0 for flag in flags)


@pytest.mark.parametrize("flag", ["--kind=money", "--all", "--at=1", "--explain", "--check"])
def test_a_series_refuses_all_other_choices(run, flag: str) -> None:
    """--series shows the amounts of one metric, whatever else is asked."""
    assert run("numbers", LINHE, "--series", "地区生产总值", flag).code == 2


@pytest.mark.parametrize("command", COMMANDS)
def test_an_unknown_colour_is_refused_everywhere(run, tmp_path, command: str) -> None:
    """Also where nothing is coloured: in files, in text."""
    files = [LINHE] * {"dialects": 0, "compare": 2}.get(command, 1)
    term = ["x"] if command == "kwic" else []
    for output in ([], ["-o", str(tmp_path / "x.md")]):
        assert "--color foo" in run(command, *term, *files, "--color", "foo", *output).err
    assert not (tmp_path / "x.md").exists()


def test_a_format_may_agree_with_the_ending(run, tmp_path) -> None:
    """--jsonl and .ndjson are one format; an ending that we do not know is no format; others contradict a flag."""
    for name, flag, code in (
        ("a.csv", "--csv", 0),
        ("a.CSV", "--csv", 0),
        ("a.ndjson", "--jsonl", 0),
        ("a.txt", "--md", 0),
        ("a", "--json", 0),
        ("a.tsv", "--csv", 2),
        ("a.xlsx", "--csv", 2),
        ("a.json", "--jsonl", 2),
    ):
        assert run("speakers", LINHE, flag, "-o", str(tmp_path / name)).code == code, name
    assert run("turns", LINHE, "--csv", "-o", str(tmp_path / "a.vtt")).code == 2
    assert run("speakers", LINHE, "--csv", "-o", str(tmp_path / "a.vtt")).code == 0


@pytest.mark.parametrize("flags", [["--csv"], ["--jsonl"], ["--columns", "a"], ["--limit", "1"], ["--no-header"]])
@pytest.mark.parametrize("mode", [[], ["--lint"]])
def test_text_has_no_flags_of_tables(run, flags: list[str], mode: list[str]) -> None:
    """`convert` writes text, and what --lint finds is text too."""
    result = run("convert", *mode, LINHE, *flags)
    assert (result.code, result.out) == (2, "")
    assert flags[0] in result.err


@pytest.mark.parametrize("ending", ["csv", "tsv", "json", "jsonl", "ndjson", "xlsx", "parquet"])
def test_text_is_in_no_file_of_a_table(run, tmp_path, ending: str) -> None:
    """Prose in x.csv is a trap for the next reader; Markdown is text."""
    assert run("convert", LINHE, "-o", str(tmp_path / f"x.{ending}")).code == 2
    assert not list(tmp_path.iterdir())
    assert run("convert", LINHE, "-o", str(tmp_path / "x.md")).code == 0


def test_text_may_begin_with_a_mark(run, tmp_path) -> None:
    """--bom is heeded on a pipe as it is in a file."""
    assert run("convert", LINHE, "--bom").out == "\ufeff" + run("convert", LINHE).out
    run("convert", LINHE, "--bom", "-o", str(tmp_path / "x.txt"))
    assert (tmp_path / "x.txt").read_text("utf-8") == run("convert", LINHE, "--bom").out
