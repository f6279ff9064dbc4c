"""Write Word files by hand, for what no program would write."""

import io
import zipfile

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
P = "http://schemas.openxmlformats.org/package/2006/relationships"
TYPES = (
    '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    '<Default Extension="xml" ContentType="application/xml"/></Types>'
)
ROOT = (
    f'<Relationships xmlns="{P}"><Relationship Id="r1" '
    f'Type="{R}/officeDocument" Target="word/document.xml"/></Relationships>'
)
LINKED = (
    '<w:p><w:r><w:drawing><wp:inline xmlns:wp="http://schemas.openxmlformats.org/'
    'drawingml/2006/wordprocessingDrawing"><wp:docPr id="1" name="p"/>'
    '<a:graphic xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main">'
    '<a:graphicData><pic:pic xmlns:pic="http://schemas.openxmlformats.org/drawingml/'
    f'2006/picture"><pic:blipFill><a:blip xmlns:r="{R}" r:link="rId9"/></pic:blipFill>'
    "</pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r></w:p>"
)


def paragraph(text):
    return f"<w:p><w:r><w:t>{text}</w:t></w:r></w:p>"


def word_file(body, parts=(), head="", method=zipfile.ZIP_DEFLATED):
    """Return a .docx file of a body in XML, and other parts by name."""
    out = io.BytesIO()
    main = f'{head}<w:document xmlns:w="{W}"><w:body>{body}</w:body></w:document>'
    with zipfile.ZipFile(out, "w", method) as archive:
        archive.writestr("[Content_Types].xml", TYPES)
        archive.writestr("_rels/.rels", ROOT)
        archive.writestr("word/document.xml", main)
        for name, content in dict(parts).items():
            archive.writestr(name, content)
    return out.getvalue()


def linked_picture(address):
    """Return a document whose picture is at an address, or a path."""
    relations = (
        f'<Relationships xmlns="{P}"><Relationship Id="rId9" Type="{R}/image" '
        f'Target="{address}" TargetMode="External"/></Relationships>'
    )
    body = paragraph("Before") + LINKED + paragraph("After")
    return word_file(body, {"word/_rels/document.xml.rels": relations})
