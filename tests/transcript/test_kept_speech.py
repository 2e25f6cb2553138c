"""Speech that looks like a heading, a note or the end of a page, and is kept."""

import pytest

from pressparse.briefing import parse_briefing
from pressparse.transcript.source import Source

REPORTER = "宁川日报记者"
# What the answer of a record is, a line each; each the point of a row.
_ANSWERS = {
    "line broken behind a comma": ("先修北岸的路，", "南岸的路以后再修"),
    "line broken within a sentence": ("桥要修，路也要", "修，港还要修"),
    "one word below a label": ("没有",),
    "a time below a label": ("10:05",),
    "part of a page by its words": ("接下来是", "媒体提问环节"),
    "part of a page behind a comma": ("现在进入，", "媒体提问环节"),
    "list": ("我们做三件事：", "一、修路", "二、修桥", "三、修港"),
    "list of who does what": ("分工是这样的：", "编辑：周启", "校对：苏启"),
    "who gives what": ("场地由学校提供。", "名单会后整理，再发给大家。"),
    "what a notice says": ("未经许可不得停船。", "这是规定。"),
}
_SHORTEST = 5
_LAYOUTS = {
    "colon": lambda who, said: [f"{who}：{said[0]}", *said[1:]],
    "label alone": lambda who, said: [f"{who}：", *said],
    "brackets": lambda who, said: [f"【{who}】{said[0]}", *said[1:]],
    "bold": lambda who, said: [f"**{who}**", *said],
    "time": lambda who, said: [f"{who} 00:01:02", *said],
}


def _said(turns: list[tuple[str, tuple[str, ...]]], layout: str, gap: str = "\n") -> list[str]:
    text = gap.join(line for who, said in turns for line in _LAYOUTS[layout](who, said)) + "\n"
    briefing = parse_briefing(Source("x", text))
    assert "".join(part.span.of(text) for part in briefing.parts) == text
    return [briefing.text_of(turn).replace("\n", "") for turn in briefing.turns]


@pytest.mark.parametrize("name", _ANSWERS)
@pytest.mark.parametrize("layout", _LAYOUTS)
@pytest.mark.parametrize("last", [True, False], ids=["last", "between"])
def test_answers_are_kept_whole(name: str, layout: str, last: bool) -> None:
    """No layout loses a line of an answer, wherever that stands."""
    if layout == "time" and len(_ANSWERS[name][0]) <= _SHORTEST:
        pytest.skip("what stands below the names of a timetable is as short")
    answer = _ANSWERS[name]
    turns = [(REPORTER, ("桥何时通车？",)), ("叶青", ("明年春天，",)), (REPORTER, ("票价会涨吗",)), ("叶青", answer)]
    turns += [] if last else [(REPORTER, ("渔船怎么办？",)), ("叶青", ("停在旧码头。",))]
    assert _said(turns, layout) == ["".join(said) for _, said in turns]


@pytest.mark.parametrize("gap", ["\n", "\n\n"], ids=["lines", "paragraphs"])
def test_no_heading_within_a_question(gap: str) -> None:
    """What stands between the label of a reporter and who answers is asked, stop or no stop."""
    turns = [
        (REPORTER, ("桥何时通车？",)), ("叶青", ("明年。",)), (REPORTER, ("票价会涨吗？", "有人说要涨三成")),
        ("叶青", ("不会。", "我们算过。")), (REPORTER, ("渔船怎么办？", "旧码头会拆吗")), ("叶青", ("不拆。",)),
    ]  # fmt: skip
    assert _said(turns, "colon", gap) == ["".join(said) for _, said in turns]


def test_a_question_asked_again_is_no_title() -> None:
    """A title that a page prints again stands above all that is asked."""
    asked = "工期为什么拖了一年多"
    turns = [(REPORTER, (asked,)), ("叶青", ("天气不好。",)), (REPORTER, (asked,)), ("叶青", ("天气真的不好。",))]
    assert _said(turns, "colon") == ["".join(said) for _, said in turns]


def test_a_fact_below_an_answer_is_no_source_of_a_headline() -> None:
    """“来源：…” below a line makes it a headline only above all that is asked."""
    turns = [
        (REPORTER, ("桥何时通车？",)), ("叶青", ("免费。", "来源：市港务局的统计")), (REPORTER, ("谢谢。",)),
        ("叶青", ("不谢。",)),
    ]  # fmt: skip
    assert _said(turns, "colon")[1].startswith("免费。")


def test_words_behind_wide_spaces_without_a_stop() -> None:
    """Where a name has spoken with stops, and for a reporter, none is needed behind the wide space."""
    text = (
        "宁川日报记者　　桥何时通车\n叶青　　明年春天。\n宁川日报记者　　票价呢？\n叶青　　不会涨\n"
        "宁川日报记者　　渔船呢？\n叶青　　停在旧码头。\n"
    )
    briefing = parse_briefing(Source("x", text))
    assert [briefing.text_of(turn) for turn in briefing.turns] == [
        "桥何时通车", "明年春天。", "票价呢？", "不会涨", "渔船呢？", "停在旧码头。",
    ]  # fmt: skip


def test_lead_ins_of_lists_have_real_numbers() -> None:
    """`不是，…` below a label opens no list, though it begins near `一是` in the order of characters."""
    text = "宁川日报记者：何时通车？\n周启明：\n不是明年。\n宁川日报记者：那是？\n叶青：\n后年。\n"
    assert [turn.speaker for turn in parse_briefing(Source("x", text)).turns][1::2] == ["周启明", "叶青"]


def test_words_above_a_title_and_name_are_no_body() -> None:
    """What a reporter asks, or an answer goes on with, right above `局发言人米启明` is not whom that speaks for."""
    answer = "市港务局新闻发言人、工程处处长米启明"
    text = (
        f"主持人\n各位好，欢迎出席。\n宁川日报记者\n桥何时通车？\n{answer}\n我们分三步，\n先修北岸\n再修南岸\n"
        f"宁川日报记者\n票价呢\n{answer}\n不涨。\n主持人\n谢谢各位。\n"
    )
    briefing = parse_briefing(Source("x", text))
    assert briefing.dialect == "three-line"
    assert [briefing.text_of(turn).replace("\n", "") for turn in briefing.turns] == [
        "各位好，欢迎出席。", "桥何时通车？", "我们分三步，先修北岸再修南岸", "票价呢", "不涨。", "谢谢各位。",
    ]  # fmt: skip


def test_facts_within_the_last_answers_of_marked_roles() -> None:
    """`来源：…` above the last role line is said: credits stand below it."""
    text = (
        "-\n主持人\n叶青：请提问\n-\n记者\n宁川日报记者：桥何时通车？\n-\n嘉宾\n周启明：明年，\n来源：市港务局\n日期：3月5日\n"
        "-\n主持人\n叶青：谢谢\n"
    )
    briefing = parse_briefing(Source("x", text))
    assert briefing.text_of(briefing.turns[2]).endswith("日期：3月5日")
