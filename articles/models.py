"""Define the article, with its own fields and links to tables."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from markdownx.models import MarkdownxField

from careerguide import markup
from careerguide.publishing.models.content import GuideContent, published_needs
from careerguide.publishing.models.search_text import SearchText
from careerguide.publishing.models.sections import GuideSection

from .querysets import ArticleQuerySet


class Article(GuideContent):
    guide = GuideSection(
        title=_("Articles"),
        career_title=_("Read"),
        on_home=4,
        chapters=True,
        complete=3,
    )
    search = SearchText(key=("summary", "takeaways"), body="body")
    short_fields = ("summary",)
    document_kind = "article"
    schema_type = "Article"
    bullet_fields = ("takeaways",)  # where every line should begin with a hyphen
    embedding_field = "body"  # where a line [[table: slug]] shows that table

    title = models.CharField(_("title"), max_length=200)
    slug = models.SlugField(
        _("slug"),
        max_length=120,
        unique=True,
        help_text=_("Its part of the address. Made from the title; keep it stable."),
    )
    summary = models.TextField(
        _("summary"),
        max_length=400,
        blank=True,
        help_text=_("One or two sentences: what the reader learns here."),
    )
    takeaways = models.TextField(
        _("key takeaways"),
        blank=True,
        validators=[markup.validate_length],
        help_text=_("Three to five points, each on a line that begins with a hyphen."),
    )
    body = MarkdownxField(
        _("body"),
        blank=True,
        validators=[markup.validate_length],
        help_text=_(
            "The text, in Markdown: ## begins a section. A line holding only "
            "[[table: address-of-the-table]] puts that table there."
        ),
    )
    picture = models.ForeignKey(
        "library.Image",
        models.PROTECT,
        verbose_name=_("picture"),
        null=True,
        blank=True,
        related_name="+",
    )

    objects = ArticleQuerySet.as_manager()

    class Meta(GuideContent.Meta):
        verbose_name = _("article")
        verbose_name_plural = _("articles")
        constraints = [
            *GuideContent.Meta.constraints,
            published_needs("title", "summary", "body"),
        ]
