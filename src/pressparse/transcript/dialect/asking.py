"""Asking: labels that say no role and are those of askers all the same, by what stands beside or around them."""

from collections import Counter
from collections.abc import Iterable
from itertools import pairwise

from pressparse.pattern import HAN, on_demand
from pressparse.transcript.dialect import label as labels
from pressparse.transcript.dialect.asker import find_asker_behind
from pressparse.transcript.dialect.described import asks_openly
from pressparse.transcript.dialect.evidence import asks_whom, is_bare_answer, is_name_of
from pressparse.transcript.dialect.header import without_short_form
from pressparse.transcript.dialect.name import looks_like_name
from pressparse.transcript.dialect.opening import Opening
from pressparse.transcript.dialect.page import Page
from pressparse.transcript.roster import find_name_end
from pressparse.transcript.turn import Role


def find_all_askers(page: Page, accepted: dict[int, Opening]) -> dict[str, bool]:
    """The labels among those of a record that ask though they name no role, and whether they are those of media."""
    openings = accepted.values()
    askers = find_askers(openings) | find_asked_before_answers(page, accepted) | find_marked(openings)
    askers |= find_headed(page, accepted) | find_translated(page, accepted)
    askers |= find_counted_askers(page, accepted, frozenset(opening.label for opening in openings))
    between = find_asked_between(page, accepted)
    # “海鸥:”, where all others that ask are media and nothing else; “周启明:” once may be a reporter.
    asking = {each.label for each in openings if _is_reporter(each.label)}
    bare = len(asking) > 1 and all(labels.is_outlet(label.strip("《》")) for label in asking)
    counts = Counter(each.label for each in openings)
    quoted = find_quoted(openings)
    media = {label for label in between if bare and (counts[label] > 1 or not looks_like_name(label))}
    # “问叶青:”, then “叶青:”
    between |= {label for label in {each.label for each in openings} if asks_whom(label)}
    return dict.fromkeys(askers | between, False) | dict.fromkeys(media | quoted, True)


def _is_reporter(label: str) -> bool:
    return labels.role_of_label(label) is Role.REPORTER


def find_asked_between(page: Page, accepted: dict[int, Opening]) -> frozenset[str]:
    """The labels that only ask, between the answers of one who answers media: “海鸥:…?” beside “宁川日报:…?”."""
    order = list(accepted.items())
    roles = {opening.label: labels.role_of_label(opening.label) for opening in accepted.values()}
    # “一位女船工:…?” asks as a reporter does; a member of a council does not.
    open_to_all = {label for label in roles if roles[label] is Role.REPORTER or asks_openly(label)}
    answers = Counter(two.label for (_, one), (_, two) in pairwise(order) if one.label in open_to_all)
    answerer, answered = answers.most_common(1)[0] if answers else ("", 0)
    if answered < _FEWEST_ANSWERED or roles[answerer] is Role.REPORTER:
        return frozenset()
    between: dict[str, list[bool]] = {}
    for place, (number, opening) in enumerate(order):
        if roles[opening.label] is not Role.UNKNOWN or opening.label == answerer:
            continue
        around = [each.label for _, each in order[max(place - 1, 0) : place + 2 : 2 if place else 1]]
        around = [label for label in around if label != opening.label]
        below = order[place + 1][0] if place + 1 < len(order) else number + 1
        asks = page.lines[below - 1].words.rstrip("*”) ").endswith("?")
        between.setdefault(opening.label, []).append(asks and set(around) == {answerer})
    return frozenset(label for label, asked in between.items() if all(asked))


_FEWEST_ANSWERED = 2


def find_marked(openings: Iterable[Opening]) -> frozenset[str]:
    """The labels in brackets, where some of them are media: then all ask (“【宁川日报】:”, “【极光】:”)."""
    marked = frozenset(opening.label for opening in openings if opening.marked)
    return marked if sum(labels.role_of_label(label) is Role.REPORTER for label in marked) > 1 else frozenset()


