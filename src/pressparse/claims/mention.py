"""Mentions: every number and time of a text in order, claims told from dates, ordinals and labels."""

import re
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Final

from pressparse.claims.adjoining import put, put_again, span_of_time, years
from pressparse.claims.amount import read_quantity
from pressparse.claims.carry import follow
from pressparse.claims.compound import HALF_VALUE
from pressparse.claims.day import find_day, find_last_months
from pressparse.claims.kin import units_of_kin
from pressparse.claims.kind import COUNT, DATE, DURATION, MULTIPLE, ORDINAL, POINTS, Kind
from pressparse.claims.length import AGO
from pressparse.claims.moment import NOTHING, Spoken, Time
from pressparse.claims.numeral import HAN_DIGITS, LEADERS, RUN, parse_numeral
from pressparse.claims.ordinal import label
from pressparse.claims.period import PLANS, find_time
from pressparse.claims.quantity import Quantity, finish
from pressparse.claims.reporting import this_quarter
from pressparse.claims.scan import scan
from pressparse.claims.speaking import speak
from pressparse.claims.trap import read_trap
from pressparse.claims.unit import find_unit, regional_unit
from pressparse.claims.verdict import tell
from pressparse.lexicon import one_of, read_tree

_TREE: Final = read_tree("quantities")
_SIGN: Final = _TREE["signs"]
_WHOLES: Final = _TREE["wholes"]
_WHOLE_UNLESS: Final = {word: tuple(tails) for word, tails in _TREE["whole_unless"].items()}
_DOUBLE: Final = _TREE["double"]
_PERIOD_SIGN: Final = read_tree("periods")["signs"]
# A numeral may be the beginning of a time when one of these stands behind it.
_TIME_NEXT: Final = frozenset(_PERIOD_SIGN["time_next"])
# “十五”规划, 十五时期: two signs that are also fifteen.
_PLAN_NEXT: Final = re.compile(_PERIOD_SIGN["plan_next"])
_LIST: Final = _PERIOD_SIGN["list"]


_LONGEST_CELL: Final = 60
_TEN_THOUSAND: Final = 4


@dataclass(frozen=True, slots=True)
class Setting:
    """What a text does not say itself: the date of the event, the place, `names` of people with numerals in them.

    With `everything`, idioms are wanted as labels; `reported` is the time that a heading says is reported, if it does.
    """

    on: date | None = None
    region: str = "CN"
    everything: bool = False
    names: tuple[str, ...] = ()
    reported: str = ""


@dataclass(frozen=True, slots=True)
class Mentions:
    """The numbers and the times of a text, each in text order; `marks` are the places behind list marks (“一是”)."""

    quantities: tuple[Quantity, ...]
    times: tuple[Time, ...]
    marks: tuple[tuple[int, int], ...]


