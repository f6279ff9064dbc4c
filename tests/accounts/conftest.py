"""Create people with accounts, and what they type."""

from types import SimpleNamespace

import pytest
from django.contrib.auth.models import Group
from django.test import Client
from django_otp.oath import TOTP

from careerguide.accounts import second_factor
from careerguide.accounts.factors import Authenticator
from careerguide.http import rate_limit
from tests.factories import UserFactory

PASSWORD = "a-heron-reads-slowly"
LOGIN = "/admin/login/"
STEP = "/admin/login/second-step/"
SETUP = "/admin/account/second-step/"


@pytest.fixture(autouse=True)
def _one_period(monkeypatch):
    """All that is counted in a test counts together, also on the hour."""
    stopped = SimpleNamespace(time=lambda: 1_800_000_000.0)
    monkeypatch.setattr(rate_limit, "time", stopped)


@pytest.fixture
def person(db):
    """Make somebody with a password: ``person("maria", "Editor")``."""

    def make(name, group=None, **fields):
        email = fields.pop("email", f"{name}@example.org")
        user = UserFactory(username=name, email=email, **fields)
        user.set_password(PASSWORD)
        user.save()
        if group:
            user.groups.add(Group.objects.get(name=group))
        return user

    return make


@pytest.fixture
def maria(person):
    return person("maria", "Editor")


@pytest.fixture
def boss(person):
    return person("boss", is_superuser=True)


@pytest.fixture
def browser_of(db):
    def browser(user, **headers):
        client = Client(headers=headers)
        if headers:  # which force_login would not send
            sign_in(client, user.username)
        else:
            client.force_login(user)
        return client

    return browser


@pytest.fixture
def ticks(monkeypatch):
    """Stop the clock of codes; ``ticks(30)`` moves it on."""
    moment = [1_800_000_000.0]
    monkeypatch.setattr("django_otp.plugins.otp_totp.models.time.time", lambda: now())

    def now():
        return moment[0]

    def move(seconds=0):
        moment[0] += seconds
        return moment[0]

    return move


@pytest.fixture
def with_factor(maria, ticks):
    """Maria with an authenticator and recovery codes; a code can be used at once."""
    session = {}
    device = second_factor.pending_authenticator(maria, session)
    code = code_of(device, ticks())
    maria.codes, problem = second_factor.confirm(maria, code, session)
    assert not problem
    ticks(60)
    return maria


def code_of(device, moment):
    totp = TOTP(device.bin_key, device.step, device.t0, device.digits, device.drift)
    totp.time = moment
    return f"{totp.token():06d}"


@pytest.fixture
def code(ticks):
    """What somebody's app shows now."""

    def shown(user, confirmed=True):
        device = Authenticator.objects.get(user=user, confirmed=confirmed)
        return code_of(device, ticks())

    return shown


def sign_in(client, name="maria", password=PASSWORD, **options):
    form = {"username": name, "password": password}
    return client.post(LOGIN, form, **options)


def is_signed_in(client):
    return client.get("/admin/").status_code == 200
