"""Alter one number at a time and see whether `check` notices: recall, and alarms on what is unaltered.

The relations are in cases/relation.tsv, read by a person. Whether an alteration breaks one is decided here, with
plain bounds of our own; the program under test decides nothing but what it finds.
"""

import random
import re
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction
from pathlib import Path

from pressparse.briefing import check_briefings, parse_briefing
from pressparse.transcript.source import read_source

ROOT = Path(__file__).parent.parent
NUMBER = re.compile(r"(?P<digits>[0-9][0-9,]*(?:\.[0-9]+)?)(?P<scale>[万萬亿億]{0,2})")
SCALES = {"": 1, "万": 10**4, "萬": 10**4, "亿": 10**8, "億": 10**8, "万亿": 10**12, "萬億": 10**12}
WORDS = dict(zip("两兩二三四五六七八九十", (2, 2, 2, 3, 4, 5, 6, 7, 8, 9, 10), strict=True))
EITHER = {"万": "亿", "亿": "万", "萬": "億", "億": "萬"}
WAYS = {"增长": "下降", "增長": "下降", "提高": "降低", "压缩": "增加", "壓縮": "增加", "下降": "上升"}
SEED = 20250801


@dataclass(frozen=True)
class Number:
    """A number of a relation: where it stands, what it says, and the slack of its last digit."""

    start: int
    end: int
    said: str

    @property
    def bounds(self) -> tuple[Fraction, Fraction]:
        """The least and the greatest that it may stand for."""
        match = NUMBER.search(self.said)
        if match is None:
            value = Fraction(WORDS[self.said[0]])
            return value, value
        digits = match["digits"].replace(",", "")
        scale = SCALES[match["scale"]] * (Fraction(1, 100) if "基点" in self.said else 1)
        places = len(digits.partition(".")[2])
        exact = not places and not match["scale"] and not re.search("[元%点點吨里]", self.said)
        slack = Fraction(0) if exact else Fraction(1, 2) / 10**places
        return (Fraction(digits) - slack) * scale, (Fraction(digits) + slack) * scale


@dataclass(frozen=True)
class Relation:
    """Numbers that have to fit; `given` is what stands in the table beside them: items of a list, years."""

    kind: str
    numbers: tuple[Number, ...]
    given: int = 0

    def broken(self, *, way: int = 1) -> bool:
        """Whether no values within the bounds fit; `way` is -1 where the direction of a change was turned."""
        first, *rest = [number.bounds for number in self.numbers]
        if self.kind == "count":
            return first[0] != self.given
        if self.kind == "repeat":
            # The other says 突破, more than.
            return not (first[1] >= rest[0][0])
        expected = [] if self.kind == "named" else self._expected(first, rest)
        low, high = min(expected, default=0), max(expected, default=0)
        stated = (
            sorted(way * bound for bound in first) if self.kind in ("growth", "points", "average", "less") else first
        )
        if self.kind == "named":
            return first[0] < self.given
        if self.kind == "within":
            return low > 100
        if self.kind == "among":
            return first[1] < low
        if self.kind == "hundred":
            return high < 100 or low > 100
        return high < stated[0] or low > stated[1]

    def _expected(self, first: tuple[Fraction, Fraction], rest: Sequence[tuple[Fraction, Fraction]]) -> list[Fraction]:
        kind = self.kind
        if kind in ("hundred", "within"):
            rest = [first, *rest]
        if kind in ("whole", "among", "hundred", "within"):
            return [sum((part[side] for part in rest), Fraction(0)) for side in (0, 1)]
        one, two = rest
        pairs = [(now, then) for now in one for then in two]
        if kind == "part":
            return [100 * part / whole for part, whole in pairs]
        if kind == "points":
            return [now - then for now, then in pairs] if one[0] > two[0] else [then - now for now, then in pairs]
        if kind == "less":
            return [100 * off / (now + off) for now, off in pairs]
        changes = [100 * (now / then - 1) for now, then in pairs]
        if kind == "average":
            changes = [Fraction((1 + float(change) / 100) ** (1 / self.given) - 1) * 100 for change in changes]
        # “压缩了47.1%”: the number is without a sign.
        return [-change for change in changes] if self.numbers[0].said and self.falls else changes

    @property
    def falls(self) -> bool:
        """Whether the levels fall."""
        return self.numbers[1].bounds[1] < self.numbers[2].bounds[0]


def locate(text: str, phrase: str, after: int) -> Number:
    """The number in brackets of a phrase, the first one behind `after` (from the start when there is none)."""
    before, said, behind = re.fullmatch(r"(.*?)\[(.*?)\](.*)", phrase).groups()  # type: ignore[union-attr]
    pattern = re.compile(rf"{re.escape(before)}(?P<number>(?<![0-9.]){re.escape(said)}){re.escape(behind)}")
    match = pattern.search(text, after) or pattern.search(text)
    assert match, f"{phrase} is not there"
    return Number(match.start("number"), match.end("number"), said)


