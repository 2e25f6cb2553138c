"""Which words matter."""

from typing import Annotated

import typer

from pressparse.cli.options import Call
from pressparse.errors import OptionError

GROUPINGS = ("", "speaker", "role", "turn", "file")
METHODS = ("tfidf", "textrank", "frequency")


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
