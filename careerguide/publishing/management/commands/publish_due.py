"""Publish what is planned for an hour that has come."""

from django.core.management.base import BaseCommand
from django.utils import timezone

from careerguide.publishing.drafts.due import publish_due
from careerguide.publishing.models.related import Plan


class Command(BaseCommand):
    help = (
        "Publish what is planned and due. A running server does so by itself, but with "
        "PAGE_CACHE=false only while it has readers: then run this from cron. "
        "--verbosity 0 is silent unless something could not be published."
    )

    def handle(self, *, verbosity, **options):
        now = timezone.now()
        due = Plan.objects.filter(publish_at__lte=now, problem="")
        known = list(due.values_list("pk", flat=True))
        published = publish_due(now)
        if verbosity:
            for item in published:
                kind = str(item._meta.verbose_name).capitalize()
                self.stdout.write(f"{kind} “{item}” is published.")
            if not known:
                self.stdout.write("Nothing is due.")
        for plan in Plan.objects.filter(pk__in=known).exclude(problem=""):
            self.stderr.write(f"“{plan.item}” is not published: {plan.problem}")
