"""Mark views whose pages are the same for every reader, which may be cached.

A page is kept under its path and the parameters that its view names. It is made from
nothing else, so any other parameter leads to the same page.
"""

import re
from contextlib import contextmanager, nullcontext
from dataclasses import dataclass
from functools import wraps
from urllib.parse import parse_qsl, urlencode

from django.db import connection
from django.db.transaction import atomic
from django.urls import Resolver404, resolve

from careerguide.caching.dependencies import SITE, depends_on

MAX_PARAMETERS = 20
_VALUES = {
    "page": re.compile(r"[1-9][0-9]{0,3}"),
    "p": re.compile(r"[1-9][0-9]{0,3}"),  # the sitemap's
    "career": re.compile(r"[a-z0-9][a-z0-9_-]{0,199}"),
    "group": re.compile(r"[a-z0-9][a-z0-9_-]{0,199}"),
    "by": re.compile(r"field"),
    "theme": re.compile(r"auto|dark|light"),
    "sort": re.compile(r"[a-z0-9][a-z0-9_-]{0,59}"),
    "order": re.compile(r"asc|desc"),
}


@dataclass(frozen=True)
class Parameters:
    """Query parameters of a cacheable view.

    Values of `vary_on` are pages of their own; with `bypass_on`, no page is kept.
    """

    vary_on: tuple = ()
    bypass_on: tuple = ()


def cacheable(view, vary_on=(), bypass_on=(), uses_database=True, tracked=False):
    """Mark a view whose pages are the same for every reader, and may be cached.

    Each value of the parameters `vary_on` (of `_VALUES`) is a page of its own: they
    are few. A page with one of `bypass_on` is made anew each time: there is no
    end to what can be searched for. These may be any text, so the view hands none of
    them to the database as it is. A view without `uses_database` works without it.

    `tracked`: what it reads declares all that it shows (`caching/dependencies.py`).
    Pages of any other view that uses the database are made anew after every change.
    """

    @wraps(view)
    def answer(request, *args, **kwargs):
        if uses_database and not tracked:
            depends_on(SITE)
        with one_moment() if uses_database else nullcontext():
            response = view(request, *args, **kwargs)
            return response.render() if hasattr(response, "render") else response

    answer.cacheable = Parameters(tuple(vary_on), tuple(bypass_on))
    answer.takes_any_text = answer.cacheable.bypass_on
    return answer


@contextmanager
def one_moment():
    """Run all queries in here on the database as it is at the first of them.

    Or a page could show a new title above the old text, where somebody publishes
    between two of its queries. Nothing is locked, and on PostgreSQL nothing written.
    """
    if connection.in_atomic_block:  # a test's
        yield
        return
    connection.ensure_connection()
    before = getattr(connection, "transaction_mode", None)
    connection.transaction_mode = "DEFERRED"  # SQLite's: a reader waits for no writer
    try:
        with atomic():
            if connection.vendor == "postgresql":
                with connection.cursor() as cursor:
                    cursor.execute(
                        "SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY"
                    )
            yield
    finally:
        connection.transaction_mode = before


def name_of(path, query):
    """The query under which the public page at `path` is kept, in one way to write it.

    None where the page cannot be kept: no cacheable view, a parameter it bypasses on, a
    value that leads nowhere, or a query that is for Django to refuse.
    """
    try:
        view = resolve(path).func
    except Resolver404:
        return None
    parameters = getattr(view, "cacheable", None)
    if parameters is None:
        return None
    if not query:
        return ""
    if len(query) > 2_000 or "\x00" in query or "%00" in query:
        return None
    try:
        sent = dict(parse_qsl(query, max_num_fields=MAX_PARAMETERS))
    except ValueError:
        return None
    if not sent.keys().isdisjoint(parameters.bypass_on):
        return None
    named = {name: sent[name] for name in parameters.vary_on if name in sent}
    if not all(_VALUES[name].fullmatch(value) for name, value in named.items()):
        return None
    return urlencode(named)
