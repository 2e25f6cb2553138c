"""The flags that every command shares, and what is done with them: read the files, emit the table."""

import inspect
import os
import sys
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, get_type_hints

import typer
from typer.models import ArgumentInfo

from pressparse.cli.flag import FORMATS, SHAPES, check_color, check_flags, check_output, split_names
from pressparse.errors import OptionError, PressparseError, ReadError

if TYPE_CHECKING:
    from pressparse.briefing import Briefing

STDIN = "-"
# Endings that -r looks for in a folder, and those of tables, of which it takes the ones that hold speech.
TRANSCRIPT_ENDINGS = (
    ".txt", ".md", ".markdown", ".html", ".htm", ".xml", ".srt", ".vtt", ".docx", ".pdf", ".jsonl", ".ndjson",
)  # fmt: skip
TABLE_ENDINGS = (".csv", ".tsv")
INPUT_FLAGS = ("files", "recursive", "encoding", "dialect", "on")

Files = Annotated[
    list[str] | None,
    typer.Argument(metavar="FILE…", help="Transcripts; - or none: standard input.", show_default=False),
]


def _flag(text: str, *names: str, metavar: str | None = None) -> Any:
    return typer.Option(*names, help=text, metavar=metavar, show_default=False)


@dataclass
class Call:
    """One call of a command: where its input comes from and where its table goes."""

    files: Files = None
    recursive: Annotated[bool, _flag("Read the transcripts in folders.", "--recursive", "-r")] = False
    encoding: Annotated[str, _flag("Encoding of the input; found when not given.")] = ""
    dialect: Annotated[str, _flag("Layout of the input; found when not given.")] = ""
    on: Annotated[str, _flag("Day of the event; found when not given.", "--date", metavar="YYYY-MM-DD")] = ""
    csv: Annotated[bool, _flag("Comma-separated values.", "--csv")] = False
    tsv: Annotated[bool, _flag("Tab-separated values, one record a line (the default on a pipe).", "--tsv")] = False
    json: Annotated[bool, _flag("A JSON array.", "--json")] = False
    jsonl: Annotated[bool, _flag("One JSON object a line.", "--jsonl")] = False
    md: Annotated[bool, _flag("A Markdown table.", "--md")] = False
    output: Annotated[str, _flag("Write to a file, format by its ending.", "--output", "-o", metavar="FILE")] = ""
    columns: Annotated[str, _flag("Only these columns, in this order.", metavar="A,B")] = ""
    limit: Annotated[int | None, _flag("At most so many rows.", metavar="N")] = None
    no_header: Annotated[bool, _flag("Leave the header line out.", "--no-header")] = False
    bom: Annotated[bool, _flag("Byte order mark in front, for Excel.", "--bom")] = False
    color: Annotated[str, _flag("auto, always or never.", metavar="WHEN")] = "auto"
    quiet: Annotated[bool, _flag("No warnings.", "--quiet", "-q")] = False
    verbose: Annotated[bool, _flag("Say what was found: encoding, layout, date.", "--verbose", "-v")] = False
    given: dict[str, Any] = field(default_factory=dict, init=False)  # the flags that were typed, by their long names
    failed: bool = field(default=False, init=False)
    empty: bool = field(default=False, init=False)  # nothing was found, or something that should not be: exit 1

    def check(self, command: str) -> None:
        """Raises OptionError, before anything is read, for flags that are empty, do nothing or contradict another."""
        check_flags(command, self.given)
        check_color(self.color)
        form = self._format()
        if self.output:
            check_output(command, form, self.output)

    def briefings(self) -> Iterator["Briefing"]:
        """Every briefing in the files, in order; a file that cannot be read is reported and left out."""
        from pressparse.briefing import Settings, read_briefings

        settings = Settings(self.encoding, self.dialect, self._event_date())
        for path in self._paths():
            try:
                for briefing in read_briefings(path, settings, stdin=_stdin() if path == STDIN else None):
                    self._report(briefing)
                    yield briefing
            except OptionError:
                raise
            except PressparseError as error:
                self.failed = True
                say(str(error))

    def exports(self) -> bool:
        """Whether the ending of the output names an export of turns, and no flag another format.

        Raises OptionError for an ending that means nothing, and for a flag that only a table has.
        """
        if not self.output or self._format():
            return False
        from pressparse.report.export import is_export

        if not is_export(self.output):
            return False
        for flag in (*SHAPES, "--bom"):
            if flag in self.given:
                raise OptionError(f"{flag} shapes a table, and this is none; leave it out", path=self.output)
        return True

    def emit(self, table: Any) -> None:
        """Write the table where the flags say: a file by its ending, else standard output."""
        from pressparse.report.render import write_file, write_table

        form = self._format()
        if self.columns:
            table = table.select(split_names("--columns", self.columns))
        if self.limit is not None:
            table = table.limit(self.limit)
        header = not self.no_header
        if self.output:
            problems = write_file(table, self.output, format=form or "", header=header, bom=self.bom)
        else:
            terminal = sys.stdout.isatty()
            form = form or ("terminal" if terminal else "tsv")
            color = self._colored(terminal)
            problems = write_table(table, to=sys.stdout, format=form, header=header, bom=self.bom, color=color)
        for problem in problems if not self.quiet else ():
            say(str(problem))

    def write(self, pieces: Iterable[str]) -> None:
        """Write plain text where -o says, else to standard output."""
        if not self.output:
            for piece in chain(["\ufeff"] if self.bom else [], pieces):
                sys.stdout.write(piece)
            return
        from pressparse.report.export.folder import write_bytes

        write_bytes("".join(pieces).encode("utf-8-sig" if self.bom else "utf-8", "backslashreplace"), self.output)

    def _format(self) -> str:
        asked = [name for name in FORMATS if getattr(self, name)]
        if len(asked) > 1:
            raise OptionError(f"--{asked[0]} and --{asked[1]} exclude each other; give one")
        return asked[0] if asked else ""

    def _colored(self, terminal: bool) -> bool:
        if self.color != "auto":
            return self.color == "always"
        return terminal and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"

    def _event_date(self) -> date | None:
        if not self.on:
            return None
        try:
            return date.fromisoformat(self.on)
        except ValueError:
            raise OptionError(f"--date {self.on} is no day; give it as 2025-08-05") from None

    def _paths(self) -> Iterator[str]:
        for path in self.files or [STDIN]:
            if self.recursive and path != STDIN and Path(path).is_dir():
                found = sorted(str(file) for file in Path(path).rglob("*") if _is_transcript(file))
                if not found:
                    self.failed = True
                    endings = " ".join(TRANSCRIPT_ENDINGS + TABLE_ENDINGS)
                    say(str(ReadError(f"no transcript in this folder (looked for {endings})", path=path)))
            else:
                found = [path]
            for file in found:
                self._keep(file)
                yield file

    def _keep(self, path: str) -> None:
        """Raises OptionError where what is read would be written over."""
        if not self.output or path == STDIN:
            return
        try:
            same = Path(self.output).samefile(path)
        except OSError:
            # One of them is not there, or may not be looked at: who reads or writes it says so.
            return
        if same:
            raise OptionError("is read, and would be written over; name another file after -o", path=self.output)

    def _report(self, briefing: "Briefing") -> None:
        if self.verbose:
            layout = f"{briefing.dialect or 'no known layout'} ({briefing.why})"
            day = briefing.on.isoformat() if briefing.on else "not said; give --date"
            notes = "; ".join(briefing.source.notes)
            found = f"{layout}; {len(briefing.turns)} turns; date {day}; region {briefing.region}"
            say(f"{briefing.source.name}: {notes}; {found}")
        if not self.quiet:
            for problem in briefing.problems:
                say(str(problem))


