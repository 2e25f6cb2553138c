"""What a record says of its people before and beside what they say: headers, headings, rosters, hosts."""

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from functools import lru_cache
from typing import ClassVar

from pressparse.lexicon import margin_pattern, read_words
from pressparse.pattern import HAN, on_demand
from pressparse.record import Record
from pressparse.span import Span
from pressparse.text.script import to_analysis
from pressparse.transcript.colleague import with_bodies
from pressparse.transcript.dialect.header import Header, find_header, role_of_key
from pressparse.transcript.dialect.label import (
    MARGINS,
    answer_suffix,
    is_outlet,
    role_of_label,
    role_of_line,
    without_speaker_role,
)
from pressparse.transcript.dialect.name import find_office_inside, find_office_within, looks_like_name
from pressparse.transcript.dialect.page import Page
from pressparse.transcript.lead import find_attending, find_officials, holder_ahead
from pressparse.transcript.parted import find_name_column, find_parted
from pressparse.transcript.roster import (
    find_holder,
    find_listed,
    find_name_end,
    find_roster,
    find_title,
    is_fuller,
    title_before,
)
from pressparse.transcript.turn import Role, Turn

_SUFFIXES = (*sorted(read_words("offices"), key=len, reverse=True), *read_words("honorifics"))
_ACTING = on_demand(MARGINS["acting"])
OPENING_TURNS = 3
# A line that the width of a page broke: a title may run over it.
_TORN_LINE = on_demand(r"\n(?<![,。;:!?、\s]\n)(?![\n\s])")


_LONGEST_ROW = 60
_ROW = on_demand(rf"(?:^|\n)(?:{HAN}{{2,4}}|{HAN} {HAN}) [^ ,。;:\n]{{4,40}}$")


class Announced(Record):
    """What a record says of its people: `titles` by name, `roles` by name, `legend` label to name.

    `hosted` is what hosts say, `words` that in analysis text.
    """

    names: ClassVar = ("titles", "roles", "legend", "hosted", "words")
    __slots__ = names

    def __init__(
        self,
        titles: Mapping[str, str],
        roles: Mapping[str, Role],
        legend: Mapping[str, str],
        hosted: str,
        words: str,
    ) -> None:
        self.titles = titles
        self.roles = roles
        self.legend = legend
        self.hosted = hosted
        self.words = words


def read_announced(page: Page, turns: Sequence[Turn]) -> Announced:
    """The roster of a record: from its header, its heading, and what hosts say."""
    header = find_header(page)
    first = turns[0].span.start if turns else 0
    calls = [_hands_to(page, turn) for turn in turns]
    heard = (
        turn.span if _announces(page, turn, place) else call
        for place, (turn, call) in enumerate(zip(turns, calls, strict=True))
    )
    spans = [span for span in heard if span is not None]
    hosted = "\n".join((page.title, page.text[:first], *(span.of(page.text) for span in spans)))
    words = "\n".join((to_analysis(page.title), page.words[:first], *(span.of(page.words) for span in spans)))
    titles, roles = _header_people(header)
    for name, title in find_name_column(page.text[:first], page.words[:first]).items():
        # A roster of the header may have the name alone.
        titles[name] = titles.get(name) or title
    for found in (
        find_roster(hosted, words),
        _over_lines(hosted, words),
        _named_in_labels(page, turns, hosted, words),
        find_parted(hosted, words),
        _called(page, calls),
    ):
        titles = titles | found | titles  # the first mention counts
    officials: dict[str, str] = {}
    if not titles and any(role_of_line(label_words(turn.label)) is Role.GUEST for turn in turns):
        # “答：”, where the heading names one official.
        officials = find_officials(page.text[:first], page.words[:first])
        titles = officials if len(officials) == 1 else {}
    for name, title in (
        find_attending(page.text[:first], page.words[:first]).items() if not titles or not officials else ()
    ):
        titles.setdefault(name, title)
    if (host := _find_host(page, turns, first, titles)) is not None:
        roles.setdefault(host[0], Role.HOST)
        name, title = host
        titles[name] = title if is_fuller(title, titles.get(name, "")) else titles[name]
    titles = {name: without_speaker_role(title) for name, title in _as_labelled(titles, turns).items()}
    titles = with_bodies(titles, hosted, words)
    for label in dict.fromkeys(turn.label for turn in turns):
        if (role := _role_in_heading(label_words(label), page.words[:first])) is not Role.UNKNOWN:
            roles.setdefault(label, role)
    return Announced(titles, roles, header.legend, hosted, words)


