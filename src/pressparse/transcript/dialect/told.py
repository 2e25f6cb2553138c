"""Told turns: those that a record tells and labels no more: “会后,有记者问及:…”, “叶青表示,…”, “二、票价呢?”."""

import re
from collections.abc import Iterator

from pressparse.lexicon import one_of, read_words
from pressparse.pattern import on_demand
from pressparse.transcript.dialect import label as labels
from pressparse.transcript.dialect.evidence import is_called
from pressparse.transcript.dialect.opening import ADDRESS_STARTS, Opening
from pressparse.transcript.dialect.page import Line, Page
from pressparse.transcript.roster import find_name_end
from pressparse.transcript.turn import Role


def with_told(page: Page, found: dict[int, Opening]) -> dict[int, Opening]:
    """`found` and the lines that tell who asks, who answers it, or the first words of an official."""
    found = _with_first_words(page, found)
    more = dict(_told(page, found))
    asked = sum(labels.role_of_label(opening.label) is Role.REPORTER for opening in more.values())
    if not found and asked < _FEWEST_ASKED:
        # A story in which somebody asks once.
        return found
    return dict(sorted((found | more).items())) if more else found


def _with_first_words(page: Page, found: dict[int, Opening]) -> dict[int, Opening]:
    """`found` and the line above the first of them that tells the first words of an official: “叶青说,各位下午好。”."""
    for number in range(min(found, default=0)):
        told = _NARRATED.match(page.lines[number].words)
        if told and re.search(_OFFICE + re.escape(told["name"]), page.words[: page.lines[number].start]):
            return {number: Opening(told["label"], told.end()), **found}
    return found


_NARRATED = on_demand(labels.MARGINS["narrated"] + rf"(?={one_of(ADDRESS_STARTS)}|{labels.MARGINS['hello']})")
_FEWEST_ASKED = 2
_OFFICES = read_words("offices")
_OFFICE = one_of(_OFFICES)


def _told(page: Page, found: dict[int, Opening]) -> Iterator[tuple[int, Opening]]:
    """The lines that tell a question, or the answer to one, in order."""
    known = {opening.label for opening in found.values()}
    asker, point, asking = "", 0, False
    ends: tuple[str, ...] = _ENDS
    for number, line in enumerate(page.lines):
        told = found.get(number) or None
        if told is None:
            told = _asks(page, number, found) or (_says(page, number, known, ends) if asking else None)
            if told is None and not asking and point and _point(line.words, 0) == point + 1:
                # “二、票价呢?”, behind the answer to “一、何时通车?”
                answered = line.words.endswith("?") and _is_answered(page, number, found, known)
                told = Opening(asker, 0) if answered else None
            if told:
                yield number, told
        if told is None:
            continue
        asking = labels.role_of_label(told.label) is Role.REPORTER
        if asking:
            asker, point = told.label, _point(line.words, told.length)
            # What a label opens may go on: “叶青表示,…” below the end of a sentence is quoted in the question.
            ends = _ENDS if number in found else (*_ENDS, "。")


def _asks(page: Page, number: int, found: dict[int, Opening]) -> Opening | None:
    """The reporter whose question a line tells, answered below; None for any other line."""
    words = page.lines[number].words
    told = _ASKS.match(words) if _REPORTER in words[:_LONGEST_LEAD] else None
    if told is None or not (told["sign"] == ":" or words.endswith("?")):
        return None
    known = {opening.label for opening in found.values()}
    answered = told.end() < len(words) and _is_answered(page, number, found, known)
    return Opening(told["who"], told.end(), told.start("who")) if answered else None


_ASKS = on_demand(labels.MARGINS["told_asks"])
_REPORTER = labels.MARGINS["told_reporter"]
_LONGEST_LEAD = 40


def _is_answered(page: Page, number: int, found: dict[int, Opening], known: set[str]) -> bool:
    """Whether somebody who is no reporter speaks right below a line."""
    below = found.get(number + 1)
    if below is not None:
        return labels.role_of_label(below.label) is not Role.REPORTER
    return number + 1 < len(page.lines) and _says(page, number + 1, known, (*_ENDS, "。")) is not None


def _says(page: Page, number: int, known: set[str], ends: tuple[str, ...]) -> Opening | None:
    """The official whose answer a line tells, below one that ends so; None for a line that asks, or any other."""
    line: Line = page.lines[number]
    told = None if line.words.endswith("?") else _SAYS.match(line.words)
    if told is None or told.end() == len(line.words) or not page.lines[number - 1].words.endswith(ends):
        return None
    who = told["who"]
    somebody = who in known or find_name_end(who) > 0 or who.endswith(_OFFICES)
    somebody = somebody or is_called(who, page.words[: line.start])
    asks = labels.role_of_label(who) is Role.REPORTER
    return Opening(who, told.end(), told.start("who")) if somebody and not asks else None


_SAYS = on_demand(labels.MARGINS["told_says"])
_ENDS = ("?", "?”", "?)")


def _point(words: str, at: int) -> int:
    """The number of the point that stands at a place of a line: 2 of “二、票价呢?”; 0 where none does."""
    point = _POINT.match(words, at)
    count = point["count"] if point else "0"
    return int(count) if count.isdigit() else _HAN_COUNTS.find(count) + 1


_POINT = on_demand(rf"(?P<count>[1-9]|[{labels.MARGINS['han_counts']}])[、.](?![0-9]) ?")
_HAN_COUNTS = labels.MARGINS["han_counts"]
