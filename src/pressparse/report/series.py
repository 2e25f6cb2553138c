"""One metric through several transcripts: its levels by period, with the change from one to the next."""

from collections.abc import Iterable, Iterator
from decimal import Decimal

from pressparse.briefing import Briefing, Statement
from pressparse.report.table import Column, Table
from pressparse.text.script import to_analysis

SERIES = (
    Column("source", fold=False, crop="start", priority=0),
    Column("period", min_cells=6, whole=True, priority=6),
    Column("metric", min_cells=14, weight=2, priority=4),
    Column("text", min_cells=8, priority=6),
    Column("low", "decimal", fold=False, priority=3),
    Column("unit", min_cells=4, priority=3),
    Column("change", "decimal", fold=False, priority=5),
    Column("speaker", min_cells=6, priority=5),
    Column("start", "integer", shown=False),
    Column("end", "integer", shown=False),
)
_TENTH = Decimal("0.1")


def series_table(briefings: Iterable[Briefing], metric: str) -> Table:
    """One row a statement of the amount of `metric`, by unit and period.

    Names are matched without quotes, own scope (全市) and words that add nothing, in either script. `change` is the
    percentage against the amount of the period before, to one decimal; empty for the first, and for percentages
    the difference in points.
    """
    from pressparse.claims.check.name import plain_name
    from pressparse.claims.claim import format_value

    wanted = plain_name(to_analysis(metric))
    found = [(briefing, each) for briefing, each, name in _find_amounts(briefings) if name == wanted]
    found.sort(key=lambda pair: (pair[1].claim.unit, pair[1].claim.period))
    rows = []
    before: dict[tuple[str, int], tuple[str, Decimal]] = {}
    for briefing, each in found:
        claim, text = each.claim, briefing.source.text
        key = (claim.unit, len(claim.period))
        value = Decimal(claim.low)
        last = before.get(key)
        new = last is not None and last[0] != claim.period
        rows.append(
            (
                briefing.source.name,
                claim.period,
                _printed_metric(briefing, each),
                each.in_source(claim.span).of(text),
                format_value(value),
                each.in_source(claim.unit_span).of(text) if claim.unit_span else claim.unit,
                _change(last[1], value, points=claim.kind.value == "percent") if last and new else "",
                each.turn.speaker,
                each.in_source(claim.span).start,
                each.in_source(claim.span).end,
            )
        )
        if last is None or new:
            before[key] = (claim.period, value)
    return Table("series", SERIES, tuple(rows))


def find_near_metrics(briefings: Iterable[Briefing], metric: str, *, most: int = 5) -> tuple[str, ...]:
    """Names under which amounts are said that are much like `metric`, as printed, the nearest first; () where none is.

    Those that contain it, or that it contains, come before those that are spelled alike.
    """
    from difflib import get_close_matches

    from pressparse.claims.check.name import plain_name

    wanted = plain_name(to_analysis(metric))
    printed: dict[str, str] = {}
    for briefing, each, name in _find_amounts(briefings):
        if name:
            printed.setdefault(name, _printed_metric(briefing, each))
    inside = sorted((name for name in printed if name in wanted or wanted in name), key=len)
    near = (*inside, *get_close_matches(wanted, printed, n=most))
    return tuple(printed[name] for name in dict.fromkeys(near))[:most]


def _find_amounts(briefings: Iterable[Briefing]) -> Iterator[tuple[Briefing, Statement, str]]:
    """Each statement of an amount with its period, and the plain name of its metric."""
    from pressparse.claims.check.name import plain_name

    for briefing in briefings:
        for each in filter(_is_amount, briefing.claims):
            name = "".join(each.in_source(piece).of(briefing.words) for piece in each.claim.metric)
            yield briefing, each, plain_name(name)


def _printed_metric(briefing: Briefing, each: Statement) -> str:
    return "".join(each.in_source(piece).of(briefing.source.text) for piece in each.claim.metric)


def _is_amount(statement: Statement) -> bool:
    claim = statement.claim
    return isinstance(claim.low, Decimal) and bool(claim.period) and (not claim.change or "from-to" in claim.rule)


def _change(before: Decimal, now: Decimal, *, points: bool) -> str:
    if points:
        return f"{now - before:f}"
    return f"{((now / before - 1) * 100).quantize(_TENTH):f}" if before else ""
