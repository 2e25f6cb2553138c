"""Units: what stands behind (or, for currencies, before) a numeral."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from functools import cache, lru_cache
from itertools import pairwise
from typing import ClassVar, Final

from pressparse.claims.kind import COUNT, DURATION, LABEL, MEASURE, MONEY, MULTIPLE, PERCENT, POINTS, Kind
from pressparse.lexicon import read_tree
from pressparse.record import Record
from pressparse.text.script import is_han
from pressparse.text.tag import cut_words

_TREE: Final = read_tree("units")
_ONE: Final = Decimal(1)
# Bare 元 is the currency of the place where it is said.
REGION_CURRENCY: Final = {"CN": "CNY", "TW": "TWD", "HK": "HKD", "MO": "MOP", "SG": "SGD"}


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit: its standard name, the kind of claim it makes, and the factor that leads to its base.

    `said` marks units that are named as they were said (classifiers); `noun` those that are nouns themselves;
    `local` the bare 元, whose currency depends on the place.
    """

    name: str
    kind: Kind
    factor: Decimal = _ONE
    said: bool = False
    noun: bool = False
    local: bool = False
    part: bool = False


def sizes_by_first(words: Iterable[str]) -> dict[str, tuple[int, ...]]:
    """The lengths of the words that begin with a character, longest first.

    >>> sizes_by_first(["平方", "平方米", "人"])
    {'平': (3, 2), '人': (1,)}
    """
    sizes: dict[str, set[int]] = {}
    for word in words:
        sizes.setdefault(word[0], set()).add(len(word))
    return {first: tuple(sorted(found, reverse=True)) for first, found in sizes.items()}


def sizes_by_last(words: Iterable[str]) -> dict[str, tuple[int, ...]]:
    """The lengths of the words that end with a character, longest first.

    >>> sizes_by_last(["增速", "平均增速", "人"])
    {'速': (4, 2), '人': (1,)}
    """
    sizes: dict[str, set[int]] = {}
    for word in words:
        sizes.setdefault(word[-1], set()).add(len(word))
    return {last: tuple(sorted(found, reverse=True)) for last, found in sizes.items()}


class Lookup:
    """Longest match of a word at a place in a text.

    >>> units = Lookup({"平方": 1, "平方米": 2})
    >>> units.match("3平方米", 1)
    (2, 4)
    """

    __slots__ = ("_sizes", "_words")

    def __init__(self, words: Mapping[str, object]) -> None:
        self._words = dict(words)
        self._sizes = sizes_by_first(words)

    @property
    def firsts(self) -> frozenset[str]:
        """The characters that the words begin with."""
        return frozenset(self._sizes)

    def match(self, text: str, at: int) -> tuple[object, int] | None:
        """The value of the longest word that starts at `at`, and its end; None when there is none."""
        for size in self._sizes.get(text[at : at + 1], ()):
            word = text[at : at + size]
            if (value := self._words.get(word)) is not None:
                return value, at + len(word)
        return None


def _named(table: str, kind: Kind) -> Iterable[tuple[str, Unit]]:
    for name, words in _TREE[table].items():
        for word in words:
            yield word, Unit(name, kind)


def _scaled(table: str, name: str, kind: Kind) -> Iterable[tuple[str, Unit]]:
    for factor, words in _TREE[table].items():
        for word in words:
            yield word, Unit(name, kind, Decimal(factor))


@cache
def _all_units() -> dict[str, Unit]:
    units: dict[str, Unit] = {}
    units |= {word: Unit(word, COUNT, said=True, noun=True) for word in _TREE["count"]["nouns"]}
    units |= {word: Unit(word, COUNT, said=True) for word in _TREE["count"]["classifiers"]}
    units |= {word: Unit(word, LABEL) for word in _TREE["label"]["words"]}
    units |= dict(_named("measure", MEASURE))
    units |= dict(_named("duration", DURATION))
    units |= dict(_scaled("multiple", _TREE["names"]["multiple"], MULTIPLE))
    units |= dict(_scaled("points", _TREE["names"]["points"], POINTS))
    units |= dict(_scaled("percent", "%", PERCENT))
    units |= dict(_named("money", MONEY))
    for word in _TREE["names"]["local_money"]:
        units[word] = Unit("CNY", MONEY, local=True)
    for word, factor in _TREE["money_part"].items():
        if word not in _TREE["names"]["shared_parts"]:
            units[word] = Unit("CNY", MONEY, Decimal(factor), local=True, part=True)
    for name, words in _TREE["money_cents"].items():
        units |= dict.fromkeys(words, Unit(name, MONEY, _CENT))
    return units


