"""Changes: which way a number goes, and what it is against."""

import re
from decimal import Decimal
from itertools import pairwise
from typing import Final

from pressparse.claims.behind import Behind
from pressparse.claims.draft import Draft, Pieces
from pressparse.claims.kind import COUNT, DURATION, MEASURE, MONEY, MULTIPLE, PERCENT, POINTS
from pressparse.claims.link import RATE_ENDS, base_at, change_at_end, rate_at, rate_before
from pressparse.claims.peel import Peel
from pressparse.claims.quantity import Quantity
from pressparse.claims.timeline import Timeline
from pressparse.lexicon import one_of, read_tree

_SIGN: Final = read_tree("quantities")["signs"]
_IN_A_ROW: Final[str] = _SIGN["in_row"]
_BASE_AHEAD: Final = re.compile(read_tree("periods")["base"]["ahead"])
_ADVERBS: Final = tuple(_SIGN["adverbs"])
_LEVEL_ENDS: Final = frozenset(_SIGN["level_ends"])
_MORE: Final[dict[str, str]] = _SIGN["more_than_that"]
_PARTICLES: Final = tuple(_SIGN["went_particles"])
# “还是涨”, “也跌”
_SINGLE: Final = {sign: way for way in ("up", "down") for sign in _SIGN["went"][way]}
_BY_SIGN: Final = {"(+": "up", "(-": "down"}
_ABSOLUTE: Final = frozenset((MONEY, MEASURE, COUNT, DURATION))
# “订单增长|的占|43.5%”
_WHOSE_SHARE: Final[str] = _SIGN["whose_share"]
_EITHER_WAY: Final = re.compile(_SIGN["either_way"])
# “增长12%,|其中六成|是女生”
_AMONG: Final = re.compile(one_of(_SIGN["among"]))
_AMOUNTS: Final = frozenset((MONEY, MEASURE, COUNT, PERCENT, POINTS, MULTIPLE, DURATION))


def read_change(
    text: str,
    timeline: Timeline,
    quantity: Quantity,
    found: Peel,
    last: Draft | None,
    ahead: tuple[int, int],
    *,
    joined: bool,
    headed: bool,
) -> tuple[str, str, str]:
    """Which way a number changes, what against, and the rule that said so; `headed` when it has a metric of its own.

    `ahead` is the clause before its own, empty where that has a number.
    """
    kind = quantity.kind
    if kind not in _AMOUNTS:
        return "", "", ""
    lasting = kind is DURATION and text[found.changed[0] - 1 : found.changed[0]] == _IN_A_ROW
    negative = isinstance(quantity.low, Decimal) and quantity.low < 0
    # “已经连涨了20年” is no longer by so much; of “增长率为-1.5%” the sign says which way.
    change = "" if found.target or lasting else _falling(quantity, found.change) if negative else found.change
    # “涨跌幅均在1%以内”: a band goes neither way.
    bent = quantity.modifier or found.modifier or quantity.low != quantity.high
    change = "" if bent and not negative and _EITHER_WAY.search(text, *found.changed) else change
    base = found.base if change else ""
    if (
        found.base_time is not None
        and (change or kind not in _ABSOLUTE)
        and (change or not timeline.states(quantity, found))
    ):
        base = timeline.base_of(found.base_time)
    elif change and not base and last is not None and last.peel.base_time is not None and not last.fact.change:
        # “比2012年末的0.94万公里增长了4倍”: the base is dated in front of its value.
        base = timeline.base_of(last.peel.base_time)
    elif change and not base and ahead[1] > ahead[0] and (told := _BASE_AHEAD.search(text, *ahead)):
        # “按年计,租金上升3.5%”, “同比由降转升,增长3%”
        base = str(told.lastgroup)
    elif change and not base and last is not None and last.peel.origin and last.fact.change:
        # “环比由上涨1.4%转为下降0.2%”
        base = last.fact.base
    elif not change and last is not None and (way := _MORE.get(text[last.quantity.after : quantity.start], "")):
        # “比今年的256亿元多|92亿元”
        past = last.peel.base_time
        change, base = (way, timeline.base_of(past)) if past is not None else ("", "")
    elif not change and last is not None:
        # “下降6.4%(-23宗)”
        change = _BY_SIGN.get(text[quantity.start - 2 : quantity.start], "")
        base = last.fact.base if change else ""
    if change and not base and text[quantity.after : quantity.after + 1] == "(":
        # “增长5%(YoY)”
        base = base_at(text, quantity.after).value
    if quantity.rule == "multiple.double" or text.startswith(_DOUBLES, quantity.start):
        change, base = change or "up", base or found.base
    if (
        joined
        and last is not None
        and last.fact.change
        and last.quantity.kind is kind
        and (not change or text[last.quantity.after : last.quantity.after + 1] in _SIGN["list_words"])
        and not _AMONG.search(text, last.quantity.after, quantity.start)
    ):
        # “分别减少3.2%和增加0.6%”: the second is against the same; of “为-2.38%及3.05%” the signs say which way.
        fell = isinstance(last.quantity.low, Decimal) and last.quantity.low < 0 and last.fact.change == "down"
        signed = "up" if fell and not negative else "down" if negative and last.fact.change == "up" else ""
        change = change or signed
        return change or last.fact.change, base or last.fact.base, " change.list"
    if joined and kind is MULTIPLE and last is not None and last.quantity.kind is kind and not (change or base):
        # “分别是去年同期的2.4倍和2.9倍”
        return "", last.fact.base, ""
    # “CPI|年增率|降为1.6%”
    rated = found.change != "" and text[found.changed[1] - 1] in RATE_ENDS
    if found.target and kind is PERCENT and not change and (rated or last is None or not last.peel.origin):
        # “年增率放大到15.3%”: a rate of change is one wherever it has got to.
        # “成长率(GDP)上修至7.3%”
        named = text.rfind("(", 0, found.end) if text[found.end - 1] == ")" else found.end
        # “经济增长|进一步|放缓至3.1%”
        named -= next((len(word) for word in _ADVERBS if text.endswith(word, 0, named)), 0)
        rate = (found.change, found.base) if rated else rate_before(text, named)
        if rate:
            return "down" if negative else rate[0], base or rate[1], " change.rate"
    if (
        found.target
        and kind is PERCENT
        and last is not None
        and last.quantity.kind is kind
        and last.fact.change
        and not headed
        and found.base_time is None
    ):
        # “二季度增长8.5%,三季度加快到12.7%”: a rate of change that has moved is one still.
        return last.fact.change, "", " change.rate"
    if (
        last is not None
        and last.peel.origin
        and not last.peel.target
        and last.quantity.unit == quantity.unit
        and (found.target or text[last.quantity.after : last.quantity.after + 1] in _SIGN["join_word"])
    ):
        return _from_to(last, quantity)
    return change, base, " change.said" if change else ""


