"""Read what the address of a page of results asks for, which may be anything."""

import re
from dataclasses import dataclass, replace
from urllib.parse import urlencode

from django.contrib.contenttypes.models import ContentType

from careerguide.languages.folding import fold
from careerguide.publishing.public.finding import asked_text

from .documents import career_model, searchable_models
from .query import LONGEST

_WORD = re.compile(r"\w+(?:['’]\w+)*")


@dataclass(frozen=True)
class Asked:
    """`kind` is a model, `career` an item, each None for all; wrong ones are none.

    `is_exact` takes every word as it is.
    """

    text: str
    kind: type | None = None
    career: object = None
    is_exact: bool = False

    @classmethod
    def read(cls, parameters):
        text = asked_text(parameters, LONGEST)
        kinds = {model._meta.model_name: model for model in searchable_models()}
        career, slug = None, parameters.get("career", "")
        if re.fullmatch(r"[\w-]{1,200}", slug):
            career = career_model().objects.published().filter(slug=slug).first()
        kind = kinds.get(parameters.get("kind", ""))
        return cls(text, kind, career, parameters.get("exact") == "1")

    @property
    def filters(self):
        """The same as options of `search`."""
        kinds = [ContentType.objects.get_for_model(self.kind).pk] if self.kind else []
        return {
            "content_types": kinds,
            "careers": [self.career.pk] if self.career else [],
        }

    @property
    def kind_name(self):
        return self.kind._meta.model_name if self.kind else ""

    @property
    def options(self):
        """What is asked for, as the parameters of an address; "" or None is none."""
        return {
            "q": self.text,
            "kind": self.kind_name,
            "career": self.career and self.career.slug,
            "exact": "1" if self.is_exact else None,
        }

    def but(self, text):
        """The same of another text."""
        return replace(self, text=text)

    def query_string(self, **changes):
        """The address of the same results with other options; None leaves one out."""
        options = self.options | changes
        return "?" + urlencode({name: v for name, v in options.items() if v})


def corrected_text(text, corrected):
    """The text as it was understood: {word as it was typed: what it was taken for}."""
    return _WORD.sub(lambda word: corrected.get(fold(word[0]), word[0]), text)
