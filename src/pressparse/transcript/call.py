"""Calls: whom a label means, and whom a host or a question calls to answer."""

import re
from collections.abc import Mapping

from pressparse.lexicon import one_of, read_words
from pressparse.pattern import HAN, on_demand
from pressparse.span import Span
from pressparse.text.script import is_han
from pressparse.transcript.announcement import CALLED, Announced, label_words, office_suffix
from pressparse.transcript.dialect import label as labels
from pressparse.transcript.dialect.evidence import find_titled_name
from pressparse.transcript.dialect.name import find_office_inside, find_office_within, looks_like_name
from pressparse.transcript.dialect.page import Page
from pressparse.transcript.holder import holders_of, of_family, title_of_last
from pressparse.transcript.roster import find_name_end, find_title
from pressparse.transcript.turn import Person, Role, Turn

_MEMBERS = read_words("member_titles")
_SHORT_TITLE = 3


def name_and_title(label: str, titles: Mapping[str, str]) -> tuple[str, str]:
    """Name and title of an official: by the roster, by an office only one announced person has, by the label's form."""
    closed = label.replace(" ", "")
    title, _, last = label.replace("\u3000", " ").rpartition(" ")
    formed = looks_like_name(label_words(last)) and is_han(last) and bool(title) and is_han(title[-1])
    if (len(title) > _SHORT_TITLE and formed) or find_titled_name(label_words(label)):
        # “云溪省人民政府新闻办公室 邓佳宁”
        return last, _fuller(title, titles.get(last, "")) or title.strip()
    bare = closed if is_han(closed) else label
    for name in sorted(titles, key=len, reverse=True):
        if bare.startswith(name) or bare.endswith(name):
            return name, _fuller(bare.removesuffix(name) if bare.endswith(name) else "", titles[name])
    words = label_words(bare)
    office = office_suffix(words)
    before = words[: len(words) - len(office)]
    holders = holders_of(words, before, office, titles) or of_family(words, titles)
    if len(holders) == 1:
        return holders[0], titles[holders[0]]
    if office in _MEMBERS and (named := find_name_end(before)) and len(words) == len(bare):
        # “立法会主席梁议员”: a member who presides.
        return bare[len(before) - named : len(before)], bare[: len(before) - named].strip()
    # “车队队长”: of a body, which ends in the sign that the office begins with.
    if office and looks_like_name(before) and before[-1] != office[0]:
        return bare[: len(before)], bare[len(before) :]
    if (within := find_office_within(words)) and len(words) == len(bare):
        # “社会局蓝局长映秋”
        inside = find_office_inside(words[within:])
        at = words.index(inside, within)
        return bare[within:at] + bare[at + len(inside) :], bare[:within] + bare[at : at + len(inside)]
    # “庄部长文彦” before “部长文彦”
    inside = find_office_inside(words)
    if inside:
        at = words.index(inside)
        return bare[:at] + bare[at + len(inside) :], bare[at : at + len(inside)]
    named = find_name_end(words)
    if named and len(words) == len(bare):
        return bare[-named:], bare[:-named].strip()
    return bare, title_of_last(bare, titles)


def _fuller(printed: str, announced: str) -> str:
    """The title that a label prints where that of the roster is only the end of it (`市公积金中心副主任`, `副主任`)."""
    fuller = bool(announced) and label_words(printed).endswith(label_words(announced))
    return labels.without_speaker_role(printed.strip()) if fuller else announced


def is_held(turn: Turn, announced: Announced) -> bool:
    """Whether a label is the office of somebody announced: “发言人:”."""
    words = label_words(turn.label)
    return words != "" and any(label_words(title).endswith(words) for title in announced.titles.values())


def find_called(page: Page, turn: Turn, announced: Announced, before: Person | None) -> Person | None:
    """Whom somebody calls to answer, if the record has announced them: “请叶青回答。”, “请问叶局长,…?”.

    `before` is who was called last, who stays called where nobody else is.
    """
    said = turn.span.of(page.words)
    hosted = CALLED.search(said) if turn.role is not Role.REPORTER else None
    matches = [hosted] if hosted is not None else list(_ASKED_WHOM.finditer(said))
    people = {person.name: person for match in matches if (person := _announced(page, turn, match, announced))}
    if not matches:
        return before
    return next(iter(people.values())) if len(people) == 1 else None


def find_signed(page: Page, turn: Turn, announced: Announced) -> Person | None:
    """The announced person whose name closes an answer in parentheses: “…感谢您的关注!(董事长 叶青)”; None without."""
    signed = _SIGNED.search(page.words, turn.span.start, turn.span.end)
    said = Span(*signed.span("who")).of(page.text).replace("\u3000", " ") if signed else ""
    named = [name for name in announced.titles if len(name) > 1 and said.endswith(name)]
    return Person(named[0], Role.GUEST, title=announced.titles[named[0]]) if len(named) == 1 else None


_SIGNED = on_demand(r"\((?P<who>[^(),。;:!?]{2,24})\)\s*\Z")


def _announced(page: Page, turn: Turn, match: re.Match[str], announced: Announced) -> Person | None:
    """The announced person whom words call by name, by office or by both; None where it may be nobody, or several."""
    words = Span(*match.span("name")).shift(turn.span.start)
    name, title = name_and_title(words.of(page.text), announced.titles)
    if name in announced.titles:
        return Person(name, Role.GUEST, title=labels.without_speaker_role(title))
    bare = match["name"].removesuffix(office_suffix(match["name"])) or match["name"]
    name = Span(words.start, words.start + len(bare)).of(page.text)
    title = find_title(name, announced.hosted, announced.words) if len(bare) > 1 else ""
    return Person(name, Role.GUEST, title=labels.without_speaker_role(title)) if title else None


# “请问叶局长,…?”, “想请教路总,…”
_ASKED_WHOM = on_demand(
    rf"{labels.MARGINS['asked_whom']}(?P<name>{HAN}{{1,3}}(?:{one_of(read_words('offices'))}|{labels.MARGINS['chief']}))"
    rf"(?={labels.MARGINS['asked_whom_behind']})"
)
