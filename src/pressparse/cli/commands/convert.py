"""The text itself: as it is read, or in another script."""

from typing import Annotated

import typer

from pressparse.cli.options import Call
from pressparse.errors import OptionError

TARGETS = ("text", "hans", "hant", "tw", "hk")


def convert(
    call: Call,
    *,
    to: Annotated[str, typer.Option(help="text: as it is read; hans, hant, tw, hk: in that script.")] = "text",
) -> None:
    """The text of a record as every offset points into it, or in another script."""
    from pressparse.text.script import convert_script

    if to not in TARGETS:
        raise OptionError(f"--to {to} means nothing; give {', '.join(TARGETS)}")
    pieces = (briefing.source.text for briefing in call.briefings())
    call.write(piece if to == "text" else convert_script(piece, to) for piece in pieces)
