"""A table written to a stream, in the format asked for."""

import os
from collections.abc import Iterator
from io import TextIOBase
from pathlib import PurePath
from typing import IO, Any, Literal, cast, get_args

from pressparse.errors import OptionError, Problem
from pressparse.report.render import line
from pressparse.report.table import Table

Format = Literal["terminal", "csv", "tsv", "jsonl", "json", "md", "parquet", "xlsx"]
FORMATS: tuple[Format, ...] = get_args(Format)
ENDINGS: dict[str, Format] = {
    ".csv": "csv",
    ".tsv": "tsv",
    ".jsonl": "jsonl",
    ".ndjson": "jsonl",
    ".json": "json",
    ".md": "md",
    ".parquet": "parquet",
    ".xlsx": "xlsx",
}
BINARY: frozenset[str] = frozenset({"parquet", "xlsx"})
WITH_BOM: frozenset[str] = frozenset({"csv", "tsv"})
DEFAULT_WIDTH = 80


def format_of(path: str | PurePath) -> Format:
    """The format that a file name asks for by its ending, in either case.

    Raises OptionError for another ending, or none.

    >>> format_of("out/turns.CSV")
    'csv'
    """
    ending = PurePath(path).suffix.lower()
    if ending in ENDINGS:
        return ENDINGS[ending]
    known = ", ".join(ENDINGS)
    found = f"“{ending}” is no ending we know" if ending else "the name has no ending that says a format"
    raise OptionError(f"{found}; endings: {known}", path=str(path))


def write_table(
    table: Table,
    *,
    to: IO[str] | IO[bytes],
    format: str,
    header: bool = True,
    bom: bool = False,
    width: int | None = None,
    color: bool = False,
) -> tuple[Problem, ...]:
    """Writes the table, row by row where the format allows; returns what could not be written whole.

    `to` is a text or a binary stream. All formats but terminal are UTF-8 with Unix line ends whatever the stream's
    own encoding. `header` concerns csv, tsv, md, xlsx and terminal; `bom`, the mark that makes Excel read UTF-8,
    csv and tsv alone; `width` (None = the terminal behind `to`, else 80) and `color` terminal alone.
    Raises OptionError when the format and a setting do not go together, or a package is missing.
    """
    check_settings(format, bom=bom)
    if format == "terminal":
        _write_terminal(table, to, header=header, width=width, color=color)
        return ()
    problems: tuple[Problem, ...] = ()
    if format in BINARY:
        content, problems = _binary_content(table, format, header=header)
        _write_binary(to, content, format)
    else:
        _write_lines(to, _lines(table, format, header=header, bom=bom))
    return problems


def check_settings(format: str, *, bom: bool) -> None:
    """Raises OptionError for a format we do not write, or a byte order mark where none belongs."""
    if format not in FORMATS:
        raise OptionError(f"“{format}” is no format we write; formats: {', '.join(FORMATS)}")
    if bom and format not in WITH_BOM:
        raise OptionError(f"a byte order mark belongs to csv and tsv, not to {format}; leave out --bom")


def _lines(table: Table, format: str, *, header: bool, bom: bool) -> Iterator[bytes]:
    match format:
        case "csv":
            return line.csv_lines(table, header=header, bom=bom)
        case "tsv":
            return line.tsv_lines(table, header=header, bom=bom)
        case "jsonl":
            return line.jsonl_lines(table)
        case "json":
            return line.json_lines(table)
        case _:
            return line.markdown_lines(table, header=header)


def _binary_content(table: Table, format: str, *, header: bool) -> tuple[bytes, tuple[Problem, ...]]:
    if format == "xlsx":
        from pressparse.report.render.workbook import workbook_bytes

        return workbook_bytes(table, header=header)
    from pressparse.report.render.parquet import parquet_bytes

    return parquet_bytes(table), ()


def _write_terminal(table: Table, to: IO[Any], *, header: bool, width: int | None, color: bool) -> None:
    from pressparse.report.render.terminal import Terminal, terminal_text

    encoding = (getattr(to, "encoding", None) or "utf-8") if _is_text(to) else "utf-8"
    cells = width if width is not None else _width_of(to)
    text = terminal_text(table, Terminal(cells, color, encoding), header=header)
    to.write(text if _is_text(to) else text.encode())


def _write_lines(to: IO[Any], lines: Iterator[bytes]) -> None:
    """Bytes go past a text stream's encoding and line ends where it stands on a binary one."""
    binary = _binary_of(to)
    if binary is None:
        for one in lines:
            to.write(one.decode())
        return
    for one in lines:
        binary.write(one)
    binary.flush()


def _write_binary(to: IO[Any], content: bytes, format: str) -> None:
    binary = _binary_of(to)
    if binary is None or to.isatty():
        raise OptionError(f"{format} is no text; write it to a file: -o FILE.{format}")
    binary.write(content)
    binary.flush()


def _is_text(to: IO[Any]) -> bool:
    return isinstance(to, TextIOBase) or hasattr(to, "encoding")


def _binary_of(to: IO[Any]) -> IO[bytes] | None:
    """The stream of bytes: itself, or the one under a text stream; None for text in memory."""
    if not _is_text(to):
        return cast("IO[bytes]", to)
    to.flush()
    return cast("IO[bytes] | None", getattr(to, "buffer", None))


def _width_of(to: IO[Any]) -> int:
    """The columns of the terminal behind a stream; 80 where there is none."""
    try:
        return os.get_terminal_size(to.fileno()).columns or DEFAULT_WIDTH
    except (OSError, ValueError, AttributeError):
        return DEFAULT_WIDTH
