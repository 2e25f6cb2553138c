"""The one pass over the text: every place where a number or a time may begin."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import Final

from pressparse.claims.numeral import DIGITS, RUN_FIRST, RUN_HEADS, RUN_TAIL
from pressparse.claims.period import RELATIVE
from pressparse.lexicon import one_of, read_rows, read_tree

_TREE: Final = read_tree("quantities")
_PERIODS: Final = read_tree("periods")
_DOUBLE: Final = _TREE["double"]


def _by_first(words: Iterable[str]) -> str:
    """Words as alternatives behind a first character that has been read: “(?<=[今明])(?:(?<=今)(?:年|天)|…)”.

    The class of all first characters spares the others a look at each.
    """
    rests: dict[str, list[str]] = defaultdict(list)
    for word in words:
        rests[word[0]].append(word[1:])
    branches = "|".join(f"(?<={re.escape(first)}){one_of(tails)}" for first, tails in sorted(rests.items()))
    return f"(?<=[{''.join(map(re.escape, sorted(rests)))}])(?:{branches})"


def _idioms() -> str:
    """The idioms with all up to their first numeral sign read: “一下”, and “长三角” behind its 三."""
    parts = defaultdict(list)
    for row in sorted(read_rows("number_idioms"), key=lambda row: (-len(row["word"]), row["word"])):
        word = row["word"]
        sign = next((at for at, char in enumerate(word) if char in RUN_FIRST), 0)
        tail = f"(?![{row['unless']}])" if row["unless"] else ""
        ahead = f"(?<={re.escape(word[: sign + 1])})" if sign else ""
        parts[word[sign]].append(f"{ahead}{re.escape(word[sign + 1 :])}{tail}")
    branches = "|".join(f"(?<={first})(?:{'|'.join(tails)})" for first, tails in sorted(parts.items()))
    return f"(?<=[{''.join(sorted(parts))}])(?:{branches})"


def _behind(head: str) -> str:
    """A head of a numeral, with its first character already read."""
    if head.startswith("["):
        size = head.index("]") + 1
        return f"(?<={head[:size]}){head[size:]}"
    return f"(?<={head[0]}){head[1:]}"


def _heads() -> str:
    """The heads of numerals with their first character read: digits at once, no other sign without need."""
    digits, *others = map(_behind, RUN_HEADS)
    signs = "".join(sorted(RUN_FIRST - frozenset("0123456789")))
    return f"{digits}|(?<=[{signs}])(?:{'|'.join(others)})"


_GLOSSED: Final = (
    f"(?<=[{_PERIODS['signs']['deictics']}])\\((?:[0-9]{{1,4}}\\)[{_PERIODS['signs']['deictic_units']}]"
    "|[0-9]{1,2}/[0-9]{1,2}\\))"
)
# “今|、明年”
_LISTED_YEAR: Final = _behind(_PERIODS["signs"]["relative_listed"])
# “提前|一年半” names no year.
_EARLIER: Final[str] = _PERIODS["signs"]["before_now"][-1]
_TIME_WORDS: Final = [
    *RELATIVE,
    *_PERIODS["tails"]["first_half"].split("|"),
    *(_PERIODS["tails"][name] for name in ("second_half", "half_year")),
    *(_PERIODS["tails"]["edge_end"].split("|")[:2]),
    _PERIODS["tails"]["edge_start"].split("|")[0],
    _PERIODS["signs"]["roc"],
    _PERIODS["signs"]["first_month"],
]
_URL: Final = r"(?<=h)ttps?://[!-~]+|(?<=w)ww\.[!-~]+"
_DOUBLES: Final = f"(?<={_DOUBLE['verb']})(?={_DOUBLE['particle']}?[^{_DOUBLE['noun']},。]{{1,4}}{_DOUBLE['noun']})"
# “首相田中晋三|3月6日”: a digit of ours right before another is the end of a name.
_NAME_END: Final = f"(?<=[{''.join(DIGITS)}])[1-9]"
_FIRST: Final = "".join(
    sorted(
        set(RUN_FIRST - frozenset("0123456789"))
        | {word[0] for word in (*_TIME_WORDS, *_TREE["wholes"])}
        | set(_PERIODS["signs"]["deictics"])
        | {_DOUBLE["verb"], _TREE["signs"]["half"], "h", "w"}
    )
)

_PLACE: Final = f"{_by_first(_TREE['signs']['remembered'])}{_TREE['signs']['place_kinds']}"

# Group names tell the reader what it has before it; a digit class opens it, so that the search runs at C speed. No word
# begins with a digit: one look spares the many.
SCAN: Final = re.compile(
    rf"[0-9{_FIRST}](?:(?<![0-9])(?:"
    rf"(?P<idiom>{_idioms()}|{_PLACE})"
    rf"|(?P<whole>{_by_first(_TREE['wholes'])})"
    rf"|(?<!{_EARLIER})(?P<time>{_GLOSSED}|{_LISTED_YEAR}|{_by_first(_TIME_WORDS)}))"
    rf"|(?P<number>(?!{_NAME_END})(?:{_heads()}){RUN_TAIL})"
    rf"|(?P<half>(?<={_TREE['signs']['half']})(?={one_of(_TREE['signs']['half_units'])}))"
    rf"|(?P<double>{_DOUBLES})"
    rf"|(?P<url>{_URL}))"
)


def scan(text: str) -> Iterator[re.Match[str]]:
    """Candidates from left to right, each with `lastgroup` idiom, whole, time, number, double or url."""
    return SCAN.finditer(text)
