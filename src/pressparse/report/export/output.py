"""Briefings written to a file or folder, in the exchange format of its ending."""

from collections.abc import Iterable
from pathlib import Path, PurePath

from pressparse.briefing import Briefing
from pressparse.errors import OptionError
from pressparse.report.export.document import name_documents
from pressparse.report.export.folder import write_bytes, write_folder
from pressparse.report.render import format_of

EXPORTS = (".tei.xml", ".convokit", ".vtt")


def export_ending(path: str | PurePath) -> str:
    """The ending of a name that is an export, "" for another.

    >>> export_ending("out/briefing.TEI.xml"), export_ending("turns.csv")
    ('.tei.xml', '')
    """
    name = PurePath(path).name.lower()
    return next((ending for ending in EXPORTS if name.endswith(ending) and name != ending), "")


def is_export(path: str | PurePath) -> bool:
    """Whether a name ends as an export does, in either case; False where it asks for a table.

    Raises OptionError for an ending that means neither.

    >>> is_export("out/briefing.TEI.xml"), is_export("turns.csv")
    (True, False)
    """
    if export_ending(path):
        return True
    try:
        format_of(path)
    except OptionError as error:
        raise OptionError(f"{error.message}, {', '.join(EXPORTS)}", path=error.path) from None
    return False


def write_export(briefings: Iterable[Briefing], path: str | Path) -> None:
    """Writes briefings to `path`, in the format of its ending; nothing when there are none.

    TEI: one document, or a teiCorpus of several. ConvoKit: a folder, one conversation for each. WebVTT: one alone.
    Raises OptionError for another ending or input that the format cannot hold, WriteError when it cannot be written.
    """
    ending = export_ending(path)
    if not ending:
        raise OptionError(f"names no export; endings: {', '.join(EXPORTS)}", path=str(path))
    documents = name_documents(briefings)
    if not documents:
        return
    if ending == ".convokit":
        from pressparse.report.export.convokit import convokit_files

        write_folder(convokit_files(documents), path)
    elif ending == ".tei.xml":
        from pressparse.report.export.tei import tei_bytes

        write_bytes(tei_bytes(documents), path)
    else:
        from pressparse.report.export.vtt import vtt_bytes

        if len(documents) > 1:
            raise OptionError(f"subtitles are of one record, here are {len(documents)}; give one", path=str(path))
        write_bytes(vtt_bytes(documents[0]), path)
