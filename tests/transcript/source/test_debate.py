"""Akoma Ntoso and TEI: who speaks, what is a note, what is refused."""

import pytest

from conftest import DATA
from pressparse.errors import ReadError
from pressparse.span import Span
from pressparse.transcript.source import read_source
from pressparse.transcript.source.akoma_ntoso import read_akoma_ntoso
from pressparse.transcript.source.container import Content
from pressparse.transcript.source.tei import read_tei

DEBATE = """<?xml version="1.0" encoding="UTF-8"?>
<an:akomaNtoso xmlns:an="http://docs.oasis-open.org/legaldocml/ns/akn/3.0"><an:debate><an:meta>
 <an:identification><an:FRBRWork><an:FRBRdate date="2024-02-03" name="event"/></an:FRBRWork>
 <an:FRBRExpression><an:FRBRdate date="2025-01-01"/></an:FRBRExpression></an:identification>
 <an:references><an:TLCPerson eId="ye" href="/person/ye" showAs="葉青"/><an:TLCRole eId="chair" showAs="Chair"/>
 <an:TLCRole eId="mayor" showAs="市長"/></an:references></an:meta>
 <an:debateBody><an:debateSection><an:num>一、</an:num><an:heading>開場</an:heading>
  <an:speech by="#ye" as="#chair"><an:from>主席：</an:from><an:p>各位好。<an:remark>（掌聲）</an:remark>請
   <an:b>提</an:b>問。</an:p><an:p>第二段。</an:p></an:speech>
  <an:narrative><an:p>（休息）</an:p></an:narrative>
  <an:question by="#nobody"><an:from>某報記者：</an:from><an:p>何時通車？</an:p></an:question>
  <an:answer by="#ye" as="#mayor"><an:p>明年。</an:p></an:answer>
  <an:answer by="#who"><an:p>後年。</an:p></an:answer>
 </an:debateSection></an:debateBody></an:debate></an:akomaNtoso>"""
CORPUS = """<TEI xmlns="http://www.tei-c.org/ns/1.0" xml:lang="zh"><teiHeader><fileDesc><titleStmt>
 <title type="sub">副题</title><title type="main" xml:lang="en">Briefing</title><title type="main">某会</title>
 </titleStmt>
 <publicationStmt><date when="2025-01-01"/></publicationStmt><sourceDesc><bibl><date when="2024-02-03"/></bibl>
 </sourceDesc></fileDesc><profileDesc><particDesc>
 <listOrg><org xml:id="GOV"><orgName>某市政府</orgName></org></listOrg>
 <listPerson><person xml:id="A"><persName xml:lang="en">Ye Qing</persName><persName><surname>叶</surname>
  <forename>青</forename></persName><affiliation ref="#GOV" role="member"/><occupation>副市长</occupation></person>
 <person xml:id="B"><persName><surname>Smith</surname><forename>John</forename></persName></person></listPerson>
 </particDesc></profileDesc></teiHeader><text><body><div><head>开场</head><note type="speaker">主席：</note>
 <u who="#A" ana="#chair"><seg>各位<note>鼓掌</note>好。</seg><vocal><desc>笑</desc></vocal><seg>第二段。</seg></u>
 <u who="#B" ana="#regular"><seg><s><w>今天</w> <w>上午</w><pc>，</pc> <w>the</w> <w>Mayor</w><pc join="right">“</pc>
 <w>来</w> <w>了</w><pc>。</pc></s></seg></u><u who="#X"><seg>好。</seg></u></div></body></text></TEI>"""


def told(content: Content) -> list[tuple[str, ...]]:
    """Kind, label, role and text of each mark."""
    return [(mark.kind, mark.label, mark.role, mark.span.of(content.text)) for mark in content.marks]


def test_speeches_of_akoma_ntoso() -> None:
    """People by showAs, else the printed name, else the key; roles from `as` and the element; notes inside speeches."""
    content = read_akoma_ntoso(DEBATE.encode())
    assert told(content) == [
        ("heading", "", "", "一、"),
        ("heading", "", "", "開場"),
        ("speech", "葉青", "host", "各位好。"),
        ("note", "", "", "（掌聲）"),
        ("speech", "葉青", "host", "請提問。\n第二段。"),
        ("note", "", "", "（休息）"),
        ("speech", "某報記者", "reporter", "何時通車？"),
        ("speech", "葉青", "guest", "明年。"),
        ("speech", "who", "guest", "後年。"),
    ]
    assert (content.date, content.dialect) == ("2024-02-03", "akoma-ntoso")
    assert [mark.goes_on for mark in content.marks if mark.kind == "speech"] == [False, True, False, False, False]
    assert content.marks[7].title == "市長"


def test_speeches_of_tei() -> None:
    """Names in the record's script, surname first; titles, organizations, roles of the header; words put together."""
    content = read_tei(CORPUS.encode())
    assert told(content) == [
        ("heading", "", "", "开场"),
        ("note", "", "", "主席："),
        ("speech", "叶青", "host", "各位"),
        ("note", "", "", "鼓掌"),
        ("speech", "叶青", "host", "好。"),
        ("note", "", "", "笑"),
        ("speech", "叶青", "host", "第二段。"),
        ("speech", "John Smith", "", "今天上午， the Mayor “来了。"),
        ("speech", "X", "", "好。"),
    ]
    assert (content.title, content.date, content.dialect) == ("某会", "2024-02-03", "tei")
    assert (content.marks[2].title, content.marks[2].organization) == ("副市长", "某市政府")


