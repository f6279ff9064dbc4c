"""Test an import from the upload to its drafts, through the services."""

import pytest

from articles.models import Article
from careerguide.importing import services
from careerguide.importing.models import State
from faq.models import FAQEntry
from statistics.models import StatTable

from .documents import word_document
from .records import Reviewer, started

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def media(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path


def test_word_file_becomes_drafts():
    reviewer = Reviewer(started("guide.docx", word_document()))
    assert reviewer.record.state == State.REVIEW
    assert reviewer.review.ledger.is_whole
    reviewer.decide(picture="A teal field.", title="What data engineers do")
    record = reviewer.create()
    assert record.state == State.CREATED
    made = services.items(record.pk)
    assert [one.kind_name for one in made][:2] == ["career", "table"]
    assert Article.objects.get(title="What data engineers do").summary
    assert (StatTable.objects.count(), FAQEntry.objects.count()) == (3, 2)
    first = Article.objects.order_by("pk")[0].history.last()
    assert first.reason == "Made of “guide.docx”"
