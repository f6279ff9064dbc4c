"""Test that whoever guesses passwords has to wait, and nobody else does."""

import re
import threading
from datetime import timedelta

import pytest
from axes.models import AccessAttempt, AccessFailureLog, AccessLog
from django.contrib.auth.hashers import MD5PasswordHasher
from django.db import connection
from django.test import Client
from django.utils import timezone

from careerguide.accounts import login_limit
from tests.factories import PageFactory, UserFactory

pytestmark = pytest.mark.django_db
LOGIN = "/admin/login/"
RIGHT = "a-heron-reads-slowly"
OF_AN_ACCOUNT, OF_AN_ADDRESS = login_limit.LIMITS
MANY = OF_AN_ADDRESS + 3


class CountingHasher(MD5PasswordHasher):
    """Notes each password that is looked at, also for names that nobody has."""

    looked_at = []

    def encode(self, password, salt):
        self.looked_at.append(password)
        return super().encode(password, salt)


@pytest.fixture(autouse=True)
def owner(db):
    owner = UserFactory(username="owner", is_superuser=True)
    owner.set_password(RIGHT)
    owner.save()
    return owner


@pytest.fixture
def looked_at(owner, settings, monkeypatch):
    settings.PASSWORD_HASHERS = [f"{__name__}.CountingHasher"]
    monkeypatch.setattr(CountingHasher, "looked_at", [])
    return CountingHasher.looked_at


@pytest.fixture
def later(monkeypatch):
    """Move the clock: ``later(minutes=15)``."""
    moved = [timedelta()]
    now = timezone.now
    for place in ("axes.handlers.proxy.now", "django.utils.timezone.now"):
        monkeypatch.setattr(place, lambda: now() + moved[0])

    def pass_by(**by):
        moved[0] += timedelta(**by)

    return pass_by


def guess(times=1, username="owner", address="192.0.2.1", password="wrong", **headers):
    """The last of so many answers."""
    client = Client(REMOTE_ADDR=address, headers=headers)
    for _ in range(times):
        answer = client.post(LOGIN, {"username": username, "password": password})
    return answer


def signs_in(**options):
    return guess(password=RIGHT, **options).status_code == 302


class TestManyTries:
    def test_at_one_account_have_to_wait(self, looked_at):
        assert guess(OF_AN_ACCOUNT - 1).status_code == 200
        assert guess().status_code == 429
        guess(5)
        assert not signs_in()
        assert len(looked_at) == OF_AN_ACCOUNT

    def test_at_many_accounts_have_to_wait(self, looked_at):
        for number in range(MANY):
            last = guess(username=f"name{number}")
        assert (last.status_code, len(looked_at)) == (429, OF_AN_ADDRESS)
        assert not signs_in()

    @pytest.mark.parametrize("proxies", [0, 1])
    def test_gain_nothing_by_headers_they_invent(self, settings, looked_at, proxies):
        settings.TRUSTED_PROXIES = proxies
        for number in range(MANY):
            invented = f"10.0.0.{number}"
            forwarded = f"{invented}, 192.0.2.1" if proxies else invented
            guess(
                username=f"name{number}",
                x_forwarded_for=forwarded,
                x_real_ip=invented,
                forwarded=f"for={invented}",
                user_agent=invented,
            )
        assert len(looked_at) == OF_AN_ADDRESS

    def test_from_one_network_of_ipv6_count_together(self, looked_at):
        for number in range(MANY):
            guess(username=f"name{number}", address=f"2001:db8::{number:x}:1")
        assert len(looked_at) == OF_AN_ADDRESS
        assert signs_in(address="2001:db8:0:1::1")

    def test_from_nobody_knows_where_count_together(self, looked_at):
        for number in range(MANY):
            guess(username=f"name{number}", address="unix:")
        assert len(looked_at) == OF_AN_ADDRESS

    def test_with_the_right_password_of_who_may_not_edit_count(self, looked_at):
        reader = UserFactory(username="reader", is_staff=False)
        reader.set_password(RIGHT)
        reader.save()
        looked_at.clear()
        guess(MANY, username="reader", password=RIGHT)
        assert len(looked_at) == OF_AN_ACCOUNT

    def test_leave_everybody_elsewhere_alone(self):
        guess(OF_AN_ACCOUNT)
        assert signs_in(address="192.0.2.2")

    def test_leave_other_accounts_from_there_alone(self):
        guess(OF_AN_ACCOUNT, username="maria")
        assert signs_in()


def test_wrong_password_is_said_in_the_same_words_to_all():
    UserFactory(username="away", is_active=False)
    UserFactory(username="reads", is_staff=False)
    pages = set()
    for name in ("owner", "away", "reads", "nobody"):
        page = guess(username=name).content.decode()
        pages.add(re.sub(r'value="[^"]*"', "", page))
    assert len(pages) == 1


