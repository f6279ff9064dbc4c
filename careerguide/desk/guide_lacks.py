"""Say what a complete guide has and one lacks, each with the place to mend it."""

from dataclasses import dataclass

from django.contrib import admin
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext, ngettext_lazy

from careerguide.models import Career
from careerguide.publishing.models.reviews import Due

from .rows import list_url, may_publish

BROKEN = ngettext_lazy(
    "A page behind %d broken link or tie.", "Pages behind %d broken links and ties."
)
CLAIMS = ngettext_lazy(
    "Somebody who answers for %d number.", "Somebody who answers for %d numbers."
)
FINDINGS = ngettext_lazy(
    "A look at %d thing that the checks find.",
    "A look at %d things that the checks find.",
)


@dataclass(frozen=True)
class Lack:
    """A sentence, and the address where that is mended: none, where others do it."""

    sentence: str
    url: str = ""


def lacks(request, career, career_row, parts):
    """Return the Lack of all that a complete guide has, and this one lacks."""
    found = []
    model_admin = admin.site.get_model_admin(Career)
    may_change = model_admin.has_change_permission(request, career)
    publishes = may_publish(request, Career)
    form = career_row.url if may_change else ""
    if not career.summary:
        sentence = _("A summary of the career.")
        found.append(Lack(sentence, form and f"{form}#id_summary"))
    if not career.picture_id:
        sentence = _("A picture of the career.")
        found.append(Lack(sentence, form and f"{form}#id_picture"))
    if career_row.person is None or not career_row.person.is_there:
        sentence = _("Somebody who is responsible for the guide.")
        found.append(Lack(sentence, "#guide-person" if publishes else ""))
    if not career_row.is_published:
        sentence = _("The career is not published: readers see nothing of it.")
        url = reverse("desk:guide_publish", args=[career.pk])
        found.append(Lack(sentence, url if publishes else ""))
    for part in parts:
        found += _of_part(career, part)
    every = [career_row, *(row for part in parts for row in part.rows)]
    return [*found, *_sums(career, every)]


def _of_part(career, part):
    section, rows, model = part.section, part.rows, part.section.model
    published = sum(row.is_published for row in rows)
    if published < section.complete:
        plural = model._meta.verbose_name_plural
        named = {"kind": plural, "count": section.complete, "have": published}
        sentence = _("%(count)d %(kind)s at least; %(have)d are published.") % named
        yield Lack(sentence, f"#part-{part.name}")
    keys = [row.item.pk for row in rows]
    for one in model.attention if keys else ():
        items = model.objects.filter(pk__in=keys).filter(one.condition())
        if count := items.count():
            only = {"attention": one.name, "career__id__exact": career.pk}
            yield Lack(f"{one.title}: {count}.", list_url(model, **only))


def _sums(career, rows):
    def first(is_so):
        return next(row for row in rows if is_so(row))

    if count := sum(map(_has_no_review, rows)):
        sentence = ngettext(
            "A day of review of %d item.", "Days of review of %d items.", count
        )
        yield Lack(sentence % count, f"{first(_has_no_review).url}#id_review_by")
    if count := sum(row.is_overdue for row in rows):
        sentence = ngettext(
            "A review of %d item that is overdue.",
            "Reviews of %d items that are overdue.",
            count,
        )
        row = first(lambda row: row.is_overdue)
        is_career = row.item == career  # which no part of the page shows
        part = f"#part-{row.item._meta.model_name}"
        yield Lack(sentence % count, f"{row.url}#id_review_by" if is_career else part)
    facts = [row.facts for row in rows if row.facts]
    claims = reverse("admin:statistics_stattable_claims")
    for name, url, sentence in (
        ("problem_count", "#checks", BROKEN),
        ("claim_count", f"{claims}?guide={career.slug}", CLAIMS),
        ("finding_count", "#checks", FINDINGS),
    ):
        if count := sum(getattr(one, name) for one in facts):
            yield Lack(sentence % count, url)


def _has_no_review(row):
    return row.is_published and row.due is Due.NONE
