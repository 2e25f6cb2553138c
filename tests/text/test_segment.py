"""Segmentation: the tokens are jieba's, their places are right, what is to be kept whole is kept."""

import random
import re
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from conftest import DATA, SHARED, read_cases
from pressparse.errors import EncodingError, OptionError, ReadError
from pressparse.span import Span
from pressparse.text.script import to_analysis
from pressparse.text.segment import (
    TAGS,
    find_sentences,
    find_tagged_words,
    find_tokens,
    find_word_runs,
    find_words,
    read_user_words,
)

RECORDS = sorted(path for path in (SHARED / "transcripts").glob("*") if path.suffix in (".txt", ".md", ".html", ".xml"))
SAMPLES = sorted(DATA.glob("*.txt"))


@pytest.fixture(scope="module")
def jieba():
    """The reference implementation, silent."""
    import logging

    jieba = pytest.importorskip("jieba")
    jieba.setLogLevel(logging.CRITICAL)
    return jieba


def assert_same(jieba, text: str) -> None:
    for hmm in (True, False):
        assert find_words(text, hmm=hmm) == list(jieba.cut(text, HMM=hmm))


@pytest.mark.skipif(not RECORDS, reason="needs ../shared/transcripts, the real records, which are not here")
@pytest.mark.parametrize("path", RECORDS, ids=lambda path: path.name)
def test_tokens_are_those_of_jieba_on_real_records(jieba, path: Path) -> None:
    """On real records, raw and converted, the tokens are jieba's, with the HMM and without."""
    text = path.read_text("utf-8")
    assert_same(jieba, text)
    assert_same(jieba, to_analysis(text))


@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.name)
def test_tokens_are_those_of_jieba_on_samples(jieba, path: Path) -> None:
    """On the samples of the repository the tokens are jieba's."""
    assert_same(jieba, to_analysis(path.read_text("utf-8")))


@pytest.mark.parametrize("case", read_cases("segment"), ids=lambda case: case["text"])
def test_tokens_of_cases(jieba, case: dict[str, str]) -> None:
    """Each case is cut as its row says, by both engines."""
    words = tuple(filter(None, case["words"].split(" ")))
    for engine in ("rjieba", "jieba"):
        assert find_words(case["text"], engine=engine, words=words) == case["tokens"].split(" ")


PIECES = st.one_of(
    st.sampled_from(
        "的一是在不了有和人这中大为上个国我以要他时来用们生到作地于出就分对成会可主发年动同工也能下过子说产种面"
    ),
    st.sampled_from(["C++", "AT&T", "c#", "A股", "B超", "\r\n", "2024-06", "3.5%", "a.cn", "...", "--", "叶昶"]),
    st.characters(min_codepoint=0x3400, max_codepoint=0x9FFF),
    st.characters(max_codepoint=0x2FFFF),
    st.sampled_from("abzAZ019+#&._%-，。！ \t\n"),
)


@settings(max_examples=300, deadline=None)
@given(st.lists(PIECES, max_size=14).map("".join).filter(lambda text: not re.search(r"([\u3400-\u9fff])\1\1", text)))
def test_tokens_are_those_of_jieba_on_generated_text(jieba, text: str) -> None:
    """On any string, rare characters and half surrogates among them, the tokens are jieba's.

    One sign three times over leaves several ways of cutting alike, and jieba and rjieba take different ones.
    """
    assert_same(jieba, text)


def test_tokens_are_those_of_jieba_on_dictionary_words(jieba) -> None:
    """Ambiguous strings of dictionary words are cut as jieba cuts them."""
    jieba.initialize()
    words = sorted(word for word, count in jieba.dt.FREQ.items() if count)
    pick = random.Random(20240601)
    for _ in range(1500):
        assert_same(jieba, "".join(pick.choices(words, k=6)))


def test_long_text_is_cut_in_runs_without_a_difference(jieba) -> None:
    """A text longer than one run is cut as if it were one piece, with and without line ends."""
    sentence = "“十四五”以来,地区生产总值增长7.6%。\r\n"
    for text in (sentence * 900, (sentence * 900).replace("\r\n", ""), "增长7.6%," * 3000):
        assert find_words(text) == list(jieba.cut(text))
    assert len(list(find_word_runs(sentence * 900))) > 1


