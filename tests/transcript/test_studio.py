"""Talks in a studio: a host asks, hearers now and then, and voices off stage have no part."""

import pytest

from pressparse.briefing import parse_briefing
from pressparse.transcript.source import Source

TALK = (
    ("主持人", "各位好，这里是江上夜话，欢迎收看。", "host", "opening", 0),
    ("叶青", "大家好！", "guest", "statement", 0),
    ("主持人", "您有没有在雾里开过船啊。", "host", "question", 1),
    ("叶青", "没有。", "guest", "answer", 1),
    ("主持人", "原来如此。现场谁来问一个？", "host", "procedure", 0),
    ("观众", "您会游泳吗？", "audience", "question", 2),
    ("主持人", "您会游泳吗？", "host", "relay", 2),
    ("叶青", "会。", "guest", "answer", 2),
    ("主持人", "船上有几个人，对吗？", "host", "question", 3),
    ("叶青", "对。", "guest", "answer", 3),
    ("{off}", "那一年江上有雾。", "unknown", "note", 0),
    ("主持人", "您还记得吗？", "host", "question", 4),
    ("叶青", "记得。", "guest", "answer", 4),
)


@pytest.mark.parametrize("off", ["同期", "同期声", "旁白", "画外音"])
@pytest.mark.parametrize("gap", [" ", "\n", "\n\n"])
def test_a_host_asks_though_hearers_do(off: str, gap: str) -> None:
    """Who asks once in the hall takes nothing from the host; `旁白：` is a note between two turns."""
    text = "本台专访81岁的渔业资政叶青\n" + gap.join(f"{who.format(off=off)}：{words}" for who, words, *_ in TALK)
    turns = parse_briefing(Source("x", text)).turns
    assert [(turn.label, turn.role.value, turn.kind.value, turn.exchange) for turn in turns] == [
        (who.format(off=off), role, kind, exchange) for who, _, role, kind, exchange in TALK
    ]
    assert {turn.title for turn in turns if turn.speaker == "叶青"} == {"渔业资政"}
