"""Run Lighthouse on pages of a running site: scores, layout shift, bytes."""
