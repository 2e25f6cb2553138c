"""Labels against lead-ins: whether what has the form of a label is one, weighed over the whole record.

A label recurs, stands in the roster or the heading, carries a role, an office or the name of a medium, or looks like a
person's name; a lead-in (`中方提出四点建议：`) ends like one and is followed by a list. The weights are ordinal: a role
or medium decides alone, a name needs company, a lead-in word outweighs both.
"""

import re
from collections import Counter
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from functools import lru_cache

from pressparse.lexicon import read_words
from pressparse.transcript.dialect.label import role_of_label
from pressparse.transcript.turn import Role

ACCEPTED = 3.0

_STOP_ENDS = read_words("label_stops", "end")
_STOP_WHOLE = frozenset(read_words("label_stops", "whole"))
_NAME_STOPS = frozenset(read_words("name_stops"))
_HARD_STOPS = frozenset(read_words("name_stops", "hard"))
_OFFICES = (*read_words("offices"), *read_words("honorifics"))
_OFFICES_LONGEST_FIRST = tuple(sorted(read_words("offices"), key=len, reverse=True))
_SURNAMES = frozenset(read_words("surnames"))
_COUNTED = "0123456789" + "".join((*read_words("calendar", "digit"), *read_words("calendar", "ten")))
_LATIN_NAME = re.compile(r"^[A-Z][\w.'’-]*(?: (?:[A-Za-z][\w.'’-]*)){0,4}$")
_TRANSLATED_NAME = re.compile(r"^[\u3400-\u9fff]{1,8}(?:[·・‧•][\u3400-\u9fff]{1,8}){1,3}$")


def weigh_label(label: str, *, count: int, known: Collection[str] = (), heading: str = "", lists: int = 0) -> float:
    """How sure it is that `label` names a speaker; ACCEPTED or more means yes.

    `count` is how often it opens a line, `lists` how often a list or nothing follows; `known` are names from rosters
    and legends, `heading` the words above the first turn.
    """
    if label in known:
        return 2 * ACCEPTED
    named = looks_like_name(label)
    # “案例一”, “建议3”: a lead-in word, counted or not.
    lead_in = label.endswith(_STOP_ENDS) or label.rstrip(_COUNTED).endswith(_STOP_ENDS)
    if label in _STOP_WHOLE or (lead_in and not (named and count > 1)):
        return -ACCEPTED
    weight = min(3.0, 1.5 * (count - 1)) - 2.0 * (lists == count)
    role = role_of_label(label)
    if role is not Role.UNKNOWN:
        weight += 4.0
    elif label.endswith(_OFFICES) or find_office_inside(label):
        weight += 3.0
    elif named:
        weight += 2.0 + (label in heading) * 2.0
    else:
        weight -= min(3, sum(char in _NAME_STOPS for char in label)) + (len(label) > 8) * 2.0 + 0.5
    return weight - (any(char.isdigit() for char in label) and role is Role.UNKNOWN) * 2.0


def looks_like_name(label: str) -> bool:
    """Whether a label has the form of a person's name: family name and one or two characters, or a foreign name.

    >>> looks_like_name("毛宁"), looks_like_name("Kolas Yotaka"), looks_like_name("案例")
    (True, True, False)
    """
    if _LATIN_NAME.match(label) or _TRANSLATED_NAME.match(label):
        return True
    given = label[surname_chars(label) :]
    return is_surname(label) and 1 <= len(given) <= 2 and not any(char in _HARD_STOPS for char in given)


@lru_cache(maxsize=4096)
def find_office_inside(label: str) -> str:
    """The office between family and given name, as Taiwan's legislature prints it; "" where there is none.

    >>> find_office_inside("陈院长冲"), find_office_inside("林委员一心"), find_office_inside("陈大同")
    ('院长', '委员', '')
    """
    surname = surname_chars(label)
    for office in _OFFICES_LONGEST_FIRST:
        given = len(label) - surname - len(office)
        if surname and 1 <= given <= 2 and label.startswith(office, surname):
            return office
    return ""


def is_surname(name: str) -> bool:
    """Whether a name begins with a family name."""
    return surname_chars(name) > 0


def surname_chars(name: str) -> int:
    """How many characters of a name are its family name; 0 where it begins with none.

    >>> surname_chars("欧阳修"), surname_chars("毛宁"), surname_chars("之一")
    (2, 1, 0)
    """
    return 2 if len(name) > 2 and name[:2] in _SURNAMES else int(name[:1] in _SURNAMES)


@dataclass(frozen=True, slots=True)
class Candidate:
    """What has the form of a label, in the order of the text; `is_list`: a list or nothing follows it."""

    label: str
    is_list: bool = False


def accept_labels(
    candidates: Sequence[Candidate], *, known: Collection[str] = (), heading: str = "", words: str = ""
) -> frozenset[str]:
    """The labels among `candidates` that name speakers; `words` is the analysis text they were found in."""
    counts = Counter(each.label for each in candidates)
    lists = Counter(each.label for each in candidates if each.is_list)
    weights = {
        label: weigh_label(label, count=count, known=known, heading=heading, lists=lists[label])
        for label, count in counts.items()
    }
    accepted = {label for label, weight in weights.items() if weight >= ACCEPTED}
    named = {label for label, weight in weights.items() if 0 < weight < ACCEPTED and looks_like_name(label)}
    # “有请苏婉仪副厅长回答”: somebody who is called by name and office elsewhere.
    accepted |= {label for label in named if is_called(label, words)}
    # Right behind a reporter's question a name needs no more company: somebody answers it.
    before = ""
    for each in candidates:
        if each.label in named and before and role_of_label(before) is Role.REPORTER and not each.is_list:
            accepted.add(each.label)
        if each.label in accepted:
            before = each.label
    return frozenset(accepted)


def is_called(name: str, words: str) -> bool:
    """Whether `words` call somebody `name` with an office or honorific, before it or behind."""
    at = words.find(name)
    while at >= 0:
        if words.startswith(_OFFICES, at + len(name)) or words[max(0, at - 20) : at].rstrip().endswith(_OFFICES):
            return True
        at = words.find(name, at + 1)
    return False
