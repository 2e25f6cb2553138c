"""Told turns: those that a record tells and labels no more: “会后,有记者问及:…”, “叶青表示,…”, “二、票价呢?”."""

import re
from collections.abc import Iterator
from functools import lru_cache

from pressparse.lexicon import one_of, read_words
from pressparse.pattern import on_demand
from pressparse.span import Span
from pressparse.transcript.dialect import label as labels
from pressparse.transcript.dialect.called import is_called
from pressparse.transcript.dialect.name import has_name_stop, is_plain_word
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
    """`found` and the line above the first of them that tells the first words of an official.

    “叶青说,各位下午好。”, “据渔业部网站消息,叶青说,…”
    """
    for number in range(min(found, default=0)):
        line = page.lines[number]
        told = _NARRATED.search(line.words)
        if told and re.search(_OFFICE + re.escape(told["name"]), page.words[: line.start + told.start("label")]):
            return {number: Opening(told["label"], told.end(), told.start("label")), **found}
    return found


_NARRATED = on_demand(labels.MARGINS["narrated"] + rf"(?={one_of(ADDRESS_STARTS)}|{labels.MARGINS['hello']})")
_FEWEST_ASKED = 2
_OFFICES = read_words("offices")
_OFFICE = one_of(_OFFICES)


def _told(page: Page, found: dict[int, Opening]) -> Iterator[tuple[int, Opening]]:
    """The lines that tell a question, or the answer to one, in order."""
    # Who is known to answer, or not to, as far as it was asked.
    known = {opening.label: True for opening in found.values()}
    asker, point, asking, labelled = "", 0, False, False
    for number, line in enumerate(page.lines):
        told = _asks(page, number, found, known) or found.get(number)
        if told is None and asking and not (labelled and _speaks_next(found, number)):
            told = _says(page, number, known, _ENDS if labelled else _TOLD_ENDS)
        if told is None and not asking and point and _point(line.words, 0)[0] == point + 1:
            told = _asks_on(page, number, found, known, asker)
        if told is None:
            continue
        if told is not found.get(number):
            yield number, told
        asking = labels.role_of_label(told.label) is Role.REPORTER
        if asking:
            asker, point = told.label, _point(line.words, told.length)[0] or int(told.length == told.lead) * (point + 1)
            labelled = number in found
            asking = find_answer_inside(page, line, told.length) is None


def _speaks_next(found: dict[int, Opening], number: int) -> bool:
    """Whether the next label below a line is of one who does not ask: who then answers, not who the line quotes."""
    below = found.get(next((at for at in range(number + 1, number + 1 + _NEAR) if at in found), -1))
    return below is not None and labels.role_of_label(below.label) is not Role.REPORTER


# The lines below what is quoted in a question that the rest of the question takes.
_NEAR = 8


def _asks(page: Page, number: int, found: dict[int, Opening], known: dict[str, bool]) -> Opening | None:
    """The reporter whose question a line tells, answered below; None for any other line."""
    words = page.lines[number].words
    within = _within(page, words)
    if within and number not in found:
        # “有记者问及票价,叶青表示,不变。”
        return Opening(within["who"], within.start("said"), within.start("who"))
    told = _ASKS.match(words) if _REPORTER in words[:_LONGEST_LEAD] else None
    if told is None or told.end() == len(words):
        return None
    if find_answer_inside(page, page.lines[number], told.end()):
        # “有记者问:何时通车?叶青表示,明年。”
        return Opening(told["who"], told.end(), told.start("who"))
    if number in found and not (told["some"] or told["on"]):
        # “宁川日报记者追问:” is a label like any other.
        return None
    answered = number in found or _is_answered(page, number, found, known, asked=told["sign"] != ":")
    return Opening(told["who"], told.end(), told.start("who")) if answered else None


_ASKS = on_demand(labels.MARGINS["told_asks"])
_REPORTER = labels.MARGINS["told_reporter"]
_LONGEST_LEAD = 40


def _asks_on(page: Page, number: int, found: dict[int, Opening], known: dict[str, bool], asker: str) -> Opening | None:
    """The asker before, where a line below an answer is the next point of what was asked: “二、票价呢?”."""
    words = page.lines[number].words
    if not words.rstrip("*").endswith("?") or not _is_answered(page, number, found, known):
        return None
    lead = _point(words, 0)[1]
    return Opening(asker, lead, lead)


