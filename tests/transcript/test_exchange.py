"""Who asked, who handed over, who answered."""

import pytest

from pressparse.briefing import parse_briefing
from pressparse.transcript.source import Source

ROLES = {
    "H": ("主持人", "甲乙"),
    "G": ("嘉宾", "丙丁"),
    "G2": ("嘉宾", "戊己"),
    "R": ("记者", "宁川日报记者"),
    "R2": ("记者", "云溪晚报记者"),
}


def parse(*turns: tuple[str, str]):
    text = "".join(f"-\n{ROLES[who][0]}\n{ROLES[who][1]}:{said}\n" for who, said in turns)
    return parse_briefing(Source("x", text))


OPEN = ("H", "大家好,请丙丁先生发布。")
STATEMENT = ("G", "我介绍三点。")
NEXT = ("H", "请继续提问。")
ASK = ("R", "请问今年如何?")
RELAY = ("H", "这个问题请丙丁先生回答。")
ANSWER = ("G", "谢谢提问。")
CLOSE = ("H", "今天的发布会到此结束。")


@pytest.mark.parametrize(
    ("turns", "expected"),
    [
        ([OPEN, STATEMENT, NEXT, ASK, ANSWER, CLOSE], "opening statement procedure question1 answer1 closing"),
        ([OPEN, ASK, RELAY, ANSWER, NEXT, ASK, RELAY, ANSWER, CLOSE],
         "opening question1 relay1 answer1 procedure question2 relay2 answer2 closing"),
        ([OPEN, ASK, ANSWER, ("G2", "我补充。"), CLOSE], "opening question1 answer1 answer1 closing"),
        ([OPEN, ASK, ANSWER, ("H", "请戊己女士补充。"), ("G2", "好。"), CLOSE],
         "opening question1 answer1 relay1 answer1 closing"),
        ([OPEN, ASK, ("R2", "我也问一个。"), ANSWER, CLOSE], "opening question1 question1 answer1 closing"),
        ([OPEN, ASK, NEXT, ("R2", "请问?"), ANSWER, CLOSE], "opening question1 procedure question2 answer2 closing"),
        ([OPEN, ASK, ANSWER, ASK, ANSWER, CLOSE], "opening question1 answer1 question2 answer2 closing"),
        ([OPEN, STATEMENT, ("H", "下面请戊己女士发布。"), ("G2", "好。"), CLOSE],
         "opening statement procedure statement closing"),
        ([OPEN, STATEMENT, ("H", "有网友问,房价会降吗?"), ANSWER, CLOSE],
         "opening statement question1 answer1 closing"),
        ([OPEN, STATEMENT, ("H", "感谢丙丁先生。接着请教育局局长戊己讲讲入学。"), ("G2", "好。"), CLOSE],
         "opening statement procedure statement closing"),
        ([OPEN, ASK, ANSWER, ("R", "多谢局长。"), ASK, ANSWER],
         "opening question1 answer1 statement question2 answer2"),
        ([OPEN, ASK], "opening question1"),
        ([("H", "戊己议员。"), ASK, ANSWER], "procedure question1 answer1"),
        ([OPEN, ASK, ("H", "请你清楚提出问题。"), ASK, RELAY, ANSWER, ASK, ANSWER, CLOSE],
         "opening question1 procedure question1 relay1 answer1 question2 answer2 closing"),
        ([OPEN, ASK, ("H", "请你清楚提出问题。"), ("R2", "我来问。"), ANSWER],
         "opening question1 procedure question2 answer2"),
        ([OPEN, ASK, ("G", "谢谢您。这个问题请戊己局长来回答。"), ("G2", "明年通车。"), CLOSE],
         "opening question1 relay1 answer1 closing"),
        ([OPEN, ASK, ("G", "这个部分没有,我请戊己局长说明。"), ("G2", "明年通车。"), CLOSE],
         "opening question1 answer1 answer1 closing"),
        ([OPEN, ASK, ("G", "今天邀来了港务局的人,这个问题请戊己局长来说。"), ("G2", "明年通车。"), CLOSE],
         "opening question1 relay1 answer1 closing"),
    ],
)  # fmt: skip
def test_kinds_and_exchanges(turns: list[tuple[str, str]], expected: str) -> None:
    """Question, relay and answers of one exchange carry its number; procedure carries none."""
    found = parse(*turns).turns
    assert " ".join(f"{turn.kind.value}{turn.exchange or ''}" for turn in found) == expected


def test_unanswered_question_stays() -> None:
    """An exchange without an answer is still an exchange."""
    exchanges = parse(OPEN, ASK, NEXT, ("R2", "请问?"), ANSWER, CLOSE).exchanges
    assert [(exchange.questions, exchange.answers) for exchange in exchanges] == [((2,), ()), ((4,), (5,))]


def test_a_follow_up_goes_on_with_the_exchange() -> None:
    """`追问` opens no exchange of its own: question, answer and what is asked about the answer are one."""
    text = "宁川日报记者：何时？\n叶青：明年。\n追问：几月？\n叶青：三月。\n宁川晚报记者：多少？\n叶青：三亿。\n"
    briefing = parse_briefing(Source("x", text))
    assert [turn.exchange for turn in briefing.turns] == [1, 1, 1, 1, 2, 2]
    assert briefing.exchanges[0].questions == (1, 3)


def test_a_record_that_ends_with_a_relay() -> None:
    """`渔港局局长。` of the chair behind a question, where the record is cut off, hands it on."""
    turns = parse(OPEN, ASK, ("H", "丙丁先生。"), ANSWER, ASK, ("H", "渔港局局长。")).turns
    assert [turn.kind.value for turn in turns][-2:] == ["question", "relay"]
    assert parse(OPEN, ASK, ANSWER, ASK, ("H", "谢谢大家。")).turns[-1].kind.value == "closing"
