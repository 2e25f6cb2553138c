"""A term in its context."""

from typing import Annotated

import typer

from pressparse.cli.options import Call
from pressparse.errors import OptionError

ROLES = ("host", "guest", "reporter", "interpreter", "audience", "unknown")


def kwic(
    call: Call,
    *,
    term: Annotated[str, typer.Argument(metavar="TERM", help="What to look for, in any script.")],
    regex: Annotated[
        bool, typer.Option("--regex", help="The term is a regular expression, in any script too.")
    ] = False,
    ignore_case: Annotated[bool, typer.Option("--ignore-case", help="ABC is also abc.")] = False,
    context: Annotated[int, typer.Option(help="So many characters on either side.", metavar="N")] = 20,
    sort: Annotated[str, typer.Option(help="text, left or right: the order of the rows.")] = "text",
    speaker: Annotated[str, typer.Option(help="Only what this speaker said.", metavar="NAME")] = "",
    role: Annotated[str, typer.Option(help=f"Only what one of these said: {', '.join(ROLES)}.")] = "",
) -> None:
    """A term wherever its characters stand, in its context; exit 1 when it is nowhere."""
    from pressparse.cli.passage import check_choice, gather, passages_of
    from pressparse.keywords.kwic import ORDERS, find_kwic
    from pressparse.report.word_views import kwic_table
    from pressparse.text.script import to_analysis

    check_choice("--sort", sort, ORDERS)
    check_choice("--role", role, ("", *ROLES))
    if context < 0:
        raise OptionError(f"--context {context} means nothing; give 0 or more")
    said = gather(call.briefings(), notes=True)
    if speaker:
        speakers = dict.fromkeys(each.turn.speaker for each in said if each.turn.speaker)
        wanted = {name for name in speakers if to_analysis(name) == to_analysis(speaker)}
        if not wanted and not call.failed:
            raise OptionError(f"--speaker {speaker}: nobody is called so; speakers: {', '.join(speakers) or 'none'}")
        said = [each for each in said if each.turn.speaker in wanted]
    if role:
        said = [each for each in said if each.turn.role.value == role and each.turn.number]
    lines = find_kwic(passages_of(said), term, regex=regex, ignore_case=ignore_case, context_chars=context, order=sort)
    call.emit(kwic_table((said[line.passage].source, said[line.passage].turn, line) for line in lines))
    call.empty = not lines
