"""Send and read mail in tests at once."""

import re
from types import SimpleNamespace

from django.conf import settings

from careerguide.accounts import mail

LINK = re.compile(r"https?://\S+")


def at_once(monkeypatch):
    """Run what the thread for mail would, and what waits for a commit."""

    def submit(run, due, job, args, kwargs):
        mail._room.release()
        job(*args, **kwargs)

    monkeypatch.setattr(mail, "_thread", SimpleNamespace(submit=submit))
    now = SimpleNamespace(on_commit=lambda job: job())
    monkeypatch.setattr(mail, "transaction", now)


def link_in(message):
    """The path of the one link in it that is more than the site's address."""
    links = LINK.findall(message.body)
    [link] = [found for found in links if len(found) > len(settings.SITE_URL) + 2]
    assert link.startswith(f"{settings.SITE_URL}/")
    return link.removeprefix(settings.SITE_URL)
