"""Tables of speech: CSV or TSV, an utterance a row, as programs that write down speech and editors of data print it."""

import csv
from collections.abc import Iterator, Sequence

from pressparse.errors import ReadError
from pressparse.span import Span
from pressparse.transcript.source.container import Content, refuse_empty, role_of, words
from pressparse.transcript.source.draft import scalar
from pressparse.transcript.source.record import Mark

_HINT = "give an utterance a row, its text in quotes where it holds the sign between columns"
_MAX_HEAD_CHARS = 1000


def is_table(text: str) -> bool:
    """Whether a text opens with a header that names a column of speakers and one of what they say.

    >>> is_table("from,to,speaker,text"), is_table("speaker,from")
    (True, False)
    """
    line = text[:_MAX_HEAD_CHARS].lstrip("\r\n").partition("\n")[0].rstrip("\r")
    columns = _columns(_cells([line], _sign(line))[0]) if _sign(line) else {}
    return "speaker" in columns and "text" in columns


def read_table(text: str, *, name: str = "") -> Content:
    """What the rows of a table say, a line for each; marks call the speaker by the name in the table.

    Rows of one speaker in a row are one speech, and between two speeches stands a blank line. Role, title and
    organization are taken where the table has such columns. Raises ReadError with the line of a row that is cut short.
    """
    said = scalar(text).replace("\0", "")
    sign = _sign(said.lstrip("\r\n").partition("\n")[0])
    pieces: list[str] = []
    marks: list[Mark] = []
    at = 0
    for label, role, title, organization, speech in _rows(said, sign, name):
        goes_on = bool(marks) and marks[-1].label == label
        gap = ("\n" if goes_on else "\n\n") if pieces else ""
        pieces += [gap, speech]
        at += len(gap)
        span = Span(marks[-1].span.start if goes_on else at, at + len(speech))
        mark = Mark(span, "speech", label=label, role=role, title=title, organization=organization)
        marks[len(marks) - goes_on :] = [mark]
        at += len(speech)
    content = Content("".join(pieces), marks=tuple(marks), dialect="table")
    return refuse_empty(content, name=name, what="a table", hint="give one with speech in it")


def _rows(text: str, sign: str, name: str) -> Iterator[tuple[str, str, str, str, str]]:
    """Speaker, role, title, organization and text of each row that says something."""
    columns: dict[str, int] = {}
    reader = csv.reader(text.splitlines(keepends=True), delimiter=sign)
    try:
        for row in reader:
            if not any(cell.strip() for cell in row):
                continue
            if not columns:
                columns = _columns(row)
                continue
            if len(row) <= max(columns["speaker"], columns["text"]):
                raise ReadError(
                    f"has {len(row)} cells, too few for a speaker and a text; {_HINT}", path=name, line=reader.line_num
                )
            label, role, title, organization, speech = (
                row[columns[key]].strip() if key in columns and columns[key] < len(row) else "" for key in _KEYS
            )
            if speech:
                yield label, role_of(role), title, organization, speech
    except csv.Error as error:
        raise ReadError(f"is no table ({error}); {_HINT}", path=name, line=reader.line_num) from None


_KEYS = ("speaker", "role", "title", "organization", "text")


def _cells(lines: Sequence[str], sign: str) -> list[list[str]]:
    try:
        return list(csv.reader(lines, delimiter=sign))
    except csv.Error:
        return [[]]


def _sign(line: str) -> str:
    """What stands between the columns of a header; "" where nothing does."""
    return next((sign for sign in ("\t", ",", ";") if sign in line), "")


def _columns(header: Sequence[str]) -> dict[str, int]:
    """The number of each column that we read, the first of those that are called so."""
    names = [cell.strip().lower() for cell in header]
    found: dict[str, int] = {}
    for key, called in words("table").items():
        at = next((names.index(name) for name in called if name in names), -1)
        found |= {key: at} if at >= 0 else {}
    return found
