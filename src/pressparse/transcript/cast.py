"""The cast of a record: its people, and the part of each where the record prints none."""

import re
from collections.abc import Sequence
from dataclasses import replace

from pressparse.lexicon import margin_pattern, read_words
from pressparse.pattern import on_demand
from pressparse.span import Span
from pressparse.transcript.announcement import label_words
from pressparse.transcript.dialect import label as labels
from pressparse.transcript.dialect.asker import find_asker_ahead
from pressparse.transcript.dialect.evidence import is_sure_name
from pressparse.transcript.dialect.name import find_office_inside, is_plain_word, looks_like_name
from pressparse.transcript.dialect.page import Page
from pressparse.transcript.presiding import (
    ASKERS,
    OFFICIAL,
    answering,
    find_host,
    find_moderator,
    find_opener,
    showing,
    voices_answering,
)
from pressparse.transcript.roster import find_self
from pressparse.transcript.turn import Person, Role, Turn

# Who puts callers through leads no event.
_OPERATOR = on_demand(labels.MARGINS["operator"], re.IGNORECASE)
_OFFICES = read_words("offices")
_GREETS = on_demand(labels.MARGINS["greets"])
_ASKED = on_demand(labels.MARGINS["asked"])
_ASKING = read_words("procedures", "asking")
_CALLERS = margin_pattern("callers")
_TO_HOST = read_words("procedures", "to_host")
_PAIR = 2
_WELCOMES = on_demand(labels.MARGINS["welcomes"])
_PRESS_HEADS = margin_pattern("press_heads")
_AUDIENCE_ASKS = margin_pattern("audience_asks")
_ASKS_ONLY = on_demand(labels.MARGINS["asks_only"])
_SITE_ASKS = on_demand(labels.MARGINS["site_asks"])


def cast(page: Page, turns: Sequence[Turn], persons: list[Person]) -> list[Person]:
    """The person behind each turn, with a role for those whose label says none."""
    persons = voices_answering(page, turns, _voices(page, turns, persons))
    persons = _put_through(page, turns, _hosting(page, turns, persons))
    persons = _interviewed(page, turns, _from_audience(page, turns, _introduced(page, turns, persons)))
    persons = showing(page, turns, _only_told(page, turns, _members(page, turns, persons)))
    presiding = {person.name for person in persons if person.role is Role.HOST}
    # “主持人(叶青):”, then “叶青:”
    persons = [
        replace(each, role=Role.HOST) if each.role is Role.UNKNOWN and each.name in presiding else each
        for each in persons
    ]
    if persons and all(person.role is Role.UNKNOWN for person in persons):
        asking = _asking(page, turns, persons)
        # Where somebody opens and invites another, who asks for no medium is a reporter too.
        hosts = find_opener(page, turns, asking) or find_host(page, turns, asking)
        persons = asking if hosts else persons
    elif all(person.role not in ASKERS for person in persons):
        persons = _called_on(page, turns, persons)
    if any(person.role in ASKERS for person in persons):
        persons = answering(page, turns, _asking(page, turns, persons))
        site = _find_site(page, turns, persons)
        hosted = any(each.role is Role.HOST and not _OPERATOR.match(label_words(each.name)) for each in persons)
        spoken = [(turn, each) for turn, each in zip(turns, persons, strict=True) if not site or each.name != site]
        said, who = [turn for turn, _ in spoken], [each for _, each in spoken]
        host = "" if hosted else find_opener(page, said, who) or find_host(page, said, who)
        host = host or ("" if hosted else find_moderator(page, said, who))
        persons = [
            replace(person, role=Role.HOST if host and person.name == host else Role.GUEST)
            if (person.role is Role.UNKNOWN and not labels.is_off_voice(label_words(person.name)))
            or (host and person.name == host and person.role is Role.GUEST)
            else person
            for person in persons
        ]
        return [Person(site, labels=each.labels) if site and each.name == site else each for each in persons]
    persons = _proceeding(page, turns, persons)
    if any(person.role is Role.HOST for person in persons):
        # An interview: whoever a host talks with.
        return [
            replace(each, role=Role.GUEST) if each.role is Role.UNKNOWN and not _is_teller(each) else each
            for each in persons
        ]
    if len({person.name for person in persons}) > 1 and all(_is_official(person) for person in persons):
        # Statements of officials, one after the other.
        return [replace(each, role=Role.GUEST) for each in persons]
    return persons


