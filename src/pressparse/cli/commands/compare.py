"""Two transcripts side by side."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Annotated

import typer

from pressparse.cli.options import Call
from pressparse.errors import OptionError

if TYPE_CHECKING:
    from pressparse.briefing import Briefing

GROUPINGS = ("", "role")


def compare(
    call: Call,
    *,
    top: Annotated[int, typer.Option(help="So many words a side.")] = 20,
    by: Annotated[str, typer.Option(help="role: the hosts with the hosts, the guests with the guests …")] = "",
    measure: Annotated[str, typer.Option(help="g2, ll, chi2, log_ratio, bic or simple_maths.")] = "g2",
    min_count: Annotated[
        int, typer.Option(help="Only words that occur so often in both together; 1: all.", metavar="N")
    ] = 3,
) -> None:
    """Two transcripts: words that one has more of, then numbers of the same metric that changed."""
    from pressparse.cli.passage import check_choice, check_least
    from pressparse.comparison import compare_figures
    from pressparse.report.word_views import comparison_table

    check_choice("--by", by, GROUPINGS)
    if len(call.files or ()) != 2:
        count = len(call.files or ())
        raise OptionError(f"compare takes two files, and {count} {'is' if count == 1 else 'are'} given; name A and B")
    if top < 1:
        raise OptionError(f"--top {top} means nothing; give 1 or more")
    check_least(min_count)
    sides = []
    for path in call.files or ():
        side = replace(call, files=[path])
        sides.append(list(side.briefings()))
        call.failed = call.failed or side.failed
    a, b = sides
    rows = list(_words(a, b, by=by, measure=measure, top=top, least=max(1, min_count)))
    for figure in compare_figures(a, b):
        up = figure.effect is not None and figure.effect > 0
        side_of = "" if figure.effect is None else "b" if up else "a"
        rows.append(
            (
                side_of,
                figure.name,
                figure.a,
                figure.b,
                None,
                figure.effect,
                "number",
                "",
                figure.kind,
                None,
                figure.unit,
                figure.period_a,
                figure.period_b,
            )
        )
    call.emit(comparison_table(rows))


def _words(
    a: Sequence["Briefing"], b: Sequence["Briefing"], *, by: str, measure: str, top: int, least: int
) -> Iterator[tuple[object, ...]]:
    """A row for each word by which the sides differ; people's names are no words here."""
    from pressparse.cli.passage import gather, passages_of
    from pressparse.keywords.keyness import rank_keyness
    from pressparse.keywords.passage import group_passages
    from pressparse.keywords.stop_word import default_stop_words

    names = frozenset().union(*(briefing.forms_of_address for briefing in (*a, *b)))
    ours, theirs = (group_passages(passages_of(gather(side, by=by))) for side in (a, b))
    for group in dict.fromkeys((*ours, *theirs)):
        ranked = rank_keyness(
            ours.get(group, []),
            theirs.get(group, []),
            measure=measure,
            top=top,
            least_count=least,
            stop_words=default_stop_words() | names,
            words=sorted(names),
        )
        for term in ranked:
            p = round(term.p, 9)
            yield (
                term.side,
                term.term,
                str(term.a),
                str(term.b),
                term.statistic,
                term.effect,
                "word",
                group,
                measure,
                p,
                "",
                "",
                "",
            )
