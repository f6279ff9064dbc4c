"""Upload pictures as requests carry them, and put pictures into the library."""

from django.core.files.uploadedfile import SimpleUploadedFile

from careerguide.library.forms import ImageUploadForm

from .files import GOOD


def upload(data, name="photo.png"):
    return SimpleUploadedFile(name, data, content_type="image/png")


def stored(data=None, alt="Bees on a comb"):
    """A picture of the library, made as the editor makes it."""
    form = ImageUploadForm({"alt": alt}, {"image": upload(data or GOOD["png"])})
    assert form.is_valid(), form.errors
    return form.store()


def on_disk(settings):
    return sorted(p.name for p in settings.MEDIA_ROOT.rglob("*") if p.is_file())