def _over_lines(hosted: str, words: str) -> dict[str, str]:
    """Name → title of the people whose titles run over the end of a line."""
    whole, whole_words = _rejoined(hosted, words)
    return find_roster(whole, whole_words) if len(whole) < len(hosted) else {}


def _named_in_labels(page: Page, turns: Sequence[Turn], hosted: str, words: str) -> dict[str, str]:
    """Name → title of the people whom labels name by both, or by the office alone where a heading says whose."""
    titles: dict[str, str] = {}
    first = turns[0].span.start if turns else 0
    for label in dict.fromkeys(turn.label for turn in turns):
        # “经济部次长林全能：” announces the man who is “林次长：” further on.
        parted = find_office_inside(label_words(label)) or find_office_within(label_words(label))
        length = 0 if parted else find_name_end(label_words(label))
        if length:
            titles.setdefault(label[-length:], label[:-length].strip())
        elif holder := find_holder(label_words(label), words):
            # “渔农局局长：”, of “渔农局局长吴桐今日” in the heading.
            titles.setdefault(holder.of(hosted).strip(), label)
        elif (ahead := holder_ahead(label_words(label), page.words[:first])) is not None:
            # “总统:”, of “叶青总统今日” in the heading.
            titles.setdefault(ahead.of(page.text).strip(), label)
        elif (said := answer_suffix(label_words(label))) and (title := find_title(label[: -len(said)], hosted, words)):
            # “叶青说,各位下午好。”, of “渔农局局长叶青主持” in the heading.
            titles.setdefault(label[: -len(said)], title)
    return titles


def _announces(page: Page, turn: Turn, place: int) -> bool:
    """Whether a turn may say who is there: hosts do at any time, else whoever opens the event.

    “江北网:出席发布会的有…”, but “江北网:请问…?”
    """
    if place >= OPENING_TURNS:
        return turn.role is Role.HOST
    tells = is_outlet(label_words(turn.label)) and "?" not in turn.span.of(page.words)
    return turn.role in (Role.HOST, Role.UNKNOWN) or tells


def _called(page: Page, calls: Sequence[Span | None]) -> dict[str, str]:
    """Name → title of the people whom somebody calls by both to answer."""
    titles: dict[str, str] = {}
    for span in (call for call in calls if call is not None):
        said = span.of(page.text)
        if length := find_name_end(span.of(page.words)):
            titles.setdefault(said[-length:], said[:-length].strip())
    return titles


def _hands_to(page: Page, turn: Turn) -> Span | None:
    """Where somebody calls another to answer: “这个请渔港局局长叶青说明”."""
    if turn.role is Role.REPORTER:
        return None
    called = CALLED.search(page.words, turn.span.start, turn.span.end)
    return Span(*called.span("name")) if called else None


CALLED = on_demand(MARGINS["called"])


def _as_labelled(titles: Mapping[str, str], turns: Sequence[Turn]) -> dict[str, str]:
    """`titles` by the names that labels give: “温致和:” is no 温致, though a lead says “团长温致和率队”."""
    lines = {turn.label for turn in turns}
    longer = {label[:-1]: label for label in lines if label_words(label).endswith(_JOINED_ENDS)}
    return {name if name in lines else longer.get(name, name): title for name, title in titles.items()}


