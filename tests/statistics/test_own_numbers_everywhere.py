"""Test that no face of a table shows the notation of its title, or an old number."""

import io
import re
import zipfile

import pytest
from django.test import Client
from django.urls import reverse

from careerguide.publishing.drafts import actions
from statistics.downloads.formats import FORMATS
from statistics.models import StatTable
from tests.factories import (
    ArticleFactory,
    CareerFactory,
    FAQEntryFactory,
    StatTableFactory,
)
from tests.forms import filled_in
from tests.statistics.references.test_true_numbers import change, data

pytestmark = pytest.mark.django_db

CELL = "[[number: Mid-Level; Average]]"
TITLE = f"Bees bring {CELL} a year"
LABEL = f"Of those in the middle, who get {CELL}"
BEFORE, AFTER = "$120,000", "$121,357"


@pytest.fixture
def table():
    career = CareerFactory(slug="beekeeper", name="Beekeeper")
    made = StatTable(
        career=career,
        slug="pay",
        title=TITLE,
        topic="Pay",
        data=data("120000"),
        headline_label=LABEL,
        headline_row="Senior",
        headline_column="average",
    )
    actions.create(made, by=None)
    actions.publish(StatTable.objects.get(), by=None)
    numbers = "[[number: pay; Senior; Average]]"
    ArticleFactory(career=career, slug="embeds", body=f"{numbers}\n\n[[table: pay]]")
    ArticleFactory(career=career, slug="links", body="[pay](/statistics/pay/)")
    FAQEntryFactory(career=career, answer=f"It is {numbers}.")
    StatTableFactory(career=career, slug="other", topic="Pay")
    return StatTable.objects.get(slug="pay")


def public_paths(client):
    sitemap = client.get("/sitemap.xml").content.decode()
    paths = set(re.findall(r"<loc>https?://[^/]+(.*?)</loc>", sitemap))
    paths |= {"/sitemap.xml", "/statistics.json", "/careers/beekeeper/all/"}
    paths |= {"/careers/beekeeper.epub", "/careers/beekeeper.html"}
    paths |= {"/statistics/?q=bees", "/search/?q=bees", "/search/?q=who+get"}
    paths |= {"/search/suggestions/?q=bees"}
    paths |= {reverse(f"statistics:{name}", args=["pay"]) for name in FORMATS}
    paths |= {"/statistics/pay/embed/", "/statistics/?career=beekeeper"}
    return paths


def text_of(response):
    body = b"".join(response.streaming_content) if response.streaming else None
    body = response.content if body is None else body
    if body.startswith(b"PK"):
        with zipfile.ZipFile(io.BytesIO(body)) as archive:
            names = [n for n in archive.namelist() if not n.endswith(".jpg")]
            return " ".join(archive.read(name).decode() for name in names)
    if body.startswith(b"\x89PNG"):
        return ""
    return body.decode()


def crawl(client, paths):
    found = {path: client.get(path) for path in paths}
    wrong = {path: r.status_code for path, r in found.items() if r.status_code != 200}
    assert not wrong
    return {path: text_of(response) for path, response in found.items()}


def naming(pages, number):
    title = f"Bees bring {number} a year"
    pages = {path: re.sub("</?mark>", "", page) for path, page in pages.items()}
    return {path for path, page in pages.items() if title in page}


def test_readers_have_the_number_everywhere_and_at_once(client, table):
    paths = public_paths(client)
    before = crawl(client, paths)
    assert not [path for path, page in before.items() if "[[" in page]
    named = naming(before, BEFORE)
    assert named >= {
        *("/", "/careers/beekeeper/", "/careers/beekeeper/all/"),
        *("/careers/beekeeper.epub", "/careers/beekeeper.html"),
        *("/statistics/", "/statistics/pay/", "/statistics/other/"),
        *("/statistics/pay.json", "/statistics/pay.xlsx", "/statistics/pay.svg"),
        *("/statistics/pay/embed/", "/statistics.json"),
        *("/articles/embeds/", "/articles/links/", "/search/?q=bees"),
    }
    facts = {path for path, page in before.items() if f"who get {BEFORE}" in page}
    assert facts >= {"/", "/careers/beekeeper/"}
    change(table, "121357")
    after = crawl(client, paths)
    assert not [path for path, page in after.items() if "[[" in page]
    assert not naming(after, BEFORE)
    assert named <= naming(after, AFTER)
    assert facts == {path for path, page in after.items() if f"who get {AFTER}" in page}


