"""Damaged bytes: what is whole is read, what is broken is told, and no wrong encoding steps in for the right one."""

from dataclasses import replace
from pathlib import Path
from zipfile import ZipFile

import pytest

from conftest import DATA
from pressparse.briefing import parse_briefing, read, read_briefings
from pressparse.errors import EncodingError
from pressparse.transcript.source import Source, decode, read_source

SIMPLIFIED = "-\n主持人\n叶青：各位媒体朋友，大家上午好！今天发布会的主题是上半年经济运行情况。\n"
TRADITIONAL = "-\n主持人\n葉青：各位媒體朋友，大家上午好！今天發布會的主題是上半年經濟運行情況。\n"
ENCODINGS = {
    "utf-8": SIMPLIFIED,
    "utf-8-sig": SIMPLIFIED,
    "utf-16": SIMPLIFIED,
    "gb18030": SIMPLIFIED,
    "big5hkscs": TRADITIONAL,
}


def overwrite(data: bytes, word: str, encoding: str) -> bytes:
    """`data` with 0xFF for the first byte of `word`."""
    at = data.index(word.encode(encoding))
    return data[:at] + b"\xff" + data[at + 1 :]


@pytest.mark.parametrize("asked", ["", "as asked"])
@pytest.mark.parametrize("encoding", ENCODINGS)
def test_a_cut_off_file_is_read(encoding: str, asked: str) -> None:
    """The last character alone is broken, with and without --encoding, and the problem says where."""
    text = ENCODINGS[encoding].rstrip("。\n")
    read = decode(text.encode(encoding)[:-1], encoding=encoding if asked else "", name="x.txt")
    assert read.text.rstrip("\ufffd") == text[:-1]
    (problem,) = read.problems
    assert (problem.code, problem.path, problem.line) == ("broken-bytes", "x.txt", 3)
    assert read.text.split("\n")[2][problem.column - 1] == "\ufffd"
    assert f"not {encoding.removesuffix('-sig')}" in problem.message


@pytest.mark.parametrize("encoding", ["utf-8", "gb18030", "big5hkscs"])
def test_the_line_behind_a_broken_byte_is_not_lost(encoding: str) -> None:
    """GB18030 and Big5 fall out of step behind a broken byte; the reading that makes sense is the one in step."""
    text = ENCODINGS[encoding]
    word = "发布会" if encoding != "big5hkscs" else "發布會"
    before, after = text.split(word)
    read = decode(overwrite(text.encode(encoding), word, encoding))
    assert read.text.startswith(before)
    assert read.text.endswith(word[1:] + after)
    missing = decode(text.encode(encoding).replace(word.encode(encoding), word.encode(encoding)[1:]))
    assert missing.text.startswith(before)
    assert missing.text.endswith(word[1:] + after)


@pytest.mark.parametrize("times", [1, 40])
@pytest.mark.parametrize("byte", [b"\xff", b"\xa1", b"A", b""])
def test_damaged_utf8_is_never_read_as_another_encoding(byte: bytes, times: int) -> None:
    """Bytes of UTF-8 mostly decode as GB18030 too; the share of whole characters decides for UTF-8."""
    data = (SIMPLIFIED * times).encode()
    for at in range(len(data)):
        read = decode(data[:at] + byte + data[at + 1 :])
        assert read.encoding == "utf-8"
        assert read.text.count("\ufffd") <= 4


def test_the_right_encoding_damaged_beats_a_wrong_one_that_fits() -> None:
    """GB18030 with a broken byte that decodes as Big5 to the last byte is GB18030 all the same."""
    text = "问：何时开工？答：今年三月开工建设，明年年底建成。"
    data = text.encode("gb18030").replace("三".encode("gb18030"), b"\xfe\xfe")
    data.decode("big5hkscs")
    read = decode(data)
    assert read.encoding == "gb18030"


def test_a_short_text_is_in_the_encoding_that_makes_sense() -> None:
    """Sixteen characters of GB18030 decode as Big5, but into rare ones."""
    text = "问：何时？\n答：明年。\n"
    assert decode(text.encode("gb18030")) == (text, "gb18030", ())


@pytest.mark.parametrize("asked", ["big5", "big5hkscs", "euc-kr", "shift_jis", "utf-16", "utf-8", "ascii", "idna"])
def test_a_wrong_encoding_asked_for_stays_an_error(asked: str) -> None:
    """Damage excuses a few bytes of the right encoding, not a wrong one."""
    data = overwrite((SIMPLIFIED * 3).encode("gb18030"), "发布会", "gb18030")
    with pytest.raises(EncodingError, match="leave --encoding out"):
        decode(data[:-1] if asked == "utf-16" else data, encoding=asked)


@pytest.mark.parametrize("asked", ["gb18030", "gbk", "big5hkscs", "utf-16"])
def test_utf8_is_no_damaged_text_of_another_encoding(asked: str) -> None:
    """A file that is whole as UTF-8 is not read as asked with broken bytes."""
    data = f"{SIMPLIFIED}好".encode()
    with pytest.raises(EncodingError):
        decode(data, encoding=asked)


@pytest.mark.parametrize(
    "data",
    [
        b"a caf\xe9 in Z\xfcrich, na\xefve gar\xe7on",
        "甲乙".encode() + b"\xff",
        (SIMPLIFIED * 20).encode() + (SIMPLIFIED * 20).encode("gb18030"),
        SIMPLIFIED.encode() + b"\xff\xfe" * 40,
    ],
)
def test_more_than_damage_is_refused(data: bytes) -> None:
    """Other languages, two encodings in one file, a text half of which is broken."""
    with pytest.raises(EncodingError):
        decode(data)


