"""Make migrations as Django does, also of content types that are not whole yet.

A new type has no table until its first migration is made, and often no pages: the check
of content types names both, and may not keep the command it names from running.
"""

from django.core.checks.registry import registry
from django.core.management.commands import makemigrations

from careerguide.publishing.declarations import TAG


class Command(makemigrations.Command):
    """Make migrations, after all checks but that of content types."""

    def get_check_kwargs(self, options):
        return {"tags": registry.tags_available() - {TAG}}
