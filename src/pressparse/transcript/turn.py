"""One uninterrupted stretch of one voice."""

from dataclasses import dataclass
from enum import StrEnum

from pressparse.span import Span


class Role(StrEnum):
    """The part a speaker has in the event."""

    HOST = "host"
    GUEST = "guest"
    REPORTER = "reporter"
    INTERPRETER = "interpreter"
    AUDIENCE = "audience"
    UNKNOWN = "unknown"


class TurnKind(StrEnum):
    """What a turn does in the event."""

    OPENING = "opening"
    STATEMENT = "statement"
    QUESTION = "question"
    RELAY = "relay"
    ANSWER = "answer"
    PROCEDURE = "procedure"
    CLOSING = "closing"
    NOTE = "note"
    UNKNOWN = ""


@dataclass(frozen=True, slots=True)
class Turn:
    """What one voice said before another took over.

    `span` is the speech in the source text, without the label. `label` is what the record prints in
    front of it, empty where it prints nothing; `speaker` the person, else the label. `exchange` counts from 1;
    0 means that the turn belongs to none.
    """

    number: int
    span: Span
    label: str = ""
    role: Role = Role.UNKNOWN
    speaker: str = ""
    title: str = ""
    organization: str = ""
    exchange: int = 0
    kind: TurnKind = TurnKind.UNKNOWN


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody who speaks, or is announced by the host. `labels` are the names the record prints for them."""

    name: str
    role: Role = Role.UNKNOWN
    title: str = ""
    organization: str = ""
    labels: tuple[str, ...] = ()
