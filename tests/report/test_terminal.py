"""The terminal table, measured cell by cell with wcwidth, which knows nothing of Rich."""

import io
import re
import subprocess
import sys
import unicodedata
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from wcwidth import wcswidth

import pressparse
from conftest import DATA
from pressparse.report.render import write_table
from pressparse.report.render.fold import crop_text, fold_text, visible_text
from pressparse.report.render.layout import fit_columns
from pressparse.report.render.terminal import Terminal, terminal_text
from pressparse.report.table import Column, Table
from pressparse.report.views import claims_table

WIDTHS = (40, 80, 120, 200)
BORDERS = set("│├┤╭╮╰╯┬┴┼")

SPEECHES = (
    "各位媒體朋友,女士們、先生們,大家下午好!\n歡迎大家出席“一把手發佈·京華巡禮”系列主題新聞發佈會——石景山·從“願景”到“實景”。",
    "①预计全年营业收入突破５２００亿元，②同比增长5.3%左右…",
    "emoji 👨‍👩‍👧 ❤️ 🇨🇳 👍🏽 1️⃣ ☎️ end, combining e\u0301 が\u3099 葛\U000e0100, ZWSP\u200bWJ\u2060BOM\ufeff",
    "\x1b[31mred\x1b[0m\x07bell\ttab\r\nnext\x85line\u2028more\x9b31m\u202eright to left\u202c\x00\x7f",
    "https://www.example.gov.cn/" + "a" * 150 + "/长链接",
    "",
    "한국어 ㄱ 각 ﾊﾝｶｸ ＡＢＣ　全角空格 \u00a0nbsp \ue000 private \U00031350 rare \ud800 lone",
    "x" * 300,
    "，。！？；：”’）》" * 20,
)
TABLE = Table(
    "turns",
    (
        Column("turn", "integer", priority=5),
        Column("role", fold=False, priority=2),
        Column("speaker", priority=4),
        Column("title", priority=0),
        Column("low", "decimal", priority=1),
        Column("score", "float", priority=1),
        Column("start", "integer", shown=False),
        Column("text", min_cells=24, weight=4, priority=6),
    ),
    tuple(
        (number, "reporter", "央广网记者", "石景山区委副书记、区长", Decimal("44480000000"), 12.5, 0, text)
        for number, text in enumerate(SPEECHES, start=1)
    ),
)


def drawn(table: Table, width: int, **settings: object) -> list[str]:
    return terminal_text(table, Terminal(width, **settings)).splitlines()  # type: ignore[arg-type]


def border_cells(line: str) -> list[int]:
    return [wcswidth(line[:place]) for place, character in enumerate(line) if character in BORDERS]


def assert_aligned(lines: list[str], width: int) -> None:
    framed = [line for line in lines if line and line[0] in BORDERS]
    expected = border_cells(framed[0])
    for line in lines:
        assert 0 <= wcswidth(line) <= width, line
    for line in framed:
        assert border_cells(line) == expected, line
        assert wcswidth(line) == wcswidth(framed[0]), line


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("color", [False, True])
def test_borders_line_up_and_nothing_overflows(width, color):
    """At every width each border stands in one column of cells and no line is wider than the terminal."""
    text = terminal_text(TABLE, Terminal(width, color))
    if color:
        text = text.replace("\x1b[2m", "").replace("\x1b[1m", "").replace("\x1b[0m", "")
    assert_aligned(text.splitlines(), width)


@pytest.mark.parametrize("width", WIDTHS)
def test_borders_line_up_for_real_records(shared, width):
    """The same for a real transcript, paragraph by paragraph."""
    text = (shared / "transcripts" / "beijing-shijingshan.txt").read_text("utf-8")
    rows = tuple((number, line) for number, line in enumerate(text.splitlines()))
    assert_aligned(drawn(Table("lines", (Column("line", "integer"), Column("text")), rows), width), width)


# Spacing vowel signs (Mc) and signs that join letters (viramas) have no agreed width: terminals, wcwidth and Rich each
# give another. None are Chinese.
VIRAMA = 9
CHARACTERS = st.characters(exclude_categories=("Mc",)).filter(lambda sign: unicodedata.combining(sign) != VIRAMA)


