"""The colon family: paragraphs that open with `Name：`, with or without headers, legends, rosters, numbers, bold."""

import re
from collections.abc import Iterator
from functools import cache

from pressparse.lexicon import one_of, read_tree, read_words
from pressparse.pattern import on_demand
from pressparse.span import Span
from pressparse.text.script import to_analysis
from pressparse.transcript.dialect import label as labels
from pressparse.transcript.dialect import note as notes
from pressparse.transcript.dialect.agenda import find_agenda
from pressparse.transcript.dialect.asker import find_asker_behind
from pressparse.transcript.dialect.asking import (
    find_all_askers,
    find_counted_askers,
    find_headed,
    find_marked,
    find_quoted,
    find_translated,
    with_questions,
)
from pressparse.transcript.dialect.described import is_described
from pressparse.transcript.dialect.evidence import accept_labels, accept_names
from pressparse.transcript.dialect.furniture import find_furniture
from pressparse.transcript.dialect.greeting import with_greeting
from pressparse.transcript.dialect.header import Header, find_header, without_short_form
from pressparse.transcript.dialect.inside import PARTS, find_inside, labelled_inside, printed_name
from pressparse.transcript.dialect.lookalike import find_printed_again, find_topics, is_headline, without_lookalikes
from pressparse.transcript.dialect.margin import (
    find_byline,
    find_site_credits,
    is_unsaid,
    last_again,
    last_said,
    tail_start,
)
from pressparse.transcript.dialect.name import is_plain_word, looks_like_name, surname_chars
from pressparse.transcript.dialect.named_role import with_named_roles
from pressparse.transcript.dialect.opening import (
    ADDRESS_STARTS,
    Candidate,
    Opening,
    names_somebody,
    read_opening,
    with_letter,
)
from pressparse.transcript.dialect.page import Label, Line, Page, Part, PartKind
from pressparse.transcript.dialect.plain_question import with_plain_questions
from pressparse.transcript.dialect.quoted_answer import with_quoted_answers
from pressparse.transcript.dialect.repeated import find_repeated, going_on
from pressparse.transcript.dialect.scene import find_narrated, with_scene
from pressparse.transcript.dialect.spaced import find_handles, with_asker, with_spaced
from pressparse.transcript.dialect.stamp import LEAST, clocked, find_stamps, stamp_ahead
from pressparse.transcript.dialect.subhead import find_counted, find_pictured, find_subheads, opened_by
from pressparse.transcript.dialect.told import find_answer_inside, with_told
from pressparse.transcript.dialect.unlabelled import with_alternating, with_set_off, with_unlabelled
from pressparse.transcript.dialect.unmarked import (
    with_bare,
    with_bold,
    with_bracketed,
    with_counted,
    with_lettered,
    with_points,
)
from pressparse.transcript.roster import find_name_end
from pressparse.transcript.turn import Role

# “一是”, “1.”, “第一,”, “(一)”: a list follows.
_COUNTS = labels.MARGINS["han_counts"]
_LIST = on_demand(rf"^(?:\(?[0-9{_COUNTS}]{{1,3}}[、.)](?![0-9])|\u7b2c?[{_COUNTS}][\u662f,、]|[-•·●])")
# “**您当时不怕失败吗?**”: a question that prints no name goes on with the asker before.
_BOLD_QUESTION = on_demand(r"^\*\*[^*]{4,}\?[^*]{0,40}\*\*$")
_COLON = ":"
_SENTENCE_ENDS = ("。", "?", "!", "…")
# “(11时41分)” right behind a label is a time in the margin; “(笑)” there is a note like any within a speech.
_ASIDE = on_demand(labels.MARGINS["clock_aside"])
_CALLED = on_demand(rf"(?:{one_of(read_words('honorifics'))})?[。.!]?$")
# A label and how its bearer is addressed.
_LONGEST_CALL = 60
_SPOKEN_IN = on_demand(labels.MARGINS["spoken_in"])


