"""Amounts: a numeral with its unit read as one quantity, with ranges and what is joined to it."""

import re
from decimal import Decimal
from typing import Final

from pressparse.claims.bound import BOUNDS
from pressparse.claims.compound import BASE_PARTS, HALF_VALUE, SMALLER_NEXT, Extra, find_smaller
from pressparse.claims.fraction import FRACTION_NEXT, JOIN, read_fraction
from pressparse.claims.kind import COUNT, DURATION, LABEL, MEASURE, MONEY, MULTIPLE, PERCENT, POINTS, Kind
from pressparse.claims.minus import signed
from pressparse.claims.modifier import is_after_change
from pressparse.claims.numeral import FEW, HAN_DIGITS, HAN_SCALES, RUN, Numeral, last_pair, listed_pair, parse_numeral
from pressparse.claims.quantity import AFTER_NEXT, Quantity, finish
from pressparse.claims.surplus import SURPLUS, SURPLUS_NEXT, behind_surplus, is_surplus
from pressparse.claims.unit import (
    MONEY_ENDS,
    REGION_CURRENCY,
    REGIONAL_SIGNS,
    Unit,
    find_unit,
    money_before,
    regional_unit,
)
from pressparse.lexicon import read_tree

_TREE: Final = read_tree("quantities")
_SIGN: Final = _TREE["signs"]
ONE: Final = Decimal(1)
# A number may be parted from its unit by spaces, and by the end of a line set in columns, unless it opens the line.
_SPACE: Final = (" ",)
_SPACE_AND_BREAK: Final = (" ", "\n")

_SPREAD: Final = re.compile(_SIGN["spread"])
_LONGEST_SPREAD: Final = 12
_BETWEEN: Final = re.compile(_SIGN["between_join"])
_INCLUDED: Final = re.compile(_SIGN["included"])
_FROM: Final = frozenset(_SIGN["from"])
_JOIN_WORDS: Final = frozenset(_SIGN["join_word"])
_RANGE_NEXT: Final = frozenset(_SIGN["range_next"])
_VARYING: Final = tuple(_SIGN["varying"])
_BETWEEN_ENDS: Final = tuple(_SIGN["between"])
_NEGATIVE_ENDS: Final = frozenset(_SIGN["negative_ends"])
_UNIT_NAMES: Final = read_tree("units")["names"]
_ENUMERATION: Final[str] = _SIGN["list_words"][0]
_HALF_HOUR: Final[str] = _UNIT_NAMES["half_hour"]
_HOUR: Final = Unit(_UNIT_NAMES["hour"], DURATION)
_MINUTE: Final = Unit(_UNIT_NAMES["minute"], DURATION)
_MINUTE_SIGN: Final[str] = _UNIT_NAMES["minute"][0]
_SECONDS: Final = re.compile(
    f"[0-9]{{1,2}}{_UNIT_NAMES['second']}|[{HAN_DIGITS}{HAN_SCALES}]{{1,3}}{_UNIT_NAMES['second']}"
)
_HALF_OF: Final[str] = _UNIT_NAMES["half_of"]
_DISCOUNT: Final[str] = _UNIT_NAMES["discount"]
_LONG: Final[dict[str, str]] = _UNIT_NAMES["half_lengths"]
# Amounts that smaller units or a surplus sign may follow, and how these begin.
_DIVIDED: Final = frozenset((MEASURE, DURATION, MONEY, MULTIPLE, PERCENT))
_NUMBERS: Final = frozenset(_SIGN["number_nouns"])
# A quotient with more digits has no end; what a smaller unit adds has no more decimals.
_EXACT: Final = 12
_ADDED: Final = tuple(_SIGN["summed"])
_PARTS: Final = 6
_LASTING: Final = frozenset((DURATION, MEASURE, PERCENT))
_PAIRED_UNITS: Final = frozenset(_SIGN["paired_units"])
_PRICED: Final = frozenset((MONEY, COUNT, LABEL))
_RULES: Final = {kind: f"{kind}.unit" for kind in Kind}


