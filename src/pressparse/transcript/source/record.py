"""What a reader of files gives back."""

from dataclasses import dataclass, field
from typing import NamedTuple

from pressparse.errors import Problem
from pressparse.span import Span


@dataclass(frozen=True, slots=True)
class Mark:
    """What a container says of a stretch of its text: who speaks (`label`), or that it is no speech.

    `kind` is speech, note, heading, strong (typed bold) or furniture (page numbers, navigation). Marks of all kinds but
    strong leave nothing of a text out but white space where the container names its speakers, and never overlap.
    `role` is the value of a Role or empty. `goes_on`: the same speech, which only a note or a heading interrupted.
    """

    span: Span
    kind: str
    label: str = ""
    role: str = ""
    organization: str = ""
    title: str = ""
    goes_on: bool = False


class Cue(NamedTuple):
    """When a stretch of a subtitle's text is on the screen, in milliseconds from the start."""

    start_ms: int
    end_ms: int
    span: Span


@dataclass(frozen=True, slots=True)
class Source:
    """A transcript as it was read.

    `text` is what the bytes decode to, byte order mark off, line ends kept; for a container (HTML, XML, DOCX …) the
    text taken out of it. Every offset the program prints points into it. `data` are the bytes.
    `title` and `date` (ISO 8601) come from metadata, and `marks` from markup, sorted by start; `dialect` is the layout
    that the format itself is. `cues` are the timings of a subtitle. `problems` are what is broken in the bytes; each
    broken byte is U+FFFD.
    """

    name: str
    text: str
    encoding: str = "utf-8"
    format: str = "text"
    data: bytes = field(default=b"", repr=False, compare=False)
    notes: tuple[str, ...] = ()
    title: str = ""
    date: str = ""
    dialect: str = ""
    marks: tuple[Mark, ...] = ()
    cues: tuple[Cue, ...] = ()
    problems: tuple[Problem, ...] = ()

    @property
    def sha256(self) -> str:
        """The digest of the bytes in hexadecimal; empty where there were none. Computed when it is asked for."""
        if not self.data:
            return ""
        from hashlib import sha256

        return sha256(self.data).hexdigest()
