"""Who is behind a label, by what the record announces of its people."""

from pressparse.briefing import parse_briefing
from pressparse.transcript.source import Source


def _people(text: str) -> list[tuple[str, str, str]]:
    return [(turn.speaker, turn.role.value, turn.title) for turn in parse_briefing(Source("x", text)).turns]


def test_rosters_behind_bullets() -> None:
    """`■ 出席　…` needs no colon; organization and office around a name, and several people, are read."""
    text = (
        "■ 主持人　資訊室羅一鳴主任\n■ 出席　副院長陶一新、外科主任秦一平、社工師溫一安\n\n"
        "【羅一鳴主任】\n早安。\n【陶一新副院長】\n謝謝。\n【聯晚記者】\n等多久？\n【溫一安社工師】\n半年。\n"
    )
    assert _people(text) == [
        ("羅一鳴", "host", "資訊室主任"),
        ("陶一新", "guest", "副院長"),
        ("聯晚記者", "reporter", ""),
        ("溫一安", "guest", "社工師"),
    ]


def test_rosters_with_parentheses() -> None:
    """Offices in parentheses, over a line that the page broke too; the host is who the label of the role means."""
    text = (
        "时间：3月2日\n主 持 人：陶  安（集团宣传部部长）\n出席人员：邱实（集团副总经理）、江岚（运营公司总\n"
        "          工程师）、记者9人\n\n主持人：请提问。\n记者（宁川晚报）：何时通车？\n邱实：明年。\n"
        "Q2（城市广播）：票价呢？\n江岚：未定。\n"
    )
    assert _people(text) == [
        ("陶安", "host", "集团宣传部部长"),
        ("宁川晚报", "reporter", ""),
        ("邱实", "guest", "集团副总经理"),
        ("城市广播", "reporter", ""),
        ("江岚", "guest", "运营公司总工程师"),
    ]


def test_keys_and_roles_are_no_titles() -> None:
    """`访谈嘉宾：局长 …` and `主持人、副主任…` give the office alone; a label may have the fuller title."""
    text = (
        "访谈时间：3月2日\n访谈嘉宾：宁川市民政局局长 邱一实\n\n"
        "主持人、市新闻办副主任万一舟：\n欢迎市图书馆馆长叶青先生、副馆长江一岚女士。\n"
        "宁川日报记者：\n几点关门？\n市图书馆副馆长江一岚：\n九点。\n宁川晚报记者：\n为什么？\n邱一实：\n按规定。\n"
    )
    titles = {name: title for name, _, title in _people(text)}
    assert titles["万一舟"] == "市新闻办副主任"
    assert titles["江一岚"] == "市图书馆副馆长"
    assert titles["邱一实"] == "宁川市民政局局长"


def test_host_introduced_in_the_label() -> None:
    """`主持人（office name）：` says who `主持人：` is further on, also in a legislature's way to print names."""
    text = "主持人（市文旅局副局长　周启明）：请。\n宁川日报记者：何时？\n叶青：明年。\n主持人：再见。\n"
    assert [person for person in _people(text) if person[1] == "host"] == [("周启明", "host", "市文旅局副局长")] * 2
    text = "主席（賴議長一雄）：請。\n杜議員一豪：何時？\n龔處長一彬：明年。\n主席：散會。\n"
    assert [name for name, role, _ in _people(text) if role == "host"] == ["賴一雄", "賴一雄"]


def test_who_opens_hosts_where_all_others_are_guests() -> None:
    """A roster that names every guest leaves the host to whoever opens and hands over."""
    text = (
        "时间：3月2日\n发布人：市文旅局局长叶青、市体育局局长周启明\n\n吴桐：各位好，请叶青介绍。\n叶青：灯有三种。\n"
        "宁川日报记者：几点？\n周启明：九点。\n吴桐：发布会到此结束。\n"
    )
    assert [role for _, role, _ in _people(text)] == ["host", "guest", "reporter", "guest", "host"]


def test_language_behind_a_reporter_is_no_outlet() -> None:
    """`记者（葡语）：` tells the language of the question; the outlet is in the label."""
    text = "宁川电台记者（葡语）：何时？\n叶青：明年。\n米勒（《群岛时报》）：票价？\n叶青：未定。\n"
    turns = parse_briefing(Source("x", text)).turns
    assert [(turn.speaker, turn.organization) for turn in turns if turn.role == "reporter"] == [
        ("宁川电台记者", "宁川电台"),
        ("米勒", "群岛时报"),
    ]


def test_an_office_to_come_names_nobody() -> None:
    """`候任局长：` has an office in front and no name, whatever family names begin like it."""
    text = "候任局长：大家好。今晚开会。\n记者：泊位够吗？\n候任局长：够的。\n"
    briefing = parse_briefing(Source("x", text))
    assert [turn.speaker for turn in briefing.turns] == ["候任局长", "记者", "候任局长"]


def test_the_holder_of_an_office_stands_in_the_heading() -> None:
    """A label that is an office alone is whoever the text above calls so, without any honorific."""
    text = (
        "漁港局局長叶青今日聯同海事處處長李大山舉行記者會。\n記者：何時疏浚？\n漁港局局長：月底。\n"
        "記者：渡輪呢？\n海事處處長：照開。\n"
    )
    turns = parse_briefing(Source("x", text)).turns
    assert [(turn.speaker, turn.title) for turn in turns if turn.role == "guest"] == [
        ("叶青", "漁港局局長"), ("李大山", "海事處處長"),
    ]  # fmt: skip


def test_who_asks_stands_behind_an_unlabelled_question() -> None:
    """Medium and name in parentheses at the end of a question are the asker; who answers stands above."""
    text = (
        "※漁港局局長叶青答詢：\n一、何時疏浚？（江北日報吳桐小姐）\n答：\n月底。\n"
        "二、多少錢？（晨報周啟明先生）\n答：\n三千萬元。\n"
    )
    turns = parse_briefing(Source("x", text)).turns
    assert [(turn.speaker, turn.organization, turn.title) for turn in turns] == [
        ("吳桐", "江北日報", ""), ("叶青", "", "漁港局局長"), ("周啟明", "晨報", ""), ("叶青", "", "漁港局局長"),
    ]  # fmt: skip
    assert turns[0].span.of(text) == "何時疏浚？"