def read_relations() -> dict[str, tuple[str, list[Relation]]]:
    """The relations of each file that is here, with its text."""
    found: dict[str, tuple[str, list[Relation]]] = {}
    for line in (Path(__file__).parent / "cases/relation.tsv").read_text("utf-8").splitlines():
        if line.startswith(("#", "file\t")):
            continue
        file, kind, phrases = line.split("\t")
        if not (ROOT / file).is_file():
            continue
        text, relations = found.setdefault(file, (read_source(str(ROOT / file)).text, []))
        numbers: list[Number] = []
        given = 0
        for phrase in phrases.split(" "):
            if "[" not in phrase:
                given = int(phrase)
                continue
            after = numbers[-1].end if numbers and phrase.startswith("[") else 0
            numbers.append(locate(text, phrase, after))
        relation = Relation(kind, tuple(numbers), given)
        assert not relation.broken(), f"{file}: {phrases} does not fit as it stands"
        relations.append(relation)
    return found


def alterations(number: Number, draw: random.Random) -> Iterator[tuple[str, str]]:
    """Other words in place of a number, each with what was done: digit, magnitude, unit."""
    match = NUMBER.search(number.said)
    if match is None:
        other = draw.choice([word for word in "两三四五六七八" if WORDS[word] != WORDS[number.said[0]]])
        yield "digit", other + number.said[1:]
        return
    head, digits, tail = number.said[: match.start()], match["digits"], number.said[match.end("digits") :]
    places = [at for at, sign in enumerate(digits) if sign.isdigit()]
    for at in draw.sample(places, min(3, len(places))):
        choices = [sign for sign in "123456789" if sign != digits[at]]
        yield "digit", f"{head}{digits[:at]}{draw.choice(choices)}{digits[at + 1 :]}{tail}"
    plain = digits.replace(",", "")
    whole, _, part = plain.partition(".")
    yield "magnitude", f"{head}{whole}{part[:1] or '0'}{'.' + part[1:] if part[1:] else ''}{tail}"
    if len(whole) > 1:
        yield "magnitude", f"{head}{whole[:-1]}.{whole[-1]}{part}{tail}"
    for old, new in EITHER.items():
        if match["scale"] == old:
            yield "unit", f"{head}{digits}{tail.replace(old, new, 1)}"


@dataclass(frozen=True)
class Mutant:
    """A text with one thing altered."""

    file: str
    how: str
    text: str
    start: int
    end: int
    broken: bool
    kinds: tuple[str, ...]
    says: str


def mutants(file: str, text: str, relations: list[Relation], draw: random.Random) -> Iterator[Mutant]:
    """Every number of the relations altered in several ways; the direction of each change turned once."""
    for number in dict.fromkeys(number for relation in relations for number in relation.numbers):
        own = [relation for relation in relations if number in relation.numbers]
        for how, said in alterations(number, draw):
            changed = replace(number, said=said)
            hit = [
                relation
                for relation in own
                if replace(
                    relation, numbers=tuple(changed if each == number else each for each in relation.numbers)
                ).broken()
            ]
            new = text[: number.start] + said + text[number.end :]
            kinds = tuple(relation.kind for relation in hit)
            end = number.start + len(said)
            yield Mutant(file, how, new, number.start, end, bool(hit), kinds, f"{number.said} -> {said}")
    for relation in relations:
        if relation.kind in ("growth", "points"):
            number = relation.numbers[0]
            for word, other in WAYS.items():
                at = text.rfind(word, number.start - 5, number.start)
                if at >= 0:
                    new = text[:at] + other + text[at + len(word) :]
                    shift = len(other) - len(word)
                    place = (number.start + shift, number.end + shift)
                    yield Mutant(
                        file, "sign", new, *place, relation.broken(way=-1), (relation.kind,), f"{word} -> {other}"
                    )
                    break


def alarms(file: str, text: str) -> list[tuple[int, int]]:
    """The places of all findings that are inconsistent and state an arithmetic relation."""
    audit = check_briefings([parse_briefing(replace(read_source(str(ROOT / file)), text=text))])
    return [
        (spot.span.start + turn.span.start, spot.span.end + turn.span.start)
        for finding in audit.findings
        if finding.verdict.value == "inconsistent" and (finding.check.value != "list" or finding.stated is not None)
        for spot in finding.spots
        for turn in [audit.speeches[spot.speech][1]]
    ]


def main() -> int:
    """Print recall by kind of alteration and the alarms on unaltered texts; 0 when both targets are met."""
    draw = random.Random(SEED)
    tried, noticed, missed, needless = Counter[str](), Counter[str](), [], 0
    false_alarms = harmless = 0
    for file, (text, relations) in read_relations().items():
        standing = alarms(file, text)
        false_alarms += len(standing)
        for mutant in mutants(file, text, relations, draw):
            places = alarms(mutant.file, mutant.text)
            found = any(start < mutant.end and mutant.start < end for start, end in places)
            if not mutant.broken:
                harmless += 1
                needless += bool(places)
                if places:
                    missed.append(f"{mutant.file} alarm without a broken relation: {mutant.says}")
                continue
            tried[mutant.how] += 1
            noticed[mutant.how] += found
            if not found:
                missed.append(f"{mutant.file} {'/'.join(mutant.kinds)} {mutant.how}: {mutant.says}")
    for how, count in tried.items():
        print(f"{how:<10} {noticed[how]:4} of {count:4} noticed")
    recall = noticed.total() / tried.total()
    print(f"all        {noticed.total():4} of {tried.total():4} noticed, recall {recall:.3f}")
    print(f"{harmless} alterations that break no relation: {needless} with an alarm")
    print(f"unaltered texts: {false_alarms} alarms")
    if "-v" in sys.argv:
        print(*missed, sep="\n")
    return 0 if recall >= 0.95 and not false_alarms and tried.total() >= 500 else 1


if __name__ == "__main__":
    sys.exit(main())
