"""Asking: labels that say no role and are those of askers all the same, by what stands beside or around them."""

from collections import Counter
from collections.abc import Iterable
from itertools import pairwise

from pressparse.pattern import on_demand
from pressparse.transcript.dialect import label as labels
from pressparse.transcript.dialect.asker import find_asker_behind
from pressparse.transcript.dialect.evidence import is_bare_answer, is_name_of
from pressparse.transcript.dialect.header import without_short_form
from pressparse.transcript.dialect.opening import Opening
from pressparse.transcript.dialect.page import Page
from pressparse.transcript.turn import Role


def find_marked(openings: Iterable[Opening]) -> frozenset[str]:
    """The labels in brackets, where some of them are media: then all ask (“【宁川日报】:”, “【极光】:”)."""
    marked = frozenset(opening.label for opening in openings if opening.marked)
    return marked if sum(labels.role_of_label(label) is Role.REPORTER for label in marked) > 1 else frozenset()


def find_headed(page: Page, openings: dict[int, Opening]) -> frozenset[str]:
    """The labels of questions that headings print, time and again: “### 桥梁周刊:修了多少座桥?”."""
    headed = Counter(
        opening.label
        for number, opening in openings.items()
        if page.lines[number].words.startswith("#") and page.lines[number].words.endswith("?")
    )
    return frozenset(label for label, count in headed.items() if count >= _FEWEST_HEADED)


_FEWEST_HEADED = 3


def find_counted_askers(page: Page, openings: dict[int, Opening], accepted: frozenset[str]) -> frozenset[str]:
    """The labels that are counted as those of reporters are, an answer below: “6、NHR:” behind “5、宁川日报:”."""
    order = list(openings.items())
    counted = {number: opening for number, opening in order if _NUMBER_AHEAD.match(page.lines[number].words)}
    asking = [each for each in counted.values() if labels.role_of_label(each.label) is Role.REPORTER]
    if len(asking) < _FEWEST_COUNTED or 2 * len(asking) < len(counted):
        return frozenset()
    below = {number: after for (number, _), (_, after) in pairwise(order)}
    answered = {n for n in counted if n in below and below[n].label in accepted and below[n] not in counted.values()}
    return frozenset(counted[number].label for number in answered)


_NUMBER_AHEAD = on_demand(r"[0-9]{1,2} ?[、.)] ?")
_FEWEST_COUNTED = 3


def find_askers(openings: Iterable[Opening]) -> frozenset[str]:
    """The labels of those that a medium stands behind once: “米勒(《哈珀邮报》):”, then “米勒:”."""
    openings = tuple(openings)
    asking = {each.label for each in openings if labels.role_of_label(each.label) is Role.REPORTER}
    # “瑞海证券分析师Kevin Tan:”, then “Kevin Tan:”
    again = {
        each.label
        for each in openings
        if any(
            (each.label.isascii() and other != each.label and other.endswith(each.label))
            or is_name_of(each.label, other)
            for other in asking
        )
    }
    if again:
        return frozenset(again)
    asides = {opening.label: without_short_form(opening.aside) for opening in openings if opening.aside}
    if not any(map(labels.outlet_of, asides.values())):
        return frozenset()
    full = {label for label, aside in asides.items() if labels.outlet_of(aside) or aside.isupper()}
    return frozenset(full | {name.rpartition("·")[2] for name in full})


def find_asked_before_answers(accepted: dict[int, Opening]) -> frozenset[str]:
    """The labels that say no role and stand in front of “答:”: “宁川观察:”, then “答:”."""
    order = [opening.label for opening in accepted.values()]
    asked = [one for one, two in pairwise(order) if is_bare_answer(two) and not is_bare_answer(one)]
    asks = any(labels.role_of_line(label) is Role.REPORTER for label in order)
    return frozenset(asked) if len(asked) > 1 and not asks else frozenset()


def with_questions(page: Page, found: dict[int, Opening]) -> dict[int, Opening]:
    """`found` and, where only answers are labelled, the questions above them: “1、何时通车?”, then “答:”."""
    answers = [n for n, opening in found.items() if labels.role_of_line(opening.label) is Role.GUEST]
    if not answers or any(labels.role_of_label(opening.label) is Role.REPORTER for opening in found.values()):
        return found
    asked: dict[int, Opening] = {}
    for answer in answers:
        above = next((n for n in range(answer - 1, -1, -1) if n in found), -1)
        lines = range(answer - 1, max(answer - _LONGEST_QUESTION, above + 1) - 1, -1)
        number = next((n for n in lines if _COUNTED.match(page.lines[n].words)), answer - 1)
        mark = _COUNTED.match(page.lines[number].words) if number in lines else None
        said = "".join(line.words for line in page.lines[number:answer])
        if mark is not None and _ASKS.search(said, mark.end()):
            asked[number] = Opening("", mark.end(), mark.end())
        elif (
            mark is None
            and number in lines
            and (said.endswith("?") or (said.endswith(")") and find_asker_behind(said)[0]))
        ):
            # “…何时通车?(宁川日报 叶青)”
            asked[number] = Opening("", 0)
    return dict(sorted((found | asked).items())) if 2 * len(asked) > len(answers) else found


# “1、”, “(二)”, “问题3:” in front of a question of so many lines, and what shows that it is one.
_COUNTED = on_demand(r"(?:\(?[0-9\u4e00-\u5341]{1,3}[、.)] ?|[Qq]?[0-9]{1,2} ?[、.:] ?)(?![0-9])")
_LONGEST_QUESTION = 4
_ASKS = on_demand(f"[?]|{labels.MARGINS['asks']}")
