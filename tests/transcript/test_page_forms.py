"""What pages do to a layout: labels at the end of a line, marks around some of them, stories told in between."""

import pytest

from conftest import said
from pressparse.briefing import parse_briefing
from pressparse.transcript.source import Source


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


def test_lines_that_name_and_title_open_with_captions_between() -> None:
    """`职务 名：` alone on a line beside `名：`; what stands under pictures, and the roster above, are nobody's."""
    text = (
        "出席人员\n市粮食局副局长\n骆一川\n主持人\n市政府新闻办副主任\n阮清\n2024年6月18日（星期二）上午10时\n"
        "市政府新闻办副主任 阮清：\n大家上午好，请骆一川先生介绍。\n市政府新闻办副主任阮清主持发布会（乔望舒 摄）\n"
        "市粮食局副局长 骆一川：\n今年损耗率降到1.4%。\n阮清：\n谢谢，请提问。\n南浦日报记者：\n农户怎么办？\n"
        "骆一川：\n技术要点有三个：\n1.离地。\n2.离墙。\n阮清：\n谢谢大家。\n全体合影（乔望舒 摄）\n"
    )
    assert said(text) == [
        ("阮清", "大家上午好，请骆一川先生介绍。"),
        ("骆一川", "今年损耗率降到1.4%。"),
        ("阮清", "谢谢，请提问。"),
        ("南浦日报记者", "农户怎么办？"),
        ("骆一川", "技术要点有三个：\n1.离地。\n2.离墙。"),
        ("阮清", "谢谢大家。"),
    ]


def test_labels_in_tortoise_shell_brackets() -> None:
    """`〔职务 名〕：…`, with cases in other brackets inside a speech."""
    text = (
        "〔法院发言人 阮清〕：各位上午好！请骆一川庭长通报。\n\n〔民事审判庭庭长 骆一川〕：发布两个案例：\n\n"
        "【基本案情】店员忘记关窗，猫走失。\n\n〔法苑报记者〕：猫找到了吗？\n\n〔骆一川〕：找到了。\n\n"
        "〔阮清〕：谢谢大家。\n"
    )
    assert [who for who, _ in said(text)] == ["阮清", "骆一川", "法苑报记者", "骆一川", "阮清"]
    assert "【基本案情】" in said(text)[1][1]


def test_lines_that_sum_up_the_question_below() -> None:
    """`军费：增幅为个位数` on a line of its own above a reporter, time and again; `（完）` behind the last speech."""
    text = (
        "主持人：请提问。\n\n发言人 骆一川：谢谢。\n\n海川网记者：条文能读懂吗？\n\n骆一川：能。\n\n"
        "军费：增幅为个位数\n\n"
        "早讯记者：增幅多少？\n\n骆一川：您明天看。\n\n企业：定心丸要含得住\n\n周刊记者：窗口凉吗？\n\n"
        "骆一川：去看看。\n\n"
        "主持人：谢谢各位。（完）\n"
    )
    assert [words for _, words in said(text)][3::2] == ["能。", "您明天看。", "去看看。"]
    assert said(text)[-1][1] == "谢谢各位。"


def test_the_site_behind_a_speech() -> None:
    """`（某网 名）` at the end of a line is the site that the page is of; `（笑声）` is a part of the speech."""
    text = (
        "来源：侨乡网\n骆一川：大家好。\n南浦报记者：路费谁出？\n骆一川：我们出一半。（侨乡网 阮清）\n"
        "海川报记者：除夕在哪里？\n骆一川：接热线。（笑声）（侨乡网 阮清 乔望舒）\n"
    )
    assert [words for who, words in said(text) if who == "骆一川"] == ["大家好。", "我们出一半。", "接热线。（笑声）"]


def test_pagers_within_an_answer() -> None:
    """`轻触这里，加载下一页` between two paragraphs of one speech."""
    text = "记者：何时通车？\n骆一川：明年。\n轻触这里，加载下一页\n记者：票价？\n骆一川：三元。\n上一页　1 2　下一页\n"
    assert [words for _, words in said(text)] == ["何时通车？", "明年。", "票价？", "三元。"]


def test_offices_of_one_house() -> None:
    """`局长：` is no 副局长, and a 副局长 is of the body that the lead names for the 局长."""
    text = (
        "以下是水务局局长骆一川今日联同副局长阮清与传媒的谈话内容：\n\n记者：何时修好？\n\n水务局局长：今早。\n\n"
        "记者：谁负责？\n\n局长：请副局长说。\n\n副局长：我来说。\n"
    )
    assert titles(text) == {"记者": "", "骆一川": "水务局局长", "阮清": "水务局副局长"}


