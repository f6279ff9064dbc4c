"""Name what pages depend on, and what a change concerns, by the same tags.

`articles.article#3`: all that article 3 says. `articles.article@7`: which articles the
guide of career 7 has, in which order, and what lists say of them, but not their texts.
`articles.article@`: the same of all guides. `articles.article`: which articles there
are in all guides, and by what they are found.
`guide@7`: anything in the guide of career 7. `careerguide.career@7`: the career itself.
"""

from enum import IntEnum


class Extent(IntEnum):
    """How far a change of an item reaches."""

    ANYWHERE = 0  # readers find it elsewhere, or by other names, or no longer
    GUIDE = 1  # lists and neighbours in its guide say something else of it
    ITEM = 2  # only what shows its `inner_fields` or its notes says something else


def of_kind(model):
    """Return the tag of which items of a model readers can find."""
    return model._meta.label_lower


def of_guide(model, career):
    """Return the tag of what lists of a model in the guide of a career show."""
    return f"{model._meta.label_lower}@{career}"


def of_guides(model):
    """Return the tag of what lists of a model in any guide show."""
    return f"{model._meta.label_lower}@"


def of_item(model, key):
    """Return the tag of all that an item says."""
    return f"{model._meta.label_lower}#{key}"


def of_anything_in(career):
    """Return the tag of any change to an item in the guide of a career."""
    return f"guide@{career}"


def tags_of_items(items, extent=Extent.ANYWHERE):
    """Return the tags that a change of items concerns, or None: any page may be one."""
    found = set()
    for item in items:
        tags = item.change_tags(extent) if hasattr(item, "change_tags") else None
        if tags is None:
            return None
        found |= tags
    return found