def find_quoted(openings: Iterable[Opening]) -> frozenset[str]:
    """The houses of analysts whose share price a page has put behind their names: “北港证券(12.30, -0.05, -0.41%):”."""
    return frozenset(each.label for each in openings if len(each.quote) and labels.is_house(each.label))


def find_translated(page: Page, openings: dict[int, Opening]) -> frozenset[str]:
    """The names in letters whose words a question in Chinese says again below: “Ann Lee:When…?”, “**问题2**:何时…?”."""
    again = [
        opening.label
        for number, opening in openings.items()
        if opening.label.isascii()
        and looks_like_name(opening.label)
        and (below := openings.get(number + 1)) is not None
        and _is_reporter(below.label)
        and _IN_HAN.search(page.lines[number + 1].words, below.length)
        and not _IN_HAN.search(page.lines[number].words)
    ]
    return frozenset(again) if len(again) >= _FEWEST_ANSWERED else frozenset()


_IN_HAN = on_demand(HAN)


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


def find_asked_before_answers(page: Page, accepted: dict[int, Opening]) -> frozenset[str]:
    """The labels that say no role and stand in front of “答:”: “宁川观察:”, then “答:”.

    Who has an office and asks nothing hands on what reporters ask.
    """
    asking = {opening.label for number, opening in accepted.items() if "?" in page.lines[number].words}
    press = any(_is_reporter(opening.label) for opening in accepted.values())
    officials = {
        each.label for each in accepted.values() if press and each.label not in asking and find_name_end(each.label)
    }
    order = [opening.label for opening in accepted.values() if opening.label not in officials]
    asked = [one for one, two in pairwise(order) if is_bare_answer(two) and not is_bare_answer(one)]
    asks = any(labels.role_of_line(label) is Role.REPORTER for label in order)
    return frozenset(asked) if len(asked) > 1 and not asks else frozenset()


def with_questions(page: Page, found: dict[int, Opening]) -> dict[int, Opening]:
    """`found` and, where only answers are labelled, the questions above them: “1、何时通车?”, then “答:”."""
    answers = [n for n, opening in found.items() if labels.role_of_line(opening.label) is Role.GUEST]
    alone = not answers and len(found) >= _FEWEST_HEADED and len({each.label for each in found.values()}) == 1
    if alone and all(labels.role_of_label(opening.label) is Role.UNKNOWN for opening in found.values()):
        # “何时通车?”, then “叶青:明年。”, time and again
        answers = list(found)
    if not answers or any(labels.role_of_label(opening.label) is Role.REPORTER for opening in found.values()):
        return found
    asked: dict[int, Opening] = {}
    for answer in answers:
        above = next((n for n in range(answer - 1, -1, -1) if n in found), -1)
        lines = range(answer - 1, max(answer - _LONGEST_QUESTION, above + 1) - 1, -1)
        number = next((n for n in lines if _COUNTED.match(page.lines[n].words)), answer - 1)
        mark = _COUNTED.match(page.lines[number].words) if number in lines else None
        said = "".join(line.words for line in page.lines[number:answer])
        if mark is not None and (mark["dash"] or _ASKS.search(said, mark.end())):
            asked[number] = Opening("", mark.end(), mark.end())
        elif (
            mark is None
            and number in lines
            and (said.endswith("?") or (said.endswith(")") and find_asker_behind(said)[0]))
        ):
            # “…何时通车?(宁川日报 叶青)”
            asked[number] = Opening("", 0)
    fewest = len(answers) - 1 if alone else len(answers) // 2 + 1
    return dict(sorted((found | asked).items())) if len(asked) >= fewest else found


# “1、”, “(二)”, “问题3:”, “——” in front of a question of so many lines, and what shows that it is one.
_COUNTED = on_demand(r"(?:(?P<dash>—{2} ?)|\(?[0-9\u4e00-\u5341]{1,3}[、.)] ?|[Qq]?[0-9]{1,2} ?[、.:] ?)(?![0-9])")
_LONGEST_QUESTION = 4
_ASKS = on_demand(f"[?]|{labels.MARGINS['asks']}")
