"""Serve the editor's endpoints: preview, upload, and the lists to choose from."""

from functools import reduce
from operator import or_

from django.contrib.admin.models import ADDITION, LogEntry
from django.core.exceptions import ValidationError
from django.core.paginator import Paginator
from django.db import models
from django.db.models import Q
from django.template.loader import render_to_string
from django.utils.translation import gettext as _

from careerguide import markup
from careerguide.http.json_endpoint import Refused, endpoint
from careerguide.languages.searching import search_words
from careerguide.library.forms import ImageUploadForm
from careerguide.library.models import Image
from careerguide.publishing.checks.texts import warnings_of

from .edited import claims_of, edited_field, edited_item, embedded_model, may_see
from .insertions import image_markdown, table_markdown

PER_PAGE = 24
MAX_QUERY = 100


@endpoint("POST", per_minute=300)
def preview(request):
    """Return the text as the site shows it, as a whole page for the editor's frame."""
    if "text" not in request.POST:
        raise Refused(_("There is no text to show: reload the page."))
    text = request.POST["text"]
    model = _previewed_model(request)
    try:
        markup.validate_size(text)
    except ValidationError as error:
        raise Refused(" ".join(error.messages), 413) from error
    render = getattr(model, "render_text", markup.render)
    context = {"document": render(text)}
    item, field = edited_item(request.POST, model), request.POST["field"]
    return {
        "html": render_to_string("editor/preview.html", context),
        "warnings": warnings_of(item, field, text),
        "claims": claims_of(item, field, text),
    }


@endpoint("POST", per_minute=30)
def upload(request):
    """Put a picture into the library, and answer with the Markdown that shows it."""
    if not request.user.has_perm("library.add_image"):
        raise Refused(_("Your account may not add pictures to the library."), 403)
    form = ImageUploadForm(request.POST, request.FILES)
    if not form.is_valid():
        problems = {name: " ".join(errors) for name, errors in form.errors.items()}
        raise Refused(" ".join(problems.values()), fields=problems)
    image = form.duplicate
    if image is None:
        image = form.store()
        LogEntry.objects.log_actions(
            request.user.pk, [image], ADDITION, single_object=True
        )
    decorative = form.cleaned_data["decorative"]
    alt = "" if decorative else form.cleaned_data["alt"]
    return {
        "markdown": image_markdown(image.url, alt),
        "url": image.url,
        "alt": alt,
        "duplicate": form.duplicate is not None,
        "note": str(form.note),
    }


@endpoint("GET", per_minute=120)
def images(request):
    """Return the library's pictures, newest first.

    `q` searches words, `page` turns pages.
    """
    if not may_see(request.user, Image):
        raise Refused(_("Your account may not see the library."), 403)
    found = _search(request, Image.objects.all(), ["alt", "credit"])
    return _page(request, found, _image_entry)


@endpoint("GET", per_minute=120)
def tables(request):
    """Return tables an article can show by reference, guide by guide; `q` searches."""
    model = embedded_model("table")
    if not may_see(request.user, model):
        raise Refused(_("Your account may not see the tables."), 403)
    found = model.objects.with_career().in_reading_order()
    lines = [f.name for f in model._meta.fields if isinstance(f, models.CharField)]
    return _page(request, _search(request, found, lines), _table_entry)


def _previewed_model(request):
    """The model whose text is written, if this person may see items of it."""
    model, field = edited_field(request, request.POST)
    if not isinstance(field, models.TextField):
        raise Refused(_("This field holds no Markdown."))
    return model


def _search(request, found, fields):
    """Narrow `found` to what has each word of the query in one of the fields."""
    query = request.GET.get("q", "").replace("\x00", "")[:MAX_QUERY]
    for word in search_words(query):
        conditions = [Q(**{f"{field}__folds": word}) for field in fields]
        found = found.filter(reduce(or_, conditions))
    return found


def _page(request, found, entry):
    page = Paginator(found, PER_PAGE).get_page(request.GET.get("page"))
    return {
        "items": [entry(item) for item in page],
        "count": page.paginator.count,
        "page": page.number,
        "pages": page.paginator.num_pages,
    }


def _image_entry(image):
    return {
        "url": image.url,
        "thumbnail": image.thumbnail_url,
        "alt": image.alt,
        "decorative": image.decorative,
        "credit": image.credit,
        "markdown": image_markdown(image.url, image.alt_text),
    }


def _table_entry(table):
    return {
        "title": str(table),
        "career": str(table.career),
        "slug": table.slug,
        "published": table.is_published,
        "markdown": table_markdown(table.embed_keyword, table.slug),
    }
