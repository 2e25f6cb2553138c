"""Exchanges: a question, its relay by the host, and the answers to it."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import ClassVar

from pressparse.lexicon import margin_pattern, read_patterns, read_words
from pressparse.pattern import on_demand
from pressparse.record import Record
from pressparse.transcript.announcement import label_words
from pressparse.transcript.dialect.label import is_follow_up, is_off_voice, is_outlet, is_teller, role_of_line
from pressparse.transcript.turn import Role, Turn, TurnKind

# “今天的发布会到此结束”
_CLOSING = read_words("procedures", "closing")
_ASKING = ("?", *read_words("procedures", "asking"))
_INVITING = read_words("procedures", "inviting")
_HANDOVERS = (*_CLOSING, *read_words("procedures", "handover"))
MAX_CLOSING_CHARS = 120
MAX_PASSING_CHARS = 60
# “这一题请署长回答。”: who was asked hands the question on.
_MARGINS = read_patterns("margins")
_PASSING = on_demand(_MARGINS["passing"])
_OPENS_FLOOR = on_demand(_MARGINS["opens_floor"])
_LONGEST_WELCOME = 100
_THANKS = on_demand(_MARGINS["thanks"])
# What asks without a question mark: “能不能先透露一点。”, “请您谈谈”, a sentence that is not ended.
_INTERVIEWS = on_demand(_MARGINS["interview_asks"])
_ASKERS = (Role.REPORTER, Role.AUDIENCE)


@dataclass(frozen=True, slots=True)
class Exchange:
    """A question, its follow-ups and what became of them, by turn numbers.

    `answers` is empty when nobody answered.
    """

    number: int
    questions: tuple[int, ...]
    relays: tuple[int, ...] = ()
    answers: tuple[int, ...] = ()


class _Voice(Record):
    """A turn, all its stretches together: `said` is its analysis text, `follows` and `before` the roles around it.

    `again` marks a host who has opened the event already, `dismissed` one behind a host who closed it, `leaves` the
    last turn but one; where a host `proceeds`, nobody else has a part.
    """

    names: ClassVar = (
        "said",
        "role",
        "before",
        "follows",
        "asks_later",
        "alone",
        "interview",
        "presides",
        "replies",
        "was_asked",
        "again",
        "dismissed",
        "leaves",
        "proceeds",
    )
    __slots__ = names

    def __init__(
        self,
        said: str,
        role: Role,
        before: Role | None,
        follows: Role | None,
        asks_later: bool,
        alone: bool,
        interview: bool,
        presides: bool,
        replies: bool,
        was_asked: bool,
        again: bool,
        dismissed: bool,
        leaves: bool,
        proceeds: bool,
    ) -> None:
        self.said = said
        self.role = role
        self.before = before
        self.follows = follows
        self.asks_later = asks_later
        self.alone = alone
        self.interview = interview
        self.presides = presides
        self.replies = replies
        self.was_asked = was_asked
        self.again = again
        self.dismissed = dismissed
        self.leaves = leaves
        self.proceeds = proceeds


def mark_exchanges(words: str, turns: Sequence[Turn]) -> tuple[Turn, ...]:
    """`turns` with kind and exchange number; `words` is the analysis text of the record.

    A reporter's turn asks; the host's turn between it and an official relays; the official's answers. A host's turn
    that leads to another question, or to no answer, is procedure and belongs to no exchange. Where no host is there, an
    official who welcomes the room or asks for questions opens the event; where nobody but the host asks, the host's
    turns are questions. Where no role is known nothing is said. What its label calls a follow-up (`追问：`) goes on
    with the exchange before, and so does whoever asks on behind a word of the chair.
    """
    marked: list[Turn] = []
    asked = any(turn.role in _ASKERS for turn in turns)
    number = 0
    before = TurnKind.UNKNOWN
    asker = ""
    for stretches, voice in _find_voices(words, turns):
        kind = _kind(voice, asked=number > 0)
        if voice.role is Role.UNKNOWN and (asked or _is_medium(label_words(stretches[0].label))):
            # Where somebody asks, who has no part only tells what happens; so does “江北网报道:”.
            kind = TurnKind.NOTE
        # Two who ask one after the other are answered together.
        goes_on = number > 0 and is_follow_up(label_words(stretches[0].label))
        if kind is TurnKind.QUESTION:
            # “请提出你的问题。”, then the same member
            goes_on = goes_on or (before is TurnKind.PROCEDURE and stretches[0].speaker == asker)
            asker = stretches[0].speaker if role_of_line(label_words(stretches[0].speaker)) is None else ""
        elif kind is not TurnKind.PROCEDURE:
            asker = ""
        if kind is TurnKind.QUESTION and before is not TurnKind.QUESTION and not goes_on:
            number += 1
        before = kind
        inside = kind in (TurnKind.QUESTION, TurnKind.RELAY, TurnKind.ANSWER)
        marked += (_mark(turn, kind, number if inside else 0) for turn in stretches)
    return tuple(marked)


def _is_medium(label: str) -> bool:
    return is_teller(label) or is_outlet(label)


def _mark(turn: Turn, kind: TurnKind, exchange: int) -> Turn:
    return Turn(
        turn.number, turn.span, turn.label, turn.role, turn.speaker, turn.title, turn.organization, exchange, kind
    )


def _find_voices(words: str, turns: Sequence[Turn]) -> Iterator[tuple[list[Turn], _Voice]]:
    """Each turn with the stretches it has in the record, in order."""
    groups = [list(group) for _, group in groupby(turns, key=lambda turn: turn.number)]
    opening = next((place for place, group in enumerate(groups) if group[0].role is not Role.HOST), 0)
    roles = {group[0].role for group in groups}
    alone = Role.GUEST not in roles
    spoken = Counter(group[0].role for group in groups)
    # Nobody asks but the host, or now and then somebody in the studio.
    interview = {Role.HOST, Role.GUEST} <= roles and Role.REPORTER not in roles
    interview = interview and _SELDOM * spoken[Role.AUDIENCE] <= spoken[Role.HOST]
    last_asker = max((place for place, group in enumerate(groups) if group[0].role in _ASKERS), default=-1)
    for place, group in enumerate(groups):
        role = group[0].role
        yield (
            group,
            _Voice(
                # What an official or reporter says is read only where it may end the event or hand on a question.
                said="\n".join(turn.span.of(words) for turn in group)
                if role is Role.HOST or place in (0, len(groups) - 1) or len(group[0].span) <= MAX_PASSING_CHARS
                else "",
                role=role,
                # What a host says in several turns before anybody else does opens the event.
                before=_next_part(groups, place, -1) if place >= opening else None,
                follows=_next_part(groups, place, 1),
                asks_later=last_asker > place,
                alone=alone,
                interview=interview,
                presides=place == 0 and Role.HOST not in roles,
                # “主任秘书答:”
                replies=_REPLIES.search(label_words(group[0].label)) is not None,
                was_asked=role is Role.HOST and place > 0 and _asks(groups[place - 1][-1].span.of(words)),
                again=0 < place < opening,
                dismissed=place == len(groups) - 1
                and _part(groups, place - 1) is Role.HOST
                and _says(groups[place - 1][-1].span.of(words), _CLOSING),
                leaves=place == len(groups) - 2,
                # Nobody else speaks: what is said before the event.
                proceeds=roles == {Role.HOST, Role.UNKNOWN},
            ),
        )


_SELDOM = 4


def _part(groups: Sequence[Sequence[Turn]], place: int) -> Role | None:
    """The role of the turn at a place; None outside the record and for those who have no part."""
    role = groups[place][0].role if 0 <= place < len(groups) else Role.UNKNOWN
    return None if role is Role.UNKNOWN else role


def _next_part(groups: Sequence[Sequence[Turn]], place: int, step: int) -> Role | None:
    """The role of the turn before or behind a place, voices off stage left out."""
    at = place + step
    while 0 <= at < len(groups) and is_off_voice(label_words(groups[at][0].label)):
        at += step
    return _part(groups, at)


def _says(said: str, words: Sequence[str]) -> bool:
    return any(word in said for word in words)


def _asks(said: str) -> bool:
    """Whether words ask; “请教育局局长介绍” does not."""
    return _says(_ASKS_OFFICE.sub("", said), _ASKING)


_ASKS_OFFICE = margin_pattern("asks_office")


def _kind(voice: _Voice, *, asked: bool) -> TurnKind:
    if voice.role in _ASKERS:
        # “多谢局长。” behind the answer
        thanks = voice.before is Role.GUEST and _THANKS.fullmatch(voice.said)
        return TurnKind.STATEMENT if thanks else TurnKind.QUESTION
    if voice.role is Role.GUEST:
        return _guest_kind(voice, asked=asked)
    closes = len(voice.said) <= MAX_CLOSING_CHARS and _says(voice.said, _CLOSING)
    calls = voice.before is None and voice.follows in _ASKERS and _only_calls(voice.said)
    if voice.role is Role.HOST and (calls or (voice.proceeds and not closes)):
        # “叶青议员。” opens no event, “各位下午好。” does.
        return TurnKind.OPENING if voice.proceeds and _GREETS.search(voice.said) else TurnKind.PROCEDURE
    if voice.role is Role.HOST and asked and voice.follows is None and voice.before in _ASKERS:
        # “行政长官。”, where the record is cut off
        return TurnKind.RELAY if _only_calls(voice.said) else _host_kind(voice, asked=asked)
    if voice.role is Role.HOST:
        return _host_kind(voice, asked=asked)
    return TurnKind.UNKNOWN


def _only_calls(said: str) -> bool:
    """Whether a chair says who speaks next, and nothing else: “叶青议员。”."""
    return said.rstrip("。!").endswith(_TITLES) and _CALLED.fullmatch(said) is not None


_GREETS = on_demand(rf"(?:^|(?<=[\n。!])){_MARGINS['greets_room']}")
_CALLED = on_demand(r"[^\s,。;:!?]{2,20}[。!]?")
_TITLES = (*read_words("offices"), *read_words("honorifics"))


def _guest_kind(voice: _Voice, *, asked: bool) -> TurnKind:
    """An answer once somebody asked; it may hand the question on, the last words behind an answer end the event."""
    if voice.presides and voice.asks_later and _OPENS_FLOOR.search(voice.said[:_LONGEST_WELCOME]):
        # “欢迎出席例行记者会。”: a spokesman alone opens it.
        return TurnKind.OPENING
    last = voice.follows is None and voice.before is Role.GUEST
    short = asked and len(voice.said) <= MAX_CLOSING_CHARS
    if short and (voice.dismissed or (last and _says(voice.said, _CLOSING))):
        return TurnKind.CLOSING
    if asked and voice.follows is Role.GUEST and voice.before in _ASKERS and _PASSING.match(voice.said):
        return TurnKind.RELAY
    return TurnKind.ANSWER if asked else TurnKind.STATEMENT


def _host_kind(voice: _Voice, *, asked: bool) -> TurnKind:
    if voice.before is None and voice.follows is not None:
        # “我先问一个问题:…?”, said by whom has opened the event before
        asks = voice.again and voice.follows is Role.GUEST and voice.said.rstrip().endswith("?")
        return TurnKind.QUESTION if asks and not _says(voice.said, _INVITING) else TurnKind.OPENING
    if asked and voice.leaves and not voice.asks_later and _says(voice.said, _CLOSING):
        return TurnKind.CLOSING
    if asked and voice.follows is not Role.GUEST and _adds(voice):
        return TurnKind.ANSWER
    if voice.follows is None:
        return TurnKind.CLOSING if asked or _says(voice.said, _CLOSING) else TurnKind.PROCEDURE
    if voice.alone and voice.before in _ASKERS:
        # Where nobody else answers, whom the record calls host does.
        return TurnKind.ANSWER
    if voice.before in _ASKERS and voice.follows in _ASKERS and _tells(voice):
        # A minister who presides and answers himself.
        return TurnKind.ANSWER
    if voice.follows is not Role.GUEST:
        closing = not voice.asks_later and _says(voice.said, _CLOSING)
        return TurnKind.CLOSING if closing else TurnKind.PROCEDURE
    # “有网友问……?”: the host asks for people who are not in the room.
    if voice.before not in _ASKERS and _asks(voice.said) and not _says(voice.said, _INVITING):
        return TurnKind.QUESTION
    if voice.before is Role.GUEST and _ASKED_OF_GUEST.match(voice.said):
        # “叶局长,票价怎么定?”, of a host whose hearers ask too
        return TurnKind.QUESTION
    if voice.interview and _THANKS.fullmatch(voice.said):
        return TurnKind.PROCEDURE
    if voice.interview and voice.before not in _ASKERS and _INTERVIEWS.search(voice.said):
        handing = _says(voice.said, _INVITING) or _PASSING.match(voice.said)
        return TurnKind.PROCEDURE if handing else TurnKind.QUESTION
    return TurnKind.RELAY if asked else TurnKind.PROCEDURE


def _tells(voice: _Voice) -> bool:
    """Whether a host says more than who is next."""
    calls = _says(voice.said, _INVITING) or _says(voice.said, _HANDOVERS) or _PASSING.match(voice.said) is not None
    return len(voice.said) >= _SHORTEST_ANSWER and not calls and not _asks(voice.said)


_SHORTEST_ANSWER = 30
_ASKED_OF_GUEST = on_demand(_MARGINS["asked_of_guest"])


def _adds(voice: _Voice) -> bool:
    """Whether a host answers too: “我补充一下,…”, or tells the last to ask something before the event ends."""
    if voice.replies or (_SUPPLEMENTS.match(voice.said) and not _says(voice.said.partition("。")[0], _INVITING)):
        return True
    ends = min((at for word in _CLOSING if (at := voice.said.find(word)) >= 0), default=0)
    told = voice.said[: max(voice.said.rfind("。", 0, ends), 0)]
    return voice.was_asked and voice.follows is None and len(told) >= _SHORTEST_TOLD and not _CIVIL.search(told)


_REPLIES = margin_pattern("replies")
_SUPPLEMENTS = margin_pattern("supplements")
_CIVIL = on_demand(_MARGINS["civil"])
_SHORTEST_TOLD = 12


def collect_exchanges(turns: Sequence[Turn]) -> tuple[Exchange, ...]:
    """The exchanges that the turns are numbered with, in order."""
    by_number: dict[int, dict[TurnKind, list[int]]] = {}
    for turn in turns:
        if turn.exchange:
            numbers = by_number.setdefault(turn.exchange, {}).setdefault(turn.kind, [])
            if turn.number not in numbers[-1:]:
                numbers.append(turn.number)
    return tuple(
        Exchange(
            number,
            questions=tuple(kinds.get(TurnKind.QUESTION, ())),
            relays=tuple(kinds.get(TurnKind.RELAY, ())),
            answers=tuple(kinds.get(TurnKind.ANSWER, ())),
        )
        for number, kinds in by_number.items()
    )
