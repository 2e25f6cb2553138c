"""pressparse: the transcript of a Chinese-language press conference as turns, numbers and keywords.

>>> from pressparse import read
>>> briefing = read("data/linhe-2025-half-year.txt")  # doctest: +SKIP
"""

from pressparse.briefing import Briefing, Settings, Statement, parse_briefing, read, read_briefings
from pressparse.errors import PressparseError, Problem
from pressparse.span import Span
from pressparse.transcript.exchange import Exchange
from pressparse.transcript.roster import Person
from pressparse.transcript.source import Source, read_source
from pressparse.transcript.turn import Role, Turn, TurnKind

__all__ = [
    "Briefing",
    "Exchange",
    "Person",
    "PressparseError",
    "Problem",
    "Role",
    "Settings",
    "Source",
    "Span",
    "Statement",
    "Turn",
    "TurnKind",
    "parse_briefing",
    "read",
    "read_briefings",
    "read_source",
]