def score(page: Page, name: str) -> float:
    """How many turns the layout explains; two different labels make a dialogue."""
    openings, _, _ = _accepted(page)
    names = {opening.label for opening in openings.values()}
    inside = find_inside(openings.values())
    answered = sum(inside.search(page.lines[number].words) is not None for number in openings) if inside else 0
    answered += sum(
        find_answer_inside(page, page.lines[number], opening.length) is not None
        for number, opening in openings.items()
        if labels.role_of_label(opening.label) is Role.REPORTER
    )
    # A line that opens with one label and holds another is surer than two labels that only stand in a text.
    return len(openings) + _PAIRED * answered if len(names) > 1 or answered else 0.4 * len(openings)


_PAIRED = 1.5


@cache
def _signs() -> tuple[tuple[str, int, tuple[re.Pattern[str], ...]], ...]:
    return tuple(
        (entry["id"], entry["least"], tuple(re.compile(sign) for sign in entry["signs"]))
        for entry in read_tree("dialects")["dialect"]
        if "signs" in entry
    )


def member(page: Page, name: str) -> str:
    """Which layout of the family a page is in: the first whose signs are seen, else label-colon."""
    for layout, least, signs in _signs():
        seen = 0
        for line in page.lines:
            seen += any(sign.search(line.words) for sign in signs)
            if seen >= least:
                return layout
    return "label-colon"


def _accepted(page: Page) -> tuple[dict[int, Opening], Header, set[int]]:
    """Line number → opening of every line that opens a turn, the header above, and the lines that are topics."""
    header = find_header(page)
    openings: dict[int, Opening] = {}
    titles = find_printed_again(page) | find_pictured(page)
    for number, line in enumerate(page.lines):
        opening = read_opening(line.words) if number not in header.lines and number not in titles else None
        if opening and not is_headline(page, number, opening):
            openings[number] = opening
    openings = with_spaced(page, openings)
    asking = find_headed(page, openings)
    openings = {n: each for n, each in openings.items() if each.label in asking or page.lines[n].words[:1] != "#"}
    if not {opening.letter for opening in openings.values()} >= {"Q", "A"}:
        # “A方案:” where nobody asks.
        openings = {number: with_letter(opening) for number, opening in openings.items()}
    first = next((number for number in openings if number), 0)
    topics = find_topics(page, openings)
    openings = without_lookalikes(page, {n: each for n, each in openings.items() if n not in topics})
    by_line = {
        number: Candidate(
            opening.label,
            _leads_list(page, number, opening),
            without_short_form(opening.aside),
            _is_vouched(page, number, opening),
            _ends_asking(page, number, opening, openings),
        )
        for number, opening in openings.items()
    }
    candidates = list(by_line.values())
    known = {*header.legend, *(to_analysis(name) for name in header.short_for)}
    announced = "".join(words for _, words in header.announced)
    accepted: frozenset[str] = frozenset()
    above = -1
    while above < first:
        # What opens with “撰文:” is no turn: the heading may reach further than the first that looks like one.
        above = first
        heading = "\n".join(_said_above(page, openings, max(first, 1))) + announced
        accepted = accept_labels(candidates, known=known, heading=heading, words=page.words)
        first = next((number for number, each in openings.items() if each.label in accepted), first)
    said = {number for number in openings if page.lines[number].words.endswith(_SENTENCE_ENDS)}
    accepted = accept_names(by_line, accepted, said)
    timed = clocked([line.words for line in page.lines])
    accepted |= frozenset(openings[number].label for number in timed if number in openings)
    accepted |= asking | find_marked(openings.values()) | find_quoted(openings.values())
    accepted |= find_counted_askers(page, openings, accepted) | find_translated(page, openings)
    found = {number: opening for number, opening in openings.items() if opening.label in accepted}
    for add in _ADDING:
        found = add(page, found)
    found = _with_name_above(page, found)
    for add in _ADDING_UNLABELLED:
        found = add(page, found)
    return found, header, topics


