"""What can go wrong: errors end the work on a file, problems are reported beside its results."""

from dataclasses import dataclass


class PressparseError(Exception):
    """The work cannot go on; says what happened, where, and what to do.

    `str(error)` is the whole message: `PATH[:LINE]: code: what happened; what to do`.
    """

    code = "error"

    def __init__(self, message: str, *, path: str = "", line: int = 0) -> None:
        self.message = message
        self.path = path
        self.line = line
        super().__init__(message)

    def __str__(self) -> str:
        place = f"{self.path}:{self.line}" if self.line else self.path
        return f"{place}: {self.code}: {self.message}" if place else f"{self.code}: {self.message}"


class ReadError(PressparseError):
    """A file cannot be read: missing, a directory, no permission, empty, not text."""

    code = "unreadable"


class EncodingError(PressparseError):
    """The bytes are not text in the encoding asked for, or in any that we know."""

    code = "encoding"


class OptionError(PressparseError):
    """An option has a value that means nothing: an unknown column, file ending, encoding, dialect."""

    code = "option"


class LexiconError(PressparseError):
    """A lexicon file breaks its own rules: header, order, duplicates."""

    code = "lexicon"


@dataclass(frozen=True, slots=True)
class Problem:
    """Odd data: the work goes on, the reader is told.

    `line` and `column` count from 1; 0 means the whole file. `excerpt` is the line it stands in.
    """

    code: str
    message: str
    path: str = ""
    line: int = 0
    column: int = 0
    excerpt: str = ""

    def __str__(self) -> str:
        place = ":".join(str(part) for part in (self.path, self.line, self.column) if part)
        head = f"{place}: {self.code}: {self.message}" if place else f"{self.code}: {self.message}"
        return f"{head}\n{self.line:>5} | {self.excerpt}" if self.excerpt else head
