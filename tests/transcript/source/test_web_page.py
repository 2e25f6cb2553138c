"""HTML: main text, title, date, bold, encoding."""

import html

import pytest
from hypothesis import given
from hypothesis import strategies as st

from conftest import DATA
from pressparse.errors import ReadError
from pressparse.transcript.source import read_source
from pressparse.transcript.source.web_page import read_web_page

LINES = (
    "问：请介绍一下上半年的情况。",
    "答：上半年，全市新增就业3.2万人，比去年同期增加0.4万人。",
    "问：还有吗？",
    "答：没有了，谢谢大家。",
)
PARAGRAPHS = "".join(f"<p>{line}</p>" for line in LINES)
NAVIGATION = "".join(f'<li><a href="/{n}">栏目{n}</a></li>' for n in range(12))
PAGES = {
    "article among boxes": f"""<body><div class="topbar"><a href=/>首页</a></div><ul class=m1>{NAVIGATION}</ul>
        <div class=wrap><div class=left>{PARAGRAPHS}</div><div class=box><h3>热点</h3><ul>{NAVIGATION}</ul></div></div>
        <div class="footer"><p>某市人民政府主办，某公司承办。版权所有，不得转载。</p></div></body>""",
    "table layout without closing tags": f"""<body><table><tr><td><a href=/a>首页</a><td><a href=/b>新闻</a>
        <tr><td width=20%><a href=/1>栏目一</a><br><a href=/2>栏目二</a><br><a href=/3>栏目三</a>
        <td>{"".join(f"<p>{line}" for line in LINES)}<tr><td colspan=2>地址：某路8号 电话：5558100</table>""",
    "one block for each turn": f"""<body><nav><ul>{NAVIGATION}</ul></nav><main>
        {"".join(f'<div class="item"><div class="txt">{line}</div></div>' for line in LINES)}</main>
        <footer>某台版权所有，未经许可，不得使用。</footer></body>""",
    "the page is one form": f"""<body class="nav-open"><form id=aspnetForm><div id=head><ul>{NAVIGATION}</ul></div>
        <div id=main-content>{PARAGRAPHS}</div><select><option>友情链接，请选择。</select></form></body>""",
    "line breaks only": f"""<body><div class=crumb>首页 &gt; 新闻</div><div id=zoom>{"<br><br>".join(LINES)}</div>
        <div class=share>分享到：<a href=#>微信</a></div></body>""",
    "everything is called aside": f"<body><aside>{PARAGRAPHS}</aside><footer>某市，某年。</footer></body>",
    "links in the text stay": f"""<body><div>{PARAGRAPHS.replace("谢谢大家", '<a href="/x">谢谢大家</a>')}</div>
        <div><a href=/1>一</a> <a href=/2>二</a> <a href=/3>三</a></div></body>""",
    "words of a program": f"""<body><script>var a = "<p>问：脚本，不是话。</p>";</script><style>p{{}}</style>
        <div>{PARAGRAPHS}</div><div style="display:none"><p>隐藏的话，没有人说过。</p></div><noscript>请打开脚本，谢谢。
        </noscript><!-- <p>注释，不是话。</p> --></body>""",
    "unclosed and stray tags": f"<div><span><b></i></table></p>{PARAGRAPHS}</div></div></section>",
}


@pytest.mark.parametrize("name", PAGES)
def test_main_text_is_found_by_structure(name: str) -> None:
    """Whatever the template, the text is the paragraphs of the record, all of them and nothing else."""
    page = f"<!doctype html><html><head><title>甲</title></head>{PAGES[name]}</html>"
    assert tuple(line for line in read_web_page(page.encode()).text.split("\n") if line) == LINES


@pytest.mark.parametrize("name", ["piece.txt", "piece.html", "piece"])
def test_piece_of_a_page(tmp_path, name: str) -> None:
    """What an editorial system keeps of a page begins with no tag: its breaks are markup all the same."""
    file = tmp_path / name
    file.write_text("<br>\n".join(LINES) + "<br>\n", "utf-8")
    assert read_source(str(file)).text.split("\n") == list(LINES)


def test_tags_of_markdown_are_its_own(tmp_path) -> None:
    """Markdown may hold line breaks as tags, and stays Markdown."""
    file = tmp_path / "record.md"
    file.write_text("## 叶青\n\n" + "<br>\n".join(LINES) + "<br>\n<br>\n", "utf-8")
    assert "## 叶青" in read_source(str(file)).text


def test_breaks_and_blocks_end_lines() -> None:
    """`<br>` and the end of a block are line ends; empty paragraphs and line breaks of the source are none."""
    page = "<html><p>一，<br>二<br/>三，</p><p>&nbsp;</p><div>四\n五，</div>六，<h2>七</h2><pre>八，\n九</pre></html>"
    assert read_web_page(page.encode()).text == "一，\n二\n三，\n四五，\n六，\n七\n八，\n九"


def test_entities_are_characters() -> None:
    """References are decoded, once; a no-break space is a space, so that `1&nbsp;260` is one number."""
    page = "<html><p>R&amp;D 投入，1&nbsp;260&#19975;元，&ldquo;A&rdquo;&amp;lt;&mdash;</p></html>"
    assert read_web_page(page.encode()).text == "R&D 投入，1 260万元，“A”&lt;—"


def test_inline_markup_joins_words() -> None:
    """Tags inside a word do not cut it; a reading above a character is no text."""
    page = "<html><p>发<span>布</span>\n<i>会</i>，<ruby>龘<rt>dá</rt></ruby>，A\n<i>B</i></p></html>"
    assert read_web_page(page.encode()).text == "发布会，龘，A B"


