"""Print what the checks find in the texts of the site."""

from django.core.management.base import BaseCommand, CommandError
from django.db.models import Q

from careerguide.desk.facts import refresh_all
from careerguide.models import Career
from careerguide.publishing.checks.finding import all_checks
from careerguide.publishing.checks.findings import findings_of
from careerguide.publishing.drafts.rows import draft_of
from careerguide.publishing.models.content import content_models
from careerguide.publishing.models.ignored import open_findings


class Command(BaseCommand):
    help = (
        "Print what the checks find in drafts and in what readers see, as the form of "
        "each item does. Ends with 1 where they find something that nobody ignores."
    )

    def add_arguments(self, parser):
        names = ", ".join(all_checks(content_models()))
        parser.add_argument("--guide", help="the address of one career, its slug")
        parser.add_argument(
            "--only", action="append", metavar="CHECK", help=f"one of: {names}"
        )

    def handle(self, guide, only, **options):
        known = all_checks(content_models())
        if unknown := [name for name in only or () if name not in known]:
            raise CommandError(f"There is no check “{unknown[0]}”.")
        refresh_all(100_000)  # which passages stand twice is asked of these
        count = looked = 0
        for item in _items(guide):
            looked += 1
            found, _ignored = open_findings(item, findings_of(draft_of(item)))
            found = [one for one in found if not only or one.check in only]
            if found:
                self.stdout.write(f"{item._meta.verbose_name} “{item}” ({item.slug})")
            for one in found:
                self.stdout.write(f"  {one.named(type(item))} [{one.check}]")
            count += len(found)
        self.stdout.write(f"Looked at {looked} items, found {count} things.")
        if count:
            raise SystemExit(1)


def _items(guide):
    career = None
    if guide and not (career := Career.objects.filter(slug=guide).first()):
        raise CommandError(f"There is no career with the address “{guide}”.")
    for model in reversed(content_models()):
        items = model.objects.not_trashed().exclude(status=model.ARCHIVED)
        if career:
            if hasattr(model, "career"):
                items = items.filter(career=career)
            else:
                items = items.filter(Q(pk=career.pk) if model is Career else Q(pk=None))
        yield from items.order_by("pk").iterator(chunk_size=100)
