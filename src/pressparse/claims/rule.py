"""Rules: what a time is to its sentence: what it rules, what it is compared with, and where it begins."""

import re
from typing import Any, Final

from pressparse.claims.moment import Time
from pressparse.lexicon import one_of, read_tree

_TREE: Final = read_tree("periods")
_SIGN: Final[dict[str, Any]] = _TREE["signs"]
_TAIL: Final[dict[str, Any]] = _TREE["tails"]
_COMPARE: Final = tuple(_TREE["base"]["before"])
_PLAIN: Final = tuple(_TREE["base"]["plain"])
_COMPARE_PLAIN: Final = (*_PLAIN, *_TREE["base"]["comparing"])
_LASTS_TO: Final = tuple(_TREE["base"]["lasts_to"])
_ORIGIN: Final = tuple(_TREE["base"]["origin"])
_SAID_THEN: Final = re.compile(_TAIL["said_then"])
_VALUE_THEN: Final = re.compile(_TAIL["value_then"])
_PLANNED_VALUE: Final = re.compile(_TAIL["planned_value"])
_PLANNED: Final = re.compile(_TAIL["planned"])
_YEAR_SIGN: Final = _SIGN["year"]
_MONTH_SIGN: Final = _SIGN["month"]
_COUNTED_THEN: Final = re.compile(_TAIL["counted_then"])
_SINCE_RANK: Final = re.compile(_TAIL["since_rank"])
_SINCE_RECORD: Final = re.compile(_TAIL["since_record"])
_FRAME: Final = re.compile(_TREE["base"]["frame"])
_BY: Final[str] = _TREE["base"]["by"]
_FRAME_BY: Final = re.compile(_TREE["base"]["frame_by"])
_FRAME_OPENED: Final = re.compile(_TREE["base"]["frame_opened"])
_COMMA: Final = ","
_CLAUSE_SIGNS: Final = ("", *read_tree("quantities")["signs"]["clause"])
_WITH: Final = frozenset(read_tree("quantities")["signs"]["with"])
_VIEW: Final = re.compile(_TREE["base"]["view"])
_OF_NUMBER: Final = re.compile(_SIGN["of_number"])
_TALK_DAY: Final = tuple(_TAIL["talk_day"])
_TALKING: Final = re.compile(_TAIL["talking"])


def is_compared(text: str, time: Time) -> bool:
    """“较2020年”, “为“十三五”同期”: a time that is compared with."""
    return text.endswith(_COMPARE if time.same else _COMPARE_PLAIN, 0, before_attribute(text, time.start))


def is_origin(text: str, time: Time) -> bool:
    """“由三年前的18%提高到35%”: a time where a change begins."""
    return text.endswith(_ORIGIN, 0, time.start)


def is_framed(text: str, time: Time) -> bool:
    """“与2012年相比,学校增加6300余所”: a time that all changes of the sentence are against."""
    return _frame(text, time.start, time.end) or _is_apart(text, time)


def opens_all(text: str, time: Time) -> bool:
    """Whether a comparison is a clause of its own: “与去年6月比较,|鞋类下跌8%;服装下跌3%”."""
    closed = _FRAME.match(text, time.end)
    return (closed is not None and text[closed.end() : closed.end() + 1] == _COMMA) or _is_apart(text, time)


def _is_apart(text: str, time: Time) -> bool:
    """Whether a comparison ends with its time: “相较于2024年底,|用户减少30万户”."""
    return text[time.end : time.end + 1] == _COMMA and text.endswith(_PLAIN, 0, before_attribute(text, time.start))


def level_of(text: str, end: int, floor: int, times: dict[int, Time]) -> tuple[Time, int] | None:
    """The time whose level a change before `end` is against, and where that begins (“由2005年的基准|降低45%”)."""
    for word in _LEVELS:
        time = times.get(end - len(word)) if text.endswith(word, floor, end) else None
        size = next((len(opener) for opener in _LEVEL_OPENERS if time and text.endswith(opener, floor, time.start)), 0)
        if time is not None and size:
            return time, time.start - size
    return None


_LEVELS: Final = tuple(
    f"{of}{noun}{end}"
    for of in (_SIGN["of"], "")
    for noun in _TREE["base"]["level_nouns"]
    for end in _TREE["base"]["level_ends"]
)
LEVEL_ENDS: Final = frozenset(word[-1] for word in _LEVELS)
_LEVEL_OPENERS: Final = tuple(_TREE["base"]["level_openers"])
_LEVEL_THEN: Final = re.compile(one_of(_LEVELS))


