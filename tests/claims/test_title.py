"""The period that the heading of a statistical release names, and the claims that take it."""

from datetime import date

from pressparse.briefing import Settings, parse_briefing
from pressparse.claims.title import reported_period
from pressparse.transcript.source import Source

RELEASE = """梁澄省统计局2010年5月进出口贸易统计新闻发布会

时间：2010年6月10日

主持人：请贺处长介绍。
贺处长：全省货物贸易继续回升。
电子零件出口86亿元，同比增长15.2%，占出口三成以上。
我们处有40人，负责这项工作。
1至4月，机械出口20亿元，同比增长3%。
"""


def periods(text: str) -> dict[str, tuple[str, str]]:
    briefing = parse_briefing(Source("release.txt", text), Settings())
    return {
        statement.in_source(statement.claim.span).of(text): (statement.claim.period, statement.claim.rule)
        for statement in briefing.claims
    }


def test_numbers_beside_a_rate_of_growth_are_of_the_month_that_is_reported() -> None:
    """All numbers of a sentence that says how much more that is than a year before are of the month in the heading."""
    found = periods(RELEASE)
    assert [found[said][0] for said in ("86亿元", "15.2%", "三成")] == ["2010-05"] * 3
    assert found["86亿元"][1].endswith("period.title")


def test_a_time_of_its_own_stays_and_what_does_not_grow_is_not_dated() -> None:
    """A sentence with a time, or without a rate of growth, takes nothing from the heading."""
    found = periods(RELEASE)
    assert found["20亿元"][0] == "2010-01/2010-04"
    assert found["40人"][0] == ""


def test_the_heading_of_another_conference_dates_nothing() -> None:
    """A heading that speaks of no statistics dates nothing."""
    found = periods(RELEASE.replace("5月进出口贸易统计", "招商"))
    assert found["86亿元"][0] == ""


def test_two_months_in_a_heading_leave_it_open() -> None:
    """Only one month can be the one that is reported; years of the Republic count too."""
    assert reported_period("2010年5月及2009年5月贸易统计", on=date(2010, 6, 10), region="CN") == ""
    assert reported_period("103年8月进出口统计", on=date(2014, 9, 9), region="TW") == "2014-08"


def test_this_quarter_of_a_call_on_results() -> None:
    """In a call on the second quarter, held in August, `这个季度` is the second."""
    record = (
        "临川公司2025年第二季度业绩说明会\n\n时间：2025年8月20日\n\n主持人：请叶总经理介绍。\n叶总经理：各位好。\n"
        "主持人：请提问。\n叶总经理：这个季度新增会员300万人。\n"
    )
    (statement,) = parse_briefing(Source("call.txt", record), Settings()).claims
    assert statement.claim.period == "2025-04/2025-06"