@settings(deadline=None, max_examples=300)
@given(st.lists(st.text(CHARACTERS, max_size=60), min_size=1, max_size=4), st.sampled_from((12, 25, *WIDTHS)))
def test_any_text_stays_inside_its_borders(texts, width):
    """Whatever characters the data holds, borders stay aligned and no control character gets through."""
    table = Table("x", (Column("n", "integer"), Column("text")), tuple(enumerate(texts)))
    text = terminal_text(table, Terminal(width))
    shown = [character for character in text if unicodedata.category(character) in ("Cc", "Cs") and character != "\n"]
    assert shown == []
    for line in text.split("\n"):
        if line and line[0] in BORDERS:
            assert line[-1] in BORDERS
            assert wcswidth(line) == wcswidth(text.split("\n")[0])


def test_control_characters_are_shown_not_sent():
    """An escape sequence in a transcript cannot colour, clear or retitle the reader's terminal."""
    assert visible_text("\x1b]0;title\x07") == "␛]0;title␇"
    assert visible_text("\x9b31m") == "\\u009b31m"
    assert visible_text("a\u202eb") == "a\\u202eb"
    assert visible_text("a\tb\r\nc\x85d\u2028e") == "a b\nc\nd\ne"
    assert visible_text("\ud800") == "\ufffd"


def test_joiners_are_left_out_of_the_terminal_alone():
    """Terminals disagree on the width of joined emoji and flags, so each part stands for itself."""
    assert visible_text("👨‍👩‍👧 ❤️ 🇨🇳 👍🏽") == "👨👩👧 ❤ CN 👍"


def test_chinese_is_left_as_it_is():
    """Nothing of ordinary Chinese text changes, rare and new characters included."""
    text = "“一把手發佈·京華巡禮”——①５２００亿元，㎡ 𠮷 \U00031350"
    assert visible_text(text) == text


def test_lines_break_between_characters_but_not_in_numbers_or_before_stops():
    """A number or word stays whole; a stop does not begin a line, an opening quote does not end one."""
    assert fold_text("同比增长5.3%，好于“预期”。", 12) == ["同比增长", "5.3%，好于", "“预期”。"]
    assert fold_text("the quick brown fox", 9) == ["the quick", "brown fox"]


def test_folding_loses_nothing():
    """The lines put together are the text, spaces at the breaks aside."""
    text = visible_text(SPEECHES[0] + SPEECHES[4] + SPEECHES[8])
    for cells in (2, 3, 7, 24, 60):
        assert "".join(fold_text(text, cells)).replace(" ", "") == text.replace("\n", "").replace(" ", "")


def test_paragraphs_stay_apart_and_empty_lines_go():
    """A line break in the data is a line break in the cell; empty lines are not shown."""
    assert fold_text("甲\n\n  乙\n", 10) == ["甲", "乙"]
    assert fold_text("", 10) == [""]


def test_max_lines_cuts_with_an_ellipsis():
    """A cell of too many lines ends with “…”, still inside its width; one that just fits is left alone."""
    assert fold_text("一二三四五六七八九", 6, max_lines=2) == ["一二三", "四五…"]
    assert fold_text("一二三四五六", 6, max_lines=2) == ["一二三", "四五六"]


def test_crop_keeps_the_side_that_matters():
    """One-line cells are cut at the end, or at the start (contexts left of a match, paths)."""
    assert crop_text("abc", 3) == "abc"
    assert crop_text("a\nb", 3) == "a b"
    assert crop_text("高质量发展", 6) == "高质…"
    assert crop_text("高质量发展", 6, at_start=True) == "…发展"
    assert crop_text("e\u0301e\u0301e\u0301", 2, at_start=True) == "…e\u0301"


def test_columns_are_hidden_by_priority_and_named_below():
    """Where room is short the least important columns go, and the last lines say which and how to see them."""
    text = "\n".join(drawn(TABLE, 80))
    head = text.splitlines()[1]
    assert "speaker" in head
    assert "title" not in head
    assert text.endswith("hidden columns: title, score, start (--columns A,B shows those named, --csv all)")
    assert "\n9 rows\n" in text


def test_wide_terminal_hides_only_what_the_view_hides():
    """At 200 columns everything fits but what is not shown by default."""
    assert drawn(TABLE, 200)[-1] == "hidden column: start (--columns A,B shows those named, --csv all)"


def test_a_number_is_never_folded():
    """Digits that wrap would read as two numbers: a numeric column has its whole width or is hidden."""
    columns = (Column("low", "decimal", priority=1), Column("text"))
    table = Table("x", columns, ((Decimal("44480000000.25"), "字" * 99),))
    for width in (24, 40, 80):
        assert any("44480000000.25" in line for line in drawn(table, width))