def _frame(text: str, start: int, end: int) -> bool:
    """Whether a comparison with a time is closed behind it: “与2012年|相比”, “跟2019年那次流行的同期|比”."""
    opener = text[start - 1 : start]
    opened = opener in _WITH and _FRAME_OPENED.match(text, end) is not None
    # “以2008年危机时的低位|比较”
    opened = opened or (opener == _BY and _FRAME_BY.match(text, end) is not None)
    return opened or _FRAME.match(text, end) is not None


def before_attribute(text: str, at: int) -> int:
    """Where what stands before a time ends, without quotes and what the time is like: “较|疫情前的2019年”."""
    while at and text[at - 1] in '“" ':
        at -= 1
    if text[at - 1 : at] == _SIGN["of"] and (what := _ATTRIBUTE.search(text, max(at - _LONGEST_ATTRIBUTE, 0), at)):
        # “比|‘十一五’末的2010年”
        return what.end()
    return before_crisis(text, at)


def before_crisis(text: str, at: int) -> int:
    """Where the words begin that say what a time is before: “恢复到|疫前|2019年”; `at` without any."""
    crisis = BEFORE_CRISIS.search(text, max(at - _LONGEST_CRISIS, 0), at)
    return crisis.start() if crisis and crisis.end() == at else at


# “恢复到|疫前|2019年”, “恢复到2019年|疫情前的|九成”
BEFORE_CRISIS: Final = re.compile(read_tree("quantities")["signs"]["before_crisis"])
_LONGEST_CRISIS: Final = 8
_ATTRIBUTE: Final = re.compile(read_tree("quantities")["signs"]["compared_attribute"])
_LONGEST_ATTRIBUTE: Final = 14


def _is_aside(text: str, at: int) -> bool:
    """Whether a bracket is open at `at`."""
    near = max(at - _LONGEST_ASIDE, 0)
    return text.rfind(_OPENED, near, at) > text.rfind(_CLOSED, near, at)


_LONGEST_ASIDE: Final = 40
_OPENED: Final[str] = read_tree("quantities")["signs"]["open_paren"]
_CLOSED: Final[str] = read_tree("quantities")["signs"]["close_paren"]


def _opens(text: str, start: int) -> bool:
    """Whether 到了 opens a clause in front of a time: “到了|2007年,…”, but “排产到了明年三季度”."""
    return (
        text.endswith(_LASTS_TO[0], 0, start)
        and text[start - len(_LASTS_TO[0]) - 1 : start - len(_LASTS_TO[0])] in _CLAUSE
    )


_CLAUSE: Final = frozenset(("", "\n", *read_tree("quantities")["signs"]["clause"]))


def leads(text: str, start: int, end: int, period: str) -> bool:
    """Whether a time may rule more than its own number: neither compared with, nor left, nor that of one value."""
    if text.endswith(_COMPARE_PLAIN, 0, before_attribute(text, start)) or _OF_NUMBER.match(text, end):
        return False
    if text[end - 1] == _YEAR_SIGN and _PLANNED.match(text, end) and not _PLANNED_VALUE.match(text, end):
        # “完成全年目标任务的38.9%”
        return False
    if text.startswith(_TALK_DAY, start) and _TALKING.match(text, end):
        return False
    if text[end - 1] == _MONTH_SIGN and _COUNTED_THEN.match(text, end) and _is_aside(text, start):
        # “成长率1.66%(8月预测|2.47%)”: the month when that was told.
        return False
    if _SAID_THEN.match(text, end) or _VALUE_THEN.match(text, end):
        # “正如我3月9日在会上所说”
        # “刷新2019年10月5日16.2万人次的纪录”
        return False
    if text[start - 1 : start] in _LEVEL_OPENERS and _LEVEL_THEN.match(text, end):
        # “在2005年的基础上再降5%”
        return False
    if _frame(text, start, end) or (period.endswith("/") and _SINCE_RANK.match(text, end)):
        # “1975年以来第五次”
        return False
    if text.endswith(_LASTS_TO, 0, start) and not _opens(text, start):
        # “排产到了明年三季度,产能利用率95%”
        return False
    origin = text.endswith(_ORIGIN, 0, start) and "/" not in period
    return not origin or _VIEW.match(text, end) is not None


def is_of_record(text: str, end: int) -> bool:
    """Whether years that end at `end` only say since when something is the highest: “创近十年来|同期新高”."""
    return _SINCE_RECORD.match(text, end) is not None


def opens_then(text: str, time: Time, clause: int, at: int) -> bool:
    """Whether “去年同期” opens a clause, or is one of its own in front of it, and what stands at `at` is of then.

    “去年同期,出口10亿元”, but “与去年同期相比,出口10亿元”
    """
    if not time.same or time.leads or time.end >= at:
        return False
    alone = time.end + 1 == clause and text[time.start - 1 : time.start] in _CLAUSE_SIGNS
    return (time.start == clause or alone) and not is_compared(text, time) and not is_framed(text, time)
