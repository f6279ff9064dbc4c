"""Read HTML as browsers do, into elements; no address in it is asked for.

nh3 parses by the HTML standard and writes what it found as well-formed tags of a list.
Tags that are not on it are gone, and their words stay. Programs, styles and what is
shown only without them are no words of a page.
"""

import re
from html import unescape

import nh3

from ..errors import TOO_DEEP, Refusal
from .element import INLINE, Element

MAX_DEPTH = 100  # elements in one another
# As in `careerguide.markup.tokens`, which would load Django into the process that reads
# and take as long as reading.
TOKEN = re.compile(r'<(/?)([a-z][a-z0-9]*+)((?: [a-z-]++="[^"]*+")*+)>|[^<]++')
ATTRIBUTE = re.compile(r' ([a-z-]+)="([^"]*)"')

VOID = frozenset({"br", "hr", "img", "input", "wbr"})
UNREAD = frozenset(
    {"script", "style", "noscript", "template", "iframe", "noembed", "noframes"}
)
BLOCK = frozenset(
    {
        *("address", "article", "aside", "blockquote", "button", "caption", "center"),
        *("dd", "details", "dialog", "div", "dl", "dt", "fieldset", "figcaption"),
        *("figure", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "header"),
        *("hgroup", "hr", "input", "legend", "li", "main", "menu", "nav", "ol"),
        *("optgroup", "option", "p", "pre", "search", "section", "select", "summary"),
        *("table", "tbody", "td", "textarea", "tfoot", "th", "thead", "title", "tr"),
        "ul",
    }
)
ATTRIBUTES = {
    "*": {
        *("aria-label", "class", "data-sourcepos", "hidden", "id", "role", "style"),
    },
    "a": {"href"},
    "img": {"alt", "src"},
    "ol": {"start"},
    "td": {"align", "colspan", "rowspan"},
    "th": {"align", "colspan", "rowspan"},
}
CLEANER = nh3.Cleaner(
    tags=set(INLINE | BLOCK),
    clean_content_tags=set(UNREAD),
    attributes=ATTRIBUTES,
    url_schemes={"http", "https", "mailto", "tel", "data"},
    link_rel=None,
    strip_comments=True,
)


# The parser's time grows with the square of the depth. What careless pages leave open,
# and a parser closes, is not counted.
NESTING = re.compile(
    r"<(/?)(?!(?:p|li|d[dt]|t[drh]|option|br|hr|img|input|meta|link|wbr|col)\b)[a-z]",
    re.IGNORECASE,
)
DEEPEST = 1_500


def _refuse_deep(html):
    depth = 0
    for tag in NESTING.finditer(html):
        depth = max(depth - 1, 0) if tag[1] else depth + 1
        if depth > DEEPEST:
            raise Refusal(TOO_DEEP)


def read_elements(html):
    """Return the `Element` that holds all of a page or a part of one.

    Deeper than `MAX_DEPTH` only the words are kept, and far deeper nothing is read.
    """
    _refuse_deep(html)
    root = Element()
    stack = [root]
    too_deep = 0
    # What is no character of a text is none of a token, either.
    html = html.replace("\0", "").encode(errors="replace").decode()
    for token in TOKEN.finditer(CLEANER.clean(html)):
        whole, closing, name, attributes = token.group(0, 1, 2, 3)
        if not name:
            stack[-1].children.append(unescape(whole))
        elif closing:
            if too_deep:
                too_deep -= 1
            elif len(stack) > 1:
                stack.pop()
        elif len(stack) > MAX_DEPTH and name not in VOID:
            too_deep += 1
        else:
            element = Element(name)
            for key, value in ATTRIBUTE.findall(attributes) if attributes else ():
                element.attributes[key] = unescape(value)
            stack[-1].children.append(element)
            if name not in VOID:
                stack.append(element)
    return root
