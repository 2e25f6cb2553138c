"""A stretch of speech as the statistics read it, and the way back to the words as printed."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import accumulate

Cut = Callable[[str], Iterable[list[str]]]  # a text to its tokens, in runs

# Of a frequent term the first places tell how it is written; a whole corpus need not be read twice for that.
_FORM_SAMPLE = 50


@dataclass(frozen=True, slots=True)
class Passage:
    """A turn, or another stretch of text that counts as one place; `group` is what keywords are told apart by.

    Raises ValueError when `shown` is not as long as `text`.
    """

    group: str  # a speaker, a role, a file
    text: str  # analysis text: simplified, half width
    shown: str  # the same characters as the source has them

    def __post_init__(self) -> None:
        if len(self.text) != len(self.shown):
            raise ValueError(f"a passage of {len(self.text)} characters is shown with {len(self.shown)}")


def group_passages(passages: Iterable[Passage]) -> dict[str, list[Passage]]:
    """The passages by group, groups in the order of their first passage."""
    groups: dict[str, list[Passage]] = {}
    for passage in passages:
        groups.setdefault(passage.group, []).append(passage)
    return groups


def find_source_forms(passages: Sequence[Passage], terms: Mapping[str, int], cut: Cut) -> dict[str, str]:
    """Each of `terms` (with its count) as the source writes it most often, judged by its first 50 places.

    Of forms equally frequent the first wins. A term that `cut` finds nowhere is looked up as a string.
    """
    if all(passage.shown is passage.text or passage.shown == passage.text for passage in passages):
        return {term: term for term in terms}
    missing = {term: min(count, _FORM_SAMPLE) for term, count in terms.items()}
    forms: dict[str, Counter[str]] = {term: Counter() for term in terms}
    for term, form in _find_places(passages, cut, missing):
        forms[term][form] += 1
        missing[term] -= 1
        if not missing[term]:
            del missing[term]
    # max gives the first of equals, and a Counter keeps the order in which its keys came.
    return {
        term: max(seen, key=seen.__getitem__) if seen else _find_form(passages, term) for term, seen in forms.items()
    }


def _find_places(passages: Sequence[Passage], cut: Cut, missing: Mapping[str, int]) -> Iterator[tuple[str, str]]:
    """Each token that is still missing with its characters in the source, until nothing is missing."""
    for passage in passages:
        start = 0
        for run in cut(passage.text):
            if not missing:
                return
            ends = list(accumulate(map(len, run), initial=start))
            for i in [i for i, token in enumerate(run) if token in missing]:
                if run[i] in missing:
                    yield run[i], passage.shown[ends[i] : ends[i + 1]]
            start = ends[-1]


def _find_form(passages: Sequence[Passage], term: str) -> str:
    for passage in passages:
        start = passage.text.find(term)
        if start >= 0:
            return passage.shown[start : start + len(term)]
    return term
