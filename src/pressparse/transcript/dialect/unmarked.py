"""Labels without their colon: told by the same names where they have it, and by what stands around them."""

import re

from pressparse.pattern import HAN, on_demand
from pressparse.transcript.dialect import label as labels
from pressparse.transcript.dialect.opening import Opening
from pressparse.transcript.dialect.page import Page
from pressparse.transcript.roster import find_name_end
from pressparse.transcript.turn import Role

_SENTENCE_ENDS = ("。", "?", "!", "…")
_FEWEST_POINTS = 2


def with_bare(page: Page, found: dict[int, Opening]) -> dict[int, Opening]:
    """`found` and the lines below the first of them whose label lacks its colon: “叶大使 我看不会。”."""
    if not found:
        return found
    named = {opening.label for opening in found.values() if len(opening.label) > 1}
    first = min(found)
    more = {}
    alone = all(len(page.lines[number].words) <= opening.length for number, opening in found.items())
    for number, line in enumerate(page.lines):
        name, gap, _ = line.words.partition(" ")
        if number <= first or number in found:
            continue
        if gap and name in named and line.words.endswith(_SENTENCE_ENDS):
            more[number] = Opening(name, len(name) + 1)
        elif alone and line.words.endswith(labels.REPORTER_ENDS) and labels.outlet_of(line.words):
            # “经济导报记者” where all labels stand alone on their lines.
            more[number] = Opening(line.words, len(line.words))
    return dict(sorted((found | more).items())) if more else found


def with_bracketed(page: Page, found: dict[int, Opening]) -> dict[int, Opening]:
    """`found` and the lines that a reporter in brackets opens, without a colon: “[宁川晚报记者] 何时通车?”."""
    more: dict[int, Opening] = {}
    first = min(found, default=0)
    for number, line in enumerate(page.lines):
        told = (
            _BRACKETED.match(line.words)
            if line.words[:1] in _OPENS and number not in found and number > first
            else None
        )
        if told and told.end() < len(line.words):
            more[number] = Opening(told["label"], told.end(), 1, marked=True)
    asking = [each for each in more.values() if each.label.endswith(labels.REPORTER_ENDS)]
    # “[居民代表 叶青]” beside two of them; where most labels stand in brackets they are another layout.
    return dict(sorted((found | more).items())) if len(asking) > 1 and len(found) >= len(more) else found


_OPENS = ("[", "【")
_BRACKETED = on_demand(r"[\[【](?P<label>[^\[\]【】,。;:?!]{2,20})[\]】] ?")


def with_counted(page: Page, found: dict[int, Opening]) -> dict[int, Opening]:
    """`found` and the questions that only a count and 问 open, in order from the first: “1问 何时通车?”."""
    asked: dict[int, Opening] = {}
    for number, line in enumerate(page.lines) if found else ():
        # A search for one sign spares most lines the pattern.
        near = _ASKED in line.words[:_LONGEST_COUNT] and number not in found
        counted = _COUNTED.match(line.words) if near else None
        if counted and counted["count"] in (str(len(asked) + 1), _HAN_COUNTS[len(asked) % len(_HAN_COUNTS)]):
            asked[number] = Opening(counted["label"], counted.end(), counted.start("label"))
    return dict(sorted((found | asked).items())) if len(asked) > 1 else found


_COUNTED = on_demand(labels.MARGINS["counted_question"])
_ASKED = labels.MARGINS["counted_asked"]
_LONGEST_COUNT = 6
_HAN_COUNTS = labels.MARGINS["han_counts"]


def with_lettered(page: Page, found: dict[int, Opening]) -> dict[int, Opening]:
    """`found` and the lines that are but a counted letter and who asks or answers: “Q1.(海湾台)”, “A1-1.(叶司长)”."""
    lettered: dict[int, Opening] = {}
    for number, line in enumerate(page.lines[:-1]):
        told = _LETTERED.fullmatch(line.words) if line.words[:1] in _LETTERS else None
        if told:
            lettered[number] = Opening(told["label"], len(line.words), aside=told["who"])
    letters = [opening.label[0] for opening in lettered.values()]
    both = min(letters.count("Q"), letters.count("A")) >= _FEWEST_POINTS
    return dict(sorted((found | lettered).items())) if both else found


_LETTERS = ("Q", "A")
_LETTERED = on_demand(r"(?P<label>[QA][0-9]{1,2}(?:-[0-9]{1,2})?)[.、]? ?\((?P<who>[^()]{2,20})\)")


def with_points(page: Page, found: dict[int, Opening]) -> dict[int, Opening]:
    """`found` and the points of a list that are labels without a colon, the speech below: “• 主席”, “• 湛委员玉麟”."""
    named = {opening.label for opening in found.values()}
    more: dict[int, Opening] = {}
    for number, line in enumerate(page.lines[:-1]):
        point = _POINT.fullmatch(line.words) if number not in found else None
        listed = _POINT.fullmatch(page.lines[number + 1].words) is not None
        if point and point["label"] in named and not listed:
            more[number] = Opening(point["label"], len(line.words), point.start("label"))
    if len(more) < _FEWEST_POINTS or min(found) < min(more) - _FEW_ABOVE:
        return found
    return dict(sorted((found | more).items()))


_POINT = on_demand(rf"[{re.escape(labels.BULLETS.strip())}•·*] ?(?P<label>{HAN}{{2,8}})")
_FEW_ABOVE = 4


def with_bold(page: Page, found: dict[int, Opening]) -> dict[int, Opening]:
    """`found` and who stands in bold alone on a line, the speech below: “▌**渔港局局长 叶青**”, then “**叶青**”."""
    asks = any(labels.role_of_label(opening.label) is Role.REPORTER for opening in found.values())
    if not asks or _BOLD_SIGN not in page.words:
        return found
    bold = {n: told for n, line in enumerate(page.lines) if (told := _BOLD.fullmatch(line.words)) and n not in found}
    shown = {number: told["label"].replace(" ", "") for number, told in bold.items()}
    titled = {number: size for number, label in shown.items() if (size := find_name_end(label))}
    names = {shown[number][-size:] for number, size in titled.items()}
    more = {
        number: Opening(shown[number], len(page.lines[number].words), told.start("label"))
        for number, told in bold.items()
        if number in titled or shown[number] in names
    }
    return dict(sorted((found | more).items())) if len(more) >= _FEWEST_POINTS else found


_BOLD_SIGN = "**"
_BOLD = on_demand(rf"[{re.escape(labels.BULLETS.strip())}•·#> ]*\*\*(?P<label>[^*,。;:!?]{{2,40}})\*\*")
