"""Labels against lead-ins, layout by layout."""

import pytest

from conftest import DATA, read_cases
from pressparse.briefing import Settings, parse_briefing, read
from pressparse.transcript.dialect import DIALECTS
from pressparse.transcript.dialect.opening import read_opening
from pressparse.transcript.source import Source

SAMPLES = sorted((*DATA.glob("*.txt"), *DATA.glob("*-*.md")))


@pytest.mark.parametrize("case", read_cases("label"), ids=lambda case: case["why"])
def test_labels_are_told_from_lead_ins(case: dict[str, str]) -> None:
    """Evidence over the whole record decides, not the line."""
    turns = parse_briefing(Source("x", case["text"])).turns
    assert "; ".join(f"{turn.label}/{turn.role.value}" for turn in turns) == case["turns"]


@pytest.mark.parametrize("file", SAMPLES, ids=lambda file: file.stem)
def test_layout_is_recognised(file) -> None:
    """A sample named after its layout is read as that layout; the others are dash-role."""
    named = next((name for name in sorted(DIALECTS, key=len, reverse=True) if file.stem.startswith(name)), "dash-role")
    assert read(str(file)).dialect == named


def test_one_person_behind_all_labels() -> None:
    """Office, family name with office and full name are one speaker, named as the roster has it."""
    text = (
        "出席：\n宁川市教育局局长谭敬之先生\n主席：开会。\n周议员：何时加薪？\n教育局局长：明年。\n"
        "周议员：多少？\n谭局长：一成。\n"
    )
    briefing = parse_briefing(Source("x", text), Settings(dialect="hansard"))
    assert [turn.speaker for turn in briefing.turns if turn.role == "guest"] == ["谭敬之", "谭敬之"]
    assert {turn.title for turn in briefing.turns if turn.speaker == "谭敬之"} == {"宁川市教育局局长"}


def test_legend_names_the_letters() -> None:
    """One-letter labels stand for the names and roles that the legend declares."""
    text = "談話全文（問：記者；鍾：鍾嘉晞）\n問：何時通車？\n鍾：明年。\n問：票價？\n鍾：未定。\n"
    turns = parse_briefing(Source("x", text)).turns
    assert [(turn.label, turn.speaker, turn.role.value) for turn in turns[:2]] == [
        ("問", "記者", "reporter"),
        ("鍾", "鍾嘉晞", "guest"),
    ]


def test_outlet_behind_the_question() -> None:
    """`Q1: … (BBC)`: the outlet stands at the end and is the asker."""
    turns = parse_briefing(Source("x", "Q1: When? (BBC)\nA: 明年。\nQ2: 票價？ (宁川日报)\nA: 未定。\n")).turns
    assert [(turn.speaker, turn.organization) for turn in turns if turn.role == "reporter"] == [
        ("BBC", "BBC"),
        ("宁川日报", "宁川日报"),
    ]


def test_follow_up_belongs_to_the_asker_before() -> None:
    """`追问` names nobody: the asker before goes on."""
    text = "路透社记者：是否降息？\n毛一鸣：不了解。\n追问：何时了解？\n毛一鸣：不知道。\n"
    assert [turn.speaker for turn in parse_briefing(Source("x", text)).turns] == [
        "路透社记者", "毛一鸣", "路透社记者", "毛一鸣",
    ]  # fmt: skip


def test_repeated_headings_are_one_turn() -> None:
    """Paragraphs that repeat the heading keep their own offsets and share the number of the turn."""
    text = "### 江沛盈：\n一。\n\n### 江沛盈：\n二。\n\n### 泉報：\n三？\n"
    turns = parse_briefing(Source("x", text)).turns
    assert [(turn.number, turn.span.of(text)) for turn in turns] == [(1, "一。"), (1, "二。"), (2, "三？")]


def test_title_comes_from_the_heading() -> None:
    """A spokesperson's title stands in the heading, behind the date."""
    text = (
        "2024年4月16日外交部发言人毛一鸣主持例行记者会\n路透社记者：是否降息？\n毛一鸣：不了解。\n路透社记者：谢谢。\n"
    )
    briefing = parse_briefing(Source("x", text))
    assert (briefing.turns[1].title, str(briefing.on)) == ("外交部发言人", "2024-04-16")


