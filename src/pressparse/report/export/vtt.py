"""Subtitles with the turns' speakers in them: WebVTT (W3C, https://www.w3.org/TR/webvtt1/)."""

from bisect import bisect_right

from pressparse.errors import OptionError
from pressparse.report.export.document import Block, Document
from pressparse.span import Span
from pressparse.transcript.dialect import PartKind
from pressparse.transcript.source.record import Cue
from pressparse.transcript.turn import Role

_ESCAPES = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;", "\0": "\ufffd"})


def vtt_bytes(document: Document) -> bytes:
    """The cues of a subtitle at their times, each line of speech with its speaker as voice and the role as class.

    Raises OptionError for a record that has no times.
    """
    source = document.briefing.source
    if not source.cues:
        raise OptionError(
            "has no times, so it makes no subtitles; give an .srt or .vtt file, or write .tei.xml", path=source.name
        )
    starts = [block.span.start for block in document.blocks]
    cues = []
    for cue in source.cues:
        # The block that is under way when the cue starts, and those that start within it.
        first = max(bisect_right(starts, cue.span.start) - 1, 0)
        last = bisect_right(starts, cue.span.end - 1)
        said = [text for block in document.blocks[first:last] if (text := _said(document, block, cue))]
        if said:
            cues.append("\n".join((f"{_clock(cue.start_ms)} --> {_clock(cue.end_ms)}", *said, "")))
    # An arrow would make the title the times of a cue.
    title = f" - {document.title}".replace("-->", "->") if source.title else ""
    return "\n".join((f"WEBVTT{title}\n", *cues)).encode()


def _said(document: Document, block: Block, cue: Cue) -> str:
    """What a block says during a cue, in the voice of its speaker; "" when it says nothing then."""
    start, end = max(block.span.start, cue.span.start), min(block.span.end, cue.span.end)
    lines = document.lines(block._replace(span=Span(start, max(start, end))))
    # A blank line would end the cue.
    said = "\n".join(lines).translate(_ESCAPES)
    if block.kind is not PartKind.SPEECH or not said:
        return said
    turn = document.voices[block.voice - 1].turn
    name = " ".join(turn.speaker.split()).translate(_ESCAPES)
    role = "" if turn.role is Role.UNKNOWN else f".{turn.role.value}"
    return f"<v{role} {name}>{said}</v>" if name else said


def _clock(milliseconds: int) -> str:
    """A time as WebVTT writes it: 01:02:03.004.

    >>> _clock(3_723_004)
    '01:02:03.004'
    """
    seconds, rest = divmod(milliseconds, 1000)
    minutes, seconds = divmod(seconds, 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours:02}:{minutes:02}:{seconds:02}.{rest:03}"
