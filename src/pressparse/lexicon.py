"""The one reader of `lexicons/`: vocabulary as plain rows, checked as it is read."""

import re
from collections.abc import Iterable, Sequence
from functools import cache
from pathlib import Path
from typing import Any, NoReturn

from pressparse.errors import LexiconError
from pressparse.pattern import HAN, on_demand

_FOLDER = Path(__file__).parent / "lexicons"


@cache
def read_rows(name: str) -> tuple[dict[str, str], ...]:
    """The rows of `lexicons/NAME.tsv`, by column name.

    The first line is the header, its first column the key; rows are sorted by key and keys are unique.
    Lines that start with `#` are comments. Raises LexiconError with file and line where a rule is broken.
    """
    header, *rows = _read_cells(name)
    return tuple(dict(zip(header, cells, strict=True)) for cells in rows)


@cache
def _read_cells(name: str) -> list[list[str]]:
    """The cells of each line that is no comment, the header first."""
    lines = (_FOLDER / f"{name}.tsv").read_bytes().decode().splitlines()
    rows = [line.split("\t") for line in lines if line and not line.startswith("#")]
    keys = [row[0] for row in rows[1:]]
    # At every start some thirty tables are read: only in a broken one line after line is looked at.
    if len({len(row) for row in rows}) > 1 or keys != sorted(set(keys)):
        _refuse(name, lines)
    return rows


def _refuse(name: str, lines: Sequence[str]) -> NoReturn:
    """Raise LexiconError for the first line that breaks a rule."""
    path = f"lexicons/{name}.tsv"
    header: list[str] = []
    before = ""
    for number, line in enumerate(lines, 1):
        if not line or line.startswith("#"):
            continue
        cells = line.split("\t")
        header = header or cells
        if len(cells) != len(header):
            raise LexiconError(f"{len(cells)} cells under a header of {len(header)}", path=path, line=number)
        if before and cells[0] <= before:
            how = "twice" if cells[0] == before else "out of order"
            raise LexiconError(f"“{cells[0]}” stands {how}", path=path, line=number)
        before = cells[0] if cells is not header else ""
    raise LexiconError("breaks a rule of tables", path=path)


@cache
def read_words(name: str, kind: str = "", *, column: str = "kind") -> tuple[str, ...]:
    """The keys of `lexicons/NAME.tsv`, those with `kind` in `column` where one is given.

    >>> "记者" in read_words("roles", "reporter")
    True
    """
    header, *rows = _read_cells(name)
    place = header.index(column) if kind else 0
    return tuple([row[0] for row in rows if not kind or row[place] == kind])


@cache
def read_patterns(name: str) -> dict[str, str]:
    """The patterns of `lexicons/NAME.tsv` by their names; `{han}` in them stands for a Han character."""
    return {row["name"]: row["pattern"].replace("{han}", HAN) for row in read_rows(name)}


@cache
def _read_signs(name: str) -> dict[str, str]:
    return {row["name"]: row["signs"] for row in read_rows(name)}


def margin_pattern(name: str, more: str = "", flags: int = 0) -> re.Pattern[str]:
    """The pattern `name` of `lexicons/margins.tsv`, `more` behind it, compiled when a text first shows a sign of it.

    Raises KeyError for one that margin_signs.tsv gives no signs of.
    """
    signs = _read_signs("margin_signs")[name].split("|")
    return on_demand(read_patterns("margins")[name] + more, flags, signs=signs)


@cache
def read_tree(name: str) -> dict[str, Any]:
    """The content of `lexicons/NAME.toml`."""
    import tomllib

    return tomllib.loads((_FOLDER / f"{name}.toml").read_text("utf-8"))


def one_of(words: Iterable[str]) -> str:
    """A regex alternation of literal words, longest first, in a group of its own; single characters as one class.

    >>> one_of(["超", "超过"])
    '(?:超过|[超])'
    """
    ordered = sorted(set(words), key=lambda word: (-len(word), word))
    single = "".join(re.escape(word) for word in ordered if len(word) == 1)
    branches = [re.escape(word) for word in ordered if len(word) > 1] + ([f"[{single}]"] if single else [])
    return f"(?:{'|'.join(branches)})"


def behind_first(words: Iterable[str]) -> str:
    """An alternation for a place behind the first character, which it looks back at.

    Behind the class of all first characters a search for it runs at C speed.

    >>> behind_first(["超", "超过", "近"])
    '(?:(?<=超)(?:过|)|(?<=近))'
    """
    rests: dict[str, set[str]] = {}
    for word in words:
        rests.setdefault(word[0], set()).add(word[1:])
    branches = []
    for first, tails in sorted(rests.items()):
        ordered = sorted(tails, key=lambda tail: (-len(tail), tail))
        tail = "" if ordered == [""] else f"(?:{'|'.join(map(re.escape, ordered))})"
        branches.append(f"(?<={re.escape(first)}){tail}")
    return f"(?:{'|'.join(branches)})"
