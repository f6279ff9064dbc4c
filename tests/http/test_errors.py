"""Test what readers see when a request cannot be answered."""

import errno
import re
import sqlite3

import psycopg
import pytest
from django.contrib.sessions.models import Session
from django.db import OperationalError, connection
from django.test import Client

from careerguide.http.errors import MESSAGES
from tests.factories import ArticleFactory, UserFactory
from tests.wsgi import call

PUBLIC = ["/", "/articles/", "/statistics/", "/faq/"]
LISTS = ["/careers/", *PUBLIC[1:]]
ONLY_READ = [*PUBLIC, "/robots.txt", "/sitemap.xml", "/healthz", "/readyz"]


def heading(answer):
    return re.search(r"<h1>(.*?)</h1>", answer.text)[1]


@pytest.mark.through_pages
@pytest.mark.django_db
class TestNotFound:
    @pytest.mark.parametrize(
        "path",
        [
            *(f"{section}nothing/" for section in PUBLIC),
            "/careers/nothing/",
            "/nothing/at/all",
            "/media/../../etc/passwd",
            "/static/../careerguide/settings.py",
            "/articles/🐝/",
            "/.env",
            "/" + "a" * 5_000 + "/",
        ],
    )
    def test_unknown_address(self, path):
        answer = call(path)
        assert answer.status == 404
        assert heading(answer) == "There is no page here"

    @pytest.mark.parametrize(
        "query", ["page=0", "page=99", "page=-1", "page=x", "page=1e9"]
    )
    @pytest.mark.parametrize("path", LISTS)
    def test_unknown_page_of_a_list(self, path, query):
        assert call(path, query=query).status == 404

    def test_does_not_echo_the_address(self):
        assert "needle" not in call("/needle/").text


@pytest.mark.django_db
class TestBadRequest:
    @pytest.mark.parametrize(
        "path", ["/\0", "/articles/a\0b/", "/media/\0", "/admin/\0"]
    )
    def test_nul_in_the_path(self, path):
        answer = call(path)
        assert answer.status == 400
        assert heading(answer) == "This request makes no sense to us"

    @pytest.mark.parametrize("query", ["page=%00", "%00=1", "q=a&career=%00"])
    def test_nul_in_the_query(self, query):
        assert call("/articles/", query=query).status == 400

    @pytest.mark.django_db
    @pytest.mark.parametrize("path", ["/articles/", "/search/", "/careers/", "/faq/"])
    def test_nul_in_what_somebody_looks_for_is_none(self, path):
        assert call(path, query="q=a%00b&page=1").status == 200

    def test_too_many_parameters(self):
        assert call("/", query="&".join(["a=1"] * 1_001)).status in (400, 413)

    def test_long_query_is_no_problem(self):
        assert call("/", query="q=" + "a" * 50_000).status == 200

    @pytest.mark.parametrize(
        "host",
        ["evil.example", "localhost.evil.example", "evil.example:80", "[::", "a/b"],
    )
    def test_wrong_host(self, host):
        answer = call("/", HTTP_HOST=host)
        assert answer.status == 400
        assert "evil" not in answer.text

    @pytest.mark.parametrize(
        "header", ["HTTP_X_FORWARDED_HOST", "HTTP_FORWARDED", "HTTP_X_HOST"]
    )
    def test_forwarded_host_changes_nothing(self, header):
        plain, forged = call("/"), call("/", **{header: "evil.example"})
        assert forged.body == plain.body

    def test_forwarded_scheme_changes_nothing(self):
        answer = call("/articles", HTTP_X_FORWARDED_PROTO="https")
        assert answer.headers["location"] == "/articles/"


