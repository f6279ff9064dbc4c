"""Say what the styles of Word, Google Docs, LibreOffice and Pages stand for.

What they are called by is English in a file, whatever language a program speaks.
"""

QUOTE, CODE, TITLE = "blockquote", "pre", "h1.document-title"
LEVELS = {"0", "1", "2", "3", "4", "5"}  # of an outline: those of headings
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


def headings_of(root):
    """Return the headings that a file's own styles are, by the ids of the styles.

    One is a heading if it is based on one, or has a level in the outline of a document.
    `root` is that of ElementTree.
    """
    bases, levels, names = {}, {}, {}
    for style in root:
        values = {
            element.tag.rpartition("}")[2]: next(iter(element.attrib.values()), "")
            for element in style.iter()
        }
        given = {key.rpartition("}")[2]: text for key, text in style.attrib.items()}
        style_id = given.get("styleId", "")
        names[style_id] = values.get("name", "")
        bases[style_id] = values.get("basedOn", "")
        if (level := values.get("outlineLvl", "")) in LEVELS:
            levels[style_id] = f"h{int(level) + 1}"
    found = {}
    for style_id in bases:
        base, seen = style_id, set()
        while base in bases and base not in seen:
            seen.add(base)
            name = paragraph_of(base, names[base]) or levels.get(base, "")
            if name:
                found[style_id] = name
                break
            base = bases[base]
    return {key: name for key, name in found.items() if name[:1] == "h"}
