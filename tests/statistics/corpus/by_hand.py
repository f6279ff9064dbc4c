"""Write workbooks by hand, of the fewest parts that a spreadsheet opens."""

import io
import zipfile

from .writing import EPOCH

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
STRICT = "http://purl.oclc.org/ooxml/spreadsheetml/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
STRICT_R = "http://purl.oclc.org/ooxml/officeDocument/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
KIND = "application/vnd.openxmlformats-officedocument.spreadsheetml"
TYPES = (
    f'<Types xmlns="{PACKAGE}/content-types">'
    '<Default Extension="rels" '
    'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    '<Default Extension="xml" ContentType="application/xml"/>'
    f'<Override PartName="/xl/workbook.xml" ContentType="{KIND}.sheet.main+xml"/>'
    '<Override PartName="/xl/worksheets/sheet1.xml" '
    f'ContentType="{KIND}.worksheet+xml"/>'
    '<Override PartName="/xl/sharedStrings.xml" '
    f'ContentType="{KIND}.sharedStrings+xml"/></Types>'
)
INLINE = (
    '<row r="1"><c r="A1" t="inlineStr"><is><t>Job</t></is></c>'
    '<c r="B1" t="inlineStr"><is><t>Pay</t></is></c></row>'
    '<row r="2"><c r="A2" t="inlineStr"><is><t>Cook</t></is></c>'
    '<c r="B2"><v>31.5</v></c></row>'
    '<row r="3"><c r="A3" t="inlineStr"><is><t>Doctor</t></is></c>'
    '<c r="B3"><v>85</v></c></row>'
)


def by_hand(rows=INLINE, change=lambda name, part: (name, part), extra=(), main=MAIN):
    """A workbook of the fewest parts; `change` as for `rezipped`."""
    parts = {
        "[Content_Types].xml": TYPES,
        "_rels/.rels": f'<Relationships xmlns="{PACKAGE}/relationships"><Relationship '
        f'Id="r1" Type="{R}/officeDocument" Target="xl/workbook.xml"/></Relationships>',
        "xl/workbook.xml": f'<workbook xmlns="{main}" xmlns:r="{R}"><sheets>'
        '<sheet name="Pay" sheetId="1" r:id="r1"/></sheets></workbook>',
        "xl/_rels/workbook.xml.rels": f'<Relationships xmlns="{PACKAGE}/relationships">'
        f'<Relationship Id="r1" Type="{R}/worksheet" Target="worksheets/sheet1.xml"/>'
        f"{''.join(part[0] for part in extra)}</Relationships>",
        "xl/worksheets/sheet1.xml": f'<worksheet xmlns="{main}"><sheetData>{rows}'
        "</sheetData></worksheet>",
        **{part[1]: part[2] for part in extra},
    }

    def make():
        out = io.BytesIO()
        with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
            for name, part in parts.items():
                data = part if isinstance(part, bytes) else part.encode()
                if changed := change(name, data):
                    archive.writestr(zipfile.ZipInfo(changed[0], EPOCH), changed[1])
        return out.getvalue()

    return make
