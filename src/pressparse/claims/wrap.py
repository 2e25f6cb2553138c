"""Hard wraps and spaces that a page made and no speaker: ends of line in text taken from PDF, “3 萬 2 千戶”."""

import re
from bisect import bisect_right
from itertools import pairwise
from typing import Final

from pressparse.claims.numeral import HAN_SCALES
from pressparse.claims.unit import UNIT_FIRST
from pressparse.lexicon import one_of, read_tree
from pressparse.span import Span
from pressparse.text.spread import SPREAD, is_spread

_SIGN: Final = read_tree("quantities")["signs"]
# Signs behind a numeral that belong to it: units, scales, parts of a date.
_BEHIND: Final = "".join(sorted(UNIT_FIRST | set(HAN_SCALES + _SIGN["behind_numeral"])))
_HAN: Final = f"{chr(0x3400)}-{chr(0x9FFF)}"
# In front of numerals and behind them: “約 25億元” has a space on one side alone.
_SPACED: Final = re.compile(
    f"[ ](?:(?P<ahead>(?<=[{_HAN}][ ])(?=[0-9]))"
    f"|(?P<behind>(?<=[0-9][ ])(?=[{re.escape(_BEHIND)}])|(?<=[%‰℃][ ])(?=[{_HAN}])))"
)
_JOINED: Final = re.compile("[0-9][0-9,.]*[^ 0-9,.]")
_TIGHT: Final = {
    "ahead": re.compile(f"[0-9](?<=[{_HAN}][0-9])"),
    "behind": re.compile(f"[0-9](?=[{_HAN}])"),
}
# The break stands first in the pattern, so that the search runs at C speed.
_BREAK: Final = re.compile(
    rf"\n(?:(?<![{_SIGN['wrap_ends']} \n]\n)"
    rf"(?![\n \t#>*{_SIGN['wrap_starts']}]|{_SIGN['mark']}|[0-9]{{1,3}}:[0-5][0-9] )"
    r"|(?<=[0-9]\n)(?=[—~:][0-9]))"
)
# “2⏎.5亿⏎元”: a break that no line of its own can explain.
_TORN: Final = re.compile(_SIGN["torn"])
_PROSE: Final = re.compile(f"[{_SIGN['clause'].strip()}]")
# A page holds so many signs a line; what is longer is a paragraph, what is shorter a heading or a cell.
_SHORTEST_LINE: Final = 12
_LONGEST_LINE: Final = 80


# “多咗一成二” says what “多了一成二” does, sign by sign.
_SPOKEN: Final = {ord(said): meant for said, meant in read_tree("quantities")["spoken"].items()}
_SPOKEN_WORDS: Final[dict[str, str]] = read_tree("quantities")["spoken_words"]
_SPOKEN_WORD: Final = re.compile(one_of(_SPOKEN_WORDS))
# 係 says 是, and is written as the 系 of 关系 and 系统 when it is simplified.
_SPOKEN_IS: Final = re.compile(_SIGN["spoken_is"])
_IS: Final[str] = _SIGN["copulas"][0]
_SPOKEN_SIGN: Final = re.compile(f"[{''.join(map(chr, _SPOKEN))}]")


def _meant(word: re.Match[str]) -> str:
    return _SPOKEN_WORDS[word[0]]


class Unwrapped:
    """A text without the line breaks inside its sentences, and the way back to the places of the original.

    In a text that sets every numeral off with spaces, or all its signs, these go too; signs of Cantonese are read as
    what they mean, and the spaces of captions without punctuation as commas.
    """

    def __init__(self, text: str) -> None:
        # A search for a few signs takes a tenth of what their translation does.
        if _SPOKEN_SIGN.search(text):
            text = _SPOKEN_IS.sub(_IS, _SPOKEN_WORD.sub(_meant, text)).translate(_SPOKEN)
        spread = is_spread(text)
        if not spread and text.count(" ") >= _FEWEST_PAUSES and _is_unpunctuated(text):
            text = _PAUSE.sub(_COMMA, text)
        self.original = text
        self._gaps = [match.start() for match in SPREAD.finditer(text)] if spread else _gaps(text)
        if self._gaps:
            edges = [-1, *self._gaps, len(text)]
            self.text = "".join([text[a + 1 : b] for a, b in pairwise(edges)])
        else:
            self.text = text
        # Where each removed break stood in the text without them.
        self._places = [gap - index for index, gap in enumerate(self._gaps)]
        # Whether anything was taken out.
        self.changed = bool(self._gaps)

    def inside(self, at: int) -> int:
        """Where the character at `at` of the original stands in `text`."""
        return at - bisect_right(self._gaps, at)

    def place(self, start: int, end: int) -> Span:
        """The stretch of the original that start:end of `text` stands for, breaks inside it included."""
        if not self._places:
            return Span(start, end)
        first = start + bisect_right(self._places, start)
        return Span(first, end + bisect_right(self._places, end - 1) if end > start else first)

    def pieces(self, stretches: tuple[tuple[int, int], ...]) -> tuple[Span, ...]:
        """Stretches of the original without any removed break in them."""
        if not self._places:
            return tuple([Span(*stretch) for stretch in stretches])
        found: list[Span] = []
        for stretch in stretches:
            whole = self.place(*stretch)
            start = whole.start
            for gap in self._gaps[bisect_right(self._gaps, start) : bisect_right(self._gaps, whole.end - 1)]:
                if self.original[gap] == " ":
                    continue
                found.append(Span(start, gap))
                start = gap + 1
            found.append(Span(start, whole.end))
        return tuple(found)