def read_quantity(text: str, start: int, end: int, *, region: str) -> Quantity | None:
    """The quantity whose numeral stands at start:end; None when its signs make no number.

    >>> read_quantity("近1800亿元", 1, 6, region="CN").low
    Decimal('180000000000')
    """
    # “车辆总数|百分之九”
    start += end - start > 1 and text[start - 1 : start + 1] in _NUMBERS
    numeral = parse_numeral(text[start:end])
    if numeral is None:
        return None
    tail = last_pair(text, start, end) if text[end : end + 1] == _ENUMERATION else None
    numeral, end = tail or (numeral, end)
    if text[end : end + 1] not in _ODD_NEXT and text[start - 1 : start] not in _ODD_BEFORE:
        plain = _plain(text, start, end, numeral, region)
        if plain is not None:
            return plain
    pair = listed_pair(text, start, end) if text[start - 1 : start] == _ENUMERATION else None
    if pair is not None and (end - start > 1 or _is_paired(_single(text, start, end, numeral, region))):
        # “五、六千亿”, “四、五小时”, “六、七成”, but “二、三年级”
        numeral, start = pair
    found = _single(text, start, end, numeral, region)
    if text[found.end : found.end + 1] in _RANGE_NEXT:
        found = _range(text, found, numeral, region) or found
    return finish(text, found)


def _is_paired(quantity: Quantity) -> bool:
    """Whether two digits before such a unit are about so many: “七、八个”, not “七、八班”."""
    return quantity.kind in _LASTING or (quantity.kind is COUNT and quantity.unit in _PAIRED_UNITS)


def _plain(text: str, start: int, end: int, numeral: Numeral, region: str) -> Quantity | None:
    """Numeral and unit with nothing more to them, as most numbers are; None when the signs around may say more."""
    found = find_unit(text, end)
    modifier = "more_than" if numeral.more else ""
    if found is None:
        if text[end : end + 1] in _ODD_BEHIND:
            return None
        return Quantity(
            start, end, COUNT, numeral.low, numeral.high, "", 0, 0, modifier, end, "count.bare", numeral.scale
        )
    unit, stop = found
    if text[stop : stop + 1] in _ODD_BEHIND or text[end + 1 : end + 2] in SURPLUS or unit.factor != ONE:
        return None
    kind, name = unit.kind, unit.name
    low, high, rule = numeral.low, numeral.high, _RULES[kind]
    if unit.said:
        return Quantity(start, stop, kind, low, high, text[end:stop], end, stop, modifier, stop, rule, numeral.scale)
    if unit.local:
        name = _currency(text, start, name, region)
    return Quantity(start, stop, kind, low, high, name, 0, 0, modifier, stop, rule, numeral.scale)


def _single(text: str, start: int, end: int, numeral: Numeral, region: str) -> Quantity:
    """Numeral, surplus sign, unit, half, smaller units; before ranges and modifiers."""
    low, high = numeral.low, numeral.high
    modifier = "more_than" if numeral.more else ""
    follower = text[end : end + 1]
    if follower in FRACTION_NEXT and (fraction := read_fraction(text, start, end, low)) is not None:
        return fraction
    at = end
    if follower in SURPLUS_NEXT and (behind := behind_surplus(text, at)):
        modifier, at = "more_than", behind
    spaces = _behind_gap(text, start, at) if text[at : at + 1] in _SPACE_AND_BREAK else at
    spaces += _is_of_letters(text, spaces)
    found = regional_unit(text, spaces, region) or find_unit(text, spaces)
    sign = 1
    if text[start - 1 : start] in _NEGATIVE_ENDS:
        start, sign = signed(text, start)
        low, high = (low * sign, high * sign) if sign < 0 else (low, high)
    if (
        text[start - 1 : start] in MONEY_ENDS
        and (before := money_before(text, start, region)) is not None
        and (found is None or found[0].kind in _PRICED)
    ):
        return _money_before(text, before, (start, at, found), (low, high), modifier, numeral.scale)
    if text.startswith(_HALF_OF, at) and (more := find_unit(text, at + len(_HALF_OF))) and more[0].name in _LONG:
        half = HALF_VALUE * sign
        unit = Unit(_LONG[more[0].name], DURATION)
        return _with_unit(text, (start, at, more[1]), (low + half, high + half), modifier, unit, region, 0)
    if text.startswith(_HALF_HOUR, at):
        # “四个半钟”
        low, high = low + HALF_VALUE * sign, high + HALF_VALUE * sign
        return _with_unit(text, (start, at, at + len(_HALF_HOUR)), (low, high), modifier, _HOUR, region, 0)
    if found is None:
        return Quantity(start, at, COUNT, low, high, "", 0, 0, modifier, at, "count.bare", numeral.scale)
    unit, unit_end = found
    if text[spaces + 1 : spaces + 2] in SURPLUS and unit_end > spaces + 1:
        # “三个多月”
        modifier = "more_than"
    return _with_unit(text, (start, spaces, unit_end), (low, high), modifier, unit, region, numeral.scale)


