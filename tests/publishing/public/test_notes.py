"""Test where readers find notes of change, and when a correction leaves the top."""

import datetime

import pytest
from django.urls import reverse
from django.utils import timezone

from careerguide.publishing.models.change_notes import ChangeNote
from careerguide.publishing.models.related import ContentVersion, key_of
from careerguide.publishing.public.cache_version import current_version
from tests.factories import EVERYTHING, OF_GUIDES, ArticleFactory, StatTableFactory

pytestmark = pytest.mark.django_db
DAY = datetime.timedelta(days=1)


def note(item, kind="correction", days=0, text="It said 3 < 4 hives."):
    made_at = timezone.now() - days * DAY
    return ChangeNote.objects.create(
        **key_of(item), kind=kind, text=text, made_at=made_at
    )


def read(client, url):
    return client.get(url).content.decode()


def name_of(factory):
    return factory._meta.model.__name__


@pytest.fixture(params=EVERYTHING, ids=name_of)
def item(request):
    return request.param()


def test_correction_stands_at_the_top_and_then_in_the_list(client, item):
    made = note(item)
    page = read(client, item.get_absolute_url())
    assert '<p class="correction" role="note"><strong>Correction</strong>' in page
    assert "It said 3 &lt; 4 hives." in page and "What changed" not in page
    assert "change_notes.css" in page
    ChangeNote.objects.update(made_at=made.made_at - 31 * DAY)
    ContentVersion.bump()
    page = read(client, item.get_absolute_url())
    assert 'class="correction"' not in page
    assert "What changed" in page and "It said 3 &lt; 4 hives." in page


def test_days_are_a_setting(client, item, settings):
    settings.CORRECTION_DAYS = 3
    note(item, days=4)
    assert 'class="correction"' not in read(client, item.get_absolute_url())


def test_newest_comes_first_with_its_day(client):
    article = ArticleFactory()
    note(article, "update", days=3, text="First.")
    last = note(article, "update", days=1, text="Second.")
    page = read(client, article.get_absolute_url())
    assert page.index("Second.") < page.index("First.")
    day = timezone.localtime(last.made_at).date()
    assert f'<strong>Update</strong> <time datetime="{day}">' in page


def test_page_without_notes_has_nothing_of_them(client, item):
    page = read(client, item.get_absolute_url())
    assert "What changed" not in page and "change_notes.css" not in page


def test_note_whose_hour_has_not_come_is_nowhere(client, item):
    note(item, days=-1)
    assert "It said 3" not in read(client, item.get_absolute_url())


@pytest.mark.parametrize("factory", OF_GUIDES, ids=name_of)
def test_whole_guide_has_them(client, factory):
    item = factory()
    note(item)
    note(item, "update", text="There are 5.")
    page = read(client, reverse("career_print", args=[item.career.slug]))
    assert page.count('class="correction"') == page.count("There are 5.") == 1
    assert "change_notes.css" in page


def test_embedded_table_has_its_correction(client):
    table = StatTableFactory()
    note(table)
    note(table, "update", text="There are 5.")
    page = read(client, f"{table.get_absolute_url()}embed/")
    assert "It said 3 &lt; 4 hives." in page and "There are 5." not in page


def test_pages_are_made_anew_when_a_correction_leaves_its_place(settings):
    settings.CORRECTION_DAYS = 30
    now = timezone.now()
    note(ArticleFactory(), days=10)
    first = note(ArticleFactory(), days=20)
    note(ArticleFactory(), "update", days=25)
    note(ArticleFactory(), days=40)
    found = current_version(now)
    assert found.next_moment == first.made_at + 30 * DAY
    assert not found.is_due
