"""The program as a shell sees it: terminals, pipes, exit codes."""

import io
import json
import os
import pty
import re
import subprocess
import sys
from pathlib import Path

import pytest
from wcwidth import wcswidth

import pressparse
from conftest import DATA, ROOT

SAMPLE = str(DATA / "beigang-2024-industry.txt")
PROGRAM = [sys.executable, "-c", "from pressparse.__main__ import main; main()"]
BORDERS = re.compile(r"[│├┤╭╮╰╯┬┴┼]")


def in_terminal(*arguments: str, columns: int = 80, **environment: str) -> tuple[int, str]:
    """Run the program with a terminal of so many columns as its input and output."""
    leader, follower = pty.openpty()
    environment = {**os.environ, "COLUMNS": str(columns), "LINES": "50", "TERM": "xterm-256color", **environment}
    process = subprocess.Popen([*PROGRAM, *arguments], stdin=follower, stdout=follower, stderr=follower, cwd=ROOT,
                               env=environment, close_fds=True)  # fmt: skip
    os.close(follower)
    printed = b""
    while True:
        try:
            chunk = os.read(leader, 65536)
        except OSError:
            break
        if not chunk:
            break
        printed += chunk
    os.close(leader)
    return process.wait(), printed.decode("utf-8").replace("\r\n", "\n")


def cells_of_borders(line: str) -> list[int]:
    """The terminal cells at which the borders of a line stand."""
    return [wcswidth(line[: match.start()]) for match in BORDERS.finditer(line)]


@pytest.mark.parametrize("columns", [80, 120])
@pytest.mark.parametrize("command", ["turns", "speakers", "qa", "numbers", "keywords"])
def test_borders_line_up_in_a_terminal(command: str, columns: int, monkeypatch: pytest.MonkeyPatch) -> None:
    """Wide and ambiguous-width characters (“”—·) fill the cells they are given, and nothing overflows."""
    from importlib import import_module

    from pressparse.cli.app import COMMANDS
    from pressparse.cli.options import Call
    from pressparse.report.render import write_table

    text = io.StringIO()
    monkeypatch.setattr(Call, "emit", lambda self, table: write_table(table, to=text, format="terminal", width=columns))
    call = Call(files=[str(DATA / "qinghe-2023-hard-cases.txt")])
    getattr(import_module(f"pressparse.cli.commands.{COMMANDS[command][0]}"), command)(call)
    lines = [line for line in text.getvalue().splitlines() if BORDERS.search(line)]
    assert len(lines) > 5
    assert len({tuple(cells_of_borders(line)) for line in lines if line[0] in "│╭╰├"}) == 1
    assert all(wcswidth(line) <= columns for line in lines)


def test_terminal_gets_a_table_and_a_pipe_gets_rows() -> None:
    """A box-drawn table never goes into a pipe."""
    code, screen = in_terminal("turns", SAMPLE, "--limit", "3")
    assert code == 0
    assert "╭" in screen
    piped = subprocess.run([*PROGRAM, "turns", SAMPLE, "--limit", "3"], capture_output=True, cwd=ROOT, check=True)
    lines = piped.stdout.decode("utf-8").splitlines()
    assert len(lines) == 4
    assert lines[0].split("\t")[:3] == ["source", "turn", "role"]


def test_no_file_in_a_terminal_is_help() -> None:
    """Neither file nor pipe: help, and exit code 2."""
    code, screen = in_terminal("numbers")
    assert code == 2
    assert "no file is given" in screen
    assert re.search(r"Usage: .* numbers", screen)


@pytest.mark.parametrize("environment", [{"NO_COLOR": "1"}, {"TERM": "dumb"}])
def test_colour_is_off_when_asked(environment: dict[str, str]) -> None:
    """NO_COLOR and TERM=dumb leave no escape sequence."""
    assert "\x1b[" not in in_terminal("turns", SAMPLE, "--limit", "2", **environment)[1]


def test_colour_always_and_never() -> None:
    """--color overrides the terminal."""
    assert "\x1b[" not in in_terminal("turns", SAMPLE, "--limit", "2", "--color", "never")[1]
    forced = subprocess.run([*PROGRAM, "turns", SAMPLE, "--color", "sometimes"], capture_output=True, check=False)
    assert forced.returncode == 2


def test_head_ends_silently() -> None:
    """A reader that closes the pipe ends the program without a word."""
    line = f"{' '.join(map(repr, PROGRAM))} numbers --jsonl {SAMPLE} {SAMPLE} {SAMPLE} | head -1"
    done = subprocess.run(line, shell=True, capture_output=True, text=True, cwd=ROOT, check=False)
    assert done.stderr == ""
    assert json.loads(done.stdout)["turn"] == 2


def test_flags_work_in_any_position(run) -> None:
    """Options may stand before, between and behind files."""
    first = run("turns", "--jsonl", SAMPLE, "--limit", "2").out
    assert (
        first == run("turns", SAMPLE, "--limit", "2", "--jsonl").out == run("turns", "--limit=2", "--jsonl", SAMPLE).out
    )


