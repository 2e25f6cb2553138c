"""Minutes and results calls: a line with the name, a time or title beside it or titles below, then the speech."""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import pairwise

from pressparse.lexicon import read_patterns, read_words
from pressparse.pattern import on_demand
from pressparse.span import Span
from pressparse.transcript.dialect import label as labels
from pressparse.transcript.dialect import note as notes
from pressparse.transcript.dialect.evidence import find_titled_name
from pressparse.transcript.dialect.greeting import find_greeting, greeting_part
from pressparse.transcript.dialect.margin import is_note, tail_start
from pressparse.transcript.dialect.name import looks_like_name
from pressparse.transcript.dialect.opening import is_address
from pressparse.transcript.dialect.page import Label, Page, Part, PartKind
from pressparse.transcript.dialect.subhead import Opened, find_subheads
from pressparse.transcript.roster import find_name_end
from pressparse.transcript.turn import Role

_CLOCK = r"[(\[]?(?:\d{1,2}:)?\d{1,2}:\d{2}[)\]]?"
# “许静怡 00:00:04”, “00:00:04 许静怡”, “许静怡(00:04)”, “【许静怡】 00:00:04”
_TIMED = on_demand(
    rf"^[【\[]?(?P<label>[^:,。;?!【】\[\]]{{1,40}}?)[】\]]? *{_CLOCK}$|^{_CLOCK} (?P<behind>[^:,。;?!]{{1,40}})$"
)
# “2025年9月18日 下午 3:30”: when, not who.
_WHEN = on_demand(read_patterns("margins")["when"])
# “Vivian Kwok - 投资者关系总监”, “Jason Holt - Marlow Securities - 分析师”
_TITLED = on_demand(r"^(?P<label>[^:,。;?!]{1,40}?) [-–—|] (?P<aside>[^:。;?!]{2,60})$")
_SAID = on_demand("[,。!?…;]")
_OFFICES = read_words("offices")
LEAST = 3
_PAIR = 2
_DASHES = on_demand(" [-–—|] ")
_NOTHING = Span(0, 0)
# Titles on lines of their own are those of one person.
_JOIN = on_demand(r"\s*\n\s*")


@dataclass(frozen=True, slots=True)
class _Named:
    """Name, role, title and organization of a line that names who speaks next; `title` may be empty.

    `lines` is how many it takes, those of titles below the name included.
    """

    name: Span
    role: Role = Role.UNKNOWN
    title: Span = _NOTHING
    organization: Span = _NOTHING
    lines: int = 1


def _openings(page: Page) -> tuple[dict[int, _Named], float]:
    """Line → who speaks next, of every line that names somebody, and the weight of each; speech stands below it."""
    weight = _MARKED
    found = _blocks(page)
    if found:
        weight = _BLOCK
    timed = {} if found else _timed(page)
    found = found or timed or _titled(page)
    if not found:
        found = _alone(page)
        weight = _MARKED if any(len(entry.title) for entry in found.values()) else _BARE
    names = {number: entry.name.shift(page.lines[number].start).of(page.words) for number, entry in found.items()}
    counts = Counter(names.values())
    called = {number: counts[name] for number, name in names.items()}
    # “周一”, “叶青”, “上午”: what stands below the names of a list is short.
    below = [len(page.lines[number + 1].words) for number in found if number + 1 < len(page.lines)]
    spoken = sum(below) >= _FEWEST_SAID * max(len(below), 1)
    # A reporter asks, the name right below answers; a time beside a name leaves no doubt.
    sure = {two for one, two in pairwise(sorted(found)) if found[one].role is Role.REPORTER} | set(timed)
    sure |= {n for n, entry in found.items() if entry.role is Role.REPORTER or called[n] >= LEAST}
    openings = {
        number: entry
        for number, entry in found.items()
        if number + 1 < len(page.lines)
        and _speaks(page, number, found, often=spoken and not len(entry.title) and number in sure)
    }
    return openings, weight


# A time or a title beside a name says more than that it stands alone.
_MARKED = 1.2
# A time, a role and a name on three lines, as a table leaves them, are beyond doubt.
_BLOCK = 2.0
_FEWEST_SAID = 5
_BARE = 0.9


def _blocks(page: Page) -> dict[int, _Named]:
    """Lines of a clock time with a role and a name below, one a line; empty where there are too few."""
    found: dict[int, _Named] = {}
    for number, line in enumerate(page.lines[:-_BLOCK_LINES]):
        role = labels.role_of_line(page.lines[number + 1].words) if _CLOCKED.fullmatch(line.words) else None
        name = page.lines[number + 2]
        if role is not None and len(name.words) <= labels.MAX_LABEL_CHARS and not _SAID.search(name.words):
            found[number] = _Named(Span(0, len(name.words)).shift(name.start - line.start), role, lines=_BLOCK_LINES)
    return found if len(found) >= LEAST else {}


