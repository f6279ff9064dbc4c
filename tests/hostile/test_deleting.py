"""Test that what is in use can be neither deleted nor moved to the trash.

Whichever way it is asked; who uses it is named. Nothing in the admin deletes content
for good.
"""

from pathlib import Path

import pytest
from django.conf import settings
from django.db.models import ProtectedError
from django.urls import reverse

from careerguide.library.models import Image
from careerguide.models import Career
from careerguide.publishing.models.content import Publishable
from careerguide.publishing.models.snapshots import snapshot
from tests import factories
from tests.forms import decide, sent_by
from tests.hostile.visits import all_rows

EVERY_WAY = (
    "page",
    "post",
    "post with a word",
    "bulk",
    "bulk confirmed",
    "bulk of all",
)
DJANGOS_OWN = {"action": "delete_selected", "post": "yes"}


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
    is_content = isinstance(item, Publishable)
    action = "trash_selected" if is_content else "delete_selected"
    bulk = {"action": action, "_selected_action": item.pk}

    def confirmed():
        """As its page asks: of content with what that page sends."""
        confirmation = client.post(everything, bulk, follow=True)
        sent = sent_by(confirmation) | {"_decide": "1"} if is_content else {}
        return client.post(everything, bulk | {"post": "yes"} | sent, follow=True)

    response = {
        "page": lambda: client.get(one),
        "post": lambda: decide(client, one, post="yes"),
        "post with a word": lambda: client.post(one, {"post": "delete", "_popup": "1"}),
        "bulk": lambda: client.post(everything, bulk, follow=True),
        "bulk confirmed": confirmed,
        "bulk of all": lambda: client.post(
            everything,
            bulk | {"post": "yes", "select_across": "1", "index": "0"},
            follow=True,
        ),
    }[way]()
    assert response.status_code in (200, 302)
    return messages_of(response) if is_content else response.content.decode()


def messages_of(response):
    """What a page says, without the list beneath, which names everything."""
    return response.content.decode().split('id="changelist"')[0]


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

    def test_picture_within_a_text_is_kept(self, people, way, image):
        page = factories.PageFactory(body=f"Look: ![hive]({image.url})")
        before = all_rows()
        assert str(page) in ask_to_delete(people, image, way)
        assert all_rows() == before

    def test_picture_of_which_a_smaller_file_is_shown_is_kept(self, people, way, image):
        smaller = f"/media/images/{image.sha256}-10x10.w480.webp"
        factories.PageFactory(title="Keepers", body=f'<img src="{smaller}" alt="">')
        assert "Keepers" in ask_to_delete(people, image, way)
        assert Image.objects.filter(pk=image.pk).exists()

    def test_draft_that_shows_a_table_keeps_it(self, people, way, world):
        text = f"[[table: {world.table.slug}]]"
        article = factories.ArticleFactory(title="Of numbers", body=text)
        before = all_rows()
        assert article.title in ask_to_delete(people, world.table, way)
        assert all_rows() == before


@pytest.mark.parametrize("people", ["superuser", "Publisher"], indirect=True)
@pytest.mark.parametrize("way", ["post", "bulk confirmed"])
@pytest.mark.parametrize("status", ["draft", "archived"])
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
def test_picture_within_any_text_is_kept(people, way, status, factory, field, image):
    item = factory(status=status, **{field: f"Look: ![hive]({image.url})"})
    assert str(item) in ask_to_delete(people, image, way)
    assert Image.objects.filter(pk=image.pk).exists()


@pytest.mark.parametrize("people", ["superuser", "Publisher"], indirect=True)
class TestSeveral:
    def test_both_pictures_are_kept_if_one_is_in_use(self, people, world):
        other = Image.objects.create(
            sha256="f" * 64, file="images/f", alt="A comb", width=1, height=1, size=1
        )
        before = all_rows()
        data = DJANGOS_OWN | {"_selected_action": [world.image.pk, other.pk]}
        page = people.post(reverse("admin:library_image_changelist"), data)
        assert world.article.title in page.content.decode()
        assert all_rows() == before

    def test_only_the_career_that_nothing_needs_goes_to_the_trash(self, people, world):
        other = factories.CareerFactory(name="Nobody needs this")
        url = reverse("admin:careerguide_career_changelist")
        data = {"action": "trash_selected"}
        data["_selected_action"] = [career.pk for career in Career.objects.all()]
        page = people.post(url, data)
        for item in (world.article, world.table, world.entry):
            assert str(item) in page.content.decode()
        chosen = {"_selected_action": data["_selected_action"], "_decide": "1"}
        shown = messages_of(people.post(url, sent_by(page) | chosen, follow=True))
        for item in (world.article, world.table, world.entry):
            assert str(item) in shown
        assert "1 moved to the trash." in shown
        assert Career.objects.not_trashed().get() == world.career
        assert Career.objects.get(pk=other.pk).trashed_at


@pytest.mark.parametrize("way", ("post", "bulk confirmed"))
class TestUnused:
    def test_career_goes_to_the_trash(self, admin_client, way, db):
        career = factories.CareerFactory()
        ask_to_delete(admin_client, career, way)
        assert not Career.objects.not_trashed().exists()
        assert Career.objects.get().slug == career.slug

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

    def test_content_goes_to_the_trash_and_its_career_stays(
        self, admin_client, way, world
    ):
        for item in (world.article, world.table, world.entry, world.page):
            ask_to_delete(admin_client, item, way)
            assert not type(item).objects.not_trashed().exists()
            kept = type(item).objects.get()
            assert snapshot(kept) == snapshot(item)
            assert admin_client.get(item.get_absolute_url()).status_code == 404
        assert Career.objects.not_trashed().get() == world.career
        assert Image.objects.get() == world.image

    def test_career_goes_once_all_that_needed_it_is_in_the_trash(
        self, admin_client, way, world
    ):
        for item in (world.article, world.table, world.entry, world.career):
            ask_to_delete(admin_client, item, way)
        assert not Career.objects.not_trashed().exists()
        assert Career.objects.get().article_set.get().slug == world.article.slug


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
        for action in ("delete_selected", "trash_selected"):
            data = DJANGOS_OWN | {"action": action, "_selected_action": career.pk}
            client.post(reverse(f"{name}_changelist"), data)
        assert Career.objects.not_trashed().filter(pk=career.pk).exists()

    def test_nobody_deletes_content_for_good(self, admin_client, world):
        """Not by Django's own action, made by hand."""
        before = all_rows()
        for item in (world.article, world.table, world.entry, world.page):
            opts = item._meta
            url = reverse(f"admin:{opts.app_label}_{opts.model_name}_changelist")
            for more in ({}, {"select_across": "1", "index": "0"}):
                data = DJANGOS_OWN | more | {"_selected_action": item.pk}
                admin_client.post(url, data)
        assert all_rows() == before
