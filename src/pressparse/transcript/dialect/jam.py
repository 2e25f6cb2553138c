"""Jam: signs that a forum mixes, unseen, into what it shows, so that a copy of it cannot be read."""

from collections.abc import Iterator

from pressparse.pattern import on_demand
from pressparse.span import Span

# “% W/ W8 Z/ n8 ?”: one of the signs from “ ” to “;” and one of those from “?” to “~”, again and again, a space
# between the two. Where a page draws spaces together, or a line is stripped, the first of them may be lost.
_PAIRED = on_demand(r"[ -;](?:(?<= )| )[?-~](?:[ -;]? [?-~]){3,}")
# “^5Xw~!Q叶青:”, “。;W0q%Yl”: a word of such signs, in front of a line or behind its last sentence.
_SOLID = on_demand(
    r"(?m)[!-~](?:(?<=^.)|(?<=^ .)|(?<=[。!?！？…].)|(?<=[。!?！？…] .))[!-~]{3,15}(?=[\u4e00-\u9fff]| *$)"
)
_ODD = frozenset("!$%&@^_`~{}\\|;=?+#")
_LEADING = frozenset("#@")
_FEWEST_KINDS = 3
_FEWEST_ODD = 2
_FEWEST_SOLID = 3
_LEAST = 2
_FEWEST_INSIDE = 15
_SAMPLE = 100_000


def find_jam(text: str) -> tuple[Span, ...]:
    r"""Where such signs stand at the start or end of a line, in order; empty where a text has hardly any.

    >>> text = "叶青:各位好。. b0 @4 G/ U! q/ g\n& W& M, [5 ^5 ~记者:何时通车?"
    >>> [span.of(text) for span in find_jam(text)]
    ['. b0 @4 G/ U! q/ g', '& W& M, [5 ^5 ~']
    >>> find_jam("选项: A, B, C, D, E")
    ()
    """
    if len(text) > _SAMPLE and not _found(text[:_SAMPLE]):
        # A page that has such signs has them throughout.
        return ()
    return _found(text)


def _found(text: str) -> tuple[Span, ...]:
    """Where such signs stand, of either form."""
    paired = tuple(_paired(text))
    if sum(at_edge for _, at_edge in paired) >= _LEAST:
        # Between two sentences such signs stand where lines were drawn together.
        return tuple(span for span, at_edge in paired if at_edge or len(span) >= _FEWEST_INSIDE)
    return _solid(text)


def _paired(text: str) -> Iterator[tuple[Span, bool]]:
    """Where signs stand in pairs, and whether that is at the start or end of a line."""
    for found in _PAIRED.finditer(text):
        start, end = found.span()
        before = text[max(0, start - _WIDEST_INDENT) : start].rstrip(" \u3000\t")
        begins = before[-1:] in _LINE_ENDS if before else start <= _WIDEST_INDENT
        # “: A, B, C, D”: the same sign time and again counts something up.
        if len(set(_FIRST.findall(found[0]))) >= _FEWEST_KINDS:
            yield Span(start, end), begins or _LINE_END.match(text, end) is not None


_LINE_ENDS = ("\r", "\n")
_LINE_END = on_demand(r"[ \t]*(?:[\r\n]|\Z)")
_FIRST = on_demand(r"([!-;]) [?-~]")
_WIDEST_INDENT = 8


def _solid(text: str) -> tuple[Span, ...]:
    """Where words of such signs stand, no two alike."""
    if sum(sign in text for sign in _ODD) < _FEWEST_ODD:
        return ()
    found = [match for match in _SOLID.finditer(text) if _is_mixed(match[0])]
    many = len({match[0] for match in found}) == len(found) >= _FEWEST_SOLID
    return tuple(Span(*match.span()) for match in found) if many else ()


def _is_mixed(word: str) -> bool:
    """Whether a word mixes letters of both cases with odd signs: “^5Xw~!Q”, but “50%~60%”, “1+N+X”, “##Q1:”."""
    cases = any(map(str.islower, word)) and any(map(str.isupper, word))
    return cases and word[0] not in _LEADING and len(_ODD.intersection(word)) >= _FEWEST_ODD
