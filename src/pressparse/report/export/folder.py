"""Files that are written whole or not at all: one, or a folder of them."""

import os
import shutil
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path

from pressparse.report.render.file import WriteError, reason_of, replaced


def write_bytes(content: bytes, path: str | Path) -> None:
    """Writes a file; a reader sees the old one or the new one. Raises WriteError when it cannot be written."""
    path = Path(path)
    try:
        with replaced(path) as file:
            file.write(content)
    except OSError as error:
        raise WriteError(reason_of(path, error), path=str(path)) from error


def write_folder(files: Mapping[str, bytes], path: str | Path) -> None:
    """Writes a folder with exactly these files; one that has no others in it is replaced.

    A failure leaves the old folder and nothing beside it. Raises WriteError when it cannot be written, and when
    somebody else's files are in it.
    """
    path = Path(path)
    _refuse_foreign(path, files)
    target = Path(os.path.realpath(path))
    part = target.with_name(f".{target.name[:50]}.{os.urandom(4).hex()}.part")
    try:
        try:
            part.mkdir()
            for name, content in files.items():
                (part / name).write_bytes(content)
            _swap(part, target)
        finally:
            shutil.rmtree(part, ignore_errors=True)
    except OSError as error:
        raise WriteError(reason_of(path, error), path=str(path)) from error


def _refuse_foreign(path: Path, files: Mapping[str, bytes]) -> None:
    if not path.exists():
        return
    if not path.is_dir():
        raise WriteError("is a file; give the name of a folder", path=str(path))
    foreign = sorted(entry.name for entry in path.iterdir() if entry.name not in files)
    if foreign:
        raise WriteError(f"is a folder with other files in it ({foreign[0]}); give a new name", path=str(path))


def _swap(part: Path, target: Path) -> None:
    """Puts `part` where `target` is; the old folder, if any, is gone afterwards."""
    if not target.exists():
        part.rename(target)
        return
    old = part.with_suffix(".old")
    target.rename(old)
    try:
        part.rename(target)
    except OSError:
        with suppress(OSError):
            old.rename(target)
        raise
    shutil.rmtree(old, ignore_errors=True)
