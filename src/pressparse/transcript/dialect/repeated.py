"""Repeated labels: a name alone on its line above each paragraph of one speech, which goes on."""

from collections.abc import Collection, Mapping
from itertools import pairwise

from pressparse.transcript.dialect.opening import Opening
from pressparse.transcript.dialect.page import Label, Part
from pressparse.transcript.dialect.subhead import Opened
from pressparse.transcript.turn import Role


def find_repeated(
    accepted: Mapping[int, Opening], opened: Mapping[int, Opened], subheads: Collection[int]
) -> frozenset[int]:
    """The lines on which a name stands alone, as it did above the paragraph before: only the label is repeated.

    “记者:” and “记者:” are two who ask; below a heading somebody speaks anew.
    """
    found = {
        two
        for one, two in pairwise(sorted(accepted))
        if accepted[one].label == accepted[two].label
        and opened[one].bare
        and opened[two].bare
        and opened[two].role is Role.UNKNOWN
        and not any(one < head < two for head in subheads)
    }
    return frozenset(found)


def going_on(part: Part) -> Part:
    """A part, whose label, if it has one, goes on with the turn before."""
    if part.label is None:
        return part
    own = part.label
    return Part(part.kind, part.span, Label(own.name, own.role, own.aside, own.organization, goes_on=True))
