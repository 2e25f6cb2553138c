"""The words of a clause: where each begins and ends, and whether it is a noun, a verb or neither."""

import re
from bisect import bisect_left, bisect_right
from functools import lru_cache
from itertools import accumulate
from typing import ClassVar, Final

from pressparse.lexicon import read_tree, read_words
from pressparse.record import Record
from pressparse.text.tag import PERSON, cut_words, is_nominal, tag_word

_SIGN: Final = read_tree("quantities")["signs"]
# Verbs that name what is counted or paid as a noun would (投资, 就业), and nouns that rjieba takes for verbs.
_NOUNS: Final = frozenset((*_SIGN["nominal"], *read_words("indicators")))
# Single signs that name a thing, though rjieba does not say so: “14个县没有通高速”.
_THINGS: Final = frozenset(_SIGN["things"])
_COMPASS: Final = re.compile(_SIGN["compass"])
_NAMED_FOR: Final = frozenset(_SIGN["named_for"])
_NAMED_SIZE: Final = 3
# The lengths of these nouns by their last sign.
_NOUN_SIZES: Final = {
    end: tuple({len(word) for word in _NOUNS if word[-1] == end}) for end in {word[-1] for word in _NOUNS}
}
_NO_NOUNS: Final = frozenset(_SIGN["no_nouns"])
_ADVERBS: Final = frozenset(_SIGN["adverbs"])
_ADVERB_ENDS: Final = frozenset(word[-1] for word in _ADVERBS)
_LIGHT_VERBS: Final = frozenset(_SIGN["light_verbs"])
_HALF: Final = 2
_OUT: Final[str] = _SIGN["brought_out"]
# The tag of words that say of which kind something is, and what those end with that name things of it.
_KIND_OF: Final = "b"
_KINDS: Final = frozenset(_SIGN["kind_ends"])
_MEAN: Final[str] = _SIGN["stubs"][0]
_MEANED: Final = frozenset(read_tree("quantities")["head_unless"][_MEAN])
_VERBAL_NOUN: Final = "vn"
# Tags of particles, prepositions, pronouns, places within: a single sign of these is no part of an unknown word.
_PARTICLES: Final = frozenset("puryem")
_HEAVY: Final = frozenset(("verb", "sign"))
_UNKNOWN: Final = frozenset(("noun", "verb", "sign"))


class Word(Record):
    """A word of a clause: its place in the text, and what it is.

    `sort` is noun, verb, adverb (conjunctions too), light (particles, pronouns, numerals …) or sign, a single sign
    that may be a part of a word which the dictionary does not know.
    """

    names: ClassVar = ("start", "end", "sort")
    __slots__ = names

    def __init__(self, start: int, end: int, sort: str) -> None:
        self.start = start
        self.end = end
        self.sort = sort


