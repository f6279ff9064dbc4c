"""Serve the site: the socket, the workers, and the successor."""
