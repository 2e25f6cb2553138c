"""Whose name, title and part: what the record says of them anywhere."""

import pytest

from pressparse.briefing import parse_briefing
from pressparse.text.script import to_analysis
from pressparse.transcript.source import Source


def turns_of(text: str):
    return parse_briefing(Source("x", text)).turns


def test_a_key_in_two_languages_is_a_key() -> None:
    """`日期 Date：` is header, and whom `主持人 Host：` names presides; `嘉宾 Amy：` alone on its line speaks."""
    header = "日期 Date：2024年3月5日\n地點 Local：海運大樓\n主持人 Host：阮清\n\n"
    text = f"{header}阮清：請提問。\n\n記者：船何時開？\n\n乔一安：九點。\n"
    assert [(turn.speaker, str(turn.role)) for turn in turns_of(text)][:2] == [("阮清", "host"), ("記者", "reporter")]
    spoken = turns_of("主持人：欢迎。\n\n嘉宾 Amy：\n大家好。\n\n主持人：请说。\n\n嘉宾 Amy：\n好。\n")
    assert [str(turn.role) for turn in spoken] == ["host", "guest", "host", "guest"]


def test_a_table_that_became_lines_gives_each_name_the_title_below() -> None:
    """Names above their offices keep them, though the office above a name is another's."""
    roster = "出席人员\n姓名\n职务\n阮清\n渔港局局长\n骆望舒\n运输局副局长\n\n"
    text = f"{roster}主持人：开始。\n\n阮清：先说船。\n\n骆望舒：再说路。\n"
    titles = {turn.speaker: turn.title for turn in turns_of(text)}
    assert titles["阮清"] == "渔港局局长"
    assert titles["骆望舒"] == "运输局副局长"


def test_an_official_who_hands_on_says_who_the_next_one_is() -> None:
    """`请渔港局局长阮清来说` in an answer gives 阮局长 a name and an office."""
    text = (
        "市长：路修好了。\n\n记者：船呢？\n\n市长：船的事情比较复杂，这个请渔港局局长阮清说明一下，他最清楚。\n\n"
        "阮局长：先修码头。\n\n记者：几年？\n\n阮局长：两年。\n"
    )
    assert [(turn.speaker, turn.title) for turn in turns_of(text) if turn.label == "阮局长"] == [
        ("阮清", "渔港局局长")
    ] * 2


def test_a_chair_who_answers_every_question_is_a_guest() -> None:
    """`乔主席` opens and answers, the spokesman gives the floor; one who only calls members presides."""
    text = (
        "海运协会主席乔一安与媒体茶叙\n\n乔主席：各位好。船队今年添了三条船。\n\n问：明年呢？\n\n乔主席：再添两条。\n\n"
        "发言人骆望舒：后面那位女士。\n\n问：谁出钱？\n\n乔主席：会员出一半。\n\n发言人骆望舒：谢谢各位。\n\n（茶叙结束）\n"
    )
    roles = {turn.speaker: str(turn.role) for turn in turns_of(text)}
    assert (roles["乔一安"], roles["骆望舒"]) == ("guest", "host")


def test_what_an_answer_lists_is_no_label_where_answers_have_no_asker_in_front() -> None:
    """`提醒乘客：` within one answer of several stays in it."""
    text = (
        "渔港局局长阮清答询：\n一、何时开船？（海岳社 乔一安小姐）\n答：\n九点。\n提醒乘客：一、带证件；二、早到。\n\n"
        "二、票价？（海岳社 乔一安小姐）\n答：\n十元。\n"
    )
    assert "提醒乘客" not in {turn.label for turn in turns_of(text)}


def test_a_note_that_a_speech_opens_the_event() -> None:
    """`阮清：（开场白）…` opens it, whoever speaks."""
    text = "阮清：（开场白）我们开始。\n\n东浦台记者：何时开船？\n\n阮清：九点。\n"
    assert [str(turn.kind) for turn in turns_of(text)] == ["opening", "question", "answer"]


def test_small_and_upright_brackets_are_parentheses() -> None:
    """`﹝笑聲﹞` and the brackets of columns stand for parentheses."""
    assert to_analysis("﹝笑聲﹞︵一︶｢好｣") == "(笑声)(一)“好”"


MINUTES = """\
阮主任委員清之、骆副主任委員望舒與記者問答如下：

船何時開？（海岳社 乔一安）

答：九點。時間分成兩步：先試航，再開航。

票價要不要漲？（北港通信記者小野明子）

答：不漲。

骆副主任委員補充：去年也沒漲。

碼頭夠不夠大？（北湾新聞協會）

答：夠。
"""
LIVE = """\
江河网

下午举行发布会，江河网现场直播，敬请关注。[ 2024-05-06 10:00 ]

港务中心主任 阮清

各位记者，大家好！欢迎参加发布会，今天请来港务局局长骆望舒先生。[ 2024-05-06 14:30 ]

港务局局长 骆望舒

先说船。[ 2024-05-06 14:34 ]

阮清

请继续提问。[ 2024-05-06 14:40 ]

海岳社记者

请问几点开？[ 2024-05-06 14:41 ]

骆望舒

九点。[ 2024-05-06 14:42 ]

阮清

今天的发布会到此结束。[ 2024-05-06 14:50 ]

图片实录　视频回放　返回专题
"""


