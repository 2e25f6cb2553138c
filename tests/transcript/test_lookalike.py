"""What only looks like a name, a label, a heading or a medium."""

import pytest

from pressparse.briefing import parse_briefing
from pressparse.transcript.dialect.asker import find_asker_ahead
from pressparse.transcript.source import Source

# Each answer, within which no turn opens, or the record of which the first speakers are given.
_ANSWERS = (
    # A book or a film before a colon asks nothing.
    "叶青：这几样。\n小说《红楼梦》：值得一读。",
    # Kinds of people in a list, though an honorific follows the word once.
    "叶青：分两种。\n外籍：外籍老师月薪三万。\n本地：本地老师月薪一万。",
    # What newspapers say.
    "叶青：不一样。\n江北网报道：明年通车。\n江北网报道：后年通车。",
    # Who people are, and how many.
    "叶青：有一位得奖。\n王世民：男，渔民。",
    "叶青：有两位得奖。\n王世民：女，57岁。\n乌兰：1980年生。\n都是渔民。",
    "叶青：船上有这些人。\n船长：一名。\n轮机长：2人。\n水手：十名。",
    # Two who are named together, and have not spoken.
    "叶青：两等奖。\n宋一白、吴桐：一等奖。\n何秋、余林：二等奖。",
    # Quarters of a year.
    "叶青：看四个季度。\nQ1：增长5%。\nQ2：6%。\nQ3：持平。\nQ4：增长8%。\n全年增长6%。",
)


@pytest.mark.parametrize("answer", _ANSWERS)
def test_lines_with_the_form_of_a_label(answer: str) -> None:
    """Titles, kinds of people and newspapers open no turn within an answer."""
    text = f"记者：怎么样？\n{answer}\n记者：还有呢？\n叶青：没有了。\n"
    assert [turn.speaker for turn in parse_briefing(Source("x", text)).turns] == ["记者", "叶青"] * 2


def test_a_word_that_begins_like_the_family_name_asked() -> None:
    """`请问方老师` calls 方小满, not 方法."""
    text = "主持人：请问方老师，活动有哪些？\n方法：一是报名。\n方小满：两样。\n主持人：谢谢。\n方小满：不客气。\n"
    assert [turn.speaker for turn in parse_briefing(Source("x", text)).turns] == ["主持人", "方小满"] * 2


def test_short_answers_and_counted_questions() -> None:
    """`船长：三名。` right behind a question answers it, and `Q1` asks where a question follows."""
    text = "记者：有几名水手？\n船长：三名。\n记者：谢谢。\n船长：不客气。\n"
    assert [turn.speaker for turn in parse_briefing(Source("x", text)).turns] == ["记者", "船长"] * 2
    text = "Q1：何时开渔？\nQ2：冰价呢？\nA：五月。\nQ3：船呢？\nA：够。\n"
    assert len(parse_briefing(Source("x", text)).turns) == 5


@pytest.mark.parametrize("joint", ["、", "和", "与"])
def test_two_who_speak_together(joint: str) -> None:
    """`宋一白、吴桐：` behind a question, or who have spoken each alone."""
    both = f"宋一白{joint}吴桐"
    text = f"记者：怎么看？\n{both}：好。\n记者：船呢？\n宋一白：快。\n记者：冰价呢？\n吴桐：没变。\n{both}：谢谢！\n"
    speakers = [turn.speaker for turn in parse_briefing(Source("x", text)).turns]
    assert speakers == ["记者", both, "记者", "宋一白", "记者", "吴桐", both]


def test_who_answers_a_host() -> None:
    """A name that stands once answers a host who asks as it does a reporter."""
    text = "主持人：何时开渔？\n宋一白：五月。\n主持人：冰价呢？\n吴桐：没变。\n"
    assert [turn.speaker for turn in parse_briefing(Source("x", text)).turns] == ["主持人", "宋一白", "主持人", "吴桐"]


def test_a_greeting_is_no_headline() -> None:
    """`行政长官：大家早晨` without a stop is said, and sums nothing up."""
    text = "行政长官：大家早晨\n记者：请问何时发表？\n李家乐：下月发表。\n记者：谢谢。\n李家乐：不客气。\n"
    turns = parse_briefing(Source("x", text)).turns
    assert [turn.speaker for turn in turns] == ["行政长官", *["记者", "李家乐"] * 2]


def test_who_is_addressed_is_no_headline() -> None:
    """`渔港局局长：主席，` goes on in the line below, and sums nothing up."""
    offices = ["渔港局局长", "桥梁局局长", "林业局局长"]
    text = "\n\n".join(f"{office}：主席，\n上月共检查了12处。" for office in offices) + "\n"
    assert [turn.speaker for turn in parse_briefing(Source("x", text)).turns] == offices


def test_a_question_to_the_chair_is_no_headline() -> None:
    """`3. 冯白露议员：主席，近日` asks, though a line of the page ends it before its sentence does."""
    text = "渔船的安全\n\n3. 冯白露议员：主席，近日有居民反映，上月共有渔船32艘\n在港内沉没。\n\n"
    text += "渔港局局长：主席，\n共有渔船12艘获救。\n"
    assert [turn.speaker for turn in parse_briefing(Source("x", text)).turns] == ["冯白露", "渔港局局长"]