def find_mentions(text: str, setting: Setting) -> Mentions:
    """All numbers and times of an analysis text; nothing in it is read twice."""
    quantities: list[Quantity] = []
    times: list[Time] = []
    marks: list[tuple[int, int]] = []
    done, spoken = 0, NOTHING
    plain = True
    articles: set[str] = set()
    for match in scan(text):
        start = match.start()
        if start < done:
            continue
        group = match.lastgroup
        named = _end_of_name(text, start, setting.names) if setting.names else 0
        if group == "idiom" or named:
            done, plain = named or match.end(), False
            if setting.everything:
                quantities.append(label(text, start, done, "label.name" if named else "label.idiom"))
            continue
        if spoken.passing or spoken.late:
            spoken = follow(text, spoken, start, setting.on)
        time = None
        if group == "number":
            end = match.end()
            # Most numerals that open no time are told by the signs beside them.
            long = end - start >= _SHORTEST_YEAR
            long = long and (text[start] not in _DIGITS or text[start : start + 2] in _CENTURIES)
            if long and text[start] in HAN_DIGITS and text[start + 1] in _DIGITS:
                # “马英九|2012年”: no numeral goes on in other signs.
                start += 1
            if text[end : end + 1] in _TIME_NEXT or long or _opens_time(text, start, end):
                time = _time_at(text, start, end, setting, spoken)
        elif group == "time":
            time = find_time(text, start, on=setting.on, spoken=spoken)
        if time is not None and time.start >= done:
            time = put(text, times, span_of_time(text, time, setting.on))
            done, spoken = time.end, speak(text, spoken, time, setting.on)
            continue
        quantity = _quantity(text, match, setting, articles)
        if quantity is None:
            continue
        if quantity.start < done:
            quantity = quantity.but(start=done)
        done = max(quantity.end, done)
        if quantity.kind is DATE and (time := _as_time(text, quantity, setting, spoken)) is not None:
            time = put_again(text, times, span_of_time(text, time, setting.on))
            done, spoken = max(time.end, done), speak(text, spoken, time, setting.on) if time.year else spoken
            continue
        if quantity.kind is ORDINAL and quantity.rule == "ordinal.mark":
            marks.append((quantity.start, quantity.end))
        quantities.append(quantity)
    if plain and not quantities and not times and len(text) < _LONGEST_CELL and (cell := _cell(text)):
        quantities.append(cell)
    units_of_kin(text, quantities, setting.region)
    return Mentions(
        tuple(_shared_units(text, quantities)),
        this_quarter(text, times, setting.on, setting.reported),
        tuple(marks),
    )


# Dates that quantities turn out to be: “五年来”, “13时42分”.
_TIMES: Final = ("date.years", "date.clock", "date.first days", "date.one day", "date.near now")


def _as_time(text: str, quantity: Quantity, setting: Setting, spoken: Spoken) -> Time | None:
    """The time that a quantity turned out to be; None for one that is told but not resolved."""
    if quantity.rule.startswith(_TIMES):
        return years(text, quantity)
    if quantity.rule == "date.last months":
        year = spoken.year or (setting.on.year if setting.on is not None else 0)
        return find_last_months(text, quantity.start, quantity.end, year)
    if quantity.rule == "date.day":
        return find_day(text, quantity.start, quantity.end, on=setting.on, spoken=spoken)
    return None


def _end_of_name(text: str, at: int, names: tuple[str, ...]) -> int:
    """Where the name ends that the character at `at` is a part of (陆万川); 0 where it is of none."""
    for name in names:
        start = text.find(name, max(at - len(name) + 1, 0), at + len(name))
        if start >= 0:
            return start + len(name)
    return 0


def _opens_time(text: str, start: int, end: int) -> bool:
    """Whether a numeral may open a time though nothing of a time follows: “第一季度”, “前8个月”, “十四五”."""
    return text[start - 1 : start] in _BEFORE_TIME or text[start:end] in PLANS


def _time_at(text: str, start: int, end: int, setting: Setting, spoken: Spoken) -> Time | None:
    """The time that a numeral opens: “2024年”, “1—8月”, “十四五”."""
    said = text[start:end]
    if said in PLANS and (len(said) > 2 or _PLAN_NEXT.match(text, end)):
        return find_time(text, start, on=setting.on, spoken=spoken)
    before = text[start - 1 : start]
    if before in _BEFORE_TIME:
        # “第一季度”, “前8个月”, “前三季度”.
        found = find_time(text, start - 1, on=setting.on, spoken=spoken)
        if found is not None:
            return found
        if before == _ORDINAL:
            return None
    behind = text[end : end + 1]
    if len(said) < _SHORTEST_YEAR:
        # “三年”, “12年” are told as lengths.
        none = behind == _YEAR or behind not in _TIME_NEXT
    else:
        none = said[-1] in _SCALE_END and behind not in _TIME_NEXT
    if none:
        return None
    found = find_time(text, start, on=setting.on, spoken=spoken)
    if found is None or found.end < end:
        return None
    return found


