"""Numerals that are a part of a word, or that only point."""

import pytest

from pressparse.claims.claim import find_claims


@pytest.mark.parametrize(
    "text",
    ["八里桥市场已经搬迁", "三里屯街道", "五角大楼", "十年磨一剑", "这三条都要落实", "前两项已经完成", "外汇这一块"],
)
def test_names_idioms_and_pointers_claim_nothing(text: str) -> None:
    """Places, idioms and what was counted off before."""
    assert find_claims(text) == ()


@pytest.mark.parametrize(("text", "said"), [("三千名学生", "三千名"), ("相距八里", "八里"), ("这三千名学生", "三千名")])
def test_amounts_in_words_are_claims(text: str, said: str) -> None:
    """The same signs as an amount; a pointer in front of a large number takes nothing away."""
    assert [claim.span.of(text) for claim in find_claims(text)] == [said]
