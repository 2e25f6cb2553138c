"""Regular expressions that modules hold: compiled when first asked, so that a start pays for those it needs."""

import re
from collections.abc import Iterator
from typing import cast

# A Han character, in patterns of labels and names. A range of code points takes half a millisecond to compile, as
# `re` walks through it; classes of letters take none, and let the rare planes, 〇 and kana in names pass as well.
HAN = r"[^\W\da-zA-Z_]"

_METHODS = ("search", "match", "fullmatch", "finditer", "findall", "sub", "subn", "split")


class _Asked:
    """A pattern that was asked for: its methods are those of the compiled one."""


class _OnDemand(_Asked):
    """What stands for a pattern until it is asked for."""

    def __init__(self, pattern: str, flags: int) -> None:
        self.pattern = pattern
        self._flags = flags

    def __getattr__(self, name: str) -> object:
        compiled = re.compile(self.pattern, self._flags)
        for method in _METHODS:
            setattr(self, method, getattr(compiled, method))
        # An attribute of an object with this hook takes longer to find.
        self.__class__ = _Asked  # type: ignore[assignment]
        return getattr(compiled, name)


def on_demand(pattern: str, flags: int = 0) -> re.Pattern[str]:
    r"""A pattern as `re.compile` gives it, compiled when one of its methods is first asked for.

    Its `pattern` can be read without; a mistake in it shows where it is used, not where it is made.

    >>> bool(on_demand(rf"{HAN}{{2}}").fullmatch("市长"))
    True
    """
    return cast("re.Pattern[str]", _OnDemand(pattern, flags))


def find_near(pattern: re.Pattern[str], text: str, sign: re.Pattern[str], reach: range) -> Iterator[re.Match[str]]:
    r"""Matches of a pattern, in order and apart, looked for near a sign that each of them holds, in its line.

    `reach` is how far a match may begin in front of the sign and end behind it: the text between is spared the pattern.

    >>> pattern, text = re.compile(r"(?:(?<=\n)|\A)\S{2,4}:"), "叶青:各位好。\n周启:好。"
    >>> [match[0] for match in find_near(pattern, text, re.compile(":"), range(-8, 2))]
    ['叶青:', '周启:']
    """
    at = 0
    for found in sign.finditer(text):
        if found.start() < at:
            continue
        first = max(at, found.start() + reach.start)
        first = text.rfind("\n", first, found.start()) + 1 or first
        if match := pattern.search(text, first, found.end() + reach.stop):
            yield match
            at = match.end()
