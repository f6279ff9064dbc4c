"""Define pages about the site itself, and which guides of fixtures were loaded."""

from django.core.exceptions import ValidationError
from django.db import models
from django.urls import Resolver404, resolve
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from markdownx.models import MarkdownxField

from careerguide.http.paths import path_of
from careerguide.markup import validate_length
from careerguide.publishing.models.content import Publishable, published_needs
from careerguide.publishing.models.search_text import SearchText


class Page(Publishable):
    """A page about the site: who makes it, what it keeps about its readers."""

    search = SearchText(key=("summary",), body="body")
    review_days = 730

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
        return path_of("page_detail", self.slug)

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
    """A guide of the fixtures that was loaded once, and is the editors' ever since.

    Or one that the first start was told to leave out, which has no `seeded_at`.
    """

    name = models.CharField(max_length=100, unique=True)
    seeded_at = models.DateTimeField(default=timezone.now, null=True)

    class Meta:
        default_permissions = ()

    def __str__(self):
        return self.name
