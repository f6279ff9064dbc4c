"""Write links of a Markdown text to other addresses, and leave all else as it is."""

import re

from django.conf import settings

from .code_marks import CodeLines, between_code

# What makes an address of this site one: a link, a definition, HTML, or the host.
_BEFORE = r"""\]\([ ]?<?|\]:[ \t]{0,3}<?|\b(?:href|src)=["']?"""
_AFTER = r"(?=[/.#?)>\s\"',;!:*_]|$)"


def readdressed(text: str, moves: dict[str, str]) -> str:
    """Return `text` with its links to the paths in `moves` leading to the others.

    What is made from a page, such as its .csv, and a place on it, follow as well. Code
    stays as it is, and so does an address that nothing makes a link.
    """
    moved = {old.rstrip("/"): new.rstrip("/") for old, new in moves.items()}
    if not any(old in text for old in moved):
        return text
    paths = "|".join(re.escape(old) for old in sorted(moved, key=len, reverse=True))
    site = re.escape(settings.SITE_URL.rstrip("/"))
    pattern = re.compile(rf"({_BEFORE}|{site})({paths}){_AFTER}")
    code, lines = CodeLines(), []
    for line in text.split("\n"):
        is_code = code.holds(line)
        code.read(line)
        if not is_code and any(old in line for old in moved):
            pieces = between_code(line)
            pieces[::2] = [
                pattern.sub(lambda match: match[1] + moved[match[2]], piece)
                for piece in pieces[::2]
            ]
            line = "".join(pieces)
        lines.append(line)
    return "\n".join(lines)
