"""Parts of speech of short stretches of analysis text, fast enough to be asked for each number."""

from functools import cache
from typing import Any

from pressparse.lexicon import read_tree, read_words

# jieba's tags of names of places, people and organisations, of idioms and set phrases.
NAMES = frozenset(("ns", "nr", "nrt", "nrfg", "nt", "nz", "i", "l"))
# What the tags of names of people begin with.
PERSON = "nr"
# Tags of nouns, of what is named, and of words from another script.
_NOMINAL = frozenset(("vn", "an", "j", "s", "eng", "x", "i", "l"))


def tag_words(text: str) -> list[tuple[str, str]]:
    """The words of `text` with their parts of speech (n, ns, vn, v …) as rjieba tells them; joined they are `text`.

    Words come from the dictionary alone: guessed ones (面超 of “增长面超八成”) would hide where a word begins.

    >>> tag_words("我们已经整合")
    [('我们', 'r'), ('已经', 'd'), ('整合', 'v')]
    """
    pairs: list[tuple[str, str]] = _tagger()(text, False)
    return pairs


def cut_words(text: str) -> list[str]:
    """The words of `text` as `tag_words` has them, without their parts of speech.

    >>> cut_words("我们已经整合")
    ['我们', '已经', '整合']
    """
    words: list[str] = _cutter()(text, False)
    return words


def tag_word(word: str) -> str:
    """The part of speech of one word that `cut_words` found; it is the same in every text.

    >>> tag_word("整合")
    'v'
    """
    return tag_words(word)[0][1]


def is_place(word: str) -> bool:
    """Whether a word is the name of a place and nothing else.

    >>> is_place("墨西哥"), is_place("城镇"), is_place("墨西哥市场"), is_place("新北市"), is_place("高雄")
    (True, False, False, True, True)
    >>> is_place("上市")
    False
    """
    if word in _PLACE_NAMES:
        return True
    tags = [tag for _, tag in tag_words(word)]
    if len(tags) > 1 and len(word) == _COUNTY_SIZE and word[-1] in _county_ends():
        # A county or city that the dictionary does not know: two signs and what it is.
        return tag_words(word[1:])[-1][0] == word[-1]
    return tags == [_PLACE] and word not in _KINDS_OF_PLACES


def is_set_phrase(words: str) -> bool:
    """Whether words are one idiom or set phrase.

    >>> is_set_phrase("来之不易"), is_set_phrase("毛利率")
    (True, False)
    """
    return [tag for _, tag in tag_words(words)] in _SET_PHRASES


_SET_PHRASES = (["i"], ["l"])
_PLACE = "ns"
_COUNTY_SIZE = 3
# The dictionary has these for names.
_KINDS_OF_PLACES = frozenset(read_words("place_kinds"))
_PLACE_NAMES = frozenset(read_words("place_names"))


@cache
def _county_ends() -> frozenset[str]:
    """What counties and cities end in; the tree it stands in is large, and who reads turns alone needs none of it."""
    return frozenset(read_tree("quantities")["signs"]["county_ends"])


def is_nominal(tag: str) -> bool:
    """Whether a part of speech is that of a noun or a name.

    >>> is_nominal("ns"), is_nominal("vn"), is_nominal("d")
    (True, True, False)
    """
    return tag[0] == "n" or tag in _NOMINAL


@cache
def _tagger() -> Any:
    import rjieba

    return rjieba.tag


@cache
def _cutter() -> Any:
    import rjieba

    return rjieba.cut
