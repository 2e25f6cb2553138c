"""TEI: every turn, note, person and exchange of a record, where Parla-CLARIN has it; read back, it says the same."""

from dataclasses import replace
from datetime import date
from itertools import groupby
from pathlib import Path
from xml.etree import ElementTree

import pytest
from test_export import MARKDOWN, SAMPLES, briefing

import pressparse
from conftest import DATA
from pressparse.briefing import Briefing
from pressparse.report.export import write_export

TEI = "{http://www.tei-c.org/ns/1.0}"
ID = "{http://www.w3.org/XML/1998/namespace}id"


def without_space(text: str) -> str:
    return "".join(text.split())


def parse_tei(path: Path) -> ElementTree.Element:
    return ElementTree.fromstring(path.read_bytes())


def utterances_of(root: ElementTree.Element) -> list[tuple[str, str, str]]:
    """Speaker, role and words of each u, the notes in it left out."""
    names = {person.get(ID): person.findtext(f"{TEI}persName") for person in root.iter(f"{TEI}person")}
    return [
        (
            names.get((u.get("who") or "#")[1:]) or "",
            (u.get("ana") or "").split()[0][1:],
            without_space("".join("".join(seg.itertext()) for seg in u.iter(f"{TEI}seg"))),
        )
        for u in root.iter(f"{TEI}u")
    ]


def spoken(read: Briefing) -> list[tuple[str, str, str]]:
    """Speaker, role and words of each turn, its stretches together, stage notes left out."""
    turns: dict[int, tuple[str, str, str]] = {}
    for turn in read.turns:
        said = list(turn.span.of(read.source.text))
        for part in read.parts:
            if part.kind in ("note", "heading") and part.span.overlaps(turn.span):
                said[part.span.start - turn.span.start : part.span.end - turn.span.start] = " " * len(part.span)
        before = turns.get(turn.number, (turn.speaker, turn.role.value, ""))
        turns[turn.number] = (before[0], before[1], before[2] + without_space("".join(said)))
    return list(turns.values())


def speeches(read: Briefing) -> list[tuple[str, str, str]]:
    """Speaker, role and words, turns of one speaker that follow one another together."""
    groups = groupby(spoken(read), key=lambda each: each[:2])
    return [(*who, "".join(words for _, _, words in each)) for who, each in groups]


@pytest.fixture(params=SAMPLES)
def sample(request) -> Briefing:
    return pressparse.read(str(DATA / request.param))


@pytest.fixture
def tei(sample: Briefing, tmp_path: Path) -> ElementTree.Element:
    write_export([sample], tmp_path / "x.tei.xml")
    return parse_tei(tmp_path / "x.tei.xml")


def test_tei_holds_every_turn(sample: Briefing, tei: ElementTree.Element) -> None:
    """Read back, each u has the speaker, the role and the words of its turn, in order."""
    assert utterances_of(tei) == spoken(sample)


def test_tei_is_read_back(sample: Briefing, tei: ElementTree.Element, tmp_path: Path) -> None:
    """pressparse itself finds the same people saying the same in its own TEI, whatever layout the record had."""
    again = pressparse.read(str(tmp_path / "x.tei.xml"))
    assert again.dialect == "tei"
    assert speeches(again) == speeches(sample)


def test_tei_holds_every_note(sample: Briefing, tei: ElementTree.Element) -> None:
    """Whatever the record prints beside speech is a head or a note; nothing else is left out but labels and marks."""
    printed = "".join(part.span.of(sample.source.text) for part in sample.parts if part.kind in ("note", "heading"))
    kept = (each for tag in ("head", "note") for each in tei.iter(TEI + tag) if each.get("type") != "speaker")
    assert sorted(without_space("".join("".join(each.itertext()) for each in kept))) == sorted(
        character for character in without_space(printed) if character not in "#>"
    )


def test_tei_points_nowhere_in_vain(tei: ElementTree.Element) -> None:
    """Ids are unique and plain; who, ana, corresp and target lead to one."""
    ids = [element.get(ID) for element in tei.iter() if element.get(ID)]
    assert len(ids) == len(set(ids))
    pointers = {
        pointer
        for element in tei.iter()
        for name in ("who", "ana", "corresp", "target")
        for pointer in element.get(name, "").split()
    }
    assert len(pointers) > 3
    assert sorted(pointer for pointer in pointers if pointer[1:] not in ids) == []


def test_tei_spans_are_the_exchanges(sample: Briefing, tei: ElementTree.Element) -> None:
    """A span of type exchange lists the turns of a question, its relays and its answers."""
    numbers = {f"#{u.get(ID)}": int(u.get("n", "")) for u in tei.iter(f"{TEI}u")}
    spans = [[numbers[each] for each in span.get("target", "").split()] for span in tei.iter(f"{TEI}span")]
    assert spans == [sorted((*each.questions, *each.relays, *each.answers)) for each in sample.exchanges]


