"""Test that editors see who else has an item's form open, and for how long."""

from datetime import UTC, datetime, timedelta

import pytest
from django.contrib.auth.models import Group
from django.test import Client
from django.utils import timezone

from careerguide.publishing.admin.presence import arrive, others_present
from careerguide.publishing.models.related import Presence
from tests.factories import (
    ArticleFactory,
    CareerFactory,
    FAQEntryFactory,
    PageFactory,
    StatTableFactory,
    UserFactory,
)

from .test_base import change_url

ADDRESS = "/admin/presence/"
MORNING = datetime(2026, 3, 2, 10, 42, tzinfo=UTC)


def sign(client, item, **fields):
    data = {"model": item._meta.label_lower, "pk": item.pk}
    return client.post(ADDRESS, data | fields)


@pytest.fixture
def editor(db):
    """A client somebody is signed in with: ``editor("maria")``."""

    def sign_in(username, group="Publisher"):
        client = Client()
        user = UserFactory(username=username)
        user.groups.add(Group.objects.get(name=group))
        client.force_login(user)
        return client

    return sign_in


@pytest.mark.django_db
class TestOthers:
    @pytest.fixture
    def maria(self, editor):
        return editor("maria")

    @pytest.fixture
    def tom(self, editor):
        return editor("tom")

    @pytest.fixture(autouse=True)
    def ten_forty_two(self, clock):
        clock(MORNING)

    @pytest.mark.parametrize(
        "factory",
        [ArticleFactory, CareerFactory, FAQEntryFactory, PageFactory, StatTableFactory],
    )
    def test_are_named_in_the_form_of_all_content(self, maria, tom, factory):
        item = factory()
        sign(maria, item)
        page = tom.get(change_url(item)).content.decode()
        assert "maria is editing this since 10:42." in page

    def test_are_told_and_not_oneself(self, maria, tom):
        article = ArticleFactory()
        assert sign(maria, article).json() == {"sentence": ""}
        answer = sign(tom, article).json()["sentence"]
        assert answer == "maria is editing this since 10:42."
        answer = sign(maria, article).json()["sentence"]
        assert answer == "tom is editing this since 10:42."

    def test_are_those_of_this_item_alone(self, maria, tom):
        career = CareerFactory()
        sign(maria, ArticleFactory(career=career))
        assert sign(tom, ArticleFactory(career=career)).json()["sentence"] == ""
        assert sign(tom, career).json()["sentence"] == ""

    def test_hour_is_that_of_the_first_sign(self, maria, tom, clock):
        article = ArticleFactory()
        for minutes in (0, 1, 2):
            clock(MORNING + timedelta(minutes=minutes))
            sign(maria, article)
        assert "since 10:42" in sign(tom, article).json()["sentence"]

    def test_hour_is_in_the_zone_of_the_site(self, maria, tom):
        article = ArticleFactory()
        sign(maria, article)
        with timezone.override("Asia/Tokyo"):
            assert "since 19:42" in others_present(article, UserFactory())

    def test_day_is_named_when_it_was_another(self, db, clock):
        article, maria = ArticleFactory(), UserFactory(username="maria")
        clock(midnight := datetime(2026, 3, 2, 23, 59, 30, tzinfo=UTC))
        arrive(article, maria)
        clock(midnight + timedelta(minutes=1))
        answer = others_present(article, UserFactory())
        assert answer == "maria is editing this since 2 Mar 2026, 23:59."

    def test_are_gone_when_they_leave(self, maria, tom):
        article = ArticleFactory()
        sign(maria, article)
        sign(maria, article, left="1")
        assert sign(tom, article).json()["sentence"] == ""

    def test_leaving_takes_nobody_else_away(self, maria, tom):
        article = ArticleFactory()
        sign(maria, article)
        sign(tom, article, left="1")
        assert "maria" in sign(tom, article).json()["sentence"]

    def test_are_gone_without_a_sign(self, maria, tom, clock):
        article = ArticleFactory()
        sign(maria, article)
        clock(MORNING + timedelta(seconds=90))
        assert "maria" in sign(tom, article).json()["sentence"]
        clock(MORNING + timedelta(seconds=91))
        assert sign(tom, article).json()["sentence"] == ""

    def test_hour_begins_anew_after_a_pause(self, maria, tom, clock):
        article = ArticleFactory()
        sign(maria, article)
        clock(MORNING + timedelta(minutes=5))
        sign(maria, article)
        assert "since 10:47" in sign(tom, article).json()["sentence"]

    def test_old_signs_are_removed_in_passing(self, maria, tom, clock):
        sign(maria, ArticleFactory())
        clock(MORNING + timedelta(minutes=5))
        sign(tom, ArticleFactory())
        assert Presence.objects.get().user.username == "tom"

    def test_reading_leaves_no_sign(self, maria):
        maria.get(change_url(ArticleFactory()))
        assert not Presence.objects.exists()

    def test_name_is_text_and_no_markup(self, editor, tom):
        article = ArticleFactory()
        sign(editor("<b>eve</b>"), article)
        page = tom.get(change_url(article)).content.decode()
        assert "&lt;b&gt;eve&lt;/b&gt; is editing this" in page


