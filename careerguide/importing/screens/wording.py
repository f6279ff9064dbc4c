"""Name in words what a plan names in keys: roles, items, reasons, decisions."""

from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from careerguide.importing.plan import (
    ARTICLE,
    CAREER,
    DATA,
    FACT,
    MYTH,
    NOTE,
    QUESTION,
    TABLE,
    TAKEAWAYS,
    TEXT,
    TITLE,
)
from careerguide.importing.tree import HEADING

KINDS = {
    CAREER: _("Career"),
    ARTICLE: _("Article"),
    TABLE: _("Table"),
    QUESTION: _("Question"),
}
# What a block can become, by the kind of the item that it goes to.
PARTS = (
    (ARTICLE, TEXT, _("Section of an article")),
    (ARTICLE, TAKEAWAYS, _("Key takeaways of an article")),
    (ARTICLE, MYTH, _("Myth in an article")),
    (ARTICLE, FACT, _("Fact in an article")),
    (ARTICLE, TITLE, _("Title of an article")),
    (TABLE, DATA, _("Cells of a table")),
    (TABLE, TITLE, _("Title of a table")),
    (TABLE, NOTE, _("Note of a table")),
    (QUESTION, TITLE, _("Question")),
    (QUESTION, TEXT, _("Answer to a question")),
    (CAREER, TITLE, _("Name of the career")),
)
SHORT = {
    (ARTICLE, TAKEAWAYS): _("Key takeaways"),
    (ARTICLE, MYTH): _("Myth"),
    (ARTICLE, FACT): _("Fact"),
    (TABLE, DATA): _("Table"),
    (TABLE, NOTE): _("Note"),
    (QUESTION, TEXT): _("Answer"),
}
REASONS = {
    "left out by hand": _("you left it out"),
    "stands for a picture": _("stands for a picture that is not there"),
    "navigation": _("navigation of the page"),
    "repeats the title": _("repeats the title"),
    "repeats the heading before it": _("repeats the heading before it"),
    "the site writes this heading": _("the site writes this heading itself"),
    "no text has its number": _("a note whose number stands nowhere"),
    "is empty": _("is empty"),
    "number of a title": _("number or sign before a title or an answer"),
    "page footer": _("foot of the page"),
    "page header": _("head of the page"),
    "aside": _("beside the text"),
    "form": _("a form"),
    "dialog": _("a dialog"),
    "page title": _("title of the browser’s window"),
    "cookie notice": _("notice of cookies"),
    "sharing links": _("links to share the page"),
    "advertisement": _("advertisement"),
    "comment": _("a comment"),
    "not read": _("a part of Word that is not read, such as a formula"),
    "number of a page": _("number or running title of a page"),
    "byline": _("who wrote it, and when"),
    "said by a program": _("what a program said with the text"),
    "hidden": _("hidden in the document"),
    "front matter": _("what a program wrote above the text"),
    "words in a drawing": _("words in a drawing"),
    "table of contents": _("a table of contents, which the site makes itself"),
    "comments of readers": _("comments of readers"),
}
DECISIONS = {
    "title": _("titles"),
    "myths": _("beliefs"),
    "columns": _("names of columns"),
    "decimals": _("decimals"),
    "table": _("tables"),
    "picture": _("pictures"),
}


def reason_of(placement):
    """Return why a block is left out; the reader's own word where it names a place."""
    return REASONS.get(placement.reason, placement.reason)


def part_here(kind, block):
    """Return the name of what a `ReviewBlock` is in an item, for its row."""
    if block.role == TEXT and block.kind == HEADING:
        return gettext("Heading, level %d") % min(max(block.level, 2), 6)
    return SHORT.get((kind, block.role), "")
