"""Quantities: one stretch of text, one value, one unit."""

import pytest
from claim_case import read_cases

from pressparse.claims.claim import find_claims, format_value
from pressparse.claims.kind import Kind


@pytest.mark.parametrize("case", read_cases("quantity"), ids=lambda case: case["text"])
def test_quantity(case: dict[str, str]) -> None:
    """Value, unit and modifier of a quantity as it is said, and the stretch that it covers."""
    (claim,) = find_claims(case["text"], region=case["region"] or "CN")
    found = [claim.span.of(case["text"]), claim.kind.value, format_value(claim.low), format_value(claim.high)]
    assert found == [case["span"], case["kind"], case["low"], case["high"] or case["low"]]
    assert [claim.unit, claim.modifier] == [case["unit"], case["modifier"]]


@pytest.mark.parametrize("text", [case["text"] for case in read_cases("quantity.none")])
def test_no_quantity(text: str) -> None:
    """Dates, ordinals, list marks, names, codes and idioms claim nothing."""
    assert not [claim.span.of(text) for claim in find_claims(text)]


@pytest.mark.parametrize("case", read_cases("trap"), ids=lambda case: case["text"])
def test_trap_is_recognised(case: dict[str, str]) -> None:
    """What looks like a number and is none is listed on request with its kind, never silently swallowed."""
    rows = find_claims(case["text"], everything=True)
    assert (case["span"], Kind(case["kind"])) in [(row.span.of(case["text"]), row.kind) for row in rows]
    assert all(not row.kind.claims for row in rows)
