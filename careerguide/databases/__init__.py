"""Django's two databases, each with what it does not do itself: notice that it is gone.

Named in `settings.DATABASES`. SQLite goes on with a file that was moved away; a thread
waits for PostgreSQL for as long as PostgreSQL likes.
"""
