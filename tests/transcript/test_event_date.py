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
