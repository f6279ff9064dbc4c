"""Make of mammoth's tree of a Word document the elements that a page would have.

Mammoth would write HTML by a map of styles that it searches for each run, and all of it
would be parsed once more: that took as long as the rest of the reading.
"""

from mammoth import documents

from .element import Element
from .word_styles import CODE, QUOTE, paragraph_of, run_of

ALIGNED = documents.VerticalAlignment
RAISED = {ALIGNED.subscript: "sub", ALIGNED.superscript: "sup"}
DEEPEST = 8  # levels of lists in Word, from 0


class WordElements:
    """`keep` is given each picture, and returns the address that names it here."""

    def __init__(self, keep):
        self.keep, self.messages, self.references = keep, [], []
        self.headings = {}  # that a file's own styles are, by their ids
        self.known = {}  # what paragraphs and runs of a style become
        self.makers = {
            documents.Text: lambda text: [text.value],
            documents.Tab: lambda _tab: ["\t"],
            documents.Break: self._break,
            documents.Run: self._run,
            documents.Hyperlink: self._link,
            documents.Image: self._image,
            documents.Checkbox: lambda box: ["☑ " if box.checked else "☐ "],
            documents.NoteReference: self._reference,
            documents.Table: self._table,
            documents.TableRow: lambda row: [self._row(row, False)],
            documents.TableCell: lambda cell: [self._cell(cell, False)],
        }

    def root_of(self, document):
        """Return an element of all of a document, its notes at the end."""
        children = self.all_of(document.children)
        notes = {}
        for reference in self.references:  # which grows where notes refer to others
            name = _note_id(reference)
            if name not in notes:
                notes[name] = Element("li", {"id": name})
                notes[name].children = self._note(document, reference)
        return Element("", {}, [*children, Element("ol", {}, [*notes.values()])])

    def _note(self, document, reference):
        try:
            return self.all_of(document.notes.resolve(reference).body)
        except KeyError:  # it is not there
            return []

    def all_of(self, parts):
        """Return elements and texts; paragraphs of lists and quotes stand in one."""
        out = []
        for part in parts:
            if type(part) is documents.Paragraph:
                self._paragraph(part, out)
            elif make := self.makers.get(type(part)):
                out += make(part)
            # What else there is, such as a bookmark, shows nothing.
        return out

    def _paragraph(self, paragraph, out):
        inner = self.all_of(paragraph.children)
        if not any(not isinstance(one, str) or one.strip() for one in inner):
            return
        level = paragraph.numbering
        name = self._style(paragraph, "paragraph", paragraph_of, level is not None)
        if name == QUOTE:
            _last(out, "blockquote").children.append(Element("p", {}, inner))
        elif name == CODE:
            lines = _last(out, CODE).children
            lines += [*["\n"] * bool(lines), *inner]
        elif name or level is None:
            name, _point, given = (name or "p").partition(".")
            out.append(Element(name, {"class": given} if given else {}, inner))
        else:
            index = level.level_index
            depth = int(index) if index.isdecimal() else 0
            for _level in range(min(depth, DEEPEST)):
                out = _last(_last(out, "ul", "ol").children, "li").children
            kind = "ol" if level.is_ordered else "ul"
            _last(out, kind).children.append(Element("li", {}, inner))

    def _style(self, part, kind, find, is_item=False):
        """What a part becomes by its style; "" where that says nothing."""
        key = kind, part.style_id, part.style_name, is_item
        if key not in self.known:
            name = find(part.style_id, part.style_name)
            if name is None and kind == "paragraph":
                name = self.headings.get(part.style_id)
            if name is None and part.style_id is not None and not is_item:
                self.messages.append(
                    f"Unrecognised {kind} style: {part.style_name} "
                    f"(Style ID: {part.style_id})"
                )
            self.known[key] = name or ""
        return self.known[key]

    def _run(self, run):
        out = self.all_of(run.children)
        names = [
            self._style(run, "run", run_of),
            "strong" if run.is_bold else "",
            "em" if run.is_italic else "",
            "s" if run.is_strikethrough else "",
            RAISED.get(run.vertical_alignment, ""),
        ]
        for name in filter(None, names):
            out = [Element(name, {}, out)]
        return out

    def _link(self, link):
        address = f"#{link.anchor}" if link.anchor is not None else link.href or ""
        return [Element("a", {"href": address}, self.all_of(link.children))]

    def _image(self, image):
        return [Element("img", {"alt": image.alt_text or "", "src": self.keep(image)})]

    def _break(self, one):
        # Where a page ends words are parted, and their sentence goes on.
        return [Element("br")] if one.break_type == "line" else [" "]

    def _reference(self, reference):
        self.references.append(reference)
        return [Element("a", {"href": f"#{_note_id(reference)}"})]

    def _table(self, table):
        rows, is_head = [], True
        for row in table.children:
            is_head = is_head and getattr(row, "is_header", False)
            is_row = type(row) is documents.TableRow
            rows += [self._row(row, is_head)] if is_row else self.all_of([row])
        return [Element("table", {}, rows)]

    def _row(self, row, is_head):
        cells = []
        for cell in row.children:
            is_cell = type(cell) is documents.TableCell
            cells += [self._cell(cell, is_head)] if is_cell else self.all_of([cell])
        return Element("tr", {}, cells)

    def _cell(self, cell, is_head):
        spans = {"colspan": cell.colspan, "rowspan": cell.rowspan}
        given = {name: str(number) for name, number in spans.items() if number != 1}
        return Element("th" if is_head else "td", given, self.all_of(cell.children))


def _last(out, *names):
    """The last of elements if it has one of these names; else a new one there."""
    if not out or getattr(out[-1], "name", "") not in names:
        out.append(Element(names[0]))
    return out[-1]


def _note_id(reference):
    return f"{reference.note_type}-{reference.note_id}"
