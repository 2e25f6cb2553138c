"""Who is behind a label: names, titles, organizations."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from pressparse.lexicon import one_of, read_words
from pressparse.span import Span
from pressparse.text.script import to_analysis
from pressparse.transcript.dialect.label import role_of_label, without_role
from pressparse.transcript.dialect.page import Page
from pressparse.transcript.turn import Role, Turn

_OFFICE = one_of(read_words("offices"))
_HONORIFIC = one_of(read_words("honorifics"))
# “石景山区委副书记、区长 万隆先生”: a title that ends in an office, then the name, then an honorific.
_TITLE = rf"(?P<title>[^\s,。;:!?“”()][^\n,。;:!?“”]{{0,58}}{_OFFICE})"
_HAN_NAME = r"[\u3400-\u9fff](?: ?[\u3400-\u9fff]){1,3}?|[\u3400-\u9fff]{1,8}(?:·[\u3400-\u9fff]{1,8}?){1,3}?"
_NAME = rf"(?P<name>{_HAN_NAME}|[A-Z][A-Za-z.'·-]*(?: [A-Z][A-Za-z.'·-]*){{0,3}})"
# One person a line; without an honorific a space must part title and name.
_ROSTER_LINE = re.compile(
    rf"^(?:\d+[.、]|[-•·*])? ?{_TITLE}(?: +|(?=.{{2,12}}{_HONORIFIC}[;,。、]?$)){_NAME} ?{_HONORIFIC}?[;,。、]?$"
)
# “市发改委主任 张某先生,市财政局局长李某女士。”: the same in running text; the honorific is needed here.
_ROSTER_ITEM = re.compile(rf"{_TITLE} ?{_NAME} ?{_HONORIFIC}")
# What leads in a title in running text and is no part of it: “首先,有请”, “这个问题请”, “他们分别是”.
_LEAD_IN = re.compile(rf"^.*{one_of(read_words('lead_ins'))}[:, ]?")


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody who speaks, or is announced by the host. `labels` are the names the record prints for them."""

    name: str
    role: Role = Role.UNKNOWN
    title: str = ""
    organization: str = ""
    labels: tuple[str, ...] = ()


def find_roster(text: str) -> dict[str, str]:
    """Name → title of the people a host announces, in the words of `text`; the first mention counts.

    Reads one person a line, as rosters are printed, and running text where an honorific closes the name.

    >>> find_roster("他们是:\\n石景山區委副書記、區長 萬隆先生")
    {'萬隆': '石景山區委副書記、區長'}
    """
    words = to_analysis(text)
    found: dict[str, str] = {}
    at = 0
    for line in words.split("\n"):
        stripped = line.strip()
        offset = at + len(line) - len(line.lstrip())
        at += len(line) + 1
        match = _ROSTER_LINE.match(stripped)
        matches = [match] if match else list(_ROSTER_ITEM.finditer(stripped))
        for match in matches:
            name = Span(*match.span("name")).shift(offset).of(text).replace(" ", "")
            found.setdefault(name, _title(text, match, offset))
    return found


def _title(text: str, match: re.Match[str], offset: int) -> str:
    start, end = match.span("title")
    lead_in = _LEAD_IN.match(match["title"])
    if lead_in and lead_in.end() < end - start:
        start += lead_in.end()
    return Span(start, end).shift(offset).of(text).strip()


def find_title(name: str, text: str) -> str:
    """The title that stands in front of `name` in what a host says; "" where none does.

    >>> find_title("李文化", "這個問題我們有請石景山區委常委、副區長李文化女士來回答。")
    '石景山區委常委、副區長'
    """
    words = to_analysis(text)
    pattern = re.compile(rf"{_TITLE} ?{re.escape(to_analysis(name))}")
    for match in pattern.finditer(words):
        title = _title(text, match, 0)
        if title:
            return title
    return ""


def resolve_people(page: Page, turns: Sequence[Turn]) -> tuple[tuple[Turn, ...], tuple[Person, ...]]:
    """`turns` with speaker, title and organization filled in, and the people behind them in order of appearance.

    People on the roster who never speak come last.
    """
    hosted = "\n".join(turn.span.of(page.text) for turn in turns if turn.role in (Role.HOST, Role.UNKNOWN))
    roster = find_roster(hosted)
    roles = _roles_of_labels(turns)
    people: dict[str, Person] = {}
    resolved = []
    for turn in turns:
        person = resolve_label(turn, roster, roles)
        if person.name not in people:
            title = person.title or (find_title(person.name, hosted) if person.role is Role.GUEST else "")
            people[person.name] = replace(person, title=title)
        known = people[person.name]
        if turn.label not in known.labels:
            people[person.name] = replace(known, labels=(*known.labels, turn.label))
        resolved.append(
            replace(turn, role=person.role, speaker=known.name, title=known.title, organization=known.organization)
        )
    silent = (Person(name, Role.GUEST, title) for name, title in roster.items() if name not in people)
    return tuple(resolved), (*people.values(), *silent)


def people_of(turns: Sequence[Turn]) -> tuple[Person, ...]:
    """The people behind turns that are resolved already, in order of appearance."""
    people: dict[str, Person] = {}
    for turn in turns:
        person = people.setdefault(turn.speaker, Person(turn.speaker, turn.role, turn.title, turn.organization))
        if turn.label not in person.labels:
            people[turn.speaker] = replace(person, labels=(*person.labels, turn.label))
    return tuple(people.values())


def _roles_of_labels(turns: Sequence[Turn]) -> dict[str, Role]:
    """The role of each label where the record prints one; the first counts."""
    roles: dict[str, Role] = {}
    for turn in turns:
        if turn.role is not Role.UNKNOWN:
            roles.setdefault(turn.label, turn.role)
    return roles


def resolve_label(turn: Turn, roster: Mapping[str, str], roles: Mapping[str, Role]) -> Person:
    """The person behind a turn's label, as far as the label, the roster and the role line tell."""
    words = to_analysis(turn.label)
    role = turn.role if turn.role is not Role.UNKNOWN else roles.get(turn.label, role_of_label(words))
    if role is Role.REPORTER:
        outlet = turn.label[: len(without_role(words))]
        return Person(turn.label, role, organization=outlet.strip())
    name = _person_name(turn.label, roster)
    return Person(name, role, title=roster.get(name, ""))


def _person_name(label: str, roster: Mapping[str, str]) -> str:
    """The roster's name inside a label (`萬隆區長` → 萬隆), else the label without spaces between Han characters."""
    bare = re.sub(r"(?<=[\u3400-\u9fff]) (?=[\u3400-\u9fff])", "", label)
    for name in sorted(roster, key=len, reverse=True):
        if bare.startswith(name) or bare.endswith(name):
            return name
    return bare
