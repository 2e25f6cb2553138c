"""Who a role is: bearers behind the colon, hosts by the lines above, those who answer by the heading."""

import time

from pressparse.briefing import Briefing, parse_briefing, read_briefings
from pressparse.transcript.dialect.asker import without_asking_behind
from pressparse.transcript.source import Source


def _read(text: str) -> Briefing:
    return parse_briefing(Source("x", text))


def _who(text: str) -> list[tuple[str, str, str]]:
    return [(turn.role.value, turn.speaker, turn.title or turn.organization) for turn in _read(text).turns]


CHAIR = ("host", "沈知言", "省委宣传部对外新闻处处长")
ENGINEER = ("guest", "闵怀川", "省水文中心总工程师")
ASKER = ("reporter", "海右卫视记者", "海右卫视")


def test_roles_with_their_bearers_on_lines_of_their_own() -> None:
    """`主持人：office name`, the speech below: the line is a label, and no header however it looks."""
    text = (
        "新闻发布会实录\n主持人：省委宣传部对外新闻处处长 沈知言\n大家上午好！下面请闵总工作发布。\n"
        "发布人：省水文中心总工程师 闵怀川\n今年来水偏多。\n主持人：省委宣传部对外新闻处处长 沈知言\n下面请提问。\n"
        "记者：海右卫视记者\n请问当时的情况是怎样的？\n发布人：省水文中心总工程师 闵怀川\n我们复核过。\n"
        "主持人：省委宣传部对外新闻处处长 沈知言\n今天的新闻发布会到此结束。\n"
    )
    assert _who(text) == [CHAIR, ENGINEER, CHAIR, ASKER, ENGINEER, CHAIR]
    assert _read(text).text_of(_read(text).turns[1]) == "今年来水偏多。"


def test_roles_with_their_bearers_in_one_line() -> None:
    """The same record with all its turns run together, a space behind each bearer."""
    text = (
        "主持人:省委宣传部对外新闻处处长沈知言 大家上午好!下面请闵总工作发布。 "
        "发布人:省水文中心总工程师闵怀川 今年来水偏多。 "
        "主持人:省委宣传部对外新闻处处长沈知言 下面请提问。 记者:海右卫视记者 请问情况怎样? "
        "发布人:省水文中心总工程师闵怀川 我们复核过。 主持人:省委宣传部对外新闻处处长沈知言 今天的新闻发布会到此结束。"
    )
    assert _who(text) == [CHAIR, ENGINEER, CHAIR, ASKER, ENGINEER, CHAIR]


def test_a_roster_of_roles_is_no_turn() -> None:
    """Where no such line stands twice it announces people, offices with a name for keys too."""
    text = (
        "董事长：管彦书\n总经理：应新月\n董事会秘书（主持人）：施远山\n\n主持人：各位媒体朋友，大家上午好！请提问。\n"
        "《长河证券报》记者：利润为何下滑？\n总经理应新月：因为涨价。\n主持人：今天的发布会到此结束。\n"
    )
    assert _who(text)[0] == ("host", "施远山", "董事会秘书")
    assert len(_read(text).turns) == 4


def test_a_roster_of_offices_that_ends_as_a_sentence() -> None:
    """`发布人：A；B。` above the first turn is header, full stop or not."""
    text = (
        "发布人：市环保局局长叶青；市环保局总工程师周启明。\n内容：介绍情况。\n市新闻办主任贺晓云：\n请叶青局长发布。\n"
        "市环保局局长叶青：\n水质好转。\n青湖日报记者：\n2.14亿元用了多少？\n市环保局局长叶青：\n一半。\n"
    )
    assert [turn.speaker for turn in _read(text).turns] == ["贺晓云", "叶青", "青湖日报记者", "叶青"]


