"""Phrases: firm inside, free outside, no function words at the edges, none inside another without need."""

from math import log2

import pytest

from conftest import SHARED
from pressparse.keywords.passage import Passage
from pressparse.keywords.phrases import find_phrases
from pressparse.text.script import to_analysis

SAMPLE = SHARED / "transcripts" / "beijing-shijingshan.txt"


def passages_of(*texts: str) -> list[Passage]:
    return [Passage("", to_analysis(text), text) for text in texts]


@pytest.mark.skipif(not SAMPLE.exists(), reason="needs ../shared/transcripts, the real records, which are not here")
def test_phrases_of_a_real_record() -> None:
    """Terms that the dictionary lacks are found, printed as the source writes them, with nothing loose at the edges."""
    phrases = find_phrases(passages_of(*SAMPLE.read_text("utf-8").split("\n-\n")), top=0)
    terms = [phrase.term for phrase in phrases]
    assert {"兩園一河", "一會一址", "景賢人才", "模式口", "首鋼園", "新質生産力"} <= set(terms)
    assert {"青年人才", "創新創業", "兩園一河"} <= set(terms[:5])
    assert not any(term.startswith(("的", "和", "在", "條")) or term.endswith(("的", "了", "和")) for term in terms)


def test_cohesion_and_freedom_by_hand() -> None:
    """Cohesion is the least mutual information of a cut in bits, freedom the lesser branching entropy, ends counted."""
    # Nine words; the pair stands three times, before it 建设, 投资 and an end, behind it 项目 and two ends.
    (phrase,) = find_phrases(passages_of("建设两园一河项目", "两园一河", "投资两园一河"), least_cohesion=1.0)
    assert (phrase.term, phrase.count) == ("两园一河", 3)
    words = 9
    assert phrase.cohesion == pytest.approx(log2((3 / words) / ((3 / words) * (3 / words))))
    assert phrase.freedom == pytest.approx(log2(3))
    assert phrase.score == pytest.approx(3 * phrase.cohesion)


def test_phrases_that_chance_explains_are_none() -> None:
    """What holds together no better than chance, or is always part of the same context, is no phrase."""
    passages = passages_of("就业创新。投资就业。创新投资。就业投资。创新就业。投资创新。" * 3)
    assert find_phrases(passages) == ()
    assert find_phrases(passages_of("推进两园一河建设。" * 5), longest=2, least_cohesion=1.0) == ()


def test_shorter_phrase_gives_way_to_the_longer() -> None:
    """A phrase that stands in a longer one in most places is not shown by itself; one that stands alone as well is."""
    nested = ["推动青年人才创新基地落户", "支持青年人才创新基地发展", "打造青年人才创新基地品牌", "青年人才创新基地"]
    terms = [phrase.term for phrase in find_phrases(passages_of(*nested), least_cohesion=1.0)]
    assert terms == ["青年人才创新基地"]
    alone = [*nested, "吸引青年人才", "青年人才集聚", "培养青年人才队伍", "青年人才", "留住青年人才"]
    terms = [phrase.term for phrase in find_phrases(passages_of(*alone), least_cohesion=1.0)]
    assert {"青年人才创新基地", "青年人才"} <= set(terms)


def test_no_phrase_goes_over_a_sign_or_holds_a_number() -> None:
    """Signs, line ends and passages part phrases; numbers and their classifiers are in none."""
    for text in ("两园、一河", "两园\n一河", "两园“一河”"):
        assert find_phrases(passages_of(*[text] * 4), least_cohesion=0.1) == ()
    assert find_phrases(passages_of("文物2处", "文物2处", "出台12条措施", "推出12条措施"), least_cohesion=0.1) == ()


def test_words_given_whole_are_parts_of_phrases() -> None:
    """A term given as a word is never cut, so it is no phrase, nor is a fragment of it."""
    passages = passages_of("建設兩園一河", "兩園一河項目", "投資兩園一河")
    assert [phrase.term for phrase in find_phrases(passages, least_cohesion=1.0)] == ["兩園一河"]
    assert find_phrases(passages, words=["两园一河"], least_cohesion=1.0) == ()


def test_no_text_has_no_phrases() -> None:
    """An empty record has no phrases."""
    assert find_phrases([]) == find_phrases(passages_of("", "。", "好")) == ()
