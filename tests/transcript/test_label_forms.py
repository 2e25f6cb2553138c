"""Labels of rarer forms: short names, media before answers, marks in parentheses, brackets, two lines."""

from datetime import date

import pytest

from pressparse.briefing import parse_briefing
from pressparse.transcript.source import Source


def said(text: str) -> list[tuple[str, str, str]]:
    """Speaker, role and first words of each turn."""
    return [(turn.speaker, turn.role.value, turn.span.of(text)[:4]) for turn in parse_briefing(Source("x", text)).turns]


def test_a_short_form_stands_beside_the_medium() -> None:
    """`（以下简称片野，《东都晨报》记者）`: the short name asks further on, for the same medium."""
    text = (
        "梁启文（以下简称梁）：各位好，请提问。\n\n"
        "片野正彦（以下简称片野，《东都晨报》记者）：签证为什么要等六个星期？\n\n"
        "梁：我回去问一问。\n\n片野：谢谢，下个月再来问您？\n\n梁：好。\n"
    )
    turns = parse_briefing(Source("x", text)).turns
    assert [(turn.label, turn.speaker, turn.role.value, turn.organization) for turn in turns] == [
        ("梁启文", "梁启文", "guest", ""),
        ("片野正彦", "片野正彦", "reporter", "东都晨报"),
        ("梁", "梁启文", "guest", ""),
        ("片野", "片野正彦", "reporter", "东都晨报"),
        ("梁", "梁启文", "guest", ""),
    ]


ANSWERED = (
    "出席名單：\n喻澤明 指揮官\n夏立君 監測組組長\n邱沛文 物資組組長\n\n"
    "城南眼：車票賣了九成，擔不擔心？\n答：人多不等於危險。\n"
    "早安頭條：同班機有幾人匡列？\n答（夏）：一共11位。\n"
    "TVX：額溫槍夠不夠？\n答（邱）：準備了六千支。\n"
)


def test_whoever_stands_before_an_answer_asks() -> None:
    """Media that no list has are labels where `答` follows them and nobody is called `問`."""
    assert [who for who, role, _ in said(ANSWERED) if role == "reporter"] == ["城南眼", "早安頭條", "TVX"]


def test_the_one_whom_no_answer_names_gives_the_rest() -> None:
    """`答（夏）`, `答（邱）` name two of three who were announced: `答` alone is the third."""
    turns = [turn for turn in parse_briefing(Source("x", ANSWERED)).turns if turn.role == "guest"]
    assert [(turn.speaker, turn.title) for turn in turns] == [
        ("喻澤明", "指揮官"), ("夏立君", "監測組組長"), ("邱沛文", "物資組組長"),
    ]  # fmt: skip


def test_answers_run_on_behind_marks() -> None:
    """`X記者（問）：…？Y局長（答）：…` on one line, with the people of the roster above."""
    text = (
        "記錄\n出席：運輸局局長羅偉文、運輸局副局長潘潔心\n\n"
        "羅局長（發言）：各位好，輕軌下月通車。\n\n"
        "濠江晨報記者（問）：要不要多走路？羅局長（答）：要，四百米。\n\n"
        "蓮島日報記者（問）：票價多少？潘副局長（答）：六元。羅局長（補充）：長者免費。\n"
    )
    assert said(text) == [
        ("羅偉文", "guest", "各位好，"),
        ("濠江晨報記者", "reporter", "要不要多"),
        ("羅偉文", "guest", "要，四百"),
        ("蓮島日報記者", "reporter", "票價多少"),
        ("潘潔心", "guest", "六元。"),
        ("羅偉文", "guest", "長者免費"),
    ]


def test_media_in_brackets_ask() -> None:
    """`【X】：` beside plain names: brackets around some media make askers of all."""
    text = (
        "骆飞（品牌总监）：一家媒体一个问题。\n【宁川晚报】：这个价格赚钱吗？\n洪一鸣（董事长）：不亏钱。\n"
        "【极光】：海外什么时候卖？\n洪一鸣：明年。\n【云溪日报】：还有呢？\n洪一鸣：没有了。\n"
    )
    assert [who for who, role, _ in said(text) if role == "reporter"] == ["宁川晚报", "极光", "云溪日报"]


def test_a_name_above_the_letter_answers() -> None:
    """`傅正文：` on a line, `A1：…` on the next: one label, and its bearer speaks."""
    text = "Q1：何時通車？\n傅正文：\nA1：明年。\nQ2：票價？\n傅正文：\nA2：未定。\n"
    assert said(text) == [
        ("Q", "reporter", "何時通車"), ("傅正文", "guest", "明年。"),
        ("Q", "reporter", "票價？"), ("傅正文", "guest", "未定。"),
    ]  # fmt: skip


