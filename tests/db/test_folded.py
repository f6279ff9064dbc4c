"""Test that searches find either spelling, on both databases."""

import sys
import unicodedata

import pytest
from django.db import connection
from django.urls import reverse

from articles.models import Article
from careerguide.languages.folding import fold
from tests.factories import (
    ArticleFactory,
    CareerFactory,
    FAQEntryFactory,
    StatTableFactory,
    UserFactory,
)
from tests.languages.test_folding import OTHER, SAME

pytestmark = [pytest.mark.django_db, pytest.mark.every_database]

PATHS = {
    "articles": (ArticleFactory, "title", "/articles/"),
    "tables": (StatTableFactory, "title", "/statistics/"),
    "answers": (FAQEntryFactory, "question", "/faq/"),
}
QUERIES = [
    "école",
    "ECOLE",
    "E\u0301cole",
    "zurich",
    "ZÜRICH",
    "d’ingénieurs",
    "STRASSE",
]
TITLE = "École d'ingénieurs in Zürich, Straße 5"


class TestLookup:
    @pytest.mark.parametrize(("one", "other"), SAME.values(), ids=SAME)
    def test_finds_the_same_both_ways(self, one, other):
        for stored, wanted in ((one, other), (other, one)):
            article = ArticleFactory(title="Title", summary=f"a {stored} z")
            assert Article.objects.filter(summary__folds=wanted).get() == article
            article.delete()

    @pytest.mark.parametrize(("one", "other"), OTHER.values(), ids=OTHER)
    def test_finds_nothing_else(self, one, other):
        ArticleFactory(summary=one)
        assert not Article.objects.filter(summary__folds=other)

    @pytest.mark.parametrize("sign", ["%", "_", "\\", "*", "'", '"'])
    def test_no_sign_stands_for_others(self, sign):
        ArticleFactory(summary="plain")
        article = ArticleFactory(summary=f"with {sign} in it")
        assert [*Article.objects.filter(summary__folds=sign)] == [article]

    def test_every_character_is_folded_as_in_python(self):
        """Those of Unicode 13, which every database of today knows."""
        found = {}
        points = [
            point
            for point in range(1, sys.maxunicode + 1)
            if unicodedata.category(chr(point)) not in ("Cs", "Cn", "Co")
        ]
        for start in range(0, len(points), 2000):
            text = "\n".join(map(chr, points[start : start + 2000]))
            found[start] = text, folded_by_database(text)
        assert found
        for text, folded in found.values():
            pairs = zip(text.split("\n"), folded.split("\n"), strict=True)
            wrong = [(hex(ord(a)), fold(a), b) for a, b in pairs if a and fold(a) != b]
            assert not wrong


def folded_by_database(text):
    if connection.vendor == "sqlite":
        sql, parameters = "careerguide_fold(%s)", [text]
    else:
        from careerguide.db.folded import _folded

        sql, parameters = _folded("t.x", "default")
        parameters = [*parameters, text]
        sql = f"{sql} FROM (SELECT %s::text AS x) t"
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT {sql}", parameters)
        return cursor.fetchone()[0]


@pytest.mark.usefixtures("indexed")
class TestLists:
    @pytest.mark.parametrize("query", QUERIES)
    @pytest.mark.parametrize("kind", PATHS)
    def test_public_list_finds_it(self, client, kind, query):
        factory, field, path = PATHS[kind]
        found = factory(**{field: TITLE})
        other = factory(**{field: "Nothing of the kind"}, career=found.career)
        page = client.get(path, {"q": query}).content.decode()
        assert found.get_absolute_url() in page
        assert other.get_absolute_url() not in page

    @pytest.mark.parametrize("query", QUERIES)
    @pytest.mark.parametrize("kind", PATHS)
    def test_admin_list_finds_it(self, admin_client, kind, query):
        factory, field, _path = PATHS[kind]
        found = factory(**{field: TITLE})
        factory(**{field: "Nothing of the kind"}, career=found.career)
        meta = found._meta
        path = reverse(f"admin:{meta.app_label}_{meta.model_name}_changelist")
        changes = admin_client.get(path, {"q": query}).context["cl"]
        assert [*changes.queryset] == [found]

    def test_list_of_accounts_finds_a_name(self, admin_client):
        found = UserFactory(username="zoe", first_name="Zoë", last_name="D’Arcy")
        path = reverse("admin:auth_user_changelist")
        for query in ("ZOË", "Zoe d'arcy"):
            changes = admin_client.get(path, {"q": query}).context["cl"]
            assert [*changes.queryset] == [found]

    def test_careers_name_finds_its_items(self, client):
        article = ArticleFactory(career=CareerFactory(name="Ingénieur"))
        page = client.get("/articles/", {"q": "INGENIEUR"}).content.decode()
        assert article.get_absolute_url() in page