def test_text_of_a_debate() -> None:
    """A paragraph is a line, a blank line stands between two speeches, a note in a line stays in it."""
    assert read_akoma_ntoso(DEBATE.encode()).text == (
        "一、\n\n開場\n\n各位好。（掌聲）請提問。\n第二段。\n\n（休息）\n\n何時通車？\n\n明年。\n\n後年。"
    )


@pytest.mark.parametrize("text", [DEBATE, CORPUS])
def test_marks_cover_all_but_white_space(text: str) -> None:
    """Nothing of a debate is left to guess: what no mark covers is white space, and no two marks overlap."""
    content = (read_akoma_ntoso if "akomaNtoso" in text else read_tei)(text.encode())
    at = 0
    for mark in content.marks:
        assert mark.span.start >= at
        assert not Span(at, mark.span.start).of(content.text).strip()
        at = mark.span.end
    assert at == len(content.text)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "gb18030", "big5"])
def test_encoding_of_xml(encoding: str) -> None:
    """The declared encoding and the byte order mark are believed."""
    declared = {"utf-8-sig": "utf-8"}.get(encoding, encoding)
    text = DEBATE.replace('encoding="UTF-8"', f'encoding="{declared}"')
    assert read_akoma_ntoso(text.encode(encoding)).text == read_akoma_ntoso(DEBATE.encode()).text


@pytest.mark.parametrize(
    ("text", "message", "line"),
    [
        ('<?xml version="1.0"?>\n<!DOCTYPE TEI [<!ENTITY a "b">]>\n<TEI>&a;</TEI>', "entities", 2),
        ('<!DOCTYPE TEI SYSTEM "http://example.org/tei.dtd">\n<TEI/>', "document type", 1),
        ("<TEI>\n<text>\n<body><u>好</u>\n</text></TEI>", "mismatched tag", 4),
        ("<TEI>\n<text><body><u>好", "no element found|unclosed", 2),
        ("<TEI>&nbsp;</TEI>", "undefined entity", 1),
        ("<TEI>" + "<div>" * 1001, "nests more than 1,000", 1),
    ],
)
def test_unsafe_and_broken_xml_is_refused(text: str, message: str, line: int) -> None:
    """No entity, no document type, no endless nesting, nothing half: an error with its line."""
    with pytest.raises(ReadError, match=message) as caught:
        read_tei(text.encode(), name="x.xml")
    assert (caught.value.path, caught.value.line) == ("x.xml", line)


def test_debate_without_text_is_an_error() -> None:
    """A document of metadata only is no transcript."""
    with pytest.raises(ReadError, match="without text"):
        read_akoma_ntoso(b"<akomaNtoso><debate><meta/><debateBody/></debate></akomaNtoso>")


def test_document_without_speeches_has_no_marks() -> None:
    """TEI of something else is a text like any other."""
    content = read_tei("<TEI><text><body><head>甲</head><p>问：好吗？</p></body></text></TEI>".encode())
    assert (content.text, content.marks, content.dialect, content.title) == ("甲\n\n问：好吗？", (), "", "甲")


def test_samples_name_their_speakers() -> None:
    """The samples: speakers, roles, titles and dates of the metadata."""
    debate = read_source(str(DATA / "akoma-ntoso-ruiquan.an.xml"))
    assert (debate.format, debate.date) == ("akoma-ntoso", "2022-06-15")
    assert {mark.label for mark in debate.marks} - {""} == {"江沛盈", "羅景騰", "泉報", "島南電視", "瑞泉時報"}
    corpus = read_source(str(DATA / "tei-yunlu.tei.xml"))
    assert (corpus.format, corpus.date, corpus.title) == ("tei", "2022-12-01", "云麓市水环境治理专题新闻发布会实录")
    assert {(mark.label, mark.role) for mark in corpus.marks if mark.kind == "speech"} == {
        ("翟远峥", "host"),
        ("傅明曜", "guest"),
        ("楚纹清", "guest"),
        ("云麓晚报记者", "reporter"),
        ("华讯社记者", "reporter"),
    }
    assert {mark.title for mark in corpus.marks if mark.label == "楚纹清"} == {"云麓市水务局副局长"}


def test_marks_suffice_for_the_turns(shared) -> None:
    """A real debate against its gold: each turn complete, each speaker right, by the marks alone."""
    import json
    import re

    source = read_source(str(shared / "transcripts" / "executive-yuan-2018-12-13.an.xml"))
    rows = (shared / "gold" / "turns" / "executive-yuan-2018-12-13.jsonl").read_text("utf-8")
    gold = [json.loads(line) for line in rows.split("\n") if line]
    turns: list[list[str]] = []
    for mark in source.marks:
        if mark.kind == "speech":
            if not turns or turns[-1][0] != mark.label:
                turns.append([mark.label, ""])
            turns[-1][1] += mark.span.of(source.text)
    han = re.compile(r"[^\u3400-\u9fff]+")
    assert [label for label, _ in turns] == [row["speaker"] for row in gold]
    alike = [han.sub("", said) == han.sub("", row["text"]) for (_, said), row in zip(turns, gold, strict=True)]
    assert alike.count(True) >= len(gold) - 2, "some records were edited after they were published"
