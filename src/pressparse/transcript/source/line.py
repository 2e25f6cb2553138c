"""Lines of a text."""

from pressparse.pattern import on_demand
from pressparse.span import Span

_LINE_END = on_demand(r"\r\n|\r|\n")


def find_lines(text: str) -> tuple[Span, ...]:
    r"""The lines of `text` without their ends; CRLF, LF and CR end a line.

    >>> find_lines("-\r\n主持人")
    (Span(start=0, end=1), Span(start=3, end=6))
    """
    lines = []
    start = 0
    for end in _LINE_END.finditer(text):
        lines.append(Span(start, end.start()))
        start = end.end()
    if start < len(text):
        lines.append(Span(start, len(text)))
    return tuple(lines)
