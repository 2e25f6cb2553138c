"""Spaced labels: a letter or a word that asks or answers, no colon behind it; who asked may stand below: “@小满”."""

import re
from collections.abc import Iterable, Iterator

from pressparse.lexicon import one_of, read_words
from pressparse.pattern import on_demand
from pressparse.span import Span
from pressparse.transcript.dialect import label as labels
from pressparse.transcript.dialect.opening import Opening
from pressparse.transcript.dialect.page import Label, Page, Part, PartKind
from pressparse.transcript.dialect.unlabelled import is_question
from pressparse.transcript.turn import Role

_FEWEST = 2
_FEWEST_ALONE = 3


def with_spaced(page: Page, openings: dict[int, Opening]) -> dict[int, Opening]:
    """`openings` and the lines that open with a letter and a space, where each that asks is a question: “Q 何时通车?”.

    So are those below that answer: “A 明年。”. Two of them are enough beside answers, or names with a colon.
    """
    found = {
        number: told
        for number, line in enumerate(page.lines)
        if line.words[:1] in _SIGNS and number not in openings and (told := _SPACED.match(line.words))
    }
    asked = [number for number, told in found.items() if _role(told) is Role.REPORTER]
    alone = len(asked) == len(found) and not openings
    ends = {n: is_question(page.lines[n].words) or _REQUEST.search(page.lines[n].words) is not None for n in asked}
    if len(asked) < (_FEWEST_ALONE if alone else _FEWEST) or not all(ends.values()):
        return openings
    more = {number: Opening(told["label"], told.end(), told.start("label")) for number, told in found.items()}
    return dict(sorted((openings | more).items()))


def _role(told: re.Match[str]) -> Role | None:
    return labels.role_of_line(told["label"])


_ONE_SIGN = tuple(word for role in ("reporter", "guest") for word in read_words("roles", role) if len(word) == 1)
_SIGNS = frozenset(("*", *_ONE_SIGN))
# “Q3 ”, “**问 ”, “A3、”, “Q|”
_SPACED = on_demand(rf"(?:\*\*)?(?P<label>{one_of(_ONE_SIGN)}[0-9]{{0,3}})(?:[、.|] ?| +)(?:\*\*)?(?=[^\s:0-9])")
_REQUEST = on_demand(labels.MARGINS["asks"])


def find_handles(page: Page, openings: dict[int, Opening]) -> dict[int, Span]:
    """Where the name of who asks stands below a question, by the line of that: “Q:何时通车?”, then “@小满”."""
    return {
        number: Span(*told.span("name")).shift(page.lines[number + 1].start)
        for number, opening in openings.items()
        if labels.role_of_line(opening.label) is Role.REPORTER and number + 1 < len(page.lines)
        if number + 1 not in openings and (told := _HANDLE.fullmatch(page.lines[number + 1].words))
    }


_HANDLE = on_demand(r"(?:[-—]{1,2} ?)?@ ?(?P<name>[^\s@,。;:!?][^@,。;:!?]{0,29})")


def with_asker(parts: Iterable[Part], name: str) -> Iterator[Part]:
    """The parts of a turn, whose label is that of one of the audience of this name."""
    for part in parts:
        own = part.kind is PartKind.LABEL
        yield Part(part.kind, part.span, Label(name, Role.AUDIENCE)) if own else part
