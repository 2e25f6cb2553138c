"""Titles: the month or quarter that a statistical release reports, which its heading names."""

import re
from collections.abc import Sequence
from datetime import date
from typing import Final

from pressparse.claims.claim import Claim
from pressparse.claims.mention import Setting, find_mentions
from pressparse.lexicon import one_of, read_tree

_TREE: Final = read_tree("periods")
_STATISTICS: Final = re.compile(one_of(_TREE["title"]["statistics"]))
_RATES: Final = frozenset(_TREE["title"]["rates"])
# “2014-08”, “2010-01/2010-06”.
_MONTH_SIZES: Final = (7, 15)


def reported_period(heading: str, *, on: date | None, region: str) -> str:
    """The one month, quarter or half year that a heading names beside a word of statistics; "" without one.

    >>> reported_period("2014年8月进出口初步统计记者会", on=date(2014, 9, 9), region="CN")
    '2014-08'
    >>> reported_period("城市发展新闻发布会", on=date(2025, 8, 1), region="CN")
    ''
    """
    for line in heading.split("\n"):
        if _STATISTICS.search(line):
            times = find_mentions(line, Setting(on, region)).times
            named = {time.period for time in times if len(time.period) in _MONTH_SIZES}
            if len(named) == 1:
                return named.pop()
    return ""


def with_reported(claims: Sequence[Claim], period: str) -> tuple[Claim, ...]:
    """The claims of a release on `period`, those with it that have no time of their own beside a rate of growth.

    “电子零件86亿元,年增15%,占三成”: where a sentence says how much more that is than a year or a month before, its
    numbers are those of the time that is reported.
    """
    grown = {claim.sentence for claim in claims if claim.base in _RATES}
    return tuple(
        [
            claim.but(period=period, rule=f"{claim.rule} {_RULE}")
            if not claim.period and claim.sentence in grown
            else claim
            for claim in claims
        ]
    )


_RULE: Final = "period.title"
