"""Signed quotes: questions in headings, and below them what each says, quoted and signed: `> 明年。 [name=叶青]`.

So do people who write a record together in one Markdown document, where the site knows this sign.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from pressparse.pattern import on_demand
from pressparse.span import Span
from pressparse.transcript.dialect.page import Label, Line, Page, Part, PartKind
from pressparse.transcript.dialect.unlabelled import is_question
from pressparse.transcript.turn import Role

_NAME = "[name="
# “- [name=叶青] [time=Sun, Mar 1] [color=#f00]” at the end of a line
_SIGN = on_demand(r"(?:[-–—]{1,2} ?)?\[name=(?P<name>[^\[\]\n]{1,40})\](?: ?\[(?:time|color)=[^\[\]\n]{0,40}\])*$")
_QUOTED = on_demand(r">(?: |$)")
_HEADING = on_demand(r"#{1,6} ?(?:\*\*)?(?:[0-9]{1,2}[.、] ?)?")
_FEWEST = 3
_NOWHERE = Span(0, 0)


@dataclass(frozen=True, slots=True)
class _Said:
    """Lines that one says, in order; `sign` is where the name stands behind the last of them, `name` that name."""

    lines: tuple[Line, ...]
    name: Span = _NOWHERE
    sign: Span = _NOWHERE
    asks: bool = False

    def words(self, page: Page) -> str:
        """What is said, the mark of a quote left out."""
        return page.words[self.lines[0].start : self.sign.start or self.lines[-1].end].strip("> \n")


def score(page: Page, name: str) -> float:
    """How many turns the layout explains; none where fewer than three are signed."""
    found = _found(page)
    return 1.5 * len(found) if sum(len(said.name) > 0 for said in found) >= _FEWEST else 0.0


def member(page: Page, name: str) -> str:
    """The layout itself: this grammar reads only one."""
    return name


def cut(page: Page, name: str) -> Iterator[Part]:
    """The parts of the record; what stands in no quote that is signed, nor asks in a heading, is no speech."""
    found = {said.lines[0].start: said for said in _found(page)}
    asker = _find_asker(page, list(found.values()))
    over = 0
    for line in page.lines:
        if said := found.get(line.start):
            over = max(said.sign.end, said.lines[-1].end)
            yield from _spoken(page, said, asker)
        elif line.start >= over:
            yield Part(PartKind.HEADING if _HEADING.match(line.words) or not over else PartKind.NOTE, line.span)


def _spoken(page: Page, said: _Said, asker: str) -> Iterator[Part]:
    """The parts of one turn: its mark, which has the name that is signed behind, its lines, and the sign."""
    signed = said.name.of(page.text)
    role = Role.REPORTER if said.asks or signed == asker != "" else Role.UNKNOWN
    for place, line in enumerate(said.lines):
        mark = _HEADING.match(line.words) if said.asks and not place else _QUOTED.match(line.words)
        begin = line.start + (mark.end() if mark else 0)
        if not place:
            yield Part(PartKind.LABEL, Span(line.start, begin), Label(asker if said.asks else signed, role))
        elif mark:
            yield Part(PartKind.BLANK, Span(line.start, begin))
        end = min(line.end, said.sign.start) if len(said.sign) else line.end
        if page.words[begin:end].strip():
            yield Part(PartKind.SPEECH, Span(begin, begin + len(page.words[begin:end].rstrip())))
    if len(said.sign):
        yield Part(PartKind.NOTE, said.sign)


def _found(page: Page) -> list[_Said]:
    """What is said, in order: headings that ask, with what translates them below, and quotes that are signed."""
    if _NAME not in page.words:
        return []
    found: list[_Said] = []
    open_lines: list[Line] = []
    for line in page.lines:
        heads = _HEADING.match(line.words) is not None
        if heads or not _QUOTED.match(line.words):
            open_lines = []
            if heads and is_question(line.words):
                found.append(_Said((line,), asks=True))
            continue
        apart = open_lines and page.words.count("\n", open_lines[-1].end, line.start) > 1
        if apart and found and found[-1].asks and found[-1].lines[-1].start < open_lines[0].start:
            # “## 何时通车?”, then “> When will it open?”, a line apart from the answer
            found[-1] = _Said((*found[-1].lines, *open_lines), asks=True)
            open_lines = []
        open_lines.append(line)
        if sign := _SIGN.search(line.words):
            name, whole = (Span(*sign.span(part)).shift(line.start) for part in ("name", 0))
            found.append(_Said(tuple(open_lines), name, whole))
            open_lines = []
    return [said for said in found if said.words(page)]


def _find_asker(page: Page, found: list[_Said]) -> str:
    """Who signs questions below those of the headings, and they alone; "" where nobody does."""
    first = next((place for place, said in enumerate(found) if said.asks), len(found))
    signed: dict[str, list[bool]] = {}
    for said in found[first:]:
        if len(said.name):
            signed.setdefault(said.name.of(page.text), []).append(said.words(page).endswith("?"))
    asking = [name for name, asks in signed.items() if all(asks)]
    return asking[0] if len(asking) == 1 and len(signed) > 1 else ""
