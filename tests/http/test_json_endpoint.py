"""Test what JSON endpoints check before their view: people, tokens, rates, bodies."""

from types import SimpleNamespace

import pytest
from django.contrib.auth.models import Permission
from django.test import Client

from tests.factories import UserFactory

PREVIEW = "/admin/editor/preview/"
UPLOAD = "/admin/editor/upload/"
IMAGES = "/admin/editor/images/"
TABLES = "/admin/editor/tables/"
ALL = {PREVIEW: "post", UPLOAD: "post", IMAGES: "get", TABLES: "get"}
BODY = {"model": "articles.article", "field": "body"}


def preview(client, text, **fields):
    return client.post(PREVIEW, {"text": text, **BODY, **fields})


@pytest.fixture
def staff_with(client, db):
    """Sign in as staff with these permissions only: ``staff_with("add_image")``."""

    def sign_in(*codenames):
        user = UserFactory()
        user.user_permissions.set(Permission.objects.filter(codename__in=codenames))
        client.force_login(user)
        return client

    return sign_in


class TestWhoMayAsk:
    @pytest.mark.parametrize("address", ALL)
    def test_nobody_without_an_account(self, client, db, address):
        response = getattr(client, ALL[address])(address)
        assert response.status_code == 403
        assert response.json()["signed_out"]
        assert "Your text is still here" in response.json()["error"]

    @pytest.mark.parametrize("address", ALL)
    def test_no_account_that_is_not_staff(self, client, db, address):
        client.force_login(UserFactory(is_staff=False, is_superuser=True))
        assert getattr(client, ALL[address])(address).status_code == 403

    @pytest.mark.parametrize("address", ALL)
    def test_no_staff_without_permission(self, staff_with, address):
        client = staff_with()
        data = BODY | {"text": "x"} if address == PREVIEW else {}
        response = getattr(client, ALL[address])(address, data)
        assert response.status_code == 403
        assert response.json()["error"].startswith("Your account may not")

    @pytest.mark.parametrize("action", ["add", "change", "view"])
    def test_preview_needs_a_permission_on_the_model(self, staff_with, action):
        client = staff_with(f"{action}_article")
        assert preview(client, "Hello").status_code == 200
        other = preview(client, "Hello", model="faq.faqentry", field="answer")
        assert other.status_code == 403

    @pytest.mark.parametrize(
        ("address", "method"),
        [
            (address, method)
            for address in ALL
            for method in ("get", "post", "put", "delete", "options")
            if method != ALL[address]
        ],
    )
    def test_other_methods_are_405(self, admin_client, address, method):
        response = getattr(admin_client, method)(address)
        assert response.status_code == 405
        assert response.headers["Allow"] == ALL[address].upper()
        assert response.json()["error"]

    @pytest.mark.parametrize("address", ALL)
    def test_answers_are_kept_by_no_cache(self, admin_client, address):
        response = getattr(admin_client, ALL[address])(address)
        assert response.headers["Cache-Control"] == "private, no-store"


class TestCsrf:
    @pytest.fixture
    def strict(self, db):
        client = Client(enforce_csrf_checks=True)
        client.force_login(UserFactory(is_superuser=True))
        return client

    @pytest.mark.parametrize("address", [PREVIEW, UPLOAD])
    def test_no_token_is_403(self, strict, address):
        response = strict.post(address, BODY | {"text": "x"})
        assert response.status_code == 403
        assert "older than your sign-in" in response.json()["error"]

    def test_new_token_in_the_answer_works(self, strict):
        token = preview(strict, "Hello").json()["token"]
        again = preview(strict, "Hello", csrfmiddlewaretoken=token)
        assert again.status_code == 200

    def test_other_site_is_refused_with_the_right_token_too(self, strict):
        token = preview(strict, "Hello").json()["token"]
        response = strict.post(
            PREVIEW,
            BODY | {"text": "x", "csrfmiddlewaretoken": token},
            headers={"origin": "https://evil.example"},
        )
        assert response.status_code == 403


class TestMalformed:
    @pytest.mark.parametrize("address", [PREVIEW, UPLOAD])
    @pytest.mark.parametrize(
        ("content_type", "body"),
        [
            ("multipart/form-data", b"no boundary"),
            ("multipart/form-data; boundary=x", b"--x\r\nbroken"),
            ("multipart/form-data; boundary=\xff", b"--\xff--"),
            ("application/x-www-form-urlencoded", b"text=\xff\xfe&%ff=%00&&=="),
            ("application/x-www-form-urlencoded", b"a=1&" * 2000),
            ("application/json", b'{"text": "x"}'),
            ("", b""),
        ],
    )
    def test_is_an_answer_in_json(self, admin_client, address, content_type, body):
        response = admin_client.generic("POST", address, body, content_type)
        assert response.status_code in (400, 413)
        assert response.json()["error"]

    def test_other_alphabets_never_reach_us(self, admin_client):
        content_type = "application/x-www-form-urlencoded; charset=zip"
        response = admin_client.generic("POST", PREVIEW, b"text=a", content_type)
        assert response.status_code == 400

    def test_too_many_bytes_of_text_are_413(self, admin_client, settings):
        settings.DATA_UPLOAD_MAX_MEMORY_SIZE = 1000
        response = preview(admin_client, "x" * 2000)
        assert response.status_code == 413
        assert response.json()["error"]


class TestRate:
    @pytest.fixture(autouse=True)
    def clock(self, monkeypatch):
        """No test counts from one minute into the next."""
        clock = SimpleNamespace(time=lambda: 60_000.0)
        monkeypatch.setattr("careerguide.http.rate_limit.time", clock)

    def test_too_often_is_429(self, admin_client):
        for _ in range(30):
            assert admin_client.post(UPLOAD).status_code == 400
        response = admin_client.post(UPLOAD)
        assert response.status_code == 429
        assert response.headers["Retry-After"] == "60"
        assert "nothing is lost" in response.json()["error"]

    def test_each_person_has_their_own(self, admin_client, db):
        for _ in range(31):
            admin_client.post(UPLOAD)
        other = Client()
        other.force_login(UserFactory(is_superuser=True))
        assert other.post(UPLOAD).status_code == 400

    def test_without_redis_editors_work_on(self, admin_client, failing_redis):
        assert preview(admin_client, "Hello").status_code == 200
