"""Tables of speech: CSV or TSV, an utterance a row, as programs that write down speech and editors of data print it."""

import codecs
import csv
from collections.abc import Iterator, Sequence

from pressparse.errors import ReadError
from pressparse.span import Span
from pressparse.transcript.source.container import Content, refuse_empty, role_of, words
from pressparse.transcript.source.draft import scalar
from pressparse.transcript.source.record import Mark

_HINT = "give an utterance a row, its text in quotes where it holds the sign between columns"
_MAX_HEAD_CHARS = 1000
_MAX_CELL_CHARS = 10_000_000


def is_table(text: str) -> bool:
    """Whether a text opens with a header that names a column of speakers and one of what they say.

    The tables of `turns` have offsets too, and are none of these.

    >>> is_table("from,to,speaker,text"), is_table("speaker,from"), is_table("turn,speaker,start,end,text")
    (True, False, False)
    """
    columns = _columns(_header(text))
    return "speaker" in columns and "text" in columns and not is_turn_table(text)


def is_turn_table(text: str) -> bool:
    """Whether a text opens with the header that `turns` prints as CSV or TSV.

    >>> is_turn_table("source,turn,role,start,end,text"), is_turn_table("start,end,text")
    (True, False)
    """
    return {"turn", "start", "end", "text"} <= set(_header(text))


def is_speech_table(head: bytes) -> bool:
    """Whether a file that begins with these bytes is a table of speech, ours or another's."""
    encoding = "utf-16" if head.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)) else "utf-8-sig"
    texts = (head.decode(each, "ignore") for each in (encoding, "gb18030", "big5hkscs"))
    return any(is_table(text) or is_turn_table(text) for text in texts)


def sign_between(text: str) -> str:
    """What stands between the columns of a table that opens with its header; "" where nothing does."""
    return _sign(text[:_MAX_HEAD_CHARS].lstrip("\r\n").partition("\n")[0])


def _header(text: str) -> list[str]:
    line = text[:_MAX_HEAD_CHARS].lstrip("\r\n").partition("\n")[0].rstrip("\r")
    return _cells([line], _sign(line))[0] if _sign(line) else []


def read_table(text: str, *, name: str = "") -> Content:
    """What the rows of a table say, a line for each; marks call the speaker by the name in the table.

    Rows of one speaker in a row are one speech, and between two speeches stands a blank line. Role, title and
    organization are taken where the table has such columns. Raises ReadError with the line of a row that is cut short.
    """
    said = scalar(text).replace("\0", "")
    sign = sign_between(said)
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
    # A speech may be as long as its record.
    csv.field_size_limit(_MAX_CELL_CHARS)
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
