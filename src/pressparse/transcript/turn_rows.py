"""Turns that were printed by `turns`, as JSON rows or as a table, read back in place of a transcript."""

import re
from collections.abc import Iterator
from dataclasses import replace
from io import StringIO
from typing import Any

from pressparse.errors import ReadError
from pressparse.pattern import on_demand
from pressparse.span import Span
from pressparse.transcript.source import Source
from pressparse.transcript.turn import Role, Turn, TurnKind

# The format of their source: where the turns stood the text is theirs, and its lines are none of the record.
TURN_ROWS = "turn rows"
# Rows of a record put back at their offsets leave gaps where labels stood; a larger one is no record of ours.
MAX_GAP_CHARS = 10_000_000


def are_turn_rows(text: str) -> bool:
    """Whether `text` begins as what `turns` prints with --jsonl, --json, --csv or --tsv does."""
    start = text[:_MAX_ROW_CHARS].lstrip()
    line = start.removeprefix("[").lstrip().partition("\n")[0]
    if line.startswith("{"):
        return '"turn"' in line and '"text"' in line
    if not _HEADER.match(start):
        return False
    # A start of the program has no use for tables.
    from pressparse.transcript.source.table import is_turn_table

    return is_turn_table(start)


# No row is longer than a record.
_MAX_ROW_CHARS = 10_000_000
_HEADER = on_demand(r"[a-z]+[\t,]")


def parse_turn_rows(source: Source) -> Iterator[tuple[Source, tuple[Turn, ...]]]:
    """Each record among the rows with its turns, in the order they came.

    The text of a record is rebuilt so that every turn stands at its offsets, with blanks where labels stood. What is
    broken in the bytes is a problem of the first record, so that it is told once.
    Raises ReadError with the line of a row that is no turn.
    """
    record = ""
    rows: list[tuple[int, dict[str, Any]]] = []
    for number, row in _read_rows(source):
        if rows and row["source"] != record:
            yield _rebuild(source, rows)
            source, rows = replace(source, problems=()), []
        record = row["source"]
        rows.append((number, row))
    if rows:
        yield _rebuild(source, rows)


def _read_rows(source: Source) -> Iterator[tuple[int, dict[str, Any]]]:
    """Each row with the number of its line, in whatever format they are."""
    start = source.text.lstrip()[:1]
    rows = _of_lines(source) if start == "{" else _of_array(source) if start == "[" else _of_table(source)
    for number, row in rows:
        if not isinstance(row, dict) or not isinstance(row.get("text"), str):
            raise ReadError(f"is a row without a text; {_HINT}", path=source.name, line=number)
        kind = row.get("kind") or ""
        if not isinstance(kind, str) or kind not in set(TurnKind):
            raise ReadError(f"is a row of kind “{kind}”, and no turn is; {_HINT}", path=source.name, line=number)
        row.setdefault("source", source.name)
        yield number, row


_HINT = "give what turns prints, all columns of it"


def _of_lines(source: Source) -> Iterator[tuple[int, Any]]:
    for number, line in enumerate(source.text.split("\n"), 1):
        if line.strip():
            yield number, _loaded(line, source.name, number)


def _of_array(source: Source) -> Iterator[tuple[int, Any]]:
    """The rows of a JSON array; `turns --json` puts each on a line of its own, behind that of the bracket."""
    yield from enumerate(_loaded(source.text, source.name, 1), 2)


def _loaded(text: str, name: str, number: int) -> Any:
    import json

    try:
        return json.loads(text)
    except ValueError as error:
        raise ReadError(f"is not JSON ({error}); {_HINT}", path=name, line=number) from None


def _of_table(source: Source) -> Iterator[tuple[int, dict[str, Any]]]:
    """The rows of a CSV or TSV with the header of ours; in TSV a line break in a cell is a backslash and n."""
    import csv

    from pressparse.transcript.source.table import sign_between

    sign = sign_between(source.text)
    lines = StringIO(source.text.lstrip("\r\n"), newline="")
    # A speech may be as long as its record.
    csv.field_size_limit(_MAX_ROW_CHARS)
    reader = csv.reader(lines, delimiter=sign, quoting=csv.QUOTE_NONE if sign == _TAB else csv.QUOTE_MINIMAL)
    try:
        names = next(reader)
        for cells in reader:
            if len(cells) != len(names):
                message = f"has {len(cells)} cells under a header of {len(names)}; {_HINT}"
                raise ReadError(message, path=source.name, line=reader.line_num)
            said = [_ESCAPE.sub(_meant, cell) for cell in cells] if sign == _TAB else cells
            row: dict[str, Any] = dict(zip(names, said, strict=True))
            row |= {name: int(row[name]) for name in _NUMBERS if row.get(name, "").isdecimal()}
            yield reader.line_num, row
    except csv.Error as error:
        raise ReadError(f"is no table ({error}); {_HINT}", path=source.name, line=reader.line_num) from None


_TAB = "\t"
_NUMBERS = ("turn", "start", "end")
_ESCAPE = re.compile(r"\\(.)")
_ESCAPED = {"t": "\t", "n": "\n", "r": "\r"}


def _meant(escape: re.Match[str]) -> str:
    return _ESCAPED.get(escape[1], escape[1])


def _rebuild(source: Source, rows: list[tuple[int, dict[str, Any]]]) -> tuple[Source, tuple[Turn, ...]]:
    pieces: list[str] = []
    turns: list[Turn] = []
    at = 0
    for number, row in rows:
        start = row.get("start", at)
        end = row.get("end", start + len(row["text"])) if isinstance(start, int) else None
        if not isinstance(start, int) or start < at or start - at > MAX_GAP_CHARS or end != start + len(row["text"]):
            raise ReadError(
                f"start and end do not fit the text and the rows before it; {_HINT}",
                path=source.name,
                line=number,
            )
        pieces += ["\n" * (start - at), row["text"]]
        at = start + len(row["text"])
        turns.append(_turn(row, len(turns) + 1, Span(start, at)))
    name = str(rows[0][1]["source"])
    return Source(
        name=name,
        text="".join(pieces),
        encoding=source.encoding,
        format=TURN_ROWS,
        data=source.data,
        notes=source.notes,
        problems=source.problems,
    ), tuple(turns)


def _turn(row: dict[str, Any], number: int, span: Span) -> Turn:
    exchange = str(row.get("exchange") or "0")
    role, kind = str(row.get("role", "")), str(row.get("kind", ""))
    given = row.get("turn")
    return Turn(
        given if isinstance(given, int) else number,
        span,
        label=str(row.get("label") or ""),
        role=Role(role) if role in set(Role) else Role.UNKNOWN,
        speaker=str(row.get("speaker") or ""),
        title=str(row.get("title") or ""),
        organization=str(row.get("organization") or ""),
        exchange=int(exchange) if exchange.isdecimal() else 0,
        kind=TurnKind(kind) if kind in set(TurnKind) else TurnKind.UNKNOWN,
    )