# Each heading with the label below it that keeps its name.
_KEPT = {
    "李部长今天主持会议": "李部长",
    "王部长指出，明年通车": "王部长",
    "王部长夫妇出席": "王部长",
    "田局长再次回答": "田局长",
}


@pytest.mark.parametrize("heading", _KEPT)
def test_words_behind_an_office_are_no_given_name(heading: str) -> None:
    """`李部长今天主持` says when; `郝次长景元主持` says who."""
    text = f"{heading}\n\n记者：何时通车？\n{_KEPT[heading]}：明年。\n记者：票价呢？\n{_KEPT[heading]}：未定。\n"
    assert {turn.speaker for turn in parse_briefing(Source("x", text)).turns} == {"记者", _KEPT[heading]}


def test_speech_in_short_lines_is_no_heading() -> None:
    """Two lines without stops in one answer are a list or a poem."""
    text = "叶青：分两步走。\n第一步修桥\n第二步铺路\n记者：资金呢？\n叶青：有保障。\n记者：谢谢。\n叶青：不客气。\n"
    briefing = parse_briefing(Source("x", text))
    assert briefing.text_of(briefing.turns[0]).endswith("第二步铺路")
    text = "记者：口号是什么？\n\n叶青：三个字。\n\n快\n\n好\n\n记者：还有呢？\n\n叶青：省。\n"
    briefing = parse_briefing(Source("x", text))
    assert briefing.text_of(briefing.turns[1]).endswith("好")


def test_who_answers_with_one_word_may_lead() -> None:
    """`好。`, and the official answers: the host leads all the same."""
    text = "王小明：各位记者好，今天请来局长叶青。现在请叶青介绍。\n叶青：修桥。\n"
    text += "记者：何时？\n王小明：好。\n叶青：明年。\n记者：票价？\n王小明：好。\n叶青：未定。\n王小明：到此结束。\n"
    roles = {turn.speaker: turn.role.value for turn in parse_briefing(Source("x", text)).turns}
    assert roles == {"王小明": "host", "叶青": "guest", "记者": "reporter"}


def test_what_somebody_leads_is_an_event() -> None:
    """`由叶青主持修订` makes no host, `由叶青主持会议` does."""
    said = "王小明：修订了多少？\n叶青：两千条。\n王小明：谢谢。\n叶青：不客气。\n"
    for led, hosts in (("《词典》由叶青主持修订", False), ("今天由叶青主持会议", True)):
        turns = parse_briefing(Source("x", f"{led}\n\n{said}")).turns
        assert (turns[1].role.value == "host") is hosts, led


def test_notes_in_parentheses_are_no_byline() -> None:
    """`(记者叶青)` behind the last words names who wrote; `(记者追问三次)` does not."""
    text = "记者：收费吗？\n叶青：不会。\n记者：谢谢。\n叶青：不客气。（记者{}）\n"
    for words, within in (("追问三次", True), ("文映秋", False)):
        briefing = parse_briefing(Source("x", text.format(words)))
        assert (words in briefing.text_of(briefing.turns[-1])) is within, words


@pytest.mark.parametrize(
    "said",
    [
        "我是一名记者,请问何时?",
        "我是第一次来宁川的记者,请问何时?",
        "我是摄影记者,请问何时?",
        "我是驻京记者,请问何时?",
        "我是跑财经的记者,请问何时?",
        "刚才,新华社记者,已经问了。",
        "昨天,宁川日报的记者,报道了停电。",
    ],
)
def test_reporters_that_name_no_medium(said: str) -> None:
    """What kind of reporter, or another one: no medium of who asks."""
    assert [span.of(said) for span in find_asker_ahead(said)] == ["", ""]


def test_titles_keep_the_script_of_the_record() -> None:
    """The office of a name that a record parts is printed as there: `部長`."""
    text = "卓院長致詞\n\n記者：何時？\n卓榮光：明年。\n記者：多少？\n卓榮光：未定。\n"
    assert parse_briefing(Source("x", text)).turns[1].title == "院長"
    text = "高校长期坚持开放\n\n记者：何时？\n高小明：明年。\n记者：多少？\n高小明：未定。\n"
    assert parse_briefing(Source("x", text)).turns[1].title == ""


# Each last answer that goes on below its first line, in a record of two questions.
_GOES_ON = (
    "以上三条不代表全部工作，我们还要继续努力。",
    "声明里说的不代表我们的立场，我们会继续努力。",
    "登录后可以看到全部名单，大家去网站查询。",
    "热门推荐的线路有三条，大家可以坐地铁去。",
    ">> 謝謝各位",
)


@pytest.mark.parametrize("said", _GOES_ON)
def test_speech_that_begins_like_furniture(said: str) -> None:
    """A sentence about disclaimers, lists and routes is said; only a page says it without one."""
    text = f"记者：何时？\n叶青：明年。\n记者：还有呢？\n叶青：有。\n{said}\n"
    briefing = parse_briefing(Source("x", text))
    assert briefing.text_of(briefing.turns[-1]).endswith(said)


