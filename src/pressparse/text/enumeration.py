"""Enumerations of a speech: which points it counts, how they nest, how many were announced."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import cache
from itertools import pairwise
from typing import Any

from pressparse.lexicon import read_tree
from pressparse.span import Span

_LONGEST_TITLE = 40
# Where a list is announced: so many characters before its first mark, not before the mark of the point it is part of.
_ANNOUNCED_CHARS = 80
# “一、二产业”: two marks so close together count nothing.
_LEAST_POINT = 2


@dataclass(frozen=True, slots=True)
class Point:
    """A point of a list, or at level 0 the list itself, whose mark is empty.

    `span` reaches from the mark to the next point. `announced` is how many points the words before its own list
    announce, None where they do not say; `found` how many there are, 0 for a point without a list of its own.
    """

    level: int
    mark: Span
    title: Span
    span: Span
    announced: int | None
    found: int


@dataclass(frozen=True, slots=True)
class _Mark:
    family: str
    number: int  # 0: the next, whatever it is
    span: Span


@dataclass(slots=True)
class _Item:
    mark: _Mark
    lists: list["_List"] = field(default_factory=list)
    end: int = 0


@dataclass(slots=True)
class _List:
    family: str
    items: list[_Item] = field(default_factory=list)


def find_points(text: str) -> tuple[Point, ...]:
    """The points of the enumerations in the analysis text of a speech, in text order, each list under its own row.

    A list counts up from one (第一, 第二 …) in marks of one form and has two points or more. A list that begins
    inside a point is part of it. The last point ends with its sentence when the others are clauses of one sentence,
    else after as many paragraphs as the longest of the others has.

    >>> text = "下面讲两点。第一,稳就业。一是扩岗;二是培训。第二,促消费。"
    >>> [(point.level, point.title.of(text), point.found) for point in find_points(text)]
    [(0, '下面讲两点', 2), (1, '稳就业', 2), (2, '扩岗', 0), (2, '培训', 0), (1, '促消费', 0)]
    """
    lists = _drop_short(_nest(text, _find_marks(text)))
    _set_ends(text, lists, len(text))
    points: list[Point] = []
    floor = 0
    for each in lists:
        start, end = each.items[0].mark.span.start, each.items[-1].end
        announcement = _announcement(text, floor, start)
        points.append(
            Point(
                level=0,
                mark=Span(start, start),
                title=_lead_in(text, floor, start),
                span=Span(start, end),
                announced=announcement,
                found=len(each.items),
            )
        )
        for item in each.items:
            points += _points_of(text, item, 1)
        floor = end
    return tuple(points)


def _points_of(text: str, item: _Item, level: int) -> Iterator[Point]:
    announced: list[int | None] = []
    floor = item.mark.span.end
    for each in item.lists:
        announced.append(_announcement(text, floor, each.items[0].mark.span.start))
        floor = each.items[-1].end
    known = [count for count in announced if count is not None]
    yield Point(
        level=level,
        mark=_trimmed(text, item.mark.span),
        title=_title(text, item.mark.span.end, item.end),
        span=Span(item.mark.span.start, item.end),
        announced=sum(known) if known and len(known) == len(announced) else None,
        found=sum(len(each.items) for each in item.lists),
    )
    for each in item.lists:
        for inner in each.items:
            yield from _points_of(text, inner, level + 1)


@cache
def _tree() -> dict[str, Any]:
    return read_tree("enumerations")


@cache
def _marks() -> tuple[tuple[str, bool, re.Pattern[str]], ...]:
    number = _tree()["signs"]["number"]
    return tuple(
        (mark["name"], mark.get("inline", False), re.compile(mark["pattern"].replace("{number}", number)))
        for mark in _tree()["mark"]
    )


@cache
def _announced_pattern() -> re.Pattern[str]:
    return re.compile(_tree()["announced"]["pattern"].replace("{number}", _tree()["signs"]["number"]))


def _find_marks(text: str) -> list[_Mark]:
    """Every mark that stands where a point may begin, in text order."""
    signs = _tree()["signs"]
    found: dict[int, _Mark] = {}
    for family, inline, pattern in _marks():
        before = signs["before"] + (signs["before_clause"] if inline else "")
        for match in pattern.finditer(text):
            head = text[max(0, match.start() - 20) : match.start()].rstrip(signs["skipped"])
            begins = head[-1:] in before if head else match.start() <= 20
            if begins and match.start() not in found:
                number = _count(match["number"])
                found[match.start()] = _Mark(family, number, Span(match.start(), match.end()))
    ordered = [found[start] for start in sorted(found)]
    close = {
        index
        for i, (one, two) in enumerate(pairwise(ordered))
        if one.family == two.family and two.span.start - one.span.end < _LEAST_POINT
        for index in (i, i + 1)
    }
    return [mark for index, mark in enumerate(ordered) if index not in close]


def _count(words: str) -> int:
    """The number that a mark or an announcement says, up to 99.

    >>> [_count(words) for words in ("三", "十", "十二", "二十一", "12")]
    [3, 10, 12, 21, 12]
    """
    tree = _tree()
    if words in tree["words"]:
        return int(tree["words"][words])
    if words.isascii():
        return int(words)
    digits, (tens, sign, ones) = tree["digits"], words.partition(tree["signs"]["ten"])
    if not sign:
        return int(digits.get(words, 0))
    return int(digits.get(tens, 1)) * 10 + int(digits.get(ones, 0))


def _nest(text: str, marks: Sequence[_Mark]) -> list[_List]:
    """The marks as lists within lists; what continues no list and begins none is left out."""
    tops: list[_List] = []
    stack: list[_List] = []
    for mark in marks:
        depth = _continued(stack, mark)
        if depth is None:
            if mark.number != 1:
                continue
            depth = _home(text, stack, mark)
            del stack[depth:]
            stack.append(_List(mark.family))
            (stack[depth - 1].items[-1].lists if depth else tops).append(stack[depth])
        del stack[depth + 1 :]
        stack[depth].items.append(_Item(mark))
    return tops


def _continued(stack: Sequence[_List], mark: _Mark) -> int | None:
    """Which open list the mark counts on, the innermost first; None where it begins one."""
    for depth in range(len(stack) - 1, -1, -1):
        each = stack[depth]
        if each.family == mark.family and mark.number in ((0,) if len(each.items) > 1 else ()) + (len(each.items) + 1,):
            return depth
    return None


def _home(text: str, stack: Sequence[_List], mark: _Mark) -> int:
    """How deep a new list stands: inside the innermost point that is still going on and not of its own form."""
    for depth, each in enumerate(stack):
        last = each.items[-1].mark.span.start
        over = len(each.items) > 1 and text.count("\n", last, mark.span.start) > _longest(text, each)
        if each.family == mark.family or over:
            return depth
    return len(stack)


def _longest(text: str, each: _List) -> int:
    """How many line ends the longest point before the last has."""
    starts = [item.mark.span.start for item in each.items]
    return max(text.count("\n", a, b) - 1 for a, b in pairwise(starts))


def _drop_short(lists: Sequence[_List]) -> list[_List]:
    """The lists of two points and more; those inside one that is dropped take its place."""
    kept: list[_List] = []
    for each in lists:
        for item in each.items:
            item.lists = _drop_short(item.lists)
        if len(each.items) > 1:
            kept.append(each)
        else:
            kept += each.items[0].lists
    return kept


def _set_ends(text: str, lists: Sequence[_List], limit: int) -> None:
    for index, each in enumerate(lists):
        following = lists[index + 1].items[0].mark.span.start if index + 1 < len(lists) else limit
        for item, behind in zip(each.items, each.items[1:], strict=False):
            item.end = behind.mark.span.start
        each.items[-1].end = _last_end(text, each, following)
        for item in each.items:
            _set_ends(text, item.lists, item.end)


def _last_end(text: str, each: _List, limit: int) -> int:
    """Where the last point ends, as the points before it suggest."""
    stop = _tree()["signs"]["full_stop"]
    start = each.items[-1].mark.span.start
    first = each.items[0].mark.span.start
    sign = "\n" if stop in text[first:start] or "\n" in text[first:start] else stop
    end = start
    for _ in range(max(_longest(text, each), 0) + 1 if sign == "\n" else 1):
        place = text.find(sign, end, limit)
        if place < 0:
            return limit
        end = place + 1
    return end


def _announcement(text: str, floor: int, start: int) -> int | None:
    """How many points the words before a list announce; the last such words count."""
    matches = _announced_pattern().finditer(text, max(floor, start - _ANNOUNCED_CHARS), start)
    counts = [count for match in matches if (count := _count(match["number"])) > 1]
    return counts[-1] if counts else None


def _lead_in(text: str, floor: int, start: int) -> Span:
    """The sentence before a list, or the part of its own sentence before the first mark."""
    signs = _tree()["signs"]
    end = start
    while end > floor and (text[end - 1] in signs["title_stop"] + signs["before_clause"] + signs["skipped"]):
        end -= 1
    begin = max((stop.end() for stop in _title_stop().finditer(text, floor, end)), default=floor)
    while end - begin > _LONGEST_TITLE and (comma := text.find(signs["clause"], begin, end)) >= 0:
        begin = comma + 1
    return _trimmed(text, Span(begin, end))


@cache
def _title_stop() -> re.Pattern[str]:
    """What a title ends at; the colon of “三次产业结构为5.1:42.6:52.3” is none."""
    return re.compile(f"(?!(?<=[0-9]):[0-9])[{re.escape(_tree()['signs']['title_stop'])}]")


def _title(text: str, start: int, end: int) -> Span:
    """The words behind a mark up to the end of the sentence, or of the clause where that is long."""
    signs = _tree()["signs"]
    while start < end and (text[start].isspace() or text[start] in signs["skipped"] + signs["clause"]):
        start += 1
    ends = _title_stop().search(text, start, end)
    stop = ends.start() if ends else end
    while stop - start > _LONGEST_TITLE and (comma := text.rfind(signs["clause"], start, stop)) > start:
        stop = comma
    return _trimmed(text, Span(start, stop))


def _trimmed(text: str, span: Span) -> Span:
    """The stretch without blanks and commas at its ends."""
    clause = _tree()["signs"]["clause"]
    words = span.of(text)
    left = len(words) - len(words.lstrip())
    return Span(span.start + left, span.start + left + len(words.strip().rstrip(clause + "*")))
