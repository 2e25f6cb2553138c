"""State Council records: a line with role or organization, a line with title and name, then the speech."""

import re
from collections.abc import Iterator

from pressparse.lexicon import one_of, read_words
from pressparse.span import Span
from pressparse.transcript.dialect import label as labels
from pressparse.transcript.dialect.evidence import looks_like_name
from pressparse.transcript.dialect.page import Page, Part, PartKind
from pressparse.transcript.turn import Role

ID = "three-line"
MAX_LINE_CHARS = 40

# “国家卫健委新闻发言人、宣传司副司长米锋”: a title that ends in an office, then a name.
_TITLE_NAME = re.compile(rf"^(?P<title>[^\s,。;:!?“”]{{0,36}}{one_of(read_words('offices'))}) ?(?P<name>[\u3400-\u9fff·]{{2,8}})$")
_PHRASE = re.compile(r"^[^,。;:!?…“”]+$")


def _openings(page: Page) -> dict[int, tuple[int, str, Role, str]]:
    """First line of each label → how many lines it takes, name as printed, role, title as printed."""
    found: dict[int, tuple[int, str, Role, str]] = {}
    skip = -1
    for number, line in enumerate(page.lines):
        if number <= skip or len(line.words) > MAX_LINE_CHARS or not _PHRASE.match(line.words):
            continue
        role = labels.role_of_line(line.words)
        below = page.lines[number + 1] if number + 1 < len(page.lines) else None
        named = _named(page, number + 1) if below is not None and len(below.words) <= MAX_LINE_CHARS else None
        own = _named(page, number)
        if role is not None and role is not Role.REPORTER and named:
            found[number] = (2, named[0], role, named[1])
        elif own and role is None:
            found[number] = (1, own[0], Role.GUEST, own[1])
        elif named and role is None and not labels.is_note(line.words):
            organization = line.span.of(page.text)
            found[number] = (2, named[0], Role.GUEST, organization + named[1])
        elif labels.role_of_label(line.words) is Role.REPORTER:
            found[number] = (1, line.span.of(page.text), Role.REPORTER, "")
        elif role is not None:
            found[number] = (1, line.span.of(page.text), role, "")
        skip = number + found[number][0] - 1 if number in found else skip
    return found


def _named(page: Page, number: int) -> tuple[str, str] | None:
    """Name and title of a line that holds nothing else, in the words of the source."""
    line = page.lines[number]
    match = _TITLE_NAME.match(line.words)
    if match is None or not looks_like_name(match["name"]):
        return None
    start = line.span.start
    return Span(*match.span("name")).shift(start).of(page.text), Span(*match.span("title")).shift(start).of(page.text)


def score(page: Page) -> float:
    """How many turns the layout explains: the names have to recur or reporters to ask, or it is a list of guests."""
    openings = _openings(page)
    if not any(entry[2] is Role.REPORTER for entry in openings.values()):
        return 0.0
    followed = [number for number, entry in openings.items() if number + entry[0] not in openings]
    return 1.2 * len(followed) if any(entry[3] for entry in openings.values()) else 0.0


def cut(page: Page) -> Iterator[Part]:
    """The parts of the record, gaps left to tile()."""
    openings = _openings(page)
    opened = False
    skip = -1
    for number, line in enumerate(page.lines):
        if number <= skip:
            continue
        if number in openings and number + openings[number][0] not in openings:
            count, name, role, title = openings[number]
            skip = number + count - 1
            opened = True
            yield Part(PartKind.LABEL, Span(line.span.start, page.lines[skip].span.end), label=name, role=role, aside=title)
        elif not opened:
            yield Part(PartKind.NOTE if labels.is_note(line.words) else PartKind.HEADING, line.span)
        else:
            yield Part(PartKind.NOTE if labels.is_note(line.words) else PartKind.SPEECH, line.span)
