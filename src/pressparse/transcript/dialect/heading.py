"""Markdown records: `### Name：` on a line of its own, speech below."""

import re
from collections import Counter
from collections.abc import Iterator

from pressparse.span import Span
from pressparse.transcript.dialect import label as labels
from pressparse.transcript.dialect.evidence import Candidate, accept_labels
from pressparse.transcript.dialect.page import Label, Line, Page, Part, PartKind

# “### 唐凤:”; “## 唐凤” without a colon counts where headings of its level recur.
_HEADING = re.compile(r"^(?P<level>#{1,6}) *(?P<label>[^#\n]{1,40}?) *(?P<colon>:?) *#*$")
# “> (直播:…)” is a note, “![](…)” a picture.
_QUOTED = re.compile(r"^>|^!\[")


def _accepted(page: Page) -> dict[int, re.Match[str]]:
    """Line number → heading of every line that opens a turn."""
    found = {number: match for number, line in enumerate(page.lines) if (match := _HEADING.match(line.words))}
    with_colon = {number: match for number, match in found.items() if match["colon"]}
    if with_colon:
        # One level of headings with colons carries the labels; others divide the record.
        level = Counter(match["level"] for match in with_colon.values()).most_common(1)[0][0]
        return {number: match for number, match in with_colon.items() if match["level"] == level}
    accepted = accept_labels([Candidate(match["label"]) for match in found.values()])
    return {number: match for number, match in found.items() if match["label"] in accepted}


def score(page: Page, name: str) -> float:
    """How many turns the layout explains."""
    return 1.3 * len(_accepted(page))


def member(page: Page, name: str) -> str:
    """The layout itself: this grammar reads only one."""
    return name


def cut(page: Page, name: str) -> Iterator[Part]:
    """The parts of the record, gaps left to tile(); a heading that repeats the name above goes on with its turn."""
    accepted = _accepted(page)
    opened = ""
    for number, line in enumerate(page.lines):
        if number in accepted:
            match = accepted[number]
            yield _label(page, line, match, goes_on=match["label"] == opened)
            opened = match["label"]
        elif _HEADING.match(line.words) or not opened:
            opened = opened if not _HEADING.match(line.words) else ""
            quoted = _QUOTED.match(line.words) or labels.is_note(line.words)
            yield Part(PartKind.NOTE if quoted else PartKind.HEADING, line.span)
        elif _QUOTED.match(line.words) or labels.is_note(line.words):
            yield Part(PartKind.NOTE, line.span)
        else:
            yield Part(PartKind.SPEECH, line.span)


def _label(page: Page, line: Line, match: re.Match[str], *, goes_on: bool) -> Part:
    start = line.span.start
    name = Span(*match.span("label")).shift(start).of(page.text)
    role = labels.role_of_label(match["label"])
    return Part(PartKind.LABEL, line.span, Label(name, role, goes_on=goes_on))
