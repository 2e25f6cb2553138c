"""Which flags go together: what each command and each of its tables heeds, in one place."""

from collections.abc import Mapping
from itertools import combinations
from pathlib import PurePath

from pressparse.errors import OptionError

FORMATS = ("csv", "tsv", "json", "jsonl", "md")
COLORS = ("auto", "always", "never")
# What only a table has.
SHAPES = ("--columns", "--limit", "--no-header")
# The table of a command that no flag asks for.
PLAIN = ""


class Tables:
    """The tables of a command: the flags that ask for one each, and the flags that only some of them heed.

    `heeded` gives for such a flag the tables by the flags that ask for them. Of each pair of `apart` one may be given.
    """

    __slots__ = ("apart", "flags", "heeded")

    def __init__(
        self,
        flags: tuple[str, ...],
        heeded: Mapping[str, tuple[str, ...]] = {},
        apart: tuple[tuple[str, str], ...] = (),
    ) -> None:
        self.flags = flags
        self.heeded = heeded
        self.apart = apart


TABLES = {
    "keywords": Tables(
        flags=("--against", "--dispersion", "--collocations"),
        heeded={
            "--by": (PLAIN, "--against", "--dispersion"),
            "--method": (PLAIN,),
            "--phrases": (PLAIN,),
            "--pos": (PLAIN,),
            "--measure": ("--against", "--collocations"),
            "--node": ("--collocations",),
            "--window": ("--collocations",),
        },
        apart=(("--phrases", "--pos"), ("--presegmented", "--engine")),
    ),
    "numbers": Tables(
        flags=("--series", "--explain", "--check"),
        heeded=dict.fromkeys(("--kind", "--all", "--at"), (PLAIN, "--explain", "--check")),
    ),
}
# These write text as it is.
PROSE = ("convert",)
# Endings of tables that are endings of text too.
OF_BOTH = ("md",)


def check_flags(command: str, given: Mapping[str, object]) -> None:
    """Raise OptionError where one of the flags `given` to a command is empty, or has no effect beside the others."""
    empty = [flag for flag, value in given.items() if value == ""]
    if empty:
        raise OptionError(f"{empty[0]} is empty; give it a value, or leave it out")
    if command in PROSE:
        of_tables = [flag for flag in (*(f"--{name}" for name in FORMATS), *SHAPES) if flag in given]
        if of_tables:
            raise OptionError(f"{of_tables[0]} shapes a table, and {command} writes plain text; leave it out")
    tables = TABLES.get(command, Tables(()))
    for one, other in (*combinations(tables.flags, 2), *tables.apart):
        if one in given and other in given:
            raise OptionError(f"{one} and {other} exclude each other; give one")
    table = next((flag for flag in tables.flags if flag in given), PLAIN)
    for flag, heeding in tables.heeded.items():
        if flag not in given or table in heeding:
            continue
        if table:
            raise OptionError(f"{flag} means nothing with {table}; leave one of them out")
        which = "that too" if len(heeding) == 1 else "one of them"
        raise OptionError(f"{flag} is of {' and '.join(heeding)}; give {which}")


def split_names(flag: str, said: str) -> tuple[str, ...]:
    """The names in the value of a flag, which commas part. Raises OptionError where there are commas alone."""
    names = tuple(name.strip() for name in said.split(",") if name.strip())
    if said and not names:
        raise OptionError(f"{flag} “{said}” names nothing; give names with commas between them")
    return names


def check_color(color: str) -> None:
    """Raise OptionError where --color has a value that means nothing."""
    if color not in COLORS:
        raise OptionError(f"--color {color} means nothing; give {', '.join(COLORS)}")


def check_output(command: str, format: str, path: str) -> None:
    """Raise OptionError where the ending of a file asks for another format than a flag, or than the command writes."""
    from pressparse.report.render import ENDINGS

    ending = PurePath(path).suffix.lower()
    known = ENDINGS.get(ending, "")
    if command in PROSE and known and known not in OF_BOTH:
        raise OptionError(f"“{ending}” is the ending of a table, and {command} writes plain text; give .txt", path=path)
    if format and command == "turns" and not known:
        from pressparse.report.export import export_ending

        known = ending = export_ending(path)
    if format and known not in ("", format):
        raise OptionError(f"--{format} and the ending “{ending}” ask for two formats; leave one out", path=path)
