"""Evidence: the words that decided a claim."""

from datetime import date

from pressparse.claims.claim import find_claims

ON = date(2025, 10, 20)


def _evidence(text: str, index: int) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for one in find_claims(text, on=ON, explain=True)[index].evidence:
        found.setdefault(one.field, []).append(one.span.of(text))
    return found


def test_each_field_names_its_words() -> None:
    """Unit, modifier, metric, period, change and base each point at what was said."""
    text = "9月份,快递业务量突破1.2亿件,比上月增长约3.1%。"
    assert _evidence(text, 0) == {
        "unit": ["件"],
        "modifier": ["突破"],
        "metric": ["快递业务量"],
        "period": ["9月份"],
    }
    found = _evidence(text, 1)
    assert (found["change"], found["base"], found["modifier"]) == (["增长"], ["上月"], ["约"])


def test_a_change_points_at_the_number_it_is_against() -> None:
    """Where the speaker gave both numbers, the second names the first."""
    assert _evidence("护理床位由1.5万张增至2.4万张。", 1)["base_value"] == ["1.5万张"]
    assert _evidence("总产值比2020年的730亿元增长41%。", 1)["base_value"] == ["730亿元"]


def test_nothing_is_collected_unasked() -> None:
    """Evidence costs only those who want it."""
    assert [claim.evidence for claim in find_claims("进口870亿元,增长2.1%。")] == [(), ()]
