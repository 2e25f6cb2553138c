"""Described voices: labels that say of what kind somebody is whom a record cannot name: `一位女船工：`."""

from collections import Counter
from collections.abc import Collection, Sequence

from pressparse.lexicon import read_patterns, read_words
from pressparse.pattern import on_demand
from pressparse.text.tag import PERSON, tag_words
from pressparse.transcript.dialect.name import find_office_inside, find_office_within, looks_like_name


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


def find_retold(order: Sequence[tuple[str, bool]], askers: Collection[str]) -> set[str]:
    """The labels that describe a voice which only an answer quotes: “一位船工:“浪大。””; `askers` are those that ask.

    `order` has each label with whether its line ends in a question mark. Such a voice is heard where somebody answers
    it: who speaks next is no asker, and it has asked or it is one who speaks again and again that answers.
    """
    # “两位船长” too
    described = {label for label, _ in order if _find_kind(label)}
    counts = Counter(label for label, _ in order) if described else Counter()
    heard: set[str] = set()
    below = ""
    for label, asks in reversed(order) if described else ():
        if label not in described:
            below = label
        elif below not in askers and (asks or counts[below] > 1):
            heard.add(label)
    return described - heard


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
    kinds = {label for label, count in once.items() if count == every[label] and _names_kind(label)}
    return kinds if sum(once[label] for label in kinds) >= _FEWEST_KINDS else set()


_FEWEST_KINDS = 2
