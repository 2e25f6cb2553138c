"""Whether the numbers of one or more texts add up; reads claims and analysis strings, knows no transcript."""
