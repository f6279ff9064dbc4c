"""Test that documents go in, are replaced and go, with their words."""

from dataclasses import replace

import pytest
from django.db import transaction

from articles.models import Article
from careerguide.search import index
from careerguide.search.backends import backend
from careerguide.search.comparison import compare
from careerguide.search.content import LONGEST_SECTION, DocumentText, SectionText
from careerguide.search.models import Document, IndexState, Section, Word
from careerguide.search.search import search

pytestmark = pytest.mark.django_db


def document(key, text, title="Bees", **more):
    first = SectionText(title, text=text)
    return DocumentText(item=(Article, key), title=title, sections=(first,), **more)


def words():
    return dict(Word.objects.values_list("word", "sections"))


def keys(text):
    found = (page[0].hit.document for page in search(text, correct=False).documents)
    return [Document.objects.get(pk=pk).object_id for pk in found]


@pytest.fixture(autouse=True)
def empty():
    index.rebuild([])


def test_put_and_found():
    index.put([document(1, "hives"), document(2, "wax")])
    assert keys("hives") == [1]
    assert words() == {"bees": 2, "hives": 1, "wax": 1}


def test_words_of_the_career_are_known():
    index.put([document(1, "hives", context="Apiarist")])
    assert words() == {"bees": 1, "hives": 1, "apiarist": 1}
    assert keys("apiarist") == [1]


def test_put_again_replaces():
    index.put([document(1, "hives hives"), document(2, "hives")])
    index.put([document(1, "wax")])
    assert keys("wax") == [1]
    assert keys("hives") == [2]
    assert words() == {"bees": 2, "hives": 1, "wax": 1}
    assert backend().count() == Section.objects.count() == 2


def test_removed():
    index.put([document(1, "hives"), document(2, "wax")])
    index.remove(Article, [1, 99])
    assert keys("hives") == []
    assert keys("bees") == [2]
    assert words() == {"bees": 1, "wax": 1}
    assert backend().count() == 1


def test_undone_with_its_transaction():
    index.put([document(1, "hives")])
    with pytest.raises(RuntimeError), transaction.atomic():
        index.put([document(1, "wax"), document(2, "honey")])
        raise RuntimeError
    assert keys("hives") == [1]
    assert keys("wax") == keys("honey") == []
    assert backend().count() == 1


def test_rebuilt_whatever_was_there():
    index.put([document(1, "hives")])
    assert index.rebuild(document(key, "wax") for key in range(2, 5)) == 3
    assert keys("hives") == []
    assert sorted(keys("wax")) == [2, 3, 4]
    assert words() == {"bees": 3, "wax": 3}


def test_index_of_other_rules_still_takes_changes(monkeypatch):
    """What another release has indexed cannot be told: it stays until a rebuild."""
    index.put([document(1, "hives")])
    monkeypatch.setattr(index, "RULES", index.RULES + 1)
    assert not index.is_current()
    index.put([document(1, "wax")])
    assert keys("hives") == []
    assert keys("wax") == [1]
    index.rebuild([document(1, "wax")])
    assert index.is_current()
    assert words() == {"bees": 1, "wax": 1}


def test_index_of_a_database_that_was_flushed():
    index.put([document(1, "hives")])
    for model in (Section, Document, Word, IndexState):
        model.objects.all().delete()
    index.put([document(2, "wax")])
    assert backend().count() == 1


def test_long_section_is_divided_between_words():
    text = "hives and wax " * LONGEST_SECTION
    index.put([document(1, text[: 3 * LONGEST_SECTION - 1] + " honey")])
    assert Section.objects.count() > 2
    assert all(len(s.text) <= LONGEST_SECTION for s in Section.objects.all())
    assert keys("honey") == [1]
    assert {*words()} == {"bees", "hives", "and", "wax", "honey"}


def test_long_word_without_spaces():
    index.put([document(1, "東京大学" * 12_000)])
    assert keys("京大") == [1]


class TestCompare:
    documents = (
        document(1, "hives", career=7, context="Beekeeper"),
        document(2, "wax"),
    )

    def test_equal(self):
        index.rebuild(self.documents)
        assert compare(self.documents).is_equal

    @pytest.mark.parametrize(
        ("there", "missing", "changed", "excess"),
        [
            ([document(1, "hives"), document(2, "wax")], 0, 1, 0),
            ([document(1, "hives", career=7, context="Beekeeper")], 1, 0, 0),
            ([], 2, 0, 0),
            ([document(3, "honey")], 2, 0, 1),
        ],
    )
    def test_different(self, there, missing, changed, excess):
        index.rebuild(there)
        found = compare(self.documents)
        assert (found.missing, found.changed, found.excess) == (
            missing,
            changed,
            excess,
        )
        assert not found.is_equal

    @pytest.mark.parametrize(
        "change", [{"title": "Wasps"}, {"career": 8}, {"context": "Apiarist"}]
    )
    def test_each_part_of_a_document(self, change):
        index.rebuild(self.documents)
        first, second = self.documents
        assert compare([replace(first, **change), second]).changed == 1

    def test_words_that_the_database_lost(self):
        index.rebuild(self.documents)
        backend().clear()
        assert not compare(self.documents).has_all_words

    def test_of_other_rules(self, monkeypatch):
        index.rebuild(self.documents)
        monkeypatch.setattr(index, "RULES", index.RULES + 1)
        assert not compare(self.documents).is_current
