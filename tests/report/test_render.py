"""Machine formats: what is written, byte for byte, and files that are whole or not there."""

import csv
import io
import json
import os
import stat
import subprocess
import sys
import zipfile
from decimal import Decimal
from pathlib import Path

import pytest

import pressparse
from pressparse.errors import OptionError
from pressparse.report.render import FORMATS, WriteError, format_of, write_file, write_table
from pressparse.report.render.cell import cell_text, plain_number
from pressparse.report.table import Column, Table

TABLE = Table(
    "turns",
    (
        Column("turn", "integer"),
        Column("low", "decimal"),
        Column("score", "float"),
        Column("who", "list", shown=False),
        Column("answers", "integers"),
        Column("text", title="speech"),
    ),
    (
        (1, Decimal("4.448E+10"), 1e-05, ("萬隆", "李文化"), (5, 6), '他说"好",\n第二段\r\n\t第三段\\n'),
        (None, None, None, (), (), ""),
        (3, Decimal("7.60"), 12.0, ("葉昶",), (9,), "a|b *c* <d> $5 & snake_case _x_"),
    ),
)
LINE_FORMATS = ("csv", "tsv", "json", "jsonl", "md")


def written(table: Table, form: str, **settings: object) -> bytes:
    stream = io.BytesIO()
    write_table(table, to=stream, format=form, **settings)  # type: ignore[arg-type]
    return stream.getvalue()


def unescape(cell: str) -> str:
    out, characters = [], iter(cell)
    for character in characters:
        out.append({"t": "\t", "n": "\n", "r": "\r", "\\": "\\"}[next(characters)] if character == "\\" else character)
    return "".join(out)


def test_decimals_never_have_an_exponent():
    """A decimal or score is plain digits; the stated precision (7.60) is kept."""
    assert plain_number(Decimal("4.448E+10")) == "44480000000"
    assert plain_number(Decimal("7.60")) == "7.60"
    assert plain_number(Decimal("1E-9")) == "0.000000001"
    assert plain_number(1e-05) == "0.00001"
    assert plain_number(1e22) == "10000000000000000000000"
    assert plain_number(float("nan")) == ""


def test_cell_text_of_each_kind():
    """None is empty, lists are joined by “; ”, truth is lower case."""
    assert cell_text(None) == ""
    assert cell_text((1, Decimal("1E+3"), "甲")) == "1; 1000; 甲"
    assert cell_text(True) == "true"


def test_csv_is_read_back_unchanged():
    """RFC 4180 quoting: any reader gets the cells back, line breaks and lone carriage returns included."""
    cells = ['a"b', "a,b", "a\nb", "a\rb", "a\r\nb", " a ", "", "甲"]
    table = Table("x", tuple(Column(f"c{place}") for place in range(len(cells))), (tuple(cells),))
    assert list(csv.reader(io.StringIO(written(table, "csv").decode(), newline="")))[1] == cells


def test_csv_bytes():
    """UTF-8 without a mark, lines end in a newline alone, line breaks in cells stay and are quoted."""
    lines = written(TABLE, "csv").decode().split("\n")
    assert lines[0] == "turn,low,score,who,answers,text"
    assert lines[1] == '1,44480000000,0.00001,萬隆; 李文化,5; 6,"他说""好"",'
    assert lines[-3:] == [",,,,,", "3,7.60,12.0,葉昶,9,a|b *c* <d> $5 & snake_case _x_", ""]


def test_csv_of_one_empty_cell_is_no_blank_line():
    """A record of one empty cell is a quoted empty string: readers skip blank lines."""
    assert written(Table("x", (Column("a"),), (("",), (None,))), "csv") == b'a\n""\n""\n'


def test_tsv_is_one_record_a_line():
    """Line breaks, tabs and backslashes are escaped, so cut, sort and wc count records; the escape can be undone."""
    lines = written(TABLE, "tsv").decode().split("\n")
    assert len(lines) == len(TABLE) + 2
    assert lines[1].split("\t")[5] == '他说"好",\\n第二段\\r\\n\\t第三段\\\\n'
    assert unescape(lines[1].split("\t")[5]) == TABLE.rows[0][5]


def test_jsonl_has_keys_in_column_order_and_no_escapes():
    """One object a line: decimals are strings, lists arrays, None null, Chinese as it is."""
    first, second, third = written(TABLE, "jsonl").decode().splitlines()
    assert list(json.loads(first)) == list(TABLE.names)
    assert third == (
        '{"turn":3,"low":"7.60","score":12.0,"who":["葉昶"],"answers":[9],"text":"a|b *c* <d> $5 & snake_case _x_"}'
    )
    assert json.loads(second) == {"turn": None, "low": None, "score": None, "who": [], "answers": [], "text": ""}


