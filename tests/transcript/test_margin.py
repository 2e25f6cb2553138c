"""What stands around the last speech of a record, and beside any."""

import pytest

from conftest import read_cases
from pressparse.briefing import parse_briefing
from pressparse.transcript.source import Source

RECORD = "宁川日报记者：何时开幕？\n叶青：明天。\n宁川日报记者：票价呢？\n叶青：免费。\n\n"


def _last(line: str) -> str:
    briefing = parse_briefing(Source("x", RECORD + line + "\n"))
    return briefing.text_of(briefing.turns[-1])


@pytest.mark.parametrize("case", read_cases("margin"), ids=lambda case: case["line"])
def test_margins_are_nobodys_words(case: dict[str, str]) -> None:
    """Who made the record, how to reach them and the page around it are no part of the last speech."""
    assert _last(case["line"]) == "免费。"


@pytest.mark.parametrize("case", read_cases("margin.none"), ids=lambda case: case["line"])
def test_last_words_are_kept(case: dict[str, str]) -> None:
    """What is said at the end stays in the speech, though it has words of a margin in it."""
    assert _last(case["line"]).endswith(case["line"])


@pytest.mark.parametrize("label", ["[{}]{}", "{}：{}"], ids=["bracket", "colon"])
def test_times_behind_lines_are_no_speech(label: str) -> None:
    """A live record prints the time behind what is said; behind the last one nothing is said any more in brackets."""
    said = [("主持人", "各位好。"), ("叶青", "灯有三种。"), ("主持人", "谢谢。"), ("叶青", "再见。")]
    text = "\n".join(f"{label.format(name, words)} [2009-01-02 10:0{at}:00]" for at, (name, words) in enumerate(said))
    briefing = parse_briefing(Source("x", text))
    assert [briefing.text_of(turn) for turn in briefing.turns] == [words for _, words in said]


def test_notes_in_front_of_a_speech_are_in_it() -> None:
    """`（笑）` opens a speech as it may stand anywhere within; a clock time there is the margin's."""
    text = "主席：（9时15分）开会。\n宁川日报记者：累吗？\n叶青：（笑）不累。\n主席：（一）散会。\n"
    briefing = parse_briefing(Source("x", text))
    assert [briefing.text_of(turn) for turn in briefing.turns] == ["开会。", "累吗？", "（笑）不累。", "（一）散会。"]


def test_times_behind_numbered_questions_are_no_outlets() -> None:
    """`Q1：…？(10:05)` ends in the time of a live record, and no medium asks."""
    text = "Q1：何时？ (10:05)\nA1：明年。 (10:06)\nQ2：票价？ (10:07)\nA2：未定。 (10:08)\n"
    briefing = parse_briefing(Source("x", text))
    assert [briefing.text_of(turn) for turn in briefing.turns] == ["何时？", "明年。", "票价？", "未定。"]
    assert "".join(part.span.of(text) for part in briefing.parts) == text


def test_times_that_are_said() -> None:
    """A line of a speech that begins with a time is speech where no label has a time in front."""
    text = "宁川日报记者：怎么安排？\n叶青：明天是这样：\n9:30 开门迎客。\n宁川日报记者：谢谢。\n叶青：好。\n"
    briefing = parse_briefing(Source("x", text))
    assert [part.span.of(text) for part in briefing.parts if part.kind.value == "note"] == []
    assert briefing.text_of(briefing.turns[1]).endswith("9:30 开门迎客。")


def test_summaries_above_questions() -> None:
    """`渔港局：…` in front of every question sums up what is asked; it is no part of the answer above it."""
    text = "\n".join(
        f"渔港局：{title}\n记者：{asked}\n叶青：{said}"
        for title, asked, said in (
            ("冬季值守增加三成", "有什么安排？", "增派九艘船。"),
            ("新船明年下水", "照片是你们的吗？", "是我们的。"),
            ("愿与各方共享信息", "有没有渠道？", "一直有。"),
        )
    )
    briefing = parse_briefing(Source("x", text))
    assert [briefing.text_of(turn) for turn in briefing.turns][1::2] == ["增派九艘船。", "是我们的。", "一直有。"]


