"""Raw requests to the WSGI application, and what every answer has to be."""

import io
from wsgiref.util import setup_testing_defaults

from django.apps import apps


class Answer:
    def __init__(self, status, headers, content):
        self.status_code = int(status.split()[0])
        self.headers = {name.title(): value for name, value in headers}
        self.content = content


class Visits:
    def __init__(self, application, crashes):
        self.application, self.crashes = application, crashes

    def __call__(self, path, method="GET", body=b"", **environ):
        """Ask for `path`, a str or the raw bytes a server would hand over."""
        if isinstance(path, bytes):
            path = path.decode("latin-1")
        path, _, query = path.partition("?")
        environ = {
            "PATH_INFO": path,
            "QUERY_STRING": query,
            "REQUEST_METHOD": method,
            "HTTP_HOST": "localhost",
            "SERVER_PROTOCOL": "HTTP/1.1",
            "wsgi.input": io.BytesIO(body),
            **({"CONTENT_LENGTH": str(len(body))} if body else {}),
            **environ,
        }
        setup_testing_defaults(environ)
        started = []
        chunks = self.application(environ, lambda *args: started.append(args))
        try:
            content = b"".join(chunks)
        finally:
            chunks.close()
        answer = Answer(*started[-1][:2], content)
        asked = f"{method} {path[:100]}"
        assert not self.crashes, (asked, self.crashes)
        assert answer.status_code < 500, (asked, answer.status_code)
        return answer


def has_clear_page(response):
    """A refusal people can read: our page with a heading, or JSON with a sentence."""
    kind, content = response.headers["Content-Type"], response.content
    if kind == "application/json":
        return b'"error": "' in content
    return kind == "text/html; charset=utf-8" and b"<h1" in content


def all_rows():
    """Everything stored but sessions, to compare with what is stored later."""
    return {
        model._meta.label: sorted(map(repr, model._default_manager.values_list()))
        for model in apps.get_models()
        if model._meta.label != "sessions.Session"
    }
