"""How the gate counts: claims against gold claims and traps, turns against gold turns.

The rules are those of the shared gold folder; a test checks that both count alike where that folder is.
"""

import re
from collections.abc import Sequence
from decimal import Decimal, InvalidOperation
from difflib import SequenceMatcher
from typing import Any

from pressparse.text.script import to_analysis

Row = dict[str, Any]
NOT_CLAIMS = {"date", "ordinal", "label"}
FIELDS = ("value", "unit", "kind", "modifier", "metric", "period", "change", "base")
TURN_FIELDS = ("role", "organization", "title", "exchange", "kind")
# Names of one unit that gold and program may give differently.
SAME_UNIT = {
    "平": "平方米", "平米": "平方米", "㎡": "平方米", "m²": "平方米", "月": "个月", "折": "%", "成": "%", "元": "CNY",
    "人民币": "CNY", "RMB": "CNY", "个百分点": "百分点", "位": "人", "名": "人",
}  # fmt: skip
PUNCTUATION = re.compile(r"[“”\"'‘’《》()（）,，、。;； \u3000]")
SMALL_NUMERALS = set("零〇一二三四五六七八九十两半几数首单双")


def plain(text: object) -> str:
    """Simplified, half width, without punctuation."""
    return PUNCTUATION.sub("", to_analysis(str(text or "")))


def same_value(gold: Row, row: Row) -> bool:
    """Whether both ends are equal; thirds have no last digit."""
    return all(_same_number(gold[end], row[end]) for end in ("low", "high"))


def _same_number(a: object, b: object) -> bool:
    try:
        x, y = Decimal(str(a)), Decimal(str(b))
    except InvalidOperation:
        return plain(a) == plain(b)
    return abs(x - y) <= abs(y) * Decimal("0.000001")


def same_metric(found: str, accepted: Sequence[str]) -> bool:
    """Whether a metric is one of the accepted names: the same, its end, or little more around it."""
    found = plain(found).replace("的", "")
    for each in accepted:
        name = plain(each).replace("的", "")
        shorter = len(found) >= 2 and name.endswith(found)
        longer = name in found and (found.endswith(name) or len(found) <= len(name) + 8)
        if found and (shorter or longer):
            return True
    return False


def check_fields(gold: Row, row: Row) -> dict[str, bool]:
    """Which of the annotated fields are right; a field that gold leaves empty is not asked."""
    unit, said = (SAME_UNIT.get(plain(each["unit"]), plain(each["unit"])) for each in (gold, row))
    checks = {
        "value": same_value(gold, row),
        "unit": unit == said or not gold["unit"],
        "kind": gold["kind"] == row["kind"],
        "modifier": (gold["modifier"] or "") == (row["modifier"] or ""),
    }
    if gold["metric"]:
        checks["metric"] = same_metric(row["metric"], gold["metric"])
    for name in ("period", "change", "base"):
        if gold[name]:
            checks[name] = plain(gold[name]) == plain(row[name])
    return checks


def score_claims(gold: Sequence[Row], rows: Sequence[Row]) -> tuple[dict[str, float], list[str]]:
    """F1 of detect, exact, whole; minus the traps hit; the share right of each field; and every mistake as a line."""
    levels = {level: [row for row in gold if row["level"] == level] for level in ("claim", "trap", "optional")}
    claims = levels["claim"]
    found = [row for row in rows if row["kind"] not in NOT_CLAIMS]
    pairs = _pair(claims, found)
    matched = set(pairs.values())
    mistakes = [f"MISSED {claim['start']} {claim['text']}" for i, claim in enumerate(claims) if i not in pairs]
    wrong = traps = 0
    for place, row in enumerate(found):
        if place in matched:
            continue
        trap = any(_overlap(each, row) > 0 for each in levels["trap"])
        split = any(_overlap(each, row) > 0 for each in claims)
        loose = any(_overlap(each, row) > 0 for each in levels["optional"])
        if trap or split or not (loose or _small(row)):
            wrong += 1
            traps += trap
            mistakes.append(f"{'TRAP' if trap else 'EXTRA'} {row['start']} {row['text']}")
    checks = {i: check_fields(claims[i], found[j]) for i, j in pairs.items()}
    exact = sum(check["value"] and check["unit"] for check in checks.values())
    whole = sum(all(check.values()) for check in checks.values())
    figures = {
        name: 2 * right / (2 * len(pairs) + wrong + len(claims) - len(pairs))
        for name, right in (("detect", len(pairs)), ("exact", exact), ("whole", whole))
    }
    figures["traps"] = float(-traps)
    for name in FIELDS:
        asked = [check[name] for check in checks.values() if name in check]
        if asked:
            figures[name] = sum(asked) / len(asked)
    for i, check in checks.items():
        mistakes += [f"FIELD {claims[i]['start']} {claims[i]['text']} {name}: gold {claims[i].get(name)!r}, "
                     f"got {found[pairs[i]].get(name)!r}" for name, right in check.items() if not right]  # fmt: skip
    return figures, mistakes


