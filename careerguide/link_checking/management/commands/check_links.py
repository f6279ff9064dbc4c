"""Ask whether the links to other sites still answer."""

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError

from careerguide.desk.facts import keep_all
from careerguide.link_checking.addresses import addresses_in
from careerguide.link_checking.checking import check
from careerguide.link_checking.models import ExternalLink
from careerguide.publishing.checks.findings import Reading
from careerguide.publishing.drafts.rows import draft_of
from careerguide.publishing.models.content import content_models


class Command(BaseCommand):
    help = (
        "Ask whether the links to other sites still answer: each once a week, with a "
        "pause between two requests to one host. What does not is shown beside the "
        "forms and on the admin's first page. CHECK_LINKS=true allows it."
    )

    def add_arguments(self, parser):
        parser.add_argument("--most", type=int, default=1_000, help="at most so many")
        parser.add_argument(
            "--again", action="store_true", help="what was asked lately, too"
        )

    def handle(self, most, again, verbosity=1, **options):
        if not settings.CHECK_LINKS:
            raise CommandError("CHECK_LINKS=true lets this machine ask other sites.")
        by_url = _items_by_address()
        say = self.stdout.write if verbosity > 1 else lambda text: None
        changed = check([*by_url], again=again, most=most, say=say)
        _forget_others(by_url)
        keep_all({item: None for url in changed for item in by_url[url]})
        broken = ExternalLink.objects.exclude(problem="").order_by("url")
        for link in broken:
            names = ", ".join(f"“{item}”" for item in by_url[link.url])
            self.stdout.write(f"{link.url}: {link.problem} {names}")
        self.stdout.write(
            f"Links to other sites: {len(by_url)}, broken: {len(broken)}."
        )


def _forget_others(by_url):
    """Forget what no text links to any more."""
    known = ExternalLink.objects.values_list("pk", "url")
    keys = [pk for pk, url in known if url not in by_url]
    for start in range(0, len(keys), 500):
        ExternalLink.objects.filter(pk__in=keys[start : start + 500]).delete()


def _items_by_address():
    """The items that link to each address, in their drafts."""
    found = {}
    for model in content_models():
        items = model.objects.not_trashed().exclude(status=model.ARCHIVED)
        for item in items.order_by("pk").iterator(chunk_size=100):
            for url in addresses_in(Reading(draft_of(item))):
                found.setdefault(url, []).append(item)
    return found
