"""What holds for every format: recognised by content, never crashes, never hangs, imports late."""

import subprocess
import sys
import time
from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from conftest import DATA, ROOT
from pressparse.errors import PressparseError
from pressparse.transcript.source import Source, read_source
from pressparse.transcript.source.format import find_format, find_text_format

SAMPLES = {
    "label-colon-cenzhou.html": "html",
    "akoma-ntoso-ruiquan.an.xml": "akoma-ntoso",
    "tei-yunlu.tei.xml": "tei",
    "subtitle-linhe.srt": "srt",
    "subtitle-yunlu.vtt": "vtt",
    "convokit-qixialing/utterances.jsonl": "convokit",
    "table-songtai.csv": "table",
    "containers/label-colon-lanxi.docx": "docx",
    "containers/label-colon-lanxi.pdf": "pdf",
    "markdown-heading-ruiquan.md": "markdown",
    "label-colon-cangyu.txt": "text",
}
GARBAGE = (
    b"<",
    b">",
    b'"',
    b"</p>",
    b"<!--",
    b"&#x110000;",
    b"-->",
    b"{\\",
    b"\\ud800",
    b"\xff",
    b"\0",
    b"/Length 9",
    b"PK",
)


def check(source: Source) -> None:
    """Marks are sorted and slice the text; those of one layer do not overlap; the text can be written."""
    at = 0
    starts = [mark.span.start for mark in source.marks]
    assert starts == sorted(starts)
    for mark in source.marks:
        assert 0 <= mark.span.start < mark.span.end <= len(source.text)
        if mark.kind != "strong":
            assert mark.span.start >= at
            at = mark.span.end
    source.text.encode()


@pytest.mark.parametrize("file", SAMPLES)
def test_format_is_recognised(file: str, tmp_path) -> None:
    """By content, whatever the file is called (Markdown and text differ in name alone)."""
    source = read_source(str(DATA / file))
    assert source.format == SAMPLES[file]
    check(source)
    if source.format not in ("markdown", "text"):
        renamed = tmp_path / "x.txt"
        renamed.write_bytes((DATA / file).read_bytes())
        again = read_source(str(renamed))
        assert (again.format, again.text) == (source.format, source.text)


@pytest.mark.parametrize("file", SAMPLES)
def test_standard_input_is_read_alike(file: str) -> None:
    """A container may come through a pipe."""
    source = read_source(str(DATA / file))
    piped = read_source("-", stdin=(DATA / file).read_bytes())
    assert (piped.text, piped.marks, piped.sha256) == (source.text, source.marks, source.sha256)


@pytest.mark.parametrize(
    ("head", "path", "form"),
    [
        ("  <!-- x > y -->\n<!DOCTYPE html PUBLIC '-//W3C'>\n<html>", "x", "html"),
        ("<?xml version='1.0'?><?style x?><html xmlns='x'>", "x.xml", "html"),
        ("\ufeff<HTML>", "x", "html"),
        ("<div>好</div>", "x.htm", "html"),
        ("<div>好</div>", "x.txt", "text"),
        ("<?xml version='1.0'?><akn:akomaNtoso xmlns:akn='x'>", "x.txt", "akoma-ntoso"),
        ("<teiCorpus xmlns='x'>", "x", "tei"),
        ("<?xml version='1.0'?><rss>", "x.xml", "text"),
        ("<<<", "x.html", "html"),
        ("<!--", "x.txt", "text"),
        ("问：<html>", "x.txt", "text"),
    ],
)
def test_markup_is_told_by_its_root(head: str, path: str, form: str) -> None:
    """The first element tells; comments and declarations in front of it do not matter; then the ending does."""
    for encoding in ("utf-8", "utf-16"):
        assert find_format(head.encode(encoding), path) == form


