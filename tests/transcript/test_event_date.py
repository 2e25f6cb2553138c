"""The day of the event."""

import pytest

from conftest import read_cases
from pressparse.transcript.event_date import find_event_date


@pytest.mark.parametrize("case", read_cases("event_date"), ids=lambda case: case["heading"] or case["opening"])
def test_event_date_is_found(case: dict[str, str]) -> None:
    """Heading first, then the opening's sentence about the event, then the file name."""
    found = find_event_date(case["heading"], case["opening"], case["name"])
    assert (found.isoformat() if found else "") == case["day"]