def _behind_gap(text: str, start: int, at: int) -> int:
    """Where the space between a numeral from `start` to `at` and its unit ends."""
    gap = _SPACE_AND_BREAK if text[start - 1 : start] not in _SPACE_AND_BREAK else _SPACE
    spaces = at
    while text[spaces : spaces + 1] in gap and at + 3 > spaces < len(text):
        spaces += 1
    return spaces


def _with_unit(
    text: str,
    span: tuple[int, int, int],
    value: tuple[Decimal, Decimal],
    modifier: str,
    unit: Unit,
    region: str,
    scale: int,
) -> Quantity:
    start, unit_start, end = span
    low, high = value
    if text[unit_start:end] == _MINUTE_SIGN and _SECONDS.match(text, end):
        # “3分18秒”
        unit = _MINUTE
    name = unit.name
    kind = unit.kind
    if kind in _DIVIDED:
        extra: Extra | None = None
        # “12分钟 40秒”
        apart = kind is DURATION and text[end : end + 1] == " " and text[end + 1 : end + 2].isdigit()
        summed = text.startswith(_ADDED, end)
        if apart or text[end : end + 1] in SMALLER_NEXT:
            extra, end = find_smaller(text, end, unit)
        if extra:
            if name in BASE_PARTS and extra.unit != name:
                factor = BASE_PARTS[name] / BASE_PARTS[extra.unit]
                low, high = low + extra.value / factor, high + extra.value / factor
                if summed or len(low.as_tuple().digits) > _EXACT or len(high.as_tuple().digits) > _EXACT:
                    # “6小时15分” is 6.25 hours, but “1小时40分” 100 minutes, and “两年加三个月” 27 months.
                    low, high, name = round(low * factor, _PARTS), round(high * factor, _PARTS), extra.unit
            else:
                low, high = low + extra.value, high + extra.value + extra.spread
        elif is_surplus(text, end):
            modifier, end = "more_than", end + 1
    if unit.factor != ONE:
        if text[unit_start:end] == _DISCOUNT and low >= 10:
            # “75折” and “五五折” already count in hundredths.
            low, high = low / 10, high / 10
        low, high = low * unit.factor, high * unit.factor
    rule = _RULES[kind]
    if unit.said:
        name = text[unit_start:end]
        return Quantity(start, end, kind, low, high, name, unit_start, end, modifier, end, rule, scale)
    if unit.local:
        name = _currency(text, start, name, region)
    return Quantity(start, end, kind, low, high, name, 0, 0, modifier, end, rule, scale)


def _is_of_letters(text: str, at: int) -> bool:
    """Whether 个 at `at` stands before a unit in letters: “90个|GWh”."""
    if text[at : at + 1] != _INDIVIDUAL or not text[at + 1 : at + 2].isascii():
        return False
    unit = find_unit(text, at + 1)
    return unit is not None and unit[0].kind is MEASURE


_INDIVIDUAL: Final[str] = _SIGN["individual"]


def _currency(text: str, start: int, name: str, region: str) -> str:
    """What bare 元 is: the currency said in front of a modifier (“新台币约5.4兆元”), else that of the place."""
    for size in (1, 2) if text[start - 1 : start] in _ROUGH_ENDS else ():
        at = max(start - size, 0)
        if text[at:start] in _ROUGHLY and (before := money_before(text, at, region)):
            return before[0]
    currency = REGION_CURRENCY[region]
    return name if currency == "CNY" else name.replace("CNY", currency, 1)


_ROUGHLY: Final = frozenset(word for word in BOUNDS if len(word) < 3)
_ROUGH_ENDS: Final = frozenset(word[-1] for word in _ROUGHLY)


def _money_before(
    text: str,
    before: tuple[str, int],
    place: tuple[int, int, tuple[Unit, int] | None],
    value: tuple[Decimal, Decimal],
    modifier: str,
    scale: int,
) -> Quantity:
    """“港币3000万元”, “US$5 million”: the currency before the numeral decides."""
    _, at, found = place
    end = at
    low, high = value
    if found is not None and found[0].kind is MONEY:
        unit, end = found
        extra, end = find_smaller(text, end, unit)
        added = extra.value if extra else _NOTHING
        low, high = (low + added) * unit.factor, (high + added) * unit.factor
    else:
        word = _MILLIONS.match(text, at)
        if word:
            factor = Decimal(10) ** _TREE["english_scales"][word["scale"].lower()]
            low, high, end = low * factor, high * factor, word.end()
    return Quantity(before[1], end, MONEY, low, high, before[0], 0, 0, modifier, end, "money.before", scale)


