"""Which grammar reads a record: the one that explains most of it."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from pressparse.errors import OptionError
from pressparse.transcript.dialect import colon, dash_role, heading, inline, marked, three_line
from pressparse.transcript.dialect.page import Page, Part


@dataclass(frozen=True, slots=True)
class Grammar:
    """A way of reading that serves one layout, or a family of them whose members `member` tells apart.

    `score` says how many turns of a page it explains, 0 where the page is not of it; `cut` yields its parts.
    """

    ids: tuple[str, ...]
    score: Callable[[Page], float]
    cut: Callable[[Page], Iterator[Part]]
    member: Callable[[Page], str] | None = None


@dataclass(frozen=True, slots=True)
class Choice:
    """The grammar chosen, the layout it found the page to be, and how every other one scored."""

    grammar: Grammar
    id: str
    scores: tuple[tuple[str, float], ...]


GRAMMARS = (
    Grammar(marked.FAMILY, marked.score, marked.cut, lambda page: page.dialect or marked.FAMILY[0]),
    Grammar((dash_role.ID,), dash_role.score, dash_role.cut),
    Grammar((three_line.ID,), three_line.score, three_line.cut),
    Grammar((heading.ID,), heading.score, heading.cut),
    *(Grammar((name,), score, cut) for name, (score, cut) in inline.grammars().items()),
    Grammar(colon.FAMILY, colon.score, colon.cut, colon.member),
)
DIALECTS = tuple(sorted(name for grammar in GRAMMARS for name in grammar.ids))

# One label could be a lead-in of another layout; a turn behind a separator, or a dialogue of two, is enough.
MIN_SCORE = 1.0


def choose_grammar(page: Page, *, dialect: str = "") -> Choice | None:
    """The grammar with the highest score, or that of `dialect`; None when the layout is unknown.

    Raises OptionError for a dialect that does not exist.
    """
    if dialect:
        for grammar in GRAMMARS:
            if dialect in grammar.ids:
                return Choice(grammar, dialect, ())
        raise OptionError(f"no dialect is called “{dialect}”; known are {', '.join(DIALECTS)}")
    scored = [(grammar.score(page), grammar) for grammar in GRAMMARS]
    best, grammar = max(scored, key=lambda pair: pair[0])
    if best < MIN_SCORE:
        return None
    scores = tuple((each.ids[-1], points) for points, each in scored if points)
    return Choice(grammar, grammar.member(page) if grammar.member else grammar.ids[0], scores)
