"""Patterns that wait for a sign: what a text without one is spared, no match is among."""

import re
from contextlib import suppress

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from hypothesis.errors import Unsatisfiable

from pressparse.lexicon import margin_pattern, read_patterns, read_rows
from pressparse.pattern import on_demand

NAMES = [row["name"] for row in read_rows("margin_signs")]
SLOW = [HealthCheck.too_slow, HealthCheck.filter_too_much, HealthCheck.data_too_large]


@pytest.mark.parametrize("name", NAMES)
def test_every_match_shows_a_sign(name: str) -> None:
    """Whatever a pattern of margins.tsv matches is found by the one that waits for a sign of it, at the same place."""
    whole = read_patterns("margins")[name]
    plain = re.compile(whole)

    @settings(max_examples=20, deadline=None, suppress_health_check=SLOW, derandomize=True, database=None)
    @given(st.data())
    def check(branch: str, data: st.DataObject) -> None:
        text = data.draw(st.from_regex(branch))
        # One of its own for each text: the first that shows a sign ends the waiting.
        for method in ("match", "search", "fullmatch"):
            expected, found = getattr(plain, method)(text), getattr(margin_pattern(name), method)(text)
            assert (expected and expected.span()) == (found and found.span()), text

    for branch in branches(whole):
        # Texts are hardly found by chance for what looks ahead or behind.
        with suppress(Unsatisfiable):
            check(branch)


def branches(pattern: str) -> list[str]:
    """The alternatives of a pattern, those within its groups left together."""
    parts, depth = [""], 0
    for token in re.findall(r"\\.|\[\^?\]?(?:\\.|[^\]\\])*\]|.", pattern):
        depth += (token == "(") - (token == ")")
        if token == "|" and not depth:
            parts.append("")
        else:
            parts[-1] += token
    return parts


def test_a_text_without_a_sign_is_spared() -> None:
    """No method compiles before a sign is shown; each says what the pattern would, between the places it is given."""
    waiting = on_demand("(?:a|b)c", signs=("ac", "bc"))
    assert [waiting.match("x"), waiting.search("xx"), waiting.fullmatch("")] == [None] * 3
    assert list(waiting.finditer("x")) == []
    assert waiting.sub("y", "ax") == "ax"
    assert waiting.search("ac x", 1) is None
    assert "search" not in vars(waiting)
    assert [match[0] for match in waiting.finditer("ac bc", 1)] == ["bc"]
    assert waiting.sub("y", "ac bc") == "y y"


def test_a_sign_at_the_start() -> None:
    """A sign with “^” in front counts at the start alone."""
    waiting = on_demand("^ac", signs=("^ac",))
    assert waiting.match("bac") is None
    assert "match" not in vars(waiting)
    assert waiting.match("ac") is not None


def test_a_long_text_is_not_looked_through_for_ever() -> None:
    """After some hundred texts without a sign the pattern is compiled, which costs less then."""
    waiting = on_demand("ac", signs=("ac",))
    assert [waiting.match("x") for _ in range(1000)] == [None] * 1000
    assert "match" in vars(waiting)
