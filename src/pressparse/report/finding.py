"""Findings as a Table: one row each, with the places quoted and their numbers marked."""

import re
from collections.abc import Collection, Iterable, Iterator
from decimal import ROUND_CEILING, ROUND_FLOOR, ROUND_HALF_EVEN, Decimal, localcontext
from fractions import Fraction
from typing import TYPE_CHECKING

from pressparse.briefing import Audit, Briefing, check_briefings
from pressparse.report.table import Column, Table
from pressparse.report.views import CLAIM, Wanted, choose_statements, claim_row
from pressparse.span import Span

if TYPE_CHECKING:
    from pressparse.claims.check.finding import Finding, Spot
    from pressparse.claims.check.interval import Interval

FINDING = (
    Column("source", fold=False, crop="start", priority=-1),
    Column("check", fold=False, priority=5),
    Column("verdict", fold=False, priority=5),
    Column("stated", shown=False),
    Column("expected", shown=False),
    Column("claims", "list", shown=False),
    Column("message", min_cells=20, weight=2, priority=6),
    Column("sentences", "list", min_cells=24, weight=3, priority=4),
)
# What a claim was held against, behind the columns of the claim itself.
CHECKED = (
    *CLAIM,
    Column("verdict", fold=False, priority=5),
    Column("checks", "list", min_cells=20, weight=2, priority=5),
)
# A claim with several findings has the first of these verdicts that one of them has.
_FIRST = ("inconsistent", "consistent", "rounding", "incomplete", "incomparable")
# The number that a finding is about stands in these.
MARK, MARK_END, CUT = "【", "】", "…"
_AROUND_CHARS = 24
_DIGITS = re.compile(r"[0-9][0-9,]*(?:\.(?P<places>[0-9]+))?")
_SIGNIFICANT = 6


def findings_table(audit: Audit, *, checks: Collection[str] = (), verdicts: Collection[str] = ()) -> Table:
    """One row a finding, those of `checks` and `verdicts` where some are named.

    `claims` are the places as `FILE:START:END SPEAKER: WORDS`, that which is judged first; `sentences` quote them.
    """
    rows = [
        _row(audit, finding)
        for finding in audit.findings
        if (not checks or finding.check.value in checks) and (not verdicts or finding.verdict.value in verdicts)
    ]
    table = Table("check", FINDING, tuple(rows))
    return table.hide("source") if len({row[0] for row in rows}) <= 1 else table


def checked_claims_table(briefings: Iterable[Briefing], wanted: Wanted) -> Table:
    """One row a numeric claim with what it was held against, across all the briefings.

    `checks` has a line `CHECK VERDICT: MESSAGE` for each finding on the claim; `verdict` is inconsistent where one of
    them is, else what speaks most for the number; empty where nothing could be held against it.
    """
    records = tuple(briefings)
    audit = check_briefings(records)
    found: dict[tuple[int, Span], list[Finding]] = {}
    for finding in audit.findings:
        places = [_in_source(audit, spot) for spot in finding.spots if spot.claim]
        for key in dict.fromkeys((id(briefing), span) for briefing, span in places):
            found.setdefault(key, []).append(finding)
    rows = []
    for briefing in records:
        for statement in choose_statements(briefing, wanted):
            own = found.get((id(briefing), statement.in_source(statement.claim.span)), [])
            verdicts = [each.verdict.value for each in own]
            verdict = min(verdicts, key=_FIRST.index, default="")
            said = tuple([f"{each.check} {each.verdict}: {_message(audit, each)}" for each in own])
            rows.append((*claim_row(briefing, statement), verdict, said))
    table = Table("checked", CHECKED, tuple(rows))
    return table.hide("source") if len({row[0] for row in rows}) <= 1 else table


def _message(audit: Audit, finding: "Finding") -> str:
    """What a finding says, with the words and numbers of its places."""
    words = [_words(audit, spot) for spot in finding.spots]
    message = finding.message.replace("{expected}", _scaled(finding.expected, finding, words[finding.like]))
    message = message.replace("{metric}", _metric(audit, finding.spots[finding.like]))
    for number, said in enumerate(words):
        message = message.replace(f"{{{number}}}", said)
    return message


def _row(audit: Audit, finding: "Finding") -> tuple[object, ...]:
    return (
        audit.speeches[finding.spots[0].speech][0].source.name,
        finding.check.value,
        finding.verdict.value,
        _plain(finding.stated),
        _plain(finding.expected),
        tuple(_place(audit, spot) for spot in finding.spots),
        _message(audit, finding),
        tuple(_sentences(audit, finding)),
    )


