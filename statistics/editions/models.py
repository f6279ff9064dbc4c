"""Store editions of tables: the files as they were served, which never change."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

MOST_REASON = 160  # characters: the history has them behind the number


class EditionQuerySet(models.QuerySet):
    def without_files(self):
        return self.defer("site_name", "csv", "json")


class Edition(models.Model):
    """What readers could take from a table from one publication to the next.

    Made by `recording` in the transaction that publishes; `withdrawal` alone changes a
    row, and nothing its files. It goes with its table.
    """

    table = models.ForeignKey(
        "statistics.StatTable", models.CASCADE, related_name="editions"
    )
    number = models.PositiveIntegerField()
    slug = models.SlugField(max_length=120)  # of the table then
    day = models.DateField()  # on which readers saw it first
    # Where it waits for its hour: until then nobody has seen it.
    starts_at = models.DateTimeField(null=True)
    title = models.CharField(max_length=200)
    # How its chart was drawn, which its files do not say.
    chart_form = models.CharField(max_length=10)
    row_order = models.CharField(max_length=10)
    # Who published it, as the site was called then: its pictures name it.
    site_name = models.TextField()
    csv_sha256 = models.CharField(max_length=64)
    json_sha256 = models.CharField(max_length=64)
    withdrawn_at = models.DateTimeField(null=True)
    withdrawn_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+"
    )
    withdrawn_reason = models.CharField(
        _("reason"),
        max_length=MOST_REASON,
        blank=True,
        default="",
        help_text=_("Readers see it at the address of the edition."),
    )
    # Last in the row, as SQLite reads all that stands before a column.
    csv = models.TextField()
    json = models.TextField()

    objects = EditionQuerySet.as_manager()

    class Meta:
        verbose_name = _("edition")
        verbose_name_plural = _("editions")
        default_permissions = ()
        ordering = ["-number"]
        constraints = [
            models.UniqueConstraint(
                fields=["table", "number"], name="edition_of_a_table_has_one_number"
            ),
            models.UniqueConstraint(
                fields=["slug", "number"], name="address_names_one_edition"
            ),
            models.CheckConstraint(
                condition=models.Q(number__gte=1), name="editions_count_from_one"
            ),
            models.CheckConstraint(
                condition=models.Q(withdrawn_at=None) | ~models.Q(withdrawn_reason=""),
                name="withdrawn_edition_has_a_reason",
            ),
        ]

    def __str__(self):
        return _("Edition %(number)d of “%(title)s”") % {
            "number": self.number,
            "title": self.title,
        }

    @property
    def is_withdrawn(self):
        return self.withdrawn_at is not None