_NOTHING: Final = Decimal(0)
_MILLIONS: Final = re.compile(rf"[ ]?(?P<scale>{'|'.join(_TREE['english_scales'])})\b", re.IGNORECASE)


def _range(text: str, one: Quantity, numeral: Numeral, region: str) -> Quantity | None:
    """`one` widened to a range when a second number is joined to it: “3—5个”, “20%至30%”, “1万(含)-5万元”."""
    at = one.end
    included = _INCLUDED.match(text, at)
    if included:
        at = included.end()
    join = JOIN.match(text, at)
    between = None if join else _BETWEEN.match(text, at)
    found = join or between
    if found is None or one.kind is LABEL:
        return None
    # “由3个到5个” are two levels; “由281至513平方呎”, “由740元至1200元不等”, “差幅由3%至62%” a range.
    levels = join and join[0].strip() in _JOIN_WORDS and (text[one.start - 1 : one.start] in _FROM)
    spread = _SPREAD.search(text, max(one.start - _LONGEST_SPREAD, 0), one.start) is not None
    first = RUN.search(text, one.start)  # “$3至|$6”
    sign = text[one.start : first.start()] if first and one.rule == "money.before" else ""
    run = RUN.match(text, found.end() + len(sign) * text.startswith(sign, found.end()))
    second = parse_numeral(run[0]) if run else None
    if run is None or second is None:
        return None
    two = _single(text, run.start(), run.end(), second, region)
    bare = two.rule == "money.unit" and two.end == run.end() + 1
    if one.rule == "money.before" and bare and two.unit == REGION_CURRENCY[region]:
        # “港币5至10元”: the currency in front is that of both.
        two = two.but(unit=one.unit)
    if (two.kind is LABEL and one.unit) or (two.unit == "" and one.unit != "" and one.kind is not MONEY):
        return None
    if between and not text.startswith(_BETWEEN_ENDS, two.end):
        return None
    if levels and (one.unit or not two.unit) and not (spread or text.startswith(_VARYING, two.end)):
        return None
    by_to = join and join[0].strip() in _JOIN_WORDS and one.unit and one.kind in _LEVELS
    by_to = by_to and is_after_change(text, one.start)
    if one.kind is DURATION and isinstance(one.low, Decimal) and one.low < _FIRST_YEAR <= Decimal(two.high):
        # “延长1年|至2014年2月底”
        return None
    if by_to and isinstance(one.low, Decimal) and Decimal(two.high) >= one.low * _LEVEL_TO_CHANGE:
        # “增加约4800人至115900人”: by the one to the other; but “增加1万5千元到5万5千元”.
        return None
    return _joined(one, two, numeral, second, falls=spread)


_LEVEL_TO_CHANGE: Final = 5
_FIRST_YEAR: Final = 1900
_LEVELS: Final = frozenset((MONEY, COUNT, MEASURE))


def _joined(one: Quantity, two: Quantity, numeral: Numeral, second: Numeral, *, falls: bool) -> Quantity | None:
    if one.unit and two.unit and one.unit != two.unit:
        return None
    low, high = one.low, two.high
    assert isinstance(low, Decimal) and isinstance(high, Decimal)
    if not one.unit or one.rule == "money.before":
        # “3至5亿元”: the first borrows the scale of the second, as long as it stays the smaller.
        if (
            second.scale >= 2
            and numeral.scale == 0
            and numeral.low < 10000
            and numeral.low <= second.low.scaleb(-second.scale)
        ):
            low = low.scaleb(second.scale)
        if two.unit and second.low:
            factor = Decimal(two.low) / second.low
            low = low * factor if two.kind in (PERCENT, POINTS, MONEY) else low
    if low > high and not falls:
        return None
    low, high = min(low, high), max(low, high)
    unit = two if two.unit else one
    modifier = two.modifier or one.modifier
    scale, rule = max(one.scale, two.scale), f"{unit.rule} range"
    return unit.but(
        start=one.start, end=two.end, low=low, high=high, modifier=modifier, after=two.after, rule=rule, scale=scale
    )


# Signs around a numeral or behind its unit that may say more than the two do.
_ODD_NEXT: Final = (
    FRACTION_NEXT | SURPLUS_NEXT | frozenset(_SPACE_AND_BREAK) | frozenset(_HALF_OF[0]) | REGIONAL_SIGNS
) - frozenset(_SIGN["individual"])
_ODD_BEFORE: Final = _NEGATIVE_ENDS | MONEY_ENDS | {_ENUMERATION}
_ODD_BEHIND: Final = _RANGE_NEXT | AFTER_NEXT | SMALLER_NEXT | SURPLUS | {FEW, " "}
