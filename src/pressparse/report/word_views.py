"""What is known of words, as tables: keyness, dispersion, collocations, concordance, comparison; and the outline."""

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from pressparse.report.table import Column, Table

if TYPE_CHECKING:
    from pressparse.keywords.collocation import Collocation
    from pressparse.keywords.dispersion import Dispersion
    from pressparse.keywords.keyness import KeyTerm
    from pressparse.keywords.kwic import Concordance
    from pressparse.transcript.turn import Turn

_DIGITS = 9  # of a probability after the point

_SOURCE = Column("source", fold=False, crop="start", priority=-1)
_TERM = Column("term", min_cells=8, weight=2, priority=6)

KEYNESS = (
    _SOURCE,
    Column("group", min_cells=8, priority=4),
    Column("against", fold=False, priority=1),
    Column("side", fold=False, priority=1),
    _TERM,
    Column("measure", fold=False, priority=3),
    Column("score", "float", fold=False, priority=5),
    Column("log_ratio", "float", fold=False, priority=3),
    Column("p", "float", fold=False, priority=1),
    Column("a", "integer", fold=False, priority=4),
    Column("b", "integer", fold=False, priority=4),
    Column("rate_a", "float", fold=False, priority=2),
    Column("rate_b", "float", fold=False, priority=2),
    Column("floored", fold=False, priority=0),
)
DISPERSION = (
    _SOURCE,
    _TERM,
    Column("count", "integer", fold=False, priority=4),
    Column("over", fold=False, priority=1),
    Column("range", "integer", fold=False, priority=3),
    Column("parts", "integer", fold=False, priority=3),
    Column("juilland_d", "float", fold=False, priority=3),
    Column("dp", "float", fold=False, priority=3),
    Column("dp_norm", "float", fold=False, priority=3),
)
COLLOCATION = (
    _SOURCE,
    _TERM,
    Column("collocate", min_cells=8, weight=2, priority=6),
    Column("measure", fold=False, priority=3),
    Column("score", "float", fold=False, priority=4),
    Column("count", "integer", fold=False, priority=4),
    Column("first", "integer", fold=False, priority=1),
    Column("second", "integer", fold=False, priority=1),
)
KWIC = (
    _SOURCE,
    Column("turn", "integer", fold=False, priority=2),
    Column("speaker", fold=False, priority=1),
    Column("left", fold=False, crop="start", align="right", priority=5),
    Column("match", fold=False, priority=6),
    Column("right", fold=False, priority=5),
    Column("start", "integer", shown=False),
    Column("end", "integer", shown=False),
)
COMPARISON = (
    Column("side", fold=False, priority=5),
    Column("term_or_metric", min_cells=10, weight=2, priority=6),
    Column("a", "decimal", fold=False, priority=5),
    Column("b", "decimal", fold=False, priority=5),
    Column("statistic", "float", fold=False, priority=4),
    Column("effect", "float", fold=False, priority=4),
    Column("kind", fold=False, priority=3),
    Column("group", fold=False, priority=3),
    Column("measure", fold=False, priority=1),
    Column("p", "float", fold=False, priority=1),
    Column("unit", fold=False, priority=2),
    Column("period_a", min_cells=6, whole=True, priority=1),
    Column("period_b", min_cells=6, whole=True, priority=1),
)
OUTLINE = (
    _SOURCE,
    Column("turn", "integer", fold=False, priority=3),
    Column("speaker", min_cells=6, priority=2),
    Column("level", "integer", fold=False, priority=4),
    Column("mark", fold=False, priority=5),
    Column("title", min_cells=20, weight=3, priority=6),
    Column("start", "integer", shown=False),
    Column("end", "integer", shown=False),
    Column("announced", "integer", fold=False, priority=3),
    Column("found", "integer", fold=False, priority=3),
    Column("claims", "integer", fold=False, priority=3),
)


def keyness_table(
    source: str, against: str, measure: str, terms: Iterable[tuple[str, "KeyTerm"]], *, source_b: str = ""
) -> Table:
    """One row a term that tells a group from what it is held against, keenest first, each side by itself."""
    rows = [
        (
            source,
            group,
            source_b or against,
            term.side,
            term.term,
            measure,
            term.statistic,
            term.effect,
            round(term.p, _DIGITS),
            term.a,
            term.b,
            term.rate_a,
            term.rate_b,
            "yes" if term.floored else "",
        )
        for group, term in terms
    ]
    return _table("keyness", KEYNESS, rows)


def dispersion_table(source: str, over: str, terms: Iterable["Dispersion"]) -> Table:
    """One row a term, the most frequent first, with how evenly it is spread over turns or other parts."""
    rows = [
        (source, each.term, each.count, over, each.range, each.parts, each.juilland_d, each.dp, each.dp_norm)
        for each in terms
    ]
    return _table("dispersion", DISPERSION, rows)


def collocations_table(source: str, measure: str, pairs: Iterable["Collocation"]) -> Table:
    """One row a pair of words, the strongest first."""
    rows = [
        (source, each.term, each.collocate, measure, each.statistic, each.count, each.first, each.second)
        for each in pairs
    ]
    return _table("collocations", COLLOCATION, rows)


def kwic_table(lines: Iterable[tuple[str, "Turn", "Concordance"]]) -> Table:
    """One row a place of the term; `start` and `end` count in the source text."""
    rows = []
    for source, turn, line in lines:
        span = line.span.shift(turn.span.start)
        rows.append(
            (source, turn.number or None, turn.speaker, line.left, line.match, line.right, span.start, span.end)
        )
    return _table("kwic", KWIC, rows)


def comparison_table(rows: Sequence[tuple[object, ...]]) -> Table:
    """One row a word or number that differs; the columns as in COMPARISON."""
    return _table("compare", COMPARISON, rows)


def outline_table(rows: Sequence[tuple[object, ...]]) -> Table:
    """One row a point; the columns as in OUTLINE."""
    return _table("outline", OUTLINE, rows)


def _table(name: str, columns: tuple[Column, ...], rows: Sequence[tuple[object, ...]]) -> Table:
    """The table; columns that say the same in each row, or nothing, are not shown in the terminal."""
    table = Table(name, columns, tuple(rows))
    for place, column in enumerate(columns):
        values = {row[place] for row in rows}
        if (column.name in ("source", "group") and len(values) <= 1) or values == {""}:
            table = table.hide(column.name)
    return table
