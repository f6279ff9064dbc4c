"""Say what a bulk action will do: nothing, too, and what readers will see."""

from dataclasses import dataclass

from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext_lazy


@dataclass(frozen=True)
class Wording:
    """Sentences for one item and for several; of `seen` ones first.

    `seen` is said where readers see one of the items, now or once it is done.
    """

    nothing: str
    title: str
    seen: str
    unseen: str

    def title_of(self, listed):
        count = len(_going(listed))
        return self.title % {"count": count} if count else self.nothing

    def consequence_of(self, listed):
        going = _going(listed)
        if not going:
            return _("Each says why. Nothing is done with any of them.")
        is_seen = any(one.is_seen for one in going)
        sentences = self.seen if is_seen else self.unseen
        return sentences % {"count": len(going)}


def _going(listed):
    """Those of the items on a page that something can be done with."""
    return [one for one in listed if not one.hindrance]


PUBLISH = Wording(
    _("Nothing to publish"),
    ngettext_lazy("Publish this?", "Publish these?", "count"),
    ngettext_lazy(
        "Readers see it at once, as it is shown here.",
        "Readers see each that stays ticked at once, as it is shown here.",
        "count",
    ),
    ngettext_lazy(
        "Readers see it once its career is published.",
        "Readers see each that stays ticked once its career is published.",
        "count",
    ),
)
UNPUBLISH = Wording(
    _("Nothing to unpublish"),
    ngettext_lazy("Unpublish this?", "Unpublish these?", "count"),
    ngettext_lazy(
        "Readers no longer find it. It can be published again at any time.",
        "Readers no longer find them. They can be published again at any time.",
        "count",
    ),
    ngettext_lazy(
        "Readers do not see it now, and will not. It can be published again at any "
        "time.",
        "Readers see none of them now, and will not. They can be published again at "
        "any time.",
        "count",
    ),
)
TRASH = Wording(
    _("Nothing to move to the trash"),
    ngettext_lazy("Move this to the trash?", "Move these to the trash?", "count"),
    ngettext_lazy(
        "Readers no longer find it. It can be taken out of the trash again.",
        "Readers no longer find them. Each can be taken out of the trash again.",
        "count",
    ),
    ngettext_lazy(
        "Readers do not see it as it is. It can be taken out of the trash again.",
        "Readers see none of them as it is. Each can be taken out of the trash again.",
        "count",
    ),
)
