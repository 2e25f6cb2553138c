"""What was asserted in numbers; reads strings, knows no transcript."""
