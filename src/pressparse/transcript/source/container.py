"""What every reader of a container gives back, and the words of containers.toml."""

from functools import cache
from typing import Any

from pressparse.errors import Problem, ReadError
from pressparse.lexicon import read_tree
from pressparse.pattern import on_demand
from pressparse.transcript.source.record import Cue, Mark

MAX_TITLE_CHARS = 300
_DAY = on_demand(r"((?:1[89]|20)[0-9]{2})[-/.]?(0[1-9]|1[0-2])[-/.]?(0[1-9]|[12][0-9]|3[01])(?![0-9])")


class Content:
    """The text taken out of a container and what its markup says of it; fields as those of Source."""

    __slots__ = ("cues", "date", "dialect", "encoding", "marks", "notes", "problems", "text", "title")

    def __init__(
        self,
        text: str,
        encoding: str = "utf-8",
        marks: tuple[Mark, ...] = (),
        title: str = "",
        date: str = "",
        dialect: str = "",
        notes: tuple[str, ...] = (),
        cues: tuple[Cue, ...] = (),
        problems: tuple[Problem, ...] = (),
    ) -> None:
        self.text = text
        self.encoding = encoding
        self.marks = marks
        self.title = title
        self.date = date
        self.dialect = dialect
        self.notes = notes
        self.cues = cues
        self.problems = problems


def words(section: str) -> dict[str, Any]:
    """A section of lexicons/containers.toml."""
    section_words: dict[str, Any] = read_tree("containers")[section]
    return section_words


@cache
def _roles() -> dict[str, str]:
    return {word: role for role, names in words("roles").items() for word in names}


def role_of(name: str) -> str:
    """The value of a Role that metadata call `name`; empty when it is none of ours.

    >>> role_of("#chair")
    'host'
    """
    return _roles().get(name.strip().lstrip("#").lower(), "")


def day_of(text: str) -> str:
    """The day at the start of a date of metadata, as ISO 8601; empty when it is no date.

    >>> day_of("2023-08-08T17:42:00+08:00")
    '2023-08-08'
    """
    from datetime import date

    match = _DAY.match(text.strip())
    if match is None:
        return ""
    try:
        return date(int(match[1]), int(match[2]), int(match[3])).isoformat()
    except ValueError:
        return ""


def refuse_empty(content: Content, *, name: str, what: str, hint: str) -> Content:
    """`content`; raises ReadError where it has no text."""
    if not content.text.strip():
        raise ReadError(f"is {what} without text; {hint}", path=name)
    return content


def clean_title(text: str) -> str:
    """A title on one line; empty for one that is longer than any."""
    title = " ".join(text.split())
    return title if len(title) <= MAX_TITLE_CHARS else ""
