"""Test feedback that no form of ours sends: bounded, and never a crash."""

import io

import pytest
from django.core.cache import cache

from careerguide.feedback import limits
from careerguide.feedback.models import MAX_TEXT, Feedback
from tests.feedback.sending import OURS, URL, send
from tests.hostile.naughty import STRINGS, WITH_NUL
from tests.hostile.test_bodies import (
    CHARSETS,
    FORM,
    FORMS,
    MULTIPART,
    PARTS,
    TYPES,
)
from tests.hostile.visits import has_clear_page

FIELDS = ("page", "helpful", "key", "reason", "text", "subject")
REFUSED = (400, 403, 404, 413, 422, 429)


@pytest.fixture(autouse=True)
def unlimited(monkeypatch):
    monkeypatch.setattr(limits, "PER_CLIENT", ())


def post(client, body, content_type=FORM, **headers):
    return client.generic("POST", URL, body, content_type, headers=OURS, **headers)


@pytest.mark.one_database
def test_any_text_is_kept_as_it_is_or_refused(client, world):
    for text in (*STRINGS[::8], *WITH_NUL):
        response = send(client, world.article, text=text)
        kept = Feedback.objects.values_list("text", flat=True).first()
        if response.status_code == 200:
            assert kept == text.strip().replace("\r\n", "\n")
        else:
            assert response.status_code == 422 and has_clear_page(response)
        Feedback.objects.all().delete()


@pytest.mark.one_database
def test_any_text_in_any_field_is_a_page(client, world):
    for name in FIELDS:
        for text in (*STRINGS[::25], *WITH_NUL[:2]):
            data = {"helpful": "no", "reason": "wrong", "text": "a"} | {name: text}
            page = data.pop("page", world.article)
            response = send(client, page, **data)
            assert response.status_code == 200 or response.status_code in REFUSED
            assert has_clear_page(response), (name, text[:40])


def test_body_that_is_none_stores_nothing(client, wsgi, world):
    for body in FORMS:
        assert post(client, body).status_code in REFUSED
    for body in PARTS:
        assert post(client, body, MULTIPART).status_code == 400
    for kind in (*TYPES, *(f"{FORM}; {charset}" for charset in CHARSETS)):
        answer = wsgi(
            URL, "POST", b"a=b", CONTENT_TYPE=kind, HTTP_ORIGIN="http://localhost"
        )
        assert answer.status_code == 400 and has_clear_page(answer), kind
    assert not Feedback.objects.exists()


def test_client_that_hangs_up_is_no_crash(wsgi, world):
    class HungUp(io.BytesIO):
        def read(self, *args):
            raise ConnectionResetError

    data = {"CONTENT_LENGTH": "100", "wsgi.input": HungUp(), "CONTENT_TYPE": FORM}
    answer = wsgi(URL, "POST", HTTP_ORIGIN="http://localhost", **data)
    assert answer.status_code == 400


def test_flood_ends(client, world, monkeypatch):
    monkeypatch.setattr(limits, "STORED_A_DAY", 20)
    statuses = [
        send(client, world.article, text="a" * MAX_TEXT).status_code for _ in range(60)
    ]
    assert (statuses[0], statuses[-1], Feedback.objects.count()) == (200, 429, 20)


def test_flood_of_one_client_ends_sooner(client, world, monkeypatch):
    monkeypatch.setattr(limits, "PER_CLIENT", ((5, 600),))
    cache.clear()
    statuses = [send(client, "/nowhere/", text="a").status_code for _ in range(9)]
    assert set(statuses) == {404}
    statuses = [send(client, world.page, helpful="yes").status_code for _ in range(9)]
    assert statuses[-1] == 429 and Feedback.objects.count() <= 5