_CENT: Final = Decimal("0.01")
_PARTS: Final = Lookup({word: Decimal(factor) for word, factor in _TREE["money_part"].items()})
_NUMERAL_ENDS: Final = frozenset("0123456789") | frozenset(read_tree("numerals")["scales"])
_MONEY_BEFORE: Final = {word: code for code, words in _TREE["money_before"].items() for word in words}
# Behind one of these a currency may have been said.
MONEY_ENDS: Final = frozenset({word[-1] for word in _MONEY_BEFORE} | {" "})
_BEFORE_SIZES: Final = tuple(sorted({len(word) for word in _MONEY_BEFORE}, reverse=True))
_ASCII: Final = frozenset("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789")
RATE: Final = "/"
_RATE_SIGNS: Final = frozenset((RATE, *_TREE["names"]["per"]))
_SCALES_BELOW: Final = frozenset(_TREE["names"]["scale_below"])


class _Known(Record):
    """A word for a unit, and the signs behind it that make it the beginning of another word, or no unit at all.

    `closes` says that any sign of a word does: “元整” ends an amount.
    """

    names: ClassVar = ("unit", "size", "unless", "never", "closes")
    __slots__ = names

    def __init__(self, unit: Unit, size: int, unless: frozenset[str], never: frozenset[str], closes: bool) -> None:
        self.unit = unit
        self.size = size
        self.unless = unless
        self.never = never
        self.closes = closes


def _known(words: Mapping[str, Unit], unless: Mapping[str, str]) -> dict[str, _Known]:
    # “5G”, “3mm”: letters must end where the unit ends.
    nothing: frozenset[str] = frozenset()
    return {
        word: _Known(
            unit,
            len(word),
            frozenset(unless.get(word, "")),
            _ASCII if word[-1] in _ASCII else nothing,
            word in _TREE["closing"]["words"],
        )
        for word, unit in words.items()
    }


_KNOWN: Final = _known(_all_units(), _TREE["unless"])
_NOTHING: Final = ("\0",)
_BEHIND_CLOSING: Final = frozenset(_TREE["closing"]["before"])
_UNLESS_NOT: Final = {word: tuple(tails) for word, tails in _TREE["unless_not"].items()}
# “八成|都”, but “2024|成都”.
_BEHIND_HAN: Final = frozenset(_TREE["names_behind_han"]["words"])
_BEFORE_ONE: Final = frozenset(_TREE["names_behind_han"]["before_one"])
_NAMED_SO: Final = tuple(_TREE["names_behind_han"]["unless"])
_ONE_SIGN: Final[str] = read_tree("quantities")["signs"]["one"]
_HAN_DIGITS: Final = {sign: int(digit) for sign, digit in read_tree("numerals")["digits"].items()}
_SIZES: Final = sizes_by_first(_KNOWN)
# What a unit may begin with.
UNIT_FIRST: Final = frozenset(_SIZES)


def find_unit(text: str, at: int, *, rates: bool = True) -> tuple[Unit, int] | None:
    """The longest unit that starts at `at` and its end, `rates` (“微克/立方米”) as one; None when there is none.

    >>> find_unit("3平方米", 1)[0].name
    '平方米'
    """
    for size in _SIZES.get(text[at : at + 1], ()):
        known = _KNOWN.get(text[at : at + size])
        if known is None:
            continue
        end = at + known.size
        follower = text[end : end + 1]
        free = follower not in known.unless or text.startswith(_UNLESS_NOT.get(text[at:end], _NOTHING), end)
        free = free or _stands_apart(text[at : end + _LONGEST_NEXT], end - at)
        if known.closes and follower not in _BEHIND_CLOSING and is_han(follower):
            continue
        name = text[at : end + 1] in _BEHIND_HAN and not text.startswith(_NAMED_SO, at)
        if free or (name and _is_one_digit(text, at)):
            if follower in known.never:
                return None
            return _rate(text, at, known.unit, end) if follower in _RATE_SIGNS and rates else (known.unit, end)
    return None


@lru_cache(maxsize=1 << 14)
def _stands_apart(text: str, size: int) -> bool:
    """Whether the segmenter parts the unit that a text opens with from a longer word behind it.

    >>> _stands_apart("家电子企业", 1), _stands_apart("家电企业", 1), _stands_apart("家庭教师", 1)
    (True, False, False)
    """
    at = 0
    for word, following in pairwise(cut_words(text)):
        at += len(word)
        if at >= size:
            return at == size and len(following) > 1
    return False


_LONGEST_NEXT: Final = 5


