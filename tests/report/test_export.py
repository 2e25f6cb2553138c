"""Exports of turns: TEI, ConvoKit and WebVTT say what the turns say, and are whole or not there."""

import json
from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise
from pathlib import Path
from xml.etree import ElementTree

import pytest

import pressparse
from conftest import DATA, ROOT
from pressparse.briefing import Briefing, parse_briefing
from pressparse.errors import OptionError
from pressparse.report.export import is_export, write_export
from pressparse.report.export.document import claim_id, name_documents
from pressparse.report.render import WriteError
from pressparse.span import Span
from pressparse.transcript.source import Source
from pressparse.transcript.source.record import Cue
from pressparse.transcript.turn import TurnKind

SAMPLES = (
    "bracket-yunze.txt",
    "hansard-chenggang.txt",
    "header-block-haiyu.txt",
    "markdown-heading-ruiquan.md",
    "qa-tingbei.txt",
    "qinghe-2023-hard-cases.txt",
    "three-line-lanjiang.txt",
)
MARKDOWN = "# 記者會\n\n### 甲乙：\n第一段。\n\n> （影片）\n\n### 甲乙：\n第二段。\n\n### 丙丁：\n好。\n"


def briefing(text: str, name: str = "x.md", **fields: object) -> Briefing:
    return parse_briefing(Source(name, text, format="markdown", **fields))  # type: ignore[arg-type]


@pytest.fixture(params=SAMPLES)
def sample(request) -> Briefing:
    return pressparse.read(str(DATA / request.param))


@pytest.mark.parametrize("name", ["", "1月发布会", "a b/c", "…", "host", "葉　昶", "x.u1", "𠮷田"])
def test_ids_are_names_in_xml(name: str) -> None:
    """Whatever a file or person is called, the id is a name to any XML parser, has no dot, and is new."""
    taken = {"host"}
    for found in (claim_id(name, taken), claim_id(name, taken)):
        ElementTree.fromstring(f"<{found}/>")
        assert "." not in found
    assert len(taken) == 3


def corpus_of(folder: Path) -> tuple[list[dict], dict, dict]:
    lines = (folder / "utterances.jsonl").read_text("ascii").splitlines()
    speakers, conversations = (
        json.loads((folder / name).read_text("ascii")) for name in ("speakers.json", "conversations.json")
    )
    return [json.loads(line) for line in lines], speakers, conversations


def test_convokit_folder_holds_every_turn(sample: Briefing, tmp_path: Path) -> None:
    """An utterance for each turn, with text, offsets, role, kind and exchange; one conversation."""
    folder = tmp_path / "x.convokit"
    write_export([sample], folder)
    assert sorted(entry.name for entry in folder.iterdir()) == [
        "conversations.json", "corpus.json", "index.json", "speakers.json", "utterances.jsonl",
    ]  # fmt: skip
    utterances, speakers, conversations = corpus_of(folder)
    stretches: dict[int, list[pressparse.Turn]] = {}
    for turn in sample.turns:
        stretches.setdefault(turn.number, []).append(turn)
    assert [(each["speaker"], each["text"]) for each in utterances] == [
        (turns[0].speaker, "\n".join(map(sample.text_of, turns))) for turns in stretches.values()
    ]
    for each, turns in zip(utterances, stretches.values(), strict=True):
        meta = each["meta"]
        assert (meta["role"], meta["kind"]) == (turns[0].role, turns[0].kind)
        assert (meta["start"], meta["end"]) == (turns[0].span.start, turns[-1].span.end)
        assert (meta["exchange"] or 0, meta["label"]) == (turns[0].exchange, turns[0].label)
        assert each["timestamp"] is None
    assert set(speakers) == {each["speaker"] for each in utterances}
    assert list(conversations) == [utterances[0]["id"]]


def test_convokit_answer_replies_to_its_question(sample: Briefing, tmp_path: Path) -> None:
    """Answer and relay reply to the last question of their exchange, other turns to the one before."""
    write_export([sample], tmp_path / "x.convokit")
    utterances, _, _ = corpus_of(tmp_path / "x.convokit")
    by_id = {each["id"]: each for each in utterances}
    assert [each["reply_to"] is None for each in utterances] == [True, *[False] * (len(utterances) - 1)]
    for before, each in pairwise(utterances):
        replied = by_id[each["reply_to"]]
        if each["meta"]["kind"] in (TurnKind.ANSWER, TurnKind.RELAY):
            assert (replied["meta"]["kind"], replied["meta"]["exchange"]) == ("question", each["meta"]["exchange"])
        else:
            assert replied == before


