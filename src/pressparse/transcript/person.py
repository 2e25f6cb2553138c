"""Who is behind a label: one person for all the labels of a person."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from functools import lru_cache

from pressparse.lexicon import margin_pattern, read_words
from pressparse.pattern import on_demand
from pressparse.text.script import is_han
from pressparse.transcript.announcement import Announced, label_words, office_suffix, outlet_above, read_announced
from pressparse.transcript.bilingual import with_english
from pressparse.transcript.call import find_called, find_signed, is_held, name_and_title
from pressparse.transcript.cast import cast
from pressparse.transcript.colleague import with_bodies
from pressparse.transcript.dialect import label as labels
from pressparse.transcript.dialect.asker import (
    find_asker_ahead,
    find_asker_behind,
    without_asking_behind,
    without_role_ahead,
)
from pressparse.transcript.dialect.evidence import is_name_of
from pressparse.transcript.dialect.name import (
    find_office_inside,
    looks_like_name,
)
from pressparse.transcript.dialect.page import Page
from pressparse.transcript.holder import (
    announced_as,
    asked_name,
    foreign_name,
    full_name,
    office_called,
    parted_name,
    repeated_name,
    talks_in_heading,
    title_of_last,
    unnamed_host,
)
from pressparse.transcript.presiding import without_relayer
from pressparse.transcript.roster import find_name_end, find_title, is_fuller
from pressparse.transcript.turn import Person, Role, Turn

_OFFICES = tuple(sorted(read_words("offices"), key=len, reverse=True))
_HONORIFICS = read_words("honorifics")
_MEMBERS = read_words("member_titles")


_TITLE_MARKS = "\u300a\u300b "


def resolve_people(page: Page, turns: Sequence[Turn]) -> tuple[tuple[Turn, ...], tuple[Person, ...]]:
    """`turns` with role, speaker, title and organization, and the people behind them in order of appearance.

    People who were announced and never speak come last.
    """
    announced = read_announced(page, turns)
    persons = without_relayer(turns, _resolve_labels(page, turns, announced))
    persons = _with_presider(persons, announced)
    persons = with_english(_with_principal(turns, persons, announced), announced)
    persons = cast(page, turns, persons)
    people: dict[str, Person] = {}
    resolved = []
    for turn, person in zip(turns, persons, strict=True):
        known = _meet(people, person, turn.label, announced)
        # “记者:” may be another one each time.
        somebody = labels.role_of_line(label_words(known.name)) is not Role.REPORTER
        resolved.append(
            Turn(
                turn.number,
                turn.span,
                label=turn.label,
                role=person.role,
                speaker=known.name,
                title=known.title,
                organization=person.organization or (known.organization if somebody else ""),
            )
        )
    silent = (
        Person(name, announced.roles.get(name, Role.GUEST), title)
        for name, title in announced.titles.items()
        if name not in people
    )
    return tuple(resolved), (*people.values(), *silent)


def _resolve_labels(page: Page, turns: Sequence[Turn], announced: Announced) -> list[Person]:
    """The person behind each turn; nearly every label recurs, and what it means is found once."""
    persons: list[Person] = []
    meant: dict[tuple[str, Role, str, str], Person] = {}
    introduced: dict[str, Person] = {}
    asker: Person | None = None
    hosted: Turn | None = None
    asked: Turn | None = None
    called: Person | None = None
    for turn in turns:
        key = (turn.label, turn.role, turn.title, turn.organization)
        person = (
            _follow_up(page, turn, asker) or meant.get(key) or (introduced.get(turn.label) if not turn.title else None)
        )
        if (
            not turn.title
            and labels.role_of_line(label_words(turn.label)) is Role.GUEST
            and not is_held(turn, announced)
        ):
            # “主持人:请叶青回答。”, “请问叶局长,…?”, then “答:”
            for before in (before for before in (asked, hosted) if before is not None):
                called = find_called(page, before, announced, called)
            person, hosted, asked = find_signed(page, turn, announced) or called or person, None, None
        if person is None:
            person = resolve_label(page, turn, announced)
            if turn.title and person.name not in (turn.label, person.organization):
                # “主持人(省水利厅新闻发言人白桂珍):”, then “主持人:”
                introduced[turn.label] = person
            # “Q2”, “记者”: whoever asks under such a label may be another one each time.
            if turn.label and labels.role_of_line(label_words(turn.label)) is not Role.REPORTER:
                meant[key] = person
        asker = person if person.role is Role.REPORTER else asker
        hosted = turn if person.role is Role.HOST else hosted
        if person.role is Role.REPORTER:
            asked, called = turn, None
        persons.append(person)
    return persons


def _with_presider(persons: list[Person], announced: Announced) -> list[Person]:
    """`persons`, of whom only the one presides who is said to: “主席:” is a guest where another “主持”."""
    hosts = announced_as(announced, Role.HOST)
    if len(hosts) != 1 or not any(person.name == hosts[0] for person in persons):
        return persons
    others = {name for name, title in announced.titles.items() if name != hosts[0] and title}
    return [
        replace(person, role=Role.GUEST) if person.role is Role.HOST and person.name in others else person
        for person in persons
    ]


def _with_principal(turns: Sequence[Turn], persons: list[Person], announced: Announced) -> list[Person]:
    """`persons` with a name for “答:” where “答(夏):” names everybody announced but one: that one answers the rest."""
    bare = [labels.role_of_line(label_words(person.name)) is Role.GUEST for person in persons]
    named = {person.name for person in persons}
    guests = announced_as(announced, Role.GUEST)
    rest = [name for name in guests if name not in named]
    if not any(bare) or len(rest) != 1 or len(guests) == 1 or any(is_held(turn, announced) for turn in turns):
        return persons
    principal = Person(rest[0], Role.GUEST, title=announced.titles[rest[0]])
    return [principal if alone else person for alone, person in zip(bare, persons, strict=True)]


_SOMEONE = margin_pattern("someone")
_TRADES = margin_pattern("trades")
_NO_HOUSE = margin_pattern("no_house")


def _meet(people: dict[str, Person], person: Person, label: str, announced: Announced) -> Person:
    """The person as known so far, with the label added; looks for a title at the first meeting."""
    known = people.get(person.name)
    if known is None:
        known = person
        # Of “答:” nobody is told by what stands in front of an “答” elsewhere.
        official = known.role in (Role.GUEST, Role.HOST) or known.name in announced.roles
        if official and labels.role_of_line(label_words(known.name)) is None:
            found = find_title(known.name, announced.hosted, announced.words)
            # “马处长”, of whom the record says more once.
            if is_fuller(found, known.title):
                met = {person.name: person.title for person in people.values()} | {known.name: found}
                found = with_bodies(met, announced.hosted, announced.words)[known.name]
                known = replace(known, title=labels.without_speaker_role(found))
            elif not known.title and (office := office_called(known.name, announced)):
                # “州长” of “隆州长” in the heading
                known = replace(known, title=office)
    if label not in known.labels:
        known = replace(known, labels=(*known.labels, label))
    people[known.name] = known
    return known


def people_of(turns: Sequence[Turn]) -> tuple[Person, ...]:
    """The people behind turns that are resolved already, in order of appearance."""
    people: dict[str, Person] = {}
    for turn in turns:
        person = people.setdefault(turn.speaker, Person(turn.speaker, turn.role, turn.title, turn.organization))
        if turn.label not in person.labels:
            people[turn.speaker] = replace(person, labels=(*person.labels, turn.label))
    return tuple(people.values())


def role_of_turn(turn: Turn, announced: Announced) -> Role:
    """The role that the record prints for a turn, announces for its name, or that its label names."""
    if turn.role is not Role.UNKNOWN:
        return turn.role
    name = announced.legend.get(label_words(turn.label), turn.label)
    return announced.roles.get(name) or _role_of_name(label_words(name))


@lru_cache(maxsize=4096)
def _role_of_name(words: str) -> Role:
    """The role that a label names; members of a legislature ask from the floor."""
    role = labels.role_of_label(words)
    if role is Role.UNKNOWN and (find_office_inside(words) or office_suffix(words)) in _MEMBERS:
        return Role.AUDIENCE
    return Role.AUDIENCE if role is Role.UNKNOWN and _is_one_of_audience(words) else role


def _is_one_of_audience(label: str) -> bool:
    """Whether a label calls one of the audience with an honorific: “听众林先生”."""
    return label.startswith(_AUDIENCE) and label.endswith(_HONORIFICS)


_AUDIENCE = read_words("roles", "audience")


def _asker_behind(page: Page, turn: Turn) -> Person | None:
    """Who asks, as it stands behind the question on its last line: “…?(BBC)”; None where it does not."""
    stop = page.words.find("\n", turn.span.end)
    shut = _IN_BRACKETS.match(page.words, turn.span.end)
    stop = shut.end() if shut else stop if stop >= 0 else len(page.words)
    asked = page.words[turn.span.start : stop].rstrip()
    outlet, name = find_asker_behind(asked)
    if not outlet:
        return None
    start = turn.span.start + asked.rindex("(") + 1
    organization = page.text[start : start + len(outlet)]
    start = page.words.index(name, start + len(outlet))
    return Person(page.text[start : start + len(name)] or organization, Role.REPORTER, organization=organization)


_IN_BRACKETS = on_demand(r"[ ]*\([^()\n]{2,40}\)")


def _follow_up(page: Page, turn: Turn, asker: Person | None) -> Person | None:
    """The asker before, where a label says no more than that somebody goes on asking."""
    if asker is None:
        return None
    words = label_words(turn.label)
    bare = not words and turn.role is Role.REPORTER and _asker_behind(page, turn) is None
    same = labels.is_follow_up(words) and labels.without_role(words) in (
        "",
        labels.without_role(label_words(asker.name)),
    )
    return asker if bare or same else None


def resolve_label(page: Page, turn: Turn, announced: Announced) -> Person:
    """The person behind a turn's label, as far as label, roster, header and legend tell."""
    words = label_words(turn.label)
    shown = turn.label
    if words in announced.legend:
        shown = announced.legend[words]
        words = label_words(shown)
    role = role_of_turn(turn, announced)
    if role is Role.REPORTER:
        return _reporter(page, turn, shown, words)
    if role is Role.HOST and not words:
        return unnamed_host(announced)
    if turn.title and not labels.outlet_of(label_words(turn.title)):
        return _with_aside(turn, shown, words, role, announced.titles)
    held = is_held(turn, announced)
    guests = announced_as(announced, Role.GUEST)
    if labels.role_of_line(words) is Role.GUEST and len(guests) == 1 and not held:
        # “答：” in an interview: the one person it announces.
        return Person(guests[0], role, title=announced.titles[guests[0]])
    if answer := labels.answer_suffix(words):
        # “林次长答”: the label says who, and that they answer.
        shown = shown[: len(words) - len(answer)] if len(shown) == len(words) else shown
        words = label_words(shown)
        # “主持人开场:”
        role = Role.HOST if labels.role_of_line(words) is Role.HOST else role
    prefix = labels.role_prefix(words)
    if prefix:
        # “主持人 叶知微”: the role, then the name.
        shown = shown[len(prefix) :].strip()
        words = label_words(shown)
        role = labels.role_of_word(prefix)
    name, title = name_and_title(shown, announced.titles)
    if name == shown and (parted := parted_name(words, announced)):
        # “郝次长”, of “郝次长景元主持” elsewhere.
        name, title = parted, shown[len(words) - len(office_suffix(words)) :]
    elif name == shown and (talking := talks_in_heading(words, announced)):
        # “叶:”, of “叶青之联访逐字稿”
        name = talking
    elif name == shown and (
        full := full_name(words, announced.words)
        or repeated_name(words, page.words)
        or foreign_name(words, page.words)
        or asked_name(words, page.words, page.words.rfind("\n", 0, turn.span.start) + 1)
    ):
        # “陆大使”, of “陆怀远大使” in the heading; “陆:”, of one who is named more than once, or in the question above.
        at = page.words.find(full)
        name, title = page.text[at : at + len(full)] if at >= 0 else full, office_suffix(words)
    if labels.role_of_line(words) is Role.HOST and len(hosts := announced_as(announced, Role.HOST)) == 1:
        # “主持人:”, of whom a roster gives name and office.
        title = title or announced.titles[hosts[0]]
        name = hosts[0] if name == shown else name
    if role is Role.UNKNOWN and label_words(title) in _MEMBERS:
        # “议员 叶青”
        role = Role.AUDIENCE
    if role is Role.AUDIENCE and labels.role_of_label(label_words(title)) is Role.HOST:
        role = Role.HOST
    # Whom the record announces as host is host; else what it announces helps where the label says nothing sure.
    said = announced.roles.get(name, Role.UNKNOWN)
    if said is Role.HOST or (role in (Role.UNKNOWN, Role.AUDIENCE) and said is not Role.UNKNOWN):
        role = said
    return Person(name, role, title=labels.without_speaker_role(title), organization=turn.organization)


