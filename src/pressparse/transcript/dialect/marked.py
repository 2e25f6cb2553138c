"""Containers that say themselves who speaks: Akoma Ntoso, TEI, WebVTT, ConvoKit."""

from collections.abc import Iterator

from pressparse.span import Span
from pressparse.text.script import to_analysis
from pressparse.transcript.dialect.choice import CERTAIN
from pressparse.transcript.dialect.label import role_of_label
from pressparse.transcript.dialect.page import Label, Page, Part, PartKind
from pressparse.transcript.turn import Role

_KINDS = {"note": PartKind.NOTE, "heading": PartKind.HEADING, "furniture": PartKind.NOTE}


def score(page: Page, name: str) -> float:
    """How many speeches the container marks: where it marks any, no other layout is asked."""
    return CERTAIN * any(mark.kind == "speech" for mark in page.marks)


def member(page: Page, name: str) -> str:
    """The layout that the container's format is."""
    return page.dialect or name


def cut(page: Page, name: str) -> Iterator[Part]:
    """The parts of the record, gaps left to tile(); a speech of the same voice goes on with its turn."""
    before = ""
    for mark in page.marks:
        if mark.kind in _KINDS:
            yield Part(_KINDS[mark.kind], mark.span)
        elif mark.kind == "speech":
            role = Role(mark.role) if mark.role in set(Role) else role_of_label(to_analysis(mark.label))
            # Akoma Ntoso repeats the speaker for every paragraph, as the Markdown of the same records does.
            goes_on = mark.goes_on or (page.dialect == "akoma-ntoso" and bool(before) and mark.label == before)
            label = Label(mark.label, role, mark.title, mark.organization, goes_on)
            yield Part(PartKind.LABEL, Span(mark.span.start, mark.span.start), label)
            yield Part(PartKind.SPEECH, mark.span)
            before = mark.label