def test_hosts_by_the_lines_above() -> None:
    """`主持人` in a field, bold or not, and `由…主持` in the lead, are who the label means."""
    turns = (
        "主持人：大家下午好。请滕世平局长发布。\n滕世平：学位够了。\n主持人：请提问。\n北江日报记者：收费吗？\n"
        "滕世平：不收。\n主持人：发布会到此结束。\n"
    )
    field = "时间：8月25日\n主持人：市新闻办副主任汤亦山\n出席：市教育局局长滕世平\n\n"
    lead = "市教育局局长滕世平出席，发布会由市新闻办副主任汤亦山主持。\n"
    bold = "**时间：** 8月25日\n**主持人：** 市新闻办副主任汤亦山\n**出席：** 市教育局局长滕世平\n\n"
    for head in (field, lead, bold):
        assert _who(head + turns)[0] == ("host", "汤亦山", "市新闻办副主任")


def test_a_spokesman_presides_over_others_and_answers_alone() -> None:
    """`發言人` whom the lead lets preside is host beside officials; with nobody beside, whoever `答` is answers."""
    lead = "行政院發言人卓以安今（20）日主持院會後記者會，交通部次長祝立山出席說明。\n"
    beside = (
        "發言人：大家午安。接下來請祝次長說明。\n交通部祝次長立山：經費96億元。\n媒體提問：何時完工？\n"
        "交通部祝次長立山：明年。\n媒體提問：部長請辭了嗎？\n"
        "發言人：沒有接到這樣的訊息，部長早上還在報告電價。今天的記者會就到這邊，謝謝各位。\n"
    )
    turns = _read(lead + beside).turns
    assert [turn.speaker for turn in turns[:3]] == ["卓以安", "祝立山", "媒體"]
    assert [turn.role.value for turn in turns[:3]] == ["host", "guest", "reporter"]
    assert (turns[-1].kind.value, turns[-1].exchange) == ("answer", 2)
    alone = "林业部发言人苗若水主持例行记者会。\n问：木材涨价吗？\n答：不涨。\n问：为什么？\n答：库存足够。\n"
    assert _who(alone)[1] == ("guest", "苗若水", "林业部发言人")


def test_who_answers_stands_in_the_lead() -> None:
    """`举行记者会` and `接受提问` tell of whom the one official is that `答` means."""
    for lead in (
        "行政院长程怀山今（12）日上午主持院会后，在新闻中心举行记者会，答复提问。\n",
        "渔业部部长邹光水28日上午召开记者会，说明新制，并接受媒体提问。\n",
    ):
        who = _who(lead + "问：何时通车？\n答：明年。\n问：多少钱？\n答：三元。\n")[1]
        assert who[1] in lead and who[2] in lead and who[0] == "guest"


def test_labels_that_say_what_is_done() -> None:
    """`部長答`, `次長補充`, `壹、主任秘書致詞`: the office is who; a salutation with an office in front is speech."""
    text = (
        "主持人：主任秘書葛友山\n出席：部長項維水、政務次長柯美玉\n\n壹、主任秘書致詞：\n\n"
        "部長、各位來自國內外的記者女士：\n\n歡迎大家。請部長說明。\n\n貳、部長說明：\n\n大家午安。疫情緩和。\n\n"
        "記者問：何時結束？\n\n部長答：六月。\n\n次長補充：我補充一點，疫苗夠用。\n\n主任秘書答：記者會到此結束。\n"
    )
    assert [turn.speaker for turn in _read(text).turns] == [
        "葛友山", "項維水", "記者", "項維水", "柯美玉", "葛友山",
    ]  # fmt: skip


def test_names_and_posts_of_reporters() -> None:
    """The word that they ask stands behind the name, the place where they are posted behind the medium."""
    assert without_asking_behind("宁川日报记者山口真一问") == "宁川日报记者山口真一"
    text = "叶青：大家好。\n宁川日报驻松河记者：何时通车？\n叶青：明年。\n中央社记者范振远问：票价？\n叶青：三元。\n"
    assert [turn.organization for turn in _read(text).turns if turn.role == "reporter"] == ["宁川日报", "中央社"]