def test_unlabelled_questions_end_in_who_asks() -> None:
    """Where only `答：` has a label, the paragraph above it that ends in a medium and a name asks."""
    turns = turns_of(MINUTES)
    asked = [(turn.speaker, turn.organization) for turn in turns if str(turn.role) == "reporter"]
    assert asked == [("乔一安", "海岳社"), ("小野明子", "北港通信"), ("北湾新聞協會", "北湾新聞協會")]
    told = [(turn.speaker, turn.title) for turn in turns if str(turn.role) == "guest"]
    assert told[0] == ("阮清之", "主任委員")
    assert told[2] == ("骆望舒", "副主任委員")


def test_an_office_with_a_part_in_parentheses_is_told_whose_it_is() -> None:
    """`常任秘書長（海事）` of the label is `常任秘書長（海事）骆望舒` of the heading."""
    text = (
        "港務局局長阮清今日聯同港務局常任秘書長（海事）骆望舒舉行記者會。\n\n記者：船呢？\n\n港務局局長：九點開。\n\n"
        "港務局常任秘書長（海事）：九點半到。\n"
    )
    assert turns_of(text)[2].speaker == "骆望舒"


def test_a_portal_that_announces_its_broadcast_asks_nothing() -> None:
    """The first words of a live record are nobody's question, and who opens, hands on and ends it presides."""
    turns = turns_of(LIVE)
    assert [str(turn.role) for turn in turns][:3] == ["unknown", "host", "guest"]
    assert turns[-1].span.of(LIVE).endswith("14:50 ]")


BOLD = """\
▌**港务局新闻发言人 阮清**

各位好，先请骆望舒副局长介绍。

▌**港务局副局长 骆望舒**

我介绍一个变化。

**一个变化：船少了。** 由八条减为六条。

---

**01**

**海岳晚报记者：船少了，票怎么办？**

▌**骆望舒**

票不变。

**北湾青年网记者：几点开船？**

▌**骆望舒**

九点。
"""


def test_bold_names_alone_on_their_lines() -> None:
    """Who stands in bold above what is said speaks it; a lead-in, a count and a rule are no turns of their own."""
    turns = turns_of(BOLD)
    assert [(turn.speaker, str(turn.role)) for turn in turns] == [
        ("阮清", "host"), ("骆望舒", "guest"), ("海岳晚报记者", "reporter"), ("骆望舒", "guest"),
        ("北湾青年网记者", "reporter"), ("骆望舒", "guest"),
    ]  # fmt: skip
    assert turns[1].span.of(BOLD).endswith("减为六条。")


def test_an_answer_behind_its_question_on_one_line() -> None:
    """`問：…？（社 名）　　答：…` is a question, who asks it and its answer."""
    text = (
        "問：船何時開？（海岳社 乔一安）　　答：九點。\n\n問：票價呢？（北湾電臺）　　答：不變。\n\n"
        "問：碼頭呢？（海岳社 乔一安）　　答：夠大。\n"
    )
    turns = turns_of(text)
    assert [turn.span.of(text) for turn in turns][:2] == ["船何時開？", "九點。"]
    assert [turn.speaker for turn in turns if str(turn.role) == "reporter"] == ["乔一安", "北湾電臺", "乔一安"]


def test_who_answers_stands_in_parentheses() -> None:
    """`回應（阮局長）：` and `補充（骆處長）：` are of those, `提問（海岳社）：` of the medium."""
    text = (
        "主持：港務局局長阮清\n出席：船務處處長骆望舒\n\n提問（海岳社）：幾點開船？\n回應（阮局長）：九點。\n補充（骆處長）：九點半到。\n"
        "提問（北湾電臺）：票價呢？\n回應（阮局長）：不變。\n"
    )
    assert [turn.speaker for turn in turns_of(text)] == ["海岳社", "阮清", "骆望舒", "北湾電臺", "阮清"]


def _roles(text: str) -> dict[str, str]:
    return {turn.speaker: turn.role.value for turn in parse_briefing(Source("x", text)).turns}


def test_who_says_their_name_beside_a_host() -> None:
    """`我是…，欢迎收听` makes no second host; nor does a project that somebody leads, nor who answers at once."""
    text = "主持人：有请。\n阮清：欢迎收听，我是阮清。\n主持人：船多吗？\n阮清：多。\n"
    assert _roles(text)["阮清"] == "guest"
    text = "主持人：由院士阮清主持的课题有了结果。\n阮清：有三样。\n记者：难吗？\n阮清：难。\n"
    assert _roles(text)["阮清"] == "guest"


@pytest.mark.parametrize("asked", ["请主任讲讲灯塔方面的安排。", "网友想知道灯塔", "说说灯塔"])
def test_a_site_that_asks_without_a_mark(asked: str) -> None:
    """A site that one official answers each time is a reporter."""
    text = f"江北网：{asked}\n阮清：修好了。\n江北网：再说说船\n阮清：够。\n"
    assert _roles(text) == {"江北网": "reporter", "阮清": "guest"}
