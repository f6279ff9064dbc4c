"""Test that lists mark live items that show what readers no longer have."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from careerguide.library.missing import missing_pictures
from careerguide.library.models import Image
from careerguide.publishing.drafts import actions
from careerguide.publishing.models.related import OldSlug
from tests.factories import (
    ArticleFactory,
    CareerFactory,
    FAQEntryFactory,
    PageFactory,
    StatTableFactory,
)
from tests.library.helpers import stored
from tests.publishing.admin.test_base import admin_url, change_url

pytestmark = pytest.mark.django_db

TABLE = "Shows a table that readers no longer have."
PICTURE = "Shows a picture that is no longer in the library."
WITH_TEXT = {
    FAQEntryFactory: "answer",
    PageFactory: "body",
    ArticleFactory: "takeaways",
    StatTableFactory: "note",
    CareerFactory: "summary",
}


def listed(client, model):
    page = client.get(admin_url(model, "changelist"))
    assert page.status_code == 200
    return page.content.decode()


class TestTable:
    @pytest.fixture
    def article(self):
        table = StatTableFactory(slug="pay")
        article = ArticleFactory(body="Look:\n\n[[table: pay]]", career=table.career)
        return article

    @pytest.mark.parametrize("way", [actions.unpublish, actions.archive, actions.trash])
    def test_that_was_hidden_is_marked(self, admin_client, article, way):
        table = article.career.stattable_set.get()
        assert TABLE not in listed(admin_client, type(article))
        way(table, None)
        assert TABLE in listed(admin_client, type(article))

    def test_that_was_deleted_is_marked(self, admin_client, article):
        article.career.stattable_set.get().delete()
        assert TABLE in listed(admin_client, type(article))

    def test_of_a_guide_nobody_sees_any_more_is_marked(self, admin_client):
        table = StatTableFactory(slug="pay")
        article = ArticleFactory(body="[[table: pay]]")
        actions.unpublish(table.career, None)
        assert TABLE in listed(admin_client, type(article))

    def test_of_an_old_address_is_not_marked(self, admin_client, article):
        table = article.career.stattable_set.get()
        type(table).objects.update(slug="wages")
        OldSlug.objects.create(item=table, slug="pay")
        assert TABLE not in listed(admin_client, type(article))

    @pytest.mark.parametrize("status", ["draft", "archived"])
    def test_of_what_readers_do_not_see_is_not_marked(
        self, admin_client, article, status
    ):
        article.career.stattable_set.get().delete()
        type(article).objects.update(status=status)
        assert TABLE not in listed(admin_client, type(article))

    def test_of_a_hidden_guide_is_not_marked(self, admin_client, article):
        article.career.stattable_set.get().delete()
        actions.unpublish(article.career, None)
        assert TABLE not in listed(admin_client, type(article))

    def test_several_are_counted(self, admin_client):
        ArticleFactory(body="[[table: one]]\n\n[[table: two]]\n\n[[table: two]]")
        page = listed(admin_client, ArticleFactory._meta.model)
        assert "Shows 2 tables that readers no longer have." in page


@pytest.mark.parametrize(
    ("factory", "field"), WITH_TEXT.items(), ids=WITH_TEXT.values()
)
class TestPicture:
    def test_that_went_is_marked_in_the_list_and_named_in_the_form(
        self, admin_client, factory, field
    ):
        picture = stored()
        item = factory(**{field: f"![Bees]({picture.url})"})
        for url in (admin_url(type(item), "changelist"), change_url(item)):
            assert PICTURE not in admin_client.get(url).content.decode()
        Image.objects.all().delete()
        for url in (admin_url(type(item), "changelist"), change_url(item)):
            assert PICTURE in admin_client.get(url).content.decode()


@pytest.mark.parametrize(
    ("count", "sentence"),
    [(1, PICTURE), (2, "Shows 2 pictures that are no longer in the library.")],
)
def test_pictures_that_went_are_counted(count, sentence):
    links = [f"![Bees](/media/images/{n}{'a' * 63}-9x9.webp)" for n in range(count)]
    article, other = ArticleFactory(body=" ".join(links)), ArticleFactory()
    assert missing_pictures(type(article), [article, other]) == {article: sentence}
    assert missing_pictures(type(article), [other]) == {}


@pytest.mark.parametrize("factory", [*WITH_TEXT])
def test_costs_as_many_queries_for_many_as_for_few(admin_client, factory):
    model, field = factory._meta.model, WITH_TEXT[factory]
    missing = f"![Bees](/media/images/{'a' * 64}-9x9.webp)"

    def make(start, count):
        for n in range(start, start + count):
            more = {"body": f"[[table: none-{n}]]"} if field == "takeaways" else {}
            factory(**{field: missing}, **more)

    def queries():
        with CaptureQueriesContext(connection) as found:
            page = listed(admin_client, model)
        assert page.count(PICTURE) == model.objects.published().count()
        return len(found)

    make(0, 3)
    queries()
    few = queries()
    make(3, 20)
    assert queries() == few


class TestRelated:
    ONE = "Names a related career that readers do not see."

    @pytest.fixture
    def career(self):
        CareerFactory(slug="falconer"), CareerFactory(slug="keeper")
        return CareerFactory(related=["falconer", "keeper"])

    @pytest.mark.parametrize("way", [actions.unpublish, actions.archive, actions.trash])
    def test_that_was_hidden_is_marked(self, admin_client, career, way):
        assert "related career" not in listed(admin_client, type(career))
        way(type(career).objects.get(slug="keeper"), None)
        assert listed(admin_client, type(career)).count(self.ONE) == 1
        assert self.ONE in admin_client.get(change_url(career)).content.decode()

    def test_several_are_counted(self, admin_client, career):
        for other in type(career).objects.exclude(pk=career.pk):
            actions.unpublish(other, None)
        page = listed(admin_client, type(career))
        assert "Names 2 related careers that readers do not see." in page

    def test_of_old_addresses_are_not_marked(self, admin_client, career):
        keeper = type(career).objects.get(slug="keeper")
        type(career).objects.filter(pk=keeper.pk).update(slug="beekeeper")
        CareerFactory(related=["apiarist"])
        for slug in ("keeper", "apiarist"):
            OldSlug.objects.create(item=keeper, slug=slug)
        assert "related career" not in listed(admin_client, type(career))

    def test_of_what_readers_do_not_see_is_not_marked(self, admin_client, career):
        actions.unpublish(type(career).objects.get(slug="keeper"), None)
        actions.unpublish(career, None)
        assert "related career" not in listed(admin_client, type(career))

    def test_of_many_careers_asks_no_more(self, admin_client, career):
        actions.unpublish(type(career).objects.get(slug="keeper"), None)
        listed(admin_client, type(career))
        with CaptureQueriesContext(connection) as few:
            listed(admin_client, type(career))
        for _n in range(9):
            CareerFactory(related=["keeper", "falconer"])
        with CaptureQueriesContext(connection) as many:
            listed(admin_client, type(career))
        assert len(many) == len(few)