_BLOCK_LINES = 3
_CLOCKED = on_demand(_CLOCK)


def _timed(page: Page) -> dict[int, _Named]:
    """Lines of a name and a clock time; empty where there are too few."""
    found: dict[int, _Named] = {}
    for number, line in enumerate(page.lines):
        match = _TIMED.match(line.words)
        if match and not _WHEN.search(match["label"] or ""):
            name = "label" if match["label"] else "behind"
            found[number] = _Named(Span(*match.span(name)), labels.role_of_label(match[name].strip()))
    return found if len(found) >= LEAST else {}


def _speaks(page: Page, number: int, found: dict[int, _Named], *, often: bool) -> bool:
    """Whether what stands below a name is speech, and no other name of a roster.

    Below a name that stands `often` speech may be printed without its stops, as in subtitles.
    """
    below = number + found[number].lines
    if below in found or below >= len(page.lines):
        return False
    words = page.lines[below].words
    # “各位媒体朋友:” alone on its line
    greets = is_address(words.rstrip(": "))
    return greets or (often and _WHEN.search(words) is None) or _SAID.search(words) is not None


def _titled(page: Page) -> dict[int, _Named]:
    """Lines of a name and an office, and those of a bare name or role that is one of these."""
    found: dict[int, _Named] = {}
    names: dict[str, Role] = {}
    for number, line in enumerate(page.lines):
        match = _TITLED.match(line.words)
        if match is None:
            continue
        role = labels.role_of_label(match["aside"])
        if role is Role.UNKNOWN and not match["aside"].endswith(_OFFICES):
            continue
        found[number] = _Named(Span(*match.span("label")), role, *_title_and_organization(match))
        names[match["label"]] = role
    if not found:
        return {}
    for number, line in enumerate(page.lines):
        alone = labels.role_of_line(line.words)
        if number not in found and (alone is not None or line.words in names):
            found[number] = _Named(Span(0, len(line.words)), names.get(line.words, alone or Role.UNKNOWN))
    return _with_analysts(page, found)


def _alone(page: Page) -> dict[int, _Named]:
    """Lines that are a name or a role and nothing else, where names recur or the record mentions them elsewhere."""
    found: dict[int, _Named] = {}
    mentioned: dict[str, bool] = {}
    connected = _names_of_call(page)
    for number, line in enumerate(page.lines):
        match = _NAMED.fullmatch(line.words)
        if match is None:
            continue
        words = match["label"]
        if is_address(words):
            # “各位媒体朋友:”
            continue
        role = labels.role_of_line(words)
        if role is None and match["colon"] and (find_titled_name(words) or find_name_end(words)):
            # “水利部规划司司长 叶青:”
            found[number] = _Named(Span(*match.span("label")))
            continue
        held = (match["aside"] or "").endswith(_OFFICES)
        if role is None and labels.role_of_label(words) is Role.REPORTER:
            role = Role.REPORTER
        elif (match["aside"] and not held) or (role is None and not looks_like_name(words)):
            continue
        elif role is None and not held:
            if words not in mentioned:
                # A record has few people: of a list of many names none is looked for.
                often = len(mentioned) < _MOST_PEOPLE and page.words.count(words) > 1
                mentioned[words] = often or number in connected
            if not mentioned[words]:
                continue
        titles = 0 if role is not None or held else _titles_below(page, number)
        last = page.lines[number + titles]
        title = Span(page.lines[number + 1].start, last.end).shift(-line.start) if titles else _NOTHING
        title = Span(*match.span("aside")) if held else title
        found[number] = _Named(Span(*match.span("label")), role or Role.UNKNOWN, title, lines=1 + titles)
    called = Counter(entry.name.shift(page.lines[number].start).of(page.words) for number, entry in found.items())
    titled = sum(len(named.title) > 0 for named in found.values())
    vouched = titled > 1 or max(called.values(), default=0) > 1 or len(connected) > 0
    return found if len(called) > 1 and len(found) >= (_PAIR if connected else LEAST) and vouched else {}


