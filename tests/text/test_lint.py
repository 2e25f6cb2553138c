"""Damage of conversion: what must be found with its repair, and what must be left alone."""

import pytest

from pressparse.text.lint import find_damage, lint_text


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("我們牢牢把握髮展主動權", [("converted", "髮展", "發展")]),
        ("加快科技髮展的步伐，這是關鍵", [("converted", "髮展", "發展")]),
        ("這段曆史，旅程的公裏數，皇後與頭發", [("converted", "曆史", "歷史"), ("converted", "公裏", "公里"),
                                     ("converted", "皇後", "皇后"), ("converted", "頭發", "頭髮")]),
        ("惠及戶數1420余戶，干部下鄉", [("converted", "余戶", "餘戶"), ("converted", "干部", "幹部")]),
        ("麵對面談製度建設", [("converted", "麵對面", "面對面"), ("converted", "製度", "制度")]),
        ("發(fā)布會開始，發（fā）展", [("pinyin", "(fā)", ""), ("pinyin", "（fā）", "")]),
        ("發展産業，産業興區，園區裏", [("variant", "産", "產"), ("variant", "裏", "裡")]),
        ("這裡和那裏都説明", [("variant", "裏", "裡")]),
        ("今年，，我們加快、，推進", [("doubled", "，，", "，"), ("doubled", "、，", "、")]),
        ("今年,我们加快推进，建设，发展", [("width", ",", "，")]),
        # what is right as it stands
        ("為防制假訊息危害，傳染病防制法", []),
        ("咪錶收費，頭髮、理髮、山谷、稻穀、標籤、簽訂、範圍、皇后、前後、公里、裡面", []),
        ("臺灣和台灣，一週和周邊，佈置和公布，瞭解和了解", []),
        ("香港的税收，説明裏面有羣眾", []),
        ("我们把握发展机遇，恢复历史面貌", []),
        ("等一等……好。。。——是的！！", []),
        ("主席方某議員, G.B.S.，及各位", []),
        ("", []),
    ],
)  # fmt: skip
def test_damage_is_found_and_nothing_else(text: str, found: list[tuple[str, str, str]]) -> None:
    """Each place comes with its words and the words that are meant; custom and context are respected."""
    assert [(each.code, each.span.of(text), each.repair) for each in find_damage(text)] == sorted(
        found, key=lambda each: text.index(each[1])
    )


def test_problem_names_its_place() -> None:
    """Line and column count from 1 over every kind of line end, and the words around are shown."""
    text = "標題\r\n第一行沒有問題\r第二行" + "無" * 60 + "把握髮展主動權\n"
    (problem,) = lint_text(text, "x.txt")
    assert (problem.line, problem.column) == (3, 66)
    assert "髮展" in problem.excerpt
    assert len(problem.excerpt) < 60
    assert "\r" not in problem.excerpt
    assert str(problem).startswith("x.txt:3:66: converted: “髮展”")


def test_rare_form_counts_its_places() -> None:
    """What occurs in two ways is one problem, at the first place of the rarer way."""
    (problem,) = lint_text("甲,乙,丙，丁，戊，己", "x")
    assert problem.message == "“,” stands where “，” is meant, in 2 places (“，” stands in 3)"


def test_lint_of_shared_record(shared) -> None:
    """The record of 2025 has the damage that its conversion left, and records written in that script have none."""
    text = (shared / "transcripts" / "beijing-shijingshan.txt").read_text("utf-8")
    found = {(each.span.of(text), each.repair) for each in find_damage(text)}
    assert {("髮展", "發展"), ("産", "產"), ("余項", "餘項")} <= found
    for name in ("executive-yuan-2018-12-13.md", "digital-2019-12-11.md"):
        assert find_damage((shared / "transcripts" / name).read_text("utf-8")) == ()
