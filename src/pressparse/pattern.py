"""Regular expressions that modules hold: compiled when first asked, so that a start pays for those it needs."""

import re
from collections.abc import Iterable, Iterator
from typing import cast

# A Han character, in patterns of labels and names. A range of code points takes half a millisecond to compile, as
# `re` walks through it; classes of letters take none, and let the rare planes, 〇 and kana in names pass as well.
HAN = r"[^\W\da-zA-Z_]"

_METHODS = ("search", "match", "fullmatch", "finditer", "findall", "sub", "subn", "split")


# So many texts without a sign, and it costs less to search them than to look at each.
_MOST_SPARED = 300


class _Asked:
    """A pattern that was asked for: its methods are those of the compiled one."""


class _OnDemand(_Asked):
    """What stands for a pattern until it is asked for."""

    def __init__(self, pattern: str, flags: int) -> None:
        self.pattern = pattern
        self._flags = flags

    def __getattr__(self, name: str) -> object:
        return getattr(self._compiled(), name)

    def _compiled(self) -> re.Pattern[str]:
        compiled = re.compile(self.pattern, self._flags)
        for method in _METHODS:
            setattr(self, method, getattr(compiled, method))
        # An attribute of an object with this hook takes longer to find.
        self.__class__ = _Asked  # type: ignore[assignment]
        return compiled


class _OnSign(_OnDemand):
    """What stands for a pattern until a text shows one of its signs."""

    def __init__(self, pattern: str, flags: int, signs: Iterable[str]) -> None:
        super().__init__(pattern, flags)
        self._starts = tuple([sign[1:] for sign in signs if sign.startswith("^")])
        self._inside = tuple([sign for sign in signs if not sign.startswith("^")])
        self._spared = 0

    def _asked(self, text: str, *place: int) -> re.Pattern[str] | None:
        """The pattern, compiled, where a stretch of a text shows a sign of it."""
        shown = text.startswith(self._starts, *place) or any(text.find(sign, *place) >= 0 for sign in self._inside)
        self._spared += 1
        return self._compiled() if shown or self._spared > _MOST_SPARED else None

    def match(self, text: str, *place: int) -> re.Match[str] | None:
        asked = self._asked(text, *place)
        return asked.match(text, *place) if asked else None

    def fullmatch(self, text: str, *place: int) -> re.Match[str] | None:
        asked = self._asked(text, *place)
        return asked.fullmatch(text, *place) if asked else None

    def search(self, text: str, *place: int) -> re.Match[str] | None:
        asked = self._asked(text, *place)
        return asked.search(text, *place) if asked else None

    def finditer(self, text: str, *place: int) -> Iterator[re.Match[str]]:
        asked = self._asked(text, *place)
        return asked.finditer(text, *place) if asked else iter(())

    def sub(self, into: str, text: str) -> str:
        asked = self._asked(text)
        return asked.sub(into, text) if asked else text


def on_demand(pattern: str, flags: int = 0, *, signs: Iterable[str] = ()) -> re.Pattern[str]:
    r"""A pattern as `re.compile` gives it, compiled when one of its methods is first asked for.

    Its `pattern` can be read without; a mistake in it shows where it is used, not where it is made. Of `signs` each
    match has one, at the start of the text where “^” stands in front: a text without is no reason to compile.

    >>> bool(on_demand(rf"{HAN}{{2}}").fullmatch("市长"))
    True
    """
    return cast("re.Pattern[str]", _OnSign(pattern, flags, tuple(signs)) if signs else _OnDemand(pattern, flags))


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
