"""Who the site says it is: its name, its publisher, its mark and its colours."""
