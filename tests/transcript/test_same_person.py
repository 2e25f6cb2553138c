"""One person under several labels: offices in short or in English, family names alone."""

from conftest import said


def test_a_head_called_without_the_sign_for_it() -> None:
    """`郝支队：` is the 支队长 of that family name."""
    text = (
        "主持人：请郝支队介绍。\n刑侦支队支队长郝望舒：案子破了。\n南浦日报记者：抓了几人？\n郝支队：三人。\n"
        "南浦日报记者：钱呢？\n郝支队：追回一半。\n"
    )
    assert [who for who, _ in said(text)] == [
        "主持人", "郝望舒", "南浦日报记者", "郝望舒", "南浦日报记者", "郝望舒",
    ]  # fmt: skip


def test_offices_in_english() -> None:
    """`Chief Executive:` is the 行政長官 of the Chinese part, `Secretary for …` the one 局長, and nobody else."""
    text = (
        "以下是行政長官阮清、房屋局局長乔一安會見傳媒的談話：\n\n行政長官：各位早。\n\n記者：何時開始？\n\n"
        "房屋局局長：下月。\n\n"
        "Reporter: When?\n\nChief Executive: Next month.\n\nReporter: How many?\n\nSecretary for Housing: Ten.\n\n"
        "Reporter: And the cost?\n\nAnn Lee: Nothing.\n"
    )
    assert [who for who, _ in said(text)][3:] == [
        "Reporter", "阮清", "Reporter", "乔一安", "Reporter", "Ann Lee",
    ]  # fmt: skip


def test_a_family_name_of_whom_the_story_names_more_than_once() -> None:
    """`骆：` is 骆望舒 whom the head and the lead name; two such names settle nothing."""
    text = "专访修复师骆望舒\n\n修复师骆望舒做了三十年。\n\n记者：难吗？\n骆：不难。\n记者：快乐吗？\n骆：快乐。\n"
    assert {who for who, _ in said(text)} == {"记者", "骆望舒"}
    both = text.replace("做了三十年。", "做了三十年。徒弟骆一川，也是骆一川的儿子。")
    assert "骆" in {who for who, _ in said(both)}
