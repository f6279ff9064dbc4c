"""Run the page cache as a process does, told of changes when a test says so."""

from careerguide.http.headers import SecurityHeaders
from careerguide.page_cache.cache import PageCache
from careerguide.page_cache.watcher import ChangeWatcher
from careerguide.wsgi import django
from tests.wsgi import call, connections_left_open


class Process:
    """One of the server's: `ask` it for a page, and let it `look` for changes."""

    def __init__(self, app=None):
        self.cache = PageCache(app or SecurityHeaders(django))
        self.watch = ChangeWatcher(self.cache, using="default")

    def ask(self, path, **request):
        return call(path, application=self.cache, **request)

    def poll(self):
        with connections_left_open():
            self.watch.poll()

    def make_ready(self):
        """Let it make all the pages that it wants made."""
        with connections_left_open():
            self.watch.make_ready(until=float("inf"))

    @property
    def made(self):
        """How many pages were made so far."""
        return self.cache.counters["made"]

    @property
    def cached(self):
        """The addresses of the pages that are kept, the last one read last."""
        return [f"{path}?{query}".rstrip("?") for path, query in self.cache.pages]