def test_what_a_page_offers_is_nobody() -> None:
    """`【关闭】 【打印】` between lenticular labels is furniture, and so is the heading below it."""
    text = (
        "【纪云】请提问。\n【关闭】 【打印】\n\n关于就业\n【宁川日报记者】有何打算？\n【章怀文】扩大保险。\n"
        "【关闭】 【打印】\n\n关于住房\n【云溪晚报记者】房租呢？\n【章怀文】会降。\n"
    )
    assert [(who, words) for who, _, words in said(text)] == [
        ("纪云", "请提问。"), ("宁川日报记者", "有何打算"), ("章怀文", "扩大保险"), ("云溪晚报记者", "房租呢？"),
        ("章怀文", "会降。"),
    ]  # fmt: skip


@pytest.mark.parametrize(("label", "role"), [("观众一", "audience"), ("记者二", "reporter"), ("观众", "audience")])
def test_one_of_many_is_counted(label: str, role: str) -> None:
    """`观众一`, `记者二`: a role and which of those who have it."""
    text = f"主持人：请提问。\n{label}：何时通车？\n叶青：明年。\n主持人：好。\n"
    assert [turn.role.value for turn in parse_briefing(Source("x", text)).turns][1] == role


def test_the_guest_has_the_last_word() -> None:
    """Behind a host who closes the event a short word of thanks belongs to no exchange."""
    text = "主持人：请提问。\n宁川报记者：何时通车？\n叶青：明年。\n主持人：发布会到此结束，谢谢。\n叶青：谢谢大家。\n"
    turns = parse_briefing(Source("x", text)).turns
    assert [(turn.kind.value, turn.exchange) for turn in turns[-2:]] == [("closing", 0), ("closing", 0)]


def test_the_host_may_ask_first() -> None:
    """Whoever has opened the event and then asks asks, though no reporter has."""
    text = (
        "主持人：大家晚上好，欢迎。\n主持人：我先问一个：为什么拍了七年？\n宁远：等一场雪。\n"
        "宁川日报记者：冷不冷？\n宁远：冷。\n"
    )
    turns = parse_briefing(Source("x", text)).turns
    assert [(turn.kind.value, turn.exchange) for turn in turns] == [
        ("opening", 0), ("question", 1), ("answer", 1), ("question", 2), ("answer", 2),
    ]  # fmt: skip


def test_the_host_of_the_lines_above() -> None:
    """`主持人是…`: who presides is told above, and the label says no more than that."""
    text = "主持人是市政府發言人紀如心\n主持人：請提問。\n寧川報記者：何時通車？\n葉青：明年。\n"
    first = parse_briefing(Source("x", text)).turns[0]
    assert (first.speaker, first.title) == ("紀如心", "市政府發言人")


def test_counted_labels_ask() -> None:
    """`6、NHR：` between counted media, an answer below: it asks too, and a counted heading does not."""
    text = (
        "1、大会议程：\n大会4日开幕。\n\n2、宁川日报：增速最低，是不是到了寒冬？\n阮凌：第三。\n\n"
        "3、云溪晚报：取消吗？\n阮凌：不会。\n\n4、NHR：您怎么回应？\n阮凌：都一样。\n\n5、江北报：渔民吃什么？\n阮凌：转产。\n"
    )
    turns = parse_briefing(Source("x", text)).turns
    assert [turn.speaker for turn in turns if turn.role == "reporter"] == ["宁川日报", "云溪晚报", "NHR", "江北报"]


def test_the_language_of_a_turn_is_no_title() -> None:
    """`沈部长（英语，本报译）`: in what language was spoken, not which office is held."""
    text = (
        "海事部长沈志文、陆路管理总监蔡嘉明今早举行记者会。\n\n沈部长（华语）：各位早安。\n\n"
        "《新洲早报》记者：会不会增加？\n\n蔡总监（英语，本报译）：会。\n"
    )
    turns = parse_briefing(Source("x", text)).turns
    assert [(turn.speaker, turn.title) for turn in turns if turn.role == "guest"] == [
        ("沈志文", "海事部长"), ("蔡嘉明", "陆路管理总监"),
    ]  # fmt: skip


def test_a_family_name_of_two_signs_and_the_office() -> None:
    """`欧阳厅长` is the 欧阳慧 who was named in full."""
    text = (
        "新闻厅厅长欧阳慧：请韩局长介绍。\n社工局局长韩伟：好。\n欧阳厅长：请提问。\n"
        "宁川日报记者：贵不贵？\n韩局长：不贵。\n"
    )
    assert [who for who, _, _ in said(text)] == ["欧阳慧", "韩伟", "欧阳慧", "宁川日报记者", "韩伟"]


