"""Everything that leaves the program."""
