"""Signs that forums mix into their text against copying, and what finance and game pages put around labels."""

from time import process_time

import pytest

from conftest import said
from pressparse.briefing import parse_briefing
from pressparse.transcript.dialect.jam import find_jam
from pressparse.transcript.source import Source


@pytest.mark.parametrize(
    "text",
    [
        "江北台:感觉怎样?\n( p0 o3 s# \\% O8 l# [9 O- G! A\n+ ~; }5 z+ B C1 Z, _翟立行:很好。. b0 @4 G/ U! q/ g% P\n"
        '3 e6 b8 X$ H: _; w1 [江北台:还来吗?\n& W& M, [5 ^5 ~& G- @翟立行:来。" n+ u$ \\ W/ Z+ e\n',
        "江北台:感觉怎样?\n^5Xw~!Q翟立行:很好。\n江北台:还来吗?;W0q%Y{l\nk&~p$uR翟立行:来。\n",
        "  ( p0 o3 s# l# [9 O\n 江北台:感觉怎样?  9 O- G! A5 z+ B\n翟立行:很好。6 e6 b8 X$ H: _; w1 Z\r\n"
        "　　+ ~; }5 z+ B C1 Z, _江北台:还来吗?\n* d7 i+ Q- w翟立行:来。\n",
        '[江北台]:感觉怎样?# {3 r* j1 s- f, q\n. M8 v8 f4 }/ f8 m; C\n+ }: Z6 ?) U3 R" k) _[翟立行]:很好。\n'
        "[江北台]:还来吗?\n[翟立行]:来。5 o) I/ D0 D9 B\n",
    ],
    ids=["paired", "solid", "indented", "brackets"],
)
def test_jam_is_nobodys(text: str) -> None:
    """What a forum puts in front of labels and behind speech is none of them."""
    assert said(text) == [("江北台", "感觉怎样?"), ("翟立行", "很好。"), ("江北台", "还来吗?"), ("翟立行", "来。")]


@pytest.mark.parametrize(
    "text",
    [
        "选项: A, B, C, D, E\n答案: C, D, E, F, G\n",
        "**Q：何时？**\n**A：明年。**\n# 一\n",
        "a b c d e f g\nx y z u v w\n",
        "C++语言\nC#语言\n:-)好\n<b>好</b>\n&nbsp;好\n&nbsp;坏\n",
        "https://x.cn/?a=1&b=2\nuser_name@x.cn来信\n",
        "50%~60%的企业盈利。\n5%~10%的居民迁入。\n20%~30%的商户扩张。\n",
        "1+3+N体系建成。2+4+4格局成型。1+N+X方案出台。\n",
        "##Q1:何时通车?\n##Q2:票价呢?\n##Q3:班次呢?\n@abc_1你好\n@def_2再见\n@xy_z3你好\n",
    ],
)
def test_what_is_no_jam(text: str) -> None:
    """Lists of letters, Markdown, addresses and markup are text."""
    assert find_jam(text) == ()


def test_jam_is_found_in_the_time_of_its_size() -> None:
    """Eight times of such signs, or of what only begins like them, take about eight times as long."""
    for sign in ("a ", "+ ~; }", "^5Xw~!Q", " ", "\n "):
        spent = []
        for count in (4_000, 32_000):
            runs = []
            for _ in range(3):
                start = process_time()
                find_jam(sign * count)
                runs.append(process_time() - start)
            spent.append(min(runs))
        assert spent[1] < 24 * max(spent[0], 1e-4)


def test_share_prices_in_labels() -> None:
    """A finance page prints the share of every house that it names, in labels too; they are none of the name."""
    text = (
        "北港证券(92.83, 0.27, 0.29%)分析师Keith Marsh：投入多少？\n首席执行官安娜·德莫(Anna Demo)：三亿。\n"
        "海岳银行（HY.N）高级分析师叶青：利润率呢？\n安娜·德莫：两成。\n"
        "瑞海(27.38, -0.11, -0.40%)分析师Karl Kern：派息吗？\n澄光(12.00, 0.00, 0.00%)首席财务官周启：派。\n"
    )
    turns = parse_briefing(Source("x", text)).turns
    assert [(turn.speaker, turn.title, turn.organization) for turn in turns] == [
        ("Keith Marsh", "分析师", "北港证券"), ("安娜·德莫", "首席执行官", ""), ("叶青", "高级分析师", "海岳银行"),
        ("安娜·德莫", "首席执行官", ""), ("Karl Kern", "分析师", "瑞海"), ("周启", "澄光首席财务官", ""),
    ]  # fmt: skip


