"""Pages that print labels in ways of their own: counted questions, offices below a name, roles before a bare name."""

from pressparse.briefing import parse_briefing
from pressparse.transcript.source import Source
from pressparse.transcript.turn import Turn


def turns_of(text: str) -> tuple[Turn, ...]:
    """The turns of a record."""
    return tuple(parse_briefing(Source("x", text)).turns)


def said(text: str, turn: Turn) -> str:
    """What a turn covers of the source."""
    return text[turn.span.start : turn.span.end]


DIGEST = (
    "1问 停水几时结束？\n供水公司总经理阮清：今晚八点。有人问：为什么不是六点？管子要冲洗两小时。\n"
    "环保局发言人乔一安：水质达标。\n2问 水费减不减？\n供水公司总经理阮清：减三天。\n\n"
    "本版撰文 本报记者 郝一川\n"
)


def test_questions_that_are_only_counted() -> None:
    """`1问 …` asks; somebody who is said to have asked within an answer opens no turn; who wrote the page is a note."""
    turns = turns_of(DIGEST)
    assert [(turn.speaker, str(turn.kind), turn.exchange) for turn in turns] == [
        ("问", "question", 1), ("阮清", "answer", 1), ("乔一安", "answer", 1), ("问", "question", 2),
        ("阮清", "answer", 2),
    ]  # fmt: skip
    assert said(DIGEST, turns[1]).endswith("管子要冲洗两小时。")
    assert said(DIGEST, turns[4]) == "减三天。"


def test_counts_out_of_order_ask_nothing() -> None:
    """Lines that begin with a count and 问 are questions only where they count from the first on."""
    text = DIGEST.replace("2问", "7问")
    assert [turn.speaker for turn in turns_of(text)] == ["阮清", "乔一安", "阮清"]


def test_an_address_alone_below_name_and_offices() -> None:
    """`各位媒体朋友：` on a line of its own is the first that the host says, and nobody's name."""
    text = (
        "阮清\n\n市新闻办新闻发言人\n\n新闻处副处长\n\n各位媒体朋友：\n\n大家好！请乔一安局长发布。\n\n"
        "南浦台记者：\n\n请问何时通车？\n\n乔一安\n\n市交通局局长\n\n明年五月，先通东段。\n\n"
        "南浦日报记者：\n\n请问票价多少？\n\n乔一安\n\n市交通局局长\n\n三元，全程一个价。\n\n阮清\n\n市新闻办新闻发言人\n\n"
        "谢谢大家，今天的发布会到此结束。\n"
    )
    turns = turns_of(text)
    assert said(text, turns[0]).startswith("各位媒体朋友：")
    assert [(turn.speaker, str(turn.role)) for turn in turns[:3]] == [
        ("阮清", "host"), ("南浦台记者", "reporter"), ("乔一安", "guest"),
    ]  # fmt: skip
    assert turns[0].title == "市新闻办新闻发言人、新闻处副处长"


def test_roles_before_a_name_told_once_with_its_office() -> None:
    """`发布人：市林业局局长乔一安`, then `发布人：乔一安`, each alone on its line above what is said."""
    text = (
        "主持人：市新闻办副主任阮清\n　　大家好，请乔局长发布。\n发布人：市林业局局长乔一安\n　　今年种树三万棵。\n"
        "主持人：阮清\n　　请提问。\n记者：南浦日报\n　　请问种在哪里？\n发布人：乔一安\n　　种在北坡，三年成林。\n"
        "记者：南浦日报\n　　请问谁来浇水？\n发布人：乔一安\n　　每棵树有一个看护人。\n"
    )
    assert [(turn.speaker, turn.title) for turn in turns_of(text) if str(turn.role) == "guest"] == [
        ("乔一安", "市林业局局长")
    ] * 3


