"""Test what editors see of searches in vain, and that they say what means the same."""

import datetime

import pytest
from django.core.exceptions import ValidationError
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from careerguide.search.models import MissedSearch, Synonym
from tests.factories import ArticleFactory

pytestmark = pytest.mark.django_db

MISSED = reverse("admin:search_missedsearch_changelist")
ADD = reverse("admin:search_synonym_add")


class TestMissed:
    @pytest.fixture(autouse=True)
    def misses(self):
        today = timezone.localdate()
        for age, times in ((0, 3), (1, 4)):
            day = today - datetime.timedelta(days=age)
            MissedSearch.objects.create(day=day, words="zymurgy", times=times)

    def test_are_listed_by_day_with_their_sum(self, client, sign_in):
        sign_in("Editor")
        found = client.get(MISSED).context["cl"].result_list
        assert [(one.times, one.in_all) for one in found] == [(3, 7), (4, 7)]

    def test_cannot_be_written(self, client, sign_in):
        sign_in("Publisher")
        add = reverse("admin:search_missedsearch_add")
        assert client.get(add).status_code == 403

    def test_are_for_editors_alone(self, client):
        assert client.get(MISSED).status_code == 302


class TestSynonyms:
    def test_of_an_editor_are_asked_at_once(self, client, sign_in, indexed):
        sign_in("Editor")
        article = ArticleFactory(title="Brewing mead")
        words = {"words": "mead, honey wine"}
        assert client.post(ADD, words).status_code == 302
        page = client.get(reverse("search"), {"q": "honey wine"}).content.decode()
        assert article.get_absolute_url() in page

    @pytest.mark.parametrize("words", ["mead", "mead,", ",", "mead, Mead", "!, ?"])
    def test_need_two_names(self, words):
        with pytest.raises(ValidationError, match="Name two or more"):
            Synonym(words=words).full_clean()

    def test_too_long_ones_are_told_nothing_else(self):
        with pytest.raises(ValidationError) as refused:
            Synonym(words="mead, " * 60 + "wine").full_clean()
        assert "Name two or more" not in str(refused.value)

    def test_of_a_form_that_are_too_long_are_told_nothing_else(self, client, sign_in):
        sign_in("Editor")
        page = client.post(ADD, {"words": "mead, " * 60 + "wine"}).content.decode()
        assert "at most 300 characters" in page and "Name two or more" not in page

    def test_author_does_not_write_them(self, client, sign_in):
        sign_in("Author")
        assert client.get(ADD).status_code == 403


class TestContentLists:
    url = reverse("admin:articles_article_changelist")

    def found(self, client, text):
        return {*client.get(self.url, {"q": text}).context["cl"].result_list}

    def test_drafts_are_found_beside_what_is_published(self, admin_client, indexed):
        live = ArticleFactory(title="Brewing mead")
        draft = ArticleFactory(title="Mead at home", status="draft")
        hidden = ArticleFactory(title="Mead", career__status="draft")
        assert self.found(admin_client, "mead") == {live, draft, hidden}
        assert self.found(admin_client, "brewi") == {live}

    def test_no_word_is_taken_for_another(self, admin_client, indexed):
        ArticleFactory(title="Brewing meadow")
        assert self.found(admin_client, "meadew") == set()

    @pytest.mark.parametrize("text", ["!", "%", "* -", "🐝", "\u200b"])
    def test_text_without_a_word_finds_nothing(self, admin_client, indexed, text):
        """As in the lists of readers; of spaces alone, nothing is asked."""
        items = {ArticleFactory(), ArticleFactory(status="draft")}
        assert self.found(admin_client, text) == set()
        assert self.found(admin_client, " ") == self.found(admin_client, "") == items

    def test_no_text_of_what_is_published_is_compared(self, admin_client, indexed):
        ArticleFactory(title="Brewing mead")
        with CaptureQueriesContext(connection) as captured:
            self.found(admin_client, "mead")
        folding = [q["sql"] for q in captured if "fold" in q["sql"].lower()]
        assert all("NOT" in sql for sql in folding)
