"""Plain questions: a record without labels, whose lead says who is asked, and whose paragraphs ask and answer."""

import re
from collections.abc import Iterator
from itertools import pairwise

from pressparse.pattern import on_demand
from pressparse.transcript.dialect import label as labels
from pressparse.transcript.dialect.interviewed import find_interviewed, tells_of_questions
from pressparse.transcript.dialect.margin import is_unsaid, tail_start
from pressparse.transcript.dialect.opening import Opening
from pressparse.transcript.dialect.page import Page
from pressparse.transcript.dialect.unlabelled import ADDRESSED, is_question, is_request

_FEWEST = 3
_ANSWER = "A"


def with_plain_questions(page: Page, found: dict[int, Opening]) -> dict[int, Opening]:
    """`found` or, where it is empty and a lead says who is asked, the paragraphs that ask and those that answer.

    “叶青出席了赛后发布会。”, then “你对结果满意吗?” and “我很满意。”, time and again. Whoever speaks says “我”,
    and tells of nobody that they said something: a story, an article and a speech have questions too.
    """
    if found or page.words.count("?") < _FEWEST - 1:
        return found
    lead = _lead(page)
    turns = dict(_asked_and_answered(page, lead + 1, tail_start(page))) if lead >= 0 else {}
    asked = [number for number, asks in turns.items() if asks]
    if len(asked) < _FEWEST or asked[0] - lead > _LONGEST_LEAD or 2 * len(asked) > len(turns) + 1:
        return found
    who = find_interviewed(page, asked[0])
    if _is_told(page, turns, who) or any(_SPEECHES.search(line.words) for line in page.lines[: asked[0]]):
        return found
    first = next((number for number in range(lead + 1, asked[0]) if _is_said(page, number)), asked[0])
    turns = {first: first == asked[0], **turns}
    answerer = Opening(who, 0, letter="" if who else _ANSWER)
    return {number: _asking(page, number) if asks else answerer for number, asks in sorted(turns.items())}


def _asking(page: Page, number: int) -> Opening:
    """Nobody's label in front of a question, with the count or dash that the record prints: “1、何时通车?”."""
    lead = mark_chars(page.lines[number].words)
    return Opening("", lead, lead)


def mark_chars(words: str) -> int:
    """How long the count, dash or bullet is that a line begins with."""
    mark = _MARK.match(words)
    return mark.end() if mark else 0


_MARK = on_demand(r"^(?:\(?[0-9]{1,2}(?:[.、)] ?(?![0-9])| )|[-—]{1,2} ?|[·•●■▲◆] ?)")


_LONGEST_LEAD = 12


def _lead(page: Page) -> int:
    """The last of the first lines that say whom reporters ask, or that they do; -1 where none does."""
    told = [
        number
        for number, line in enumerate(page.lines[:_LONGEST_LEAD])
        if tells_of_questions(line.words) and _OWN.search(line.words) is None
    ]
    return max(told, default=-1)


def _asked_and_answered(page: Page, first: int, end: int) -> Iterator[tuple[int, bool]]:
    """The lines from `first` to `end` that open a turn, and whether it asks."""
    said = [number for number in range(first, end) if not is_unsaid(page, number)]
    asks = [_asks(page.lines[number].words) for number in said]
    asking, spoken = False, False
    for place, number in enumerate(said):
        goes_on = asking and asks[place] and not (place + 1 < len(said) and asks[place + 1])
        if goes_on:
            # “第一,…?”, then “第二,…?”, and the answer below
            continue
        if asks[place] and not asking:
            asking = spoken = True
            yield number, True
        elif asking:
            asking = False
            yield number, False
        elif place and _TOPIC.match(page.lines[said[place - 1]].words) and (spoken or _is_said(page, number)):
            # “谈伤病”, and what is said of it
            spoken = True
            yield number, False


_TOPIC = on_demand(labels.MARGINS["topic_alone"])


def _asks(words: str) -> bool:
    """Whether a line is what somebody asks another, and no question of one who goes on to answer it."""
    words = words[mark_chars(words) :]
    if is_request(words) or (len(words) <= _LONGEST_REQUEST and _ASKS_TO.match(words)):
        return True
    own = _OWN.search(words) is not None and ADDRESSED.search(words) is None
    asks = is_question(words) and len(words) <= _LONGEST_QUESTION and not _is_marked(words)
    return asks and not own and _RHETORICAL.match(words) is None


_LONGEST_QUESTION = 200
_LONGEST_REQUEST = 60
_ASKS_TO = on_demand(labels.MARGINS["asks_to"])
_SET_OFF = ("#", "*")
_QUOTE, _QUOTE_END = "“", "”"


def _is_marked(words: str) -> bool:
    """Whether a line is a quotation, or set off as a heading is: another layout."""
    return words[0] in _SET_OFF or (words[0] == _QUOTE and words[-1] == _QUOTE_END)


_RHETORICAL = on_demand(labels.MARGINS["rhetorical"])
_OWN = on_demand(labels.MARGINS["first_person"])


def _is_told(page: Page, turns: dict[int, bool], who: str) -> bool:
    """Whether a record tells what others say, or asks what nobody is asked: a story, an article, a list of answers."""
    numbers = [*turns, tail_start(page)]
    asked = [page.lines[number].words for number, asks in turns.items() if asks]
    answers = [
        [line.words for line in page.lines[number:end]] for number, end in pairwise(numbers) if not turns[number]
    ]
    to_somebody = sum(_is_to_somebody(words) for words in asked)
    own = sum(any(_OWN.search(words) for words in answer) for answer in answers)
    told = sum(any(_tells(words, who) for words in answer) for answer in answers)
    # “就《办法》答记者问” says so: “《办法》的主要内容有哪些?” is asked of nobody.
    press = any(_TAKES_QUESTIONS.search(line.words) for line in page.lines[: numbers[0]])
    # So do dashes: “——浪大吗?”.
    press = press or all(words.startswith(_DASHES) for words in asked)
    asks_nobody = 2 * to_somebody < len(asked) or 2 * own < len(answers)
    # “我们每天都扔垃圾。” is written for readers, too: whoever is asked says “我” at least once.
    asks_nobody = asks_nobody or not any(_I.search(_QUOTED.sub("", words)) for answer in answers for words in answer)
    return told > 0 if press else asks_nobody or 4 * told > len(answers)


def _is_to_somebody(words: str) -> bool:
    return any(sign.search(words) for sign in (ADDRESSED, _REQUEST, _OPINION))


def _tells(words: str, who: str) -> bool:
    """Whether a line tells what somebody says: “叶青说,…”, “…”."""
    return words[0] == _QUOTE or (who != "" and who in words) or _SAYS.match(words) is not None


_REQUEST = on_demand(labels.MARGINS["request"])
_OPINION = on_demand(labels.MARGINS["asks_opinion"])
_SAYS: re.Pattern[str] = on_demand(labels.MARGINS["told_says"])
_DASHES = "——"
_I = on_demand(labels.MARGINS["first_person_alone"])
_QUOTED = on_demand("“[^“”]*”")
_TAKES_QUESTIONS = on_demand(labels.MARGINS["takes_questions"])
_SPEECHES = on_demand(labels.MARGINS["speeches"])


def _is_said(page: Page, number: int) -> bool:
    """Whether a line above the first question is what the one who is asked says: “我认为,…。”."""
    words = page.lines[number].words
    ended = words.endswith(_ENDS) and _OWN.search(words) is not None
    return ended and not is_unsaid(page, number) and not tells_of_questions(words)


_ENDS = ("。", "!", "…")
