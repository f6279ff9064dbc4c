"""Fill in and send back admin forms as a browser does."""

from html.parser import HTMLParser

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


def sent_by(response, kind="decision"):
    """What a browser sends for the page's `<form class=kind>` as it was shown."""
    reader = _FormReader(kind)
    reader.feed(response.content.decode())
    return reader.data


def decide(client, url, follow=False, **data):
    """Open a page of a decision, fill it in and send it."""
    sent = sent_by(client.get(url))
    return client.post(url, sent | data, follow=follow)


class _FormReader(HTMLParser):
    def __init__(self, kind):
        super().__init__()
        self.kind, self.is_inside, self.data = kind, False, {}

    def handle_starttag(self, tag, attributes):
        attrs = dict(attributes)
        if tag == "form":
            self.is_inside = self.kind in attrs.get("class", "").split()
        if not self.is_inside or tag != "input" or not attrs.get("name"):
            return
        kind, value = attrs.get("type", "text"), attrs.get("value", "")
        if kind == "checkbox" and "checked" in attrs:
            self.data.setdefault(attrs["name"], []).append(value)
        elif kind != "checkbox" and (kind != "radio" or "checked" in attrs):
            self.data[attrs["name"]] = value

    def handle_endtag(self, tag):
        if tag == "form":
            self.is_inside = False
