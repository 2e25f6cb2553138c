"""What all tests share: the samples, the records beside the repository, the program itself."""

import io
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
DATA = ROOT / "data"
SHARED = ROOT.parent / "shared"


@dataclass(frozen=True)
class Result:
    """What a run of the program left behind."""

    code: int
    out: str
    err: str


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--write-golden", action="store_true", help="write what comes out as the new goldens")


@pytest.fixture
def shared() -> Path:
    """The folder of real records; the test is skipped where it is not."""
    if not SHARED.is_dir():
        pytest.skip("needs ../shared, the folder of real records, which is not here")
    return SHARED


@pytest.fixture
def run(monkeypatch: pytest.MonkeyPatch, capfdbinary: pytest.CaptureFixture[bytes]) -> Callable[..., Result]:
    """Run the program in this process: `run("turns", "x.txt", stdin=b"…")`."""
    from pressparse.cli.app import run as run_program

    def call(*arguments: str, stdin: bytes | None = None) -> Result:
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(stdin or b"")))
        capfdbinary.readouterr()
        out = io.TextIOWrapper(io.BytesIO(), encoding="utf-8", newline="\n", write_through=True)
        err = io.TextIOWrapper(io.BytesIO(), encoding="utf-8", newline="\n", write_through=True)
        monkeypatch.setattr(sys, "stdout", out)
        monkeypatch.setattr(sys, "stderr", err)
        code = run_program([str(argument) for argument in arguments])
        out.flush()
        return Result(code, out.buffer.getvalue().decode("utf-8"), err.buffer.getvalue().decode("utf-8"))  # type: ignore[attr-defined]

    return call


def read_cases(name: str) -> list[dict[str, str]]:
    """The rows of `tests/cases/NAME.tsv` by column; `#` lines are comments, `\\n` is a line break."""
    lines = (Path(__file__).parent / "cases" / f"{name}.tsv").read_text("utf-8").splitlines()
    rows = [line.split("\t") for line in lines if line and not line.startswith("#")]
    header = rows[0]
    assert all(len(row) == len(header) for row in rows), f"{name}.tsv: a row has other cells than the header"
    return [{key: cell.replace("\\n", "\n") for key, cell in zip(header, row, strict=True)} for row in rows[1:]]


def said(text: str) -> list[tuple[str, str]]:
    """Speaker and words of each turn of a record; its parts are the text."""
    from pressparse.briefing import parse_briefing
    from pressparse.transcript.source import Source

    briefing = parse_briefing(Source("x", text))
    assert "".join(part.span.of(text) for part in briefing.parts) == text
    return [(turn.speaker, briefing.text_of(turn)) for turn in briefing.turns]
