"""Records that print no label at all: a lead says who is asked, paragraphs ask and answer in turn."""

import pytest

from conftest import said
from pressparse.briefing import parse_briefing
from pressparse.transcript.source import Source

ASKED = ("您为什么造船？", "有人说船太慢，您怎么看？", "未来三年有什么打算？")
ANSWERED = ("因为我喜欢江。", "我们的船不慢。\n\n为什么呢？\n\n我量过。", "我们会造更大的船。")
LEADS = {
    "company": ("近日，云帆科技董事长周启明接受了江北财经的专访。", "周启明", "云帆科技董事长"),
    "sports": ("江北体育讯 宁川队主教练安德烈耶奇在赛后发布会上接受了媒体采访。", "安德烈耶奇", "宁川队主教练"),
    "attends first": ("周日，灯塔修复完工。会后，叶青亮相媒体见面会。", "叶青", ""),
    "attends": ("宁川队主教练雷纳·德莫出席了赛后新闻发布会。", "雷纳·德莫", "宁川队主教练"),
    "singer": ("歌手罗小满日前接受江北网专访。", "罗小满", ""),
    "nobody": ("渔队队员答记者问", "", ""),
}


def record(lead: str, asked: tuple[str, ...] = ASKED, answered: tuple[str, ...] = ANSWERED, gap: str = "\n\n") -> str:
    """A lead, then each question above its answer."""
    pairs = zip(asked, answered, strict=True)
    return gap.join((lead, *(words for pair in pairs for words in pair))) + "\n\n责任编辑：余林\n"


@pytest.mark.parametrize("lead", LEADS)
@pytest.mark.parametrize("gap", ["\n\n", "\n", "\r\n\r\n　　"])
def test_paragraphs_that_ask(lead: str, gap: str) -> None:
    """Each paragraph that ends in a question mark asks, who attends answers below; what he asks himself is his."""
    told, who, title = LEADS[lead]
    turns = parse_briefing(Source("x", record(told, gap=gap))).turns
    assert said(record(told, gap=gap)) == [
        each for pair in zip(ASKED, ANSWERED, strict=True) for each in (("", pair[0]), (who, pair[1]))
    ]
    assert {turn.role.value for turn in turns[::2]} == {"reporter"}
    assert {(turn.role.value, turn.title, turn.kind.value) for turn in turns[1::2]} == {("guest", title, "answer")}


def test_statement_topics_and_adverts() -> None:
    """What is said below the lead, or below a topic, is a turn too; what a page offers is nobody's."""
    lead = (
        LEADS["sports"][0] + "\n打开江北网 查看精彩图片\n谈比赛\n我为球员骄傲。\n他们很拼。\n谈伤病\n我们有两人受伤。"
    )
    turns = said(record(lead, answered=("因为我喜欢江。\n打开江北网 查看精彩图片", *ANSWERED[1:]), gap="\n"))
    assert [words for _, words in turns[:4]] == [
        "我为球员骄傲。\n他们很拼。", "我们有两人受伤。", ASKED[0], "因为我喜欢江。",
    ]  # fmt: skip


def test_questions_of_several_paragraphs_and_requests() -> None:
    """A question goes on in the paragraph above the answer; so asks `请谈谈…。`."""
    asked = ("今天踢得怎么样？\n\n你满意吗？", "请评价一下对手。", "最后，能否谈谈下一场？")
    assert [words for _, words in said(record(LEADS["singer"][0], asked, ("我满意。", "我尊重他们。", "我不预测。")))][
        ::2
    ] == list(asked)


def test_an_official_who_answers_on_a_law() -> None:
    """`…答记者问` says that there are questions: they need call nobody."""
    asked = ("《办法》的主要内容有哪些？", "如何抓好落实？", "违反了怎么处理？")
    lead = "渔业局局长叶青就《禁渔办法》答记者问\n\n近日，《禁渔办法》公布。渔业局局长叶青回答了记者的提问。"
    turns = said(record(lead, asked, ("共六章。", "下一步，将加强巡查。", "依法处罚。")))
    assert [who for who, _ in turns] == ["", "叶青"] * 3


