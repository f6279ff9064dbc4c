"""Run the site: backups, housekeeping, and what `doctor` looks at."""
