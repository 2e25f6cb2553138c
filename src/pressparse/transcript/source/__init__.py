"""File, standard input, container → Source: text, encoding, format, marks."""

from pressparse.transcript.source.line import find_lines
from pressparse.transcript.source.plain import STDIN, Decoded, decode
from pressparse.transcript.source.read import read_source
from pressparse.transcript.source.record import Cue, Mark, Source

__all__ = ["STDIN", "Cue", "Decoded", "Mark", "Source", "decode", "find_lines", "read_source"]