def test_what_a_page_prints_around_the_turns() -> None:
    """Clock times on lines of their own, headings of topics, and what stands below the last word."""
    text = (
        "15:00:26\n【何知水】：大家好。\n\n15:04:10\n【海右卫视记者】：市场怎样？\n\n15:04:58\n【何知水】：平稳。\n\n"
        "15:09:33\n【何知水】：发布会就到这里，谢谢大家。\n\n责任编辑：综合处　【打印】【关闭】\n"
    )
    briefing = _read(text)
    assert [briefing.text_of(turn) for turn in briefing.turns] == [
        "大家好。", "市场怎样？", "平稳。", "发布会就到这里，谢谢大家。",
    ]  # fmt: skip
    text = (
        "谈申请：先抽签后审查\n问：有多少个单位？\n答：三千个。\n谈填海：道路先完成\n问：会不会塞车？\n答：不会。\n"
        "谈维修：基金不取消\n问：会取消吗？\n答：不会。谢谢各位。（图 新闻处提供）\n以下空白\n"
    )
    briefing = _read(text)
    assert [briefing.text_of(turn) for turn in briefing.turns[1::2]] == ["三千个。", "不会。", "不会。谢谢各位。"]
    for below in (
        "（請同時參閱答問全文的英文部分）", "發布時間：2022-09-14 19:36", "二○二四年五月十八日(星期二)", "地址：水坑街",
        "附件下载：材料.pdf", "免责声明：本实录不构成承诺，敬请注意投资\n风险。",
    ):  # fmt: skip
        briefing = _read(f"记者：何时通车？\n局长：明年通车，谢谢。\n{below}\n")
        assert briefing.text_of(briefing.turns[-1]) == "明年通车，谢谢。", below


def test_who_replies_takes_no_longer_in_a_long_record() -> None:
    """The time of reading grows with the record and no faster."""
    turns = "主席：请问。\n宁川日报记者：何时通车？\n叶局长：明年通车，票价三元。\n周处长：我补充一点。\n"

    def spent(size: int) -> float:
        start = time.process_time()
        _read(turns * size)
        return time.process_time() - start

    spent(200)
    short, long = min(spent(400) for _ in range(3)), min(spent(3200) for _ in range(2))
    assert long < 8 * short * 2


def test_a_principal_who_presides_answers() -> None:
    """`局长…主持发布会` makes no host of who answers under his own name, nor of another whom `主持人` means."""
    lead = "财政局局长陈茂林主持发布会，税务局局长许正河出席。\n"
    said = "记者：赤字多少？\n陈茂林：一千亿元。\n记者：会加税吗？\n许正河：不会。\n陈茂林：我补充一点，储备足够。\n"
    roles = [turn.role.value for turn in _read(lead + said).turns]
    assert roles == ["reporter", "guest", "reporter", "guest", "guest"]
    assert (
        _who("论坛由校长王大河主持。\n主持人：大家好。\n叶青厅长：好。\n记者：何时？\n王大河：明年。\n")[0][1]
        == "主持人"
    )


def test_what_looks_like_the_end_of_a_page() -> None:
    """Notices above the record, and lines between two turns, end nothing."""
    notice = "免责声明：本纪要仅供参考。\n主持人：请提问。\n投资者：毛利率？\n局长：三成。\n主持人：谢谢大家。\n"
    assert len(_read(notice).turns) == 4
    inside = "记者：何时？\n局长：五月。\n请参考英文版本。\n记者：费用？\n局长：免费。\n记者：对象？\n局长：全民。\n"
    assert len(_read(inside).turns) == 6
    address = "记者：在哪里报名？\n叶青：请到中心报名。\n地址：解放路一号\n请留意。\n记者：截止？\n叶青：五月。\n"
    assert [turn.role.value for turn in _read(address).turns] == ["reporter", "guest"] * 2


