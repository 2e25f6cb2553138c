"""What holds for every text."""

import time
from datetime import date

from claim_case import read_cases
from hypothesis import given, settings
from hypothesis import strategies as st

from pressparse.claims.claim import find_claims, format_value
from pressparse.text.script import to_analysis

WORDS = (
    "增长|近|超过|3.5|12|万|亿|元|%|个|百分点|、|,|。|企业|达到|第|一|二十|年|2024年|月|分别|由|至|—|“|”|(|)|:|/|+|-|.|半|几|百|"
    "翻|番|今年|较|十四五|其中|“十四五”|的|条|法|每|A|PM2.5|人次|http://a.b/3|两|倍|零|首位|前三"
)
PIECES = st.sampled_from([*WORDS.split("|"), " ", "\n"])
UNITS = [
    ("万元", 4, "CNY"),
    ("亿元", 8, "CNY"),
    ("%", 0, "%"),
    ("家", 0, "家"),
    ("万吨", 4, "吨"),
    ("个百分点", 0, "百分点"),
]
MODIFIERS = [("近", "nearly"), ("超过", "more_than"), ("约", "about"), ("不低于", "at_least"), ("", "")]


@settings(max_examples=400, deadline=None)
@given(st.lists(PIECES, max_size=40).map("".join))
def test_any_text(text: str) -> None:
    """No text is refused; spans slice, stand in order and never overlap; claims are among all rows."""
    rows = find_claims(text, on=date(2025, 8, 1), everything=True)
    end = 0
    for row in rows:
        assert end <= row.span.start < row.span.end <= len(text)
        assert row.sentence.start <= row.span.start
        assert "E" not in format_value(row.low) or isinstance(row.low, str)
        assert all(0 <= piece.start < piece.end <= len(text) for piece in row.metric)
        end = row.span.end
    claims = find_claims(text, on=date(2025, 8, 1))
    assert [claim.span for claim in claims] == [row.span for row in rows if row.kind.claims]


@settings(max_examples=300, deadline=None)
@given(st.decimals(min_value="0.1", max_value=99999, places=1), st.sampled_from(UNITS), st.sampled_from(MODIFIERS))
def test_format_and_parse(number: object, unit: tuple[str, int, str], modifier: tuple[str, str]) -> None:
    """A quantity written in a supported spelling is read back to the value, unit and modifier it was made of."""
    text = f"总量达到{modifier[0]}{number}{unit[0]}。"
    (claim,) = find_claims(text)
    assert claim.low == number.scaleb(unit[1])  # type: ignore[attr-defined]
    assert (claim.unit, claim.modifier) == (unit[2], modifier[1])


def test_scripts_agree() -> None:
    """Traditional, full-width text gives the claims of the simplified, half-width one, at the same offsets."""
    plain = "全区实现地区生产总值696.6亿元,同比增长7.6%,新增企业1200余家。"
    other = "全區實現地區生產總值６９６．６億元，同比增長７．６％，新增企業１２００餘家。"
    assert find_claims(to_analysis(other)) == find_claims(plain)


def test_linear_without_sentence_ends() -> None:
    """One line without any full stop costs no more a character than many sentences do."""
    clause = "技术合同成交额196.5亿元,同比增长7.6%,新增企业1200余家,"

    def cost(copies: int) -> float:
        begin = time.process_time()
        find_claims(clause * copies)
        return time.process_time() - begin

    cost(10)
    assert cost(8000) < 20 * cost(1000) + 0.5


# What stands before the last number trims away to nothing.
_NO_SUBJECT = "张增加到5万快有三成左右。没有签约,快“四成,快占一半。"


def test_a_number_breaks_off() -> None:
    """A text may end in the middle of a number, whose sign is then within what the one before it measures."""
    for text in (
        "3家社会资本投入超过10亿元的企1",
        "600人支撑着海南1/5以上的用水需求亿",
        "日供水1000吨以上的有960处",
        _NO_SUBJECT,
    ):
        for cut in range(1, len(text) + 1):
            find_claims(text[:cut], on=date(2025, 8, 1), region="TW", everything=True)


def test_days_that_no_calendar_has() -> None:
    """A slip in a date is no reason to stop: it closes no term."""
    (claim,) = find_claims("截至2025年2月31日止年度,本行收益为24亿元。", on=date(2025, 8, 1))
    assert format_value(claim.low) == "2400000000"


def test_a_text_may_end_anywhere() -> None:
    """A sentence without its stop, or broken off in the middle, is refused no more than a whole one."""
    sentences = sorted({row["text"] for row in read_cases("claim")})
    for text in (cut for whole in sentences for cut in (whole.rstrip("。"), whole[: len(whole) * 2 // 3])):
        for row in find_claims(text, on=date(2025, 8, 1)):
            assert all(0 <= piece.start < piece.end <= len(text) for piece in row.metric)
