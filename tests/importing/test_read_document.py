"""Test `manage.py read_document`."""

import io

import pytest
from django.core.management import CommandError, call_command

from .documents import MESSY_TEXT


def run(path, **options):
    out = io.StringIO()
    call_command("read_document", path, stdout=out, **options)
    return out.getvalue()


def test_ledger_and_plan_are_printed(tmp_path):
    path = tmp_path / "guide.txt"
    path.write_text(MESSY_TEXT, encoding="utf-8")
    said = run(path)
    assert "290 words: 271 placed, 0 changed, 19 left out." in said
    assert "Table: Certificates Most Often Asked For" in said
    assert "navigation: You are here Home Careers" in said
    assert "[!MYTH]\n" not in said and "[!MYTH]\n" in run(path, texts=True)


def test_what_cannot_be_read_is_a_sentence(tmp_path):
    path = tmp_path / "guide.pdf"
    path.write_bytes(b"%PDF-1.7")
    with pytest.raises(CommandError, match="This is a PDF"):
        run(path)
    with pytest.raises(CommandError, match="No such file"):
        run(tmp_path / "nowhere.txt")
