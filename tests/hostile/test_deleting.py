"""What is in use cannot be deleted, whichever way it is asked; who uses it is named."""

from pathlib import Path

import pytest
from django.conf import settings
from django.db.models import ProtectedError
from django.urls import reverse

from careerguide.library.models import Image
from careerguide.models import Career
from tests import factories
from tests.hostile.visits import all_rows

EVERY_WAY = (
    "page",
    "post",
    "post with a word",
    "bulk",
    "bulk confirmed",
    "bulk of all",
)


@pytest.fixture
def people(client, request, admin_client, sign_in):
    """Both who may delete: a superuser, and somebody of the group Publisher."""
    if request.param == "Publisher":
        sign_in("Publisher")
    return client


def ask_to_delete(client, item, way):
    """The page that answers when somebody tries to delete it in this way."""
    name = f"admin:{item._meta.app_label}_{item._meta.model_name}"
    one = reverse(f"{name}_delete", args=[item.pk])
    everything = reverse(f"{name}_changelist")
    bulk = {"action": "delete_selected", "_selected_action": item.pk}
    response = {
        "page": lambda: client.get(one),
        "post": lambda: client.post(one, {"post": "yes"}),
        "post with a word": lambda: client.post(one, {"post": "delete", "_popup": "1"}),
        "bulk": lambda: client.post(everything, bulk),
        "bulk confirmed": lambda: client.post(everything, bulk | {"post": "yes"}),
        "bulk of all": lambda: client.post(
            everything, bulk | {"post": "yes", "select_across": "1", "index": "0"}
        ),
    }[way]()
    assert response.status_code in (200, 302)
    return response.content.decode()


@pytest.mark.parametrize("people", ["superuser", "Publisher"], indirect=True)
@pytest.mark.parametrize("way", EVERY_WAY)
class TestInUse:
    def test_career_is_kept(self, people, way, world):
        before = all_rows()
        page = ask_to_delete(people, world.career, way)
        for item in (world.article, world.table, world.entry):
            assert str(item) in page
        assert all_rows() == before

    def test_career_with_drafts_only_is_kept(self, people, way, db):
        article = factories.ArticleFactory(status="draft", title="Not yet done")
        before = all_rows()
        assert article.title in ask_to_delete(people, article.career, way)
        assert all_rows() == before

    def test_picture_of_an_article_is_kept(self, people, way, world):
        before = all_rows()
        assert world.article.title in ask_to_delete(people, world.image, way)
        assert all_rows() == before

    def test_picture_of_a_career_is_kept(self, people, way, image):
        career = factories.CareerFactory(picture=image, name="Lighthouse Keeper")
        before = all_rows()
        assert career.name in ask_to_delete(people, image, way)
        assert all_rows() == before

    @pytest.mark.parametrize(
        ("factory", "field"),
        [
            (factories.ArticleFactory, "body"),
            (factories.ArticleFactory, "takeaways"),
            (factories.FAQEntryFactory, "answer"),
            (factories.StatTableFactory, "note"),
            (factories.PageFactory, "body"),
        ],
        ids=["body", "takeaways", "answer", "note", "page"],
    )
    def test_picture_within_a_text_is_kept(self, people, way, factory, field, image):
        for status in ("draft", "archived"):
            item = factory(status=status, **{field: f"Look: ![hive]({image.url})"})
            before = all_rows()
            assert str(item) in ask_to_delete(people, image, way)
            assert all_rows() == before

    def test_picture_of_which_a_smaller_file_is_shown_is_kept(self, people, way, image):
        smaller = f"/media/images/{image.sha256}-10x10.w480.webp"
        factories.PageFactory(title="Keepers", body=f'<img src="{smaller}" alt="">')
        assert "Keepers" in ask_to_delete(people, image, way)
        assert Image.objects.filter(pk=image.pk).exists()

    def test_both_of_two_are_kept_if_one_is_in_use(self, people, way, world):
        factories.CareerFactory(name="Nobody needs this")
        before = all_rows()
        url = reverse("admin:careerguide_career_changelist")
        data = {"action": "delete_selected", "post": "yes"}
        data["_selected_action"] = [career.pk for career in Career.objects.all()]
        assert world.article.title in people.post(url, data).content.decode()
        assert all_rows() == before


@pytest.mark.parametrize("way", ("post", "bulk confirmed"))
class TestUnused:
    def test_career_is_deleted(self, admin_client, way, db):
        ask_to_delete(admin_client, factories.CareerFactory(), way)
        assert not Career.objects.exists()

    def test_picture_and_its_file_are_deleted(
        self, admin_client, way, image, django_capture_on_commit_callbacks
    ):
        file = Path(settings.MEDIA_ROOT) / image.file.name
        file.parent.mkdir(parents=True)
        file.write_bytes(b"a picture")
        with django_capture_on_commit_callbacks(execute=True):
            ask_to_delete(admin_client, image, way)
        assert not Image.objects.exists()
        assert not file.exists()

    def test_content_is_deleted_and_its_career_kept(self, admin_client, way, world):
        for item in (world.article, world.table, world.entry, world.page):
            ask_to_delete(admin_client, item, way)
            assert not type(item).objects.exists()
        assert Career.objects.get() == world.career
        assert Image.objects.get() == world.image


class TestUnderTheAdmin:
    def test_database_refuses_too(self, world):
        for item in (world.career, world.image):
            with pytest.raises(ProtectedError):
                item.delete()

    @pytest.mark.parametrize("group", ["Author", "Editor"])
    def test_who_may_not_delete_deletes_nothing(self, client, sign_in, group, db):
        career = factories.CareerFactory()
        sign_in(group)
        name = "admin:careerguide_career"
        one = reverse(f"{name}_delete", args=[career.pk])
        assert client.post(one, {"post": "yes"}).status_code == 403
        data = {
            "action": "delete_selected",
            "_selected_action": career.pk,
            "post": "yes",
        }
        client.post(reverse(f"{name}_changelist"), data)
        assert Career.objects.filter(pk=career.pk).exists()