def told_ahead(text: str, quantity: Quantity, named: int, clause: int, base: str) -> tuple[str, str, str]:
    """Which way a rate of change goes that opens a clause, what against, and the rule: “升幅最劲,有26%”.

    What is measured ends at `named`; `clause` is where the clause of the number begins, 0 where words stand in it. What
    the number is against, where nothing else is said: `base`.
    """
    if text.startswith(_WHOSE_SHARE, named) or _EITHER_WAY.search(text, max(named - _LONGEST_RATE, 0), named):
        # “涨跌幅超过5%”
        return "", base, ""
    if rate := rate_before(text, named):
        negative = isinstance(quantity.low, Decimal) and quantity.low < 0
        return _falling(quantity, rate[0]) if negative else rate[0], rate[1] or base, " change.rate"
    if not clause or text[named - 1] in _LEVEL_ENDS:
        return "", base, ""
    # “房价同比还是涨的,9.7%”
    change, against = _went(text, named, clause - 1)
    return change, against or base, " change.ahead" if change else ""


_LONGEST_RATE: Final = 4


def _went(text: str, start: int, end: int) -> tuple[str, str]:
    """Which way a clause says that things go, and against what: “房价同比还是涨的|,9.7%”; ("", "") for others."""
    end -= text.startswith(_PARTICLES, end - 1)
    change = change_at_end(text, start, end) or _SINGLE.get(text[end - 1], "")
    told = _BASE_AHEAD.search(text, start, end) if change else None
    return change, str(told.lastgroup) if told else ""


def _from_to(last: Draft, quantity: Quantity) -> tuple[str, str, str]:
    """“由0.5家增至1.78家”: the second is a change against the first."""
    low, start = quantity.low, last.quantity.low
    if not isinstance(low, Decimal) or not isinstance(start, Decimal) or low == start:
        return "", "", ""
    base = last.fact.period if last.peel.time else ""
    return ("up" if low > start else "down"), base, " change.from-to"


def without_rate(text: str, pieces: Pieces) -> Pieces:
    """“生产总值|增速连续六个季度高于全市,前三季度增长6%”: what has grown so much is no rate."""
    start, end = pieces[-1]
    size = next((len(rate) for rate in _RATES if text.endswith(rate, start + 1, end)), 0)
    return (*pieces[:-1], (start, end - size))


_RATES: Final = tuple(sorted(_SIGN["rates"], key=len, reverse=True))


_DOUBLES: Final[str] = read_tree("quantities")["double"]["verb"]
NOWHERE: Final = (0, 0)


def compared_with(found: Peel, last: Draft | None, arrived: bool) -> tuple[tuple[int, int], tuple[int, int]]:
    """The places of the time and of the number that a change is against."""
    past = last is not None and not last.fact.change
    time = found.base_time or (last.peel.base_time if last is not None and past else None)
    against = (time.start, time.end) if time is not None else NOWHERE
    if last is not None and past and (arrived or last.peel.base_time is not None):
        return against, (last.quantity.start, last.quantity.end)
    return against, NOWHERE


