"""Bounds: every word that bends a number from the front, listed or made by a rule."""

import re
from typing import Final

from pressparse.lexicon import read_rows, read_tree

_OF: Final[str] = read_tree("periods")["signs"]["of"]
_SIGN: Final = read_tree("quantities")["signs"]
_AMOUNT: Final[str] = _SIGN["amount_sign"]


def _made() -> dict[str, str]:
    """“矮过”, “不可以矮过”: bounds by the way they are made."""
    stems = read_tree("quantities")["change_stems"]
    words: dict[str, str] = {}
    for side, over, held in (("below", "less_than", "at_least"), ("above", "more_than", "at_most")):
        for word in (f"{stem}{tail}" for stem in stems[side] for tail in stems["bounds"]):
            words[word] = over
            words |= {f"{no}{word}": held for no in stems["forbidden"]}
    # “不得逾”
    return words | {f"{no}{word}": "at_most" for no in stems["forbidden"] for word in stems["passing"]}


# Each word with its modifier, as in docs/claims.md.
BOUNDS: Final = _made() | {row["word"]: row["modifier"] for row in read_rows("modifiers") if "before" in row["place"]}


def is_part_of(text: str, floor: int, at: int, word: str, role: str) -> bool:
    """Whether the word of a change before `at` is what has a share: “占所有|增量|的65%” changes nothing."""
    owned = text[at] == _OF or text[at - 1] == _AMOUNT
    return role == "change" and owned and _PART_OF.search(text, floor, at - len(word)) is not None


_PART_OF: Final = re.compile(_SIGN["part_of"])
