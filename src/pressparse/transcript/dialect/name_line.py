"""Minutes and results calls: a line with the name and a time or a title, then the speech below."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from pressparse.lexicon import read_rows, read_words
from pressparse.span import Span
from pressparse.transcript.dialect import label as labels
from pressparse.transcript.dialect.margin import find_subheads, tail_start
from pressparse.transcript.dialect.page import Label, Page, Part, PartKind
from pressparse.transcript.turn import Role

_CLOCK = r"[(\[]?(?:\d{1,2}:)?\d{1,2}:\d{2}[)\]]?"
# “许静怡 00:00:04”, “00:00:04 许静怡”, “许静怡(00:04)”, “【许静怡】 00:00:04”
_TIMED = re.compile(
    rf"^[【\[]?(?P<label>[^:,。;?!【】\[\]]{{1,40}}?)[】\]]? *{_CLOCK}$|^{_CLOCK} (?P<behind>[^:,。;?!]{{1,40}})$"
)
# “2025年9月18日 下午 3:30”: when, not who.
_WHEN = re.compile({row["name"]: row["pattern"] for row in read_rows("margins")}["when"])
# “Vivian Kwok - 投资者关系总监”, “Jason Holt - Marlow Securities - 分析师”
_TITLED = re.compile(r"^(?P<label>[^:,。;?!]{1,40}?) [-–—|] (?P<aside>[^:。;?!]{2,60})$")
_SAID = re.compile("[,。!?…;]")
_OFFICES = read_words("offices")
LEAST = 3
_DASHES = re.compile(" [-–—|] ")
_NOTHING = Span(0, 0)


@dataclass(frozen=True, slots=True)
class _Named:
    """Name, role, title and organization of a line that names who speaks next; `title` may be empty."""

    name: Span
    role: Role = Role.UNKNOWN
    title: Span = _NOTHING
    organization: Span = _NOTHING


def _openings(page: Page) -> dict[int, _Named]:
    """Line → who speaks next, of every line that names somebody; speech stands below each."""
    timed = {
        number: match
        for number, line in enumerate(page.lines)
        if (match := _TIMED.match(line.words)) and not _WHEN.search(match["label"] or "")
    }
    found: dict[int, _Named] = {}
    if len(timed) >= LEAST:
        for number, match in timed.items():
            name = "label" if match["label"] else "behind"
            found[number] = _Named(Span(*match.span(name)), labels.role_of_label(match[name].strip()))
    else:
        found = _titled(page)
    return {
        number: entry
        for number, entry in found.items()
        if number + 1 < len(page.lines) and _speaks(page, number, found)
    }


def _speaks(page: Page, number: int, found: dict[int, _Named]) -> bool:
    """Whether what stands below a name is speech, and no other name of a roster."""
    return number + 1 not in found and _SAID.search(page.lines[number + 1].words) is not None


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
    openings = _openings(page)
    names = {entry.name.shift(page.lines[number].start).of(page.words) for number, entry in openings.items()}
    return 1.2 * len(openings) if len(names) > 1 and len(openings) >= LEAST else 0.0


def member(page: Page, name: str) -> str:
    """The layout itself: this grammar reads only one."""
    return name


def cut(page: Page, name: str) -> Iterator[Part]:
    """The parts of the record, gaps left to tile()."""
    openings = _openings(page)
    subheads = find_subheads(page, openings)
    tail = tail_start(page)
    opened = False
    for number, line in enumerate(page.lines):
        if number in openings:
            opened = True
            named = openings[number]
            name, title, organization = (
                said.shift(line.start).of(page.text).strip() for said in (named.name, named.title, named.organization)
            )
            yield Part(PartKind.LABEL, line.span, Label(name, named.role, title, organization))
        elif not opened or number in subheads:
            yield Part(PartKind.NOTE if labels.is_note(line.words) else PartKind.HEADING, line.span)
        else:
            note = number >= tail or labels.is_note(line.words)
            yield Part(PartKind.NOTE if note else PartKind.SPEECH, line.span)