def test_a_label_alone_without_its_colon() -> None:
    """Where all labels stand alone on their lines, `经济报记者` without a colon is one too."""
    text = (
        "宁川日报记者：\n何时通车？\n市交通局局长 叶青：\n明年。\n云溪晚报记者\n票价呢？\n市交通局局长 叶青：\n未定。\n"
    )
    assert [who for who, _, _ in said(text)] == ["宁川日报记者", "叶青", "云溪晚报记者", "叶青"]


def test_only_the_one_who_presides_is_host() -> None:
    """`主席` is an office where the lines above say that another presides."""
    text = (
        "會後由主席范敬文、秘書長莫孝文舉行記者會，文宣部主任丁懷文主持。\n\n主任：現在先請主席說明。\n\n"
        "主席：今天通過三件事。\n\n寧川報記者：面子掛得住嗎？\n\n主席：數字請秘書長報告。\n\n秘書長：三百億元。\n"
    )
    assert [(who, role) for who, role, _ in said(text)] == [
        ("丁懷文", "host"), ("范敬文", "guest"), ("寧川報記者", "reporter"), ("范敬文", "guest"), ("莫孝文", "guest"),
    ]  # fmt: skip


def test_a_host_named_with_the_office_inside() -> None:
    """`主持人：新聞處沈處長若文`: family name, office, given name behind the body."""
    text = (
        "時間：九月二十八日\n主持人：新聞處沈處長若文\n出席：市長賀明、水利局局長王平\n\n沈若文處長：請市長報告。\n"
        "賀明市長：好。\n媒體（海灣報）：放不放假？\n賀明市長：放。\n"
    )
    first = parse_briefing(Source("x", text)).turns[0]
    assert (first.speaker, first.title, first.role.value) == ("沈若文", "新聞處處長", "host")


def test_who_opens_in_several_turns_is_host() -> None:
    """Two labelled pieces of one opening are read together: the second names who else speaks."""
    text = (
        "发布会现场\n省高级法院副院长 沈毅文\n省高级法院新闻发言人 鲁一文\n\n"
        "[鲁一文]：\n各位朋友，大家上午好，欢迎出席今天的发布会！\n"
        "[鲁一文]：\n出席今天发布会的有副院长沈毅文先生，首先请他发布。\n[沈毅文]：\n去年结案5987件。\n"
        "[鲁一文]：\n下面请记者提问。\n[宁川日报记者]：\n树死了怎么办？\n[沈毅文]：\n要管护三年。\n"
        "[鲁一文]：\n今天的发布会到此结束。\n"
    )
    roles = {turn.speaker: turn.role.value for turn in parse_briefing(Source("x", text)).turns}
    assert roles == {"鲁一文": "host", "沈毅文": "guest", "宁川日报记者": "reporter"}


def test_answers_in_corner_brackets_within_a_line() -> None:
    """`记者提问：…？『office name』：…` in one paragraph: two turns, and more where another adds something."""
    text = (
        "宁川人大网　2020-12-18　浏览：1326次\n\n记者提问：有什么特点？『市法工室副主任何雪文』：共六章。\n\n"
        "记者提问：绳子多长？『市城管局副局长黄爱文』：不超过1.5米。『市法工室副主任何雪文』：我补充一点。\n"
    )
    turns = parse_briefing(Source("x", text)).turns
    assert [(turn.speaker, turn.title) for turn in turns] == [
        ("记者", ""), ("何雪文", "市法工室副主任"), ("记者", ""), ("黄爱文", "市城管局副局长"),
        ("何雪文", "市法工室副主任"),
    ]  # fmt: skip


def test_signs_set_apart_are_read_together() -> None:
    """Pages of the nineties put a space between all signs: labels, the day and the numbers are what they say."""
    text = (
        "以 下 為 行 政 長 官 在 答 問 會 的 談 話 全 文 :\n\n"
        "鄧 立 文 議 員 : 上 個 月 加 了 一 成 二 , 這 是 否 加 價 ?\n\n"
        "行 政 長 官 : 公 司 申 請 兩 成 , 所 以 居 民 少 付 了 八 個 百 分 點 。\n\n完\n\n"
        "二 ○ ○ 五 年 三 月 十 七 日 ( 星 期 四 )\n"
    )
    briefing = parse_briefing(Source("x", text))
    assert [(turn.label, turn.speaker) for turn in briefing.turns] == [
        ("鄧立文議員", "鄧立文"),
        ("行政長官", "行政長官"),
    ]
    assert [(each.in_source(each.claim.span).of(text), each.claim.low) for each in briefing.claims] == [
        ("一 成 二", 12), ("兩 成", 20), ("八 個 百 分 點", 8),
    ]  # fmt: skip
    assert briefing.on == date(2005, 3, 17)


