"""Numbers whose metric the question before them named."""

import pytest

from pressparse.briefing import Briefing, check_briefings, parse_briefing
from pressparse.transcript.source import Source

RECORD = """2025年9月26日新闻发布会

记者：请问今年上半年{asked}？
郭守一局长：{answered}
"""


def ask(asked: str, answered: str) -> Briefing:
    return parse_briefing(Source("record", RECORD.format(asked=asked, answered=answered)))


def metrics(briefing: Briefing) -> list[tuple[str, str]]:
    """Each number of the answer with its metric, read from the source itself."""
    text = briefing.source.text
    return [
        (
            each.in_source(each.claim.span).of(text),
            "".join(each.in_source(piece).of(text) for piece in each.claim.metric),
        )
        for each in briefing.claims
        if each.turn.number == 2
    ]


@pytest.mark.parametrize(
    ("asked", "answered", "expected"),
    [
        (
            "城镇失业率是多少",
            "5.2%，比去年同期低0.1个百分点。",
            [("5.2%", "城镇失业率"), ("0.1个百分点", "城镇失业率")],
        ),
        ("稳岗补贴发放了多少户", "谢谢。3.2万户。", [("3.2万户", "稳岗补贴发放")]),
        ("医疗救助的人次呢", "1200人次。", [("1200人次", "医疗救助的人次")]),
        ("粮食产量降到多少，会不会影响价格", "120万吨。", [("120万吨", "粮食产量")]),
        ("全市有多少个渔港", "225个。", [("225个", "渔港")]),
        ("海岸线有多长", "应该是1139公里。", [("1139公里", "海岸线")]),
        ("有多少人报名", "有300人。", [("300人", "报名")]),
        # What a number measures that says so itself is not asked for.
        ("城镇失业率是多少", "新增就业3.1万人。", [("3.1万人", "就业")]),
        # No question, and one that asks for nothing that has a name.
        ("大家都很关心这件事", "一共3.2万户。", [("3.2万户", "")]),
        ("您怎么看", "一共3.2万户。", [("3.2万户", "")]),
    ],
)
def test_an_answer_takes_its_metric_from_the_question(
    asked: str, answered: str, expected: list[tuple[str, str]]
) -> None:
    """What the question asks for is measured by an answer that names nothing itself."""
    assert metrics(ask(asked, answered)) == expected


def test_the_period_of_the_question_is_that_of_the_answer() -> None:
    """The time that the question names is of the number too."""
    claims = ask("城镇失业率是多少", "5.2%。").claims
    assert [each.claim.period for each in claims] == ["2025-01/2025-06"]


def test_a_number_that_is_repeated_measures_what_it_did() -> None:
    """A number that corrects one of the question measures the same."""
    record = "2025年9月26日新闻发布会\n\n记者：去年事故死亡是120人吧？\n郭守一局长：118人。\n"
    briefing = parse_briefing(Source("record", record))
    assert metrics(briefing) == [("118人", "事故死亡")]


def test_a_check_reads_only_what_the_speech_itself_says() -> None:
    """Checks read a speech by itself: no name in it comes from another."""
    audit = check_briefings([ask("城镇失业率是多少", "5.2%。我们的目标是5.5%。")])
    assert not audit.findings


def test_a_question_that_is_handed_on_is_answered() -> None:
    """Who presides hands the question to another; what is said behind its question mark is no question."""
    record = (
        "2025年9月26日质询\n\n叶青议员：去年的渔船登记总共有多少件？如果您手上没有资料，就请处长答复。\n主席：请周处长答复。\n"
        "周处长：主席、各位议员。两千六百多件。\n叶青议员：有多少间船厂因此免于停工？\n周处长：大概9间。\n"
    )
    briefing = parse_briefing(Source("record", record))
    named = {
        each.in_source(each.claim.span).of(record): "".join(
            each.in_source(piece).of(record) for piece in each.claim.metric
        )
        for each in briefing.claims
    }
    assert named == {"两千六百多件": "渔船登记", "9间": "船厂"}