def _is_one_digit(text: str, at: int) -> bool:
    """Whether Han digits before `at` are of one place, and no part of a word: “八成都”, “八九成都”, but “唯一成都”."""
    last, before = text[at - 1], text[at - 2 : at - 1]
    if last not in _HAN_DIGITS or text[at - 3 : at - 2] in _HAN_DIGITS:
        return False
    if last == _ONE_SIGN:
        # “有一成都是…”, but “重庆一成都高铁”
        return before in _BEFORE_ONE or not before
    return before not in _HAN_DIGITS or _HAN_DIGITS[last] - _HAN_DIGITS[before] == 1


def is_unit(text: str, start: int, end: int, *, rates: bool = True) -> bool:
    """Whether start:end is a unit, as in “每支”, “每平方米” in front of a price; `rates` as `find_unit` has it."""
    unit = find_unit(text, start, rates=rates)
    return unit is not None and unit[1] == end


def _rate(text: str, at: int, unit: Unit, end: int) -> tuple[Unit, int]:
    """The unit at `at` that ends at `end` with the one behind its stroke (“微克/立方米”), if one stands there."""
    below = find_unit(text, end + 1, rates=False) or _scaled_below(text, end + 1)
    # “持续4年|每年上涨5%”
    each = text[end] != RATE and (unit.kind is DURATION or (below is not None and below[0].kind is COUNT))
    if below is None or each:
        return unit, end
    under, stop = below
    if unit.kind is MONEY:
        # “2.85元/立方米”: the unit of an amount is its currency.
        return Unit(unit.name, unit.kind, unit.factor, said=unit.said, local=unit.local), stop
    # “120km/h”: a symbol keeps its spelling.
    said = text[at:stop]
    name = said if said.isascii() else f"{unit.name}{RATE}{text[end + 1 : stop] if under.local else under.name}"
    return Unit(name, unit.kind, unit.factor, said=unit.said, local=unit.local), stop


def _scaled_below(text: str, at: int) -> tuple[Unit, int] | None:
    """“吨标准煤/万元”, “件/万人”: a unit of ten thousand under the line."""
    found = find_unit(text, at + 1, rates=False) if text[at : at + 1] in _SCALES_BELOW else None
    return found and (Unit(text[at : found[1]], found[0].kind), found[1])


def regional_unit(text: str, at: int, region: str) -> tuple[Unit, int] | None:
    """The unit at `at` that only this region knows, or knows otherwise, and its end; None when there is none.

    >>> regional_unit("升息1码", 3, "TW")[0].factor, regional_unit("升息1码", 3, "CN")
    (Decimal('0.25'), None)
    """
    if text[at : at + 1] not in REGIONAL_SIGNS:
        return None
    unit = _REGIONAL.get((region, text[at]))
    if unit is None or text.startswith(tuple(_TREE["unless"].get(text[at], "")), at + 1):
        return None
    return unit, at + 1


_REGIONAL: Final = {
    (region, word): Unit(name, Kind(kind), Decimal(factor))
    for region, words in _TREE["regional"].items()
    for word, (kind, name, factor) in words.items()
}


# The units that some region knows otherwise.
REGIONAL_SIGNS: Final = frozenset(sign for _, sign in _REGIONAL)


def find_part(text: str, at: int) -> tuple[Decimal, int] | None:
    """The part of a currency (角, 分) at `at`: its worth and its end; None when there is none."""
    found = _PARTS.match(text, at)
    return found and (Decimal(str(found[0])), found[1])


_DOLLAR: Final = "$"
_DOLLARS: Final[dict[str, str]] = _TREE["dollars"]


def money_before(text: str, at: int, region: str) -> tuple[str, int] | None:
    """The currency said right before `at` and where it starts (“港币3000万元”, “US$5”); None when there is none.

    A dollar sign alone is that of the region.

    >>> money_before("US$5", 3, "HK"), money_before("拨款$5", 3, "HK"), money_before("拨款$5", 3, "CN")
    (('USD', 0), ('HKD', 2), ('USD', 2))
    """
    if not at or text[at - 1] not in MONEY_ENDS:
        return None
    stop = at
    while stop and text[stop - 1] == " ":
        stop -= 1
    for size in _BEFORE_SIZES:
        word = text[max(stop - size, 0) : stop]
        code = _MONEY_BEFORE.get(word)
        if code is not None and not (
            is_han(word[0]) and text[stop - len(word) - 1 : stop - len(word)] in _NUMERAL_ENDS
        ):
            # “4亿美元|两个台阶” counts no dollars.
            return _DOLLARS.get(region, code) if word == _DOLLAR else code, stop - len(word)
    return None
