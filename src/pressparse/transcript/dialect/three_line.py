"""State Council records: a line with role or organization, a line with title and name, then the speech."""

from collections.abc import Iterator, Sequence

from pressparse.lexicon import one_of, read_words
from pressparse.pattern import HAN, on_demand
from pressparse.span import Span
from pressparse.text.script import to_analysis
from pressparse.transcript.dialect import label as labels
from pressparse.transcript.dialect import note as notes
from pressparse.transcript.dialect.margin import is_ended, is_note, tail_start
from pressparse.transcript.dialect.name import looks_like_name
from pressparse.transcript.dialect.page import Label, Line, Page, Part, PartKind
from pressparse.transcript.roster import find_name_end
from pressparse.transcript.turn import Role

MAX_LINE_CHARS = 40
_OFFICES = read_words("offices")

_ON_AIR = on_demand(labels.MARGINS["on_air"])
# “柴 梅 省水务厅副厅长”, one of a list
_ROW = on_demand(rf"{HAN}(?: ?{HAN}){{1,2}} [^ ]{{2,30}}(?:{one_of(_OFFICES)})")
_PHRASE = on_demand(r"^[^,。;:!?…“”]+$")


def _openings(page: Page) -> dict[int, tuple[int, str, Role, str]]:
    """First line of each label → how many lines it takes, name as printed, role, title as printed."""
    found: dict[int, tuple[int, str, Role, str]] = {}
    skip = -1
    # “【同期】江北网记者 叶青”
    lines = [_unmarked(line) for line in page.lines]
    for number, line in enumerate(lines):
        if number <= skip or len(line.words) > MAX_LINE_CHARS or not _PHRASE.match(line.words):
            continue
        role = labels.role_of_line(line.words)
        below = lines[number + 1] if number + 1 < len(lines) else None
        named = _named(page, lines, number + 1) if below is not None and len(below.words) <= MAX_LINE_CHARS else None
        own = _named(page, lines, number)
        titled = _titled_below(page, lines, number + (role is not None))
        if titled is not None and role is not Role.REPORTER:
            # “主持人” / “市卫健委新闻发言人、宣传处处长” / “齐牧之”
            found[number] = (2 + (role is not None), titled[0], role or Role.GUEST, titled[1])
        elif role is Role.REPORTER and below is not None and labels.role_of_label(below.words) is Role.REPORTER:
            found[number] = (2, below.span.of(page.text), role, "")
        elif role is not None and role is not Role.REPORTER and named:
            found[number] = (2, named[0], role, named[1])
        elif role is None and (prefix := labels.role_prefix(line.words)):
            # “主持人 胡致远”
            found[number] = (1, line.span.of(page.text)[len(prefix) :].strip(), labels.role_of_word(prefix), "")
        elif own and role is None:
            found[number] = (1, own[0], Role.GUEST, own[1])
        elif named and role is None and _may_be_body(lines, number):
            organization = line.span.of(page.text)
            found[number] = (2, named[0], Role.GUEST, organization + named[1])
        elif labels.role_of_label(line.words) is Role.REPORTER:
            found[number] = (1, line.span.of(page.text), Role.REPORTER, "")
        elif role is not None:
            found[number] = (1, line.span.of(page.text), role, "")
        elif line.start > page.lines[number].start:
            # “【同期】渔民 老邢”: whoever is heard.
            title, _, name = line.span.of(page.text).rpartition(" ")
            found[number] = (1, name, Role.GUEST, title)
        skip = number + found[number][0] - 1 if number in found else skip
    # “齐牧之” alone, whom a title named before.
    known = {to_analysis(name): (name, role, title) for _, name, role, title in found.values() if title}
    for number, line in enumerate(lines):
        if (
            number not in found
            and line.words in known
            and not any(at in found and at + found[at][0] > number for at in (number - 1, number - 2))
        ):
            _, role, title = known[line.words]
            found[number] = (1, line.span.of(page.text), role, title)
    return found


def _may_be_body(lines: Sequence[Line], number: int) -> bool:
    """Whether a line above a name can be the body that it is of: no note or row, nor the end of what is being said."""
    line = lines[number]
    # “宁川日报记者”, “票价呢”; “先修北岸,”, “再修南岸”
    said = number > 0 and line.start - lines[number - 1].end <= 1 and not is_ended(lines[number - 1].words)
    return not said and not notes.is_note(line.words) and not _ROW.fullmatch(line.words)


def _unmarked(line: Line) -> Line:
    """A line without what television prints in front of who is heard."""
    mark = _ON_AIR.match(line.words)
    return Line(line.start + mark.end(), line.words[mark.end() :]) if mark else line


def _titled_below(page: Page, lines: Sequence[Line], number: int) -> tuple[str, str] | None:
    """The name on the line below a title that ends in an office, with the title; None where no such lines stand."""
    if number + 1 >= len(lines):
        return None
    title, name = lines[number], lines[number + 1]
    plain = len(title.words) <= MAX_LINE_CHARS and _PHRASE.match(title.words) is not None
    if not plain or not title.words.endswith(_OFFICES) or find_name_end(title.words) or not looks_like_name(name.words):
        return None
    return name.span.of(page.text), title.span.of(page.text)


def _named(page: Page, lines: Sequence[Line], number: int) -> tuple[str, str] | None:
    """Name and title of a line that holds nothing else (`宣传司副司长米锋`), in the words of the source."""
    line = lines[number]
    length = find_name_end(line.words)
    if not length or not _PHRASE.match(line.words):
        return None
    shown = line.span.of(page.text)
    return shown[-length:], shown[:-length].rstrip()


def score(page: Page, name: str) -> float:
    """How many turns the layout explains: the names have to recur or reporters to ask, or it is a list of guests."""
    openings = _openings(page)
    if not any(entry[2] is Role.REPORTER for entry in openings.values()):
        return 0.0
    followed = [number for number, entry in openings.items() if number + entry[0] not in openings]
    return 1.2 * len(followed) if any(entry[3] for entry in openings.values()) else 0.0


def member(page: Page, name: str) -> str:
    """The layout itself: this grammar reads only one."""
    return name


def cut(page: Page, name: str) -> Iterator[Part]:
    """The parts of the record, gaps left to tile()."""
    openings = _openings(page)
    tail = tail_start(page, max((number + entry[0] for number, entry in openings.items()), default=-1))
    opened = False
    skip = -1
    for number, line in enumerate(page.lines):
        if number <= skip:
            continue
        if number in openings and number + openings[number][0] not in openings:
            count, name, role, title = openings[number]
            skip = number + count - 1
            opened = True
            yield Part(PartKind.LABEL, Span(line.start, page.lines[skip].end), Label(name, role, title))
        elif not opened:
            yield Part(PartKind.NOTE if notes.is_note(line.words) else PartKind.HEADING, line.span)
        else:
            said = number < tail and not is_note(page, number)
            yield Part(PartKind.SPEECH if said else PartKind.NOTE, line.span)
