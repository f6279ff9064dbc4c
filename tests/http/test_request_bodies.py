"""Test bodies that are sent slowly, not at all, or only in part."""

import io

import pytest

from careerguide.http import request_bodies
from careerguide.http.request_bodies import Places
from tests.wsgi import call, cookie_of

LOGIN = "/admin/login/"
FORM = "application/x-www-form-urlencoded"


def post(body, path=LOGIN, length=None, **environ):
    length = str(length or len(body.getvalue()))
    sent = {"wsgi.input": body, "CONTENT_LENGTH": length, "CONTENT_TYPE": FORM}
    return call(path, "POST", **sent, **environ)


@pytest.mark.django_db
class TestBody:
    def test_comes_whole_however_it_is_cut(self, client, monkeypatch):
        monkeypatch.setattr(request_bodies, "PIECE", 7)
        monkeypatch.setattr(request_bodies, "IN_MEMORY", 20)
        response = client.post(LOGIN, {"username": "maria" * 10, "password": "b"})
        assert "maria" * 10 in response.content.decode()

    def test_that_ends_too_early_is_refused(self):
        assert post(io.BytesIO(b"username=a"), length=100).status == 400

    def test_of_a_client_that_goes_is_refused(self):
        class Gone:
            def read(self, size):
                raise ConnectionResetError

            readline = read

        assert post(Gone(), length=100).status == 400

    def test_of_what_is_only_read_is_left_alone(self):
        assert call("/", CONTENT_LENGTH="9").status == 200

    def test_disk_that_is_full_is_said(self, monkeypatch):
        class Full(io.BytesIO):
            def write(self, piece):
                raise OSError(28, "No space left on device")

        monkeypatch.setattr(request_bodies, "SpooledTemporaryFile", lambda size: Full())
        assert post(io.BytesIO(b"username=a")).status == 507


@pytest.mark.django_db
class TestManyAtOnce:
    @pytest.fixture(autouse=True)
    def _strangers_are_slow(self, monkeypatch):
        monkeypatch.setattr(request_bodies, "A_MOMENT", 0)
        monkeypatch.setattr(request_bodies, "strangers", Places(0))

    def test_one_stranger_more_is_told_when_to_come_back(self):
        answer = post(io.BytesIO(b"username=a"))
        assert answer.status == 503
        assert answer.headers["retry-after"] == "10"

    def test_editors_have_places_of_their_own(self, admin_client):
        path = "/admin/articles/article/"
        sent = {"HTTP_COOKIE": cookie_of(admin_client)}
        assert post(io.BytesIO(b"a=b"), path, **sent).status == 403  # without a token

    def test_invented_session_is_a_strangers(self):
        cookie = "sessionid=abcdefghijklmnopqrstuvwxyz"
        assert post(io.BytesIO(b"a=b"), HTTP_COOKIE=cookie).status == 503

    def test_one_editor_more_does_not_lose_the_text(self, admin_client, monkeypatch):
        monkeypatch.setattr(request_bodies, "editors", Places(0))
        path = "/admin/articles/article/add/"
        answer = post(io.BytesIO(b"a=b"), path, HTTP_COOKIE=cookie_of(admin_client))
        assert answer.status == 503
        assert "your text is kept in this browser" in answer.text


class TestPlaces:
    def test_one_that_is_given_back_can_be_taken(self, monkeypatch):
        monkeypatch.setattr(request_bodies, "A_MOMENT", 0)
        places = Places(1)
        assert places.take() and not places.take()
        places.give_back()
        assert places.take()

    def test_nobody_waits_for_those_who_are_slow(self, monkeypatch):
        waited = []
        places = Places(0)
        monkeypatch.setattr(
            places._free, "acquire", lambda timeout: waited.append(timeout)
        )
        assert not places.take() and not places.take()
        assert waited == [request_bodies.A_MOMENT, 0]

    def test_is_free_after_a_body_that_did_not_come(self, db, monkeypatch):
        monkeypatch.setattr(request_bodies, "A_MOMENT", 0)
        monkeypatch.setattr(request_bodies, "strangers", Places(1))
        answers = [post(io.BytesIO(b"a=b"), length=100) for _ in range(2)]
        assert [answer.status for answer in answers] == [400, 400]
