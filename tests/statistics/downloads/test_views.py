"""Test headers and drafts of every format; contents are tested beside each maker."""

import datetime
import io
import json

import pytest
from django.core.exceptions import ValidationError
from PIL import Image

from statistics.downloads.formats import FORMATS
from tests.factories import CareerFactory, PageFactory, StatTableFactory
from tests.wsgi import call

from .tables import HOSTILE_TEXTS, hostile

pytestmark = pytest.mark.django_db

NOON = datetime.datetime(2026, 6, 1, 12, tzinfo=datetime.UTC)
DAY = datetime.timedelta(days=1)
HIDDEN = {
    "draft": {"status": "draft"},
    "archived": {"status": "archived"},
    "scheduled": {"publish_at": NOON + DAY},
    "expired": {"unpublish_at": NOON - DAY},
}
SUFFIXES = [*(f".{name}" for name in FORMATS), "/embed/"]


def paths(table):
    return [f"/statistics/{table.slug}{suffix}" for suffix in SUFFIXES]


class TestDrafts:
    @pytest.mark.parametrize("suffix", SUFFIXES)
    @pytest.mark.parametrize("hidden", HIDDEN)
    def test_table_is_not_found(self, client, clock, hidden, suffix):
        table = StatTableFactory(slug="bees", **HIDDEN[hidden])
        clock(NOON)
        assert client.get(f"/statistics/{table.slug}{suffix}").status_code == 404

    @pytest.mark.parametrize("suffix", SUFFIXES)
    @pytest.mark.parametrize("hidden", HIDDEN)
    def test_table_of_a_hidden_career_is_not_found(self, client, clock, hidden, suffix):
        StatTableFactory(slug="bees", career=CareerFactory(**HIDDEN[hidden]))
        clock(NOON)
        assert client.get(f"/statistics/bees{suffix}").status_code == 404

    @pytest.mark.parametrize("suffix", SUFFIXES)
    def test_signed_in_editor_sees_no_more(self, admin_client, suffix):
        StatTableFactory(slug="bees", status="draft")
        assert admin_client.get(f"/statistics/bees{suffix}").status_code == 404

    @pytest.mark.parametrize("suffix", SUFFIXES)
    def test_published_table_is_found(self, client, suffix):
        StatTableFactory(slug="bees")
        assert client.get(f"/statistics/bees{suffix}").status_code == 200


class TestHeaders:
    CONTENT = {
        "csv": ("text/csv; charset=utf-8", "attachment"),
        "json": ("application/json", "inline"),
        "xlsx": (
            "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
            "attachment",
        ),
        "svg": ("image/svg+xml", "inline"),
        "png": ("image/png", "inline"),
    }

    @pytest.mark.parametrize("name", FORMATS)
    def test_say_what_it_is_and_what_to_call_it(self, name):
        StatTableFactory(slug="bees")
        kind, disposition = self.CONTENT[name]
        headers = call(f"/statistics/bees.{name}").headers
        assert headers["content-type"] == kind
        assert (
            headers["content-disposition"] == f'{disposition}; filename="bees.{name}"'
        )

    @pytest.mark.parametrize(
        "path",
        [*(f"/statistics/bees.{n}" for n in FORMATS), "/statistics.json"]
        + ["/statistics/schema.json"],
    )
    def test_open_data_to_every_origin(self, path):
        StatTableFactory(slug="bees")
        headers = call(path).headers
        assert headers["access-control-allow-origin"] == "*"
        assert headers["cross-origin-resource-policy"] == "cross-origin"
        assert headers["cache-control"] == "public, max-age=0, must-revalidate"
        assert headers["x-content-type-options"] == "nosniff"
        assert headers["content-security-policy"].startswith(
            "sandbox; default-src 'none'"
        )
        assert headers["x-frame-options"] == "DENY"
        assert "set-cookie" not in headers

    @pytest.mark.parametrize("suffix", SUFFIXES)
    def test_are_sent_with_no_body_to_head(self, suffix):
        StatTableFactory(slug="bees")
        answers = [call(f"/statistics/bees{suffix}", method=m) for m in ("GET", "HEAD")]
        for answer in answers:
            answer.headers.pop("x-request-id")  # each has its own
        assert answers[0].headers == answers[1].headers
        assert answers[1].status == 200

    @pytest.mark.parametrize("suffix", SUFFIXES)
    @pytest.mark.parametrize("method", ["POST", "PUT", "DELETE"])
    def test_other_methods_are_refused(self, client, method, suffix):
        StatTableFactory(slug="bees")
        response = client.generic(method, f"/statistics/bees{suffix}")
        allowed = "GET, HEAD" if suffix == "/embed/" else "GET, HEAD, OPTIONS"
        assert response.status_code == 405
        assert response.headers["Allow"] == allowed


