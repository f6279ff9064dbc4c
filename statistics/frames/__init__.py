"""Show a figure in a frame of somebody else's page."""
