"""A term in its context, wherever its characters stand."""

import re
from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass

from pressparse.errors import OptionError
from pressparse.keywords.passage import Passage
from pressparse.span import Span
from pressparse.text.script import to_analysis

ORDERS = ("text", "left", "right")


@dataclass(frozen=True, slots=True)
class Concordance:
    """One place of the term: the passage by its number from 0, the span in it, the words around as in the source.

    Line breaks and tabs in `left` and `right` are single blanks, so that a place is one line.
    """

    passage: int
    group: str
    span: Span
    left: str
    match: str
    right: str


def find_kwic(
    passages: Sequence[Passage],
    term: str,
    *,
    regex: bool = False,
    ignore_case: bool = False,
    context_chars: int = 20,
    order: str = "text",
) -> tuple[Concordance, ...]:
    """Every place of `term` with up to `context_chars` characters on either side, not beyond its passage.

    A term is found in whatever script it and the text are written (产业 finds 産業, and the other way round). A
    regex is matched against the source, and against the text in simplified script and half width; a traditional
    character of it stands for the simplified one too (see `in_both_scripts`), its other signs for themselves.
    Places do not overlap; of those that begin together the longer counts. `order`: as in the text, by the words
    to the right, or by those to the left read backwards from the term.
    Raises OptionError for an unknown order, an empty term, or a regex that cannot be read.

    >>> [line.right for line in find_kwic([Passage("", "产业转型,产业园", "産業轉型,産業園")], "产业", context_chars=2)]
    ['轉型', '園']
    """
    if order not in ORDERS:
        raise OptionError(f"“{order}” is no order that we know; use one of {', '.join(ORDERS)}")
    by_text, by_source = _patterns(term, regex=regex, ignore_case=ignore_case)
    lines = [
        _show(number, passage, span, context_chars)
        for number, passage in enumerate(passages)
        for span in _find_spans(passage, by_text, by_source)
    ]
    if order == "left":
        lines.sort(key=lambda line: line.left[::-1])
    elif order == "right":
        lines.sort(key=lambda line: line.right)
    return tuple(lines)


def _patterns(term: str, *, regex: bool, ignore_case: bool) -> tuple[re.Pattern[str], re.Pattern[str]]:
    if not term:
        raise OptionError("there is no term to look for")
    flags = re.IGNORECASE if ignore_case else 0
    if not regex:
        return re.compile(re.escape(to_analysis(term)), flags), re.compile(re.escape(term), flags)
    try:
        pattern = re.compile(term, flags)
    except re.error as error:
        raise OptionError(f"“{term}” is no regular expression: {error}; quote it, or leave out --regex") from error
    with suppress(re.error):  # a group may have a name of Han characters
        pattern = re.compile(in_both_scripts(term), flags)
    return pattern, pattern


_HAN = r"[\u3400-\u9fff]"
# What a regular expression is made of: escapes, classes, Han characters; all else stays as it is.
_PIECE = re.compile(rf"\\.|(?P<group>\[\^?\]?(?:\\.|[^\]\\])*\])|(?P<run>{_HAN}+)", re.DOTALL)
# The same in a class, where a range begins with one character and no other.
_IN_CLASS = re.compile(rf"\\.|{_HAN}-(?!\])|(?P<run>{_HAN})", re.DOTALL)


def in_both_scripts(pattern: str) -> str:
    """A regular expression in which each traditional character stands for its simplified one too.

    >>> in_both_scripts("產業[園區]{2}"), in_both_scripts("[^產]生|[一-龥]")
    ('[產产][業业][園园區区]{2}', '[^產产]生|[一-龥]')
    """
    return _PIECE.sub(_widen, pattern)


def _widen(piece: re.Match[str]) -> str:
    if piece["group"]:
        return _IN_CLASS.sub(lambda found: "".join(_forms(found["run"])) if found["run"] else found[0], piece[0])
    if piece["run"]:
        return "".join(forms if len(forms) == 1 else f"[{forms}]" for forms in _forms(piece[0]))
    return piece[0]


def _forms(run: str) -> Iterator[str]:
    """Each character with what it is in simplified script: by itself, and among those beside it."""
    for character, beside in zip(run, to_analysis(run), strict=True):
        yield "".join(dict.fromkeys((character, to_analysis(character), beside)))


def _find_spans(passage: Passage, by_text: re.Pattern[str], by_source: re.Pattern[str]) -> Iterator[Span]:
    spans = set(_match_spans(by_text, passage.text))
    # Conversion reads words, so a term by itself may become something else than in its sentence: look in both.
    if passage.shown != passage.text or by_source != by_text:
        spans.update(_match_spans(by_source, passage.shown))
    end = 0
    for span in sorted(spans, key=lambda span: (span.start, -span.end)):
        if span.start >= end:
            yield span
            end = span.end


def _match_spans(pattern: re.Pattern[str], text: str) -> Iterable[Span]:
    return (Span(match.start(), match.end()) for match in pattern.finditer(text) if match[0])


_BREAK = re.compile(r"\s")


def _show(number: int, passage: Passage, span: Span, context_chars: int) -> Concordance:
    return Concordance(
        passage=number,
        group=passage.group,
        span=span,
        left=_BREAK.sub(" ", passage.shown[max(0, span.start - context_chars) : span.start]),
        match=span.of(passage.shown),
        right=_BREAK.sub(" ", passage.shown[span.end : span.end + context_chars]),
    )