def test_host_without_a_role_word_is_found() -> None:
    """Who opens the event and then only hands over is the host."""
    text = (
        "戴一（宁川市新闻办主任）：各位好。\n耿二（宁川市环保局副局长）：谢谢，情况如下。\n"
        "戴一（宁川市新闻办主任）：下面请记者提问。\n严三（宁川晚报记者）：何时完成？\n"
        "耿二（宁川市环保局副局长）：明年。\n戴一（宁川市新闻办主任）：发布会到此结束。\n"
    )
    turns = parse_briefing(Source("x", text)).turns
    assert [turn.role.value for turn in turns] == ["host", "guest", "host", "reporter", "guest", "host"]
    assert turns[3].organization == "宁川晚报"


def test_running_heads_are_no_speech() -> None:
    """A line that recurs but for its digits, as a PDF's page head does, is kept as a note."""
    head = "立法會 ─ 2021年5月26日    {}"
    text = (
        f"出席議員：\n周啟明議員\n{head.format(1)}\n主席：開會。\n"
        f"周啟明議員：主席，我想\n{head.format(2)}\n問一句。\n主席：請。\n"
    )
    briefing = parse_briefing(Source("x", text))
    assert [part.kind.value for part in briefing.parts if "立法會" in part.span.of(text)] == ["heading", "note"]


def test_role_in_front_of_a_name() -> None:
    """`主持人 叶青` is the host 叶青."""
    turns = parse_briefing(Source("x", "主持人 叶青：大家好。\n宁川日报记者：何时？\n嘉宾周启明：明年。\n")).turns
    assert [(turn.speaker, turn.role.value) for turn in turns] == [
        ("叶青", "host"), ("宁川日报记者", "reporter"), ("周启明", "guest"),
    ]  # fmt: skip


def test_title_of_the_page_is_a_heading() -> None:
    """What a container says in its metadata counts like a heading: title of the speaker and day of the event."""
    text = "路透社记者：是否降息？\n毛一鸣：不了解。\n路透社记者：谢谢。\n毛一鸣：不谢。\n"
    briefing = parse_briefing(Source("x", text, title="外交部发言人毛一鸣主持例行记者会", date="2024-04-16"))
    assert (briefing.turns[1].title, str(briefing.on)) == ("外交部发言人", "2024-04-16")


def test_a_host_may_say_one_thing_more() -> None:
    """Who opens and hands over is the host, though one of the short turns between is a joke or a word of thanks."""
    text = (
        "季文舟：欢迎参加发布会，首先请孔令山先生作介绍。\n\n孔令山：大家好。\n\n季文舟：下面进入问答环节。\n\n"
        "宁川日报记者：何时通车？\n\n孔令山：明年。\n\n季文舟：明年这时候我来坐车。\n\n季文舟：下一个问题。\n\n"
        "宁川晚报记者：票价呢？\n\n孔令山：未定。\n\n季文舟：发布会到此结束，再见！\n"
    )
    briefing = parse_briefing(Source("x", text))
    assert {(turn.speaker, turn.role.value) for turn in briefing.turns} >= {("季文舟", "host"), ("孔令山", "guest")}


def test_a_title_goes_on_in_the_next_line() -> None:
    """A line that the width of a page broke is no end of a title."""
    text = (
        "[季文舟]:欢迎大家。出席今天发布会的有：宁川铁路集团有限公司副总经\n理孔令山先生。请提问。\n"
        "[宁川日报记者]:何时通车？\n[孔令山]:明年。\n[季文舟]:下一个问题。\n[宁川晚报记者]:票价呢？\n[孔令山]:未定。\n"
    )
    titles = {turn.speaker: turn.title for turn in parse_briefing(Source("x", text)).turns}
    assert titles["孔令山"] == "宁川铁路集团有限公司副总经理"


def test_an_office_is_no_family_name() -> None:
    """“房屋署署長” is the head of an office, no 房 with a name of two signs."""
    text = "記者：何時入伙？\n房屋署署長：明年。\n記者：租金呢？\n房屋署署長：未定。\n"
    assert {turn.speaker for turn in parse_briefing(Source("x", text)).turns} == {"記者", "房屋署署長"}


def test_a_name_in_bold_alone_on_its_line_speaks() -> None:
    """Bold lines that recur name who speaks; brackets behind a name hold an office, another name or a house."""
    text = (
        "# 远山光电业绩会纪要\n\n**叶知秋**\n\n各位好，请周总介绍。\n\n"
        "**周启明（财务总监）**\n\n收入4.6亿元。\n\n**问答**\n\n"
        "**陆川（海岳证券）**\n\n毛利率的目标是多少？\n\n**周启明**\n\n站稳22%。\n\n**叶知秋**\n\n会议到此结束，谢谢。\n"
    )
    briefing = parse_briefing(Source("x.md", text))
    assert [(turn.speaker, turn.role.value) for turn in briefing.turns] == [
        ("叶知秋", "host"), ("周启明", "guest"), ("陆川", "reporter"), ("周启明", "guest"), ("叶知秋", "host"),
    ]  # fmt: skip
    assert briefing.turns[1].title == "财务总监"
    assert briefing.turns[2].organization == "海岳证券"


