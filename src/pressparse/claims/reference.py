"""References: the times that several changes are against, said in one breath and told in order."""

from collections.abc import Callable
from typing import Final

from pressparse.claims.draft import Draft
from pressparse.claims.moment import Time
from pressparse.claims.series import last_list
from pressparse.lexicon import read_tree

_COMPARE: Final = tuple(read_tree("periods")["base"]["before"])
_LEAST: Final = 2
_SENTENCE: Final = "period.sentence"


def spread_bases(
    text: str, drafts: list[Draft], times: tuple[Time, ...], base_of: Callable[[Time], str]
) -> list[Draft]:
    """“5月利率为2.3%,分别比上月和上年同期低0.12个和0.46个百分点”: each change with its base, all of the time before.

    `times` are those of the sentence in order, `base_of` what a change against one of them is against.
    """
    index = 0
    while index < len(drafts):
        stop = index + 1
        while stop < len(drafts) and drafts[stop].joined:
            stop += 1
        listed = _compared(text, drafts, index, times) if stop - index >= _LEAST and drafts[index].fact.change else []
        if len(listed) == stop - index:
            ruling = [time for time in times if time.leads and time.period and time.end <= listed[0].start]
            told = drafts[index - 1].fact if index else drafts[index].fact.but(period="", when=(0, 0), why="")
            if ruling:
                told = told.but(period=ruling[-1].period, when=(ruling[-1].start, ruling[-1].end), why=_SENTENCE)
            for at, time in enumerate(listed, index):
                fact = drafts[at].fact.but(period=told.period, when=told.when, why=told.why)
                drafts[at] = drafts[at].but(fact=fact.but(base=base_of(time), against=(time.start, time.end)))
        index = stop
    return drafts


def _compared(text: str, drafts: list[Draft], index: int, times: tuple[Time, ...]) -> list[Time]:
    """The times listed before a number, where they are compared with; empty where none are."""
    floor = drafts[index - 1].quantity.after if index else 0
    listed = last_list(text, [time for time in times if floor <= time.start < drafts[index].quantity.start])
    return listed if listed and text.endswith(_COMPARE, floor, listed[0].start) else []