@pytest.mark.parametrize("mark", ["{}.", "{}、", "（{}）", "——", "●"])
def test_questions_that_are_counted(mark: str) -> None:
    """The count or dash in front of a question is none of it; a quote within it is."""
    asked = ("“雾里的声音”是什么？", "请您谈谈船", "您害怕吗？")
    marked = tuple(mark.format(count) + words for count, words in enumerate(asked, 1))
    lead = "江北网对话船长罗小满\n\n罗小满三十五岁。近日，他接受了江北网的独家专访。"
    turns = said(record(lead, marked, ("我听过。", "我的船快。", "我不怕。")))
    assert turns[::2] == [("", words) for words in asked]
    assert {who for who, _ in turns[1::2]} == {"罗小满"}


@pytest.mark.parametrize("mark", ["**{}**", "## {}"])
def test_marked_questions_of_who_attends(mark: str) -> None:
    """Questions that are set off are those whom the lead says to attend is asked."""
    turns = said(record(LEADS["sports"][0], tuple(map(mark.format, ASKED)), ("我喜欢。", "不慢。", "更大的。")))
    assert turns[1::2] == [(LEADS["sports"][1], words) for words in ("我喜欢。", "不慢。", "更大的。")]


STORIES = {
    "speech": ("市长叶青出席新闻发布会并致辞。", ASKED, ANSWERED),
    "school": (
        "叶青校长接受媒体采访后，在礼堂说：",
        ("你们怕吗？", "你会来吗？", "你累吗？"),
        ("我怕。", "我会。", "我累。"),
    ),
    "crowd": (
        LEADS["singer"][0],
        ("同学们，你们怕吗？", "朋友们，你们来吗？", "大家，累吗？"),
        ("我怕。", "我来。", "我累。"),
    ),
    "report": (
        LEADS["attends"][0],
        ASKED,
        ("德莫说，我喜欢江。", "“我们的船不慢。”他笑了。", "我们会等。"),
    ),
    "article": (
        LEADS["company"][0],
        ("为何造船？", "谁来造？", "钱呢？"),
        ("我们去了船厂。", "我们见了师傅。", "我们没问。"),
    ),
    "to readers": (
        LEADS["company"][0],
        ("你家的桶分好了吗？", "你知道电池放哪里吗？", "你愿意开始吗？"),
        ("我们每天扔垃圾。", "我们身边有红桶。叶青说：“我也扔。”", "让我们动手。"),
    ),
    "others": (
        LEADS["company"][0],
        ASKED,
        ("江上有船。", "船厂有三十人。", "厂区有两公顷。"),
    ),
    "no lead": ("江北的船", ASKED, ANSWERED),
    "poem": (
        "渔业局局长叶青接受采访时写下这首诗。",
        ("你是谁？", "你去哪里？", "你回来吗？"),
        ("我是江。", "我去海。", "我不回来。"),
    ),
    "explained": (
        "《禁渔办法》政策解读",
        ("谁来管？", "管什么？", "怎么管？"),
        ("我局管。", "我们管船。", "我们巡查。"),
    ),
    "statement": ("渔业局声明：记者的提问已经收到", ASKED, ANSWERED),
}


@pytest.mark.parametrize("story", STORIES)
def test_what_asks_nobody(story: str) -> None:
    """Speeches, reports, articles and statements ask as well, and are no turns."""
    assert len(said(record(*STORIES[story]))) == 1


@pytest.mark.parametrize("who", ["主教练和队长", "市长及副市长", "队长等队员", "局长终于"])
def test_words_that_are_no_name_name_nobody(who: str) -> None:
    """A lead without a name gives the answers to nobody."""
    record = (
        f"{who}出席了赛后发布会。\n\n你对结果满意吗？\n\n我很满意，大家都尽力了。\n\n你怎么看下一场？\n\n我们会好好准备。\n\n"
        "你会换人吗？\n\n我还没有想好。\n"
    )
    assert {turn.speaker for turn in parse_briefing(Source("lead.txt", record)).turns} == {""}