def _ends_asking(page: Page, number: int, opening: Opening, openings: dict[int, Opening]) -> bool:
    """Whether a line ends in a question mark, or all that somebody says does whom a record cannot name."""
    last = number
    while is_described(opening.label) and last + 1 < len(page.lines) and last + 1 not in openings:
        last += 1
    return any(page.lines[at].words.endswith("?") for at in (number, last))


def _is_vouched(page: Page, number: int, opening: Opening) -> bool:
    """Whether a greeting follows a label, a line is drawn or it is called above it or a Q or A stands ahead of it."""
    greets = page.lines[number].words.startswith(ADDRESS_STARTS, opening.length)
    # “A王局长:”, but “A方案:”
    lettered = opening.letter != "" and names_somebody(opening.label)
    # “…中金公司的王晓。”, then “王晓:”
    called = number > 0 and _CALLED.sub("", page.lines[number - 1].words[-_LONGEST_CALL:]).endswith(opening.label)
    called = called and len(opening.label) > 1 and looks_like_name(opening.label)
    called = called or (number > 0 and _is_asked(page.lines[number - 1].words, opening.label))
    return greets or lettered or called or (number > 0 and notes.is_rule(page.lines[number - 1].words))


def _is_asked(above: str, label: str) -> bool:
    """Whether the line above a name asks somebody of its family: “宗老师,您写了什么?”, then “宗白露:”."""
    family = label[: surname_chars(label)]
    asked = above.endswith("?") and family != "" and re.search(f"{family}{_ADDRESS}", above) is not None
    # “方老师,…?”, then “方法:…”
    return asked and (len(label) == len(family) or (looks_like_name(label) and not is_plain_word(label)))


_ADDRESS = one_of((*read_words("honorifics"), *read_words("offices")))


# What adds turns that have no label with a colon, in this order.
_ADDING = (
    with_lettered, with_questions, with_counted, with_bare, with_bracketed, with_points, with_bold, with_named_roles,
    with_scene,
)  # fmt: skip
# What adds turns that have no label at all, behind those that a record tells.
_ADDING_UNLABELLED = (
    with_told, with_unlabelled, with_alternating, with_set_off, with_quoted_answers, with_plain_questions,
    with_greeting,
)  # fmt: skip


def _with_name_above(page: Page, found: dict[int, Opening]) -> dict[int, Opening]:
    """`found` where a name stands alone above the “A1:” of what is said under it: one label on two lines."""
    named: dict[int, Opening] = {}
    for number, opening in found.items():
        line, above = page.lines[number], page.lines[number - 1] if number else None
        alone = read_opening(above.words) if above and labels.role_of_line(opening.label) is Role.GUEST else None
        if above and alone and alone.length == len(above.words) and looks_like_name(alone.label):
            length = line.start - above.start + opening.length
            named[number - 1] = Opening(alone.label, length, alone.lead, letter=_ANSWER)
        else:
            named.setdefault(number, opening)
    return named


_QUESTION, _ANSWER = "Q", "A"


def _said_above(page: Page, openings: dict[int, Opening], first: int) -> Iterator[str]:
    """What the lines above the first turn say, without what they open with: that would vouch for itself."""
    for number, line in enumerate(page.lines[:first]):
        yield line.words[openings[number].length :] if number in openings else line.words


def _leads_list(page: Page, number: int, opening: Opening) -> bool:
    """Whether nothing stands behind a label on its line and the next line is an item of a list."""
    if len(page.lines[number].words.rstrip("*")) > opening.length:
        return False
    return number + 1 >= len(page.lines) or _LIST.match(page.lines[number + 1].words) is not None


def _apart(page: Page, accepted: dict[int, Opening]) -> dict[int, Opening]:
    """Without labels on which the label of the line above runs on: “叶青:”, “A:”."""
    done, apart = 0, {}
    for number, opening in sorted(accepted.items()):
        start = page.lines[number].span.start
        if start >= done:
            apart[number], done = opening, start + opening.length
    return apart


