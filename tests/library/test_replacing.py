"""Test another file for a picture: wherever it is shown, and the old one stays."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from articles.models import Article
from careerguide.library.former import remove_old_files
from careerguide.library.missing import missing_pictures
from careerguide.library.models import FormerFile, Image
from careerguide.library.storage import remove
from careerguide.library.usage import used_pictures, uses
from careerguide.publishing.checks.texts import text_faults
from careerguide.publishing.drafts import actions
from careerguide.publishing.models.related import WorkingCopy
from careerguide.publishing.models.snapshots import apply_snapshot
from tests.factories import ArticleFactory

from .files import GOOD
from .helpers import on_disk, stored, upload

pytestmark = pytest.mark.django_db


@pytest.fixture
def image(db):
    return stored()


def replace(client, image, data=None):
    url = reverse("admin:library_image_replace", args=[image.pk])
    file = upload(data or GOOD["webp"], "other.webp")
    return client.post(url, {"image": file}, follow=True)


def test_texts_drafts_and_fields_show_the_new_file(client, sign_in, image):
    by = sign_in("Publisher")
    old = image.url
    article = ArticleFactory(body=f"![Bees]({old})", picture=image)
    draft = apply_snapshot(article, {"body": f"More. ![Bees]({old})"})
    actions.save_draft(article, draft, by)
    assert "is shown wherever" in replace(client, image).content.decode()
    new = Image.objects.get()
    article.refresh_from_db()
    assert new.url != old
    assert article.body == f"![Bees]({new.url})"
    assert article.picture_id == new.pk
    assert WorkingCopy.objects.get().values["body"] == f"More. ![Bees]({new.url})"
    assert article.history.first().event == "picture"


class TestOldFile:
    @pytest.fixture
    def old(self, client, sign_in, image):
        """The address of the file that was replaced."""
        self.by = sign_in("Publisher")
        address = image.url
        replace(client, image)
        return address

    def days_later(self, days):
        FormerFile.objects.update(replaced_at=timezone.now() - timedelta(days=days))
        return remove_old_files(30)

    def test_shows_the_old_picture_as_long_as_the_trash_keeps_it(self, client, old):
        assert self.days_later(29) == 0
        assert client.get(old).status_code == 200

    def test_goes_and_its_address_leads_to_the_new_one(self, client, old, settings):
        files = on_disk(settings)
        assert (self.days_later(31), self.days_later(31)) == (1, 0)
        answer = client.get(old)
        assert (answer.status_code, answer.url) == (302, Image.objects.get().url)
        assert answer.headers["Cross-Origin-Resource-Policy"] == "cross-origin"
        assert "immutable" not in answer.headers["Cache-Control"]
        smaller = client.get(old.replace(".webp", ".w480.webp"))
        assert client.get(smaller.url).status_code == 200
        assert len(on_disk(settings)) < len(files)

    def test_of_a_picture_that_never_was_is_not_found(self, client, old):
        sha256 = FormerFile.objects.get().sha256
        other = old.replace(sha256, sha256[::-1])
        assert client.get(other).status_code == 404

    def test_is_no_fault_of_a_text_that_names_it(self, client, old):
        article = ArticleFactory(body=f"![Bees]({old})")
        assert text_faults(article) == {}
        assert missing_pictures(Article, [article]) == {}

    def test_what_is_saved_then_names_the_new_one(self, client, old):
        """A form that was open meanwhile, or a version of the history."""
        article = ArticleFactory(body="Bees.")
        draft = apply_snapshot(article, {"body": f"Look: ![Bees]({old})"})
        actions.save_draft(article, draft, self.by)
        new = Image.objects.get().url
        assert WorkingCopy.objects.get().values["body"] == f"Look: ![Bees]({new})"
        made = ArticleFactory.build(career=article.career, body=f"![Bees]({old})")
        actions.create(made, self.by)
        assert Article.objects.get(pk=made.pk).body == f"![Bees]({new})"

    def test_uploaded_anew_is_a_picture_of_its_own(
        self, client, old, image, settings, django_capture_on_commit_callbacks
    ):
        again = stored()
        article = ArticleFactory(body=f"![Bees]({old})")
        assert used_pictures() == {again.pk: 1}
        assert self.days_later(31) == 0
        replace(client, image, GOOD["jpeg"])
        article.refresh_from_db()
        assert article.body == f"![Bees]({old})"
        with django_capture_on_commit_callbacks(execute=True):
            remove(Image.objects.get(pk=image.pk))
        assert client.get(old).status_code == 200
        assert f"{again.sha256}" in " ".join(on_disk(settings))

    def test_uploaded_anew_is_replaced_like_any_other(self, client, old, image):
        again = stored()
        replace(client, again, GOOD["jpeg"])
        assert FormerFile.objects.get().image == again


def test_a_picture_may_take_the_former_file_of_another(client, sign_in, image):
    sign_in("Publisher")
    replace(client, image)
    other = stored(GOOD["jpeg"], alt="Wasps")
    answer = replace(client, other, GOOD["png"])
    assert "is shown wherever" in answer.content.decode()
    assert FormerFile.objects.get().image == other


def test_what_the_library_has_is_said(client, sign_in, image):
    sign_in("Publisher")
    answer = replace(client, image, GOOD["png"])
    assert "The library has this picture already" in answer.content.decode()
    assert not FormerFile.objects.exists()


def test_who_may_not_publish_what_shows_it_is_told(client, sign_in, image):
    sign_in("Editor")
    ArticleFactory(picture=image)
    url = reverse("admin:library_image_replace", args=[image.pk])
    assert "Ask one of them" in client.get(url).content.decode()
    assert replace(client, image).status_code == 403
    assert not FormerFile.objects.exists()


@pytest.mark.parametrize("data", [b"no picture", b""])
def test_what_is_no_picture_changes_nothing(client, sign_in, image, data):
    sign_in("Publisher")
    url = reverse("admin:library_image_replace", args=[image.pk])
    answer = client.post(url, {"image": upload(data or b" ")})
    assert answer.status_code == 200
    assert not FormerFile.objects.exists()
    assert client.post(url, {}).status_code == 200


def test_both_files_go_with_the_picture(
    client, sign_in, image, settings, django_capture_on_commit_callbacks
):
    sign_in("Publisher")
    replace(client, image)
    with django_capture_on_commit_callbacks(execute=True):
        remove(Image.objects.get())
    assert on_disk(settings) == []


def test_a_picture_that_was_replaced_is_deleted_once_nothing_shows_it(
    client, sign_in, image
):
    sign_in("Publisher")
    replace(client, image)
    assert (used_pictures(), uses(image)) == ({}, [])
    client.post(f"/admin/library/image/{image.pk}/delete/", {"post": "yes"})
    assert not Image.objects.exists()


class TestUse:
    def test_the_list_counts_and_filters(self, client, sign_in, image):
        sign_in("Publisher")
        other = stored(GOOD["webp"], alt="Wasps")
        ArticleFactory(body=f"![Bees]({image.url})", picture=image)
        assert used_pictures() == {image.pk: 1}
        page = client.get("/admin/library/image/?use=unused").content.decode()
        assert "Wasps" in page and "Bees on a comb" not in page
        page = client.get("/admin/library/image/?use=used").content.decode()
        assert "Wasps" not in page and "Bees on a comb" in page
        assert client.get("/admin/library/image/?use=no").status_code in (200, 302)
        assert other.pk not in used_pictures()

    def test_drafts_count(self, image):
        article = ArticleFactory()
        draft = apply_snapshot(article, {"picture_id": image.pk})
        actions.save_draft(Article.objects.get(), draft, None)
        assert used_pictures() == {image.pk: 1}


def test_a_duplicate_is_said_on_upload(client, sign_in, image):
    sign_in("Editor")
    data = {"image": upload(GOOD["png"]), "alt": "The same"}
    answer = client.post(reverse("markdownx_upload"), data).json()
    assert answer["duplicate"] and "already" in answer["note"]
