"""Claims: what a sentence says about its numbers."""

from datetime import date

import pytest
from claim_case import read_cases

from pressparse.claims.claim import Claim, Kind, find_claims, format_value

FIELDS = ("span", "kind", "low", "high", "unit", "modifier", "metric", "period", "change", "base")


def said(claim: Claim, text: str) -> tuple[str, ...]:
    low, high = format_value(claim.low), format_value(claim.high)
    metric = "".join(piece.of(text) for piece in claim.metric)
    return (
        claim.span.of(text), claim.kind.value, low, high, claim.unit, claim.modifier, metric,
        claim.period, claim.change, claim.base,
    )  # fmt: skip


def _sentences() -> dict[str, list[dict[str, str]]]:
    rows: dict[str, list[dict[str, str]]] = {}
    for row in read_cases("claim"):
        rows.setdefault(row["text"], []).append(row)
    return rows


@pytest.mark.parametrize(("text", "rows"), _sentences().items(), ids=lambda value: str(value)[:30])
def test_sentence(text: str, rows: list[dict[str, str]]) -> None:
    """Every number of a sentence with metric, period, change and base, and no other number."""
    claims = find_claims(text, on=date.fromisoformat(rows[0]["on"]), region=rows[0]["region"])
    assert [said(claim, text) for claim in claims] == [tuple(row[field] for field in FIELDS) for row in rows]


def test_section_is_the_heading_above() -> None:
    """A claim carries the words of the last list mark above it."""
    text = "一是拓展空间。新增用地5公顷。二是服务企业。走访企业300家。"
    sections = [claim.section.of(text) for claim in find_claims(text) if claim.section]
    assert sections == ["拓展空间", "服务企业"]


def test_a_name_counts_nothing() -> None:
    """Numerals inside the names of people that the record announces are no numbers."""
    text = "先请陆万川厅长作介绍,全省出口1.2万亿元。"
    assert [claim.span.of(text) for claim in find_claims(text, names=["陆万川", "季书宁"])] == ["1.2万亿元"]


def test_without_a_date_relative_years_stay_open() -> None:
    """今年 is no year as long as nobody says when the event was."""
    (claim,) = find_claims("今年新增就业45万人。")
    assert claim.period == ""


def test_place_decides_the_currency() -> None:
    """元 is the currency of the place; 兆 is ten to the twelfth."""
    (claim,) = find_claims("總預算3.1兆元".replace("總預", "总预"), region="TW")
    assert (format_value(claim.low), claim.unit) == ("3100000000000", "TWD")


def test_each_claim_names_its_rules() -> None:
    """A number can always be explained."""
    rules = [claim.rule.split() for claim in find_claims("出口1.2万亿元,增长7.6%,占比超六成。")]
    assert [names[0] for names in rules] == ["money.unit", "percent.unit", "percent.unit"]
    assert all(len(names) > 1 for names in rules)


def test_absurd_numbers_are_no_claims() -> None:
    """What nobody says raises nothing and takes no time: a hundred million doublings, thousands of digits."""
    for text in (
        "翻亿番",
        "翻9999999番",
        f"{'9' * 5000}亿元",
        "亿" * 3000,
        f"百分之{'9' * 4000}",
        "100亿年前",
        "预计9亿年后",
    ):
        assert all(claim.kind is not Kind.MULTIPLE for claim in find_claims(text, on=date(2025, 9, 16)))
