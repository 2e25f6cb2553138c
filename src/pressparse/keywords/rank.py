"""Keywords of each group of passages, best first, by the definitions of jieba.analyse."""

import re
from collections import Counter
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import chain

from pressparse.errors import OptionError
from pressparse.keywords.inverse_frequency import read_inverse_frequencies
from pressparse.keywords.passage import Cut, Passage, find_source_forms, group_passages
from pressparse.keywords.share import work_in_shares
from pressparse.keywords.stop_word import default_stop_words, is_number, jieba_stop_words, read_stop_words
from pressparse.keywords.text_rank import PARTS_OF_SPEECH, rank_by_text_rank
from pressparse.text.segment import find_tagged_words, find_word_runs

__all__ = ["METHODS", "Keyword", "Passage", "rank_keywords", "read_stop_words"]

METHODS = ("tfidf", "textrank", "frequency")
_SCORE_DIGITS = 9
_LONG_CHARS = 2_000_000  # below this, sharing the work costs more than it saves
_FEW_TERMS = 100  # so many are looked up one by one faster than all tokens are read again


@dataclass(frozen=True, slots=True)
class Keyword:
    """A term of a group, as the source prints it most often.

    `score` by the method, rounded to nine decimals (the order is that of the unrounded scores); `count`
    occurrences in the group; `spread` passages of the group it occurs in.
    """

    group: str
    term: str
    score: float
    count: int
    spread: int


@dataclass(frozen=True, slots=True)
class Counts:
    """How often each token occurs, in order of first occurrence, and the tokens of each passage, one a line."""

    count: Counter[str]
    columns: tuple[str, ...]

    def spread(self, terms: Collection[str]) -> dict[str, int]:
        """In how many passages each of the terms occurs."""
        if len(terms) <= _FEW_TERMS:
            # The term first, the line ends after: a search that begins with the commonest sign is slow.
            found = {term: re.compile(rf"{re.escape(term)}\n(?<=\n{re.escape(term)}\n)").search for term in terms}
            return {term: sum(find(column) is not None for column in self.columns) for term, find in found.items()}
        wanted = frozenset(terms)
        seen: Counter[str] = Counter()
        for column in self.columns:
            seen.update(wanted.intersection(column.split("\n")))
        return seen


def rank_keywords(
    passages: Iterable[Passage],
    *,
    method: str = "tfidf",
    top: int = 20,
    stop_words: frozenset[str] | None = None,
    numbers: bool = False,
    parts_of_speech: Sequence[str] = (),
    least_count: int = 1,
    engine: str = "rjieba",
    hmm: bool = True,
    words: Sequence[str] = (),
    workers: int = 1,
) -> tuple[Keyword, ...]:
    """The `top` terms of each group, best first; groups in order of first appearance; `top` 0: all.

    tfidf: occurrences over all kept tokens of the group, times jieba's IDF (median for words not in its table).
    textrank: see rank_by_text_rank; needs jieba's tagger and is slow. frequency: the count. Kept are tokens of two
    characters or more that are no stop words (None: our list), no bare numbers (unless `numbers`) and, where
    `parts_of_speech` are given, of these (textrank: ns n vn v). Of equal scores the earlier in the text stands first.
    With no stop words and with numbers, scores and order are those of jieba.analyse 0.42.1. `words` as in find_words.
    A long text is cut by so many `workers`; the result is the same.
    Raises OptionError for an unknown method or engine.

    >>> text = "谢谢主持人,石景山区将建设科幻产业园,科幻产业增长7.6%"
    >>> [keyword.term for keyword in rank_keywords([Passage("", text, text)], top=3)]
    ['科幻', '石景山区', '产业园']
    """
    if method not in METHODS:
        raise OptionError(f"“{method}” is no way to rank that we know; use one of {', '.join(METHODS)}")
    parts = tuple(parts_of_speech) or (PARTS_OF_SPEECH if method == "textrank" else ())
    is_kept = keep_rule(stop_words, numbers=numbers)
    cut = partial(find_word_runs, engine=engine, hmm=hmm, words=words)
    tag = partial(find_tagged_words, engine=engine, words=words)
    ranked: list[Keyword] = []
    for group, members in group_passages(passages).items():
        tagged = [tag(member.text) for member in members] if parts else []
        counts = count_passages(_of_parts(tagged, parts)) if parts else _count(members, cut, workers)
        kept = {term: count for term, count in counts.count.items() if is_kept(term)}
        if method == "textrank":
            scores = rank_by_text_rank(list(chain.from_iterable(tagged)), is_kept, parts_of_speech=parts)
        else:
            scores = _weigh(kept, by_idf=method == "tfidf")
        best = _find_best(scores, kept, top=top, least_count=least_count)
        forms = find_source_forms(members, {term: kept[term] for term in best}, cut)
        spread = counts.spread(best)
        ranked += (
            Keyword(group, forms[term], round(scores[term], _SCORE_DIGITS), kept[term], spread[term]) for term in best
        )
    return tuple(ranked)


def keep_rule(stop_words: frozenset[str] | None = None, *, numbers: bool = False) -> Callable[[str], bool]:
    """Whether a token may be a keyword: two characters or more, no stop word (None: our list), no bare number."""
    stops = jieba_stop_words() | (default_stop_words() if stop_words is None else stop_words)

    def is_kept(token: str) -> bool:
        return len(token.strip()) >= 2 and token.lower() not in stops and (numbers or not is_number(token))

    return is_kept


def count_passages(passages: Iterable[Iterable[Sequence[str]]]) -> Counts:
    """The tokens of the passages, each given in runs, counted."""
    count: Counter[str] = Counter()
    columns = []
    for runs in passages:
        pieces = [""]
        for run in runs:
            count.update(run)
            pieces.append("\n".join(run))
        columns.append("\n".join((*pieces, "")))
    return Counts(count, tuple(columns))


def _count(members: Sequence[Passage], cut: Cut, workers: int) -> Counts:
    if sum(len(member.text) for member in members) < _LONG_CHARS:
        workers = 1
    else:
        list(cut(members[0].text[:10]))  # the dictionary is loaded before the work is shared, not in each share
    shares = work_in_shares(
        lambda share: count_passages(cut(member.text) for member in share), members, workers=workers
    )
    count = shares[0].count
    for share in shares[1:]:
        count.update(share.count)
    return Counts(count, tuple(chain.from_iterable(share.columns for share in shares)))


def _of_parts(tagged: Iterable[Sequence[tuple[str, str]]], parts: Sequence[str]) -> Iterator[list[list[str]]]:
    wanted = frozenset(parts)
    for pairs in tagged:
        yield [[word for word, flag in pairs if flag in wanted]]


def _weigh(kept: dict[str, int], *, by_idf: bool) -> dict[str, float]:
    if not by_idf:
        return {term: float(count) for term, count in kept.items()}
    idf, median = read_inverse_frequencies()
    total = float(sum(kept.values()))
    # Multiplied in jieba's order, so that the weights are equal to the last digit.
    return {term: count * (idf.get(term, median) / total) for term, count in kept.items()}


def _find_best(scores: dict[str, float], kept: dict[str, int], *, top: int, least_count: int) -> list[str]:
    """The terms with the highest scores; sorting is stable, so of equal scores the earlier in the text comes first."""
    candidates = [term for term in scores if kept[term] >= least_count]
    return sorted(candidates, key=scores.__getitem__, reverse=True)[: top or None]
