r"""pressparse: the transcript of a Chinese-language press conference as turns, numbers and keywords.

The face: it defines nothing, and imports a name when it is first asked for, so that the program starts fast. Each name
stands once in `_ROOMS`, with the module that defines it, and once among the imports that only type checkers read.

>>> from pressparse import Source, parse_briefing
>>> record = "-\n嘉宾\n周启明:全年财政收入30.5亿元,同比增长4.2%。\n"
>>> briefing = parse_briefing(Source("example", record))
>>> [(each.claim.metric[0].of("全年财政收入"), str(each.claim.low)) for each in briefing.claims][0]
('财政收入', '3050000000')
"""

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:  # isort: off
    from pressparse.briefing import (
        Audit as Audit,
        Briefing as Briefing,
        Settings as Settings,
        Statement as Statement,
        check_briefings as check_briefings,
        parse_briefing as parse_briefing,
        read as read,
        read_briefings as read_briefings,
    )
    from pressparse.claims.check.finding import Check as Check, Finding as Finding, Spot as Spot, Verdict as Verdict
    from pressparse.claims.check.interval import Interval as Interval
    from pressparse.claims.claim import Claim as Claim, find_claims as find_claims, format_value as format_value
    from pressparse.claims.evidence import Evidence as Evidence
    from pressparse.claims.kind import Kind as Kind
    from pressparse.comparison import Figure as Figure, compare_figures as compare_figures
    from pressparse.errors import (
        EncodingError as EncodingError,
        LexiconError as LexiconError,
        OptionError as OptionError,
        PressparseError as PressparseError,
        Problem as Problem,
        ReadError as ReadError,
    )
    from pressparse.keywords.collocation import Collocation as Collocation, rank_collocations as rank_collocations
    from pressparse.keywords.dispersion import Dispersion as Dispersion, rank_dispersion as rank_dispersion
    from pressparse.keywords.keyness import KeyTerm as KeyTerm, rank_keyness as rank_keyness
    from pressparse.keywords.kwic import Concordance as Concordance, find_kwic as find_kwic
    from pressparse.keywords.passage import Passage as Passage
    from pressparse.keywords.phrases import Phrase as Phrase, find_phrases as find_phrases
    from pressparse.keywords.rank import Keyword as Keyword, rank_keywords as rank_keywords
    from pressparse.keywords.stop_word import (
        default_stop_words as default_stop_words,
        read_stop_words as read_stop_words,
    )
    from pressparse.report.export import write_export as write_export
    from pressparse.report.finding import checked_claims_table as checked_claims_table, findings_table as findings_table
    from pressparse.report.render import WriteError as WriteError, write_file as write_file, write_table as write_table
    from pressparse.report.series import series_table as series_table
    from pressparse.report.table import Column as Column, Table as Table
    from pressparse.report.views import (
        Wanted as Wanted,
        claims_table as claims_table,
        exchanges_table as exchanges_table,
        explanations_table as explanations_table,
        keywords_table as keywords_table,
        speakers_table as speakers_table,
        turns_table as turns_table,
    )
    from pressparse.report.word_views import (
        collocations_table as collocations_table,
        dispersion_table as dispersion_table,
        keyness_table as keyness_table,
        kwic_table as kwic_table,
    )
    from pressparse.span import Span as Span
    from pressparse.text.enumeration import Point as Point, find_points as find_points
    from pressparse.text.lint import Damage as Damage, find_damage as find_damage
    from pressparse.text.script import convert_script as convert_script, to_analysis as to_analysis
    from pressparse.transcript.dialect.page import Label as Label, Part as Part, PartKind as PartKind
    from pressparse.transcript.exchange import Exchange as Exchange
    from pressparse.transcript.source import Cue as Cue, Mark as Mark, Source as Source, read_source as read_source
    from pressparse.transcript.turn import Person as Person, Role as Role, Turn as Turn, TurnKind as TurnKind

_ROOMS = {
    "briefing": "Audit Briefing Settings Statement check_briefings parse_briefing read read_briefings",
    "claims.check.finding": "Check Finding Spot Verdict",
    "claims.check.interval": "Interval",
    "claims.claim": "Claim find_claims format_value",
    "claims.evidence": "Evidence",
    "claims.kind": "Kind",
    "comparison": "Figure compare_figures",
    "errors": "EncodingError LexiconError OptionError PressparseError Problem ReadError",
    "keywords.collocation": "Collocation rank_collocations",
    "keywords.dispersion": "Dispersion rank_dispersion",
    "keywords.keyness": "KeyTerm rank_keyness",
    "keywords.kwic": "Concordance find_kwic",
    "keywords.passage": "Passage",
    "keywords.phrases": "Phrase find_phrases",
    "keywords.rank": "Keyword rank_keywords",
    "keywords.stop_word": "default_stop_words read_stop_words",
    "report.export": "write_export",
    "report.finding": "checked_claims_table findings_table",
    "report.render": "WriteError write_file write_table",
    "report.series": "series_table",
    "report.table": "Column Table",
    "report.views": "Wanted claims_table exchanges_table explanations_table keywords_table speakers_table turns_table",
    "report.word_views": "collocations_table dispersion_table keyness_table kwic_table",
    "span": "Span",
    "text.enumeration": "Point find_points",
    "text.lint": "Damage find_damage",
    "text.script": "convert_script to_analysis",
    "transcript.dialect.page": "Label Part PartKind",
    "transcript.exchange": "Exchange",
    "transcript.source": "Cue Mark Source read_source",
    "transcript.turn": "Person Role Turn TurnKind",
}
_HOMES = {name: f"pressparse.{room}" for room, names in _ROOMS.items() for name in names.split()}

__all__ = list(_HOMES)


def __dir__() -> list[str]:
    return __all__


if not TYPE_CHECKING:  # a checker that saw this would take any name for one of ours

    def __getattr__(name: str) -> object:
        if name not in _HOMES:
            raise AttributeError(f"module 'pressparse' has no attribute {name!r}")
        return getattr(import_module(_HOMES[name]), name)
