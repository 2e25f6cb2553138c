"""Places in a text."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, order=True, init=False)
class Span:
    """A stretch of text, half-open, counted in code points.

    >>> Span(2, 4).of("中关村园区")
    '村园'
    """

    start: int
    end: int

    def __init__(self, start: int, end: int) -> None:
        # Five are made for each claim: what a frozen dataclass writes for itself takes twice as long.
        _set_start(self, start)
        _set_end(self, end)

    def of(self, text: str) -> str:
        """The characters of `text` that the span covers."""
        return text[self.start : self.end]

    def shift(self, by: int) -> "Span":
        """The same stretch in a text that has `by` more characters in front."""
        return Span(self.start + by, self.end + by)

    def overlaps(self, other: "Span") -> bool:
        """Whether the two share a character."""
        return self.start < other.end and other.start < self.end

    def __len__(self) -> int:
        return self.end - self.start


_set_start = Span.__dict__["start"].__set__
_set_end = Span.__dict__["end"].__set__
