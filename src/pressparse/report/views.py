"""Domain to Table: turns, people, exchanges, claims, keywords; columns and their order as in records.schema.json."""

from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from typing import TYPE_CHECKING

from pressparse.briefing import Briefing, Statement
from pressparse.report.table import Column, Table
from pressparse.transcript.exchange import Exchange
from pressparse.transcript.source import find_lines
from pressparse.transcript.turn import Turn, TurnKind

if TYPE_CHECKING:
    from pressparse.keywords.rank import Keyword

_SOURCE = Column("source", fold=False, crop="start", priority=-1)
_START = Column("start", "integer", shown=False)
_END = Column("end", "integer", shown=False)

TURN = (
    _SOURCE,
    Column("turn", "integer", fold=False, priority=5),
    Column("role", fold=False, priority=2),
    Column("label", shown=False),
    Column("speaker", min_cells=6, priority=4),
    Column("title", min_cells=10, max_lines=3, priority=0),
    Column("organization", shown=False),
    Column("exchange", "integer", title="exch", fold=False, align="right", priority=1),
    Column("kind", fold=False, priority=3),
    _START,
    _END,
    Column("text", min_cells=24, max_lines=3, weight=4, priority=6),
)
SPEAKER = (
    _SOURCE,
    Column("speaker", min_cells=8, priority=4),
    Column("role", fold=False, priority=3),
    Column("title", min_cells=12, weight=2, priority=2),
    Column("organization", min_cells=8, priority=1),
    Column("turns", "integer", fold=False, priority=3),
    Column("characters", "integer", fold=False, priority=2),
    Column("share", "decimal", fold=False, priority=2),
    Column("claims", "integer", fold=False, priority=2),
)
EXCHANGE = (
    _SOURCE,
    Column("exchange", "integer", title="exch", fold=False, priority=5),
    Column("asker", min_cells=8, priority=4),
    Column("organization", shown=False),
    Column("relay", min_cells=6, priority=0),
    Column("respondents", "list", min_cells=6, priority=3),
    Column("question_turn", "integer", shown=False),
    Column("answer_turns", "integers", shown=False),
    Column("question", min_cells=20, max_lines=5, weight=2, priority=5),
    Column("answer", min_cells=20, max_lines=5, weight=3, priority=4),
)
CLAIM = (
    _SOURCE,
    Column("turn", "integer", fold=False, priority=1),
    Column("speaker", min_cells=6, priority=1),
    Column("role", shown=False),
    _START,
    _END,
    Column("text", min_cells=8, priority=6),
    Column("kind", fold=False, priority=2),
    Column("low", "decimal", fold=False, priority=5),
    Column("high", "decimal", shown=False),
    Column("unit", min_cells=4, priority=3),  # the text has it too
    Column("modifier", fold=False, priority=2),
    Column("metric", min_cells=14, weight=3, priority=5),
    Column("period", min_cells=6, whole=True, priority=4),
    Column("change", fold=False, priority=3),
    Column("base", min_cells=4, whole=True, priority=3),
    Column("section", shown=False),
    Column("sentence", shown=False),
    Column("rule", shown=False),
)
EXPLANATION = (
    _SOURCE,
    Column("turn", "integer", shown=False),
    Column("start", "integer", fold=False, priority=1),
    Column("text", min_cells=8, priority=4),
    Column("field", fold=False, priority=5),
    Column("value", min_cells=12, weight=2, priority=4),
    Column("rule", min_cells=12, priority=3),
    Column("evidence", min_cells=10, weight=2, priority=5),
    Column("evidence_start", "integer", shown=False),
    Column("evidence_end", "integer", shown=False),
)
KEYWORD = (
    _SOURCE,
    Column("group", min_cells=8, priority=4),
    Column("term", min_cells=8, weight=2, priority=5),
    Column("score", "float", fold=False, priority=3),
    Column("count", "integer", fold=False, priority=3),
    Column("spread", "integer", fold=False, priority=1),
)
DIALECT = (Column("id", fold=False), Column("name", min_cells=16), Column("example", min_cells=24, weight=2))


