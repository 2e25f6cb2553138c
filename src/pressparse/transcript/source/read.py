"""A file to a Source, whatever its format."""

import hashlib

from pressparse.transcript.source.plain import decode, read_bytes, shown_name
from pressparse.transcript.source.record import Source


def read_source(path: str, *, encoding: str = "", stdin: bytes | None = None) -> Source:
    """The transcript at `path` (`-`: the bytes of `stdin`), its encoding found unless one is given.

    Raises ReadError and EncodingError as read_bytes and decode do.
    """
    data = read_bytes(path, stdin=stdin)
    name = shown_name(path)
    text, used = decode(data, encoding=encoding, name=name)
    markdown = path.lower().endswith((".md", ".markdown"))
    return Source(
        name=name,
        text=text,
        encoding=used,
        format="markdown" if markdown else "text",
        sha256=hashlib.sha256(data).hexdigest(),
        notes=(f"read as {used}" + (" (as asked)" if encoding else ""),),
    )