def _only_told(page: Page, turns: Sequence[Turn], persons: list[Person]) -> list[Person]:
    """The people, of whom the site that tells what happens before the event asks nothing: “江北网:记者陆续入场。”.

    A site whom one and the same official answers each time has asked.
    """
    askers = {person.name for person in persons if person.role in ASKERS}
    if len(askers) != 1 or persons[0].name not in askers or not labels.is_outlet(label_words(turns[0].label)):
        return persons
    places = [place for place, person in enumerate(persons) if person.name in askers]
    said = [turns[place].span.of(page.words) for place in places]
    asks = any(_MARK in words or any(word in words for word in (*_ASKING, *_TO_HOST)) for words in said)
    asks = asks or any(_SITE_ASKS.search(words) for words in said)
    below = [persons[place + 1] if place + 1 < len(persons) else persons[place] for place in places]
    asks = asks or (len(places) > 1 and len({each.name for each in below}) == 1 and below[0].role in OFFICIAL)
    # “江北网:直播到此结束。” at the end
    ahead = sum(place == at for at, place in enumerate(places))
    first = len(places) > 1 or _LIVE.search(said[0]) is not None
    if asks or not first or ahead < len(places) - 1:
        return persons
    return [Person(each.name) if each.name in askers else each for each in persons]


def _members(page: Page, turns: Sequence[Turn], persons: list[Person]) -> list[Person]:
    """The people, of whom those without an office are members where one is said to be, and officials answer them.

    “议员何秋:票价呢?”, “周启明:船呢?”, then “渔业局局长叶青:…”; not who asks nothing and speaks behind a question.
    """
    member = any(person.role is Role.AUDIENCE and label_words(person.title) in _MEMBERS for person in persons)
    others = [person for person in persons if person.role is Role.UNKNOWN]
    if not member or not any(_is_official(person) for person in others):
        return persons
    asks = [_MARK in turn.span.of(page.words) for turn in turns]
    asking = {person.name for person, asked in zip(persons, asks, strict=True) if asked}
    behind = {
        person.name
        for person, before, asked in zip(persons[1:], persons, asks, strict=False)
        if asked and before.role is Role.AUDIENCE
    }
    return [
        replace(each, role=Role.AUDIENCE)
        if each.role is Role.UNKNOWN
        and not (each.name in behind - asking or _is_official(each))
        and is_sure_name(label_words(each.name))
        else each
        for each in persons
    ]


_MARK = "?"
_MEMBERS = frozenset(read_words("member_titles"))


def _voices(page: Page, turns: Sequence[Turn], persons: list[Person]) -> list[Person]:
    """The people, of whom a numbered voice that once says for which medium it asks is a reporter: “发言人 3”."""
    media: dict[str, str] = {}
    for turn, person in zip(turns, persons, strict=True):
        if labels.is_numbered_voice(label_words(person.name)) and person.name not in media:
            medium, _ = find_asker_ahead(turn.span.of(page.words))
            if len(medium):
                media[person.name] = medium.shift(turn.span.start).of(page.text)
    return [
        replace(each, role=Role.REPORTER, organization=media[each.name]) if each.name in media else each
        for each in persons
    ]


def _is_official(person: Person) -> bool:
    """Whether somebody speaks in an office: under a title, or named by it."""
    return bool(person.title) or label_words(person.name).endswith(_OFFICES)


def _hosting(page: Page, turns: Sequence[Turn], persons: list[Person]) -> list[Person]:
    """The people, of whom the site that opens an interview, welcomes its readers and alone asks is the host.

    “江北网:各位网友大家好,欢迎收看…”
    """
    askers = {person.name for person in persons if person.role in ASKERS}
    first = persons[0] if persons else None
    opens = first is not None and first.role is Role.REPORTER and askers == {first.name}
    if (
        not opens
        or not labels.is_outlet(label_words(turns[0].label))
        or not _GREETS.search(turns[0].span.of(page.words))
    ):
        return persons
    return [
        replace(person, role=Role.HOST, organization="") if person.role is Role.REPORTER else person
        for person in persons
    ]


