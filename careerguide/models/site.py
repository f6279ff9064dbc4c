"""Define the record of the site itself: what it is called, and who publishes it."""

from django.core.exceptions import ValidationError
from django.core.validators import EmailValidator, RegexValidator, URLValidator
from django.db import models
from django.utils.translation import gettext_lazy as _

from careerguide.identity import colours
from careerguide.identity.mark import is_mark
from careerguide.identity.values import ACCENT, DEFAULT
from careerguide.markup.characters import has_something
from careerguide.publishing.models.texts import normalise_texts, text_fields
from careerguide.publishing.models.visible_text import faults_of_unseen

ONLY = 1  # its key: there is one
NEITHER = _("Write an address of mail, or one of the web that begins with https://.")
hex_colour = RegexValidator(
    r"^#[0-9a-fA-F]{6}\Z",
    _("Write a colour as # and six digits from 0 to f, such as #1d6996."),
)


def mail_or_url(text):
    """Refuse what is neither an address of mail nor one of the web."""
    check = EmailValidator if "@" in text and "/" not in text else URLValidator
    options = {"schemes": ["http", "https"]} if check is URLValidator else {}
    try:
        check(**options)(text)
    except ValidationError as error:
        raise ValidationError(NEITHER) from error


class Site(models.Model):
    """The site, in one row. Readers see a change of it at once; there are no drafts.

    What is empty is said by `identity.values.DEFAULT`, or not at all.
    """

    group_permissions = {"Publisher": ("view", "change")}

    name = models.CharField(
        _("name"),
        max_length=60,
        default=DEFAULT.name,
        help_text=_("Stands at the head of every page, on cards and in citations."),
    )
    mark = models.CharField(
        _("mark"),
        max_length=3,
        blank=True,
        help_text=_(
            "Up to three letters or digits, shown on the accent colour beside the "
            "name and as the icon. Without any, our drawing stands there."
        ),
    )
    accent = models.CharField(
        _("accent colour"),
        max_length=7,
        default=ACCENT,
        validators=[hex_colour],
        help_text=_(
            "Of links, buttons, charts and the mark, on light ground: #1d6996."
        ),
    )
    accent_dark = models.CharField(
        _("accent colour on dark ground"),
        max_length=7,
        blank=True,
        validators=[hex_colour],
        help_text=_("Without one, it is worked out from the accent colour."),
    )
    publisher = models.CharField(
        _("publisher"),
        max_length=120,
        blank=True,
        help_text=_(
            "The person or organisation that answers for the site, as the law asks "
            "for it. Stands at the foot of every page, and on the page on privacy."
        ),
    )
    contact = models.CharField(
        _("contact"),
        max_length=200,
        blank=True,
        validators=[mail_or_url],
        help_text=_("Where readers write to: an address of mail, or a page."),
    )
    licence = models.CharField(
        _("licence of the content"),
        max_length=100,
        blank=True,
        help_text=_(
            "The terms readers may use the content under: CC BY 4.0, or All rights "
            "reserved. It is yours to state; the software has a licence of its own."
        ),
    )
    licence_url = models.CharField(
        _("address of the licence"),
        max_length=200,
        blank=True,
        validators=[URLValidator(schemes=["http", "https"])],
        help_text=_("https://creativecommons.org/licenses/by/4.0/"),
    )
    home_title = models.CharField(
        _("title of the home page"),
        max_length=100,
        blank=True,
        help_text=_("Without one: Careers in words and numbers."),
    )
    home_lead = models.TextField(
        _("lead of the home page"),
        max_length=400,
        blank=True,
        help_text=_("One or two sentences below it, and for search engines."),
    )
    review_days = models.JSONField(default=dict, blank=True, editable=False)
    # Counts saves, so that a form knows whether somebody saved meanwhile.
    version = models.PositiveIntegerField(default=0, editable=False)

    class Meta:
        verbose_name = _("site")
        verbose_name_plural = _("The site’s settings")
        default_permissions = ("view", "change")
        constraints = [
            models.CheckConstraint(name="there_is_one_site", condition=models.Q(pk=1)),
            models.CheckConstraint(
                name="careerguide_site_is_named", condition=models.Q(name__gt="")
            ),
        ]

    def __str__(self):
        return self.name

    def clean_fields(self, exclude=None):
        normalise_texts(self)
        self.accent, self.accent_dark = self.accent.lower(), self.accent_dark.lower()
        for field in text_fields(Site):
            if field.blank and not has_something(getattr(self, field.name)):
                setattr(self, field.name, "")  # as if nothing was written
        if unseen := faults_of_unseen(self, exclude or ()):
            raise ValidationError(unseen)
        super().clean_fields(exclude)

    def clean(self):
        super().clean()
        fields = {"accent": "light", "accent_dark": "dark"}
        faults = {
            name: fault
            for name, theme in fields.items()
            if (fault := _fault_of(getattr(self, name), theme))
        }
        if not is_mark(self.mark):
            faults["mark"] = _("Write letters or digits, and no signs.")
        if self.licence_url and not self.licence:
            faults["licence"] = _("Name the licence whose address you give.")
        if faults:
            raise ValidationError(faults)

    @classmethod
    def the_one(cls):
        """Return the record; a new one, which is not stored, where there is none."""
        return cls.objects.filter(pk=ONLY).first() or cls(pk=ONLY)

    @classmethod
    def said_names(cls):
        """Return the names of the columns that an Identity is made of."""
        return [
            field.name
            for field in cls._meta.concrete_fields
            if field.name not in ("id", "version")
        ]


def _fault_of(colour, theme):
    """Return what is wrong with a colour as text on the grounds of a theme, or None."""
    if not colours.HEX.fullmatch(colour) or colours.is_readable(colour, theme):
        return None  # one that is none has its own sentence
    words = {
        "contrast": f"{int(colours.least_contrast(colour, theme) * 10) / 10:.1f}",
        "least": colours.LEAST,
        "nearest": colours.nearest_readable(colour, theme),
    }
    sentence = (
        _(
            "On light ground this has a contrast of %(contrast)s to 1, and text needs "
            "%(least)s: the nearest colour that passes is %(nearest)s."
        )
        if theme == "light"
        else _(
            "On dark ground this has a contrast of %(contrast)s to 1, and text needs "
            "%(least)s: the nearest colour that passes is %(nearest)s."
        )
    )
    return sentence % words