def test_a_host_named_once_hosts_under_the_bare_name() -> None:
    """`主持人（阮清）：`, then `阮清：` who asks the guests, beside a caller and a reporter at the scene."""
    text = (
        "主持人（阮清）：听众朋友们好，我是主持人阮清，今天请来市水务局局长乔一安先生。\n\n乔一安：大家好。\n\n"
        "阮清：乔局长，昨夜的水是怎么退下去的？\n\n乔一安：开了三道闸。\n\n阮清：我们来连线前方记者郝一川。\n\n"
        "前方记者 郝一川：请问乔局长，沙袋够不够用？\n\n乔一安：够，还有两千只。\n\n阮清：下面接听众，林女士请讲。\n\n"
        "听众 林女士：请问我们巷子何时来电？\n\n乔一安：中午以前。\n\n阮清：谢谢乔局长，今天的节目到这里，再会。\n"
    )
    turns = turns_of(text)
    assert {turn.speaker: str(turn.role) for turn in turns} == {
        "阮清": "host", "乔一安": "guest", "郝一川": "reporter", "林女士": "audience",
    }  # fmt: skip
    assert [(str(turn.kind), turn.exchange) for turn in turns[2:7]] == [
        ("question", 1), ("answer", 1), ("procedure", 0), ("question", 2), ("answer", 2),
    ]  # fmt: skip
    assert turns[5].organization == ""


def test_part_of_the_event_ahead_of_a_label() -> None:
    """`（其後英文提問）Reporter：` opens a turn; lines of markup between turns are nobody's."""
    text = (
        "阮局長：今日交代停運的事。\n\n（中文提問先）記者：局長，幾時恢復？\n\n阮局長：聽日朝早。\n\n<figure>\n"
        '<img src="a.jpg" alt="">\n<figcaption>局長離場</figcaption>\n</figure>\n\n'
        "記者：賠唔賠錢？\n\n阮局長：每人十元。\n\n"
        "（其後英文提問）Reporter：When will it resume?\n\n阮局長：Tomorrow morning.\n"
    )
    turns = turns_of(text)
    assert [said(text, turn) for turn in turns[2:5]] == ["聽日朝早。", "賠唔賠錢？", "每人十元。"]
    assert said(text, turns[5]) == "When will it resume?"
    assert [str(turn.role) for turn in turns[5:]] == ["reporter", "guest"]


def test_members_listed_on_one_line() -> None:
    """Members whom a header lists by name alone ask from the floor, under the title of their calling."""
    text = (
        "日期：二零二四年五月六日\n\n出席議員：阮清、乔一安、郝一川。\n\n列席者：運輸司司長骆望舒\n\n主席：現在開會，請乔一安議員。\n\n"
        "乔一安：多謝主席。請問司長，橋何時修好？\n\n主席：請骆望舒司長回應。\n\n運輸司司長骆望舒：多謝乔議員，七月底。\n\n"
        "主席：郝一川議員。\n\n郝一川：請問費用多少？\n\n運輸司司長骆望舒：三千萬。\n"
    )
    turns = turns_of(text)
    assert [(turn.speaker, str(turn.role), turn.title) for turn in turns if turn.speaker in ("乔一安", "郝一川")] == [
        ("乔一安", "audience", "議員"), ("郝一川", "audience", "議員"),
    ]  # fmt: skip
    assert [turn.exchange for turn in turns] == [0, 1, 1, 1, 0, 2, 2]


def test_a_minister_who_presides_and_answers() -> None:
    """Whom the heading has preside, and who answers one reporter before the next asks, answers; others hand over."""
    text = (
        "主持人：部長阮清\n列席：常務次長乔一安\n部長：\n各位早安，今天談三件事。\n南方通訊社：\n請問部長何時出訪？\n部長：\n"
        "時機成熟就會宣布，今年的邀請函已經收到四份，其中一份是用手寫的，我們會認真考慮。\n環球電視：\n請問次長怎麼看？\n部長：\n"
        "請乔次長回答。\n乔次長：\n四份都很重要。\n"
    )
    assert [(turn.speaker, str(turn.kind), turn.exchange) for turn in turns_of(text)][1:] == [
        ("南方通訊社", "question", 1), ("阮清", "answer", 1), ("環球電視", "question", 2), ("阮清", "relay", 2),
        ("乔一安", "answer", 2),
    ]  # fmt: skip


