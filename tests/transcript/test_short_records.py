"""Records so short, or with labels so short, that little speaks for them."""

from pressparse.briefing import parse_briefing
from pressparse.transcript.source import Source


def _speakers(text: str) -> list[tuple[str, str]]:
    return [(turn.speaker, turn.role.value) for turn in parse_briefing(Source("x", text)).turns]


def test_labels_of_one_sign_that_nothing_declares() -> None:
    """`记：` asks again and again; family names alone answer, and the question above may say whose one is."""
    text = "巫：先说水温。\n记：冷不冷？\n巫：冷。\n记：游小满，你怕不怕？\n游：有一点怕。\n记：还来吗？\n巫：来。\n"
    assert _speakers(text) == [
        ("巫", "guest"), ("记", "reporter"), ("巫", "guest"), ("记", "reporter"), ("游小满", "guest"),
        ("记", "reporter"), ("巫", "guest"),
    ]  # fmt: skip


def test_letters_that_ask_nothing() -> None:
    """`附记：` and `书记：` are no askers, nor is `记：` once in an article."""
    text = "会议于三月五日召开。\n记：三月五日。\n书记：欢迎各位。\n方：先看北岸，再看南岸。\n"
    assert "reporter" not in [role for _, role in _speakers(text)]


def test_one_heading_where_no_stop_is_left_out() -> None:
    """One line without a stop above what is asked, in a record whose every line has one, is a heading."""
    talk = "".join(f"记：第{n}次冷不冷？\n巫：第{n}次冷。\n" for n in "一二三四五六")
    text = talk + "明年再下水\n记：还来吗？\n巫：来。\n"
    briefing = parse_briefing(Source("x", text))
    assert briefing.text_of(briefing.turns[11]) == "第六次冷。"
    # Where another line lacks its stop, nothing is lost.
    text = (
        talk.replace("第三次冷。", "第三次冷").replace("第四次冷。", "第四次冷")
        + "明年再下水\n记：还来吗？\n巫：来。\n"
    )
    briefing = parse_briefing(Source("x", text))
    assert briefing.text_of(briefing.turns[11]).endswith("明年再下水")


def test_a_name_above_each_paragraph_goes_on() -> None:
    """`叶青：` alone on its line, again and again, is one turn in several stretches; two reporters are two."""
    text = (
        "宁川日报记者：\n桥何时通车？\n叶青：\n先说北岸。\n叶青：\n再说南岸。\n记者：\n票价呢？\n记者：\n船期呢？\n"
        "叶青：\n都不变。\n"
    )
    turns = parse_briefing(Source("x", text)).turns
    assert [turn.number for turn in turns] == [1, 2, 2, 3, 4, 5]
    assert [turn.exchange for turn in turns] == [1, 1, 1, 2, 2, 2]


def test_a_name_again_on_the_line_of_its_speech_is_a_turn() -> None:
    """`叶青：到了。` and `叶青：对。` are two turns: the record keeps them apart."""
    text = "记者：怎么走？\n叶青：到了。\n叶青：对。\n记者：然后呢？\n叶青：回来。\n"
    assert [turn.number for turn in parse_briefing(Source("x", text)).turns] == [1, 2, 3, 4, 5]


def test_names_of_a_call_that_stand_once() -> None:
    """`Operator`, then names in letters above Chinese: three turns, where few speak."""
    text = (
        "Operator\n大家好，欢迎参加海岳乳业电话会议，请开始。\nDora Ye\n谢谢，今天与我一同参加的是首席执行官。\n"
        "Victor Zhou\n谢谢各位，这个季度我们卖出三百万箱牛奶。\n"
    )
    assert [who for who, _ in _speakers(text)] == ["Operator", "Dora Ye", "Victor Zhou"]
    # Headings of an article are no names where no operator connects anybody.
    text = text.replace("Operator", "Hello World")
    assert [who for who, _ in _speakers(text)] == [""]


def test_family_names_of_whom_a_roster_lists() -> None:
    """`林：` and `郝：` once each, of `出席者：署長林一心、副署長郝望舒`."""
    text = "出席者：署長林一心、副署長郝望舒\n\n問：新船多大？\n\n林：一百米。\n\n問：幾時下水？\n\n郝：下月。\n"
    assert [who for who, _ in _speakers(text)] == ["問", "林一心", "問", "郝望舒"]


def test_a_label_that_runs_on_is_no_label_twice() -> None:
    """`A：` below `叶青：` belongs to her label, and opens no turn that would hold it again."""
    text = "叶青：3\n叶青：\nA：\nA：\n"
    parts = parse_briefing(Source("x", text)).parts
    assert "".join(part.span.of(text) for part in parts) == text