def test_convokit_has_a_conversation_for_each_file(tmp_path: Path) -> None:
    """Files of one name stay apart; ids are unique in the corpus; a record without turns makes no conversation."""
    read = pressparse.read(str(DATA / SAMPLES[0]))
    write_export([read, replace(read, turns=(), exchanges=(), people=()), read], tmp_path / "x.convokit")
    utterances, _, conversations = corpus_of(tmp_path / "x.convokit")
    assert list(conversations) == ["bracket-yunze.u1", "bracket-yunze-3.u1"]
    assert len({each["id"] for each in utterances}) == len(utterances)
    assert {each["conversation_id"] for each in utterances} == set(conversations)


@pytest.mark.filterwarnings("ignore")
def test_convokit_loads_it(tmp_path: Path) -> None:
    """ConvoKit itself loads the folder: same utterances, whole reply chains, metadata with types."""
    convokit = pytest.importorskip("convokit", reason="needs ConvoKit: pip install convokit", exc_type=ImportError)
    reads = [pressparse.read(str(DATA / name)) for name in SAMPLES]
    write_export(reads, tmp_path / "x.convokit")
    corpus = convokit.Corpus(filename=str(tmp_path / "x.convokit"), disable_type_check=False)
    assert [each.text for each in corpus.iter_utterances()] == [
        each["text"] for each in corpus_of(tmp_path / "x.convokit")[0]
    ]
    assert len(corpus.get_conversation_ids()) == len(SAMPLES)
    assert all(each.check_integrity(verbose=False) for each in corpus.iter_conversations())
    assert corpus.meta_index.utterances_index["start"] == ["<class 'int'>"]
    corpus.dump("again", base_path=str(tmp_path))
    again = convokit.Corpus(filename=str(tmp_path / "again"))
    assert [each.meta for each in again.iter_utterances()] == [each.meta for each in corpus.iter_utterances()]


@pytest.fixture
def subtitle() -> Briefing:
    """Two speakers in three cues, the first with a note, the last with both."""
    text = "### 甲乙：\n大家好，\n欢迎<各位>。\n\n> （掌声）\n\n### 丙丁：\n谢谢 & 再见。\n\n### 甲乙：\n再见。\n"
    read = briefing(text)
    first, second = text.index("欢迎"), text.index("### 丙丁")
    cues = (
        Cue(3_200, 6_840, Span(0, first)),
        Cue(7_000, 8_000, Span(first, second)),
        Cue(3_661_005, 3_662_000, Span(second, len(text))),
    )
    return replace(read, source=replace(read.source, cues=cues))


def test_vtt_names_who_speaks(subtitle: Briefing, tmp_path: Path) -> None:
    """Each cue keeps its times; speech stands in the voice of its speaker, a note in none; markup signs are escaped."""
    write_export([subtitle], tmp_path / "x.vtt")
    assert (tmp_path / "x.vtt").read_text("utf-8") == (
        "WEBVTT\n\n"
        "00:00:03.200 --> 00:00:06.840\n<v 甲乙>大家好，</v>\n\n"
        "00:00:07.000 --> 00:00:08.000\n<v 甲乙>欢迎&lt;各位&gt;。</v>\n（掌声）\n\n"
        "01:01:01.005 --> 01:01:02.000\n<v 丙丁>谢谢 &amp; 再见。</v>\n<v 甲乙>再见。</v>\n"
    )


def test_vtt_needs_times_and_one_record(subtitle: Briefing, tmp_path: Path) -> None:
    """A record without times makes no subtitles, nor do two records; the message says what to give instead."""
    with pytest.raises(OptionError, match=r"x\.md: option: has no times.*give an \.srt or \.vtt file"):
        write_export([briefing(MARKDOWN)], tmp_path / "x.vtt")
    with pytest.raises(OptionError, match="subtitles are of one record, here are 2; give one"):
        write_export([subtitle, subtitle], tmp_path / "x.vtt")
    assert list(tmp_path.iterdir()) == []


def everything_in(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()
    }


def test_exports_are_the_same_every_time(sample: Briefing, tmp_path: Path) -> None:
    """The same input gives the same bytes, over an old export too: no clock, no chance, nothing left beside."""
    for _ in range(2):
        seen = everything_in(tmp_path)
        for name in ("x.tei.xml", "x.convokit"):
            write_export([sample], tmp_path / name)
    assert everything_in(tmp_path) == seen
    assert sorted(path.name for path in tmp_path.iterdir()) == ["x.convokit", "x.tei.xml"]


