"""Test what programs are told of how to embed an address."""

import json
import re
from html import unescape
from urllib.parse import parse_qs, urlsplit
from xml.etree import ElementTree

import pytest

from careerguide.publishing.drafts import actions
from careerguide.publishing.models.snapshots import apply_snapshot
from tests.factories import ArticleFactory, StatTableFactory
from tests.page_cache.caching import Process
from tests.statistics.editions.worlds import corrected, published

pytestmark = pytest.mark.django_db
SITE = "http://127.0.0.1:8000"
BEES = f"{SITE}/statistics/bees/"


@pytest.fixture
def ask(client):
    return lambda url=BEES, **more: client.get("/oembed", {"url": url} | more)


@pytest.fixture
def table():
    return corrected(published())


def src(answer):
    return re.search('src="([^"]+)"', answer.json()["html"])[1]


def test_answer_is_a_rich_one(ask, table):
    answer = ask()
    assert answer["Content-Type"] == "application/json"
    assert answer["Access-Control-Allow-Origin"] == "*"
    told = answer.json()
    assert (told["version"], told["type"]) == ("1.0", "rich")
    assert told["title"] == table.title
    assert {type(told[name]) for name in ("width", "height")} == {int}
    assert told["thumbnail_url"] == f"{SITE}/statistics/bees.png"
    assert told["html"].startswith(f'<iframe src="{BEES}embed/"')


def test_xml_says_the_same(ask, table):
    answer = ask(format="xml")
    assert answer["Content-Type"] == "text/xml; charset=utf-8"
    root = ElementTree.fromstring(answer.content)
    assert root.tag == "oembed"
    told = {name: str(value) for name, value in ask().json().items()}
    assert {child.tag: child.text for child in root} == told


@pytest.mark.parametrize(
    ("path", "framed"),
    [
        ("", "embed/"),
        ("#title", "embed/"),
        ("?sort=level", "embed/"),
        ("embed/?theme=dark", "embed/?theme=dark"),
        ("embed/?theme=x", "embed/"),
        ("@1/", "@1/embed/"),
        ("@1/embed/?theme=light", "@1/embed/?theme=light"),
        ("%401/", "@1/embed/"),
    ],
)
def test_address_of_any_kind_is_known(ask, table, path, framed):
    assert src(ask(f"{BEES}{path}")) == f"{BEES}{framed}"


def test_former_address_is_known(ask, table):
    actions.save_draft(table, apply_snapshot(table, {"slug": "hives"}), None)
    actions.publish(table, None)
    assert src(ask()) == f"{SITE}/statistics/hives/embed/"


@pytest.mark.parametrize(
    ("most", "size"),
    [
        ({"maxwidth": "400"}, (400, None)),
        ({"maxheight": "200"}, (680, 200)),
        ({"maxwidth": "2000", "maxheight": "2000"}, (680, None)),
        ({"maxwidth": "-1", "maxheight": "wide"}, (680, None)),
        ({"maxwidth": "9" * 30, "maxheight": "0"}, (680, None)),
    ],
)
def test_is_no_larger_than_there_is_room(ask, table, most, size):
    told = ask(**most).json()
    width, height = size
    assert told["width"] == width
    assert told["height"] == (height or told["height"]) > 100
    assert f'width="{told["width"]}" height="{told["height"]}"' in told["html"]


def test_frame_that_may_be_so_high_has_no_script_that_makes_it_higher(ask, table):
    assert "<script" in ask(maxwidth="400").json()["html"]
    assert "<script" not in ask(maxheight="2000").json()["html"]


def test_thumbnail_is_no_larger_than_there_is_room(ask, table):
    assert "thumbnail_url" not in ask(maxwidth="400").json()
    assert "thumbnail_url" not in ask(maxheight="300").json()


@pytest.mark.parametrize(
    "url",
    [
        *(
            "https://example.org/statistics/bees/",
            "ftp://127.0.0.1:8000/statistics/bees/",
        ),
        *(
            f"{SITE}/",
            f"{SITE}/articles/bees/",
            f"{SITE}/statistics/",
            "bees",
            "http://[",
        ),
        *(f"{SITE}/statistics/none/", f"{BEES}@9/", f"{BEES}@1.csv", f"{SITE}//"),
        *(f"{BEES}\x00", f"{SITE}/statistics/b\ud7ffes/", BEES + "a" * 3_000),
    ],
)
def test_what_is_none_of_our_tables_is_not_found(ask, table, url):
    ArticleFactory(slug="bees")
    assert ask(url).status_code in (400, 404)
    if "\x00" not in url:
        answer = ask(url)
        assert answer.status_code == 404
        assert answer.headers["Access-Control-Allow-Origin"] == "*"
        assert "no table" in answer.text


@pytest.mark.parametrize("asked", [{"format": "yaml"}, {"url": ""}, {"url": "/x"}])
def test_what_anybody_may_ask_is_no_error_in_the_log(ask, caplog, asked):
    assert ask(**asked).status_code in (400, 404, 501)
    assert not [r for r in caplog.records if r.levelname == "ERROR"]


@pytest.mark.parametrize("status", ["draft", "archived"])
def test_hidden_table_is_not_found(ask, status):
    StatTableFactory(slug="bees", status=status)
    assert ask().status_code == 404


def test_other_form_is_not_implemented(ask, table):
    assert ask(format="yaml").status_code == 501


def test_no_address_is_a_bad_request(client):
    assert client.get("/oembed").status_code == 400


def test_pages_tell_where_to_ask(client, ask, table):
    for path in ("/statistics/bees/", "/statistics/bees/@1/"):
        page = client.get(path).content.decode()
        links = re.findall(r'type="([^"]+\+oembed)" href="([^"]+)"', page)
        assert [kind for kind, _ in links] == [
            "application/json+oembed",
            "text/xml+oembed",
        ]
        for _kind, url in links:
            asked = urlsplit(unescape(url))
            assert asked.path == "/oembed"
            assert parse_qs(asked.query)["url"] == [f"{SITE}{path}"]
            assert client.get(f"{asked.path}?{asked.query}").status_code == 200


def test_answers_fill_no_memory(table):
    process = Process()
    process.poll()
    for number in range(3):
        answer = process.ask("/oembed", query=f"url={BEES}?{number}")
        assert json.loads(answer.body)["type"] == "rich"
    assert {*process.cached} <= {"/"}


def test_width_of_nothing_asks_for_no_endless_height(ask, table):
    narrow = ask(maxwidth="1").json()
    assert narrow["width"] == 1
    assert narrow["height"] == ask(maxwidth="240").json()["height"] < 1_000
