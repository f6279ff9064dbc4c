"""The checks of `doctor`: each a generator of findings, and none prints a secret."""
