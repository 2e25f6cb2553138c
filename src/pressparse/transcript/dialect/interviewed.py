"""Interviewed: whom the lines above a record say to be asked by the press."""

from collections.abc import Iterator

from pressparse.lexicon import one_of, read_words
from pressparse.pattern import HAN, on_demand
from pressparse.text.tag import tag_words
from pressparse.transcript.dialect import label as labels
from pressparse.transcript.dialect.name import has_name_stop, is_plain_word, looks_like_name
from pressparse.transcript.dialect.page import Page


def find_interviewed(page: Page, first: int) -> str:
    """The one person whom the lines above line `first` say to be interviewed: “何秋赛后接受了专访”; "" for others."""
    heading = [line.words for line in page.lines[:first]]
    found = {name for words in (*heading, page.title) for name in (*_interviewed(words), *_attending(words))}
    names = {name for name in found if not any(name != other and name.endswith(other) for other in found)}
    return next(iter(names)) if len(names) == 1 else ""


def _interviewed(words: str) -> Iterator[str]:
    """The names of whom a line says to be interviewed."""
    for told in _TALKS.finditer(words):
        name = told["who"] or told["whose"] or told["whom"]
        if name.isascii() or (looks_like_name(name) and not is_plain_word(name)):
            yield name


_TALKS = on_demand(labels.MARGINS["interviewed_who"])


def _attending(words: str) -> Iterator[str]:
    """The names of whom a line says to meet the press, behind their offices or first: “主教练叶青出席了发布会”."""
    for told in (*_ATTENDS_IN_OFFICE.finditer(words), *_TALKS_IN_OFFICE.finditer(words)):
        joined = _JOINT.match(told["who"])
        if joined and (is_plain_word(told["who"][joined.end() :]) or told["who"].endswith(_OFFICES)):
            # “主教练|和队长|出席了发布会”
            continue
        # “主教练叶青和队员何秋出席了发布会”
        names = _JOINT.split(told["who"][1:], maxsplit=1)
        yield from names[1:]
        name = told["who"][0] + names[0]
        if name.isascii() or (looks_like_name(name) and not _joins(name)) or _is_foreign(name):
            yield name
    # “赛后,叶青出席了发布会”
    first = (told["who"] for told in _ATTENDS_FIRST.finditer(words))
    yield from (name for name in first if looks_like_name(name) and not (name.isascii() or is_plain_word(name)))


def _is_foreign(name: str) -> bool:
    """Whether a name without a family name is one: “安东尼奥”, but “及副市长”, “终于”, “代表政府”."""
    if has_name_stop(name) or is_plain_word(name):
        return False
    return all(tag.startswith(_NAMING) or (len(word) == 1 and tag[0] not in _JOINING) for word, tag in tag_words(name))


def _joins(name: str) -> bool:
    """Whether what looks like a name is an adverb or the like: “局长|终于|接受了专访”."""
    said = list(tag_words(name))
    return len(said) == 1 and said[0][1][0] in _JOINING


_OFFICES = read_words("offices")
_NAMING = ("nr", "ns", "nt", "nz", "x", "eng")
_JOINING = frozenset("cpudm")
_JOINT = on_demand(one_of(read_words("joints")))
_ATTENDS = on_demand(labels.MARGINS["attends"])
_ATTENDS_FIRST = on_demand(rf"(?:^|(?<=[,。;:!?\s])){labels.MARGINS['attends']}")
_ATTENDS_IN_OFFICE = on_demand(one_of(read_words("offices")) + labels.MARGINS["attends"])
# “对话局长叶青”
_TALKS_IN_OFFICE = on_demand(
    rf"{labels.MARGINS['interviewed']}[^\s,。;:!?]{{0,16}}?{one_of(read_words('offices'))}"
    rf"(?P<who>(?:{HAN}|·){{2,8}}?)(?=[\s,:。;!?|]|$)"
)
_ANSWERS_PRESS = on_demand(labels.MARGINS["answering_press"])


def tells_of_questions(words: str) -> bool:
    """Whether a line says that somebody meets the press, and is asked: “叶青答记者问”."""
    told = (_ATTENDS, _ANSWERS_PRESS, _TALKS, _TALKS_IN_OFFICE)
    return any(sign.search(words) for sign in told)
