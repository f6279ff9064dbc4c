"""Check an item's address in its form: free, another's, or another's former one."""

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from careerguide.publishing.models.related import UNPUBLISHED, OldSlug


class ChecksAddress:
    """A mixin for the form of content, which has the fields `slug` and `take_over`."""

    def check_address(self):
        """An address that another draft wants, or that leads on to another item."""
        item, slug = self.instance, self.instance.slug
        if not slug or slug == self.known.get("slug"):
            return
        wanted = (
            other
            for kind in UNPUBLISHED
            for other in kind.objects.of_model(type(item)).filter(values__slug=slug)
            if other.object_id != item.pk
        )
        if other := next(wanted, None):
            if other.item.trashed_at:
                taken = _in_trash(other.item)
            else:
                taken = _("The draft of “%s” has this address: choose another.")
                taken %= other.item
            self.add_error("slug", taken)
            return
        leading = OldSlug.objects.of_model(type(item)).filter(slug=slug)
        leading = leading.exclude(object_id=item.pk or 0).first()
        if leading and self.cleaned_data.get("take_over") != slug:
            self.add_error(
                "slug",
                _(
                    "This was once the address of “%s”, and old links lead there. "
                    "Choose another, or save again to take it over."
                )
                % leading.item,
            )
            self.data = self.data.copy()
            self.data["take_over"] = slug

    def explain_taken(self, error):
        """Name who has a taken address, where no list shows it: in the trash."""
        if error.code != "unique":
            return error
        others = type(self.instance)._base_manager.exclude(pk=self.instance.pk)
        others = others.filter(slug=self.instance.slug, trashed_at__isnull=False)
        other = others.first()
        return ValidationError(_in_trash(other), code="unique") if other else error


def _in_trash(item):
    return (
        _(
            "“%s” in the trash has this address: choose another, or take it out of the "
            "trash and change it."
        )
        % item
    )
