"""Exchanges: a question, its relay by the host, and the answers to it."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from pressparse.lexicon import read_words
from pressparse.transcript.turn import Role, Turn, TurnKind

# “今天的发布会到此结束”
_CLOSING = read_words("procedures", "closing")
_ASKING = ("?", *read_words("procedures", "asking"))
_INVITING = read_words("procedures", "inviting")
MAX_CLOSING_CHARS = 120
_ASKERS = (Role.REPORTER, Role.AUDIENCE)


@dataclass(frozen=True, slots=True)
class Exchange:
    """One question and what became of it, by turn numbers; `answers` is empty when nobody answered."""

    number: int
    questions: tuple[int, ...]
    relays: tuple[int, ...] = ()
    answers: tuple[int, ...] = ()


def mark_exchanges(words: str, turns: Sequence[Turn]) -> tuple[Turn, ...]:
    """`turns` with kind and exchange number; `words` is the analysis text of the record.

    A reporter's turn asks; the host's turn between it and an official relays; the official's answers. A host's turn
    that leads to another question, or to no answer, is procedure and belongs to no exchange. Where no role is known
    nothing is said.
    """
    marked: list[Turn] = []
    number = 0
    for index, turn in enumerate(turns):
        kind = _kind(words, turns, index, asked=number > 0)
        if kind is TurnKind.QUESTION and not _goes_on(marked):
            number += 1
        inside = kind in (TurnKind.QUESTION, TurnKind.RELAY, TurnKind.ANSWER)
        marked.append(replace(turn, kind=kind, exchange=number if inside else 0))
    return tuple(marked)


def _goes_on(marked: Sequence[Turn]) -> bool:
    """Whether a question follows another by the same asker with nothing but the host's procedure between."""
    return bool(marked) and marked[-1].kind is TurnKind.QUESTION


def _says(said: str, words: Sequence[str]) -> bool:
    return any(word in said for word in words)


def _kind(words: str, turns: Sequence[Turn], index: int, *, asked: bool) -> TurnKind:
    turn = turns[index]
    if turn.role in _ASKERS:
        return TurnKind.QUESTION
    if turn.role is Role.GUEST:
        if asked and _ends_event(words, turns, index):
            return TurnKind.CLOSING
        return TurnKind.ANSWER if asked else TurnKind.STATEMENT
    if turn.role is Role.HOST:
        return _host_kind(words, turns, index, asked=asked)
    return TurnKind.UNKNOWN


def _ends_event(words: str, turns: Sequence[Turn], index: int) -> bool:
    """Whether an official's last words, behind an answer, end the event rather than answer anything."""
    turn = turns[index]
    last = index + 1 == len(turns) and index > 0 and turns[index - 1].role is Role.GUEST
    return last and len(turn.span) <= MAX_CLOSING_CHARS and _says(turn.span.of(words), _CLOSING)


def _host_kind(words: str, turns: Sequence[Turn], index: int, *, asked: bool) -> TurnKind:
    said = turns[index].span.of(words)
    following = turns[index + 1].role if index + 1 < len(turns) else None
    if following is None:
        return TurnKind.CLOSING if _says(said, _CLOSING) or asked else TurnKind.PROCEDURE
    if index == 0:
        return TurnKind.OPENING
    if following is not Role.GUEST:
        closing = _says(said, _CLOSING) and not any(turn.role in _ASKERS for turn in turns[index:])
        return TurnKind.CLOSING if closing else TurnKind.PROCEDURE
    # “有网友问……?”: the host asks for people who are not in the room.
    if turns[index - 1].role is not Role.REPORTER and _says(said, _ASKING) and not _says(said, _INVITING):
        return TurnKind.QUESTION
    return TurnKind.RELAY if asked else TurnKind.PROCEDURE


def collect_exchanges(turns: Sequence[Turn]) -> tuple[Exchange, ...]:
    """The exchanges that the turns are numbered with, in order."""
    by_number: dict[int, dict[TurnKind, list[int]]] = {}
    for turn in turns:
        if turn.exchange:
            by_number.setdefault(turn.exchange, {}).setdefault(turn.kind, []).append(turn.number)
    return tuple(
        Exchange(
            number,
            questions=tuple(kinds.get(TurnKind.QUESTION, ())),
            relays=tuple(kinds.get(TurnKind.RELAY, ())),
            answers=tuple(kinds.get(TurnKind.ANSWER, ())),
        )
        for number, kinds in by_number.items()
    )