def turns_table(briefings: Iterable[Briefing]) -> Table:
    """One row a turn."""
    rows = [
        (
            briefing.source.name,
            turn.number,
            turn.role.value,
            turn.label,
            turn.speaker,
            turn.title,
            turn.organization,
            turn.exchange or None,
            turn.kind.value,
            turn.span.start,
            turn.span.end,
            briefing.text_of(turn),
        )
        for briefing in briefings
        for turn in briefing.turns
    ]
    return _table("turns", TURN, rows)


def speakers_table(briefings: Iterable[Briefing]) -> Table:
    """One row a person; `share` is the percentage of all characters spoken, to one decimal."""
    rows = [row for briefing in briefings for row in _speaker_rows(briefing)]
    return _table("speakers", SPEAKER, rows)


def _speaker_rows(briefing: Briefing) -> Iterator[tuple[object, ...]]:
    turns: dict[str, list[Turn]] = {}
    for turn in briefing.turns:
        turns.setdefault(turn.speaker, []).append(turn)
    claims: dict[str, int] = {}
    for statement in briefing.claims:
        claims[statement.turn.speaker] = claims.get(statement.turn.speaker, 0) + 1
    spoken = sum(len(turn.span) for turn in briefing.turns)
    for person in briefing.people:
        own = turns.get(person.name, [])
        characters = sum(len(turn.span) for turn in own)
        share = (Decimal(100) * characters / spoken).quantize(Decimal("0.1")) if spoken else Decimal(0)
        yield (
            briefing.source.name,
            person.name,
            person.role.value,
            person.title,
            person.organization,
            len({turn.number for turn in own}),
            characters,
            share,
            claims.get(person.name, 0),
        )


def exchanges_table(briefings: Iterable[Briefing]) -> Table:
    """One row an exchange; several questions or answers are joined by a line break."""
    rows = []
    for briefing in briefings:
        turns: dict[int, list[Turn]] = {}
        for turn in briefing.turns:
            turns.setdefault(turn.exchange, []).append(turn)
        rows += [_exchange_row(briefing, exchange, turns[exchange.number]) for exchange in briefing.exchanges]
    return _table("qa", EXCHANGE, rows)


