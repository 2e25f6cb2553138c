"""The commands on words: keywords with its tables, kwic, compare, outline, convert --lint."""

import json
import warnings

import pytest
from rich.cells import cell_len
from test_app import in_terminal

from conftest import DATA

LINHE, BEIGANG = str(DATA / "linhe-2025-half-year.txt"), str(DATA / "beigang-2024-industry.txt")
TALK = "-\n主持人\n甲乙:下面请记者提问。\n-\n记者\n某报记者:水价会涨吗?水价怎么定?\n-\n嘉宾\n戊己:{}\n"
ANSWER = "低空经济示范区建设加快,低空经济示范区企业增加。低空经济示范区很重要。"


def rows(run, *arguments: str, stdin: bytes | None = None) -> list[dict]:
    """The rows of a call."""
    return [json.loads(line) for line in run(*arguments, "--jsonl", stdin=stdin).out.splitlines()]


def test_stopwords_none_is_jieba(run) -> None:
    """`--stopwords none` gives terms, weights and order of jieba.analyse over what was said."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # jieba leaves its files open
        from jieba import analyse
    from pressparse import read, to_analysis

    briefing = read(BEIGANG)
    said = "\n".join(turn.span.of(briefing.words) for turn in briefing.turns)
    expected = [(term, round(weight, 9)) for term, weight in analyse.extract_tags(said, topK=30, withWeight=True)]
    got = rows(run, "keywords", BEIGANG, "--stopwords", "none", "--top", "30")
    assert [(to_analysis(row["term"]), row["score"]) for row in got] == expected


def test_a_list_of_stop_words_stands_in_place_of_ours_or_beside_it(run, tmp_path) -> None:
    """FILE drops its own words alone, +FILE drops ours too, in whatever script they are written."""
    (tmp_path / "stops.txt").write_text("# mine\n企業\n", "utf-8")
    path = str(tmp_path / "stops.txt")

    def terms(*flags: str) -> set[str]:
        return {row["term"] for row in rows(run, "keywords", LINHE, "--method", "frequency", "--top", "9999", *flags)}

    ours, own, both = terms(), terms("--stopwords", path), terms("--stopwords", f"+{path}")
    assert "企业" in ours
    assert {"我们", "记者"} & ours == set()
    assert {"我们", "记者"} <= own
    assert "企业" not in own
    assert both == ours - {"企业"}


def test_engines_rank_alike(run) -> None:
    """jieba itself gives the same rows as rjieba."""
    assert rows(run, "keywords", LINHE) == rows(run, "keywords", LINHE, "--engine", "jieba")


def test_user_dictionary_keeps_words_whole(run, tmp_path) -> None:
    """A user's word counts as one term, in jieba's format, also where our list has it as a stop word."""
    words = tmp_path / "words.txt"
    words.write_text("低空经济示范区 3 n\n记者\n", "utf-8")
    record = TALK.format(ANSWER).encode()
    got = {row["term"]: row["count"] for row in rows(run, "keywords", "--user-dict", str(words), stdin=record)}
    assert got["低空经济示范区"] == 3
    assert got["记者"] == 1


def test_segmented_input_is_taken_as_it_is(run) -> None:
    """With --presegmented blanks part the words, and nothing else does."""
    text = "我们 建设 低空经济示范区 和 山水城 , 低空经济示范区 很 重要".encode()
    got = rows(run, "keywords", "-q", "--presegmented", "--method", "frequency", stdin=text)
    assert (got[0]["term"], got[0]["count"]) == ("低空经济示范区", 2)
    assert "山水城" in {row["term"] for row in got}


def test_counts_and_parts_of_speech_are_limits(run) -> None:
    """--min-count and --pos leave out what is rarer or another part of speech."""
    counts = [
        min(row["count"] for row in rows(run, "keywords", LINHE, "--min-count", least, "--top", "99"))
        for least in ("1", "5")
    ]
    assert counts[0] < 5 <= counts[1]
    nouns = {row["term"] for row in rows(run, "keywords", LINHE, "--pos", "n")}
    assert "企业" in nouns
    assert "增长" not in nouns


@pytest.mark.parametrize(
    ("flags", "counts", "usual"),
    [
        ([], ("count",), 1),
        (["--collocations"], ("count",), 3),
        (["--dispersion"], ("count",), 2),
        (["--against", BEIGANG], ("a", "b"), 2),
        (["--phrases"], ("count",), 1),
    ],
)
def test_min_count_is_heeded_by_every_table(run, flags: list[str], counts: tuple[str, ...], usual: int) -> None:
    """Without --min-count each table leaves out what is too rare for it; with it, 1 is all, and more is more."""
    for asked, least in (([], usual), (["--min-count", "0"], 1), (["--min-count", "1"], 1), (["--min-count", "4"], 4)):
        got = rows(run, "keywords", LINHE, "--top", "9999", *flags, *asked)
        assert min(sum(row[name] for name in counts) for row in got) == least


def test_min_count_of_phrases(run) -> None:
    """A phrase is said three times, unless --min-count says otherwise; one that is said once is no phrase."""
    filler = "学校教育稳步发展,医院服务持续改善,道路交通更加便利,居民收入不断增长,环境质量明显提升。"
    record = TALK.format("低空经济示范区建设加快,低空经济示范区企业增加。" + filler).encode()
    name = "低空经济示范区"
    assert name not in {row["term"] for row in rows(run, "keywords", "--phrases", stdin=record)}
    assert name in {row["term"] for row in rows(run, "keywords", "--phrases", "--min-count", "2", stdin=record)}


def test_compare_heeds_min_count(run) -> None:
    """Three times in both together, or as asked."""
    for asked, least in (([], 3), (["--min-count", "1"], 1), (["--min-count", "5"], 5)):
        got = rows(run, "compare", LINHE, BEIGANG, "--top", "9999", *asked)
        assert min(int(row["a"]) + int(row["b"]) for row in got if row["kind"] == "word") == least


def test_phrases_stand_among_words(run) -> None:
    """--phrases: a phrase with its own count; a word that stands only inside it is left out."""
    filler = "学校教育稳步发展,医院服务持续改善,道路交通更加便利,居民收入不断增长,环境质量明显提升。"
    record = TALK.format(ANSWER * 2 + filler).encode()
    got = {row["term"]: row["count"] for row in rows(run, "keywords", "--phrases", stdin=record)}
    assert got["低空经济示范区"] == 6
    assert "低空" not in got


def test_keyness_names_its_measure_and_both_sides(run) -> None:
    """--against: counts and rates of both sides, the sign by direction, zero counts flagged."""
    record = TALK.format("绿化提速。绿化增加,水价不变。").encode()
    got = rows(run, "keywords", "--against", "officials", "--min-count", "2", stdin=record)
    by_term = {row["term"]: row for row in got}
    price, green = by_term["水价"], by_term["绿化"]
    assert (price["side"], price["a"], price["b"], price["measure"], price["floored"]) == ("a", 2, 1, "g2", "")
    assert price["score"] > 0 > green["score"]
    assert (green["side"], green["a"], green["b"], green["floored"]) == ("b", 0, 2, "yes")
    assert green["rate_a"] == 0 < green["rate_b"]


@pytest.mark.parametrize("measure", ["g2", "ll", "chi2", "log_ratio", "bic", "simple_maths"])
def test_every_measure_of_keyness(run, measure: str) -> None:
    """Each measure is said in the output, and what one file has against another the other has against the one."""
    there = rows(run, "keywords", LINHE, "--against", BEIGANG, "--measure", measure)
    back = rows(run, "keywords", BEIGANG, "--against", LINHE, "--measure", measure)
    assert {row["measure"] for row in there} == {measure}
    assert {(row["a"], row["b"]) for row in there if row["side"] == "a"}
    assert {row["term"] for row in back if row["side"] == "b"} & {row["term"] for row in there if row["side"] == "a"}


def test_groups_are_told_from_the_rest(run) -> None:
    """--against rest: each speaker against all others, and jieba's dictionary has no side of its own."""
    got = rows(run, "keywords", LINHE, "--against", "rest", "--top", "3")
    assert len({row["group"] for row in got}) > 3
    assert {row["side"] for row in rows(run, "keywords", LINHE, "--against", "jieba")} == {"a"}


