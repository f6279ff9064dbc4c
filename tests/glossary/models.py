"""Define the term of the glossary, a content type of the tests."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from markdownx.models import MarkdownxField

from careerguide import markup
from careerguide.publishing.models.content import GuideContent, published_needs
from careerguide.publishing.models.search_text import SearchText
from careerguide.publishing.models.sections import GuideSection


class Term(GuideContent):
    guide = GuideSection(title=_("Glossary"), on_home=4)
    title_field = "term"
    search = SearchText(text=("meaning",))
    short_fields = ("meaning",)

    term = models.CharField(_("term"), max_length=80)
    slug = models.SlugField(_("slug"), max_length=100, unique=True)
    meaning = MarkdownxField(
        _("meaning"), blank=True, validators=[markup.validate_length]
    )

    class Meta(GuideContent.Meta):
        verbose_name = _("term")
        verbose_name_plural = _("terms")
        constraints = [
            *GuideContent.Meta.constraints,
            published_needs("term", "meaning"),
        ]
