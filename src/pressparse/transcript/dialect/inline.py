"""Layouts whose marks stand anywhere in a line: `【Name】`, `[Name]:`, `Name（title）：`, `…？Name：`."""

import re
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterator, Sequence

from pressparse.lexicon import one_of, read_words
from pressparse.pattern import find_near, on_demand
from pressparse.span import Span
from pressparse.text.script import READING
from pressparse.transcript.dialect import label as labels
from pressparse.transcript.dialect import note as notes
from pressparse.transcript.dialect.called import is_called
from pressparse.transcript.dialect.evidence import accept_labels, weigh_label
from pressparse.transcript.dialect.greeting import find_greeting, greeting_part
from pressparse.transcript.dialect.header import find_header
from pressparse.transcript.dialect.margin import find_byline, is_navigation, is_note, tail_start
from pressparse.transcript.dialect.name import looks_like_name
from pressparse.transcript.dialect.named_role import is_who
from pressparse.transcript.dialect.opening import Candidate, names_somebody
from pressparse.transcript.dialect.page import Label, Page, Part, PartKind, find_filled_lines
from pressparse.transcript.dialect.stamp import close_turns, find_stamps, stamp_ahead
from pressparse.transcript.dialect.subhead import Opened, find_subheads
from pressparse.transcript.turn import Role

_TITLE_WORDS = (*read_words("offices"), *(word for word in read_words("roles") if not word.isascii()))
_NAME_CHARS = range(2, 5)
_PARTS = tuple(word for word in read_words("roles") if not word.isascii())
# “北港证券(12.30, -0.05, -0.41%)分析师叶青:”
_QUOTED = rf"[^\s:,。.;?!…()“”]{{1,15}}{labels.MARGINS['share_quote']}[^\s:,。.;?!…()“”]{{1,15}}"
_QUOTE = on_demand(labels.MARGINS["share_quote"])
MARKS = {
    # “【周启】:…”, “【陆怀远】首先…”, “【主持人】主持人:…”, “主持人【周启】:…”, “问:【宁川日报】…”
    "lenticular": re.compile(
        rf"(?:(?:(?<=\n)|\A)(?P<part>{one_of(_PARTS)}) ?:? ?)?"
        r"【(?P<label>[^【】\n:。]{1,30})】 ?:? ?(?:(?P=label) ?: ?)?"
    ),
    # “[叶青]:…”, at the start of a line or behind a sentence “[叶青]…” too; a time may stand behind: “[14:05]”
    "bracket": re.compile(
        r"(?P<first>(?:(?<=\n)|(?<=\n )|(?<=\n  )|\A|(?<=[。!?] )|(?<=\] \| ))(?:[•·●] ?)?)?"
        r"(?:\[|(?P<mixed>【))(?P<label>[^\[\]【】\n:。]{1,30})(?(mixed)】|\]) ?(?(first):?|:) ?"
    ),
    # “叶青(宁川市环保局副局长):…” at the start of a line or behind ideographic spaces
    "name-title": re.compile(
        r"(?:(?<=\n)|(?<=  )|\A)(?P<label>[^\s():,。;?!“”]{1,20}) ?\((?P<aside>[^():。\n]{2,60})\) ?: ?"
    ),
    # “记者:何时通车?叶青:明年。”: the answer goes on in the line of the question, or behind a time:
    # “…明年。2018-10-29 15:30叶青:…”.
    "run-on": re.compile(
        r"(?:(?<=\n)|\A|(?P<inside>(?<=[。!?”])|(?<=[^\W\da-zA-Z_]\.)|(?<= )|(?<=[0-9]:[0-5][0-9])"
        rf"|{labels.MARGINS['inside_role']})) {{0,8}}"
        # “…。 01.两代人的约定 记者:”
        rf"(?:{labels.MARGINS['subhead_inside']})?(?:{labels.MARGINS['key_number'].lstrip('^')}|[0-9]{{1,2}}[.、] ?)?"
        rf"(?P<label>(?:《|[^\W\d])(?:[^\s:,。.;?!…()“”]{{0,11}}|{_QUOTED}|[^\s:,。.;?!…()“”]{{12,28}}{labels.MARGINS['asker_end']}))"
        # “叶青(以下简称叶):”
        rf"(?:\((?=[^()]{{0,3}}{labels.MARGINS['shortened']})[^()]{{2,20}}\))?: ?"
    ),
}
# What each layout prints at every label, and how far a label reaches in front of that and behind it.
_SIGNS = {
    "lenticular": (on_demand("【"), range(-40, 80)),
    "bracket": (on_demand(r"[\[【]"), range(-8, 40)),
    "name-title": (on_demand(r"\) ?:"), range(-120, 8)),
    "run-on": (on_demand(":"), range(-200, 4)),
}
_FEWEST_INSIDE = 2