def _with_aside(turn: Turn, shown: str, words: str, role: Role, titles: Mapping[str, str]) -> Person:
    """Somebody behind whose label a title stands in parentheses, or behind whose role the name does."""
    aside = turn.title
    if labels.role_of_line(words) is not None:
        # “主持人(省水利厅新闻发言人白桂珍):”, “主席(赖议长茂雄):”
        name, title = name_and_title(aside, {})
        if title and looks_like_name(label_words(name)):
            return Person(name, role, title=title, organization=turn.organization)
    if label_words(aside).isascii() and find_name_end(words):
        # “首席执行官安娜·德莫(Anna Demo):”
        name, title = name_and_title(shown, titles)
        return Person(name, role, title=labels.without_speaker_role(title), organization=turn.organization)
    held = [name for name, title in titles.items() if label_words(title) == words]
    if len(held) == 1 and words.endswith(_OFFICES):
        # “常任秘书长(海事):”, of “常任秘书长(海事)叶青” in the heading
        return Person(held[0], role, title=shown, organization=turn.organization)
    office = any(word in label_words(aside) for word in _OFFICES)
    title = labels.without_speaker_role(aside) if office else title_of_last(shown, titles)
    return Person(_without_second_name(shown), role, title=title, organization=turn.organization)


def _without_second_name(shown: str) -> str:
    """A Chinese name without the one in letters behind it (`叶青 Ian Ye`); any other name as it is."""
    first, _, rest = shown.partition(" ")
    return first if rest.isascii() and is_han(first) and looks_like_name(label_words(first)) else shown


