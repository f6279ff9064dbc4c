"""Test the security headers on every kind of response of the real application."""

import base64
import hashlib
import re

import pytest
from django.core.wsgi import get_wsgi_application
from django.template.loader import get_template

from careerguide.http.forwarded import NoticeForwarded
from careerguide.http.headers import SecurityHeaders, content_security_policy
from careerguide.media import filenames
from careerguide.readership.counting import CountViews
from careerguide.wsgi import application
from tests.factories import UserFactory
from tests.wsgi import call, cookie_of

HEAD = hashlib.sha256(get_template("_head.js").render().encode())
HEAD_SCRIPT = f"'sha256-{base64.b64encode(HEAD.digest()).decode()}'"
POLICY = (
    f"default-src 'none'; script-src 'self' {HEAD_SCRIPT}; style-src 'self'; "
    "img-src 'self'; "
    "font-src 'self'; connect-src 'self'; manifest-src 'self'; form-action 'self'; "
    "base-uri 'none'; frame-ancestors 'none'; object-src 'none'"
)
EVERYWHERE = {
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-embedder-policy": "require-corp",
    "x-content-type-options": "nosniff",
    "x-frame-options": "DENY",
    "referrer-policy": "same-origin",
    "permissions-policy": "camera=(), microphone=(), geolocation=(), payment=(), "
    "usb=(), browsing-topics=()",
}
PICTURE = filenames.main_name("0123456789abcdef" * 4, 8, 8)

# What is asked for, and the status that answers it.
RESPONSES = {
    "page": (200, {"path": "/"}),
    "article list": (200, {"path": "/articles/"}),
    "HEAD": (200, {"path": "/", "method": "HEAD"}),
    "robots": (200, {"path": "/robots.txt"}),
    "sitemap": (200, {"path": "/sitemap.xml"}),
    "health": (200, {"path": "/healthz"}),
    "sign-in": (200, {"path": "/admin/login/"}),
    "redirect to the slash": (301, {"path": "/articles"}),
    "redirect to sign-in": (302, {"path": "/admin/"}),
    "unknown page": (404, {"path": "/nothing/here/"}),
    "unknown upload": (404, {"path": "/media/nothing.html"}),
    "NUL in the path": (400, {"path": "/articles/\0/"}),
    "NUL in the query": (400, {"path": "/", "query": "page=%00"}),
    "wrong host": (400, {"path": "/", "HTTP_HOST": "evil.example"}),
    "broken host": (400, {"path": "/", "HTTP_HOST": "a b/c"}),
    "wrong method": (405, {"path": "/", "method": "TRACE"}),
    "missing token": (403, {"path": "/admin/login/", "method": "POST"}),
    "huge body": (413, {"path": "/", "method": "POST", "CONTENT_LENGTH": "21000001"}),
}


@pytest.fixture
def static_file(settings):
    """A static file as production serves it."""
    folder = settings.STATIC_ROOT = settings.MEDIA_ROOT.parent / "static"
    folder.mkdir()
    (folder / "site.css").write_text("body{}")
    settings.WHITENOISE_AUTOREFRESH = settings.WHITENOISE_USE_FINDERS = False
    return SecurityHeaders(get_wsgi_application())


@pytest.fixture
def upload(settings):
    path = settings.MEDIA_ROOT / PICTURE
    path.parent.mkdir(parents=True)
    path.write_bytes(b"RIFF")
    return f"/media/{PICTURE}"


def assert_safe(answer, *, policy=POLICY, shown_by="same-origin"):
    assert answer.headers.items() >= EVERYWHERE.items()
    assert answer.headers["content-security-policy"] == policy
    assert answer.headers["cross-origin-resource-policy"] == shown_by


@pytest.mark.django_db
class TestEveryResponse:
    @pytest.mark.parametrize("kind", RESPONSES)
    def test_has_every_header(self, kind):
        status, request = RESPONSES[kind]
        answer = call(**request)
        assert answer.status == status
        assert_safe(answer)

    def test_static_file_has_every_header(self, static_file):
        answer = call("/static/site.css", application=static_file)
        assert (answer.status, answer.body) == (200, b"body{}")
        assert_safe(answer)
        assert "access-control-allow-origin" not in answer.headers

    def test_not_modified_static_file_has_every_header(self, static_file):
        etag = call("/static/site.css", application=static_file).headers[
            "last-modified"
        ]
        answer = call(
            "/static/site.css", application=static_file, HTTP_IF_MODIFIED_SINCE=etag
        )
        assert answer.status == 304
        assert_safe(answer)

    def test_upload_may_do_nothing_at_all(self, upload):
        answer = call(upload)
        assert (answer.status, answer.headers["content-type"]) == (200, "image/webp")
        assert_safe(
            answer, policy="sandbox; default-src 'none'", shown_by="cross-origin"
        )

    def test_admin_page_has_every_header(self, admin_client):
        answer = call("/admin/", HTTP_COOKIE=cookie_of(admin_client))
        assert answer.status == 200
        assert_safe(answer)

    def test_our_own_failure_has_every_header(self, monkeypatch):
        def fail(*arguments, **options):
            raise RuntimeError("on purpose")

        monkeypatch.setattr("careerguide.site.home.HomeView.get_queryset", fail)
        answer = call("/")
        assert answer.status == 500
        assert_safe(answer)


