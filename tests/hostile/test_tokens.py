"""Test that every route that could change something demands a token of ours."""

import pytest
from django.middleware.csrf import CSRF_SECRET_LENGTH, CSRF_TOKEN_LENGTH
from django.urls import reverse

from tests.factories import UserFactory
from tests.hostile.routes import all_routes
from tests.hostile.visits import all_rows, has_clear_page, share

pytestmark = pytest.mark.one_database

TOKENS = (
    *("", "a", "\0", "é", "<script>", "null", "a" * CSRF_SECRET_LENGTH),
    *("a" * CSRF_TOKEN_LENGTH, "a" * 10_000, "' OR 1=1 --"),
)
ORIGINS = ("https://evil.example", "null", "http://testserver.evil.example")
ORIGINS += ("http://testserver:8080", "http://[::1", "javascript:")


@pytest.fixture
def routes(world):
    """Every route, where there are models of the first item of each."""
    key = {"admin": str(world.article.pk), "app_label": "articles"}
    return [(route, route.fill(key["admin"])) for route in all_routes()]


def refused(response, route):
    """403; or 404 or 405 outside the admin, where nothing is that could be sent."""
    reads_only = route.is_public or route.csrf_exempt
    allowed = (403, 404, 405) if reads_only else (403,)
    assert response.status_code in allowed, (str(route), response.status_code)
    if response.status_code == 405:
        assert "POST" not in response.headers["Allow"], str(route)
    assert has_clear_page(response), str(route)


class TestToken:
    def test_missing(self, wary_client, routes):
        before = all_rows()
        for route, address in routes:
            refused(wary_client.post(address, {"post": "yes", "_save": "1"}), route)
        assert all_rows() == before

    def test_forged(self, wary_client, routes):
        """In the form and in the header in turn, as one code reads both."""
        wary_client.get("/admin/")
        before = all_rows()
        for number, (route, address) in enumerate(routes):
            token = TOKENS[number // 2 % len(TOKENS)]
            data, header = {"post": "yes"}, {}
            if number % 2:
                header["HTTP_X_CSRFTOKEN"] = token
            else:
                data["csrfmiddlewaretoken"] = token
            refused(wary_client.post(address, data, **header), route)
        assert all_rows() == before

    def test_of_somebody_else(self, wary_client, routes):
        wary_client.get("/admin/articles/article/add/")
        before = all_rows()
        for route, address in share(routes, 0, 3):
            data = {"csrfmiddlewaretoken": "Z" * CSRF_TOKEN_LENGTH, "post": "yes"}
            refused(wary_client.post(address, data), route)
        assert all_rows() == before

    @pytest.mark.parametrize("origin", ORIGINS)
    def test_right_from_another_site(self, wary_client, routes, origin):
        """To each route from two of them."""
        token = right_token(wary_client)
        before = all_rows()
        for route, address in share(routes, ORIGINS.index(origin), 3):
            data = {"csrfmiddlewaretoken": token, "post": "yes"}
            refused(wary_client.post(address, data, HTTP_ORIGIN=origin), route)
        assert all_rows() == before

    def test_cookie_that_makes_no_sense(self, wary_client, routes):
        for token in TOKENS:
            wary_client.cookies["csrftoken"] = token.replace("\0", "\\000")
            data = {"csrfmiddlewaretoken": token.swapcase() + "b"}
            assert wary_client.post("/admin/logout/", data).status_code == 403


class TestControl:
    def test_the_right_token_is_taken(self, wary_client, world):
        UserFactory()
        data = {"csrfmiddlewaretoken": right_token(wary_client), "post": "yes"}
        address = reverse("admin:articles_article_delete", args=[world.article.pk])
        data |= {"base_version": world.article.version}
        assert wary_client.post(address, data).status_code == 302
        assert not type(world.article).objects.not_trashed().exists()

    def test_without_the_check_it_would_be_taken(self, admin_client, world):
        address = reverse("admin:articles_article_delete", args=[world.article.pk])
        data = {"post": "yes", "base_version": world.article.version}
        assert admin_client.post(address, data).status_code == 302
        assert not type(world.article).objects.not_trashed().exists()


def right_token(client):
    client.get(reverse("admin:articles_article_add"))
    return client.cookies["csrftoken"].value
