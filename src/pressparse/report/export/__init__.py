"""Turns as the field's tools read them: TEI, ConvoKit, WebVTT. What has no table form leaves the program here."""

from pressparse.report.export.output import EXPORTS, export_ending, is_export, write_export

__all__ = ["EXPORTS", "export_ending", "is_export", "write_export"]
