"""Write data into a page, where a browser runs nothing of it."""

import json

from django.utils.safestring import SafeString, mark_safe

# What could end the element, or begin another one inside it.
_ESCAPES = {ord(sign): f"\\u{ord(sign):04X}" for sign in "<>&"}


def data_block(data: dict | list) -> SafeString:
    """Return JSON-LD as a data block: no script, so no policy has to allow it."""
    return mark_safe(f'<script type="application/ld+json">{_json(data)}</script>')


def data_string(text: str) -> str:
    """Return a text as it stands within a string of a data block."""
    return _json(text)[1:-1]


def _json(data):
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    return text.encode(errors="replace").decode().translate(_ESCAPES)