class Words:
    """The words of one clause, asked by place.

    >>> words = Words("我们已经整合资源", 0, 8)
    >>> words.splits(5), words.splits(4), words.sort(2, 6), words.sort(4, 8)
    (True, False, 'verb', 'noun')
    """

    __slots__ = ("_bounds", "_text", "_whole", "_words", "end", "start")

    def __init__(self, text: str, start: int, end: int) -> None:
        self.start, self.end, self._text = start, end, text
        self._words: list[str] = []
        # Where the words begin, and the end of the last; empty until they are asked for, as for many numbers none is.
        self._bounds: list[int] = []
        self._whole: Words | None = None

    def _cut(self) -> list[int]:
        if self._whole is not None:
            bounds = self._whole._bounds or self._whole._cut()
            if self.end in bounds:
                self._words, self._bounds = self._whole._words, bounds
                return bounds
        self._words = cut_words(self._text[self.start : self.end])
        self._bounds = [*accumulate(map(len, self._words), initial=self.start)]
        return self._bounds

    def until(self, end: int) -> "Words":
        """The words of the clause up to `end`; where no word ends there, those of that part alone."""
        part = Words(self._text, self.start, end)
        part._whole = self
        return part

    def splits(self, at: int) -> bool:
        """Whether `at` stands inside a word of the clause."""
        if not self.start < at < self.end:
            return False
        bounds = self._bounds or self._cut()
        if at in bounds:
            return False
        # “价格上涨” stands in the dictionary as one word.
        index = bisect_left(bounds, at)
        halved = bounds[index] - at == at - bounds[index - 1] == _HALF
        # “占比达”: 比达 is a name, but names of people are seldom measured.
        return not halved and not (len(self._words[index - 1]) == _HALF and _is_person(self._words[index - 1]))

    def before(self, at: int) -> Word | None:
        """The word that ends at `at`; None where none does."""
        if at > self.end:
            return None
        bounds = self._bounds or self._cut()
        index = bisect_left(bounds, at)
        if not index or index >= len(bounds) or bounds[index] != at:
            return None
        return Word(bounds[index - 1], at, _sort(self._words[index - 1]))

    def starting(self, at: int) -> Word | None:
        """The word that begins at `at`; None where none does."""
        bounds = self._bounds or self._cut()
        index = bisect_left(bounds, at)
        if index >= len(self._words) or bounds[index] != at:
            return None
        return Word(at, bounds[index + 1], _sort(self._words[index]))

    def is_verbal(self, word: Word) -> bool:
        """Whether a word is a verb, or a noun of what is done (施工, 调查)."""
        return tag_word(self._text[word.start : word.end])[0] == "v"

    def is_verbal_noun(self, word: Word) -> bool:
        """Whether a word of what is done is a noun too (整治 of “整治行动”)."""
        return tag_word(self._text[word.start : word.end]) == _VERBAL_NOUN

    def opens_noun(self, start: int, end: int) -> bool:
        """Whether start:end is but the beginning of one noun of the dictionary: “7500个新|就业|机会”."""
        if end - start < _HALF:
            return False
        word = self.starting(start)
        whole = word is not None and word.end > end and tag_word(self._text[start : word.end])[0] == "n"
        return whole and word is not None and tag_word(self._text[end : word.end])[0] == "n"

    def is_adverb_at(self, at: int) -> bool:
        """Whether an adverb begins at `at`."""
        bounds = self._bounds or self._cut()
        index = bisect_left(bounds, at)
        return index < len(self._words) and bounds[index] == at and _sort(self._words[index]) == "adverb"

    def trim(self, at: int, *, torn: bool) -> int:
        """Where a phrase that ends at `at` ends without a verb `torn` there and adverbs before it: “天数却拉|长了”."""
        # Most phrases end in no sign that an adverb ends with: then the clause need not be cut.
        if not torn and self._text[at - 1] not in _ADVERB_ENDS:
            return at
        bounds = self._bounds or self._cut()
        if torn and self.splits(at):
            at = bounds[bisect_left(bounds, at) - 1]
        index = bisect_left(bounds, at)
        if index < len(bounds) and bounds[index] == at:
            while index and _sort(self._words[index - 1]) == "adverb" and not self._is_mean(index - 1):
                index -= 1
            return bounds[index]
        return at

    def _is_mean(self, index: int) -> bool:
        """Whether a word is the 均 of “案均”, “校均”, where that of “各项指标均” says nothing of the number."""
        return self._words[index] == _MEAN and self._text[self._bounds[index] - 1] in _MEANED

    def subject(self, start: int, end: int) -> int:
        """Where the noun phrase that start:end begins with ends: “贸易|双双提速”; `end` when it is all of it."""
        at = end
        while (word := self.before(at)) is not None and word.start > start and word.sort != "noun":
            if word.sort == "sign" or word.end - word.start == 1:
                return end
            at = word.start
        return at if at < end and self.sort(start, at) == "noun" else end

    def is_unknown(self, at: int) -> bool:
        """Whether the sign at `at` stands between single signs: within a word that the dictionary does not know."""
        if " " in self._text[at - 1 : at + 2]:
            return False
        beside = (self.before(at), self.before(at + 2))
        return all(word is not None and word.end - word.start == 1 and word.sort in _UNKNOWN for word in beside)

    def sort(self, start: int, end: int) -> str:
        """What a stretch is: a noun where it holds one, else a verb, else light.

        Two single signs side by side that are no light words are a word that the dictionary does not know: a noun.
        """
        text = self._text
        for size in _NOUN_SIZES.get(text[end - 1], ()) if end > start else ():
            if end - size >= start and text[end - size : end] in _NOUNS:
                return "noun"
        bounds = self._bounds or self._cut()
        first = max(bisect_right(bounds, start) - 1, 0)
        words = self._words
        index = min(bisect_left(bounds, end), len(words))
        verb = unknown = False
        if index - first > 1 and words[index - 1] == _OUT and tag_word(words[index - 2])[0] == "v":
            # “创造出|1.1亿的结余”
            return "verb"
        if index - first > 1 and words[index - 1] == _POINT and tag_word(words[index - 2])[0] in _BEFORE_POINT:
            # “临时安置|点”
            return "noun"
        # What a phrase is stands at its end.
        while index > first:
            index -= 1
            # “25本|书”: the dictionary has “本书” as one word.
            word = words[index] if bounds[index] >= start else text[start : bounds[index + 1]]
            sort = _sort(word)
            if sort == "noun":
                return "noun"
            single = sort in _HEAVY and len(word) == 1
            if single and unknown:
                return "noun"
            unknown = single
            verb = verb or sort == "verb"
        return "verb" if verb else "light"


_POINT: Final[str] = _SIGN["place_point"]
_BEFORE_POINT: Final = frozenset("vn")


@lru_cache(maxsize=1 << 15)
def _is_person(word: str) -> bool:
    return tag_word(word).startswith(PERSON)


@lru_cache(maxsize=1 << 15)
def _sort(word: str) -> str:
    if word in _NOUNS or word in _THINGS or _COMPASS.fullmatch(word):
        return "noun"
    if word in _ADVERBS:
        return "adverb"
    if word in _LIGHT_VERBS:
        return "light"
    if word in _NO_NOUNS:
        return "verb"
    tag = tag_word(word)
    named = len(word) == _NAMED_SIZE and word[-1] in _NAMED_FOR
    if is_nominal(tag) or (tag == _KIND_OF and word[-1] in _KINDS) or (tag[0] == "v" and named):
        # “国家级|17项”, “公有的|6万格”, “修缮费|3万元”
        return "noun"
    if tag[0] == "v" or (tag == "a" and len(word) > 1):
        # “危殆及危急”: what is counted may be a quality.
        return "verb"
    return "light" if len(word) > 1 or tag[0] in _PARTICLES else "sign"
