"""Regular expressions that modules hold: compiled when first asked, so that a start pays for those it needs."""

import re
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
