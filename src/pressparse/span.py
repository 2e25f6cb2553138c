"""Places in a text."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A stretch of text, half-open, counted in code points.

    >>> Span(2, 4).of("中关村园区")
    '村园'
    """

    start: int
    end: int

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


@dataclass(frozen=True, slots=True)
class OffsetMap:
    """Leads a span of a derived text back to the text it was made from.

    `starts[i]` is the source offset of character i; an empty tuple means that the
    two texts correspond character by character.
    """

    starts: tuple[int, ...] = ()

    def to_source(self, span: Span) -> Span:
        """The stretch of the source that `span` was made from.

        >>> OffsetMap((0, 2, 3)).to_source(Span(1, 3))
        Span(start=2, end=4)
        """
        if not self.starts or span.start >= len(self.starts):
            return span
        return Span(self.starts[span.start], self.starts[span.end - 1] + 1)
