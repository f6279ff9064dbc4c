from django.core.management.base import BaseCommand
from django.utils import timezone

from careerguide.publishing.records import WorkingCopy
from careerguide.publishing.scheduling import publish_due


class Command(BaseCommand):
    help = (
        "Publish the drafts whose time has come. The site does so by itself while it "
        "has readers; run this from cron to be sure of it. --verbosity 0 is silent "
        "unless a draft could not be published."
    )

    def handle(self, *, verbosity, **options):
        now = timezone.now()
        due = WorkingCopy.objects.filter(publish_at__lte=now)
        known = list(due.values_list("pk", flat=True))
        published = publish_due(now)
        if verbosity:
            for item in published:
                kind = str(item._meta.verbose_name).capitalize()
                self.stdout.write(f"{kind} “{item}” is published.")
            if not known:
                self.stdout.write("No draft is due.")
        for working in WorkingCopy.objects.filter(pk__in=known).exclude(problem=""):
            self.stderr.write(f"“{working.item}” is not published: {working.problem}")
