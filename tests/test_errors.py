"""The error gallery: each file in tests/errors/ is one bad call and what comes back, to the letter."""

import tomllib
from pathlib import Path

import pytest

GALLERY = sorted((Path(__file__).parent / "errors").glob("*.toml"))


@pytest.mark.parametrize("file", GALLERY, ids=lambda file: file.stem)
def test_bad_input_gets_its_message(file: Path, run, tmp_path, monkeypatch) -> None:
    """What happened, where, what to do; the right exit code; never a traceback."""
    case = tomllib.loads(file.read_text("utf-8"))
    monkeypatch.chdir(tmp_path)
    for name, content in case.get("files", {}).items():
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        data = (
            bytes.fromhex(content["hex"])
            if "hex" in content
            else content["text"].encode(content.get("encoding", "utf-8"))
        )
        path.write_bytes(data)
    result = run(*case["arguments"], stdin=case.get("stdin", "").encode())
    assert result.code == case["code"], result.err
    assert "Traceback" not in result.err
    if "stdout" in case:
        assert result.out == case["stdout"]
    if "stderr" in case:
        assert result.err == case["stderr"]
    assert result.err.startswith(case.get("stderr_start", ""))
    assert case.get("stderr_part", "") in result.err


def test_every_kind_of_error_is_in_the_gallery() -> None:
    """A new error class brings an example of its message."""
    from pressparse import errors

    messages = "".join(file.read_text("utf-8") for file in GALLERY)
    codes = [each.code for each in errors.PressparseError.__subclasses__() if each is not errors.LexiconError]
    assert [code for code in codes if f"{code}: " not in messages] == []