def _is_answered(
    page: Page, number: int, found: dict[int, Opening], known: dict[str, bool], *, asked: bool = False
) -> bool:
    """Whether somebody who is no reporter speaks few lines below a line; `asked`: and the line above that asks."""
    for at in range(number + 1, min(number + 1 + _LONGEST_QUESTION, len(page.lines))):
        below = found.get(at) or _says(page, at, known, _TOLD_ENDS)
        if below is not None:
            ends = not asked or page.lines[at - 1].words.rstrip("*").endswith(_ENDS)
            return ends and labels.role_of_label(below.label) is not Role.REPORTER
    return False


_LONGEST_QUESTION = 3


def _says(page: Page, number: int, known: dict[str, bool], ends: tuple[str, ...]) -> Opening | None:
    """The official whose answer a line tells, below one that ends so; None for a line that asks, or any other."""
    line = page.lines[number]
    told = None if line.words.endswith("?") else _SAYS.match(line.words)
    if told is None or told.end() == len(line.words) or not page.lines[number - 1].words.rstrip("*").endswith(ends):
        return None
    who = told["who"]
    if who not in known:
        known[who] = _is_official(who, page.words)
    return Opening(who, told.end(), told.start("who")) if known[who] else None


# A record is kept as long as one of so many is asked about.
@lru_cache(maxsize=8)
def _is_official(who: str, words: str) -> bool:
    """Whether what is said to speak has an office, by its own words or elsewhere in a record, and asks nothing."""
    named = find_name_end(who) > 0 or who.endswith(_OFFICES)
    # “我们局长”
    named = named or (not has_name_stop(who) and not is_plain_word(who) and is_called(who, words))
    return named and labels.role_of_label(who) is not Role.REPORTER


def find_answer_inside(page: Page, line: Line, begin: int) -> tuple[Span, Span] | None:
    """Where a line tells the answer to what it asks, and who gives it: “…?叶青表示,”; None where it tells none.

    `begin` is where the question begins.
    """
    if (within := _within(page, line.words)) and within.start("said") == begin:
        span = Span(within.end("said"), within.end())
        return span.shift(line.start), Span(*within.span("answer")).shift(line.start)
    asked = line.words.find("?", begin) if _REPORTER in line.words[:begin] and _ASKS.match(line.words) else -1
    told = None if asked < 0 or line.words.endswith("?") else _SAYS_INSIDE.search(line.words, asked)
    if told is None or told.end() == len(line.words) or not _is_official(told["who"], page.words):
        return None
    return Span(*told.span()).shift(line.start), Span(*told.span("who")).shift(line.start)


def _within(page: Page, words: str) -> re.Match[str] | None:
    """A line that tells in one sentence what was asked and who says what to it; None for any other line."""
    told = _WITHIN.match(words) if _REPORTER in words[:_LONGEST_LEAD] and not words.endswith("?") else None
    return told if told and told.end() < len(words) and _is_official(told["answer"], page.words) else None


_WITHIN = on_demand(labels.MARGINS["told_within"])
_SAYS_INSIDE = on_demand(rf"(?<=\?) *{labels.MARGINS['told_says'].lstrip('^')}")
_SAYS = on_demand(labels.MARGINS["told_says"])
_ENDS = ("?", "?”", "?)")
# What a record tells somebody asked need be no question.
_TOLD_ENDS = (*_ENDS, "。")


def _point(words: str, at: int) -> tuple[int, int]:
    """The number of the point that stands at a place of a line (2 of “二、票价呢?”), how long its mark of bold is."""
    point = _POINT.match(words, at)
    return (labels.read_count(point["count"]), len(point["bold"])) if point else (0, 0)


_POINT = on_demand(
    rf"(?P<bold>(?:\*\*)?) ?(?:(?P<nth>{labels.MARGINS['nth']})|(?P<open>\())?"
    rf"(?P<count>[1-9]|[{labels.MARGINS['han_counts']}])(?(nth)[,、]|(?(open)\)|[、.]))(?![0-9]) ?"
)
