"""Records cut off behind the first answer: little speaks for who answers, or for who is called."""

import pytest

from conftest import said
from pressparse.briefing import parse_briefing
from pressparse.transcript.source import Source


def test_one_answer_under_a_foreign_name() -> None:
    """`森下良平：` behind what a reporter asks, where nobody else answers."""
    text = "北湾船厂开放日\n记者（《北湾日报》）：船何时下水？\n森下良平：我们下个月试航。\n[上一页] [1] [下一页] |\n"
    assert said(text) == [("北湾日报", "船何时下水？"), ("森下良平", "我们下个月试航。")]


@pytest.mark.parametrize("head", ["总体思路", "主要特点", "有关情况"])
def test_words_that_head_an_answer_are_no_names(head: str) -> None:
    """`总体思路：` behind a question ends in a word."""
    assert head not in [who for who, _ in said(f"记者：船何时下水？\n{head}：先试航，再下水。\n")]


def test_an_operator_and_one_caller() -> None:
    """Two names alone on their lines are enough on a call; whom the operator calls 主持人 is the host."""
    text = (
        "Operator\n各位好，欢迎参加北湾渔业电话会议，主持人是北湾渔业经理Dora Ye。\n"
        "Dora Ye\n谢谢。欢迎各位，今天在座的有首席执行官，我们先看第三季度的业绩。\n"
    )
    turns = parse_briefing(Source("x", text)).turns
    assert [(turn.speaker, turn.role.value) for turn in turns] == [("Operator", "host"), ("Dora Ye", "host")]


def test_a_site_that_tells_before_the_event_asks_nothing() -> None:
    """`- 北湾网:` above the host: notes, no questions; the site says who presides, and who greets opens."""
    text = (
        "文字内容:\n- 北湾网:\n发布会由市府新闻办副主任郝望舒女士主持。 2005-03-09 10:00:02 - 北湾网:\n"
        "记者陆续入场。 2005-03-09 10:01:12 - 郝望舒:\n各位记者，上午好！今天请渔业局局长介绍情况。"
        " 2005-03-09 10:03:00 - 北湾网:\n直播到此结束。 2005-03-09 10:04:00\n"
    )
    turns = parse_briefing(Source("x", text)).turns
    assert [(turn.role.value, turn.kind.value) for turn in turns] == [
        ("unknown", "note"), ("unknown", "note"), ("host", "opening"), ("unknown", "note"),
    ]  # fmt: skip


def test_a_headline_that_says_what_the_record_is() -> None:
    """`叶青记者会全文:…` names no reporter."""
    text = "叶青记者会全文：北湾明年通航\n\n问：票价呢？\n\n叶：不变。\n\n问：船期呢？\n\n叶：下月。\n"
    assert [who for who, _ in said(text)] == ["问", "叶青", "问", "叶青"]
