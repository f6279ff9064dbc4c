"""Generate the sitemap: every published page, by the same `published()` as pages.

It goes guide by guide, so that no page of it counts or passes over the items of others;
where there are several, the sitemap lists them. Django's own would take a second for a
thousand guides.
"""

from django.conf import settings
from django.core.paginator import InvalidPage, Paginator
from django.http import Http404, HttpResponse
from django.urls import reverse
from django.utils.html import format_html, format_html_join
from django.utils.timezone import localdate

from careerguide.models import Career
from careerguide.publishing.models.content import GuideContent, content_models
from careerguide.publishing.models.sections import guide_sections
from careerguide.publishing.public.dates import told_at

GUIDES = 25  # on one page, with all they hold
NAMESPACE = "http://www.sitemaps.org/schemas/sitemap/0.9"
DATED = "<url><loc>{}</loc><lastmod>{}</lastmod></url>\n"
SLUG = "the-slug"


def sitemap(request):
    """Return all pages of the site, or `?p=` of them, or where to find these."""
    guides = Career.objects.published().order_by("pk").with_told()
    guides = Paginator(guides, GUIDES)
    number = request.GET.get("p")
    if number is None and guides.num_pages > 1:
        own = f"{settings.SITE_URL}{request.path}"
        pages = ((f"{own}?p={page}",) for page in guides.page_range)
        entry = "<sitemap><loc>{}</loc></sitemap>\n"
        return _answer("sitemapindex", format_html_join("", entry, pages))
    try:
        page = guides.page(number or 1)
    except InvalidPage as error:
        raise Http404(str(error)) from error
    paths = [reverse("home"), *(section.list_url for section in guide_sections())]
    if guides.count > 1:
        paths.append(reverse("career_list"))
    lists = [(f"{settings.SITE_URL}{path}",) for path in paths]
    return _answer(
        "urlset",
        format_html_join("", "<url><loc>{}</loc></url>\n", lists * (page.number == 1))
        + format_html_join("", DATED, _dated(page)),
    )


def _dated(page):
    """The address of each item on a page, and of which day it is.

    The page of a career is of the day of its guide, as it says.
    """
    guides = {career.pk: [career] for career in page}
    for model in content_models():
        if issubclass(model, GuideContent):
            items = model.objects.published().filter(career__in=guides)
            items = [*items.order_by("pk").with_told()]
            for item in items:
                guides[item.career_id].append(item)
        elif model is Career:
            items = page.object_list
        elif page.number > 1:
            continue
        else:
            items = model.objects.published().order_by("pk").with_told()
        # An address looked up for each would take longer than all the rest.
        before, after = model(slug=SLUG).get_absolute_url().split(SLUG)
        for item in items:
            told = guides[item.pk] if model is Career else [item]
            day = localdate(told_at(told)).isoformat()
            yield f"{settings.SITE_URL}{before}{item.slug}{after}", day


def _answer(root, entries):
    xml = format_html(
        '<?xml version="1.0" encoding="UTF-8"?>\n<{} xmlns="{}">\n{}</{}>\n',
        *(root, NAMESPACE, entries, root),
    )
    return HttpResponse(xml, "application/xml", headers={"X-Robots-Tag": "noindex"})
