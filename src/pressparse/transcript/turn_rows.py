"""Turns that were printed by `turns --jsonl`, read back in place of a transcript."""

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from pressparse.errors import ReadError
from pressparse.span import Span
from pressparse.transcript.source import Source
from pressparse.transcript.turn import Role, Turn, TurnKind

# The format of their source: where the turns stood the text is theirs, and its lines are none of the record.
TURN_ROWS = "turn rows"
# Rows of a record put back at their offsets leave gaps where labels stood; a larger one is no record of ours.
MAX_GAP_CHARS = 10_000_000


def are_turn_rows(text: str) -> bool:
    """Whether `text` begins with a row of `turns --jsonl`."""
    line = text.lstrip().split("\n", 1)[0]
    return line.startswith("{") and '"turn"' in line and '"text"' in line


def parse_turn_rows(source: Source) -> Iterator[tuple[Source, tuple[Turn, ...]]]:
    """Each record among the rows with its turns, in the order they came.

    The text of a record is rebuilt so that every turn stands at its offsets, with blanks where labels stood. What is
    broken in the bytes is a problem of the first record, so that it is told once.
    Raises ReadError with the line of a row that is no turn.
    """
    record = ""
    rows: list[tuple[int, dict[str, Any]]] = []
    for number, line in enumerate(source.text.split("\n"), 1):
        if not line.strip():
            continue
        row = _read_row(source.name, number, line)
        if rows and row["source"] != record:
            yield _rebuild(source, rows)
            source, rows = replace(source, problems=()), []
        record = row["source"]
        rows.append((number, row))
    if rows:
        yield _rebuild(source, rows)


def _read_row(name: str, number: int, line: str) -> dict[str, Any]:
    import json

    try:
        row = json.loads(line)
    except ValueError as error:
        raise ReadError(
            f"is not a JSON row ({error}); pipe the output of turns --jsonl", path=name, line=number
        ) from None
    if not isinstance(row, dict) or not isinstance(row.get("text"), str):
        raise ReadError("is a row without a text; pipe the output of turns --jsonl", path=name, line=number)
    row.setdefault("source", name)
    return row


def _rebuild(source: Source, rows: list[tuple[int, dict[str, Any]]]) -> tuple[Source, tuple[Turn, ...]]:
    pieces: list[str] = []
    turns: list[Turn] = []
    at = 0
    for number, row in rows:
        start = row.get("start", at)
        end = row.get("end", start + len(row["text"])) if isinstance(start, int) else None
        if not isinstance(start, int) or start < at or start - at > MAX_GAP_CHARS or end != start + len(row["text"]):
            raise ReadError(
                "start and end do not fit the text and the rows before it; pipe all columns of turns --jsonl",
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