TOPICS = (
    "时间：2024年3月5日\n地点：新闻发布厅\n\n渔港局：新船明年下水\n记者：新船何时下水？\n阮清：明年五月。\n"
    "渔港局：旧船一条不留\n记者：旧船怎么办？\n阮清：分三批拆。我顺便说一句：拆下的木头送学校。\n发言人：下个月再见\n"
    "记者：下次何时再见？\n阮清：下个月五日。\n"
)


def test_headings_of_the_house_above_each_question() -> None:
    """What sums up each answer above its question is nobody's words, once under another name too."""
    turns = turns_of(TOPICS)
    assert [turn.speaker for turn in turns] == ["记者", "阮清"] * 3
    assert said(TOPICS, turns[1]) == "明年五月。"
    assert said(TOPICS, turns[3]).endswith("送学校。")


def test_who_only_calls_the_next_presides() -> None:
    """Whoever calls one asker after the other, and answers none, is the host, though the minister speaks first."""
    text = (
        "外交部长阮清回答提问\n\n阮清：各位早上好。\n\n南浦社记者：今年有什么安排？\n\n阮清：开两个会，修一座桥。\n\n"
        "乔一安：请左边那位先生。\n\n《海湾日报》记者：桥修在哪里？\n\n阮清：修在河口，三年完工。\n\n乔一安：最后一个问题。\n\n"
        "环球台记者：谁出钱？\n\n阮清：两国各一半。\n\n乔一安：今天的记者会到此结束。\n"
    )
    roles = {turn.speaker: str(turn.role) for turn in turns_of(text)}
    assert (roles["阮清"], roles["乔一安"]) == ("guest", "host")


def test_headings_that_ask() -> None:
    """`### 桥梁周刊：…？` asks where such headings recur; the rule and the notes on who took part are nobody's."""
    text = "\n\n".join(
        f"### 桥梁周刊：第{count}个问题是什么？\n\n> **阮清：** 先修好第{count}座桥墩，再铺桥面。\n\n"
        "----\n\n> **乔一安：**我也说一句。"
        for count in "一二三"
    )
    text += "\n\n----\n\n### 关于受访者\n\n> **阮清** 桥工队队长。\n"
    turns = turns_of(text)
    assert [(turn.speaker, str(turn.kind)) for turn in turns] == [
        ("桥梁周刊", "question"), ("阮清", "answer"), ("乔一安", "answer"),
    ] * 3  # fmt: skip
    assert said(text, turns[-1]) == "我也说一句。"


def test_an_answer_alone_on_its_line() -> None:
    """`答：` alone calls nobody, however many labels speak on their line; who presides is told by the line above."""
    text = "主持人: 阮清\n\n更多: 见网页\n\n阮清：谢谢，现在提问。\n\n" + "".join(
        f"问：第{count}题如何？\n\n答：\n\n第{count}题已经办好了。\n\n" for count in "一二三四五六七八"
    )
    turns = turns_of(text)
    assert [str(turn.kind) for turn in turns[1:5]] == ["question", "answer", "question", "answer"]
    assert (turns[0].speaker, str(turns[0].role)) == ("阮清", "host")


WECHAT = (
    "主持人【市公安局发言人 阮清】：各位好，现在开始。\n\nPART 02　答记者问\n\n主持人：请提问。\n\n"
    "问：【南浦日报】门锁是怎么打开的？\n\n答：【刑侦支队支队长 乔一安】用一张硬卡片。\n\n△支队长演示新门锁。\n\n"
    "问：【环球台】小偷抓到没有？\n\n答：【乔一安】昨晚在码头抓到。\n\n主持人：今天就到这里。\n"
)


def test_roles_ahead_of_names_in_brackets() -> None:
    """`问：【…】` and `主持人【…】：` are labels whole; captions and the heading of a part are nobody's."""
    turns = turns_of(WECHAT)
    assert [(turn.speaker, str(turn.role)) for turn in turns if str(turn.role) != "host"] == [
        ("南浦日报", "reporter"), ("乔一安", "guest"), ("环球台", "reporter"), ("乔一安", "guest"),
    ]  # fmt: skip
    assert [said(WECHAT, turn) for turn in turns] == [
        "各位好，现在开始。", "请提问。", "门锁是怎么打开的？", "用一张硬卡片。", "小偷抓到没有？", "昨晚在码头抓到。",
        "今天就到这里。",
    ]  # fmt: skip