def test_json_is_an_array_of_the_same_records():
    """--json and --jsonl hold the same objects; no rows make an empty array."""
    records = [json.loads(line) for line in written(TABLE, "jsonl").splitlines()]
    assert json.loads(written(TABLE, "json")) == records
    assert written(TABLE.limit(0), "json") == b"[]\n"
    assert written(TABLE.limit(0), "jsonl") == b""


def test_json_takes_integers_of_any_size():
    """An integer beyond 64 bits is written, not refused."""
    assert written(Table("x", (Column("n", "integer"),), ((10**30,),)), "jsonl") == b'{"n":1' + b"0" * 30 + b"}\n"


@pytest.mark.parametrize("form", LINE_FORMATS)
def test_a_lone_surrogate_becomes_the_replacement_character(form):
    """A file name that is not UTF-8 (column source) does not stop the output."""
    assert "a\ufffdb" in written(Table("x", (Column("source"),), (("a\udcffb",),)), form).decode()


def test_markdown_is_a_pipe_table():
    """Markup in cells is escaped, line breaks are <br>, numbers stand at the right."""
    lines = written(TABLE, "md").decode().splitlines()
    assert lines[:2] == ["| turn | low | score | who | answers | text |", "| ---: | ---: | ---: | --- | --- | --- |"]
    assert lines[2] == '| 1 | 44480000000 | 0.00001 | 萬隆; 李文化 | 5; 6 | 他说"好",<br>第二段<br>\t第三段\\\\n |'
    assert lines[4].endswith(r"| a\|b \*c\* &lt;d> \$5 &amp; snake_case \_x\_ |")


def test_no_header():
    """--no-header leaves out the names; Markdown, which must have a head, has an empty one."""
    assert written(TABLE, "csv", header=False).startswith(b"1,")
    assert written(TABLE, "tsv", header=False).startswith(b"1\t")
    assert written(TABLE, "md", header=False).startswith(b"|  |  |")


@pytest.mark.parametrize("form", ["csv", "tsv"])
def test_bom_comes_first(form):
    """--bom puts the mark that makes Excel read UTF-8 in front, header or not."""
    assert written(TABLE, form, bom=True).startswith(b"\xef\xbb\xbfturn")
    assert written(TABLE, form, bom=True, header=False).startswith(b"\xef\xbb\xbf1")


@pytest.mark.parametrize("form", [form for form in FORMATS if form not in ("csv", "tsv")])
def test_bom_elsewhere_is_an_error(form):
    """RFC 8259 forbids the mark in JSON; elsewhere it means nothing."""
    with pytest.raises(OptionError, match="belongs to csv and tsv"):
        written(TABLE, form, bom=True)


def test_unknown_format_is_an_error():
    """A format that does not exist is an OptionError that names those that do."""
    with pytest.raises(OptionError, match="“yaml” is no format we write; formats: terminal, csv"):
        written(TABLE, "yaml")


@pytest.mark.parametrize("form", LINE_FORMATS)
def test_text_streams_get_utf8_whatever_their_encoding(form):
    """A pipe is UTF-8 with Unix line ends also where the locale or the platform says otherwise."""
    stream = io.TextIOWrapper(io.BytesIO(), encoding="latin-1", newline="\r\n")
    write_table(TABLE, to=stream, format=form)
    assert stream.buffer.getvalue() == written(TABLE, form)
    memory = io.StringIO()
    write_table(TABLE, to=memory, format=form)
    assert memory.getvalue() == written(TABLE, form).decode()


@pytest.mark.parametrize("form", ["csv", "tsv", "jsonl", "json", "md"])
def test_rows_are_written_one_by_one(form):
    """A reader that goes away (head) ends the work early: nothing waits for the last row."""

    class Closing(io.BytesIO):
        writes = 0

        def write(self, data: object) -> int:
            self.writes += 1
            if self.writes > 5:
                raise BrokenPipeError
            return len(bytes(data))  # type: ignore[call-overload]

    table = Table("x", (Column("a"),), (("x",),) * 1000)
    with pytest.raises(BrokenPipeError):
        write_table(table, to=Closing(), format=form)


@pytest.mark.parametrize("form", [form for form in FORMATS if form != "terminal"])
def test_same_table_same_bytes(form):
    """Output is deterministic: no clock, no order of a set."""
    assert written(TABLE, form) == written(TABLE, form)