def test_dispersion_and_collocations(run) -> None:
    """--dispersion says over what; --collocations names its measure and heeds --node."""
    turns = rows(run, "keywords", LINHE, "--dispersion", "--top", "5")
    people = rows(run, "keywords", LINHE, "--dispersion", "--by", "speaker", "--top", "5")
    assert {row["over"] for row in turns} == {"turn"}
    assert turns[0]["parts"] > people[0]["parts"]
    pairs = rows(run, "keywords", LINHE, "--collocations", "--node", "增长", "--window", "3", "--measure", "t")
    assert pairs
    assert all("增长" in (row["term"], row["collocate"]) and row["measure"] == "t" for row in pairs)


def test_kwic_finds_every_script_and_points_to_the_source(run) -> None:
    """Rows slice to their match; the term may be in either script; nothing found is exit 1."""
    text = (DATA / "beigang-2024-industry.txt").read_text("utf-8")
    found = rows(run, "kwic", "产业", BEIGANG)
    assert found == rows(run, "kwic", "産業", BEIGANG)
    assert {text[row["start"] : row["end"]] for row in found} == {"産業"}
    assert all(row["left"].endswith(text[row["start"] - 1]) for row in found)
    assert run("kwic", "产业", BEIGANG).code == 0
    assert run("kwic", "没有这个词", BEIGANG).code == 1


