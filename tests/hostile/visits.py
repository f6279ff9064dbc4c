"""Send raw requests to the WSGI application, and check what holds for every answer."""

from types import SimpleNamespace

from django.apps import apps
from django.utils.datastructures import CaseInsensitiveMapping

from tests.wsgi import call


class Visits:
    """Asks the real WSGI application, and fails the test on any crash."""

    def __init__(self, crashes):
        self.crashes = crashes

    def __call__(self, path, method="GET", body=b"", **environ):
        """Ask for `path`, a str or the raw bytes a server would hand over."""
        if isinstance(path, bytes):
            path = path.decode("latin-1")
        path, _, query = path.partition("?")
        raw = {"PATH_INFO": path, **environ}
        answer = call("", method, body, query, **raw)
        asked = f"{method} {path[:100]}"
        assert not self.crashes, (asked, self.crashes)
        assert answer.status < 500, (asked, answer.status)
        return SimpleNamespace(
            status_code=answer.status,
            headers=CaseInsensitiveMapping(answer.headers),
            content=answer.body,
        )


def share(inputs, number, parts):
    """Those inputs that one of `parts` tests takes, which do the same elsewhere."""
    return inputs[number % parts :: parts]


def has_clear_page(response):
    """A refusal people can read: our page with a heading, or JSON with a sentence."""
    kind, content = response.headers["Content-Type"], response.content
    if kind == "application/json":
        return b'"error": "' in content
    return kind == "text/html; charset=utf-8" and b"<h1" in content


def all_rows():
    """Everything stored but sessions and tries to sign in, to compare with later."""
    unstable = {"sessions.Session", "accounts.SignIn", "axes.AccessAttempt"}
    return {
        model._meta.label: sorted(map(repr, model._default_manager.values_list()))
        for model in apps.get_models()
        if model._meta.label not in unstable
    }
