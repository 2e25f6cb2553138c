"""The house rules: vocabulary is data, heavy things are imported late, every test says its rule."""

import ast
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from conftest import ROOT
from pressparse import lexicon
from pressparse.errors import LexiconError

PACKAGE = ROOT / "src" / "pressparse"
HAN = re.compile(r"[\u3400-\u9fff]")
MACHINE = re.compile(r"(^|[^A-Za-z.])/(work|farm|home|Users)/")
# Folders that people write in; what tools make in them says where it was made.
WRITTEN = (".ci", "data", "docs", "src", "tests")
MADE = re.compile(r"\..*|__pycache__|build|.*\.(?:egg-info|so|pyc)")
# “_List”, “tuple[Turn, ...]”
ANNOTATION = re.compile(r"[\w.]+(?:\[[\w., |\[\]]+\])?(?: \| None)?")
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


@pytest.mark.parametrize("path", sorted(PACKAGE.rglob("*.py")), ids=lambda path: str(path.relative_to(PACKAGE)))
def test_nothing_private_is_left_over(path: Path) -> None:
    """What a module keeps to itself by a name with _ it also reads; a parameter of such a name it does not."""
    tree = ast.parse(path.read_text("utf-8"))
    assert sorted(private_names(tree) - names_read(tree)) == []
    pairs = [(node, name) for node in ast.walk(tree) for name in unused_by_name(node)]
    assert [name for function, name in pairs if name in names_read(function)] == []


def private_names(tree: ast.Module) -> set[str]:
    """What a module defines at its top and keeps to itself."""
    made: set[str] = set()
    for node in tree.body:
        if isinstance(node, ast.FunctionDef | ast.ClassDef):
            made.add(node.name)
        else:
            stored = (each for each in ast.walk(node) if isinstance(each, ast.Name) and isinstance(each.ctx, ast.Store))
            made.update(each.id for each in stored)
    return {name for name in made if name.strip("_") and name.startswith("_") and not name.startswith("__")}


def names_read(tree: ast.AST) -> set[str]:
    """Every name that is read somewhere below a node, in annotations that are strings too."""
    names = {node.id for node in ast.walk(tree) if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Load)}
    strings = (node.value for node in ast.walk(tree) if isinstance(node, ast.Constant) and isinstance(node.value, str))
    return names.union(*(re.findall(r"\w+", text) for text in strings if ANNOTATION.fullmatch(text)))


def unused_by_name(node: ast.AST) -> list[str]:
    """The parameters of a function whose names say that it has no use for them."""
    if not isinstance(node, ast.FunctionDef):
        return []
    parameters = (*node.args.posonlyargs, *node.args.args, *node.args.kwonlyargs)
    return [each.arg for each in parameters if each.arg.startswith("_")]


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
    assert "pressparse.cli.app" in done.stderr.split("\n"), "the modules are listed"
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
    files = list(written_files())
    assert ROOT / "README.md" in files
    assert [line for path in files for line in named_machines(path)] == []


def test_a_machine_would_be_found(tmp_path: Path) -> None:
    """The search that finds nothing here finds a path where one stands."""
    (tmp_path / "note.md").write_text("well\nsee /home/somebody/x.txt\n", "utf-8")
    assert named_machines(tmp_path / "note.md") == [f"{tmp_path / 'note.md'}:2: see /home/somebody/x.txt"]


def written_files() -> Iterator[Path]:
    """Every file of a clone or an unpacked release but for this one, without what tools left behind in it."""
    yield from (path for path in sorted(ROOT.iterdir()) if path.is_file() and path.name != ".git")
    for folder in WRITTEN:
        for path in sorted((ROOT / folder).rglob("*")):
            made = any(MADE.fullmatch(part) for part in path.relative_to(ROOT / folder).parts)
            if path.is_file() and not made and path != Path(__file__):
                yield path


def named_machines(path: Path) -> list[str]:
    """The lines of a file that hold an absolute path of somebody's machine, as `FILE:LINE: TEXT`."""
    lines = path.read_bytes().decode("utf-8", "replace").splitlines()
    return [f"{path}:{number}: {line}" for number, line in enumerate(lines, 1) if MACHINE.search(line)]


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
