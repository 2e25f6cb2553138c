"""Claims: quantities with what they measure, when, and against what."""

from bisect import bisect_right
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from pressparse.claims.context import Context, Sentence
from pressparse.claims.kind import Kind
from pressparse.claims.mention import Setting, find_mentions
from pressparse.claims.quantity import Quantity
from pressparse.span import Span

__all__ = ["Claim", "Kind", "Value", "find_claims", "format_value"]

Value = Decimal | str


@dataclass(frozen=True, slots=True)
class Claim:
    """A number with all that the text says about it; fields as in CLAIMS.md, spans in the analysis text.

    `metric` are pieces of the text that, joined, name what is measured; `rule` names the rules that fired.
    """

    span: Span
    kind: Kind
    low: Value
    high: Value
    unit: str
    unit_span: Span | None
    modifier: str
    metric: tuple[Span, ...]
    period: str
    change: str
    base: str
    section: Span | None
    sentence: Span
    rule: str


def format_value(value: Value) -> str:
    """A value as a plain string, without exponent or trailing zeros; ratios as they were said.

    >>> format_value(Decimal("4.448E+10")), format_value(Decimal("7.60")), format_value("7:3")
    ('44480000000', '7.6', '7:3')
    """
    if isinstance(value, str):
        return value
    text = f"{value:f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def find_claims(
    text: str, *, on: date | None = None, region: str = "CN", everything: bool = False
) -> tuple[Claim, ...]:
    """The claims of one speech in analysis script, left to right, none overlapping; spans are offsets into `text`.

    `on` is the date of the event, which 今年 and its like are counted from; `region` says what 元 is.
    `everything` adds dates, ordinals and labels.

    >>> [format_value(claim.low) for claim in find_claims("出口1.2万亿元,增长7.6%")]
    ['1200000000000', '7.6']
    """
    mentions = find_mentions(text, Setting(on, region, everything))
    context = Context(text, mentions)
    claims: list[Claim] = []
    for sentence in context.sentences():
        claims += _claims_of(text, context, sentence, everything)
    if everything:
        claims += _dates(context, claims)
        claims.sort(key=lambda claim: claim.span.start)
    return tuple(claims)


def _claims_of(text: str, context: Context, sentence: Sentence, everything: bool) -> list[Claim]:
    span = Span(sentence.start, sentence.end)
    rows: list[Claim] = []
    section = context.section_at(sentence.quantities[0].start)
    for quantity, fact in context.facts(sentence):
        if fact is None:
            if everything:
                rows.append(_row(quantity, span))
            continue
        unit_span = Span(quantity.unit_start, quantity.unit_end) if quantity.unit_end else None
        rows.append(
            Claim(
                Span(quantity.start, quantity.end),
                quantity.kind,
                quantity.low,
                quantity.high,
                quantity.unit,
                unit_span,
                fact.modifier,
                tuple([Span(*piece) for piece in fact.metric]),
                fact.period,
                fact.change,
                fact.base,
                section,
                span,
                f"{quantity.rule} {fact.rule}",
            )
        )
    return rows


def _row(quantity: Quantity, sentence: Span) -> Claim:
    """A date, ordinal or label, which states nothing but where it stands."""
    return Claim(
        Span(quantity.start, quantity.end),
        quantity.kind,
        quantity.low,
        quantity.high,
        quantity.unit,
        None,
        "",
        (),
        "",
        "",
        "",
        None,
        sentence,
        quantity.rule,
    )


def _dates(context: Context, claims: list[Claim]) -> list[Claim]:
    """The times of the text as rows of kind date, except where a claim holds them."""
    starts = [claim.span.start for claim in claims]
    rows = []
    for time in context.mentions.times:
        index = bisect_right(starts, time.start)
        if index and claims[index - 1].span.end > time.start:
            continue
        span = Span(time.start, time.end)
        rows.append(
            Claim(
                span,
                Kind.DATE,
                time.period,
                time.period,
                "",
                None,
                "",
                (),
                time.period,
                "",
                "",
                None,
                context.sentence_span(time.start),
                "date.time",
            )
        )
    return rows
