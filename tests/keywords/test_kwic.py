"""Terms in context: every place, in every script, with spans that slice back."""

import re
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pressparse.errors import OptionError
from pressparse.keywords.kwic import ORDERS, find_kwic
from pressparse.keywords.passage import Passage
from pressparse.text.script import to_analysis


def passages_of(*texts: str) -> list[Passage]:
    return [Passage("", to_analysis(text), text) for text in texts]


@pytest.mark.parametrize("term", ["产业", "產業", "産業"])
def test_a_term_is_found_in_every_script(term: str) -> None:
    """Simplified, traditional and variant forms find one another; what is shown is the source."""
    lines = find_kwic(passages_of("發展産業,振興產業", "产业园"), term, context_chars=2)
    assert [(line.passage, line.left, line.match, line.right) for line in lines] == [
        (0, "發展", "産業", ",振"),
        (0, "振興", "產業", ""),
        (1, "", "产业", "园"),
    ]


def test_any_substring_is_found() -> None:
    """Characters are searched, not words; full width and half width are one."""
    lines = find_kwic(passages_of("增长７．６％左右"), "7.6%")
    assert [(line.left, line.match, line.right) for line in lines] == [("增长", "７．６％", "左右")]
    assert [line.match for line in find_kwic(passages_of("石景山區"), "景山")] == ["景山"]


def test_regex() -> None:
    """A regex is matched as written, in the source and in simplified half-width text; empty matches are none."""
    passages = passages_of("增長７.６%,下降3.2%")
    assert [line.match for line in find_kwic(passages, r"[0-9.]+%", regex=True)] == ["７.６%", "3.2%"]
    assert [line.match for line in find_kwic(passages, r"增長|下降", regex=True)] == ["增長", "下降"]
    assert find_kwic(passages, r"x*", regex=True) == ()
    with pytest.raises(OptionError, match="no regular expression"):
        find_kwic(passages, "(", regex=True)


def test_signs_of_a_plain_term_mean_themselves() -> None:
    """Without regex a dot is a dot; case matters unless it is ignored."""
    assert [line.match for line in find_kwic(passages_of("a.b axb A.B"), "a.b")] == ["a.b"]
    assert [line.match for line in find_kwic(passages_of("a.b axb A.B"), "a.b", ignore_case=True)] == ["a.b", "A.B"]


def test_context_is_one_line_and_stays_in_its_passage() -> None:
    """Line breaks in the context are blanks; the context does not go over the ends of the passage."""
    (line,) = find_kwic(passages_of("前。\r\n\t创新\n后", "别处"), "创新", context_chars=4)
    assert (line.left, line.right) == ("。   ", " 后")


def test_orders() -> None:
    """In text order, by the right context, by the left context read from the term outwards."""
    passages = passages_of("甲乙创新丙", "丁甲创新乙", "乙丙创新丁")
    assert [line.passage for line in find_kwic(passages, "创新")] == [0, 1, 2]
    assert [line.right for line in find_kwic(passages, "创新", order="right")] == sorted("丙乙丁")
    assert [line.left[::-1] for line in find_kwic(passages, "创新", order="left")] == sorted(["乙甲", "甲丁", "丙乙"])
    with pytest.raises(OptionError, match=re.escape(", ".join(ORDERS))):
        find_kwic(passages, "创新", order="random")
    with pytest.raises(OptionError, match="no term"):
        find_kwic(passages, "")


@given(st.text("产業産业 \n创新,甲乙", max_size=40), st.text("产業産业创新甲乙", min_size=1, max_size=2))
def test_spans_slice_back(text: str, term: str) -> None:
    """Spans do not overlap, give the match back, and every place of the term as written is found."""
    lines = find_kwic(passages_of(text), term)
    assert all(line.span.of(text) == line.match for line in lines)
    assert all(a.span.end <= b.span.start for a, b in pairwise(lines))
    assert len(lines) >= text.count(term)
