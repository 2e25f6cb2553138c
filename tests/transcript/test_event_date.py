"""The day of the event."""

from datetime import date

import pytest

from conftest import read_cases
from pressparse.briefing import parse_briefing
from pressparse.transcript.event_date import find_event_date
from pressparse.transcript.source import Source


@pytest.mark.parametrize("case", read_cases("event_date"), ids=lambda case: case["heading"] or case["opening"])
def test_event_date_is_found(case: dict[str, str]) -> None:
    """Heading first, then the opening's sentence about the event, then the file name."""
    found = find_event_date(case["heading"], case["opening"], case["name"])
    assert (found.isoformat() if found else "") == case["day"]


def test_a_note_above_the_first_turn_dates_the_event() -> None:
    """“(2022年4月28日上午9:30,新闻发布厅)” stands in brackets like a stage note and names the day."""
    heading = "宁川市防汛新闻发布会\n\n（2022年4月28日上午9:30，新闻大厦2楼发布厅）"
    text = f"{heading}\n\n甲乙丙：大家好。\n\n丁三川：一季度新建堤防12公里。\n"
    assert parse_briefing(Source("x", text)).on == date(2022, 4, 28)


def test_the_last_line_may_be_the_day() -> None:
    """“2024年10月22日（星期二）” behind a release dates it, a day within its last sentence does not."""
    text = (
        "署长会见传媒谈话内容\n\n署长：大家好。新例在2026年3月1日生效。\n\n记者：几时检讨？\n\n署长：一年之后。\n\n完\n"
    )
    assert parse_briefing(Source("x", f"{text}\n2024年10月22日（星期二）\n香港时间14时5分\n")).on == date(2024, 10, 22)
    late = "。".join(["大家好"] * 60)
    assert parse_briefing(Source("x", f"甲乙：{late}。新例在2026年3月1日生效。\n")).on is None
