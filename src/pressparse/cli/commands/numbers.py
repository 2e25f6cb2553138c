"""What was claimed in numbers."""

from typing import Annotated

import typer

from pressparse.cli.options import Call
from pressparse.errors import OptionError

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

    kinds = [each.strip() for each in kind.split(",") if each.strip()]
    unknown = [each for each in kinds if each not in KINDS]
    if unknown:
        raise OptionError(f"no kind is called “{unknown[0]}”; known are {', '.join(KINDS)}")
    if at is not None and at < 1:
        raise OptionError(f"--at {at} means nothing; lines count from 1")
    if series:
        from pressparse.report.series import series_table

        call.emit(series_table(call.briefings(), series))
        return
    wanted = Wanted(kinds, everything or any(each in OTHER_KINDS for each in kinds), at or 0)
    if check:
        from pressparse.report.finding import checked_claims_table

        call.emit(checked_claims_table(call.briefings(), wanted))
        return
    table = explanations_table if explain else claims_table
    call.emit(table(call.briefings(), wanted))
