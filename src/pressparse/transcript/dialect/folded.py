"""What a page in Markdown prints beside what is said: its front matter, and translations folded away."""

import re
from collections.abc import Iterator, Sequence

from pressparse.pattern import HAN, on_demand
from pressparse.span import Span
from pressparse.transcript.dialect import label as labels
from pressparse.transcript.turn import Role

_OPENS, _SHUTS = "<details", "</details>"
_SUMMARY = on_demand(r"<summary\b[^<>]*>[^<>]{0,80}</summary>")
_IN_HAN = on_demand(HAN)
_LETTER = on_demand(r"(?<![</\w])[A-Za-z]{2}")


def find_folded(words: str) -> tuple[Span, ...]:
    r"""Where a page has folded away a translation of the paragraph above; what it folds in Chinese is the record's own.

    >>> text = "叶青:到了。\n<details>\n<summary>英文</summary>\nYe Qing: Here we are.\n</details>\n"
    >>> [(span.start, span.end) for span in find_folded(text)], find_folded("<details>\n叶青:到了。\n</details>\n")
    ([(7, 71)], ())
    """
    if _OPENS in words:
        return tuple(_folded(words))
    quoted = tuple(_quoted(words)) if _QUOTES in words else ()
    return quoted if len(quoted) >= _FEWEST_QUOTED else ()


_QUOTES = "\n>"
_FEWEST_QUOTED = 2
# A label in letters and what it says.
_QUOTE = on_demand(r"\n(?P<again>> ?(?:\*\*)?[A-Z][A-Za-z .'’-]{0,30}(?:\*\*)? ?:[^\n]*(?:\n>[^\n]*)*)")


def _quoted(words: str) -> Iterator[Span]:
    """Where a page quotes below a paragraph what it says in letters: “> **Ye Qing:** Here we are.”."""
    for quote in _QUOTE.finditer(words):
        end = quote.start()
        while end and words[end - 1].isspace():
            end -= 1
        in_han = _IN_HAN.search(words, words.rfind("\n", 0, end) + 1, end)
        if in_han and not _IN_HAN.search(quote["again"]) and not _is_answer(words, in_han.start(), quote):
            yield Span(*quote.span("again"))


def _is_answer(words: str, asked: int, quote: re.Match[str]) -> bool:
    """Whether a quote in letters answers the paragraph in Chinese above it, which asks: no label in Chinese does."""
    above, own = (_LABEL.match(words, at) for at in (words.rfind("\n", 0, asked) + 1, quote.start("again")))
    if above is None or labels.role_of_label(above["who"]) not in _ASKERS:
        return False
    if own is None or labels.role_of_label(own["who"]) in _ASKERS:
        return False
    below = next((line for line in words[quote.end() :].split("\n", _NEAR) if line.strip()), "")
    answers = _LABEL.match(below)
    named = answers is not None and _IN_HAN.search(answers["who"]) is not None
    return answers is None or not named or labels.role_of_label(answers["who"]) in _ASKERS


_NEAR = 4
_LABEL = on_demand(r"[>* ]*(?P<who>[^:*\n]{1,40}?)(?:\*\*)? ?:")
_ASKERS = (Role.REPORTER, Role.AUDIENCE)


def _folded(words: str) -> Iterator[Span]:
    above, start, in_han = 0, words.find(_OPENS), False
    while start >= 0 and (end := words.find(_SHUTS, start)) >= 0:
        said = _SUMMARY.sub("", words[words.find(">", start) + 1 : end], count=1)
        end += len(_SHUTS)
        # “English”, then “Português” below it, are of one paragraph.
        if words[above:start].strip():
            in_han = _IN_HAN.search(words, above, start) is not None
        if in_han and _LETTER.search(said) and not _IN_HAN.search(said):
            yield Span(start, end)
        above, start = end, words.find(_OPENS, end)


def front_matter(lines: Sequence[str]) -> int:
    """How many of the first lines stand between two of dashes and say of a page what it is; 0 where none do.

    >>> front_matter(["---", "speaker: Ann", "---", "叶青:到了。"]), front_matter(["---", "叶青:到了。", "---"])
    (3, 0)
    """
    top = lines[:_LONGEST_FRONT] if lines[:1] == [_DASHES] else []
    end = top.index(_DASHES, 1) if _DASHES in top[1:] else 0
    keyed = sum(_FRONT_KEY.match(words) is not None for words in top[1:end])
    return end + 1 if 2 * keyed >= end > 1 and not _is_talk(top[1:end]) else 0


def _is_talk(lines: Sequence[str]) -> bool:
    """Whether keys are labels: one stands twice, is a letter or a role that asks or answers, or a line asks."""
    keys = [words.partition(":")[0].rstrip().casefold() for words in lines if _FRONT_KEY.match(words)]
    named = [key for key in keys if not key.startswith("-")]
    roles = any(len(key) == 1 or labels.role_of_line(key) in _TALKING for key in named)
    listed = any(_LISTED_LABEL.match(words) for words in lines)
    return roles or listed or len(set(named)) < len(named) or any(words.endswith("?") for words in lines)


_TALKING = (Role.REPORTER, Role.AUDIENCE, Role.GUEST)
_LISTED_LABEL = on_demand("- ?[^:]{1,20}:")


_LONGEST_FRONT = 120
_DASHES = "---"
_FRONT_KEY = on_demand(r"[A-Za-z][A-Za-z0-9_-]* ?:(?: |$)|- ")