def _accepted(name: str, page: Page) -> list[re.Match[str]]:
    matches = list(find_near(MARKS[name], page.words, *_SIGNS[name]))
    if matches and name != "run-on":
        # “【关闭】 【打印】” between two turns
        offered = {at for line in page.lines if is_navigation(line.words) for at in range(line.start, line.end)}
        matches = [match for match in matches if match.start("label") not in offered]
    if name == "name-title":
        # The parentheses have to hold an office or a medium somewhere, or they are stage notes; in front of them stands
        # a name: “回应(余主席):” is another layout.
        matches = [
            match
            for match in matches
            if match["label"] not in labels.ANSWERS
            and (any(word in match["aside"] for word in _TITLE_WORDS) or labels.outlet_of(match["aside"]))
        ]
        return matches if len(matches) > 1 else []
    if name == "run-on":
        return _run_on(page, matches)
    # A mark around a name says more than a colon behind it: the form alone corroborates.
    # “[江北網(wǎng)]:”
    read = [READING.sub("", match["label"]) for match in matches]
    names = {label for label in read if looks_like_name(label)}
    alone = [Candidate(label, is_list=False) for label in read]
    heading = page.words[: matches[0].start()] if matches else ""
    accepted = accept_labels(alone, heading=heading, words=page.words)
    named = names | _called(alone, page.words) if accepted else frozenset()
    found = [match for match, label in zip(matches, read, strict=True) if label in accepted or label in named]
    fewest = 1 if any(map(_part_of, found)) else _FEWEST_BARE
    return sorted([*found, *_bare(page, fewest)], key=lambda match: match.start()) if found else []


def _part_of(match: re.Match[str]) -> str:
    """The role that stands in front of a name in brackets: “问:【宁川日报】”; "" where none does."""
    return match.groupdict().get("part") or ""


def _bare(page: Page, fewest: int) -> list[re.Match[str]]:
    """The labels of lines that open with a colon alone, time and again: “叶青局长:…” beside “【主持人】…”."""
    matches = [match for match in _BARE.finditer(page.words) if names_somebody(match["label"])]
    accepted = accept_labels([Candidate(match["label"]) for match in matches], words=page.words)
    matches = [match for match in matches if match["label"] in accepted]
    return matches if len(matches) >= fewest else []


_BARE = on_demand(r"(?:(?<=\n)|\A) *(?P<label>[^\W\d][^\s:,。;?!、()“”【】\[\]]{1,19}) ?: ?")
_FEWEST_BARE = 3


def _run_on(page: Page, matches: list[re.Match[str]]) -> list[re.Match[str]]:
    """The labels of a record whose answers stand behind the questions on their lines; none where they do not."""
    legend = find_header(page).legend
    plain = [_QUOTE.sub("", match["label"]) for match in matches]
    accepted = accept_labels([Candidate(label) for label in plain], known=legend, words=page.words)
    found = [match for match, label in zip(matches, plain, strict=True) if label in accepted]
    firm = {match["label"] for match in found if not _is_loose(match)}
    # “开场 叶青:各位好。”, of one who speaks behind a sentence too
    found = [match for match in found if match["label"] in firm]
    inside = sum(match["inside"] is not None and not (_is_loose(match) or _is_timed(match)) for match in found)
    return found if inside >= _FEWEST_INSIDE and inside * 3 >= len(found) else []


def _is_timed(match: re.Match[str]) -> bool:
    """Whether nothing but a clock time stands in front of a label on its line: “10:02 叶青:”."""
    begin = match.start("label")
    line = match.string.rfind("\n", max(begin - _LONGEST_LEAD, 0), begin) + 1
    ahead = match.string[line:begin].lstrip()
    return ahead != "" and begin - line <= _LONGEST_LEAD and stamp_ahead(ahead + match["label"]) == len(ahead)


def _is_loose(match: re.Match[str]) -> bool:
    """Whether a label that stands behind no sentence, nor apart, names no medium: “明年 有记者:质疑过”."""
    begin = match.start() + len(match[0]) - len(match[0].lstrip())
    before = match.string[max(begin - _LONGEST_LEAD, 0) : begin]
    # “圖/叶青分享心得   叶青:”, but “柏  宁:”
    apart = before.endswith("  ") and len(before.rpartition("\n")[2].rstrip()) > _LONGEST_ROLE
    plain = match["inside"] is not None and before.rstrip()[-1:] not in _BEFORE_LABEL and not apart
    return plain and not labels.is_outlet(labels.without_role(match["label"]))


