"""Define the forms that upload an image and change what is said of it."""

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from careerguide.markup.characters import has_something, without_overrides
from careerguide.media.formats import ImageError

from . import images, storage
from .models import Image


class ImageForm(forms.ModelForm):
    """The words about a picture: a description, unless it only decorates."""

    class Meta:
        model = Image
        fields = ["alt", "decorative", "credit", "focal_x", "focal_y"]

    refusal = ""  # why this person may not change it

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        if self.refusal and not self.is_bound:
            for field in self.fields.values():
                field.disabled = True

    def clean(self):
        cleaned = super().clean()
        if self.refusal and self.changed_data:
            raise ValidationError(self.refusal, code="in_public_use")
        for name in ("alt", "credit"):
            cleaned[name] = without_overrides(cleaned.get(name, ""))
        alt = cleaned["alt"] = " ".join(cleaned["alt"].split())
        is_described = has_something(alt) or cleaned.get("decorative")
        if not is_described and "alt" not in self.errors:
            self.add_error(
                "alt",
                _("Describe the picture in a sentence, or tick “decorative” below."),
            )
        return cleaned


class ImageUploadForm(ImageForm):
    """A new picture. `duplicate` is the stored one, if this very file is known."""

    image = forms.FileField(
        label=_("Picture"),
        help_text=_(
            "PNG or WEBP up to 5 MB, JPEG up to 15 MB. It is turned upright and shrunk "
            "to 1600 pixels wide; the place and camera a photo carries are removed. "
            "What is transparent becomes white, or dark where white would hide the "
            "picture; of a picture that moves the first one is stored."
        ),
        widget=forms.ClearableFileInput(
            attrs={"accept": "image/png,image/jpeg,image/webp"}
        ),
        error_messages={
            "required": _("Choose a picture."),
            "missing": _("Choose a picture."),
            "empty": _("This file is empty."),
        },
    )

    class Meta(ImageForm.Meta):
        fields = ["alt", "decorative"]

    duplicate = None
    picture = None

    @property
    def note(self):
        """A note on what was stored; empty if it is as sent."""
        if self.duplicate:
            sentence = _("The library has this file already: “%s” is used, as it is.")
            return sentence % self.duplicate
        if self.picture and self.picture.moves:
            return _(
                "This picture moved in its file. The site shows pictures that stand "
                "still: the first one was stored."
            )
        return ""

    def clean_image(self):
        upload = self.cleaned_data["image"]
        if upload.size > images.LARGEST_UPLOAD:
            raise ValidationError(_("This file is larger than 15 MB."))
        data = upload.read()
        self.duplicate = Image.objects.filter(sha256=images.fingerprint(data)).first()
        if not self.duplicate:
            try:
                self.picture = images.process(data)
            except ImageError as error:
                raise ValidationError(str(error), code="not_taken") from error
        return upload

    def store(self):
        """Save the picture and its row."""
        return storage.add(self.instance, self.picture)


class ImageAddForm(ImageUploadForm):
    """Point at a picture the library has already, in place of adding it again."""

    class Meta(ImageForm.Meta):
        pass

    def clean_image(self):
        upload = super().clean_image()
        if self.duplicate:
            raise ValidationError(
                _("The library has this picture already: “%(image)s”."),
                params={"image": self.duplicate},
                code="duplicate",
            )
        return upload


class ReplaceForm(ImageAddForm):
    """Another file for a picture that is there: what is said of it stays."""

    class Meta:
        model = Image
        fields = []

    def __init__(self, *args, image, **kwargs):
        self.of = image
        super().__init__(*args, **kwargs)

    def clean(self):
        return self.cleaned_data
