"""Who leads, asks and answers, told from what is said."""

from time import process_time

import pytest

from pressparse.briefing import Briefing, parse_briefing
from pressparse.transcript.lead import find_attending
from pressparse.transcript.source import Source


def _parsed(text: str) -> Briefing:
    return parse_briefing(Source("x", text))


def test_a_family_name_is_that_of_the_heading() -> None:
    """`葉：` is whose talk the heading announces: `葉青之聯訪逐字稿`."""
    text = "210305葉青之聯訪逐字稿\n記者：做得完嗎？\n葉：做得完。\n記者：還差多少？\n葉：一億。\n"
    assert [turn.speaker for turn in _parsed(text).turns] == ["記者", "葉青之"] * 2


def test_a_host_says_the_name() -> None:
    """`主持人：…我是叶青。` gives all turns of the host that name; `我是第一次来` gives none."""
    text = "主持人：听众朋友们好，我是{}。\n文映秋：大家好。\n主持人：怎么样？\n文映秋：很好。\n主持人：谢谢。\n"
    for said, name in (("叶青", "叶青"), ("第一次来", "主持人")):
        assert [turn.speaker for turn in _parsed(text.format(said)).turns][::2] == [name] * 3, said


def test_who_chairs_stands_above() -> None:
    """`主席：` is whom the head of the minutes names: `主　　席 邵副院長維和`."""
    text = "會議紀錄\n時　間 上午9時\n主　　席 邵副院長維和\n\n主席：現在開會。\n聶院長懷恩：報告。\n主席：散會。\n"
    turns = _parsed(text).turns
    assert [(turn.speaker, turn.title) for turn in turns[::2]] == [("邵維和", "副院長")] * 2


def test_the_heading_says_that_the_audience_asks() -> None:
    """`Q1：` below `觀眾提問紀錄` is of the audience, below any other heading of a reporter."""
    for heading, role in (("映後座談觀眾提問紀錄", "audience"), ("映後記者會紀錄", "reporter")):
        text = f"{heading}\nQ1：房子怎麼找到的？\nA1：是我祖母家。\nQ2：還拍嗎？\nA2：拍。\n"
        assert [turn.role.value for turn in _parsed(text).turns][::2] == [role] * 2, heading


def test_one_of_the_audience_is_called_by_an_honorific() -> None:
    """`听众林先生：` asks from outside, `记者葛小满：` is a reporter with a name."""
    text = "主持人：请讲。\n听众林先生：要几张纸？\n叶青：四张。\n记者葛小满：算不算？\n叶青：不算。\n主持人：谢谢。\n"
    turns = _parsed(text).turns
    assert [turn.role.value for turn in turns] == ["host", "audience", "guest", "reporter", "guest", "host"]
    assert turns[3].speaker == "葛小满"


def test_two_who_talk_for_readers() -> None:
    """Who opens with a welcome to readers leads and asks, with a question mark or without one."""
    text = (
        "车评人：网友们好，欢迎收看。\n柏宁：你好。\n车评人：能不能透露一点。\n柏宁：是新车。\n"
        "车评人：听说要出皮卡\n柏宁：没有。\n车评人：好的，谢谢柏总。\n柏宁：谢谢。\n"
    )
    turns = _parsed(text).turns
    assert [turn.role.value for turn in turns] == ["host", "guest"] * 4
    assert [turn.kind.value for turn in turns[:7]] == [
        "opening", "statement", "question", "answer", "question", "answer", "procedure",
    ]  # fmt: skip


def test_furniture_below_the_last_answer() -> None:
    """Links to more of the kind and disclaimers belong to nobody's speech."""
    said = "主持人：谢谢。\n叶青：不客气。\n\n"
    for tail in (">>点击查看更多对话", "本文由程序取自网络，内容不代表本站立场", "全站熱搜"):
        briefing = _parsed(f"主持人：何时？\n叶青：明年。\n{said}{tail}\n")
        assert briefing.text_of(briefing.turns[-1]) == "不客气。", tail


