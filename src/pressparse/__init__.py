r"""pressparse: the transcript of a Chinese-language press conference as turns, numbers and keywords.

The face: it defines nothing, and imports a name when it is first asked for, so that the program starts fast.

>>> from pressparse import Source, parse_briefing
>>> record = "-\n嘉宾\n周启明:全年财政收入30.5亿元,同比增长4.2%。\n"
>>> briefing = parse_briefing(Source("example", record))
>>> [(each.claim.metric[0].of("全年财政收入"), str(each.claim.low)) for each in briefing.claims][0]
('财政收入', '3050000000')
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from pressparse.briefing import Briefing, Settings, Statement, parse_briefing, read, read_briefings
    from pressparse.claims.claim import Claim, find_claims
    from pressparse.errors import PressparseError, Problem
    from pressparse.keywords.rank import Keyword, Passage, rank_keywords
    from pressparse.report.render import write_file, write_table
    from pressparse.report.table import Column, Table
    from pressparse.report.views import claims_table, exchanges_table, keywords_table, speakers_table, turns_table
    from pressparse.span import Span
    from pressparse.text.script import to_analysis
    from pressparse.transcript.exchange import Exchange
    from pressparse.transcript.source import Source, read_source
    from pressparse.transcript.turn import Person, Role, Turn, TurnKind

_ROOMS = {
    "briefing": ("Briefing", "Settings", "Statement", "parse_briefing", "read", "read_briefings"),
    "claims.claim": ("Claim", "find_claims"),
    "errors": ("PressparseError", "Problem"),
    "keywords.rank": ("Keyword", "Passage", "rank_keywords"),
    "report.render": ("write_file", "write_table"),
    "report.table": ("Column", "Table"),
    "report.views": ("claims_table", "exchanges_table", "keywords_table", "speakers_table", "turns_table"),
    "span": ("Span",),
    "text.script": ("to_analysis",),
    "transcript.exchange": ("Exchange",),
    "transcript.person": ("Person",),
    "transcript.source": ("Source", "read_source"),
    "transcript.turn": ("Role", "Turn", "TurnKind"),
}
_HOMES = {name: room for room, names in _ROOMS.items() for name in names}

__all__ = [
    "Briefing",
    "Claim",
    "Column",
    "Exchange",
    "Keyword",
    "Passage",
    "Person",
    "PressparseError",
    "Problem",
    "Role",
    "Settings",
    "Source",
    "Span",
    "Statement",
    "Table",
    "Turn",
    "TurnKind",
    "claims_table",
    "exchanges_table",
    "find_claims",
    "keywords_table",
    "parse_briefing",
    "rank_keywords",
    "read",
    "read_briefings",
    "read_source",
    "speakers_table",
    "to_analysis",
    "turns_table",
    "write_file",
    "write_table",
]


def __getattr__(name: str) -> Any:
    if name not in _HOMES:
        raise AttributeError(f"module 'pressparse' has no attribute {name!r}")
    return getattr(import_module(f"pressparse.{_HOMES[name]}"), name)


def __dir__() -> list[str]:
    return __all__
