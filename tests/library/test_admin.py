"""Test the image library in the admin."""

import pytest
from axes.models import AccessAttempt
from django.contrib.admin.models import LogEntry
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from articles.models import Article
from careerguide.library.models import Image
from careerguide.library.usage import uses
from careerguide.publishing.drafts import actions
from tests.factories import ArticleFactory, CareerFactory

from . import files
from .helpers import on_disk, stored, upload

ADD = "/admin/library/image/add/"
LIST = "/admin/library/image/"
FOCUS = {"focal_x": 50, "focal_y": 50}


def in_draft(**content):
    """A live article of which only the draft has this content."""
    article = ArticleFactory(title="In the hive")
    edited = actions.draft_of(Article.objects.get(pk=article.pk))
    for name, value in content.items():
        setattr(edited, name, value)
    actions.save_draft(article, edited, None)
    return article


def in_article(**content):
    return ArticleFactory(title="In the hive", **content)


def in_trash(article):
    actions.trash(article, None)


USES = {
    "picture": lambda image: in_article(picture=image),
    "body": lambda image: in_article(body=f"![Bees]({image.url})"),
    "rendition": lambda image: in_article(takeaways=f"![]({image.thumbnail_url})"),
    "new": lambda image: in_article(body=f"![]({image.url})", status="draft"),
    "picture of a draft": lambda image: in_draft(picture=image),
    "body of a draft": lambda image: in_draft(body=f"![Bees]({image.url})"),
    "rendition of a draft": lambda image: in_draft(
        takeaways=f"![]({image.thumbnail_url})"
    ),
    "picture in the trash": lambda image: in_trash(in_article(picture=image)),
    "body in the trash": lambda image: in_trash(in_article(body=f"![]({image.url})")),
    "draft in the trash": lambda image: in_trash(in_draft(picture=image)),
}


def change_page(image):
    return reverse("admin:library_image_change", args=[image.pk])


def delete_page(image):
    return reverse("admin:library_image_delete", args=[image.pk])


class TestAdding:
    def test_stores_files_and_row(self, admin_client, settings):
        data = {"image": upload(files.GOOD["png"]), "alt": "Bees", **FOCUS}
        assert admin_client.post(ADD, data).status_code == 302
        image = Image.objects.get()
        assert (image.alt, image.width, image.height) == ("Bees", 1200, 800)
        assert len(on_disk(settings)) == 3
        assert LogEntry.objects.get().object_id == str(image.pk)

    def test_says_that_of_a_moving_picture_the_first_is_stored(self, admin_client):
        data = {"image": upload(files.GOOD["apng"]), "alt": "Bees", **FOCUS}
        page = admin_client.post(ADD, data, follow=True).content.decode()
        assert "the first one was stored" in page

    def test_needs_a_file(self, admin_client):
        response = admin_client.post(ADD, {"alt": "Bees", **FOCUS})
        assert "Choose a picture." in errors(response)["image"]

    @pytest.mark.parametrize("alt", [" \n ", "\u200b"])
    def test_needs_a_description_or_decorative(self, admin_client, settings, alt):
        data = {"image": upload(files.GOOD["png"]), "alt": alt, **FOCUS}
        response = admin_client.post(ADD, data)
        assert "Describe the picture" in errors(response)["alt"]
        assert on_disk(settings) == []
        again = {"image": upload(files.GOOD["png"]), "decorative": "on", **FOCUS}
        assert admin_client.post(ADD, again).status_code == 302

    def test_duplicate_names_the_picture_there_is(self, admin_client):
        stored()
        data = {"image": upload(files.GOOD["png"]), "alt": "Other", **FOCUS}
        response = admin_client.post(ADD, data)
        assert "“Bees on a comb”" in errors(response)["image"]

    @pytest.mark.parametrize("name", files.BAD)
    def test_bad_file_is_an_error_at_the_field(self, admin_client, settings, name):
        data, _word = files.BAD[name]
        fields = {"image": upload(data), "alt": "Bees", **FOCUS}
        response = admin_client.post(ADD, fields)
        assert response.status_code == 200
        assert errors(response)["image"]
        assert on_disk(settings) == []
        assert not Image.objects.exists()


