"""Implement HTTP by its specifications; nothing here knows what the site is about."""
