"""Who asks, by what the question itself says; and whose title the record gives elsewhere."""

import pytest

from pressparse.briefing import parse_briefing
from pressparse.transcript.source import Source

ASKED = {
    "记者：谢谢主持人。我是宁川日报记者，何时通车？": ("记者", "宁川日报"),
    "记者：您好，我是来自江北晚报的记者周启明。票价是多少？": ("周启明", "江北晚报"),
    "提问：我是新浪体育的，何时比赛？": ("提问", "新浪体育"),
    "提问：宁川日报记者，何时比赛？": ("提问", "宁川日报"),
    "记者：本地《牧区报》记者，草料够不够？": ("记者", "牧区报"),
    "本地《牧区报》记者：草料够不够？": ("本地《牧区报》记者", "牧区报"),
    # Nobody says for whom: a trade, a place, another reporter.
    "记者：我是做旅游的，何时通车？": ("记者", ""),
    "记者：我是外地来的，何时通车？": ("记者", ""),
    "记者：刚才有记者问了车次，何时通车？": ("记者", ""),
    "提问：何时通车？记者们都想知道，": ("提问", ""),
}


@pytest.mark.parametrize("line", ASKED)
def test_the_medium_that_a_question_names(line: str) -> None:
    """The first words of a question may say for whom it is asked, and by whom."""
    text = f"主持人：请叶青局长介绍。\n叶青：好。\n{line}\n叶青：明年。\n主持人：谢谢。\n"
    turn = parse_briefing(Source("x", text)).turns[2]
    assert (turn.speaker, turn.organization) == ASKED[line]


def test_another_reporter_has_another_medium() -> None:
    """`记者：` twice is not the same asker: the second says no medium and has none."""
    text = "叶青：好。\n记者：我是宁川日报记者，何时通车？\n叶青：明年。\n记者：票价是多少？\n叶青：未定。\n"
    assert [turn.organization for turn in parse_briefing(Source("x", text)).turns] == ["", "宁川日报", "", "", ""]


def test_titles_that_stand_elsewhere() -> None:
    """`叶州长` in the headline, `校长…（以下简称…）` in a line, `郝次長景元` in a speech."""
    text = "叶州长：路一定通\n\n宁川日报记者：何时？\n\n叶青之：明年。\n\n宁川日报记者：多少？\n\n叶青之：未定。\n"
    assert [turn.title for turn in parse_briefing(Source("x", text)).turns] == ["", "州长"] * 2
    text = "校长叶青之（以下简称叶）到场回答。\n问：何时？\n叶：明年。\n总务长文映秋（以下简称文）：对。\n"
    text += "问：多少？\n文：两元。\n"
    turns = parse_briefing(Source("x", text)).turns
    assert [(turn.speaker, turn.title) for turn in turns[1:3]] == [("叶青之", "校长"), ("文映秋", "总务长")]
    assert turns[4].speaker == "文映秋"
    text = "部長：\n由郝次長景元主持。開放提問。\n江北台：\n何時？\n部長：\n請郝次長說明。\n郝次長：\n明年。\n"
    last = parse_briefing(Source("x", text)).turns[-1]
    assert (last.speaker, last.title) == ("郝景元", "次長")


def test_a_title_ends_with_its_person() -> None:
    """`港务署的玛丽亚女士、渔农局局长叶青先生`: what stands before is somebody else's."""
    text = "主持人：出席的有港务署的玛丽亚女士、渔农局局长叶青先生。\n叶青：大家好。\n记者：何时？\n叶青：明年。\n"
    assert parse_briefing(Source("x", text)).turns[1].title == "渔农局局长"