@pytest.mark.parametrize(
    ("text", "path", "form"),
    [
        ("WEBVTT", "x", "vtt"),
        ("WEBVTTX", "x.vtt", "text"),
        ("\n1\r\n00:00:01,000 --> 00:00:02,000\r\n好", "x.txt", "srt"),
        ("甲 --> 乙", "x.srt", "text"),
        ("{}", "x.jsonl", "text"),
        ("# 甲", "x.MD", "markdown"),
    ],
)
def test_text_is_told_by_its_opening(text: str, path: str, form: str) -> None:
    """Subtitles and corpora open in their own way."""
    assert find_text_format(text, path) == form


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None, max_examples=150)
@given(data=st.data(), file=st.sampled_from(sorted(SAMPLES)))
def test_damaged_containers_never_crash(tmp_path: Path, data: st.DataObject, file: str) -> None:
    """Cut off, overwritten or stuffed anywhere: a record with sound marks, or an error of ours."""
    content = (DATA / file).read_bytes()
    if data.draw(st.booleans()):
        content = content[: data.draw(st.integers(0, len(content)))]
    for _ in range(data.draw(st.integers(0, 8))):
        at = data.draw(st.integers(0, len(content)))
        drop = data.draw(st.integers(0, 40))
        put = data.draw(st.one_of(st.sampled_from(GARBAGE), st.binary(max_size=8)))
        content = content[:at] + put + content[at + drop :]
    path = tmp_path / Path(file).name
    path.write_bytes(content)
    try:
        check(read_source(str(path)))
    except PressparseError as error:
        assert str(error).startswith(str(path))
        assert ";" in str(error), "an error says what to do"


@settings(deadline=None)
@given(
    st.binary(max_size=400), st.sampled_from([b"", b"PK\x03\x04", b"%PDF-1.4\n", b"<html>", b"<TEI>", b"WEBVTT\n\n"])
)
def test_random_bytes_never_crash(junk: bytes, head: bytes) -> None:
    """Any bytes behind any beginning: a record, or an error of ours."""
    with suppress(PressparseError):
        check(read_source("-", stdin=head + junk))


HOSTILE = {
    "nested blocks": ("<html>" + "<div>" * 50_000 + "甲。", ""),
    "nested words": ("<html>" + "<span>" * 50_000 + "<div></div>" * 50_000 + "甲。", ""),
    "reopened bold": ("<html><p>" + "".join(f"<b x={n}>" for n in range(5000)) + "</p>" + "<p>甲。</p>" * 5000, ""),
    "open quotes": ("<html>甲。" + '<a x="' * 100_000, ""),
    "open comments": ("<html>甲。" + "<!--" * 100_000, ""),
    "angle brackets": ("<html>甲。" + "<" * 500_000, ""),
    "cells": ("<html>" + "<table><tr><td>" * 20_000 + "甲。", ""),
    "nested elements": ("<TEI>" + "<div>" * 100_000, "nests"),
    "one attribute": (f"<TEI a='{'甲' * 2_000_000}'/>", "without text"),
    "laughs": ('<!DOCTYPE TEI [<!ENTITY a "b">]><TEI>&a;</TEI>', "entities"),
    "notes only": ("1\n00:00:01,000 --> 00:00:02,000\n（掌声）\n\n" * 20_000, ""),
    "open voices": ("WEBVTT\n\n00:01.000 --> 00:02.000\n" + "<v 甲" * 100_000, ""),
    "open brackets": ("1\n00:00:01,000 --> 00:00:02,000\n" + "（{\\" * 300_000, ""),
    "nested JSON": ('{"id":"1","root":"1","speaker":"a","text":"' + "a" * 9 + '","meta":' + "[" * 200_000, "nested"),
    "one line": ("今天上午，我们召开发布会。" * 400_000, ""),
    "one paragraph": ("<html><p>" + "今天上午，我们召开发布会。" * 400_000, ""),
}


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_input_takes_no_longer_than_its_size(name: str) -> None:
    """What makes other readers hang is read, or refused, in seconds."""
    text, message = HOSTILE[name]
    start = time.process_time()
    try:
        read_source("-", stdin=text.encode())
        assert not message
    except PressparseError as error:
        assert message, error
        assert message in str(error)
    assert time.process_time() - start < 10


def test_readers_are_imported_when_needed() -> None:
    """A plain text needs none of the readers of containers."""
    code = (
        "import sys; from pressparse.transcript.source import read_source; "
        f"read_source({str(DATA / 'label-colon-cangyu.txt')!r}); print(*sys.modules)"
    )
    loaded = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, cwd=ROOT, check=True).stdout
    for name in ("zipfile", "xml.parsers.expat", "pyexpat", "html", "html.entities", "pypdf", "selectolax"):
        assert name not in loaded.split()
