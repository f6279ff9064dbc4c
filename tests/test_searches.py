"""Test that quotation marks around searched words are not part of them."""

import pytest
from django.urls import reverse

from tests.factories import ArticleFactory, PageFactory, StatTableFactory

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("indexed")]

QUOTED = ["“machine”", '"machine"', "„Machine“", "«machine»", "“machine", "‘machine’"]
TITLE = r"A machine learns C:\dir"


@pytest.mark.parametrize("typed", [*QUOTED, "“machine learns”", '"C:\\dir"'])
class TestQuotationMarks:
    def test_readers_find_articles(self, client, typed):
        article = ArticleFactory(title=TITLE)
        other = ArticleFactory(title="Learns a machinist")
        page = client.get(reverse("articles:list"), {"q": typed})
        found = page.context["object_list"]
        assert article in found
        assert other not in found

    def test_admin_finds_content(self, admin_client, typed):
        for item in (ArticleFactory(title=TITLE), PageFactory(title=TITLE)):
            opts = item._meta
            url = reverse(f"admin:{opts.app_label}_{opts.model_name}_changelist")
            found = admin_client.get(url, {"q": typed}).context["cl"].result_list
            assert [*found] == [item]

    def test_editor_finds_tables(self, admin_client, typed):
        StatTableFactory(title=TITLE)
        found = admin_client.get(reverse("markdown_tables"), {"q": typed}).json()
        assert found["count"] == 1


def test_words_in_quotation_marks_stay_together(client):
    ArticleFactory(title="Learning by machine")
    page = client.get(reverse("articles:list"), {"q": "“machine learning”"})
    assert not page.context["object_list"]


@pytest.mark.parametrize("typed", ["“”", '"', "« »", "'"])
def test_nothing_but_marks_is_no_search_of_editors(admin_client, typed):
    """Readers are told that nothing was found, as by the search of all guides."""
    ArticleFactory()
    page = admin_client.get(reverse("articles:list"), {"q": typed})
    assert not page.context["object_list"]
    url = reverse("admin:articles_article_changelist")
    assert admin_client.get(url, {"q": typed}).context["cl"].result_count == 1
