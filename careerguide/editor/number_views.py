"""Serve the dialog that puts a number of a table into a text."""

import json
from itertools import chain, islice

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from careerguide import markup
from careerguide.http.json_endpoint import Refused, endpoint
from careerguide.languages.searching import search_words
from careerguide.markup.references.sources import sources

from .edited import (
    claims_of,
    edited_field,
    edited_item,
    embedded_model,
    may_see,
    takes_numbers,
)
from .views import MAX_QUERY

MOST_SHOWN = 50  # cells: who sees no more of them types another word
MOST_PICKED = 30


@endpoint("GET", per_minute=300)
def numbers(request):
    """Return cells that the text may name, a bounded part; `q` searches words."""
    item, name = _text(request, request.GET)
    words = search_words(request.GET.get("q", "").replace("\x00", "")[:MAX_QUERY])
    found = chain.from_iterable(s.cells(item, name, words) for s in sources())
    cells = list(islice(found, MOST_SHOWN + 1))
    return {"items": cells[:MOST_SHOWN], "more": len(cells) > MOST_SHOWN}


@endpoint("POST", per_minute=300)
def worked_out(request):
    """Return what readers would see of picked cells, and the notation for it."""
    item, name = _text(request, request.POST)
    keyword = request.POST.get("keyword", "")
    source = next((s for s in sources() if keyword in s.worked_out), None)
    if source is None:
        raise Refused(_("We do not know this text: reload the page."))
    return source.work_out(item, name, keyword, _cells(request))


@endpoint("POST", per_minute=300)
def claims(request):
    """Return the numbers of a text without a preview that a table has as well."""
    item, name = _text(request, request.POST)
    text = request.POST.get("text", "")
    try:
        markup.validate_size(text)
    except ValidationError as error:
        raise Refused(" ".join(error.messages), 413) from error
    return {"claims": claims_of(item, name, text)}


def _text(request, sent):
    """The item whose text may name cells, and the name of that text's field."""
    model, field = edited_field(request, sent)
    if not may_see(request.user, embedded_model("table")):
        raise Refused(_("Your account may not see the tables."), 403)
    if not takes_numbers(model, field.name):
        raise Refused(_("This text takes no numbers from tables."))
    return edited_item(sent, model), field.name


def _cells(request):
    """The picked cells: the slug, the row and the column of each."""
    try:
        cells = json.loads(request.POST.get("cells", "[]"))
        picked = [(str(slug), str(row), str(column)) for slug, row, column in cells]
    except (TypeError, ValueError, RecursionError) as error:
        raise Refused(_("We cannot read what was sent: try again.")) from error
    if len(picked) > MOST_PICKED or "\x00" in "".join(map("".join, picked)):
        raise Refused(_("We cannot read what was sent: try again."))
    return picked
