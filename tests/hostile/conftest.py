"""Provide a visitor who notices every crash, and a small world to be hostile to."""

import logging
import sys
from types import SimpleNamespace

import pytest
from django.core.signals import got_request_exception
from django.test import Client

from careerguide.library.models import Image
from careerguide.media.filenames import main_name
from tests import factories
from tests.hostile.visits import Visits


class Crashes(logging.Handler):
    """What went wrong inside: errors in the log, and exceptions that no page shows."""

    def __init__(self):
        super().__init__(logging.ERROR)
        self.seen = []

    def emit(self, record):
        # Django's security log tells of what was refused, which is as it should be.
        if not record.name.startswith("django.security."):
            self.seen.append(f"{record.name}: {record.getMessage()[:300]}")

    def received(self, sender, **kwargs):
        self.seen.append(repr(sys.exc_info()[1])[:300])


@pytest.fixture
def crashes():
    """The list of crashes so far; a test that provokes none leaves it empty."""
    watcher = Crashes()
    loggers = [logging.getLogger(name) for name in ("", "django", "django.request")]
    for logger in loggers:
        logger.addHandler(watcher)
    got_request_exception.connect(watcher.received)
    yield watcher.seen
    got_request_exception.disconnect(watcher.received)
    for logger in loggers:
        logger.removeHandler(watcher)


class Visitor(Client):
    """Django's test client, which fails the test on any crash."""

    def __init__(self, crashes, **options):
        super().__init__(raise_request_exception=False, **options)
        self.crashes = crashes

    def request(self, **request):
        response = super().request(**request)
        asked = f"{request.get('REQUEST_METHOD')} {request.get('PATH_INFO')[:100]}"
        assert not self.crashes, (asked, self.crashes)
        assert response.status_code < 500, (asked, response.status_code)
        return response


@pytest.fixture
def client(crashes, db):
    return Visitor(crashes)


@pytest.fixture
def admin_client(client):
    client.force_login(factories.UserFactory(is_superuser=True))
    return client


@pytest.fixture
def wary_client(crashes, db):
    """A superuser's browser whose forms need their token."""
    client = Visitor(crashes, enforce_csrf_checks=True)
    client.force_login(factories.UserFactory(is_superuser=True))
    return client


@pytest.fixture
def wsgi(crashes, db):
    """Ask the real WSGI application: ``wsgi("/path", method="POST", HTTP_HOST=…)``."""
    return Visits(crashes)


@pytest.fixture
def image(db):
    sha256 = "0123456789abcdef" * 4
    return Image.objects.create(
        file=main_name(sha256, 10, 10),
        sha256=sha256,
        alt="A hive in the snow",
        width=10,
        height=10,
        size=100,
    )


@pytest.fixture
def world(image):
    """One published item of each kind, all of one guide."""
    career = factories.CareerFactory()
    return SimpleNamespace(
        career=career,
        image=image,
        article=factories.ArticleFactory(career=career, picture=image),
        table=factories.StatTableFactory(career=career),
        entry=factories.FAQEntryFactory(career=career),
        page=factories.PageFactory(),
    )
