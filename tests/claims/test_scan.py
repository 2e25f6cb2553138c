"""The one pass over the text: what it takes for granted about the lexicons."""

import re

from pressparse.claims import amount
from pressparse.claims.period import RELATIVE
from pressparse.lexicon import read_rows, read_tree


def test_no_word_begins_with_a_digit() -> None:
    """Idioms, wholes and time words are looked for only where no digit stands."""
    words = [*(row["word"] for row in read_rows("number_idioms")), *read_tree("quantities")["wholes"], *RELATIVE]
    assert [word for word in words if word[0] in "0123456789"] == []


def test_range_next_is_complete() -> None:
    """Every sign that may open a join, a between or a gloss of inclusion is in `range_next`."""
    signs = read_tree("quantities")["signs"]
    for char in map(chr, [*range(0x20, 0x7F), *range(0x2010, 0x2020), *range(0x4E00, 0x9FFF)]):
        opens = any(re.match(signs[name], char + rest) for name in ("join", "between_join") for rest in ("", "-"))
        assert not opens or char in signs["range_next"]
    assert "(" in amount._RANGE_NEXT
