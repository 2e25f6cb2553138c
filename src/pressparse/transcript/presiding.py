"""Who presides where the record does not say so, and who only seems to."""

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from pressparse.lexicon import read_words
from pressparse.pattern import on_demand
from pressparse.transcript.announcement import label_words
from pressparse.transcript.dialect import label as labels
from pressparse.transcript.dialect.described import is_described
from pressparse.transcript.dialect.page import Page
from pressparse.transcript.turn import Person, Role, Turn

ASKERS = (Role.REPORTER, Role.AUDIENCE)
OFFICIAL = (Role.UNKNOWN, Role.GUEST)
# “下面请记者提问”, “今天的发布会到此结束”: what a host says between the others.
_HANDOVERS = (*read_words("procedures", "closing"), *read_words("procedures", "handover"))
_MAX_HANDOVER_CHARS = 160
_INVITED = labels.MARGINS["invited"]
_MOST_OF = 4
_PAIR = 2
_OPENS_EVENT = on_demand(labels.MARGINS["opens_event"])
_ASSENT = on_demand(labels.MARGINS["assent"])


def answering(page: Page, turns: Sequence[Turn], persons: list[Person]) -> list[Person]:
    """The people, of whom one who presides by family name and office is a guest where each turn of that one answers.

    “叶主席:” after each reporter, though it opens the event and another gives the floor; a bare “主席:” presides.
    """
    own: dict[str, list[int]] = {}
    for place, person in enumerate(persons):
        if person.role is Role.HOST:
            own.setdefault(person.name, []).append(place)
    answer = {
        name
        for name, places in own.items()
        if any(places) and all(_answers_in_office(page, turns, persons, place) for place in places)
    }
    return [replace(each, role=Role.GUEST) if each.name in answer else each for each in persons]


def _answers_in_office(page: Page, turns: Sequence[Turn], persons: Sequence[Person], place: int) -> bool:
    """Whether somebody under family name and presiding office opens the event, or answers and nobody else does."""
    words = label_words(turns[place].label)
    if labels.role_of_line(words) is not None or labels.role_of_label(words) is not Role.HOST:
        return False
    last = place + 1 == len(persons) or persons[place + 1].role in ASKERS
    return place == 0 or (persons[place - 1].role in ASKERS and (last or _gives_floor(page, turns, persons, place + 1)))


def without_relayer(turns: Sequence[Turn], persons: list[Person]) -> list[Person]:
    """The people, of whom who hands a question on to “答:” is not who answers it: “叶青:请渔港处回答。”, then “答:”."""
    bare = [labels.role_of_line(label_words(turn.label)) is Role.GUEST for turn in turns]
    relayed = {
        persons[place].name
        for place in range(1, len(turns) - 1)
        if bare[place + 1]
        and not bare[place]
        and persons[place].name == persons[place + 1].name
        and persons[place - 1].role in ASKERS
    }
    return [
        Person(turn.label, Role.GUEST) if alone and person.name in relayed else person
        for turn, alone, person in zip(turns, bare, persons, strict=True)
    ]


def voices_answering(page: Page, turns: Sequence[Turn], persons: list[Person]) -> list[Person]:
    """The people, of whom one that a record cannot name is no asker who only answers: “一位负责人:五元。”."""
    own: dict[str, list[int]] = {}
    for place, person in enumerate(persons):
        if person.role is Role.AUDIENCE and is_described(label_words(turns[place].label)):
            own.setdefault(person.name, []).append(place)
    answer = {name for name, places in own.items() if all(_is_reply(page, turns, persons, at) for at in places)}
    return (
        [replace(each, role=Role.UNKNOWN) if each.name in answer else each for each in persons] if answer else persons
    )


def _is_reply(page: Page, turns: Sequence[Turn], persons: Sequence[Person], place: int) -> bool:
    """Whether a turn stands right behind a reporter, asks nothing, and another asks below it, or nobody speaks."""
    last = place + 1 == len(persons) or persons[place + 1].role in ASKERS
    asks = "?" in turns[place].span.of(page.words)
    return place > 0 and persons[place - 1].role is Role.REPORTER and last and not asks


def showing(page: Page, turns: Sequence[Turn], persons: list[Person]) -> list[Person]:
    """The people, of whom one without a part is the host who says so, or whom another host or a site says to be.

    “我是叶青,这里是《港湾早报》。”, “今天的主持人是渔业公司经理叶青。”, “江北网:发布会由叶青先生主持。” Where a host
    speaks nobody else makes oneself one, and whoever is asked answers.
    """
    unknown = {person.name for person in persons if person.role is Role.UNKNOWN and len(person.name) > 1}
    hosted = any(person.role is Role.HOST for person in persons)
    tells = {person.name for person in persons if labels.is_outlet(label_words(person.name))} if unknown else set()
    unknown -= {
        person.name for before, person in pairwise(persons) if before.role in ASKERS and before.name not in tells
    }
    shown: set[str] = set()
    for turn, person in zip(turns[:_FIRST_TURNS], persons, strict=False) if unknown else ():
        said = turn.span.of(page.words).replace("*", "")
        if person.role is Role.HOST or person.name in tells:
            told = [each[0] for each in _NAMES_HOST.finditer(said)]
            shown |= {name for name in unknown - {person.name} if any(label_words(name) in each for each in told)}
        elif not hosted and person.name in unknown and _SHOW.search(said):
            own = any(label_words(person.name) in each[0] for each in _I_AM.finditer(said))
            shown |= {person.name} if own else set()
    return [replace(each, role=Role.HOST) if each.name in shown else each for each in persons] if shown else persons