# Records with lines that nobody says (marked with a leading “#”), each the point of a row.
_UNSAID = {
    "table": "发言\n#---|\n问：何时？#|\n答：明年。\n票价未定。#|\n问：谢谢。#|\n答：不客气。#|",
    "counted": "#片段：0\n问：何时通车？\n#片段：1\n答：明年。\n#片段：2\n问：谢谢。\n#片段：3\n答：不客气。",
    "subheads": "主持人：您好。\n叶青：1978年进厂。\n有车床。\n#一台车床开了十一年\n主持人：后来呢？\n"
    "叶青：有了三台。（笑）\n#“现在人人都等得及”\n主持人：谢谢。\n叶青：不客气。",
    "stacked": "记者：何时通车？\n\n叶青：明年。\n\n#答问实录2\n\n#工程款一天也不能拖\n\n记者：票价呢？\n\n"
    "叶青：未定。",
    "topics": "记者：何时下水？\n叶青：明年。\n#谈灯油\n#“一桶点三个月。”\n记者：灯油够吗？\n叶青：够。\n#关于石料：\n"
    "#山后的采石场\n#“一船一船地运过来。”\n记者：石料呢？\n叶青：山后来。",
    "captions": "主持人：请局长叶青介绍。\n#叶青发言\n#叶青发言 周启摄\n叶青：明年。\n#|\n#主任文映秋 |\n"
    "主持人：谢谢。#|",
}


@pytest.mark.parametrize("name", _UNSAID)
def test_lines_between_turns_that_nobody_says(name: str) -> None:
    """Borders of tables, counted fragments, subheads that nothing sets apart, captions: parts of no speech."""
    marked = _UNSAID[name]
    text = marked.replace("#|", " |").replace("#", "")
    briefing = parse_briefing(Source("x", text))
    said = "\n".join(line for line in marked.replace("#|", "").split("\n") if not line.startswith("#") and "：" in line)
    spoken = [briefing.text_of(turn) for turn in briefing.turns]
    opened = [line.partition("：")[2] for line in said.split("\n")]
    assert [words.split("\n")[0] for words in spoken] == opened
    nobody = [line.strip("#| ") for line in marked.split("\n") if line.startswith("#")]
    assert not any(line in words for line in nobody if line.strip("-") for words in spoken)
    assert not any(words.endswith("|") for words in spoken)
    assert "".join(part.span.of(text) for part in briefing.parts) == text


def test_a_topic_that_is_said() -> None:
    """`关于人手：` above sentences leads into what is said."""
    text = "记者：还有呢？\n叶青：船够了。\n关于人手：\n我讲两点。\n一是招人。\n记者：好。\n叶青：谢谢。\n"
    assert parse_briefing(Source("x", text)).text_of(parse_briefing(Source("x", text)).turns[1]).endswith("一是招人。")


def test_last_lines_may_lack_a_stop_as_others_do() -> None:
    """Where lines in the middle of a speech have no stop either, one above the next label is no subhead."""
    text = "记者：怎么走？\n叶青：先到北门\n再到南门\n最后上桥\n记者：然后呢？\n叶青：到了。\n叶青：对。\n"
    assert parse_briefing(Source("x", text)).text_of(parse_briefing(Source("x", text)).turns[1]).endswith("最后上桥")


def test_lines_below_a_topic_without_a_quote_are_said() -> None:
    """`关于灯塔` and what stands below it are of the answer, where nobody is quoted, or “我们” speak."""
    text = "记者：还有呢？\n叶青：船够了。\n关于灯塔\n{}\n记者：好。\n叶青：谢谢。\n"
    for below in ("明年再修", "我们不拆\n“谁也别拆。”"):
        briefing = parse_briefing(Source("x", text.format(below)))
        assert below in briefing.text_of(briefing.turns[1])
