"""Find which tables have editions at an address, which no other may take then."""

from careerguide.publishing.models.related import OldSlug

from .models import Edition


def tables_cited(items):
    """Return {slug: keys of the tables that had editions there} for slugs of tables.

    An edition can be read at each address that its table has had.
    """
    found = {item.slug: set() for item in items}
    editions = Edition.objects.filter(slug__in=found).order_by()
    for slug, key in editions.values_list("slug", "table").distinct():
        found[slug].add(key)
    former = OldSlug.objects.of_model(Edition._meta.get_field("table").related_model)
    former = former.filter(
        slug__in=found, object_id__in=Edition.objects.values("table")
    )
    for slug, key in former.values_list("slug", "object_id"):
        found[slug].add(key)
    return found
