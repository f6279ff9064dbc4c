"""Test the id of a request: in the answer, in the log, and to a reader."""

import re
import threading

import pytest
from django.db import OperationalError, connection

from careerguide import wsgi
from careerguide.http import request_id
from careerguide.http.request_id import RequestIds
from tests.wsgi import call

OF_A_PROXY = "7d3c1f0a9be84a6c8f0f1d2e3c4b5a69"


def echo(environ, start_response):
    start_response("200 OK", [])
    return [request_id.current().id.encode()]


def ask(app=echo, **environ):
    return call("/", application=RequestIds(app), **environ)


class TestId:
    def test_is_told_and_new_each_time(self):
        first, second = ask(), ask()
        assert first.headers["x-request-id"] == first.text
        assert re.fullmatch(r"[0-9a-f]{32}", first.text)
        assert first.text != second.text

    def test_of_a_stranger_is_not_taken(self):
        assert ask(HTTP_X_REQUEST_ID=OF_A_PROXY).text != OF_A_PROXY

    def test_of_a_proxy_of_ours_is(self, settings):
        settings.TRUSTED_PROXIES = 1
        assert ask(HTTP_X_REQUEST_ID=OF_A_PROXY).text == OF_A_PROXY

    @pytest.mark.parametrize(
        "sent",
        ["", "short", "a" * 65, "a" * 20 + "\n", "a" * 20 + "é", "<b>" + "a" * 20],
    )
    def test_that_is_none_is_not_taken(self, settings, sent):
        settings.TRUSTED_PROXIES = 1
        assert re.fullmatch(r"[0-9a-f]{32}", ask(HTTP_X_REQUEST_ID=sent).text)

    def test_ends_with_the_request(self):
        def fail(environ, start_response):
            raise RuntimeError

        with pytest.raises(RuntimeError):
            ask(fail)
        assert request_id.current() is None

    def test_is_of_one_thread(self):
        seen = []

        def beside(environ, start_response):
            other = threading.Thread(target=lambda: seen.append(request_id.current()))
            other.start()
            other.join()
            return echo(environ, start_response)

        ask(beside)
        assert seen == [None]


@pytest.mark.django_db
class TestErrorPage:
    @pytest.fixture(autouse=True)
    def _no_database(self, monkeypatch):
        def gone(*arguments, **options):
            raise OperationalError("the database is gone")

        monkeypatch.setattr(connection, "cursor", gone)

    def test_tells_the_reader(self):
        answer = ask(wsgi.django)
        assert answer.status == 503
        assert f"mention <code>{answer.headers['x-request-id']}</code>" in answer.text

    def test_without_an_id_is_a_page_all_the_same(self, client):
        client.raise_request_exception = False
        response = client.get("/")
        assert response.status_code == 503
        assert "mention" not in response.content.decode()
