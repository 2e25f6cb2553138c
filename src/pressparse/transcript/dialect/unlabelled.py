"""Turns without a label: answers below questions that have one, and a talk of two that labels only its first turns."""

from pressparse.pattern import on_demand
from pressparse.transcript.dialect import label as labels
from pressparse.transcript.dialect.interviewed import find_interviewed
from pressparse.transcript.dialect.margin import is_unsaid, tail_start
from pressparse.transcript.dialect.opening import Opening
from pressparse.transcript.dialect.page import Page
from pressparse.transcript.turn import Role

_FEWEST = 2


def with_unlabelled(page: Page, found: dict[int, Opening]) -> dict[int, Opening]:
    """`found` and, where only questions are labelled, the answers below them: “Q:何时通车?”, then “明年。”.

    So is what stands below a question where all others of one who asks are answered by one who is labelled.
    """
    if len(found) < _FEWEST:
        return found
    if not _only_asks(page, found):
        return _with_lost(page, found)
    numbers = sorted(found)
    ends = [*numbers[1:], tail_start(page, numbers[-1])]
    answers = [
        answer
        for number, end in zip(numbers, ends, strict=True)
        if (answer := _answer_below(page, number, end)) is not None
    ]
    if len(answers) < _FEWEST or _MOSTLY * len(found) > len(answers):
        return found
    who = find_interviewed(page, numbers[0])
    more = {number: Opening(who, 0, letter="" if who else _ANSWER) for number in answers}
    return dict(sorted((found | more).items()))


_MOSTLY = 0.6
_ANSWER = "A"


def _with_lost(page: Page, found: dict[int, Opening]) -> dict[int, Opening]:
    """`found` and answers in a talk of two that have lost their label: between “Q:何时通车?” and “Q:”."""
    asking = {opening.label: labels.role_of_label(opening.label) in _ASKERS for opening in found.values()}
    answerers = [label for label, asks in asking.items() if not asks]
    askers = {labels.without_count(label) for label, asks in asking.items() if asks}
    numbers = sorted(found)
    ends = [*numbers[1:], tail_start(page, numbers[-1])]
    lost: dict[int, Opening] = {}
    answered = 0
    for number, end in zip(numbers, ends, strict=True) if len(answerers) == len(askers) == 1 else ():
        if not asking[found[number].label]:
            continue
        if end in found and not asking[found[end].label]:
            answered += 1
        elif is_question(page.lines[number].words) and (below := _answer_below(page, number, end)) is not None:
            asks = any(is_question(page.lines[n].words) for n in range(below, end))
            lost |= {} if asks else {below: Opening(answerers[0], 0)}
    return dict(sorted((found | lost).items())) if lost and answered >= max(len(lost), _FEWEST) else found


_ASKERS = (Role.REPORTER, Role.AUDIENCE, Role.HOST)


def _only_asks(page: Page, found: dict[int, Opening]) -> bool:
    """Whether all labels of a record are those of reporters, or of one host whose turns all begin with a question."""
    roles = {labels.role_of_label(opening.label) for opening in found.values()}
    if roles == {Role.HOST}:
        # “主持人:感谢两位。” at the end
        asked = sum(is_question(page.lines[number].words) for number in sorted(found)[:-1])
        return len({opening.label for opening in found.values()}) == 1 and asked == len(found) - 1
    if any(not opening.label or opening.length == opening.lead for opening in found.values()):
        return False
    asked = sum(_asks(page.lines[number].words) for number in found)
    return len(roles) == 1 and roles < {Role.REPORTER, Role.AUDIENCE} and 2 * asked >= len(found)


def with_set_off(page: Page, found: dict[int, Opening]) -> dict[int, Opening]:
    """`found`, or where it is empty the questions in bold or in headings, and the answers below: “**你怕吗?**”."""
    if found or not (_BOLD in page.words or _HEAD in page.words):
        return found
    set_off = {n: mark for n, line in enumerate(page.lines) if (mark := _SET_OFF.match(line.words))}
    asked = [n for n in set_off if is_question(page.lines[n].words)]
    first = min(asked, default=0)
    told = find_interviewed(page, first) if len(asked) >= _FEWEST_SET_OFF else ""
    addressed = sum(ADDRESSED.search(page.lines[n].words) is not None for n in asked)
    below = [n for n in set_off if n >= first]
    if len(asked) < max(_FEWEST_SET_OFF, _MOSTLY * len(below)) or not (told or 2 * addressed >= len(asked)):
        return found
    more: dict[int, Opening] = {}
    for number, end in zip(asked, [*asked[1:], tail_start(page, asked[-1])], strict=True):
        lead = set_off[number].end()
        more[number] = Opening("", lead, lead)
        if (answer := _answer_below(page, number, end)) is not None:
            more[answer] = Opening(told, 0, letter="" if told else _ANSWER)
    return more


