"""Define what a site says of itself, and which variables say so over its record."""

import hashlib
import json
from dataclasses import dataclass, field, fields, replace
from functools import cached_property, lru_cache

from django.conf import settings

# Of the environment, by field: `settings.SITE_OVERRIDES` holds what they say.
VARIABLES = {
    "name": "SITE_NAME",
    "mark": "SITE_MARK",
    "accent": "SITE_ACCENT",
    "publisher": "SITE_PUBLISHER",
    "contact": "SITE_CONTACT",
    "licence": "CONTENT_LICENCE",
    "licence_url": "CONTENT_LICENCE_URL",
}
ACCENT, ACCENT_DARK = "#1d6996", "#6bb3de"


@dataclass(frozen=True)
class Identity:
    """What pages, files and mail say of the site; "" is what we say without."""

    name: str = "Career Guide"
    mark: str = ""
    accent: str = ACCENT
    accent_dark: str = ""
    publisher: str = ""
    contact: str = ""
    licence: str = ""
    licence_url: str = ""
    home_title: str = ""
    home_lead: str = ""
    review_days: dict = field(default_factory=dict)  # by label of a model

    @cached_property
    def key(self):
        """Return what tells it from any other, for caches."""
        values = [getattr(self, field.name) for field in fields(self)]
        return hashlib.sha256(repr(values).encode()).hexdigest()[:16]

    @cached_property
    def look(self):
        """Return the key of its mark and colours, or "" where these are ours."""
        own = self.mark, self.accent, self.accent_dark
        if own == ("", ACCENT, ""):
            return ""
        return hashlib.sha256(repr(own).encode()).hexdigest()[:12]

    @property
    def contact_url(self):
        return f"mailto:{self.contact}" if "@" in self.contact else self.contact


DEFAULT = Identity()


def of_record(text):
    """Return the Identity of a record, JSON or "", overridden by the environment."""
    return _of_record(text, tuple(settings.SITE_OVERRIDES.items()))


@lru_cache(maxsize=20)
def _of_record(text, overrides):
    said = json.loads(text) if text else {}
    if isinstance(days := said.get("review_days"), str):
        said["review_days"] = json.loads(days)  # SQLite has JSON in a text of its own
    said |= (overrides := dict(overrides))
    if "accent" in overrides:
        said["accent_dark"] = ""  # which is of the other one
    return replace(DEFAULT, **{name: value for name, value in said.items() if value})
