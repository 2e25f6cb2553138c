"""A table written to a file: whole or not at all."""

import os
import stat
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import IO

from pressparse.errors import PressparseError, Problem
from pressparse.report.render.output import check_settings, format_of, write_table
from pressparse.report.table import Table


class WriteError(PressparseError):
    """A file cannot be written: its folder is missing, no permission, no room."""

    code = "unwritable"


def write_file(
    table: Table, path: str | Path, *, format: str = "", header: bool = True, bom: bool = False
) -> tuple[Problem, ...]:
    """Writes the table to `path`, in the format of its ending unless one is given; returns what had to be cut.

    A reader sees the old file or the new one, never a part; a failure leaves the old one and nothing beside it.
    Raises OptionError for an unknown ending, WriteError when the file cannot be written.
    """
    path = Path(path)
    chosen = format or format_of(path)
    check_settings(chosen, bom=bom)
    try:
        with replaced(path) as file:
            problems = write_table(table, to=file, format=chosen, header=header, bom=bom)
    except OSError as error:
        raise WriteError(reason_of(path, error), path=str(path)) from error
    return tuple(Problem(problem.code, problem.message, path=str(path)) for problem in problems)


@contextmanager
def replaced(path: Path) -> Iterator[IO[bytes]]:
    """A new file beside `path` that takes its place, and its permissions, once it is complete.

    A link stays a link: what it leads to is replaced. A pipe or device is written to directly.
    """
    mode = _mode(path)
    if mode and not stat.S_ISREG(mode):
        with path.open("wb") as file:
            yield file
        return
    target = Path(os.path.realpath(path))
    part = target.with_name(f".{target.name[:50]}.{os.urandom(4).hex()}.part")
    try:
        with part.open("xb") as file:
            yield file
        if mode:
            part.chmod(stat.S_IMODE(mode))
        part.replace(target)
    except BaseException:
        with suppress(OSError):
            part.unlink()
        raise


def _mode(path: Path) -> int:
    """Type and permissions of a file; 0 when there is none."""
    try:
        return path.stat().st_mode
    except FileNotFoundError:
        return 0


def reason_of(path: Path, error: OSError) -> str:
    """What went wrong, in words that say what to do."""
    match error:
        case FileNotFoundError() | NotADirectoryError():
            return f"there is no folder {path.parent}; make it first"
        case IsADirectoryError():
            return "is a folder; give the name of a file"
        case PermissionError():
            return f"no permission to write in {path.parent}"
        case _:
            return f"cannot be written: {error.strerror or error}"
