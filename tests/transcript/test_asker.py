"""Who asks, by what the question itself says; and whose title the record gives elsewhere."""

import pytest

from pressparse.briefing import parse_briefing
from pressparse.transcript.source import Source

ASKED = {
    "记者：谢谢主持人。我是宁川日报记者，何时通车？": ("记者", "宁川日报"),
    "记者：您好，我是来自江北晚报的记者周启明。票价是多少？": ("周启明", "江北晚报"),
    "提问：我是新浪体育的，何时比赛？": ("提问", "新浪体育"),
    "提问：宁川日报记者，何时比赛？": ("提问", "宁川日报"),
    "记者：本地《牧区报》记者，草料够不够？": ("记者", "牧区报"),
    "本地《牧区报》记者：草料够不够？": ("本地《牧区报》记者", "牧区报"),
    # Nobody says for whom: a trade, a place, another reporter.
    "记者：我是做旅游的，何时通车？": ("记者", ""),
    "记者：我是外地来的，何时通车？": ("记者", ""),
    "记者：刚才有记者问了车次，何时通车？": ("记者", ""),
    "提问：何时通车？记者们都想知道，": ("提问", ""),
}


@pytest.mark.parametrize("line", ASKED)
def test_the_medium_that_a_question_names(line: str) -> None:
    """The first words of a question may say for whom it is asked, and by whom."""
    text = f"主持人：请叶青局长介绍。\n叶青：好。\n{line}\n叶青：明年。\n主持人：谢谢。\n"
    turn = parse_briefing(Source("x", text)).turns[2]
    assert (turn.speaker, turn.organization) == ASKED[line]


def test_another_reporter_has_another_medium() -> None:
    """`记者：` twice is not the same asker: the second says no medium and has none."""
    text = "叶青：好。\n记者：我是宁川日报记者，何时通车？\n叶青：明年。\n记者：票价是多少？\n叶青：未定。\n"
    assert [turn.organization for turn in parse_briefing(Source("x", text)).turns] == ["", "宁川日报", "", "", ""]


def test_titles_that_stand_elsewhere() -> None:
    """`叶州长` in the headline, `校长…（以下简称…）` in a line, `郝次長景元` in a speech."""
    text = "叶州长：路一定通\n\n宁川日报记者：何时？\n\n叶青之：明年。\n\n宁川日报记者：多少？\n\n叶青之：未定。\n"
    assert [turn.title for turn in parse_briefing(Source("x", text)).turns] == ["", "州长"] * 2
    text = "校长叶青之（以下简称叶）到场回答。\n问：何时？\n叶：明年。\n总务长文映秋（以下简称文）：对。\n"
    text += "问：多少？\n文：两元。\n"
    turns = parse_briefing(Source("x", text)).turns
    assert [(turn.speaker, turn.title) for turn in turns[1:3]] == [("叶青之", "校长"), ("文映秋", "总务长")]
    assert turns[4].speaker == "文映秋"
    text = "部長：\n由郝次長景元主持。開放提問。\n江北台：\n何時？\n部長：\n請郝次長說明。\n郝次長：\n明年。\n"
    last = parse_briefing(Source("x", text)).turns[-1]
    assert (last.speaker, last.title) == ("郝景元", "次長")


def test_a_title_ends_with_its_person() -> None:
    """`港务署的玛丽亚女士、渔农局局长叶青先生`: what stands before is somebody else's."""
    text = "主持人：出席的有港务署的玛丽亚女士、渔农局局长叶青先生。\n叶青：大家好。\n记者：何时？\n叶青：明年。\n"
    assert parse_briefing(Source("x", text)).turns[1].title == "渔农局局长"


def test_voices_that_a_machine_numbers() -> None:
    """`发言人 3` is no spokesman: who says for which medium it asks is a reporter, who opens is host."""
    said = [
        ("发言人 1", "各位好，今天说明延期。先请苏主任说两句。"),
        ("苏满仓", "各位好，要推迟80天。"),
        ("发言人 1", "谢谢苏主任。下面请大家提问。"),
        ("发言人 3", "苏主任好，我是《江北晚报》的，请问票怎么办？"),
        ("苏满仓", "全额退。"),
        ("发言人 1", "今天就到这儿，谢谢大家。"),
    ]
    text = "\n\n".join(f"{name}  00:0{at}:00\n{words}" for at, (name, words) in enumerate(said))
    turns = parse_briefing(Source("x", text)).turns
    assert [turn.role.value for turn in turns] == ["host", "guest", "host", "reporter", "guest", "host"]
    assert [turn.organization for turn in turns] == ["", "", "", "江北晚报", "", ""]


