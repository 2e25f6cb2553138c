"""Reporting: the quarter that results are of, which those who present them call “this quarter” weeks after its end."""

import re
from collections.abc import Sequence
from datetime import date
from typing import Final

from pressparse.claims.moment import Time
from pressparse.claims.period import RELATIVE
from pressparse.claims.reckoning import is_quarter
from pressparse.lexicon import read_tree

_PERIODS: Final = read_tree("periods")
_ENDED: Final = tuple(_PERIODS["terms"]["quarter_ends"])
_MONTH_SIZE: Final = len("2024-06")
_THIS_QUARTER: Final = tuple(word for word, (unit, offset) in RELATIVE.items() if unit == "quarter" and offset == 0)


def this_quarter(text: str, times: Sequence[Time], on: date | None, reported: str = "") -> tuple[Time, ...]:
    """The times of a text, with “本季度” as the quarter that is `reported`, or of which the text tells how it ended.

    “截至6月30日止季度” in August: “本季度” is the second of the year.
    """
    named = [
        time
        for time in times
        if on is not None and text.startswith(_THIS_QUARTER, time.start) and not _is_awaited(text, time)
    ]
    if not named or on is None:
        return tuple(times)
    ended = (time.period for time in times if text.endswith(_ENDED, time.start, time.end))
    quarter = reported if is_quarter(reported) else next(filter(is_quarter, ended), "")
    if not quarter or quarter.partition("/")[2] >= on.isoformat()[:_MONTH_SIZE]:
        return tuple(times)
    now = named[0].period
    return tuple(time.but(period=quarter) if time in named and time.period == now else time for time in times)


def _is_awaited(text: str, time: Time) -> bool:
    """Whether something is yet to come in a time: “展望本季度,我们预计…”."""
    return _AWAITED.search(text, max(time.start - _NEAR_BEFORE, 0), time.end + _NEAR_BEHIND) is not None


_AWAITED: Final = re.compile(_PERIODS["terms"]["outlook"])
_NEAR_BEFORE: Final = 6
_NEAR_BEHIND: Final = 12
