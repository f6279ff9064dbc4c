"""Tell what of a web page stands around its text, and why it is left out."""

import re

from ..words import words_of

BY_NAME = {
    "nav": "navigation",
    "footer": "page footer",
    "header": "page header",
    "aside": "aside",
    "button": "form",
    "form": "form",
    "input": "form",
    "select": "form",
    "option": "form",
    "textarea": "form",
    "dialog": "dialog",
    "title": "page title",
}
BY_ROLE = {
    "navigation": "navigation",
    "menu": "navigation",
    "menubar": "navigation",
    "banner": "page header",
    "contentinfo": "page footer",
    "complementary": "aside",
    "search": "form",
    "form": "form",
    "dialog": "dialog",
    "alertdialog": "dialog",
}
# Parts of ids and classes.
BY_WORD = {
    **dict.fromkeys(("cookie", "cookies", "consent", "gdpr"), "cookie notice"),
    **dict.fromkeys(("breadcrumb", "breadcrumbs", "navbar", "menu"), "navigation"),
    **dict.fromkeys(("sidebar", "related"), "aside"),
    **dict.fromkeys(("share", "sharing", "social"), "sharing links"),
    **dict.fromkeys(("newsletter", "subscribe", "signup"), "form"),
    **dict.fromkeys(("advert", "advertisement", "ads", "promo"), "advertisement"),
    **dict.fromkeys(("modal", "popup"), "dialog"),
}
PART = re.compile(r"[^\W\d_]+")
MOST = 3  # of the words of a page, one in so many


def clutter(element, words_of_page):
    """Return why an element is left out, or ""; never for what holds the text."""
    reason = BY_NAME.get(element.name) or BY_ROLE.get(element.get("role").lower())
    by_class = not reason
    if by_class:
        named = f"{element.get('id')} {element.get('class')}".casefold()
        reason = next(
            (BY_WORD[part] for part in PART.findall(named) if part in BY_WORD), ""
        )
    if not reason or element.has("h1", "main", "article"):
        return ""
    if element.name == "form" or by_class:
        words = sum(len(words_of(text)) for text in element.texts())
        return reason if words * MOST <= words_of_page else ""
    return reason
