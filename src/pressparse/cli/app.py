"""The program: commands, errors, exit codes. Exit 0 fine, 1 nothing found or a check failed, 2 could not run."""

import os
import signal
import sys
from collections.abc import Iterable, Sequence
from importlib import import_module
from typing import Annotated, NoReturn

import typer

from pressparse.cli.options import NoInputError, say, shared
from pressparse.errors import PressparseError

# Each command: the module of cli/commands it stands in, whether it reads transcripts, and the line that --help has for
# it, which fits a terminal of 80 columns.
COMMANDS = {
    "turns": ("turns", True, "Who spoke: one row a turn."),
    "speakers": ("turns", True, "Who was there: one row a person."),
    "qa": ("turns", True, "Who asked whom what: one row an exchange."),
    "numbers": ("numbers", True, "What was claimed in numbers: one row a claim."),
    "check": ("check", True, "Which numbers add up, and which contradict each other."),
    "keywords": ("keywords", True, "Which words matter, best first."),
    "kwic": ("kwic", True, "A term in its context, in any script."),
    "compare": ("compare", True, "Two transcripts: words and numbers that differ."),
    "outline": ("outline", True, "The points that each speech counts off, as a tree."),
    "convert": ("convert", True, "The text itself, in its script or another; --lint checks it."),
    "dialects": ("turns", False, "The layouts it knows, each with an example."),
}


def build_app(names: Iterable[str] = COMMANDS) -> typer.Typer:
    """The program with these commands; a call builds only the one it names, and starts faster for it."""
    app = typer.Typer(
        name="pressparse",
        help="The transcript of a Chinese-language press conference as turns, numbers and keywords.",
        no_args_is_help=True,
        rich_markup_mode=None,
        pretty_exceptions_enable=False,
        context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
    )
    app.callback()(_program)
    for name in names:
        module, reads, line = COMMANDS[name]
        command = getattr(import_module(f"pressparse.cli.commands.{module}"), name)
        app.command(name, short_help=line)(shared(command, reads=reads))
    return app


def _named(arguments: Sequence[str]) -> Iterable[str]:
    """The command that a call names first; all of them where it asks for the program's help or names none."""
    first = arguments[0] if arguments else ""
    return [first] if first in COMMANDS else COMMANDS


def _version(asked: bool) -> None:
    if asked:
        from importlib.metadata import version

        typer.echo(f"pressparse {version('pressparse')}")
        raise typer.Exit


def _program(
    version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Show the version and exit.")
    ] = False,
) -> None:
    """Options of the program itself; the callback of --version does all there is to do."""


def start() -> NoReturn:
    """Run the program on the arguments of the command line, and exit with its code."""
    # `| head` closes the pipe: end like any other filter, without a word.
    if hasattr(signal, "SIGPIPE"):
        signal.signal(signal.SIGPIPE, signal.SIG_DFL)
    for stream in (sys.stdout, sys.stderr):
        stream.reconfigure(encoding="utf-8", errors="backslashreplace", newline="\n")  # type: ignore[union-attr]
    sys.exit(run(sys.argv[1:]))


def run(arguments: list[str]) -> int:
    """Run the program with these arguments; comes back with the exit code."""
    try:
        try:
            build_app(_named(arguments))(arguments)
        finally:
            sys.stdout.flush()
    except SystemExit as done:
        return done.code if isinstance(done.code, int) else 2
    except NoInputError:
        say("no file is given and standard input is a terminal; name a file or pipe one in")
        _help_of(arguments)
        return 2
    except PressparseError as error:
        say(f"pressparse: {error}")
        return 2
    except OSError as error:
        # Whoever reads and writes files says which; what is left is standard output.
        say(f"pressparse: stdout: unwritable: {(error.strerror or str(error)).lower()}; make room or write elsewhere")
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 2
    return 0


def _help_of(arguments: list[str]) -> None:
    command = next(word for word in arguments if not word.startswith("-"))
    try:
        build_app([command])([command, "--help"])
    except SystemExit:
        return
