"""Claims: quantities with what they measure, when, and against what."""

from bisect import bisect_right
from collections.abc import Collection, Iterator
from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import ClassVar, Final

from pressparse.claims.context import Context
from pressparse.claims.draft import Fact, Pieces, Sentence
from pressparse.claims.evidence import Evidence, find_evidence
from pressparse.claims.kind import DATE, Kind
from pressparse.claims.mention import Setting, find_mentions
from pressparse.claims.numeral import HAN_DIGITS, HAN_SCALES
from pressparse.claims.quantity import Quantity
from pressparse.claims.wrap import Unwrapped
from pressparse.record import Record
from pressparse.span import Span

__all__ = ["Claim", "Evidence", "Kind", "Value", "find_claims", "format_value"]

Value = Decimal | str


class Claim(Record):
    """A number with all that the text says about it; fields as in docs/claims.md, spans in the analysis text.

    `metric` are pieces of the text that, joined, name what is measured; `rule` names the rules that fired;
    `evidence` the words that decided each field, empty unless asked for.
    """

    names: ClassVar = (
        "span", "kind", "low", "high", "unit", "unit_span", "modifier", "metric", "period", "change", "base", "section",
        "sentence", "rule", "evidence",
    )  # fmt: skip
    __slots__ = names

    def __init__(
        self,
        span: Span,
        kind: Kind,
        low: Value,
        high: Value,
        unit: str,
        unit_span: Span | None,
        modifier: str,
        metric: tuple[Span, ...],
        period: str,
        change: str,
        base: str,
        section: Span | None,
        sentence: Span,
        rule: str,
        evidence: tuple[Evidence, ...] = (),
    ) -> None:
        self.span = span
        self.kind = kind
        self.low = low
        self.high = high
        self.unit = unit
        self.unit_span = unit_span
        self.modifier = modifier
        self.metric = metric
        self.period = period
        self.change = change
        self.base = base
        self.section = section
        self.sentence = sentence
        self.rule = rule
        self.evidence = evidence

    @property
    def is_taken_off(self) -> bool:
        """Whether the value says by how much something fell; the sign of “增长率为-1.5%” says it by itself."""
        return self.change == "down" and not (isinstance(self.low, Decimal) and self.low < 0)


def format_value(value: Value) -> str:
    """A value as a plain string, without exponent or trailing zeros; ratios as they were said.

    >>> format_value(Decimal("4.448E+10")), format_value(Decimal("7.60")), format_value("7:3")
    ('44480000000', '7.6', '7:3')
    """
    if isinstance(value, str):
        return value
    text = str(value)
    if "E" in text:
        text = f"{value:f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def find_claims(
    text: str,
    *,
    on: date | None = None,
    region: str = "CN",
    names: Collection[str] = (),
    everything: bool = False,
    explain: bool = False,
    asked: int = 0,
    reported: str = "",
) -> tuple[Claim, ...]:
    """The claims of one speech in analysis script, left to right, none overlapping; spans are offsets into `text`.

    `on` is the date of the event, which 今年 and its like are counted from; `region` says what 元 is;
    numerals inside `names`, those of people, claim nothing.
    `everything` adds dates, ordinals and labels; `explain` the evidence for each field. `asked` is where an answer
    begins when the text has the question in front of it, 0 otherwise; `reported` is the period that a heading says is
    reported (“2024年第二季度业绩会”), which “本季度” means then.

    >>> [format_value(claim.low) for claim in find_claims("出口1.2万亿元,增长7.6%")]
    ['1200000000000', '7.6']
    """
    page = Unwrapped(text)
    # Most speeches name nobody with a numeral in the name: then no number is asked whether it belongs to one.
    counting = tuple(
        [name for name in names if len(name) in _NAME_SIZES and name in page.text and not _NUMERALS.isdisjoint(name)]
    )
    context = Context(
        page.text,
        find_mentions(page.text, Setting(on, region, everything, counting, reported)),
        page.inside(asked) if asked else 0,
    )
    claims: list[Claim] = []
    for sentence in context.sentences():
        claims += _claims_of(context, sentence, page, everything=everything, explain=explain)
    if everything:
        claims += _dates(context, claims, page)
        claims.sort(key=lambda claim: claim.span.start)
    return tuple(claims)


# “陆万川”, “欧阳百里”.
_NAME_SIZES: Final = range(2, 5)
_NUMERALS: Final = frozenset(f"{HAN_DIGITS}{HAN_SCALES}")


def _claims_of(
    context: Context, sentence: Sentence, page: Unwrapped, *, everything: bool, explain: bool
) -> list[Claim]:
    place = page.place if page.changed else Span
    span = place(sentence.start, sentence.end)
    rows: list[Claim] = []
    section = context.section_at(sentence.quantities[0].start)
    if section and page.changed:
        section = page.place(section.start, section.end)
    for quantity, fact in context.facts(sentence):
        if fact is None:
            if everything:
                rows.append(_row(quantity, place(quantity.start, quantity.end), span))
            continue
        rows.append(
            Claim(
                place(quantity.start, quantity.end),
                quantity.kind,
                quantity.low,
                quantity.high,
                quantity.unit,
                place(quantity.unit_start, quantity.unit_end) if quantity.unit_end else None,
                fact.modifier,
                page.pieces(fact.metric) if page.changed else _spans(fact.metric),
                fact.period,
                fact.change,
                fact.base,
                section,
                span,
                f"{quantity.rule} {fact.rule}" if fact.rule else quantity.rule,
                tuple(_evidence(context, sentence, quantity, fact, page)) if explain else (),
            )
        )
    return rows


def _spans(pieces: Pieces) -> tuple[Span, ...]:
    if len(pieces) == 1:
        return (Span(*pieces[0]),)
    return tuple([Span(start, end) for start, end in pieces])


def _evidence(
    context: Context, sentence: Sentence, quantity: Quantity, fact: Fact, page: Unwrapped
) -> Iterator[Evidence]:
    clause = max(context.layout.clause_start(quantity.start), sentence.start)
    for one in find_evidence(context.text, quantity, fact, clause, context.timeline.by_end):
        yield replace(one, span=page.place(one.span.start, one.span.end))


def _row(quantity: Quantity, span: Span, sentence: Span) -> Claim:
    """A date, ordinal or label, which states nothing but where it stands."""
    return Claim(
        span, quantity.kind, quantity.low, quantity.high, quantity.unit, None, "", (), "", "", "", None, sentence,
        quantity.rule,
    )  # fmt: skip


def _dates(context: Context, claims: list[Claim], page: Unwrapped) -> list[Claim]:
    """The times of the text as rows of kind date, except where a claim holds them."""
    starts = [claim.span.start for claim in claims]
    rows = []
    for time in context.mentions.times:
        span = page.place(time.start, time.end)
        index = bisect_right(starts, span.start)
        if index and claims[index - 1].span.end > span.start:
            continue
        sentence = context.sentence_span(time.start)
        rows.append(
            Claim(
                span, DATE, time.period, time.period, "", None, "", (), time.period, "", "", None,
                page.place(sentence.start, sentence.end), "date.time",
            )
        )  # fmt: skip
    return rows
