"""Which grammar reads a record: the one that explains most of it."""

from collections.abc import Callable, Iterator
from importlib import import_module
from typing import ClassVar, Protocol

from pressparse.errors import OptionError
from pressparse.record import Record
from pressparse.transcript.dialect.page import Page, Part


class Grammar(Protocol):
    """A module of this room that reads one layout, or a family of them."""

    score: Callable[[Page, str], float]
    cut: Callable[[Page, str], Iterator[Part]]
    member: Callable[[Page, str], str]


class Choice(Record):
    """The grammar chosen, the layout it found the page to be, and how every other one that was asked scored."""

    names: ClassVar = ("grammar", "id", "scores")
    __slots__ = names

    def __init__(self, grammar: Grammar, id: str, scores: tuple[tuple[str, float], ...] = ()) -> None:
        self.grammar = grammar
        self.id = id
        self.scores = scores

    def cut(self, page: Page) -> Iterator[Part]:
        """The parts of the page, gaps left to tile()."""
        return self.grammar.cut(page, self.id)


# Layout → the module that reads it, in the order they are asked. Modules are loaded when their turn comes: a record
# that marks every turn beyond doubt needs no second opinion, and the program starts faster.
MODULES = {
    **dict.fromkeys(("akoma-ntoso", "tei", "convokit", "subtitle", "table"), "marked"),
    "dash-role": "dash_role",
    "three-line": "three_line",
    "name-line": "name_line",
    "wide-space": "wide_space",
    "markdown-heading": "heading",
    "signed": "signed",
    "quoted": "quoted",
    **dict.fromkeys(("lenticular", "bracket", "name-title", "run-on"), "inline"),
    **dict.fromkeys(("legend", "hansard", "numbered-bold", "qa", "header-block", "label-colon"), "colon"),
}
DIALECTS = tuple(sorted(MODULES))

# A score from which on no other grammar is asked.
CERTAIN = 1000.0
# One label could be a lead-in of another layout; a turn behind a separator, or a dialogue of two, is enough.
MIN_SCORE = 1.0


def choose_grammar(page: Page, *, dialect: str = "") -> Choice | None:
    """The grammar with the highest score, or that of `dialect`; None when the layout is unknown.

    Raises OptionError for a dialect that does not exist.
    """
    if dialect:
        if dialect not in MODULES:
            raise OptionError(f"no dialect is called “{dialect}”; known are {', '.join(DIALECTS)}")
        return Choice(_load(dialect), dialect)
    scores: list[tuple[float, str]] = []
    for name in _asked():
        scores.append((_load(name).score(page.sample, name), name))
        if scores[-1][0] >= CERTAIN:
            break
    best, name = max(scores, key=lambda pair: pair[0])
    if best < MIN_SCORE:
        return None
    grammar = _load(name)
    member = grammar.member(page.sample, name)
    # Layouts of one family score together: the score is that of the one that was chosen.
    why = tuple((member if each == name else each, points) for points, each in sorted(scores, reverse=True) if points)
    return Choice(grammar, member, why)


def _asked() -> Iterator[str]:
    """One layout of each module, each of those whose members score apart."""
    seen = set()
    for name, module in MODULES.items():
        if module == "inline" or module not in seen:
            seen.add(module)
            yield name


def _load(name: str) -> Grammar:
    module: Grammar = import_module(f"pressparse.transcript.dialect.{MODULES[name]}")
    return module
