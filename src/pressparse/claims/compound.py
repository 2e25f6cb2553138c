"""Compounds: what smaller units behind a quantity add to it: “3元5角”, “1小时30分”, “两年半”."""

import re
from decimal import Decimal
from typing import Final, NamedTuple

from pressparse.claims.kind import DURATION, MONEY, PERCENT
from pressparse.claims.numeral import HAN_DIGITS, RUN, RUN_FIRST, parse_numeral
from pressparse.claims.unit import Unit, find_part, find_unit
from pressparse.lexicon import read_tree

_TREE: Final = read_tree("quantities")
_SIGN: Final = _TREE["signs"]
HALF_VALUE: Final = Decimal("0.5")
_ZERO: Final = Decimal(0)
_TENTH: Final = Decimal("0.1")
_HALF_WORDS: Final = tuple(_SIGN["half_words"])
BASE_PARTS: Final = {name: Decimal(factor) for name, factor in _TREE["compounds"].items()}
_COMPOUND_LINKS: Final = tuple(_SIGN["outside"])
_COMPOUND_BELOW: Final[dict[str, list[str]]] = _TREE["compound_below"]
_COMPOUND_SHORT: Final[dict[str, list[str]]] = _TREE["compound_short"]
_DECIMAL_TAIL: Final = frozenset(_SIGN["decimal_tail"])
_TENTH_PIECES: Final = frozenset(_SIGN["tenth_pieces"])
_PIECE: Final[str] = _SIGN["piece_of_money"]
# “6块8一斤”
_PIECE_ENDS: Final[str] = _SIGN["breaks"] + _SIGN["one"] + _SIGN["each"][0] + _SIGN["piece_to"]
_HALF: Final[str] = _SIGN["half"]
_ONE: Final[str] = _SIGN["one"]
_ONE_ENDS: Final[str] = _SIGN["breaks"] + read_tree("periods")["signs"]["of"]
_PAIR: Final = 2
_TWO_DIGITS: Final = re.compile(f"[{HAN_DIGITS}]{{2}}")
_TENTHS: Final[str] = _SIGN["place_of"]
# How what smaller units add begins.
SMALLER_NEXT: Final = RUN_FIRST | {_HALF} | {link[0] for link in _COMPOUND_LINKS}


class Extra(NamedTuple):
    """What a smaller unit adds, the unit in which, and how much more it may be (“五成七八”); always true."""

    value: Decimal
    unit: str
    spread: Decimal = _ZERO

    def __bool__(self) -> bool:
        return True


def find_smaller(text: str, end: int, unit: Unit) -> tuple[Extra | None, int]:
    """What smaller units add: “3元5角”, “1小时30分”, “两年半”, “十二度五”, “六斤8两”, and where it ends."""
    if text.startswith(_HALF, end) and not text.startswith(_HALF_WORDS, end):
        return Extra(HALF_VALUE, unit.name), end + 1
    at = end + text.startswith(" ", end)
    linked = next((link for link in _COMPOUND_LINKS if text.startswith(link, end)), "")
    if linked and unit.kind is DURATION:
        at += len(linked)
    run = RUN.match(text, at)
    numeral = parse_numeral(run[0]) if run is not None else None
    if run is None or (unit.kind is PERCENT and text[end - 1] != _TENTHS) or numeral is None or numeral.more:
        return None, end
    if numeral.low != numeral.high:
        # “五成七八”
        tenths = text[end - 1] == _TENTHS and _TWO_DIGITS.fullmatch(run[0]) and not find_unit(text, run.end())
        spread = Extra(numeral.low / 10, unit.name, (numeral.high - numeral.low) / 10)
        return (spread, run.end()) if tenths else (None, end)
    if unit.kind is MONEY:
        if text[end - 1] == _PIECE and len(run[0]) == _PAIR and run[0][1] == _ONE and run[0][0] in HAN_DIGITS:
            # “三块五|一斤”
            return Extra(_digit(run[0][0]) / 10, unit.name), run.start() + 1
        if text[end - 1] == _PIECE and len(run[0]) == 1 and (not text[run.end() : run.end() + 1].strip(_PIECE_ENDS)):
            # “31块5”
            return Extra(numeral.low / 10, unit.name), run.end()
        if (
            text[end - 1] in _TENTH_PIECES
            and len(run[0]) == 1
            and not run[0].isdigit()
            and find_part(text, run.end()) is None
        ):
            # “一毛二”
            return Extra(numeral.low / 10, unit.name), run.end()
        return _change_in_money(text, end, numeral.low, run.end(), unit.factor)
    below = find_unit(text, run.end()) or None
    if text[end - 1] == _TENTHS and _TWO_DIGITS.fullmatch(run[0]) and below is None:
        # “三成四一”
        return Extra(_digit(run[0][0]) / 10 + _digit(run[0][1]) / 100, unit.name), run.end()
    if below and unit.name in BASE_PARTS and below[0].name in _COMPOUND_BELOW.get(unit.name, ()):
        return Extra(numeral.low, below[0].name), below[1]
    minute = _COMPOUND_SHORT.get(unit.name)
    if minute and not linked and text.startswith(minute[0], run.end()):
        return Extra(numeral.low, minute[1]), run.end() + len(minute[0])
    if (
        (unit.name in _DECIMAL_TAIL or text[end - 1] == _TENTHS)
        # “2万亩|一共”
        and (run[0] != _ONE or not text[run.end() : run.end() + 1].strip(_ONE_ENDS))
        and len(run[0]) == 1
        and below is None
        and (not run[0].isdigit() or text[end - 1] == _TENTHS)
    ):
        half = text[end - 1] == _TENTHS and text.startswith(_HALF, run.end())
        # “八成六半”
        return Extra(numeral.low / 10 + (HALF_VALUE / 10 if half else 0), unit.name), run.end() + half
    return None, end


def _change_in_money(text: str, end: int, value: Decimal, run_end: int, factor: Decimal) -> tuple[Extra | None, int]:
    """“3元|5角6分”, “5角|6分”: what smaller coins add, in units of `factor` yuan."""
    part = find_part(text, run_end)
    if part is None:
        return None, end
    total, stop = value * part[0], part[1]
    run = RUN.match(text, stop)
    if run and (rest := parse_numeral(run[0])) and (cents := find_part(text, run.end())):
        total, stop = total + rest.low * cents[0], cents[1]
    elif run and len(run[0]) == 1 and part[0] == _TENTH:
        total, stop = total + _digit(run[0]) / 100, run.end()
    return Extra(total / factor, "CNY"), stop


def _digit(sign: str) -> Decimal:
    numeral = parse_numeral(sign)
    return numeral.low if numeral else _ZERO
