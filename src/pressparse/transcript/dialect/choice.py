"""Which grammar reads a record: the one that explains most of it."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from pressparse.errors import OptionError
from pressparse.transcript.dialect import dash_role
from pressparse.transcript.dialect.page import Page, Part


@dataclass(frozen=True, slots=True)
class Grammar:
    """A layout that records are published in.

    `score` says how many turns of a page the layout explains, 0 where the page is not of it; `cut` yields its parts.
    """

    id: str
    score: Callable[[Page], float]
    cut: Callable[[Page], Iterator[Part]]


GRAMMARS = (Grammar(dash_role.ID, dash_role.score, dash_role.cut),)

# One role line could be a heading of another layout; a turn behind a separator is enough.
MIN_SCORE = 1.0


def choose_grammar(page: Page, *, dialect: str = "") -> Grammar | None:
    """The grammar with the highest score, or the one called `dialect`; None when the layout is unknown.

    Raises OptionError for a dialect that does not exist.
    """
    if dialect:
        for grammar in GRAMMARS:
            if grammar.id == dialect:
                return grammar
        raise OptionError(f"no dialect is called “{dialect}”; known are {', '.join(g.id for g in GRAMMARS)}")
    scores = [(grammar.score(page), grammar) for grammar in GRAMMARS]
    best, grammar = max(scores, key=lambda pair: pair[0])
    return grammar if best >= MIN_SCORE else None
