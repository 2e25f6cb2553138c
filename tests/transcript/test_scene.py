"""Stories whose people speak in quotes behind labels, with lines between that tell what happens."""

from conftest import said
from pressparse.briefing import parse_briefing
from pressparse.transcript.dialect import PartKind
from pressparse.transcript.source import Source

SCENE = (
    "修燈塔的人\n\n記者葉青/綜合報導\n\n記者羅小滿：「燈油夠用嗎？」\n\n燈塔主任周啟明：「夠用三個月。」\n\n"
    "周啟明提著油桶上樓。\n\n▲提油桶的周啟明。\n\n船工：「石階滑。」\n\n一位廚師：「魚湯燒好了。」\n\n"
    "主持人何秋：「夜裡冷不冷？」\n\n燈塔主任周啟明：「不冷。」\n\n樓上傳來鐘聲。\n\n燈塔主任周啟明：「九點了。」\n\n"
    "他指著海面說：「有船。」\n\n燈塔主任周啟明：「點燈。\n\n「慢慢來。」\n\n燈亮了。\n"
)


def test_what_is_told_between_quotes() -> None:
    """Who speaks once is heard as well, one man may speak twice in a row; what happens is said by nobody."""
    assert said(SCENE) == [
        ("羅小滿", "「燈油夠用嗎？」"),
        ("周啟明", "「夠用三個月。」"),
        ("船工", "「石階滑。」"),
        ("一位廚師", "「魚湯燒好了。」"),
        ("何秋", "「夜裡冷不冷？」"),
        ("周啟明", "「不冷。」"),
        ("周啟明", "「九點了。」"),
        ("周啟明", "「點燈。\n\n「慢慢來。」"),
    ]
    briefing = parse_briefing(Source("x", SCENE))
    notes = [part.span.of(SCENE) for part in briefing.parts if part.kind is PartKind.NOTE]
    assert "樓上傳來鐘聲。" in notes
    assert "燈亮了。" in notes


def test_quotes_within_speech() -> None:
    """Where some speak without quotes, or a quote is not shut, the lines below go on."""
    text = "记者：您怎么看？\n叶青：“我只说三个字。”\n没什么。\n记者：还有呢？\n叶青：好。\n"
    assert said(text)[1] == ("叶青", "“我只说三个字。”\n没什么。")
    text = "记者：“何时开渔？”\n叶青：“五月。\n雾大也开。”\n记者：“冰价呢？”\n叶青：“没变。”\n"
    assert said(text)[1] == ("叶青", "“五月。\n雾大也开。”")
    text = "记者：“何时开渔？”\n叶青：“五月。”\n村民笑道：“好！”\n记者：“冰价呢？”\n叶青：“没变。”\n"
    assert [who for who, _ in said(text)] == ["记者", "叶青", "记者", "叶青"]


def test_news_of_television() -> None:
    """Two whom their offices tell are enough, where others speak in quotes as well."""
    text = (
        "記者何秋：「這裡是寧江港。」\n寧江漁業局長葉青：「船都出海了。」\n寧江港邊，漁民忙著收網。\n"
        "漁民：「今年魚多。」\n民眾：「魚好吃。」\n"
    )
    assert said(text) == [
        ("何秋", "「這裡是寧江港。」"),
        ("葉青", "「船都出海了。」"),
        ("漁民", "「今年魚多。」"),
        ("民眾", "「魚好吃。」"),
    ]
    text = "问：您怎么看？\n答：“快。”\n横幅：“欢迎回家”\n问：还有呢？\n答：好。\n"
    assert [who for who, _ in said(text)] == ["问", "答", "问", "答"]


def test_what_is_reported_below_a_quoted_answer() -> None:
    """Where a mere role asks or answers, the lines below a quote are of the answer; all of a long quote is said."""
    text = "记者：“何时修好？”\n叶青：“年底。”\n叶青并说，堤长三公里。\n记者：“谁付钱？”\n叶青：“市里。”\n石料到了。\n"
    assert [words for _, words in said(text)][1::2] == ["“年底。”\n叶青并说，堤长三公里。", "“市里。”\n石料到了。"]
    story = "船长：“解缆。\n先解前缆。\n再解后缆。\n都收好。”\n雾散了。\n水手：“好。”\n船长：“开。”\n水手：“走”\n"
    assert said(story)[:2] == [("船长", "“解缆。\n先解前缆。\n再解后缆。\n都收好。”"), ("水手", "“好。”")]