def test_share_prices_in_sentences() -> None:
    """`澄光(12.00, 0.00, 0.00%)发布了财报：` is no label."""
    text = "澄光(12.00, 0.00, 0.00%)发布了财报：收入涨了。\n记者：多少？\n周启：三亿。\n记者：还有呢？\n周启：没了。\n"
    assert [who for who, _ in said(text)] == ["记者", "周启", "记者", "周启"]


@pytest.mark.parametrize(
    "end",
    [
        "\n|\n本资讯及文章仅代表发表厂商及作者观点,不代表江北网本身观点!\n",
        "以上内容仅代表受访者观点,不代表本站立场。\n",
    ],
)
@pytest.mark.parametrize("counted", ["问{}", "问题{}", "提问{}"])
def test_interview_on_one_line(counted: str, end: str) -> None:
    """Questions that are only counted, answers of several, and what the page says of itself behind the last."""
    one, two = (counted.format(number) for number in (1, 2))
    text = (
        f"赛后专访。实录: {one}:怎么庆祝? 翟立行:喝酒。 何秋文:吃饭。 船队队长:放炮。 "
        f"{two}:满意吗? 翟立行:一半。 何秋文:非常满意! 船队队长:满意。{end}"
    )
    assert [(who, words) for who, words in said(text) if not who.startswith(counted[:1])] == [
        ("翟立行", "喝酒。"), ("何秋文", "吃饭。"), ("船队队长", "放炮。"),
        ("翟立行", "一半。"), ("何秋文", "非常满意!"), ("船队队长", "满意。"),
    ]  # fmt: skip


def test_portal_that_asks() -> None:
    """A portal under its bare name asks."""
    text = "网易：感觉怎样？\n翟立行：很好。\n网易：还来吗？\n翟立行：来。\n"
    assert {turn.speaker: turn.role.value for turn in parse_briefing(Source("x", text)).turns} == {
        "网易": "reporter",
        "翟立行": "guest",
    }


@pytest.mark.parametrize(
    "label",
    [
        "北港证券[BG.US]分析师Ian Ye：",
        "分析师Ian Ye（北港证券(92.83, 0.27, 0.29%)）：",
        "1、北港证券（代码：BG）分析师Ian Ye：",
    ],
)
def test_places_of_share_prices(label: str) -> None:
    """In other brackets, behind the name, as a code alone."""
    text = f"{label}投入多少？\n周启：三亿。\n海岳银行分析师何秋：派息吗？\n周启：派。\n"
    turns = parse_briefing(Source("x", text)).turns
    assert [(turn.role.value, turn.organization) for turn in turns[:2]] == [("reporter", "北港证券"), ("guest", "")]


def test_a_speech_behind_the_lead_of_a_line() -> None:
    """`以下是采访实录：江北网：…`, and at the end of the line who made it."""
    text = "以下是采访实录：江北网：怎么庆祝？翟立行：喝酒。江北网：满意吗？翟立行：一半。 编辑：小叶\n"
    assert said(text) == [("江北网", "怎么庆祝？"), ("翟立行", "喝酒。"), ("江北网", "满意吗？"), ("翟立行", "一半。")]


def test_houses_with_the_price_of_their_shares() -> None:
    """`北港证券(12.30, -0.05, -0.41%)：` alone asks; so does `海岳证券研究员 周启：`."""
    text = (
        "何秋：先说业绩。\n北港证券(12.30, -0.05, -0.41%)：为何下降？\n何秋：天气。\n"
        "海岳证券研究员 周启：明年呢？\n何秋：会好。\n"
    )
    turns = parse_briefing(Source("x", text)).turns
    assert [(turn.speaker, turn.organization, turn.kind.value) for turn in turns] == [
        ("何秋", "", "statement"), ("北港证券", "北港证券", "question"), ("何秋", "", "answer"),
        ("周启", "海岳证券", "question"), ("何秋", "", "answer"),
    ]  # fmt: skip


def test_share_prices_in_a_record_on_one_line() -> None:
    """The price within a label that stands behind a sentence."""
    text = (
        "电话会议实录 主持人：请提问。 北港证券(12.30, -0.05, -0.41%)分析师叶青：为何下降？ 何秋：天气。 "
        "海岳证券(9.83, 0.27, 2.8%)分析师余林：明年呢？ 何秋：会好。 主持人：谢谢。\n"
    )
    turns = parse_briefing(Source("x", text)).turns
    assert [(turn.label, turn.speaker, turn.organization) for turn in turns[1:5]] == [
        ("北港证券分析师叶青", "叶青", "北港证券"), ("何秋", "何秋", ""),
        ("海岳证券分析师余林", "余林", "海岳证券"), ("何秋", "何秋", ""),
    ]  # fmt: skip
