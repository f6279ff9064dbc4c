"""Show an import in the admin: its upload, its review, what it made and its undoing."""