class TestChanging:
    def test_words_change_and_the_file_stays(self, admin_client):
        image = stored()
        data = {"image": upload(files.GOOD["jpeg"]), "alt": "A comb", **FOCUS}
        assert admin_client.post(change_page(image), data).status_code == 302
        changed = Image.objects.get()
        assert (changed.alt, changed.sha256) == ("A comb", image.sha256)

    def test_says_where_it_is_used(self, admin_client):
        image = stored()
        article = ArticleFactory(body=f"![Bees]({image.url})", title="In the hive")
        CareerFactory(name="Beekeeper", picture=image)
        page = admin_client.get(change_page(image)).content.decode()
        link = reverse("admin:articles_article_change", args=[article.pk])
        assert f'<a href="{link}">Article: In the hive</a>' in page
        assert "Career: Beekeeper" in page

    def test_says_once_what_uses_it_in_text_and_draft(self, admin_client):
        image = stored()
        in_article(picture=image)
        article = Article.objects.get()
        edited = actions.draft_of(article)
        edited.body = f"![Bees]({image.url})"
        actions.save_draft(article, edited, None)
        page = admin_client.get(change_page(image)).content.decode()
        assert page.count("Article: In the hive") == 1

    def test_leads_to_the_trash_where_the_item_is_there(self, admin_client):
        image = stored()
        in_trash(in_article(picture=image))
        page = admin_client.get(change_page(image)).content.decode()
        link = reverse("admin:trash")
        assert f'<a href="{link}">Article: In the hive (in the trash)</a>' in page

    def test_other_pictures_of_drafts_are_no_use_of_it(self, admin_client):
        image, other = stored(), stored(files.GOOD["jpeg"], alt="A chart")
        in_draft(picture=other, body=f"![A chart]({other.url})")
        page = admin_client.get(change_page(image)).content.decode()
        assert "Nothing uses this picture" in page

    def test_what_is_typed_into_a_login_is_no_use_of_it(self, admin_client):
        image = stored()
        AccessAttempt.objects.create(
            get_data=f"/media/{image.sha256}.png", failures_since_start=1
        )
        page = admin_client.get(change_page(image)).content.decode()
        assert "Nothing uses this picture" in page

    def test_asks_once_for_the_files_that_it_replaced(self, admin_client):
        image = stored()
        with CaptureQueriesContext(connection) as queries:
            uses(image)
        asked = [q for q in queries if 'FROM "library_formerfile"' in q["sql"]]
        assert len(asked) == 1

    def test_list_finds_words_and_credit(self, admin_client):
        stored()
        stored(files.GOOD["jpeg"], alt="A chart")
        page = admin_client.get(LIST, {"q": "comb"}).content.decode()
        assert "Bees on a comb" in page
        assert "A chart" not in page
        assert ".w480.webp" in page

    @pytest.mark.parametrize("words", ["<script>alert(1)</script>", '"onload="x'])
    def test_description_is_escaped(self, admin_client, words):
        image = stored(alt=words)
        for address in (LIST, change_page(image), delete_page(image)):
            assert words not in admin_client.get(address).content.decode()


class TestDeleting:
    def test_unused_picture_goes_with_its_files(
        self, admin_client, settings, django_capture_on_commit_callbacks
    ):
        image = stored()
        with django_capture_on_commit_callbacks(execute=True):
            admin_client.post(delete_page(image), {"post": "yes"})
        assert not Image.objects.exists()
        assert on_disk(settings) == []

    def test_files_stay_until_the_deletion_is_certain(self, admin_client, settings):
        admin_client.post(delete_page(stored()), {"post": "yes"})
        assert len(on_disk(settings)) == 3  # the test's transaction never commits

    @pytest.mark.parametrize("use", USES)
    def test_picture_in_use_is_refused_by_name(self, admin_client, settings, use):
        image = stored()
        USES[use](image)
        action = {
            "action": "delete_selected",
            "_selected_action": [image.pk],
            "post": "yes",
        }
        for response in (
            admin_client.get(delete_page(image)),
            admin_client.post(delete_page(image), {"post": "yes"}),
            admin_client.post(LIST, action),
        ):
            page = response.content.decode()
            assert "Nothing was deleted" in page
            assert "Article: In the hive" in page
        assert Image.objects.exists()
        assert len(on_disk(settings)) == 3

    def test_picture_of_an_old_version_only_is_deleted(self, admin_client):
        image = stored()
        article = in_draft(picture=image, body=f"![Bees]({image.url})")
        actions.discard_draft(article, None)
        assert article.history.filter(values__picture_id=image.pk).exists()
        admin_client.post(delete_page(image), {"post": "yes"})
        assert not Image.objects.exists()
        [shown, *_older] = article.history.filter(event="saved")
        actions.restore(article, shown, None)
        page = admin_client.get(
            reverse("admin:articles_article_change", args=[article.pk])
        )
        assert page.status_code == 200

    def test_action_deletes_what_is_unused(
        self, admin_client, settings, django_capture_on_commit_callbacks
    ):
        images = [stored(), stored(files.GOOD["jpeg"])]
        action = {
            "action": "delete_selected",
            "_selected_action": [image.pk for image in images],
            "post": "yes",
        }
        with django_capture_on_commit_callbacks(execute=True):
            admin_client.post(LIST, action)
        assert on_disk(settings) == []


def errors(response):
    form = response.context["adminform"].form
    return {name: " ".join(messages) for name, messages in form.errors.items()}