def test_standard_input_is_read_like_a_file(run) -> None:
    """A pipe, or `-` among files."""
    data = (DATA / "beigang-2024-industry.txt").read_bytes()
    named = [json.loads(line) for line in run("turns", "--jsonl", SAMPLE).out.splitlines()]
    for arguments in (["turns", "--jsonl"], ["turns", "--jsonl", "-"]):
        piped = [json.loads(line) for line in run(*arguments, stdin=data).out.splitlines()]
        assert [row | {"source": ""} for row in piped] == [row | {"source": ""} for row in named]
        assert {row["source"] for row in piped} == {"stdin"}


def test_folder_is_read_with_r(run, tmp_path) -> None:
    """-r takes every transcript in a folder, in the order of their names."""
    (tmp_path / "b").mkdir()
    for name in ("b/2.txt", "a.md", "c.bin"):
        (tmp_path / name).write_text("-\n主持人\n甲乙:好\n", "utf-8")
    rows = run("turns", "-r", str(tmp_path), "--jsonl").out.splitlines()
    assert [json.loads(row)["source"] for row in rows] == [str(tmp_path / "a.md"), str(tmp_path / "b/2.txt")]


@pytest.mark.parametrize("ending", ["csv", "tsv", "json", "jsonl", "md"])
def test_output_file_has_the_format_of_its_ending(run, tmp_path, ending: str) -> None:
    """-o FILE writes what the flag of the same name prints."""
    file = tmp_path / f"out.{ending}"
    assert run("turns", SAMPLE, "-o", str(file)).out == ""
    assert file.read_text("utf-8") == run("turns", SAMPLE, f"--{ending}").out


def test_bom_and_header(run) -> None:
    """--bom puts a mark in front for Excel, --no-header leaves the names out."""
    out = run("turns", SAMPLE, "--csv", "--bom").out
    assert out.startswith("\ufeffsource,turn,")
    assert run("turns", SAMPLE, "--csv", "--no-header", "--limit", "1").out.startswith(SAMPLE)


def test_same_input_same_output(run, monkeypatch) -> None:
    """Results depend on arguments alone: not on locale, time zone or hash seed."""
    outputs = set()
    for seed, locale in (("0", "C"), ("1", "zh_TW.Big5"), ("2", "en_US.UTF-8")):
        environment = {**os.environ, "PYTHONHASHSEED": seed, "LC_ALL": locale, "TZ": f"UTC{seed}"}
        for command in ("turns", "numbers", "keywords"):
            done = subprocess.run(
                [*PROGRAM, command, "--jsonl", SAMPLE], capture_output=True, env=environment, check=True
            )
            outputs.add((command, done.stdout))
    assert len(outputs) == 3


def test_verbose_says_what_was_found_and_why(run) -> None:
    """-v: encoding, layout with what spoke for it, date, region."""
    said = run("turns", "-v", SAMPLE).err
    assert "read as utf-8; dash-role (" in said
    assert "date 2024-11-06" in said


def test_quiet_silences_warnings(run, tmp_path) -> None:
    """-q keeps problems off standard error; errors stay."""
    file = tmp_path / "x.txt"
    file.write_text("一段话。", "utf-8")
    assert run("turns", "-q", str(file)).err == ""
    assert run("turns", "-q", str(tmp_path / "none.txt")).err != ""


def test_version(run) -> None:
    """--version prints the version and nothing else."""
    assert re.fullmatch(r"pressparse \d+\.\d+\.\d+\n", run("--version").out)


def test_numbers_of_one_line(run) -> None:
    """--at LINE shows what begins on that line of the text."""
    file = DATA / "linhe-2025-half-year.txt"
    lines = file.read_text("utf-8").splitlines()
    place = next(number for number, line in enumerate(lines, 1) if "亿元" in line)
    rows = [json.loads(row) for row in run("numbers", "--jsonl", "--at", str(place), str(file)).out.splitlines()]
    assert rows
    assert all(row["text"] in lines[place - 1] for row in rows)
    assert run("numbers", "--at", "0", str(file)).code == 2


def test_a_line_that_is_nowhere_is_an_error(run, tmp_path) -> None:
    """--at past the end says how many lines there are; of several texts one has to be long enough."""
    short = tmp_path / "short.txt"
    short.write_text("-\n主持人\n甲乙:收入3亿元。\n", "utf-8")
    long = DATA / "linhe-2025-half-year.txt"
    count = len(long.read_text("utf-8").splitlines())
    assert run("numbers", "--at", str(count), str(long)).code == 0
    for flags in ([], ["--explain"], ["--check"]):
        past = run("numbers", "--at", str(count + 1), str(short), str(long), *flags)
        assert (past.code, past.out) == (2, "")
        assert f"{long}: option: --at {count + 1} is past the end: the longest text has {count} lines" in past.err
    assert run("numbers", "--at", "15", str(short), str(long)).code == 0


