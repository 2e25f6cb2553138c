"""Checks: what is found in speeches, and what is not."""

from datetime import date

import pytest

from conftest import read_cases
from pressparse.claims.check.audit import check_speeches
from pressparse.claims.check.figure import Speech
from pressparse.claims.claim import find_claims

ON = date(2024, 12, 31)


def found_in(text: str) -> list[str]:
    """The findings of speeches parted by “ | ”, as “check verdict judged words”."""
    speeches = [Speech(part, find_claims(part, on=ON)) for part in text.split(" | ")]
    findings = check_speeches(speeches)
    return [
        f"{each.check} {each.verdict} {each.spots[0].span.of(speeches[each.spots[0].speech].text)}" for each in findings
    ]


@pytest.mark.parametrize("case", read_cases("check"), ids=lambda case: case["text"][:40])
def test_relation_is_found_and_judged(case: dict[str, str]) -> None:
    """Each relation is found once, with its verdict, at the number that is judged."""
    assert " ; ".join(found_in(case["text"])) == case["found"]


@pytest.mark.parametrize("case", read_cases("check.none"), ids=lambda case: case["text"][:40])
def test_no_relation_no_finding(case: dict[str, str]) -> None:
    """Averages, real growth, other metrics, open lists and plans are not held against each other."""
    assert [found for found in found_in(case["text"]) if "rounding" not in found] == []


def test_base_is_derived_on_request() -> None:
    """196.5 up 74.5 % implies 112.6; without the wish nothing is derived."""
    text = "2024年技术合同成交额196.5亿元,较2020年增长74.5%。"
    speech = Speech(text, find_claims(text, on=ON))
    assert check_speeches([speech]) == ()
    (finding,) = check_speeches([speech], derive=True)
    assert finding.expected is not None
    assert finding.expected.holds(112_600_000_000 // 10)
    assert "2020" in finding.message


@pytest.mark.parametrize(("other", "found"), [("临禾市", ["growth inconsistent"]), ("澜江市", [])])
def test_records_of_two_places_are_not_held_together(other: str, found: list[str]) -> None:
    """Last year's record of the same place holds the base of a growth rate; that of another place does not."""
    last = f"{other}政府新闻发布会。2023年古镇门票收入3.26亿元。"
    now = "临禾市政府新闻发布会。2024年古镇门票收入3.61亿元,比2023年增长20.7%。"
    speeches = [Speech(text, find_claims(text, on=ON), record=text) for text in (last, now)]
    assert [f"{each.check} {each.verdict}" for each in check_speeches(speeches)] == found


@pytest.mark.parametrize(
    "text",
    [
        "锂矿价格半年涨了四成。",
        "下个月将有38种药品降价,平均降幅53.6%。",
        "7月17项重要民生物资平均上涨1.27%。",
        "造价由原先的485亿元压低至452亿元。",
        "去年新增学位3.1万个,今年计划再增2.4万个。",
        "手持订单持平的31家、减少的22家。",
        "视力障碍8名,可以延长三成的考试时间。",
        "利润总额38.7亿元,由前4个月的下降1.1%转为增长。",
        "带动社会资本31.6亿元,放大3.8倍。",
    ],
)
def test_no_base_is_derived_where_nothing_changed_by_so_much(text: str) -> None:
    """A span of time, a rate of the things counted, what a change led to, those that changed, a rate of leverage."""
    assert check_speeches([Speech(text, find_claims(text, on=ON))], derive=True) == ()


def test_a_difference_of_differences_implies_no_base() -> None:
    """“比年初增加3867亿元,同比多增412亿元”: the second is of the increase; the first implies its base."""
    text = "2024年3月末,贷款余额8.94万亿元,比年初增加3867亿元,同比多增412亿元。"
    findings = check_speeches([Speech(text, find_claims(text, on=ON))], derive=True)
    assert [each.spots[1].span.of(text) for each in findings] == ["3867亿元"]