def test_short_forms_on_one_line() -> None:
    """A record without line breaks: full labels declare the signs that stand for them further on."""
    text = (
        "主教练卓秋文太忙了，采访断断续续。 记者（以下简称记）：昨天几点才到？ 卓秋文（以下简称卓）：三点。 "
        "记：外界有很多猜测？ 卓：没有什么好猜的。（笑） 记：还有呢？ 卓：没有了。\n"
    )
    assert [(who, role) for who, role, _ in said(text)] == [("记者", "reporter"), ("卓秋文", "guest")] * 3


def test_numbered_subheads_and_joint_media_on_one_line() -> None:
    """A record without line breaks: a counted heading before a label, and several media of one reporter."""
    text = (
        "市两会答问实录 农村工作:主持人:各位记者朋友,大家好,今天请到何秋文厅长。何秋文:大家好。 "
        "01.一颗种子的路 宁川日报、宁川农网、宁川农业客户端记者:收成如何?何秋文:增收三成。 "
        "02.水从哪里来 记者:水够吗?何秋文:够。主持人:今天就到这里。\n"
    )
    assert [who for who, _, _ in said(text)] == [
        "主持人", "何秋文", "宁川日报、宁川农网、宁川农业客户端记者", "何秋文", "记者", "何秋文", "主持人",
    ]  # fmt: skip


def test_table_of_people_and_offices_cut_short() -> None:
    """A roster in a table of Markdown names who is called by family name and a short form of the office."""
    text = (
        "# 簡訊平臺上線記者會\n\n| 職稱 | 姓名 |\n| --- | --- |\n| 漁業部部長 | 龐一恆 |\n| 漁業部主任秘書 | 闕靜文 |\n"
        "\n- **闕主秘**：各位早安。\n- **龐部長**：謝謝。\n- **記者**：何時上線？\n- **龐部長**：四月。\n"
    )
    turns = parse_briefing(Source("x", text)).turns
    assert [(turn.speaker, turn.title) for turn in turns] == [
        ("闕靜文", "漁業部主任秘書"), ("龐一恆", "漁業部部長"), ("記者", ""), ("龐一恆", "漁業部部長"),
    ]  # fmt: skip


@pytest.mark.parametrize(("label", "title"), [("龐主委", "主任委員"), ("龐主秘", "主任秘書")])
def test_short_offices(label: str, title: str) -> None:
    """Two signs stand for an office that the lead prints in full."""
    text = f"漁業委員會{title}龐一恆先生出席記者會\n\n記者：何時？\n{label}：四月。\n記者：多少？\n{label}：三成。\n"
    turn = parse_briefing(Source("x", text)).turns[1]
    assert (turn.speaker, turn.title) == ("龐一恆", f"漁業委員會{title}")


def test_body_said_once_for_several_people() -> None:
    """`部长甲、副部长乙`: the second is of the same body; the dateline of the agency is none."""
    text = (
        "宁川社10月22日电渔业部部长叶一青、副部长周启文、总规划师何秋文今天出席记者会，"
        "渔业部新闻发言人、办公厅主任陆一怀主持。\n\n主持人：请提问。\n记者：多少？\n叶一青：三成。\n记者：何时？\n"
        "周启文：明年。\n记者：哪里？\n何秋文：海湾。\n\n推荐阅读：\n叶一青：一条船的三次修改\n"
    )
    turns = parse_briefing(Source("x", text)).turns
    assert [(turn.speaker, turn.title) for turn in turns if turn.role.value != "reporter"] == [
        ("陆一怀", "渔业部新闻发言人、办公厅主任"), ("叶一青", "渔业部部长"), ("周启文", "渔业部副部长"),
        ("何秋文", "渔业部总规划师"),
    ]  # fmt: skip


def test_media_without_a_known_name_ask() -> None:
    """A label that says no role and asks each time, answered by officials: a reporter, whatever it is called."""
    text = (
        "澄光公司总裁仇一佑、副总裁麦一青接受群访。\n主持人：下面开始提问。\n媒体：定价呢？\n仇一佑：七万。\n"
        "车前线：想问麦总，抖动怎么解决？\n麦一青：加了悬置。\n车前线：最后一个问题，仇总开什么车？\n仇一佑：展台上那辆。\n"
    )
    turns = parse_briefing(Source("x", text)).turns
    assert {turn.label: turn.role.value for turn in turns}["车前线"] == "reporter"
    assert {turn.label: turn.title for turn in turns}["麦一青"] == "澄光公司副总裁"


def test_name_that_ends_in_a_sign_for_and() -> None:
    """`团长温一和率队`: the label says that 和 is of the name."""
    text = "代表团团长温一和率队出席记者会。\n\n记者：感受？\n温一和：很好。\n记者：还来吗？\n温一和：来。\n"
    assert {(turn.speaker, turn.title) for turn in parse_briefing(Source("x", text)).turns} == {
        ("记者", ""),
        ("温一和", "代表团团长"),
    }
