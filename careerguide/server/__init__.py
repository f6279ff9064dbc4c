"""The process that serves the site: its socket, its workers, and its successor."""
