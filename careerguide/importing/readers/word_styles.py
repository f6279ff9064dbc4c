"""Say what the styles of Word, Google Docs, LibreOffice and Pages stand for.

What they are called by is English in a file, whatever language a program speaks.
"""

QUOTE, CODE, TITLE = "blockquote", "pre", "h1.document-title"
OF_CONTENTS = "of-contents"  # the class of what Word makes of headings and pages
PARAGRAPHS = {
    "title": TITLE,
    **dict.fromkeys(("subtitle", "footnote text", "endnote text"), "p"),
    **dict.fromkeys(("annotation text", "footnote", "endnote"), "p"),
    **dict.fromkeys(("quote", "intense quote", "block text"), QUOTE),
    **dict.fromkeys(("html preformatted", "code", "source code"), CODE),
    **{f"heading {level}": f"h{level}" for level in range(1, 7)},
    "heading": "h1",
    **dict.fromkeys(("toc heading", "table of figures"), f"p.{OF_CONTENTS}"),
    **{f"toc {level}": f"p.{OF_CONTENTS}" for level in range(1, 10)},
    # Which say nothing: their paragraphs may be items of lists.
    **dict.fromkeys(("normal", "body"), ""),
}
BY_ID = {
    **{f"Heading{level}": f"h{level}" for level in range(1, 7)},
    "Heading": "h1",
    "Body": "",
}
RUNS = {
    "emphasis": "em",
    "strong": "strong",
    **dict.fromkeys(("html code", "verbatim char"), "code"),
    **dict.fromkeys(("footnote reference", "endnote reference", "hyperlink"), ""),
    "annotation reference": "",
    **dict.fromkeys(("footnote anchor", "endnote anchor"), ""),
}


def paragraph_of(style_id, name):
    """Return what a paragraph becomes by its style; None where that is not known."""
    found = PARAGRAPHS.get((name or "").casefold())
    return BY_ID.get(style_id) if found is None else found


def run_of(_style_id, name):
    """Return the element that a run becomes by its style; None if it is not known."""
    return RUNS.get((name or "").casefold())
