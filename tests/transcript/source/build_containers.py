"""Builds Word and PDF files from text; run as a program, the samples in data/containers/."""

import sys
import zipfile
from io import BytesIO
from pathlib import Path

# One line a paragraph; `*…*` is bold, `# ` opens the title.
WORD_SAMPLE = """\
# 岚溪市营商环境新闻发布会实录
2024年4月11日
*主持人 池映雪：*各位记者，下午好！今天出席发布会的是市政务服务局局长鲁承安先生。先请他介绍情况。
*鲁承安：*一季度，全市新登记经营主体1.26万户，同比增长8.4%，平均开办时间由4个小时压缩到2.5个小时。
目前，“一窗通办”事项达到1873项，占全部事项的91.2%。
*《岚溪晨报》记者：*请问小微企业最关心的融资问题怎么解决？
*鲁承安：*我们设立了3亿元的风险补偿资金池，到3月底已支持企业642家，贷款余额17.8亿元。
*主持人 池映雪：*谢谢鲁局长，谢谢各位，发布会到此结束。
"""
# One page an item, one line a line. The radicals are what converters print in place of 长, 见, 工, 方, 人.
PDF_SAMPLE = (
    """\
岚溪市人民政府新闻办公室
岚溪市养老服务新闻发布会实录（2024年10月17日）
主持⼈：各位媒体朋友，上午好。请市民政局局⻓
聂云舟介绍情况。
聂云舟：截至9月底，全市共有养老机构164家、床
位2.38万张，其中护理型床位1.49万张，占62.6%。
- 1 -
""",
    """\
岚溪市人民政府新闻办公室
今年新建社区食堂35个，累计达到128个，日均服务
1.1万人次，⽼⼈们用餐平均优惠4元。
《岚溪晨报》记者：农村地区怎么办？
聂云舟：我们在每个乡镇建一所敬老院，⽬前建成
21所，还有3所年底完⼯，意⻅已经征求完毕。
- 2 -
""",
    """\
岚溪市人民政府新闻办公室
东湖广播记者：护理人员够不够？
聂云舟：现有持证护理员1960人，缺口约400人，今
年培训了520人。
主持⼈：谢谢，发布会到此结束。
- 3 -
""",
)
_STAMP = (2024, 1, 1, 0, 0, 0)
_NAMESPACE = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_TYPES = (
    '<?xml version="1.0" encoding="UTF-8"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    '<Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.'
    'wordprocessingml.document.main+xml"/></Types>'
)
_RELATIONS = (
    '<?xml version="1.0" encoding="UTF-8"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/'
    'relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/'
    'officeDocument" Target="word/document.xml"/></Relationships>'
)


def word_document(body: str) -> str:
    """The XML of a document around the XML of its paragraphs."""
    return (
        f'<?xml version="1.0" encoding="UTF-8"?><w:document xmlns:w="{_NAMESPACE}"><w:body>{body}</w:body></w:document>'
    )


def word_file(document: str, *, entry: str = "word/document.xml") -> bytes:
    """A DOCX around a document, the same bytes at every call."""
    data = BytesIO()
    with zipfile.ZipFile(data, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in (("[Content_Types].xml", _TYPES), ("_rels/.rels", _RELATIONS), (entry, document)):
            archive.writestr(zipfile.ZipInfo(name, _STAMP), content, zipfile.ZIP_DEFLATED)
    return data.getvalue()


def paragraphs(text: str) -> str:
    """The XML of the paragraphs of a text in the notation of WORD_SAMPLE."""
    made = []
    for line in text.splitlines():
        style = '<w:pPr><w:pStyle w:val="Title"/></w:pPr>' if line.startswith("# ") else ""
        runs = [
            f'<w:r>{"<w:rPr><w:b/></w:rPr>" if place % 2 else ""}<w:t xml:space="preserve">{run}</w:t></w:r>'
            for place, run in enumerate(line.removeprefix("# ").split("*"))
            if run
        ]
        made.append(f"<w:p>{style}{''.join(runs)}</w:p>")
    return "".join(made)


def pdf_file(pages: tuple[str, ...]) -> bytes:
    """A PDF that shows each line of each page in a Song typeface of the reader's own."""
    characters = sorted(set("".join(pages)) - {"\n"})
    objects = [
        "<< /Type /Catalog /Pages 2 0 R >>",
        f"<< /Type /Pages /Count {len(pages)} /Kids [{' '.join(f'{7 + 2 * n} 0 R' for n in range(len(pages)))}] >>",
        "<< /Type /Font /Subtype /Type0 /BaseFont /STSong-Light /Encoding /UniGB-UTF16-H "
        "/DescendantFonts [4 0 R] /ToUnicode 6 0 R >>",
        "<< /Type /Font /Subtype /CIDFontType0 /BaseFont /STSong-Light /DW 1000 /FontDescriptor 5 0 R "
        "/CIDSystemInfo << /Registry (Adobe) /Ordering (GB1) /Supplement 4 >> >>",
        "<< /Type /FontDescriptor /FontName /STSong-Light /Flags 6 /FontBBox [-25 -254 1000 880] /ItalicAngle 0 "
        "/Ascent 880 /Descent -120 /CapHeight 880 /StemV 93 >>",
        _stream(_to_unicode(characters)),
    ]
    for number, page in enumerate(pages):
        content = [f"BT /F1 14 Tf 60 {780 - 26 * place} Td <{line.encode('utf-16-be').hex()}> Tj ET"
                   for place, line in enumerate(page.splitlines())]  # fmt: skip
        objects.append(
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents {8 + 2 * number} 0 R "
            "/Resources << /Font << /F1 3 0 R >> >> >>"
        )
        objects.append(_stream("\n".join(content)))
    return _pdf(objects)


def _stream(content: str) -> str:
    return f"<< /Length {len(content)} >>\nstream\n{content}\nendstream"


def _to_unicode(characters: list[str]) -> str:
    blocks = []
    for start in range(0, len(characters), 100):
        codes = [char.encode("utf-16-be").hex() for char in characters[start : start + 100]]
        rows = "\n".join(f"<{code}> <{code}>" for code in codes)
        blocks.append(f"{len(codes)} beginbfchar\n{rows}\nendbfchar")
    return (
        "/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /Own def /CMapType 2 def\n"
        "1 begincodespacerange <0000> <FFFF> endcodespacerange\n" + "\n".join(blocks) + "\nendcmap end end"
    )


def _pdf(objects: list[str]) -> bytes:
    data = b"%PDF-1.5\n%\xe2\xe3\xcf\xd3\n"
    places = []
    for number, body in enumerate(objects, 1):
        places.append(len(data))
        data += f"{number} 0 obj\n{body}\nendobj\n".encode("ascii")
    table = "".join(f"{place:010} 00000 n \n" for place in places)
    trailer = f"trailer\n<< /Size {len(objects) + 1} /Root 1 0 R >>\nstartxref\n{len(data)}\n%%EOF\n"
    return data + f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n{table}{trailer}".encode("ascii")


def samples() -> dict[str, bytes]:
    """The samples by file name."""
    return {
        "label-colon-lanxi.docx": word_file(word_document(paragraphs(WORD_SAMPLE))),
        "label-colon-lanxi.pdf": pdf_file(PDF_SAMPLE),
    }


if __name__ == "__main__":
    folder = Path(sys.argv[1])
    for name, content in samples().items():
        (folder / name).write_bytes(content)