@pytest.mark.django_db
class TestHttps:
    @pytest.fixture
    def https_site(self, settings):
        settings.HTTPS = settings.SECURE_SSL_REDIRECT = True
        return SecurityHeaders(get_wsgi_application())

    @pytest.mark.parametrize("kind", RESPONSES)
    def test_is_insisted_on_in_every_response(self, https_site, kind):
        status, request = RESPONSES[kind]
        scheme = {"wsgi.url_scheme": "https", "HTTPS": "on"}
        answer = call(**request, **scheme, application=https_site)
        assert answer.headers["strict-transport-security"] == "max-age=31536000"
        assert_safe(answer, policy=f"{POLICY}; upgrade-insecure-requests")

    def test_plain_request_is_sent_there(self, https_site):
        answer = call("/articles/", application=https_site)
        assert answer.status == 301
        assert answer.headers["location"] == "https://localhost/articles/"

    def test_health_is_asked_without(self, https_site, settings):
        settings.SECURE_REDIRECT_EXEMPT = [r"^healthz$", r"^readyz$"]
        assert call("/healthz", application=https_site).status == 200

    def test_is_not_promised_where_it_is_not_used(self):
        answer = call("/")
        assert "strict-transport-security" not in answer.headers


@pytest.mark.django_db
class TestKeeping:
    """What may be kept by caches, and who gets a cookie."""

    def test_public_page_sets_no_cookie(self, seeded):
        assert "set-cookie" not in call("/").headers

    @pytest.mark.parametrize(
        "path", ["/admin/", "/admin/articles/article/", "/", "/x/"]
    )
    def test_page_for_somebody_signed_in_is_kept_by_no_cache(self, admin_client, path):
        answer = call(path, HTTP_COOKIE=cookie_of(admin_client))
        kept = answer.headers["cache-control"]
        assert "private" in kept and "no-store" in kept

    def test_sign_in_page_is_kept_by_no_cache(self):
        assert "no-store" in call("/admin/login/").headers["cache-control"]

    def test_session_cookie_is_out_of_reach_of_scripts(self, client, db):
        user = UserFactory(is_superuser=True)
        user.set_password("a long enough password")
        user.save()
        form = {"username": user.username, "password": "a long enough password"}
        cookie = client.post("/admin/login/", form).cookies["sessionid"]
        assert (cookie["httponly"], cookie["samesite"]) == (True, "Lax")
        assert cookie["max-age"] == 8 * 60 * 60


class TestPolicy:
    @pytest.mark.django_db
    def test_names_the_one_script_that_stands_in_a_page(self):
        pattern = r"<script(?! type)[^>]*>(.+?)</script>"  # data is no script
        found = re.findall(pattern, call("/").text, re.DOTALL)
        [digest] = [hashlib.sha256(script.encode()).digest() for script in found]
        assert f"'sha256-{base64.b64encode(digest).decode()}'" == HEAD_SCRIPT

    def test_directive_can_be_replaced(self):
        policy = content_security_policy(False, frame_src="'self'")
        assert policy.endswith("; frame-src 'self'")

    def test_view_may_set_its_own(self):
        def inner(environ, start_response):
            start_response("200 OK", [("content-security-policy", "sandbox")])
            return [b""]

        answer = call("/", application=SecurityHeaders(inner))
        assert answer.headers["content-security-policy"] == "sandbox"
        assert answer.headers["x-content-type-options"] == "nosniff"

    def test_debug_page_styles_itself(self, settings):
        def failing(environ, start_response):
            start_response("500 Oh", [])
            return [b""]

        settings.DEBUG = True
        answer = call("/", application=SecurityHeaders(failing))
        assert "content-security-policy" not in answer.headers
        assert "x-frame-options" in answer.headers

    def test_application_wears_them_outermost(self):
        """But for what looks at requests only."""
        answering = application
        while isinstance(answering, NoticeForwarded | CountViews):
            answering = answering.app
        assert isinstance(answering, SecurityHeaders)
