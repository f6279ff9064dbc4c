"""Read one kind of document each, as a tree of blocks."""
