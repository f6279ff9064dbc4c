"""Test the variables that each target runs under."""

import os
import shutil
import stat
from collections import namedtuple

import pytest

from tools.make.problems import Problem
from tools.testbed import environment

VARIABLES = ("HOST", "PORT", "DEBUG", "SECRET_KEY", "SITE_URL", "ALLOWED_HOSTS")


@pytest.fixture
def checkout(tmp_path, monkeypatch):
    """An empty checkout, and a shell that names none of our variables."""
    for name in (*VARIABLES, "STATE_DIR", "ENV_FILE", "TRUSTED_PROXIES"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setattr(environment, "ROOT", tmp_path)
    return tmp_path


def test_bare_checkout_gets_everything(checkout):
    found = environment.for_the_site()
    key = found.pop("SECRET_KEY")
    assert len(key) >= 50
    assert found == {
        "HOST": "127.0.0.1",
        "PORT": "8000",
        "DEBUG": "false",
        "SITE_URL": "http://127.0.0.1:8000",
        "ALLOWED_HOSTS": "localhost,127.0.0.1,[::1]",
    }


def test_secret_key_is_made_once_and_is_private(checkout):
    first = environment.for_the_site()["SECRET_KEY"]
    assert environment.for_the_site()["SECRET_KEY"] == first
    assert stat.S_IMODE((checkout / "var/secret-key").stat().st_mode) == 0o600
    assert os.listdir(checkout / "var") == ["secret-key"]


def test_what_the_environment_names_stays(checkout, monkeypatch):
    for name in VARIABLES:
        monkeypatch.setenv(name, "8123")
    assert environment.for_the_site() == {}
    assert not (checkout / "var/secret-key").exists()


def test_what_env_file_names_stays(checkout):
    (checkout / ".env").write_text("PORT=8123\nSECRET_KEY=mine\n")
    found = environment.for_the_site()
    assert "SECRET_KEY" not in found
    assert found["SITE_URL"] == "http://127.0.0.1:8123"


def test_empty_means_not_named(checkout, monkeypatch):
    monkeypatch.setenv("PORT", "")
    (checkout / ".env").write_text("SECRET_KEY=\n")
    assert len(environment.for_the_site()["SECRET_KEY"]) >= 50


def test_development_is_debug_whatever_env_file_says(checkout):
    (checkout / ".env").write_text(
        "DEBUG=false\nSECRET_KEY=mine\nSITE_URL=https://careers.example\n"
    )
    found = environment.for_the_site(dev=True)
    assert found["DEBUG"] == "true"
    assert found["SITE_URL"] == "http://127.0.0.1:8000"
    assert "SECRET_KEY" not in found


def test_state_may_live_elsewhere(checkout, monkeypatch, tmp_path):
    monkeypatch.setenv("STATE_DIR", str(tmp_path / "elsewhere"))
    environment.for_the_site()
    assert (tmp_path / "elsewhere/secret-key").exists()


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("PORT=abc\n", "PORT=abc is not a port"),
        ("hello\n", r"Line 1 of .*env has no"),
    ],
)
def test_bad_env_file_is_one_sentence(checkout, text, sentence):
    (checkout / ".env").write_text(text)
    with pytest.raises(Problem, match=sentence):
        environment.for_the_site()


def test_nearly_full_disk_stops_before_anything_is_written(checkout, monkeypatch):
    usage = namedtuple("usage", "total used free")
    monkeypatch.setattr(shutil, "disk_usage", lambda path: usage(10, 9, 1_000_000))
    with pytest.raises(Problem, match="is full .1 MB free"):
        environment.for_the_site()
    assert not (checkout / "var/secret-key").exists()


def test_serving_every_address_allows_this_machines_own(checkout, monkeypatch):
    monkeypatch.setenv("HOST", "0.0.0.0")
    monkeypatch.setattr(environment, "own_addresses", lambda: ["192.0.2.7", "fe80::7"])
    found = environment.for_the_site()
    assert found["SITE_URL"] == "http://192.0.2.7:8000"
    assert {"192.0.2.7", "[fe80::7]", "localhost"} <= set(
        found["ALLOWED_HOSTS"].split(",")
    )


def test_one_ipv6_address(checkout, monkeypatch):
    monkeypatch.setenv("HOST", "::1")
    found = environment.for_the_site()
    assert found["SITE_URL"] == "http://[::1]:8000"


def test_env_file_can_be_another(checkout, monkeypatch):
    (checkout / "other").write_text("PORT=8123\n")
    monkeypatch.setenv("ENV_FILE", str(checkout / "other"))
    assert environment.for_the_site()["SITE_URL"] == "http://127.0.0.1:8123"
    monkeypatch.setenv("ENV_FILE", str(checkout / "none"))
    with pytest.raises(Problem, match="ENV_FILE names .*none, which does not exist"):
        environment.for_the_site()


def test_file_in_the_place_of_the_state_folder_is_said(checkout, monkeypatch):
    (checkout / "file").touch()
    for place in ("file", "file/below"):
        monkeypatch.setenv("STATE_DIR", str(checkout / place))
        with pytest.raises(Problem, match="STATE_DIR leads to .* a file in the way"):
            environment.for_the_site()


def test_proxy_that_nobody_named_is_told_by_make_check(checkout):
    assert environment.unexpected_proxy() is None
    (checkout / "var").mkdir()
    note = '{"header": "Forwarded", "settings": ["TRUSTED_PROXIES"], "on": "today"}'
    (checkout / "var" / "forwarded-header.json").write_text(note)
    assert "Set TRUSTED_PROXIES" in environment.unexpected_proxy()
    (checkout / ".env").write_text("TRUSTED_PROXIES=1\n")
    assert environment.unexpected_proxy() is None
