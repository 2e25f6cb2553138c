"""The numbers of the same metric in two briefings."""

import pytest

from pressparse import Source, parse_briefing
from pressparse.comparison import compare_figures, normalise_metric

RECORD = "-\n主持人\n甲乙:请发布。\n-\n嘉宾\n戊己:{}\n"


def figures(a: str, b: str) -> list[tuple[str, str, str, str, float | None]]:
    """Name, kind, both values and effect of what differs."""
    sides = [[parse_briefing(Source(name, RECORD.format(text)))] for name, text in (("a", a), ("b", b))]
    return [(each.name, each.kind, each.a, each.b, each.effect) for each in compare_figures(*sides)]


@pytest.mark.parametrize(
    ("name", "normal"),
    [
        ("全市的地区生产总值", "地区生产总值"),
        ("我省進出口總額", "进出口总额"),
        ("北京市居民人均可支配收入", "居民人均可支配收入"),
        ("石景山区税收", "税收"),
        ("城市居民收入", "城市居民收入"),
        ("开发区进出口", "开发区进出口"),
        ("城镇新增就业", "城镇新增就业"),
        ("全市", "全市"),
    ],
)
def test_normal_form_of_a_metric(name: str, normal: str) -> None:
    """Script, 的 and a leading place do not make another metric; a kind of place does, and nothing becomes empty."""
    assert normalise_metric(name) == normal


def test_what_changed_is_shown_with_both_values() -> None:
    """Levels as ratios, rates as differences, decreases negative; what stayed the same is not shown."""
    before = "全省进出口总额200亿元,同比下降3%。粮食产量30万吨。森林覆盖率60.5%。"
    after = "我省進出口總額250亿元,同比增长2%。粮食产量30万吨。森林覆盖率61%。"
    assert figures(before, after) == [
        ("全省进出口总额", "money", "20000000000", "25000000000", 0.25),
        ("全省进出口总额", "percent", "-3", "2", 5.0),
        ("森林覆盖率", "percent", "60.5", "61", 0.5),
    ]


def test_other_kinds_and_units_are_no_change() -> None:
    """An amount is not held against a rate, nor tons against mu."""
    assert figures("粮食产量30万吨。", "粮食产量增长3%。") == []
    assert figures("", "粮食产量30万吨。") == []