def test_name_ahead_of_an_office() -> None:
    """`某某总统今日…` names whom `总统：` is; no medium is meant by `媒体提问：`, nor by `会后有记者问：`."""
    text = (
        "骆一川总统今天上午视察灾区。\n\n发言人阮清：请先报媒体名称。\n媒体提问：补助够吗？\n总统：够。\n"
        "会后有记者问：改组吗？\n总统：现在救灾。\n"
    )
    turns = parse_briefing(Source("x", text)).turns
    assert [(turn.speaker, turn.organization) for turn in turns[1:]] == [
        ("媒体", ""), ("骆一川", ""), ("记者", ""), ("骆一川", ""),
    ]  # fmt: skip


def test_page_heads_with_the_number_below() -> None:
    """`立法会 ─ 日期` and the number of the page on the next line, within an answer."""
    head = "立法会 ─ 2024年5月22日\n{}\n\n"
    text = (
        head.format(3187) + "出席议员：\n主席骆一川议员\n阮清议员\n\n主席：请提问。\n\n阮清议员：有多少个？\n\n"
        "主席：局长请作答。\n\n阮清议员：主席，还有一点。\n\n" + head.format(3188) + "请答复。\n\n主席：散会。\n\n"
        "附件\n表一：数目\n"
    )
    last = said(text)[-2:]
    assert last[1] == ("骆一川", "散会。")
    assert parse_briefing(Source("x", text)).turns[-1].title == "主席"


def test_tabs_of_a_copy_from_a_word_processor() -> None:
    """`1.<tab>记者：<tab>…`, and a roster with a tab behind its bullets."""
    text = (
        "时间：\t2023年8月22日\n地点：\t外科楼\n主持：\t宣传处处长 阮清\n参会：\n•\t院长 骆一川\n\n"
        "主持人：\t大家好，请提问。\n1.\t南浦报记者：\t用了多久？"
        "\n\t骆院长：\t九个小时。\n"
        "2.\t海川报记者：\t费用呢？\n\t骆院长：\t46万元。\n主持人：\t谢谢。\n"
    )
    assert [who for who, _ in said(text)] == ["阮清", "南浦报记者", "骆一川", "海川报记者", "骆一川", "阮清"]
    assert titles(text)["骆一川"] == "院长"


def test_a_host_whose_title_the_width_of_a_page_broke() -> None:
    """`我是…办⏎副主任某人` in plain text of so many characters a line."""
    text = (
        "主持人：女士们、先生们，大家上午好！今天我们请到省水利厅修复师骆一川\n先生。我是省政府新闻办\n副主任阮清。"
        "下面请提问。\n"
        "记者：何时修好？\n骆一川：明年。\n主持人：谢谢。\n"
    )
    assert titles(text)["阮清"] == "省政府新闻办副主任"
    assert titles(text)["骆一川"] == "省水利厅修复师"


def test_several_deputies_of_one_head() -> None:
    """Each 副局长 is of the body of the one 局长, however many deputies there are."""
    text = (
        "水务局局长骆一川女士今日联同副局长阮清先生，陪同的还有：副局长乔望舒女士。\n\n记者：何时修好？\n\n"
        "骆一川：今早。\n\n"
        "记者：谁负责？\n\n阮清：我。\n\n记者：还有吗？\n\n乔望舒：还有我。\n"
    )
    assert {who: held for who, held in titles(text).items() if held} == {
        "骆一川": "水务局局长", "阮清": "水务局副局长", "乔望舒": "水务局副局长",
    }  # fmt: skip


def test_words_that_end_like_answers() -> None:
    """`情况说明：` leads in, and a line that only begins with 标签 is said."""
    text = (
        "记者：怎么了？\n骆一川：我念。\n情况说明：管道老化。\n标签化的说法不可取\n记者：何时修好？\n骆一川：明天。\n"
    )
    assert said(text)[1] == ("骆一川", "我念。\n情况说明：管道老化。\n标签化的说法不可取")


