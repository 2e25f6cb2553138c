"""Parquet: one typed column each; decimals are strings, so the precision that was stated is kept."""

from io import BytesIO
from typing import Any

from pressparse.errors import OptionError
from pressparse.report.render.cell import cell_text, encodable
from pressparse.report.table import Table


def parquet_bytes(table: Table) -> bytes:
    """The file: text and decimal as string, integer as int64, float as double, lists as list<string> or list<int64>.

    Missing values are null, in text columns only None is missing. Raises OptionError when pyarrow is not installed.
    """
    try:
        import pyarrow as pa
        from pyarrow import parquet
    except ImportError as error:
        raise OptionError(".parquet needs pyarrow; run: pip install 'pressparse[corpus]'") from error

    types: dict[str, Any] = {
        "text": pa.string(),
        "decimal": pa.string(),
        "integer": pa.int64(),
        "float": pa.float64(),
        "list": pa.list_(pa.string()),
        "integers": pa.list_(pa.int64()),
    }
    arrays = [
        pa.array([_value(row[place], column.kind) for row in table.rows], types[column.kind])
        for place, column in enumerate(table.columns)
    ]
    file = BytesIO()
    parquet.write_table(pa.table(arrays, names=list(table.names)), file, compression="zstd")
    return file.getvalue()


def _value(value: object, kind: str) -> object:
    """A value as Arrow takes it for a column of this kind."""
    if kind == "text":
        return None if value is None else encodable(cell_text(value))
    if kind == "list":
        return [encodable(cell_text(item)) for item in value] if isinstance(value, (tuple, list)) else []
    if kind == "integers":
        return list(value) if isinstance(value, (tuple, list)) else []
    if value in (None, ""):
        return None
    return encodable(cell_text(value)) if kind == "decimal" else value
