"""Test what the log says of a request, and what it never says."""

import io
import json
import logging

import pytest
from django.utils.module_loading import import_string

from careerguide import wsgi
from careerguide.http import logging as logs
from careerguide.http.request_id import RequestIds
from tests.wsgi import call

SESSION = "s3ss10n" * 4
TOKEN = "t0k3n" * 12
PASSWORD = "correct-horse-battery"
QUERY = "what-nobody-must-know"
OF_A_REQUEST = {
    "query": f"q={QUERY}",
    "HTTP_COOKIE": f"sessionid={SESSION}; csrftoken={TOKEN}",
}
# What is asked, and what the log says of it.
ASKED = {
    "crash": ("GET", "/", "", 500),
    "preview": ("GET", f"/preview/{TOKEN}/", "", 404),
    "no token": ("POST", "/admin/login/", f"password={PASSWORD}", 403),
    "wrong host": ("GET", "/articles/", "", 400),
    "wrong method": ("OPTIONS", "/healthz", "", 405),
}
TEXTS = [
    f"/articles/?{QUERY}",
    f"GET /preview/{TOKEN}/page/ HTTP/1.1",
    f"{{'sessionid': '{SESSION}', 'csrftoken': '{TOKEN}'}}",
    f"Cookie: __Host-sessionid={SESSION}; __Host-csrftoken={TOKEN}",
    f"Authorization: Bearer {TOKEN}",
    f"{{b'Cookie': b'{SESSION}'}}",
    f'{{"password1": "{PASSWORD}", "csrfmiddlewaretoken": "{TOKEN}"}}',
    f"username=maria&password={PASSWORD}",
    f"no connection to postgres://guide:{PASSWORD}@host:5432/guide",
    f"refused\nDETAIL:  Failing row contains (1, {PASSWORD}, maria).",
]


@pytest.fixture
def written(settings):
    """Write JSON as in production; ``written()`` is what came so far, as text."""
    stream = io.StringIO()
    handler = logging.StreamHandler(stream)
    for name in settings.LOGGING["handlers"]["console"]["filters"]:
        of_name = settings.LOGGING["filters"][name]["()"]
        handler.addFilter(import_string(of_name)())
    handler.setFormatter(logs.JsonLines())
    loggers = [logging.getLogger(name) for name in ("", "django")]
    for logger in loggers:
        logger.addHandler(handler)
    yield stream.getvalue
    for logger in loggers:
        logger.removeHandler(handler)


@pytest.fixture
def ask(db, monkeypatch):
    """Ask for one of `ASKED`; the view of the crash shows all it has."""

    def crash(self):
        query, cookies = self.request.GET.urlencode(), self.request.COOKIES
        raise RuntimeError(f"{cookies} for {self.request.path}?{query}")

    def run(name):
        method, path, body, _ = ASKED[name]
        host = "evil.example" if name == "wrong host" else "localhost"
        form = {"CONTENT_TYPE": "application/x-www-form-urlencoded"}
        return call(
            path,
            method,
            body.encode(),
            application=RequestIds(wsgi.django),
            **OF_A_REQUEST | form | {"HTTP_HOST": host},
        )

    monkeypatch.setattr("careerguide.site.home.HomeView.get_queryset", crash)
    return run


def secrets_in(text):
    return [secret for secret in (SESSION, TOKEN, PASSWORD, QUERY) if secret in text]


class TestLineOfARequest:
    @pytest.mark.parametrize("name", ASKED)
    def test_says_which_and_what_became_of_it(self, ask, written, name):
        answer = ask(name)
        method, path, _, status = ASKED[name]
        line = json.loads(written().splitlines()[-1])
        assert line["request_id"] == answer.headers["x-request-id"]
        assert line["method"] == method
        assert line["path"] == path.replace(TOKEN, "[hidden]")
        assert line["status"] == answer.status == status

    def test_holds_the_whole_traceback(self, ask, written):
        ask("crash")
        [line] = written().splitlines()
        traceback = json.loads(line)["traceback"]
        assert traceback.startswith("Traceback (most recent call last):\n")
        assert "RuntimeError" in traceback.splitlines()[-1]

    @pytest.mark.parametrize("name", ASKED)
    def test_holds_no_secret(self, ask, written, name):
        ask(name)
        assert secrets_in(written()) == []

    def test_would_hold_them(self, ask, written, monkeypatch):
        monkeypatch.setattr(logs, "SECRETS", [])
        ask("crash")
        ask("preview")
        assert secrets_in(written()) == [SESSION, TOKEN, QUERY]

    def test_holds_nothing_a_library_adds(self, written):
        logging.getLogger("django").error("a", extra={"request": TOKEN, "sql": TOKEN})
        assert set(json.loads(written())) == {"time", "level", "logger", "message"}


class TestLevel:
    def levels(self, written):
        return [json.loads(line)["level"] for line in written().splitlines()]

    @pytest.mark.parametrize("name", [name for name in ASKED if name != "crash"])
    def test_of_what_anybody_can_cause_is_a_warning(self, ask, written, name):
        assert ask(name).status == ASKED[name][-1]
        assert {*self.levels(written)} == {"WARNING"}

    def test_of_too_many_fields_is_a_warning(self, written, db):
        query = "&".join(f"a{n}=" for n in range(2_000))
        answer = call("/search/", query=query, application=RequestIds(wsgi.django))
        assert answer.status in (400, 413)
        assert self.levels(written) == ["WARNING"]

    def test_of_an_error_of_ours_stays(self, ask, written):
        ask("crash")
        assert "ERROR" in self.levels(written)


class TestSecrets:
    @pytest.mark.parametrize("text", TEXTS)
    def test_are_hidden_in_any_text(self, written, text):
        assert secrets_in(text)
        logging.getLogger("any.library").warning("said: %s", text)
        assert secrets_in(written()) == []
        assert "[hidden]" in json.loads(written())["message"]

    @pytest.mark.parametrize(
        "text",
        [
            "Not Found: /articles/a-year-with-the-bees/",
            "Forbidden (CSRF cookie not set.): /admin/login/",
            "Session data corrupted",
            "Published on schedule: <Article: Why is honey sweet?>",
        ],
    )
    def test_other_text_is_left_alone(self, written, text):
        logging.getLogger("any.library").warning(text)
        assert json.loads(written())["message"] == text

    def test_long_text_keeps_both_ends(self):
        long = logs.without_secrets("begins" + "x" * 1_000_000 + "ends")
        assert long.startswith("begins") and long.endswith("ends")
        assert len(long) < 21_000


class TestPlainLines:
    def line(self, message, **more):
        record = logging.makeLogRecord({"name": "a", "msg": message, **more})
        return logs.PlainLines().format(record)

    def test_ends_with_the_id(self):
        assert self.line("Not Found: /a", request_id="abc").endswith("/a [abc]")
        assert self.line("Not Found: /a").endswith("/a")

    def test_holds_no_secret(self):
        assert secrets_in(self.line(f"password={PASSWORD}")) == []

    def test_name_begins_no_line_and_rules_no_terminal(self):
        line = self.line("sign-in of maria\n2026 INFO a\x1b[2J")
        assert line.endswith(r"maria\x0a2026 INFO a\x1b[2J")
