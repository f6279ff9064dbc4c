"""Test when static files are collected again."""

import pytest
from django.contrib.staticfiles.finders import get_finder

from careerguide.server import collectstatic


@pytest.fixture
def collected(settings, tmp_path, monkeypatch):
    """An empty STATIC_ROOT, one source file, and the options of every collection."""
    settings.STATE_DIR = tmp_path / "var"
    settings.STATIC_ROOT = tmp_path / "var/static"
    settings.STATIC_ROOT.mkdir(parents=True)
    settings.STATICFILES_DIRS = [tmp_path / "source"]
    settings.STATICFILES_FINDERS = [
        "django.contrib.staticfiles.finders.FileSystemFinder"
    ]
    (tmp_path / "source").mkdir()
    (tmp_path / "source/site.css").write_text("a")
    calls = []

    def collect(name, **options):
        calls.append(options)
        (settings.STATIC_ROOT / "staticfiles.json").write_text("{}")

    monkeypatch.setattr(collectstatic, "call_command", collect)
    get_finder.cache_clear()
    yield calls
    get_finder.cache_clear()


def test_nothing_is_collected_twice(collected):
    assert collectstatic.collect_if_changed()
    assert not collectstatic.collect_if_changed()
    assert len(collected) == 1


def test_changed_file_is_collected(collected, tmp_path):
    collectstatic.collect_if_changed()
    (tmp_path / "source/site.css").write_text("ab")
    assert collectstatic.collect_if_changed()
    assert not collected[-1]["clear"]


def test_emptied_folder_is_filled_again(collected, settings):
    collectstatic.collect_if_changed()
    (settings.STATIC_ROOT / "staticfiles.json").unlink()
    assert collectstatic.collect_if_changed()


def test_collection_cut_short_starts_clean(collected, settings, monkeypatch):
    def full(name, **options):
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as patch:
        patch.setattr(collectstatic, "call_command", full)
        with pytest.raises(OSError, match="No space"):
            collectstatic.collect_if_changed()
    assert collectstatic.collect_if_changed()
    assert collected[-1]["clear"]


def test_folder_that_is_not_ours_is_never_cleared(collected, settings, tmp_path):
    settings.STATIC_ROOT = tmp_path / "elsewhere"
    settings.STATIC_ROOT.mkdir()
    collectstatic.collect_if_changed()
    assert not collected[-1]["clear"]
