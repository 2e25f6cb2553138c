"""Which words matter."""

import os
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import partial
from typing import TYPE_CHECKING, Annotated, Any

import typer

from pressparse.cli.flag import split_names
from pressparse.cli.options import Call
from pressparse.errors import OptionError

if TYPE_CHECKING:
    from pressparse.briefing import Briefing
    from pressparse.cli.passage import Said
    from pressparse.keywords.passage import Passage
    from pressparse.keywords.rank import Keyword
    from pressparse.report.table import Table

METHODS = ("tfidf", "textrank", "frequency")
ENGINES = ("rjieba", "jieba")
# What `--against` may name beside a file.


@dataclass(frozen=True, slots=True)
class Words:
    """How the text is cut, and what of it counts: settings that every statistic takes."""

    engine: str
    own: tuple[str, ...]  # kept whole
    stop_words: frozenset[str]
    names: frozenset[str]  # of the people in the room, and their offices
    numbers: bool

    def settings(self) -> dict[str, Any]:
        """As the keyword arguments of the statistics."""
        return {
            "engine": self.engine,
            "words": self.own,
            "stop_words": self.stop_words,
            "numbers": self.numbers,
        }


def keywords(
    call: Call,
    *,
    top: Annotated[int, typer.Option(help="So many terms a group.")] = 20,
    by: Annotated[str, typer.Option(help="A ranking for each speaker, role, turn or file.")] = "",
    method: Annotated[str, typer.Option(help="tfidf, textrank or frequency.")] = "tfidf",
    stopwords: Annotated[
        str,
        typer.Option(
            help="Your stop words, one a line, in place of ours; +FILE: beside ours; "
            "none: rank exactly as jieba.analyse does.",
            metavar="FILE|+FILE|none",
        ),
    ] = "",
    min_count: Annotated[
        int | None,
        typer.Option(
            help="Only terms that occur so often; by default 2 with --against (both sides together) and "
            "--dispersion, 3 with --collocations and for phrases, else 1: all.",
            metavar="N",
        ),
    ] = None,
    pos: Annotated[str, typer.Option(help="Only these parts of speech of jieba, n,vn for example.")] = "",
    phrases: Annotated[bool, typer.Option("--phrases", help="Terms of several words too.")] = False,
    user_dict: Annotated[str, typer.Option(help="Words to keep whole, in jieba's format.", metavar="FILE")] = "",
    engine: Annotated[str, typer.Option(help="rjieba, or jieba: the same words, slowly.")] = "rjieba",
    presegmented: Annotated[bool, typer.Option("--presegmented", help="Words are parted by blanks already.")] = False,
    against: Annotated[
        str, typer.Option(help="Words that tell apart: rest, reporters, officials, jieba or another FILE.")
    ] = "",
    measure: Annotated[
        str,
        typer.Option(help="g2 ll chi2 log_ratio bic simple_maths; of --collocations log_dice pmi t z lambda lambda_z."),
    ] = "",
    dispersion: Annotated[bool, typer.Option("--dispersion", help="How evenly words are spread over turns.")] = False,
    collocations: Annotated[bool, typer.Option("--collocations", help="Words that stand together.")] = False,
    node: Annotated[str, typer.Option(help="With --collocations: only those of this word.", metavar="WORD")] = "",
    window: Annotated[int, typer.Option(help="With --collocations: as far apart as this.", metavar="N")] = 1,
) -> None:
    """Which words matter: the terms of the text, or of each speaker, best first."""
    from pressparse.cli.passage import GROUPINGS, check_choice, check_least, gather

    for flag, value, known in (("--by", by, GROUPINGS), ("--method", method, METHODS), ("--engine", engine, ENGINES)):
        check_choice(flag, value, known)
    if top < 1:
        raise OptionError(f"--top {top} means nothing; give 1 or more")
    check_least(min_count)
    parts = split_names("--pos", pos)
    _check_parts(parts)
    briefings = list(call.briefings())
    said = gather(briefings, by=by)
    source = briefings[0].source.name if len(briefings) == 1 else ""
    words = _words(briefings, stopwords, user_dict, "space" if presegmented else engine)
    if against:
        call.emit(
            _keyness(call, said, source, words, against=against, by=by, measure=measure, top=top, least=min_count)
        )
    elif dispersion:
        call.emit(_dispersion(said, source, words, by=by, top=top, least=min_count))
    elif collocations:
        call.emit(
            _collocations(said, source, words, measure=measure, node=node, window=window, top=top, least=min_count)
        )
    else:
        call.emit(_rank(said, source, words, method=method, parts=parts, top=top, least=min_count, phrases=phrases))


def _check_parts(parts: Sequence[str]) -> None:
    """Raise OptionError for a part of speech that jieba does not tell."""
    from pressparse.text.segment import TAGS

    unknown = [part for part in parts if part not in TAGS]
    if unknown:
        raise OptionError(f"--pos {unknown[0]} is no part of speech of jieba; give some of {', '.join(TAGS)}")


def _least(asked: int | None, usual: int) -> int:
    """How often a term has to occur: as often as asked, where nothing is asked as often as is usual."""
    return usual if asked is None else max(1, asked)


