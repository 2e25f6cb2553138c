"""Quoted talks: a story that prints questions and answers as quotes, a label before the answers: `“…？”叶青：“…”`."""

import re
from collections import Counter
from collections.abc import Iterator
from itertools import pairwise

from pressparse.pattern import HAN, on_demand
from pressparse.span import Span
from pressparse.transcript.dialect import label as labels
from pressparse.transcript.dialect.name import has_name_stop, is_plain_word
from pressparse.transcript.dialect.opening import names_somebody
from pressparse.transcript.dialect.page import Label, Page, Part, PartKind, find_filled_lines
from pressparse.transcript.turn import Role

_FEWEST = 3
_TURNS = 2
# “…?”, then “叶青:“…”” at once, or in the next line
_PAIR = on_demand(
    rf"(?P<asked>“[^“”\n]{{2,200}}[?]”)\s{{0,6}}(?P<who>(?:{HAN}|·|[A-Za-z .]){{2,16}}) ?: ?(?P<said>“[^“”]{{1,2000}}”)"
)
_ASKS = "?”"
_PRESS = on_demand(labels.MARGINS["press_told"])


def _pairs(page: Page) -> list[re.Match[str]]:
    """The questions with their answers, in order; none where there are few, or who asks has a label, or is no press."""
    if page.words.count(_ASKS) < _FEWEST or _PRESS.search(page.words) is None:
        return []
    found = list(_PAIR.finditer(page.words))
    counts = Counter(each["who"] for each in found)
    named = {who for who, count in counts.items() if names_somebody(who) or (count > 1 and _may_be_name(who))}
    found = [each for each in found if each["who"] in named]
    # “宁川日报:“何时通车?””, then “叶青:“明年。””: who asks has a label too.
    starts = [each.start() for each in found]
    labelled = [_LABELLED.search(page.words, max(start - _LONGEST_LABEL, 0), start) for start in starts]
    if 2 * sum(map(bool, labelled)) > len(found):
        return []
    asks = any(labels.role_of_label(who) in (Role.REPORTER, Role.HOST) for who in named)
    return found if len(found) >= _FEWEST and not asks else []


_LABELLED = on_demand(r"(?:^|\n) *[^\s,。:“”]{1,14} ?: ?$")
_LONGEST_LABEL = 20


def _may_be_name(who: str) -> bool:
    return not has_name_stop(who) and not is_plain_word(who)


def score(page: Page, name: str) -> float:
    """How many turns the layout explains."""
    return float(_TURNS * len(_pairs(page)))


def member(page: Page, name: str) -> str:
    """The layout itself: this grammar reads only one."""
    return name


def cut(page: Page, name: str) -> Iterator[Part]:
    """The parts of the record; what is told around the quotes is no speech."""
    found = _pairs(page)
    edges = [0, *(at for each in found for at in each.span()), len(page.words)]
    told = [Span(*edge) for edge in list(pairwise(edges))[::2]]
    for place, gap in enumerate(told):
        for at, words in find_filled_lines(gap.of(page.words)):
            start = gap.start + at
            yield Part(PartKind.NOTE if place else PartKind.HEADING, Span(start, start + len(words)))
        if place < len(found):
            pair = found[place]
            asked, said = Span(*pair.span("asked")), Span(*pair.span("said"))
            yield Part(PartKind.LABEL, Span(asked.start, asked.start), Label("", Role.REPORTER))
            yield Part(PartKind.SPEECH, asked)
            who = Span(*pair.span("who")).of(page.text)
            yield Part(PartKind.LABEL, Span(pair.start("who"), said.start), Label(who, labels.role_of_label(who)))
            yield Part(PartKind.SPEECH, said)
