"""Words and phrases in one ranking."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from statistics import median

from pressparse.keywords.passage import Cut, Passage, find_source_forms, group_passages
from pressparse.keywords.rank import Counts, Keyword, count_passages
from pressparse.text.script import to_analysis

_SCORE_DIGITS = 9
# A word that stands inside phrases in this share of its places is a piece of them.
_NESTED = 0.8


@dataclass(frozen=True, slots=True)
class Cuts:
    """How a text is cut: with the phrases in pieces, and with each of them whole."""

    apart: Callable[[str], Sequence[str]]
    whole: Cut


def rank_with_phrases(
    passages: Sequence[Passage],
    keywords: Sequence[Keyword],
    phrases: Sequence[str],
    cuts: Cuts,
    *,
    top: int = 20,
    least_count: int = 2,
) -> tuple[Keyword, ...]:
    """The `top` words and phrases of each group, best first; `top` 0: all.

    `keywords` are all words of the groups in the ranking that is wanted, `phrases` the phrases in analysis text. A
    phrase scores its count times what its words score together in one occurrence (IDFs add up as the logarithms they
    are); a word that is no keyword adds nothing, and a phrase without keywords counts as one median keyword. Words
    keep their scores; one is left out when four of five of its places are inside phrases that are ranked.
    """
    own: dict[str, dict[str, Keyword]] = {}
    for keyword in keywords:
        own.setdefault(keyword.group, {})[to_analysis(keyword.term)] = keyword
    ranked: list[Keyword] = []
    for group, members in group_passages(passages).items():
        words = own.get(group, {})
        counts = count_passages(cuts.whole(member.text) for member in members)
        found = _score(phrases, words, counts, cuts, least_count)
        forms = find_source_forms(members, {phrase: counts.count[phrase] for phrase in found}, cuts.whole)
        spread = counts.spread(found)
        entries = [keyword for term, keyword in words.items() if _stands_alone(term, keyword, counts)]
        entries += [
            Keyword(group, forms[phrase], round(score, _SCORE_DIGITS), counts.count[phrase], spread[phrase])
            for phrase, score in found.items()
        ]
        entries.sort(key=lambda entry: -entry.score)
        ranked += entries[: top or None]
    return tuple(ranked)


def _score(
    phrases: Sequence[str], words: dict[str, Keyword], counts: Counts, cuts: Cuts, least_count: int
) -> dict[str, float]:
    rates = {term: keyword.score / keyword.count for term, keyword in words.items()}
    middle = median(rates.values()) if rates else 1.0
    return {
        phrase: counts.count[phrase] * (sum(rates.get(part, 0.0) for part in cuts.apart(phrase)) or middle)
        for phrase in phrases
        if counts.count[phrase] >= least_count
    }


def _stands_alone(term: str, keyword: Keyword, counts: Counts) -> bool:
    return counts.count[term] > (1 - _NESTED) * keyword.count
