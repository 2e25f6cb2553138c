"""The gold that is shared between projects, where it is present."""

import importlib.util
import json
import re
from datetime import date
from itertools import pairwise
from types import ModuleType
from typing import Any

import pytest
from claim_case import SHARED

from pressparse.claims.claim import Claim, find_claims, format_value
from pressparse.text.script import to_analysis

pytestmark = pytest.mark.skipif(not (SHARED / "gold").is_dir(), reason=f"no gold in {SHARED}")
RECORDS = [
    ("beijing-shijingshan.txt", "numbers-beijing-shijingshan.jsonl", date(2025, 8, 1), "CN", r"(?m)^-$"),
    (
        "executive-yuan-2018-12-13.md",
        "numbers-executive-yuan-2018-12-13.jsonl",
        date(2018, 12, 13),
        "TW",
        r"(?m)^### .*$",
    ),
    ("work-report-2023.txt", "numbers-work-report-2023.jsonl", date(2023, 3, 5), "CN", ""),
]
FLOORS = {"detect": 0.98, "exact": 0.97, "whole": 0.90}
FIELD_FLOORS = {"metric": 0.93, "period": 0.95, "change": 0.97, "base": 0.97}


def _scorer() -> ModuleType:
    spec = importlib.util.spec_from_file_location("score_numbers", SHARED / "gold" / "score_numbers.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def _lines(name: str) -> list[dict[str, Any]]:
    return [json.loads(line) for line in (SHARED / "gold" / name).read_text("utf-8").splitlines()]


def _turns(text: str, cut: str) -> list[tuple[int, str]]:
    starts = [0, *[match.end() for match in re.finditer(cut, text)], len(text)] if cut else [0, len(text)]
    return [(start, text[start:end]) for start, end in pairwise(starts)]


def _row(claim: Claim, text: str, offset: int) -> dict[str, Any]:
    return {
        "start": claim.span.start + offset, "end": claim.span.end + offset, "text": claim.span.of(text),
        "kind": claim.kind.value, "low": format_value(claim.low), "high": format_value(claim.high), "unit": claim.unit,
        "modifier": claim.modifier, "metric": "".join(piece.of(text) for piece in claim.metric),
        "period": claim.period, "change": claim.change, "base": claim.base,
    }  # fmt: skip


@pytest.mark.parametrize(("record", "gold", "on", "region", "cut"), RECORDS, ids=[row[0] for row in RECORDS])
def test_gold(record: str, gold: str, on: date, region: str, cut: str) -> None:
    """Floors of the quality asked for, speech by speech as the program reads."""
    scorer = _scorer()
    text = (SHARED / "transcripts" / record).read_text("utf-8")
    rows = [
        _row(claim, turn, start)
        for start, turn in _turns(text, cut)
        for claim in find_claims(to_analysis(turn), on=on, region=region)
    ]
    result, *_ = scorer.score(_lines(gold), rows)
    assert result["traps_hit"] == 0
    for name, floor in FLOORS.items():
        assert result[name][2] >= floor, name
    for name, floor in FIELD_FLOORS.items():
        right, total = result["fields"][name]
        assert right >= floor * total, name
