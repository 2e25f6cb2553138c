"""Table: choosing columns and rows, records, the data frame."""

import subprocess
import sys
from decimal import Decimal

import pytest

from pressparse.errors import OptionError
from pressparse.report.table import Column, Table

COLUMNS = (
    Column("turn", "integer"),
    Column("speaker"),
    Column("low", "decimal"),
    Column("score", "float"),
    Column("respondents", "list", shown=False),
    Column("answer_turns", "integers"),
)
ROWS = (
    (1, "萬隆", Decimal("7.60"), 0.5, ("萬隆", "李文化"), (5, 6)),
    (None, "", None, None, (), ()),
    (3, "葉昶", "4448.20", 1.25, ("葉昶",), (9,)),
)
TABLE = Table("turns", COLUMNS, ROWS)


def test_select_takes_columns_in_the_order_asked_for():
    """--columns decides which columns there are and in which order."""
    chosen = TABLE.select(["speaker", "turn"])
    assert chosen.names == ("speaker", "turn")
    assert chosen.rows == (("萬隆", 1), ("", None), ("葉昶", 3))


def test_select_shows_what_was_asked_for_by_name():
    """A column that the terminal leaves out by default is shown once it is named."""
    assert TABLE.select(["respondents"]).columns[0].shown


def test_select_counts_a_name_once():
    """A name given twice makes one column: records have one key."""
    assert TABLE.select(["turn", "turn"]).names == ("turn",)


def test_select_names_what_is_unknown_and_what_is_known():
    """An unknown column is an OptionError that tells all there are."""
    with pytest.raises(OptionError) as caught:
        TABLE.select(["turn", "speeker", "x"])
    assert str(caught.value) == (
        "option: no column “speeker”, “x” in turns; columns: turn, speaker, low, score, respondents, answer_turns"
    )


def test_select_of_nothing_is_an_error():
    """`--columns ,` names no column: an error, not an empty table."""
    with pytest.raises(OptionError, match="no column is named"):
        TABLE.select([])


def test_hide_concerns_the_terminal_alone():
    """A hidden column is still there for every other format."""
    table = TABLE.hide("turn", "nothing")
    assert table.names == TABLE.names
    assert [column.name for column in table.columns if not column.shown] == ["turn", "respondents"]


def test_limit_keeps_the_first_rows_and_remembers_how_many_there_were():
    """--limit takes rows from the top; the terminal says “1 of 3 rows”."""
    assert TABLE.limit(1).rows == ROWS[:1]
    assert TABLE.limit(1).total == 3
    assert TABLE.limit(2).limit(1).total == 3
    assert TABLE.limit(0).rows == ()


def test_limit_beyond_the_rows_changes_nothing():
    """A limit of more rows than there are leaves the table as it is."""
    assert TABLE.limit(3) == TABLE
    assert TABLE.limit(99).total == 0


def test_limit_below_zero_is_an_error():
    """A negative limit does not count from the end, as a slice would."""
    with pytest.raises(OptionError, match="give 0 or more"):
        TABLE.limit(-1)


def test_records_have_keys_in_column_order():
    """A record's keys follow the columns; its values are untouched."""
    record = TABLE.records()[0]
    assert tuple(record) == TABLE.names
    assert record["low"] == Decimal("7.60")
    assert record["respondents"] == ("萬隆", "李文化")


def test_rows_must_be_as_wide_as_the_columns():
    """A view that forgets a value is found where it is made, not in a shifted CSV."""
    with pytest.raises(ValueError, match="row 1 has 1 values for 2 columns"):
        Table("x", (Column("a"), Column("b")), ((1, 2), (1,)))


def test_column_names_are_unique():
    """Two columns of one name would lose a value in records."""
    with pytest.raises(ValueError, match="one name"):
        Table("x", (Column("a"), Column("a")))


def test_pandas_keeps_decimals_exact():
    """A decimal column of the frame holds Decimal, whether the view gave Decimal or its plain string."""
    frame = TABLE.to_pandas()
    assert frame["low"].tolist() == [Decimal("7.60"), None, Decimal("4448.20")]
    assert str(frame["low"][0]) == "7.60"
    assert frame["low"].dropna().sum() == Decimal("4455.80")


def test_pandas_has_a_type_for_each_kind_even_without_rows():
    """An empty result has the same dtypes as a full one, so code written against one works on the other."""
    expected = ["Int64", "string", "object", "float64", "object", "object"]
    assert [str(dtype) for dtype in TABLE.to_pandas().dtypes] == expected
    assert [str(dtype) for dtype in TABLE.limit(0).to_pandas().dtypes] == expected


def test_pandas_tells_missing_from_empty():
    """None is missing; an empty text is an empty text; an empty list is a list."""
    row = TABLE.to_pandas().iloc[1]
    assert row["speaker"] == ""
    assert row["respondents"] == []
    assert row.isna()["turn"]


def test_table_imports_no_data_frame():
    """Start-up: pandas is loaded by to_pandas alone."""
    code = "import sys, pressparse.report.table; sys.exit(any(m in sys.modules for m in ('pandas', 'rich', 'orjson')))"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