def test_lines_load_neither_rich_nor_pandas():
    """Start-up on a pipe: TSV needs nothing but itself."""
    # A face of its own: what the package's face imports is not the renderer's doing.
    code = (
        "import sys, types\n"
        "sys.modules['pressparse'] = face = types.ModuleType('pressparse')\n"
        "face.__path__ = [sys.argv[1]]\n"
        "from pressparse.report.table import Column, Table\n"
        "from pressparse.report.render import write_table\n"
        "write_table(Table('x', (Column('a'),), (('1',),)), to=sys.stdout, format='tsv')\n"
        "print([n for n in ('rich', 'pandas', 'orjson', 'csv', 'pyarrow', 'xlsxwriter') if n in sys.modules])"
    )
    folder = str(Path(pressparse.__file__).parent)
    done = subprocess.run([sys.executable, "-I", "-c", code, folder], capture_output=True, text=True, check=False)
    assert done.stdout == "a\n1\n[]\n"


def test_format_of_a_file_name():
    """The ending decides, in either case; the last one counts."""
    assert [format_of(f"x{ending}") for ending in (".CSV", ".tsv", ".ndjson", ".json", ".md", ".parquet", ".xlsx")] == [
        "csv", "tsv", "jsonl", "json", "md", "parquet", "xlsx",
    ]  # fmt: skip
    assert format_of(Path("a.csv") / "b.tar.tsv") == "tsv"


@pytest.mark.parametrize("name", ["x.yaml", "x", "dir.csv/x", ".csv", ""])
def test_unknown_endings_name_the_known(name):
    """An ending we do not write is an OptionError with the file and all endings."""
    with pytest.raises(OptionError, match=r"\.csv, \.tsv, \.jsonl, \.ndjson, \.json, \.md, \.parquet, \.xlsx$"):
        format_of(name)


def test_files_hold_what_streams_get(tmp_path):
    """-o x.csv and --csv > x.csv are the same bytes."""
    for form in ("csv", "tsv", "jsonl", "json", "md"):
        path = tmp_path / f"字.{form}"
        assert write_file(TABLE, path) == ()
        assert path.read_bytes() == written(TABLE, form)
    assert len(list(tmp_path.iterdir())) == 5


def test_a_given_format_wins_over_the_ending(tmp_path):
    """--csv -o x.txt writes CSV."""
    write_file(TABLE, tmp_path / "x.txt", format="csv", bom=True)
    assert (tmp_path / "x.txt").read_bytes() == written(TABLE, "csv", bom=True)


def test_a_failure_leaves_the_old_file_and_nothing_beside_it(tmp_path, monkeypatch):
    """A disk that fills up half way does not cost the result of yesterday."""
    path = tmp_path / "x.csv"
    path.write_text("old")

    def full(self: Path, target: Path) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "replace", full)
    with pytest.raises(WriteError) as caught:
        write_file(TABLE, path)
    assert str(caught.value) == f"{path}: unwritable: cannot be written: No space left on device"
    assert path.read_text() == "old"
    assert [file.name for file in tmp_path.iterdir()] == ["x.csv"]


def test_a_file_keeps_its_permissions_and_a_link_its_target(tmp_path):
    """Replacing a file changes its content alone; a new file obeys the umask."""
    path, link = tmp_path / "x.csv", tmp_path / "link.csv"
    path.write_text("old")
    path.chmod(0o640)
    link.symlink_to(path)
    write_file(TABLE, link)
    assert link.is_symlink()
    assert path.read_bytes() == written(TABLE, "csv")
    assert stat.S_IMODE(path.stat().st_mode) == 0o640
    old = os.umask(0o027)
    try:
        write_file(TABLE, tmp_path / "new.csv")
    finally:
        os.umask(old)
    assert stat.S_IMODE((tmp_path / "new.csv").stat().st_mode) == 0o640


def test_devices_are_written_to_not_replaced():
    """-o /dev/null --csv leaves the device a device."""
    assert write_file(TABLE, "/dev/null", format="csv") == ()
    assert stat.S_ISCHR(Path("/dev/null").stat().st_mode)


def test_missing_folder_no_permission_and_folder_in_place_of_a_file(tmp_path, monkeypatch):
    """Each has one clear message with the path and what to do."""
    missing = tmp_path / "no" / "x.csv"
    with pytest.raises(WriteError) as caught:
        write_file(TABLE, missing)
    assert str(caught.value) == f"{missing}: unwritable: there is no folder {missing.parent}; make it first"

    folder = tmp_path / "x.csv"
    folder.mkdir()
    with pytest.raises(WriteError, match="is a folder; give the name of a file"):
        write_file(TABLE, folder)

    def refuse(self: Path, *_: object, **__: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "open", refuse)
    with pytest.raises(WriteError, match="no permission to write in"):
        write_file(TABLE, tmp_path / "y.csv")