class TestWait:
    def test_ends_after_15_minutes_whatever_happens_in_it(self, later):
        guess(OF_AN_ACCOUNT)
        for _ in range(3):
            later(minutes=4)
            guess()
        assert not signs_in()
        later(minutes=3, seconds=1)
        assert signs_in()

    def test_is_said(self, later):
        guess(OF_AN_ACCOUNT)
        later(minutes=12, seconds=30)
        answer = guess()
        assert 140 <= int(answer.headers["Retry-After"]) <= 150
        assert "Please wait 3 minutes" in answer.content.decode()
        later(minutes=2)
        assert "Please wait 1 minute," in guess().content.decode()

    def test_is_no_longer_than_until_enough_is_forgotten(self, later):
        for name in ("maria", "paul"):
            guess(OF_AN_ADDRESS // 2 - 2, username=name)
        later(minutes=10)
        assert "Please wait 5 minutes" in guess(4).content.decode()

    def test_is_said_in_the_same_words_to_all(self):
        UserFactory(username="away", is_active=False)
        pages = set()
        for number, name in enumerate(("owner", "away", "nobody")):
            answer = guess(OF_AN_ACCOUNT, username=name, address=f"192.0.2.{number}")
            pages.add(answer.content)
        assert len(pages) == 1

    def test_is_on_a_page_that_leads_back_and_is_kept_by_no_cache(self):
        answer = guess(OF_AN_ACCOUNT)
        assert f'href="{LOGIN}"' in answer.content.decode()
        assert "no-store" in answer.headers["Cache-Control"]

    def test_writes_nothing(self, django_assert_num_queries):
        PageFactory()  # by which the frame and the site's settings take one query
        guess(OF_AN_ACCOUNT)
        with django_assert_num_queries(5) as queries:
            guess()
        assert all(q["sql"].startswith("SELECT") for q in queries.captured_queries)


class TestSigningIn:
    def test_forgets_the_wrong_tries(self):
        guess(OF_AN_ACCOUNT - 1)
        assert signs_in()
        assert guess(OF_AN_ACCOUNT - 1).status_code == 200

    def test_as_often_as_one_likes(self):
        assert all(signs_in() for _ in range(OF_AN_ADDRESS + 1))

    def test_buys_no_guesses_at_others(self, looked_at):
        for number in range(MANY):
            guess(username=f"name{number}")
            signs_in()
        assert looked_at.count("wrong") <= OF_AN_ADDRESS

    def test_leaves_nothing_behind(self):
        guess(3)
        client = Client()
        client.post(LOGIN, {"username": "owner", "password": RIGHT})
        client.post("/admin/logout/")
        assert not AccessAttempt.objects.filter(ip_address="127.0.0.1").exists()
        assert not AccessLog.objects.exists() and not AccessFailureLog.objects.exists()


class TestWhatIsKept:
    def test_is_an_address_and_no_name_or_password(self):
        guess(username="my-secret-password", password="hunter2", user_agent="Bees/1")
        [row] = AccessAttempt.objects.values()
        assert row["ip_address"] == "192.0.2.1"
        for secret in ("my-secret-password", "hunter2", "Bees"):
            assert secret not in str(row)

    def test_goes_with_the_next_try_after_15_minutes(self, later):
        guess()
        later(minutes=15, seconds=1)
        guess(address="192.0.2.9")
        assert [a.ip_address for a in AccessAttempt.objects.all()] == ["192.0.2.9"]

    def test_is_in_nobodys_menu(self, admin_client):
        assert b"axes" not in admin_client.get("/admin/").content.lower()
        assert admin_client.get("/admin/axes/accessattempt/").status_code == 404


@pytest.mark.django_db(transaction=True, serialized_rollback=True)
class TestAtOnce:
    def test_no_more_are_looked_at_than_one_after_another(
        self, shared_database, looked_at
    ):
        gate = threading.Barrier(MANY)

        def guess_at_once(number):
            gate.wait()
            guess(username=f"name{number}")
            connection.close()

        threads = [
            threading.Thread(target=guess_at_once, args=(n,)) for n in range(MANY)
        ]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        assert 0 < len(looked_at) <= OF_AN_ADDRESS


class TestOddForm:
    NAMES = ("", "\0", "own\0er", "a" * 4_000, "🐝" * 150, b"\xff\xfe", "%00", " ")

    def test_is_answered_with_the_form(self, client):
        for name in self.NAMES:
            both = {"username": name, "password": name}
            for form in ({"username": name}, {"password": name}, both):
                assert client.post(LOGIN, form).status_code == 200, form

    def test_elsewhere_in_the_admin_signs_nobody_in(self, client):
        form = {"username": "owner", "password": RIGHT, "this_is_the_login_form": "1"}
        for path in ("/admin/", "/admin/articles/article/", "/admin/password_change/"):
            assert client.post(path, form).status_code == 302
            assert client.get("/admin/").status_code == 302


class TestOldPassword:
    FORM = {"new_password1": "a-heron-waits-for-fish"} | {
        "new_password2": "a-heron-waits-for-fish"
    }

    def change(self, client, old):
        form = self.FORM | {"old_password": old}
        return client.post("/admin/password_change/", form)

    @pytest.fixture(autouse=True)
    def signed_in(self, client, owner):
        client.force_login(owner)

    def test_can_be_guessed_some_times_only(self, client):
        for _ in range(login_limit.OF_OLD_PASSWORDS):
            assert self.change(client, "wrong").status_code == 200
        answer = self.change(client, RIGHT)
        assert answer.status_code == 429
        assert answer.headers["Retry-After"] == "900"

    def test_is_counted_alone_while_redis_fails(self, failing_redis, client):
        for _ in range(login_limit.OF_OLD_PASSWORDS):
            assert self.change(client, "wrong").status_code == 200
        assert self.change(client, RIGHT).status_code == 429

    def test_of_somebody_who_has_a_new_one_begins_again(self, client):
        for _ in range(login_limit.OF_OLD_PASSWORDS - 1):
            self.change(client, "wrong")
        assert self.change(client, RIGHT).status_code == 302
        assert self.change(client, "wrong").status_code == 200
