"""The commands: each reads, computes, makes a view, emits."""

from pressparse.cli.commands.convert import convert
from pressparse.cli.commands.keywords import keywords
from pressparse.cli.commands.numbers import numbers
from pressparse.cli.commands.turns import dialects, qa, speakers, turns

__all__ = ["convert", "dialects", "keywords", "numbers", "qa", "speakers", "turns"]
