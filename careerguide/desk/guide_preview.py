"""Render the whole guide as readers would see it, were all its drafts published now.

As the preview of one item does: written, asked for, and rolled back.
"""

from django.db import DatabaseError, OperationalError, transaction
from django.db.models import Q
from django.http import Http404
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from careerguide.http.errors import error_page
from careerguide.publishing.drafts.rows import draft_of
from careerguide.publishing.models.related import WorkingCopy
from careerguide.publishing.models.sections import guide_models
from careerguide.publishing.preview.render import (
    NoPreview,
    anonymous_request,
    page_at,
    privately,
    write_as_published,
)


def render(career):
    """Return the page of the whole guide; where there is none, one that says why."""
    try:
        with transaction.atomic():
            draft = write_as_published(draft_of(career))
            for model in guide_models():
                for item in _unseen(model, career):
                    write_as_published(draft_of(item))
            page = page_at(reverse("career_print", args=[draft.slug]))
            transaction.set_rollback(True)
    except NoPreview as problem:
        return _problem(str(problem))
    except OperationalError:
        raise
    except (DatabaseError, Http404):
        return _problem(_("Something of it cannot be shown: preview its parts first."))
    return privately(page)


def _unseen(model, career):
    """The items that readers do not see as they are: nothing else has to be written."""
    items = model.objects.not_trashed().exclude(status=model.ARCHIVED)
    copies = WorkingCopy.objects.of_model(model).values("object_id")
    seen = model.live_condition(timezone.now())
    items = items.for_career(career).annotate(is_live_now=seen)
    return items.filter(Q(is_live_now=False) | Q(pk__in=copies)).order_by("order", "pk")


def _problem(sentence):
    message = (_("This cannot be shown yet"), sentence)
    return privately(error_page(anonymous_request("/"), 409, message))