def _is_unpunctuated(text: str) -> bool:
    """Whether words are set apart by spaces and hardly any by a mark, as in captions."""
    pauses = sum(1 for _ in _PAUSE.finditer(text))
    return pauses >= _FEWEST_PAUSES and sum(1 for _ in _MARKS.finditer(text)) * _PAUSES_A_MARK <= pauses


# “单月的话 今年8月是2480万人次 比去年成长43%”.
_PAUSE: Final = re.compile(f"[ ](?:(?<=[{_HAN}%‰][ ])(?=[{_HAN}]))")
# A comma behind a digit may be part of a number.
_MARKS: Final = re.compile(f"(?<![0-9]),|[{_SIGN['stops'].strip()};]")
_FEWEST_PAUSES: Final = 3
_PAUSES_A_MARK: Final = 4
_COMMA: Final = ","


def _gaps(text: str) -> list[int]:
    """The places of the line breaks that only the width of a page made, and of the spaces around numerals."""
    breaks = [match.start() for match in _BREAK.finditer(text) if _is_wrap(text, match.start())]
    if len(breaks) >= _FEWEST_WRAPS:
        breaks = sorted({*breaks, *_full_lines(text, breaks), *_wide_lines(text, breaks)})
        breaks = sorted({*breaks, *_loose(text, breaks)})
    spaces: dict[str, list[int]] = {"ahead": [], "behind": []}
    for match in _SPACED.finditer(text):
        spaces[str(match.lastgroup)].append(match.start())
    both = [*spaces["ahead"], *spaces["behind"]]
    if len(both) < _FEWEST:
        return breaks
    tight = {side: sum(1 for _ in sign.finditer(text)) for side, sign in _TIGHT.items()}
    if sum(tight.values()) <= len(both):
        return sorted({*breaks, *both})
    sides = [side for side, places in spaces.items() if len(places) >= _FEWEST and tight[side] <= len(places)]
    # “约 25亿元”, but “项目 1 投资”
    set_off = [at for side in sides for at in spaces[side] if side != "ahead" or _JOINED.match(text, at + 1)]
    return sorted({*breaks, *set_off}) if set_off else breaks


def _full_lines(text: str, breaks: list[int]) -> list[int]:
    """The line breaks behind a full stop where the line is as wide as those that were broken within a sentence."""
    widths = [at - text.rfind("\n", 0, at) for at in breaks]
    usual = max(set(widths), key=widths.count)
    return [
        match.start()
        for match in _STOPPED.finditer(text)
        if abs(match.start() - text.rfind("\n", 0, match.start()) - usual) <= 1
    ]


def _wide_lines(text: str, breaks: list[int]) -> list[int]:
    """The line breaks within a sentence whose lines are printed as wide as those that are known to be broken.

    A justified line may have many spaces, and the one behind it more signs.
    """
    widths = sorted(_columns(text[text.rfind("\n", 0, at) + 1 : at].rstrip()) for at in breaks)
    usual = widths[len(widths) // 2]
    known = set(breaks)
    return [
        match.start()
        for match in _BREAK.finditer(text)
        if match.start() not in known
        and abs(_columns(text[text.rfind("\n", 0, match.start()) + 1 : match.start()]) - usual) * _TOLERANCE <= usual
    ]


def _loose(text: str, breaks: list[int]) -> list[int]:
    """The single spaces between signs of lines that were broken, which only filled these: “遠高 於 同期”."""
    found: list[int] = []
    done = 0
    for at in breaks:
        end = text.find("\n", at + 1)
        end = end if end >= 0 else len(text)
        start = max(text.rfind("\n", 0, at) + 1, done)
        found += [match.start() for match in _FILL.finditer(text, start, end)]
        done = end
    return found


# Lines of one page differ in width by a tenth at most.
_TOLERANCE: Final = 10
_FILL: Final = re.compile(
    f"[ ](?:(?<=[{_HAN},。;:、“”()][ ])(?=[0-9{_HAN},。;:、“”()])|(?<=[0-9%][ ])(?=[{_HAN},。;:、”)]))"
)
# So many lines broken within a sentence show the width of a page.
_FEWEST_WRAPS: Final = 3
_STOPPED: Final = re.compile(rf"\n(?<=[{_SIGN['wrap_stops']}]\n)(?![\n \t#>*{_SIGN['wrap_starts']}]|{_SIGN['mark']})")
# So many spaces beside numerals, more than there are numerals without, are the manner of a text.
_FEWEST: Final = 2


# Lines of one page differ in length by so much.
_RAGGED: Final = 2


def _columns(line: str) -> int:
    """How wide a line is printed: a Han sign takes two columns (three bytes), a digit or a space one.

    >>> _columns("约3万"), _columns("34 000")
    (5, 6)
    """
    return (len(line.encode()) + len(line)) // 2


def _is_wrap(text: str, at: int) -> bool:
    """Whether the line before a break is as full as the one behind it and one is prose, or a number is torn."""
    if _TORN.match(text, at - 1):
        return True
    start = text.rfind("\n", max(at - _LONGEST_LINE - 1, 0), at) + 1
    end = text.find("\n", at + 1, at + _LONGEST_LINE + 2)
    # Of a paragraph so much is looked at as is wider than any line.
    end = end if end >= 0 else min(at + 3 * _LONGEST_LINE, len(text))
    if not start and at > _LONGEST_LINE:
        return False
    width, following = at - start, end - at - 1
    if not _SHORTEST_LINE <= width <= _LONGEST_LINE:
        return False
    columns = _columns(text[start:at]) if following > width + _RAGGED else 0
    if columns and _columns(text[at + 1 : end]) > columns + max(2 * _RAGGED, columns // _TOLERANCE):
        return False
    return _PROSE.search(text, start, at) is not None or _PROSE.search(text, at + 1, end) is not None