def _falling(quantity: Quantity, change: str) -> str:
    """Which way a rate goes that begins below nothing: “增长率为-1.5%”, “在-1%到2%之间”."""
    return "down" if change and isinstance(quantity.high, Decimal) and quantity.high < 0 else ""


def told_behind(text: str, quantity: Quantity, rest: Behind) -> tuple[str, str] | None:
    """Which way a rate goes and against what, told behind it: “5%的|同比增长”, “录得3%|增长”; None without any."""
    if quantity.kind not in _RATES_OF_CHANGE:
        return None
    at = steadily.end() if (steadily := _STEADILY.match(text, quantity.after)) else quantity.after
    # “实现9%|同比增长|达到139亿元”
    base = base_at(text, at)
    behind = rate_at(text, at + len(base.word))
    had = False
    if behind.value:
        end = at + len(base.word) + len(behind.word)
        stop = text[end : end + 1]
        ends = (stop in _CLAUSE_SIGNS or stop in _ARRIVING) and text.endswith(
            _KEEPING if steadily else _HAVING, 0, quantity.start
        )
        had = ends or behind.word.endswith(RATE_ENDS)
    if not (rest.led or had):
        return None
    if had and not rest.led:
        return behind.value, base.value
    told = base_at(text, rest.start)
    change = change_at_end(text, rest.start, max(rest.start + len(told.word), rest.end))
    return change, told.value if change else ""


_RATES_OF_CHANGE: Final = frozenset((PERCENT, MULTIPLE, POINTS))
_CLAUSE_SIGNS: Final = frozenset(("", *_SIGN["clause"]))
_STEADILY: Final = re.compile(_SIGN["steadily"])
_KEEPING: Final = tuple(_SIGN["kept"])
_ARRIVING: Final = frozenset(_SIGN["arriving"])
_HAVING: Final = (*_SIGN["got"], _SIGN["having"])


class Alike:
    """What all rates of change from some place on are against, where a record says so once.

    “比去年同期(下同)增长7.9%”: from there on; “与去年同期比较,罪案有所减少。”: amounts in what is said next, too.
    """

    __slots__ = ("_ahead", "_base", "_start", "_subject", "_text")

    def __init__(self, text: str) -> None:
        self._start = text.find(_ALIKE)
        self._base, self._text = "", text
        self._subject: frozenset[str] = frozenset()
        told = _ALIKE_AHEAD.search(text) if self._start < 0 and _LAST_YEAR in text else None
        self._ahead = told is not None
        if told is not None:
            self._start, self._base = told.end(), _YEARLY
            pairs = map("".join, pairwise(told["subject"]))
            self._subject = frozenset(pair for pair in pairs if not _PLAIN & set(pair))

    def spread(self, drafts: list[Draft]) -> list[Draft]:
        """The numbers of a sentence, with that base where they are changes without one."""
        if self._ahead and drafts and not self._goes_on(drafts[0].quantity.start):
            return drafts
        for index, draft in enumerate(drafts) if self._start >= 0 else ():
            fact, kind = draft.fact, draft.quantity.kind
            of_rates = kind is PERCENT or (self._ahead and kind is COUNT)
            if draft.quantity.start < self._start or not of_rates or not fact.change:
                continue
            if self._ahead and _YEARS.fullmatch(fact.period):
                continue
            if self._ahead and _YET.search(self._text, max(draft.quantity.start - _NEAR, 0), draft.quantity.start):
                # “…市场需求明显增加。预计2026年出口增长6%”
                continue
            self._base = self._base or fact.base
            if self._base and not fact.base:
                drafts[index] = draft.but(fact=fact.but(base=self._base, rule=f"{fact.rule} base.alike"))
        return drafts

    def _goes_on(self, at: int) -> bool:
        """Whether what is said at `at` is of what was compared: “罪案减少。…暴力罪案减少20宗”, or said right behind."""
        begun = max(self._text.rfind(sign, 0, at) for sign in _SAID_ENDS) + 1
        return begun <= self._start or any(word in self._text[begun:at] for word in self._subject)


_SAID_ENDS: Final = "。\n"
# “五年累计减少12%”
_YEARS: Final = re.compile("[0-9]{4}/[0-9]{4}")
_PLAIN: Final = frozenset(_SIGN["alike_plain"])
_ALIKE: Final[str] = _SIGN["alike"]
_YET: Final = re.compile(_SIGN["alike_not"])
_NEAR: Final = 24
_ALIKE_AHEAD: Final = re.compile(_SIGN["alike_ahead"])
_LAST_YEAR: Final[str] = read_tree("periods")["signs"]["same"][0]
_YEARLY: Final = "yoy"
