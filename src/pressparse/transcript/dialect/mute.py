"""Mute turns: labels below which a record has only what looks like a note, which is then what was said."""

from pressparse.transcript.dialect import note as notes
from pressparse.transcript.dialect.margin import is_marked_head, is_navigation
from pressparse.transcript.dialect.page import BREAKS, Part, PartKind


def with_mute_turns(words: str, parts: tuple[Part, ...]) -> tuple[Part, ...]:
    """`parts` where the first note below a label that nothing else follows is speech: “叶青:”, then “10:05”."""
    spoken = list(parts)
    note = -1
    mute = False
    for at, part in enumerate(parts):
        if part.kind in BREAKS:
            if mute and note >= 0:
                spoken[note] = Part(PartKind.SPEECH, parts[note].span)
            mute, note = part.kind is PartKind.LABEL, -1
        elif part.kind in (PartKind.SPEECH, PartKind.HEADING):
            mute = False
        elif part.kind is PartKind.NOTE and note < 0 and _may_be_said(part.span.of(words)):
            note = at
    if mute and note >= 0:
        spoken[note] = Part(PartKind.SPEECH, parts[note].span)
    return tuple(spoken)


def _may_be_said(words: str) -> bool:
    """Whether somebody can have said a note: no line drawn, picture, caption, end mark or link of a page."""
    drawn = notes.is_rule(words) or notes.is_border(words) or notes.is_scrap(words)
    marked = is_marked_head(words) or is_navigation(words) or notes.is_caption(words)
    # “(播放短片)”, “[图片]”, but “(笑)”
    shown = words[:1] in _OPENED and len(words) > _LONGEST_SIGH
    return not (drawn or marked or shown or notes.is_end(words) or _LINK in words)


_OPENED = ("(", "[")
_LONGEST_SIGH = 3
_LINK = "://"
