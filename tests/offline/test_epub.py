"""Test the book of a guide: what it holds, and what it says of itself."""

import datetime
import re
from xml.etree import ElementTree
from zoneinfo import ZoneInfo

import pytest

from careerguide.caching.memory import memory_cache
from careerguide.offline.epub import epub_bytes
from careerguide.offline.guide import find_guide
from careerguide.publishing.drafts import actions
from careerguide.publishing.models.change_notes import ChangeNote
from careerguide.publishing.models.related import key_of
from careerguide.publishing.models.snapshots import apply_snapshot
from tests.factories import (
    ArticleFactory,
    CareerFactory,
    FAQEntryFactory,
    StatTableFactory,
)
from tests.library import files
from tests.library.helpers import stored

from .books import files_of, text_of

pytestmark = pytest.mark.django_db
ADDRESS = "http://127.0.0.1:8000/careers/beekeeper/"


@pytest.fixture
def career():
    return CareerFactory(slug="beekeeper", name="Beekeeper")


def book():
    return epub_bytes(find_guide("beekeeper"))


def page(name):
    return files_of(book())[f"book/{name}"].decode()


def test_every_page_is_xml(career):
    for factory in (ArticleFactory, StatTableFactory, FAQEntryFactory):
        factory(career=career)
    for name, content in files_of(book()).items():
        if name.endswith((".xhtml", ".opf", ".xml")):
            ElementTree.fromstring(content)


def test_holds_every_text_and_every_number(career):
    ArticleFactory(career=career, body="Bees **sleep**.", takeaways="- Buzz")
    StatTableFactory(career=career, note="Counted *twice*.")
    FAQEntryFactory(career=career, answer="**Yes**, it does.")
    text = text_of(book())
    for words in ("Bees <strong>sleep", "Buzz", "$170,000", "<em>twice", "it does."):
        assert words in text


def test_same_guide_gives_the_same_bytes(career):
    ArticleFactory(career=career, picture=stored(files.photo()))
    StatTableFactory(career=career)
    first = book()
    memory_cache.clear()
    assert book() == first


def test_says_from_when_it_is_and_where_the_newest_stands(career):
    day = datetime.date(2026, 7, 14)
    ArticleFactory(career=career, content_updated_on=day)
    title = page("title.xhtml")
    assert "The guide as it stood on 14 July 2026." in title
    assert f'<a href="{ADDRESS}" dir="ltr">' in title
    package = page("package.opf")
    assert "2026-07-14T00:00:00Z" in package
    assert f"<dc:source>{ADDRESS}</dc:source>" in package


def test_note_of_change_makes_it_newer(career):
    article = ArticleFactory(career=career)
    made_at = datetime.datetime(2026, 8, 1, 9, 30, 5, 77, tzinfo=datetime.UTC)
    note = {"kind": "correction", "text": "It is 4.", "made_at": made_at}
    ChangeNote.objects.create(**key_of(article), **note)
    assert "2026-08-01T09:30:05Z" in page("package.opf")
    assert "The guide as it stood on 1 August 2026." in page("title.xhtml")
    assert "It is 4." in page(f"article-{article.slug}.xhtml")


@pytest.mark.parametrize("zone", ["America/New_York", "Pacific/Kiritimati"])
def test_is_of_the_day_that_editors_set_wherever_the_site_is(career, settings, zone):
    settings.TIME_ZONE = zone
    day = datetime.date(2026, 7, 14)
    ArticleFactory(career=career, content_updated_on=day)
    package = page("package.opf")
    assert "<dc:date>2026-07-14</dc:date>" in package
    [moment] = re.findall(r"modified\">([^<]+Z)<", package)
    midnight = datetime.datetime(2026, 7, 14, tzinfo=ZoneInfo(zone))
    assert datetime.datetime.fromisoformat(moment) == midnight


def test_names_its_language_and_what_it_takes_to_read_it(career):
    StatTableFactory(career=career)
    package = page("package.opf")
    assert "<dc:language>en-gb</dc:language>" in package
    modes = re.findall(r'"schema:(accessMode\w*)">(\w+)<', package)
    assert modes == [
        *(("accessMode", "textual"), ("accessMode", "visual")),
        ("accessModeSufficient", "textual"),
    ]
    assert "conformsTo" not in package  # nobody has judged its pictures' words


