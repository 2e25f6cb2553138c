"""What pages do to a layout: labels at the end of a line, marks around some of them, stories told in between."""

import pytest

from pressparse.briefing import parse_briefing
from pressparse.transcript.source import Source


def said(text: str) -> list[tuple[str, str]]:
    """Speaker and words of each turn."""
    briefing = parse_briefing(Source("x", text))
    return [(turn.speaker, briefing.text_of(turn)) for turn in briefing.turns]


def titles(text: str) -> dict[str, str]:
    """The title of each speaker."""
    return {turn.speaker: turn.title for turn in parse_briefing(Source("x", text)).turns}


LIVE = (
    "文字内容:\n- 南浦网:\n出席今天发布会的有市园林局局长郝望舒女士，城管局局长乔一安先生。"
    " 2005-03-09 10:00:02 - 阮清:\n"
    "大家好。 2005-03-09 10:01:12 - 郝望舒:\n今年种树21万棵。 2005-03-09 10:03:00 - 《南浦晚报》记者:\n钱从哪里来？"
    " 2005-03-09 10:05:41"
    " - 乔一安:\n市里出六成。 2005-03-09 10:07:33 - 南浦网:\n直播到此结束。 2005-03-09 10:09:00\n"
)


def test_label_behind_the_time_of_the_turn_before() -> None:
    """`… 10:03:00 - 名:` at the end of a line opens what the next line says; the site tells who is there."""
    assert said(LIVE)[1:5] == [
        ("阮清", "大家好。"),
        ("郝望舒", "今年种树21万棵。"),
        ("《南浦晚报》记者", "钱从哪里来？"),
        ("乔一安", "市里出六成。"),
    ]
    assert (titles(LIVE)["郝望舒"], titles(LIVE)["乔一安"]) == ("市园林局局长", "城管局局长")


def test_a_time_of_day_at_the_end_of_a_line_tears_nothing() -> None:
    """Fewer than three such lines are speech."""
    text = "阮清：早班车 6:00 - 票价:\n两元。\n记者：晚班车呢？\n阮清：23:00。\n"
    assert [who for who, _ in said(text)] == ["阮清", "记者", "阮清"]


def test_names_alone_behind_a_bar() -> None:
    """`▎名（职务）` without a colon; captions and notes on lines of their own are nobody's."""
    text = (
        "△ 记者在发布会现场提问\n\n▎阮清（市政府新闻办副主任）\n大家好，请提问。\n\n▎南浦电视台记者（视频连线）\n"
        "何时复课？\n\n"
        "▎郝望舒（市教育局局长）\n下周一，先高三。\n\n（手语翻译同步）\n\n▎阮清\n谢谢大家。\n"
    )
    assert said(text) == [
        ("阮清", "大家好，请提问。"),
        ("南浦电视台记者", "何时复课？"),
        ("郝望舒", "下周一，先高三。"),
        ("阮清", "谢谢大家。"),
    ]
    assert titles(text)["郝望舒"] == "市教育局局长"


def test_marks_around_some_labels_only() -> None:
    """`【主持人】…` beside `名+职务：…`; a label that is printed twice is one."""
    text = (
        "【主持人】大家好，今天到场的有区招考办主任郝望舒。\n郝望舒主任：今年报名4200人。\n"
        "【主持人】主持人：分数线会降吗？\n"
        "郝望舒主任：要看计划数。\n【网友 老槐树】密码忘了怎么办？\n郝望舒主任：带身份证来。\n【主持人】谢谢大家。\n"
    )
    assert [who for who, _ in said(text)] == [
        "主持人", "郝望舒", "主持人", "郝望舒", "老槐树", "郝望舒", "主持人",
    ]  # fmt: skip
    assert said(text)[2][1] == "分数线会降吗？"
    assert titles(text)["郝望舒"] == "区招考办主任"


def test_a_story_between_quoted_speeches() -> None:
    """Where all speeches are quotations, what is told between them is nobody's."""
    text = (
        "机场门口【记者阮清报道】雨下得很大，局长刚下车。 记者：「航班会停飞吗？」 民航局长郝望舒：「先看风速。」"
        "说完就往里走。 记者：「旅客怎么办？」 郝望舒：「全部改签。」门关上了，留下一地「水漬」。\n"
    )
    assert said(text) == [
        ("记者", "「航班会停飞吗？」"),
        ("郝望舒", "「先看风速。」"),
        ("记者", "「旅客怎么办？」"),
        ("郝望舒", "「全部改签。」"),
    ]


