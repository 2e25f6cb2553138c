"""What the package offers to Python: one list of names, each there, described, and loaded when it is asked for."""

import ast
import inspect
import re
import subprocess
import sys
from collections.abc import Callable
from importlib import import_module

import pytest

import pressparse
from conftest import ROOT

PACKAGE = ROOT / "src" / "pressparse"
CLASSES = {
    node.name
    for path in PACKAGE.rglob("*.py")
    for node in ast.parse(path.read_text("utf-8")).body
    if isinstance(node, ast.ClassDef) and not node.name.startswith("_")
}


def checked_imports() -> list[tuple[str, str]]:
    """Name and module of each import in `__init__.py` that only type checkers read."""
    tree = ast.parse((PACKAGE / "__init__.py").read_text("utf-8"))
    (block,) = (node for node in tree.body if isinstance(node, ast.If) and ast.unparse(node.test) == "TYPE_CHECKING")
    imports = [node for node in block.body if isinstance(node, ast.ImportFrom)]
    # Without `as` a checker takes an import for the module's own.
    assert all(alias.asname == alias.name for node in imports for alias in node.names)
    return [(alias.name, str(node.module)) for node in imports for alias in node.names]


def test_one_list_of_names() -> None:
    """What is offered, what is loaded on demand and what type checkers see are the same names of the same modules."""
    assert sorted(checked_imports()) == sorted(pressparse._HOMES.items())
    assert sorted(pressparse.__all__) == sorted(name for names in pressparse._ROOMS.values() for name in names.split())
    assert len(set(pressparse.__all__)) == len(pressparse.__all__) > 50
    assert dir(pressparse) == sorted(pressparse.__all__)


@pytest.mark.parametrize("name", pressparse.__all__)
def test_each_name_is_there_and_says_what_it_is(name: str) -> None:
    """A name leads to what its module calls so, and that has a docstring somebody wrote."""
    offered = getattr(pressparse, name)
    assert offered is getattr(import_module(pressparse._HOMES[name]), name)
    assert offered.__module__.startswith(pressparse._HOMES[name])
    # A dataclass without one gets its signature for a docstring.
    assert offered.__doc__
    assert not offered.__doc__.startswith(f"{name}(")


def test_another_name_is_an_attribute_error() -> None:
    """What does not exist is told as of any module, so that hasattr and pickle work."""
    with pytest.raises(AttributeError, match="no attribute 'raed'"):
        getattr(pressparse, "raed")  # noqa: B009


@pytest.mark.parametrize("name", pressparse.__all__)
def test_what_a_call_takes_gives_and_raises_is_offered_too(name: str) -> None:
    """Nobody has to look for the class of an argument, a result or an error in the rooms behind the face."""
    assert named_classes(getattr(pressparse, name)) <= set(pressparse.__all__)


def named_classes(offered: Callable[..., object]) -> set[str]:
    """The classes of the package in the signature of a function or class, and the errors in its docstring."""
    errors = re.findall(r"\w+Error\b", offered.__doc__ or "")
    return CLASSES.intersection((*errors, *re.findall(r"\w+", str(inspect.signature(offered)))))


def test_classes_are_found_where_they_are_named() -> None:
    """What is taken, in quotes or not, what is given, what is raised."""
    assert named_classes(pressparse.claims_table) == {"Briefing", "Wanted", "Table"}
    assert named_classes(pressparse.keywords_table) == {"Keyword", "Table"}
    assert named_classes(pressparse.find_kwic) == {"Passage", "Concordance", "OptionError"}


def test_nothing_is_loaded_before_it_is_asked_for() -> None:
    """`import pressparse` reads no other module of the package; a name reads those that it needs."""
    code = (
        "import sys, pressparse\n"
        "loaded = lambda: sorted(name for name in sys.modules if name.startswith('pressparse'))\n"
        "print(loaded())\n"
        "pressparse.Span\n"
        "print(loaded())\n"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd=ROOT)
    assert done.stdout == "['pressparse']\n['pressparse', 'pressparse.record', 'pressparse.span']\n"
