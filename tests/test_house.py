"""The house rules: vocabulary is data, heavy things are imported late, every test says its rule."""

import ast
import re
import subprocess
import sys
from pathlib import Path

import pytest

from conftest import ROOT
from pressparse import lexicon
from pressparse.errors import LexiconError

PACKAGE = ROOT / "src" / "pressparse"
HAN = re.compile(r"[\u3400-\u9fff]")
HEAVY = ("pandas", "numpy", "jieba", "rjieba", "duckdb", "pyarrow", "dask", "pressparse.claims", "pressparse.keywords")


def literals(path: Path) -> list[str]:
    """The string literals of a module that are not docstrings."""
    tree = ast.parse(path.read_text("utf-8"))
    docstrings = set()
    for node in ast.walk(tree):
        body = getattr(node, "body", None)
        if (
            isinstance(body, list)
            and body
            and isinstance(body[0], ast.Expr)
            and isinstance(body[0].value, ast.Constant)
        ):
            docstrings.add(body[0].value)
        # A string that stands alone documents what it follows.
        if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant):
            docstrings.add(node.value)
    return [
        node.value
        for node in ast.walk(tree)
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and node not in docstrings
    ]


@pytest.mark.parametrize("path", sorted(PACKAGE.rglob("*.py")), ids=lambda path: str(path.relative_to(PACKAGE)))
def test_vocabulary_is_data(path: Path) -> None:
    """No Han in string literals: words live in lexicons/."""
    assert [text for text in literals(path) if HAN.search(text)] == []


@pytest.mark.parametrize("path", sorted((PACKAGE / "lexicons").glob("*.tsv")), ids=lambda path: path.stem)
def test_lexicon_is_in_order(path: Path) -> None:
    """Every table has a header, sorted unique keys and a reason on each row; the reader checks the first three."""
    rows = lexicon.read_rows(path.stem)
    assert rows
    assert all(any(row.get(name) for name in ("source", "reason")) for row in rows)


@pytest.mark.parametrize(
    ("content", "message"),
    [
        ("word\tsource\n好\n", "cells"),
        ("word\tsource\n好\ta\n好\tb\n", "twice"),
        ("word\tsource\n好\ta\n一\tb\n", "order"),
    ],
)
def test_lexicon_reader_refuses(tmp_path, monkeypatch, content: str, message: str) -> None:
    """A broken table is an error that names file and line."""
    (tmp_path / "broken.tsv").write_text(content, "utf-8")
    monkeypatch.setattr(lexicon, "_FOLDER", tmp_path)
    with pytest.raises(LexiconError, match=message) as caught:
        lexicon.read_rows("broken")
    assert caught.value.line in (2, 3)


@pytest.mark.parametrize("arguments", [["--help"], ["turns", "--help"], ["turns", "data/linhe-2025-half-year.txt"]])
def test_heavy_packages_are_imported_late(arguments: list[str]) -> None:
    """Help and turns start fast: nothing they do not need is imported."""
    code = (
        "import sys, atexit, os\n"
        f"sys.argv = ['pressparse', *{arguments!r}]\n"
        "from pressparse.__main__ import main\n"
        "atexit.register(lambda: print('\\n'.join(sys.modules), file=sys.stderr))\n"
        "main()\n"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, cwd=ROOT, check=False)
    assert done.returncode == 0, done.stderr
    assert [name for name in HEAVY if name in done.stderr.split("\n")] == []


@pytest.mark.parametrize("path", sorted((ROOT / "tests").rglob("test_*.py")), ids=lambda path: path.stem)
def test_every_test_says_its_rule(path: Path) -> None:
    """A test has a docstring with the rule it guards."""
    tree = ast.parse(path.read_text("utf-8"))
    silent = [
        node.name
        for node in ast.walk(tree)
        if isinstance(node, ast.FunctionDef) and node.name.startswith("test_") and not ast.get_docstring(node)
    ]
    assert silent == []


def test_repository_names_no_machine() -> None:
    """No absolute path of somebody's machine is written down."""
    found = subprocess.run(
        ["git", "grep", "-nE", r"(^|[^A-Za-z.])/(work|farm|home|Users)/", "--", ".", ":!tests/test_house.py"],
        capture_output=True, text=True, cwd=ROOT, check=False,
    )  # fmt: skip
    assert found.stdout == ""


@pytest.mark.parametrize(
    ("name", "table"),
    [("quantities", "signs"), ("periods", "signs"), ("periods", "tails"), ("periods", "base"), ("numerals", "signs")]
    + [("checks", table) for table in ("sums", "shares", "growth", "lists", "quotients")],
)
def test_every_sign_is_read(name: str, table: str) -> None:
    """A row of signs that no module names is left over."""
    code = "".join(path.read_text("utf-8") for path in PACKAGE.rglob("*.py"))
    keys = lexicon.read_tree(name)[table]
    assert [key for key in keys if f'"{key}"' not in code and f"'{key}'" not in code and key != "units"] == []
