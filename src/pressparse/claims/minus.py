"""Minus: the sign in front of a numeral, told from dashes that join."""

from typing import Final

from pressparse.lexicon import read_tree

_SIGN: Final = read_tree("quantities")["signs"]
_NEGATIVE: Final = tuple(_SIGN["negative"])


def signed(text: str, start: int) -> tuple[int, int]:
    """Where the numeral starts with its sign, and the sign."""
    for sign in _NEGATIVE:
        if text.endswith(sign, 0, start):
            at = start - len(sign)
            if sign == _MINUS and text[at - 1 : at] in _NOT_MINUS:
                # “户均减负5.8万元”
                return start, 1
            told = text[at - 1 : at] == _OPENED and text[max(at - 3, 0) : at - 1].rstrip(" ").endswith("%")
            if sign == "-" and at and (told or _joins(text[at - 1])):
                # “下降6.4%(|23宗)”: the dash says what the word does.
                return start, 1
            return at, -1
    return start, 1


def _joins(sign: str) -> bool:
    """Whether a dash behind `sign` joins two things (“5-8”, “A-1”) and is no minus (“自然增长率为-1.48‰”)."""
    return sign in "%)]°℃-—" or (sign.isalnum() and sign not in _BEFORE_MINUS)


_OPENED: Final[str] = _SIGN["open_paren"]
_BEFORE_MINUS: Final = frozenset(_SIGN["before_minus"])
_MINUS: Final = _SIGN["minus"]
_NOT_MINUS: Final = frozenset(_SIGN["not_minus"])
