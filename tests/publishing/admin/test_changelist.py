"""Test lists of content: what they count, what they search, and the filter by guide."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from careerguide.publishing.admin.guide_filter import MOST_LINKS
from careerguide.publishing.drafts import actions
from tests.factories import ArticleFactory, CareerFactory

pytestmark = pytest.mark.django_db

URL = "/admin/articles/article/"


@pytest.fixture
def careers(db):
    return [CareerFactory(name=f"Guide {n:02}") for n in range(MOST_LINKS + 1)]


def listed(client, **asked):
    return client.get(URL, asked).context["cl"]


class TestCounts:
    def test_what_is_in_the_trash_is_counted_nowhere(self, client, publisher):
        kept, gone = ArticleFactory(title="Bees"), ArticleFactory(title="Wasps")
        actions.trash(gone, publisher)
        changelist = listed(client)
        assert [*changelist.result_list] == [kept]
        assert changelist.result_count == changelist.full_result_count == 1

    def test_of_what_is_filtered_both(self, client, publisher):
        for status in ("draft", "draft", "published"):
            ArticleFactory(status=status)
        changelist = listed(client, state="draft")
        assert changelist.result_count == 2 and changelist.full_result_count == 3
        assert "3 total" in client.get(URL, {"state": "draft"}).content.decode()

    def test_an_empty_list_offers_no_actions(self, client, publisher):
        assert not listed(client).show_admin_actions


def test_order_is_kept_on_every_page(client, publisher, monkeypatch):
    model_admin = listed(client).model_admin
    monkeypatch.setattr(type(model_admin), "list_per_page", 2)
    career = CareerFactory()
    for place, title in enumerate(("C", "A", "B")):
        ArticleFactory(title=title, career=career, order=place)

    def titles(**asked):
        return [item.title for item in listed(client, **asked).result_list]

    assert [titles(), titles(p=2)] == [["C", "A"], ["B"]]
    assert [titles(o="-1"), titles(o="-1", p=2)] == [["C", "B"], ["A"]]


def test_rows_are_sorted_without_their_texts(client, publisher):
    for _number in range(51):
        ArticleFactory()
    with CaptureQueriesContext(connection) as asked:
        client.get(URL)
    with_text = [q["sql"] for q in asked if '"articles_article"."body"' in q["sql"]]
    assert len(with_text) == 1 and "LIMIT 50" not in with_text[0]


class TestSearch:
    def test_finds_drafts_beside_what_is_published(self, client, publisher, indexed):
        live = ArticleFactory(title="Bees", status="published")
        draft = ArticleFactory(title="More bees", status="draft")
        ArticleFactory(title="Wasps", body="Wasps sting.", status="draft")
        assert {*listed(client, q="bees").result_list} == {live, draft}
        assert [*listed(client, q="bees", state="draft").result_list] == [draft]

    def test_asks_as_much_of_many_as_of_few(self, client, publisher):
        def queries():
            with CaptureQueriesContext(connection) as asked:
                client.get(URL, {"q": "bees"})
            return len(asked)

        ArticleFactory(title="Bees", status="draft")
        queries()  # some are asked once by a process
        first = queries()
        for number in range(9):
            ArticleFactory(title=f"Bees {number}", status="draft")
        assert queries() == first


class TestGuideFilter:
    def test_of_a_few_guides_are_links(self, client, publisher):
        for name in ("Beekeeper", "Cowherd"):
            ArticleFactory(career=CareerFactory(name=name))
        page = client.get(URL).content.decode()
        assert ">Beekeeper</a>" in page and 'class="guide-filter"' not in page

    def test_of_many_is_one_box(self, client, publisher, careers):
        page = client.get(URL, {"career__id__exact": careers[3].pk}).content.decode()
        assert page.count("<option value") >= len(careers)
        assert f'<option value="{careers[3].pk}" selected>Guide 03</option>' in page
        assert ">Guide 04</a>" not in page

    def test_keeps_the_other_filters(self, client, publisher, careers):
        asked = {"career__id__exact": careers[0].pk, "state": "draft", "q": "<b>"}
        page = client.get(URL, asked).content.decode()
        form = page.split('class="guide-filter"')[1].split("</form>")[0]
        assert 'name="state" value="draft"' in form
        assert 'name="q" value="&lt;b&gt;"' in form
        assert 'name="career__id__exact" value' not in form

    def test_all_of_the_box_is_all(self, client, publisher, careers):
        items = [ArticleFactory(career=career) for career in careers[:2]]
        sent = {"career__id__exact": ""}
        assert {*listed(client, **sent).result_list} == {*items}
        sent["career__id__exact"] = careers[0].pk
        assert [*listed(client, **sent).result_list] == items[:1]

    def test_names_are_no_markup(self, client, publisher, careers):
        CareerFactory(name="<i>Bees</i>")
        assert "<i>Bees" not in client.get(URL).content.decode()