def test_bullet_and_tab_before_a_label() -> None:
    """A bullet may be set off from its label by a tab."""
    opening = read_opening("*\tQ: 第三节怎么了?")
    assert opening is not None
    assert opening.label == "Q"


def test_medium_in_the_line_above_the_reporter() -> None:
    """A medium in brackets of its own belongs to whoever asks below it, and to nobody else."""
    text = "【海湾日报】\n记者：何时通车？\n\n周启明：明年。\n\n【宁川晚报】\n记者：收费吗？\n\n周启明：不收。\n"
    turns = parse_briefing(Source("x", text)).turns
    assert [turn.organization for turn in turns] == ["海湾日报", "", "宁川晚报", ""]


def test_a_name_found_elsewhere_is_in_the_script_of_the_source() -> None:
    """The full name behind a family name and an office is that of the record, character for character."""
    text = (
        "駐外的葉啟聖大使接受專訪。\n\n主持人：葉大使好。\n\n葉大使：您好。\n\n主持人：何時回國？\n\n葉大使：明年。\n"
    )
    turns = parse_briefing(Source("x", text)).turns
    assert {turn.speaker for turn in turns} == {"主持人", "葉啟聖"}


def test_a_date_and_time_behind_a_speech_is_in_the_margin() -> None:
    """The time that a live record puts behind each speech is none of it, with brackets around it or without."""
    lines = (f"[{who}]各位好。2022-03-05 15:0{minute}:16" for minute, who in enumerate(("叶青", "何敏", "叶青")))
    turns = parse_briefing(Source("x", "\n".join(lines))).turns
    assert [len(turn.span) for turn in turns] == [len("各位好。")] * 3


def test_minutes_are_no_speech() -> None:
    """Recesses and running heads stand between speeches, and are nobody's."""
    text = (
        "主席：先休息。\n休息（11時40分）\n立法院公報　第98卷　第12期\n繼續開會（15時05分）\n"
        "主席：請。\n曹議員：好。\n主席：謝謝。\n"
    )
    said = [turn.span.of(text) for turn in parse_briefing(Source("x", text)).turns]
    assert said == ["先休息。", "請。", "好。", "謝謝。"]


@pytest.mark.parametrize(
    "footer",
    [
        "電話：00-5555-0100",
        "傳真：00-5555-0101",
        "聯絡人：秘書處 葉小姐",
        "[14:59] 直播结束",
        "上一篇：宁川市水利工作发布会",
        "*免责声明：文字由录音整理，未经本人看过。*",
    ],
)
def test_what_stands_under_a_record_is_no_speech(footer: str) -> None:
    """Contacts, links to other pages and disclaimers are not said by the last to speak."""
    text = f"主持人\n请提问。\n\n宁川日报记者\n何时通车？\n\n市长\n明年。\n\n主持人\n谢谢各位。\n\n{footer}\n"
    turns = parse_briefing(Source("x", text)).turns
    assert turns[-1].span.of(text) == "谢谢各位。"


def test_who_a_host_calls_gives_the_answer() -> None:
    """`答` behind `请叶青回答` is whom the heading announces under that name."""
    text = (
        "发布会邀请州水利局局长阿里木·玉素甫、州气象台台长叶青回答提问。\n主持人：请提问。\n晨报记者：会缺水吗？\n"
        "主持人：请阿里木·玉素甫回答。\n答：不会。\n晨报记者：会下雪吗？\n主持人：请叶青回答。\n答：下周会。\n"
    )
    turns = parse_briefing(Source("x", text)).turns
    assert [(turn.speaker, turn.title) for turn in turns if turn.label == "答"] == [
        ("阿里木·玉素甫", "州水利局局长"), ("叶青", "州气象台台长"),
    ]  # fmt: skip


def test_times_within_a_line_are_no_speech() -> None:
    """Where a live record has run together, the time behind each speech is a note, and so is what the page adds."""
    text = (
        "叶青: 请讲。2018-10-29 15:30周启明: 修好了。2018-10-29 15:33晨报记者: 何时通航?2018-10-29 15:35"
        "周启明: 下月。2018-10-29 15:36叶青: 散会。2018-10-29 15:40欢迎加盟咨询!"
    )
    turns = parse_briefing(Source("x", text)).turns
    assert [turn.span.of(text) for turn in turns] == ["请讲。", "修好了。", "何时通航?", "下月。", "散会。"]
