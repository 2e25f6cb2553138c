"""Briefing, and the conductor: the only file that knows the order of the stages."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from os import PathLike
from typing import TYPE_CHECKING, NamedTuple

from pressparse.errors import Problem
from pressparse.span import Span
from pressparse.text.script import find_region, is_simplified, to_analysis
from pressparse.transcript.dialect import DIALECTS, Choice, Part, PartKind, choose_grammar, cut_turns
from pressparse.transcript.dialect.mute import with_mute_turns
from pressparse.transcript.dialect.page import Label, Page, open_page, tile
from pressparse.transcript.event_date import OPENING_CHARS, find_event_date
from pressparse.transcript.exchange import Exchange, collect_exchanges, mark_exchanges
from pressparse.transcript.person import find_forms_of_address, people_of, resolve_people
from pressparse.transcript.source import Source, read_source
from pressparse.transcript.turn import Person, Turn, TurnKind
from pressparse.transcript.turn_rows import are_turn_rows, parse_turn_rows

if TYPE_CHECKING:
    from pressparse.claims.check.finding import Finding
    from pressparse.claims.claim import Claim


@dataclass(frozen=True, slots=True)
class Settings:
    """What a reader may decide for the program; empty means: find it."""

    encoding: str = ""
    dialect: str = ""
    on: date | None = None


class Statement(NamedTuple):
    """A claim and the turn it was made in; the claim's spans count from the start of the turn's speech.

    A metric that only the question named stands in front of that: its spans are negative.
    """

    turn: Turn
    claim: "Claim"

    def in_source(self, span: Span) -> Span:
        """A span of the claim as a span of the source text."""
        return span.shift(self.turn.span.start)


@dataclass(frozen=True)
class Briefing:
    """A press conference: who said what, and what was asserted in numbers.

    `words` is the analysis text: simplified script, half width, character by character over the source text.
    `parts` put together are `source.text`, character for character. `dialect` is empty when the layout is unknown;
    the whole record is one turn then. `why` says what spoke for the layout. `on` is the day of the event, None where
    nobody says it.
    """

    source: Source
    words: str = field(repr=False)
    turns: tuple[Turn, ...]
    people: tuple[Person, ...] = ()
    exchanges: tuple[Exchange, ...] = ()
    parts: tuple[Part, ...] = ()
    dialect: str = ""
    on: date | None = None
    problems: tuple[Problem, ...] = ()
    why: str = ""
    heading: str = field(default="", repr=False)

    def text_of(self, turn: Turn) -> str:
        """What was said in a turn."""
        return turn.span.of(self.source.text)

    @property
    def notes(self) -> tuple[Turn, ...]:
        """What the record prints outside of every turn (headings, notes, captions), as turns of nobody, number 0."""
        notes = []
        at = 0
        for part in self.parts:
            if part.kind not in (PartKind.NOTE, PartKind.HEADING):
                continue
            while at < len(self.turns) and self.turns[at].span.end <= part.span.start:
                at += 1
            inside = at < len(self.turns) and self.turns[at].span.overlaps(part.span)
            if not inside:
                notes.append(Turn(0, part.span, kind=TurnKind.NOTE))
        return tuple(notes)

    @cached_property
    def region(self) -> str:
        """Where the record is from, which decides what 元 and 兆 are: CN, TW, HK or MO."""
        return find_region(self.words, simplified=is_simplified(self.source.text))

    @cached_property
    def reported(self) -> str:
        """The month, quarter or half year that the heading of a statistical release names, ISO 8601; "" without one."""
        from pressparse.claims.title import reported_period

        return reported_period(to_analysis(self.heading), on=self.on, region=self.region)

    @property
    def forms_of_address(self) -> frozenset[str]:
        """How people are called in the room, in analysis script: their names and the offices they hold."""
        return find_forms_of_address(self.people)

    @cached_property
    def claims(self) -> tuple[Statement, ...]:
        """Every numeric claim, in text order."""
        return self.find_claims()

    def find_claims(self, *, everything: bool = False, explain: bool = False) -> tuple[Statement, ...]:
        """Every numeric claim, in text order; with `everything`, dates, ordinals and labels too.

        With `explain`, each claim says which words decided its fields.
        """
        from pressparse.claims.answer import with_question
        from pressparse.claims.claim import find_claims
        from pressparse.claims.title import with_reported

        names = [to_analysis(person.name) for person in self.people]
        reported = self.reported
        stretches = sorted((*self.turns, *self.notes), key=lambda turn: turn.span.start)

        def find(text: str, asked: int = 0) -> "tuple[Claim, ...]":
            return find_claims(
                text,
                on=self.on,
                region=self.region,
                names=names,
                everything=everything,
                explain=explain,
                asked=asked,
                reported=reported,
            )

        statements: list[Statement] = []
        before: Turn | None = None
        for turn in stretches:
            said = turn.span.of(self.words)
            claims = find(said)
            if before is not None and turn.number - before.number in _NEXT:
                question = before.span.of(self.words).rstrip()
                gap = turn.span.start - before.span.start - len(question)
                claims = with_question(claims, question, said, gap, find)
            if reported:
                claims = with_reported(claims, reported)
            statements += [Statement(turn, claim) for claim in claims]
            # “请局长答复。” between a question and its answer hands on.
            before = before if before is not None and turn.kind in _HANDED_ON else turn
        return tuple(statements)


_HANDED_ON = frozenset((TurnKind.RELAY, TurnKind.PROCEDURE))
# The turn behind a question, or the one behind that which hands it on.
_NEXT = range(1, 3)


@dataclass(frozen=True)
class Audit:
    """What adds up and what does not in some briefings; a finding's speech number is an index into `speeches`."""

    findings: "tuple[Finding, ...]"
    speeches: tuple[tuple[Briefing, Turn], ...]