# Where a host says who they are.
_FIRST_TURNS = 20
_SHOW = on_demand(labels.MARGINS["show"])
_I_AM = on_demand(labels.MARGINS["i_am"])
_NAMES_HOST = on_demand(labels.MARGINS["names_host"])


def find_opener(page: Page, turns: Sequence[Turn], persons: Sequence[Person]) -> str:
    """The name of who opens and invites another who speaks, and then says no more; "" where nobody does."""
    first = persons[0]
    others = {person.name for person in persons[1:] if person.role in OFFICIAL and len(person.name) > 1}
    if first.role not in OFFICIAL or not others or first.name in others:
        return ""
    said = turns[0].span.of(page.words)
    return first.name if any(re.search(_INVITED + re.escape(label_words(each)), said) for each in others) else ""


def find_host(page: Page, turns: Sequence[Turn], persons: Sequence[Person]) -> str:
    """The name of the host where no record says one; "" where nobody is.

    Who opens, then only hands over; or who opens with the names of the others and then says little.
    """
    officials = [(turn, person) for turn, person in zip(turns, persons, strict=True) if person.role in OFFICIAL]
    unknown = [each for each in officials if each[1].role is Role.UNKNOWN]
    if len({person.name for _, person in unknown}) > 1:
        officials = unknown
    elif len({person.name for _, person in officials}) < 2:
        return ""
    # Where a roster has all the others as guests, whoever it leaves out has to be the first to speak; whom it has
    # too has to introduce the others, and then hand on each time.
    listed = officials[:1] != unknown[:1]
    name = officials[0][1].name
    # What one says in several turns before anybody else does is one opening.
    own = [place for place, person in enumerate(persons) if person.name == name and person.role in OFFICIAL]
    if own[0] and _replies(page, turns, persons, own[0]):
        # Who speaks first behind a question, and answers it, opens nothing.
        return ""
    run = next((index for index, place in enumerate(own) if place != own[0] + index), len(own))
    places = own[run:]
    later = [turns[place] for place in places]
    if 2 * sum(_replies(page, turns, persons, place) for place in places) > len(later):
        # “部长:” who opens the floor, and whom the reporters ask.
        return ""
    short = all(len(turn.span) <= _MAX_HANDOVER_CHARS for turn in later)
    handing = sum(any(word in turn.span.of(page.words) for word in _HANDOVERS) for turn in later)
    opening = "\n".join(turns[place].span.of(page.text) for place in own[:run])
    opening_words = "\n".join(turns[place].span.of(page.words) for place in own[:run])
    introduces = any(person.name in opening for _, person in officials if person.name != name)
    # A joke or a word of thanks between two questions makes nobody an official.
    if listed:
        # “债务增长5%,下面请柴梅介绍” answers too.
        plain = not any(char.isdigit() for turn in later for char in _STAMP.sub("", turn.span.of(page.words)))
        opens = _OPENS_EVENT.search(opening_words) is not None
        return name if short and introduces and opens and plain and 1 < len(later) == handing else ""
    # Of “发言人1” nothing else is known.
    most = _PAIR * handing >= len(later) if labels.is_numbered_voice(label_words(name)) else False
    hosts = short and later and (introduces or most or _MOST_OF * handing >= (_MOST_OF - 1) * len(later))
    return name if hosts else ""


# “[ 2019-09-26 14:41 ]”
_STAMP = on_demand(r"[\[(][ ]?[0-9][0-9 :-]*[\])]")


def find_moderator(page: Page, turns: Sequence[Turn], persons: Sequence[Person]) -> str:
    """The name of who only gives the floor to one asker after the other, and another answers; "" where nobody does."""
    said: dict[str, list[int]] = {}
    for place, person in enumerate(persons):
        if person.role in OFFICIAL:
            said.setdefault(person.name, []).append(place)
    if len(said) < _PAIR:
        return ""
    calling = {
        name
        for name, places in said.items()
        if len(places) >= _PAIR and all(_gives_floor(page, turns, persons, place) for place in places)
    }
    replies = sum(_replies(page, turns, persons, place) for name in said.keys() - calling for place in said[name])
    return next(iter(calling)) if len(calling) == 1 and replies >= _PAIR else ""


_LONGEST_CALL = 60


def _gives_floor(page: Page, turns: Sequence[Turn], persons: Sequence[Person], place: int) -> bool:
    """Whether a turn between an answer and the next asker is short and calls somebody, or thanks at the end."""
    said, last = turns[place].span.of(page.words), place == len(persons) - 1
    between = persons[place - 1].role not in ASKERS and (last or persons[place + 1].role in ASKERS)
    calls = _CALLS.search(said) is not None or (last and _THANKS.match(said) is not None)
    return between and calls and len(said) <= _LONGEST_CALL


_THANKS = on_demand(labels.MARGINS["thanks"])
_CALLS = on_demand(labels.MARGINS["gives_floor"])


def _replies(page: Page, turns: Sequence[Turn], persons: Sequence[Person], place: int) -> bool:
    """Whether a turn follows that of an asker and calls nobody to answer, nor does another answer at once."""
    said = turns[place].span.of(page.words)
    after = persons[place + 1] if place + 1 < len(persons) else None
    # “好。”, then who is meant answers.
    passed = after is not None and after.role in OFFICIAL and _ASSENT.fullmatch(said) is not None
    return (
        place > 0 and persons[place - 1].role in ASKERS and not passed and not any(word in said for word in _HANDOVERS)
    )
