"""The same words in another dress give the same claims: script, width, spacing; and magnitudes are safe."""

import random
import re
from collections import Counter
from datetime import date
from decimal import Decimal
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from opencc import OpenCC

from pressparse.claims.claim import Claim, find_claims
from pressparse.claims.numeral import parse_numeral
from pressparse.text.script import to_analysis

TO_TRADITIONAL = OpenCC("s2t")
ON = date(2025, 10, 20)
DATA = Path(__file__).parents[2] / "data"
SUBJECTS = ["工业用电量", "普惠小微贷款余额", "接待游客", "快递业务量", "城镇新增就业", "新建管网", "粮食总产量"]
LEADS = ["1—8月,", "今年上半年,", "2024年,", "三季度,", ""]
AMOUNTS = ["1863.4亿元", "27.5万人次", "3200余家", "18.6%", "460公里", "1.2万亿元", "三成多", "十几万吨", "百余处"]
MODIFIERS = ["达到", "突破", "约", "超过", "近", "不低于", ""]
CHANGES = [",同比增长7.6%", ",比上月回落0.4个百分点", ",较2020年翻了一番", ",年均增长5.1%", ""]
FIELDS = ("kind", "low", "high", "unit", "modifier", "period", "change", "base")
SENTENCES = st.builds(
    "{}{}{}{}{}。".format,
    st.sampled_from(LEADS),
    st.sampled_from(SUBJECTS),
    st.sampled_from(MODIFIERS),
    st.sampled_from(AMOUNTS),
    st.sampled_from(CHANGES),
)
# Spaces as typesetters put them: between Han and digits or Latin signs, on either side.
GAP = re.compile(r"(?<=[\u4e00-\u9fff])(?=[0-9])|(?<=[0-9%])(?=[\u4e00-\u9fff])")


def _facts(claims: tuple[Claim, ...], text: str) -> list[tuple[object, ...]]:
    """All fields of claims, the metric in its words without spaces."""
    return [
        (*[getattr(claim, name) for name in FIELDS], re.sub(r"\s", "", "".join(p.of(text) for p in claim.metric)))
        for claim in claims
    ]


@settings(max_examples=150, deadline=None)
@given(st.lists(SENTENCES, min_size=1, max_size=3).map("".join))
def test_spaces_change_nothing(text: str) -> None:
    """Spaces around numerals move the spans and nothing else."""
    spaced = GAP.sub(" ", text)
    plain, found = find_claims(text, on=ON), find_claims(spaced, on=ON)
    assert _facts(found, spaced) == _facts(plain, text)
    assert [claim.span.of(spaced).replace(" ", "") for claim in found] == [claim.span.of(text) for claim in plain]


@settings(max_examples=150, deadline=None)
@given(st.lists(SENTENCES, min_size=1, max_size=3).map("".join))
def test_full_width_changes_nothing(text: str) -> None:
    """Full-width digits and signs give the claims of the half-width ones, at the same offsets."""
    wide = "".join(chr(ord(sign) + 0xFEE0) if sign in "0123456789%,." else sign for sign in text)
    assert find_claims(to_analysis(wide), on=ON) == find_claims(text, on=ON)


@settings(max_examples=150, deadline=None)
@given(st.lists(SENTENCES, min_size=1, max_size=3).map("".join))
def test_traditional_script_changes_nothing(text: str) -> None:
    """A text set in traditional script gives the claims of the simplified one, at the same offsets."""
    assert find_claims(to_analysis(TO_TRADITIONAL.convert(text)), on=ON) == find_claims(text, on=ON)


RECORDS = [*sorted(DATA.glob("*.txt")), *sorted((DATA.parent / "tests/gate").glob("*.txt"))]


@pytest.mark.parametrize("path", RECORDS, ids=lambda path: path.stem)
def test_records_with_spaces_around_numerals(path: Path) -> None:
    """A record gives what it gave when it is set as hearings in Taiwan are: of a hundred claims one may differ."""
    lost, found = 0, 0
    for line in to_analysis(path.read_text("utf-8")).split("\n"):
        spaced = GAP.sub(" ", line)
        plain = [row[:-1] for row in _facts(find_claims(line, on=ON), line)]
        other = [row[:-1] for row in _facts(find_claims(spaced, on=ON), spaced)]
        found += len(plain)
        lost += max(sum((Counter(plain) - Counter(other)).values()), sum((Counter(other) - Counter(plain)).values()))
    assert lost * 100 <= found + 100


@pytest.mark.parametrize("path", sorted(DATA.glob("*.txt")), ids=lambda path: path.stem)
def test_samples_in_both_scripts(path: Path) -> None:
    """A sample and its conversion to traditional script give the same facts; nothing in them is a binary float."""
    once = to_analysis(path.read_text("utf-8"))
    claims = find_claims(once, on=ON)
    other = to_analysis(TO_TRADITIONAL.convert(once))
    assert [row[:-1] for row in _facts(find_claims(other, on=ON), other)] == [row[:-1] for row in _facts(claims, once)]
    for one, two in pairwise(claims):
        assert one.span.end <= two.span.start
    assert all(isinstance(value, Decimal | str) for claim in claims for value in (claim.low, claim.high))


SPELLINGS = [
    (lambda n: f"{n}", "arabic"),
    (lambda n: f"{n:,}", "thousands"),
    (lambda n: f"{Decimal(n) / 10000}万", "ten thousands"),
    (lambda n: f"{Decimal(n) / 100000000}亿", "hundred millions"),
]


@pytest.mark.parametrize("spell", [spell for spell, _ in SPELLINGS], ids=[name for _, name in SPELLINGS])
@given(number=st.integers(min_value=100, max_value=10**12))
@settings(max_examples=60, deadline=None)
def test_every_spelling_is_read_back(spell: object, number: int) -> None:
    """A number in any spelling is read back to what it was made of, exactly."""
    said = spell(number)  # type: ignore[operator]
    if "E" in said:
        return
    (claim,) = find_claims(f"总额达到{said}元。")
    assert (claim.low, claim.unit, claim.span.of(f"总额达到{said}元。")) == (Decimal(number), "CNY", f"{said}元")


def test_magnitudes_agree_with_another_reader() -> None:
    """On ten thousand numerals no value differs from cn2an's."""
    oracle = pytest.importorskip("cn2an")
    chance = random.Random(20251020)
    for _ in range(10_000):
        number = chance.randrange(1, 10 ** chance.randrange(1, 13))
        said = oracle.an2cn(str(number), chance.choice(["low", "up"]))
        numeral = parse_numeral(said)
        assert numeral is not None, said
        assert numeral.low == numeral.high == number == oracle.cn2an(said, "normal"), said
