"""Relations between the numbers of our records, read by a person, and whether an alteration breaks one.

The table is cases/relation.tsv. The bounds here are plain and our own; nothing is asked of the program under test but
to read a file.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from pathlib import Path

from pressparse.transcript.source import Source, read_source

ROOT = Path(__file__).parent.parent
TABLE = Path(__file__).parent / "cases/relation.tsv"
NUMBER = re.compile(r"(?P<digits>[0-9][0-9,]*(?:\.[0-9]+)?)(?P<scale>兆|千(?![瓦克米])|[万萬]?[亿億]?)")
SCALES = {"": 1, "千": 10**3, "万": 10**4, "萬": 10**4, "亿": 10**8, "億": 10**8, "兆": 10**12}
SCALES |= {"万亿": 10**12, "萬億": 10**12}
WORDS = dict(zip("一两兩二三四五六七八九十", (1, 2, 2, 2, 3, 4, 5, 6, 7, 8, 9, 10), strict=True))
SIGN = f"[{''.join(WORDS)}]"
# “三成出头”, “两成三”, “一成”; “三分之一”; “百分之九點八”.
TENTHS = re.compile(f"(?P<tens>{SIGN})成(?P<ones>[{''.join(WORDS)}半])?")
PARTS = re.compile(f"(?P<whole>{SIGN})分之(?P<part>{SIGN})")
HUNDREDTHS = re.compile(f"百分之(?P<whole>{SIGN}+)(?:[點点](?P<tenth>{SIGN}))?")
NEARLY, ABOUT = re.compile("^[近快]|^将近|^接近"), re.compile("约|約|上下|左右")
OVER, ODD = re.compile("超过|超過|逾"), ("多", "余", "餘", "出头")
OPEN = Fraction(10) ** 18


@dataclass(frozen=True)
class Number:
    """A number of a relation: where it stands, what it says, and the slack of its last digit."""

    start: int
    end: int
    said: str

    @property
    def bounds(self) -> tuple[Fraction, Fraction]:
        """The least and the greatest that it may stand for."""
        value, slack = self._in_digits() or self._in_words()
        if OVER.search(self.said):
            return value, OPEN
        if any(word in self.said for word in ODD):
            return value, value + (2 * slack or 10 ** (len(str(int(value))) - len(str(int(value)).rstrip("0"))))
        if NEARLY.search(self.said):
            return value - max(slack, value / 10), value
        slack = max(slack, value / 10) if ABOUT.search(self.said) else slack
        return value - slack, value + slack

    def _in_digits(self) -> tuple[Fraction, Fraction] | None:
        """“12萬3千”, “4.35%”: the value and half a unit of its last digit."""
        pieces = list(NUMBER.finditer(self.said))
        if not pieces:
            return None
        points = Fraction(1, 100) if "基点" in self.said else Fraction(1)
        value = sum((Fraction(each["digits"].replace(",", "")) * SCALES[each["scale"]] for each in pieces), Fraction(0))
        last = pieces[-1]
        places = len(last["digits"].partition(".")[2])
        exact = not places and not last["scale"] and not re.search("[元%點点吨里]", self.said)
        slack = Fraction(0) if exact else Fraction(1, 2) / 10**places * SCALES[last["scale"]]
        return value * points, slack * points

    def _in_words(self) -> tuple[Fraction, Fraction]:
        """“三成”, “三分之一” and “百分之十” in percent, “三个” as it is."""
        if found := TENTHS.search(self.said):
            ones = Fraction(5 if found["ones"] == "半" else WORDS[found["ones"]] if found["ones"] else 0)
            return WORDS[found["tens"]] * 10 + ones, Fraction(1, 2) if found["ones"] else Fraction(5)
        if found := HUNDREDTHS.search(self.said):
            tenth = Fraction(WORDS[found["tenth"]], 10) if found["tenth"] else Fraction(0)
            return _plain(found["whole"]) + tenth, Fraction(1, 20) if found["tenth"] else Fraction(1, 2)
        if found := PARTS.search(self.said):
            return Fraction(100 * WORDS[found["part"]], WORDS[found["whole"]]), Fraction(2)
        found = re.search(SIGN, self.said)
        assert found, f"{self.said} is no number"
        return Fraction(WORDS[found[0]]), Fraction(0)


def _plain(said: str) -> Fraction:
    """“二十三” up to ninety-nine."""
    tens, ten, ones = said.rpartition("十")
    return Fraction((WORDS.get(tens, 1) * 10 if ten else 0) + WORDS.get(ones, 0))


@dataclass(frozen=True)
class Relation:
    """Numbers that have to fit; `given` is what stands in the table beside them: items of a list, years."""

    kind: str
    numbers: tuple[Number, ...]
    given: int = 0
    held_out: bool = False

    def broken(self, *, way: int = 1) -> bool:
        """Whether no values within the bounds fit; `way` is -1 where the direction of a change was turned."""
        first, *rest = [number.bounds for number in self.numbers]
        if self.kind == "count":
            return first[0] != self.given
        if self.kind == "named":
            return first[0] < self.given
        if self.kind == "repeat":
            # The other says 突破, more than.
            return not (first[1] >= rest[0][0])
        if self.kind == "same":
            return first[1] < rest[0][0] or rest[0][1] < first[0]
        expected = self._expected(first, rest)
        low, high = min(expected), max(expected)
        if self.kind == "within":
            return low > 100
        if self.kind == "among":
            return first[1] < low
        if self.kind == "hundred":
            return high < 100 or low > 100
        turned = self.kind in ("growth", "points", "average", "less", "more", "by")
        stated = sorted(way * bound for bound in first) if turned else first
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
        if kind in ("less", "more"):
            return [100 * off / (now + off if kind == "less" else now - off) for now, off in pairs]
        if kind in ("times", "each"):
            return [now / then for now, then in pairs]
        if kind == "by":
            return [now / then - 1 for now, then in pairs]
        changes = [100 * (now / then - 1) for now, then in pairs]
        if kind == "average":
            changes = [Fraction((1 + float(change) / 100) ** (1 / self.given) - 1) * 100 for change in changes]
        # “压缩了47.1%”: the number is without a sign.
        return [-change for change in changes] if self.falls else changes

    @property
    def falls(self) -> bool:
        """Whether the levels fall."""
        return self.numbers[1].bounds[1] < self.numbers[2].bounds[0]


def locate(text: str, phrase: str, after: int) -> Number:
    """The number in brackets of a phrase, the first one behind `after` (from the start when there is none).

    The lines of a record may be broken inside the phrase.
    """
    before, said, behind = (
        "\n?".join(map(re.escape, part))
        for part in re.fullmatch(r"(.*?)\[(.*?)\](.*)", phrase).groups()  # type: ignore[union-attr]
    )
    pattern = re.compile(rf"{before}\n?(?P<number>(?<![0-9.]){said}){behind}")
    match = pattern.search(text, after) or pattern.search(text)
    assert match, f"{phrase} is not there"
    return Number(match.start("number"), match.end("number"), match["number"].replace("\n", ""))


def read_relations() -> dict[str, tuple[Source, list[Relation]]]:
    """The relations of each file that is here, with its source."""
    found: dict[str, tuple[Source, list[Relation]]] = {}
    for line in TABLE.read_text("utf-8").splitlines():
        if line.startswith(("#", "file\t")):
            continue
        file, kind, phrases, group = line.split("\t")
        if not (ROOT / file).is_file():
            continue
        if file not in found:
            found[file] = (read_source(str(ROOT / file)), [])
        source, relations = found[file]
        numbers: list[Number] = []
        given = 0
        for phrase in phrases.split(" "):
            if "[" not in phrase:
                given = int(phrase)
                continue
            after = numbers[-1].end if numbers and phrase.startswith("[") else 0
            numbers.append(locate(source.text, phrase, after))
        relation = Relation(kind, tuple(numbers), given, group == "held-out")
        assert not relation.broken(), f"{file}: {phrases} does not fit as it stands"
        relations.append(relation)
    return found
