"""Records in which every line has a name, many of them once; and members of a council whom one official answers."""

import pytest

from pressparse.briefing import parse_briefing
from pressparse.transcript.source import Source
from pressparse.transcript.turn import Role

ANSWERED = (
    "{member}何秋：鱼价如何？\n\n周启明：船够不够？\n\n渔业局局长叶青：鱼价平稳，船也够。\n\n"
    "罗小满：关注冰价。\n\n叶青：冰价没变。\n\n宋一白：应修码头。\n\n吴桐：关注航道。\n\n叶青：都在修。\n\n卫兰：雾呢？\n"
)


@pytest.mark.parametrize("member", ["立法会议员", "立法议员", "议员", "立委"])
@pytest.mark.parametrize("head", ["渔业施政答问撮要\n\n一、开渔\n\n", ""])
def test_members_without_a_title(member: str, head: str) -> None:
    """`议员何秋：`, then names alone: all ask, two of them one question, and the official answers."""
    turns = parse_briefing(Source("x", head + ANSWERED.format(member=member))).turns
    assert [turn.speaker for turn in turns] == [
        "何秋", "周启明", "叶青", "罗小满", "叶青", "宋一白", "吴桐", "叶青", "卫兰",
    ]  # fmt: skip
    assert [turn.role.value for turn in turns] == ["guest" if turn.speaker == "叶青" else "audience" for turn in turns]
    assert [turn.exchange for turn in turns] == [1, 1, 1, 2, 2, 3, 3, 3, 4]


def test_names_once() -> None:
    """Where each line has a label a name once is one, too; what the dictionary knows is none."""
    text = "何秋：船快。\n何秋：船大。\n叶青：我去。\n叶青：明天去。\n罗小满：我也去。\n何秋：好。\n任务：修船。\n"
    turns = parse_briefing(Source("x", text)).turns
    assert [turn.speaker for turn in turns] == ["何秋", "何秋", "叶青", "叶青", "罗小满", "何秋"]


def test_a_line_without_a_label() -> None:
    """One paragraph that goes on among many that have a name."""
    text = (
        "议员罗小满：何时开渔？\n渔业司司长叶青：五月。\n重点如下：船、冰、雾。\n何秋：冰价太高。\n叶青：会检讨。\n"
        "渔业局局长周启明补充：冰厂在建。\n宋一白：码头呢？\n叶青：明年。\n"
    )
    turns = parse_briefing(Source("x", text)).turns
    assert [turn.speaker for turn in turns] == ["罗小满", "叶青", "何秋", "叶青", "周启明", "宋一白", "叶青"]
    assert [turn.exchange for turn in turns] == [1, 1, 2, 2, 2, 3, 3]


def test_names_in_a_list() -> None:
    """Where most lines have no label a name once is none: `罗小满：渔队队长` is one of a list."""
    text = (
        "宁川日报记者：谁去？\n叶青：有三人。\n人选已定。\n罗小满：渔队队长\n都准备好了。\n船也好了。\n"
        "宁川日报记者：好。\n叶青：好。\n"
    )
    turns = parse_briefing(Source("x", text)).turns
    assert "罗小满" not in {turn.speaker for turn in turns}
    text = (
        "记者：谁去？\n叶青：有三人。\n罗小满：管冰。\n何秋：管船，他有经验。\n宋一白：管灯。\n记者：好。\n叶青：好。\n"
        "记者：何时？\n叶青：五月。\n"
    )
    turns = parse_briefing(Source("x", text)).turns
    assert {turn.speaker for turn in turns} == {"记者", "叶青"}


def test_an_official_without_a_title_is_no_member() -> None:
    """Who asks nothing and speaks right behind what a member asks answers."""
    record = (
        "議員何秋：票價會否上調？\n運輸局局長葉青：不會。請周先生補充。\n周啟明：多謝局長。票價十年未變。\n議員何秋：渡輪呢？\n"
        "周啟明：渡輪停舊碼頭。\n議員何秋：會否加班？\n運輸局局長葉青：會。\n"
    )
    turns = parse_briefing(Source("members.txt", record)).turns
    assert {turn.speaker: turn.role for turn in turns} == {
        "何秋": Role.AUDIENCE,
        "葉青": Role.GUEST,
        "周啟明": Role.GUEST,
    }
