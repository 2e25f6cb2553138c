"""Fallback: what a number measures where no noun says it: the rate, the verb, or what it is counted by."""

import re
from typing import Final

from pressparse.claims.draft import Draft, Pieces
from pressparse.claims.kind import COUNT, DURATION, MEASURE, MONEY
from pressparse.claims.link import RATE_ENDS
from pressparse.claims.own import with_time
from pressparse.claims.place import Place
from pressparse.claims.pointer import RECALLED, is_hollow
from pressparse.lexicon import read_tree

_SIGN: Final = read_tree("quantities")["signs"]
_EVERY: Final[str] = _SIGN["every"]
_AVERAGE: Final[str] = _SIGN["average"]
_REACHED_SIGNS: Final = frozenset(_SIGN["reached_signs"])
_GROWTH: Final = frozenset(_SIGN["growth"])
_GROWTH_ENDS: Final = tuple(_SIGN["growth"])
_RATES: Final = frozenset(_SIGN["rates"])
_PAYING: Final = frozenset(_SIGN["paying_ends"])
_SPARED: Final = re.compile(_SIGN["spared"])
_DONE: Final[str] = _SIGN["no_noun_ends"][-1]
_ABSOLUTE: Final = frozenset((MONEY, MEASURE, COUNT, DURATION))


def is_paid(place: Place) -> bool:
    """Whether what is more or less is paid or earned: “每户每月|要多付|300元”."""
    return place.found.change != "" and place.text[place.found.changed[1] - 1] in _PAYING


def by_itself(place: Place, drafts: list[Draft], things: Pieces, rule: str, rate: Pieces) -> tuple[Pieces, str]:
    """What a number measures, and the rule, where its clause names at most `things`, found further off by `rule`.

    `rate` is what it is counted by there (“每人每年”), empty without any.
    """
    text, found = place.text, place.found
    changed = text[slice(*found.changed)]
    last = drafts[-1].quantity.kind if drafts else place.quantity.kind
    alone = last is not MONEY or not (things or rate or found.per[1])
    if place.quantity.kind is MONEY and alone and _SPARED.fullmatch(changed.removesuffix(_DONE)):
        # “电动船占82%,去年就|节省了|6.3亿”
        return (found.changed,), "metric.verb"
    hollow = is_hollow(text[slice(*place.head)])
    if not things and hollow and changed in _GROWTH:
        # “明年预测成长1.88%”
        things, rule = (found.changed,), "metric.rate"
    if not things and (place.verbal or hollow) and text[slice(*place.head)] not in RECALLED:
        things, rule = (place.head,), "metric.verb"
    stop = found.changed[1] - (text[found.changed[1] - 1] in _REACHED_SIGNS)
    if not things and text.endswith(RATE_ENDS, found.changed[0], stop):
        # “把成长率从3.94%下修到3.90%”, “自然增长率为-1.5‰”, “增速|达7.2%”
        own = place.head if place.head[1] == found.changed[0] else found.changed
        things, rule = ((own[0], stop),), "metric.rate"
    average = found.changed[0] - len(_AVERAGE)
    rated = text.endswith(RATE_ENDS, *found.changed) and text.startswith(_AVERAGE, average)
    if things and rated and average >= found.end:  # “广场有十一宗,|平均减幅|一成一”
        things = (*things, (average, found.changed[1]))
    if not things and not place.behind.led and changed.endswith(_GROWTH_ENDS):
        # “预测全年实质增长介乎3%至4%”
        things, rule = (found.changed,), "metric.rate"
    named = found.origin and text.endswith(RATE_ENDS, *found.changed) and changed in _RATES
    if things and named and rule == "metric.carried" and drafts[-1].quantity.kind in _ABSOLUTE:
        # “车辆25.1万辆,增速由5.2%放缓至0.4%”
        things = (*things, found.changed)
    if rate:
        per = with_time(text, rate[0])
        if found.per[0] == per[1]:
            # “每人|每学期大约少花1500元”
            per = (per[0], found.per[1])
        if not things and is_paid(place):
            # “每人每学期|少花|1500元”
            return (per, found.changed), "metric.verb"
        kept = [piece for piece in things if text[piece[0]] != _EVERY]
        things = (*kept, per) if rule in ("metric.carried", "metric.subject") else (per,)
    return things, rule
