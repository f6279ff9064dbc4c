"""Show tables and their numbers in texts: `[[table: …]]`, `[[number: …]]`."""
