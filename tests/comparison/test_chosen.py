"""Test which careers an address asks for, whatever it holds."""

from urllib.parse import quote

import pytest

from careerguide.models import Career
from careerguide.publishing.models.content import Status
from careerguide.publishing.models.related import OldSlug
from tests.factories import CareerFactory

from .guides import career

pytestmark = pytest.mark.django_db
NAMES = ("Tailor", "Weaver", "Dyer", "Spinner", "Fuller")


@pytest.fixture(autouse=True)
def careers(db):
    return [career(name) for name in NAMES]


def shown(client, careers, **more):
    """The page, and the names of the careers that it compares."""
    answer = client.get("/compare/", {"careers": careers, **more})
    assert answer.status_code == 200
    return answer.content.decode(), [
        c.name for c, _url in answer.context["career_list"]
    ]


def led_to(client, query, status=302):
    answer = client.get(f"/compare/?{query}")
    assert answer.status_code == status
    return answer.url


def test_order_is_kept(client):
    assert shown(client, "weaver,tailor,dyer")[1] == ["Weaver", "Tailor", "Dyer"]


@pytest.mark.parametrize(
    "query",
    [
        "careers=weaver&careers=tailor",
        "careers=weaver,tailor,weaver",
        "careers=+Weaver+,+TAILOR",
        "careers=,weaver,,tailor,",
        "careers=weaver%2Ctailor%2C",
        "careers=weaver&add=Tailor",
        "careers=weaver&add=tailor+",
    ],
)
def test_other_ways_to_write_it_lead_to_one(client, query):
    assert led_to(client, query) == "/compare/?careers=weaver,tailor"
    assert shown(client, "weaver,tailor")[1] == ["Weaver", "Tailor"]


def test_old_slug_leads_on_for_good(client, careers):
    OldSlug.objects.create(item=careers[0], slug="seamster")
    address = led_to(client, "careers=weaver,seamster", 301)
    assert address == "/compare/?careers=weaver,tailor"


def test_another_name_leads_to_its_career(client):
    Career.objects.filter(slug="tailor").update(other_names="Dressmaker")
    address = led_to(client, "careers=dressmaker,weaver")
    assert address == "/compare/?careers=tailor,weaver"


@pytest.mark.parametrize("status", [Status.DRAFT, Status.ARCHIVED])
def test_unpublished_is_unknown(client, status):
    CareerFactory(name="Secret", slug="secret", status=status)
    page, names = shown(client, "tailor,secret,weaver")
    assert names == ["Tailor", "Weaver"]
    assert "No career is published here as “secret”." in page
    assert "Secret" not in page


@pytest.mark.parametrize(
    "odd",
    [
        *("no-such-career", "<script>alert(1)</script>", "%s", "a\x00b", "٣", "🐝"),
        *("x" * 3000, "\u202eevil", "'; --", "../..", "tailor/weaver"),
    ],
)
def test_odd_text_is_a_sentence(client, odd):
    answer = client.get(f"/compare/?careers=tailor,{quote(odd)},weaver")
    page = answer.content.decode()
    assert answer.status_code == 200
    assert "No career is published here as" in page
    assert "<script>alert" not in page
    assert "\u202e" not in page


def test_five_are_four_and_a_sentence(client):
    page, names = shown(client, "tailor,weaver,dyer,spinner,fuller")
    assert names == [*NAMES[:4]]
    assert "4 careers at most stand side by side. Left out:" in page
    assert '<a href="/careers/fuller/">Fuller</a>' in page


def test_thousands_of_names_are_no_harm(client):
    many = ",".join(f"career-{number}" for number in range(300))
    assert shown(client, many)[1] == []
    assert client.get("/compare/?" + "careers=x&" * 500).status_code == 200


def test_four_leave_no_room_to_add(client):
    page, _names = shown(client, "tailor,weaver,dyer,spinner")
    assert 'name="add"' not in page
    assert "the most that fit" in page


def test_one_asks_for_another(client):
    page, names = shown(client, "tailor")
    assert names == ["Tailor"]
    assert "Choose one more career" in page


@pytest.mark.usefixtures("indexed")
def test_name_of_several_offers_them(client):
    career("Master Weaver")
    career("Weaver of Baskets")
    page, names = shown(client, "tailor", add="weavers")
    assert names == ["Tailor"]
    assert 'href="/compare/?careers=tailor,master-weaver"' in page
    assert 'href="/compare/?careers=tailor,weaver-of-baskets"' in page


def test_name_of_nobody_is_a_sentence(client):
    page, _names = shown(client, "tailor", add="astronaut")
    assert "No career here is called “astronaut”." in page
    assert 'value="astronaut"' in page


def test_many_careers_are_found_and_not_listed(client, monkeypatch):
    assert '<option value="Fuller">' in client.get("/compare/").content.decode()
    monkeypatch.setattr("careerguide.comparison.views.MOST_NAMES", 3)
    page = client.get("/compare/").content.decode()
    assert "<option" not in page
    assert 'name="add"' in page
