"""ConvoKit corpora: `utterances.jsonl`, an utterance a line, and `speakers.json` beside it."""

import json
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from pressparse.errors import ReadError
from pressparse.span import Span
from pressparse.transcript.source.container import Content, day_of, refuse_empty, role_of
from pressparse.transcript.source.draft import scalar
from pressparse.transcript.source.record import Mark

FILE = "utterances.jsonl"
SPEAKERS = "speakers.json"
MAX_SPEAKERS_BYTES = 64 * 1024 * 1024
_THREADS = ('"conversation_id"', '"root"', '"reply_to"', '"reply-to"')
# Seconds since 1970 below this number are the place in a conversation, not a time.
_FIRST_TIME = 100_000_000
# The days of the records are those of Beijing, Hong Kong and Taipei.
_EAST = timedelta(hours=8)
_ROLES = frozenset({"host", "guest", "reporter", "interpreter", "audience", "unknown"})


def is_convokit(text: str) -> bool:
    """Whether a text opens with an utterance of a corpus."""
    line = text.lstrip().split("\n", 1)[0]
    return (
        line.startswith("{")
        and '"text"' in line
        and ('"speaker"' in line or '"user"' in line)
        and '"turn"' not in line
        and any(key in line for key in _THREADS)
    )


def read_convokit(text: str, *, name: str = "", folder: Path | None = None) -> Content:
    """The utterances of a corpus with a blank line between two; marks call the speaker by the name in the corpus.

    Role, title and organization come from the metadata of the utterance, else of the speaker (`speakers.json` in
    `folder`). Raises ReadError with the line of a row that is no utterance.
    """
    people = _read_speakers(folder) if folder else {}
    pieces: list[str] = []
    marks: list[Mark] = []
    at = 0
    date = ""
    for number, line in enumerate(text.split("\n"), 1):
        if not line.strip():
            continue
        row = _read_row(line, name=name, number=number)
        said = scalar(row["text"]).replace("\0", "").strip()
        date = date or _day(row)
        if not said:
            continue
        gap = "\n\n" if pieces else ""
        pieces += [gap, said]
        at += len(gap)
        marks.append(_mark(row, people, Span(at, at + len(said))))
        at += len(said)
    content = Content("".join(pieces), marks=tuple(marks), date=date, dialect="convokit")
    return refuse_empty(content, name=name, what="a corpus", hint="give one with utterances in it")


def _read_row(line: str, *, name: str, number: int) -> dict[str, Any]:
    try:
        row = json.loads(line)
    except (ValueError, RecursionError) as error:
        reason = (
            "nested too deep" if isinstance(error, RecursionError) else getattr(error, "msg", "a number is too long")
        )
        raise ReadError(
            f"is not a JSON row ({reason}); give one utterance a line, as ConvoKit writes them", path=name, line=number
        ) from None
    if not isinstance(row, dict) or not isinstance(row.get("text"), str):
        raise ReadError(
            "is a row without a text; give one utterance a line, as ConvoKit writes them", path=name, line=number
        )
    return row


def _read_speakers(folder: Path) -> dict[str, Any]:
    """The metadata of each speaker; empty where the corpus has none that can be read."""
    file = folder / SPEAKERS
    try:
        if file.stat().st_size > MAX_SPEAKERS_BYTES:
            return {}
        found = json.loads(file.read_bytes())
    except (OSError, ValueError, RecursionError):
        return {}
    return found if isinstance(found, dict) else {}


def _mark(row: dict[str, Any], people: dict[str, Any], span: Span) -> Mark:
    speaker = row.get("speaker", row.get("user"))
    if isinstance(speaker, dict):
        speaker = speaker.get("id")
    label = "" if speaker is None else scalar(str(speaker))
    own, known = _meta(row), _meta(people.get(label))
    role = _said(own, known, "role")
    return Mark(
        span,
        "speech",
        label=label,
        role=role if role in _ROLES else role_of(role),
        organization=_said(own, known, "organization"),
        title=_said(own, known, "title"),
    )


def _meta(row: object) -> dict[str, Any]:
    if not isinstance(row, dict):
        return {}
    meta = row.get("meta", row)
    return meta if isinstance(meta, dict) else {}


def _said(own: dict[str, Any], known: dict[str, Any], key: str) -> str:
    value = own.get(key) or known.get(key) or ""
    return scalar(value) if isinstance(value, str) else ""


def _day(row: dict[str, Any]) -> str:
    """The day of an utterance; empty where its timestamp is none."""
    value = row.get("timestamp")
    if isinstance(value, str) and not value.strip().replace(".", "", 1).isdecimal():
        return day_of(value)
    try:
        seconds = float(value or 0)
        return (datetime.fromtimestamp(seconds, UTC) + _EAST).date().isoformat() if seconds >= _FIRST_TIME else ""
    except (TypeError, ValueError, OverflowError, OSError):
        return ""
