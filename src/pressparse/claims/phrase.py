"""The words of a clause: where each begins and ends, and whether it is a noun, a verb or neither."""

from itertools import pairwise
from typing import NamedTuple

from pressparse.lexicon import read_tree, read_words
from pressparse.text.tag import is_nominal, tag_words

_SIGN = read_tree("quantities")["signs"]
# Verbs that name what is counted or paid as a noun would (投资, 就业), and nouns that rjieba takes for verbs.
_NOUNS = frozenset((*_SIGN["nominal"], *read_words("indicators")))
_INDICATORS = tuple(_NOUNS)
_NO_NOUNS = frozenset(_SIGN["no_nouns"])
_ADVERBS = frozenset(_SIGN["adverbs"])
_LIGHT_VERBS = frozenset(_SIGN["light_verbs"])
_HALF = 2
# Tags of particles, prepositions, pronouns, places within: a single sign of these is no part of an unknown word.
_PARTICLES = frozenset("puryem")
_HEAVY = frozenset(("verb", "sign"))
_UNKNOWN = frozenset(("noun", "verb", "sign"))


class Word(NamedTuple):
    """A word of a clause: its place in the text, and what it is.

    `sort` is noun, verb, adverb (conjunctions too), light (particles, pronouns, numerals …) or sign, a single sign
    that may be a part of a word which the dictionary does not know.
    """

    start: int
    end: int
    sort: str


class Words:
    """The words of one clause, asked by place.

    >>> words = Words("我们已经整合资源", 0, 8)
    >>> words.splits(5), words.splits(4), words.sort(2, 6), words.sort(4, 8)
    (True, False, 'verb', 'noun')
    """

    __slots__ = ("_by_end", "_starts", "_text", "end", "start")

    def __init__(self, text: str, start: int, end: int) -> None:
        self.start, self.end, self._text = start, end, text
        self._by_end: dict[int, Word] = {}
        at = start
        for word, tag in tag_words(text[start:end]):
            stop = at + len(word)
            self._by_end[stop] = Word(at, stop, _sort(word, tag))
            at = stop
        # “价格上涨” stands in the dictionary as one word.
        halves = [word.start + _HALF for word in self._by_end.values() if word.end - word.start == 2 * _HALF]
        self._starts = frozenset([word.start for word in self._by_end.values()] + halves + [end])

    def splits(self, at: int) -> bool:
        """Whether `at` stands inside a word of the clause."""
        return at not in self._starts and self.start < at < self.end

    def before(self, at: int) -> Word | None:
        """The word that ends at `at`; None where none does."""
        return self._by_end.get(at)

    def trim(self, at: int, *, torn: bool) -> int:
        """Where a phrase that ends at `at` ends without a verb `torn` there and adverbs before it: “天数却拉|长了”."""
        if torn and self.splits(at):
            at = max(start for start in self._starts if start < at)
        while (word := self._by_end.get(at)) is not None and word.sort == "adverb":
            at = word.start
        return at

    def is_unknown(self, at: int) -> bool:
        """Whether the sign at `at` stands between single signs: within a word that the dictionary does not know."""
        before, after = self._by_end.get(at), self._by_end.get(at + 2)
        beside = (before, after)
        return all(word is not None and word.end - word.start == 1 and word.sort in _UNKNOWN for word in beside)

    def within(self, start: int, end: int) -> list[Word]:
        """The words that lie in start:end at least in part."""
        return [word for word in self._by_end.values() if word.start < end and word.end > start]

    def sort(self, start: int, end: int) -> str:
        """What a stretch is: a noun where it holds one, else a verb, else light.

        Two single signs side by side that are no light words are a word that the dictionary does not know: a noun.
        """
        if self._text.endswith(_INDICATORS, start, end):
            return "noun"
        words = self.within(start, end)
        sorts = {word.sort for word in words}
        if "noun" in sorts:
            return "noun"
        heavy = [word.sort in _HEAVY and word.end - word.start == 1 for word in words]
        if any(one and two for one, two in pairwise(heavy)):
            return "noun"
        return "verb" if "verb" in sorts else "light"


def _sort(word: str, tag: str) -> str:
    if word in _NOUNS:
        return "noun"
    if word in _ADVERBS:
        return "adverb"
    if word in _LIGHT_VERBS:
        return "light"
    if word in _NO_NOUNS:
        return "verb"
    if is_nominal(tag):
        return "noun"
    if tag[0] == "v" or (tag == "a" and len(word) > 1):
        # “危殆及危急”: what is counted may be a quality.
        return "verb"
    return "light" if len(word) > 1 or tag[0] in _PARTICLES else "sign"
