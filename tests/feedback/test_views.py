"""Test each step of sending feedback: what is answered, and what is stored."""

import re

import pytest
from django.core import signing

from careerguide.feedback.models import Feedback, Kind, Reason
from careerguide.feedback.views import keys
from careerguide.publishing.drafts import actions
from careerguide.publishing.models.snapshots import apply_snapshot
from tests.factories import (
    ArticleFactory,
    CareerFactory,
    FAQEntryFactory,
    PageFactory,
    StatTableFactory,
)
from tests.feedback.sending import URL, send

pytestmark = pytest.mark.django_db
KEY = re.compile(r'name="key" value="([^"]+)"')


@pytest.fixture
def article(db):
    return ArticleFactory(title="Swarms")


def text_of(response):
    return response.content.decode()


def key_in(response):
    return KEY.search(text_of(response))[1]


class TestVote:
    def test_yes_is_thanked_and_leads_back(self, client, article):
        response = send(client, article, helpful="yes")
        assert response.status_code == 200
        assert "this page helped" in text_of(response)
        back = f'<a href="{article.get_absolute_url()}">Back to “<bdi>Swarms</bdi>”</a>'
        assert back in text_of(response)

    @pytest.mark.parametrize(
        "factory",
        [ArticleFactory, StatTableFactory, FAQEntryFactory, CareerFactory, PageFactory],
    )
    def test_is_stored_with_what_it_is_about(self, client, factory):
        item = factory()
        send(client, item, helpful="yes")
        feedback = Feedback.objects.get()
        assert (feedback.item, feedback.page) == (item, item.get_absolute_url())
        assert (feedback.kind, feedback.text, feedback.reason) == (Kind.HELPFUL, "", "")

    def test_no_asks_why(self, client, article):
        response = send(client, article, helpful="no")
        assert all(str(label) in text_of(response) for label in Reason.labels)
        assert Feedback.objects.get().kind == Kind.NOT_HELPFUL

    def test_answer_is_kept_by_no_cache_and_sets_no_cookie(self, client, article):
        response = send(client, article, helpful="yes")
        assert "no-store" in response.headers["Cache-Control"]
        assert not response.cookies

    @pytest.mark.parametrize("data", [{}, {"helpful": ""}, {"helpful": "maybe"}])
    def test_that_no_button_of_ours_sends_is_refused(self, client, article, data):
        assert send(client, article, **data).status_code == 400
        assert not Feedback.objects.exists()


class TestReason:
    @pytest.fixture
    def key(self, client, article):
        return key_in(send(client, article, helpful="no"))

    def test_joins_the_answer(self, client, article, key):
        response = send(client, article, key=key, reason="wrong", text="It is 7 %.")
        assert "editors will read" in text_of(response)
        feedback = Feedback.objects.get()
        assert (feedback.reason, feedback.text) == (Reason.WRONG, "It is 7 %.")

    def test_joins_it_once(self, client, article, key):
        for text in ("One", "Two"):
            assert send(client, article, key=key, text=text).status_code == 200
        assert Feedback.objects.get().text == "One"

    def test_makes_it_to_do_again(self, client, article, key, django_user_model):
        Feedback.objects.update(handled_at="2026-01-05T09:00Z")
        send(client, article, key=key, reason="other")
        assert Feedback.objects.to_do().exists()

    @pytest.mark.parametrize(
        ("data", "sentence"),
        [
            ({"text": " "}, "Please choose an answer, or write one."),
            ({"reason": "x", "text": "a"}, "Please choose one of these answers."),
            ({"reason": "wrong", "text": "a" * 2_001}, "at most 2,000 characters"),
        ],
    )
    def test_that_cannot_be_taken_comes_back(
        self, client, article, key, data, sentence
    ):
        response = send(client, article, key=key, **data)
        assert response.status_code == 422
        assert sentence in text_of(response)
        assert data["text"] in text_of(response)
        assert key_in(response) == key

    def test_chosen_one_stays_chosen(self, client, article, key):
        response = send(client, article, key=key, reason="wrong", text="a" * 2_001)
        assert 'value="wrong" checked' in text_of(response)

    # It is signed with the hour, and a name with that would differ in each process.
    @pytest.mark.parametrize(
        "forged",
        ["", "1", "1:x:y", pytest.param(signing.dumps(1), id="of another purpose")],
    )
    def test_by_a_forged_key_may_be_reported_instead(
        self, client, article, key, forged
    ):
        response = send(client, article, key=forged, text="My words")
        assert response.status_code == 400
        assert "too old" in text_of(response)
        assert "My words</textarea>" in text_of(response)
        assert Feedback.objects.get().text == ""

    def test_by_a_key_of_yesterday_is_too_late(self, client, article, monkeypatch):
        monkeypatch.setattr(keys, "timestamp", lambda: "1")
        old = key_in(send(client, article, helpful="no"))
        assert send(client, article, key=old, text="Late").status_code == 400


