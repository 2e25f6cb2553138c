"""Labels of one letter or word and a space: `Q 何时通车？`, `A 明年。`; and `@小满` below a question."""

import pytest

from conftest import said
from pressparse.briefing import parse_briefing
from pressparse.transcript.source import Source


@pytest.mark.parametrize(
    ("asks", "answers"), [("Q", "A"), ("Q{}", "A{}"), ("问", "答"), ("**Q", "**A"), ("Q{}、", "A{}、"), ("Q|", "A|")]
)
def test_letters_without_a_colon(asks: str, answers: str) -> None:
    """Each line that asks is a question, so letters with a space are labels."""
    asked = (("何时通车？", "明年。"), ("请介绍票价。", "三元。\n算过。"), ("会停吗？", "不会。"))
    text = "\n\n".join(
        f"{asks.format(count)} {question}\n\n{answers.format(count)} {answer}"
        for count, (question, answer) in enumerate(asked, 1)
    )
    turns = parse_briefing(Source("x", text)).turns
    assert [words for _, words in said(text)] == [words for pair in asked for words in pair]
    assert [(turn.role.value, turn.exchange) for turn in turns] == [
        (role, exchange) for exchange in (1, 2, 3) for role in ("reporter", "guest")
    ]


@pytest.mark.parametrize("handle", ["@船家小妹", "——@ 船家小妹", "@船家小妹　"])
@pytest.mark.parametrize("asks", ["Q", "Q{}", "Q：", "问："])
def test_readers_who_sign_below(asks: str, handle: str) -> None:
    """`@小妹` below a question asks it; all who have a name below answer, also those who do once."""
    text = (
        f"{asks.format(1)} 新船刷什么颜色？\n{handle}\n叶青：白的。\n何秋：蓝的。\n{asks.format(2)} 最想渡谁过江？\n"
        "@渡口闲人\n罗小满：摆渡人。\n叶青：没想好。\n何秋：你们。\n"
    )
    turns = parse_briefing(Source("x", text)).turns
    assert [(turn.speaker, turn.role.value, turn.exchange) for turn in turns] == [
        ("船家小妹", "audience", 1), ("叶青", "guest", 1), ("何秋", "guest", 1),
        ("渡口闲人", "audience", 2), ("罗小满", "guest", 2), ("叶青", "guest", 2), ("何秋", "guest", 2),
    ]  # fmt: skip


@pytest.mark.parametrize(
    "text",
    [
        "Q 版更新了什么？\n更新了颜色。\nQ 版好吗？\n好。\n",
        "A 股涨了。\nB 股没涨。\nA 股会跌吗？\n不会。\nA 股呢？\n",
        "Q3 营收增长5%。\nQ4 会怎样？\n我们不知道。\nQ5 呢？\n",
        "问 路的人很多。\n答 谢茶叶。\n问 好的人很少吗？\n",
    ],
)
def test_letters_of_something_else(text: str) -> None:
    """Lines that only begin so, and do not all ask, are no labels."""
    assert len(said(text)) == 1
