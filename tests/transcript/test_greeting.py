"""First words that no label opens: those of the chair, and of officials whose speech a line leads in."""

from conftest import said
from pressparse.briefing import parse_briefing
from pressparse.transcript.source import Source

ASKED = "\n\n北灣日報記者：票價呢？\n\n林一心：不變。\n\n記者：幾時落成？\n\n林一心：下年。\n"


def _first(text: str) -> tuple[str, str, str]:
    """Role, speaker and kind of the first turn."""
    turn = parse_briefing(Source("x", text)).turns[0]
    return turn.role.value, turn.speaker, turn.kind.value


def test_the_chair_greets_and_calls_somebody() -> None:
    """`各位…午安，…有請林一心…` above the first label is of the chair, whom nothing names."""
    text = "各位傳媒朋友午安，多謝大家出席。有請渡輪署署長林一心先生講話。\n\n會後備有茶點。" + ASKED
    assert _first(text) == ("host", "", "opening")
    assert said(text)[0][1].endswith("會後備有茶點。")


def test_who_alone_answers_greets() -> None:
    """Where the words call nobody else, they are of the one who answers all."""
    assert _first("各位記者朋友，早晨。今日船期有變。" + ASKED) == ("guest", "林一心", "statement")
    assert _first("大家好，我是渡輪署署長林一心，今日船期有變。" + ASKED)[:2] == ("guest", "林一心")


def test_an_address_alone_on_its_line() -> None:
    """`各位來賓：` opens what stands below it."""
    text = "渡輪署記者會\n\n女士們、先生們：\n\n北灣碼頭下月啟用。" + ASKED
    assert said(text)[0] == ("林一心", "女士們、先生們：\n\n北灣碼頭下月啟用。")


def test_a_line_leads_in_whose_words_stand_below() -> None:
    """`署長開場致詞全文如下：`, and what needs no greeting."""
    text = (
        "渡輪署署長開場致詞全文如下：\n\n北灣碼頭下月啟用。\n\n票價不變。\n\n問答全文：\n\n"
        "問：船幾時開？\n\n署長：下個月。\n\n問：幾錢？\n\n署長：十元。\n"
    )
    assert said(text)[0] == ("署長", "北灣碼頭下月啟用。\n\n票價不變。")
    text = "以下是渡輪署署長林一心會見傳媒的談話內容：\n\n今日船期有變。" + ASKED
    assert said(text)[0] == ("林一心", "今日船期有變。")


def test_a_name_that_has_lost_its_colon() -> None:
    """`林一心多謝各位…` above the questions is said; what tells of it is not."""
    assert said("林一心多謝各位冒雨到來，請坐近一點。" + ASKED)[0] == (
        "林一心", "多謝各位冒雨到來，請坐近一點。",
    )  # fmt: skip
    assert said("林一心感謝各位到來，並表示船下月開。" + ASKED)[0][0] == "北灣日報記者"


def test_what_the_page_says_greets_nobody() -> None:
    """`各位網友大家好，以下是…全文`, `大家關心的…`: words of those who publish."""
    for words in ("各位網友大家好，以下是記者會全文。", "大家關心的船期，署長今日一一回答。"):
        assert said(words + ASKED)[0][0] == "北灣日報記者"


def test_the_chair_calls_by_family_name_and_office() -> None:
    """`現在請郝局長` is said by another, though `郝望舒局長` alone answers."""
    text = (
        "各位媒體先進，大家早安。今天由交通局向大家說明。現在請郝局長。\n\n郝望舒局長：謝謝。北灣橋完成八成。\n\n"
        "Q：何時通車？\n\n郝望舒局長：明年。\n"
    )
    assert _first(text) == ("host", "", "opening")


def test_greetings_above_names_in_brackets_or_on_lines() -> None:
    """`【林一心】…` and a name alone on its line: the chair speaks above the first of them."""
    chair = "各位早晨，歡迎出席渡輪署記者會。有請林一心署長講話。\n\n"
    marked = "【林一心】今年乘客多了兩成。\n【北灣日報記者】票價呢？\n【林一心】不變。\n"
    alone = "林一心\n各位早晨，今年乘客多了兩成。\n記者\n票價呢？\n林一心\n不變。\n"
    for text in (chair + marked, chair + alone):
        assert _first(text) == ("host", "", "opening")
        assert [who for who, _ in said(text)][1] == "林一心"


def test_a_lead_in_above_points() -> None:
    """What stands below the lead-in may go on in a list."""
    text = "以下為林一心會見傳媒的談話內容：\n\n我講幾點：\n\n第一，票價不變。\n第二，班次加密。" + ASKED
    assert said(text)[0] == ("林一心", "我講幾點：\n\n第一，票價不變。\n第二，班次加密。")


def test_counted_heads_of_parts() -> None:
    """`壹、市長致詞` and `貳、媒體提問` are headings."""
    text = "壹、市長致詞\n各位好，橋完成八成。\n貳、媒體提問\n記者：何時通車？\n市長：明年。\n記者：快？\n市長：對。\n"
    assert said(text)[0] == ("市長", "各位好，橋完成八成。")


def test_a_role_that_opens() -> None:
    """`主持人開場：` is a label; a spokesman whom all may ask opens the event."""
    text = "主持人開場：現在開始記者會。\n\n林署長：今年乘客多了兩成。\n\n北灣社記者：票價會漲嗎？\n\n林署長：不會。\n"
    assert _first(text) == ("host", "主持人", "opening")
    assert _first("多謝各位出席。北灣橋下月通車。現在大家可以提問。" + ASKED) == ("guest", "林一心", "opening")


TWO = "\n\n記者：票價呢？\n\n運輸局局長：不變。\n\n記者：預算呢？\n\n行政長官：三億元。\n"


def test_the_first_of_two_officials_speaks() -> None:
    """Of several whom a lead-in names, or who answer, it is the first; who says another name is the chair."""
    lead = "以下是行政長官林一心和運輸局局長郝望舒今日會見傳媒的談話內容：\n\n"
    assert said(lead + "渡輪下月加班。" + TWO)[0] == ("林一心", "渡輪下月加班。")
    assert _first("各位早晨。我想講一講渡輪。" + TWO)[:2] == ("guest", "運輸局局長")
    assert _first("各位早晨。我是司儀何小滿。" + TWO)[:2] == ("host", "")


def test_what_the_page_says_of_itself_is_no_greeting() -> None:
    """Thanks for an interest in a company, words of a newspaper, and a greeting above a chair who greets."""
    talk = "记者：票价多少？\n叶青：五元。\n记者：何时？\n叶青：年底。\n"
    for above in (
        "感谢大家对公司的关注。\n证券代码：600000\n",
        "大家好，我是小编阿明。\n今天整理了访谈。\n",
        "叶青感谢大家一直以来的支持。\n昨日，叶青会见了记者。\n",
        "大家都知道叶青是个好局长。\n",
    ):
        turns = parse_briefing(Source("x", above + talk)).turns
        assert [turn.speaker for turn in turns] == ["记者", "叶青", "记者", "叶青"], above
    greeted = "欢迎大家来到北港！\n多谢各位的支持。\n主持人：各位来宾早安，有请叶局长。\n" + talk
    assert parse_briefing(Source("x", greeted)).turns[0].speaker == "主持人"
