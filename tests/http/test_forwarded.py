"""Test a proxy that no setting names: one warning, and a note for `check`."""

import json

import pytest
from django.core.management import call_command

from careerguide.http import forwarded
from careerguide.http.forwarded import WHAT_TO_SET, NoticeForwarded, remembered
from tests.wsgi import call

ALL = {*WHAT_TO_SET}
BOTH = forwarded.OF_ADDRESS | forwarded.OF_SCHEME


def site(environ, start_response):
    start_response("200 OK", [])
    return [b"page"]


def ask(notice, **headers):
    assert call("/", application=notice, **headers).text == "page"


@pytest.fixture
def warnings(caplog):
    def logged():
        return [r.getMessage() for r in caplog.records if r.levelname == "WARNING"]

    return logged


@pytest.mark.parametrize("name", BOTH)
def test_each_header_is_told_once_and_remembered(name, warnings, settings):
    notice = NoticeForwarded(site, ALL)
    for _ in range(3):
        ask(notice, **{name: "203.0.113.9"})
    [warning] = warnings()
    assert BOTH[name] in warning and "Set TRUSTED_PROXIES" in warning
    assert "203.0.113.9" not in warning
    assert "TRUSTED_PROXIES" in remembered(settings.STATE_DIR, set())


def test_scheme_names_its_own_setting(warnings):
    ask(NoticeForwarded(site, ALL), HTTP_X_FORWARDED_PROTO="https")
    [warning] = warnings()
    assert "TRUSTED_PROXIES" in warning and "BEHIND_TLS_PROXY" in warning


@pytest.mark.parametrize(
    ("unnamed", "headers", "told"),
    [
        ({"BEHIND_TLS_PROXY"}, {"HTTP_X_FORWARDED_FOR": "192.0.2.1"}, 0),
        ({"BEHIND_TLS_PROXY"}, {"HTTP_X_FORWARDED_PROTO": "http"}, 0),
        ({"BEHIND_TLS_PROXY"}, {"HTTP_X_FORWARDED_PROTO": "https"}, 1),
        ({"TRUSTED_PROXIES"}, {"HTTP_X_FORWARDED_PROTO": "https"}, 0),
        (ALL, {"HTTP_X_REQUEST_ID": "a" * 32}, 0),
    ],
)
def test_what_is_decided_is_not_asked_again(unnamed, headers, told, warnings):
    ask(NoticeForwarded(site, unnamed), **headers)
    assert len(warnings()) == told


def test_state_folder_that_cannot_be_written_keeps_nobody_waiting(settings, tmp_path):
    settings.STATE_DIR = tmp_path / "no" / "such"
    ask(NoticeForwarded(site, ALL), HTTP_FORWARDED="for=192.0.2.1")


class TestCheck:
    def test_warns_until_the_setting_is_named(self, settings, capsys):
        settings.NAMED = set()
        ask(NoticeForwarded(site, ALL), HTTP_X_FORWARDED_FOR="192.0.2.1")
        call_command("check")
        assert "careerguide.W001) A request came with X-Forwarded-For" in (
            capsys.readouterr().err
        )
        settings.NAMED = {"TRUSTED_PROXIES"}
        call_command("check")
        assert "W001" not in capsys.readouterr().err

    @pytest.mark.parametrize(
        "text", ["", "{", "[]", "null", '{"header": 1}', "\udcff", '{"settings": 3}']
    )
    def test_says_nothing_of_a_note_that_is_damaged(self, tmp_path, text):
        note = tmp_path / forwarded.FILE
        note.write_text(text, errors="surrogateescape")
        assert remembered(tmp_path, set()) is None

    def test_says_when(self, tmp_path):
        told = {
            "header": "Forwarded",
            "settings": ["TRUSTED_PROXIES"],
            "on": "2026-11-28",
        }
        (tmp_path / forwarded.FILE).write_text(json.dumps(told))
        assert remembered(tmp_path, set()).endswith("Last seen on 2026-11-28.")
