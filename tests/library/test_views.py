"""Test how uploads are served."""

import pytest

from . import files
from .helpers import stored


@pytest.fixture
def image(db):
    return stored(files.photo())


class TestServe:
    def test_gives_the_stored_bytes(self, client, image, settings):
        response = client.get(image.url)
        body = b"".join(response)
        assert response.status_code == 200
        assert body == (settings.MEDIA_ROOT / image.file.name).read_bytes()
        assert response.headers["Content-Length"] == str(len(body)) == str(image.size)

    def test_holds_no_thread_for_a_slow_reader(self, client, image):
        assert not client.get(image.url).streaming

    def test_headers_of_its_own(self, client, image):
        response = client.get(image.url)
        response.close()
        assert response.headers["Content-Type"] == "image/webp"
        assert "immutable" in response.headers["Cache-Control"]
        assert (
            response.headers["Content-Security-Policy"] == "sandbox; default-src 'none'"
        )
        assert response.headers["X-Content-Type-Options"] == "nosniff"
        assert response.headers["Cross-Origin-Resource-Policy"] == "cross-origin"

    def test_each_rendition_is_there(self, client, image):
        addresses = [part.split()[0] for part in image.srcset.split(", ")]
        assert len(addresses) == 2  # 800 pixels wide: 480 and itself
        for address in addresses:
            response = client.get(address)
            response.close()
            assert response.status_code == 200

    def test_head_has_no_body(self, client, image):
        response = client.head(image.url)
        assert response.status_code == 200
        assert response.headers["Content-Length"] == str(image.size)
        response.close()

    def test_unchanged_is_304_with_the_same_headers(self, client, image):
        first = client.get(image.url)
        first.close()
        again = client.get(image.url, headers={"if-none-match": first.headers["ETag"]})
        assert again.status_code == 304
        assert again.content == b""
        for header in ("ETag", "Cache-Control", "Content-Security-Policy"):
            assert again.headers[header] == first.headers[header]

    @pytest.mark.parametrize("method", ["post", "put", "patch", "delete", "options"])
    def test_other_methods_are_405(self, client, image, method):
        assert getattr(client, method)(image.url).status_code == 405


SHA = "a" * 64


class TestNothingElse:
    @pytest.fixture(autouse=True)
    def other_files(self, settings):
        folder = settings.MEDIA_ROOT / "images"
        folder.mkdir(parents=True)
        (settings.MEDIA_ROOT.parent / "secret.webp").write_text("secret")
        (folder / "page.html").write_text("<script>")
        (folder / f"{SHA}-1x1.webp").write_bytes(b"RIFF")
        (folder / f"{SHA}-1x1.svg").write_text("<svg/>")
        (folder / f"{SHA}-2x2.webp").mkdir()

    def test_control_a_file_of_our_name_is_served(self, client, db):
        response = client.get(f"/media/images/{SHA}-1x1.webp")
        response.close()
        assert response.status_code == 200

    @pytest.mark.parametrize(
        "path",
        [
            "",
            "images/",
            "images/page.html",
            f"images/{SHA}-1x1.svg",
            f"images/{SHA}-2x2.webp",
            f"images/{SHA}-9x9.webp",
            f"images/{SHA}-1x1.webp/",
            f"images/{SHA}-1x1.webp%00.html",
            f"images/{SHA}-1x1.webp%0a",
            f"images/{SHA.upper()}-1x1.webp",
            f"images/{SHA}-١x١.webp",
            f"images//{SHA}-1x1.webp",
            f"./images/{SHA}-1x1.webp",
            "../secret.webp",
            "images/../../secret.webp",
            "images/..%2f..%2fsecret.webp",
            "images/%2e%2e/%2e%2e/secret.webp",
            "images\\..\\..\\secret.webp",
            "/etc/passwd",
            "images/" + "a" * 5000,
            "images/%ff%fe.webp",
        ],
    )
    def test_is_not_found(self, client, db, path):
        assert client.get(f"/media/{path}").status_code in (400, 404)
