"""How days and hours are written where we differ from Django: a folder a language."""