def cut(page: Page, name: str) -> Iterator[Part]:
    """The parts of the record; what is no label, note or header is speech, which tile() puts into the gaps."""
    accepted, header, topics = _accepted(page)
    accepted = _apart(page, accepted)
    bold = name == "numbered-bold"
    opened = False
    end = tail_start(page, last_said(page, accepted), last_again(accepted))
    opened_at = {number: opened_by(page.lines[number], opening) for number, opening in accepted.items()}
    subheads, titles = find_subheads(page, opened_at), find_printed_again(page) | find_pictured(page) | topics
    counted = find_counted(page, accepted)
    furniture = find_furniture(page, accepted, hansard=name == "hansard")
    furniture |= find_narrated(page, accepted) | find_agenda(page, accepted)
    askers = find_all_askers(page, accepted)
    askers |= {short: False for short, name in header.legend.items() if to_analysis(name) in askers}
    stamps = {stamp.end: stamp for stamp in find_stamps(page)}
    handles = find_handles(page, accepted)
    credits = find_site_credits(page)
    inside = find_inside(accepted.values())
    timed = sum(stamp_ahead(page.lines[number].words) > 0 for number in accepted) >= LEAST
    answering = ""
    again = find_repeated(accepted, opened_at, subheads)
    for number, line in enumerate(page.lines):
        if number in accepted and number < end:
            opened = True
            answering = _answering(page, line, accepted[number]) or answering
            parts = _labelled(page, line, accepted[number], askers, inside, answering)
            parts = map(going_on, parts) if number in again else parts
            yield from with_asker(parts, handles[number].of(page.text)) if number in handles else parts
            if line.end in stamps:
                yield Part(PartKind.NOTE, stamps[line.end])
        elif number in header.lines or not opened:
            yield Part(PartKind.NOTE if notes.is_note(line.words) else PartKind.HEADING, line.span)
        elif number in subheads or number in counted or number in titles:
            yield Part(PartKind.HEADING, line.span)
        elif number >= end or number in furniture or number - 1 in handles or is_unsaid(page, number):
            yield Part(PartKind.NOTE, line.span)
        elif timed and (ahead := stamp_ahead(line.words)):
            yield Part(PartKind.NOTE, Span(line.start, line.start + ahead))
            yield Part(PartKind.SPEECH, Span(line.start + ahead, line.end))
        elif line.end in stamps:
            yield Part(PartKind.NOTE, stamps[line.end])
        elif inside and _COLON in line.words and (match := inside.search(line.words)):
            yield from labelled_inside(page, line, match, inside, askers)
        elif bold and _BOLD_QUESTION.match(line.words):
            yield Part(PartKind.LABEL, Span(line.start, line.start + 2), Label(role=Role.REPORTER))
            yield Part(PartKind.SPEECH, Span(line.span.start + 2, line.span.end - 2))
            yield Part(PartKind.BLANK, Span(line.span.end - 2, line.span.end))
        byline = find_byline(page, number) if number == end - 1 else None
        if behind := page.bar_behind(line) or credits.get(number) or byline:
            yield Part(PartKind.NOTE, behind)


def _answering(page: Page, line: Line, opening: Opening) -> str:
    """Who answers all questions below a line that says no more: “渔港局局长叶青答询:”; "" for any other line."""
    suffix = labels.answer_suffix(opening.label)
    if not suffix or len(line.words) > opening.length or not find_name_end(opening.label.removesuffix(suffix)):
        return ""
    return printed_name(page.text[line.start + opening.lead : line.start + opening.length])[: -len(suffix)]