def test_questions_that_tell_what_was_said() -> None:
    """`临终前说几句话` in a question asks nobody to say a few words."""
    asked = "您在书里写到，父亲临终前说几句话，对您影响大吗？"
    text = f"主持人：网友们好，欢迎叶局长。\n叶青：大家好。\n主持人：{asked}\n叶青：大。\n主持人：谢谢。\n"
    assert [turn.kind.value for turn in _parsed(text).turns][2:4] == ["question", "answer"]


def test_a_host_who_quotes_a_reader() -> None:
    """`有网友问，我是应届生` names no host."""
    text = "主持人：有网友问，我是高小生，想参军怎么办？\n叶青：报名。\n主持人：谢谢。\n叶青：不客气。\n"
    assert _parsed(text).turns[0].speaker == "主持人"


def test_who_greets_and_is_asked() -> None:
    """A guest who greets the readers welcomes nobody, and is not made the host."""
    text = (
        "叶青：网友们好，很高兴来到宁川网。\n王小明：叶局长，何时通车？\n叶青：明年。\n王小明：票价呢？\n叶青：未定。\n"
    )
    assert "host" not in {turn.role.value for turn in _parsed(text).turns if turn.speaker == "叶青"}


def test_a_chair_without_a_name() -> None:
    """`主席 林主任委員` says the office alone; of two who chair in turn none is told by the head."""
    for chairs in ("主席 林主任委員", "主席 韓院長國光\n主席 江副院長啟明"):
        text = f"會議紀錄\n{chairs}\n\n主席：現在開會。\n聶院長懷恩：報告。\n主席：散會。\n"
        assert _parsed(text).turns[0].speaker == "主席", chairs


def test_a_short_answer_is_no_relay() -> None:
    """`明年。` answers, though another official goes on; `好。` only hands on."""
    text = "王小明：各位记者好，欢迎提问。\n记者：何时？\n王小明：明年。\n叶青：最迟后年。\n"
    text += "记者：票价？\n王小明：两元。\n叶青：对。\n"
    assert "relay" not in {turn.kind.value for turn in _parsed(text).turns}


def test_a_spokesman_alone_opens() -> None:
    """`欢迎出席例行记者会。` without a host is an opening; a speech that asks for nothing is a statement."""
    for said, kind in (("各位下午好，欢迎出席例行记者会。", "opening"), ("今天我感到荣幸。", "statement")):
        text = f"叶青：{said}\n江北台记者：何时？\n叶青：明年。\n江北台记者：谢谢。\n叶青：不客气。\n"
        assert _parsed(text).turns[0].kind.value == kind, said


def test_whoever_introduces_the_roster_leads() -> None:
    """A roster may have the host among its rows: who names the others and then only hands on leads."""
    lead, water, trees = "市政府新闻办主任 方小砚", "市水务局局长 叶青", "市环保局副局长 柴梅"
    said = [
        (lead, "大家好！出席的有：\n市水务局局长叶青先生；\n市环保局副局长柴梅女士。\n下面请叶青先生作发布。"),
        (water, "洗了三年河。"),
        (lead, "谢谢叶局长。下面开始提问。"),
        ("江北日报记者", "水清了吗？"),
        (water, "清了。"),
        (lead, "谢谢。下一位请提问。"),
        ("江北晚报记者", "树呢？"),
        (trees, "活了。"),
        (lead, "今天的发布会就到这里，谢谢大家。"),
    ]
    text = f"发布人：\n叶青 市水务局局长\n柴 梅 市环保局副局长\n{lead}\n\n"
    text += "".join(f"{name}\n{words}\n" for name, words in said)
    turns = _parsed(text).turns
    assert {turn.role.value for turn in turns if turn.speaker == "方小砚"} == {"host"}
    assert {turn.title for turn in turns if turn.speaker == "方小砚"} == {"市政府新闻办主任"}


def test_analysts_by_trade() -> None:
    """`海岳证券分析师叶青(Ian Ye)：` has a house, a trade and a name; the second name is no medium."""
    text = "文映秋：欢迎参加。\n海岳证券分析师叶青(Ian Ye)：毛利率呢？\n文映秋：12%。\n"
    text += "海岳证券分析师叶青(Ian Ye)：谢谢。\n文映秋：好。\n"
    turn = _parsed(text).turns[1]
    assert (turn.speaker, turn.title, turn.organization) == ("叶青", "分析师", "海岳证券")