def test_parts_of_a_line_set_apart_by_spaces() -> None:
    """A label behind two spaces, or behind the heading of a part, of one who speaks elsewhere too."""
    text = (
        "影展座谈   开场 阮清：谢谢各位，先请导演。   圖/郝望舒分享   郝望舒導演：拍了七年。 阮清：请提问。   "
        "《银幕》记者：片中那场雨是真的吗？ 郝望舒導演：是真的。   圖/观众踊跃提问   观众一：还拍吗？"
        " 郝望舒導演：再拍。\n"
    )
    assert [who for who, _ in said(text)] == ["阮清", "郝望舒", "阮清", "《银幕》记者", "郝望舒", "观众一", "郝望舒"]


def test_role_and_name_apart_are_one_label() -> None:
    """`主席  名：` at the start of a line: the name alone is no label within it."""
    text = (
        "主席  阮清：现在开会。\n议员  郝望舒：请问，经费呢？\n主席  阮清：六成。\n议员  郝望舒：谢谢。主席，散会吗？"
        "\n主席  阮清：散会。\n"
    )
    assert len(said(text)) == 5


def test_numbered_exchanges_within_lines() -> None:
    """`2. 记者：…部长：…`: a number ahead of a label, several on one line; a title of honour is none of the name."""
    text = (
        "水利部长拿督阮清昨早在门外受访。\n\n  1. 部长：只讲一件事。\n  2. 记者：何时停水？部长：下周。记者：停多久？"
        "部长：三天。\n"
        "  3. 《南岸商报》：水价会涨吗？部长：不会。\n\n整理：郝望舒　编辑：乔一安\n"
    )
    assert [who for who, _ in said(text)] == [
        "阮清", "记者", "阮清", "记者", "阮清", "《南岸商报》", "阮清",
    ]  # fmt: skip
    assert said(text)[-1] == ("阮清", "不会。")
    assert titles(text)["阮清"] == "水利部长"


def test_a_title_that_the_page_prints_again() -> None:
    """`某人会见媒体：…` above the text and within it says nothing, and nobody says it."""
    text = (
        "丰年出席媒体见面会：水库还缺两件事\n\n国际水库协会发言人 玛丽娜：各位好，请提问。\n\n"
        "南浦台记者 阮清：水能喝吗？\n\n"
        "丰年出席媒体见面会：水库还缺两件事\n\n国际水库协会总干事 丰年：能。\n\n南浦台记者 阮清：还缺什么？\n\n"
        "国际水库协会总干事 丰年：钱和人。\n"
    )
    assert said(text) == [
        ("玛丽娜", "各位好，请提问。"),
        ("阮清", "水能喝吗？"),
        ("丰年", "能。"),
        ("阮清", "还缺什么？"),
        ("丰年", "钱和人。"),
    ]


def test_a_host_who_says_name_and_title() -> None:
    """`主持人：…我是某代表某人` names the host of a results briefing."""
    text = (
        "主持人：各位投资者，大家好！我是证券事务代表阮清，欢迎参加。\n1、投资者提问：回购吗？\n"
        "财务总监郝望舒回答：回购。\n"
        "2、投资者提问：多少？\n董事长乔一安补充回答：两亿元。\n主持人：谢谢。\n"
    )
    assert titles(text)["阮清"] == "证券事务代表"
    assert titles(text)["乔一安"] == "董事长"


@pytest.mark.parametrize(
    "below", ["标签：\n见面会的评论 (共 条)\n分享到微博请遵守国家法律", "上一则 【座谈】远方的灶\n回列表", "TAG：水库"]
)
def test_what_stands_below(below: str) -> None:
    """Tags and links of a page end the record."""
    text = f"问：还拍吗？\n\n阮清：再拍。\n\n问：何时？\n\n阮清：明年春天。\n\n{below}\n"
    assert said(text)[-1] == ("阮清", "明年春天。")


def test_sentences_that_end_with_a_point() -> None:
    """`….主席: …` in records with the full stops of Latin text."""
    text = (
        "主席: 郝女士,这些文件是你提交的吗?郝望舒女士: 是的.主席: 有没有补充?郝望舒女士: 有一点.\n"
        "正本湿了,还在晒.主席: 谢谢你.现在请下一位.\n"
    )
    assert [who for who, _ in said(text)] == ["主席", "郝望舒", "主席", "郝望舒", "主席"]


def test_one_line_that_says_who_attends() -> None:
    """`出席者：…` announces people even as the only line of its kind, with titles of honour or without."""
    text = (
        "轻轨路线公布会问答\n\n出席者：运输部长拿督斯里郝望舒、阮清总工程师\n\n"
        "问1：会改道吗？\n答1：不会。\n问2：何时通车？\n答2：后年。\n"
    )
    assert titles(text)["郝望舒"] == "运输部长"
