"""Test what previews of links show of each page."""

import re

import pytest
from django.urls import reverse

from careerguide.faces.card import _kind
from statistics.editions.recording import record_missing
from tests.factories import (
    SALARIES,
    ArticleFactory,
    CareerFactory,
    PageFactory,
    StatTableFactory,
)
from tests.statistics.editions.worlds import corrected, published

from .pages import HOME, meta_of, paths_of, read

pytestmark = pytest.mark.django_db


@pytest.mark.one_database
def test_every_page_of_the_guide_has_a_short_title_and_a_picture(client, seeded):
    pictures = set()
    for path in (*paths_of(client), "/compare/", "/search/", "/statistics/"):
        page = read(client, path)
        meta = meta_of(page)
        assert 0 < len(meta["og:title"]) < 60, path
        assert meta["og:url"] == f"{HOME}{path.partition('?')[0]}"
        assert meta["og:image"].startswith(HOME)
        assert 'name="twitter:card" content="summary_large_image"' in page
        pictures.add(meta["og:image"].removeprefix(HOME))
    assert len(pictures) > 15
    for picture in pictures:
        answer = client.get(picture)
        assert answer.status_code == 200 and answer["Content-Type"].startswith("image/")


def test_title_is_cut_at_a_word(client):
    article = ArticleFactory(title="Why " + "bees " * 20)
    title = meta_of(read(client, article.get_absolute_url()))["og:title"]
    assert title.endswith("bees…") and len(title) < 60


@pytest.mark.parametrize("title", ["Pay", "Bees like it " * 5, "B" * 90])
def test_title_of_an_edition_or_a_whole_guide_keeps_what_it_is(client, title):
    title = title.strip()
    table = published(title=title)
    corrected(table, title="Honey")
    guide = CareerFactory(name=title)
    for path, ending in {
        "/statistics/bees/@1/": " (edition 1)",
        "/statistics/bees/@2/": " (edition 2)",
        f"{guide.get_absolute_url()}all/": ": the whole guide",
    }.items():
        said = meta_of(read(client, path))["og:title"]
        assert said.endswith(ending) and len(said) < 60
        assert said.startswith("Honey" if "@2" in path else title[:3])


class TestEdition:
    @pytest.fixture(autouse=True)
    def _editions(self):
        changes = {"data": {**SALARIES, "rows": SALARIES["rows"][::-1]}}
        corrected(published(title="Pay doubles"), title="Pay trebles", **changes)

    def test_shows_its_own_chart(self, client):
        meta = meta_of(read(client, "/statistics/bees/@1/"))
        assert meta["og:image"] == f"{HOME}/statistics/bees/@1.png"
        assert meta["og:image:alt"] == "Chart: Pay doubles"
        assert meta["og:description"].startswith("Edition 1, ")
        assert meta["og:description"].endswith("Source: none is known.")
        own, today = (
            client.get(f"/statistics/bees{part}.png").content for part in ("/@1", "")
        )
        assert own.startswith(b"\x89PNG") and own != today
        assert client.get("/statistics/bees/@2.png").content == today

    def test_without_a_chart_shows_the_card_of_the_site(self, client):
        table = StatTableFactory(slug="none", chart_form="none")
        record_missing()
        meta = meta_of(read(client, f"{table.get_absolute_url()}@1/"))
        assert meta["og:image"] == f"{HOME}{reverse('site_card')}"

    def test_leads_to_the_feed_of_its_guide_as_its_table_does(self, client):
        feeds = [
            re.findall('<link [^>]*atom.xml" [^>]*>', read(client, path))
            for path in ("/statistics/bees/@1/", "/statistics/bees/")
        ]
        assert feeds[0] == feeds[1] and "/careers/" in feeds[0][0]


def test_description_is_of_whole_sentences(client):
    summary = f"Bees live in hives. {'They fly ' * 30}home."
    article = ArticleFactory(summary=summary)
    page = read(client, article.get_absolute_url())
    assert meta_of(page)["og:description"] == "Bees live in hives."


def test_table_shows_its_chart_where_it_has_one(client):
    table = StatTableFactory(slug="pay", title="Pay doubles")
    meta = meta_of(read(client, table.get_absolute_url()))
    assert meta["og:image"] == f"{HOME}/statistics/pay.png"
    assert meta["og:image:alt"] == "Chart: Pay doubles"
    StatTableFactory(slug="none", chart_form="none")
    meta = meta_of(read(client, "/statistics/none/"))
    assert meta["og:image"] == f"{HOME}/statistics/none.card.png"


def test_source_or_its_absence_is_said_however_long_the_title(client):
    table = StatTableFactory(title="Bees " * 39, subtitle="Bees " * 39, source_name="")
    meta = meta_of(read(client, table.get_absolute_url()))
    assert meta["og:description"].endswith("Source: none is known.")


class TestCard:
    def test_is_drawn_of_items_and_sections(self, client):
        ArticleFactory(slug="a")
        PageFactory(slug="contact")
        paths = ("/articles/a", "/contact", "/articles", "/statistics", "/faq")
        cards = [client.get(f"{path}.card.png") for path in paths]
        assert all(card.content.startswith(b"\x89PNG") for card in cards)
        assert len({card.content for card in cards}) == len(paths)
        assert cards[0]["Cross-Origin-Resource-Policy"] == "cross-origin"

    @pytest.mark.parametrize("path", ["/articles/no", "/search", "/compare", "/admin"])
    def test_of_nothing_is_none(self, client, path):
        assert client.get(f"{path}.card.png").status_code == 404

    def test_of_a_draft_is_none(self, client):
        ArticleFactory(slug="draft", status="draft")
        assert client.get("/articles/draft.card.png").status_code == 404


@pytest.mark.parametrize(
    ("title", "said"),
    [("Bees 🐝", "Bees 🐝"), ("النحل", "Career Guide"), ("A → B", "Career Guide")],
)
def test_picture_is_said_to_show_what_it_shows(client, settings, title, said):
    settings.SITE_OVERRIDES = {"name": "Career Guide"}
    article = ArticleFactory(title=title)
    meta = meta_of(read(client, article.get_absolute_url()))
    assert meta["og:image:alt"] == said


def test_item_is_described_in_its_own_language(client):
    table = StatTableFactory(language="de", title="Mehr", subtitle="Lohn 2024")
    page = read(client, table.get_absolute_url())
    assert meta_of(page)["og:description"] == "Lohn 2024. Quelle: keine bekannt."
    assert "Source: none is known" not in page
    kinds = [_kind(ArticleFactory(language=tag)) for tag in ("", "de")]
    assert kinds[0].endswith("article") and kinds[1].endswith("Artikel")


def test_error_page_has_no_preview(client):
    page = client.get("/no-such-page/").content.decode()
    assert "og:" not in page and "ld+json" not in page