_LONGEST_ROLE = 6
# So many characters tell what a label stands behind.
_LONGEST_LEAD = 60
_BEFORE_LABEL = frozenset("。.!?”:、)0123456789")


def _called(candidates: Sequence[Candidate], words: str) -> frozenset[str]:
    """The labels that recur and are called by an office elsewhere, whatever family name they begin with."""
    counts = Counter(each.label for each in candidates)
    return frozenset(
        label
        for label, count in counts.items()
        if count > 1 and len(label) in _NAME_CHARS and weigh_label(label, count=count) > 0 and is_called(label, words)
    )


def score(page: Page, name: str) -> float:
    """How many turns the layout explains; two different labels make a dialogue."""
    matches = _accepted(name, page)
    labelled = {match["label"] for match in matches}
    # “问:【宁川日报】” is a label whole, where “问:” alone would be one too.
    parts = sum(_part_of(match) != "" for match in matches)
    return 1.1 * len(matches) + 0.5 * parts if len(labelled) > 1 else 0.4 * len(matches)


def member(page: Page, name: str) -> str:
    """The layout itself: this grammar reads only one."""
    return name


def cut(page: Page, name: str) -> Iterator[Part]:
    """The parts of the record, gaps left to tile()."""
    matches = _accepted(name, page)
    at = [line.start for line in page.lines]
    tail = tail_start(page)
    if matches and sum(is_navigation(line.words) for line in page.lines) > 1:
        # “【关闭】 【打印】” below each part of a record ends none of them.
        tail = max(tail, bisect_right(at, matches[-1].start("label")))
    over = page.lines[tail].start if tail < len(page.lines) else len(page.text)
    # “责任编辑:… 【打印】【关闭】”: no label that recurs.
    counts = Counter(match["label"] for match in matches)
    matches = [match for match in matches if match.start() < over or counts[match["label"]] > 1]
    if matches:
        # What a label opens is said, and so is what stands right below one that stands alone.
        last = bisect_right(at, matches[-1].start("label")) - 1
        tail = max(tail, last + 1 + (matches[-1].end() >= page.lines[last].end))
        over = page.lines[tail].start if tail < len(page.lines) else len(page.text)
    byline = find_byline(page, tail - 1) if matches else None
    byline = byline if byline and byline.start >= matches[-1].end() else None
    over = byline.start if byline else over
    yield from _above(page, matches)
    stamps = find_stamps(page)
    closed = bool(stamps) and close_turns(stamps, [match.end() for match in matches], over)
    subheads = find_subheads(page, _opened(page, at, matches))
    heads = [
        line.start
        for number, line in enumerate(page.lines)
        if (notes.is_part_head(line.words) and is_note(page, number))
        or (name != "run-on" and (number in subheads or is_navigation(line.words)))
    ]
    starts = [stamp.start for stamp in stamps]
    ends = [match.start() for match in matches[1:]] + [over]
    bearers = _bearers(page, matches) if name == "run-on" else {}
    quoted = _all_quoted(page, matches)
    for match, stop in zip(matches, ends, strict=False):
        who = bearers.get(match.start())
        begin = who.end if who else match.end()
        # “叶青:「明年。」说完就走。 记者:…”: what is told between two speeches is none of them.
        end = page.words.find(_QUOTE_END, begin, stop) + 1 if quoted else stop
        end = end or stop
        yield _label(page, match) if who is None else _named(page, match, who)
        own = stamps[bisect_left(starts, begin) : bisect_left(starts, end)]
        head = bisect_left(heads, begin)
        shut = heads[head] if head < len(heads) and heads[head] < end and not own else end
        yield from _stamped(page, Span(begin, shut), own, closed=closed)
        if shut < end:
            yield Part(PartKind.HEADING, Span(shut, shut + len(page.words[shut:end].rstrip())))
        if told := page.words[end:stop].strip():
            begin = page.words.index(told, end)
            yield Part(PartKind.NOTE, Span(begin, begin + len(told)))
    if byline:
        yield Part(PartKind.NOTE, byline)
    for line in page.lines[tail:]:
        if matches and line.start >= matches[-1].end():
            yield Part(PartKind.NOTE, line.span)


