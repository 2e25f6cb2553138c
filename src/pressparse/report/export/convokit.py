"""A folder that ConvoKit loads as a Corpus (data format of ConvoKit 4, https://convokit.cornell.edu)."""

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from pressparse.report.export.document import Document, Voice
from pressparse.transcript.turn import TurnKind

# ConvoKit checks the types of metadata against an index; null fits every type.
_INTEGERS = frozenset({"turn_number", "exchange", "start", "end"})


def convokit_files(documents: Sequence[Document]) -> dict[str, bytes]:
    """The five files of a corpus by name: an utterance for each turn, a conversation for each document.

    A conversation has the id of its first utterance; a document without turns has none. A speaker is known by name in
    the whole corpus, with the metadata of the first turn; each utterance has those of its own turn too.
    """
    utterances = [utterance for document in documents for utterance in _utterances(document)]
    speakers: dict[str, dict[str, Any]] = {}
    for each in utterances:
        about = {key: each["meta"][key] for key in ("role", "title", "organization")}
        speakers.setdefault(each["speaker"], {"meta": about, "vectors": []})
    conversations: dict[str, dict[str, Any]] = {
        document.voices[0].id: {"meta": _about(document), "vectors": []} for document in documents if document.voices
    }
    index = {
        "utterances-index": _index(each["meta"] for each in utterances),
        "speakers-index": _index(each["meta"] for each in speakers.values()),
        "conversations-index": _index(each["meta"] for each in conversations.values()),
        "overall-index": {},
        "version": 1,
        "vectors": [],
    }
    return {
        "utterances.jsonl": b"".join(_json(each) for each in utterances),
        "speakers.json": _json(speakers),
        "conversations.json": _json(conversations),
        "corpus.json": _json({}),
        "index.json": _json(index),
    }


def _utterances(document: Document) -> Iterator[dict[str, Any]]:
    conversation = document.voices[0].id if document.voices else ""
    for voice, reply_to in zip(document.voices, _find_replies(document.voices), strict=True):
        turn = voice.turn
        yield {
            "id": voice.id,
            "conversation_id": conversation,
            "speaker": turn.speaker or turn.label or turn.role.value,
            "text": "\n".join(document.briefing.text_of(stretch) for stretch in voice.stretches),
            "reply_to": reply_to,
            "timestamp": None,
            "meta": {
                "turn_number": turn.number,
                "role": turn.role.value,
                "kind": turn.kind.value,
                "exchange": turn.exchange or None,
                "label": turn.label,
                "title": turn.title,
                "organization": turn.organization,
                "start": voice.span.start,
                "end": voice.span.end,
            },
            "vectors": [],
        }


def _find_replies(voices: Sequence[Voice]) -> Iterator[str | None]:
    """What each turn replies to: an answer or relay the last question of its exchange, another turn the one before.

    ConvoKit wants one root: the first turn alone replies to nothing.
    """
    questions: dict[int, str] = {}
    before = None
    for voice in voices:
        turn = voice.turn
        if turn.kind in (TurnKind.ANSWER, TurnKind.RELAY):
            yield questions.get(turn.exchange, before)
        else:
            yield before
        if turn.kind is TurnKind.QUESTION:
            questions[turn.exchange] = voice.id
        before = voice.id


def _about(document: Document) -> dict[str, Any]:
    briefing = document.briefing
    return {
        "source": briefing.source.name,
        "sha256": briefing.source.sha256,
        "title": document.title,
        "date": briefing.on.isoformat() if briefing.on else None,
        "dialect": briefing.dialect,
    }


def _index(metas: Iterable[Mapping[str, Any]]) -> dict[str, list[str]]:
    """The type of each key, as ConvoKit writes it."""
    first = next(iter(metas), {})
    return {key: ["<class 'int'>" if key in _INTEGERS else "<class 'str'>"] for key in first}


def _json(value: object) -> bytes:
    """A line of JSON in ASCII: ConvoKit opens its files in the encoding of the machine."""
    return json.dumps(value).encode() + b"\n"
