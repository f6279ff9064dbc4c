"""Define the question that many ask, with its answer."""

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from markdownx.models import MarkdownxField

from careerguide import markup
from careerguide.publishing.checks.finding import long_text
from careerguide.publishing.models.content import GuideContent, published_needs
from careerguide.publishing.models.search_text import SearchText
from careerguide.publishing.models.sections import GuideSection


class FAQEntry(GuideContent):
    guide = GuideSection(
        title=_("Questions"),
        print_title=_("Questions and answers"),
        anchor="questions",
        on_home=6,
        complete=5,
    )
    title_field = "question"
    search = SearchText(key=("topic",), body="answer")
    short_fields = ("topic",)
    document_kind = "question"
    schema_type = schema_list_type = "FAQPage"
    checks = (long_text("answer", 250),)
    is_shown = True  # whether a page that lists it has room for its answer

    topic = models.CharField(
        _("topic"),
        max_length=60,
        blank=True,
        help_text=_("Questions of one topic stand together: Skills and education."),
    )
    question = models.CharField(
        _("question"),
        max_length=200,
        help_text=_("As a reader would ask it, with a question mark."),
    )
    slug = models.SlugField(
        _("slug"),
        max_length=160,
        unique=True,
        help_text=_(
            "Its part of the address. Begins with the career's, as other guides ask "
            "the same questions: machine-learning-engineer-skills."
        ),
    )
    answer = MarkdownxField(
        _("answer"),
        blank=True,
        validators=[markup.validate_length],
        help_text=_("In Markdown. Let the first sentence answer the question."),
    )

    class Meta(GuideContent.Meta):
        verbose_name = _("question")
        verbose_name_plural = _("questions")
        constraints = [
            *GuideContent.Meta.constraints,
            published_needs("question", "answer"),
        ]

    @cached_property
    def document(self):
        """The answer as HTML, with ids of its own on a page of many answers."""
        return self.render("answer", ids=f"{self.slug}-", top_level=4)

    def schema_properties(self, absolute):
        return self.schema_list_properties([self], absolute)

    @classmethod
    def schema_list_properties(cls, items, absolute):
        """Return the questions whose answers stand on the page, each in full."""
        shown = (item for item in items if item.is_shown)
        return {"mainEntity": [item._schema_question(absolute) for item in shown]}

    def _schema_question(self, absolute):
        address = absolute(self.get_absolute_url())
        text = self.plain("answer", in_blocks=True)
        return {
            "@type": "Question",
            "name": self.question,
            "url": address,
            "acceptedAnswer": {"@type": "Answer", "url": address, "text": text},
        }

    def clean(self):
        super().clean()
        # Without a slug it is given one when it is saved.
        own = self.career_id and self.slug
        if own and not self.slug.startswith(f"{self.career.slug}-"):
            raise ValidationError(
                {"slug": _("Begin it with “%s-”.") % self.career.slug}
            )
