"""Who leads, asks and answers, told from what is said."""

from pressparse.briefing import Briefing, parse_briefing
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
