"""Terms of several words, and words that the dictionary lacks, found by how firmly their parts hold together."""

import re
from array import array
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache, partial
from itertools import compress, islice
from math import log2
from operator import and_

from pressparse.keywords.passage import Cut, Passage, find_source_forms
from pressparse.keywords.stop_word import default_stop_words, is_number
from pressparse.lexicon import read_words
from pressparse.text.segment import find_word_runs

_WORD = re.compile(r"\w")
_DIGITS = 9
_BREAK = 0  # stands for a sign, a blank, the end of a passage: no phrase goes over it
# A phrase that stands in one longer phrase in this share of its places is a piece of it.
_NESTED = 0.8

Gram = tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Phrase:
    """A term of several words, as the source prints it most often.

    `count` occurrences; `cohesion` and `freedom` in bits, see find_phrases; `score` is count times cohesion.
    """

    term: str
    score: float
    count: int
    cohesion: float
    freedom: float


@dataclass(frozen=True, slots=True)
class _Stream:
    """All passages as one row of word numbers; 0 is a break, n the word words[n]."""

    row: "array[int]"
    words: tuple[str, ...]

    def text_of(self, gram: Gram) -> str:
        return "".join(self.words[number] for number in gram)


def find_phrases(
    passages: Sequence[Passage],
    *,
    top: int = 20,
    least_count: int = 2,
    least_cohesion: float = 3.0,
    least_freedom: float = 1.0,
    longest: int = 4,
    engine: str = "rjieba",
    hmm: bool = True,
    words: Sequence[str] = (),
) -> tuple[Phrase, ...]:
    """The `top` phrases of 2 to `longest` words, the highest score first; `top` 0: all.

    cohesion: the least pointwise mutual information of all ways to cut the phrase in two,
    min log2(p(xy) / (p(x) p(y))), p over all words. freedom: the lesser of the branching entropies on its left and
    its right, -Σ p log2 p over the neighbouring words; each sign or end counts as a neighbour of its own.
    A phrase does not begin or end with a function word, a formula or a unit, holds no number, and goes over no sign.
    Of phrases that contain one another the shorter is left out when four of five of its places are in the longer.
    Source: Church & Hanks 1990 (mutual information), Jin & Tanaka-Ishii 2006 (branching entropy).
    """
    stream = _read_stream(passages, partial(find_word_runs, engine=engine, hmm=hmm, words=words))
    counts = _count_grams(stream.row, least_count=least_count, longest=longest)
    total = len(stream.row) - stream.row.count(_BREAK)
    cohesion = {
        gram: bits
        for gram in counts
        if len(gram) > 1
        and _has_free_edges(stream, gram)
        and (bits := _cohesion(gram, counts, total)) >= least_cohesion
    }
    freedom = {gram: bits for gram, bits in _measure_freedom(stream.row, cohesion).items() if bits >= least_freedom}
    wanted = _drop_nested(freedom, counts)
    found = [
        Phrase(stream.text_of(gram), counts[gram] * cohesion[gram], counts[gram], cohesion[gram], freedom[gram])
        for gram in wanted
    ]
    found.sort(key=lambda phrase: -phrase.score)
    return _show(found[: top or None], passages)


def _read_stream(passages: Iterable[Passage], cut: Cut) -> _Stream:
    numbers: dict[str, int] = {"": _BREAK}
    row = array("I", [_BREAK])
    is_word = cache(_WORD.search)
    for passage in passages:
        for run in cut(passage.text):
            row.extend(numbers.setdefault(word, len(numbers)) if is_word(word) else _BREAK for word in run)
        row.append(_BREAK)
    return _Stream(row, tuple(numbers))


def _count_grams(row: "array[int]", *, least_count: int, longest: int) -> dict[Gram, int]:
    """The runs of words that occur `least_count` times or more, in order of length and first occurrence.

    A run can only be frequent when its first and its last part are: the others are never counted.
    """
    frequent: dict[Gram, int] = {
        (number,): count for number, count in Counter(row).items() if number != _BREAK and count >= least_count
    }
    counts = dict(frequent)
    for length in range(2, longest + 1):
        starts = list(map(frequent.__contains__, _grams(row, length - 1)))
        candidates = compress(_grams(row, length), map(and_, starts, starts[1:]))
        frequent = {gram: count for gram, count in Counter(candidates).items() if count >= least_count}
        counts |= frequent
    return counts


def _grams(row: "array[int]", length: int) -> Iterator[Gram]:
    return zip(*(islice(row, start, None) for start in range(length)), strict=False)


def _cohesion(gram: Gram, counts: dict[Gram, int], total: int) -> float:
    parts = (counts[gram[:cut]] * counts[gram[cut:]] for cut in range(1, len(gram)))
    return log2(counts[gram] * total / max(parts))


def _measure_freedom(row: "array[int]", wanted: Iterable[Gram]) -> dict[Gram, float]:
    before: dict[Gram, Counter[int]] = {gram: Counter() for gram in wanted}
    behind: dict[Gram, Counter[int]] = {gram: Counter() for gram in wanted}
    for length in sorted({len(gram) for gram in before}):
        places = compress(enumerate(_grams(row, length)), map(before.__contains__, _grams(row, length)))
        for start, gram in places:
            before[gram][row[start - 1]] += 1
            behind[gram][row[start + length]] += 1
    return {gram: min(_entropy(before[gram]), _entropy(behind[gram])) for gram in before}


def _entropy(neighbours: Counter[int]) -> float:
    total = neighbours.total()
    shares = [count / total for number, count in neighbours.items() if number != _BREAK]
    return -sum(share * log2(share) for share in shares) + neighbours[_BREAK] / total * log2(total)


def _drop_nested(grams: Iterable[Gram], counts: dict[Gram, int]) -> list[Gram]:
    longest_first = sorted(grams, key=len, reverse=True)
    covered: dict[Gram, int] = {}
    kept: list[Gram] = []
    for gram in longest_first:
        if covered.get(gram, 0) >= _NESTED * counts[gram]:
            continue
        kept.append(gram)
        for length in range(2, len(gram)):
            for start in range(len(gram) - length + 1):
                part = gram[start : start + length]
                covered[part] = max(covered.get(part, 0), counts[gram])
    return kept


@cache
def _edge_words() -> tuple[frozenset[str], frozenset[str]]:
    """What no phrase begins with, and what none ends with."""
    classifiers = frozenset(read_words("stop_words", "classifier"))
    # Behind other words a classifier is a noun of its own: 体育|场, 带头|人; in front it has lost its numeral.
    return default_stop_words() | classifiers, default_stop_words() - classifiers


def _has_free_edges(stream: _Stream, gram: Gram) -> bool:
    words = [stream.words[number].lower() for number in gram]
    openers, closers = _edge_words()
    return words[0] not in openers and words[-1] not in closers and not any(map(is_number, words))


def _show(found: Sequence[Phrase], passages: Sequence[Passage]) -> tuple[Phrase, ...]:
    terms = {phrase.term: phrase.count for phrase in found}
    forms = find_source_forms(passages, terms, partial(find_word_runs, words=tuple(terms)))
    return tuple(
        replace(
            phrase,
            term=forms[phrase.term],
            score=round(phrase.score, _DIGITS),
            cohesion=round(phrase.cohesion, _DIGITS),
            freedom=round(phrase.freedom, _DIGITS),
        )
        for phrase in found
    )