def _pair(claims: Sequence[Row], found: Sequence[Row]) -> dict[int, int]:
    """Gold claim → row, those that share most characters first."""
    shared = [(_overlap(claim, row), i, j) for i, claim in enumerate(claims) for j, row in enumerate(found)]
    pairs: dict[int, int] = {}
    taken: set[int] = set()
    for overlap, i, j in sorted(shared, reverse=True):
        if overlap > 0 and i not in pairs and j not in taken:
            pairs[i] = j
            taken.add(j)
    return pairs


def _overlap(a: Row, b: Row) -> int:
    return min(a["end"], b["end"]) - max(a["start"], b["start"])


def _small(row: Row) -> bool:
    """A small count in Chinese numerals, which gold need not list."""
    text = plain(row["text"])
    try:
        small = Decimal(str(row["low"] or 0)) <= 10
    except InvalidOperation:
        return False
    return small and not any(char.isdigit() for char in text) and bool(SMALL_NUMERALS & set(text))


def merge_turns(rows: Sequence[Row]) -> list[Row]:
    """Consecutive turns of one speaker as one."""
    merged: list[Row] = []
    for row in rows:
        if merged and plain(merged[-1]["speaker"]) == plain(row["speaker"]):
            merged[-1] = merged[-1] | {"text": merged[-1]["text"] + "\n" + row["text"]}
        else:
            merged.append(dict(row))
    return merged


def han(text: str) -> str:
    """The Han characters of a text alone."""
    return "".join(re.findall(r"[\u3400-\u9fff]", text))


def _same_speeches(gold: Sequence[str], found: Sequence[str]) -> list[tuple[int, int]]:
    """Pairs of turns with the same speech, in order; records that were edited afterwards are alike to 98 %."""
    pairs: list[tuple[int, int]] = []
    i0 = j0 = 0
    for i, j, size in SequenceMatcher(None, gold, found, autojunk=False).get_matching_blocks():
        at = j0
        for x in range(i0, i):
            alike = (
                y for y in range(at, j) if SequenceMatcher(None, gold[x], found[y], autojunk=False).ratio() >= 0.98
            )
            match = next(alike, None)
            if match is not None:
                pairs.append((x, match))
                at = match + 1
        pairs += [(i + k, j + k) for k in range(size)]
        i0, j0 = i + size, j + size
    return pairs


def score_turns(gold: Sequence[Row], rows: Sequence[Row]) -> tuple[dict[str, float], list[str]]:
    """F1 of the turns whose speech is the gold's, the share right of each field; and every mistake as a line."""
    pairs = _same_speeches([han(row["text"]) for row in gold], [han(row["text"]) for row in rows])
    figures = {"turns": 2 * len(pairs) / (len(gold) + len(rows))}
    seen = {i for i, _ in pairs}
    mistakes = [f"MISSED turn {i} {row['speaker']} {row['text'][:20]}" for i, row in enumerate(gold) if i not in seen]
    for name in ("speaker", *TURN_FIELDS):
        asked = [(i, gold[i][name], rows[j].get(name)) for i, j in pairs if name in gold[i]]
        right = [plain(a) == plain(b) for _, a, b in asked]
        mistakes += [f"FIELD turn {i} {name}: gold {a!r}, got {b!r}"
                     for (i, a, b), ok in zip(asked, right, strict=True) if not ok]  # fmt: skip
        if asked:
            figures[f"turn.{name}"] = sum(right) / len(asked)
    return figures, mistakes
