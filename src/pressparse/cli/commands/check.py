"""Whether the numbers add up."""

from typing import Annotated

import typer

from pressparse.cli.flag import split_names
from pressparse.cli.options import Call
from pressparse.errors import OptionError

CHECKS = ("sum", "share", "growth", "average", "repeat", "list", "magnitude")
VERDICTS = ("consistent", "rounding", "incomplete", "inconsistent", "incomparable")


def check(
    call: Call,
    *,
    verdict: Annotated[str, typer.Option(help=f"Only these verdicts: {', '.join(VERDICTS)}.")] = "",
    checks: Annotated[str, typer.Option("--check", help=f"Only these checks: {', '.join(CHECKS)}.")] = "",
    derive: Annotated[bool, typer.Option("--derive", help="What stated changes imply for bases not stated.")] = False,
) -> None:
    """What adds up and what does not, in one transcript or across several; exit 1 when something does not."""
    from pressparse.briefing import check_briefings
    from pressparse.report.finding import findings_table

    verdicts, kinds = _named("verdict", verdict, VERDICTS), _named("check", checks, CHECKS)
    audit = check_briefings(call.briefings(), derive=derive)
    call.emit(findings_table(audit, checks=kinds, verdicts=verdicts))
    if not call.failed and any(each.verdict.value == "inconsistent" for each in audit.findings):
        raise typer.Exit(1)


def _named(flag: str, said: str, known: tuple[str, ...]) -> tuple[str, ...]:
    """The values of a flag, split at commas. Raises OptionError for one that does not exist."""
    values = split_names(f"--{flag}", said)
    for value in values:
        if value not in known:
            raise OptionError(f"--{flag} {value} means nothing; give {', '.join(known)}")
    return values
