"""Make drafts of a reviewed import, take them back, and bring them up to date."""