class TestCondition:
    @pytest.mark.parametrize("suffix", SUFFIXES)
    def test_what_one_has_is_not_sent_again(self, suffix):
        StatTableFactory(slug="bees")
        path = f"/statistics/bees{suffix}"
        first = call(path)
        again = call(path, HTTP_IF_NONE_MATCH=first.headers["etag"])
        assert (again.status, again.body) == (304, b"")
        kept = ("etag", "cache-control", "cross-origin-resource-policy")
        assert [again.headers[k] for k in kept] == [first.headers[k] for k in kept]
        assert again.headers.get("access-control-allow-origin") == first.headers.get(
            "access-control-allow-origin"
        )

    @pytest.mark.parametrize("suffix", SUFFIXES)
    def test_what_changed_is_sent_however_it_changed(self, suffix):
        table = StatTableFactory(slug="bees")
        etag = call(f"/statistics/bees{suffix}").headers["etag"]
        type(table).objects.update(title="Bees earn nothing at all")
        again = call(f"/statistics/bees{suffix}", HTTP_IF_NONE_MATCH=etag)
        # The title is no part of the CSV.
        assert again.status == (304 if suffix == ".csv" else 200)

    def test_no_clock_is_asked(self):
        StatTableFactory(slug="bees")
        later = "Tue, 01 Jan 2036 00:00:00 GMT"
        answer = call("/statistics/bees.csv", HTTP_IF_MODIFIED_SINCE=later)
        assert answer.status == 200
        assert "last-modified" not in answer.headers


class TestHostile:
    @pytest.mark.parametrize("text", HOSTILE_TEXTS)
    def test_no_text_breaks_or_opens_anything(self, client, text):
        career = CareerFactory()
        text = text.replace("\uffff", "")
        table = hostile(text[:60], slug="bees", career=career)
        table.save()
        for path in paths(table):
            response = client.get(path)
            assert response.status_code == 200, path
            assert len(response.headers) < 20
            if path.endswith("/embed/"):
                assert b"<script>" not in response.content
                assert response.content.count(b"<script") == 1

    @pytest.mark.parametrize(
        "path",
        [
            *("/statistics/bees.exe", "/statistics/.csv", "/statistics/be es.csv"),
            *(
                "/statistics/bees.csv/",
                "/statistics/a\r\nb.csv",
                "/statistics/../a.csv",
            ),
            *("/statistics/bees.CSV", "/statistics/bees.json.csv", "/statistics/é.csv"),
        ],
    )
    def test_other_addresses_are_not_found(self, client, path):
        StatTableFactory(slug="bees")
        assert client.get(path).status_code == 404

    def test_unreadable_data_is_an_empty_table(self, client):
        table = StatTableFactory(slug="bees", data={"columns": "many", "rows": 5})
        for path in paths(table):
            assert client.get(path).status_code == 200


@pytest.mark.parametrize("suffix", SUFFIXES)
def test_takes_a_query_and_one_for_who_the_site_is(
    client, django_assert_num_queries, suffix
):
    PageFactory()
    StatTableFactory(slug="bees")
    with django_assert_num_queries(1 if suffix == ".csv" else 2):
        client.get(f"/statistics/bees{suffix}")


class TestSchema:
    def test_has_its_address(self, client):
        assert "$defs" in json.loads(client.get("/statistics/schema.json").content)

    def test_no_table_may_take_it(self):
        with pytest.raises(ValidationError, match="schema.json is taken"):
            StatTableFactory(slug="schema", status="draft").full_clean()


def test_change_shows_in_every_form_together(client):
    table = StatTableFactory(slug="bees")
    before = {path: client.get(path).content for path in paths(table)}
    data = json.loads(json.dumps(table.data).replace("170000", "171000"))
    type(table).objects.update(data=data)
    after = {path: client.get(path).content for path in paths(table)}
    assert all(before[path] != after[path] for path in paths(table))
    assert b"171000" in after["/statistics/bees.csv"]
    assert b"$171,000" in after["/statistics/bees.svg"]
    assert Image.open(io.BytesIO(after["/statistics/bees.png"])).size == (1200, 630)