def test_parquet_has_a_type_for_each_kind(tmp_path):
    """Decimals are strings (their precision stays), lists are lists, also when there are no rows."""
    pq = pytest.importorskip("pyarrow.parquet")
    write_file(TABLE, tmp_path / "x.parquet")
    table = pq.read_table(tmp_path / "x.parquet")
    expected = ["int64", "string", "double", "list<element: string>", "list<element: int64>", "string"]
    assert [str(kind) for kind in table.schema.types] == expected
    assert table.to_pylist()[0]["low"] == "44480000000"
    assert table.to_pylist()[0]["answers"] == [5, 6]
    assert table.to_pylist()[1]["turn"] is None
    write_file(TABLE.limit(0), tmp_path / "empty.parquet")
    assert [str(kind) for kind in pq.read_table(tmp_path / "empty.parquet").schema.types] == expected


@pytest.mark.parametrize(
    ("name", "package", "extra"), [("x.parquet", "pyarrow", "corpus"), ("x.xlsx", "xlsxwriter", "xlsx")]
)
def test_a_missing_package_is_named_with_its_extra(tmp_path, monkeypatch, name, package, extra):
    """Without the optional package: what to install, and no file."""
    monkeypatch.setitem(sys.modules, package, None)
    with pytest.raises(OptionError, match=rf"needs {package}; run: pip install 'pressparse\[{extra}\]'"):
        write_file(TABLE, tmp_path / name)
    assert list(tmp_path.iterdir()) == []


def test_binary_formats_do_not_go_to_text():
    """--format xlsx on a terminal or into a string would be noise."""
    with pytest.raises(OptionError, match="write it to a file"):
        write_table(TABLE, to=io.StringIO(), format="parquet")


def sheet_of(path: Path) -> tuple[str, str]:
    with zipfile.ZipFile(path) as book:
        return book.read("xl/worksheets/sheet1.xml").decode(), book.read("xl/sharedStrings.xml").decode()


def test_excel_never_gets_a_formula(tmp_path):
    """A cell that starts with = + - @ is text, a link is no link: nothing in a transcript is executed."""
    pytest.importorskip("xlsxwriter")
    texts = ("=1+1", "+1", "-1", "@SUM(A1)", '=HYPERLINK("http://x")', "http://x", "{=1}", "12")
    table = Table("a/b:c", (Column("=text"),), tuple((text,) for text in texts))
    write_file(table, tmp_path / "x.xlsx")
    sheet, strings = sheet_of(tmp_path / "x.xlsx")
    assert "<f>" not in sheet
    assert "<hyperlink" not in sheet
    assert sheet.count('t="s"') == len(texts) + 1
    assert "<t>=1+1</t>" in strings


def test_excel_numbers_are_exact_or_text(tmp_path):
    """Up to 15 digits a number is a number with its places; beyond, Excel would round it, so it is text."""
    pytest.importorskip("xlsxwriter")
    values = ("7.60", "44480000000", "123456789012345", "1234567890123456", None, "")
    table = Table("x", (Column("low", "decimal"),), tuple((Decimal(v) if v else v,) for v in values))
    write_file(table, tmp_path / "x.xlsx", header=False)
    sheet, strings = sheet_of(tmp_path / "x.xlsx")
    assert "<v>7.6</v>" in sheet
    assert "<v>44480000000</v>" in sheet
    assert "<v>123456789012345</v>" in sheet
    assert "<t>1234567890123456</t>" in strings
    assert sheet.count("<v>") == 4


def test_excel_cuts_at_its_limit_and_says_so(tmp_path):
    """A cell beyond 32,767 characters (UTF-16) is cut, and the caller gets a problem to report."""
    pytest.importorskip("xlsxwriter")
    table = Table("x", (Column("text"),), (("字" * 32_767,), ("字" * 32_768,), ("𠮷" * 20_000,)))
    problems = write_file(table, tmp_path / "x.xlsx")
    assert [str(problem) for problem in problems] == [
        f"{tmp_path / 'x.xlsx'}: cut: row {row}, column text has {length} characters, Excel holds 32,767: cut there; "
        "write .csv, .jsonl or .parquet to have it whole"
        for row, length in ((2, "32,768"), (3, "20,000"))
    ]
    _, strings = sheet_of(tmp_path / "x.xlsx")
    assert "字" * 32_767 in strings
    assert "𠮷" * 16_383 in strings
