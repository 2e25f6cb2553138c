"""What the record of a sitting prints of its agenda between the turns."""

from conftest import said

SITTING = (
    "寧江議會第3次會議紀錄\n\n主  席  葉議長青之\n\n秘書長：今天到了九位。\n\n主席：現在開會。報告事項。\n\n"
    "報 告 事 項\n\n一、宣讀第2次會議議事錄。（全文見本期）\n\n主席：議事錄確定。\n\n周委員啟明：燈太暗。\n\n"
    "主席：開燈。\n\n繼續報告\n\n二、本會委員何秋等3人擬具「漁港條例修正草案」，請審議案。\n\n"
    "程序委員會意見：擬請交漁業委員會審查。\n\n主席：各位怎麼看？\n\n何委員秋：我反對。\n\n討論事項\n\n主席：散會。\n"
)


def test_items_and_opinions() -> None:
    """The heads of its parts, the items and what a committee thinks of them are said by no member."""
    assert said(SITTING) == [
        ("秘書長", "今天到了九位。"),
        ("葉青之", "現在開會。報告事項。"),
        ("葉青之", "議事錄確定。"),
        ("周啟明", "燈太暗。"),
        ("葉青之", "開燈。\n\n繼續報告"),
        ("葉青之", "各位怎麼看？"),
        ("何秋", "我反對。"),
        ("葉青之", "散會。"),
    ]


def test_what_a_chair_counts() -> None:
    """Behind a colon the chair goes on; where nobody is in the chair an answer lists what there is."""
    text = "主席：还有一件事：\n\n三、宣读议事录。\n\n何委员秋：好。\n\n主席：散会。\n"
    assert said(text)[0] == ("主席", "还有一件事：\n\n三、宣读议事录。")
    text = "记者：议会做什么？\n叶青：两件事。\n一、宣读议事录。\n记者：好。\n叶青：谢谢。\n"
    assert said(text)[1] == ("叶青", "两件事。\n一、宣读议事录。")
    text = "主席：请报告。\n秘书长：报告事项\n一、上次会议议事录，请查照。\n主席：好吗？\n何委员秋：好。\n主席：好。\n"
    assert said(text)[1] == ("秘书长", "报告事项\n一、上次会议议事录，请查照。")
