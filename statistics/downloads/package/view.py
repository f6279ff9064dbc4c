"""Serve the package of a guide."""

from django.http import Http404
from django.shortcuts import get_object_or_404

from careerguide.http.open_data import DATA, answer, open_data
from careerguide.languages.speaking import speaking
from careerguide.models import Career
from careerguide.publishing.models.languages import language_of

from .archive import package_bytes, tables_of
from .describe import changed_at


@open_data
def package(request, slug):
    career = get_object_or_404(Career.objects.published(), slug=slug)
    tables = tables_of(career)
    if not tables:
        raise Http404("This guide has no tables.")
    name = f"{career.slug}-data-{changed_at(tables):%Y-%m-%d}.zip"
    headers = DATA | {
        "Content-Type": "application/zip",
        "Content-Disposition": f'attachment; filename="{name}"',
    }
    with speaking(language_of(career)):
        content = package_bytes(career, tables)
    return answer(request, content, headers)
