"""Say who the site is: its name, its publisher, its mark and its colours."""
