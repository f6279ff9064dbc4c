"""Test that an address that somebody writes down is never fetched."""

import socket

import pytest
from django.urls import reverse

from tests.forms import filled_in

ELSEWHERE = "http://metadata.example.org/latest/meta-data"
FAMILIES = (socket.AF_INET, socket.AF_INET6)
LINKS = f"""
A [link]({ELSEWHERE}), ![a picture]({ELSEWHERE}.png) and <{ELSEWHERE}>.

<img src="{ELSEWHERE}"> <iframe src="{ELSEWHERE}"></iframe>
"""

pytestmark = pytest.mark.one_database


@pytest.fixture
def asked(monkeypatch):
    """Whom this process tries to reach, by name or by address."""
    found = []

    def refuse(self, address):
        if self.family in FAMILIES:
            found.append(address)
        raise ConnectionRefusedError

    def unknown(host, *args, **options):
        found.append(host)
        raise socket.gaierror

    monkeypatch.setattr(socket.socket, "connect", refuse)
    monkeypatch.setattr(socket.socket, "connect_ex", refuse)
    monkeypatch.setattr(socket, "getaddrinfo", unknown)
    return found


def test_none_is_fetched(admin_client, world, asked):
    texts = {
        world.article: {"body": LINKS, "takeaways": LINKS},
        world.table: {"note": LINKS, "source_name": "A", "source_url": ELSEWHERE},
        world.entry: {"answer": LINKS},
        world.page: {"body": LINKS},
    }
    for item, content in texts.items():
        opts = item._meta
        name = f"admin:{opts.app_label}_{opts.model_name}_change"
        change = reverse(name, args=[item.pk])
        for button in ("_save", "_publish"):
            sent = filled_in(admin_client.get(change)) | content | {button: ""}
            assert admin_client.post(change, sent).status_code == 302, button
        assert ELSEWHERE in admin_client.get(item.get_absolute_url()).content.decode()
    data = {"text": LINKS, "model": "articles.article", "field": "body"}
    preview = admin_client.post(reverse("markdownx_markdownify"), data)
    assert preview.status_code == 200
    assert asked == []


def test_control_fetching_is_noticed(asked):
    with pytest.raises(OSError):
        socket.create_connection(("127.0.0.1", 9))
    with socket.socket() as direct, pytest.raises(OSError):
        direct.connect(("127.0.0.1", 9))
    assert asked == ["127.0.0.1", ("127.0.0.1", 9)]