@pytest.mark.django_db
class TestForbidden:
    def test_missing_token_says_what_to_do(self):
        answer = call("/admin/login/", "POST", b"username=a&password=b")
        assert answer.status == 403
        assert heading(answer) == "This form has expired"

    @pytest.mark.parametrize(
        "path", ["/admin/", "/admin/logout/", "/admin/login/?next=/"]
    )
    def test_every_form_needs_one(self, path):
        assert call(path, "POST", b"a=b").status == 403

    def test_page_without_the_rights_says_so(self, client):
        client.force_login(UserFactory())
        response = client.get("/admin/articles/article/add/")
        assert response.status_code == 403
        assert "You may not see this page" in response.content.decode()


@pytest.mark.django_db
class TestWrongMethod:
    @pytest.mark.parametrize("method", ["POST", "PUT", "DELETE", "TRACE", "BREW"])
    @pytest.mark.parametrize("path", ONLY_READ)
    def test_is_told_what_is_allowed(self, client, path, method):
        response = client.generic(method, path)
        assert response.status_code == 405
        assert "GET" in response.headers["Allow"]
        assert "<h1>This page cannot do that</h1>" in response.content.decode()

    @pytest.mark.parametrize("method", ["POST", "PUT", "DELETE", "TRACE", "BREW"])
    def test_needs_no_token_to_be_told_so(self, method):
        assert call("/", method, b"title=Mine").status == 405

    def test_detail_pages_are_only_read(self, client):
        article = ArticleFactory()
        assert client.delete(article.get_absolute_url()).status_code == 405
        article.refresh_from_db()


@pytest.mark.django_db
class TestTooLarge:
    def test_body_is_refused_before_it_is_read(self):
        class Untouched:
            def read(self, *size):
                raise AssertionError("the body was read")

            readline = read

        answer = call(
            "/admin/login/",
            "POST",
            **{"CONTENT_LENGTH": "21000001", "wsgi.input": Untouched()},
        )
        assert answer.status == 413
        assert heading(answer) == "That is too large"

    @pytest.mark.parametrize("length", ["9" * 30, "1" + "0" * 5_000])
    def test_absurd_length_is_refused(self, length):
        assert call("/", "POST", CONTENT_LENGTH=length).status in (400, 413)

    @pytest.mark.parametrize("length", ["-1", "x", "1.5", "٣"])
    def test_length_that_is_no_number_is_no_crash(self, length):
        assert call("/", CONTENT_LENGTH=length).status in (200, 400)

    def test_form_above_djangos_own_limit_is_a_page_too(self, client):
        client.force_login(UserFactory(is_superuser=True))
        response = client.post("/admin/login/", {"username": "a" * 4_000_001})
        assert response.status_code in (400, 413)
        assert "<h1>" in response.content.decode()


@pytest.mark.django_db
class TestOurFailure:
    @pytest.fixture
    def no_database(self, monkeypatch):
        def gone(*arguments, **options):
            raise OperationalError("the database is gone")

        monkeypatch.setattr(connection, "cursor", gone)

    @pytest.mark.parametrize("cookie", ["", "sessionid=abcdefghijklmnopqrstuvwxyz"])
    @pytest.mark.usefixtures("no_database")
    def test_page_needs_no_database(self, cookie):
        answer = call("/articles/", HTTP_COOKIE=cookie)
        assert answer.status == 503
        assert heading(answer) == str(MESSAGES[503][0])

    @pytest.mark.usefixtures("no_database")
    def test_reader_is_told_when_to_come_back(self):
        assert call("/articles/").headers["retry-after"] == "10"

    @pytest.mark.usefixtures("no_database")
    def test_other_error_pages_need_none_either(self):
        assert call("/nothing/here/").status == 404
        assert call("/\0").status == 400

    @pytest.mark.parametrize(
        "reason", ["OperationalError", "DiskFull", "OSError", "another"]
    )
    def test_full_disk_is_said(self, monkeypatch, reason):
        def fail(*arguments, **options):
            if reason == "OSError":
                raise OSError(errno.ENOSPC, "No space left on device")
            cause = {
                "OperationalError": sqlite3.OperationalError("disk is full"),
                "DiskFull": psycopg.errors.DiskFull(),
            }.get(reason)
            if reason == "OperationalError":
                cause.sqlite_errorcode = sqlite3.SQLITE_FULL
            raise OperationalError("disk is full") from cause

        monkeypatch.setattr("careerguide.site.home.HomeView.get_queryset", fail)
        answer = call("/")
        assert answer.status == (503 if reason == "another" else 507)

    def test_session_that_cannot_be_saved_is_no_mistake_of_the_editor(
        self, admin_client, monkeypatch
    ):
        def gone(*arguments, **options):
            raise OperationalError("the database is gone")

        monkeypatch.setattr(Session, "save_base", gone)
        # Nothing is ticked, which a message in the session says.
        ticked = {"index": "0", "action": "delete_selected"}
        response = admin_client.post("/admin/library/image/", ticked)
        assert response.status_code == 503

    def test_does_not_tell_what_went_wrong(self, monkeypatch):
        def fail(*arguments, **options):
            raise RuntimeError("a secret of ours")

        monkeypatch.setattr("careerguide.site.home.HomeView.get_queryset", fail)
        answer = call("/")
        assert answer.status == 500
        assert "secret" not in answer.text