CONTAINERS = {
    "label-colon-cenzhou.html": "utf-8",
    "containers/qa-lanxi-gb2312.html": "gb18030",
    "tei-yunlu.tei.xml": "utf-8",
    "akoma-ntoso-ruiquan.an.xml": "utf-8",
    "subtitle-linhe.srt": "utf-8",
    "subtitle-yunlu.vtt": "utf-8",
    "convokit-qixialing/utterances.jsonl": "utf-8",
    "markdown-heading-ruiquan.md": "utf-8",
    "encodings/wuling-gb18030.txt": "gb18030",
    "encodings/hetang-big5.txt": "big5",
    "encodings/songling-utf-8-sig.txt": "utf-8-sig",
}


@pytest.mark.parametrize("file", CONTAINERS)
def test_the_problem_reaches_the_briefing_from_every_format(file: str, tmp_path: Path) -> None:
    """A broken byte in a speech of any format is a problem of its briefing; the turns stay what they are."""
    data = (DATA / file).read_bytes()
    encoding = CONTAINERS[file].removesuffix("-sig")
    whole = read(str(DATA / file))
    said = whole.text_of(max(whole.turns, key=lambda turn: turn.span.end - turn.span.start))
    word = next(said[at : at + 4] for at in range(5, len(said)) if said[at : at + 4].encode(encoding) in data)
    damaged = tmp_path / Path(file).name
    damaged.write_bytes(overwrite(data, word, encoding))
    briefing = read(str(damaged))
    assert [problem.code for problem in briefing.problems] == ["broken-bytes"]
    assert briefing.source.problems == briefing.problems
    assert briefing.source.encoding.startswith(encoding[:4])
    assert "\ufffd" in briefing.source.text
    assert [turn.role for turn in briefing.turns] == [turn.role for turn in whole.turns]


def test_broken_bytes_in_a_word_file_are_told(tmp_path: Path) -> None:
    """The XML inside a DOCX is read as any other."""
    said = "叶青：各位媒体朋友，大家上午好！"
    xml = f'<w:document xmlns:w="urn:w"><w:p><w:r><w:t>{said}</w:t></w:r></w:p></w:document>'
    with ZipFile(tmp_path / "x.docx", "w") as archive:
        archive.writestr("word/document.xml", overwrite(xml.encode(), "媒体", "utf-8"))
    source = read_source(str(tmp_path / "x.docx"))
    assert [problem.code for problem in source.problems] == ["broken-bytes"]
    assert source.text == said.replace("媒", "\ufffd" * 3)


def test_rows_of_turns_tell_broken_bytes_once(tmp_path: Path) -> None:
    """Two records in one file of rows: the first has the problem, so that it is printed once."""
    row = '{{"source": "{}", "turn": 1, "start": 0, "end": 6, "text": "各位媒体朋友"}}\n'
    data = (row.format("a.txt") + row.format("b.txt")).encode()
    file = tmp_path / "rows.jsonl"
    cut = "友".encode()[:2]
    file.write_bytes(data.replace("友".encode(), cut, 1).replace(b'"end": 6', b'"end": 7', 1))
    first, second = read_briefings(str(file))
    assert [problem.code for problem in first.problems] == ["broken-bytes"]
    assert second.problems == ()


def test_problems_of_a_source_come_before_those_of_its_layout() -> None:
    """A text in no known layout with a broken byte has both problems."""
    read = decode("没有标记的一段话，一共只有两句。".encode()[:-1], name="x")
    briefing = parse_briefing(replace(Source("x", read.text), problems=read.problems))
    assert [problem.code for problem in briefing.problems] == ["broken-bytes", "unknown-layout"]


def test_quiet_says_nothing_of_broken_bytes(run, tmp_path: Path) -> None:
    """-q leaves the warning out; the data are the same."""
    file = tmp_path / "x.txt"
    file.write_bytes(overwrite(SIMPLIFIED.encode(), "媒体", "utf-8"))
    loud, quiet = run("turns", str(file)), run("turns", "-q", str(file))
    assert (loud.code, quiet.code, quiet.err) == (0, 0, "")
    assert loud.out == quiet.out
    assert ":3:6: broken-bytes: " in loud.err


def test_a_replacement_character_that_was_typed_is_no_problem(tmp_path: Path) -> None:
    """U+FFFD in the file itself is a character like any other."""
    file = tmp_path / "x.txt"
    file.write_text(SIMPLIFIED.replace("媒", "\ufffd"), "utf-8")
    assert read_source(str(file)).problems == ()


@pytest.mark.parametrize("between", [b"\x00", b"\n"])
def test_a_byte_between_the_halves_of_a_character(between: bytes) -> None:
    """What follows is in step again: its bytes would read as other characters, and not break at all."""
    whole = "其中的“3”是中药材、高山蔬菜和竹木加工,“N”是特色产业。\n".encode("gb18030")
    at = whole.index("”是".encode("gb18030")) + 1
    read = decode(whole[:at] + between + whole[at:], encoding="gb18030", name="x.txt")
    assert read.text.endswith("高山蔬菜和竹木加工,“N”是特色产业。\n")