def _names_of_call(page: Page) -> frozenset[int]:
    """The lines that are names in letters alone above speech in Chinese, on a call that an operator connects.

    “Operator” and “Dora Ye” stand once each where few speak.
    """
    found = []
    operated = False
    for number, (line, below) in enumerate(pairwise(page.lines)):
        # Names are short and in letters: most lines need no look.
        if len(line.words) > labels.MAX_LABEL_CHARS or not line.words.isascii():
            continue
        spoken = len(below.words) >= _SHORTEST_SPEECH and not below.words.isascii() and _SAID.search(below.words)
        operates = spoken and labels.role_of_line(line.words) is Role.HOST
        operated = operated or bool(operates)
        if spoken and not operates and looks_like_name(line.words) and " " in line.words:
            found.append(number)
    return frozenset(found) if operated else frozenset()


_SHORTEST_SPEECH = 12


# “叶青:”, “叶青(市政府新闻办副主任)”, “▎宁川电视台记者(视频连线)”
_NAMED = on_demand(
    rf"(?:[{re.escape(labels.BULLETS.strip())}] ?)?(?P<label>[\w《“][^():,。;?!]{{0,39}}?)"
    r"(?: ?\((?P<aside>[^()]{2,60})\))?(?P<colon>:)?"
)


def _titles_below(page: Page, number: int) -> int:
    """How many lines right below a name are titles, each ending in an office."""
    below = 0
    for line in page.lines[number + 1 : number + 1 + _MOST_TITLES]:
        if _SAID.search(line.words) or len(line.words) > labels.MAX_LABEL_CHARS or not line.words.endswith(_OFFICES):
            break
        below += 1
    return below


_MOST_TITLES = 3
_MOST_PEOPLE = 100


def _title_and_organization(match: re.Match[str]) -> tuple[Span, Span]:
    """The title, and the organization before it: “远山证券 - 分析师”."""
    start, end = match.span("aside")
    dashes = list(_DASHES.finditer(match["aside"]))
    if not dashes:
        return Span(start, end), _NOTHING
    return Span(start + dashes[-1].end(), end), Span(start, start + dashes[-1].start())


def _with_analysts(page: Page, found: dict[int, _Named]) -> dict[int, _Named]:
    """`found` with whoever comes from another house than the one that the heading names as askers."""
    heading = page.words[: page.lines[min(found)].start]
    houses = {
        number: each.organization.shift(page.lines[number].start).of(page.words) for number, each in found.items()
    }
    if not any(house and house in heading for house in houses.values()):
        return found
    return {
        number: replace(each, role=Role.REPORTER)
        if each.role is Role.UNKNOWN and houses[number] and houses[number] not in heading
        else each
        for number, each in found.items()
    }


def score(page: Page, name: str) -> float:
    """How many turns the layout explains; two different labels make a dialogue."""
    openings, weight = _openings(page)
    names = {entry.name.shift(page.lines[number].start).of(page.words) for number, entry in openings.items()}
    # An operator and one caller are enough: the record was cut off.
    fewest = _PAIR if weight == _BARE and _names_of_call(page) else LEAST
    return weight * len(openings) if len(names) > 1 and len(openings) >= fewest else 0.0


def member(page: Page, name: str) -> str:
    """The layout itself: this grammar reads only one."""
    return name


def cut(page: Page, name: str) -> Iterator[Part]:
    """The parts of the record, gaps left to tile()."""
    openings, _ = _openings(page)
    # The last line of a label is the one that speech stands right below.
    last = {number + named.lines - 1: Opened(named.role, bare=True) for number, named in openings.items()}
    above = {number: last.get(number, Opened(named.role)) for number, named in openings.items()}
    subheads = find_subheads(page, above | last)
    tail = tail_start(page)
    named_by = [named.name.shift(page.lines[number].start).of(page.words) for number, named in sorted(openings.items())]
    greeting = find_greeting(page, min(openings, default=0), named_by)
    opened = False
    skip = -1
    for number, line in enumerate(page.lines):
        if number <= skip:
            continue
        if number in openings:
            opened = True
            named = openings[number]
            skip = number + named.lines - 1
            name, title, organization = (
                said.shift(line.start).of(page.text).strip() for said in (named.name, named.title, named.organization)
            )
            title = _JOIN.sub("、", title)
            yield Part(
                PartKind.LABEL, Span(line.start, page.lines[skip].end), Label(name, named.role, title, organization)
            )
        elif greeting is not None and number == greeting[0]:
            opened = True
            yield greeting_part(page, *greeting)
            yield Part(PartKind.SPEECH, Span(line.start + greeting[1].length, line.end))
        elif not opened or number in subheads:
            yield Part(PartKind.NOTE if notes.is_note(line.words) else PartKind.HEADING, line.span)
        else:
            # Right below a name somebody speaks, whatever it looks like: “会议结束。”.
            note = (number >= tail and number != skip + 1) or is_note(page, number) or notes.is_caption(line.words)
            yield Part(PartKind.NOTE if note else PartKind.SPEECH, line.span)
