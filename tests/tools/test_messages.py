"""Test `make messages` without what it needs."""

import pytest

from tools.make import messages
from tools.make.problems import Problem


def test_missing_gettext_is_named(monkeypatch):
    monkeypatch.setattr("shutil.which", lambda tool: None)
    with pytest.raises(Problem, match="xgettext and msgfmt cannot be found: install"):
        messages.collect_and_compile("de")


def test_first_language_has_to_be_named(monkeypatch, tmp_path):
    monkeypatch.setattr("shutil.which", lambda tool: tool)
    monkeypatch.setattr(messages, "LOCALE", tmp_path)
    with pytest.raises(Problem, match="make messages LANGUAGE=de"):
        messages.collect_and_compile()