def _reporter(page: Page, turn: Turn, shown: str, words: str) -> Person:
    """An asker: the medium and, where it is printed, the name."""
    if (named_label := without_asking_behind(words)) != words and len(shown) == len(words):
        shown, words = shown[: len(named_label)], named_label
    if (someone := _SOMEONE.match(words)) and len(shown) == len(words):
        # “会后有|记者问”
        shown, words = shown[someone.end() :], words[someone.end() :]
    shown_label = shown
    outlet = labels.outlet_of(words)
    # “媒体提问”: no medium in particular.
    outlet = "" if labels.role_of_line(outlet) is Role.REPORTER or _NO_HOUSE.fullmatch(outlet) else outlet
    if turn.title and turn.organization:
        return Person(_without_second_name(shown), Role.REPORTER, turn.title, turn.organization)
    aside = label_words(turn.title)
    # “海岳证券分析师叶青(Ian Ye):” has a second name.
    medium = labels.outlet_of(aside) or (aside.isascii() and not (" " in aside and looks_like_name(aside)))
    nobody = (
        labels.role_of_line(words) is Role.REPORTER
        or labels.is_numbered_question(words)
        or labels.without_asking(words) != words
        or labels.without_count(words) != words
    )
    if aside and (medium or not (outlet or nobody)):
        trade = _TRADES.search(aside)
        size = trade.start() if trade else len(labels.without_role(aside))
        organization = turn.title[:size].strip(_TITLE_MARKS)
        title = turn.title[slice(*trade.span())] if trade and not nobody else ""
        # “记者(宁川日报):”, “Q1(宁川日报):”: the medium is all that is said of who asks.
        return Person(organization if nobody else shown, Role.REPORTER, title, organization)
    at = words.find(outlet) if outlet else -1
    named = ""
    organization = shown[at : at + len(outlet)].strip(_TITLE_MARKS) if outlet and len(shown) == len(words) else outlet
    if not outlet and (not words or labels.role_of_line(words) is Role.REPORTER):
        if asker := _asker_behind(page, turn):
            return asker
        outlet = organization = outlet_above(page, turn.span.start)
        if not outlet:
            said, called = (span.shift(turn.span.start) for span in find_asker_ahead(turn.span.of(page.words)))
            organization, named = said.of(page.text), called.of(page.text)
    rest = shown[at + len(outlet) :].strip() if outlet else ""
    # “北桥证券分析师吴若谷”
    behind = label_words(rest)
    rest = rest[len(rest) - len(without_role_ahead(behind)) :]
    if not outlet and (named_behind := without_role_ahead(words)) != words and looks_like_name(named_behind):
        # “记者叶青”
        rest = shown[len(shown) - len(named_behind) :]
    by_name = rest and (looks_like_name(label_words(rest)) or is_name_of(label_words(rest), words))
    asking = labels.without_asking(labels.without_count(labels.without_asking(words)))
    shown = shown[: len(asking)] if nobody or outlet else shown
    name = named or (rest if by_name else shown)
    # “北桥证券分析师吴若谷”: by trade.
    trade = _TRADES.search(words, at + len(outlet)) if outlet and by_name else None
    title = shown_label[slice(*trade.span())] if trade and len(shown_label) == len(words) else ""
    return Person(name, Role.REPORTER, title=title, organization=turn.organization or organization)


def find_forms_of_address(people: Iterable[Person]) -> frozenset[str]:
    """The names of people and the offices that end their titles (`副区长`, `区长`), in analysis script."""
    found = set()
    for person in people:
        found.add(label_words(person.name))
        title = label_words(person.title)
        found.update(office for office in _OFFICES if title.endswith(office))
    return frozenset(found - {""})