def _words(audit: Audit, spot: "Spot") -> str:
    briefing, span = _in_source(audit, spot)
    return " ".join(span.of(briefing.source.text).split())


def _metric(audit: Audit, spot: "Spot") -> str:
    """What the number of a place measures, in the words of the source."""
    briefing, turn = audit.speeches[spot.speech]
    pieces = spot.claim.metric if spot.claim else ()
    return "".join(piece.shift(turn.span.start).of(briefing.source.text) for piece in pieces)


def _in_source(audit: Audit, spot: "Spot") -> tuple[Briefing, Span]:
    briefing, turn = audit.speeches[spot.speech]
    return briefing, spot.span.shift(turn.span.start)


def _place(audit: Audit, spot: "Spot") -> str:
    briefing, span = _in_source(audit, spot)
    speaker = audit.speeches[spot.speech][1].speaker
    said = f"{speaker}: {_words(audit, spot)}" if speaker else _words(audit, spot)
    return f"{briefing.source.name}:{span.start}:{span.end} {said}"


def _plain(interval: "Interval | None") -> str:
    """The interval in plain decimals, rounded outwards: “148”, “15.3728..15.3965”; an open end has no number."""
    if interval is None:
        return ""
    low, high = _decimal(interval.low, ROUND_FLOOR), _decimal(interval.high, ROUND_CEILING)
    return low if low == high else f"{low}..{high}"


def _decimal(bound: Fraction | None, rounding: str) -> str:
    if bound is None:
        return ""
    with localcontext() as context:
        context.prec, context.rounding = max(_SIGNIFICANT, len(str(abs(int(bound))))), rounding
        value = Decimal(bound.numerator) / Decimal(bound.denominator)
    return _trim(value)


def _trim(value: Decimal) -> str:
    text = f"{value:f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def _scaled(interval: "Interval | None", finding: "Finding", said: str) -> str:
    """The number in the scale of what was said: 11260000000 is “112.6億元” like “196.5億元”."""
    claim = finding.spots[finding.like].claim
    digits = _DIGITS.search(said)
    if interval is None or interval.low is None or interval.high is None:
        return _plain(interval)
    spoken_value = Fraction(digits[0].replace(",", "")) if digits else Fraction(0)
    if claim is None or digits is None or not isinstance(claim.low, Decimal) or not claim.low or not spoken_value:
        return _plain(interval)
    scale = Fraction(claim.low) / spoken_value
    # A base that follows from “143億元” has one place more than was said.
    spoken = len(digits["places"] or "")
    places = Decimal(1).scaleb(-(spoken or int(finding.derived)))
    low, high = interval.low / scale, interval.high / scale
    middle = _quantized((low + high) / 2, places, ROUND_HALF_EVEN)
    shown = said[: digits.start()] + middle + said[digits.end() :]
    if low == high:
        return shown
    fine = places / 10
    return f"{shown} ({_quantized(low, fine, ROUND_FLOOR)} to {_quantized(high, fine, ROUND_CEILING)})"


def _quantized(value: Fraction, places: Decimal, rounding: str) -> str:
    return _trim((Decimal(value.numerator) / Decimal(value.denominator)).quantize(places, rounding))


def _sentences(audit: Audit, finding: "Finding") -> Iterator[str]:
    """Each sentence once, with its numbers marked and what is far from them cut."""
    groups: dict[tuple[int, Span], list[Span]] = {}
    for spot in finding.spots:
        groups.setdefault((spot.speech, spot.sentence), []).append(spot.span)
    for (speech, sentence), found in groups.items():
        briefing, turn = audit.speeches[speech]
        text = turn.span.of(briefing.source.text)
        spans = sorted(set(found))
        start = max(spans[0].start - _AROUND_CHARS, min(sentence.start, spans[0].start))
        end = min(spans[-1].end + _AROUND_CHARS, max(sentence.end, spans[-1].end))
        pieces, at = [CUT if start > sentence.start else ""], start
        for span in spans:
            gap = text[at : span.start]
            pieces.append(gap if len(gap) <= 4 * _AROUND_CHARS else gap[:_AROUND_CHARS] + CUT + gap[-_AROUND_CHARS:])
            pieces.append(f"{MARK}{span.of(text)}{MARK_END}")
            at = span.end
        pieces += [text[at:end], CUT if end < sentence.end else ""]
        quote = " ".join("".join(pieces).split())
        yield f"{turn.speaker} {turn.span.start + spans[0].start}: {quote}".lstrip()
