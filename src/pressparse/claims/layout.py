"""Layout: the sentences and clauses of a text, found once and asked by position."""

import re
from bisect import bisect_left, bisect_right
from itertools import accumulate, count
from operator import add
from typing import Final

from pressparse.lexicon import read_tree

_SIGN: Final = read_tree("quantities")["signs"]
# Each of these ends a clause too.
_STOPS: Final = frozenset(_SIGN["stops"])
_CLAUSES: Final = re.compile(f"[{_SIGN['clause']}]")
# A text without sentence ends (tables, subtitles) is read in windows of this length.
_LONGEST_SENTENCE: Final = 600


class Layout:
    """Where the sentences and clauses of one text begin and end."""

    def __init__(self, text: str) -> None:
        self.text = text
        self._clauses = _places(_CLAUSES, text)
        self._stops = _bounded([at + 1 for at in self._clauses if text[at] in _STOPS], len(text))

    def around(self, at: int) -> tuple[int, int]:
        """The sentence that holds the character at `at`, without the space around it."""
        index = bisect_right(self._stops, at)
        start = self._stops[index - 1] if index else 0
        end = self._stops[index] if index < len(self._stops) else len(self.text)
        while start < at and self.text[start].isspace():
            start += 1
        while end > at + 1 and self.text[end - 1].isspace():
            end -= 1
        return start, end

    def clause(self, start: int, end: int) -> tuple[int, int]:
        """Where the clause that holds `start` begins, and where the one that holds `end` does end."""
        index = bisect_left(self._clauses, start)
        begin = self._clauses[index - 1] + 1 if index else 0
        while index < len(self._clauses) and self._clauses[index] < end:
            index += 1
        return begin, self._clauses[index] if index < len(self._clauses) else len(self.text)

    def clause_start(self, at: int) -> int:
        """Where the clause that holds `at` begins."""
        index = bisect_left(self._clauses, at)
        return self._clauses[index - 1] + 1 if index else 0

    def clause_end(self, at: int) -> int:
        """Where the clause that holds `at` ends, its comma or stop outside."""
        index = bisect_left(self._clauses, at)
        return self._clauses[index] if index < len(self._clauses) else len(self.text)


def _places(sign: re.Pattern[str], text: str) -> list[int]:
    """Where the signs stand that `sign`, a class, has: a split makes no match for each, and sums run at C speed."""
    places = list(map(add, accumulate(map(len, sign.split(text))), count()))
    places.pop()
    return places


def _bounded(stops: list[int], length: int) -> list[int]:
    """Ends of sentences, with more put in where one would be longer than a reader's breath."""
    ends: list[int] = []
    last = 0
    for stop in (*stops, length):
        while stop - last > _LONGEST_SENTENCE:
            last += _LONGEST_SENTENCE
            ends.append(last)
        if stop < length or not ends or ends[-1] != stop:
            ends.append(stop)
        last = stop
    return ends
