"""The cases of other extractors' test suites: which of the values they expect are found."""

from decimal import Decimal, InvalidOperation
from pathlib import Path
from typing import Any, NamedTuple

from pressparse.claims.claim import Claim, find_claims
from pressparse.text.script import to_analysis


class PeerScore(NamedTuple):
    """`found` of `total` expected values; of those, `ordinals` are found as ordinals, which are no claims of ours."""

    found: int
    total: int
    ordinals: int
    false_finds: tuple[str, ...]
    missing: tuple[str, ...]


def values_of(claims: tuple[Claim, ...]) -> set[Decimal]:
    """The values of claims; percentages also as shares of one, which some suites expect."""
    values: set[Decimal] = set()
    for claim in claims:
        for value in (claim.low, claim.high):
            try:
                number = Decimal(value)
            except InvalidOperation:
                continue
            values |= {number, number / 100} if claim.unit == "%" else {number}
    return values


def _has(values: set[Decimal], row: dict[str, Any]) -> bool:
    bounds = [row[key] for key in ("lower", "upper") if row.get(key)] or [row["value"]]
    wanted = [Decimal(bound) for bound in bounds]
    return any(abs(value - want) <= abs(want) * Decimal("1e-6") for value in values for want in wanted)


def score_peers(cases: list[dict[str, Any]]) -> PeerScore:
    """How many expected values are found, and where something is found that a suite expects not to be."""
    found = total = ordinals = 0
    false_finds: list[str] = []
    missing: list[str] = []
    for case in cases:
        text = to_analysis(case["text"])
        claims = find_claims(text)
        if not case["expected"] and claims:
            false_finds.append(case["text"])
        for row in case["expected"]:
            total += 1
            if _has(values_of(claims), row):
                found += 1
            elif row.get("unit") == "rank" and _has(values_of(find_claims(text, everything=True)), row):
                ordinals += 1
            else:
                missing.append(f"{case['text']} (expected {row.get('value') or row.get('lower')}; {case['source']})")
    return PeerScore(found, total, ordinals, tuple(false_finds), tuple(missing))


def path_of(shared: Path) -> Path:
    """Where the cases are."""
    return shared / "gold" / "peers-dev.jsonl"
