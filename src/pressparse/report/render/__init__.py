"""Table → every output format. The one renderer: no command formats anything itself."""

from pressparse.report.render.file import WriteError, write_file
from pressparse.report.render.output import ENDINGS, FORMATS, format_of, write_table

__all__ = ["ENDINGS", "FORMATS", "WriteError", "format_of", "write_file", "write_table"]
