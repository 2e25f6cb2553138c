"""Pointers: words that stand for what was named before, and name nothing themselves (“这一指标”)."""

import re
from typing import Final

from pressparse.lexicon import read_tree

_SIGN: Final = read_tree("quantities")["signs"]
_POINTED: Final = re.compile(_SIGN["pointed"])
_POINTED_ENDS: Final = frozenset(_SIGN["pointed_ends"])
# “我记得是|20万元” says how it is known.
RECALLED: Final = frozenset(_SIGN["recalled"])
_HOLLOW: Final = frozenset(_SIGN["hollow_heads"]) | RECALLED


def pointer_start(text: str, start: int, end: int) -> int:
    """Where a pointer begins that ends at `end`, not before `start`; -1 where none ends there."""
    if text[end - 1 : end] not in _POINTED_ENDS:
        return -1
    found = _POINTED.search(text, start, end)
    return found.start() if found else -1


def is_hollow(said: str) -> bool:
    """Whether a phrase names nothing that is measured: “这一指标”, “最新数字”.

    >>> is_hollow("这一指标"), is_hollow("景气指标")
    (True, False)
    """
    return said in _HOLLOW or pointer_start(said, 0, len(said)) == 0