def test_who_answers_is_whose_first_words_are_told() -> None:
    """`答：` is the official whose opening words the record tells: `叶青说，各位下午好。`."""
    text = (
        "水务部发言人叶青主持例行记者会。\n叶青说，各位下午好。\n问：何时放水？\n答：下周。\n问：多少？\n答：不多。\n"
    )
    turns = parse_briefing(Source("x", text)).turns
    assert [turn.speaker for turn in turns] == ["叶青", "问", "叶青", "问", "叶青"]
    assert turns[2].title == "水务部发言人"


@pytest.mark.parametrize(
    ("lead", "words"),
    [
        (
            "水务部发言人叶青主持例行记者会。\n据水务部网站消息，叶青说，各位下午好。下面请提问。",
            "各位下午好。下面请提问。",
        ),
        ("江北社10月2日电，水务部发言人叶青2日主持记者会。叶青首先说，大家好，欢迎提问。", "大家好，欢迎提问。"),
    ],
)
def test_first_words_within_a_lead(lead: str, words: str) -> None:
    """`据…消息，叶青说，各位下午好。`: who opens so answers, as nobody else is announced; others are quoted."""
    text = f"{lead}\n问：何时放水？\n答：下周。\n问：多少？\n答：不多。\n"
    briefing = parse_briefing(Source("x", text))
    assert [turn.speaker for turn in briefing.turns] == ["叶青", "问", "叶青", "问", "叶青"]
    assert (briefing.text_of(briefing.turns[0]), briefing.turns[0].kind.value) == (words, "opening")
    quoted = parse_briefing(Source("x", text.replace("叶青说", "周启说").replace("叶青首先说", "周启首先说")))
    assert quoted.turns[0].speaker == "问"


def test_roles_that_a_heading_tells() -> None:
    """`由叶青主持` is the host, the reporter who interviewed asks, and the family name of the ambassador is enough."""
    text = (
        "发布会由洪岩主持\n[洪岩]：各位好。\n[路晓棠]：案子多了。\n[记者]：多少？\n[路晓棠]：两万件。\n[洪岩]：谢谢。\n"
    )
    assert [turn.role.value for turn in parse_briefing(Source("x", text)).turns][::2] == ["host", "reporter", "host"]
    text = "驻北海大使俞望舒接受记者索恩采访实录\n索恩：鱼呢？\n俞大使：游走了。\n索恩：网呢？\n俞大使：破了。\n"
    turns = parse_briefing(Source("x", text)).turns
    assert [(turn.speaker, turn.role.value) for turn in turns] == [("索恩", "reporter"), ("俞望舒", "guest")] * 2


def test_a_host_whom_all_ask_answers() -> None:
    """Where nobody else speaks for the house, the turns of whom the record calls host are answers."""
    text = "时间：3月5日\n主持人：发言人叶青\n问：何时？\n叶青：明年。\n问：多少？\n叶青：两元。\n"
    text += "问：还有吗？\n叶青：没有。\n"
    kinds = [turn.kind.value for turn in parse_briefing(Source("x", text)).turns]
    assert kinds[1] == kinds[3] == "answer"


def test_live_pages_in_one_line() -> None:
    """Cells with a name in brackets and a time: each is a turn, and the site that only tells has no part."""
    cells = [
        ("江北网报道", "记者会就要开始。"),
        ("皮志文", "各位好，今天请来了水务厅厅长阚清源。"),
        ("阚清源", "我只讲三分钟。"),
        ("农村日报记者", "请问何时通水？"),
        ("阚清源", "三年。"),
        ("皮志文", "今天到此结束，谢谢各位。"),
        ("江北网报道", "记者会结束了。"),
    ]
    text = " | ".join(f"[{name}] {words} [09:0{at}]" for at, (name, words) in enumerate(cells)) + " |"
    briefing = parse_briefing(Source("x", text))
    assert [(turn.label, briefing.text_of(turn)) for turn in briefing.turns] == cells
    assert [turn.role.value for turn in briefing.turns] == [
        "unknown", "host", "guest", "reporter", "guest", "host", "unknown",
    ]  # fmt: skip
    assert "".join(part.span.of(text) for part in briefing.parts) == text


def test_subheads_between_names_in_brackets() -> None:
    """A heading apart from the speech above a name in brackets is no part of that speech."""
    text = "[主持人]：印象深吗？\n\n【靳望洋】：深。多长了2厘米。\n这是好事。\n\n  渔民吃什么\n\n"
    text += "[网友老渔夫]：吃什么？\n\n【靳望洋】：吃鱼。\n"
    briefing = parse_briefing(Source("x", text))
    assert [briefing.text_of(turn) for turn in briefing.turns] == [
        "印象深吗？",
        "深。多长了2厘米。\n这是好事。",
        "吃什么？",
        "吃鱼。",
    ]
