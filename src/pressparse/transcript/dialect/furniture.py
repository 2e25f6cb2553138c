"""Furniture: what the pages of a printed record repeat: running heads, and the numbers of the pages."""

import re
from collections.abc import Collection
from itertools import pairwise

from pressparse.pattern import on_demand
from pressparse.transcript.dialect import label as labels
from pressparse.transcript.dialect import note as notes
from pressparse.transcript.dialect.page import Page

_LONGEST_HEAD = 80
_LONGEST_NUMBER = 16
_SHORTEST_HEAD = 4
_SENTENCE_ENDS = ("。", "?", "!", "…", ":", ",", ";", "”")


def find_furniture(page: Page, openings: Collection[int], *, hansard: bool = False) -> frozenset[int]:
    """The lines that no one says as they are of the page; those of `openings` open turns."""
    found = _marked(page) | _numbered(page) | _above_numbers(page)
    return (found | _drawn(page) if hansard else found).difference(openings)


def _marked(page: Page) -> frozenset[int]:
    """Lines that the container itself says are none of the text, such as the page numbers of a PDF."""
    spans = [mark.span for mark in page.marks if mark.kind == "furniture"]
    if not spans:
        return frozenset()
    return frozenset(n for n, line in enumerate(page.lines) if any(span.overlaps(line.span) for span in spans))


def _drawn(page: Page) -> frozenset[int]:
    """Lines that recur but for their digits, as running heads do: not speech."""
    shapes: dict[str, list[int]] = {}
    for number, line in enumerate(page.lines):
        if any(char.isdigit() for char in line.words) and len(line.words) <= _LONGEST_HEAD:
            shapes.setdefault(re.sub(r"[0-9 ]+", "0", line.words), []).append(number)
    heads = {
        number
        for numbers in shapes.values()
        if len(numbers) > 1 and "─" in page.text[page.lines[numbers[0]].span.start : page.lines[numbers[0]].span.end]
        for number in numbers
    }
    # “立法会 ─ 2024年5月22日”, and the number of the page below
    below = {number + 1 for number in heads if number + 1 < len(page.lines) and page.lines[number + 1].words.isdigit()}
    return frozenset(heads | below)


def _numbered(page: Page) -> frozenset[int]:
    """The heads that recur with the number of their page behind them: “渔港局发布会实录 第 2 页 共 9 页”."""
    heads: dict[str, list[int]] = {}
    for number, line in enumerate(page.lines):
        if line.words[-1:] in _PAGE_ENDS and len(line.words) <= _LONGEST_HEAD:
            head = notes.without_page_number(line.words).rstrip()
            if head and head != line.words:
                heads.setdefault(head, []).append(number)
    return frozenset(number for numbers in heads.values() if len(numbers) > 1 for number in numbers)


# What notes.without_page_number looks at ends with such a sign.
_PAGE_ENDS = tuple(labels.MARGINS["page_signs"])


def _above_numbers(page: Page) -> frozenset[int]:
    """The heads that recur above or below the numbers of their pages, which count up: “渔港局发布会”, “2”."""
    numbers = (
        (n, _PAGE.fullmatch(line.words)) for n, line in enumerate(page.lines) if len(line.words) <= _LONGEST_NUMBER
    )
    pages = [(n, int(number["page"])) for n, number in numbers if number]
    heads: dict[tuple[str, int], list[tuple[int, int]]] = {}
    for number, count in pages:
        for side in (-1, 1):
            if 0 <= number + side < len(page.lines):
                heads.setdefault((page.lines[number + side].words, side), []).append((number, count))
    found: set[int] = set()
    for (head, side), places in heads.items():
        counts = [count for _, count in places]
        up = len(counts) > 1 and all(two == one + 1 for one, two in pairwise(counts))
        plain = _SHORTEST_HEAD <= len(head) <= _LONGEST_HEAD and not head.endswith(_SENTENCE_ENDS)
        if up and plain and not _PAGE.fullmatch(head):
            found |= {each for number, _ in places for each in (number, number + side)}
    return frozenset(found)


# “2”, “- 2 -”, “2/9”, “第2页”
_PAGE = on_demand(labels.MARGINS["page_alone"])
