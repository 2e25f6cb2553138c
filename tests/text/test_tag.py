"""Parts of speech: the words of a stretch, joined again, and what counts as a noun."""

from hypothesis import given
from hypothesis import strategies as st

from pressparse.lexicon import read_words
from pressparse.text.tag import NAMES, is_nominal, is_place, tag_words


@given(st.text(alphabet="全市农贸市场由126家归并为88家,增长3.5%的A\n", max_size=40))
def test_words_joined_are_the_text(text: str) -> None:
    """Nothing is lost or moved, so places can be counted from the words."""
    assert "".join(word for word, _ in tag_words(text)) == text


def test_words_come_from_the_dictionary() -> None:
    """A guessed word (面超) would hide where a modifier begins."""
    assert [word for word, _ in tag_words("增长面超八成")][-3:] == ["面", "超", "八成"]


def test_nouns_are_told_from_verbs_and_adverbs() -> None:
    """Names and nominal verbs are nouns; adverbs, prepositions and plain verbs are not."""
    assert [is_nominal(tag) for tag in ("n", "ns", "vn", "j", "v", "d", "p", "uj", "m")] == [True] * 4 + [False] * 5
    assert "ns" in NAMES


def test_places_that_the_dictionary_has_for_other_words() -> None:
    """Each name of the lexicon is a place, and needs its row: the dictionary tells it for none."""
    names = read_words("place_names")
    assert [name for name in names if not is_place(name)] == []
    assert [name for name in names if [tag for _, tag in tag_words(name)] == ["ns"]] == []
    assert [is_place(word) for word in ("高雄", "大连", "氹仔", "高峰", "大量", "日照")] == [True] * 3 + [False] * 3