@settings(max_examples=200, deadline=None)
@given(st.lists(PIECES, max_size=14).map("".join), st.integers(0, 6), st.integers(0, 6))
def test_spans_slice_back(text: str, start: int, length: int) -> None:
    """Tokens stand side by side, cover the text, and each span gives its token back."""
    keep = Span(min(start, len(text)), min(start + length, len(text)))
    tokens = find_tokens(text, keep=[keep], words=["发展", "年中"])
    assert [token.span.of(text) for token in tokens] == [token.text for token in tokens]
    assert "".join(token.text for token in tokens) == text
    if len(keep):
        assert keep in [token.span for token in tokens]


def test_spans_to_keep_may_overlap() -> None:
    """Of overlapping stretches the first and longest is kept, the other is cut as usual."""
    text = "增长7.6%左右"
    tokens = find_tokens(text, keep=[Span(2, 6), Span(4, 8), Span(2, 3), Span(8, 8)])
    assert [token.text for token in tokens] == ["增长", "7.6%", "左右"]


def test_both_engines_keep_the_same_words_whole(jieba) -> None:
    """User words are whole in both engines, and the dictionary is as it was afterwards."""
    text = "景贤人才落户两园一河,一会一址落户首钢园。"
    words = ("景贤人才", "两园一河", "一会一址", "一会", "首钢园", "")
    found = find_words(text, words=words)
    assert found == find_words(text, engine="jieba", words=words)
    assert {"景贤人才", "两园一河", "一会一址", "首钢园"} <= set(found)
    assert find_words(text) == list(jieba.cut(text))


def test_segmented_text_is_taken_as_it_is() -> None:
    """The engine `space` cuts at blanks alone and loses none."""
    assert find_words("地区生产总值 增长\n7.6%", engine="space") == ["地区生产总值", " ", "增长", "\n", "7.6%"]


def test_unknown_engine_is_an_option_error() -> None:
    """An engine we do not know is refused with the names of those we do."""
    with pytest.raises(OptionError, match="rjieba, jieba, space"):
        find_words("好", engine="hanlp")


def test_tagged_words_are_those_of_posseg(jieba) -> None:
    """Parts of speech are jieba.posseg's."""
    assert find_tagged_words("我爱北京天安门") == [("我", "r"), ("爱", "v"), ("北京", "ns"), ("天安门", "ns")]


def test_tags_are_those_of_posseg(jieba) -> None:
    """A part of speech that jieba may tell is known, and no other: of its dictionary, its model, and Latin words."""
    from jieba import posseg
    from jieba.posseg.prob_start import P as START

    posseg.dt.initialize()
    assert {*posseg.dt.word_tag_tab.values(), *(tag for _, tag in START), "eng"} == set(TAGS)
    assert list(TAGS) == sorted(TAGS)


@pytest.mark.parametrize(
    ("text", "sentences"),
    [
        ("", []),
        (" \n\r\n", []),
        ("大家好!第一,稳增长。", ["大家好!", "第一,稳增长。"]),
        ("他说:“要快。”大家鼓掌。", ["他说:“要快。”", "大家鼓掌。"]),
        ("增长7.6%……好吗?!(掌声)", ["增长7.6%……", "好吗?!", "(掌声)"]),
        ("  第一行 \r\n第二行", ["第一行", "第二行"]),
        ("真的！？是", ["真的！？", "是"]),
    ],
)
def test_sentences(text: str, sentences: list[str]) -> None:
    """A sentence ends at its mark with the closing quotes, or at the line end; blanks around it are not in it."""
    assert [span.of(text) for span in find_sentences(text)] == sentences


def test_user_words_are_read_in_jieba_format(tmp_path: Path) -> None:
    """Frequency and tag are optional and dropped; words become analysis text; comments and blank lines are skipped."""
    path = tmp_path / "words.txt"
    path.write_text("\ufeff# 专名\n兩園一河 5 n\n景賢人才 3\n\n一会一址\nC++ 语言 10\n一会一址 nz\n", "utf-8")
    assert read_user_words(str(path)) == ("两园一河", "景贤人才", "一会一址", "C++ 语言")


def test_user_words_that_cannot_be_read(tmp_path: Path) -> None:
    """A missing word list, and one that is not UTF-8, end with the path and what to do."""
    with pytest.raises(ReadError, match="one word a line"):
        read_user_words(str(tmp_path / "missing.txt"))
    path = tmp_path / "gbk.txt"
    path.write_bytes("兩園一河".encode("gb18030"))
    with pytest.raises(EncodingError, match="UTF-8"):
        read_user_words(str(path))