_JOINED_ENDS = tuple(MARGINS["joined"])


def _find_host(page: Page, turns: Sequence[Turn], first: int, known: Collection[str]) -> tuple[str, str] | None:
    """Name and title of whom the lines above the turns say to preside over others; None where nobody does.

    `known` are all names that the record announces.

    “发布会由新闻办公室副主任叶青主持。”; a spokesman who presides alone answers.
    """
    lines = {turn.label: role_of_line(label_words(turn.label)) for turn in turns}
    labelled = Role.HOST in lines.values()
    hosts = [found.span(found.lastgroup or 0) for found in _PRESIDES.finditer(page.words, 0, first)]
    if not hosts and labelled:
        # “市新闻办副主任叶青主持。”, and “主持人:” below.
        hosts = [found.span(found.lastgroup or 0) for found in _PRESIDING.finditer(page.words, 0, first)]
    length = find_name_end(page.words[slice(*hosts[0])]) if len(hosts) == 1 else 0
    if not length:
        return None
    end = hosts[0][1] - length
    name, title = page.text[end : hosts[0][1]], title_before(page.words, end).of(page.text)
    if any(name in label for label in lines):
        # Who speaks under a name of their own, and presides, hands on or answers.
        return (name, title) if _hands_on(page, turns, name, alone=not {*known} - {name}) else None
    if labelled:
        return name, title
    # “发言人:”, beside whom officials speak, hands the questions on.
    beside = [label for label, line in lines.items() if line is None and _is_official(label)]
    return (name, title) if beside and label_words(title).endswith(_SPOKESMEN) else None


def _hands_on(page: Page, turns: Sequence[Turn], name: str, *, alone: bool) -> bool:
    """Whether somebody, beside another official, opens with an invitation and never answers a reporter.

    `alone`: nobody else is announced, who could be the one of “答:”.
    """
    asked = [role_of_label(label_words(turn.label)) is Role.REPORTER for turn in turns]
    own = [place for place, turn in enumerate(turns) if name in turn.label]
    handing = [any(word in turns[place].span.of(page.words) for word in _HANDING) for place in own]
    others = {turn.label for turn, asks in zip(turns, asked, strict=True) if not asks and name not in turn.label}
    others = {label for label in others if not alone or role_of_line(label_words(label)) is not Role.GUEST}
    answers = any(asked[place - 1] and not hands for place, hands in zip(own, handing, strict=True) if place)
    return bool(own) and handing[0] and not answers and bool(others)


_HANDING = (*read_words("procedures", "handover"), *read_words("procedures", "inviting"), *MARGINS["handing"].split())


def _is_official(label: str) -> bool:
    return role_of_label(label_words(label)) is not Role.REPORTER


_SPOKESMEN = MARGINS["spokesman"]
_PRESIDES = margin_pattern("presides")
_PRESIDING = on_demand(MARGINS["presiding"])


def _role_in_heading(name: str, heading: str) -> Role:
    """The role in which a heading calls somebody: “由叶青主持”, “接受记者索恩采访”."""
    if len(name) < _SHORTEST_NAME or name not in heading or role_of_label(name) is not Role.UNKNOWN:
        return Role.UNKNOWN
    named = [line for line in heading.split("\n") if name in line]
    if any(name in (hosted["name"], hosted["host"]) for line in named for hosted in _HOSTED.finditer(line)):
        return Role.HOST
    asks = any(
        ahead.endswith(_REPORTERS) and _INTERVIEWS.match(behind)
        for line in named
        for ahead, behind in _around(name, line)
    )
    return Role.REPORTER if asks else Role.UNKNOWN


def _around(name: str, line: str) -> Iterator[tuple[str, str]]:
    """What stands in front of a name in a line and what behind, for each place of it."""
    at = line.find(name)
    while at >= 0:
        yield line[:at], line[at + len(name) :]
        at = line.find(name, at + 1)