@pytest.mark.django_db
class TestFailedSave:
    """A form of content keeps what was typed, whatever kept it from being saved."""

    @pytest.mark.parametrize(
        ("error", "status"),
        [
            (OSError(errno.ENOSPC, "No space left on device"), 507),
            (OperationalError("gone"), 503),
            (ValueError("ours"), 500),
        ],
    )
    def test_leads_back_to_the_form(self, admin_client, monkeypatch, error, status):
        def fail(*arguments, **options):
            raise error

        monkeypatch.setattr("articles.admin.ArticleAdmin.get_form", fail)
        admin_client.raise_request_exception = False
        path = "/admin/articles/article/add/"
        response = admin_client.post(path)
        assert response.status_code == status
        page = response.content.decode()
        assert "your text is kept in this browser" in page
        assert f'href="{path}">Back to the form</a>' in page

    def test_page_that_was_only_asked_for_promises_nothing(
        self, admin_client, monkeypatch
    ):
        monkeypatch.setattr(
            "articles.admin.ArticleAdmin.get_form", lambda *a, **k: 1 / 0
        )
        admin_client.raise_request_exception = False
        response = admin_client.get("/admin/articles/article/add/")
        assert response.status_code == 500
        assert "your text" not in response.content.decode()


@pytest.mark.django_db
class TestErrorPage:
    @pytest.mark.parametrize("path", ["/nothing/here/", "/\0"])
    def test_is_kept_out_of_search_engines_and_leads_on(self, path):
        page = call(path).text
        assert '<meta name="robots" content="noindex">' in page
        assert 'rel="canonical"' not in page
        assert all(f'href="{link}"' in page for link in PUBLIC)
        assert page.count("<h1>") == 1


@pytest.mark.django_db
class TestExpiredForm:
    """A token that is missing, as after signing in again in another tab."""

    @pytest.fixture
    def strict(self):
        client = Client(enforce_csrf_checks=True)
        client.force_login(UserFactory(is_superuser=True))
        return client

    def test_form_of_content_says_that_the_text_is_kept(self, strict):
        for path in ("add/", f"{ArticleFactory().pk}/change/"):
            response = strict.post(address := f"/admin/articles/article/{path}")
            assert response.status_code == 403
            page = response.content.decode()
            assert "your text is kept in this browser" in page
            assert f'href="{address}">Back to the form</a>' in page

    @pytest.mark.parametrize(
        "path",
        [
            *("/admin/login/", "/admin/auth/user/add/", "/admin/library/image/add/"),
            "/admin/articles/article/",
        ],
    )
    def test_other_forms_promise_nothing(self, strict, path):
        response = strict.post(path)
        assert response.status_code == 403
        page = response.content.decode()
        assert "This form has expired" in page
        assert "Back to the form" not in page
