"""The README shows what the program prints. `make golden` writes today's output into it."""

import io
import json
import re
import shutil
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from contextlib import redirect_stdout
from datetime import date

import pytest

import pressparse
from conftest import ROOT

README = ROOT / "README.md"
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
DOCUMENTS = ("README.md", "CONTRIBUTING.md", "docs/claims.md", "tests/gate/README.md")
# Extras for who works on the program.
OURS = ("dev", "bench")
CONSOLE = re.compile(r"^```console\n\$ (?P<command>[^\n]+)\n(?P<output>.*?)^```$", re.MULTILINE | re.DOTALL)
PYTHON = re.compile(r"^```python\n(?P<code>.*?)^```\n\n```text\n(?P<output>.*?)^```$", re.MULTILINE | re.DOTALL)


def replace(match: re.Match[str], output: str, request: pytest.FixtureRequest) -> None:
    """Put today's output into the README where goldens are written."""
    if request.config.getoption("--write-golden"):
        text = README.read_text("utf-8")
        block = match.group()
        new = block[: match.start("output") - match.start()] + output + "```"
        README.write_text(text.replace(block, new), "utf-8")


@pytest.mark.parametrize(
    "match", list(CONSOLE.finditer(README.read_text("utf-8"))), ids=lambda match: match["command"][:60]
)
def test_readme_shows_what_is_printed(match: re.Match[str], request: pytest.FixtureRequest) -> None:
    """Each `$ command` of the README prints what stands below it."""
    command = match["command"]
    if "jq " in command and not shutil.which("jq"):
        pytest.skip("needs jq, which is not installed")
    program = f"{sys.executable} -c 'from pressparse.__main__ import main; main()'"
    line = re.sub(r"(^|\| )pressparse ", lambda found: f"{found[1]}{program} ", command)
    done = subprocess.run(
        line, shell=True, capture_output=True, text=True, cwd=ROOT, check=False, executable="/bin/bash"
    )
    assert done.stderr == ""
    if request.config.getoption("--write-golden"):
        replace(match, done.stdout, request)
    else:
        assert done.stdout == match["output"]


