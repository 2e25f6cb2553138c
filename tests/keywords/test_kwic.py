"""Terms in context: every place, in every script, with spans that slice back."""

import re
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pressparse.errors import OptionError
from pressparse.keywords.kwic import ORDERS, find_kwic, in_both_scripts
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
    """A regex is matched in the source and in simplified half-width text; empty matches are none."""
    passages = passages_of("增長７.６%,下降3.2%")
    assert [line.match for line in find_kwic(passages, r"[0-9.]+%", regex=True)] == ["７.６%", "3.2%"]
    assert [line.match for line in find_kwic(passages, r"增長|下降", regex=True)] == ["增長", "下降"]
    assert find_kwic(passages, r"x*", regex=True) == ()
    with pytest.raises(OptionError, match="no regular expression"):
        find_kwic(passages, "(", regex=True)


@pytest.mark.parametrize(
    "pattern",
    ["产业(?:园区|示范区)", "產業(?:園區|示範區)", "産業[园示][区範]+", "[產]業.{1,2}?[區]", r"(?<=產)業\w*(?:區)"],
)
def test_a_regex_is_found_in_every_script(pattern: str) -> None:
    """A pattern in either script finds text in either, with classes, quantifiers and looks behind."""
    found = find_kwic(passages_of("发展产业园区。", "發展產業示範區。", "林业地区"), pattern, regex=True)
    assert [line.passage for line in found] == [0, 1]


@pytest.mark.parametrize("pattern", ["[^產]業", "(?<!產)業"])
def test_what_a_regex_excludes_is_excluded_in_every_script(pattern: str) -> None:
    """“Not 產” is not 产 either."""
    found = find_kwic(passages_of("产业,林业", "產業,林業"), pattern, regex=True)
    assert [line.passage for line in found] == [0, 1]
    assert {line.match[-1] for line in found} == {"业", "業"}
    assert "产业" not in {line.match for line in found}


@pytest.mark.parametrize(
    "pattern",
    [
        r"[一-龥]+",
        r"[\u4e00-龜]",
        r"\[產\]",
        "[一-龜-]",
        "[]產]",
        "(?P<業>甲)(?P=業)",
        "產-業",
        r"[產\]業]",
        "(?x)產 # [業",
    ],
)
def test_every_regex_can_still_be_read(pattern: str) -> None:
    """Ranges, escapes, brackets in classes and names of groups are left in peace; a range is no wider than it was."""
    texts = ["产业甲甲", "[產]", "[产]", "产-业", "]", "ㄅ鿿"]
    found = {line.match for line in find_kwic(passages_of(*texts), pattern, regex=True)}
    assert not any("ㄅ" in words or "鿿" in words for words in found)
    assert found >= {match[0] for text in texts for match in re.finditer(pattern, text)}


def test_the_form_of_a_character_is_that_of_its_word() -> None:
    """乾 is 干 by itself and stays in 乾隆: both are looked for."""
    assert in_both_scripts("乾隆") == "[乾干]隆"
    assert in_both_scripts("[a乾-龜]") == "[a乾-龜龟]"
    for term in ("乾", "乾隆"):
        assert [line.match for line in find_kwic(passages_of("乾隆年间"), term)] == [term]


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