def test_page_names_itself_by_the_number(client, table):
    page = client.get("/statistics/pay/").content.decode()
    title = f"Bees bring {BEFORE} a year"
    assert f"<title>{title}" in page
    assert re.search(rf"<h1[^>]*>{re.escape(title)}</h1>", page)
    assert f'property="og:title" content="{title}"' in page
    assert f"{title}." in page.partition('id="cite-text"')[2]


def test_address_that_is_not_there_offers_the_number(client, table):
    page = client.get("/statistics/pays/").content.decode()
    assert f">Bees bring {BEFORE} a year</a>" in page


def test_svg_and_card_are_drawn_with_the_number(client, table):
    svg = client.get("/statistics/pay.svg").content.decode()
    assert BEFORE in svg and "[[" not in svg
    assert client.get("/statistics/pay.png").status_code == 200


def test_editors_see_the_number_but_where_they_write_it(admin_client, table):
    key = table.pk
    base = "/admin/statistics/stattable/"
    entries = [entry.pk for entry in table.history.all()]
    paths = [base, f"{base}?q=bees", "/admin/", f"{base}order/", f"{base}trash/"]
    paths += [f"{base}{key}/{page}/" for page in ("change", "history", "schedule")]
    paths += [f"{base}{key}/history/{entry}/" for entry in entries]
    paths += ["/admin/editor/tables/"]
    found = {path: admin_client.get(path) for path in paths}
    pages = {p: text_of(r) for p, r in found.items() if r.status_code == 200}
    assert {base, f"{base}{key}/change/", f"{base}{key}/history/"} <= pages.keys()
    for path, page in pages.items():
        shown = re.sub(r"<(?:input|textarea)[^>]*>", "", page)
        assert CELL not in shown, path
    assert f"Bees bring {BEFORE} a year" in pages[base]


def send(client, table, **changes):
    path = f"/admin/statistics/stattable/{table.pk}/change/"
    form = filled_in(client.get(path)) | changes
    return client.post(path, form, follow=True).content.decode()


class TestForm:
    def test_renamed_row_takes_the_words_of_the_table_along(self, admin_client, table):
        cells = "Level\tAverage\nMiddle\t120000\nSenior\t170000"
        send(admin_client, table, numbers=cells, _publish="1")
        table = StatTable.objects.get(slug="pay")
        values = StatTable.objects.filter(pk=table.pk).values_list(
            "title", "headline_label"
        )
        assert values.get() == (
            TITLE.replace("Mid-Level", "Middle"),
            LABEL.replace("Mid-Level", "Middle"),
        )
        assert table.title == f"Bees bring {BEFORE} a year"

    def test_unknown_row_is_said_at_the_field(self, admin_client, table):
        title = TITLE.replace("Mid-Level", "Nobody")
        page = send(admin_client, table, title=title, _save="1")
        assert "has no row “Nobody”" in page
        assert StatTable.objects.get(slug="pay").title == f"Bees bring {BEFORE} a year"

    def test_change_of_the_cell_shows_the_title_first(self, admin_client, table):
        cells = "Level\tAverage\nMid-Level\t121357\nSenior\t170000"
        page = send(admin_client, table, numbers=cells, _publish="1")
        assert "121,357" in page

    def test_new_table_has_an_address_of_what_readers_see(self, admin_client, table):
        path = "/admin/statistics/stattable/add/"
        form = filled_in(admin_client.get(path)) | {
            "career": table.career_id,
            "title": TITLE,
            "numbers": "Level\tAverage\nMid-Level\t$7\nSenior\t$9",
            "slug": "",
            "_save": "1",
        }
        admin_client.post(path, form)
        assert StatTable.objects.filter(slug="bees-bring-7-a-year").exists()


def test_draft_is_shared_and_previewed_with_its_number(admin_client, table):
    draft = StatTable.objects.get(slug="pay")
    draft.data = data("99")
    actions.save_draft(draft, draft, by=None)
    path = f"/admin/statistics/stattable/{table.pk}/change/"
    page = admin_client.get(path).content.decode()
    preview = re.search(r'formaction="([^"]+preview[^"]*)"', page)[1]
    form = filled_in(admin_client.get(path))
    shown = admin_client.post(preview, form).content.decode()
    assert "Bees bring $99 a year" in shown
    assert "[[" not in shown
    assert (
        "Bees bring $120,000 a year"
        in Client().get("/statistics/pay/").content.decode()
    )