def test_the_last_column_is_squeezed_not_hidden():
    """Even a terminal of 12 cells shows something."""
    assert fit_columns((Column("text", min_cells=40),), (300,), width=12) == {0: 8}
    assert_aligned(drawn(TABLE, 12), 12)


@pytest.mark.parametrize("width", [60, 72, 80, 100, 120, 160])
def test_a_period_is_folded_between_its_ends_alone(width):
    """Half of a month on each line reads as two months: the column has room for the longer end, or is hidden."""
    periods = ("2025-01/2025-06", "2025-07-18/2025-07-20", "2024", "yoy", "")
    columns = (
        Column("text", min_cells=8, priority=6),
        Column("metric", min_cells=14, weight=3, priority=5),
        Column("period", min_cells=6, whole=True, priority=3),
        Column("base", min_cells=4, whole=True, priority=3),
    )
    table = Table("x", columns, tuple(("一千二百八十六亿元", "字" * 40, period, period) for period in periods))
    lines = drawn(table, width)
    assert_aligned(lines, width)
    ends = {"2025-01/", "2025-06", "2025-07-18/", "2025-07-20", *periods, "period", "base"}
    rows = [[cell.strip() for cell in line.split("│")[1:-1]] for line in lines if line[0] == "│"]
    assert {cell for row in rows for cell in row[2:]} <= ends
    assert {"2025-01/", "2025-01/2025-06"} & {cell for row in rows for cell in row[2:]}


@pytest.mark.parametrize("width", [80, 120])
@pytest.mark.parametrize("name", ["linhe-2025-half-year.txt", "legend-chenggang.txt", "label-colon-cangyu.txt"])
def test_numbers_show_their_periods(name, width):
    """At 80 columns too, and with amounts of 29 digits, `numbers` shows what is of when, each end on one line."""
    lines = drawn(claims_table([pressparse.read(str(DATA / name))]), width)
    assert_aligned(lines, width)
    rows = [[cell.strip() for cell in line.split("│")[1:-1]] for line in lines if line[0] == "│"]
    shown = {row[rows[0].index("period")] for row in rows[1:]} - {""}
    assert shown
    assert [cell for cell in shown if not re.fullmatch(r"([0-9]{4}(-[0-9]{2}){0,2}/?){1,2}", cell)] == []


def test_a_long_word_is_cut_behind_a_slash_first():
    """Periods and addresses: as much of them as fits, up to the last “/”; without one, where the line ends."""
    assert fold_text("2025-01/2025-06", 10) == ["2025-01/", "2025-06"]
    assert fold_text("2025-01/2025-06", 15) == ["2025-01/2025-06"]
    assert fold_text("https://a.cn/bcd/efghijklmnop", 16) == ["https://a.cn/", "bcd/efghijklmnop"]
    assert fold_text("abcdefgh", 3) == ["abc", "def", "gh"]


def test_short_wants_are_met_before_long_text_grows():
    """A name that lacks a few cells gets them: it is not folded for the sake of a text that folds anyway."""
    columns = (Column("speaker", min_cells=6), Column("text", min_cells=20, weight=9))
    assert fit_columns(columns, (10, 500), width=60) == {0: 10, 1: 43}


def test_equal_priorities_drop_the_lightest_then_the_rightmost():
    """Without priorities the heavy text column survives."""
    columns = (Column("a"), Column("b"), Column("text", min_cells=30, weight=3))
    assert list(fit_columns(columns, (20, 20, 300), width=52)) == [0, 2]


def test_numbers_stand_at_the_right_and_scores_are_rounded():
    """Digits line up at the right edge; a score has four places in the terminal; decimals have no exponent."""
    table = Table(
        "x",
        (Column("n", "integer"), Column("low", "decimal"), Column("score", "float")),
        ((1, Decimal("4.4E+10"), 0.123456), (22, Decimal("7.60"), 1e-9)),
    )
    lines = drawn(table, 80)
    assert lines[3] == "│  1 │ 44000000000 │      0.1235 │"
    assert lines[4] == "│ 22 │        7.60 │ 0.000000001 │"


def test_align_overrides_the_kind():
    """Left contexts of a concordance stand at the right edge."""
    lines = drawn(Table("x", (Column("left", align="right", fold=False, crop="start"),), (("很长",), ("短",))), 80)
    assert lines[4] == "│   短 │"