def _exchange_row(briefing: Briefing, exchange: Exchange, turns: Sequence[Turn]) -> tuple[object, ...]:
    questions = [turn for turn in turns if turn.kind is TurnKind.QUESTION]
    relays = [turn for turn in turns if turn.kind is TurnKind.RELAY]
    answers = [turn for turn in turns if turn.kind is TurnKind.ANSWER]
    asker = questions[0] if questions else None
    return (
        briefing.source.name,
        exchange.number,
        asker.speaker if asker else "",
        asker.organization if asker else "",
        relays[0].speaker if relays else "",
        tuple(dict.fromkeys(turn.speaker for turn in answers)),
        asker.number if asker else None,
        exchange.answers,
        "\n".join(briefing.text_of(turn) for turn in questions),
        "\n".join(briefing.text_of(turn) for turn in answers),
    )


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which claims of a briefing go into a table: all kinds where none is named, all lines where `line` is 0."""

    kinds: Collection[str] = ()
    everything: bool = False
    line: int = 0


def claims_table(briefings: Iterable[Briefing], wanted: Wanted = Wanted()) -> Table:
    """One row a numeric claim."""
    rows = [claim_row(briefing, each) for briefing in briefings for each in choose_statements(briefing, wanted)]
    return _table("numbers", CLAIM, rows)


def explanations_table(briefings: Iterable[Briefing], wanted: Wanted = Wanted()) -> Table:
    """One row a field of a claim: its value, the rule that fired and the words that decided."""
    rows = [
        row
        for briefing in briefings
        for each in choose_statements(briefing, wanted, explain=True)
        for row in _explanation_rows(briefing, each)
    ]
    return _table("explanations", EXPLANATION, rows)


def choose_statements(briefing: Briefing, wanted: Wanted, *, explain: bool = False) -> Iterator[Statement]:
    """The claims that are wanted; with `line`, only what begins on that line of the text, counted from 1."""
    plain = not wanted.everything and not explain
    statements = briefing.claims if plain else briefing.find_claims(everything=wanted.everything, explain=explain)
    lines = find_lines(briefing.source.text) if wanted.line else ()
    if wanted.line > len(lines):
        return
    for each in statements:
        if wanted.kinds and each.claim.kind.value not in wanted.kinds:
            continue
        if not wanted.line or lines[wanted.line - 1].overlaps(each.in_source(each.claim.span)):
            yield each


def _explanation_rows(briefing: Briefing, statement: Statement) -> Iterator[tuple[object, ...]]:
    """What decided each field, in the order of the fields; fields that nothing decided are left out.

    A date, an ordinal or a name has no fields but what it is.
    """
    row = dict(zip((column.name for column in CLAIM), claim_row(briefing, statement), strict=True))
    text, claim = briefing.source.text, statement.claim
    decided = [(each.field, each.rule, each.span) for each in claim.evidence] or [("kind", claim.rule, claim.span)]
    for field, rule, said in decided:
        span = statement.in_source(said)
        value = row.get(field, span.of(text))
        yield (
            row["source"],
            row["turn"],
            row["start"],
            row["text"],
            field,
            value,
            rule,
            span.of(text),
            span.start,
            span.end,
        )


def claim_row(briefing: Briefing, statement: Statement) -> tuple[object, ...]:
    """The values of a claim in the order of CLAIM."""
    format_value = _value_format()
    turn, claim = statement.turn, statement.claim
    text = briefing.source.text
    # The spans of a claim count from the start of its turn: no new span is made for a piece of text.
    by = turn.span.start
    start, end = claim.span.start + by, claim.span.end + by
    unit, section, sentence = claim.unit_span, claim.section, claim.sentence
    low = format_value(claim.low)
    return (
        briefing.source.name,
        turn.number or None,
        turn.speaker,
        str(turn.role),
        start,
        end,
        text[start:end],
        str(claim.kind),
        low,
        low if claim.high is claim.low else format_value(claim.high),
        text[unit.start + by : unit.end + by] if unit else claim.unit,
        claim.modifier,
        "".join([text[piece.start + by : piece.end + by] for piece in claim.metric]),
        claim.period,
        claim.change,
        claim.base,
        text[section.start + by : section.end + by] if section else "",
        text[sentence.start + by : sentence.end + by].strip(),
        claim.rule,
    )


@cache
def _value_format() -> Callable[[Decimal | str], str]:
    # An import in the function itself, though done once, would cost each row a microsecond.
    from pressparse.claims.claim import format_value

    return format_value


def keywords_table(source: str, keywords: Iterable["Keyword"]) -> Table:
    """One row a term, best first within its group; `source` is the file, empty where several were pooled."""
    rows = [(source, each.group, each.term, each.score, each.count, each.spread) for each in keywords]
    return _table("keywords", KEYWORD, rows)


def dialects_table(entries: Iterable[dict[str, str]]) -> Table:
    """One row a layout that is known, with an example."""
    return _table("dialects", DIALECT, [(entry["id"], entry["name"], entry["example"].strip()) for entry in entries])


def _table(name: str, columns: tuple[Column, ...], rows: Sequence[tuple[object, ...]]) -> Table:
    """The table; the columns `source` and `group` are shown in the terminal only where they tell rows apart."""
    table = Table(name, columns, tuple(rows))
    for place, column in enumerate(columns):
        if column.name in ("source", "group") and len({row[place] for row in rows}) <= 1:
            table = table.hide(column.name)
    return table
