"""Reads the tables of cases: TSV with a header, `#` for comments."""

from pathlib import Path

CASES = Path(__file__).parent.parent / "cases"
SHARED = Path(__file__).parents[3] / "shared"


def read_cases(name: str) -> list[dict[str, str]]:
    """The rows of `tests/cases/NAME.tsv` by column name."""
    lines = [line for line in (CASES / f"{name}.tsv").read_text("utf-8").splitlines() if line and line[0] != "#"]
    header = lines[0].split("\t")
    return [dict(zip(header, line.split("\t"), strict=True)) for line in lines[1:]]
