"""The one reader of `lexicons/`: vocabulary as plain rows, checked as it is read."""

import re
from collections.abc import Iterable
from functools import cache
from pathlib import Path
from typing import Any

from pressparse.errors import LexiconError
from pressparse.pattern import HAN

_FOLDER = Path(__file__).parent / "lexicons"


@cache
def read_rows(name: str) -> tuple[dict[str, str], ...]:
    """The rows of `lexicons/NAME.tsv`, by column name.

    The first line is the header, its first column the key; rows are sorted by key and keys are unique.
    Lines that start with `#` are comments. Raises LexiconError with file and line where a rule is broken.
    """
    path = f"lexicons/{name}.tsv"
    rows: list[dict[str, str]] = []
    header: list[str] = []
    for number, line in enumerate((_FOLDER / f"{name}.tsv").read_text("utf-8").splitlines(), 1):
        if not line or line.startswith("#"):
            continue
        cells = line.split("\t")
        if not header:
            header = cells
            continue
        if len(cells) != len(header):
            raise LexiconError(f"{len(cells)} cells under a header of {len(header)}", path=path, line=number)
        if rows and cells[0] <= rows[-1][header[0]]:
            how = "twice" if cells[0] == rows[-1][header[0]] else "out of order"
            raise LexiconError(f"“{cells[0]}” stands {how}", path=path, line=number)
        rows.append(dict(zip(header, cells, strict=True)))
    return tuple(rows)


@cache
def read_words(name: str, kind: str = "", *, column: str = "kind") -> tuple[str, ...]:
    """The keys of `lexicons/NAME.tsv`, those with `kind` in `column` where one is given.

    >>> "记者" in read_words("roles", "reporter")
    True
    """
    rows = read_rows(name)
    return tuple(next(iter(row.values())) for row in rows if not kind or row[column] == kind)


@cache
def read_patterns(name: str) -> dict[str, str]:
    """The patterns of `lexicons/NAME.tsv` by their names; `{han}` in them stands for a Han character."""
    return {row["name"]: row["pattern"].replace("{han}", HAN) for row in read_rows(name)}


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
