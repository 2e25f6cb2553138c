"""Stories of newspapers that print a talk as quotes: `“何时通车？”叶青：“明年。”`."""

import pytest

from conftest import said
from pressparse.briefing import parse_briefing
from pressparse.transcript.source import Source

ASKED = ("赢球靠什么？", "请谈谈看台上的人？", "哪一圈最累？")
ANSWERED = ("“靠配合。”", "“他们划着船来。\n我感谢他们。”", "“第七圈。”")


def story(who: str, gap: str, lead: str = "赛后，记者们围住了教练。") -> str:
    """What a newspaper tells, with three questions and answers, told words between and behind."""
    pairs = zip(ASKED, ANSWERED, strict=True)
    return lead + "他笑了。\n".join(f"“{asks}”{gap}{who}：{answer}" for asks, answer in pairs) + "\n特派记者何秋\n"


@pytest.mark.parametrize("who", ["米罗", "德莫维奇", "雷纳·德莫", "宁川队主教练"])
@pytest.mark.parametrize("gap", ["", "\n", "\n\n　　"])
def test_quotes_that_ask_and_answer(who: str, gap: str) -> None:
    """The quote that asks is a reporter's, whose name stands before the next answers; the rest is told."""
    text = story(who, gap)
    turns = parse_briefing(Source("x", text)).turns
    assert [words for _, words in said(text)] == [
        words for asks, answer in zip(ASKED, ANSWERED, strict=True) for words in (f"“{asks}”", answer)
    ]
    assert [(turn.label, turn.role.value, turn.exchange) for turn in turns] == [
        (label, role, exchange) for exchange in (1, 2, 3) for label, role in (("", "reporter"), (who, "guest"))
    ]


@pytest.mark.parametrize(
    "text",
    [
        "记者问路。“去哪？”叶青：“回家。”“冷吗？”叶青：“不冷。”\n",
        "记者看见标语：“怕不怕？”其中：“不怕”。“来不来？”另外：“来”。“走不走？”标题：“不走”。\n",
        "记者问：“去哪？”叶青笑道：“回家。”他又问：“冷吗？”“不冷。”“饿吗？”“不饿。”\n",
    ],
)
def test_stories_that_only_quote(text: str) -> None:
    """With two quotes, with none of whom has a name, a story is no record; without the press nobody asks in it."""
    assert len(said(text)) == 1
    told = parse_briefing(Source("x", story("米罗", "", "船夫们围住了他。").replace("记者", "船工")))
    assert "reporter" not in {turn.role.value for turn in told.turns}


def test_who_asks_by_a_label_keeps_the_name() -> None:
    """Records whose labels stand before quotes on either side are read by their labels."""
    record = (
        "宁川日报：“何时通车？”\n叶青：“明年。”\n海西日报：“票价多少？”\n叶青：“三元。”\n东港日报：“船会停吗？”\n"
        "叶青：“不会。”\n"
    )
    turns = parse_briefing(Source("labels.txt", record)).turns
    assert [turn.speaker for turn in turns][::2] == ["宁川日报", "海西日报", "东港日报"]
