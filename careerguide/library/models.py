"""Define the image: every picture once, with its alternative text."""

from django.core.validators import MaxValueValidator
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from careerguide.media import filenames


class ImageQuerySet(models.QuerySet):
    def get_by_natural_key(self, sha256):
        return self.get(sha256=sha256)


class Image(models.Model):
    """A picture as the site stores it: turned, shrunk, and encoded anew as WebP."""

    group_permissions = {
        "Author": ("view", "add"),
        "Editor": ("view", "add", "change"),
        "Publisher": ("view", "add", "change", "delete"),
    }

    file = models.FileField(_("file"), max_length=200, unique=True, editable=False)
    alt = models.CharField(
        _("description for people who cannot see it"),
        max_length=300,
        blank=True,
        help_text=_("Say what the picture shows: Two engineers read a chart together."),
    )
    decorative = models.BooleanField(
        _("decorative"),
        default=False,
        help_text=_("It carries no meaning, so a screen reader should pass over it."),
    )
    credit = models.CharField(
        _("credit"),
        max_length=200,
        blank=True,
        help_text=_("Who made it and the terms of use: Ana Silva, CC BY 4.0."),
    )
    focal_x = models.PositiveSmallIntegerField(
        _("focal point, from the left"),
        default=50,
        validators=[MaxValueValidator(100)],
        help_text=_("In percent: what must stay visible when the picture is cropped."),
    )
    focal_y = models.PositiveSmallIntegerField(
        _("focal point, from the top"),
        default=50,
        validators=[MaxValueValidator(100)],
        help_text=_("In percent."),
    )
    sha256 = models.CharField(max_length=64, unique=True, editable=False)
    width = models.PositiveIntegerField(_("width"), editable=False)
    height = models.PositiveIntegerField(_("height"), editable=False)
    size = models.PositiveIntegerField(_("size in bytes"), editable=False)
    created_at = models.DateTimeField(
        _("created at"), default=timezone.now, editable=False
    )

    objects = ImageQuerySet.as_manager()

    class Meta:
        verbose_name = _("image")
        verbose_name_plural = _("images")
        ordering = ["-created_at", "-pk"]
        constraints = [
            models.CheckConstraint(
                name="library_image_needs_alt_or_decorative",
                condition=Q(decorative=True) | Q(alt__gt=""),
            ),
            models.CheckConstraint(
                name="library_image_focal_point_inside",
                condition=Q(focal_x__lte=100, focal_y__lte=100),
            ),
        ]

    def __str__(self):
        return self.alt or _("Decorative picture {}").format(self.sha256[:8])

    def natural_key(self):
        return (self.sha256,)

    @property
    def hashes(self):
        """The hashes of its file, and of those that it replaced."""
        if not self.pk:
            return [self.sha256]
        former = self.former_files.past()
        return [self.sha256, *former.values_list("sha256", flat=True)]

    @property
    def url(self):
        return self.file.url

    @property
    def thumbnail_url(self):
        """The smallest file there is, for lists."""
        return self._url(min(self._renditions.items(), default=(0, self.file.name))[1])

    @property
    def srcset(self):
        """The sizes of the picture, as an `img` offers them; empty if only one."""
        sizes = {**self._renditions, self.width: self.file.name}
        if len(sizes) == 1:
            return ""
        return ", ".join(f"{self._url(name)} {width}w" for width, name in sizes.items())

    @property
    def focus(self):
        """CSS classes for where a crop must look: `focus-x-25 focus-y-100`, by 25s."""
        x, y = (25 * round(point / 25) for point in (self.focal_x, self.focal_y))
        return f"focus-x-{x} focus-y-{y}"

    @property
    def alt_text(self):
        """The text for screen readers: nothing for a decorative picture."""
        return "" if self.decorative else self.alt

    @property
    def _renditions(self):
        return filenames.renditions(self.file.name)

    def _url(self, name):
        return self.file.storage.url(name)


class FormerFileQuerySet(models.QuerySet):
    def past(self):
        """Return those whose file was not uploaded anew, as a picture of its own."""
        return self.exclude(sha256__in=Image.objects.values("sha256"))


class FormerFile(models.Model):
    """A file that another took the place of: old texts and other sites may name it."""

    image = models.ForeignKey(Image, models.CASCADE, related_name="former_files")
    name = models.CharField(max_length=200, unique=True)
    sha256 = models.CharField(max_length=64, unique=True)
    replaced_at = models.DateTimeField(default=timezone.now)

    objects = FormerFileQuerySet.as_manager()

    class Meta:
        default_permissions = ()

    def __str__(self):
        return self.name
