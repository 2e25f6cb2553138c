"""Bounds: every word that bends a number from the front, listed or made by a rule."""

from typing import Final

from pressparse.lexicon import read_rows, read_tree


def _made() -> dict[str, str]:
    """“矮过”, “不可以矮过”: bounds by the way they are made."""
    stems = read_tree("quantities")["change_stems"]
    words: dict[str, str] = {}
    for side, over, held in (("below", "less_than", "at_least"), ("above", "more_than", "at_most")):
        for word in (f"{stem}{tail}" for stem in stems[side] for tail in stems["bounds"]):
            words[word] = over
            words |= {f"{no}{word}": held for no in stems["forbidden"]}
    return words


# Each word with its modifier, as in CLAIMS.md.
BOUNDS: Final = _made() | {row["word"]: row["modifier"] for row in read_rows("modifiers") if "before" in row["place"]}