def _above(page: Page, matches: Sequence[re.Match[str]]) -> Iterator[Part]:
    """What stands above the first label: notes, headings, and what somebody says whom no label names."""
    first = matches[0].start() if matches else len(page.text)
    above = [line for line in page.lines if line.start < first]
    greeting = find_greeting(page, len(above), [READING.sub("", match["label"]) for match in matches])
    for number, line in enumerate(above):
        if greeting is not None and number == greeting[0]:
            yield greeting_part(page, *greeting)
        kind = PartKind.NOTE if notes.is_note(line.words) else PartKind.HEADING
        if greeting is None or number < greeting[0] or kind is PartKind.NOTE:
            yield Part(kind, Span(line.start, min(line.end, first)))


def _opened(page: Page, at: Sequence[int], matches: Sequence[re.Match[str]]) -> dict[int, Opened]:
    """Line → what it opens, the last label on it; `at` is where the lines start."""
    found: dict[int, Opened] = {}
    for match in matches:
        number = bisect_right(at, match.start("label")) - 1
        found[number] = Opened(labels.role_of_label(match["label"]), match.end() >= page.lines[number].end)
    return found


def _all_quoted(page: Page, matches: Sequence[re.Match[str]]) -> bool:
    """Whether a story is told between the speeches, all of which are printed as quotations."""
    quoted = sum(page.words.startswith(_QUOTE_START, match.end()) for match in matches)
    return quoted > 1 and quoted == len(matches)


_QUOTE_START, _QUOTE_END = "“", "”"


def _bearers(page: Page, matches: Sequence[re.Match[str]]) -> dict[int, Span]:
    """Where the bearer of a role stands behind its label, by where that starts: “主持人:市府副主任叶青 各位好”.

    Empty where none of them is named so twice.
    """
    found: dict[int, Span] = {}
    for match in matches:
        if labels.role_of_line(match["label"]) is not None and (who := _BEARER.match(page.words, match.end())):
            named = is_who(who[1])
            found |= {match.start(): Span(*who.span(1))} if named else {}
    counts = Counter(who.of(page.words) for who in found.values())
    return found if max(counts.values(), default=0) > 1 else {}


_BEARER = on_demand(r"([^\s,。:;!?“”()]{3,40}) ")


def _named(page: Page, match: re.Match[str], who: Span) -> Part:
    role = labels.role_of_word(match["label"])
    role = labels.role_of_label(who.of(page.words)) if role is Role.UNKNOWN else role
    return Part(PartKind.LABEL, Span(match.start(), who.end), Label(who.of(page.text), role))


def _label(page: Page, match: re.Match[str]) -> Part:
    aside = Span(*match.span("aside")).of(page.text) if "aside" in match.re.groupindex else ""
    words = READING.sub("", match["label"]) if not aside else Span(*match.span("aside")).of(page.words)
    start, end = match.span("label")
    name = READING.sub("", page.text[start:end]).strip()
    if not aside and (quote := _QUOTE.search(page.words, start, end)):
        words = _QUOTE.sub("", match["label"])
        name = page.text[start : quote.start()] + page.text[quote.end() : end]
    role, part = labels.role_of_label(words), _part_of(match)
    role = labels.role_of_word(part) if part and (role is Role.UNKNOWN or part in labels.HOSTS) else role
    return Part(PartKind.LABEL, Span(*match.span()), Label(name, role, aside))


def _stamped(page: Page, turn: Span, stamps: Sequence[Span], *, closed: bool) -> Iterator[Part]:
    """The speech of a turn and the times that its lines end in; `closed`: such a time is the end of it."""
    at = turn.start
    for stamp in stamps:
        yield from _speech(page, at, stamp.start)
        yield Part(PartKind.NOTE, stamp)
        at = stamp.end
    if stamps and closed:
        for start, words in find_filled_lines(page.words[at : turn.end]):
            yield Part(PartKind.NOTE, Span(at + start, at + start + len(words)))
    else:
        yield from _speech(page, at, turn.end)


def _speech(page: Page, start: int, end: int) -> Iterator[Part]:
    """The speech between two marks, without white space around it; captions and stage notes at its end are notes."""
    said = page.words[start:end]
    pictured = _PICTURED in said or any(sign in said for sign in notes.POINTERS)
    for at, words in find_filled_lines(said) if pictured else ():
        if notes.is_caption(words):
            yield from _said(page, start, start + at)
            yield Part(PartKind.NOTE, Span(start + at, start + at + len(words)))
            yield from _speech(page, start + at + len(words), end)
            return
    yield from _said(page, start, end)


_PICTURED = labels.MARGINS["pictured"]


def _said(page: Page, start: int, end: int) -> Iterator[Part]:
    said = page.text[start:end]
    start += len(said) - len(said.lstrip())
    end -= len(said) - len(said.rstrip())
    if start < end:
        yield Part(PartKind.SPEECH, Span(start, end))
