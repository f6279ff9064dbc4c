"""Give a whole guide away as a file: an EPUB, and one HTML file."""
