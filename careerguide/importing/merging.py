"""Merge what a newer document says into a draft that was edited meanwhile."""

DOCUMENT, DRAFT = "document", "draft"
CHOICES = (DOCUMENT, DRAFT)
STAYS = ("slug",)  # an address is stable


def merged(draft, base, new, choice=""):
    """Return (values for the draft, names of fields in conflict): a three-way merge.

    `base` is the draft as an import left it. A field that only one side changed takes
    that side; where both did, `choice` says which.
    """
    values, conflicts = {}, []
    for name, value in new.items():
        mine, was = draft.get(name), base.get(name)
        if name in STAYS or value in (mine, was):
            continue
        if mine == was or choice == DOCUMENT:
            values[name] = value
        elif choice != DRAFT:
            conflicts.append(name)
    return values, conflicts
