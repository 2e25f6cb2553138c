"""Holders: who is meant by an office, a family name, or the end of a name."""

import re
from collections import Counter
from collections.abc import Mapping

from pressparse.lexicon import one_of, read_rows, read_words
from pressparse.pattern import HAN, on_demand
from pressparse.text.script import is_han, to_analysis
from pressparse.text.tag import PERSON, cut_words, tag_word, tag_words
from pressparse.transcript.announcement import Announced, label_words, office_suffix
from pressparse.transcript.dialect.label import MARGINS, without_speaker_role
from pressparse.transcript.dialect.name import DOTS, is_plain_word, looks_like_name, surname_chars
from pressparse.transcript.roster import BEHIND_NAME
from pressparse.transcript.turn import Person, Role

_OFFICES = frozenset(read_words("offices"))
_HONORIFICS = read_words("honorifics")
_OFFICE = one_of(_OFFICES)
# “阙主秘”, of “主任秘书阙静文”
_IN_FULL = {row["word"]: row["office"] for row in read_rows("short_offices")}
_SHORTEST_OFFICE = 2
_GIVEN_CHARS = 2
_LONGEST_WORD = 4


def full_name(words: str, said: str) -> str:
    """The name that a record gives once where a label has the family name and the office; "" where it gives none."""
    office = office_suffix(words)
    before = words[: len(words) - len(office)]
    if not office or not before or len(before) != surname_chars(f"{before}  ") or len(office) < _SHORTEST_OFFICE:
        return ""
    at = said.find(before)
    while at >= 0:
        for given in (2, 1):
            name = said[at : at + len(before) + given]
            if said.startswith(office, at + len(name)) and looks_like_name(name):
                return name
            # “驻外大使孟某某”: what stands behind the office again and again.
            called = said[:at].endswith(office) and looks_like_name(name)
            # “大使孟某某接受采访”, for three characters at once.
            once = given > 1 and BEHIND_NAME.match(said, at + len(name)) is not None
            if called and (once or said.count(office + name) > 1):
                return name
        at = said.find(before, at + 1)
    return ""


def parted_name(words: str, announced: Announced) -> str:
    """The name that a record gives once with the office of a label within it (“郝次长景元”); "" where it gives none.

    The given name has two characters: “叶大使好” is a greeting.
    """
    office = office_suffix(words)
    before = words[: len(words) - len(office)]
    if office not in _OFFICES or not before or len(before) != surname_chars(f"{before}  "):
        return ""
    at = announced.words.find(words)
    while at >= 0:
        end = at + len(words)
        stop = end + _GIVEN_CHARS
        name = before + announced.words[end:stop]
        given = announced.words[end:stop]
        form = is_han(name) and looks_like_name(name) and not is_plain_word(given)
        if form and BEHIND_NAME.match(announced.words, stop):
            return announced.hosted[at : at + len(before)] + announced.hosted[end:stop]
        at = announced.words.find(words, end)
    return ""


def office_called(name: str, announced: Announced) -> str:
    """The office by which a record calls somebody: 州长 for 隆多吉, of “隆州长” or “隆多吉州长”; "" for none."""
    said = label_words(name)
    family = said[: surname_chars(said)]
    words = announced.words
    if len(said) > 1 and (whole := re.search(f"{re.escape(said)}({_OFFICE})", words)):
        return announced.hosted[slice(*whole.span(1))]
    found = re.search(rf"(?<!{HAN}){family}({_OFFICE})", words) if family and len(said) > 1 else None
    # “高|校长|期…” is 高校.
    first = cut_words(words[found.start() : found.end() + _LONGEST_WORD])[0] if found else ""
    return announced.hosted[slice(*found.span(1))] if found and first in (family, found[0]) else ""


def title_of_last(last: str, titles: Mapping[str, str]) -> str:
    """The title of whom a label calls by the last of a foreign name: “科尔曼”, of “贸易代表玛丽安·科尔曼”."""
    return next((title for name, title in titles.items() if name.translate(DOTS).endswith(f"·{last}")), "")


def holders_of(words: str, before: str, office: str, titles: Mapping[str, str]) -> list[str]:
    """The announced people whom a label means by office (`教育局局長`) or by family name and office (`萬區長`)."""
    plain = {name: (to_analysis(name), to_analysis(title)) for name, title in titles.items()}
    # A family name alone: “欧阳|厅长”.
    if office and before and len(before) == surname_chars(f"{before}  "):
        office = _IN_FULL.get(office, office)
        return [
            name
            for name, (said, title) in plain.items()
            if said.startswith(before) and (office in title or office in _HONORIFICS)
        ]
    if words[1:] == _CHIEF:
        # “路总”, of “排水集团总经理路通”
        return [name for name, (said, title) in plain.items() if said.startswith(words[0]) and _CHIEFS.search(title)]
    if named := _heads_called(words, plain):
        return named
    # “经济部马部长”, of “经济部部长马承恩”
    for size in (1, 2) if office and len(before) > _SHORTEST_OFFICE else ():
        family, body = before[-size:], before[:-size]
        named = [
            name
            for name, (said, title) in plain.items()
            if said.startswith(family) and title.endswith(office) and title.startswith(body)
        ]
        if named and surname_chars(f"{family}  ") == size:
            return named
    if office and len(before) > _SHORTEST_OFFICE and (short := _held_in_short(before, office, plain)):
        return short
    held = {name: title.removesuffix(words) for name, (_, title) in plain.items() if title and title.endswith(words)}
    # “局长:”, where there is a 副局长 too
    return [name for name, of in held.items() if of[-1:] not in _OTHER_OFFICE] or list(held)


