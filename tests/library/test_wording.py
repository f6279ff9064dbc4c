"""Test who may change what is said of a live picture, and its history."""

import pytest
from django.contrib.admin.models import LogEntry
from django.utils import timezone

from articles.models import Article
from careerguide.library import wording
from careerguide.library.models import Image
from careerguide.publishing.drafts import actions, schedule
from careerguide.publishing.models.snapshots import apply_snapshot, snapshot
from tests.factories import AN_HOUR, ArticleFactory, CareerFactory, PageFactory
from tests.forms import filled_in, form_errors

from .test_admin import change_page

pytestmark = pytest.mark.django_db


@pytest.fixture
def image(db):
    return Image.objects.create(
        sha256="e" * 64,
        file=f"images/{'e' * 64}-9x9.webp",
        alt="A hive",
        width=9,
        height=9,
        size=9,
    )


def describe(client, image, **changed):
    url = change_page(image)
    return client.post(url, filled_in(client.get(url), **changed))


def texts_of(image):
    image.refresh_from_db()
    return image.alt, image.credit


def planned(image):
    article = ArticleFactory()
    draft = apply_snapshot(article, snapshot(article) | {"picture_id": image.pk})
    actions.save_draft(article, draft, None)
    schedule.schedule(article, None, publish_at=timezone.now() + AN_HOUR)


IN_USE = {
    "picture of an article": lambda image: ArticleFactory(picture=image),
    "picture of a career": lambda image: CareerFactory(picture=image),
    "within a text": lambda image: PageFactory(body=f"![Bees]({image.url})"),
    "in a plan": planned,
    "on schedule": lambda image: ArticleFactory(
        picture=image, publish_at=timezone.now() + AN_HOUR
    ),
}


@pytest.mark.parametrize("use", IN_USE)
class TestInPublicUse:
    @pytest.mark.parametrize(
        "changed",
        [{"alt": "A swarm"}, {"credit": "Ben"}, {"decorative": "on"}, {"focal_x": 9}],
        ids=str,
    )
    def test_is_left_to_who_may_publish(self, client, sign_in, image, use, changed):
        IN_USE[use](image)
        sign_in("Editor")
        url = change_page(image)
        before = Image.objects.values().get()
        sent = filled_in(client.get(url)) | changed
        answer = client.post(url, sent)
        assert "only who may publish" in form_errors(answer)["__all__"][0]
        assert Image.objects.values().get() == before

    def test_says_so_before_anything_is_typed(self, client, sign_in, image, use):
        IN_USE[use](image)
        sign_in("Editor")
        page = client.get(change_page(image)).content.decode()
        assert "only who may publish changes what is said of it" in page
        assert "disabled" in page

    def test_is_changed_by_a_publisher(self, client, sign_in, image, use):
        IN_USE[use](image)
        sign_in("Publisher")
        assert describe(client, image, alt="A swarm").status_code == 302
        assert texts_of(image) == ("A swarm", "")


class TestElsewhere:
    @pytest.mark.parametrize("status", ["draft", "archived"])
    def test_an_editor_changes_what_readers_do_not_see(
        self, client, sign_in, image, status
    ):
        ArticleFactory(picture=image, status=status)
        sign_in("Editor")
        assert describe(client, image, alt="A swarm").status_code == 302
        assert texts_of(image)[0] == "A swarm"

    def test_typed_text_is_not_lost_where_it_went_live_meanwhile(
        self, client, sign_in, image
    ):
        sign_in("Editor")
        url = change_page(image)
        sent = filled_in(client.get(url), alt="A swarm of bees")
        ArticleFactory(picture=image)
        page = client.post(url, sent).content.decode()
        assert 'value="A swarm of bees"' in page
        assert texts_of(image)[0] == "A hive"


class TestHistory:
    def test_of_the_picture_says_what_was_said_before(self, admin_client, image):
        describe(admin_client, image, alt="A swarm", credit="Ben")
        message = LogEntry.objects.get().get_change_message()
        assert "“A hive” → “A swarm”" in message
        assert "Credit: “” → “Ben”" in message
        page = admin_client.get(f"/admin/library/image/{image.pk}/history/")
        assert "“A hive” → “A swarm”" in page.content.decode()

    def test_of_what_shows_it_says_it_too(self, client, sign_in, image):
        article = ArticleFactory(picture=image)
        publisher = sign_in("Publisher")
        describe(client, image, alt="A swarm")
        entry = article.history.first()
        assert (entry.event, entry.author) == ("picture", publisher)
        assert "“A hive” → “A swarm”" in entry.reason

    def test_of_a_save_that_changed_nothing_says_nothing(self, admin_client, image):
        article = ArticleFactory(picture=image)
        describe(admin_client, image)
        assert not article.history.exists()

    def test_stops_a_publication_that_showed_other_words(
        self, client, admin_client, sign_in, image
    ):
        article = ArticleFactory(picture=image, status="draft")
        url = f"/admin/articles/article/{article.pk}/change/"
        form = filled_in(admin_client.get(url)) | {"_publish": ""}
        actions.add_first_revision(Article.objects.get())
        image.alt = "Unchecked"
        image.save()
        wording.note_change(image, ["“A hive” → “Unchecked”"], None)
        asked = admin_client.post(url, form)
        assert "“A hive” → “Unchecked”" in form_errors(asked)["__all__"][0]
        assert Article.objects.get().status == "draft"


@pytest.mark.parametrize("method", ["get", "post"])
def test_right_to_change_is_asked_for_once_a_page(
    admin_client, image, monkeypatch, method
):
    asked = []
    monkeypatch.setattr(
        wording, "approved_uses", lambda picture: asked.append(picture) or []
    )
    getattr(admin_client, method)(change_page(image))
    assert asked == [image]


def new_article(client):
    return "/admin/articles/article/add/", {
        **{"career": CareerFactory().pk, "title": "Bees", "slug": "bees"},
        **{"summary": "Of bees.", "body": "They buzz."},
    }


def known_article(client):
    return f"/admin/articles/article/{ArticleFactory().pk}/change/", {}


@pytest.mark.parametrize("form", [new_article, known_article])
@pytest.mark.parametrize("way", ["picture", "body"])
class TestChosenInAFormThatIsOpen:
    """No history notes the change: nothing shows the picture yet."""

    def opened(self, client, sign_in, image, form, way):
        sign_in("Publisher")
        url, fields = form(client)
        shows = image.pk if way == "picture" else f"![Bees]({image.url})"
        return url, filled_in(client.get(url), **fields | {way: shows})

    def test_is_asked_about_before_it_is_published(
        self, client, sign_in, image, form, way
    ):
        url, sent = self.opened(client, sign_in, image, form, way)
        sign_in("Editor")
        describe(client, image, alt="Secret", credit="Nobody")
        sign_in("Publisher")
        asked = client.post(url, sent | {"_publish": ""})
        assert "“A hive” → “Secret”" in str(form_errors(asked)["__all__"])
        shown = Article.objects.published()
        assert not shown.filter(picture=image).exists()
        assert not shown.filter(body__contains=image.sha256).exists()
        again = client.post(url, filled_in(asked) | {"_publish": ""})
        assert again.status_code == 302

    def test_is_not_asked_about_what_was_changed_before(
        self, client, sign_in, image, form, way
    ):
        sign_in("Editor")
        describe(client, image, alt="A swarm")
        url, sent = self.opened(client, sign_in, image, form, way)
        assert client.post(url, sent | {"_publish": ""}).status_code == 302
