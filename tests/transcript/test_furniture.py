"""What the pages of a printed record repeat: running heads and the numbers of the pages."""

import pytest

from conftest import said


@pytest.mark.parametrize(
    "head",
    [
        "渔港局发布会实录 第 {} 页 共 9 页",
        "渔港局发布会实录\n{}",
        "{}\n渔港局发布会实录",
        "渔港局发布会\n- {} -",
        "渔港局发布会\n{}/9",
    ],
)
def test_running_heads(head: str) -> None:
    """A head that recurs with the number of its page, on its line or beside it, is nobody's."""
    text = (
        f"{head.format(1)}\n记者：何时开渔？\n渔港局局长叶青：五月。\n{head.format(2)}\n记者：冰价呢？\n"
        f"{head.format(3)}\n渔港局局长叶青：没变。\n"
    )
    assert said(text) == [("记者", "何时开渔？"), ("叶青", "五月。"), ("记者", "冰价呢？"), ("叶青", "没变。")]


def test_numbers_in_speech() -> None:
    """What is counted in a speech is said: each number stands beside other words, or ends a sentence."""
    text = "记者：有哪几项？\n叶青：三项。\n1\n修船\n2\n造冰\n记者：几时？\n叶青：五月。\n"
    assert said(text)[1] == ("叶青", "三项。\n1\n修船\n2\n造冰")
