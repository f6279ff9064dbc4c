"""Test what every kind of public page says of itself to programs and in previews."""

import re
from html import unescape

import pytest

from careerguide.models import CareerGroup
from statistics.editions.recording import record_missing
from tests.factories import (
    ArticleFactory,
    CareerFactory,
    MeasureFactory,
    StatTableFactory,
)

from .pages import HOME, data_of, meta_of, paths_of, read
from .vocabulary import faults

pytestmark = [pytest.mark.django_db, pytest.mark.one_database]
ON_PAPER = re.compile(r'<p class="source on-paper" dir="ltr">([^<]*)</p>')
CANONICAL = re.compile(r'<link rel="canonical" href="([^"]*)">')
DESCRIPTION = re.compile(r'<meta name="description" content="([^"]*)">')
WHOLE = re.compile(r".*[.!?…][”’\"')»]*", re.DOTALL)
GUIDE = "machine-learning-engineer"
TABLE = "/statistics/machine-learning-market-size/"
# What has no line in the sitemap: lists narrowed, sorted and numbered, and other views.
OTHERS = [
    *("/careers/", "/careers/?by=field", "/careers/?page=2", "/careers/?group=bees"),
    "/careers/?q=bee",
    *(f"/articles/?career={GUIDE}", "/articles/?page=2", "/articles/?q=learning"),
    *(f"/statistics/?career={GUIDE}", f"/faq/?career={GUIDE}", "/faq/?q=learning"),
    *("/search/", "/search/?q=%3Cb%3E+%26+pay", "/search/?q=pay&kind=article"),
    f"/search/?q={'learning+' * 30}",
    *("/compare/", f"/compare/?careers={GUIDE},bee-0", f"/careers/{GUIDE}/all/"),
]
EDITIONS = [f"{TABLE}@1/"]


@pytest.fixture
def pages(client, seeded):
    """{path: HTML} of every kind of public page."""
    paths = paths_of(client)
    group = CareerGroup.objects.create(name="Work with bees", slug="bees")
    measure = MeasureFactory()
    name = "Keeper of bees in hives that are far from any town or village"
    for number in range(25):
        career = CareerFactory(
            slug=f"bee-{number}", name=f"{name} {number}", group=group
        )
        if number < 2:
            pay = {"headline_label": "Pay", "headline_row": "Senior"}
            pay |= {"headline_column": "salary", "slug": f"pay-{number}"}
            StatTableFactory(career=career, measure=measure, **pay)
    for _ in range(13):
        ArticleFactory(career=career)
    record_missing()
    lists = [f"/articles/?career={career.slug}{page}" for page in ("", "&page=2")]
    own = career.get_absolute_url()
    sort = f"/careers/?sort={measure.slug}"
    paths += [own, f"{own}all/", *lists, sort, f"{sort}&order=asc", *OTHERS, *EDITIONS]
    return {path: read(client, path) for path in paths}


def test_every_page_describes_itself(client, pages):
    pictures, wrong = set(), []
    for path, page in pages.items():
        meta = {name: unescape(value) for name, value in meta_of(page).items()}
        nodes = data_of(page)
        is_edition = path in EDITIONS  # whose page for search engines is the table's
        own = f"{HOME}{path}" if is_edition else canonical_of(page)
        trail = [node for node in nodes if node["@type"] == "BreadcrumbList"]
        told = {nodes[0]["url"], meta["og:url"]}
        told |= {node["itemListElement"][-1]["item"] for node in trail}
        told |= {nodes[0]["@id"]} if path != "/" else set()
        told_texts = f"{nodes[0]['name']} {nodes[0].get('description')}"
        checks = {
            "address": told == {own},
            "address on paper": on_paper(page)
            == ([own] if is_list(path) or is_edition else []),
            "address of the same": is_edition or is_same(client, page),
            "title": 0 < len(meta["og:title"]) < 60,
            "number in the title": "page=2" not in path or "page 2" in meta["og:title"],
            "description": WHOLE.fullmatch(meta["og:description"]),
            "description of the page": WHOLE.fullmatch(described(page)),
            "length": len(meta["og:description"]) <= 250,
            "type": meta["og:type"] in ("article", "website"),
            "type of a list": "?" not in path or meta["og:type"] == "website",
            "words": not [fault for node in nodes for fault in faults(node)],
            "no HTML": not re.search("&[a-z#0-9]+;", told_texts),
            "robots": ("noindex" in page) == is_hidden(path) or is_edition,
        }
        wrong += [
            f"{path}: {name}" for name, is_right in checks.items() if not is_right
        ]
        pictures.add(meta["og:image"].removeprefix(HOME))
    assert wrong == []
    for picture in pictures:
        answer = client.get(picture)
        assert answer.status_code == 200 and answer["Content-Type"].startswith("image/")


def canonical_of(page):
    [found] = CANONICAL.findall(page)
    return unescape(found)


def on_paper(page):
    """The addresses that a list shows where it is printed."""
    return [unescape(found) for found in ON_PAPER.findall(page)]


def is_list(path):
    first, *rest = path.partition("?")[0].strip("/").split("/")
    return first in ("careers", "articles", "statistics", "faq", "compare") and not rest


def described(page):
    [found] = DESCRIPTION.findall(page)
    return unescape(found)


def is_same(client, page):
    """Whether the page at its own address is the same."""
    again = read(client, canonical_of(page).removeprefix(HOME))
    return data_of(again) == data_of(page) and meta_of(again) == meta_of(page)


def is_hidden(path):
    """Whether search engines should not have it: of what was typed, or a copy."""
    return any(sign in path for sign in ("?q=", "/search/", "?careers=", "/all/"))
