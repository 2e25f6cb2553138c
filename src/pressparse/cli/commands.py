"""The commands: each reads, computes, makes a view, emits."""

from typing import Annotated

import typer

from pressparse.cli.options import Call
from pressparse.errors import OptionError

CLAIM_KINDS = ("money", "count", "measure", "percent", "points", "multiple", "ratio", "rank", "duration")
OTHER_KINDS = ("date", "ordinal", "label")
KINDS = (*CLAIM_KINDS, *OTHER_KINDS)
GROUPINGS = ("", "speaker", "role", "turn", "file")
METHODS = ("tfidf", "textrank", "frequency")


def turns(call: Call) -> None:
    """Who spoke: one row a turn."""
    from pressparse.report.views import turns_table

    call.emit(turns_table(call.briefings()))


def speakers(call: Call) -> None:
    """Who was there: one row a person, with role, title, share of the speech."""
    from pressparse.report.views import speakers_table

    call.emit(speakers_table(call.briefings()))


def qa(call: Call) -> None:
    """Who asked whom what: one row an exchange."""
    from pressparse.report.views import exchanges_table

    call.emit(exchanges_table(call.briefings()))


def numbers(
    call: Call,
    *,
    kind: Annotated[str, typer.Option(help=f"Only these kinds: {', '.join(KINDS)}.")] = "",
    everything: Annotated[bool, typer.Option("--all", help="Dates, ordinals and labels too.")] = False,
) -> None:
    """What was claimed in numbers: one row a claim, with metric, period, change and base."""
    from pressparse.report.views import claims_table

    kinds = [each.strip() for each in kind.split(",") if each.strip()]
    unknown = [each for each in kinds if each not in KINDS]
    if unknown:
        raise OptionError(f"no kind is called “{unknown[0]}”; known are {', '.join(KINDS)}")
    needs_all = everything or any(each in OTHER_KINDS for each in kinds)
    call.emit(claims_table(call.briefings(), kinds=kinds, everything=needs_all))


def keywords(
    call: Call,
    *,
    top: Annotated[int, typer.Option(help="So many terms a group.")] = 20,
    by: Annotated[str, typer.Option(help="A ranking for each speaker, role, turn or file.")] = "",
    method: Annotated[str, typer.Option(help="tfidf, textrank or frequency.")] = "tfidf",
    stopwords: Annotated[str, typer.Option(help="Your stop words, one a line; none: keep every word.")] = "",
) -> None:
    """Which words matter: the terms of the text, or of each speaker, best first."""
    from pressparse.keywords.passage import Passage
    from pressparse.keywords.rank import rank_keywords
    from pressparse.report.views import keywords_table

    for value, known, flag in ((by, GROUPINGS, "--by"), (method, METHODS, "--method")):
        if value not in known:
            raise OptionError(f"{flag} {value} means nothing; give {', '.join(filter(None, known))}")
    if top < 1:
        raise OptionError(f"--top {top} means nothing; give 1 or more")
    briefings = list(call.briefings())
    passages = []
    for briefing in briefings:
        for turn in briefing.turns:
            groups = {
                "speaker": turn.speaker,
                "role": turn.role.value,
                "turn": str(turn.number),
                "file": briefing.source.name,
            }
            passages.append(Passage(groups.get(by, ""), turn.span.of(briefing.words), briefing.text_of(turn)))
    names = frozenset().union(*(briefing.forms_of_address for briefing in briefings))
    ranked = rank_keywords(
        passages, method=method, top=top, stop_words=_stop_words(stopwords, names), words=sorted(names)
    )
    call.emit(keywords_table(briefings[0].source.name if len(briefings) == 1 else "", ranked))


def _stop_words(file: str, names: frozenset[str]) -> frozenset[str]:
    """The words that are no keywords: ours or the user's, and the names of the people in the room."""
    from pressparse.keywords.stop_word import default_stop_words, read_stop_words

    if file == "none":
        return frozenset()
    return (read_stop_words(file) if file else default_stop_words()) | names


def dialects(call: Call) -> None:
    """The layouts it knows, each with an example."""
    from pressparse.lexicon import read_tree
    from pressparse.report.views import dialects_table

    call.emit(dialects_table(read_tree("dialects")["dialect"]))
