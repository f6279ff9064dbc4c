"""Define the article, with its own fields and links to tables."""

from itertools import chain

from django.db import models
from django.utils.translation import gettext_lazy as _
from markdownx.models import MarkdownxField

from careerguide import markup
from careerguide.markup.checks.findings import Fault
from careerguide.publishing.checks.texts import surveyed
from careerguide.publishing.models.content import GuideContent, published_needs
from careerguide.publishing.models.search_text import SearchText
from careerguide.publishing.models.sections import GuideSection

from .embeds import StoredTables, embed_tables, table_problems, tables_in


class Article(GuideContent):
    guide = GuideSection(
        title=_("Articles"), career_title=_("Read"), on_home=4, chapters=True
    )
    search = SearchText(key=("summary", "takeaways"), body="body")
    short_fields = ("summary",)
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

    class Meta(GuideContent.Meta):
        verbose_name = _("article")
        verbose_name_plural = _("articles")
        constraints = [
            *GuideContent.Meta.constraints,
            published_needs("title", "summary", "body"),
        ]

    @classmethod
    def render_text(cls, text, tables=None, **options):
        """The same, with its tables: those of `tables_in` it, if they are known."""
        tables = tables_in(text) if tables is None else tables
        embed = embed_tables(tables, ids=options.get("ids", ""))
        return markup.render(text, embed=embed, **options)

    @classmethod
    def render_options(cls, items):
        texts = chain.from_iterable((item.takeaways, item.body) for item in items)
        return {"tables": tables_in(*texts)}

    @classmethod
    def prepare_clean(cls, items):
        super().prepare_clean(items)
        tables = StoredTables.named_in(*(item.body for item in items))
        for item in items:
            item.stored_tables = tables

    def faults_of_embeds(self):
        tables = getattr(self, "stored_tables", None)
        problems = table_problems(self.body, published=True, beside=self, tables=tables)
        if not problems:
            return {}
        lines = surveyed(Article, "body", self.body).tables
        return {
            "body": [
                Fault("table", slug, lines.get(slug, 0), problem, blocks=True)
                for slug, problem in problems.items()
            ]
        }
