"""Alter one number at a time and see whether `check` notices: recall, and alarms on what is unaltered.

Whether an alteration breaks a relation is decided in relation.py, with plain bounds of our own; the program under test
decides nothing but what it finds. Records that were there when `check` was written, and those it met later, are
measured apart.
"""

import random
import re
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from pressparse.briefing import check_briefings, parse_briefing
from pressparse.span import Span
from pressparse.transcript.source import Cue, Source
from relation import NUMBER, SIGN, Number, Relation, read_relations

EITHER = {"万": "亿", "亿": "万", "萬": "億", "億": "萬"}
WAYS = {"增长": "下降", "增長": "下降", "提高": "降低", "压缩": "增加", "壓縮": "增加", "下降": "上升", "縮短": "延長"}
WAYS |= {"涨了": "跌了", "降了": "涨了", "少了": "多了", "多了": "少了", "多付": "少付", "增幅": "降幅", "升幅": "跌幅"}
TURNED = ("growth", "points", "more", "by")
SEED = 20250801


def alterations(number: Number, draw: random.Random) -> Iterator[tuple[str, str]]:
    """Other words in place of a number, each with what was done: digit, magnitude, unit."""
    match = NUMBER.search(number.said)
    if match is None:
        sign = re.search(SIGN, number.said.replace("百分之", "---"))
        if sign:
            other = draw.choice([word for word in "三四五六七八" if word != sign[0]])
            yield "digit", number.said[: sign.start()] + other + number.said[sign.end() :]
        return
    head, digits, tail = number.said[: match.start()], match["digits"], number.said[match.end("digits") :]
    places = [at for at, sign in enumerate(digits) if sign.isdigit()]
    for at in draw.sample(places, min(3, len(places))):
        choices = [sign for sign in "123456789" if sign != digits[at]]
        yield "digit", f"{head}{digits[:at]}{draw.choice(choices)}{digits[at + 1 :]}{tail}"
    plain = digits.replace(",", "")
    whole, _, part = plain.partition(".")
    if len(list(NUMBER.finditer(number.said))) > 1:
        # “142億3,000萬” has no point to move.
        return
    yield "magnitude", f"{head}{whole}{part[:1] or '0'}{'.' + part[1:] if part[1:] else ''}{tail}"
    if len(whole) > 1:
        yield "magnitude", f"{head}{whole[:-1]}.{whole[-1]}{part}{tail}"
    for old, new in EITHER.items():
        if match["scale"] == old:
            yield "unit", f"{head}{digits}{tail.replace(old, new, 1)}"


@dataclass(frozen=True)
class Mutant:
    """A record with one thing altered."""

    source: Source
    how: str
    start: int
    end: int
    broken: bool
    kinds: tuple[str, ...]
    says: str
    held_out: bool


def mutants(source: Source, relations: list[Relation], draw: random.Random) -> Iterator[Mutant]:
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
            new = altered(source, Span(number.start, number.end), said)
            kinds = tuple(relation.kind for relation in hit)
            end = number.start + len(said)
            says = f"{number.said} -> {said}"
            yield Mutant(new, how, number.start, end, bool(hit), kinds, says, own[0].held_out)
    for relation in relations:
        if relation.kind in TURNED and (turned := _turned(source, relation)):
            yield turned


def _turned(source: Source, relation: Relation) -> Mutant | None:
    """The direction of a change the other way."""
    number = relation.numbers[0]
    for word, other in WAYS.items():
        at = source.text.rfind(word, number.start - 5, number.start)
        if at >= 0:
            new = altered(source, Span(at, at + len(word)), other)
            shift = len(other) - len(word)
            place = (number.start + shift, number.end + shift)
            broken = relation.broken(way=-1)
            return Mutant(new, "sign", *place, broken, (relation.kind,), f"{word} -> {other}", relation.held_out)
    return None


def altered(source: Source, at: Span, said: str) -> Source:
    """The source with other words at `at`, its marks and cues moved."""
    by = len(said) - (at.end - at.start)

    def moved(span: Span) -> Span:
        return Span(span.start + by * (span.start >= at.end), span.end + by * (span.end >= at.end))

    text = source.text[: at.start] + said + source.text[at.end :]
    marks = tuple(replace(mark, span=moved(mark.span)) for mark in source.marks)
    cues = tuple(Cue(cue.start_ms, cue.end_ms, moved(cue.span)) for cue in source.cues)
    return replace(source, text=text, marks=marks, cues=cues)


def alarms(source: Source) -> list[tuple[int, int]]:
    """The places of all findings that are inconsistent and state an arithmetic relation."""
    audit = check_briefings([parse_briefing(source)])
    return [
        (spot.span.start + turn.span.start, spot.span.end + turn.span.start)
        for finding in audit.findings
        if finding.verdict.value == "inconsistent" and (finding.check.value != "list" or finding.stated is not None)
        for spot in finding.spots
        for turn in [audit.speeches[spot.speech][1]]
    ]


@dataclass
class Tally:
    """What became of the mutants of a set of records."""

    tried: Counter[str] = field(default_factory=Counter)
    noticed: Counter[str] = field(default_factory=Counter)
    remarks: list[str] = field(default_factory=list)
    false_alarms: int = 0
    harmless: int = 0
    needless: int = 0

    def add(self, mutant: Mutant) -> None:
        """Count one more."""
        places = alarms(mutant.source)
        name = mutant.source.name
        if not mutant.broken:
            self.harmless += 1
            self.needless += bool(places)
            self.remarks += [f"{name} alarm without a broken relation: {mutant.says}"] * bool(places)
            return
        found = any(start < mutant.end and mutant.start < end for start, end in places)
        self.tried[mutant.how] += 1
        self.noticed[mutant.how] += found
        self.remarks += [f"{name} {'/'.join(mutant.kinds)} {mutant.how}: {mutant.says}"] * (not found)

    @property
    def recall(self) -> float:
        """The part of the broken relations that was noticed."""
        return self.noticed.total() / max(self.tried.total(), 1)

    def print(self, title: str) -> None:
        """One paragraph."""
        print(title)
        for how, count in self.tried.items():
            print(f"  {how:<10} {self.noticed[how]:4} of {count:4} noticed")
        print(f"  all        {self.noticed.total():4} of {self.tried.total():4} noticed, recall {self.recall:.3f}")
        print(f"  {self.harmless} alterations that break no relation: {self.needless} with an alarm")
        print(f"  unaltered texts: {self.false_alarms} alarms")


def measure(files: Sequence[tuple[Source, list[Relation]]]) -> Tally:
    """All mutants of these records."""
    draw = random.Random(SEED)
    tally = Tally()
    for source, relations in files:
        tally.false_alarms += len(alarms(source))
        for mutant in mutants(source, relations, draw):
            tally.add(mutant)
    return tally


def main() -> int:
    """Print recall by kind of alteration and the alarms on unaltered texts; 0 when the targets are met.

    The target of recall is for the first set: what the later ones hold beyond the relations that `check` knows is to
    be seen, not to be hidden.
    """
    files = list(read_relations().values())
    first = measure([each for each in files if not each[1][0].held_out])
    held_out = measure([each for each in files if each[1][0].held_out])
    first.print("records that check was written with")
    held_out.print("records met later")
    if "-v" in sys.argv:
        print(*first.remarks, *held_out.remarks, sep="\n")
    good = first.recall >= 0.95 and not first.false_alarms and not held_out.false_alarms
    return 0 if good and first.tried.total() >= 500 else 1


if __name__ == "__main__":
    sys.exit(main())
