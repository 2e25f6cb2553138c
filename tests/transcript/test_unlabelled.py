"""Turns that print no label: answers below labelled questions, talks that label only their first turns."""

import pytest

from pressparse.briefing import parse_briefing
from pressparse.transcript.source import Source


def said(text: str) -> list[tuple[str, str, str]]:
    """Speaker, role and words of each turn; the parts are the text."""
    briefing = parse_briefing(Source("x", text))
    assert "".join(part.span.of(text) for part in briefing.parts) == text
    return [(turn.speaker, turn.role.value, briefing.text_of(turn)) for turn in briefing.turns]


ASKED = (
    "何时开渔？\n\n五月。\n\n雾大也开。",
    "谈谈新船。\n\n新船快。为什么不快呢？",
    "冰价呢？\n\n没变。",
)


@pytest.mark.parametrize("label", ["Q", "问", "记者", "**Q", "宁川日报"])
@pytest.mark.parametrize(
    ("lead", "who"),
    [
        ("渔队队长叶青赛后接受了江北网的专访。", "叶青"),
        ("专访叶青：五月开渔", "叶青"),
        ("HGT.Nolan专访：五月开渔\n来源：江北网", "Nolan"),
        ("歌手罗小满做客江北网。", "罗小满"),
        ("开渔问答", ""),
    ],
)
def test_only_questions_are_labelled(label: str, lead: str, who: str) -> None:
    """`Q：…？`, and the answer in the paragraphs below: whose it is, where the heading says so."""
    text = lead + "\n\n" + "\n\n".join(f"{label}：{asked}" for asked in ASKED) + "\n\n（责任编辑：余林）\n"
    turns = said(text)
    assert [words for _, _, words in turns] == [
        "何时开渔？", "五月。\n\n雾大也开。", "谈谈新船。", "新船快。为什么不快呢？", "冰价呢？", "没变。",
    ]  # fmt: skip
    assert [(name, role) for name, role, _ in turns[1::2]] == [(who, "guest")] * 3


def test_questions_of_several_lines() -> None:
    """A question goes on where its next line counts on or calls whom it asks; an answer may ask something too."""
    text = (
        "江北台记者：我有两个问题。\n第一，何时开渔？\n第二，冰价呢？\n五月。\n没变。\n"
        "海岳社记者：船够不够？\n您去看过吗？\n看过。\n云溪晚报记者：船贵不贵？\n谁说贵？\n不贵。\n"
    )
    assert [words for _, _, words in said(text)] == [
        "我有两个问题。\n第一，何时开渔？\n第二，冰价呢？", "五月。\n没变。",
        "船够不够？\n您去看过吗？", "看过。", "船贵不贵？", "谁说贵？\n不贵。",
    ]  # fmt: skip


def test_lists_of_questions_and_stories() -> None:
    """Questions that nobody answers have no turn below; a story in which a reporter asks once is none."""
    assert [role for _, role, _ in said("记者：何时开渔？\n记者：冰价呢？\n记者：船够吗？\n")] == ["reporter"] * 3
    assert [name for name, _, _ in said("记者：几点下班？\n船工们笑了。\n村里有三百口人。\n")] == [""]


def test_a_host_whose_guest_has_no_label() -> None:
    """`主持人：…？` each time, and nobody else."""
    turns = said("主持人：何时开渔？\n五月。\n主持人：冰价呢？\n没变。\n主持人：船呢？\n够。\n")
    assert [role for _, role, _ in turns] == ["host", "guest"] * 3


def test_answers_that_lost_their_label() -> None:
    """A paragraph between two questions of one asker, where all others are answered by name."""
    text = "Q：何时开渔？\nA：五月。\nQ：冰价呢？\n没变。\nQ：船呢？\nA：够。\nQ：人呢？\nA：也够。\nQ：鱼呢？\n多。\n"
    assert [words for _, _, words in said(text)] == [
        "何时开渔？", "五月。", "冰价呢？", "没变。", "船呢？", "够。", "人呢？", "也够。", "鱼呢？", "多。",
    ]  # fmt: skip


