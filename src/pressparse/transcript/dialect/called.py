"""Called: whom a record calls or announces by name, with an office or an honorific beside it."""

from collections.abc import Collection

from pressparse.lexicon import one_of, read_words
from pressparse.pattern import on_demand
from pressparse.transcript.dialect.name import is_plain_word
from pressparse.transcript.roster import BEHIND_NAME

_OFFICES = (*read_words("offices"), *read_words("honorifics"))
_HONORIFICS = on_demand(one_of(read_words("honorifics")))


def find_called(labels: Collection[str], words: str) -> set[str]:
    """The labels that a record calls with an honorific, and that are no words: “请问乌兰女士”, but “外籍:外籍老师…”."""
    sizes = {len(label) for label in labels}
    called: set[str] = set()
    for honorific in _HONORIFICS.finditer(words) if labels else ():
        at = honorific.start()
        called |= {words[at - size : at] for size in sizes if at >= size}
    return {label for label in called.intersection(labels) if not is_plain_word(label)}


def is_announced(name: str, heading: str) -> bool:
    """Whether an office stands in front of a name in the heading, and behind it what follows who is announced."""
    at = heading.find(name)
    while at >= 0:
        if heading.endswith(_OFFICES, 0, at) and BEHIND_NAME.match(heading, at + len(name)):
            return True
        at = heading.find(name, at + 1)
    return False


def is_called(name: str, words: str) -> bool:
    """Whether `words` call somebody `name` with an office or honorific, before it or behind."""
    at = words.find(name)
    while at >= 0:
        if words.startswith(_OFFICES, at + len(name)) or words[max(0, at - 20) : at].rstrip().endswith(_OFFICES):
            return True
        at = words.find(name, at + 1)
    return False
