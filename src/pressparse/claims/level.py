"""Level: shares and multiples of what something was at another time: “是2019年的3.2倍”, “恢复到疫前2019年的92%”."""

import re
from typing import Final

from pressparse.claims.draft import Draft
from pressparse.claims.kind import MULTIPLE, PERCENT
from pressparse.claims.link import RATE_ENDS
from pressparse.claims.moment import Time
from pressparse.claims.peel import Peel, peel
from pressparse.claims.phrase import Words
from pressparse.claims.quantity import Quantity
from pressparse.claims.rule import BEFORE_CRISIS, before_crisis
from pressparse.lexicon import read_tree

_SIGN: Final = read_tree("quantities")["signs"]
_QUOTE: Final[str] = _SIGN["quote"]
_OF: Final[str] = read_tree("periods")["signs"]["of"]
_OF_TIMES: Final = tuple(sorted((*_SIGN["copulas"], *_SIGN["reached_of"]), key=len, reverse=True))
_ARRIVING: Final = frozenset(_SIGN["arriving"])
_RESTORED: Final = tuple(_SIGN["restored"])
_LONGEST_LEVEL: Final = 8
_BREAK: Final = re.compile(f"[{_SIGN['clause']}]")
_SHARES: Final = frozenset((PERCENT, MULTIPLE))


def multiplied(
    text: str,
    quantity: Quantity,
    found: Peel,
    floor: int,
    times: tuple[Time, ...],
    ends: dict[int, Time],
    words: Words,
    drafts: list[Draft],
) -> Peel:
    """What is said in front of a share or a multiple that is of a time: that time is what it is against.

    “是2019年的3.2倍”, “相当于去年的八成”, “功率达到2015年先进水平的|三倍”
    """
    time, start = found.time, quantity.start
    if time is not None:
        # “激增至5月的6.6倍”
        grown = quantity.kind is MULTIPLE and text[time.start - 1] in _ARRIVING and text[time.end] == _OF
        # “从2007年的3.14倍降到2012年的2.88倍” are ratios.
        grown = grown and not any(each.quantity.kind is MULTIPLE for each in drafts)
        then = found.base_time is None and (grown or _is_level(text, time, found, start))
        return found.but(time=None, base_time=time) if then else found
    for time in times if text[start - 1] == _OF else ():
        near = floor < time.start and 1 < start - 1 - time.end <= _LONGEST_LEVEL
        at = before_crisis(text, time.start) if near else 0
        # “占华为|去年收入的1/3”
        size = next((len(word) for word in _OF_TIMES if text.endswith(word, floor, at)), 0) if near else 0
        if size and not words.splits(at - size) and not _BREAK.search(text, time.end, start):
            return peel(text, at, floor, ends, words).but(base_time=time, time=None)
    return found


def _is_level(text: str, time: Time, found: Peel, start: int) -> bool:
    """Whether a share of what was at a time is told: “相当于2019年的”, “恢复到疫前2019年”."""
    at = before_crisis(text, time.start - (text[time.start - 1 : time.start] == _QUOTE))
    if text.endswith(_RESTORED, 0, at):
        # “增速恢复到2019年6%的水平” is a rate itself.
        return text[found.end - 1] not in RATE_ENDS
    crisis = BEFORE_CRISIS.match(text, time.end)
    of = (
        text[time.end : time.end + 1] == _OF
        or time.end == start
        or (crisis is not None and text[crisis.end() - 1] == _OF)
    )
    return of and text.endswith(_OF_TIMES, 0, at)


def spread_levels(text: str, drafts: list[Draft]) -> list[Draft]:
    """“游客恢复到2019年的92%,收入恢复到85%”: what is restored, too, is so to the level of the same time.

    So is what follows on a list: “分别是2019年的112%和|108%”.
    """
    for index in range(1, len(drafts)):
        last, draft = drafts[index - 1], drafts[index]
        fact, quantity = draft.fact, draft.quantity
        alike = quantity.kind is last.quantity.kind and quantity.kind in _SHARES and last.fact.base
        level = draft.joined or _is_restored(text, draft)
        if alike and level and not (fact.change or last.fact.change) and fact.base in ("", last.fact.base):
            then = draft.peel.time if draft.joined else None
            if then is not None and text.startswith(_OF, then.end):
                # “是2002年的3.1倍、2009年的|1.7倍”
                moved = fact.but(period=last.fact.period, when=last.fact.when, why=last.fact.why)
                drafts[index] = draft.but(fact=moved.but(base=then.period, against=(then.start, then.end)))
            elif not fact.base:
                drafts[index] = draft.but(fact=fact.but(base=last.fact.base, against=last.fact.against))
    return drafts


def _is_restored(text: str, draft: Draft) -> bool:
    return any(text.find(word, draft.peel.end, draft.quantity.start) >= 0 for word in _RESTORED)
