"""Tell which links of an item did not answer when they were asked last."""

from django.utils.translation import gettext as _

from careerguide.markup.checks.findings import shortened
from careerguide.publishing.checks.finding import BROKEN_ELSEWHERE, Finding

from .addresses import addresses_in
from .models import ExternalLink


def broken_elsewhere(reading):
    """Yield a Finding for each; one query, where the item has such links."""
    addresses = addresses_in(reading)
    if not addresses:
        return
    links = ExternalLink.objects.filter(url__in=[*addresses]).exclude(problem="")
    for link in links.order_by("pk"):
        field, line, written = addresses[link.url]
        sentence = _("“%(address)s” did not answer as it should: %(problem)s")
        sentence %= {"address": shortened(link.url), "problem": link.problem}
        if line:
            said = {"line": line, "problem": sentence}
            sentence = _("Line %(line)d: %(problem)s") % said
        yield Finding(BROKEN_ELSEWHERE, field, sentence, written, line)
