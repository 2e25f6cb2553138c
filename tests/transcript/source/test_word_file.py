"""DOCX: paragraphs, bold, bounds."""

import struct

import pytest
from build_containers import WORD_SAMPLE, paragraphs, samples, word_document, word_file

from conftest import DATA
from pressparse.errors import ReadError
from pressparse.transcript.source import read_source
from pressparse.transcript.source.word_file import read_word_file


def run(text: str, properties: str = "") -> str:
    """A run of a paragraph."""
    return f"<w:r><w:rPr>{properties}</w:rPr><w:t>{text}</w:t></w:r>"


def read(body: str):
    """What is read out of a document of these paragraphs."""
    return read_word_file(word_file(word_document(body)), name="x.docx")


def test_paragraphs_tabs_and_breaks() -> None:
    """A paragraph is a line; tabs and breaks stay; white space is kept as typed."""
    stops = "<w:pPr><w:tabs><w:tab/></w:tabs></w:pPr>"
    said = "<w:r><w:t>　　甲 </w:t><w:tab/><w:t>乙</w:t><w:br/><w:t>丙</w:t></w:r>"
    table = f"<w:tbl><w:tr><w:tc><w:p>{run('丁')}</w:p></w:tc></w:tr></w:tbl>"
    assert read(f"<w:p>{stops}{said}</w:p><w:p/>{table}").text == "　　甲 \t乙\n丙\n\n丁"


def test_bold_runs_are_one_mark() -> None:
    """Runs side by side are one stretch; `w:val=false` and a bold paragraph mark are not bold."""
    runs = (
        run("记", "<w:b/>")
        + run("者：", "<w:b w:val='true'/>")
        + run("好吗", "<w:b w:val='0'/>")
        + run(" 好 ", "<w:b/>")
    )
    content = read(f"<w:p><w:pPr><w:rPr><w:b/></w:rPr></w:pPr>{runs}</w:p>")
    assert [mark.span.of(content.text) for mark in content.marks] == ["记者：", "好"]


def test_what_was_deleted_is_no_text() -> None:
    """Tracked deletions, field codes and the second form of a drawing are left out; insertions stay."""
    body = (
        f"<w:p><w:del><w:r><w:delText>旧</w:delText></w:r></w:del><w:ins>{run('新')}</w:ins><w:r><w:instrText>PAGE"
        f"</w:instrText></w:r><m:AlternateContent xmlns:m='m'><m:Choice>{run('框')}</m:Choice><m:Fallback>{run('框')}"
        "</m:Fallback></m:AlternateContent></w:p>"
    )
    assert read(body).text == "新框"


def test_sample_document() -> None:
    """The sample is what the script makes, and its text what was put in."""
    file = DATA / "containers" / "label-colon-lanxi.docx"
    assert file.read_bytes() == samples()[file.name]
    source = read_source(str(file))
    assert source.text == WORD_SAMPLE.replace("*", "").removeprefix("# ").rstrip("\n")
    assert (source.format, source.title) == ("docx", "岚溪市营商环境新闻发布会实录")


def test_same_text_as_python_docx() -> None:
    """Another reader of Word files sees the same paragraphs."""
    docx = pytest.importorskip("docx", reason="needs python-docx, which is not installed")
    document = docx.Document(str(DATA / "containers" / "label-colon-lanxi.docx"))
    text = read_source(str(DATA / "containers" / "label-colon-lanxi.docx")).text
    assert "\n".join(paragraph.text for paragraph in document.paragraphs) == text


def test_document_of_python_docx(tmp_path) -> None:
    """A document that another program wrote, with styles, a table and bold runs, is read whole."""
    docx = pytest.importorskip("docx", reason="needs python-docx, which is not installed")
    document = docx.Document()
    document.add_heading("某会实录", 0)
    document.add_paragraph().add_run("记者：").bold = True
    document.paragraphs[-1].add_run("好吗？")
    document.add_table(1, 2).rows[0].cells[1].text = "好。"
    document.save(tmp_path / "x.docx")
    source = read_source(str(tmp_path / "x.docx"))
    assert (source.text, source.title) == ("某会实录\n记者：好吗？\n\n好。", "某会实录")
    assert [mark.span.of(source.text) for mark in source.marks] == ["记者："]


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (word_file("<a>" + " " * 50_000_000), "unpacks from"),
        (word_file("<a/>", entry="xl/workbook.xml"), "not a Word document"),
        (word_file("<!DOCTYPE a><a/>"), "document type"),
        (word_file("<a>" * 2000), "nests more than"),
        (word_file(word_document("<w:p/>")), "without text"),
        (word_file(word_document(paragraphs(WORD_SAMPLE)))[:-30], "broken ZIP"),
        (word_file(word_document(paragraphs(WORD_SAMPLE)))[:200], "broken ZIP"),
    ],
)
def test_bad_documents_are_refused(data: bytes, message: str) -> None:
    """Bombs, other archives, unsafe XML, halves: one clear error each."""
    with pytest.raises(ReadError, match=message):
        read_word_file(data, name="x.docx")


def test_directory_is_bounded() -> None:
    """An archive that claims a directory of gigabytes is refused before it is read."""
    data = bytearray(word_file(word_document(paragraphs(WORD_SAMPLE))))
    end = data.rfind(b"PK\x05\x06")
    data[end + 12 : end + 16] = struct.pack("<I", 1 << 30)
    with pytest.raises(ReadError, match="more files"):
        read_word_file(bytes(data), name="x.docx")
