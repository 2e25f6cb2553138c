"""SubRip and WebVTT: payload, voices, timings."""

from itertools import pairwise

import pytest

from conftest import DATA
from pressparse.errors import ReadError
from pressparse.transcript.source import read_source
from pressparse.transcript.source.container import Content
from pressparse.transcript.source.subtitle import read_subtitle


def srt(*payloads: str) -> str:
    """A SubRip file of these cues, a second each."""
    return "\n".join(f"{n}\n00:00:{n:02},000 --> 00:00:{n:02},900\n{said}\n" for n, said in enumerate(payloads, 1))


def vtt(*payloads: str) -> str:
    """A WebVTT file of these cues, a second each."""
    return "WEBVTT\n\n" + "\n".join(f"00:{n:02}.000 --> 00:{n:02}.900\n{said}\n" for n, said in enumerate(payloads, 1))


def told(content: Content) -> list[tuple[str, ...]]:
    """Kind, label and text of each mark."""
    return [(mark.kind, mark.label, mark.span.of(content.text)) for mark in content.marks]


def test_cues_of_one_voice_run_on() -> None:
    """A cue without a name, and one with the same name, goes on with the voice before."""
    content = read_subtitle(srt("叶青: 大家好，", "欢迎各位。", "叶青：请提问。", "记者：好吗？", "叶青：好。"))
    assert told(content) == [
        ("speech", "叶青", "大家好，\n欢迎各位。\n请提问。"),
        ("speech", "记者", "好吗？"),
        ("speech", "叶青", "好。"),
    ]
    assert content.dialect == "subtitle"


@pytest.mark.parametrize(
    "lead",
    ["时间：下午三点。", "我想强调几点：第一，安全。", "现在是9:30，出发。", "问题是：谁来付钱？", "据说：明天下雨。"],
)
def test_lead_ins_are_no_voices(lead: str) -> None:
    """A colon makes no name: keys, lead-ins and times stay in the text of whoever speaks."""
    content = read_subtitle(srt("叶青：大家好。", lead, "记者：好吗？", "叶青：好。"))
    assert {mark.label for mark in content.marks} == {"叶青", "记者"}
    assert lead in content.text


def test_two_voices_in_one_cue() -> None:
    """Lines of a cue with two names are two speeches of one cue."""
    content = read_subtitle(srt("- 叶青：好吗？\n- 江平：好。", "叶青：谢谢。"))
    assert told(content)[:2] == [("speech", "叶青", "好吗？"), ("speech", "江平", "好。")]
    assert content.cues[0].span.of(content.text) == "好吗？\n好。"


def test_voice_tags() -> None:
    """`<v Name>` with and without class; a new tag inside a cue is a new voice; entities decoded."""
    content = read_subtitle(vtt("<v.loud 叶 青>A&amp;B</v>", "<v 叶 青>好<v 江平>不好</v>"))
    assert told(content) == [("speech", "叶 青", "A&B\n好"), ("speech", "江平", "不好")]


def test_styling_and_blocks_are_left_out() -> None:
    """Tags, positions, NOTE and STYLE blocks, identifiers and indexes are no text; `1 < 2` is."""
    text = (
        "WEBVTT 某会 2024年5月6日\nKind: captions\n\nSTYLE\n::cue { color: red }\n\nNOTE 不是话\n\nintro\n"
        "00:01.000 --> 01:02:03.5 align:start\n<c.red><i>大家</i></c><00:01.500>好\n\nNOTE\n也不是\n"
    )
    content = read_subtitle(text)
    assert (content.text, content.title) == ("大家好", "某会 2024年5月6日")
    assert content.cues[0][:2] == (1000, 3723500)
    assert read_subtitle(srt("{\\an8}<font color=#fff>大家</font>好，1 < 2")).text == "大家好，1 < 2"


def test_stage_note_is_a_note() -> None:
    """A cue in brackets is a note; the speech it interrupts goes on."""
    content = read_subtitle(srt("叶青：大家", "（掌声）", "好。", "请坐。", "记者：好吗？"))
    assert told(content)[1:3] == [("note", "", "（掌声）"), ("speech", "叶青", "好。\n请坐。")]
    assert [mark.goes_on for mark in content.marks] == [False, False, True, False]


def test_file_without_voices_has_no_speech_marks() -> None:
    """Where nobody is named, the text is read like any other."""
    assert read_subtitle(srt("大家好。", "请坐。")).marks == ()


def test_odd_files() -> None:
    """CRLF, a blank line inside a cue, no index, a point before the fraction, no line end at the end."""
    text = "00:00:01.5 --> 00:00:02.5\r\n大家\r\n\r\n好。\r\n\r\n00:00:03,000 --> 00:00:04,000\r\n2024\r\n\r\n"
    content = read_subtitle(text)
    assert content.text == "大家\n好。\n2024"
    assert [cue[:2] for cue in content.cues] == [(1500, 2500), (3000, 4000)]


def test_file_without_words_is_an_error() -> None:
    """Timings alone are no transcript."""
    with pytest.raises(ReadError, match="without text"):
        read_subtitle(srt("<b></b>"))


@pytest.mark.parametrize("file", ["subtitle-linhe.srt", "subtitle-yunlu.vtt"])
def test_samples(file: str) -> None:
    """The samples: voices alternate, each cue slices the text that stands in it."""
    source = read_source(str(DATA / file))
    assert source.dialect == "subtitle"
    labels = [mark.label for mark in source.marks if mark.kind == "speech"]
    assert all(a != b for a, b in pairwise(labels))
    assert "\n".join(cue.span.of(source.text) for cue in source.cues) == source.text
    assert all(cue.start_ms < cue.end_ms for cue in source.cues)
    assert not any(name in source.text.split("\n")[0] for name in ("00:", "<v", ": "))
