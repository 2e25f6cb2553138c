"""Line formats: CSV, TSV, JSONL, JSON and Markdown, row by row as UTF-8, so that a reader may stop early."""

import re
from collections.abc import Iterator
from decimal import Decimal
from typing import Any

from pressparse.report.render.cell import cell_text, encodable, plain_number, utf8
from pressparse.report.table import Table

BOM = b"\xef\xbb\xbf"
TSV_ESCAPES = str.maketrans({"\\": "\\\\", "\t": "\\t", "\n": "\\n", "\r": "\\r"})
LINE_BREAK = re.compile(r"\r\n?|\n")
# Characters that Markdown would take for markup inside a cell; “_” inside a word is none.
MARKUP = re.compile(r"[\\|*`\[\]~$]|(?<!\w)_|_(?!\w)")


class _Echo:
    """A file whose write gives the text back: the csv module formats, we write."""

    def write(self, text: str) -> str:
        return text


def csv_lines(table: Table, *, header: bool = True, bom: bool = False) -> Iterator[bytes]:
    r"""Rows quoted as in RFC 4180, but ended by "\n" as Unix tools expect; line breaks in a cell stay, quoted."""
    import csv

    # With "\r\n" as line end the module quotes cells that hold either of them, which "\n" alone does not do.
    writer: Any = csv.writer(_Echo(), lineterminator="\r\n")
    if bom:
        yield BOM
    if header:
        yield utf8(writer.writerow(table.names)[:-2] + "\n")
    for row in table.rows:
        yield utf8(writer.writerow([cell_text(value) for value in row])[:-2] + "\n")


def tsv_lines(table: Table, *, header: bool = True, bom: bool = False) -> Iterator[bytes]:
    r"""One record a line, always: tab, newline, carriage return and backslash in a cell are \t, \n, \r and \\."""
    if bom:
        yield BOM
    if header:
        yield utf8("\t".join(name.translate(TSV_ESCAPES) for name in table.names) + "\n")
    for row in table.rows:
        yield utf8("\t".join(cell_text(value).translate(TSV_ESCAPES) for value in row) + "\n")


def jsonl_lines(table: Table) -> Iterator[bytes]:
    """One object a line, keys in column order; decimals as strings, lists as arrays, None as null, no escapes."""
    for record in _json_records(table):
        yield record + b"\n"


def json_lines(table: Table) -> Iterator[bytes]:
    """An array of the same objects, one a line."""
    mark = b"[\n"
    for record in _json_records(table):
        yield mark + record
        mark = b",\n"
    yield b"\n]\n" if table.rows else b"[]\n"


def _json_records(table: Table) -> Iterator[bytes]:
    import orjson

    names = table.names
    for row in table.rows:
        record = dict(zip(names, row, strict=True))
        try:
            yield orjson.dumps(record, default=_json_value)
        except TypeError:  # a lone surrogate, an integer of more than 64 bits
            yield _json_slowly(record)


def _json_slowly(record: dict[str, object]) -> bytes:
    import json

    return encodable(json.dumps(record, ensure_ascii=False, separators=(",", ":"), default=_json_value)).encode()


def _json_value(value: object) -> object:
    """What JSON has no type for: decimals as plain strings, the rest as text."""
    return plain_number(value) if isinstance(value, Decimal) else str(value)


def markdown_lines(table: Table, *, header: bool = True) -> Iterator[bytes]:
    """A GitHub pipe table; markup in cells is escaped, line breaks are <br>. Without header the head is empty."""
    names = [_markdown_cell(name) if header else "" for name in table.names]
    yield _markdown_row(names)
    yield _markdown_row(["---:" if column.right else "---" for column in table.columns])
    for row in table.rows:
        yield _markdown_row([_markdown_cell(cell_text(value)) for value in row])


def _markdown_row(cells: list[str]) -> bytes:
    return utf8(f"| {' | '.join(cells)} |\n")


def _markdown_cell(text: str) -> str:
    text = MARKUP.sub(r"\\\g<0>", text.strip()).replace("&", "&amp;").replace("<", "&lt;")
    return LINE_BREAK.sub("<br>", text)