def test_rows_are_divided_only_when_one_is_folded():
    """Short rows stay dense; folded rows get lines between them."""
    short = drawn(Table("x", (Column("a"),), (("甲",), ("乙",))), 80)
    folded = drawn(Table("x", (Column("a"),), (("甲\n乙",), ("丙",))), 80)
    assert sum(line.startswith("├") for line in short) == 1
    assert sum(line.startswith("├") for line in folded) == 2


def test_captions_count_rows():
    """The caption says how many rows there are, and how many there were before --limit."""
    assert drawn(Table("x", (Column("a"),)), 80)[-1] == "0 rows"
    assert drawn(Table("x", (Column("a"),), (("甲",),)), 80)[-1] == "1 row"
    assert drawn(TABLE.limit(2), 200)[-2] == "2 of 9 rows"


def test_cut_cells_are_explained():
    """Where “…” stands for text that is missing, the last line says where it is whole."""
    table = Table("x", (Column("text", max_lines=1),), (("字" * 99,),))
    assert drawn(table, 80)[-1] == "… marks cut text; it is whole in --tsv, --csv, --jsonl"
    assert drawn(Table("x", (Column("text", max_lines=1),), (("本来就有…",),)), 80)[-1] == "1 row"


def test_no_header():
    """--no-header leaves the headings out of the drawing."""
    text = terminal_text(TABLE, Terminal(80), header=False)
    assert "speaker" not in text.split("rows")[0]
    assert_aligned(text.splitlines(), 80)


def test_without_colour_there_is_no_escape_sequence():
    """NO_COLOR means no escape at all, bold and dim included; with colour there are some."""
    assert "\x1b" not in terminal_text(TABLE, Terminal(80))
    assert "\x1b[1m" in terminal_text(TABLE, Terminal(80, color=True))


def test_environment_changes_nothing(monkeypatch):
    """The drawing depends on its arguments alone."""
    before = terminal_text(TABLE, Terminal(80))
    for name, value in {"COLUMNS": "33", "FORCE_COLOR": "1", "TERM": "dumb", "NO_COLOR": "1"}.items():
        monkeypatch.setenv(name, value)
    assert terminal_text(TABLE, Terminal(80)) == before


@pytest.mark.parametrize("encoding", ["gbk", "ascii", "latin-1"])
def test_terminals_that_are_not_utf8_get_what_they_can_show(encoding):
    """Borders are ASCII and a character outside the encoding is “?”: no crash, no stray bytes."""
    stream = io.TextIOWrapper(io.BytesIO(), encoding=encoding)
    write_table(TABLE, to=stream, format="terminal", width=80)
    stream.seek(0)
    lines = stream.read().splitlines()
    assert lines[0].startswith("+--")
    assert {wcswidth(line) for line in lines if line[0] in "+|"} == {wcswidth(lines[0])}


def test_width_of_a_stream_that_is_no_terminal_is_80():
    """Without a width and without a terminal behind the stream, 80 cells."""
    stream = io.StringIO()
    write_table(TABLE, to=stream, format="terminal")
    assert max(wcswidth(line) for line in stream.getvalue().splitlines()) == 80


def test_drawing_loads_nothing_heavy():
    """Start-up: the terminal branch loads rich.table, not pandas, pyarrow, orjson, xlsxwriter or rich.markdown."""
    # A face of its own: what the package's face imports is not the renderer's doing.
    code = (
        "import sys, types\n"
        "sys.modules['pressparse'] = face = types.ModuleType('pressparse')\n"
        "face.__path__ = [sys.argv[1]]\n"
        "from pressparse.report.table import Column, Table\n"
        "from pressparse.report.render import write_table\n"
        "assert 'rich' not in sys.modules\n"
        "write_table(Table('x', (Column('a'),), (('1',),)), to=sys.stdout, format='terminal')\n"
        "heavy = ('pandas', 'pyarrow', 'orjson', 'xlsxwriter', 'rich.markdown', 'rich.syntax', 'csv', 'tempfile')\n"
        "print([name for name in heavy if name in sys.modules], file=sys.stderr)"
    )
    folder = str(Path(pressparse.__file__).parent)
    done = subprocess.run([sys.executable, "-I", "-c", code, folder], capture_output=True, text=True, check=False)
    assert done.stderr == "[]\n"
