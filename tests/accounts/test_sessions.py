"""Test the list of sessions, and that each can be ended."""

from datetime import timedelta

import pytest
from django.contrib.auth.models import User
from django.contrib.sessions.models import Session
from django.core.cache import cache
from django.db import OperationalError, connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from careerguide.accounts import sessions
from careerguide.accounts.browsers import browser_and_system
from careerguide.accounts.models import SignIn
from tests.accounts.conftest import PASSWORD, is_signed_in, sign_in

pytestmark = pytest.mark.django_db
ACCOUNT = "/admin/account/"
OTHERS = f"{ACCOUNT}sessions/end-others/"
FIREFOX = "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0"
AGENTS = {
    FIREFOX: ("Firefox", "Linux"),
    "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) "
    "Chrome/140.0.0.0 Safari/537.36 Edg/140.0.0.0": ("Edge", "Windows"),
    "Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15 "
    "(KHTML, like Gecko) Version/18.0 Mobile/15E148 Safari/604.1": ("Safari", "iPhone"),
    "Mozilla/5.0 (Linux; Android 15) AppleWebKit/537.36 (KHTML, like Gecko) "
    "Chrome/140.0.0.0 Mobile Safari/537.36": ("Chrome", "Android"),
    "Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/537.36 (KHTML, like "
    "Gecko) Chrome/140.0.0.0 Safari/537.36 OPR/120.0.0.0": ("Opera", "macOS"),
    "": ("", ""),
    "<script>" * 9_999: ("", ""),
    "curl/8.0": ("", ""),
}


def end(pk):
    return f"{ACCOUNT}sessions/{pk}/end/"


@pytest.fixture
def mine(maria, browser_of):
    client = browser_of(maria, user_agent=FIREFOX)
    assert is_signed_in(client)
    return client


@pytest.fixture
def other(maria, browser_of):
    client = browser_of(maria, user_agent="Bees/1")
    assert is_signed_in(client)
    return client


def row_of(client):
    return SignIn.objects.get(session=client.session.session_key)


@pytest.mark.parametrize("agent", AGENTS, ids=[f"agent{n}" for n in range(len(AGENTS))])
def test_browser_and_system_are_named_as_people_know_them(agent):
    assert browser_and_system(agent) == AGENTS[agent]


class TestList:
    def test_says_device_and_hours_and_marks_this_one(self, mine, other):
        page = mine.get(ACCOUNT).content.decode()
        assert "Firefox on Linux</strong> – this browser" in page
        assert "An unknown browser</strong><br>" in page
        assert page.count("Sign it out") == 1

    def test_holds_no_address_user_agent_or_key(self, mine, other, boss, browser_of):
        admin = browser_of(boss)
        page = admin.get(f"/admin/auth/user/{row_of(mine).user_id}/change/")
        for text in (page.content.decode(), mine.get(ACCOUNT).content.decode()):
            assert other.session.session_key not in text
        kept = str([*SignIn.objects.values()])
        assert "127.0.0.1" not in kept and "Gecko" not in kept and "Bees" not in kept

    def test_leaves_out_those_that_ended(self, mine, other, maria, browser_of, clock):
        other.post("/admin/logout/")
        assert SignIn.objects.count() == 1
        gone = row_of(mine).pk
        clock(timezone.now() + timedelta(hours=9))
        later = browser_of(maria)
        assert is_signed_in(later)
        assert not SignIn.objects.filter(pk=gone).exists()
        assert SignIn.objects.count() == Session.objects.count() == 1

    def test_is_reached_from_the_top_of_every_page(self, mine):
        assert (
            f'<a href="{ACCOUNT}">Your account</a>'
            in mine.get("/admin/").content.decode()
        )

    def test_keeps_when_it_began_with_a_new_password(self, maria):
        client = Client()
        sign_in(client)
        began = row_of(client).began_at
        new = {f"new_password{n}": "a-heron-waits-for-fish" for n in (1, 2)}
        client.post("/admin/password_change/", {"old_password": PASSWORD, **new})
        assert is_signed_in(client)
        assert abs(row_of(client).began_at - began) < timedelta(seconds=5)
        assert SignIn.objects.count() == 1


