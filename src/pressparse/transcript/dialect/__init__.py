"""Transcript grammars: recognise a layout, cut a text into parts without losing a character."""

from pressparse.transcript.dialect.choice import DIALECTS, Choice, choose_grammar
from pressparse.transcript.dialect.page import Page, Part, PartKind, cut_turns

__all__ = ["DIALECTS", "Choice", "Page", "Part", "PartKind", "choose_grammar", "cut_turns"]
