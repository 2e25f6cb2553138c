"""Units: what stands behind (or, for currencies, before) a numeral."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from functools import cache

from pressparse.claims.kind import Kind
from pressparse.lexicon import read_tree

_TREE = read_tree("units")
_ONE = Decimal(1)
# Bare 元 is the currency of the place where it is said.
REGION_CURRENCY = {"CN": "CNY", "TW": "TWD", "HK": "HKD", "MO": "MOP"}


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


class Lookup:
    """Longest match of a word at a place in a text.

    >>> units = Lookup({"平方": 1, "平方米": 2})
    >>> units.match("3平方米", 1)
    (2, 4)
    """

    __slots__ = ("_lengths", "_unless", "_words")

    def __init__(self, words: Mapping[str, object], unless: Mapping[str, str] | None = None) -> None:
        self._words = dict(words)
        # The characters behind a word that make it the beginning of another: “人” of “人口”.
        self._unless = {word: frozenset(chars) for word, chars in (unless or {}).items()}
        lengths: dict[str, set[int]] = {}
        for word in words:
            lengths.setdefault(word[0], set()).add(len(word))
        self._lengths = {first: tuple(sorted(sizes, reverse=True)) for first, sizes in lengths.items()}

    def match(self, text: str, at: int) -> tuple[object, int] | None:
        """The value of the longest word that starts at `at`, and its end; None when there is none."""
        sizes = self._lengths.get(text[at : at + 1])
        if sizes is None:
            return None
        for size in sizes:
            word = text[at : at + size]
            if (value := self._words.get(word)) is not None:
                end = at + len(word)
                if word not in self._unless or text[end : end + 1] not in self._unless[word]:
                    return value, end
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
    units |= {word: Unit(word, Kind.COUNT, said=True, noun=True) for word in _TREE["count"]["nouns"]}
    units |= {word: Unit(word, Kind.COUNT, said=True) for word in _TREE["count"]["classifiers"]}
    units |= {word: Unit(word, Kind.LABEL) for word in _TREE["label"]["words"]}
    units |= dict(_named("measure", Kind.MEASURE))
    units |= dict(_named("duration", Kind.DURATION))
    units |= dict(_scaled("multiple", _TREE["names"]["multiple"], Kind.MULTIPLE))
    units |= dict(_scaled("points", _TREE["names"]["points"], Kind.POINTS))
    units |= dict(_scaled("percent", "%", Kind.PERCENT))
    units |= dict(_named("money", Kind.MONEY))
    for word in _TREE["names"]["local_money"]:
        units[word] = Unit("CNY", Kind.MONEY, local=True)
    for word, factor in _TREE["money_part"].items():
        if word not in _TREE["names"]["shared_parts"]:
            units[word] = Unit("CNY", Kind.MONEY, Decimal(factor), local=True, part=True)
    return units


_UNITS = Lookup(_all_units(), _TREE["unless"])
_PARTS = Lookup({word: Decimal(factor) for word, factor in _TREE["money_part"].items()})
_MONEY_BEFORE = {word: code for code, words in _TREE["money_before"].items() for word in words}
_BEFORE_ENDS = frozenset({word[-1] for word in _MONEY_BEFORE} | {" "})
_BEFORE_SIZES = tuple(sorted({len(word) for word in _MONEY_BEFORE}, reverse=True))
_ASCII = frozenset("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789")
RATE = "/"
_PER_WORDS = _TREE["names"]["per"]


def find_unit(text: str, at: int) -> tuple[Unit, int] | None:
    """The longest unit that starts at `at` and its end, rates (“微克/立方米”) as one; None when there is none.

    >>> find_unit("3平方米", 1)[0].name
    '平方米'
    """
    found = _match(text, at)
    if found is None:
        return None
    unit, end = found
    if text[end : end + 1] == RATE or text[end : end + 1] in _PER_WORDS:
        sign = end
        below = _match(text, end + 1) or _scaled_below(text, end + 1)
        if below is not None and (text[sign] == RATE or below[0].kind is not Kind.COUNT):
            unit, end = _rate(unit, below[0].name if not below[0].local else text[end + 1 : below[1]]), below[1]
    return unit, end


def _scaled_below(text: str, at: int) -> tuple[Unit, int] | None:
    """“吨标准煤/万元”, “件/万人”: a unit of ten thousand under the line."""
    found = _match(text, at + 1) if text[at : at + 1] in _TREE["names"]["scale_below"] else None
    return found and (Unit(text[at : found[1]], found[0].kind), found[1])


def _match(text: str, at: int) -> tuple[Unit, int] | None:
    found = _UNITS.match(text, at)
    if found is None:
        return None
    unit, end = found
    assert isinstance(unit, Unit)
    # “5G”, “3mm”: letters must end where the unit ends.
    if text[end - 1] in _ASCII and text[end : end + 1] in _ASCII:
        return None
    return unit, end


def _rate(unit: Unit, below: str) -> Unit:
    return Unit(f"{unit.name}{RATE}{below}", unit.kind, unit.factor, said=unit.said, local=unit.local)


def find_part(text: str, at: int) -> tuple[Decimal, int] | None:
    """The part of a currency (角, 分) at `at`: its worth and its end; None when there is none."""
    found = _PARTS.match(text, at)
    return found and (Decimal(str(found[0])), found[1])


def money_before(text: str, at: int) -> tuple[str, int] | None:
    """The currency said right before `at` and where it starts (“港币3000万元”, “US$5”); None when there is none."""
    if not at or text[at - 1] not in _BEFORE_ENDS:
        return None
    stop = at
    while stop and text[stop - 1] == " ":
        stop -= 1
    for size in _BEFORE_SIZES:
        word = text[max(stop - size, 0) : stop]
        if (code := _MONEY_BEFORE.get(word)) is not None:
            return code, stop - len(word)
    return None
