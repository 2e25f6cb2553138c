"""Turns that a record tells where it labels else, and the points of a question that are answered one by one."""

import pytest

from conftest import said
from pressparse.briefing import parse_briefing
from pressparse.transcript.source import Source

LEAD = "渔业部网站消息，3月2日，渔业部发言人叶青主持例行记者会。\n"


def test_questions_behind_a_briefing() -> None:
    """`会后，有记者问及：一、…` is told, as are its answers; the second point prints nobody at all."""
    text = (
        f"{LEAD}问：何时开渔？\n答：五月。\n会后，有记者问及：一、据报道，网具涨价。渔业部有何回应？\n"
        '叶青表示，我们注意到了。涨得不多。\n二、冰价呢？\n叶青表示，冰价没有变。\n(江北网)\n">\n'
    )
    assert said(text) == [
        ("问", "何时开渔？"),
        ("叶青", "五月。"),
        ("记者", "一、据报道，网具涨价。渔业部有何回应？"),
        ("叶青", "我们注意到了。涨得不多。"),
        ("记者", "二、冰价呢？"),
        ("叶青", "冰价没有变。"),
    ]


@pytest.mark.parametrize(
    ("asked", "asker"),
    [
        ("会后有记者问及：", "记者"),
        ("记者会结束后，有外国记者问到：", "外国记者"),
        ("（会后）有记者问及：", "记者"),
        ("此外，《宁川日报》记者问及：", "《宁川日报》记者"),
        ("又有记者问，", "记者"),
    ],
)
@pytest.mark.parametrize("answer", ["叶青表示，", "叶青对此回应称，", "对此，叶青指出：", "发言人叶青说，", "答："])
def test_ways_of_telling(asked: str, asker: str, answer: str) -> None:
    """Who asks and who answers, in the words that stories use for it."""
    text = f"{LEAD}宁川日报记者：何时开渔？\n叶青：五月。\n{asked}网具涨价了吗？\n{answer}没有。\n"
    assert said(text)[2:] == [(asker, "网具涨价了吗？"), ("叶青", "没有。")]


def test_reporters_without_a_medium() -> None:
    """`外国记者` are of no medium."""
    turns = parse_briefing(Source("x", "外国记者：何时开渔？\n叶青：五月。\n外国记者：冰价呢？\n叶青：没变。\n")).turns
    assert {turn.organization for turn in turns} == {""}


def test_a_record_that_only_tells() -> None:
    """Two questions and more are a record, in either script; one is a story."""
    text = (
        "記者會後，有記者問及：何時開漁？\n漁業部發言人葉青表示，五月。\n隨後，有記者問：冰價呢？\n葉青指出，沒變。\n"
    )
    assert [who for who, _ in said(text)] == ["記者", "葉青", "記者", "葉青"]
    assert [who for who, _ in said("渔港有了新船。\n有记者问及：何时开渔？\n渔业部发言人叶青表示，五月。\n")] == [""]


def test_what_a_question_quotes() -> None:
    """`周启表示，…` within a question, and what an official retells, open no turn; nor do points of an answer."""
    text = (
        "问：据报道，渔业部部长周启说，船不够。\n渔业部部长周启表示，还要造船。\n你有何评论？\n"
        "答：船够。\n有记者问我，船够不够？我说够。\n问：真够？\n答：我讲两点。\n一、船够。\n二、人够，为什么？\n问：好。\n答：好。\n"
    )
    assert [who for who, _ in said(text)] == ["问", "答", "问", "答", "问", "答"]


def test_points_of_a_question() -> None:
    """`问：一、…`, then `二、…` between two answers: the asker goes on."""
    text = "问：一、何时开渔？\n答：五月。\n二、冰价呢？\n答：没变。\n三、谁来管？\n答：渔业局。\n"
    assert said(text) == [
        ("问", "一、何时开渔？"), ("答", "五月。"), ("问", "二、冰价呢？"), ("答", "没变。"),
        ("问", "三、谁来管？"), ("答", "渔业局。"),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("one", "two"),
    [("一、{}", "二、{}"), ("1、{}", "**2、{}**"), ("（1）{}", "（2）{}"), ("第一，{}", "第二，{}")],
    ids=["han", "bold", "brackets", "ordinal"],
)
def test_marks_of_points(one: str, two: str) -> None:
    """The marks that points are counted with; those of bold are none of the question."""
    text = f"记者：{one.format('何时开渔？')}\n叶青：五月。\n{two.format('冰价呢？')}\n叶青：没变。\n"
    assert said(text)[2] == ("记者", two.format("冰价呢？").strip("*"))


def test_answer_on_the_line_of_a_told_question() -> None:
    """`有记者问：…？叶青表示，…` is a question and an answer; who is quoted in a labelled question answers nothing."""
    text = "渔业部部长叶青会见媒体。\n有记者问：何时开渔？叶青表示，五月。\n又有记者问：冰价呢？叶青表示，没变。\n"
    assert said(text) == [("记者", "何时开渔？"), ("叶青", "五月。"), ("记者", "冰价呢？"), ("叶青", "没变。")]
    text = "记者：您怎么看？叶局长说，船不够，请您介绍。\n周启：够。\n记者：真的吗？\n叶局长说，不够。\n周启：够。\n"
    assert [who for who, _ in said(text)] == ["记者", "周启", "记者", "周启"]


def test_told_questions_of_several_lines() -> None:
    """What a reporter asked goes on in the lines below, up to the answer; what it is on stands in the label."""
    told = "会后，有记者问：据报道，网具涨价。\n\n渔业部有何评论？\n\n对于网具，叶青表示，没有涨。\n"
    text = f"{LEAD}问：何时开渔？\n答：五月。\n{told}"
    assert said(text)[2:] == [("记者", "据报道，网具涨价。\n\n渔业部有何评论？"), ("叶青", "没有涨。")]
    text = f"{LEAD}问：何时开渔？\n答：五月。\n会后有记者就渔港疏浚问题提问：何时疏浚？\n叶青表示：“明年。”\n"
    assert said(text)[2:] == [("记者", "何时疏浚？"), ("叶青", "“明年。”")]


def test_a_question_told_in_one_sentence() -> None:
    """`有记者问及冰价，叶青表示，…`: what was asked about is the question."""
    asked = f"{LEAD}问：何时开渔？\n答：五月。\n"
    told = "会后，有记者问及网具涨价问题，叶青表示，涨得不多。\n又有记者问起冰价，叶青回应称，没变。\n"
    assert said(asked + told)[2:] == [
        ("记者", "网具涨价问题"),
        ("叶青", "涨得不多。"),
        ("记者", "冰价"),
        ("叶青", "没变。"),
    ]
    assert len(said(f"{asked}有记者问及冰价，我表示，没变。\n")) == 2
