"""`make compiled`: the modules that find claims, as C or as Python, never half of each."""

from importlib import import_module
from pathlib import Path

from pressparse import claims

SOURCES = sorted(path for path in Path(claims.__path__[0]).glob("*.py") if path.stem != "__init__")


def test_all_or_none_are_compiled() -> None:
    """What is compiled is compiled whole and after the last edit: run `make compiled` or `make interpreted`."""
    files = {path: Path(str(import_module(f"pressparse.claims.{path.stem}").__file__)) for path in SOURCES}
    compiled = {path for path, file in files.items() if file.suffix != ".py"}
    assert compiled in (set(), set(SOURCES))
    assert [path.name for path in compiled if files[path].stat().st_mtime < path.stat().st_mtime] == []
