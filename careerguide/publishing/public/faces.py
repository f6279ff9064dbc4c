"""Name the other faces of an item's page, and tell of its Markdown in a header."""

from django.conf import settings


def face_path(page, suffix):
    """Return the address of a face: a suffix in place of the page's last slash."""
    return f"{page.rstrip('/')}.{suffix}"


class LinkedToMarkdown:
    """A view of one item, whose answer says where the same is as Markdown."""

    def render_to_response(self, context, **kwargs):
        response = super().render_to_response(context, **kwargs)
        address = settings.SITE_URL + face_path(self.object.get_absolute_url(), "md")
        response.headers["Link"] = f'<{address}>; rel="alternate"; type="text/markdown"'
        return response
