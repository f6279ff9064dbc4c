"""Texts that name tables and their numbers: `[[table: …]]`, `[[number: …]]`."""
