"""TextRank as jieba.analyse computes it."""

import sys
from collections import defaultdict
from collections.abc import Callable, Sequence

PARTS_OF_SPEECH = ("ns", "n", "vn", "v")  # place names, nouns, verbal nouns, verbs
_SPAN = 5  # a word is tied to the four after it
_DAMPING = 0.85
_SWEEPS = 10


def rank_by_text_rank(
    tagged: Sequence[tuple[str, str]],
    is_kept: Callable[[str], bool],
    *,
    parts_of_speech: Sequence[str] = PARTS_OF_SPEECH,
) -> dict[str, float]:
    """The weight of each kept word of `tagged` (word, part of speech), at most 1.

    Words tied within a window of five tokens, ties weighted by how often; ten sweeps in the order of the words'
    code points with damping 0.85; then (weight - least / 10) / (most - least / 10). A word without a neighbour in
    its window has no weight. Source: Mihalcea & Tarau 2004, in the form of jieba 0.42.1.
    """
    wanted = frozenset(parts_of_speech)
    kept = [flag in wanted and is_kept(word) for word, flag in tagged]
    ties: dict[tuple[str, str], int] = {}
    for i, (word, _) in enumerate(tagged):
        if not kept[i]:
            continue
        for j in range(i + 1, min(i + _SPAN, len(tagged))):
            if kept[j]:
                pair = (word, tagged[j][0])
                ties[pair] = ties.get(pair, 0) + 1
    return _rescale(_sweep(ties))


def _sweep(ties: dict[tuple[str, str], int]) -> dict[str, float]:
    # Each tie is an edge of both its words, a word's tie with itself twice; the order of the sums is jieba's,
    # so the weights are equal to the last digit.
    edges: dict[str, list[tuple[str, int]]] = defaultdict(list)
    for (start, end), count in ties.items():
        edges[start].append((end, count))
        edges[end].append((start, count))
    out = {word: float(sum(count for _, count in neighbours)) for word, neighbours in edges.items()}
    weights = dict.fromkeys(edges, 1.0 / (len(edges) or 1.0))
    ordered = sorted(edges)
    for _ in range(_SWEEPS):
        for word in ordered:
            inflow = 0.0
            for other, count in edges[word]:
                inflow += count / out[other] * weights[other]
            weights[word] = (1 - _DAMPING) + _DAMPING * inflow
    return weights


def _rescale(weights: dict[str, float]) -> dict[str, float]:
    least = min(weights.values(), default=sys.float_info.max)
    most = max(weights.values(), default=sys.float_info.min)
    return {word: (weight - least / 10.0) / (most - least / 10.0) for word, weight in weights.items()}
