"""The layout of Beijing's municipal records: a line `-`, a line with the role, then `Name:speech`."""

from collections.abc import Iterator

from pressparse.span import Span
from pressparse.transcript.dialect import label as labels
from pressparse.transcript.dialect import note as notes
from pressparse.transcript.dialect.choice import CERTAIN
from pressparse.transcript.dialect.margin import is_note, tail_start
from pressparse.transcript.dialect.opening import Opening, read_opening
from pressparse.transcript.dialect.page import Label, Line, Page, Part, PartKind
from pressparse.transcript.turn import Role

# So many turns behind separators leave no doubt.
CERTAIN_TURNS = 3
_ROLE_ALONE = 0.5
_MOST_OF = 4


def score(page: Page, name: str) -> float:
    """How many turns the layout explains: role lines; behind a separator nothing else can be meant."""
    roles = [labels.role_of_line(line.words) is not None for line in page.lines]
    rules = [notes.is_rule(line.words) for line in page.lines]
    separated = sum(behind and role for behind, role in zip(rules, roles[1:], strict=False))
    # “------” between all turns, of which only the reporters' begin with a role, is no more than a line drawn.
    drawn = _MOST_OF * separated < (_MOST_OF - 1) * sum(rules)
    if drawn:
        return _ROLE_ALONE * sum(roles)
    return _ROLE_ALONE * (sum(roles) - separated) + 2.0 * separated + CERTAIN * (separated >= CERTAIN_TURNS)


def member(page: Page, name: str) -> str:
    """The layout itself: this grammar reads only one."""
    return name


def cut(page: Page, name: str) -> Iterator[Part]:
    """The parts of the record, gaps left to tile()."""
    roles = [labels.role_of_line(line.words) for line in page.lines]
    known = _known_labels(page, roles)
    # What stands right below the last role and name is said.
    tail = tail_start(page, max((n + 1 for n, role in enumerate(roles) if role is not None), default=-1))
    role = Role.UNKNOWN
    waiting: Line | None = None  # a role line whose label has not been read yet
    opened = False
    for number, (line, line_role) in enumerate(zip(page.lines, roles, strict=True)):
        if line_role is not None:
            role, waiting, opened = line_role, line, True
            yield Part(PartKind.ROLE, line.span)
        elif notes.is_rule(line.words) and _closes(page, number):
            role = Role.UNKNOWN
            yield Part(PartKind.SEPARATOR, line.span)
        elif waiting:
            yield from _opening(page, line, waiting, role)
            waiting = None
        elif opened and (opening := read_opening(line.words)) and opening.label in known:
            yield from _labelled(page, line, opening, known[opening.label])
        elif not opened:
            yield Part(PartKind.NOTE if notes.is_note(line.words) else PartKind.HEADING, line.span)
        elif number >= tail or is_note(page, number):
            yield Part(PartKind.NOTE, line.span)
        else:
            yield Part(PartKind.SPEECH, line.span)


def _closes(page: Page, number: int) -> bool:
    """Whether the rule at line `number` ends a turn: a role or the end of the record follows."""
    for place in range(number + 1, len(page.lines)):
        line = page.lines[place]
        if not notes.is_rule(line.words):
            return labels.role_of_line(line.words) is not None
    return True


def _known_labels(page: Page, roles: list[Role | None]) -> dict[str, Role]:
    """The labels that stand right below a role line, with that role; the first role counts.

    They are turns wherever they open a line, so that a record that lost a separator loses no turn.
    """
    known: dict[str, Role] = {}
    for role, line in zip(roles, page.lines[1:], strict=False):
        if role is not None and (opening := read_opening(line.words)):
            known.setdefault(opening.label, role)
    return known


def _opening(page: Page, line: Line, role_line: Line, role: Role) -> Iterator[Part]:
    opening = read_opening(line.words)
    if opening:
        yield from _labelled(page, line, opening, role)
        return
    # Some records print no name: the role line serves as the label, and speech starts at once.
    name = role_line.span.of(page.text).rstrip(":： ")
    yield Part(PartKind.LABEL, Span(line.start, line.start), Label(name, role))
    yield Part(PartKind.SPEECH, line.span)


def _labelled(page: Page, line: Line, opening: Opening, role: Role) -> Iterator[Part]:
    start = line.span.start
    name = page.text[start + opening.lead : start + opening.lead + len(opening.label)]
    yield Part(PartKind.LABEL, Span(start, start + opening.length), Label(name, role))
    if start + opening.length < line.span.end:
        yield Part(PartKind.SPEECH, Span(start + opening.length, line.span.end))
