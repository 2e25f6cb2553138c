"""Keyness of words between groups of passages: sides, order, both counts and rates."""

import pytest

from conftest import SHARED
from pressparse.errors import OptionError
from pressparse.keywords.contingency import MEASURES, Contingency, g2
from pressparse.keywords.keyness import count_words, rank_keyness, read_dictionary_counts
from pressparse.keywords.passage import Passage
from pressparse.text.script import to_analysis

SAMPLE = SHARED / "transcripts" / "beijing-shijingshan.txt"
A = [Passage("a", to_analysis("就業就業就業就業投資投資,創新"), "就業就業就業就業投資投資,創新")]
B = [Passage("b", "投资投资投资投资就业,消费消费。", "投资投资投资投资就业,消费消费。")]


def test_sides_counts_and_rates() -> None:
    """Each term stands on the side that has more of it, with counts, rates per million and its sign."""
    terms = {term.term: term for term in rank_keyness(A, B, least_count=1)}
    assert [(term.side, term.term) for term in terms.values()] == [
        ("a", "就業"),
        ("a", "創新"),
        ("b", "消费"),
        ("b", "投资"),
    ]
    first = terms["就業"]
    assert (first.a, first.b, first.rate_a, first.rate_b) == (4, 1, pytest.approx(4e6 / 7), pytest.approx(1e6 / 7))
    assert first.statistic == pytest.approx(g2(Contingency(4, 1, 7, 7)))
    assert first.effect == pytest.approx(2.0)
    assert not first.floored
    assert terms["消费"].floored
    assert terms["消费"].statistic < 0
    assert terms["消费"].effect == -2.0
    assert 0 < first.p < 1


@pytest.mark.parametrize("measure", MEASURES)
def test_keenest_first_on_both_sides(measure: str) -> None:
    """By every measure the strongest term of a side comes first, and the sides are told apart the same way."""
    terms = rank_keyness(A, B, measure=measure, least_count=1)
    for side in ("a", "b"):
        ratios = [term.a / max(term.b, 0.5) for term in terms if term.side == side]
        assert len(ratios) == 2
        if measure == "log_ratio":
            assert ratios == sorted(ratios, reverse=side == "a")
        statistics = [t.statistic if measure == "bic" else abs(t.statistic) for t in terms if t.side == side]
        assert statistics == sorted(statistics, reverse=(measure, side) != ("simple_maths", "b"))
    turned = rank_keyness(B, A, measure=measure, least_count=1)
    assert {(t.term, t.side) for t in turned} == {(t.term, {"a": "b", "b": "a"}[t.side]) for t in terms}


def test_signs_are_no_tokens() -> None:
    """Totals count words and numbers; signs and blanks are left out."""
    counts = count_words([Passage("", "增长 7.6%,就业。\n", "增长 7.6%,就业。\n")])
    assert dict(counts.count) == {"增长": 1, "7.6%": 1, "就业": 1}
    assert counts.total == 3


def test_against_the_dictionary() -> None:
    """Without a second side the frequencies of jieba's dictionary are compared, and side a alone is shown."""
    assert read_dictionary_counts().total == 60_101_964
    terms = rank_keyness(A, None, least_count=1)
    assert {term.side for term in terms} == {"a"}
    assert terms[0].term == "就業"
    assert terms[0].b > 0


def test_equally_frequent_terms_are_on_no_side() -> None:
    """A text compared with itself has no key terms; a side without tokens gives none."""
    assert rank_keyness(A, A, least_count=1) == ()
    assert rank_keyness(A, [], least_count=1) == ()
    assert rank_keyness([], B, least_count=1) == ()


def test_rare_terms_and_stop_words_are_left_out() -> None:
    """`least_count` counts both sides together; stop words are those of the ranking; `top` holds for each side."""
    assert "創新" not in [term.term for term in rank_keyness(A, B)]
    assert "就業" not in [term.term for term in rank_keyness(A, B, stop_words=frozenset({"就业"}))]
    assert [term.side for term in rank_keyness(A, B, least_count=1, top=1)] == ["a", "b"]


def test_unknown_measure_is_an_option_error() -> None:
    """A measure we do not know is refused with the names of those we do."""
    with pytest.raises(OptionError, match="log_ratio"):
        rank_keyness(A, B, measure="tfidf")


@pytest.mark.skipif(not SAMPLE.exists(), reason="needs ../shared/transcripts, the real records, which are not here")
def test_officials_and_reporters_of_a_real_record() -> None:
    """What officials say more than the rest of a real record is what the record is about."""
    turns = [
        Passage("", to_analysis(turn), turn)
        for turn in SAMPLE.read_text("utf-8").split("\n-\n")
    ]  # fmt: skip
    officials = [turn for turn in turns if turn.text.lstrip("-\n").startswith("嘉宾")]
    others = [turn for turn in turns if turn not in officials]
    words = ["叶昶", "万隆"]
    terms = rank_keyness(others, officials, words=words, top=5)
    assert "葉昶" in [term.term for term in terms if term.side == "a"]