LETTERED = (
    "出席：部長阮清、工務司司長乔一安\n\nQ1.（海灣電視）\n請問部長，何時完工？\n\nA1.（阮部長）\n明年六月。\n\n"
    "A1-1.（乔司長）\n分兩期做。\n\nQ1-1.（海灣電視）\n第二期呢？\n\nA1-2.（乔司長）\n後年。\n\nQ2.（民眾早報）\n多少錢？\n\n"
    "A2.（阮部長）\n三億元。\n"
)


def test_counted_letters_alone_on_their_lines() -> None:
    """`Q1.（台）` and `A1-1.（叶司長）` open turns; `Q1-1` goes on with the question before."""
    turns = turns_of(LETTERED)
    assert [(str(turn.kind), turn.exchange) for turn in turns] == [
        ("question", 1), ("answer", 1), ("answer", 1), ("question", 1), ("answer", 1), ("question", 2), ("answer", 2),
    ]  # fmt: skip
    assert [turn.speaker for turn in turns if str(turn.role) == "guest"] == ["阮清", "乔一安", "乔一安", "阮清"]
    assert [turn.organization for turn in turns if str(turn.role) == "reporter"] == ["海灣電視", "海灣電視", "民眾早報"]


TABLE = (
    "时间\n身份\n姓名/单位\n发言内容\n10:00\n主持人\n阮清\n各位好，请乔一安副厅长介绍。\n10:02\n发布人\n乔一安\n"
    "谢谢主持人。种树三百万棵。\n有三个特点：\n一是快。\n10:11\n主持人\n阮清\n请提问。\n10:12\n记者\n南浦日报\n树种在哪里？\n"
    "10:13\n发布人\n乔一安\n种在河口。\n"
)


def test_a_table_that_became_lines() -> None:
    """Time, role and name on three lines open a turn, of which they are the label."""
    turns = turns_of(TABLE)
    assert [(turn.speaker, str(turn.role)) for turn in turns] == [
        ("阮清", "host"), ("乔一安", "guest"), ("阮清", "host"), ("南浦日报", "reporter"), ("乔一安", "guest"),
    ]  # fmt: skip
    assert said(TABLE, turns[1]) == "谢谢主持人。种树三百万棵。\n有三个特点：\n一是快。"


def test_labels_said_again_in_another_script() -> None:
    """`主持人 Moderadora：` and `渔港局局長叶青 Director：` are named in Chinese; a reporter's own name stays."""
    text = (
        "主持人 Moderadora：各位下午好，現在開始。\n\n渔港局局長阮清 Director da DSAMA：今年修了三個碼頭。\n\n"
        "記者／Jornalista（海灣晚報）：第四個何時修？\n\n渔港局局長阮清 Director da DSAMA：明年三月。\n\n"
        "記者 Kevin Tan：費用多少？\n\n渔港局局長阮清 Director da DSAMA：兩千萬。\n\n主持人 Moderadora：到此為止。\n"
    )
    turns = turns_of(text)
    assert [turn.speaker for turn in turns] == [
        "主持人", "阮清", "海灣晚報", "阮清", "Kevin Tan", "阮清", "主持人",
    ]  # fmt: skip
    assert {turn.title for turn in turns if turn.speaker == "阮清"} == {"渔港局局長"}


def test_bold_names_in_brackets() -> None:
    """`**[叶青]**` on a line of its own opens a turn; bold words within a speech open none."""
    text = (
        "**[主持人]**\n\n下午好，请阮清局长介绍。\n\n**[阮清]**\n\n种了三百棵树。\n\n**一是快。** 三个月种完。\n\n"
        "**[南浦早报]**\n\n谁来浇水？\n\n**[阮清]**\n\n住户轮流浇。\n\n**[主持人]**\n\n今天到这里。\n"
    )
    turns = turns_of(text)
    assert [(turn.speaker, str(turn.role)) for turn in turns] == [
        ("主持人", "host"), ("阮清", "guest"), ("南浦早报", "reporter"), ("阮清", "guest"), ("主持人", "host"),
    ]  # fmt: skip
    assert said(text, turns[1]).endswith("三个月种完。")
