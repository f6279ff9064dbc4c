"""Admin forms as a browser fills them in and sends them back."""

from django.forms import MultiWidget


def filled_in(response, **changes):
    """What a browser sends for the form of an admin page, with some values changed."""
    data = {}
    for field in response.context["adminform"].form:
        widget, value = field.field.widget, field.value()
        if isinstance(widget, MultiWidget):
            parts = enumerate(
                value if isinstance(value, list) else widget.decompress(value)
            )
            data |= {f"{field.html_name}_{number}": part for number, part in parts}
        else:
            data[field.html_name] = value
    unsent = (None, False)  # no text, and a box that is not ticked
    sent = {k: v for k, v in data.items() if not any(v is value for value in unsent)}
    return sent | changes


def form_errors(response):
    """The errors of an admin page that came back, by field."""
    return dict(response.context["adminform"].form.errors)