_BOLD, _HEAD = "**", "# "
_SET_OFF = on_demand(r"(?:#{1,6} )?\*\*(?=[^*]+\*\*$)|#{1,6} ")
_FEWEST_SET_OFF = 3


def _answer_below(page: Page, number: int, end: int) -> int | None:
    """The line below a label at `number` that answers what it asks, above the line `end`; None where none does."""
    lines = [n for n in range(number, end) if n == number or not is_unsaid(page, n)]
    if len(lines) < _FEWEST:
        return None
    asked = [place for place, n in enumerate(lines[:_LONGEST_QUESTION]) if is_question(page.lines[n].words)]
    # A question of several paragraphs ends where the first of them does that asks, or the next that asks whom it calls.
    place = asked[0] if asked and asked[0] + 1 < len(lines) else 0
    while place + 1 in asked and place + 2 < len(lines) and _asks_on(page.lines[lines[place + 1]].words):
        place += 1
    return lines[place + 1]


_LONGEST_QUESTION = 4


def _asks_on(words: str) -> bool:
    """Whether a line below a question, which asks too, is a part of it: it calls somebody, or counts on."""
    return ADDRESSED.search(words) is not None or _ASKS_ON.match(words) is not None


_ASKS_ON = on_demand(labels.MARGINS["asks_on"])


def is_question(words: str) -> bool:
    """Whether a line ends as a question does, thanks behind it left out."""
    return _ASKED.search(words.rstrip(_SHUTS)) is not None


_SHUTS = "*”’)」』 "
_ASKED = on_demand(labels.MARGINS["asked"])


def _asks(words: str) -> bool:
    """Whether a line asks, with a question mark or without: “谈谈你的感受。”."""
    return "?" in words or _ASKS.search(words) is not None


_ASKS = on_demand(f"{labels.MARGINS['asks']}|{labels.MARGINS['request']}")


def with_alternating(page: Page, found: dict[int, Opening]) -> dict[int, Opening]:
    """`found` and, where a talk of two labels only its first turns, the paragraphs below that ask and that answer."""
    order = list(found.values())
    if len(order) < _FEWEST or len({opening.label for opening in order}) != _FEWEST:
        return found
    asker, answerer = order[-2], order[-1]
    roles = [labels.role_of_label(opening.label) for opening in (asker, answerer)]
    if roles[0] not in (Role.REPORTER, Role.HOST) or roles[1] in (Role.REPORTER, Role.HOST):
        return found
    last = max(found)
    below = [n for n in range(last + 1, tail_start(page, last)) if not is_unsaid(page, n)]
    asked = [n for n in below if is_question(page.lines[n].words) or is_request(page.lines[n].words)]
    addressed = sum(ADDRESSED.search(page.lines[n].words) is not None for n in asked)
    labelled = sum(opening.label == asker.label for opening in order)
    if len(asked) < max(_FEWEST, labelled) or 2 * addressed < len(asked):
        return found
    more: dict[int, Opening] = {}
    asking = False
    for number in below:
        if (number in asked) is not asking:
            asking = not asking
            more[number] = Opening((asker if asking else answerer).label, 0)
    return dict(sorted((found | more).items()))


def is_request(words: str) -> bool:
    """Whether a short line asks somebody to tell something: “最后,请谈谈你的打算。”."""
    return len(words) <= _LONGEST_REQUEST and ADDRESSED.search(words) is not None and _REQUEST.match(words) is not None


_LONGEST_REQUEST = 60
ADDRESSED = on_demand(labels.MARGINS["addressed"])
_REQUEST = on_demand(labels.MARGINS["request"])
