"""Hidden fields of a form that come back garbled: nobody sees an error beside them."""

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

MOST = 2**63 - 1  # that a primary key can be

DAMAGED = _(
    "Something that this page sends along was damaged on its way, perhaps by an "
    "extension of your browser. Your text is all here, and nothing was saved: read it, "
    "then save it again."
)


class DamageIsSaid:
    """A mixin for forms: says so on top, and sends the field back empty.

    An empty field is the careful one: the form knows of nothing that the editor saw,
    and asks about all of it.
    """

    def _clean_fields(self):
        super()._clean_fields()
        hidden = {field.name for field in self.hidden_fields()}
        if not (damaged := hidden & self.errors.keys()):
            return
        self.data = self.data.copy()
        for name in damaged:
            del self._errors[name]
            self.data[self.add_prefix(name)] = ""
        self.add_error(None, ValidationError(DAMAGED, code="damaged"))
