"""Find all items of one kind that have all words of a query, in no order."""

from django.conf import settings
from django.contrib.contenttypes.models import ContentType
from django.utils import timezone

from careerguide.publishing.public.finding import Found

from .backends import backend
from .backends.shapes import Filters
from .plan import make_plan
from .query import parse

MOST = 10_000  # items of one list


def find(model, text, for_editors=False):
    """Return what is `Found`; for editors the last word may be unfinished.

    None of a text without a word, which looks for nothing.
    """
    query = parse(text, settings.LANGUAGE_CODE)
    if not query:
        return None
    plan = make_plan(query, correct=not for_editors, while_typing=for_editors)
    now = None if for_editors else timezone.now()
    filters = Filters(now, (ContentType.objects.get_for_model(model).pk,))
    groups = [group.phrases for group in plan.required]
    if not all(group.is_known for group in plan.required):
        groups = []
    return Found(backend().items(groups, filters, MOST), plan.corrected)
