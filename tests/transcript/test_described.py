"""Voices that a record cannot name and tells the kind of: `一位女船工：`."""

import pytest

from conftest import said
from pressparse.briefing import parse_briefing
from pressparse.transcript.source import Source


@pytest.mark.parametrize(
    "who", ["一位女船工", "一名高中生", "有位家住宁川的老人", "另一位男同学", "又一位学生家长", "一位中年男子"]
)
def test_somebody_asks(who: str) -> None:
    """They are of the audience, once each, and go on in the lines below; so asks who stands between the answers."""
    text = (
        f"{who}：我家住灯塔下。灯油够吗？\n部长叶青：够。\n森村一郎：船多吗？\n部长叶青：多。\n"
        "一位厨师：我每天买鱼。\n请问何时开渔？\n部长叶青：五月。\n"
    )
    turns = parse_briefing(Source("x", text)).turns
    assert [(turn.speaker, turn.role.value, turn.exchange) for turn in turns] == [
        (who, "audience", 1), ("叶青", "guest", 1), ("森村一郎", "reporter", 2), ("叶青", "guest", 2),
        ("一位厨师", "audience", 3), ("叶青", "guest", 3),
    ]  # fmt: skip


def test_two_in_a_row() -> None:
    """Two of them are answered together."""
    text = "一位船工：何时开渔？\n一位厨师：冰价呢？\n部长叶青：五月。\n一位船工：船呢？\n部长叶青：够。\n"
    assert [who for who, _ in said(text)] == ["一位船工", "一位厨师", "叶青", "一位船工", "叶青"]


@pytest.mark.parametrize(
    "retold",
    [
        "一位老船工：“浪大。”",
        "一位女船工说：“不怕。”",
        "一名年轻渔民：浪大也要出海。",
        "一位老人：孩子，船能修吗？\n我说：能修。",
        "一位专家：五月早了。\n两位船长：不早。",
        "一位姑娘：“什么时候？”\n一位船工：船呢？",
    ],
)
def test_what_an_answer_retells(retold: str) -> None:
    """Whom nobody answers, an answer quotes."""
    text = f"记者：您去过渔港吗？\n叶青：我去了渔港。\n{retold}\n我很感动。\n记者：谢谢。\n叶青：不客气。\n"
    assert said(text)[1] == ("叶青", f"我去了渔港。\n{retold}\n我很感动。")
    assert len(said(text)) == 4


def test_kinds_of_people() -> None:
    """`女学生：`, `船工：` between the answers of one man ask; what an answer lists does not."""
    text = (
        "女学生：何时开渔？\n叶部长：五月。\n来自宁川的船工：冰价呢？\n叶部长：没变。\n男生甲：船呢？\n叶部长：够。\n"
    )
    turns = parse_briefing(Source("x", text)).turns
    assert [turn.speaker for turn in turns] == ["女学生", "叶部长", "来自宁川的船工", "叶部长", "男生甲", "叶部长"]
    assert [turn.exchange for turn in turns] == [1, 1, 2, 2, 3, 3]
    text = "记者：谁来？\n叶青：都来。\n船工：来几个？\n厨师：来几个？\n记者：好。\n叶青：谢谢。\n"
    assert len(said(text)) == 4


@pytest.mark.parametrize("who", ["一位负责人", "某位专家"])
def test_a_voice_behind_reporters_answers(who: str) -> None:
    """Whom a record does not name answers right behind who asks, each time."""
    text = f"记者：灯油够吗？\n{who}：够三个月。\n记者：冰呢？\n{who}：也够。\n"
    turns = parse_briefing(Source("x", text)).turns
    assert [(turn.speaker, turn.role.value) for turn in turns] == [("记者", "reporter"), (who, "guest")] * 2


def test_people_an_answer_tells_of() -> None:
    """`有一位船工：` that asks nothing is of the answer where its speaker goes on further down."""
    text = "主持人：欢迎。\n叶青：我讲两件事。\n有一位船工：早。\n有一位渔民：更早。\n主持人：真好。\n叶青：是。\n"
    assert [who for who, _ in said(text)] == ["主持人", "叶青", "主持人", "叶青"]
    text = "叶青：大家请讲。\n渔民：冰够吗？\n叶青：够。\n原因：为何没电？\n叶青：线旧。\n学生：船来吗？\n叶青：来。\n"
    assert "原因" not in {who for who, _ in said(text)}