def test_rows_of_turns_have_no_lines(run) -> None:
    """--at on what `turns --jsonl` printed is refused, not silently without a row."""
    turns = run("turns", "--jsonl", SAMPLE).out.encode()
    result = run("numbers", "--at", "15", stdin=turns)
    assert (result.code, result.out) == (2, "")
    assert "rows of turns have none" in result.err


@pytest.mark.parametrize("flag", ["--columns", "--date", "--output", "--kind", "--series", "--encoding", "--color"])
def test_an_empty_value_is_an_error(run, flag: str) -> None:
    """What an unset variable of a shell leaves is not taken for a flag that is not there."""
    assert f"{flag} is empty" in run("numbers", SAMPLE, flag, "").err


def test_convert_prints_the_text_that_offsets_point_into(run, tmp_path) -> None:
    """`convert --to text` is source.text; other targets are that script; -o writes it."""
    assert run("convert", SAMPLE).out == (DATA / "beigang-2024-industry.txt").read_text("utf-8")
    assert "北港区委副书记" in run("convert", "--to", "hans", SAMPLE).out
    out = tmp_path / "x.txt"
    assert run("convert", SAMPLE, "-o", str(out)).code == 0
    assert out.read_text("utf-8") == (DATA / "beigang-2024-industry.txt").read_text("utf-8")
    assert run("convert", "--to", "klingon", SAMPLE).code == 2
    assert run("convert", "--csv", SAMPLE).code == 2


def test_a_command_behind_options_is_found(run) -> None:
    """The program's own options may stand in front of a command; an unknown command names those there are."""
    assert run("--version").code == 0
    unknown = run("turn", SAMPLE)
    assert unknown.code == 2
    assert "turns" in unknown.err


def test_a_full_disk_is_said(tmp_path) -> None:
    """Standard output that takes nothing more is an error with exit code 2, not a traceback."""
    if not Path("/dev/full").exists():
        pytest.skip("this system has no /dev/full")
    file = tmp_path / "x.txt"
    file.write_text("主持人：好。\n\n记者：好？\n", "utf-8")
    for arguments in (["turns", str(file)], ["--help"]):
        with Path("/dev/full").open("w") as full:
            done = subprocess.run(
                [sys.executable, "-m", "pressparse", *arguments], stdout=full, stderr=subprocess.PIPE, check=False
            )
        assert (done.returncode, done.stderr.count(b"\n")) == (2, 1)
        assert b"stdout: unwritable" in done.stderr


def test_tables_of_speech_are_found_in_a_folder(run, tmp_path) -> None:
    """`-r` reads a CSV that holds speech, and leaves one alone that holds other things."""
    (tmp_path / "speech.csv").write_text("speaker,text\n叶青,大家好。\n", "utf-8")
    (tmp_path / "turns.tsv").write_text("turn\tstart\tend\ttext\n1\t0\t2\t你好\n", "utf-8")
    (tmp_path / "budget.csv").write_text("year,amount\n2024,5\n", "utf-8")
    rows = run("turns", "-r", str(tmp_path), "--csv", "--columns", "text", "--no-header")
    assert (rows.code, rows.out) == (0, "大家好。\n你好\n")


def test_what_is_no_claim_is_explained_too(run, tmp_path) -> None:
    """A date has one row: what it is, and by which rule."""
    file = tmp_path / "x.txt"
    file.write_text("2024年3月5日，收入3亿元。\n", "utf-8")
    rows = run("numbers", "--explain", "--kind", "date", "--csv", "--columns", "field,value,rule,evidence", str(file))
    assert rows.out == "field,value,rule,evidence\nkind,date,date.time,2024年3月5日\n"


def test_the_chosen_layout_is_named_with_its_score(run, tmp_path) -> None:
    """`-v` names the member of the family that was chosen, not the one that the family is listed by."""
    file = tmp_path / "x.srt"
    file.write_text(
        "1\n00:00:01,000 --> 00:00:02,000\n主持人：好。\n\n2\n00:00:03,000 --> 00:00:04,000\n叶青：好。\n", "utf-8"
    )
    assert "subtitle (turns explained, weighted: subtitle" in run("turns", "-v", str(file)).err


def test_the_library_reads_a_path(tmp_path) -> None:
    """`read` takes what names a file anywhere in Python."""
    file = tmp_path / "x.txt"
    file.write_text("主持人：好。\n\n记者：好？\n", "utf-8")
    assert len(pressparse.read(file).turns) == 2


@pytest.mark.parametrize("columns", [80, 100])
def test_help_has_a_whole_line_for_each_command(columns: int) -> None:
    """`pressparse --help` cuts no line and folds none, from 80 columns on."""
    from pressparse.cli.app import COMMANDS

    code, screen = in_terminal("--help", columns=columns)
    assert code == 0
    listed = screen.split("Commands:\n")[1].splitlines()
    assert [line.split()[0] for line in listed] == list(COMMANDS)
    assert all(line.endswith(COMMANDS[line.split()[0]][-1]) and not line.endswith("...") for line in listed)
    assert max(map(len, listed)) < columns