def _words(briefings: Sequence["Briefing"], stopwords: str, user_dict: str, engine: str) -> Words:
    """The settings for these records: people's names and offices are words, and no keywords.

    With --stopwords none it is jieba's ranking to the letter: nothing of ours is added.
    """
    from pressparse.text.segment import read_user_words

    own = read_user_words(user_dict) if user_dict else ()
    if stopwords == "none":
        return Words(engine, own, frozenset(), frozenset(), numbers=True)
    names = frozenset().union(*(briefing.forms_of_address for briefing in briefings))
    stops = _stop_words(stopwords) | names
    # A user's word is wanted: it is a keyword even where it is a name or on our list.
    kept = () if engine == "space" else tuple(dict.fromkeys((*own, *sorted(names))))
    return Words(engine, kept, stops - frozenset(own), names, numbers=False)


def _stop_words(asked: str) -> frozenset[str]:
    """Our list where nothing is asked; that of a file in its place, or beside it where the name has a + in front."""
    from pressparse.keywords.stop_word import default_stop_words, read_stop_words

    path = asked.removeprefix("+")
    if asked and not path:
        raise OptionError("--stopwords + names no file; give +FILE")
    ours = default_stop_words() if asked == "" or asked.startswith("+") else frozenset[str]()
    return ours | (read_stop_words(path) if path else frozenset())


def _rank(
    said: Sequence["Said"],
    source: str,
    words: Words,
    *,
    method: str,
    parts: tuple[str, ...],
    top: int,
    least: int | None,
    phrases: bool,
) -> "Table":
    from pressparse.cli.passage import passages_of
    from pressparse.keywords.rank import rank_keywords
    from pressparse.report.views import keywords_table

    passages = passages_of(said)
    ranked = rank_keywords(
        passages,
        method=method,
        top=0 if phrases else top,
        parts_of_speech=parts,
        least_count=_least(least, 1),
        workers=os.cpu_count() or 1,
        **words.settings(),
    )
    return keywords_table(source, _with_phrases(passages, ranked, words, top, _least(least, 3)) if phrases else ranked)


def _with_phrases(
    passages: Sequence["Passage"], ranked: Sequence["Keyword"], words: Words, top: int, least: int
) -> Sequence["Keyword"]:
    """The ranking with the fixed expressions among its words, those of people's names left out."""
    from pressparse.keywords.phrase_rank import Cuts, rank_with_phrases
    from pressparse.keywords.phrases import find_phrases
    from pressparse.text.script import to_analysis
    from pressparse.text.segment import find_word_runs, find_words

    found = find_phrases(passages, top=0, least_count=least, engine=words.engine, words=words.own)
    # “某某副市长” is a person, not a subject.
    candidates = (to_analysis(phrase.term) for phrase in found)
    terms = [term for term in candidates if not any(name in term for name in words.names)]
    whole = tuple(dict.fromkeys((*terms, *words.own)))
    cuts = Cuts(
        apart=partial(find_words, engine=words.engine, words=words.own),
        whole=partial(find_word_runs, engine=words.engine, words=whole),
    )
    return rank_with_phrases(passages, ranked, terms, cuts, top=top, least_count=least)


def _keyness(
    call: Call,
    said: Sequence["Said"],
    source: str,
    words: Words,
    *,
    against: str,
    by: str,
    measure: str,
    top: int,
    least: int | None,
) -> "Table":
    """Each group against what is named; where nothing names groups, all that it can be held against is one."""
    from pressparse.cli.passage import askers_of, gather, officials_of, passages_of, regroup
    from pressparse.keywords.keyness import rank_keyness
    from pressparse.keywords.passage import group_passages
    from pressparse.report.word_views import keyness_table

    other: Sequence[Said] | None
    if against == "reporters":
        said, other = officials_of(said), askers_of(said)
    elif against == "officials":
        said, other = askers_of(said), officials_of(said)
    elif against in ("rest", "jieba"):
        said, other = (regroup(said, by or "speaker"), ()) if against == "rest" else (said, None)
    else:
        reference = replace(call, files=[against], recursive=False)
        other = gather(reference.briefings())
        call.failed = call.failed or reference.failed
    if not said or (against in ("reporters", "officials") and not other):
        raise OptionError(f"--against {against}: nobody of these speaks in this record; give rest, jieba or a file")
    measure = measure or "g2"
    terms = []
    groups = group_passages(passages_of(said))
    for group, members in groups.items():
        reference_passages = None if other is None else passages_of(other)
        if against == "rest":
            reference_passages = [each.passage for each in said if each.passage.group != group]
        ranked = rank_keyness(
            members, reference_passages, measure=measure, top=top, least_count=_least(least, 2), **words.settings()
        )
        terms += [(group, term) for term in ranked]
    return keyness_table(source, against, measure, terms)


def _dispersion(said: Sequence["Said"], source: str, words: Words, *, by: str, top: int, least: int | None) -> "Table":
    from pressparse.cli.passage import passages_of, regroup
    from pressparse.keywords.dispersion import rank_dispersion
    from pressparse.report.word_views import dispersion_table

    over = by or "turn"
    ranked = rank_dispersion(
        passages_of(regroup(said, over)), part="group", top=top, least_count=_least(least, 2), **words.settings()
    )
    return dispersion_table(source, over, ranked)


def _collocations(
    said: Sequence["Said"],
    source: str,
    words: Words,
    *,
    measure: str,
    node: str,
    window: int,
    top: int,
    least: int | None,
) -> "Table":
    from pressparse.cli.passage import passages_of
    from pressparse.keywords.collocation import rank_collocations
    from pressparse.report.word_views import collocations_table

    measure = measure or "log_dice"
    ranked = rank_collocations(
        passages_of(said),
        node=node,
        measure=measure,
        window=window,
        top=top,
        least_count=_least(least, 3),
        **words.settings(),
    )
    return collocations_table(source, measure, ranked)
