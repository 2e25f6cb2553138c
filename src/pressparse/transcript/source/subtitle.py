"""SubRip and WebVTT: what is said in the cues, who says it, and when."""

import re
from dataclasses import dataclass, replace
from functools import cache

from pressparse.lexicon import read_rows, read_words
from pressparse.pattern import on_demand
from pressparse.span import Span
from pressparse.transcript.source.container import Content, clean_title, refuse_empty
from pressparse.transcript.source.draft import scalar
from pressparse.transcript.source.record import Cue, Mark

# “00:01:05,120 --> 00:01:09,000 X1:40”; WebVTT may leave out the hours, SubRip files of some tools use a point.
_CLOCK = r"(?:(?:[0-9]{1,4}):)?[0-5]?[0-9]:[0-5]?[0-9][.,][0-9]{1,3}"
_TIMING = on_demand(rf"[ \t]*({_CLOCK})[ \t]*-->[ \t]*({_CLOCK})(?:[ \t].*)?\Z")
_SNIFF_SRT = on_demand(rf"\s*(?:[0-9]{{1,9}}[ \t]*\r?\n)?[ \t]*{_CLOCK}[ \t]*-->")
_SNIFF_VTT = on_demand(r"WEBVTT(?:[ \t\r\n]|\Z)")
_VOICE = on_demand(r"<v(?:\.[^\s>]{0,200})?(?:[ \t]([^>\n]{0,200}))?>")
_TAG = on_demand(r"</?(?:[a-z][^<>\n]{0,300}|[0-9:.]{5,20})?>", re.IGNORECASE)
_ASS = on_demand(r"\{\\[^{}\n]{0,300}\}")
# “- ” in front of each of two speakers in one cue, “>> ” where the speaker changes.
_CHANGE = on_demand(r"\s*(?:[-–—]\s+|>>+\s*)")
# “贺文澜: …”, “路透社记者：…”, “John Smith: …”
_LABEL = on_demand(
    r"\s*(?:[-–—]\s*|>>+\s*)?(?P<name>[^\s:：∶,，.。?？!！;；“”\"<>/0-9]{1,20}"
    r"(?:[ ·・][^\s:：∶,，.。?？!！;；“”\"<>/]{1,20}){0,4})\s?[:：∶]\s*(?=\S)"
)
_NOTE = on_demand(r"[（(\[【♪][^（(\[【）)\]】]{0,200}[）)\]】♪]")
_HAN = on_demand(r"[\u3400-\u9fff]")
_CAPITALS = on_demand(r"[A-Z][\w.'-]*(?: [A-Z][\w.'-]*){0,4}\Z")
_NAME_CHARS = range(2, 5)


@dataclass(frozen=True, slots=True)
class Caption:
    """A cue as it stands in the file: payload lines without styling, and where in them a voice tag stands."""

    start_ms: int
    end_ms: int
    payload: str
    voices: tuple[tuple[int, str], ...] = ()


def is_web_vtt(text: str) -> bool:
    """Whether a text opens like a WebVTT file."""
    return _SNIFF_VTT.match(text) is not None


def is_sub_rip(text: str) -> bool:
    """Whether a text opens like a SubRip file."""
    return _SNIFF_SRT.match(text[:400]) is not None


def read_subtitle(text: str, *, name: str = "") -> Content:
    """What the cues of a subtitle file say, a line for each of their lines; marks tell who, cues when.

    A voice is named by `<v Name>` or by `Name: ` in front of a cue, where names recur or look like names; a name is no
    part of the text. A cue without a name goes on with the voice before. Raises ReadError for a file without a word.
    """
    web = is_web_vtt(text)
    captions = find_captions(text, web=web)
    writer = Writer(_names(captions))
    for caption in captions:
        writer.add(caption)
    content = writer.finish()
    content.title = _title(text) if web else ""
    return refuse_empty(content, name=name, what="a subtitle file", hint="check that its cues hold text")


def _title(text: str) -> str:
    """What stands behind WEBVTT on the first line."""
    return clean_title(scalar(text[:1000]).split("\n", 1)[0].removeprefix("WEBVTT").strip(" \t\r-–—:"))


def find_captions(text: str, *, web: bool) -> tuple[Caption, ...]:
    """The cues of a file with text in them; indexes, identifiers, NOTE and STYLE blocks are left out."""
    lines = scalar(text).replace("\r\n", "\n").replace("\r", "\n").split("\n")
    timings = [(number, match) for number, line in enumerate(lines) if "-->" in line and (match := _TIMING.match(line))]
    captions = []
    for index, (number, timing) in enumerate(timings):
        until = timings[index + 1][0] if index + 1 < len(timings) else len(lines)
        payload = _payload(lines, number + 1, until, web=web, last=index + 1 == len(timings))
        if payload:
            captions.append(_caption(payload, _milliseconds(timing[1]), _milliseconds(timing[2]), web=web))
    return tuple(caption for caption in captions if caption.payload.strip())


def _payload(lines: list[str], start: int, until: int, *, web: bool, last: bool) -> str:
    """The lines of a cue: in WebVTT up to a blank line; SubRip files have blank lines inside, and an index behind."""
    said = lines[start:until]
    if web:
        blank = next((number for number, line in enumerate(said) if not line.strip()), len(said))
        # A cue may lack the blank line behind it; its identifier or index then stands in front of the next timing.
        return "\n".join(said[:blank])
    if not last and said and said[-1].strip().isdecimal():
        said = said[:-1]
    return "\n".join(line for line in said if line.strip())