@pytest.mark.parametrize("asker", ["记者", "江北网", "主持人"])
@pytest.mark.parametrize("advert", ["", "打开江北新闻 查看精彩图片\n\n", "下载江北新闻客户端，查看更多内容\n\n"])
def test_only_the_first_turns_are_labelled(asker: str, advert: str) -> None:
    """`记者：…`, `许南乔：…`, then paragraphs in turn; what a page offers between them is nobody's."""
    text = (
        f"演员许南乔日前接受采访。\n\n{asker}：为什么接这部戏？\n\n许南乔：剧本好。\n\n你会撑船吗？\n\n{advert}会一点。\n\n"
        "跟师傅学的。\n\n最后，请谈谈你的打算。\n\n先休息。\n\n还有呢？\n\n"
    )
    assert [(name, words) for name, _, words in said(text)] == [
        (asker, "为什么接这部戏？"), ("许南乔", "剧本好。"), (asker, "你会撑船吗？"),
        ("许南乔", "会一点。\n\n跟师傅学的。"),
        (asker, "最后，请谈谈你的打算。"), ("许南乔", "先休息。"), (asker, "还有呢？"),
    ]  # fmt: skip


def test_who_is_asked_to_ask_himself() -> None:
    """What an official asks the room within a long answer makes no reporter of a paragraph."""
    text = "主持人：何时通车？\n何局长：五月。为什么这么久？\n因为江里有鱼。\n大家愿意让它们消失吗？\n这就是原因。\n"
    assert [name for name, _, _ in said(text)] == ["主持人", "何局长"]


def test_only_answers_are_labelled() -> None:
    """`何时通车？`, then `叶青：…`, time and again."""
    turns = said("何时通车？\n\n叶青：五月。\n\n造价呢？\n\n叶青：十二亿。\n\n会收费吗？\n\n叶青：不收。\n")
    assert [(name, role) for name, role, _ in turns] == [("", "reporter"), ("叶青", "guest")] * 3
    told = said("叶青：桥要修。谁来修？\n叶青：钱要管。谁来管？\n叶青：人要用好。\n")
    assert [name for name, _, _ in told] == ["叶青"] * 3


def test_players_by_their_pet_names() -> None:
    """Whom questions ask by name speaks under it, in large letters or small; an advert below is nobody's."""
    text = (
        "Q：想问一下无风，为什么换人？\nNuolan：膝盖疼。\nQ：问一下小澜和无风，下个赛季呢？\nnuolan：休息。\n"
        "小澜：也休息。\n无风：先回家。\n江北电竞助手 v1.13.0 1.88 MB\n下载\n"
    )
    assert [(name, words) for name, _, words in said(text)][1:] == [
        ("Nuolan", "膝盖疼。"), ("Q", "问一下小澜和无风，下个赛季呢？"), ("nuolan", "休息。"), ("小澜", "也休息。"),
        ("无风", "先回家。"),
    ]  # fmt: skip


def test_media_between_the_answers() -> None:
    """`潮头：…？` beside media that are called so, answered by who answers them."""
    text = (
        "局长叶青接受联合采访\n宁川日报：何时通车？\n叶青：五月。\n江北台：造价呢？\n叶青：十二亿。\n"
        "潮头：收费吗？\n叶青：不收。\n潮头：以后呢？\n叶青：也不收。\n"
    )
    turns = parse_briefing(Source("x", text)).turns
    assert [(turn.organization, turn.kind.value, turn.exchange) for turn in turns[4:]] == [
        ("潮头", "question", 3), ("", "answer", 3), ("潮头", "question", 4), ("", "answer", 4),
    ]  # fmt: skip


def test_before_the_event() -> None:
    """`江北网报道` only tells; the one who says what is to come is the host, and proceeds."""
    text = (
        "[江北网报道] 发布会将于10时举行。 [09:46] | [江北网报道] 记者正在入场。 [09:50] | "
        "[沈平] 发布会马上就要开始了，我先宣布几条注意事项。 [09:59] | [沈平] 请关闭手机。 [10:00] |\n"
    )
    turns = parse_briefing(Source("x", text)).turns
    assert [(turn.role.value, turn.kind.value) for turn in turns] == [
        ("unknown", "note"), ("unknown", "note"), ("host", "procedure"), ("host", "procedure"),
    ]  # fmt: skip


def test_a_day_is_no_medium() -> None:
    """`3月2日新闻：…` above an interview is what it is about."""
    assert said("3月2日新闻：渔队夺冠。\n问：心情？\n好。\n问：打算？\n休息。\n")[0][2] == "心情？"


