"""What holds for every record, whatever is in it: nothing is lost, offsets slice, spelling does not matter."""

from datetime import date

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from conftest import DATA
from pressparse.briefing import Briefing, Settings, check_briefings, parse_briefing
from pressparse.errors import PressparseError
from pressparse.report.finding import findings_table
from pressparse.report.views import explanations_table
from pressparse.text.script import to_analysis
from pressparse.transcript.dialect import DIALECTS
from pressparse.transcript.source import Source, decode, read_source

SAMPLES = {file.name: read_source(str(file)).text for file in sorted((*DATA.glob("*.txt"), *DATA.glob("*-*.md")))}
NAMES = st.sampled_from(
    ["叶青", "周启明", "欧阳修远", "宁川日报记者", "《云溪晚报》", "BBC", "主席", "萬隆區長", "Kolas Yotaka", "问", "A"]
)
SPEECH = st.text(
    alphabet="今年收入增长3.5%，一是好；（掌声）「兩園一河」。？！ \u3000\u00a0:：-\n\r\t【】[]#*abc",
    min_size=0,
    max_size=60,
)
MARKS = st.sampled_from(
    [
        "{n}：{s}\n",
        "{n}:{s}\n\n",
        "-\n主持人\n{n}:{s}\n",
        "【{n}】{s}\n",
        "[{n}]:{s}\n",
        "### {n}：\n{s}\n",
        "{n}（局长）：{s}\n",
        "**{n}：**{s}\n",
        "{s}\n",
    ]
)
RECORDS = st.lists(st.tuples(MARKS, NAMES, SPEECH), max_size=12).map(
    lambda rows: "".join(mark.format(n=name, s=speech) for mark, name, speech in rows)
)
# What numbers are said in, and numbers that check nothing can do with: zero, below zero, ranges the wrong way round.
PIECES = (
    "全年|其中|投资|净利润|100亿元|-3亿元|40亿元|-5%|0%|12%|0万人|0元|5个|5不足万元|1.76倍|的村|3倍|增长|下降|年均增长",
    "比去年|较2020年|2023年|占|人均|共|分别为|、|，|。|和|由|增至|翻一番|减半|-100%|百分之十一-5%|3—5亿元|3元/吨|30+万元",
)
FIGURES = st.lists(st.sampled_from("|".join(PIECES).split("|")), max_size=24).map("".join)
SLOW = settings(deadline=None, max_examples=150, suppress_health_check=[HealthCheck.too_slow])


def shape(briefing: Briefing) -> list[tuple[str, str, str]]:
    """What was said by whom, apart from script, width and offsets."""
    return [
        (turn.role.value, to_analysis(turn.speaker), to_analysis(briefing.text_of(turn))) for turn in briefing.turns
    ]


def check(briefing: Briefing) -> None:
    """The guarantees of every briefing."""
    text = briefing.source.text
    assert "".join(part.span.of(text) for part in briefing.parts) == text
    assert all(a.span.end == b.span.start for a, b in zip(briefing.parts, briefing.parts[1:], strict=False))
    at = 0
    for turn in briefing.turns:
        said = turn.span.of(text)
        assert turn.span.start >= at, "turns are in order and do not overlap"
        assert said == said.strip(), "a speech has no white space around it"
        assert said
        at = turn.span.end


@SLOW
@given(RECORDS)
def test_nothing_is_lost(text: str) -> None:
    """The parts in order are the source, character for character; turns are slices of it."""
    check(parse_briefing(Source("x", text)))


@SLOW
@given(st.text(max_size=200), st.sampled_from(["", *DIALECTS]))
def test_any_text_is_read_by_any_grammar(text: str, dialect: str) -> None:
    """No input crashes, whatever layout is asked for."""
    check(parse_briefing(Source("x", text), Settings(dialect=dialect)))


@SLOW
@given(st.binary(max_size=300))
def test_any_bytes_are_read_or_refused(data: bytes) -> None:
    """Random bytes decode or raise an error of ours."""
    try:
        text = decode(data).text
    except PressparseError:
        return
    check(parse_briefing(Source("x", text)))


@SLOW
@given(FIGURES)
@example("7亿其中2元，-1%")
@example("全市共0万人，其中农村4万人。")
@example("新增5个0元的村。")
@example("占整体约百分之十一-5%。")
@example("超投资的村占2.5万人1.76倍的村净利润。")
def test_any_numbers_are_checked_and_explained(text: str) -> None:
    """Odd figures are findings or none, never an exception."""
    briefing = parse_briefing(Source("x", text), Settings(on=date(2024, 5, 1)))
    findings_table(check_briefings([briefing], derive=True))
    explanations_table([briefing])


@pytest.mark.parametrize("name", SAMPLES)
def test_script_does_not_matter(name: str) -> None:
    """A record and its simplified conversion have the same turns."""
    text = SAMPLES[name]
    from opencc import OpenCC

    converted = OpenCC("t2s").convert(text)
    assert shape(parse_briefing(Source(name, converted))) == shape(parse_briefing(Source(name, text)))


