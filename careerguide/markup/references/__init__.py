"""Refer from texts to other content: what it looks like, and what it shows."""
