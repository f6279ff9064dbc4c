"""Test the editor's endpoints."""

import re

import pytest
from django.contrib.admin.models import LogEntry
from django.core.files.uploadedfile import SimpleUploadedFile
from markdownx.forms import ImageForm

from careerguide import markup
from careerguide.library.models import Image
from tests.factories import ArticleFactory, CareerFactory, StatTableFactory
from tests.library import files

PREVIEW = "/admin/editor/preview/"
UPLOAD = "/admin/editor/upload/"
IMAGES = "/admin/editor/images/"
TABLES = "/admin/editor/tables/"
ALL = {PREVIEW: "post", UPLOAD: "post", IMAGES: "get", TABLES: "get"}
BODY = {"model": "articles.article", "field": "body"}


def picture(data=files.GOOD["png"]):
    return SimpleUploadedFile("photo.png", data, content_type="image/png")


def preview(client, text, **fields):
    return client.post(PREVIEW, {"text": text, **BODY, **fields})


class TestPreview:
    def test_is_a_page_with_the_sites_stylesheet(self, admin_client):
        html = preview(admin_client, "## Spring\n\nHello").json()["html"]
        assert html.startswith("<!doctype html>")
        assert "css/site" in html
        assert re.search(r'<main id="content"[ >]', html)
        assert "Hello</p>" in html

    def test_shows_tables_as_the_article_does(self, admin_client):
        table = StatTableFactory()
        html = preview(admin_client, f"[[table: {table.slug}]]").json()["html"]
        assert table.title in html

    @pytest.mark.parametrize(
        "hostile",
        [
            "<script>alert(1)</script>",
            "<img src=x onerror=alert(1)>",
            "[x](javascript:alert(1))",
            "<svg onload=alert(1)>",
            "</main></body><iframe srcdoc='<script>alert(1)</script>'>",
        ],
    )
    def test_is_sanitised(self, admin_client, hostile):
        html = preview(admin_client, hostile).json()["html"]
        for token in re.findall(r"<[^>]*>", html):
            assert not re.search(r"script|onerror|onload|svg|iframe", token), token

    @pytest.mark.parametrize(
        "text",
        [
            "",
            " ",
            "\x00",
            "a\x00b",
            "\udcff".encode("utf-8", "surrogatepass"),
            "ﷺ" * 5000,
            "[" * 100_000,
        ],
    )
    def test_any_text_is_shown(self, admin_client, text):
        assert preview(admin_client, text).status_code == 200

    def test_text_at_the_limit_and_beyond(self, admin_client):
        assert preview(admin_client, "a" * markup.MAX_BYTES).status_code == 200
        response = preview(admin_client, "é" * (markup.MAX_BYTES // 2 + 1))
        assert response.status_code == 413
        assert "200,000" in response.json()["error"]

    def test_missing_text_is_400(self, admin_client):
        response = admin_client.post(PREVIEW, BODY)
        assert response.status_code == 400
        assert response.json()["error"]

    @pytest.mark.parametrize(
        ("model", "field"),
        [
            ("", ""),
            ("articles", "body"),
            ("articles.nothing", "body"),
            ("a.b.c", "body"),
            ("\x00.x", "body"),
            ("articles.article", "nothing"),
            ("articles.article", "title"),
            ("articles.article", "career"),
            ("articles.article", "pk"),
        ],
    )
    def test_unknown_text_is_400(self, admin_client, model, field):
        response = preview(admin_client, "x", model=model, field=field)
        assert response.status_code == 400
        assert response.json()["error"]


class TestUpload:
    def test_gives_markdown_and_a_library_entry(self, admin_client):
        response = admin_client.post(UPLOAD, {"image": picture(), "alt": "Bees"})
        image = Image.objects.get()
        assert response.json() == {
            "markdown": f"![Bees]({image.url})",
            "url": image.url,
            "alt": "Bees",
            "duplicate": False,
            "note": "",
        }
        assert (image.alt, image.decorative) == ("Bees", False)
        assert LogEntry.objects.get().object_id == str(image.pk)

    def test_says_that_of_a_moving_picture_the_first_is_stored(self, admin_client):
        moving = picture(files.GOOD["animated webp"])
        answer = admin_client.post(UPLOAD, {"image": moving, "alt": "Bees"}).json()
        assert "the first one was stored" in answer["note"]

    def test_decorative_has_no_words(self, admin_client):
        data = {"image": picture(), "decorative": "on"}
        markdown = admin_client.post(UPLOAD, data).json()["markdown"]
        assert markdown.startswith("![](/media/images/")

    def test_same_file_is_the_picture_there_is(self, admin_client):
        first = admin_client.post(UPLOAD, {"image": picture(), "alt": "Bees"}).json()
        again = admin_client.post(UPLOAD, {"image": picture(), "alt": "A comb"}).json()
        assert (again["url"], again["duplicate"]) == (first["url"], True)
        assert again["markdown"].startswith("![A comb]")
        assert Image.objects.get().alt == "Bees"

    @pytest.mark.parametrize(
        ("data", "field"),
        [
            ({}, "image"),
            ({"alt": "Bees"}, "image"),
            ({"alt": "Bees", "image": "text"}, "image"),
            ({"image": picture}, "alt"),
            ({"image": picture, "alt": "   "}, "alt"),
            ({"image": picture, "alt": "a\x00b"}, "alt"),
            ({"image": picture, "alt": "a" * 301}, "alt"),
        ],
    )
    def test_what_is_missing_is_named(self, admin_client, settings, data, field):
        data = {name: v() if callable(v) else v for name, v in data.items()}
        response = admin_client.post(UPLOAD, data)
        assert response.status_code == 400
        assert response.json()["fields"][field]
        assert response.json()["error"]
        assert not Image.objects.exists()

    @pytest.mark.parametrize("name", files.BAD)
    def test_bad_file_is_400_with_a_sentence(self, admin_client, settings, name):
        data, word = files.BAD[name]
        fields = {"image": picture(data), "alt": "Bees"}
        response = admin_client.post(UPLOAD, fields)
        assert response.status_code == 400
        assert word in response.json()["error"]
        assert not settings.MEDIA_ROOT.exists()

    @pytest.mark.parametrize("name", ["x.html", "x.svg", "../x.png", "x.php\x00.png"])
    def test_clients_name_and_type_count_for_nothing(self, admin_client, name):
        upload = SimpleUploadedFile("x", files.GOOD["png"], content_type="text/html")
        upload.name = name
        response = admin_client.post(UPLOAD, {"image": upload, "alt": "Bees"})
        served = admin_client.get(response.json()["url"])
        served.close()
        assert served.headers["Content-Type"] == "image/webp"

    def test_stands_in_an_article(self, client, admin_client):
        data = {"image": picture(), "alt": "Bees"}
        markdown = admin_client.post(UPLOAD, data).json()["markdown"]
        article = ArticleFactory(body=markdown)
        page = client.get(article.get_absolute_url()).content.decode()
        image = Image.objects.get()
        assert f'src="{image.url}"' in page
        assert f'srcset="{image.srcset}"' in page
        assert 'width="1200" height="800"' in page

    def test_control_markdownx_itself_would_store_a_page(self, settings, db):
        """Or refusing HTML above would prove nothing."""
        page = SimpleUploadedFile("x.html", files.SCRIPT, content_type="image/gif")
        form = ImageForm(files={"image": page})
        assert form.is_valid()
        form.save()
        stored = [path for path in settings.MEDIA_ROOT.rglob("*") if path.is_file()]
        assert [path.suffix for path in stored] == [".html"]
        assert stored[0].read_bytes() == files.SCRIPT


class TestImages:
    @pytest.fixture
    def library(self, db):
        for n in range(30):
            Image.objects.create(
                file=f"images/{n:064}-500x300.webp",
                alt=f"Hive {n}",
                credit="Ana Silva" if n % 2 else "",
                sha256=f"{n:064}",
                width=500,
                height=300,
                size=1,
            )

    def test_lists_the_newest_first_in_pages(self, admin_client, library):
        answer = admin_client.get(IMAGES).json()
        assert (answer["count"], answer["pages"], len(answer["items"])) == (30, 2, 24)
        item = answer["items"][0]
        assert item["alt"] == "Hive 29"
        assert item["thumbnail"].endswith(".w480.webp")
        assert item["markdown"] == f"![Hive 29]({item['url']})"

    def test_searches_every_word(self, admin_client, library):
        answer = admin_client.get(IMAGES, {"q": "silva hive 29"}).json()
        assert [item["alt"] for item in answer["items"]] == ["Hive 29"]

    @pytest.mark.parametrize("page", ["0", "-1", "9" * 30, "x", "", "\x85"])
    @pytest.mark.parametrize("q", ["", "%", "'", '"' * 500, "ﷺ"])
    def test_any_query_is_answered(self, admin_client, library, page, q):
        response = admin_client.get(IMAGES, {"q": q, "page": page})
        assert response.status_code == 200


class TestTables:
    def test_lists_what_an_article_can_show(self, admin_client):
        career = CareerFactory(name="Beekeeper")
        table = StatTableFactory(career=career, subtitle="Pay in US dollars")
        StatTableFactory(career=career, status="draft", title="Hives by age")
        answer = admin_client.get(TABLES, {"q": "pay"}).json()
        assert answer["items"] == [
            {
                "title": table.title,
                "career": "Beekeeper",
                "slug": table.slug,
                "published": True,
                "markdown": f"[[table: {table.slug}]]",
            }
        ]
        assert markup.table_slugs(answer["items"][0]["markdown"]) == [table.slug]
        assert admin_client.get(TABLES).json()["count"] == 2

    def test_costs_few_queries(self, admin_client, django_assert_max_num_queries):
        StatTableFactory.create_batch(10)
        with django_assert_max_num_queries(4):  # session, user, count, tables
            admin_client.get(TABLES)
