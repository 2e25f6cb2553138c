"""A file to a Source, whatever its format."""

from os import PathLike, fspath
from pathlib import Path

from pressparse.transcript.source import format as formats
from pressparse.transcript.source.container import Content
from pressparse.transcript.source.plain import STDIN, Decoded, decode, read_bytes, shown_name
from pressparse.transcript.source.record import Source

_NAMES = {
    formats.HTML: "HTML",
    formats.AKOMA_NTOSO: "Akoma Ntoso",
    formats.TEI: "TEI",
    formats.DOCX: "DOCX",
    formats.PDF: "PDF",
    formats.SRT: "SubRip",
    formats.VTT: "WebVTT",
    formats.CONVOKIT: "ConvoKit",
    formats.TABLE: "a table",
}


def read_source(path: str | PathLike[str], *, encoding: str = "", stdin: bytes | None = None) -> Source:
    """The transcript at `path` (`-`: the bytes of `stdin`), its format and encoding found unless one is given.

    A folder that holds a ConvoKit corpus is read as that. Raises ReadError and EncodingError as read_bytes, decode and
    the reader of the format do.
    """
    path = fspath(path)
    folder = _corpus_folder(path)
    file = str(folder / "utterances.jsonl") if folder and Path(path).is_dir() else path
    data = read_bytes(file, stdin=stdin)
    name = shown_name(path)
    form = formats.find_format(data, path)
    content = _read_container(form, data, encoding, name)
    if content is None:
        decoded = decode(data, encoding=encoding, name=name)
        form = formats.find_text_format(decoded.text, path)
        content = _read_text(form, decoded, name, folder)
    taken = (f"text taken out of {_NAMES[form]}",) if form in _NAMES else ()
    asked = " (as asked)" if encoding and form not in (formats.DOCX, formats.PDF) else ""
    return Source(
        name=name,
        text=content.text,
        encoding=content.encoding,
        format=form,
        data=data,
        notes=(*taken, f"read as {content.encoding}{asked}", *content.notes),
        title=content.title,
        date=content.date or _day_in(content.title),
        dialect=content.dialect,
        marks=content.marks,
        cues=content.cues,
        problems=content.problems,
    )


def _corpus_folder(path: str) -> Path | None:
    """The folder of the corpus that `path` is, or is a part of."""
    if path == STDIN:
        return None
    try:
        file = Path(path)
        if (file / "utterances.jsonl").is_file():
            return file
    except (OSError, ValueError):
        return None
    return file.parent if file.name == "utterances.jsonl" else None


def _read_container(form: str, data: bytes, encoding: str, name: str) -> Content | None:
    """What a container holds; None for a format that is text."""
    if form == formats.HTML:
        from pressparse.transcript.source.web_page import read_web_page

        return read_web_page(data, encoding=encoding, name=name)
    if form == formats.AKOMA_NTOSO:
        from pressparse.transcript.source.akoma_ntoso import read_akoma_ntoso

        return read_akoma_ntoso(data, encoding=encoding, name=name)
    if form == formats.TEI:
        from pressparse.transcript.source.tei import read_tei

        return read_tei(data, encoding=encoding, name=name)
    if form == formats.DOCX:
        from pressparse.transcript.source.word_file import read_word_file

        return read_word_file(data, name=name)
    if form == formats.PDF:
        from pressparse.transcript.source.pdf import read_pdf

        return read_pdf(data, name=name)
    return None


def _read_text(form: str, decoded: Decoded, name: str, folder: Path | None) -> Content:
    """What a decoded text says; Markdown and plain text say themselves."""
    text, encoding, problems = decoded
    content = Content(text)
    if form in (formats.SRT, formats.VTT):
        from pressparse.transcript.source.subtitle import read_subtitle

        content = read_subtitle(text, name=name)
    elif form == formats.CONVOKIT:
        from pressparse.transcript.source.convokit import read_convokit

        content = read_convokit(text, name=name, folder=folder)
    elif form == formats.TABLE:
        from pressparse.transcript.source.table import read_table

        content = read_table(text, name=name)
    content.encoding, content.problems = encoding, problems
    return content


def _day_in(title: str) -> str:
    """The day that a title names, as ISO 8601; empty where it names none."""
    if not title:
        return ""
    from pressparse.transcript.event_date import find_dates

    return next((day.isoformat() for _, day in find_dates(title)), "")
