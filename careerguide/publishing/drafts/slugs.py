"""Make slugs: from the title where an editor gives none, and always free."""

from itertools import count

from django.db import IntegrityError, transaction
from django.urls import resolve
from django.utils.text import slugify

from careerguide.publishing.models.related import UNPUBLISHED, OldSlug


def base_slug(item, *texts):
    """A slug from `texts`, in the length its field takes, or from the model's name."""
    limit = item._meta.get_field("slug").max_length - len("-1000")
    slug = slugify(" ".join(texts))[:limit].strip("-")
    return slug or item._meta.model_name


def leads_elsewhere(item):
    """Return whether its address is that of another part, such as /admin/."""
    return resolve(item.get_absolute_url()).kwargs != {"slug": item.slug}


def is_taken(slug, item):
    """Return whether another than `item` has, wants, or once had the slug."""
    model = type(item)
    if model._base_manager.filter(slug=slug).exclude(pk=item.pk).exists():
        return True
    claims = [kind.objects.filter(values__slug=slug) for kind in UNPUBLISHED]
    claims.append(OldSlug.objects.filter(slug=slug))
    others = (c.of_model(model).exclude(object_id=item.pk or 0) for c in claims)
    return any(claim.exists() for claim in others)


def free_slugs(item, base):
    """Give `item` the slug `base`, or `base-2`, `base-3`, …: each that nobody has."""
    for number in count(1):
        item.slug = base if number == 1 else f"{base}-{number}"
        if not (leads_elsewhere(item) or is_taken(item.slug, item)):
            yield item.slug


def save_with_free_slug(item, base):
    """Save `item` under the first free slug that `base` makes.

    Others may take the same slug at the same moment: the database decides, and the
    loser tries the next one.
    """
    model = type(item)
    for slug in free_slugs(item, base):
        try:
            with transaction.atomic():
                item.save(force_insert=True)
        except IntegrityError:
            if not model._base_manager.filter(slug=slug).exists():
                raise
        else:
            return
