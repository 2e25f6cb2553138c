"""Words and phrases in one ranking."""

from functools import partial

import pytest

from pressparse.keywords.passage import Passage
from pressparse.keywords.phrase_rank import Cuts, rank_with_phrases
from pressparse.keywords.rank import Keyword, rank_keywords
from pressparse.text.segment import find_word_runs, find_words


def ranked(texts: list[str], phrases: list[str], **settings: int) -> tuple[Keyword, ...]:
    """The ranking of a few texts with these phrases."""
    passages = [Passage("", text, text) for text in texts]
    cuts = Cuts(apart=find_words, whole=partial(find_word_runs, words=tuple(phrases)))
    return rank_with_phrases(passages, rank_keywords(passages, top=0), phrases, cuts, **settings)


def test_phrase_scores_as_its_words_together() -> None:
    """Count times the scores of one occurrence of each of its words."""
    texts = ["创新产业园,创新产业园,创新企业", "产业园,创新"]
    words = {keyword.term: keyword for keyword in rank_keywords([Passage("", text, text) for text in texts], top=0)}
    found = {keyword.term: keyword for keyword in ranked(texts, ["创新产业园"])}
    one = sum(words[part].score / words[part].count for part in ("创新", "产业园"))
    assert found["创新产业园"].score == pytest.approx(2 * one)
    assert (found["创新产业园"].count, found["创新产业园"].spread) == (2, 1)
    assert found["创新"] == words["创新"]


def test_word_inside_phrases_alone_is_left_out() -> None:
    """Four of five places inside a phrase: the phrase stands for the word."""
    terms = [keyword.term for keyword in ranked(["山水园林城," * 5 + "绿化"], ["山水园林城"])]
    assert "山水园林城" in terms
    assert not {"山水", "园林"} & set(terms)


def test_least_count_and_top() -> None:
    """Phrases that are rarer are none; the best come first."""
    texts = ["创新产业园,创新产业园,就业"]
    assert [keyword.term for keyword in ranked(texts, ["创新产业园"], top=1)] == ["创新产业园"]
    assert "创新产业园" not in {keyword.term for keyword in ranked(texts, ["创新产业园"], least_count=3)}
