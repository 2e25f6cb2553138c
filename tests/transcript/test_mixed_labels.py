"""Labels of several kinds in one record: brackets beside colons, bold names without any, answers that are signed."""

import pytest

from pressparse.briefing import parse_briefing
from pressparse.transcript.source import Source
from pressparse.transcript.turn import Turn


def turns_of(text: str) -> tuple[Turn, ...]:
    """The turns of a record."""
    return tuple(parse_briefing(Source("x", text)).turns)


def test_reporters_in_brackets_beside_labels_with_a_colon() -> None:
    """`[…记者] 问` without a colon opens a turn where officials have one; a picture between turns is nobody's."""
    text = (
        "**主持人：**请提问。\n\n[南浦晚报记者] 何时开工？\n\n**建设局局长 阮清：**明年。\n\n![提问](提问.jpg)\n\n"
        "[南浦电台记者] 多少钱？\n\n**阮清：**三亿。\n\n[居民代表 乔阿姨] 吵不吵？\n\n**阮清：**不吵。\n\n"
        "**主持人：**结束。\n"
    )
    turns = turns_of(text)
    assert [(turn.speaker, str(turn.role)) for turn in turns][1:6] == [
        ("南浦晚报记者", "reporter"), ("阮清", "guest"), ("南浦电台记者", "reporter"), ("阮清", "guest"),
        ("居民代表 乔阿姨", "reporter"),
    ]  # fmt: skip
    assert text[turns[2].span.start : turns[2].span.end] == "明年。"


MINUTES = (
    "出席委員 ： 阮清議員，JP（主席）\n　　　　　　乔一安議員\n出席官員 ： 水務署署長　骆望舒女士，JP\n"
    "　　　　　　水務署總工程師　郝一川先生\n\n"
    "**主席**　會議開始，請署長發言。\n\n**水務署署長**　多謝主席。今年修了三條管。\n\n**乔一安議員**　為何只有三條？"
    "\n\n"
    "**水務署總工程師**　因為人手不足，明年修五條。\n\n**主席**　會議到此為止，多謝各位。\n\n"
    "（會議於下午3時28分結束）\n"
)


def test_bold_names_and_a_wide_space() -> None:
    """`**名**　話` opens a turn; the roster goes on in indented lines, and says who presides."""
    turns = turns_of(MINUTES)
    assert [(turn.speaker, turn.title) for turn in turns] == [
        ("阮清", "議員"), ("骆望舒", "水務署署長"), ("乔一安", "議員"), ("郝一川", "水務署總工程師"), ("阮清", "議員"),
    ]  # fmt: skip
    assert MINUTES[turns[-1].span.start : turns[-1].span.end] == "會議到此為止，多謝各位。"


def test_answers_that_are_signed() -> None:
    """`答：…（職務　名）` is said by whom the roster has; other parentheses sign nothing."""
    text = (
        "董事长：阮清\n总经理：乔一安\n\n问题1：分红为何提高？\n\n答：因为现金充裕。（董事长　阮清）\n\n"
        "问题2：何时并网？\n\n答：九月底。（总经理　乔一安）\n\n问题3：还有吗？\n\n答：没有了（笑）\n"
    )
    assert [turn.speaker for turn in turns_of(text) if str(turn.role) == "guest"] == ["阮清", "乔一安", "答"]


def test_a_follow_up_behind_the_medium() -> None:
    """`記者（台）追問：` goes on with the question before; a sentence behind 發言人 is no roster."""
    text = (
        "出席：指揮官 阮清、發言人 乔一安\n\n發言人：好，現在開放提問。第一位，南浦電視台。\n"
        "記者（南浦電視台）：幾例？\n"
        "指揮官：六例。\n"
        "記者（南浦電視台）追問：明天呢？\n指揮官：看明天。\n發言人：下一位，海灣報。\n記者（海灣報）：疫苗呢？\n"
        "指揮官：六月。\n"
    )
    turns = turns_of(text)
    assert [(turn.speaker, turn.exchange) for turn in turns] == [
        ("乔一安", 0), ("南浦電視台", 1), ("阮清", 1), ("南浦電視台", 1), ("阮清", 1), ("乔一安", 0),
        ("海灣報", 2), ("阮清", 2),
    ]  # fmt: skip


def test_a_title_that_says_that_all_is_printed() -> None:
    """`全文：…` above a record is its title."""
    text = (
        "全文：外长阮清会见记者\n\n会见由外交部新闻司参赞乔一安主持。以下为全文：\n\n主持人：请提问。\n"
        "南浦日报记者：谈了什么？\n"
        "阮清：谈了桥。\n主持人：谢谢。\n"
    )
    assert [turn.speaker for turn in turns_of(text)] == ["乔一安", "南浦日报记者", "阮清", "乔一安"]


def test_a_numbered_voice_that_leads() -> None:
    """`发言人1` who opens, hands over and closes is the host though one question is for that voice."""
    text = (
        "发言人1 00:12\n各位媒体朋友，大家早上好，今天通报水管爆裂的事情。\n\n发言人2 00:57\n"
        "昨晚水管爆裂，现在修好了。\n\n"
        "发言人1 01:20\n好，谢谢。下面请各位提问。\n\n发言人3 01:28\n你好，我是南浦晨报的。为什么不早换？\n\n"
        "发言人2 01:44\n没有钱。\n\n发言人3 02:00\n损失怎么赔？\n\n发言人1 02:06\n我来说两句，每家先付五千。\n\n"
        "发言人1 02:15\n今天的发布会到此结束，谢谢大家。\n\n以上内容由AI生成，仅供参考\n"
    )
    turns = turns_of(text)
    assert {turn.speaker: str(turn.role) for turn in turns} == {
        "发言人1": "host", "发言人2": "guest", "发言人3": "reporter",
    }  # fmt: skip
    assert text[: turns[-1].span.end].endswith("谢谢大家。")


@pytest.mark.parametrize("asks", ["问题 {}", "Q{}", "问", "记者"])
def test_questions_in_two_languages(asks: str) -> None:
    """`ANN LEE: When…?`, then `**问题 1**：何时…？`: who asks in letters once asks, too, and both are one question."""
    first, second = (asks.format(number) for number in (1, 2))
    text = (
        f"## 问题一：船\n\nANN LEE: Hi, when will it sail?\n\n**{first}**：您好，何时开船？\n\nOTTO BERG: In May.\n\n"
        f"**伯格**：五月。\n\nThe fog is thick.\n\n雾很大。\n\n## 问题二：冰\n\nMaya: and the price of ice?\n\n"
        f"**{second}**：冰价呢？\n\nOTTO BERG: The same.\n\n**伯格**：没变。\n"
    )
    turns = turns_of(text)
    assert [turn.label for turn in turns] == [
        "ANN LEE", first, "OTTO BERG", "伯格", "Maya", second, "OTTO BERG", "伯格",
    ]  # fmt: skip
    assert [turn.role.value == "reporter" for turn in turns] == [True, True, False, False] * 2
    assert [turn.exchange for turn in turns] == [1] * 4 + [2] * 4
