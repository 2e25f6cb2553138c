"""Bytes to text."""

import codecs

import pytest

from conftest import DATA
from pressparse.errors import EncodingError, OptionError, ReadError
from pressparse.transcript.source import decode, find_lines, read_source

SIMPLIFIED = "-\n主持人\n叶青：各位媒体朋友，大家上午好！今天发布会的主题是上半年经济运行情况。\n"
TRADITIONAL = "-\n主持人\n葉青：各位媒體朋友，大家上午好！今天發布會的主題是上半年經濟運行情況。\n"
ENCODINGS = {
    "utf-8": (SIMPLIFIED, TRADITIONAL),
    "utf-8-sig": (SIMPLIFIED, TRADITIONAL),
    "utf-16": (SIMPLIFIED, TRADITIONAL),
    "utf-16-le": (SIMPLIFIED, TRADITIONAL),
    "utf-16-be": (SIMPLIFIED, TRADITIONAL),
    "gb18030": (SIMPLIFIED, TRADITIONAL),
    "gbk": (SIMPLIFIED,),
    "big5": (TRADITIONAL,),
    "big5hkscs": (TRADITIONAL,),
}


@pytest.mark.parametrize("encoding", ENCODINGS)
@pytest.mark.parametrize("times", [1, 40])
def test_encoding_is_found(encoding: str, times: int) -> None:
    """Every encoding of Chinese text, in a short and a long record; the byte order mark is no part of the text."""
    for text in ENCODINGS[encoding]:
        assert decode((text * times).encode(encoding))[0] == text * times


@pytest.mark.parametrize("file", sorted((DATA / "encodings").glob("*.txt")), ids=lambda file: file.stem)
def test_sample_encodings_are_found(file) -> None:
    """The samples read as the encoding in their name says, and hold turns' labels."""
    source = read_source(str(file))
    named = file.stem.split("-", 1)[1]
    asked = read_source(str(file), encoding={"crlf": "utf-8"}.get(named, named))
    assert source.text == asked.text
    assert not source.text.startswith("\ufeff")


def test_encoding_as_asked_is_kept() -> None:
    """--encoding overrides what would be found."""
    data = "记者".encode("gbk")
    assert decode(data, encoding="gbk") == ("记者", "gbk", ())


@pytest.mark.parametrize("shift", ["", "a"])
def test_a_long_text_in_gb18030_is_read(shift: str) -> None:
    """The sample that the encoding is guessed from does not end inside a character."""
    text = shift + SIMPLIFIED * 16_000
    assert decode(text.encode("gb18030"))[:2] == (text, "gb18030")


def test_utf16_mark_is_taken_off_when_asked_for_by_order() -> None:
    """A mark in front of explicitly ordered UTF-16 is no character of the text."""
    assert decode(codecs.BOM_UTF16_LE + "好".encode("utf-16-le"), encoding="utf-16-le")[0] == "好"


def test_bytes_that_do_not_fit_are_placed() -> None:
    """The error names line and byte."""
    with pytest.raises(EncodingError) as caught:
        decode(b"ok\nnot \xff\xfe", encoding="utf-8", name="x.txt")
    assert (caught.value.path, caught.value.line) == ("x.txt", 2)
    assert "0xff" in str(caught.value)


@pytest.mark.parametrize("encoding", ["klingon", "rot13", "base64", "zlib", "a\0b"])
def test_no_such_encoding(encoding: str) -> None:
    """A name that is no encoding of text is an error of the call."""
    with pytest.raises(OptionError):
        decode(b"abc", encoding=encoding)


@pytest.mark.parametrize("data", [b"", b" \n", b"\xef\xbb\xbf", b"\xff\xfe"])
def test_nothing_in_the_file(data: bytes, tmp_path) -> None:
    """White space and marks alone are an empty file."""
    file = tmp_path / "x.txt"
    file.write_bytes(data)
    with pytest.raises(ReadError, match="empty"):
        read_source(str(file))


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_lines_end_any_way(end: str) -> None:
    """LF, CRLF and CR end a line and are no part of it."""
    assert [span.of(f"甲{end}乙{end}{end}丙") for span in find_lines(f"甲{end}乙{end}{end}丙")] == [
        "甲",
        "乙",
        "",
        "丙",
    ]


def test_no_permission_is_named(tmp_path, monkeypatch) -> None:
    """A file that may not be read is an error with its path and what to do."""
    from pathlib import Path

    file = tmp_path / "x.txt"
    file.write_text("-\n主持人\n甲乙:好\n", "utf-8")

    def refuse(self: Path) -> bytes:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "read_bytes", refuse)
    with pytest.raises(ReadError, match="no permission to read it; check the file's rights"):
        read_source(str(file))


def test_too_large_is_refused(tmp_path, monkeypatch) -> None:
    """A file beyond the bound is refused before it is read."""
    from pressparse.transcript.source import plain

    file = tmp_path / "x.txt"
    file.write_text("一二三", "utf-8")
    monkeypatch.setattr(plain, "MAX_BYTES", 5)
    with pytest.raises(ReadError, match="split it"):
        read_source(str(file))