def test_speaks_the_language_of_its_guide(client):
    career = CareerFactory(slug="beekeeper", name="Imker", language="de")
    ArticleFactory(career=career, language="de")
    files = files_of(client.get("/careers/beekeeper.epub").content)
    assert "<dc:language>de</dc:language>" in files["book/package.opf"].decode()
    assert 'lang="de" xml:lang="de"' in files["book/title.xhtml"].decode()
    page = client.get("/careers/beekeeper.html").content.decode()
    assert '<html lang="de">' in page


def test_of_words_alone_is_not_called_visual(career):
    ArticleFactory(career=career)
    assert ">visual<" not in page("package.opf")


class TestLinks:
    def test_within_the_guide_lead_to_another_file(self, career):
        entry = FAQEntryFactory(career=career)
        body = f"[Ask]({entry.get_absolute_url()}), [all]({career.get_absolute_url()})"
        article = ArticleFactory(career=career, body=body)
        text = page(f"article-{article.slug}.xhtml")
        assert f'href="whole-questions.xhtml#{entry.print_id}">Ask<' in text
        assert 'href="title.xhtml">all<' in text

    def test_out_of_it_are_whole_and_have_no_number(self, career):
        article = ArticleFactory(
            career=career, body="[A](/about/), [b](https://b.org/)"
        )
        text = page(f"article-{article.slug}.xhtml")
        assert '<a href="http://127.0.0.1:8000/about/"' in text
        assert "link-note" not in text

    def test_of_figures_in_articles_stay_in_the_book(self, career):
        table = StatTableFactory(career=career)
        article = ArticleFactory(career=career, body=f"[[table: {table.slug}]]")
        text = page(f"article-{article.slug}.xhtml")
        assert f'href="whole-figures.xhtml#{table.print_id}"' in text

    def test_all_lead_somewhere(self, career):
        for factory in (ArticleFactory, StatTableFactory, FAQEntryFactory) * 2:
            factory(career=career)
        files = {name.removeprefix("book/"): b for name, b in files_of(book()).items()}
        led = re.findall(r'href="([^"#]*\.xhtml)(?:#([^"]*))?"', text_of(book()))
        assert len(led) > 8
        for file, name in led:
            assert f' id="{name}"'.encode() in files[file] or not name


class TestPictures:
    def test_are_in_the_book_once_with_their_words(self, career):
        image = stored(files.photo(), alt="Bees on a comb")
        body = f"![Bees again]({image.url})"
        article = ArticleFactory(career=career, picture=image, body=body)
        held = [n for n in files_of(book()) if n.startswith("book/pictures/")]
        assert len(held) == 1 and held[0].endswith(".jpg")
        text = page(f"article-{article.slug}.xhtml")
        assert text.count(f'src="{held[0].removeprefix("book/")}"') == 2
        assert 'alt="Bees on a comb"' in text and "srcset" not in text

    def test_lost_leave_their_words(self, career, settings):
        image = stored(files.photo(), alt="Bees on a comb")
        article = ArticleFactory(career=career, picture=image)
        for file in settings.MEDIA_ROOT.rglob("*.webp"):
            file.unlink()
        text = page(f"article-{article.slug}.xhtml")
        assert "<span>Bees on a comb</span>" in text and "<img" not in text


class TestCover:
    def test_is_a_picture(self, career):
        assert files_of(book())["book/cover.jpg"].startswith(b"\xff\xd8\xff")

    def test_leaves_letters_to_the_reader_that_our_font_lacks(self, career):
        career.name = "养蜂人"
        career.save()
        assert "养蜂人" in page("cover.svg")


def test_is_the_same_book_when_the_career_is_renamed(career):
    def identifier():
        return re.search("<dc:identifier.*?</dc:identifier>", page("package.opf"))[0]

    before = identifier()
    wanted = apply_snapshot(career, {"name": "Apiarist", "slug": "apiarist"})
    actions.save_draft(career, wanted, None)
    actions.publish(career, None)
    renamed = files_of(epub_bytes(find_guide("apiarist")))["book/package.opf"].decode()
    assert before in renamed
