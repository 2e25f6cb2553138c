"""Undated metrics: a metric without the times that stand in it, which are the period of its number."""

from typing import Final

from pressparse.claims.link import EDGE
from pressparse.claims.moment import Time
from pressparse.claims.peel import Peel
from pressparse.claims.phrase import Words
from pressparse.claims.pointer import is_hollow
from pressparse.lexicon import read_tree

_SIGN: Final = read_tree("quantities")["signs"]
_OF: Final[str] = read_tree("periods")["signs"]["of"]
_BREAKS: Final = frozenset(_SIGN["breaks"]) - frozenset("“”·/-~ ")
_SHORTEST_NOUN: Final = 2
_OPENED: Final[str] = _SIGN["open_paren"]
_CLOSED: Final[str] = _SIGN["close_paren"]
_GROWTH: Final = frozenset(_SIGN["growth"])
_WHOLE_OF: Final[str] = _SIGN["whole_scope"]
_TIME_SIGNS: Final[str] = _SIGN["time_signs"]


def without_times(
    text: str, pieces: tuple[tuple[int, int], ...], times: tuple[Time, ...], words: Words
) -> tuple[tuple[int, int], ...]:
    """A metric without the time in the middle of it, and without what follows that when it is no noun.

    “财政储备|在3月31日预计”, “钢铁行业|去年|利润”.
    """
    start, end = pieces[0]
    inside = next((time for time in times if start < time.start and time.end <= end), None)
    if inside is None or text[inside.start] == _WHOLE_OF or text[inside.start - 1] in _BREAKS:
        # “覆盖全年敞口”, “成为新地标、2024年游客量”
        return pieces
    cut = inside.start
    if (word := words.before(cut)) is not None and word.sort == "verb" and word.end - word.start > 1:
        # “旅客吞吐量|回到|2019年”
        cut = word.start
    while cut > start and (text[cut - 1] in _TIME_SIGNS or text[cut - 1] in EDGE):
        cut -= 1
    if text[cut - 1] == _CLOSED and (opened := text.rfind(_OPENED, start, cut)) > start:
        # “海岳(2603)|10月|出货量”
        cut = opened - (text[opened - 1] == " ")
    rest = inside.end + text.startswith(_OF, inside.end)
    if cut - start < _SHORTEST_NOUN or words.sort(start, cut) != "noun":
        return pieces
    # “本市|今年的|量”
    owned = end > rest and text[rest - 1] == _OF
    named = (owned or end - rest >= _SHORTEST_NOUN) and words.sort(rest, end) == "noun"
    # “12369热线|今年|接到举报”, but “财政储备|在3月31日|预计”
    acted = end - rest >= _SHORTEST_NOUN and words.sort(rest, rest + _SHORTEST_NOUN) == "verb"
    if not named and not acted:
        return ((start, cut), *pieces[1:])
    if acted and is_hollow(text[start:cut]):
        # “本财政年度|首8个月|录得赤字”
        return ((rest, end), *pieces[1:])
    return ((start, cut), (rest, end), *pieces[1:])


def undated(
    text: str, pieces: tuple[tuple[int, int], ...], periods: tuple[Time, ...], words: Words, found: Peel
) -> tuple[tuple[int, int], ...]:
    """A metric without the times in it; the growth itself where nothing else is left to name."""
    left = without_times(text, pieces, periods, words)
    if left != pieces and text[slice(*found.changed)] in _GROWTH and is_hollow(text[slice(*left[0])]):
        # “预测第3季、第4季分别成长1.93%及2.36%”
        return (found.changed,)
    return left
