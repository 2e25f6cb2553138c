"""Which time rules a number that its own paragraph does not date."""

from datetime import date

import pytest

from pressparse.claims.claim import find_claims

ON = date(2023, 9, 20)


def periods(text: str) -> list[tuple[str, str]]:
    """The numbers of an analysis text with their periods."""
    return [(claim.span.of(text), claim.period) for claim in find_claims(text, on=ON, region="CN")]


def test_a_colon_dates_the_lines_it_introduces() -> None:
    """What opens a list on lines of their own dates its items, and nothing behind the list."""
    text = "上半年重点抓了几件事:\n一是抓项目,完成投资32亿元。\n二是抓民生,新增学位2600个。\n工作人员有350人。"
    assert periods(text) == [("32亿元", "2023-01/2023-06"), ("2600个", "2023-01/2023-06"), ("350人", "")]


def test_a_line_without_a_time_dates_no_list() -> None:
    """What a paragraph above the line with the colon speaks of says nothing of the items."""
    text = "上半年共接报事故613起。\n我想强调两点:\n一是人手够,全市有交警350人。\n二是设备新,有无人机52台。"
    assert [period for _, period in periods(text)[1:]] == ["", ""]


def test_a_time_of_its_own_wins_over_the_list() -> None:
    """A time right behind a number of an item is its own."""
    text = "下半年要抓几件事:\n一是抓项目,12个项目将在三季度开工。"
    assert periods(text) == [("12个", "2023-07/2023-09")]


@pytest.mark.parametrize(
    ("above", "period"),
    [
        ("上半年全市经济平稳。", "2023-01/2023-06"),
        ("去年全市经济平稳。", "2022"),
        ("6月末贷款余额7318亿元。", ""),
        ("9月1日新线开通。", ""),
        ("到2025年建成新区。", ""),
        ("“十三五”期间建成新区。", ""),
    ],
)
def test_growth_is_of_the_time_told_above(above: str, period: str) -> None:
    """A paragraph that says how much more that is than before is of the year, half or quarter spoken of."""
    assert periods(f"{above}\n蔬菜产量52.7万吨,同比增长3.6%。")[-2:] == [("52.7万吨", period), ("3.6%", period)]


def test_levels_are_not_dated_from_above() -> None:
    """A paragraph without a rate of growth, or of now, has no period."""
    assert periods("上半年全市经济平稳。\n全市有医院46家。") == [("46家", "")]
    assert periods("上半年全市经济平稳。\n目前存粮52.7万吨,增长3.6%。") == [("52.7万吨", ""), ("3.6%", "")]


def test_a_breakdown_by_quarter_dates_no_other_sentence() -> None:
    """Behind “分季度看” the whole year is spoken of again."""
    text = "2022年生产总值1268亿元。分季度看,一季度增长6.3%。分产业看,农业增加值193亿元。"
    assert [period for _, period in periods(text)] == ["2022", "2022-01/2022-03", "2022"]


def test_a_breakdown_by_quarter_goes_on_from_the_paragraph_before() -> None:
    """What “分季度看” breaks down was named in the paragraph before."""
    text = "2022年生产总值1268亿元,增长5.1%。\n分季度看,一季度增长6.3%。"
    assert "".join(piece.of(text) for piece in list(find_claims(text, on=ON, region="CN"))[-1].metric) == "生产总值"


def test_this_year_behind_a_paragraph_of_last_year() -> None:
    """`1—7月` in September goes on with no year before; `全年` does, and so does whatever was announced of it."""
    text = "2022年出口增长10%。\n{}出口增长5%。"
    for said, period in (
        ("1—7月,", "2023-01/2023-07"),
        ("数据显示,截至6月底", "2023-06"),
        ("上半年,", "2023-01/2023-06"),
        ("9月7日", "2023-09-07"),
        ("四季度", "2022-10/2022-12"),
        ("1—11月,", "2022-01/2022-11"),
    ):
        assert periods(text.format(said))[1] == ("5%", period), said
    assert periods("2022年工作情况如下。\n上半年出口增长5%。") == [("5%", "2022-01/2022-06")]
    assert periods("2022年出口增长10%。\n上半年增长4%,全年增长5%。")[1:] == [("4%", "2022-01/2022-06"), ("5%", "2022")]
    spoken = find_claims("2022年出口增长10%。\n1—7月,出口增长5%。", on=date(2023, 2, 20), region="CN")
    assert spoken[1].period == "2022-01/2022-07"


def test_a_line_that_says_as_follows_dates_the_lines_below() -> None:
    """`…第三季的业绩如下：` rules what stands below it, in lines of any kind up to a blank one, or behind bullets."""
    plain = "临川县2025年上半年的数据通报如下:\n居民人均收入9061元,增长9.9%。\n粮食产量36万吨。\n\n学校有12所。"
    assert [claim.period for claim in find_claims(plain, on=date(2025, 7, 16))] == ["2025-01/2025-06"] * 3 + [""]
    listed = "临川公司2026年第三季的业绩展望:\n•合并营收介于46亿美元到48亿美元之间;\n•毛利率介于55%到57%之间。"
    (sales, margin) = find_claims(listed.replace("展望:", "展望如下:"), on=date(2026, 7, 16), region="TW")
    assert (sales.period, margin.period) == ("2026-07/2026-09", "2026-07/2026-09")
    assert "".join(piece.of(listed.replace("展望:", "展望如下:")) for piece in margin.metric) == "毛利率"


def test_a_term_in_a_line_of_its_own_dates_the_lines_below() -> None:
    """`截至2025年6月30日止季度：` in a line of its own rules what stands below it, blank lines between or not."""
    text = "截至2025年6月30日止季度:\n\n收入24.3亿元,增长4%。\n\n经营利润3.6亿元。\n\n上半年,回购2.1亿元股份。"
    found = [period for _, period in periods(text)]
    assert found == ["2025-04/2025-06"] * 3 + [found[-1]]
    assert found[-1] == "2023-01/2023-06"
    assert periods("截至2025年6月30日止季度,情况良好。\n收入24.3亿元。") == [("24.3亿元", "")]


def test_this_quarter_is_the_one_that_results_are_of() -> None:
    """Weeks after its end, `本季度` is the quarter that a text tells how it ended, before and behind that."""
    text = "本季度,我们回购5亿元股份。\n截至6月30日止季度,收入24亿元。\n本季度,会员增加300万人。"
    found = find_claims(text, on=date(2025, 8, 20))
    assert [claim.period for claim in found] == ["2025-04/2025-06"] * 3
    assert [claim.period for claim in find_claims("本季度,我们回购5亿元股份。", on=date(2025, 8, 20))] == [
        "2025-07/2025-09"
    ]
    (asked,) = find_claims("这个季度新增会员300万人。", on=date(2025, 8, 20), reported="2025-04/2025-06")
    assert asked.period == "2025-04/2025-06"
    (ahead,) = find_claims("这个季度新增会员300万人。", on=date(2025, 5, 20), reported="2025-04/2025-06")
    assert ahead.period == "2025-04/2025-06"
