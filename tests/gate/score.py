"""Score the program against every gold there is, as a table by field; exit 1 below a floor.

usage: python tests/gate/score.py [--errors] [--raise]

Gold: tests/gate (our own records, annotated by reading before an extractor existed) and, where it is there, the
shared folder beside the repository. `floors.json` holds the floors; --raise writes today's figures where they are
higher: a floor only rises. --errors lists every mistake.
"""

import json
import sys
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

from pressparse.briefing import Settings, read_briefings
from pressparse.report.views import claims_table, turns_table

sys.path.insert(0, str(Path(__file__).parent))
from peers import PeerScore, path_of, score_peers
from scorer import FIELDS, merge_turns, score_claims, score_turns

HERE = Path(__file__).parent
SHARED = HERE.parents[2] / "shared"
FLOORS = HERE / "floors.json"
# Records of the shared folder that do not say their own day.
DAYS = {"beijing-shijingshan": "2025-08-01"}
# Record, numbers gold, turns gold, whether to merge turns of one voice.
Record = tuple[Path, Path, Path, bool]


def records() -> Iterator[Record]:
    """Every record with gold."""
    for file in sorted((*HERE.glob("*.txt"), *HERE.glob("*.md"))):
        if file.stem != "README":
            yield file, HERE / f"{file.stem}.numbers.jsonl", HERE / f"{file.stem}.turns.jsonl", file.suffix == ".md"
    gold = SHARED / "gold"
    for file in sorted((SHARED / "transcripts").iterdir()) if SHARED.is_dir() else ():
        stem = file.name.split(".")[0]
        numbers = gold / (f"numbers-{stem}.jsonl" if file.suffix in (".txt", ".md") else "none")
        yield file, numbers, gold / "turns" / f"{stem}.jsonl", file.suffix != ".txt"


def rows_of(path: Path) -> list[dict[str, Any]]:
    """The rows of a gold file."""
    return [json.loads(line) for line in path.read_text("utf-8").splitlines() if line.strip()]


def predict(file: Path) -> tuple[list[dict[str, Any]], list[dict[str, Any]]]:
    """What the program finds in a record: claims and turns."""
    day = DAYS.get(file.stem)
    briefings = list(read_briefings(str(file), Settings(on=date.fromisoformat(day) if day else None)))
    return list(claims_table(briefings).records()), list(turns_table(briefings).records())


def score_record(record: Record) -> tuple[dict[str, float], list[str]]:
    """All figures of a record and all its mistakes."""
    file, numbers, turns, merge = record
    claims, said = predict(file)
    figures: dict[str, float] = {}
    mistakes: list[str] = []
    if numbers.is_file():
        found, wrong = score_claims(rows_of(numbers), claims)
        figures, mistakes = figures | found, mistakes + wrong
    if turns.is_file():
        found, wrong = score_turns(rows_of(turns), merge_turns(said) if merge else said)
        figures, mistakes = figures | found, mistakes + wrong
    return figures, mistakes


def print_table(scores: dict[str, dict[str, float]]) -> None:
    """One row a record, one column a field."""
    columns = (
        "detect",
        "exact",
        "whole",
        "traps",
        *FIELDS,
        "turns",
        "turn.speaker",
        "turn.role",
        "turn.title",
        "turn.exchange",
        "turn.kind",
    )
    heads = [name.removeprefix("turn.")[:8] for name in columns]
    print(f"{'':<30}" + "".join(f"{head:>9}" for head in heads))
    for name, figures in scores.items():
        cells = (
            f"{figures[column]:.{0 if column == 'traps' else 3}f}" if column in figures else "" for column in columns
        )
        print(f"{name[:30]:<30}" + "".join(f"{cell:>9}" for cell in cells))


def print_peers(score: PeerScore) -> None:
    """What of the other extractors' cases is found, and what is not."""
    share = (score.found + score.ordinals) / score.total
    print(f"peers: {score.found} of {score.total} expected values as claims, {score.ordinals} as ordinals: {share:.3f}")
    print(f"peers: {len(score.false_finds)} finds where nothing is expected")
    print(*(f"  not found: {line}" for line in score.missing), sep="\n")


def below_floor(scores: dict[str, dict[str, float]]) -> list[str]:
    """Each figure that fell below its floor."""
    floors: dict[str, dict[str, float]] = json.loads(FLOORS.read_text("utf-8")) if FLOORS.is_file() else {}
    return [
        f"{name}: {field} {scores[name][field]:.3f} < {least:.3f}"
        for name, floor in floors.items()
        for field, least in floor.items()
        if name in scores and field in scores[name] and scores[name][field] < least - 1e-9
    ]


def raise_floors(scores: dict[str, dict[str, float]]) -> None:
    """Write today's figures where they are higher than the floor."""
    floors: dict[str, dict[str, float]] = json.loads(FLOORS.read_text("utf-8")) if FLOORS.is_file() else {}
    for name, figures in scores.items():
        floor = floors.setdefault(name, {})
        for field, value in figures.items():
            floor[field] = max(int(value * 1000) / 1000, floor.get(field, -99.0))
    FLOORS.write_text(json.dumps(floors, indent=1, sort_keys=True) + "\n", "utf-8")


def main() -> int:
    """Print the table, compare with the floors."""
    if not SHARED.is_dir():
        print("../shared is not here: only the repository's own gold is scored")
    scores = {}
    for record in records():
        figures, mistakes = score_record(record)
        if figures:
            scores[record[0].name] = figures
            if "--errors" in sys.argv:
                print(f"== {record[0].name}", *mistakes, sep="\n")
    print_table(scores)
    if path_of(SHARED).is_file():
        print_peers(score_peers(rows_of(path_of(SHARED))))
    below = below_floor(scores)
    print("\n".join(f"BELOW {line}" for line in below) or "no figure is below its floor")
    if "--raise" in sys.argv:
        raise_floors(scores)
    return bool(below)


if __name__ == "__main__":
    sys.exit(main())
