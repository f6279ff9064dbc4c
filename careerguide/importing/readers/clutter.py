"""Tell what of a web page stands around its text, and why it is left out."""

import re

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
    **dict.fromkeys(("ad", "ads", "advert", "advertisement"), "advertisement"),
    **dict.fromkeys(("promo", "sponsored"), "advertisement"),
    **dict.fromkeys(("comment", "comments", "disqus"), "comments of readers"),
    **dict.fromkeys(("author", "bio", "byline"), "byline"),
    **dict.fromkeys(("pagination", "pager", "toc"), "navigation"),
    **dict.fromkeys(("modal", "popup"), "dialog"),
}
HIDDEN = "hidden"
HIDING = re.compile(
    r"(?:^|;)\s*(?:display\s*:\s*none|visibility\s*:\s*hidden|mso-hide\s*:\s*all)\b",
    re.IGNORECASE,
)
PART = re.compile(r"[^\W\d_]+")
MOST = 3  # of the words of a page, one in so many


def clutter(element, words_of_page):
    """Return why an element is left out, or ""; never for what holds the text."""
    if "hidden" in element.attributes or HIDING.search(element.get("style")):
        # A page that was saved before its programs showed it hides all of its text.
        return HIDDEN if _is_small(element, words_of_page) else ""
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
        return reason if _is_small(element, words_of_page) else ""
    return reason


def _is_small(element, words_of_page):
    return element.size * MOST <= words_of_page
