"""HTTP as its specifications have it; nothing here knows what the site is about."""
