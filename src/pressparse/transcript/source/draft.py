"""The text of a container as it is put together, line by line, and its marks."""

from dataclasses import dataclass

from pressparse.pattern import on_demand
from pressparse.span import Span
from pressparse.transcript.source.record import Mark

# Between two wide characters a line break of the markup is no space: “发布\n会” is one word.
_WIDE = r"[\u2014\u2018-\u201d\u2026\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef\U00020000-\U0003ffff]"
_WRAP = on_demand(rf"(?<={_WIDE})[ \t\f]*+[\r\n][ \t\r\n\f]*+(?={_WIDE})")
_SPACE = on_demand(r"[ \t\r\n\f]+")
_BLANKS = " \t\r\n\f"
_ENDS_WIDE = on_demand(rf"{_WIDE}\Z")
_STARTS_WIDE = on_demand(_WIDE)
_SURROGATE = on_demand(r"[\ud800-\udfff]")


def scalar(text: str) -> str:
    r"""`text` with lone surrogates, which no encoding can hold, as U+FFFD.

    >>> scalar("ab\ud800")
    'ab�'
    """
    return _SURROGATE.sub("\ufffd", text)


@dataclass(frozen=True, slots=True)
class Voice:
    """Who speaks in one element of a container: `who` is the key of a person, `number` that of the element."""

    number: int
    who: str = ""
    label: str = ""
    role: str = ""
    organization: str = ""
    title: str = ""


class Draft:
    """A text that grows by runs and lines; white space is folded as a reader of markup would see it.

    Runs of one speech, note or heading make one mark over all their lines. With `blank_lines`, an empty line stands
    between two of them.
    """

    def __init__(self, *, blank_lines: bool = False) -> None:
        self._blank_lines = blank_lines
        self._pieces: list[str] = []
        self._length = 0
        self._marks: list[tuple[int, int, str, Voice | None]] = []
        self._strong: list[tuple[int, int]] = []
        self._gap = ""
        self._in_line = False
        self._last = ""
        self._of: tuple[str, Voice | None] = ("", None)

    def add(self, text: str, kind: str = "", voice: Voice | None = None, *, strong: bool = False) -> None:
        """Add a run to the line that is open; white space at its ends only counts between two runs."""
        said = text.strip(_BLANKS)
        if not said:
            self._gap += text
            return
        head = text[: text.index(said[0])]
        self._gap += head
        tail = text[len(head) + len(said) :]
        said = scalar(_SPACE.sub(" ", _WRAP.sub("", said)))
        self._open_line(said, kind, voice)
        start = self._length
        self._write(said)
        self._gap = tail
        if kind:
            self._extend(start, kind, voice)
        if strong:
            self._extend_strong(start + len(said) - len(said.lstrip()))

    def end_line(self) -> None:
        """The line that is open is over; nothing where none is."""
        self._in_line = False
        self._gap = ""

    def finish(self) -> tuple[str, tuple[tuple[Span, str, Voice | None], ...], tuple[Mark, ...]]:
        """The text, the stretches of speech, notes and headings in it, and the marks of what is typed bold."""
        stretches = tuple((Span(start, end), kind, voice) for start, end, kind, voice in self._marks)
        return "".join(self._pieces), stretches, tuple(Mark(Span(*pair), "strong") for pair in self._strong)

    def _write(self, text: str) -> None:
        self._pieces.append(text)
        self._length += len(text)
        self._last = text[-1]

    def _open_line(self, said: str, kind: str, voice: Voice | None) -> None:
        """Write what stands between the last run and the next: a line end, a space or nothing."""
        if not self._in_line:
            if self._length:
                self._write("\n\n" if self._blank_lines and self._of != (kind, voice) else "\n")
        elif self._gap:
            wraps = "\n" in self._gap or "\r" in self._gap
            if not (wraps and _ENDS_WIDE.match(self._last) and _STARTS_WIDE.match(said)):
                self._write(" ")
        self._in_line = True
        self._gap = ""
        self._of = (kind, voice)

    def _extend(self, start: int, kind: str, voice: Voice | None) -> None:
        if self._marks and self._marks[-1][2:] == (kind, voice):
            start = self._marks.pop()[0]
        self._marks.append((start, self._length, kind, voice))

    def _extend_strong(self, start: int) -> None:
        if self._strong:
            before, end = self._strong[-1]
            if end == start or (end == start - 1 and self._pieces[-2] == " "):
                self._strong.pop()
                start = before
        self._strong.append((start, self._length))


def speech_marks(
    stretches: tuple[tuple[Span, str, Voice | None], ...], people: dict[str, Voice] | None = None
) -> tuple[Mark, ...]:
    """The marks of the stretches of a draft, the keys of voices looked up among `people`.

    A person that nobody names is called by the printed label of the speech, else by the key.
    """
    marks = []
    before: Voice | None = None
    for span, kind, voice in stretches:
        if voice is None or kind != "speech":
            marks.append(Mark(span, kind))
            continue
        known = (people or {}).get(voice.who, voice)
        marks.append(
            Mark(
                span,
                kind,
                label=known.label or voice.label or voice.who,
                role=voice.role or known.role,
                organization=voice.organization or known.organization,
                title=voice.title or known.title,
                goes_on=voice == before,
            )
        )
        before = voice
    return tuple(marks)


def merge_marks(*groups: tuple[Mark, ...]) -> tuple[Mark, ...]:
    """All marks, sorted by start."""
    return tuple(sorted((mark for group in groups for mark in group), key=lambda mark: (mark.span.start, mark.kind)))


def clean(text: str) -> str:
    """`text` on one line, white space folded as in markup."""
    return scalar(_SPACE.sub(" ", _WRAP.sub("", text.replace("\xa0", " "))).strip())
