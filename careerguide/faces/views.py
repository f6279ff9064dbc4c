"""Serve what programs read beside the pages."""

from django.http import Http404
from django.views.decorators.http import require_safe

from careerguide.http.open_data import DATA, SHARED, answer, open_data
from careerguide.languages.speaking import speaking
from careerguide.models import Career
from careerguide.publishing.models.languages import language_of
from careerguide.publishing.models.sections import guide_sections
from careerguide.publishing.public.views import shown_or_404

from .addresses import absolute, model_at
from .card import item_card, site_card, title_card
from .feeds import guide_feed, site_feed
from .llms import llms
from .markdown import guide_markdown, page_markdown

MARKDOWN = "text/markdown; charset=utf-8; variant=GFM"
FEED = DATA | {"Content-Type": "application/atom+xml; charset=utf-8"}
PICTURE = SHARED | {"Content-Type": "image/png"}


@open_data
def markdown(request, folder, slug):
    """Return the page whose last slash is `.md` here; of a career, its whole guide."""
    item = _published(folder, slug)
    write = guide_markdown if isinstance(item, Career) else page_markdown
    page = absolute(item.get_absolute_url())
    headers = DATA | {
        "Content-Type": MARKDOWN,
        "Content-Disposition": f'inline; filename="{slug}.md"',
        "Link": f'<{page}>; rel="canonical"',
    }
    return answer(request, write(item), headers)


@require_safe
def card(request, folder, slug):
    """Return the picture that previews of links show of a page: its title, drawn."""
    path = f"/{folder}{slug}/"
    if section := next((s for s in guide_sections() if s.list_url == path), None):
        return answer(request, title_card(str(section.title)), PICTURE)
    return answer(request, item_card(_published(folder, slug)), PICTURE)


@require_safe
def general_card(request):
    return answer(request, site_card(), PICTURE)


@open_data
def llms_txt(request):
    headers = DATA | {"Content-Type": "text/plain; charset=utf-8"}
    return answer(request, llms(), headers)


@open_data
def feed(request):
    """Return what changed in all guides, the newest first."""
    return answer(request, site_feed(), FEED)


@open_data
def career_feed(request, slug):
    """Return what changed in one guide, the newest first."""
    career = shown_or_404(Career, slug)
    with speaking(language_of(career)):
        content = guide_feed(career)
    return answer(request, content, FEED)


def _published(folder, slug):
    """The item whose page is in this folder, as a whole."""
    model = model_at(f"/{folder}{slug}/", slug)
    if model is None:
        raise Http404("There is no page of which this would be a face.")
    return shown_or_404(model, slug)
