"""The text itself: as it is read, in another script, or with what is wrong with it."""

from typing import Annotated

import typer

from pressparse.cli.options import Call
from pressparse.errors import OptionError

TARGETS = ("text", "hans", "hant", "tw", "hk")


def convert(
    call: Call,
    *,
    to: Annotated[str, typer.Option(help="text: as it is read; hans, hant, tw, hk: in that script.")] = "text",
    lint: Annotated[bool, typer.Option("--lint", help="Say what conversion has damaged; exit 1 if anything.")] = False,
) -> None:
    """The text of a record as every offset points into it, or in another script; --lint says what is wrong with it."""
    if to not in TARGETS:
        raise OptionError(f"--to {to} means nothing; give {', '.join(TARGETS)}")
    if lint:
        if to != "text":
            raise OptionError(f"--lint reads the text as it is, --to {to} changes it; leave one out")
        _lint(call)
        return
    from pressparse.text.script import convert_script

    pieces = (briefing.source.text for briefing in call.briefings())
    call.write(piece if to == "text" else convert_script(piece, to) for piece in pieces)


def _lint(call: Call) -> None:
    from pressparse.text.lint import lint_text

    problems = [
        problem for briefing in call.briefings() for problem in lint_text(briefing.source.text, briefing.source.name)
    ]
    call.write(f"{problem}\n" for problem in problems)
    call.empty = bool(problems)
