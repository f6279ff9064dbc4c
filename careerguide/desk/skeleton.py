"""Copy the skeleton of a guide to a new career: its parts, without what they say."""

from functools import partial

from django.contrib import admin
from django.db import transaction
from django.utils.translation import gettext as _

from careerguide.models import Career
from careerguide.publishing.drafts import actions
from careerguide.publishing.drafts.slugs import base_slug, save_with_free_slug
from careerguide.publishing.models.sections import guide_models


def copy(career, name, by, *, models=None):
    """Make a draft of a career called `name`, and of each part; return the career.

    Nothing that a guide says is true of another career: texts keep their headings,
    tables their columns, and a title the name of the new career where it had the old.
    """
    reason = _("skeleton of “%s”") % career
    with transaction.atomic():
        new = Career(name=name, group_id=career.group_id, language=career.language)
        new.review_by = new.next_review()
        _create(new, by, reason)
        for model in models if models is not None else guide_models():
            items = model.objects.not_trashed().for_career(career)
            for item in items.exclude(status=model.ARCHIVED).order_by("order", "pk"):
                part = item.skeleton(new)
                part.career = new
                _create(part, by, reason)
    return new


def _create(item, by, reason):
    texts = admin.site.get_model_admin(type(item)).slug_texts(item)
    save = partial(save_with_free_slug, item, base_slug(item, *texts))
    actions.create(item, by, save=save, reason=reason)