class TestEnding:
    def test_one(self, mine, other):
        answer = mine.post(end(row_of(other).pk), follow=True)
        assert "That browser is signed out." in answer.content.decode()
        assert is_signed_in(mine) and not is_signed_in(other)

    def test_one_twice_says_so(self, mine, other):
        address = end(row_of(other).pk)
        mine.post(address)
        page = mine.post(address, follow=True).content.decode()
        assert "was signed out already" in page

    def test_this_one_is_done_at_the_top(self, mine):
        page = mine.post(end(row_of(mine).pk), follow=True).content.decode()
        assert "log out at the top" in page

    def test_all_others(self, mine, other, maria, browser_of):
        third = browser_of(maria)
        assert is_signed_in(third)
        page = mine.post(OTHERS, follow=True).content.decode()
        assert "2 other browsers are signed out." in page
        assert is_signed_in(mine)
        assert not is_signed_in(other) and not is_signed_in(third)
        assert "No other browser" in mine.post(OTHERS, follow=True).content.decode()

    def test_of_somebody_else_does_nothing(self, mine, boss, browser_of):
        theirs = browser_of(boss)
        assert is_signed_in(theirs)
        page = mine.post(end(row_of(theirs).pk), follow=True).content.decode()
        assert "was signed out already" in page
        mine.post(OTHERS)
        assert is_signed_in(theirs)

    @pytest.mark.parametrize("pk", [0, 2**63, 10**40, "x"])
    def test_of_nobody_does_nothing(self, mine, pk):
        assert mine.post(end(pk)).status_code in (302, 404)

    @pytest.mark.parametrize("address", [end(1), OTHERS])
    def test_needs_a_post_from_a_form_of_ours(self, mine, other, maria, address):
        answer = mine.get(address)
        assert answer.status_code == 405 and answer.headers["Allow"] == "POST"
        wary = Client(enforce_csrf_checks=True)
        wary.force_login(maria)
        assert wary.post(address).status_code == 403
        assert is_signed_in(other)

    def test_by_an_administrator(self, mine, other, maria, boss, browser_of):
        admin = browser_of(boss)
        admin.post(f"/admin/auth/user/{maria.pk}/end-sessions/")
        assert not is_signed_in(mine) and not is_signed_in(other)
        assert is_signed_in(admin)


class TestWriting:
    def test_is_once_in_ten_minutes(self, mine):
        with CaptureQueriesContext(connection) as queries:
            for _ in range(3):
                mine.get(ACCOUNT)
        assert all(q["sql"].startswith("SELECT") for q in queries)

    def test_tells_when_it_was_last_seen(self, mine, clock):
        later = timezone.now() + timedelta(hours=2)
        clock(later)
        cache.clear()
        mine.get(ACCOUNT)
        assert row_of(mine).seen_at == later

    def test_that_fails_keeps_nobody_from_a_page(self, maria, browser_of, monkeypatch):
        def fail(request):
            raise OperationalError("the disk is full")

        monkeypatch.setattr(sessions, "_write", fail)
        assert is_signed_in(browser_of(maria))

    def test_is_not_done_for_readers(self, client):
        client.get("/")
        client.get("/admin/login/")
        assert not SignIn.objects.exists() and not Session.objects.exists()

    def test_lists_sessions_from_before_it_was_listed(self, mine):
        SignIn.objects.all().delete()
        cache.clear()
        mine.get(ACCOUNT)
        assert SignIn.objects.count() == 1


def test_deleting_an_account_ends_its_sessions(mine, maria, boss, browser_of):
    browser_of(boss).post(f"/admin/auth/user/{maria.pk}/delete/", {"post": "yes"})
    assert not User.objects.filter(pk=maria.pk).exists()
    assert not is_signed_in(mine)