def _introduced(page: Page, turns: Sequence[Turn], persons: list[Person]) -> list[Person]:
    """The people, of whom a host without a name has the one that the first words give: “主持人:…我是叶青。”."""
    for turn, person in zip(turns, persons, strict=True):
        if labels.role_of_line(label_words(person.name)) is not Role.HOST:
            continue
        if label_words(person.name) == _CHAIR and (chair := _chair(page, turns[0].span.start)):
            return [chair if each.name == person.name else each for each in persons]
        told = _INTRODUCES.search(turn.span.of(page.words)[:_LONGEST_OPENING])
        opening = turn.span.of(page.words)[:_LONGEST_WELCOME].replace("\n", "")
        if told is None and (own := next(find_self(opening), None)):
            # “主持人:…我是证券事务代表叶青。”
            said = turn.span.of(page.text)[:_LONGEST_WELCOME].replace("\n", "")
            name, title = own[0].of(said), said[own[1] : own[2]]
            return [replace(each, name=name, title=title) if each.name == person.name else each for each in persons]
        if told is None or not looks_like_name(told["name"]) or is_plain_word(told["name"]):
            return persons
        if told["name"].endswith(_NO_NAME_ENDS) or _QUOTED.search(turn.span.of(page.words)[: told.start()]):
            # “有网友问,我是应届生,…”
            return persons
        name = Span(*told.span("name")).shift(turn.span.start).of(page.text)
        return [replace(each, name=name) if each.name == person.name else each for each in persons]
    return persons


def _chair(page: Page, first: int) -> Person | None:
    """Whom the lines above the first turn say to preside: “主席 邵副院长维和”; None where they name nobody."""
    behind = list(_CHAIR_BEHIND.finditer(page.words, 0, first))
    if len(behind) == 1:
        name, office = (Span(*behind[0].span(part)).of(page.text) for part in ("name", "office"))
        return Person(name, Role.HOST, title=office)
    chairs = list(_CHAIRED_BY.finditer(page.words, 0, first))
    chaired = chairs[0] if len(chairs) == 1 else None
    office = find_office_inside(chaired["who"]) if chaired else ""
    if chaired is None or not office or chaired["who"].endswith(_OFFICES):
        # “主席 林主任委员”: no name is said.
        return None
    who = Span(*chaired.span("who")).of(page.text)
    at = chaired["who"].index(office)
    return Person(who[:at] + who[at + len(office) :], Role.HOST, title=who[at : at + len(office)])


_CHAIR = labels.MARGINS["chair"]
# “叶青议员,JP(主席)”
_CHAIR_BEHIND = on_demand(labels.MARGINS["chair_behind"])
_CHAIRED_BY = on_demand(labels.MARGINS["chaired_by"])
_QUOTED = on_demand(labels.MARGINS["quoted"])
_NO_NAME_ENDS = (*read_words("honorifics"), *tuple(labels.MARGINS["no_name_ends"]))
_INTRODUCES = on_demand(labels.MARGINS["introduces"])
_LONGEST_OPENING = 200
_LONGEST_WELCOME = 300


def _from_audience(page: Page, turns: Sequence[Turn], persons: list[Person]) -> list[Person]:
    """The people, of whom those that only “问” are of the audience where the heading says that it asks: “观众提问”."""
    heading = f"{label_words(page.title)}\n{page.words[: turns[0].span.start]}" if turns else ""
    if not _AUDIENCE_ASKS.search(heading) or _PRESS_HEADS.search(heading):
        return persons
    return [
        replace(person, role=Role.AUDIENCE)
        if person.role is Role.REPORTER and not person.organization and _only_asks(label_words(turn.label))
        else person
        for turn, person in zip(turns, persons, strict=True)
    ]


def _only_asks(label: str) -> bool:
    """Whether a label says that somebody asks, and of no reporter: “问”, “提问三”, “Q2”."""
    return _ASKS_ONLY.fullmatch(labels.without_count(label)) is not None


def _interviewed(page: Page, turns: Sequence[Turn], persons: list[Person]) -> list[Person]:
    """Two people without a role: whoever opens with a welcome to readers or hearers leads, the other is the guest."""
    names = {person.name for person in persons}
    if len(names) != _PAIR or any(person.role is not Role.UNKNOWN for person in persons):
        return persons
    said = turns[0].span.of(page.words)
    if not (_GREETS.search(said) and _WELCOMES.search(said)):
        return persons
    host = persons[0].name
    return [replace(each, role=Role.HOST if each.name == host else Role.GUEST) for each in persons]


def _put_through(page: Page, turns: Sequence[Turn], persons: list[Person]) -> list[Person]:
    """The people, of whom those that a host has just named as callers ask: “下一个问题来自海岳证券的叶青。”."""
    houses: dict[str, str] = {}
    for turn, person, next_one in zip(turns, persons, persons[1:], strict=False):
        for told in _CALLERS.finditer(turn.span.of(page.words)) if person.role is Role.HOST else ():
            if told["name"] == label_words(next_one.name):
                houses[next_one.name] = Span(*told.span("house")).shift(turn.span.start).of(page.text)
    return [
        replace(person, role=Role.REPORTER, organization=person.organization or houses[person.name])
        if person.name in houses
        else person
        for person in persons
    ]


