"""PDF: text, radicals, furniture, bounds."""

import sys

import pytest
from build_containers import PDF_SAMPLE, pdf_file, samples

from conftest import DATA
from pressparse.errors import ReadError
from pressparse.transcript.source import read_source
from pressparse.transcript.source.pdf import find_furniture, read_pdf

SAMPLE = DATA / "containers" / "label-colon-lanxi.pdf"


@pytest.fixture(autouse=True)
def _needs_pypdf() -> None:
    pytest.importorskip("pypdf", reason="needs pypdf: pip install 'pressparse[pdf]'")


def test_sample_pages() -> None:
    """The sample is what the script makes; its text is what was put in, radicals read as characters."""
    assert SAMPLE.read_bytes() == samples()[SAMPLE.name]
    source = read_source(str(SAMPLE))
    put_in = "".join(PDF_SAMPLE).rstrip("\n").translate(str.maketrans("⼈⻓⽼⽬⼯⻅", "人长老目工见"))
    assert source.text == put_in
    assert "局长" in source.text


def test_furniture_is_marked() -> None:
    """The head that stands on each page and the page numbers are marked, nothing else."""
    source = read_source(str(SAMPLE))
    assert [mark.span.of(source.text) for mark in source.marks] == [
        said for n in (1, 2, 3) for said in ("岚溪市人民政府新闻办公室", f"- {n} -")
    ]
    assert {mark.kind for mark in source.marks} == {"furniture"}


@pytest.mark.parametrize(
    "line",
    [
        "7",
        "- 7 -",
        "第 7 页",
        "第7页 共12页",
        "第7页/共12页",
        "第７頁，共12頁",
        "Page 7 of 12",
        "7/12",
        "— 7 —",
        "· 7 ·",
    ],
)
def test_page_numbers(line: str) -> None:
    """A number of a page, however it is printed, at the end of a page."""
    pages = [f"甲说话。\n乙说话。\n{line}", "丙说话。\n丁说话。"]
    text = "\n".join(pages)
    assert [mark.span.of(text) for mark in find_furniture(pages)] == [line]


@pytest.mark.parametrize("line", ["2024年", "7万吨", "问：", "约 7", "-", ""])
def test_speech_is_no_page_number(line: str) -> None:
    """The end of a page that only has a number in it is speech."""
    assert find_furniture([f"甲说话。\n乙说话。\n{line}", "丙说话。"]) == ()


def test_missing_package_is_named(monkeypatch) -> None:
    """Without pypdf the error says what to install."""
    monkeypatch.setitem(sys.modules, "pypdf", None)
    with pytest.raises(ReadError, match=r"pip install 'pressparse\[pdf\]'"):
        read_pdf(SAMPLE.read_bytes(), name="x.pdf")


@pytest.mark.parametrize(
    ("data", "message"),
    [(SAMPLE.read_bytes()[:700], "broken PDF"), (b"%PDF-1.5\n", "broken PDF"), (pdf_file(("", "")), "without text")],
)
def test_bad_files_are_refused(data: bytes, message: str) -> None:
    """Halves and pages of pictures: one clear error each."""
    with pytest.raises(ReadError, match=message):
        read_pdf(data, name="x.pdf")


def test_pages_that_unpack_without_end_are_refused(monkeypatch) -> None:
    """What the pages draw is bounded in sum: a thousand may share one stream."""
    from pressparse.transcript.source import pdf

    monkeypatch.setattr(pdf, "MAX_DRAWING_BYTES", 1000)
    with pytest.raises(ReadError, match="beyond all measure on page 2"):
        read_pdf(pdf_file(("甲说话。\n" * 15, "乙说话。\n" * 15)), name="x.pdf")


def test_locked_file_is_refused(tmp_path) -> None:
    """A file that asks for a password says so."""
    from pypdf import PdfWriter

    writer = PdfWriter(clone_from=str(SAMPLE))
    writer.encrypt("secret", algorithm="RC4-128")
    writer.write(tmp_path / "x.pdf")
    with pytest.raises(ReadError, match="password"):
        read_source(str(tmp_path / "x.pdf"))
