"""Markdown records that several people write: questions in headings, answers in quotes that are signed behind."""

import pytest

from pressparse.briefing import parse_briefing
from pressparse.transcript.source import Source

RECORD = (
    "# 江北社漁港筆記\n請用中文回答\n\n## 出處\n\n> 能否註明出處 [name=kiki]"
    "\n> 谢谢，补上了{sign}[name=Lan]{time}\n\n"
    "## 1. 何時開漁？\n> When does it open?\n\n> 五月。\n> 船有三十艘 [name=kiki]{time}\n> 霧大也開嗎？{sign}[name=Lan]"
    "\n> 也開。[name=小滿]\n\n{level} 2. 冰價呢？\n\n> 可以參考\n> * 魚市\n> \n> 沒變\n> [name=kiki]\n\n延伸閱讀\n"
)


@pytest.mark.parametrize("sign", [" ", " -", ""])
@pytest.mark.parametrize("time", ["", " [time=Sun, Mar 2, 2024] [color=#907bf7]"])
@pytest.mark.parametrize("level", ["##", "###"])
def test_signs_behind_quotes(sign: str, time: str, level: str) -> None:
    """Who signs has said the lines above; who alone asks below the headings has asked those, translation and all."""
    text = RECORD.format(sign=sign, time=time, level=level)
    briefing = parse_briefing(Source("x", text))
    assert "".join(part.span.of(text) for part in briefing.parts) == text
    assert briefing.dialect == "signed"
    assert [(turn.speaker, turn.role.value, turn.exchange, briefing.text_of(turn)) for turn in briefing.turns] == [
        ("kiki", "guest", 0, "能否註明出處"),
        ("Lan", "reporter", 0, "谢谢，补上了"),
        ("Lan", "reporter", 1, "何時開漁？\n> When does it open?"),
        ("kiki", "guest", 1, "五月。\n> 船有三十艘"),
        ("Lan", "reporter", 2, "霧大也開嗎？"),
        ("小滿", "guest", 2, "也開。"),
        ("Lan", "reporter", 3, "冰價呢？"),
        ("kiki", "guest", 3, "可以參考\n> * 魚市\n> \n> 沒變"),
    ]


def test_nobody_who_asks() -> None:
    """Where no one who signs asks, the headings do, and say no name."""
    text = "## 何时开渔？\n> 五月 [name=何秋]\n> 雾大也开 [name=罗小满]\n## 冰价呢？\n> 没变 [name=何秋]\n"
    turns = parse_briefing(Source("x", text)).turns
    assert [turn.speaker for turn in turns] == ["", "何秋", "罗小满", "", "何秋"]


@pytest.mark.parametrize(
    "text",
    [
        "# 船\n> 五月开渔。[name=何秋]\n\n江上有雾。\n",
        "## 何时开渔？\n> 五月。\n\n## 冰价呢？\n> 没变。\n\n## 船呢？\n> 够。\n",
        "参数如下：\n[name=a]\n[name=b]\n[name=c]\n",
    ],
)
def test_quotes_that_are_no_record(text: str) -> None:
    """One sign, quotes that nobody signs, and signs without a quote make no layout."""
    assert parse_briefing(Source("x", text)).dialect != "signed"
