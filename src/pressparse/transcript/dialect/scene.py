"""Scenes: a story whose people speak in quotes behind labels, and which tells in lines of its own what happens."""

from collections.abc import Mapping

from pressparse.text.tag import tag_words
from pressparse.transcript.dialect import label as labels
from pressparse.transcript.dialect.described import is_described
from pressparse.transcript.dialect.evidence import ACCEPTED, weigh_label
from pressparse.transcript.dialect.opening import Opening, read_opening
from pressparse.transcript.dialect.page import Page

_OPENS, _SHUTS = _QUOTES = ("“", "”")
_FEWEST = 4
_FEWEST_SURE = 2
_NEARLY_ALL = 0.9
_LONGEST_LABEL = 10


def with_scene(page: Page, found: dict[int, Opening]) -> dict[int, Opening]:
    """`found` and, where all who speak do so in quotes, who has a label but once: “船工:“都在舱里。””."""
    if len(found) < _FEWEST_SURE or _SHUTS not in page.words or not _are_quoted(page, found):
        return found
    more: dict[int, Opening] = {}
    for number, line in enumerate(page.lines):
        opening = read_opening(line.words) if number not in found and line.words.endswith(_QUOTES) else None
        if opening and _is_spoken(line.words, opening) and _may_speak(opening.label):
            more[number] = opening
    every = dict(sorted((found | more).items()))
    return every if more and _is_scene(page, every) else found


def find_narrated(page: Page, found: Mapping[int, Opening]) -> frozenset[int]:
    """The lines of a scene that tell what happens; none where somebody speaks without quotes, or a mere role does.

    A quote without a label, and what stands below one that is not shut yet, is said.
    """
    if not _is_scene(page, found):
        return frozenset()
    told: set[int] = set()
    is_open = False
    for number in range(min(found), len(page.lines)):
        words = page.lines[number].words
        if number not in found and not is_open and not words.startswith(_OPENS):
            told.add(number)
            continue
        # Each paragraph of a quote may open anew, the last one shuts it.
        said = words[found[number].length :] if number in found else words
        opens = said.count(_OPENS) > said.count(_SHUTS) and not said.endswith(_OPENS)
        is_open = opens or (is_open and number not in found and not said.endswith(_QUOTES))
    return frozenset(told)


def _is_scene(page: Page, found: Mapping[int, Opening]) -> bool:
    """Whether nearly all that is said stands in quotes behind the labels of two or more.

    Where a label is but a role (“记者:”, “答:”) the record is an interview, and what stands below an answer reports it.
    """
    names = {each.label for each in found.values()}
    talk = len(found) >= _FEWEST and len(names) > 1 and not any(map(_is_role, names))
    return talk and _SHUTS in page.words and _are_quoted(page, found)


def _is_role(label: str) -> bool:
    """Whether a label is but a role, or says only that somebody answers or adds something."""
    return labels.role_of_line(label) is not None or label in labels.ANSWERS


def _are_quoted(page: Page, found: Mapping[int, Opening]) -> bool:
    """Whether nearly all that stands behind labels is quoted."""
    quoted = sum(_is_spoken(page.lines[number].words, opening) for number, opening in found.items())
    return quoted >= _NEARLY_ALL * len(found)


def _is_spoken(words: str, opening: Opening) -> bool:
    """Whether what stands behind a label on its line is a quote and nothing else, or the beginning of one."""
    said = words[opening.length :]
    return said.startswith(_OPENS) and (said[-1] in (_OPENS, _SHUTS) or _SHUTS not in said)


def _may_speak(label: str) -> bool:
    """Whether a label may be of one who speaks once: a name or noun, and no lead-in: “船工”, but “船工笑道”."""
    weight = weigh_label(label, count=1)
    nominal = weight > -ACCEPTED and all(tag[0] in _NAMING for _, tag in tag_words(label))
    return len(label) <= _LONGEST_LABEL and (is_described(label) or weight >= _NAMED or nominal)


_NAMED = 2.0
_NAMING = frozenset("nbaljsi")
