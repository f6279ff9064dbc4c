"""Define the career, which every guide is about, and pages about the site itself."""

from django.core.exceptions import ValidationError
from django.db import models
from django.urls import Resolver404, resolve, reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from markdownx.models import MarkdownxField

from careerguide.publishing.models.content import Publishable, published_needs
from careerguide.publishing.models.search_text import SearchText

from .markup import validate_length


class Career(Publishable):
    title_field = "name"
    search = SearchText(names="other_names", text=("summary",), weight=0.15)
    admin_group = _("Guides")

    name = models.CharField(
        _("name"),
        max_length=100,
        help_text=_(
            "In the singular, as a job advert says it: Machine Learning Engineer."
        ),
    )
    slug = models.SlugField(
        _("slug"),
        max_length=100,
        unique=True,
        help_text=_("Its part of the address: machine-learning-engineer."),
    )
    other_names = models.CharField(
        _("other names"),
        max_length=300,
        blank=True,
        help_text=_("What else people call it, separated by commas: ML engineer."),
    )
    summary = models.TextField(
        _("summary"),
        max_length=400,
        blank=True,
        help_text=_("One or two sentences for cards and search results."),
    )
    picture = models.ForeignKey(
        "library.Image",
        models.PROTECT,
        verbose_name=_("picture"),
        null=True,
        blank=True,
        related_name="+",
    )
    order = models.PositiveIntegerField(
        _("order"), default=0, help_text=_("Its place in lists: 1 comes first.")
    )

    class Meta(Publishable.Meta):
        verbose_name = _("career")
        verbose_name_plural = _("careers")
        ordering = ["order", "name", "pk"]
        indexes = [
            *Publishable.Meta.indexes,
            models.Index(fields=["order", "name"], name="career_by_place"),
        ]
        constraints = [
            *Publishable.Meta.constraints,
            published_needs("name", "summary"),
        ]

    def career_keys(self):
        return (self.pk,)

    def get_absolute_url(self):
        return reverse("career_detail", args=[self.slug])

    @property
    def other_name_list(self):
        return [name.strip() for name in self.other_names.split(",") if name.strip()]


class Page(Publishable):
    """A page about the site: who makes it, what it keeps about its readers."""

    search = SearchText(key=("summary",), body="body")

    title = models.CharField(_("title"), max_length=100)
    slug = models.SlugField(
        _("slug"),
        max_length=100,
        unique=True,
        help_text=_("Its address: about gives /about/."),
    )
    summary = models.TextField(
        _("summary"),
        max_length=400,
        blank=True,
        help_text=_("One sentence for search results."),
    )
    body = MarkdownxField(
        _("body"),
        blank=True,
        validators=[validate_length],
        help_text=_("The text, in Markdown."),
    )
    order = models.PositiveIntegerField(
        _("order"),
        default=0,
        help_text=_("Its place at the foot of every page: 1 comes first."),
    )

    class Meta(Publishable.Meta):
        verbose_name = _("page")
        verbose_name_plural = _("pages")
        ordering = ["order", "title"]
        constraints = [*Publishable.Meta.constraints, published_needs("title", "body")]

    def get_absolute_url(self):
        return reverse("page_detail", args=[self.slug])

    def clean(self):
        super().clean()
        try:
            match = resolve(f"/{self.slug}/")
        except Resolver404:
            return
        if match.view_name != "page_detail":
            raise ValidationError(
                {
                    "slug": _(
                        "Another part of the site has this address: choose another."
                    )
                }
            )


class SeededGuide(models.Model):
    """A guide of the fixtures that was loaded once, and is the editors' ever since."""

    name = models.CharField(max_length=100, unique=True)
    seeded_at = models.DateTimeField(default=timezone.now)

    class Meta:
        default_permissions = ()

    def __str__(self):
        return self.name
