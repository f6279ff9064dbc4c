"""Mark links to other sites, which are not told where their visitor came from."""

import re

EXTERNAL = re.compile(r"(?:https?:)?[/\\]{2}", re.I)
UNTOLD = "noopener noreferrer"


def is_external(address: str) -> bool:
    return EXTERNAL.match(address) is not None


def to_other_site(address: str) -> dict[str, str]:
    return {"href": address, "rel": UNTOLD}


def link_note(number: int) -> str:
    """Return the call of the note that tells where a link leads; none for 0."""
    if not number:
        return ""
    return f'<sup class="link-note"><a href="#link-{number}">{number}</a></sup>'
