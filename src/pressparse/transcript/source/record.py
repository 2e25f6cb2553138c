"""What a reader of files gives back."""

from dataclasses import dataclass

from pressparse.span import Span


@dataclass(frozen=True, slots=True)
class Mark:
    """What a container says of a stretch of its text: who speaks (`label`), or that it is no speech.

    `kind` is speech, note, heading, strong (typed bold) or furniture (page numbers, navigation).
    """

    span: Span
    kind: str
    label: str = ""
    role: str = ""
    organization: str = ""


@dataclass(frozen=True, slots=True)
class Source:
    """A transcript as it was read.

    `text` is what the bytes decode to, byte order mark off, line ends kept; for a container (HTML, XML, DOCX …) the
    text taken out of it. Every offset the program prints points into it. `sha256` is that of the bytes.
    `title` and `date` (ISO 8601) come from metadata, and `marks` from markup, sorted; `dialect` is the layout that
    the format itself is.
    """

    name: str
    text: str
    encoding: str = "utf-8"
    format: str = "text"
    sha256: str = ""
    notes: tuple[str, ...] = ()
    title: str = ""
    date: str = ""
    dialect: str = ""
    marks: tuple[Mark, ...] = ()