def failing(*_: object) -> Iterator[None]:
    raise OSError(28, "No space left on device")


def test_folder_is_whole_or_as_it_was(sample: Briefing, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """When writing fails, the old folder stands and nothing lies beside it."""
    folder = tmp_path / "x.convokit"
    write_export([briefing(MARKDOWN)], folder)
    before = everything_in(tmp_path)
    real = Path.rename
    monkeypatch.setattr(Path, "write_bytes", failing)
    with pytest.raises(WriteError, match="No space left"):
        write_export([sample], folder)
    monkeypatch.undo()
    monkeypatch.setattr(Path, "rename", lambda self, to: failing() if self.suffix == ".part" else real(self, to))
    with pytest.raises(WriteError, match="No space left"):
        write_export([sample], folder)
    assert everything_in(tmp_path) == before
    assert [path.name for path in tmp_path.iterdir()] == ["x.convokit"]


def test_folder_with_other_files_is_left_alone(sample: Briefing, tmp_path: Path) -> None:
    """A folder that holds somebody's files, or a file of the name, is not replaced."""
    (tmp_path / "x.convokit").mkdir()
    (tmp_path / "x.convokit" / "notes.txt").write_text("mine")
    (tmp_path / "y.convokit").write_text("mine")
    with pytest.raises(WriteError, match=r"other files in it \(notes\.txt\); give a new name"):
        write_export([sample], tmp_path / "x.convokit")
    with pytest.raises(WriteError, match="is a file; give the name of a folder"):
        write_export([sample], tmp_path / "y.convokit")
    with pytest.raises(WriteError, match=r"there is no folder .*; make it first"):
        write_export([sample], tmp_path / "no" / "x.convokit")
    assert everything_in(tmp_path) == {"x.convokit/notes.txt": b"mine", "y.convokit": b"mine"}


@pytest.mark.parametrize(
    ("path", "export"),
    [
        ("a.tei.xml", True),
        ("A.TEI.XML", True),
        ("b/c.convokit", True),
        ("c.convokit/", True),
        ("d.vtt", True),
        ("e.csv", False),
    ],
)
def test_ending_tells_an_export(path: str, export: bool) -> None:
    """The ending decides, in either case; a slash behind the name of a folder is nothing."""
    assert is_export(path) is export


@pytest.mark.parametrize("path", ["a.xml", "tei.xml", ".vtt", "a.docx", "a"])
def test_unknown_ending_lists_tables_and_exports(path: str) -> None:
    """An ending that means nothing gets all that mean something."""
    with pytest.raises(OptionError, match=r"endings: \.csv, .*\.xlsx, \.tei\.xml, \.convokit, \.vtt"):
        is_export(path)


def test_turns_command_writes_exports(run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """`turns -o` writes an export by its ending, says nothing, and reads files that another could not be read with."""
    monkeypatch.chdir(ROOT)
    for name in ("x.tei.xml", "x.convokit"):
        result = run("turns", f"data/{SAMPLES[0]}", "-o", str(tmp_path / name))
        assert (result.code, result.out, result.err) == (0, "", "")
    partly = run("turns", "missing.txt", f"data/{SAMPLES[0]}", "-o", str(tmp_path / "y.tei.xml"))
    assert (partly.code, (tmp_path / "y.tei.xml").exists()) == (2, True)
    nothing = run("turns", "missing.txt", "-o", str(tmp_path / "z.tei.xml"))
    assert (nothing.code, (tmp_path / "z.tei.xml").exists()) == (2, False)


@pytest.mark.parametrize("flags", [["--limit", "0"], ["--columns", "text"], ["--no-header"], ["--bom"]])
def test_export_is_no_table(flags: list[str], run, tmp_path: Path) -> None:
    """A flag that shapes a table or asks for one is refused, not silently without effect."""
    out = tmp_path / "x.tei.xml"
    result = run("turns", str(DATA / SAMPLES[0]), "-o", str(out), *flags)
    assert (result.code, out.exists()) == (2, False)
    assert result.err == f"pressparse: {out}: option: {flags[0]} shapes a table, and this is none; leave it out\n"
    assert run("turns", str(DATA / SAMPLES[0]), "-o", str(out), *flags, "--csv").code == 2


def test_titles_are_found() -> None:
    """A record is called by its metadata, else by its first heading, else by its file."""
    text = MARKDOWN.replace("記者會", "某某　　記者會")
    found = name_documents([briefing(text, title="元数据"), briefing(text), briefing("什么都没有。")])
    assert [each.title for each in found] == ["元数据", "某某 記者會", "x"]
