"""Who is behind a label."""

import pytest

from conftest import read_cases
from pressparse.briefing import parse_briefing
from pressparse.lexicon import read_words
from pressparse.transcript.roster import find_holder, find_roster, is_fuller
from pressparse.transcript.source import Source


@pytest.mark.parametrize("case", read_cases("roster"), ids=lambda case: case["text"][:20])
def test_announced_people_are_found(case: dict[str, str]) -> None:
    """A title that ends in an office, a name, an honorific or a line of its own."""
    found = find_roster(case["text"])
    assert "; ".join(f"{name} / {title}" for name, title in found.items()) == case["people"]


@pytest.mark.parametrize("case", read_cases("roster.none"), ids=lambda case: case["text"][:20])
def test_nobody_is_announced(case: dict[str, str]) -> None:
    """Thanks and procedure name no new people."""
    assert find_roster(case["text"]) == {}


def test_silent_people_of_the_roster_come_last() -> None:
    """Somebody who was announced and never spoke is still a person of the briefing, without turns."""
    text = "-\n主持人\n甲乙:他们是:\n宁川市市长 周启明先生\n宁川市副市长 吴桐女士\n-\n嘉宾\n周启明:谢谢。\n"
    people = parse_briefing(Source("x", text)).people
    assert [(person.name, person.title) for person in people] == [
        ("甲乙", ""),
        ("周启明", "宁川市市长"),
        ("吴桐", "宁川市副市长"),
    ]


def test_name_with_office_is_the_same_person() -> None:
    """`周启明市长` and `周启明` are one speaker once the roster names them; the label stays as printed."""
    text = "-\n主持人\n甲乙:有请宁川市市长周启明先生。\n-\n嘉宾\n周启明市长:谢谢。\n-\n嘉宾\n周启明:再见。\n"
    briefing = parse_briefing(Source("x", text))
    assert [turn.speaker for turn in briefing.turns] == ["甲乙", "周启明", "周启明"]
    assert briefing.turns[1].label == "周启明市长"
    assert briefing.people[1].labels == ("周启明市长", "周启明")


def test_reporter_has_an_outlet() -> None:
    """The outlet is the label without its role word, in the script of the source."""
    text = "-\n記者\n雲溪廣播電視臺記者:請問?\n-\n嘉賓\n甲乙:好。\n"
    turn = parse_briefing(Source("x", text)).turns[0]
    assert (turn.speaker, turn.organization, turn.role) == ("雲溪廣播電視臺記者", "雲溪廣播電視臺", "reporter")


def test_a_bare_office_is_told_whose_it_is() -> None:
    """`叶青代局長` has the title that the record gives once: body and office, the word for acting included."""
    text = (
        "出席的有衛生局代局長叶青、旅遊局處長周启明（Ana Zhou）及教育局廳長文映秋：\n江北電台記者：何時？\n"
        "叶青代局長：明日。\n周启明處長：三間。\n文映秋廳長：九月。\n"
    )
    turns = parse_briefing(Source("x", text)).turns
    assert [(turn.speaker, turn.title) for turn in turns[1:]] == [
        ("叶青", "衛生局代局長"),
        ("周启明", "旅遊局處長"),
        ("文映秋", "教育局廳長"),
    ]


def test_the_fuller_title_stays() -> None:
    """Under the label that prints most of a title the person is met first; later labels take nothing away."""
    text = (
        "叶青：出席的有省民政厅副厅长周启明先生。\n云岭省民政厅副厅长　周启明：大家好。\n宁川日报记者：何时？\n"
        "周启明：明年。\n叶青：谢谢。\n"
    )
    turns = parse_briefing(Source("x", text)).turns
    assert [turn.title for turn in turns if turn.speaker == "周启明"] == ["云岭省民政厅副厅长"] * 2


def test_name_behind_an_office_that_recurs() -> None:
    """`叶大使` is whom the record calls `大使叶…` again and again."""
    text = "驻沧屿大使叶青之受访\n大使叶青之在官邸受访。\n江北日报记者：何时？\n叶大使：明年。\n"
    assert parse_briefing(Source("x", text)).turns[-1].speaker == "叶青之"


def test_short_forms_stand_for_names() -> None:
    """`江：` is the paper that a label gives the short form of, and no title is left of it."""
    text = "江北晚报（以下简称“江”）：何时？\n叶青（下称“叶”）：明年。\n江：多少？\n叶：三亿。\n"
    turns = parse_briefing(Source("x", text)).turns
    assert [(turn.speaker, turn.title) for turn in turns] == [("江北晚报", ""), ("叶青", "")] * 2


def test_who_asks_is_named() -> None:
    """The medium behind a counted question, the investor who asks, the house of an analyst, the name in letters."""
    text = "问题1（江北晚报记者）：何时？\n答（叶青）：明年。\n2、投资者问：多少？\n叶青答：三亿。\n"
    turns = parse_briefing(Source("x", text)).turns
    assert [turn.speaker for turn in turns] == ["江北晚报", "叶青", "投资者", "叶青"]
    call = (
        "宁川电子说明会\n叶青 Ian Ye – 远山证券 – 分析師\n何時？\n周启明 – 宁川电子 – 財務長\n明年。\n接線生\n謝謝。\n"
    )
    first, second, _ = parse_briefing(Source("x", call)).turns
    assert (first.speaker, first.title, first.organization) == ("叶青", "分析師", "远山证券")
    assert (second.speaker, second.title, second.organization) == ("周启明", "財務長", "宁川电子")


@pytest.mark.parametrize("word", read_words("name_stops", "word"))
def test_what_follows_a_title_may_be_no_name(word: str) -> None:
    """A word that begins like a name (`局长谈话`) is none behind a title, where a name is in the same place."""
    title = "渔港局局长"
    for heading in (f"{title}{word}", f"{title}{word}表示", f"{title}{word}众(附图)"):
        assert not find_holder(title, heading).of(heading)
    assert find_holder(title, f"{title}周启明(附图)").of(f"{title}周启明(附图)") == "周启明"


@pytest.mark.parametrize("honour", ["丹斯里", "准拿督", "拿督", "拿督斯里", "敦"])
def test_titles_of_honour_stand_between_office_and_name(honour: str) -> None:
    """`部长拿督某人`: the title is the office, whoever is honoured."""
    text = f"水利部部长{honour}骆一川昨早在门外受访。\n\n记者：何时停水？\n部长：下周。\n记者：停多久？\n部长：三天。\n"
    people = {person.name: person.title for person in parse_briefing(Source("x", text)).people}
    assert people["骆一川"] == "水利部部长"


@pytest.mark.parametrize("body", ["市招考办", "海岳公司", "海岳集团", "水泵协会", "南浦银行", "南浦大学", "海运学院"])
def test_a_title_is_fuller_with_its_body(body: str) -> None:
    """`市招考办主任` says more of a 主任 than the label does."""
    assert is_fuller(f"{body}主任", "主任")
    assert not is_fuller("第三主任", "主任")


def test_who_meets_the_press() -> None:
    """`局长叶青会见传媒`: 会 is of 会见, not of the name."""
    words = "桥梁局局长叶青会见传媒谈话全文"
    assert find_holder("桥梁局局长", words).of(words) == "叶青"


def test_a_line_of_stops_alone_announces_nobody() -> None:
    """`。 ，` where a roster may stand is no error."""
    assert find_roster("。 ，\n叶青：。 ，\n") == {}
