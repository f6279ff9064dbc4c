"""Count the length of a form's long text as the browser counts it.

HTML counts a line break once, though CR and LF are sent for it, and `maxlength` in code
units of UTF-16, of which most emoji have two. Whoever the browser lets finish is not
refused by the server, and the other way round.
"""

from django import forms
from django.core.validators import MaxLengthValidator
from django.utils.translation import gettext_lazy as _

from .characters import one_kind_of_line_end

_WIDE = _(
    "At most %(limit_value)d characters fit here, and this has %(show_value)d: emoji "
    "and some rare letters count as two. Shorten it."
)


class MaxUnitsValidator(MaxLengthValidator):
    def __call__(self, value):
        is_wide = self.clean(value) > len(value)
        validator = MaxLengthValidator(self.limit_value, _WIDE if is_wide else None)
        validator.clean = self.clean
        validator(value)

    def clean(self, value):
        return len(value.encode("utf-16-le", errors="surrogatepass")) // 2


class TextField(forms.CharField):
    def __init__(self, *, max_length=None, **options):
        options.setdefault("widget", forms.Textarea)
        super().__init__(max_length=max_length, **options)
        self.validators = [
            MaxUnitsValidator(v.limit_value) if type(v) is MaxLengthValidator else v
            for v in self.validators
        ]

    def to_python(self, value):
        return one_kind_of_line_end(super().to_python(value))