def _caption(payload: str, start_ms: int, end_ms: int, *, web: bool) -> Caption:
    voices: list[tuple[int, str]] = []
    pieces: list[str] = []
    length = at = 0
    for tag in (*_VOICE.finditer(payload), None):
        piece = _plain(payload[at : tag.start() if tag else len(payload)], web=web)
        pieces.append(piece)
        length += len(piece)
        if tag:
            voices.append((length, _plain(tag[1] or "", web=web).strip()))
            at = tag.end()
    return Caption(start_ms, end_ms, "".join(pieces), tuple(voices))


def _plain(text: str, *, web: bool) -> str:
    """`text` without styling; entities of WebVTT decoded."""
    text = _ASS.sub("", _TAG.sub("", text))
    if web and "&" in text:
        import html

        text = html.unescape(text)
    return text.replace("\xa0", " ").replace("\u200e", "").replace("\u200f", "").replace("\0", "")


def _milliseconds(clock: str) -> int:
    whole, _, fraction = clock.replace(",", ".").partition(".")
    seconds = 0
    for part in whole.split(":"):
        seconds = seconds * 60 + int(part)
    return seconds * 1000 + int(fraction.ljust(3, "0"))


def _names(captions: tuple[Caption, ...]) -> frozenset[str]:
    """What stands in front of a colon at the start of cues and names a voice: it recurs, or looks like a name."""
    counts: dict[str, int] = {}
    for caption in captions:
        if not caption.voices:
            for line in caption.payload.split("\n"):
                if label := _LABEL.match(line):
                    counts[label["name"]] = counts.get(label["name"], 0) + 1
    said_to_be = [name for name, count in counts.items() if not _is_key(name) and (count > 1 or _is_name(name))]
    return frozenset(said_to_be)


@cache
def _words() -> tuple[frozenset[str], tuple[str, ...], frozenset[str], frozenset[str]]:
    """Keys that are no names, ends of lead-ins, words that roles end with, surnames."""
    stops = {row["word"]: row["kind"] for row in read_rows("label_stops")}
    whole = frozenset(read_words("header_keys")) | frozenset(stops)
    ends = tuple(word for word, kind in stops.items() if kind == "end")
    return whole, ends, frozenset(read_words("roles")), frozenset(read_words("surnames"))


def _is_key(name: str) -> bool:
    from pressparse.text.script import to_analysis

    words = to_analysis(name)
    whole, ends, roles, _ = _words()
    return words not in roles and (words in whole or words.endswith(ends))


def _is_name(name: str) -> bool:
    from pressparse.text.script import to_analysis

    words = to_analysis(name)
    _, _, roles, surnames = _words()
    if any(words.endswith(role) for role in roles if _HAN.search(role)) or words in roles:
        return True
    if _HAN.search(words):
        return len(words) in _NAME_CHARS and (words[0] in surnames or words[:2] in surnames)
    return _CAPITALS.match(words) is not None


class Writer:
    """Puts the cues together, one voice at a time."""

    def __init__(self, names: frozenset[str]) -> None:
        self._names = names
        self._pieces: list[str] = []
        self._length = 0
        self._label = ""
        self._spoke: str | None = None
        self._marks: list[Mark] = []
        self._cues: list[Cue] = []

    def add(self, caption: Caption) -> None:
        """Add what a cue says."""
        start = 0
        if _NOTE.fullmatch(caption.payload.strip()):
            start = self._line(caption.payload, "note")
        else:
            first = -1
            at = 0
            label: str | None = None
            for until, name in (*caption.voices, (len(caption.payload), None)):
                placed = self._stretch(caption.payload[at:until], label)
                first = placed if first < 0 else first
                at, label = until, name
            start = first
        if start >= 0:
            self._cues.append(Cue(caption.start_ms, caption.end_ms, Span(start, self._length)))

    def finish(self) -> Content:
        """The whole text with its marks and cues; without marks where nobody is named."""
        named = any(mark.label for mark in self._marks)
        marks = tuple(mark for mark in self._marks if named or mark.kind == "note")
        return Content("".join(self._pieces), marks=marks, dialect="subtitle", cues=tuple(self._cues))

    def _stretch(self, payload: str, label: str | None) -> int:
        """Write the lines of one voice tag; where the first of them starts, -1 where there is none."""
        if label is not None:
            self._label = label
        first = -1
        for line in payload.split("\n"):
            said = line
            if label is None and (found := _LABEL.match(line)) and found["name"] in self._names:
                self._label = found["name"]
                said = line[found.end() :]
            elif self._names and (change := _CHANGE.match(line)):
                said = line[change.end() :]
            if said.strip():
                placed = self._line(said, "speech")
                first = placed if first < 0 else first
        return first

    def _line(self, said: str, kind: str) -> int:
        said = said.strip()
        if self._length:
            self._pieces.append("\n")
            self._length += 1
        start = self._length
        self._pieces.append(said)
        self._length += len(said)
        before = self._marks[-1] if self._marks else None
        label = self._label if kind == "speech" else ""
        if before and kind == "speech" and (before.kind, before.label) == (kind, label):
            self._marks[-1] = replace(before, span=Span(before.span.start, self._length))
        else:
            goes_on = kind == "speech" and self._spoke == label
            self._marks.append(Mark(Span(start, self._length), kind, label, goes_on=goes_on))
        self._spoke = label if kind == "speech" else self._spoke
        return start