_ORDINAL: Final[str] = _SIGN["ordinal"]
_YEAR: Final[str] = _PERIOD_SIGN["year"]
_SHORTEST_YEAR: Final = 4
_DIGITS: Final = frozenset("0123456789")
# Years begin with these, and no month of one or two digits is so long.
_CENTURIES: Final = frozenset(("19", "20"))
_BEFORE_TIME: Final = frozenset(_SIGN["ordinal"] + _PERIOD_SIGN["first_of"] + _PERIOD_SIGN["latin_quarter"])
_SCALE_END: Final = frozenset(_TREE["signs"]["scale_end"])


def _quantity(text: str, match: re.Match[str], setting: Setting, articles: set[str]) -> Quantity | None:
    start, end = match.span()
    group = match.lastgroup
    if group == "number":
        special = read_trap(text, start, end, articles=articles)
        if special is not None:
            return special
        quantity = read_quantity(text, start, end, region=setting.region)
        if quantity is None:
            return label(text, start, end, "label.malformed")
        return tell(text, quantity, start, region=setting.region, on=setting.on)
    if group == "whole":
        return _whole(text, start, end)
    if group == "half":
        return _half(text, start, setting.region)
    if group == "double":
        return _double(text, start)
    return label(text, start, end, "label.url") if group == "url" else None


def _whole(text: str, start: int, end: int) -> Quantity | None:
    word = text[start:end]
    kind, value, unit, modifier = _WHOLES[word]
    if text.startswith(_WHOLE_UNLESS.get(word, "\0"), end) or text[start - 1 : start] == _SIGN["individual"]:
        # “六个百分百”
        return None
    amount = Decimal(value)
    return finish(text, Quantity(start, end, Kind(kind), amount, amount, unit, 0, 0, modifier, end, f"{kind}.word"))


def _half(text: str, start: int, region: str) -> Quantity | None:
    """“半年”, “半公升”, “半成”."""
    if text[start - 1 : start] in _NOT_HALF:
        return None
    found = regional_unit(text, start + 1, region) or find_unit(text, start + 1)
    if found is None or (found[0].kind is COUNT and found[1] < len(text)):
        return None
    unit, end = found
    if unit.kind is DURATION and (ago := AGO.match(text, end)):
        # “半年前的五倍”
        return Quantity(start, ago.end(), DATE, "", "", "", 0, 0, "", ago.end(), "date.years ago")
    if unit.kind is DURATION and (on := _HALF_ON.match(text, end)):
        # “半年来收到诉求2076条”
        return Quantity(start, on.end(), DATE, "", "", "", 0, 0, "", on.end(), "date.years another")
    value = HALF_VALUE * unit.factor
    name = unit.name
    return finish(text, Quantity(start, end, unit.kind, value, value, name, 0, 0, "", end, f"{unit.kind}.half"))


_HALF_ON: Final = re.compile(_SIGN["half_on"])
_NOT_HALF: Final = frozenset(_SIGN["not_half"])


def _cell(text: str) -> Quantity | None:
    """A text that is one numeral and nothing else, as the cell of a table is."""
    cell = _CELL.fullmatch(text)
    numeral = parse_numeral(cell["numeral"]) if cell else None
    if cell is None or numeral is None or not (set(cell["numeral"]) - set(LEADERS)):
        return None
    start, end = cell.span("numeral")
    sign = -1 if cell["sign"] else 1
    low, high = numeral.low * sign, numeral.high * sign
    unit = cell["unit"] or ""
    first = cell.start("sign") if cell["sign"] else start
    place = cell.span("unit") if unit else (0, 0)
    return Quantity(first, cell.end("unit") if unit else end, COUNT, low, high, unit, *place, "", end, "count.cell")


