"""Lighthouse on the pages of a running site: scores, layout shift, bytes."""
