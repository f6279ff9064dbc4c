"""Test that picture files are stored whole or not at all."""

import pytest
from django.db import IntegrityError

from careerguide.library import storage
from careerguide.library.forms import ImageUploadForm
from careerguide.library.models import Image

from . import files
from .helpers import on_disk, stored, upload


class TestNothingHalfSaved:
    def test_disk_full_at_the_second_file(self, db, settings, monkeypatch):
        write, calls = storage._write, []

        def full(target, content):
            calls.append(target)
            if len(calls) == 2:
                raise OSError(28, "No space left on device")
            write(target, content)

        monkeypatch.setattr(storage, "_write", full)
        with pytest.raises(OSError, match="No space"):
            stored()
        assert on_disk(settings) == []
        assert not Image.objects.exists()

    def test_row_refused(self, db, settings):
        form = ImageUploadForm({"alt": "Bees"}, {"image": upload(files.GOOD["png"])})
        assert form.is_valid()
        form.instance.alt = ""
        with pytest.raises(IntegrityError):
            form.store()
        assert on_disk(settings) == []

    def test_same_picture_at_the_same_time_is_stored_once(self, db, settings):
        late = ImageUploadForm({"alt": "Late"}, {"image": upload(files.GOOD["png"])})
        assert late.is_valid()
        first = stored()
        assert late.store() == first
        assert len(on_disk(settings)) == 3


class TestRemove:
    def test_picture_uploaded_again_meanwhile_keeps_its_files(
        self, db, settings, django_capture_on_commit_callbacks
    ):
        with django_capture_on_commit_callbacks(execute=True):
            storage.remove(stored())
            stored()
        assert len(on_disk(settings)) == 3