def _labelled(
    page: Page,
    line: Line,
    opening: Opening,
    askers: dict[str, bool],
    inside: re.Pattern[str] | None,
    answering: str,
) -> Iterator[Part]:
    start = line.span.start
    name = printed_name(opening.printed(page.text[start : line.end])).rstrip(".、．")
    if not name.isascii() and to_analysis(name[: len(opening.label)]) == opening.label:
        # “主持人 Moderadora”
        name = name[: len(opening.label)]
    if opening.goes_on:
        at = start + line.words.rindex(f"){opening.goes_on}", 0, opening.length) + 1
        name += page.text[at : at + len(opening.goes_on)]
    if opening.length == opening.lead and opening.label:
        # “二、票价呢?” prints no asker: the one before goes on.
        at = page.words.rfind(opening.label, 0, start)
        at = page.words.find(opening.label, start) if at < 0 else at
        name = page.text[at : at + len(opening.label)] if at >= 0 else opening.label
    speech = start + opening.length
    role = labels.role_of_label(opening.label) if opening.label else labels.role_of_word(opening.letter or _QUESTION)
    role = Role.REPORTER if role is Role.UNKNOWN and opening.label in askers else role
    if opening.letter and opening.label and (role is Role.UNKNOWN or len(opening.letter) > 1):
        # “主持人:新华网记者 叶青” hosts, whatever house he is of.
        role = labels.role_of_word(opening.letter)
    aside_name = _aside(page, line, opening)
    adds = role is Role.UNKNOWN and opening.label in labels.ANSWERS
    answers = adds or (role is Role.GUEST and labels.role_of_line(opening.label) is not None)
    if aside_name and answers and _is_named(page, opening.aside):
        # “A1(谷正平):”, “回答(郑一川):”, “补充(余主席):”
        name, aside_name, role = aside_name, "", Role.GUEST
    if answering and role is Role.GUEST and labels.role_of_line(opening.label):
        aside_name = aside_name or answering
    yield Part(
        PartKind.LABEL, Span(start, speech), Label(name, role, aside_name, name if askers.get(opening.label) else "")
    )
    aside = _ASIDE.match(line.words, opening.length)
    if aside:
        yield Part(PartKind.NOTE, Span(speech, start + aside.end()))
        speech = start + aside.end()
    if inside and line.words.find(_COLON, opening.length) > 0 and (match := inside.search(line.words, opening.length)):
        # “问:何时通车?叶青:明年。”
        asked = line.words[: match.start()].rstrip()
        if role is Role.REPORTER and find_asker_behind(asked)[0] and (shut := start + asked.rindex("(")) > speech:
            yield Part(PartKind.SPEECH, Span(speech, shut))
            yield Part(PartKind.NOTE, Span(shut, start + len(asked)))
        yield from labelled_inside(page, line, match, inside, askers)
        return
    if role is Role.REPORTER and (told := find_answer_inside(page, line, opening.length)):
        # “有记者问:何时通车?叶青表示,明年。”
        answer, who = told
        yield Part(PartKind.LABEL, answer, Label(who.of(page.text), labels.role_of_label(who.of(page.words))))
        return
    end = line.end
    named = opening.label and labels.role_of_line(opening.label) is None
    asker = find_asker_behind(line.words) if role is Role.REPORTER and not named else ("", "")
    if asker[0] and (shut := line.start + line.words.rindex("(")) > speech:
        # “Q1:…?(BBC)”: who asks, and no part of the question.
        yield Part(PartKind.SPEECH, Span(speech, shut))
        yield Part(PartKind.NOTE, Span(shut, end))
    elif line.words.endswith("**") and end - 2 > speech:
        yield Part(PartKind.SPEECH, Span(speech, end - 2))
        yield Part(PartKind.BLANK, Span(end - 2, end))


def _is_named(page: Page, aside: str) -> bool:
    """Whether what stands in parentheses behind “答” is who answers, and no stage note."""
    family = len(aside) == 1 and surname_chars(aside) == 1
    return names_somebody(aside) or ((len(aside) > 1 or family) and page.words.count(aside) > 1)


def _aside(page: Page, line: Line, opening: Opening) -> str:
    """What stands in parentheses behind the name, in the words of the source."""
    said = without_short_form(opening.aside)
    if not said or said in PARTS or _SPOKEN_IN.match(said):
        # “沈部长(英语,本报译):”
        return ""
    end = line.span.start + line.words.index("(" + opening.aside) + 1 + len(opening.aside)
    return page.text[end - len(said) : end]