def _held_in_short(body: str, office: str, plain: Mapping[str, tuple[str, str]]) -> list[str]:
    """Who alone holds an office whose body a label shortens: “专家小组召集人”, of “专家咨询小组召集人叶青”."""
    found = [name for name, (_, title) in plain.items() if title.endswith(office) and title != body + office]
    of = plain[found[0]][1].removesuffix(office) if len(found) == 1 else ""
    signs = iter(of)
    return found if of and of[:1] == body[:1] and all(sign in signs for sign in body) else []


def _heads_called(words: str, plain: Mapping[str, tuple[str, str]]) -> list[str]:
    """The people whom a label calls by family name and what they are head of: “郝支队”, of “支队长郝望”."""
    size = surname_chars(f"{words}  ")
    led = f"{words[size:]}{MARGINS['head_sign']}"
    short = size > 0 and len(words) - size in _SHORT_HEADS and led in _OFFICES
    return (
        [name for name, (said, title) in plain.items() if said.startswith(words[:size]) and title.endswith(led)]
        if short
        else []
    )


_SHORT_HEADS = range(1, 3)


def talks_in_heading(words: str, announced: Announced) -> str:
    """The name in a heading of whose talk it is (“叶青之联访逐字稿”), for a label that is the family name; else ""."""
    if len(words) != 1 or not is_han(words):
        return ""
    spans = [found.span(1) for found in re.finditer(rf"({words}{HAN}{{1,2}})(?:{_TALKS})", announced.words)]
    names = {announced.hosted[start:end] for start, end in spans if _is_called_so(announced.words[start:end])}
    return names.pop() if len(names) == 1 else ""


def repeated_name(words: str, said: str) -> str:
    """The one name that a record has more than once for a label that is its family name (`陆`); "" for none.

    >>> repeated_name("陆", "专访修复师陆秋实。陆秋实修复陶器。陆地上没有。"), repeated_name("陆", "陆地上,陆地上")
    ('陆秋实', '')
    """
    if len(words) != 1 or surname_chars(f"{words}  ") != 1:
        return ""
    found = Counter(re.findall(f"{words}{HAN}{{2}}", said))
    names = [name for name, count in found.items() if count > 1 and _is_called_so(name) and _is_no_word(name)]
    return names[0] if len(names) == 1 else ""


def asked_name(words: str, said: str, label: int) -> str:
    r"""The name that the line above a `label` calls first of all, of the family that the label is; "" for none.

    >>> asked_name("游", "记:游小满,你怕不怕?\n游:怕。", 12), asked_name("游", "记:游客多不多?\n游:多。", 9)
    ('游小满', '')
    """
    if len(words) != 1 or surname_chars(f"{words}  ") != 1:
        return ""
    above = said.rfind("\n", 0, max(label - 1, 0)) + 1
    question = said[above:label].partition(":")[2].lstrip()
    called = re.match(f"{words}{HAN}{{1,2}}?(?={_ASKED_BEHIND})", question)
    return called[0] if called and _is_called_so(called[0]) and _is_no_word(called[0]) else ""


_ASKED_BEHIND = MARGINS["asked_name_behind"]


def _is_no_word(name: str) -> bool:
    """Whether three signs begin with no other word than a name: “陆秋实”, but “陆地上”."""
    first = cut_words(name)[0]
    return len(first) == 1 or tag_word(first).startswith(PERSON)


def _is_called_so(words: str) -> bool:
    """Whether words are the name of somebody, and neither a word (高层) nor an office behind a family name (林市长)."""
    return looks_like_name(words) and not is_plain_word(words) and not words.endswith((*_OFFICES, *_HONORIFICS))


_OTHER_OFFICE = frozenset(MARGINS["other_office"])
_TALKS = MARGINS["talks"]
_CHIEF = MARGINS["chief"]
_CHIEFS = on_demand(MARGINS["chiefs"])


def of_family(words: str, titles: Mapping[str, str]) -> list[str]:
    """The announced people whom a label means that is a family name alone (`游`)."""
    return [name for name in titles if len(words) == 1 and to_analysis(name).startswith(words)]


def foreign_name(words: str, said: str) -> str:
    """The foreign name in front of the office in a label, which a record has without it too; "" for other labels.

    >>> foreign_name("奥尔森总统", "奥尔森说,谢谢。奥尔森总统到了。"), foreign_name("奥尔森总统", "奥尔森总统到了。")
    ('奥尔森', '')
    """
    name = words.removesuffix(office_suffix(words))
    person = 1 < len(name) < len(words) and all(tag.startswith(PERSON) for _, tag in tag_words(name))
    return name if person and said.count(name) > said.count(words) else ""


def announced_as(announced: Announced, role: Role) -> list[str]:
    """The names of those whom a record announces in a role; whom it only announces is a guest."""
    return [name for name in announced.titles if announced.roles.get(name, Role.GUEST) is role]


def unnamed_host(announced: Announced) -> Person:
    """Who presides where no label says so: whom the record announces as host, or somebody without a name."""
    hosts = announced_as(announced, Role.HOST)
    name = hosts[0] if len(hosts) == 1 else ""
    return Person(name, Role.HOST, title=without_speaker_role(announced.titles.get(name, "")))