def test_bold_stretches_are_marked() -> None:
    """`<b>` and `<strong>`, nested or side by side, are one strong mark, which never crosses a line."""
    page = (
        "<html><p>　　<b><span><b>某社记者：</b>9<b>月</b></span></b>有何计划？</p><b><p>甲，</p><p>乙。</p></b></html>"
    )
    content = read_web_page(page.encode())
    assert [mark.span.of(content.text) for mark in content.marks if mark.kind == "strong"] == [
        "某社记者：9月",
        "甲，",
        "乙。",
    ]


def test_heading_and_caption_are_marked() -> None:
    """The heading above the text and the caption of a picture are no speech."""
    figure = "<figure><img><figcaption>图为现场。</figcaption></figure>"
    page = f"<html><h1>某会，实录</h1><p>问：好吗？</p>{figure}<p>答：好。</p></html>"
    content = read_web_page(page.encode())
    assert [(mark.kind, mark.span.of(content.text)) for mark in content.marks] == [
        ("heading", "某会，实录"),
        ("note", "图为现场。"),
    ]


@pytest.mark.parametrize(
    ("head", "title", "date"),
    [
        ("<title>2024年5月6日某部记者会_某部网站</title>", "2024年5月6日某部记者会", "2024-05-06"),
        ("<title>某部记者会 - 某网</title><meta name=PubDate content='2024-05-06 10:00'>", "某部记者会", "2024-05-06"),
        ("<title>2024-05-06记者会</title>", "2024-05-06记者会", "2024-05-06"),
        ("<title>a</title><meta property='og:title' content='某部记者会'>", "某部记者会", ""),
        (
            "<meta name=ArticleTitle content='某部&quot;甲&quot;'><meta property=og:title content=乙>",
            '某部"甲"',
            "",
        ),
        ("<title>某部 | 某会</title><meta name=SiteName content=某会>", "某部", ""),
        (
            "<title>记者会</title><meta property='article:published_time' content='2023-08-08T17:42:00+08:00'>",
            "记者会",
            "2023-08-08",
        ),
        (
            "<title>2023年8月8日记者会</title><meta name=publishdate content=2023-08-09>",
            "2023年8月8日记者会",
            "2023-08-08",
        ),
        ("<meta name=date content='no day'>", "", ""),
    ],
)
def test_title_and_date(head: str, title: str, date: str) -> None:
    """The title comes without the site; the date is that of the event, which the title knows better than the page."""
    content = read_web_page(f"<html><head>{head}</head><p>问：好吗？</p></html>".encode())
    assert (content.title, content.date) == (title, date)


@pytest.mark.parametrize(
    ("declared", "encoding"),
    [("gb2312", "gb18030"), ("GBK", "gbk"), ("big5", "big5"), ("utf-8", "utf-8"), ("utf-8", "gb18030"), ("x", "utf-8")],
)
def test_encoding_is_declared_or_found(declared: str, encoding: str) -> None:
    """The declared encoding is used where it fits the bytes, and found where it is wrong."""
    page = f"<html><meta http-equiv=Content-Type content='text/html; charset={declared}'>" + "".join(
        f"<p>{line.replace('询', '')}</p>" for line in ("問：請問今年的情況如何？", "答：今年的情況很好，謝謝大家。")
    )
    content = read_web_page(page.encode(encoding))
    assert content.text.startswith("問：請問今年")


def test_byte_order_mark_beats_the_declaration() -> None:
    """A page in UTF-16 says so by its mark, whatever it declares."""
    page = "<html><meta charset=gb2312><p>问：好吗？</p></html>".encode("utf-16")
    assert read_web_page(page).text == "问：好吗？"


def test_page_without_text_is_an_error() -> None:
    """A page that a program would have filled is no transcript."""
    with pytest.raises(ReadError, match="without text"):
        read_web_page(b"<html><body><div id=app></div><script>run()</script></body></html>")


def test_sample_page() -> None:
    """The sample: eleven paragraphs of the record, title and date, labels in bold."""
    source = read_source(str(DATA / "label-colon-cenzhou.html"))
    assert (source.format, source.date) == ("html", "2023-08-08")
    assert source.title == "2023年8月8日航道与水利部发言人古牧川主持月度记者会"
    assert source.text.startswith("岑洲通讯社记者：入汛以来")
    assert source.text.endswith("（记者会于17时25分结束）")
    assert "版权所有" not in source.text
    assert "水情数据" not in source.text


@pytest.mark.parametrize("day", ["2020-09-22", "2024-03-14"])
def test_ministry_pages(shared, day: str) -> None:
    """Real pages of two templates: every question and answer, nothing of the page around them, title and date."""
    file = shared / "transcripts" / f"ministry-{day}.html"
    source = read_source(str(file))
    assert source.date == day
    assert source.title.endswith("外交部发言人汪文斌主持例行记者会")
    page = html.unescape(file.read_text("utf-8"))
    assert source.text.count("汪文斌：") == page.count("汪文斌：")
    assert sum(mark.kind == "strong" for mark in source.marks) == source.text.count("汪文斌：")
    for word in ("版权所有", "首页", "English", "打印", "来源：", "搜索"):
        assert word not in source.text


@given(st.lists(st.text("甲乙丙丁，。？：123ab<>&\"'", min_size=1, max_size=30), min_size=1, max_size=12))
def test_every_paragraph_comes_back(said: list[str]) -> None:
    """What is written into the paragraphs of a page is its text, whatever characters it has."""
    lines = [f"话{line}，完。" for line in said]
    page = f"<html><ul>{NAVIGATION}</ul><div>{''.join(f'<p>{html.escape(line)}</p>' for line in lines)}</div></html>"
    assert read_web_page(page.encode()).text.split("\n") == lines
