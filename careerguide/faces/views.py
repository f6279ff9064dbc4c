"""Serve what programs read beside the pages."""

from django.http import Http404
from django.shortcuts import get_object_or_404
from django.views.decorators.http import require_safe

from careerguide.http.open_data import DATA, answer
from careerguide.models import Career

from .addresses import absolute, model_at
from .markdown import guide_markdown, page_markdown

MARKDOWN = "text/markdown; charset=utf-8; variant=GFM"


@require_safe
def markdown(request, folder, slug):
    """Return the page whose last slash is `.md` here; of a career, its whole guide."""
    item = _published(folder, slug)
    write = guide_markdown if isinstance(item, Career) else page_markdown
    page = absolute(item.get_absolute_url())
    headers = DATA | {
        "Content-Type": MARKDOWN,
        "Content-Disposition": f'inline; filename="{slug}.md"',
        "Link": f'<{page}>; rel="canonical"',
        "Access-Control-Expose-Headers": "Link",
    }
    return answer(request, write(item), headers)


def _published(folder, slug):
    """The item whose page is in this folder, as a whole."""
    model = model_at(f"/{folder}{slug}/", slug)
    if model is None:
        raise Http404("There is no page of which this would be a face.")
    return get_object_or_404(model.objects.published().whole(), slug=slug)
