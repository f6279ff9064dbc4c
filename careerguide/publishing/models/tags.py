"""Name what pages depend on, and what a change concerns, by the same tags.

`articles.article@7`: the articles of the guide of career 7, whichever and whatever they
say. `articles.article`: which articles there are in all guides, and by what they are
found, but not what they say. `careerguide.career@7`: the career itself.
"""


def of_kind(model):
    """Return the tag of which items of a model readers can find."""
    return model._meta.label_lower


def of_guide(model, career):
    """Return the tag of all that items of a model say in the guide of a career."""
    return f"{model._meta.label_lower}@{career}"


def tags_of_items(items, in_place=False):
    """Return the tags that a change of items concerns, or None: any page may be one.

    `in_place`: readers find the same items as before, where they found them.
    """
    found = set()
    for item in items:
        tags = item.change_tags(in_place) if hasattr(item, "change_tags") else None
        if tags is None:
            return None
        found |= tags
    return found
