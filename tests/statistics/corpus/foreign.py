"""Write files that are no table, broken ones, and harmful ones: a sentence each."""

import gzip
import io
import zipfile

from .model import ASKED, REFUSED, file, number, table, text
from .writing import rezipped, workbook

HTML = "<html><body><table><tr><td>Area</td><td>1</td></tr></table></body></html>"
XML = (
    '<?xml version="1.0"?>\n<?mso-application progid="Excel.Sheet"?>\n'
    '<Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet"><Worksheet>'
    "<Table><Row><Cell><Data>1</Data></Cell></Row></Table></Worksheet></Workbook>"
)
TEXTS = {
    "HTML": HTML,
    "HTML with spaces before": f"\n\n  {HTML}",
    "HTML with a comment before": f"<!-- saved, from -->\n{HTML}",
    "HTML with a mark": f"\ufeff{HTML}",
    "HTML in capitals": HTML.upper(),
    "a table's HTML alone": "<table>\n<tr><td>Area</td><td>Pay</td></tr>\n</table>\n",
    "a page with its head": f"<head><meta charset='utf-8'></head>{HTML}",
    "XML spreadsheet": XML,
    "XML spreadsheet with a mark": f"\ufeff{XML}",
    "other XML": '<?xml version="1.0"?>\n<rows><row a="1" b="2"/></rows>\n',
    "SVG": '<svg xmlns="http://www.w3.org/2000/svg"><text>1,2</text></svg>',
    "JSON object": '{"area": "London",\n "pay": 31.5}\n',
    "JSON list": '[{"area": "London", "pay": 31.5},\n {"area": "Leeds", "pay": 28}]\n',
    "RTF": "{\\rtf1\\ansi Area, Pay}",
    "PostScript": "%!PS-Adobe-3.0\n%%Title: x, y\n",
    "e-mail": "MIME-Version: 1.0\nContent-Type: multipart/related\n\nArea, Pay\n",
    "script": "#!/bin/sh\necho a, b\n",
}
BYTES = {
    "nothing": b"",
    "spaces only": b" \r\n\t\n",
    "noughts only": b"\0" * 100,
    "PDF": b"%PDF-1.7\n1 0 obj\n",
    "PNG": b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR",
    "JPEG": b"\xff\xd8\xff\xe0\0\x10JFIF",
    "GIF": b"GIF89a,1,2\n",
    "old workbook": b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600,
    "gzip": gzip.compress(b"Area,Pay\nLondon,1\n", mtime=0),
    "SQLite": b"SQLite format 3\0" + b"\0" * 100,
    "Parquet": b"PAR1\x15\x04\x15\x10PAR1",
    "a mark and nothing": b"\xef\xbb\xbf",
}


def files():
    for name, written in TEXTS.items():
        at = "a.xls" if "XML" in name or "HTML" in name else "a.csv"
        yield file(name, at, lambda t=written: t.encode(), also=(ASKED, REFUSED))
    for name, data in BYTES.items():
        yield file(name, "a.csv", lambda d=data: d, also=(ASKED, REFUSED))
    control = b"Area,Pay\nLon\x01don,1\nLeeds,\x022\n"
    cleaned = table(text("Area", "London", "Leeds"), number("Pay", "1", "2"))
    yield file("control characters", "a.csv", lambda: control, cleaned, also=REFUSED)
    right = table(text("Area", "London"), number("Pay", "31.5"))
    yield file("flipped bytes", "a.xlsx", _flipped, right, also=REFUSED)
    for name, make in ZIPS.items():
        yield file(name, "a.xlsx", make, also=(ASKED, REFUSED))


def _zip(**parts):
    def make():
        out = io.BytesIO()
        with zipfile.ZipFile(out, "w") as archive:
            for name, part in parts.items():
                archive.writestr(zipfile.ZipInfo(name.replace("__", "/")), part)
        return out.getvalue()

    return make


def _flipped():
    """A part that nobody needs may be damaged; one that is read may not."""
    return bytes(b ^ 255 if 700 < n < 720 else b for n, b in enumerate(good()))


good = workbook(["Area", "Pay"], ["London", 31.5])


def _part(name, part):
    """The good workbook, with one part put in place of its own."""
    return lambda: rezipped(
        good(), lambda n, old: (n, part if n.endswith(name) else old)
    )


ZIPS = {
    "OpenDocument": _zip(
        mimetype="application/vnd.oasis.opendocument.spreadsheet", content="<x/>"
    ),
    "Word": _zip(word__document="<x/>"),
    "zip of a table": _zip(table="Area,Pay\nLondon,1\n"),
    "empty zip": lambda: b"PK\x05\x06" + b"\0" * 18,
    "zip and nothing more": lambda: b"PK\x03\x04 and nothing more",
    "workbook cut short": lambda: good()[:-40],
    "workbook cut in half": lambda: good()[: len(good()) // 2],
    "sheet that is no XML": _part("sheet1.xml", b"<worksheet"),
    "empty sheet part": _part("sheet1.xml", b""),
    "document type": _part("sheet1.xml", b"<!DOCTYPE a [<!ENTITY b 'c'>]><a>&b;</a>"),
    "no relations": lambda: rezipped(
        good(), lambda n, p: None if n.endswith("workbook.xml.rels") else (n, p)
    ),
    "no sheet part": lambda: rezipped(
        good(), lambda n, p: None if n.endswith("sheet1.xml") else (n, p)
    ),
    "no cells": workbook(),
}
