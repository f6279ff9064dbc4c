"""Test another file for a picture: wherever it is shown, and the old one stays."""

import pytest
from django.urls import reverse

from articles.models import Article
from careerguide.library.models import FormerFile, Image
from careerguide.library.storage import remove
from careerguide.library.usage import used_pictures
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


def test_the_old_address_goes_on_showing_the_old_picture(client, sign_in, image):
    sign_in("Publisher")
    old = image.url
    replace(client, image)
    assert client.get(old).status_code == 200
    assert text_faults(ArticleFactory(body=f"![Bees]({old})")) == {}


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
