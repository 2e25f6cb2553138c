"""ConvoKit corpora."""

import json

import pytest

from conftest import DATA
from pressparse.errors import ReadError
from pressparse.transcript.source import read_source
from pressparse.transcript.source.convokit import is_convokit, read_convokit


def rows(*given: dict[str, object]) -> str:
    """Utterances, one a line."""
    return "".join(
        json.dumps({"id": str(n), "conversation_id": "0", **row}, ensure_ascii=False) + "\n"
        for n, row in enumerate(given)
    )


def test_utterances_are_speeches() -> None:
    """A blank line between two; speaker, role, title and organization as given; empty ones are left out."""
    text = rows(
        {
            "speaker": "叶青",
            "text": "大家好。\n请提问。",
            "meta": {"role": "host", "title": "主任", "organization": "某办"},
        },
        {"speaker": "某报", "text": " "},
        {"user": "某报", "text": "好吗？", "meta": {"role": "journalist"}},
        {"speaker": None, "text": "好。", "meta": None},
    )
    content = read_convokit(text)
    assert content.text == "大家好。\n请提问。\n\n好吗？\n\n好。"
    assert [(mark.label, mark.role, mark.title, mark.organization) for mark in content.marks] == [
        ("叶青", "host", "主任", "某办"),
        ("某报", "reporter", "", ""),
        ("", "", "", ""),
    ]


def test_speakers_file_tells_roles(tmp_path) -> None:
    """A folder is read as a corpus, and so is its file; speakers.json tells what the utterances do not."""
    (tmp_path / "utterances.jsonl").write_text(rows({"speaker": "a", "text": "好。"}), "utf-8")
    (tmp_path / "speakers.json").write_text('{"a": {"meta": {"role": "guest"}}}', "utf-8")
    for path in (tmp_path, tmp_path / "utterances.jsonl"):
        source = read_source(str(path))
        assert (source.format, source.marks[0].role) == ("convokit", "guest")


@pytest.mark.parametrize(
    ("stamp", "date"),
    [
        *((1631775600, "2021-09-16"), ("1631775600.0", "2021-09-16"), ("2021-09-16T01:00:00Z", "2021-09-16")),
        *((3, ""), (None, ""), (1e300, ""), ([], ""), ("soon", "")),
    ],
)
def test_date_of_the_first_utterance(stamp: object, date: str) -> None:
    """A time is a day in the east; a running number is none."""
    assert read_convokit(rows({"speaker": "a", "text": "好。", "timestamp": stamp})).date == date


def test_turn_rows_are_no_corpus() -> None:
    """What `turns --jsonl` prints has a speaker and a text, too."""
    assert not is_convokit('{"source": "x", "turn": 1, "speaker": "a", "reply_to": 1, "text": "好"}')
    assert is_convokit(rows({"speaker": "a", "text": "好。"}))


@pytest.mark.parametrize("bad", ["{", "[1]", '{"text": 1}', "[" * 100_000, '{"text": ' + "9" * 10_000 + "}"])
def test_broken_row_is_placed(bad: str) -> None:
    """A row that is no utterance is named by its line."""
    with pytest.raises(ReadError) as caught:
        read_convokit(rows({"speaker": "a", "text": "好。"}) + bad, name="x")
    assert (caught.value.path, caught.value.line) == ("x", 2)


def test_half_characters_become_whole() -> None:
    """JSON can hold half a surrogate pair, which no file can."""
    text = '{"id":"0","root":"0","speaker":"a\\ud800","text":"好\\udc00"}'
    content = read_convokit(text)
    assert (content.text, content.marks[0].label) == ("好\ufffd", "a\ufffd")


def test_sample_corpus() -> None:
    """The sample: eleven utterances with their roles."""
    source = read_source(str(DATA / "convokit-qixialing"))
    assert len(source.marks) == 11
    assert {mark.role for mark in source.marks} == {"host", "guest", "reporter"}