def check_briefings(briefings: Iterable[Briefing], *, derive: bool = False) -> Audit:
    """The numbers of some briefings held against each other, across speakers, turns and files.

    With `derive`, also the bases that stated changes imply.
    """
    from pressparse.claims.check.audit import check_speeches
    from pressparse.claims.check.figure import Speech

    speeches, places = [], []
    for briefing in briefings:
        claims: dict[Turn, list[Claim]] = {}
        for statement in briefing.claims:
            claim = statement.claim
            if claim.metric and claim.metric[0].start < 0:
                # What the question named is no word of this speech.
                claim = claim.but(metric=())
            claims.setdefault(statement.turn, []).append(claim)
        for turn in sorted((*briefing.turns, *briefing.notes), key=lambda turn: turn.span.start):
            speeches.append(Speech(turn.span.of(briefing.words), tuple(claims.get(turn, ())), briefing.source.name))
            places.append((briefing, turn))
    return Audit(check_speeches(speeches, derive=derive), tuple(places))


def read(path: str | PathLike[str], *, encoding: str = "", dialect: str = "", on: date | None = None) -> Briefing:
    """The briefing in the file at `path`; `-` is standard input.

    Raises PressparseError when the file cannot be read. When it holds several records, as what `turns` printed for
    several files does, the first comes back.
    """
    return next(read_briefings(path, Settings(encoding, dialect, on)))


def read_briefings(
    path: str | PathLike[str], settings: Settings = Settings(), *, stdin: bytes | None = None
) -> Iterator[Briefing]:
    """Each briefing of a file: one, or several where it holds what `turns` printed for several files.

    Raises PressparseError when the file cannot be read.
    """
    source = read_source(path, encoding=settings.encoding, stdin=stdin)
    if are_turn_rows(source.text):
        for record, turns in parse_turn_rows(source):
            yield _from_turns(record, turns, settings)
    else:
        yield parse_briefing(source, settings)


def parse_briefing(source: Source, settings: Settings = Settings()) -> Briefing:
    """The briefing that a source is a record of."""
    page = open_page(source)
    choice = choose_grammar(page, dialect=settings.dialect)
    parts = with_mute_turns(page.words, tile(page.words, choice.cut(page))) if choice else ()
    turns = cut_turns(parts)
    problems = source.problems
    if not turns:
        choice = None
        parts = _one_speech(page)
        turns = cut_turns(parts)
        problems = (*problems, _unknown_layout(source))
    turns, people = resolve_people(page, turns)
    turns = mark_exchanges(page.words, turns)
    first = turns[0].span.start if turns else 0
    # “（2022年4月28日上午9:30，新闻发布厅）”: above the first turn such a note speaks of the event.
    headings = (
        part.span.of(source.text)
        for part in parts[:200]
        if part.kind is PartKind.HEADING or (part.kind is PartKind.NOTE and part.span.end <= first)
    )
    heading = "\n".join((source.date, source.title, *headings))
    opening = Span(turns[0].span.start, turns[0].span.start + OPENING_CHARS).of(source.text) if turns else ""
    return Briefing(
        source=source,
        words=page.words,
        turns=turns,
        people=people,
        exchanges=collect_exchanges(turns),
        parts=parts,
        dialect=choice.id if choice else "",
        why=_why(choice, settings) if choice else "",
        on=settings.on or find_event_date(heading, opening, source.name, source.text),
        problems=problems,
        heading=heading,
    )


def _from_turns(source: Source, turns: tuple[Turn, ...], settings: Settings) -> Briefing:
    opening = turns[0].span.of(source.text)
    return Briefing(
        source=source,
        words=to_analysis(source.text),
        turns=turns,
        people=people_of(turns),
        exchanges=collect_exchanges(turns),
        dialect="turn rows",
        on=settings.on or find_event_date("", opening, source.name, source.text),
        problems=source.problems,
    )


def _one_speech(page: Page) -> tuple[Part, ...]:
    """The whole record as one speech of nobody; empty when there is nothing but white space."""
    if not page.lines:
        return tile(page.words, ())
    start, end = page.lines[0].span.start, page.lines[-1].span.end
    return tile(
        page.words,
        (Part(PartKind.LABEL, Span(start, start), Label()), Part(PartKind.SPEECH, Span(start, end))),
    )


def _why(choice: Choice, settings: Settings) -> str:
    """Why a layout was chosen: as asked, or the turns that it and the others explain."""
    if settings.dialect:
        return "as asked"
    return "turns explained, weighted: " + ", ".join(f"{name} {points:g}" for name, points in choice.scores)


def _unknown_layout(source: Source) -> Problem:
    known = ", ".join(DIALECTS)
    return Problem(
        "unknown-layout",
        f"no turns found; the whole text is read as one turn of unknown role (layouts known: {known}; "
        "name one with --dialect)",
        path=source.name,
    )