def test_kwic_regex_case_order_and_speaker(run) -> None:
    """--regex, --ignore-case, --sort, --speaker and --role each do what they say."""
    record = TALK.format("GDP增长5%,gdp总量大。").encode()
    assert [row["match"] for row in rows(run, "kwic", "GDP", stdin=record)] == ["GDP"]
    assert [row["match"] for row in rows(run, "kwic", "GDP", "--ignore-case", stdin=record)] == ["GDP", "gdp"]
    assert [row["match"] for row in rows(run, "kwic", r"水价.涨", "--regex", stdin=record)] == ["水价会涨"]
    factory = TALK.format("制造芯片少。购买芯片多。").encode()
    for order, right in (("text", "少多"), ("right", "多少"), ("left", "多少")):
        found = rows(run, "kwic", "芯片", "--sort", order, stdin=factory)
        assert "".join(row["right"][0] for row in found) == right
    assert {row["speaker"] for row in rows(run, "kwic", "。", "--speaker", "戊己", stdin=record)} == {"戊己"}
    assert rows(run, "kwic", "水价", "--role", "guest", stdin=record) == []


def test_kwic_is_aligned_in_a_terminal() -> None:
    """The matches stand in one column: the left context ends where they begin, wide characters measured."""
    code, printed = in_terminal(
        "kwic", "投资", LINHE, "--columns", "left,match,right", "--context", "8", "--color", "never"
    )
    assert code == 0
    lines = [line for line in printed.split("\n") if "投资" in line]
    assert len(lines) > 5
    assert len({cell_len(line.split("│")[1]) for line in lines}) == 1
    assert all(line.split("│")[1].endswith(" ") and not line.split("│")[1].endswith("  ") for line in lines)


def test_compare_words_and_numbers(run, tmp_path) -> None:
    """Words with their side and effect; numbers of one metric under other names of the place, with both values."""
    a, b = tmp_path / "a.txt", tmp_path / "b.txt"
    a.write_text(TALK.format("全市的地区生产总值100亿元,同比增长5%。旅游旅游旅游旅游。粮食产量30万吨。"), "utf-8")
    b.write_text(TALK.format("我市地區生產總值120億元,同比增長4%。芯片芯片芯片芯片。粮食产量30万吨。"), "utf-8")
    got = rows(run, "compare", str(a), str(b))
    words = {row["term_or_metric"]: row for row in got if row["kind"] == "word"}
    assert (words["旅游"]["side"], words["旅游"]["a"], words["旅游"]["b"]) == ("a", "4", "0")
    assert words["芯片"]["side"] == "b"
    assert words["旅游"]["statistic"] > 0 > words["芯片"]["statistic"]
    numbers = [
        (row["measure"], row["a"], row["b"], row["effect"], row["side"]) for row in got if row["kind"] == "number"
    ]
    assert numbers == [("money", "10000000000", "12000000000", 0.2, "b"), ("percent", "5", "4", -1.0, "a")]


def test_compare_by_role(run) -> None:
    """--by role holds guests against guests and reporters against reporters."""
    got = rows(run, "compare", LINHE, BEIGANG, "--by", "role")
    assert {"guest", "host"} <= {row["group"] for row in got if row["kind"] == "word"}


def test_outline_counts_points_and_claims(run) -> None:
    """Announced against found, claims in each point, spans that slice to the mark."""
    text = (DATA / "linhe-2025-half-year.txt").read_text("utf-8")
    got = rows(run, "outline", LINHE)
    assert [(row["announced"], row["found"]) for row in got if row["level"] == 0] == [(None, 5), (3, 3), (3, 3)]
    assert all(text[row["start"] :].startswith(row["mark"]) for row in got)
    for row in got:
        inside = [
            each for each in got if each["level"] == row["level"] + 1 and row["start"] <= each["start"] < row["end"]
        ]
        assert row["claims"] >= sum(each["claims"] for each in inside)
    assert got[0]["claims"] > 10


def test_lint_says_where_and_changes_nothing(run, tmp_path) -> None:
    """convert --lint: file, line, column and words; exit 1 for damage, 0 for none."""
    record = tmp_path / "x.txt"
    record.write_text("我們説明產業\n要把握髮展機遇\n", "utf-8")
    result = run("convert", "--lint", "-q", str(record))
    assert result.code == 1
    assert result.out == f"{record}:2:4: converted: “髮展” stands where “發展” is meant\n    2 | 要把握髮展機遇\n"
    record.write_text("要把握發展機遇\n", "utf-8")
    assert (run("convert", "--lint", "-q", str(record)).code, run("convert", "--lint", "-q", str(record)).out) == (
        0,
        "",
    )


def test_best_terms_with_phrases_have_content(run, shared) -> None:
    """Among the top 20 of a real record stands no function word, no politeness, no piece of a name."""
    record = str(shared / "transcripts" / "beijing-shijingshan.txt")
    terms = [row["term"] for row in rows(run, "keywords", "--phrases", "--top", "20", record)]
    print(" ".join(terms))
    assert {"石景山區", "兩園一河", "青年人才創新創業", "城市更新"} <= set(terms)
    assert not {"謝謝", "各位", "記者", "我們", "萬隆", "區長", "介紹", "下面"} & set(terms)
    assert not any(len(term) < 2 for term in terms)
