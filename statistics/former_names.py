"""Keep what rows and columns were called, for texts that still call them so."""

from django.db import models


class FormerName(models.Model):
    """A name that a row or a column of a table had, and the one it has now.

    Texts are rewritten when it is renamed; a form that was open then, an older version
    or a file brings the old name back. Once another row has that name, it is no longer
    a former one.
    """

    class Kind(models.TextChoices):
        ROW = "row"
        COLUMN = "column"

    table = models.ForeignKey(
        "statistics.StatTable", models.CASCADE, related_name="former_names"
    )
    kind = models.CharField(max_length=6, choices=Kind.choices)
    former = models.CharField(max_length=500)
    name = models.CharField(max_length=500)

    class Meta:
        default_permissions = ()
        constraints = [
            models.UniqueConstraint(
                fields=["table", "kind", "former"], name="one_name_of_a_former_one"
            )
        ]

    def __str__(self):
        return f"{self.former} → {self.name}"
