"""Records without labels whose answers are quotes, and whose questions stand above them, with a dash or without."""

import pytest

from conftest import said

LEAD = "叶青：夜里也行船\n周日，灯塔修复完工。会后，叶青亮相媒体见面会。\n"
SAID = [
    ("", "评价新灯塔"),
    ("叶青", "“比旧的高两丈。”"),
    ("", "石料从哪里运来？"),
    ("叶青", "“山后。”{gap}“一船一船地运。“"),
    ("", "灯油谁来添？"),
    ("叶青", "“我来添。”"),
]


@pytest.mark.parametrize("dash", ["——", "—— ", "-", "", "● "])
@pytest.mark.parametrize("gap", ["\n", "\n\n"])
def test_questions_above_quotes(dash: str, gap: str) -> None:
    """The dash is none of the question; a quote of several paragraphs is one answer, its last sign may be turned."""
    turns = [(who, words.format(gap=gap)) for who, words in SAID]
    text = LEAD + gap.join(words if who else dash + words for who, words in turns) + gap + "责任编辑：余林\n"
    assert said(text) == turns


def test_two_dashes_are_enough() -> None:
    """What is told between two answers stays with the one above it."""
    text = f"{LEAD}——怕浪吗？\n“不怕。”\n叶青笑了。\n——累吗？\n“不累。”\n"
    assert said(text) == [("", "怕浪吗？"), ("叶青", "“不怕。”\n叶青笑了。"), ("", "累吗？"), ("叶青", "“不累。”")]


@pytest.mark.parametrize(
    "story",
    [
        "局长叶青在发布会上介绍了渔情。\n——船多了。\n“今年新添三十条船。”\n——冰便宜了。\n“冰价降了两成。”\n",
        "局长叶青在发布会上介绍了渔情。\n船多了吗？\n“多了。”\n港里停满了船。\n冰便宜了吗？\n“降了。”\n人呢？\n“够。”\n",
        "江北的船\n——怕浪吗？\n“不怕。”\n——累吗？\n“不累。”\n",
    ],
    ids=["summed up", "told", "no lead"],
)
def test_quotes_in_stories(story: str) -> None:
    """What sums up a quote, what is told between, and quotes of nobody who meets the press are no turns."""
    assert len(said(story)) == 1


def test_dashes_above_plain_answers() -> None:
    """A dash says that somebody is asked, though no question calls them."""
    text = "叶青会后亮相媒体见面会。\n——浪大吗？\n我看还好。\n——怕不怕？\n我不怕。\n——累吗？\n我不累。\n"
    assert [who for who, _ in said(text)] == ["", "叶青"] * 3


def test_dashes_above_labelled_answers() -> None:
    """`——` is none of a question whose answer has a label, and needs no question mark."""
    text = "——石料哪里来？\n叶青：山后。\n——评价旧灯塔\n叶青：太矮。\n——谁来添油？\n叶青：我添。\n"
    assert [words for _, words in said(text)][::2] == ["石料哪里来？", "评价旧灯塔", "谁来添油？"]
