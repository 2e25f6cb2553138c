"""What was claimed in numbers."""

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Annotated

import typer

from pressparse.cli.flag import split_names
from pressparse.cli.options import Call, say
from pressparse.errors import OptionError, Problem

if TYPE_CHECKING:
    from pressparse.briefing import Briefing

CLAIM_KINDS = ("money", "count", "measure", "percent", "points", "multiple", "ratio", "rank", "duration")
OTHER_KINDS = ("date", "ordinal", "label")
KINDS = (*CLAIM_KINDS, *OTHER_KINDS)


def numbers(
    call: Call,
    *,
    kind: Annotated[str, typer.Option(help=f"Only these kinds: {', '.join(KINDS)}.")] = "",
    everything: Annotated[bool, typer.Option("--all", help="Dates, ordinals and labels too.")] = False,
    explain: Annotated[bool, typer.Option("--explain", help="What decided each field: rule and words.")] = False,
    check: Annotated[bool, typer.Option("--check", help="What each was held against, and the verdict.")] = False,
    series: Annotated[str, typer.Option(help="One metric by period, with its changes.", metavar="METRIC")] = "",
    at: Annotated[int | None, typer.Option(help="Only those on this line of the text.", metavar="LINE")] = None,
) -> None:
    """What was claimed in numbers: one row a claim, with metric, period, change and base."""
    from pressparse.report.views import Wanted, claims_table, explanations_table

    kinds = split_names("--kind", kind)
    unknown = [each for each in kinds if each not in KINDS]
    if unknown:
        raise OptionError(f"no kind is called “{unknown[0]}”; known are {', '.join(KINDS)}")
    if at is not None and at < 1:
        raise OptionError(f"--at {at} means nothing; lines count from 1")
    if series:
        _series(call, series)
        return
    briefings = call.briefings() if at is None else _with_line(call.briefings(), at)
    wanted = Wanted(kinds, everything or any(each in OTHER_KINDS for each in kinds), at or 0)
    if check:
        from pressparse.report.finding import checked_claims_table

        call.emit(checked_claims_table(briefings, wanted))
        return
    table = explanations_table if explain else claims_table
    call.emit(table(briefings, wanted))


def _series(call: Call, metric: str) -> None:
    """The amounts of one metric; where there are none, what is called much like it."""
    from pressparse.report.series import find_near_metrics, series_table

    briefings = list(call.briefings())
    table = series_table(briefings, metric)
    call.emit(table)
    call.empty = not len(table)
    if call.empty and briefings and not call.quiet:
        near = find_near_metrics(briefings, metric)
        advice = f"nearest: {', '.join(near)}" if near else "numbers --columns metric shows what is measured"
        path = briefings[0].source.name if len(briefings) == 1 else ""
        say(str(Problem("no-amount", f"no amount of “{metric}” is said with its period; {advice}", path=path)))


def _with_line(briefings: Iterable["Briefing"], line: int) -> Iterator["Briefing"]:
    """The same briefings. Raises OptionError where none has so many lines, or one has none that could be counted."""
    from pressparse.transcript.source import find_lines
    from pressparse.transcript.turn_rows import TURN_ROWS

    lengths = {}
    for briefing in briefings:
        name = briefing.source.name
        if briefing.source.format == TURN_ROWS:
            raise OptionError("--at counts the lines of a text, and rows of turns have none; give the text", path=name)
        lengths[name] = len(find_lines(briefing.source.text))
        yield briefing
    if lengths and line > max(lengths.values()):
        longest = max(lengths, key=lengths.__getitem__)
        text = "the text" if len(lengths) == 1 else "the longest text"
        raise OptionError(f"--at {line} is past the end: {text} has {lengths[longest]} lines", path=longest)
