"""Parse the parts of a Word file for mammoth by expat alone.

By itself mammoth makes each part a tree of minidom first, and its own tree of that,
which takes half of all the time of reading.
"""

from xml.parsers.expat import ParserCreate

from mammoth.docx import office_xml
from mammoth.docx.xmlparser import XmlElement, XmlText

from .word_texts import is_on

PIECE = 65_536
# Mammoth reads hidden text as any other. It knows that deleted text is no text.
DELETED = "w:del"
# What only stands around text, and mammoth would leave out with it: fields such as a
# date, text that was moved, marks of a program or of a direction. It reads a smart tag.
AROUND = {"w:fldSimple", "w:customXml", "w:moveTo", "w:bdo", "w:dir"}


def parse_xml(file, namespace_mapping=()):
    """Return the root element of a file, its names as mammoth writes them."""
    prefixes = {address: prefix for prefix, address in namespace_mapping or ()}
    names, root = {}, XmlElement("", {}, [])
    stack = [root.children]

    def short(name):
        if name not in names:
            address, _space, local = name.rpartition(" ")
            prefix = prefixes.get(address, f"{{{address}}}")
            sign = ":" if address in prefixes else ""
            known = f"{prefix}{sign}{local}" if address else local
            names[name] = "w:smartTag" if known in AROUND else known
        return names[name]

    def start(name, attributes):
        given = {short(key): value for key, value in attributes.items()}
        element = XmlElement(short(name), given, [])
        stack[-1].append(element)
        stack.append(element.children)

    def end(name):
        children = stack.pop()
        if short(name) == "w:r" and _is_hidden(children):
            stack[-1][-1].name = DELETED

    def text(data):
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
    office_xml.parse_xml = parse_xml