def test_readme_python_examples(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """The Python examples run, one after the other, and print what stands below each."""
    monkeypatch.chdir(ROOT)
    matches = list(PYTHON.finditer(README.read_text("utf-8")))
    assert len(matches) == README.read_text("utf-8").count("```python\n") == 2
    known: dict[str, object] = {}
    for match in matches:
        printed = io.StringIO()
        with redirect_stdout(printed):
            exec(compile(match["code"], "README.md", "exec"), known)
        if request.config.getoption("--write-golden"):
            replace(match, printed.getvalue(), request)
        else:
            assert printed.getvalue() == match["output"]


def test_readme_names_what_is_offered() -> None:
    """Every call and error that the section on Python names is one of the package."""
    section = README.read_text("utf-8").partition("\n## In Python\n")[2].partition("\n## ")[0]
    named = re.findall(r"`(\w+_\w+|\w+Error)`", section)
    assert len(named) > 15
    assert [name for name in named if name not in pressparse.__all__] == []


def test_readme_names_every_command() -> None:
    """A command that exists is in the README's table."""
    from pressparse.cli.app import COMMANDS

    text = README.read_text("utf-8")
    assert [name for name in COMMANDS if f"| `{name}` |" not in text] == []


def test_readme_begins_with_the_two_commands() -> None:
    """The first commands of the README are the ones that work on a fresh machine."""
    first = re.search(r"^```sh\n(.*?)^```$", README.read_text("utf-8"), re.MULTILINE | re.DOTALL)
    assert first
    assert [line.split("#")[0].strip() for line in first[1].splitlines()] == ["make demo", "make test"]


def test_readme_names_every_extra() -> None:
    """Each extra that a user may install stands in the README with what it brings."""
    rows = re.findall(r"^\| `pressparse\[(\w+)\]` \| (\w+) \|", README.read_text("utf-8"), re.MULTILINE)
    extras = {name: needs for name, needs in PROJECT["project"]["optional-dependencies"].items() if name not in OURS}
    assert {name: brought.lower() for name, brought in rows} == {
        name: re.split(r"\W", need)[0] for name, (need,) in extras.items()
    }


def test_readme_cuts_no_header() -> None:
    """Where a pipeline cuts columns out of rows, the header is left out: it is no row."""
    lines = [line for line in README.read_text("utf-8").splitlines() if "| cut -f" in line]
    assert lines
    assert [line for line in lines if "--no-header" not in line] == []


def test_contributing_says_where_a_line_belongs() -> None:
    """Every module and folder of the package has its row, and the floors are those that are enforced."""
    text = (ROOT / "CONTRIBUTING.md").read_text("utf-8")
    rows = re.findall(r"^\| (`[^|]+) \|", text, re.MULTILINE)
    package = [path for path in (ROOT / "src" / "pressparse").iterdir() if not path.name.startswith("__")]
    modules = {path.name for path in package if path.suffix == ".py"}
    folders = {f"{path.name}/" for path in package if path.is_dir()}
    assert set(re.findall(r"`([^`]+)`", " ".join(rows))) == modules | folders
    layers = PROJECT["tool"]["importlinter"]["contracts"][0]["layers"]
    assert " > ".join(layers).replace("pressparse.", "").replace(" | ", ", ") in text


@pytest.mark.parametrize("document", DOCUMENTS)
def test_documents_point_to_files_that_are_shipped(document: str) -> None:
    """What a document names by its path is there, and in a release too."""
    named = re.findall(r"`([\w.-]+/[\w./-]+\.\w+|[\w-]+\.md)`", (ROOT / document).read_text("utf-8"))
    assert named
    shipped = PROJECT["tool"]["hatch"]["build"]["targets"]["sdist"]["include"]
    for name in named:
        found = [folder / name for folder in (ROOT, ROOT / "src" / "pressparse") if (folder / name).is_file()]
        assert found, name
        assert found[0].relative_to(ROOT).parts[0] in shipped, name


def test_code_and_lexicons_point_to_documents_that_are_there() -> None:
    """A document that a docstring, a comment or the source of a word names is one that others have, too."""
    files = [path for path in (ROOT / "src").rglob("*") if path.suffix in (".py", ".tsv", ".toml", ".json")]
    named = {name for path in files for name in re.findall(r"[\w./-]*\w\.md\b", path.read_text("utf-8"))}
    assert "docs/claims.md" in named
    assert [name for name in named if not (ROOT / name).is_file()] == []


def read_examples() -> Iterator[tuple[str, list[dict[str, str]]]]:
    """Each sentence in the tables of docs/claims.md with the rows it is said to give, by column."""
    text = (ROOT / "docs" / "claims.md").read_text("utf-8")
    for table in re.findall(r"^\| said (?:\|.*\n)+", text, re.MULTILINE):
        head, _, *body = ([cell.strip() for cell in line.strip("|").split("|")] for line in table.splitlines())
        said, rows = "", []
        for cells in body:
            if cells[0] and rows:
                yield said, rows
                rows = []
            said = cells[0] or said
            rows.append({name: cell for name, cell in zip(head, cells, strict=True) if name not in ("said", "why")})
        yield said, rows


EXAMPLES = list(read_examples())


@pytest.mark.parametrize(("said", "rows"), EXAMPLES, ids=[said for said, _ in EXAMPLES])
def test_claims_are_as_described(said: str, rows: list[dict[str, str]]) -> None:
    """Each sentence of docs/claims.md gives the rows beside it and no others."""
    record = pressparse.Source("x", f"-\n嘉宾\n周启明:{said}\n")
    briefing = pressparse.parse_briefing(record, pressparse.Settings(on=date(2025, 8, 5)))
    everything = any(row.get("kind") in ("date", "ordinal", "label") for row in rows)
    printed = pressparse.claims_table([briefing], pressparse.Wanted(everything=everything)).records()
    assert [{name: each[name] for name in rows[0]} for each in printed] == rows


def test_every_kind_and_modifier_has_an_example() -> None:
    """docs/claims.md leaves out no kind, modifier or direction of change that the records know."""
    shown = [row for _, rows in EXAMPLES for row in rows]
    schema = json.loads((ROOT / "src/pressparse/report/records.schema.json").read_text("utf-8"))
    for name in ("kind", "modifier", "change"):
        known = set(schema["$defs"]["numbers"]["properties"][name]["enum"])
        assert known <= {row.get(name) for row in shown}, name


def test_make_golden_writes_the_readme() -> None:
    """What CONTRIBUTING says of `make golden`: goldens and the README's output are written anew."""
    (recipe,) = re.findall(r"^golden:.*\n\t(.*)", (ROOT / "Makefile").read_text("utf-8"), re.MULTILINE)
    assert recipe.endswith("tests/test_golden.py tests/test_docs.py --write-golden")