def test_short_answers_are_no_roster() -> None:
    """`部长：明年底` behind a question names nobody; nor does `司仪：联合报` that calls the next medium."""
    answers = "记者：部长，电价会涨吗？\n部长：应该会\n记者：什么时候？\n部长：明年底\n记者：多少？\n部长：还在算。\n"
    assert [turn.speaker for turn in _read(answers).turns] == ["记者", "部长"] * 3
    calls = (
        "司仪：联合报\n记者：何时？\n部长：五月。\n司仪：联合报\n记者：费用？\n"
        "部长：免费。\n司仪：中央社\n记者：谁？\n部长：我。\n"
    )
    assert [turn.role.value for turn in _read(calls).turns] == ["host", "reporter", "guest"] * 3


def test_a_host_who_closes_answers_nothing() -> None:
    """What a host says of the next event, or how to write in, is the closing; so is all behind thanks."""
    head = "主持人：请提问。\n记者：何时通车？\n叶青局长：明年。\n记者："
    for last in (
        "谢谢。\n主持人：会后可以联系我们新闻处。今天的发布会到此结束。\n",
        "还有吗？\n主持人：下周二还将举行第二场。今天的发布会到此结束。\n",
    ):
        assert _read(head + last).turns[-1].kind.value == "closing"


def test_who_is_called_to_answer() -> None:
    """`请路总回答` and `请问池局长` say whom `答` means; the lead has their names behind their offices."""
    text = (
        "市水务局局长江海、市环保局副局长池清、排水集团总经理路通出席发布会，由新闻办副主任温如山主持。\n"
        "主持人：首先请江海局长介绍。\n市水务局局长江海：完成了七成。\n记者提问1：请问江局长，何时完成？\n答：明年。\n"
        "记者提问2：施工能不能统筹？\n主持人：这个问题请路总回答。\n答：可以。\n江海补充：已经开始了。\n"
        "记者提问3：请问池局长，数据真吗？\n答：真的。\n"
    )
    assert [turn.speaker for turn in _read(text).turns] == [
        "温如山", "江海", "记者", "江海", "记者", "温如山", "路通", "江海", "记者", "池清",
    ]  # fmt: skip


def test_a_title_is_of_the_name_beside_it() -> None:
    """In a roster of names with their offices behind, no office is that of the name in the next line."""
    text = (
        "主持人：方文　县委宣传部副部长\n发布人：田野　县农业局局长\n"
        "　　　　高峰　县公安局大队长\n\n方文\n大家上午好！\n\n"
        "田野\n今年桃子多。\n\n高峰\n路不堵。\n\n方文\n再见。\n"
    )
    titles = {turn.speaker: turn.title for turn in _read(text).turns}
    assert titles == {"方文": "县委宣传部副部长", "田野": "县农业局局长", "高峰": "县公安局大队长"}


def test_captions_between_marked_turns() -> None:
    """What stands under a picture belongs to no turn."""
    text = (
        "【秦晚】下午好。请提问。\n图为发布会现场。江河网 龚雪 摄\n【海右卫视记者】票价多少？\n"
        "图为记者提问。江河网 龚雪 摄\n【倪知】三元。\n【秦晚】再见。\n"
    )
    briefing = _read(text)
    assert [briefing.text_of(turn) for turn in briefing.turns] == ["下午好。请提问。", "票价多少？", "三元。", "再见。"]


def test_text_that_kept_a_few_breaks_of_its_page() -> None:
    """Where a few `<br>` are all the markup there is, the lines of a file are lines."""
    text = (
        "出席：市法院副院长 封砚山\n市法院庭长 林小河\n<BR>\n[主持人]：请讲。\n<BR>\n"
        "[封砚山]：好。\n<BR>\n[林小河]：好。\n"
    )
    titles = {turn.speaker: turn.title for turn in next(read_briefings("-", stdin=text.encode())).turns}
    assert titles["封砚山"] == "市法院副院长"
