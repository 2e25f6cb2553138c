"""Names of metrics: when two of them are the same thing in other words."""

import re
from difflib import SequenceMatcher
from functools import lru_cache

from pressparse.lexicon import read_tree

_TREE = read_tree("checks")["names"]
_DROP = str.maketrans(dict.fromkeys(_TREE["drop"], ""))
_TAIL = re.compile(_TREE["subject_and_tail"])
_SHORT = tuple(_TREE["short"].items())
_SCOPES = tuple(_TREE["own_scope"])
_PLACE = re.compile(_TREE["place"])
_NEUTRAL = re.compile("|".join(map(re.escape, sorted(_TREE["neutral"], key=len, reverse=True))))
_MEASURED = tuple(sorted(_TREE["measured"], key=len, reverse=True))
_NOT_MEASURED = tuple(_TREE["not_measured"])
_GENERAL = frozenset(_TREE["general"])
# Names whose characters agree to this part are taken for one when their numbers agree too.
ALIKE = 0.75
_SHORTEST = 3


@lru_cache(maxsize=4096)
def plain_name(name: str) -> str:
    """A name without quotes, its own scope (全市), words that add nothing (累计) and the noun of measuring (额, 量).

    >>> plain_name("全市货物进出口总额") == plain_name("进出口额")
    True
    """
    text = name.translate(_DROP)
    if tail := _TAIL.match(text):
        text = tail["subject"] + tail["tail"]
    for short, full in _SHORT:
        text = text.replace(short, full)
    for scope in _SCOPES:
        text = text.removeprefix(scope)
    text = _NEUTRAL.sub("", text)
    if not text.endswith(_NOT_MEASURED):
        for noun in _MEASURED:
            if text.endswith(noun) and len(text) > len(noun) + 1:
                return text.removesuffix(noun)
    return text


def is_specific(name: str) -> bool:
    """Whether a plain name says enough to be recognised elsewhere: 项目 or 总投资 may be anything's."""
    return len(name) >= _SHORTEST and name not in _GENERAL


def likeness(one: str, other: str) -> float:
    """How far two plain names agree, from 0 to 1, leading places left aside."""
    one, other = (_PLACE.sub("", each) or each for each in (one, other))
    return SequenceMatcher(None, one, other, autojunk=False).ratio()