_CELL: Final = re.compile(
    rf"\s*(?P<sign>{one_of(_SIGN['negative'])})?(?P<numeral>{RUN.pattern})(?P<unit>{one_of(_SIGN['cell_units'])})?\s*"
)


# Nothing that is spoken of was ever doubled more often.
_MOST_DOUBLED: Final = 64


def _double(text: str, start: int) -> Quantity | None:
    """“翻一番” is twice, “翻两番” four times."""
    at = start + 1 + len(_DOUBLE["particle"]) * text.startswith(_DOUBLE["particle"], start + 1)
    modifier = ""
    if word := next((word for word in _NEARLY_DOUBLE if text.startswith(word, at)), ""):
        # “翻了近一番”
        modifier, at = _NEARLY_DOUBLE[word], at + len(word)
    run = RUN.match(text, at)
    quantity = read_quantity(text, at, run.end(), region="CN") if run else None
    if run is None or quantity is None or not text.startswith(_DOUBLE["noun"], run.end()):
        return None
    if Decimal(quantity.high) > _MOST_DOUBLED:
        return None
    end = run.end() + 1
    low, high = (Decimal(2) ** int(power) for power in (quantity.low, quantity.high))
    unit = _TREE["wholes"][_DOUBLE["plain"]][2]
    return finish(text, Quantity(start, end, MULTIPLE, low, high, unit, 0, 0, modifier, end, "multiple.double"))


# “回落1.6个和加快1.2个百分点”: a verb of its own may stand between.
_NEARLY_DOUBLE: Final[dict[str, str]] = _DOUBLE["modifiers"]
_UNNAMED_COINS: Final = ("money.context", "money.kin")
_LIST_GAP: Final = re.compile(rf"[ ]?{_LIST}[ ]?")
_COMMA: Final = ","
_RESPECTIVELY: Final[str] = _SIGN["told_apart"]
_LONGEST_SHARED: Final = 24
_VERB_GAP: Final = re.compile(rf"{_LIST}[^0-9,。;:、]{{1,3}}")


def _shared_units(text: str, quantities: list[Quantity]) -> list[Quantity]:
    """“增长5.2、3.1个百分点”: a bare number takes the unit of the one it is listed with."""
    for index in range(len(quantities) - 2, -1, -1):
        one, two = quantities[index], quantities[index + 1]
        # “学费资助101 000、98 000及105 000人次”: no money was named.
        meant = one.kind is COUNT or (one.rule in _UNNAMED_COINS and two.kind is COUNT)
        bare = not one.unit or (one.unit == _SIGN["individual"] and two.kind is POINTS) or one.kind is not COUNT
        if not bare or not meant or not two.unit or two.start - one.end > 4 or two.modifier:
            continue
        gap = _VERB_GAP if one.unit and two.kind is POINTS else _LIST_GAP
        joined = _LIST_GAP.fullmatch(text, one.end, two.start) or gap.fullmatch(text, one.end, two.start)
        if not joined or not isinstance(one.low, Decimal):
            continue
        told_apart = text.find(_RESPECTIVELY, max(one.start - _LONGEST_SHARED, 0), one.start) >= 0
        if _COMMA in text[one.end : two.start] and two.kind is not POINTS and not told_apart:
            # “突破5万亿,五年上了台阶”, but “分别为1.6,2.2及1.4小时”
            continue
        factor = _factor(two)
        quantities[index] = one.but(
            kind=two.kind,
            unit=two.unit,
            unit_start=two.unit_start,
            unit_end=two.unit_end,
            low=one.low * factor,
            high=Decimal(one.high) * factor,
            rule=f"{two.rule} unit.list",
        )
    return quantities


def _factor(quantity: Quantity) -> Decimal:
    """What a number listed before this one is multiplied by: the scale that follows both (“3、5亿元”)."""
    if quantity.kind is COUNT or quantity.scale < _TEN_THOUSAND:
        return Decimal(1)
    return Decimal(10) ** quantity.scale
