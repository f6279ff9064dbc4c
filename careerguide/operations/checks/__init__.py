"""Collect the checks of `doctor`: generators of findings, which print no secret."""
