"""Text that fits a number of terminal cells: nothing raw reaches the terminal, lines break where Chinese may."""

import re
import unicodedata
from collections.abc import Iterator

from rich.cells import cell_len

from pressparse.pattern import on_demand

CUT = "…"
# Between the halves of a period and the folders of a path: of all places in a word a line breaks here first.
SLASH = "/"
# Joiners, fillers, soft hyphen, variation selectors, tags, skin tones: terminals disagree on what they do to the
# width of a neighbour, so the terminal goes without; every other format keeps them.
_WIDTHLESS = (
    "\u00ad\u034f\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200d\u2060-\u2064\u3164\ufe00-\ufe0f\ufeff\uffa0"
    "\U0001f3fb-\U0001f3ff\U000e0000-\U000e0fff"
)
WIDTHLESS = on_demand(f"[{_WIDTHLESS}]")
LINE_BREAK = on_demand("\r\n?|[\n\v\f\x1c-\x1e\x85\u2028\u2029]")
FIRST_CONTROL_PICTURE = 0x2400  # ␀, the picture of NUL; the other control characters follow in order
WIDE = 2
# Half of a flag; shown as the letter it stands for.
_FLAG_LETTERS = "\U0001f1e6-\U0001f1ff"
FLAG_LETTER = on_demand(f"[{_FLAG_LETTERS}]")
# Of what can be printed no other character is left out or stands for another.
ODD = on_demand(f"[{_WIDTHLESS}{_FLAG_LETTERS}]")
FLAG_LETTER_SHIFT = 0x1F1E6 - ord("A")
OPENING = "[“‘（〈《「『【〔〖［｛(\\[{]"
CLOSING = "[”’）〉》」』】〕〗］｝、，。；：？！…—～·％℃)\\]},.;:?!%]"
# What a line break leaves whole: a word or number, or one wide character, with the brackets and stops that lean on it.
PIECE = re.compile(rf" +|{OPENING}*(?:[!-~\u00a1-\u024f]+|[^ ]){CLOSING}*")


class _Visible(dict[int, str]):
    """What stands for each character on a terminal; worked out when it first comes up (a table of all is slow)."""

    def __missing__(self, code: int) -> str:
        shown = self[code] = _visible_character(chr(code))
        return shown


_VISIBLE = _Visible({0x09: " ", 0x0A: "\n"})


def visible_text(text: str) -> str:
    r"""The text as it may be sent to a terminal: control and direction characters shown, line breaks as "\n".

    >>> visible_text("a\x1b[31mb\u202ec\tdone")
    'a␛[31mb\\u202ec done'
    """
    if text.replace("\n", "").isprintable() and not ODD.search(text):
        return text
    return LINE_BREAK.sub("\n", text).translate(_VISIBLE)


def _visible_character(character: str) -> str:
    """The character, what stands for it, or nothing."""
    if WIDTHLESS.match(character):
        return ""
    code, category = ord(character), unicodedata.category(character)
    if category in ("Cc", "Cf"):
        return chr(FIRST_CONTROL_PICTURE + code) if code < 0x20 else f"\\u{code:04x}"
    if category == "Zs":
        return " "
    # Unassigned in Python's Unicode: rich may know it as a newer wide character (rare names, emoji).
    if category in ("Cs", "Cn") and cell_len(character) != WIDE:
        return "\ufffd"
    return chr(code - FLAG_LETTER_SHIFT) if category == "So" and FLAG_LETTER.match(character) else character


def fold_text(text: str, cells: int, *, max_lines: int = 0) -> list[str]:
    """The lines of a visible text, none wider than `cells` (2 or more); the last ends with “…” past `max_lines`.

    Empty lines are left out; an empty text is one empty line.

    >>> fold_text("增长5.3%，好于预期。", 8)
    ['增长', '5.3%，好', '于预期。']
    """
    lines: list[str] = []
    for line in _folded_lines(text, cells):
        if max_lines and len(lines) == max_lines:
            lines[-1] = _cut_end(lines[-1], cells - 1).rstrip() + CUT
            break
        lines.append(line)
    return lines or [""]


def crop_text(text: str, cells: int, *, at_start: bool = False) -> str:
    """The visible text on one line, at most `cells` wide; “…” stands where it was cut.

    >>> crop_text("高质量发展", 7), crop_text("高质量发展", 7, at_start=True)
    ('高质量…', '…量发展')
    """
    text = text.replace("\n", " ")
    if cell_len(text) <= cells:
        return text
    return CUT + _cut_start(text, cells - 1) if at_start else _cut_end(text, cells - 1) + CUT


def _folded_lines(text: str, cells: int) -> Iterator[str]:
    for paragraph in text.split("\n"):
        line, used = "", 0
        for piece in _pieces(paragraph.strip(), cells):
            size = cell_len(piece)
            if used + size > cells:
                if line.strip():
                    yield line.rstrip()
                line, used = "", 0
                if piece.isspace():
                    continue
            line, used = line + piece, used + size
        if line.strip():
            yield line.rstrip()


def _pieces(paragraph: str, cells: int) -> Iterator[str]:
    """The pieces of a paragraph; one that is wider than a line comes in parts that fit, cut behind “/” first."""
    for match in PIECE.finditer(paragraph):
        piece = match.group()
        while cell_len(piece) > cells:
            part = _cut_end(piece, cells)
            part = part[: part.rfind(SLASH) + 1] or part
            yield part
            piece = piece[len(part) :]
        if piece:
            yield piece


def _cut_end(text: str, cells: int) -> str:
    """The longest beginning that is at most `cells` wide, with the marks that combine with its last character."""
    used = 0
    for place, character in enumerate(text):
        used += cell_len(character)
        if used > cells:
            return text[:place]
    return text


def _cut_start(text: str, cells: int) -> str:
    """The longest ending that is at most `cells` wide; does not begin with a combining mark."""
    used = 0
    for place in range(len(text) - 1, -1, -1):
        used += cell_len(text[place])
        if used > cells:
            text = text[place + 1 :]
            while text and not cell_len(text[0]):
                text = text[1:]
            return text
    return text
