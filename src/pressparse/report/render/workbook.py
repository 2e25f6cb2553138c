"""XLSX: one sheet; text stays text, so no cell is ever a formula; digits beyond Excel's precision stay text."""

import re
from collections.abc import Iterator
from datetime import datetime
from io import BytesIO
from typing import Any

from pressparse.errors import OptionError, Problem
from pressparse.report.render.cell import cell_text, encodable
from pressparse.report.table import NUMERIC, Table

# Excel's own limits: “Excel specifications and limits”, Microsoft 365.
MOST_CHARACTERS = 32_767
MOST_ROWS = 1_048_576
EXACT_DIGITS = 15
WIDEST_COLUMN = 60
# The date that every file bears, so that the same table gives the same bytes.
CREATED = datetime(2000, 1, 1)
NUMBER = re.compile(r"-?[0-9]+(?:\.[0-9]+)?", re.ASCII)
NOT_IN_SHEET_NAME = re.compile(r"[\[\]:*?/\\]")


def workbook_bytes(table: Table, *, header: bool = True) -> tuple[bytes, tuple[Problem, ...]]:
    """The file, and a problem for each cell that had to be cut to what Excel holds (32,767 characters).

    Raises OptionError when xlsxwriter is not installed or there are more rows than a sheet has.
    """
    try:
        import xlsxwriter
    except ImportError as error:
        raise OptionError(".xlsx needs xlsxwriter; run: pip install 'pressparse[xlsx]'") from error
    if len(table) + header > MOST_ROWS:
        raise OptionError(f"a sheet holds {MOST_ROWS:,} rows, the table has {len(table):,}; write .csv or .parquet")

    file = BytesIO()
    with xlsxwriter.Workbook(file, {"in_memory": True}) as book:
        book.set_properties({"title": table.name, "created": CREATED})
        sheet = book.add_worksheet(NOT_IN_SHEET_NAME.sub(" ", table.name)[:31] or None)
        if header:
            bold = book.add_format({"bold": True})
            for place, name in enumerate(table.names):
                sheet.write_string(0, place, name, bold)
            sheet.freeze_panes(1, 0)
        problems = tuple(_write_rows(book, sheet, table, first=int(header)))
    return file.getvalue(), problems


def _write_rows(book: Any, sheet: Any, table: Table, *, first: int) -> Iterator[Problem]:
    """Fills the sheet from row `first` on; yields a problem for each cell that was cut."""
    patterns: dict[str, Any] = {}
    for place, column in enumerate(table.columns):
        widest = len(column.name)
        for number, row in enumerate(table.rows):
            text = encodable(cell_text(row[place]))
            widest = max(widest, len(text))
            pattern = _pattern(text, column.kind)
            if pattern:
                if pattern not in patterns:
                    patterns[pattern] = book.add_format({"num_format": pattern})
                sheet.write_number(first + number, place, float(text), patterns[pattern])
                continue
            held = _held(text)
            if held != text:
                yield Problem("cut", _cut_message(column.name, number + 1, len(text)))
            if held:
                sheet.write_string(first + number, place, held)
        sheet.set_column(place, place, min(widest + 2, WIDEST_COLUMN))


def _pattern(text: str, kind: str) -> str:
    """The number format that shows the digits as they are; empty for what has to be text.

    >>> _pattern("7.60", "decimal"), _pattern("1234567890123456", "integer"), _pattern("2023", "text")
    ('0.00', '', '')
    """
    if kind not in NUMERIC or not text:
        return ""
    if kind == "float":
        return "General" if NUMBER.fullmatch(text) else ""
    if not NUMBER.fullmatch(text) or sum(map(str.isdigit, text)) > EXACT_DIGITS:
        return ""
    places = len(text.partition(".")[2])
    return "0." + "0" * places if places else "0"


def _held(text: str) -> str:
    """The beginning of the text that Excel holds, counted as Excel does, in UTF-16 units."""
    if 2 * len(text) <= MOST_CHARACTERS:
        return text
    return text.encode("utf-16-le")[: 2 * MOST_CHARACTERS].decode("utf-16-le", "ignore")


def _cut_message(name: str, number: int, length: int) -> str:
    return (
        f"row {number}, column {name} has {length:,} characters, Excel holds {MOST_CHARACTERS:,}: cut there; "
        "write .csv, .jsonl or .parquet to have it whole"
    )
