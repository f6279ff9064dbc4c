"""Parse the parts of a Word file for mammoth by expat alone.

By itself mammoth makes each part a tree of minidom first, and its own tree of that,
and a third one without what is written twice, which takes half of the time of reading.
"""

from xml.parsers.expat import ParserCreate

from mammoth.docx import office_xml
from mammoth.docx.xmlparser import XmlElement, XmlText

from .word_texts import is_on

PIECE = 65_536
# What is only about looks, and takes most of a file of styles.
LOOKS = {
    *("w:bCs", "w:color", "w:docDefaults", "w:iCs", "w:kern", "w:lang", "w:noProof"),
    *("w:latentStyles", "w:pBdr", "w:proofErr", "w:rFonts", "w:sectPr", "w:shd"),
    *("w:spacing", "w:sz", "w:szCs", "w:tblBorders", "w:tblCellMar", "w:tblGrid"),
    *("w:tblStylePr", "w:tblW", "w:tcBorders", "w:tcMar", "w:tcW"),
}
PREFIXES = {address: prefix for prefix, address in office_xml._namespaces}
# Mammoth reads hidden text as any other. It knows that deleted text is no text.
DELETED = "w:del"
# What only stands around text, and mammoth would leave out with it: fields such as a
# date, text that was moved, marks of a program or of a direction. It reads a smart tag.
AROUND = {"w:fldSimple", "w:customXml", "w:moveTo", "w:bdo", "w:dir"}


def read_xml(file):
    """Return the root element of a file, its names as mammoth writes them.

    What is written twice, for new and for old programs, is there for the old ones.
    """
    names, root = {}, XmlElement("", {}, [])
    stack, within = [root.children], 0  # of what is skipped

    def short(name):
        if name not in names:
            address, _space, local = name.rpartition(" ")
            prefix = PREFIXES.get(address, f"{{{address}}}")
            sign = ":" if address in PREFIXES else ""
            known = f"{prefix}{sign}{local}" if address else local
            names[name] = "w:smartTag" if known in AROUND else known
        return names[name]

    def skip(_name, _attributes):
        nonlocal within
        within += 1

    def skipped(_name):
        nonlocal within
        within -= 1
        if not within:
            parser.StartElementHandler, parser.EndElementHandler = start, end

    def start(name, attributes):
        name = short(name)
        if name in LOOKS:
            skip(name, attributes)
            parser.StartElementHandler, parser.EndElementHandler = skip, skipped
            return
        if attributes:
            attributes = {short(key): value for key, value in attributes.items()}
        children = []
        stack[-1].append(XmlElement(name, attributes, children))
        stack.append(children)

    def end(name):
        children, name = stack.pop(), short(name)
        if name == "w:r" and _is_hidden(children):
            stack[-1][-1].name = DELETED
        elif name == "mc:AlternateContent":
            stack[-1][-1:] = stack[-1][-1].find_child_or_null("mc:Fallback").children

    def text(data):
        if not within:
            stack[-1].append(XmlText(data))

    parser = ParserCreate(namespace_separator=" ")
    parser.buffer_text = True
    parser.StartElementHandler, parser.EndElementHandler = start, end
    parser.CharacterDataHandler = text
    while piece := file.read(PIECE):
        parser.Parse(piece, False)
    parser.Parse(b"", True)
    return root.children[0]


def _is_hidden(run):
    """Whether the properties of a run, by its children, say that nobody sees it."""
    properties = next((c for c in run if getattr(c, "name", "") == "w:rPr"), None)
    found = properties and properties.find_child("w:vanish")
    return bool(found) and is_on(found.attributes.get("w:val"))


def speed_up():
    """Have mammoth parse by this."""
    office_xml.read = read_xml
