"""The table on a terminal: drawn by Rich, fitted to the width, with a last line on what is not shown."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from io import StringIO
from typing import TYPE_CHECKING, cast

from rich import box
from rich.cells import cell_len
from rich.console import Console
from rich.segment import Segment
from rich.table import Table as Drawing

from pressparse.report.render.cell import cell_text
from pressparse.report.render.fold import CUT, SLASH, crop_text, fold_text, visible_text
from pressparse.report.render.layout import NARROWEST_CELLS, fit_columns
from pressparse.report.table import NUMERIC, Column, Table

if TYPE_CHECKING:
    from rich.console import ConsoleOptions, RenderResult

SIDES = 2  # the spaces beside a cell, which are part of it: Rich's own padding takes a third of the drawing time
PART = re.compile(rf"[^{SLASH}]*{SLASH}?")
SCORE_PLACES = 4  # digits of a score after the point; machine formats have all


class Terminal:
    """What we are drawing for: cells across, colour or not, the encoding it is written in."""

    __slots__ = ("color", "encoding", "width")

    def __init__(self, width: int = 80, color: bool = False, encoding: str = "utf-8") -> None:
        self.width = width
        self.color = color
        self.encoding = encoding

    @property
    def unicode(self) -> bool:
        """Whether box-drawing characters can be sent."""
        return self.encoding.lower().replace("_", "-").startswith("utf")

    def visible(self, text: str) -> str:
        """The text with nothing in it that the terminal would obey or cannot encode."""
        text = visible_text(text)
        if self.unicode:
            return text
        return text.encode(self.encoding, "replace").decode(self.encoding)


class Cell:
    """A cell as Rich draws it: folded and filled up to its width already."""

    __slots__ = ("cut", "lines")

    def __init__(self, lines: tuple[str, ...], cut: bool = False) -> None:
        self.lines = lines
        self.cut = cut

    def __rich_console__(self, console: Console, options: "ConsoleOptions") -> "RenderResult":
        """One segment a line."""
        for line in self.lines:
            yield Segment(line)
            yield Segment.line()


def terminal_text(table: Table, terminal: Terminal, *, header: bool = True) -> str:
    """The drawn table and its caption; no line is wider than the terminal (8 cells or more).

    Control characters are shown, not sent. Columns that are not shown are named below the table.
    """
    places = [place for place, column in enumerate(table.columns) if column.shown] or list(range(len(table.columns)))
    texts = [[terminal.visible(_shown_value(row[place])) for place in places] for row in table.rows]
    columns = [_with_room(table.columns[place], (row[number] for row in texts)) for number, place in enumerate(places)]
    contents = [
        max([cell_len(column.heading), *(_natural_cells(row[place], column, terminal.width) for row in texts)])
        for place, column in enumerate(columns)
    ]
    widths = fit_columns(columns, contents, width=terminal.width)
    rows = [[_cell(row[place], columns[place], cells) for place, cells in widths.items()] for row in texts]
    shown = [(columns[place], cells) for place, cells in widths.items()]

    console = _console(terminal)
    if shown:
        drawing = _drawing(shown, rows, header=header)
        drawing.box = box.ROUNDED if terminal.unicode else box.ASCII2
        console.print(drawing)
    for line in _caption(table, shown, cut=any(cell.cut for row in rows for cell in row)):
        lines = fold_text(terminal.visible(line), max(terminal.width, NARROWEST_CELLS))
        console.print(Cell(tuple(lines)), style="dim", end="")
    return cast(StringIO, console.file).getvalue()


def _console(terminal: Terminal) -> Console:
    """A console that writes into memory and asks neither the environment nor the real terminal."""
    return Console(
        file=StringIO(),
        width=max(terminal.width, NARROWEST_CELLS),
        height=25,
        color_system="standard" if terminal.color else None,
        force_terminal=terminal.color,
        no_color=not terminal.color,
        legacy_windows=False,
        highlight=False,
    )


def _drawing(shown: Sequence[tuple[Column, int]], rows: Sequence[Sequence[Cell]], *, header: bool) -> Drawing:
    """Rich's table with columns of fixed width; lines between the rows when one of them is folded."""
    folded = any(len(cell.lines) > 1 for row in rows for cell in row)
    drawing = Drawing(padding=0, show_header=header, show_lines=folded, header_style="bold", border_style="dim")
    for column, cells in shown:
        heading = fold_text(column.heading, cells)
        drawing.add_column(Cell(_placed(heading, column, cells)), width=cells + SIDES)
    for row in rows:
        drawing.add_row(*row)
    return drawing


def _shown_value(value: object) -> str:
    """A value as text; scores are rounded to four places."""
    if isinstance(value, float) and round(value, SCORE_PLACES):
        return f"{value:.{SCORE_PLACES}f}"
    return cell_text(value)


def _natural_cells(text: str, column: Column, enough: int) -> int:
    """The width of the widest line of a text; `enough` for a long one, which needs no exact measure."""
    if len(text) > enough and column.kind not in NUMERIC:
        return enough
    return max(cell_len(line) for line in text.split("\n"))


def _with_room(column: Column, texts: Iterable[str]) -> Column:
    """The column; one whose parts are to stay whole asks for the width of the widest."""
    if not column.whole:
        return column
    widest = max((cell_len(part) for text in texts for part in PART.findall(text)), default=0)
    return replace(column, min_cells=max(column.min_cells, widest))


def _cell(text: str, column: Column, cells: int) -> Cell:
    """The lines of a cell at the width of its column."""
    if column.fold or column.kind in NUMERIC:
        lines = fold_text(text, cells, max_lines=column.max_lines)
        cut = bool(column.max_lines) and lines[-1].endswith(CUT) and not text.rstrip().endswith(CUT)
    else:
        lines = [crop_text(text, cells, at_start=column.crop == "start")]
        cut = CUT in (lines[0][:1], lines[0][-1:]) and lines[0] != text
    return Cell(_placed(lines, column, cells), cut)


def _placed(lines: Sequence[str], column: Column, cells: int) -> tuple[str, ...]:
    """The lines filled up to the width of the column, with a space on each side."""
    fills = (" " * (cells - cell_len(line)) for line in lines)
    if column.right:
        return tuple(f" {fill}{line} " for fill, line in zip(fills, lines, strict=True))
    return tuple(f" {line}{fill} " for fill, line in zip(fills, lines, strict=True))


def _caption(table: Table, shown: Sequence[tuple[Column, int]], *, cut: bool) -> Iterator[str]:
    """How many rows there are, which columns are not here, and how to see what is not."""
    count = f"{len(table)} of {table.total}" if table.total else f"{len(table)}"
    yield f"{count} {'row' if (table.total or len(table)) == 1 else 'rows'}"
    names = {column.name for column, _ in shown}
    hidden = [name for name in table.names if name not in names]
    if hidden:
        noun = "column" if len(hidden) == 1 else "columns"
        yield f"hidden {noun}: {', '.join(hidden)} (--columns A,B shows those named, --csv all)"
    if cut:
        yield f"{CUT} marks cut text; it is whole in --tsv, --csv, --jsonl"
