"""Inside lines: labels that stand behind a sentence on its line, and how the name in a label is printed."""

import re
from collections.abc import Collection, Iterable, Iterator
from functools import lru_cache

from pressparse.lexicon import one_of, read_words
from pressparse.span import Span
from pressparse.text.script import is_han
from pressparse.transcript.dialect import label as labels
from pressparse.transcript.dialect.opening import Opening
from pressparse.transcript.dialect.page import Label, Line, Page, Part, PartKind
from pressparse.transcript.turn import Role

# What stands in parentheses behind a name and says what its bearer does: “(答)”, “(问)”.
_ANSWERING = frozenset(read_words("answers"))
PARTS = frozenset((*_ANSWERING, *(word for word in read_words("roles", "reporter") if len(word) == 1 and is_han(word))))
_PART = one_of(PARTS)
_PLAIN_ANSWER = one_of(word for word in _ANSWERING if len(word) == 1)


def find_inside(openings: Iterable[Opening]) -> re.Pattern[str] | None:
    """The labels of a record where they stand behind a sentence on its line; None where it has none."""
    openings = tuple(openings)
    names = sorted({opening.label for opening in openings if len(opening.label) > 1}, key=len, reverse=True)
    # “问:何时通车?(海岳社 叶青)  答:明年。”
    asked = any(len(opening.label) == 1 and labels.role_of_line(opening.label) is Role.REPORTER for opening in openings)
    answer = [rf"(?<=  ){_PLAIN_ANSWER}"] if asked else []
    if not names and not answer:
        return None
    marks = {opening.aside for opening in openings if opening.aside in PARTS}
    # “叶局长(答):”, where “江北报记者(问):” opens the line: any name with such a mark.
    marked = rf"|[^\s,。;:?!…()]{{2,14}}(?=\({_PART}\) ?:)" if marks else ""
    # “记者提问:…?『市城管局副局长叶青』:…”
    marked += r"|‘[^‘’:。;?!\n]{2,40}’"
    label = "|".join([*map(re.escape, names), *answer])
    return re.compile(rf"(?<=[。!?…”)]) *(?P<label>{label}{marked})(?:\((?P<part>[^():]{{1,4}})\))? ?: *")


def labelled_inside(
    page: Page, line: Line, match: re.Match[str] | None, inside: re.Pattern[str], askers: Collection[str]
) -> Iterator[Part]:
    """The turns that open within a line, from the first of them on; what stands before it goes on with the last."""
    while match:
        start, stop = line.start + match.start(), line.start + match.end()
        role = labels.role_of_label(match["label"])
        if role is Role.UNKNOWN and match["part"] in _ANSWERING:
            role = Role.GUEST
        role = Role.REPORTER if role is Role.UNKNOWN and match["label"] in askers else role
        name = printed_name(page.text[line.start + match.start("label") : stop])
        yield Part(PartKind.LABEL, Span(start, stop), Label(name, role))
        match = inside.search(line.words, match.end())


@lru_cache(maxsize=4096)
def printed_name(mark: str) -> str:
    """The name in a label as printed: up to the colon or parenthesis, without space inside that only fills a width."""
    name = re.split(r"[:：∶︰﹕(（,，]", mark.replace("**", "").replace("\n", " "), maxsplit=1)[0].strip(
        " \u3000*【】[]『』"
    )
    return labels.close_up(name.replace("\u3000", " ")) if "\u3000" in name or " " in name else name