_HOSTED = margin_pattern("hosted_by")
_REPORTERS = tuple(word for word in read_words("roles", "reporter") if not word.isascii() and len(word) > 1)
_INTERVIEWS = on_demand(MARGINS["interviews"])
_SHORTEST_NAME = 2


def _rejoined(text: str, words: str) -> tuple[str, str]:
    """A text and its analysis text without the line breaks that the width of a page made."""
    # “叶青 水务局局长” and “主持人 文映秋” are rows of a list.
    breaks = [
        match.start()
        for match in _TORN_LINE.finditer(words)
        if not _ROW.search(words, max(match.start() - _LONGEST_ROW, 0), match.start())
    ]
    edges = list(zip([-1, *breaks], [*breaks, len(words)], strict=True))
    return "".join(text[a + 1 : b] for a, b in edges), "".join(words[a + 1 : b] for a, b in edges)


def _header_people(header: Header) -> tuple[dict[str, str], dict[str, Role]]:
    titles: dict[str, str] = {}
    roles: dict[str, Role] = {}
    for kind, words in header.announced:
        role = role_of_key(kind)
        found = {**find_roster(words), **find_listed(words)} or _plain_names(words) or _plain_name(words)
        for name, title in found.items():
            titles.setdefault(name, title)
            if role is not Role.UNKNOWN:
                roles.setdefault(name, role)
    return titles, roles


def _plain_names(line: str) -> dict[str, str]:
    """A roster line of names and nothing else, set apart by space or commas (`陆怀远　叶青　周启明`)."""
    parts = re.split(r"[\s、，,]+", line.strip().rstrip("。"))
    return (
        dict.fromkeys(parts, "") if len(parts) > 1 and all(looks_like_name(label_words(each)) for each in parts) else {}
    )


def _plain_name(line: str) -> dict[str, str]:
    """A roster line that is a name with its office before or behind it or none (`主席方啟礎議員, J.P.`)."""
    shown = re.split(r"[,，、;；(（]", line, maxsplit=1)[0].strip()
    words = label_words(shown)
    bare = len(words) - len(office_suffix(words))
    length = find_name_end(words[:bare])
    if length:
        return {shown[bare - length : bare]: shown[: bare - length].strip()}
    if (at := find_office_within(words)) and len(shown) == len(words):
        # “新闻处沈处长若兰”
        office = find_office_inside(words[at:])
        start = words.index(office, at)
        return {shown[at:start] + shown[start + len(office) :]: shown[:at] + shown[start : start + len(office)]}
    if looks_like_name(words[:bare]):
        return {shown[:bare]: shown[bare:]}
    return {}


def office_suffix(words: str) -> str:
    """The office or honorific that a label ends with, "" where it ends with none."""
    office = next((word for word in _SUFFIXES if words.endswith(word) and len(words) > len(word)), "")
    # “齐一鸣代局长”: who acts for one in office.
    acting = _ACTING.search(words, 0, len(words) - len(office)) if office else None
    if acting and acting.start() == 0 and len(acting[0]) > 1:
        # “候任局长” names nobody.
        return ""
    return words[acting.start() :] if acting and looks_like_name(words[: acting.start()]) else office


@lru_cache(maxsize=4096)
def label_words(label: str) -> str:
    """The analysis text of a label; labels recur."""
    return to_analysis(label)


def outlet_above(page: Page, at: int) -> str:
    """The medium in brackets of its own in the line above that of `at` (“【海湾日报】”); "" where none is."""
    end = page.words.rfind("\n", 0, at)
    above = page.text[page.words.rfind("\n", 0, max(end, 0)) + 1 : max(end, 0)].strip()
    medium = above.strip(_MEDIUM_MARKS)
    return medium if len(medium) < len(above) - 1 and is_outlet(label_words(medium)) else ""


_MEDIUM_MARKS = "【】[]"
