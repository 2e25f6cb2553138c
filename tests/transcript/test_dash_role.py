"""The dash-role layout."""

import pytest

from pressparse.briefing import Settings, parse_briefing
from pressparse.transcript.dialect import PartKind
from pressparse.transcript.source import Source

RECORD = (
    "宁川市新闻发布会\n（图为发布会现场）\n-\n主持人\n叶青:各位媒体朋友,大家好!\n第一段。\n-\n嘉宾\n周启明：案例一:\n"
    "我想强调几点:\n一是快。\n（掌声）\n二是好。\n-\n记者\n宁川日报记者 :请问?\n-\n嘉宾\n周启明:答。\n"
)


def parse(text: str):
    return parse_briefing(Source("x", text))


def test_turns_of_the_record() -> None:
    """A label below a role line opens a turn; paragraphs without one go on with it."""
    briefing = parse(RECORD)
    assert briefing.dialect == "dash-role"
    assert [(turn.label, turn.role.value) for turn in briefing.turns] == [
        ("叶青", "host"),
        ("周启明", "guest"),
        ("宁川日报记者", "reporter"),
        ("周启明", "guest"),
    ]
    assert briefing.text_of(briefing.turns[0]) == "各位媒体朋友,大家好!\n第一段。"


def test_lead_ins_inside_a_speech_open_no_turn() -> None:
    """`案例一:` and `我想强调几点:` have the form of a label and are none; a stage note stays inside the turn."""
    briefing = parse(RECORD)
    assert briefing.text_of(briefing.turns[1]) == "案例一:\n我想强调几点:\n一是快。\n（掌声）\n二是好。"
    notes = [part.span.of(RECORD) for part in briefing.parts if part.kind is PartKind.NOTE]
    assert notes == ["（图为发布会现场）", "（掌声）"]


def test_what_stands_above_the_first_turn_is_heading() -> None:
    """Headings are nobody's speech."""
    briefing = parse(RECORD)
    assert [part.span.of(RECORD) for part in briefing.parts if part.kind is PartKind.HEADING] == ["宁川市新闻发布会"]


@pytest.mark.parametrize("colon", [":", "：", "∶", "︰", "﹕", " ：", ": "])
def test_every_colon_ends_a_label(colon: str) -> None:
    """Half, full, ratio and presentation forms, with a space on either side."""
    turns = parse(RECORD.replace("周启明:答", f"周启明{colon}答")).turns
    assert (turns[3].label, turns[3].span.of(RECORD.replace("周启明:答", f"周启明{colon}答"))) == ("周启明", "答。")


@pytest.mark.parametrize("separator", ["—", "－", "---", "———", "* * *".replace(" ", ""), "＝＝＝"])
def test_every_rule_separates(separator: str) -> None:
    """A line drawn of dashes or stars in any width is a separator."""
    assert len(parse(RECORD.replace("\n-\n", f"\n{separator}\n")).turns) == 4


def test_no_turn_is_lost_where_a_separator_is() -> None:
    """A label known from elsewhere opens a turn even without separator and role line, with the role it has there."""
    text = RECORD.replace("请问?\n-\n嘉宾\n周启明:答", "请问?\n周启明:答")
    turns = parse(text).turns
    assert [turn.label for turn in turns] == ["叶青", "周启明", "宁川日报记者", "周启明"]
    assert turns[3].role == "guest"


def test_a_role_line_without_a_name_is_the_label() -> None:
    """Where the record prints no name, the role serves as one and the whole line is speech."""
    turns = parse("-\n主持人\n各位媒体朋友:大家好!\n-\n记者\n请问今年怎么样?\n-\n嘉宾\n很好。\n").turns
    assert [(turn.label, turn.role.value) for turn in turns] == [
        ("主持人", "host"),
        ("记者", "reporter"),
        ("嘉宾", "guest"),
    ]


def test_a_dash_inside_a_speech_is_speech() -> None:
    """A separator closes a turn only when a role or the end of the record follows."""
    turns = parse("-\n主持人\n甲乙:上\n-\n下\n-\n嘉宾\n丙丁:好\n-\n").turns
    assert [turn.span.of("-\n主持人\n甲乙:上\n-\n下\n-\n嘉宾\n丙丁:好\n-\n") for turn in turns] == ["上\n-\n下", "好"]


def test_unknown_layout_is_one_turn_and_a_problem() -> None:
    """A text in no known layout is not an error: one turn of role unknown, and a warning that names the layouts."""
    briefing = parse("\n  去年收入30亿元。\n比上年增长5%。\n\n")
    assert [(turn.role.value, briefing.text_of(turn)) for turn in briefing.turns] == [
        ("unknown", "去年收入30亿元。\n比上年增长5%。")
    ]
    assert [problem.code for problem in briefing.problems] == ["unknown-layout"]
    assert "dash-role" in briefing.problems[0].message


def test_dialect_can_be_forced() -> None:
    """--dialect overrides the choice; with it a single role line is enough."""
    text = "主持人\n甲乙:好\n"
    assert parse_briefing(Source("x", text), Settings(dialect="dash-role")).turns[0].label == "甲乙"
