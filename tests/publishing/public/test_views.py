"""Test what all lists of published items do with the words that somebody looks for."""

import pytest

from tests.factories import ArticleFactory, FAQEntryFactory, StatTableFactory

pytestmark = [pytest.mark.django_db, pytest.mark.every_database]
LISTS = ("/articles/", "/faq/", "/statistics/")  # of careers: see tests/site
NO_WORDS = ("!", '""', "*", "%", "\x00", "\x7f", "\ufeff", "\u200b", "🐝", "\u0301" * 9)


@pytest.fixture
def items(indexed):
    return [
        factory() for factory in (ArticleFactory, FAQEntryFactory, StatTableFactory)
    ]


def shown(client, path, **asked):
    answer = client.get(path, asked)
    assert answer.status_code == 200
    return [*answer.context["object_list"]]


@pytest.mark.parametrize("path", LISTS)
class TestFind:
    @pytest.mark.parametrize("text", NO_WORDS)
    def test_text_without_a_word_finds_nothing(self, client, items, path, text):
        """Or the list would say that all of it has that sign."""
        is_blank = not text.strip("\x00\x7f")
        assert len(shown(client, path, q=text)) == is_blank

    def test_null_bytes_part_words(self, client, items, path):
        title = str(shown(client, path)[0])
        assert shown(client, path, q=title.replace(" ", "\x00")) == shown(client, path)

    def test_signs_that_turn_what_follows_are_not_repeated(self, client, path):
        for sign in "\u202e\u202b\u2067\x85":
            page = client.get(path, {"q": f"bees{sign}hive"}).content.decode()
            assert sign not in page

    def test_null_bytes_elsewhere_are_refused(self, client, items, path):
        for name in ("career", "page", "other", "q\x00"):
            asked = {"q": "bees", name: "\x00"}
            assert client.get(path, asked).status_code == 400
