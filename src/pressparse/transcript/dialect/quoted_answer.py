"""Quoted answers: a record without labels that prints answers as quotes, and above each what it is an answer to."""

from collections.abc import Iterator

from pressparse.pattern import on_demand
from pressparse.transcript.dialect import label as labels
from pressparse.transcript.dialect.interviewed import find_interviewed, tells_of_questions
from pressparse.transcript.dialect.margin import is_ended, is_unsaid, tail_start
from pressparse.transcript.dialect.opening import Opening
from pressparse.transcript.dialect.page import Page
from pressparse.transcript.dialect.plain_question import mark_chars
from pressparse.transcript.dialect.unlabelled import is_question, is_request

_ANSWER = "A"
_FEWEST_DASHED = 2
_LONGEST_HEAD = 20
_FEWEST = 3


def with_quoted_answers(page: Page, found: dict[int, Opening]) -> dict[int, Opening]:
    """`found` or, where it is but a headline and a lead tells of a talk with the press, quotes and what is asked above.

    “——何时开渔?”, then “五月。” in quotes, time and again. Where dashes mark the questions two are enough, and they
    need no question mark; where nothing does every line is a quote or a question.
    """
    # “叶青:浪越大越高兴” is a headline.
    if page.words.count(_OPENS) < _FEWEST_DASHED or any(is_ended(page.lines[number].words) for number in found):
        return found
    asked = [number for number, _ in _heads(page) if _DASH.match(page.lines[number].words)]
    dashed = len(asked) >= _FEWEST_DASHED
    if not dashed:
        asked = [number for number, _ in _heads(page)]
        asked = asked[next((n for n, at in enumerate(asked) if _asks(page.lines[at].words)), len(asked)) :]
    few = len(asked) < (_FEWEST_DASHED if dashed else _FEWEST) or max(found, default=0) > asked[0]
    if few or not any(tells_of_questions(line.words) for line in page.lines[: min(asked[0], _LONGEST_HEAD)]):
        return found
    end = tail_start(page, asked[-1] + 1)
    alone = [n for n in range(asked[0], end) if not (_is_quote(page.lines[n].words) or is_unsaid(page, n))]
    if alone != asked and not (dashed and _are_dashed(page, alone)):
        return found
    asking = sum(_asks(page.lines[number].words) for number in asked)
    if asking < (1 if dashed else _MOSTLY * len(asked)):
        # “——船多了”, “——冰便宜了” sum up what is quoted.
        return found
    who = find_interviewed(page, asked[0])
    more: dict[int, Opening] = {}
    for number, answer in _heads(page):
        if number in asked:
            lead = mark_chars(page.lines[number].words)
            more |= {number: Opening("", lead, lead), answer: Opening(who, 0, letter="" if who else _ANSWER)}
    return dict(sorted(more.items()))


_MOSTLY = 0.8
_OPENS = "“"
_DASH = on_demand(r"(?:—{1,2}|--?) ?(?=[^\s—-])")
_TOPIC = on_demand(labels.MARGINS["topic_alone"])


def _heads(page: Page) -> Iterator[tuple[int, int]]:
    """The lines right above quotes, with the line below that the quote begins on."""
    for number, line in enumerate(page.lines[:-1]):
        if not _is_quote(line.words) and _is_quote(page.lines[number + 1].words):
            yield number, number + 1


def _is_quote(words: str) -> bool:
    """Whether a line is a quote and nothing else, or a paragraph of one: the next paragraph of it opens anew."""
    shut = words.find(_SHUTS)
    return words.startswith(_OPENS) and (words[-1] in (_OPENS, _SHUTS) or shut < 0)


_SHUTS = "”"


def _asks(words: str) -> bool:
    """Whether a line asks, or names what is talked about: “评价新灯塔”."""
    return is_question(words) or is_request(words) or _TOPIC.match(words[mark_chars(words) :]) is not None


def _are_dashed(page: Page, lines: list[int]) -> bool:
    """Whether most of some lines have a dash in front: what is told between them goes on with what is said."""
    return 2 * sum(_DASH.match(page.lines[number].words) is not None for number in lines) > len(lines)