@pytest.mark.django_db
class TestWhoMayAsk:
    def test_nobody_without_an_account(self, client):
        response = sign(client, ArticleFactory())
        assert response.status_code == 403
        assert response.json()["signed_out"]

    def test_nobody_who_may_not_change_the_item(self, editor):
        author, article = editor("tom", "Author"), ArticleFactory()
        response = sign(author, article)
        assert response.status_code == 403
        assert response.json() == {"error": "Your account may not change this."}
        assert not Presence.objects.exists()

    def test_who_may_only_read_the_form_sends_no_sign(self, editor):
        page = editor("tom", "Author").get(change_url(ArticleFactory()))
        assert page.status_code == 200
        assert ADDRESS not in page.content.decode()

    def test_nobody_without_the_token(self, db):
        strict = Client(enforce_csrf_checks=True)
        strict.force_login(UserFactory(is_superuser=True))
        response = sign(strict, article := ArticleFactory())
        assert response.status_code == 403
        again = {"csrfmiddlewaretoken": response.json()["token"]}
        assert sign(strict, article, **again).status_code == 200


@pytest.mark.django_db
class TestForged:
    @pytest.mark.parametrize("method", ["get", "put", "delete"])
    def test_method_is_405(self, admin_client, method):
        assert getattr(admin_client, method)(ADDRESS).status_code == 405

    @pytest.mark.parametrize(
        "fields",
        [
            *(
                {"model": m}
                for m in ("", "article", "a.b.c", "no.such", "\0.\0", "🐝.x")
            ),
            *({"model": m} for m in ("auth.user", "library.image", "sessions.session")),
            *(
                {"pk": k}
                for k in ("", "x", "-1", "1.5", "\0", "１", "9" * 19, "9" * 5000)
            ),
        ],
    )
    def test_item_is_400(self, admin_client, fields):
        response = sign(admin_client, ArticleFactory(), **fields)
        assert response.status_code == 400
        assert response.json()["error"] == "We do not know this form: reload the page."
        assert not Presence.objects.exists()

    def test_nothing_sent_is_400(self, admin_client):
        assert admin_client.post(ADDRESS).status_code == 400

    @pytest.mark.parametrize("key", ["0", str(2**63 - 1)])
    def test_item_that_is_not_there_is_404(self, admin_client, key):
        response = sign(admin_client, ArticleFactory(), pk=key)
        assert response.status_code == 404
        assert response.json()["error"]

    def test_item_in_the_trash_is_404(self, admin_client):
        article = ArticleFactory(status="draft", trashed_at=timezone.now())
        response = sign(admin_client, article)
        assert (response.status_code, response.json()["gone"]) == (404, True)