def test_pet_names_and_bodies_that_answer() -> None:
    """`小北：` beside another who answers, `老猫：` whom a question calls, `渔港局：` time and again."""
    text = "媒体：感受如何？\n阿澜：开心。\n小北：开心。\n媒体：吃什么？\n阿澜：火锅。\n媒体：老猫呢？\n老猫：睡觉。\n"
    assert [name for name, _, _ in said(text)] == ["媒体", "阿澜", "小北", "媒体", "阿澜", "媒体", "老猫"]
    text = (
        "网友提问：何时动工？\n宁川渔港局：十月。\n网友提问：堵车吗？\n不堵。\n网友提问：收费吗？\n宁川渔港局：不收。\n"
    )
    assert [(name, words) for name, _, words in said(text)][1::2] == [
        ("宁川渔港局", "十月。"),
        ("宁川渔港局", "不堵。"),
        ("宁川渔港局", "不收。"),
    ]


@pytest.mark.parametrize("glue", ["。 ", "。", "。以下为实录："])
@pytest.mark.parametrize(("asks", "answers"), [("记者", "叶青"), ("问", "答"), ("Q1", ""), ("**记者", "**叶青")])
def test_the_lead_on_the_line_of_the_first_label(glue: str, asks: str, answers: str) -> None:
    """`…叶青出席发布会。 记者：何时通车？`, then `叶青：…`: the lead is nobody's, the question is asked."""
    colon = "：" if answers else ""
    text = (
        f"江北网讯 桥梁局局长叶青出席发布会{glue}{asks.strip('*')}：何时通车？\n{answers}{colon}五月。\n"
        f"{asks}：造价呢？\n{answers}{colon}十二亿。\n{asks}：收费吗？\n{answers}{colon}不收。\n"
    )
    assert [words for _, _, words in said(text)] == [
        "何时通车？",
        "五月。",
        "造价呢？",
        "十二亿。",
        "收费吗？",
        "不收。",
    ]


@pytest.mark.parametrize("mark", ["**{}**", "### {}", "### **{}**"])
@pytest.mark.parametrize("head", ["专访罗小满\n\n", "访谈\n\n"])
def test_questions_in_bold_or_in_headings(mark: str, head: str) -> None:
    """`**你怕吗？**`, then a paragraph, time and again; headings that ask nobody are those of an article."""
    asked = [mark.format(words) for words in ("你为什么写歌？", "接下来呢？", "你会回渡口吗？")]
    text = f"{head}{asked[0]}\n\n为了外婆。\n\n{asked[1]}\n\n休息。\n\n{asked[2]}\n\n会。\n\n一定会。\n"
    who = "罗小满" if "罗" in head else ""
    assert [(name, role) for name, role, _ in said(text)] == [("", "reporter"), (who, "guest")] * 3
    assert said(text)[-1][2] == "会。\n\n一定会。"
    article = "\n\n".join(f"{mark.format(words)}\n\n四个月。" for words in ("为何禁渔？", "禁渔多久？", "谁来管？"))
    assert len(said(article)) == 1


def test_whom_a_label_asks() -> None:
    """`问何秋：…？`, then `何秋：…`."""
    turns = said(
        "问何秋：为什么换人？\n何秋：膝盖疼。\n问许南乔：紧张吗？\n许南乔：不紧张。\n问何秋：下一场？\n何秋：赢。\n"
    )
    assert [role for _, role, _ in turns] == ["reporter", "guest"] * 3


def test_who_is_told_to_answer_below_a_labelled_question() -> None:
    """`叶青表示，…` names who answers; `二、关于收费` is the heading of a part."""
    text = (
        "一、关于新桥\n问：何时通车？\n市桥梁局局长叶青表示，五月。\n二、关于收费\n问：收费吗？\n"
        "市桥梁局副局长何秋表示，不收。\n"
    )
    assert [(name, words) for name, _, words in said(text)] == [
        ("问", "何时通车？"), ("叶青", "五月。"), ("问", "收费吗？"), ("何秋", "不收。"),
    ]  # fmt: skip


def test_a_host_who_ends_the_talk() -> None:
    """The host's last words ask nothing."""
    text = (
        "主持人：请问叶局长，进展如何？\n已完成八成。\n主持人：请问何总，做了哪些部分？\n钢梁。\n主持人：感谢两位。\n"
    )
    assert [role for _, role, _ in said(text)] == ["host", "guest", "host", "guest", "host"]