def _is_transcript(file: Path) -> bool:
    """Whether a file of a folder may be a transcript by its ending, and for a table by its header."""
    ending = file.suffix.lower()
    if ending not in TABLE_ENDINGS:
        return ending in TRANSCRIPT_ENDINGS
    from pressparse.transcript.source.table import is_speech_table

    try:
        with file.open("rb") as content:
            return is_speech_table(content.read(_HEAD_BYTES))
    except OSError:
        # What cannot be read is said where it is read.
        return True


_HEAD_BYTES = 4096


def say(message: str) -> None:
    """Put a message on standard error."""
    typer.echo(message, err=True)


def _stdin() -> bytes:
    return sys.stdin.buffer.read()


def shared(command: Callable[..., None], *, reads: bool = True) -> Callable[..., None]:
    """A command `f(call, *, own options)` as Typer wants it: with the flags of Call among its parameters.

    A command that reads no transcript has no flags for input.
    """
    hints = get_type_hints(command, include_extras=True)
    own = [p for p in inspect.signature(command).parameters.values() if p.name != "call"]
    call_hints = get_type_hints(Call, include_extras=True)
    flags = {name: f for name, f in Call.__dataclass_fields__.items() if f.init and (reads or name not in INPUT_FLAGS)}
    parameters = [
        inspect.Parameter(name, inspect.Parameter.KEYWORD_ONLY, default=f.default, annotation=call_hints[name])
        for name, f in flags.items()
    ]
    own = [p.replace(kind=inspect.Parameter.KEYWORD_ONLY, annotation=hints[p.name]) for p in own]

    def run(shell: typer.Context, **values: Any) -> None:
        call = Call(**{name: values.pop(name) for name in flags})
        call.given = _given(shell)
        call.check(command.__name__)
        if reads and not call.files and sys.stdin.isatty():
            raise NoInputError
        command(call, **values)
        if call.failed or call.empty:
            raise typer.Exit(2 if call.failed else 1)

    run.__name__, run.__doc__ = command.__name__, command.__doc__
    # What the command looks for and its files first, then what it is for, then what all commands share.
    parameters.sort(key=lambda p: p.name != "files")
    parameters[1:1] = [p for p in own if not _is_argument(p)]
    parameters[:0] = [p for p in own if _is_argument(p)]
    parameters.insert(0, inspect.Parameter("shell", inspect.Parameter.KEYWORD_ONLY, annotation=typer.Context))
    run.__signature__ = inspect.Signature(parameters)  # type: ignore[attr-defined]
    run.__annotations__ = {p.name: p.annotation for p in parameters}
    return run


def _given(shell: typer.Context) -> dict[str, Any]:
    """The flags that were typed, by their long names, with their values."""
    typed = {each.opts[0]: str(each.name) for each in shell.command.params if _is_typed(shell, str(each.name))}
    return {flag: shell.params.get(name) for flag, name in typed.items() if flag.startswith("--")}


def _is_typed(shell: typer.Context, name: str) -> bool:
    # By the name of the member: whose enum it is depends on the version of typer.
    source = shell.get_parameter_source(name)
    return source is not None and source.name == "COMMANDLINE"


def _is_argument(parameter: inspect.Parameter) -> bool:
    return any(isinstance(each, ArgumentInfo) for each in getattr(parameter.annotation, "__metadata__", ()))


class NoInputError(Exception):
    """Neither a file nor a pipe was given."""
