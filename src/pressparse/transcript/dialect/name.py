"""Names of people: what they look like."""

from functools import lru_cache

from pressparse.lexicon import one_of, read_words
from pressparse.pattern import on_demand
from pressparse.text.script import is_han
from pressparse.text.tag import NAMES, tag_words

_HARD_STOPS = frozenset(read_words("name_stops", "hard"))
_OFFICES_LONGEST_FIRST = tuple(sorted(read_words("offices"), key=len, reverse=True))
_SURNAMES = frozenset(read_words("surnames"))
# What organizations end with: “社会局蓝局长映秋”.
BODIES = tuple(read_words("bodies"))
_LATIN_NAME = on_demand(r"^[A-Z][\w.'’-]*(?: (?:[A-Za-z][\w.'’-]*)){0,4}$")
# A second name in letters.
_LATIN_BEHIND = on_demand(r" ?[A-Z][A-Za-z.'’ -]*$")
# “约翰·史密斯”, with any of the dots that records print.
DOTS = str.maketrans("・‧•", "···")


def looks_like_name(label: str) -> bool:
    """Whether a label has the form of a person's name: family name and one or two characters, or a foreign name.

    >>> looks_like_name("毛宁"), looks_like_name("Kolas Yotaka"), looks_like_name("案例")
    (True, True, False)
    """
    if ("A" <= label[:1] <= "Z" and _LATIN_NAME.match(label)) or _is_translated_name(label):
        return True
    given = label[surname_chars(label) :]
    return is_surname(label) and 1 <= len(given) <= 2 and not has_name_stop(given)


def split_names(label: str) -> list[str]:
    """The names of those who speak together, as a label joins them; empty for any other label.

    >>> split_names("宋一白、吴桐"), split_names("宋一白和何秋"), split_names("林业和渔业"), split_names("宋一白")
    (['宋一白', '吴桐'], ['宋一白', '何秋'], [], [])
    """
    parts = [part.strip() for part in _JOINED.split(label)]
    names = len(parts) > 1 and all(looks_like_name(part) and not is_plain_word(part) for part in parts)
    return parts if names else []


_JOINED = on_demand(one_of(("、", *read_words("joints"))))


def is_plain_word(words: str) -> bool:
    """Whether the dictionary has words as one that names nobody: asked where only their form speaks for a name.

    >>> is_plain_word("今天"), is_plain_word("外籍"), is_plain_word("景元"), is_plain_word("森武夫")
    (True, True, False, False)
    """
    tags = [tag for _, tag in tag_words(words)]
    return len(tags) == 1 and len(words) > 1 and tags[0] not in NAMES


def has_name_stop(words: str) -> bool:
    """Whether a character stands among words that no name has.

    >>> has_name_stop("小满"), has_name_stop("你的")
    (False, True)
    """
    return any(char in _HARD_STOPS for char in words)


def _is_translated_name(label: str) -> bool:
    """Whether a label is a foreign name in Han characters: two to four parts with dots between."""
    parts = label.translate(DOTS).split("·")
    return 2 <= len(parts) <= 4 and all(len(part) <= 8 and is_han(part) for part in parts)


@lru_cache(maxsize=4096)
def find_office_inside(label: str) -> str:
    """The office between family and given name, as Taiwan's legislature prints it; "" where there is none.

    >>> find_office_inside("陈院长冲"), find_office_inside("林委员一心"), find_office_inside("陈大同")
    ('院长', '委员', '')
    >>> find_office_inside("林副主任委员")
    ''
    """
    surname = surname_chars(label)
    if label[surname:] in _OFFICES_LONGEST_FIRST:
        # “林副主任委员” is no 林委员.
        return ""
    # “高委员金水Lahok Sawan”
    latin = _LATIN_BEHIND.search(label) if label != label.lower() else None
    length = latin.start() if latin else len(label)
    for office in _OFFICES_LONGEST_FIRST:
        given = length - surname - len(office)
        if surname and 1 <= given <= 2 and label.startswith(office, surname):
            return office
    return ""


@lru_cache(maxsize=4096)
def find_office_within(label: str) -> int:
    """Where the family name stands in a label that has the organization before it, the office and given name behind.

    >>> "社会局蓝局长映秋"[find_office_within("社会局蓝局长映秋"):], find_office_within("市财政局局长李大山")
    ('蓝局长映秋', 0)
    """
    for office in _OFFICES_LONGEST_FIRST:
        at = label.find(office, 3)
        if at > 0 and 1 <= len(label) - at - len(office) <= 2:
            for size in (2, 1):
                if surname_chars(label[at - size : at] + "  ") == size and label[: at - size].endswith(BODIES):
                    return at - size
    return 0


def is_surname(name: str) -> bool:
    """Whether a name begins with a family name."""
    return surname_chars(name) > 0


def surname_chars(name: str) -> int:
    """How many characters of a name are its family name; 0 where it begins with none.

    >>> surname_chars("欧阳修"), surname_chars("毛宁"), surname_chars("之一")
    (2, 1, 0)
    """
    return 2 if len(name) > 2 and name[:2] in _SURNAMES else int(name[:1] in _SURNAMES)
