"""Override Django's formats of dates and times, a folder for each language."""
