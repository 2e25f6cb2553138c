"""Which words matter; reads tokens, knows no transcript."""
