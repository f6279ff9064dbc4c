"""Define what content needs to be published, and refuse what is wrong with it."""

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from careerguide.markup.references.sources import sources
from careerguide.publishing.checks import live_faults
from careerguide.publishing.checks import texts as text_faults

from . import texts
from .visibility import Status
from .visible_text import faults_of_unseen


def published_needs(*fields):
    """Return a named constraint: what is published has these text fields filled in."""
    filled = Q(*[(f"{field}__gt", "") for field in fields])
    return models.CheckConstraint(
        name="%(app_label)s_%(class)s_published_needs_text",
        condition=Q(filled, ~Q(status=Status.PUBLISHED), _connector=Q.OR),
    )


class Validated(models.Model):
    """Content that is checked as a draft, and further before readers see it."""

    class Meta:
        abstract = True

    @classmethod
    def needed_to_publish(cls):
        """Return the fields that `published_needs` names."""
        name = f"{cls._meta.app_label}_{cls._meta.model_name}_published_needs_text"
        constraint = next(c for c in cls._meta.constraints if c.name == name)
        filled, _status = constraint.condition.children
        return [lookup.removesuffix("__gt") for lookup, _value in filled.children]

    def faults_of_embeds(self):
        """Return faults by field, of what its texts show of other content."""
        found = {}
        for source in sources():
            for name, faults in source.faults(self).items():
                found.setdefault(name, []).extend(faults)
        return found

    def clean_fields(self, exclude=None):
        texts.normalise_texts(self)
        for source in sources():  # a form that was open meanwhile brings names back
            source.follow_names(self)
        errors = faults_of_unseen(self, exclude or ())
        try:
            super().clean_fields(exclude)
        except ValidationError as error:
            errors |= error.error_dict
        if errors:
            raise ValidationError(errors)

    def clean(self):
        super().clean()
        if self.status == Status.PUBLISHED:
            missing = [
                f for f in self.needed_to_publish() if not texts.is_seen(self, f)
            ]
            if missing:
                raise ValidationError({f: _needed(getattr(self, f)) for f in missing})
            if found := text_faults.blocking(self):
                raise ValidationError(found)
        if (
            self.publish_at
            and self.unpublish_at
            and self.unpublish_at <= self.publish_at
        ):
            raise ValidationError(
                {"unpublish_at": _("This has to be later than “publish at”.")}
            )

    def full_clean(self, *args, **options):
        """Refuse what is wrong, but for what is wrong with its live text already."""
        try:
            super().full_clean(*args, **options)
        except ValidationError as error:
            if found := live_faults.new_faults(self, error):
                raise ValidationError(found) from error

    @classmethod
    def prepare_clean(cls, items):
        """Fetch what `clean` of each item asks for, in queries for all of them."""
        text_faults.prepare(items)
        for source in sources():
            source.prepare(items)


def _needed(text):
    if text.strip():
        return _("Readers would see nothing of this. Write it in words to publish it.")
    return _("This is needed before it can be published.")
