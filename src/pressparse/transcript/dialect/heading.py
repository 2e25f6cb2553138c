"""Markdown records: `### Name：` or `**Name**` on a line of its own, speech below."""

import re
from collections import Counter
from collections.abc import Iterator

from pressparse.lexicon import read_words
from pressparse.pattern import on_demand
from pressparse.span import Span
from pressparse.transcript.dialect import label as labels
from pressparse.transcript.dialect import note as notes
from pressparse.transcript.dialect.evidence import accept_labels
from pressparse.transcript.dialect.margin import is_note, tail_start
from pressparse.transcript.dialect.name import looks_like_name
from pressparse.transcript.dialect.opening import Candidate
from pressparse.transcript.dialect.page import Label, Line, Page, Part, PartKind
from pressparse.transcript.turn import Role

# “### 唐凤:”; “## 唐凤” without a colon counts where headings of its level recur.
_HEADING = on_demand(r"^(?P<level>#{1,6}) *(?P<label>[^#\n]{1,40}?) *(?P<colon>:?) *#*$")
# “**叶青**”, “**[叶青]**”, “**叶青(远山证券)**”, “**叶青:**”: who speaks in bold, without a sign of a sentence.
_BOLD = on_demand(
    r"^(?P<level>\*\*)(?:\[(?=[^\[\]]+\]\*\*$))?(?P<label>[^*#:,。;?!\[\]\n]{1,40}?) *(?P<colon>):?\]?\*\*:?$"
)
_BRACKETS = on_demand(r"\([^()]*\)$")
_FEWEST_AGAIN = 2
_BOLD_SIGN = "**"
_OFFICES = read_words("offices")
# “> (直播:…)” is a note, “![](…)” a picture.
_QUOTED = on_demand(r"^>|^!\[")


def _accepted(page: Page) -> dict[int, re.Match[str]]:
    """Line number → heading of every line that opens a turn."""
    if bold := _bold(page):
        return bold
    found = {number: match for number, line in enumerate(page.lines) if (match := _HEADING.match(line.words))}
    with_colon = {number: match for number, match in found.items() if match["colon"]}
    if with_colon:
        # One level of headings with colons carries the labels; others divide the record.
        level = Counter(match["level"] for match in with_colon.values()).most_common(1)[0][0]
        return {number: match for number, match in with_colon.items() if match["level"] == level}
    accepted = accept_labels([Candidate(match["label"]) for match in found.values()])
    return {number: match for number, match in found.items() if match["label"] in accepted}


def _bold(page: Page) -> dict[int, re.Match[str]]:
    """Line number → bold line that names who speaks; empty where not two of them do so again."""
    found = {number: match for number, line in enumerate(page.lines) if (match := _BOLD.match(line.words))}
    names = {number: _BRACKETS.sub("", match["label"]).strip() for number, match in found.items()}
    counts = Counter(names.values())
    again = {name for name, count in counts.items() if count > 1 and _is_somebody(name)}
    if len(again) < _FEWEST_AGAIN:
        return {}
    return {number: match for number, match in found.items() if names[number] in again or _is_somebody(names[number])}


def _is_somebody(name: str) -> bool:
    """Whether a name is one of a person, a role or a medium."""
    # “**宁川日报记者**”
    asks = labels.role_of_label(name) is Role.REPORTER
    return looks_like_name(name) or labels.role_of_line(name) is not None or labels.is_outlet(name) or asks


def score(page: Page, name: str) -> float:
    """How many turns the layout explains."""
    return 1.3 * len(_accepted(page))


def member(page: Page, name: str) -> str:
    """The layout itself: this grammar reads only one."""
    return name


def cut(page: Page, name: str) -> Iterator[Part]:
    """The parts of the record, gaps left to tile(); a heading that repeats the name above goes on with its turn."""
    accepted = _accepted(page)
    tail = tail_start(page, max(accepted, default=-2) + 1)
    opened = ""
    for number, line in enumerate(page.lines):
        if number in accepted:
            match = accepted[number]
            yield _label(page, line, match, goes_on=match["label"] == opened)
            opened = match["label"]
        elif _HEADING.match(line.words) or not opened:
            opened = opened if not _HEADING.match(line.words) else ""
            quoted = _QUOTED.match(line.words) or notes.is_note(line.words)
            yield Part(PartKind.NOTE if quoted else PartKind.HEADING, line.span)
        elif number >= tail or _QUOTED.match(line.words) or is_note(page, number):
            yield Part(PartKind.NOTE, line.span)
        else:
            yield Part(PartKind.SPEECH, line.span)


def _label(page: Page, line: Line, match: re.Match[str], *, goes_on: bool) -> Part:
    start = line.span.start
    name = Span(*match.span("label")).shift(start).of(page.text)
    role = labels.role_of_label(match["label"])
    bracketed = _BRACKETS.search(match["label"]) if match["level"] == _BOLD_SIGN else None
    if bracketed is None:
        return Part(PartKind.LABEL, line.span, Label(name, role, goes_on=goes_on))
    said, inside = name[bracketed.start() + 1 : -1], bracketed[0][1:-1]
    bare = name[: bracketed.start()].strip()
    if inside.endswith(_OFFICES):
        return Part(PartKind.LABEL, line.span, Label(bare, role, said, goes_on=goes_on))
    if looks_like_name(inside):
        # “Vivian Kwok(郭慧恩)”
        return Part(PartKind.LABEL, line.span, Label(name, role, goes_on=goes_on))
    # “周瑾(海润证券)”: of another house.
    return Part(PartKind.LABEL, line.span, Label(bare, Role.REPORTER, organization=said, goes_on=goes_on))
