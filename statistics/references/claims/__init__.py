"""Find what a text claims in numbers, and who answers for it. See docs/adr/0035."""