@pytest.mark.parametrize("name", SAMPLES)
def test_line_ends_do_not_matter(name: str) -> None:
    """CRLF and LF give the same turns."""
    text = SAMPLES[name].replace("\r\n", "\n")
    crlf = parse_briefing(Source(name, text.replace("\n", "\r\n")))
    expected = [(role, who, said) for role, who, said in shape(parse_briefing(Source(name, text)))]
    assert [(role, who, said.replace("\r\n", "\n")) for role, who, said in shape(crlf)] == expected


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "gb18030", "big5hkscs"])
@pytest.mark.parametrize("name", SAMPLES)
def test_encoding_does_not_matter(name: str, encoding: str) -> None:
    """Every encoding that can hold a record gives the same text."""
    text = SAMPLES[name]
    try:
        data = text.encode(encoding)
    except UnicodeEncodeError:
        pytest.skip(f"{encoding} cannot hold this record")
    assert decode(data)[0] == text


@SLOW
@given(st.sampled_from(sorted(SAMPLES)), st.sampled_from(["utf-8", "gb18030", "big5hkscs"]), st.data())
def test_one_bad_byte_costs_a_few_characters(name: str, encoding: str, data: st.DataObject) -> None:
    """A byte that is wrong, missing or one too many is no error: the encoding is found, the rest stays what it was.

    Where the damaged bytes happen to decode, nobody can see the damage, and nothing is promised.
    """
    text = SAMPLES[name]
    if encoding == "big5hkscs":
        text = text.encode(encoding, "ignore").decode(encoding)
    whole = text.encode(encoding)
    at = data.draw(st.integers(0, len(whole) - 1))
    byte = data.draw(st.binary(max_size=1))
    damaged = whole[:at] + byte + whole[at + data.draw(st.integers(0, 1)) :]
    read = decode(damaged, name="x")
    check(parse_briefing(Source("x", read.text, problems=read.problems)))
    if not read.problems:
        return
    assert read.encoding == encoding
    assert count_lost(text, read.text) <= 16
    problem = read.problems[0]
    assert read.text.split("\n")[problem.line - 1][problem.column - 1] == "\ufffd"
    assert read.text.count("\ufffd") <= 8


def count_lost(before: str, after: str) -> int:
    """How many characters lie between what two texts begin with and what they end with."""
    start = count_same(before, after)
    return len(before) - start - count_same(before[start:][::-1], after[start:][::-1])


def count_same(one: str, other: str) -> int:
    """How many characters two texts begin with alike."""
    pairs = enumerate(zip(one, other, strict=False))
    return next((at for at, (a, b) in pairs if a != b), min(len(one), len(other)))


@pytest.mark.parametrize("encoding", ["utf-8", "gb18030", "big5hkscs"])
@pytest.mark.parametrize("name", SAMPLES)
def test_a_file_cut_off_at_a_byte_is_read(name: str, encoding: str) -> None:
    """Wherever a file breaks off inside a character, all whole characters are read and the cut is told."""
    text = SAMPLES[name]
    if encoding == "big5hkscs":
        text = text.encode(encoding, "ignore").decode(encoding)
    whole = text.encode(encoding)
    for end in range(len(whole), 150, -max(1, len(whole) // 25)):
        read = decode(whole[:end])
        assert read.encoding.startswith(encoding[:4])
        assert read.text.rstrip("\ufffd") == whole[:end].decode(encoding, "ignore")
        assert bool(read.problems) == read.text.endswith("\ufffd")


@pytest.mark.parametrize("name", SAMPLES)
def test_truncated_records_are_read(name: str) -> None:
    """A record that breaks off anywhere still gives its turns so far."""
    text = SAMPLES[name]
    for end in range(0, len(text), max(1, len(text) // 25)):
        check(parse_briefing(Source(name, text[:end])))


@SLOW
@given(st.text(alphabet="漢字産業２０２４，、：（）「」3.5%元a\n", max_size=3000))
def test_analysis_text_keeps_length(text: str) -> None:
    """Each character of the analysis text stands at the offset it had; long and short texts convert alike."""
    words = to_analysis(text)
    assert len(words) == len(text)
    long = to_analysis(text + "\n" * 2000)
    assert long[: len(text)] == words or "，" in text


def test_many_labels_and_long_lines_are_read_in_time() -> None:
    """100,000 labels, and one line of 5 million characters: linear, not quadratic."""
    import time

    start = time.process_time()
    many = parse_briefing(Source("x", "宁川日报记者：何时？\n叶青：明年。\n" * 50_000))
    long = parse_briefing(Source("x", "叶青：" + "明年增长。" * 1_000_000))
    assert (len(many.turns), len(long.turns)) == (100_000, 1)
    assert time.process_time() - start < 60
