"""Described voices: labels that say of what kind somebody is whom a record cannot name: `一位女船工：`."""

from collections import Counter
from collections.abc import Collection, Mapping, Sequence

from pressparse.lexicon import read_patterns, read_words
from pressparse.pattern import on_demand
from pressparse.text.tag import PERSON, tag_words
from pressparse.transcript.dialect.name import find_office_inside, find_office_within, looks_like_name
from pressparse.transcript.turn import Role


def is_described(label: str) -> bool:
    """Whether a label says of what kind somebody is, and holds no office.

    >>> is_described("一位女船工"), is_described("一位船工告诉我"), is_described("一位局长")
    (True, False, False)
    """
    kind = _find_kind(label)
    if not kind or label.endswith(_LEAD_INS) or (label.endswith(_HEAD_SIGN) and label.endswith(_HEADS)):
        return False
    return _names_kind(kind, after_count=True)


def _find_kind(label: str) -> str:
    """What stands behind a counting word for people in a label: 女船工 of “一位女船工”; "" without one."""
    # Most labels have no such sign: they need no pattern.
    found = None if _COUNTERS.isdisjoint(label[1:_LATEST_COUNTER]) else _DESCRIBED.fullmatch(label)
    return found["kind"] if found else ""


_SPACE = " "


def asks_openly(label: str) -> bool:
    """Whether a label that asks is of one of the public, as far as it says: no name, nor a member of a council.

    >>> asks_openly("一位女船工"), asks_openly("女学生"), asks_openly("叶委员青")
    (True, True, False)
    """
    if is_described(label):
        return True
    # “叶委员青之”, “叶青议员”, “议员 叶青”
    member = (
        looks_like_name(label)
        or _SPACE in label
        or label.endswith(_HEADS)
        or find_office_inside(label)
        or find_office_within(label)
    )
    return not member and _names_kind(label)


def _names_kind(words: str, *, after_count: bool = False) -> bool:
    """Whether words end as what somebody is called who is not named: “女船工”, “来自宁川的学生”, but “叶青”.

    `after_count`: a counting word for people has said so, and what looks like a name is none (“高中生”).
    """
    tags = [tag for _, tag in tag_words(words)]
    kind = tags[len(tags) - tags[::-1].index(_OF) if _OF in tags else 0 :]
    named = bool(kind) and kind[-1][0] in _NAMED_TAGS and (after_count or not kind[-1].startswith(PERSON))
    return named and _SAID_TAGS.isdisjoint(tag[0] for tag in kind)


# “的”
_OF = "uj"
_MARGINS = read_patterns("margins")
_DESCRIBED = on_demand(_MARGINS["described"])
_COUNTERS = frozenset(_MARGINS["people_counters"])
_LATEST_COUNTER = 6
_HEAD_SIGN = _MARGINS["head_sign"]
_HEADS = read_words("offices")
_LEAD_INS = read_words("label_stops", "end")
# What somebody is called ends as nouns, set phrases and times of life do (青年), and has no pronoun nor adverb.
_NAMED_TAGS = frozenset("nlti")
_SAID_TAGS = frozenset("rdpcum")


def find_retold(order: Sequence[tuple[str, bool]], roles: Mapping[str, Role]) -> set[str]:
    """The labels that describe a voice which only an answer quotes: “一位船工:“浪大。””; `roles` are what labels say.

    `order` has each label with whether what it says ends in a question mark. Such a voice is heard where somebody
    answers it: who speaks next is no asker, and it has asked or it is one who speaks again and again that answers.
    Right behind an asker it answers (“记者:…”, then “一位负责人:…”). One that asks nothing below somebody who goes on
    further down is told of by who speaks there, unless that is a host.
    """
    # “两位船长” too
    described = {label for label, _ in order if _find_kind(label)}
    counts = Counter(label for label, _ in order) if described else Counter()
    heard: set[str] = set()
    below = ""
    askers = {label for label, role in roles.items() if role in (Role.REPORTER, Role.AUDIENCE)}
    labels = [label for label, _ in order]
    after = Counter[str]()
    for place in range(len(order) - 1, -1, -1) if described else ():
        label, asks = order[place]
        after[label] += 1
        if label not in described:
            below = label
            continue
        above = next((labels[at] for at in range(place - 1, -1, -1) if labels[at] not in described), "")
        told = roles.get(above) is not Role.HOST and after[above] > 0 and not label.endswith(_PUBLIC)
        behind = place > 0 and labels[place - 1] in askers - described
        if behind or (below not in askers and (asks or (counts[below] > 1 and not told))):
            heard.add(label)
    return described - heard


# “一位网友:票价太高。” asks in these words.
_PUBLIC = tuple(sorted(read_words("roles", Role.AUDIENCE.value)))


def find_kinds_asking(order: Sequence[tuple[str, bool]], answerers: Collection[str]) -> set[str]:
    """The labels of kinds of people that ask once each, two and more of them: “女学生:…?”, “叶青:…”, “船工:…?”.

    `order` is that of `find_retold`; one of `answerers` speaks above each and below. What an answer lists stands
    between its speaker and another.
    """
    labels = [label for label, _ in order]
    asked = [
        label
        for before, (label, asks), below in zip(["", *labels], order, labels[1:], strict=False)
        if asks and below in answerers and before in ("", below) and label not in answerers
    ]
    every, once = Counter(labels), Counter(asked)
    kinds = {label for label, count in once.items() if count == every[label] and _names_people(label)}
    return kinds if sum(once[label] for label in kinds) >= _FEWEST_KINDS else set()


_FEWEST_KINDS = 2


def _names_people(label: str) -> bool:
    """Whether a label is a noun for people: “女学生”, “男生甲”, but “条件”."""
    return label.rstrip(_MARGINS["letters"])[-1:] in _PEOPLE_ENDS and _names_kind(label)


_PEOPLE_ENDS = frozenset(_MARGINS["people_ends"])
