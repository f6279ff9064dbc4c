"""Test that a plan becomes drafts, all of them or none."""

import pytest

from articles.models import Article
from careerguide.importing import plan as roles
from careerguide.importing.creation import create_drafts
from careerguide.importing.readers.plain_text import read_text
from careerguide.importing.reading import read_document
from careerguide.importing.recognition.recognise import recognise
from careerguide.importing.refusals import NotReady
from careerguide.library.models import Image
from careerguide.models import Career
from faq.models import FAQEntry
from statistics.models import StatTable
from tests.factories import ArticleFactory, CareerFactory, UserFactory

from .documents import MESSY_TEXT, word_document

pytestmark = pytest.mark.django_db
SHOWS = "A teal field."


@pytest.fixture(scope="module")
def document():
    return read_document("a.docx", word_document())


@pytest.fixture
def media(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path


def described(document):
    plan = recognise(document)
    return plan.described(1, SHOWS)


def test_guide_becomes_drafts(document, media):
    by = UserFactory()
    items = create_drafts(document, described(document), by)
    assert [type(item) for item in items] == [
        *(Career, StatTable, StatTable, StatTable, Article, Article),
        *(FAQEntry, FAQEntry),
    ]
    assert {item.status for item in items} == {"draft"}
    assert {item.created_by for item in items} == {by}
    article = Article.objects.get(slug="data-engineer")
    image = Image.objects.get(alt=SHOWS)
    assert f"![{SHOWS.replace('.', '.')}]({image.url})" in article.body
    table = StatTable.objects.get(slug="data-engineer-average-salary-by-level")
    assert table.data["rows"][2]["cells"] == ["Senior", "158250"]
    assert f"[[table: {table.slug}]]" in article.body
    assert [*FAQEntry.objects.values_list("order", flat=True)] == [1, 2]


def test_existing_career_gets_them(document, media):
    career = CareerFactory()
    items = create_drafts(document, described(document), UserFactory(), career)
    assert {item.career for item in items} == {career}
    assert Career.objects.count() == 1


def refused(document, plan):
    with pytest.raises(NotReady) as error:
        create_drafts(document, plan, UserFactory())
    assert not Career.objects.exists() and not FAQEntry.objects.exists()
    return error.value.sentences


def test_picture_needs_its_description(document):
    assert refused(document, recognise(document)) == [
        "Picture 1 has no description: say what it shows."
    ]


def test_address_that_is_taken_is_named(document, media):
    ArticleFactory(slug="data-engineer", career__slug="other")
    plan = described(document)
    with pytest.raises(NotReady, match="the address “data-engineer” is taken"):
        create_drafts(document, plan, UserFactory())


def test_address_that_is_taken_meanwhile_is_a_sentence(document, media, monkeypatch):
    monkeypatch.setattr("careerguide.importing.creation.taken", lambda *of: set())
    ArticleFactory(slug="data-engineer", career__slug="other")
    with pytest.raises(NotReady, match="meanwhile"):
        create_drafts(document, described(document), UserFactory())
    assert not Career.objects.filter(slug="data-engineer").exists()


def test_table_that_is_not_read_is_named():
    document = read_text(MESSY_TEXT)
    first, second = refused(document, recognise(document))
    assert "“Average Pay of Network Administrators” cannot be read yet" in first


def test_text_that_is_too_long_is_named():
    document = read_text(f"Baker\n\n{'Bread is good. ' * 14_000}\n")
    [sentence] = refused(document, recognise(document))
    assert "“Baker”: This text is" in sentence


def test_left_out_picture_needs_nothing(document, media):
    plan = recognise(document)
    [asked] = [d.block for d in plan.decisions if d.kind == "picture"]
    create_drafts(document, plan.changed(asked, roles.LEFT_OUT), UserFactory())
    assert not Image.objects.exists()