def _proceeding(page: Page, turns: Sequence[Turn], persons: list[Person]) -> list[Person]:
    """The people, of whom the only one beside sites that tell what happens is the host, if they say what is to come.

    “江北网报道:记者陆续入场。”, then “叶青:发布会马上就要开始了。”
    """
    told = {person.name for person in persons if _is_teller(person)}
    others = {person.name: place for place, person in reversed(list(enumerate(persons))) if person.name not in told}
    if not told or len(others) != 1 or any(person.role is not Role.UNKNOWN for person in persons):
        return persons
    (name, first), *_ = others.items()
    if not _ABOUT_TO_OPEN.search(turns[first].span.of(page.words)):
        return persons
    return [replace(each, role=Role.HOST) if each.name == name else each for each in persons]


_ABOUT_TO_OPEN = on_demand(labels.MARGINS["about_to_open"])


def _is_teller(person: Person) -> bool:
    """Whether somebody is a medium, or a voice off stage, that only tells what happens."""
    words = label_words(person.name)
    return labels.is_teller(words) or (person.role is Role.UNKNOWN and labels.is_outlet(words))


def _find_site(page: Page, turns: Sequence[Turn], persons: Sequence[Person]) -> str:
    """The name of the medium that only tells what happens, live and from the first; "" for none.

    “江北网:市长步入会场。”, where others ask and are called reporters.
    """
    name = persons[0].name
    told = [turn for turn, person in zip(turns, persons, strict=True) if person.name == name]
    site = labels.is_outlet(label_words(name)) or labels.is_teller(label_words(name))
    if not site or not any(each.role in ASKERS and each.name != name for each in persons):
        return ""
    said = [turn.span.of(page.words) for turn in told]
    asks = any("?" in words or any(word in words for word in (*_ASKING, *_TO_HOST)) for words in said)
    # “江北网:…将举行发布会,江北网现场直播,敬请关注。”
    live = _LIVE.search(said[0]) is not None
    return "" if asks or (len(said) == 1 and not live) else name


_LIVE = on_demand(labels.MARGINS["live"])


def _asking(page: Page, turns: Sequence[Turn], persons: list[Person]) -> list[Person]:
    """The people, of whom those without an office who only ask, and are answered, are reporters: “哈特利:请问…?”."""
    said: dict[str, list[int]] = {}
    for place, person in enumerate(persons):
        if person.role is Role.UNKNOWN and not person.title:
            said.setdefault(person.name, []).append(place)
    asking = {
        name
        for name, places in said.items()
        # “车前线:想问麦总,…?”, then “车前线:最后一个问题,…?”
        if all(_asks(page, turns, persons, place) for place in places)
        and any(
            any(word in said for word in _ASKING) or _tells_medium(said, name)
            for said in (turns[place].span.of(page.words) for place in places)
        )
    }
    return [replace(person, role=Role.REPORTER) if person.name in asking else person for person in persons]


def _tells_medium(said: str, name: str) -> bool:
    """Whether the first words of a turn are the speaker's name and medium: “谢谢。诺拉,海湾日报。问题是…”."""
    own = said[:_LONGEST_WELCOME].find(f"{label_words(name)},")
    medium = _UP_TO_STOP.match(said, own + len(name) + 1) if own >= 0 else None
    return medium is not None and labels.is_outlet(medium[0].strip())


_UP_TO_STOP = on_demand("[^,。!?;]+")


def _called_on(page: Page, turns: Sequence[Turn], persons: list[Person]) -> list[Person]:
    """The people, of whom those that a host calls on to ask, and who do nothing else, are reporters.

    “主持人:现在开放提问。”, then “诺拉:想请问总理,…?”, which two others answer.
    """
    asking = _asking(page, turns, persons)
    asked = {place for place, person in enumerate(asking) if person.role is Role.REPORTER}
    called = all(persons[place - 1].role is Role.HOST for place in asked)
    officials = {person.name for person in asking if person.role in OFFICIAL}
    return asking if called and len(officials) > 1 else persons


def _asks(page: Page, turns: Sequence[Turn], persons: Sequence[Person], place: int) -> bool:
    """Whether a turn asks, and neither opens the record nor ends it."""
    words = turns[place].span.of(page.words)
    between = 0 < place < len(turns) - 1 and persons[place + 1].role in OFFICIAL
    return between and _ASKED.search(words) is not None
