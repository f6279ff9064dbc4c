"""Read whole documents as guides, with an account of each of their words."""
