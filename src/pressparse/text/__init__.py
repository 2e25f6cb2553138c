"""Characters and words; knows no press conference."""
