"""Parse the parts of a Word file for mammoth, and leave out what is no part of a text.

By itself mammoth makes each part a tree of minidom first, and its own tree of that, and
a third one without what is written twice, which takes half of the time of reading.
"""

from mammoth.docx import office_xml
from mammoth.docx.xmlparser import XmlElement, XmlText

from .word_texts import is_on
from .xml_parts import parse

# What is only about looks, and takes most of a file of styles.
LOOKS = {
    *("w:bCs", "w:color", "w:docDefaults", "w:iCs", "w:kern", "w:lang", "w:noProof"),
    *("w:latentStyles", "w:pBdr", "w:proofErr", "w:rFonts", "w:sectPr", "w:shd"),
    *("w:spacing", "w:sz", "w:szCs", "w:tblBorders", "w:tblCellMar", "w:tblGrid"),
    *("w:tblStylePr", "w:tblW", "w:tcBorders", "w:tcMar", "w:tcW"),
    "w:lastRenderedPageBreak",
}
# All that mammoth asks of a style.
OF_STYLE = {"w:name", "w:pPr"}
PREFIXES = {address: prefix for prefix, address in office_xml._namespaces}
# Mammoth reads hidden text as any other. It knows that deleted text is no text.
DELETED = "w:del"
# What only stands around text, and mammoth would leave out with it: fields such as a
# date, text that was moved, marks of a program or of a direction. It reads a smart tag.
AROUND = {"w:fldSimple", "w:customXml", "w:moveTo", "w:bdo", "w:dir"}
TEXT, RUN, LOOK, TWICE = "w:t", "w:r", "w:rPr", "mc:AlternateContent"
STYLE = "w:style"
BARE = {TEXT, RUN, LOOK, "w:p"}  # whose attributes say nothing
FIELD, BOUNDS = "w:fldChar", {"begin": 1, "end": -1}


class Converter:
    """Turns elements of ElementTree into those of mammoth, its names as it writes them.

    Runs of one look are one run, and what has no look stands without: Word begins a new
    one wherever its speller stopped, and mammoth takes most of its time for each.
    """

    def __init__(self):
        self.names = {}
        self.fields = 0  # that are open: of these mammoth has to see each run

    def root(self, element):
        """Return the root of mammoth's tree."""
        return self._converted(element, self.name(element.tag))

    def _converted(self, element, name):
        children, known = [], self.names
        for child in element:
            short = known.get(child.tag) or self.name(child.tag)
            if short in LOOKS or (name == STYLE and short not in OF_STYLE):
                continue
            if short == RUN and (text := self._plain_text(child)):
                _add_text(text, children)
                continue
            if short == FIELD:
                steps = (BOUNDS.get(value, 0) for value in child.attrib.values())
                self.fields = max(self.fields + sum(steps), 0)
            made = self._converted(child, short)
            if short == RUN:
                self._add_run(made, children)
            elif short == TWICE:
                children += made.find_child_or_null("mc:Fallback").children
            else:
                children.append(made)
        if element.text and not children:
            children.append(XmlText(element.text))
        attributes = {}
        if name not in BARE:
            attributes = {
                known.get(key) or self.name(key): text
                for key, text in element.attrib.items()
            }
        return XmlElement(name, attributes, children)

    def name(self, tag):
        if tag not in self.names:
            address, _brace, local = tag.removeprefix("{").rpartition("}")
            known = f"{PREFIXES[address]}:{local}" if address in PREFIXES else tag
            self.names[tag] = "w:smartTag" if known in AROUND else known
        return self.names[tag]

    def _plain_text(self, run):
        """Return the text of a run that is nothing else and has no look; else ""."""
        text = ""
        for part in run if not self.fields else ():
            name = self.names.get(part.tag) or self.name(part.tag)
            if name == TEXT:
                text += part.text or ""
            elif name == LOOK:
                if len(part) and not self._says_nothing(part):
                    return ""
            elif name not in LOOKS:
                return ""
        return text

    def _says_nothing(self, look):
        return all((self.names.get(p.tag) or self.name(p.tag)) in LOOKS for p in look)

    def _add_run(self, run, out):
        """Append a run, or what is in it to the one before it or to what holds it."""
        look = run.find_child(LOOK)
        if look is not None and look.children and _is_hidden(look):
            run.name = DELETED
            out.append(run)
        elif self.fields:
            out.append(run)
        elif look is None or not look.children:
            _add_texts(run, out)
        elif out and out[-1].name == RUN and out[-1].find_child(LOOK) == look:
            _add_texts(run, out[-1].children)
        else:
            out.append(run)


def _add_texts(run, out):
    """Append what is in a run; a text to the one before it."""
    for child in run.children:
        if type(child) is not XmlElement or child.name == LOOK:
            continue
        if child.name == TEXT and child.children:
            _add_text(child.children[0].value, out)
        else:
            out.append(child)


def _add_text(text, out):
    last = out[-1] if out else None
    if last is not None and last.name == TEXT and last.children:
        text = last.children[0].value + text
        out.pop()
    out.append(XmlElement(TEXT, {}, [XmlText(text)]))


def _is_hidden(look):
    """Whether the properties of a run say that nobody sees it."""
    found = look.find_child("w:vanish")
    return bool(found) and is_on(found.attributes.get("w:val"))


def speed_up(seen=None):
    """Have mammoth parse by this; `seen` gets the name and the root of each part."""

    def read(file):
        root = parse(file.read())
        if seen:
            seen(getattr(file, "name", ""), root)
        return Converter().root(root)

    office_xml.read = read