def test_credits_below_an_answer_without_a_stop() -> None:
    """`本报记者 张三 文/图` ends the record, though the answer above has no stop; its turn stays."""
    text = "记者：何时？\n叶青：明年。\n记者：票价？\n叶青：两元，谢谢大家\n"
    text += "本报记者 文三 文/图\n我来说两句 全部跟贴(86)\n"
    briefing = parse_briefing(Source("x", text))
    assert len(briefing.turns) == 4
    assert briefing.text_of(briefing.turns[-1]) == "两元，谢谢大家"


def test_points_of_a_list_are_no_labels() -> None:
    """`• 观众` in an answer is a kind of people."""
    points = "• 观众\n凭票入场。\n• 记者\n凭证入场。\n• 主持人\n提前入场。\n"
    text = f"记者：怎么进？\n叶青：分三类人。\n{points}记者：谢谢。\n叶青：不客气。\n"
    assert [turn.speaker for turn in parse_briefing(Source("x", text)).turns] == ["记者", "叶青"] * 2


def test_a_roster_is_no_dialogue() -> None:
    """Names between days and hours say nothing."""
    days = "".join(f"周{day}\n叶青\n上午\n文映秋\n下午\n" for day in "一二三四")
    assert len(parse_briefing(Source("x", f"值班表\n{days}")).turns) == 1


def test_places_before_titles_of_papers() -> None:
    """`日本《赤旗》：` asks; `小说《红楼梦》：` does not."""
    text = "香港《明镜》：何时？\n叶青：明年。\n日本《赤旗》：多少？\n叶青：未定。\n"
    assert [turn.organization for turn in parse_briefing(Source("x", text)).turns] == ["明镜", "", "赤旗", ""]


@pytest.mark.parametrize("heading", ["高鐵專訪", "林市長受訪", "高層記者會"])
def test_what_a_heading_calls_before_a_talk(heading: str) -> None:
    """A thing, an office or a word is no name, though it begins as the label does."""
    label = heading[0]
    text = f"{heading}\n記者：做得完嗎？\n{label}：做得完。\n記者：還差多少？\n{label}：一億。\n"
    assert parse_briefing(Source("x", text)).turns[1].speaker == label


def test_asker_behind_any_address() -> None:
    """`叶司长，中新社记者，请问` names the medium of who asks."""
    for ahead in ("叶司长", "发言人", "我提个问题", "谢谢"):
        said = f"{ahead},中新社记者,请问何时?"
        assert find_asker_ahead(said)[0].of(said) == "中新社", ahead


def test_parts_that_have_a_name() -> None:
    """`第一部分` and the heading below it are both headings."""
    text = "主持人：欢迎。\n叶青：大家好。\n\n第一部分\n\n修桥的起因\n\n主持人：为什么修？\n叶青：堵车。\n\n"
    text += "第二部分\n\n票价的问题\n\n主持人：收多少？\n叶青：两元。\n"
    briefing = parse_briefing(Source("x", text))
    assert briefing.text_of(briefing.turns[1]) == "大家好。"


def test_laws_and_lists_within_an_answer() -> None:
    """`香港《基本法》：` is read out, `3 个部委：` counts: neither opens a turn; `本地《牧区报》：` does."""
    for said in ("香港《基本法》：特區自行立法。", "3 个部委：都来了。", "10 位专家：已到位。"):
        text = f"江北台记者：怎么说？\n叶青：是这样。\n{said}\n江北台记者：谢谢。\n叶青：不客气。\n"
        assert [turn.speaker for turn in parse_briefing(Source("x", text)).turns] == ["江北台记者", "叶青"] * 2, said


_ASKED_BY_NUMBER = (
    (
        "记者提问：\nQ1：请说明库存。\nQ2：请说明运费2成的来由。\n叶青：库存够，运费不变。\n记者：谢谢。\n叶青：不客气。\n",
        2,
    ),
    ("宁川日报记者：粮够吗？\n叶青：够。\nQ1：库存3万吨。\nQ2：运费2元。\nA2：都是真的。\nA3：没有别的。\n", 2),
)


@pytest.mark.parametrize(("text", "count"), _ASKED_BY_NUMBER)
def test_numbered_questions_without_a_mark(text: str, count: int) -> None:
    """`Q1：请说明…。` asks, and so it does where others answer as A."""
    asked = [turn.label for turn in parse_briefing(Source("x", text)).turns if turn.label.startswith("Q")]
    assert len(asked) == count


def test_a_number_answers_a_member() -> None:
    """`文局长：七名。` alone, or below who asks how many, is an answer."""
    text = (
        "黎议员：灯塔只有两名看守。\n文局长：七名。\n黎议员：编制几名。\n何处长：9名。\n黎议员：够吗？\n文局长：够。\n"
    )
    speakers = [turn.speaker for turn in parse_briefing(Source("x", text)).turns]
    assert speakers == ["黎议员", "文局长", "黎议员", "何处长", "黎议员", "文局长"]