def test_a_label_and_the_time_at_which_its_bearer_begins() -> None:
    """`名:(00:21)` on a line of its own opens a turn whatever the name; whom the host calls on to ask is a reporter."""
    text = (
        "海屿联邦总理乔一安与山国首相拿督费萨尔举行联合记者会。\n\n主持人:(00:00)\n现在请首相讲话。\n\n费萨尔:(00:12)\n"
        "今天谈了两小时。\n\n乔一安:(01:02)\n桥明年通车。\n\n主持人:(01:30)\n谢谢。现在开放提问。\n\n诺拉:(01:41)\n"
        "谢谢。诺拉，海屿日报。问题给两位。桥收费吗？有报道说收十元，请确认。\n\n乔一安:(02:03)\n不收。\n\n"
        "费萨尔:(02:11)\n山国也不收。\n\n主持人:(02:20)\n记者会到此结束。\n"
    )
    turns = parse_briefing(Source("x", text)).turns
    assert [(turn.speaker, str(turn.role), turn.exchange) for turn in turns[4:7]] == [
        ("诺拉", "reporter", 1), ("乔一安", "guest", 1), ("费萨尔", "guest", 1),
    ]  # fmt: skip
    assert titles(text)["费萨尔"] == "山国首相"


def test_a_reporter_whose_label_says_that_they_ask() -> None:
    """`…记者提问：` names the same speaker as `…记者：`."""
    text = "南浦网记者提问：何时修好？\n局长阮清：明年。\n南浦网记者：多少钱？\n局长阮清：三亿。\n"
    assert [who for who, _ in said(text)] == ["南浦网记者", "阮清", "南浦网记者", "阮清"]


def test_what_houses_send_to_a_call() -> None:
    """`名（…资产 研究员）` asks for the house, and has a trade; a 研究员 of a centre answers."""
    text = (
        "会议操作员：第一个问题来自东坡资产。\n乔一安（东坡资产 研究员）：成本多少？\n阮清（首席执行官）：两成。\n"
        "会议操作员：下一个问题来自南浦证券。\n骆一川（南浦证券 分析师）：明年呢？\n"
        "郝望舒（市防疫中心 研究员）：我来答，三成。\n"
    )
    turns = parse_briefing(Source("x", text)).turns
    asking = [(turn.speaker, turn.organization, turn.title) for turn in turns if str(turn.role) == "reporter"]
    assert asking == [("乔一安", "东坡资产", "研究员"), ("骆一川", "南浦证券", "分析师")]
    assert titles(text)["郝望舒"] == "市防疫中心 研究员"


def test_marked_headings_and_notes_at_the_foot() -> None:
    """`## …` between turns and `注：…`, `（待续）` below the last are nobody's words."""
    text = (
        "# 赛后发布会\n\n## 客队：南浦队\n\n**乔一安：**大家好，祝贺主队。\n\n**Q：为何输球？**\n\nA：我的责任。\n\n"
        "---\n\n"
        "## 主队：山城队\n\n**阮清：**大家好。\n\n**Q：下一轮呢？**\n\nA（阮清）：去拿分。\n\n注：上座三万人。\n\n"
        "（待续）\n"
    )
    assert [words for _, words in said(text)] == [
        "大家好，祝贺主队。",
        "为何输球？",
        "我的责任。",
        "大家好。",
        "下一轮呢？",
        "去拿分。",
    ]


def test_headings_above_a_picture() -> None:
    """`署长某某：口号` above the caption of a picture is nobody's words, and no turn."""
    text = (
        "主持人：有请阮署长。\n水务署署长阮清：把水算清楚\n图为阮清答问。 江北网 周启 摄\n"
        "江北网记者提问：水够吗？\n阮清回答：够。\n主持人：有请乔署长。\n民航署署长乔一安：退票要快\n"
        "图为乔一安答问。 江北网 周启 摄\n江北网记者提问：退票呢？\n乔一安回答：当天退。\n"
    )
    assert [(who, words) for who, words in said(text)][:4] == [
        ("主持人", "有请阮署长。"), ("江北网记者", "水够吗？"), ("阮清", "够。"), ("主持人", "有请乔署长。"),
    ]  # fmt: skip


def test_a_clock_time_ahead_of_each_label() -> None:
    """`10:02 名：…` on lines of their own: no time is a part of the speech above it."""
    text = (
        "10:02 林一心：乘客多了。\n10:05 北灣日報記者：票價呢？\n10:06 林一心：不變。\n10:07 南浦社記者：船期？\n"
        "10:08 林一心：照舊。\n"
    )
    assert [words for _, words in said(text)] == ["乘客多了。", "票價呢？", "不變。", "船期？", "照舊。"]