def test_rows_of_a_table_and_news_that_was_seen() -> None:
    """`3 叶青：` is a row of a table; `我们注意到有一则新闻：` is no medium."""
    text = (
        "0 叶委员青：蛋够不够？\n1 主席：请韦部长。\n2 韦部长立人：够。\n3 叶委员青：缺几颗？\n4 韦部长立人：不缺。\n"
    )
    assert [turn.speaker for turn in _parsed(text).turns] == ["叶青", "主席", "韦立人", "叶青", "韦立人"]
    text = (
        "江北台记者：\n我们注意到有一则新闻：羊跑了。怎么办？\n叶青：\n赔钱。\n江北台记者：\n多少？\n叶青：\n八千。\n"
    )
    assert [turn.speaker for turn in _parsed(text).turns] == ["江北台记者", "叶青"] * 2


def test_who_answers_first_is_no_host() -> None:
    """An official of the roster who answers with figures, and then hands on, answers."""
    text = "出席人员：\n水务局局长 叶青\n水务局副局长 高明\n\n叶青：大家好，今天我和高明一起来介绍情况。\n"
    text += "江北台记者：收入呢？\n叶青：增长5%，下面请高明来介绍。\n高明：支出增长6%。\n"
    text += "江北台记者：债务呢？\n叶青：这个问题请高明来回答。\n高明：可控。\n"
    assert {turn.role.value for turn in _parsed(text).turns if turn.speaker == "叶青"} == {"guest"}
    said = "针对有记者提问的事，我们反对。"
    text = f"叶青：{said}\n江北台记者：何时？\n叶青：明年。\n"
    assert _parsed(text).turns[0].kind.value == "statement"


def test_a_long_head_takes_no_longer_a_line() -> None:
    """Eight times the lines above the first turn take about eight times as long: each is looked at by itself."""
    said = "江北台记者：何时？\n叶青：明年。\n江北台记者：多少？\n叶青：八千。\n"
    spent = []
    for lines in (500, 4000):
        runs = []
        for _ in range(3):
            start = process_time()
            _parsed("值班名单\n" * lines + said)
            runs.append(process_time() - start)
        spent.append(min(runs))
    assert spent[1] < 16 * spent[0]


def test_lines_that_repeat_take_no_longer_than_their_size() -> None:
    """A menu of one word, and a key of many letters, are given up at once."""
    for odd, found in (("打印" * 48 + "，", 4), ("a" * 60_000 + "1:x", 1)):
        start = process_time()
        text = f"{odd}\n主持人：大家好。\n江海：明年完工。\n记者：请问何时开工？\n江海：今年。\n{odd}\n"
        assert len(_parsed(text).turns) == found
        assert process_time() - start < 3


def test_the_end_of_a_lead_says_nothing_of_its_beginning() -> None:
    """Who opens a lead holds the office, whatever sign ends it."""
    for end in ("。", "。”", " )"):
        assert find_attending(f"局长叶青出席记者会{end}", f"局长叶青出席记者会{end}") == {"叶青": "局长"}, end


@pytest.mark.parametrize(
    ("lead", "who", "asker"),
    [("渔业局新闻发言人叶青主持发布会。\n", "叶青", "问"), ("", "新闻办主任叶青", "江北网记者")],
)
def test_who_hands_on_answers_nothing(lead: str, who: str, asker: str) -> None:
    """`答：` behind a host who hands each question on is somebody else."""
    text = (
        f"{lead}{who}：各位记者朋友，大家好。下面请提问。\n{asker}：何时开渔？\n{who}：请渔港处回答。\n答：五月。\n"
        f"{asker}：冰价呢？\n答：没变。\n{who}：今天的发布会到此结束。\n"
    )
    turns = parse_briefing(Source("x", text)).turns
    assert [(turn.speaker, turn.role.value) for turn in turns if turn.label in (who, "答")] == [
        ("叶青", "host"), ("叶青", "host"), ("答", "guest"), ("答", "guest"), ("叶青", "host"),
    ]  # fmt: skip
