"""List what may be in a text, and how much of it."""

MAX_BYTES = 200_000  # of UTF-8
MAX_DEPTH = 100  # elements inside one another; browsers stop at 512
MAX_ID = 80  # characters of a heading's text that go into its id
MAX_LABEL = 100  # characters that name a table for a screen reader

INLINE_TAGS = frozenset({"a", "code", "del", "em", "strong"})
PHRASING_TAGS = INLINE_TAGS | {
    *("abbr", "b", "br", "cite", "i", "img", "ins", "kbd", "mark", "q", "s"),
    *("samp", "small", "span", "sub", "sup", "u", "var", "wbr"),
}
HEADING_TAGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
BLOCK_TAGS = HEADING_TAGS | {
    *("blockquote", "caption", "dd", "details", "div", "dl", "dt", "figcaption"),
    *("figure", "hr", "li", "ol", "p", "pre", "section", "summary", "table"),
    *("tbody", "td", "tfoot", "th", "thead", "tr", "ul"),
}
TAGS = PHRASING_TAGS | BLOCK_TAGS
VOID_TAGS = frozenset({"br", "hr", "img", "wbr"})
ATTRIBUTES = {
    "a": {"aria-label", "href", "id", "title"},
    "abbr": {"title"},
    "details": {"open"},
    "img": {"alt", "src", "title"},
    "li": {"id"},
    "ol": {"start"},
    "td": {"align", "colspan", "rowspan"},
    "th": {"align", "colspan", "rowspan", "scope"},
}
CLASSES = {
    "a": {"footnote-backref"},
    "section": {"footnotes"},
    "sup": {"footnote-ref"},
}
ALIGNMENTS = ("left", "center", "right")
URL_SCHEMES = frozenset({"http", "https", "mailto", "tel"})
RESERVED_IDS = frozenset(  # the page's own, never a heading's
    {
        *("banner", "breadcrumbs", "content", "contents", "feedback", "filters"),
        *("footer", "header", "main", "menu", "messages", "nav", "navigation"),
        *("page", "results", "search", "sources", "styleguide", "summary", "top"),
    }
)
