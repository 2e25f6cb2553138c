"""Tables of speech."""

import pytest

from conftest import DATA
from pressparse.briefing import read
from pressparse.errors import ReadError
from pressparse.transcript.source.table import is_table, read_table


def told(text: str) -> list[tuple[str, str]]:
    """Label and words of each speech."""
    content = read_table(text)
    return [(mark.label, mark.span.of(content.text)) for mark in content.marks]


@pytest.mark.parametrize(
    ("header", "read"),
    [
        ("speaker,text", True),
        ("start\tend\tSpeaker\tTranscript", True),
        ("編號;說話人;內容", True),
        ("speaker,start,end", False),
        ("发言人，内容", False),
        ("叶青：大家好，请坐。", False),
        ("", False),
    ],
)
def test_a_header_tells(header: str, read: bool) -> None:
    """It names a column of speakers and one of texts, commas, tabs or semicolons between them."""
    assert is_table(header + "\na,b,c\n") is read


def test_rows_of_one_speaker_are_one_speech() -> None:
    """Times and numbers are left out, rows without text too; quotes hold commas and line ends."""
    text = 'no,speaker,text\n1,叶青,大家好。\n2,叶青,请坐。\n\n3,记者,\n4,记者,"何时通车,\n票价多少?"\n5,叶青,明年。\n'
    assert told(text) == [("叶青", "大家好。\n请坐。"), ("记者", "何时通车,\n票价多少?"), ("叶青", "明年。")]


def test_columns_of_people() -> None:
    """Role, title and organization are taken where the table has them; a short row lacks only its last cells."""
    content = read_table("發言人\t內容\t身份\t職稱\n叶青\t大家好。\tmoderator\t主任\n江平\t好。\n")
    marks = [(mark.label, mark.role, mark.title) for mark in content.marks]
    assert marks == [("叶青", "host", "主任"), ("江平", "", "")]


@pytest.mark.parametrize(
    ("text", "said", "line"),
    [
        ("time,speaker,text\n1,叶青,好。\n2,叶青\n", "has 2 cells", 3),
        ("speaker,text\n叶青,\n", "without text", 0),
        (f"speaker,text\n叶青,{'好' * 10_000_001}\n", "is no table", 2),
    ],
)
def test_what_is_wrong_is_said(text: str, said: str, line: int) -> None:
    """A row that is cut short, a table that says nothing, a cell longer than any."""
    with pytest.raises(ReadError, match=said) as caught:
        read_table(text, name="x.csv")
    assert caught.value.line == line


def test_a_sample_is_read() -> None:
    """Who speaks, and in which role, as in any other layout."""
    briefing = read(str(DATA / "table-songtai.csv"))
    assert briefing.dialect == "table"
    assert [(turn.speaker, turn.role.value, turn.title) for turn in briefing.turns] == [
        ("石映川", "host", ""),
        ("郝望舒", "guest", "县水利局局长"),
        ("石映川", "host", ""),
        ("《松台日报》记者", "reporter", ""),
        ("郝望舒", "guest", "县水利局局长"),
        ("石映川", "host", ""),
    ]
    assert '说要加"两座",' in briefing.source.text.replace("，", ",")


def test_turns_that_we_print_are_read_back(tmp_path, run) -> None:
    """`turns -o x.csv` is such a table: the same people say the same."""
    file = tmp_path / "turns.csv"
    sample = str(DATA / "table-songtai.csv")
    run("turns", sample, "-o", str(file))
    before, after = read(sample), read(str(file))
    assert [(turn.speaker, turn.role, before.text_of(turn)) for turn in before.turns] == [
        (turn.speaker, turn.role, after.text_of(turn)) for turn in after.turns
    ]
