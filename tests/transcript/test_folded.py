"""What a page in Markdown prints around and below what is said: translations folded away, its front matter."""

import pytest

from conftest import said
from pressparse.briefing import parse_briefing
from pressparse.transcript.dialect.folded import front_matter
from pressparse.transcript.source import Source

FOLDED = "<details>\n<summary>Original</summary>\n\n**{}**: {}\n\n</details>\n\n"


def _page(*turns: tuple[str, str, str, str]) -> str:
    return "".join(f"**{who}**: {words}\n\n{FOLDED.format(name, again)}" for who, words, name, again in turns)


RADIO = _page(
    ("希尔达·莫恩", "我是**希尔达·莫恩**，这里是《潮汐》。", "Hilda Moen", "I'm Hilda Moen, this is Tides."),
    ("奥尔森总统", "**北岸**的船明年下水。", "President Olsen", "The ship of the north shore sails next year."),
    ("希尔达·莫恩", "谁付钱？", "Hilda Moen", "Who pays?"),
    ("奥尔森总统", "**奥尔森**付。", "President Olsen", "Olsen does."),
)


def test_translations_that_are_folded_away_are_no_turns() -> None:
    """`<details>` below a paragraph, in letters alone, says it again; bold words at the start of a speech stay."""
    assert said(RADIO) == [
        ("希尔达·莫恩", "我是**希尔达·莫恩**，这里是《潮汐》。"),
        ("奥尔森", "**北岸**的船明年下水。"),
        ("希尔达·莫恩", "谁付钱？"),
        ("奥尔森", "**奥尔森**付。"),
    ]


def test_who_says_what_show_it_is_leads_it() -> None:
    """`我是…，这里是《…》`: the host; a foreign name stands in front of its office, as it stands alone elsewhere."""
    turns = parse_briefing(Source("x", RADIO)).turns
    assert [(turn.role.value, turn.title) for turn in turns[:2]] == [("host", ""), ("guest", "总统")]


def test_a_record_that_is_folded_away_is_read() -> None:
    """What a page folds away in Chinese is its own words."""
    text = "会后实录：\n<details>\n<summary>展开</summary>\n\n记者：何时通车？\n\n叶青：明年。\n\n</details>\n"
    assert said(text)[0] == ("记者", "何时通车？")


def test_front_matter_says_nothing() -> None:
    """`speaker: …` between two lines of dashes opens no turn."""
    front = "---\ntitle: 潮汐访谈\nspeaker: Tides Radio\ntags:\n  - harbour\n  - ships\n---\n\n"
    assert said(front + "记者：何时通车？\n\n叶青：明年。\n") == [("记者", "何时通车？"), ("叶青", "明年。")]


def test_a_line_of_dashes_above_a_speech_is_no_front_matter() -> None:
    """A record that draws lines between its turns keeps the first of them."""
    assert said("---\n叶青：各位好。\n---\n记者：何时通车？\n---\n叶青：明年。\n")[0] == ("叶青", "各位好。")


def test_translations_that_are_quoted_are_no_turns() -> None:
    """`> **Lin:** …` below what it says again, time and again; one such line may be what somebody quotes."""
    text = "**林一心：** 各位好。\n\n> **Lin:** Hello.\n\n**问：** 票价？\n\n> **Q:** Fares?\n\n**林一心：** 不变。\n"
    assert said(text) == [("林一心", "各位好。"), ("问", "票价？"), ("林一心", "不变。")]
    assert "Fares?" in "".join(words for _, words in said(text.replace("> **Lin:** Hello.", "")))


@pytest.mark.parametrize("labels", [("- 记者", "- 叶青"), ("Q", "A"), ("Reporter", "Ye"), ("Lin", "Ye")])
def test_a_talk_between_lines_of_dashes_is_no_front_matter(labels: tuple[str, str]) -> None:
    """Keys that stand twice, letters, roles and points of a list with a label speak."""
    asks, answers = labels
    text = f"---\n{asks}: 灯油够吗？\n{answers}: 够。\n{asks}: 冰够吗？\n{answers}: 也够。\n---\n"
    assert "灯油够吗？" in "".join(words for _, words in said(text))
    assert front_matter(text.replace("？", "?").splitlines()) == 0
    assert front_matter(["---", "title: x", "- Q: y", "---"]) == 0


def test_a_quote_in_letters_that_answers() -> None:
    """`> Ye: Five.` answers what is asked in Chinese where nobody else does."""
    text = "记者：用英语说，票价？\n\n> Ye: Five yuan.\n\n记者：船期？\n\n> Ye: Daily.\n\n记者：谢谢。\n"
    assert "Five yuan." in "".join(words for _, words in said(text))
