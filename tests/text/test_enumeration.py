"""The points of a speech: which marks count, how lists nest, what was announced."""

import pytest

from pressparse.text.enumeration import find_points


def rows(text: str) -> list[tuple[int, str, str, int | None, int]]:
    """Level, mark, title, announced and found of each point."""
    return [(p.level, p.mark.of(text), p.title.of(text), p.announced, p.found) for p in find_points(text)]


@pytest.mark.parametrize(
    ("text", "points"),
    [
        (
            "下面从三个方面介绍。\n一、稳就业。\n一是扩大岗位;二是培训工人。\n二、促消费。\n三、保供应。",
            [(0, "", "下面从三个方面介绍", 3, 3), (1, "一、", "稳就业", None, 2), (2, "一是", "扩大岗位", None, 0),
             (2, "二是", "培训工人", None, 0), (1, "二、", "促消费", None, 0), (1, "三、", "保供应", None, 0)],
        ),
        (
            "主要有两方面原因:一是基数高,二是需求弱。谢谢!",
            [(0, "", "主要有两方面原因", 2, 2), (1, "一是", "基数高", None, 0), (1, "二是", "需求弱", None, 0)],
        ),
        (
            "讲三点。首先,抓项目。其次,抓资金。最后,抓落实。",
            [(0, "", "讲三点", 3, 3), (1, "首先", "抓项目", None, 0), (1, "其次", "抓资金", None, 0),
             (1, "最后", "抓落实", None, 0)],
        ),
        (
            "我们做了这些事:\n(一)修路\n(1)修村道\n(2)修机耕道\n(二)通水\n",
            [(0, "", "我们做了这些事", None, 2), (1, "(一)", "修路", None, 2), (2, "(1)", "修村道", None, 0),
             (2, "(2)", "修机耕道", None, 0), (1, "(二)", "通水", None, 0)],
        ),
        (
            "有四件事。\n1.建房子。\n2.种果树。\n3.养鱼虾。\n",
            [(0, "", "有四件事", 4, 3), (1, "1.", "建房子", None, 0), (1, "2.", "种果树", None, 0),
             (1, "3.", "养鱼虾", None, 0)],
        ),
        ("居全市第一,排名第二,第一产业增长3.2%,第二产业增长1.5%。", []),
        ("首先,我代表市政府感谢大家。最后,祝大家身体健康。", []),
        (
            "三次产业结构为7:40:53。一是农业稳。二是1:1.2配资。",
            [(0, "", "三次产业结构为7:40:53", None, 2), (1, "一是", "农业稳", None, 0),
             (1, "二是", "1:1.2配资", None, 0)],
        ),
        ("一、二、三产业比重为7:40:53。", []),
        ("第一,我们要努力。这就是我的话。", []),
        ("", []),
    ],
)  # fmt: skip
def test_points_of_a_speech(text: str, points: list[tuple[int, str, str, int | None, int]]) -> None:
    """Marks that count up from one make lists; ordinals, standings and lone marks do not."""
    assert rows(text) == points


def test_list_behind_a_list_is_no_part_of_it() -> None:
    """A list in a later paragraph stands beside the list before it when that has come to its end."""
    text = "做三件事。\n第一,修路。\n第二,通水。\n第三,供电。\n明年怎么办?\n一是抓管护。\n二是抓收费。\n"
    assert [(p.level, p.found) for p in find_points(text)] == [(0, 3), (1, 0), (1, 0), (1, 0), (0, 2), (1, 0), (1, 0)]


def test_spans_lie_in_each_other() -> None:
    """A point begins with its mark, ends where the next begins, and holds its own points."""
    text = "讲两点。\n第一,稳就业。一是扩岗;二是培训。\n第二,促消费。\n谢谢大家。\n"
    whole, first, one, two, second = find_points(text)
    assert first.span.of(text) == "第一,稳就业。一是扩岗;二是培训。\n"
    assert second.span.of(text) == "第二,促消费。\n"
    assert one.span.of(text) == "一是扩岗;"
    assert two.span.of(text) == "二是培训。"
    assert (whole.span.start, whole.span.end) == (first.span.start, second.span.end)


def test_outline_of_shared_record(shared) -> None:
    """Five speeches of a real record announce three or four points and make as many."""
    from pressparse import read

    briefing = read(str(shared / "transcripts" / "beijing-shijingshan.txt"))
    tops = [p for turn in briefing.turns for p in find_points(turn.span.of(briefing.words)) if p.level == 0]
    assert [(p.announced, p.found) for p in tops] == [(4, 4), (3, 3), (3, 3), (3, 3), (3, 3), (None, 4)]