class TestProblem:
    def test_is_stored(self, client, article):
        response = send(client, article, text="Bees\r\nhave six legs.")
        assert "editors will read your report" in text_of(response)
        feedback = Feedback.objects.get()
        assert (feedback.kind, feedback.item) == (Kind.PROBLEM, article)
        assert feedback.text == "Bees\nhave six legs."

    @pytest.mark.parametrize(
        ("text", "sentence"),
        [
            ("", "Please say what is wrong."),
            (" \n ", "Please say what is wrong."),
            ("é" * 2_001, "at most 2,000 characters; this has 2001."),
            ("a\0b", "Null characters are not allowed."),
        ],
    )
    def test_that_cannot_be_taken_comes_back(self, client, article, text, sentence):
        response = send(client, article, text=text)
        assert response.status_code == 422
        assert sentence in text_of(response)
        assert 'aria-invalid="true" autofocus' in text_of(response)
        assert f"\n{text}</textarea>" in text_of(response)
        assert not Feedback.objects.exists()

    def test_new_line_counts_as_one_character(self, client, article):
        assert send(client, article, text="a\r\n" * 999 + "ab").status_code == 200

    def test_is_escaped_where_it_comes_back(self, client, article):
        text = "</textarea><script>alert(1)</script>" + "a" * 2_000
        assert "<script>alert" not in text_of(send(client, article, text=text))

    def test_of_a_program_is_thanked_and_forgotten(self, client, article):
        response = send(client, article, text="Buy bees", subject="Bees")
        assert "Thank you" in text_of(response)
        assert not Feedback.objects.exists()


class TestPage:
    @pytest.mark.parametrize(
        "page",
        [
            *("", "/", "/faq/", "/nowhere/", "/articles/nothing/", "//evil.example/"),
            *("https://evil.example/", "javascript:alert(1)", "/articles/\0/", "\x80"),
            *("/admin/articles/article/1/change/", "/feedback/", "/" + "a" * 9_000),
        ],
    )
    def test_that_is_none_of_ours_takes_none(self, client, article, page):
        response = send(client, page, text="Kept for you")
        assert response.status_code == 404
        assert "Kept for you</textarea>" in text_of(response)
        assert "Back to" not in text_of(response)
        assert not Feedback.objects.exists()

    @pytest.mark.parametrize("status", ["draft", "archived"])
    @pytest.mark.parametrize("factory", [ArticleFactory, PageFactory])
    def test_that_readers_do_not_see_takes_none(self, client, factory, status):
        assert send(client, factory(status=status), helpful="no").status_code == 404

    def test_of_a_hidden_career_takes_none(self, client):
        article = ArticleFactory(career__status="draft")
        assert send(client, article, helpful="no").status_code == 404

    def test_that_was_renamed_takes_it_under_its_new_address(self, client, article):
        old = article.get_absolute_url()
        actions.save_draft(article, apply_snapshot(article, {"slug": "bees"}), None)
        actions.publish(article, None)
        assert send(client, old, helpful="yes").status_code == 200
        assert Feedback.objects.get().page == "/articles/bees/"


class TestRequest:
    def test_get_leads_home(self, client, db):
        assert client.get(URL).headers["Location"] == "/"

    @pytest.mark.parametrize(
        "headers",
        [
            {},
            {"sec-fetch-site": "cross-site", "origin": "http://testserver"},
            {"origin": "https://evil.example"},
            {"referer": "https://evil.example/http://testserver/"},
        ],
    )
    def test_of_another_site_is_refused(self, client, article, headers):
        response = send(client, article, headers=headers, helpful="yes")
        assert response.status_code == 403
        assert "our own pages only" in text_of(response)
        assert not Feedback.objects.exists()

    def test_with_files_is_refused(self, client, article):
        data = {"page": article.get_absolute_url(), "text": "a"}
        response = client.post(URL, data, headers={"origin": "http://testserver"})
        assert response.status_code == 400

    def test_of_a_megabyte_is_refused(self, client, article):
        assert send(client, article, text="a" * 1_000_000).status_code == 413
