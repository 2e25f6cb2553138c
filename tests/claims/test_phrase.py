"""The words of a clause: boundaries, what a stretch is, where a phrase ends."""

import pytest

from pressparse.claims.phrase import Words


def words_of(text: str) -> Words:
    """All of a text as one clause."""
    return Words(text, 0, len(text))


def test_places_count_from_the_text() -> None:
    """A clause in the middle of a text is asked by places of the text."""
    text = "上午,我们已经整合资源"
    words = Words(text, 3, len(text))
    assert [at for at in range(3, len(text)) if words.splits(at)] == [4, 6, 8, 10]
    word = words.before(9)
    assert word is not None
    assert text[word.start : word.end] == "整合"
    assert words.before(8) is None


@pytest.mark.parametrize(
    ("stretch", "sort"),
    [
        ("技术合同成交额", "noun"),
        ("整合", "verb"),
        ("已经", "light"),
        ("全年能够突破", "light"),
        ("户型占比", "noun"),
        ("碳价", "noun"),
        ("就业", "noun"),
    ],
)
def test_sort_of_a_stretch(stretch: str, sort: str) -> None:
    """A noun where it holds one; words that the dictionary does not know, in single signs, are nouns."""
    assert words_of(stretch).sort(0, len(stretch)) == sort


def test_a_phrase_ends_before_a_torn_verb_and_adverbs() -> None:
    """“周转天数却拉|长了6天”: 长了 was read as the change."""
    text = "周转天数却拉长了6天"
    assert words_of(text).trim(6, torn=True) == 4
    assert words_of("周转天数").trim(4, torn=False) == 4


def test_a_subject_ends_before_its_predicate() -> None:
    """“货物贸易双双提速”: the trade."""
    text = "货物贸易双双提速"
    assert words_of(text).subject(0, len(text)) == 4
    assert words_of("退休人员").subject(0, 4) == 4
