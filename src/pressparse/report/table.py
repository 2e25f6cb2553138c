"""Table: the one result type. Every command makes one, every output format is made from one."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal, InvalidOperation
from typing import TYPE_CHECKING, Literal

from pressparse.errors import OptionError

if TYPE_CHECKING:
    import pandas as pd

Kind = Literal["text", "integer", "decimal", "float", "list", "integers"]
NUMERIC: frozenset[str] = frozenset({"integer", "decimal", "float"})


@dataclass(frozen=True, slots=True)
class Column:
    """A column: what it is called, what it holds, and how it behaves where room is short.

    `kind` is text, integer, decimal (a `Decimal`, or its plain string), float (a score), list (a tuple of strings)
    or integers (a tuple of integers). All settings after `title` concern the terminal alone; machine formats
    have every column, whole, under its `name`.
    """

    name: str
    kind: Kind = "text"
    title: str = ""  # heading in the terminal; the name when empty
    shown: bool = True  # part of the terminal table unless `--columns` says otherwise
    fold: bool = True  # long text goes on in the next line; else one line, cut with “…”
    crop: Literal["end", "start"] = "end"  # where “…” stands when a cell is cut
    align: Literal["", "left", "right"] = ""  # empty: numbers right, the rest left
    min_cells: int = 12  # folded text is never squeezed below this; columns are hidden instead
    whole: bool = False  # folded behind “/” alone: min_cells grows to the widest part between two of them
    max_lines: int = 0  # a cell is cut with “…” after so many lines; 0 = never
    weight: int = 1  # share of the width that is left over
    priority: int = 0  # the lowest is hidden first; then the lightest, then the rightmost

    @property
    def heading(self) -> str:
        """The title, else the name."""
        return self.title or self.name

    @property
    def right(self) -> bool:
        """Whether cells stand at the right edge: as asked for, else numbers do."""
        return self.align == "right" if self.align else self.kind in NUMERIC


@dataclass(frozen=True, slots=True)
class Table:
    """Rows of plain values under named columns; a value is str, int, Decimal, float, tuple or None.

    `total` is the number of rows before `limit`, 0 when nothing was left out.

    >>> table = Table("turns", (Column("turn", "integer"), Column("text")), ((1, "大家好"), (2, "谢谢")))
    >>> table.select(["text"]).limit(1).records()
    ({'text': '大家好'},)
    """

    name: str
    columns: tuple[Column, ...]
    rows: tuple[tuple[object, ...], ...] = ()
    total: int = 0

    def __post_init__(self) -> None:
        width = len(self.columns)
        if len(set(self.names)) != width:
            raise ValueError(f"table {self.name}: two columns have one name: {', '.join(self.names)}")
        for number, row in enumerate(self.rows):
            if len(row) != width:
                raise ValueError(f"table {self.name}: row {number} has {len(row)} values for {width} columns")

    def __len__(self) -> int:
        return len(self.rows)

    @property
    def names(self) -> tuple[str, ...]:
        """The names of the columns, in order."""
        return tuple(column.name for column in self.columns)

    def select(self, names: Sequence[str]) -> "Table":
        """The same rows with the columns named, in the order asked for; all of them shown in the terminal.

        A name given twice counts once. Raises OptionError for a name that is no column, or for no name at all.
        """
        known = {name: place for place, name in enumerate(self.names)}
        unknown = [name for name in names if name not in known]
        if unknown:
            quoted = ", ".join(f"“{name}”" for name in unknown)
            raise OptionError(f"no column {quoted} in {self.name}; columns: {', '.join(known)}")
        if not names:
            raise OptionError(f"no column is named; columns of {self.name}: {', '.join(known)}")
        places = [known[name] for name in dict.fromkeys(names)]
        columns = tuple(replace(self.columns[place], shown=True) for place in places)
        return replace(self, columns=columns, rows=tuple(tuple(row[place] for place in places) for row in self.rows))

    def hide(self, *names: str) -> "Table":
        """The same table with these columns left out of the terminal view; other formats keep them."""
        columns = tuple(replace(column, shown=False) if column.name in names else column for column in self.columns)
        return replace(self, columns=columns)

    def limit(self, count: int) -> "Table":
        """The first `count` rows; all when there are fewer. Raises OptionError when `count` is below 0."""
        if count < 0:
            raise OptionError(f"a limit of {count} rows means nothing; give 0 or more")
        if count >= len(self.rows):
            return self
        return replace(self, rows=self.rows[:count], total=self.total or len(self.rows))

    def records(self) -> tuple[dict[str, object], ...]:
        """One dict a row, keys in column order, values as they are (Decimal and tuple are kept)."""
        names = self.names
        return tuple(dict(zip(names, row, strict=True)) for row in self.rows)

    def to_pandas(self) -> "pd.DataFrame":
        """A pandas DataFrame with a dtype for each kind, also when there are no rows.

        text: string · integer: Int64 · float: float64 · decimal: object holding `Decimal`, exact (`astype(float)`
        where speed counts) · list, integers: object holding lists. Missing values are `pd.NA`, `None` or NaN as the
        dtype has it; an empty text stays an empty text.
        """
        import pandas as pd

        series = {}
        for place, column in enumerate(self.columns):
            dtype, convert = FRAME_TYPES[column.kind]
            values = [convert(row[place]) for row in self.rows]
            series[column.name] = pd.Series(values, dtype=dtype)
        return pd.DataFrame(series, columns=list(self.names))


def _text(value: object) -> object:
    return None if value is None else str(value)


def _number(value: object) -> object:
    return None if value in (None, "") else value


def _decimal(value: object) -> object:
    if value in (None, ""):
        return None
    try:
        return Decimal(str(value))
    except InvalidOperation:
        return str(value)  # a ratio, “7:3”


def _list(value: object) -> object:
    return list(value) if isinstance(value, (tuple, list)) else []


FRAME_TYPES: dict[str, tuple[str, Callable[[object], object]]] = {
    "text": ("string", _text),
    "integer": ("Int64", _number),
    "float": ("float64", _number),
    "decimal": ("object", _decimal),
    "list": ("object", _list),
    "integers": ("object", _list),
}
