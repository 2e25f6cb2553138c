"""Score the program against every gold there is, as a table by field; exit 1 below a floor.

usage: python tests/gate/score.py [--raise]

Gold: tests/gate (our own records, annotated by reading before an extractor existed) and, where it is there, the
shared folder beside the repository. `tests/gate/floors.json` holds the floors; --raise writes today's figures where
they are higher: a floor only rises.
"""

import importlib.util
import json
import sys
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

from pressparse.briefing import Settings, read_briefings
from pressparse.report.views import claims_table, turns_table

HERE = Path(__file__).parent
SHARED = HERE.parents[2] / "shared"
FLOORS = HERE / "floors.json"
# Record, numbers gold, turns gold, date where the record does not say its own, whether to merge turns of one voice.
Record = tuple[Path, Path, Path, str, bool]


def records() -> Iterator[Record]:
    """Every record with gold."""
    for file in sorted((*HERE.glob("*.txt"), *HERE.glob("*.md"))):
        if file.stem != "README":
            yield file, HERE / f"{file.stem}.numbers.jsonl", HERE / f"{file.stem}.turns.jsonl", "", file.suffix == ".md"
    if not SHARED.is_dir():
        print("../shared is not here: only the repository's own gold is scored")
        return
    dates = {"beijing-shijingshan": "2025-08-01", "work-report-2023": "2023-03-05"}
    gold = SHARED / "gold"
    for file in sorted((SHARED / "transcripts").iterdir()):
        stem = file.name.split(".")[0]
        numbers = gold / f"numbers-{stem}.jsonl" if file.suffix in (".txt", ".md") else gold / "none"
        yield file, numbers, gold / "turns" / f"{stem}.jsonl", dates.get(stem, ""), file.suffix != ".txt"


def load(name: str) -> Any:
    """A scorer of the shared gold, or our copy of its rules where the folder is not here."""
    path = SHARED / "gold" / f"{name}.py"
    spec = importlib.util.spec_from_file_location(name, path if path.is_file() else HERE / f"{name}.py")
    assert spec and spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def rows(path: Path) -> list[dict[str, Any]]:
    """The rows of a gold file."""
    return [json.loads(line) for line in path.read_text("utf-8").splitlines() if line.strip()]


def score_numbers(file: Path, gold: Path, day: str) -> dict[str, float]:
    """Detect, exact and whole F1, trap hits, and the share right of each field."""
    briefings = list(read_briefings(str(file), Settings(on=date.fromisoformat(day) if day else None)))
    predicted = [
        {key: "" if value is None else value for key, value in record.items()}
        for record in claims_table(briefings).records()
    ]
    result = load("score_numbers").score(rows(gold), predicted)[0]
    figures = {name: result[name][2] for name in ("detect", "exact", "whole")}
    figures["traps"] = float(-result["traps_hit"])
    return figures | {name: right / asked for name, (right, asked) in result["fields"].items() if asked}


def score_turns(file: Path, gold: Path, *, merge: bool) -> dict[str, float]:
    """F1 of the turns, and the share right of each field."""
    scorer = load("score_turns")
    predicted = [dict(record) for record in turns_table(read_briefings(str(file))).records()]
    golden = rows(gold)
    predicted = scorer.merged(predicted) if merge else predicted
    pairs = scorer.align([scorer.han(row["text"]) for row in golden], [scorer.han(row["text"]) for row in predicted])
    figures = {"turns": 2 * len(pairs) / (len(golden) + len(predicted))}
    for name in ("speaker", "role", "organization", "title", "exchange", "kind"):
        asked = [(golden[i][name], predicted[j].get(name)) for i, j in pairs if name in golden[i]]
        if asked:
            figures[f"turn.{name}"] = sum(str(a) == str(b or "") for a, b in asked) / len(asked)
    return figures


def main() -> int:
    """Print the table, compare with the floors."""
    floors: dict[str, dict[str, float]] = json.loads(FLOORS.read_text("utf-8")) if FLOORS.is_file() else {}
    below = []
    for file, numbers, turns, day, merge in records():
        figures: dict[str, float] = {}
        if numbers.is_file():
            figures |= score_numbers(file, numbers, day)
        if turns.is_file():
            figures |= score_turns(file, turns, merge=merge)
        if not figures:
            continue
        print(f"{file.name}\n  " + "  ".join(f"{name} {value:.3f}" for name, value in figures.items()))
        floor = floors.setdefault(file.name, {})
        below += [f"{file.name}: {name} {figures[name]:.3f} < {least:.3f}" for name, least in floor.items()
                  if name in figures and figures[name] < least - 1e-9]  # fmt: skip
        if "--raise" in sys.argv:
            floors[file.name] = {
                name: max(round(value - 5e-4, 3), floor.get(name, -99.0)) for name, value in figures.items()
            }
    if "--raise" in sys.argv:
        FLOORS.write_text(json.dumps(floors, indent=1, sort_keys=True) + "\n", "utf-8")
    print("\n".join(f"BELOW {line}" for line in below) or "no figure is below its floor")
    return bool(below)


if __name__ == "__main__":
    sys.exit(main())
