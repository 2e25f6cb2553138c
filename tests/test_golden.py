"""Goldens: what the program prints for each sample, read before it was kept. `make golden` writes them anew."""

from pathlib import Path

import pytest

from conftest import DATA, ROOT

GOLDEN = Path(__file__).parent / "golden"
TEXTS = (*DATA.glob("*.*"), *DATA.glob("encodings/*"), *DATA.glob("containers/*"), *DATA.glob("*/utterances.jsonl"))
SAMPLES = sorted(path.relative_to(ROOT).as_posix() for path in TEXTS if path.is_file() and path.name != "SOURCES.md")
TURN_COLUMNS = "turn,role,label,speaker,title,organization,exchange,kind,start,end"
CLAIM_COLUMNS = "turn,start,end,text,kind,low,high,unit,modifier,metric,period,change,base"


@pytest.mark.parametrize("sample", SAMPLES)
@pytest.mark.parametrize(
    ("name", "arguments"),
    [
        ("turns", ["turns", "--tsv", "--columns", TURN_COLUMNS]),
        ("numbers", ["numbers", "--tsv", "--columns", CLAIM_COLUMNS]),
    ],
    ids=["turns", "numbers"],
)
def test_sample_prints_its_golden(sample: str, name: str, arguments: list[str], run, monkeypatch, request) -> None:
    """The same input gives the same rows; a change is a diff that somebody reads."""
    monkeypatch.chdir(ROOT)
    result = run(*arguments, sample)
    assert result.code == 0, result.err
    file = GOLDEN / Path(sample).relative_to("data").as_posix().replace("/", "-") / f"{name}.tsv"
    if request.config.getoption("--write-golden"):
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(result.out, "utf-8")
    assert result.out == file.read_text("utf-8"), f"differs from {file.relative_to(ROOT)}; read it, then make golden"
