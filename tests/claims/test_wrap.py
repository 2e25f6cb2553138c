"""Hard wraps: numbers and sentences that a page cut in two."""

from datetime import date
from time import process_time

import pytest

from pressparse.claims.claim import find_claims, format_value
from pressparse.claims.wrap import Unwrapped
from pressparse.text.script import to_analysis

ON = date(2025, 10, 20)
TEXT = (
    "前9个月,全市规模以上工业企业完成产值1862.4亿元,同比增长8.7%,其中装备制造、电子信息产值"
    "分别增长12.5%和9.3%,占全部工业产值的比重达到41.6%,比去年同期提高1.8个百分点。"
)
FIELDS = ("low", "high", "unit", "modifier", "period", "change", "base", "kind")


@pytest.mark.parametrize("width", range(14, 40))
def test_any_width_of_page(width: int) -> None:
    """A text set in lines of any width gives the claims that it gives in one line, at the places of the lines."""
    wrapped = "\n".join(TEXT[at : at + width] for at in range(0, len(TEXT), width))
    plain, found = find_claims(TEXT, on=ON), find_claims(wrapped, on=ON)
    assert [[getattr(row, name) for name in FIELDS] for row in found] == [
        [getattr(row, name) for name in FIELDS] for row in plain
    ]
    assert [row.span.of(wrapped).replace("\n", "") for row in found] == [row.span.of(TEXT) for row in plain]
    assert ["".join(piece.of(wrapped) for piece in row.metric) for row in found] == [
        "".join(piece.of(TEXT) for piece in row.metric) for row in plain
    ]


JUSTIFIED = (
    "本年度首9个月录得盈余 42亿元，全年盈余估计会超过 55亿\n"
    "元。上年度总开支及经常开支分别增加 12.5%及 9.3%，这个增\n"
    "幅 ， 高 于 同 期 的 经 济增长，但与预算案所说的数字相差\n"
    "不远。在 3月、 4月，政府收到 6 385宗申请，涉及 12间院舍，\n"
    "其中 3间院舍的床位在一年内会由 210个增至 260个 (增\n"
    "加 50个 )，其余各间的床位数目不变。"
)


def test_lines_that_spaces_fill() -> None:
    """Spaces that only fill the lines of a page go with its breaks, whose lines are equally wide, not equally long."""
    assert Unwrapped(to_analysis(JUSTIFIED)).text == (
        "本年度首9个月录得盈余42亿元,全年盈余估计会超过55亿元。上年度总开支及经常开支分别增加12.5%及9.3%,"
        "这个增幅,高于同期的经济增长,但与预算案所说的数字相差不远。在3月、4月,政府收到6 385宗申请,涉及12间院舍,"
        "其中3间院舍的床位在一年内会由210个增至260个(增加50个),其余各间的床位数目不变。"
    )


def test_a_number_torn_at_its_point() -> None:
    """A decimal point at the start of a line belongs to the number above."""
    (claim,) = find_claims("补贴2\n.5亿\n元。")
    assert (format_value(claim.low), claim.unit) == ("250000000", "CNY")


def test_a_table_stays_a_table() -> None:
    """Cells on lines of their own are no sentence."""
    assert [format_value(claim.low) for claim in find_claims("36家\n27家\n14家")] == ["36", "27", "14"]


def test_lines_of_digits_are_as_wide_as_lines_of_signs() -> None:
    """Two digits take the room of one sign: a line of many may hold more of them than the line above."""
    text = (
        "本局截至三月底共接获由居民提出的申请若干,其中超过\n34 000宗(81%)已经审核,约3 000宗(7%)退件。\n"
        "其余的申请正在处理,一个月内答复。"
    )
    first, *_ = find_claims(text, on=ON)
    assert (first.span.of(text), first.modifier) == ("34 000宗", "more_than")


def test_headings_above_paragraphs_take_no_longer_a_line() -> None:
    """Eight times the headings and paragraphs take about eight times as long: none looks at the whole text behind."""
    section = "关于本县今后几年发展的总体要求\n" + "全年粮食产量稳定增长" * 20 + "\n"
    spent = []
    for sections in (1000, 8000):
        runs = []
        for _ in range(3):
            start = process_time()
            Unwrapped(section * sections)
            runs.append(process_time() - start)
        spent.append(min(runs))
    assert spent[1] < 16 * spent[0]