def test_tei_header_says_where_it_is_from(tmp_path: Path) -> None:
    """Title, day, file name and checksum of the source, title and organization of the people stand in the header."""
    read = pressparse.read(str(DATA / "three-line-lanjiang.txt"), on=date(2021, 3, 22))
    person = replace(read.people[0], title="局长 & 主任", organization="<省局>")
    write_export([replace(read, people=(person, *read.people[1:]))], tmp_path / "x.tei.xml")
    root = parse_tei(tmp_path / "x.tei.xml")
    bibl = root.find(f".//{TEI}bibl")
    assert bibl is not None
    assert [(each.get("type"), each.text) for each in bibl.iter(f"{TEI}idno")] == [
        ("file", read.source.name),
        ("sha256", read.source.sha256),
    ]
    assert bibl.findtext(f"{TEI}title") == "澜江省森林草原防灭火指挥部新闻发布会文字实录"
    assert [each.get("when") for each in root.iter(f"{TEI}date")] == ["2021-03-22"] * 2
    first = root.find(f".//{TEI}person")
    assert first is not None
    assert first.findtext(f"{TEI}occupation") == "局长 & 主任"
    assert first.findtext(f"{TEI}affiliation/{TEI}orgName") == "<省局>"


def test_tei_elements_stand_where_tei_has_them(tei: ElementTree.Element) -> None:
    """Heads open a division, speeches are in divisions, segments in speeches: the content models of TEI P5."""
    body = tei.find(f"{TEI}text/{TEI}body")
    assert body is not None
    assert [child.tag for child in tei] == [TEI + "teiHeader", TEI + "text"]
    assert {child.tag for child in body[:-1]} <= {TEI + "div"}
    assert body[-1].tag in (TEI + "div", TEI + "spanGrp")
    for div in body.iter(f"{TEI}div"):
        tags = [child.tag.removeprefix(TEI) for child in div]
        assert "head" not in tags[tags.index("u") :] if "u" in tags else True
        assert set(tags) <= {"head", "note", "u"}
        assert div.get("type") == ("debateSection" if "u" in tags else "commentSection")
    for u in body.iter(f"{TEI}u"):
        assert {child.tag for child in u} <= {TEI + "seg", TEI + "note"}


def test_tei_keeps_a_turn_together(tmp_path: Path) -> None:
    """A turn that a stage note interrupts is one u with the note in it, under its number."""
    write_export([briefing(MARKDOWN)], tmp_path / "x.tei.xml")
    first, second = parse_tei(tmp_path / "x.tei.xml").iter(f"{TEI}u")
    assert [(each.tag.removeprefix(TEI), each.text) for each in first] == [
        ("seg", "第一段。"),
        ("note", "（影片）"),
        ("seg", "第二段。"),
    ]
    assert (first.get("n"), second.get("n")) == ("1", "2")


def test_tei_paragraph_is_one_segment(tmp_path: Path) -> None:
    """Lines that a record breaks to a width are one segment with lb between them; lines that end a sentence are two."""
    write_export([pressparse.read(str(DATA / "bracket-yunze.txt"))], tmp_path / "x.tei.xml")
    segments = list(parse_tei(tmp_path / "x.tei.xml").iter(f"{TEI}seg"))
    assert "".join(segments[1].itertext()) == "请问，今年以来台资企业在云泽的经营情况如何？"
    assert [child.tag for child in segments[1]] == [TEI + "lb"]
    write_export([briefing("### 甲乙：\n一句。\n又一句。\n\n### 丙丁：\n好。\n")], tmp_path / "y.tei.xml")
    assert [each.text for each in parse_tei(tmp_path / "y.tei.xml").iter(f"{TEI}seg")] == ["一句。", "又一句。", "好。"]


def test_tei_shows_what_xml_forbids(tmp_path: Path) -> None:
    """Control characters become their pictures, no-characters U+FFFD; markup signs survive."""
    text = "### 甲乙：\n前\x0c后\x00。\n\n### 丙丁：\n甲\ufffe乙<b>&amp;]]></b>\n"
    write_export([briefing(text)], tmp_path / "x.tei.xml")
    said = [words for _, _, words in utterances_of(parse_tei(tmp_path / "x.tei.xml"))]
    assert said == ["前␌后␀。", "甲\ufffd乙<b>&amp;]]></b>"]


def test_tei_of_several_records_is_a_corpus(tmp_path: Path) -> None:
    """Each record is a TEI of its own with its people; ids are unique over all, codes explained once."""
    reads = [pressparse.read(str(DATA / name)) for name in (SAMPLES[0], SAMPLES[5], SAMPLES[0])]
    write_export(reads, tmp_path / "x.tei.xml")
    root = parse_tei(tmp_path / "x.tei.xml")
    assert root.tag == TEI + "teiCorpus"
    assert [each.get(ID) for each in root.iter(f"{TEI}TEI")] == [
        "bracket-yunze",
        "qinghe-2023-hard-cases",
        "bracket-yunze-2",
    ]
    assert [utterances_of(each) for each in root.iter(f"{TEI}TEI")] == [spoken(each) for each in reads]
    assert len(list(root.iter(f"{TEI}classDecl"))) == 1
    test_tei_points_nowhere_in_vain(root)
