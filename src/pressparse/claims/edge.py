"""Edges: signs and words at either end of a metric that are no part of the noun phrase it is."""

import re
from typing import Final

from pressparse.claims.draft import Pieces
from pressparse.claims.phrase import Words
from pressparse.claims.stop import is_whole
from pressparse.claims.unit import sizes_by_first, sizes_by_last
from pressparse.lexicon import read_tree, read_words

_SIGN: Final = read_tree("quantities")["signs"]
_OF: Final[str] = read_tree("periods")["signs"]["of"]
_QUOTE: Final[str] = _SIGN["quote"]
_QUOTE_END: Final[str] = _SIGN["quote_end"]
_BASIS: Final = re.compile(_SIGN["basis"])
_BASIS_ENDS: Final = frozenset(_SIGN["basis_ends"])
_GREAT: Final = re.compile(_SIGN["great"])
_GREAT_ENDS: Final = frozenset(_SIGN["great_ends"])
_OPENERS: Final = frozenset(_SIGN["metric_openers"])
_CLOSERS: Final = frozenset(_SIGN["metric_closers"])
_OPENER_SIZES: Final = sizes_by_first(_OPENERS)
_VERBS: Final = frozenset(_SIGN["closing_verbs"])
# “日均|开”, “全市|设”: these alone name nothing.
_HOLLOW: Final = frozenset((*_SIGN["rates"], *read_words("scopes")))
_QUOTING: Final = re.compile(_SIGN["quoting"])
_RECKONING: Final = frozenset(_SIGN["reckoning_verbs"])
_RECKONED_BY: Final = re.compile(_SIGN["reckoned_by"])
_CLOSER_SIZES: Final = sizes_by_last(_CLOSERS | _VERBS | _RECKONING)
_HAVING: Final[str] = _SIGN["having"]
_SHORTEST_NOUN: Final = 2


def trimmed(text: str, pieces: Pieces, words: Words) -> Pieces:
    """A metric without what only leads to it or away from it: “有|满意度”, “对于|渔船的罚数”, “销量|其实”.

    `words` are those of the clause of its number; a piece from another clause is cut by itself.
    """
    if len(pieces) == 1 and pieces[0][1] - pieces[0][0] == 1:
        return _with_adverb(pieces, words)
    done = [_trim(text, start, end, words) for piece in pieces for start, end in _without_gloss(text, *piece)]
    return tuple([(start, end) for start, end in done if end > start])


def _trim(text: str, start: int, end: int, words: Words) -> tuple[int, int]:
    if text.find(_QUOTE, start, end) >= 0 or text.find(_QUOTE_END, start, end) >= 0:
        start, end = _within_quotes(text, start, end)
    if end - start < 1:
        return start, start
    start += end - start > 1 and (text[start] == _CLOSED or _OF_FIRST.match(text, start) is not None)
    end -= text[end - 1] == _OPENED and end - start > 1
    if text[end - 1] in _BASIS_ENDS and (basis := _BASIS.search(text, start + _SHORTEST_NOUN, end)):
        # “成长率|依最新资料|修正为4.19%”
        end = basis.start()
    if text[end - 1] in _GREAT_ENDS and (great := _GREAT.search(text, start + 1, end)):
        # “两个局增幅|较大,分别达13.4%和11.8%”
        end = great.start()
    if end - start <= _SHORTEST_NOUN or (text[start] not in _OPENER_SIZES and text[end - 1] not in _CLOSER_SIZES):
        return start, end
    if not words.start <= start < end <= words.end:
        words = Words(text, start, end)
    while size := _opens(text, start, end, words):
        start += size
    while size := _closes(text, start, end, words):
        end -= size
    # “大概|的经费”
    return start + (end - start > 1 and _OF_FIRST.match(text, start) is not None), end


def _without_gloss(text: str, start: int, end: int) -> Pieces:
    """A piece without what parentheses say that it holds: “流动量|(包括…)|日均”."""
    gloss = _GLOSSED.search(text, start, end) if text.find(_OPENED, start, end) >= 0 else None
    if gloss is None:
        return ((start, end),)
    around = ((start, gloss.start()), (gloss.end(), end))
    return tuple([piece for piece in around if piece[1] > piece[0]])


_OPENED: Final[str] = _SIGN["open_paren"]
_CLOSED: Final[str] = _SIGN["close_paren"]
_OF_FIRST: Final = re.compile(_SIGN["of_first"])
_GLOSSED: Final = re.compile(_SIGN["glossed"])


def _opens(text: str, start: int, end: int, words: Words) -> int:
    """The length of a word at `start` that leads to a noun; 0 where none does."""
    if is_whole(text, start) or (text[start] == _HAVING and text.find(_OF, start, end + 1) > 0):
        # “有意愿|的有412家”, “有进出口实绩的企业”: it says what they are.
        return 0
    for size in _OPENER_SIZES.get(text[start], ()):
        at = start + size
        if text[start:at] in _OPENERS and end - at >= _SHORTEST_NOUN and not words.splits(at):
            return size if words.sort(at, end) == "noun" else 0
    return 0


def _closes(text: str, start: int, end: int, words: Words) -> int:
    """The length of a word before `end` that names nothing; 0 where it does."""
    for size in _CLOSER_SIZES.get(text[end - 1], ()):
        at = end - size
        if at - start < _SHORTEST_NOUN or words.splits(at):
            continue
        if text[at:end] in _CLOSERS:
            return size
        if text[at:end] in _RECKONING:
            return size if _RECKONED_BY.search(text, words.start, at) else 0
        noun = words.before(at) if text[at:end] in _VERBS else None
        while noun is not None and noun.sort == "adverb":
            # “利润总额|就剩621亿元”
            noun = words.before(noun.start)
        if noun is not None and noun.sort == "noun" and noun.end - start >= _SHORTEST_NOUN:
            return 0 if text[noun.start : noun.end] in _HOLLOW else size
    return 0


def _within_quotes(text: str, start: int, end: int) -> tuple[int, int]:
    """The part of a stretch that no lone quotation mark cuts: “省份” of “省份“乡乡全|覆盖””."""
    opened = text.rfind(_QUOTE, start, end)
    closed = text.rfind(_QUOTE_END, start, end)
    if opened > closed and _QUOTING.search(text, start, opened) and end - opened > _SHORTEST_NOUN:
        # “条例要求“|适龄公民每年植树|3株”
        return opened + 1, end
    if opened > closed and _IS_QUOTED.search(text, start, opened) and end - opened > _SHORTEST_NOUN:
        # “讲到的是“|产值|达100亿””
        return opened + 1, end
    if opened > closed:
        return (start, opened) if opened - start >= _SHORTEST_NOUN else (opened + 1, end)
    first = text.find(_QUOTE_END, start, end)
    if first >= 0 and not 0 <= text.find(_QUOTE, start, end) < first:
        return (first + 1, end) if end - first > _SHORTEST_NOUN else (start, first)
    return start, end


_IS_QUOTED: Final = re.compile(_SIGN["is_quoted"])


def _with_adverb(pieces: Pieces, words: Words) -> Pieces:
    """“大都来自”: one sign alone says nothing, with the adverb before it it does."""
    word = words.before(pieces[0][0])
    return ((word.start, pieces[0][1]),) if word is not None and word.sort == "adverb" else pieces
