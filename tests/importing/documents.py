"""Write three guides of one shape: a Word file, a saved page and a messy text.

They were written before the code that recognises guides, and are what it is tried on.
"""

import base64
import io

from PIL import Image


def picture():
    out = io.BytesIO()
    Image.new("RGB", (60, 40), "teal").save(out, "PNG")
    return out.getvalue()


def word_document():
    """Return the bytes of a guide in Word's own styles."""
    from docx import Document  # of the tests alone, and slow to load

    doc = Document()
    section = doc.sections[0]
    section.header.paragraphs[0].text = "Careers handbook, draft 3"
    section.footer.paragraphs[0].text = "Not for circulation"
    doc.add_heading("Data Engineer", 0)
    intro = doc.add_paragraph("A data engineer builds the ")
    intro.add_run("pipelines").bold = True
    intro.add_run(" that carry data to those who ")
    intro.add_run("decide with it").italic = True
    intro.add_run(".")
    doc.add_heading("Key Takeaways", 1)
    for line in (
        "Data engineers move and shape data.",
        "SQL & Python are the daily tools.",
        "They work beside analysts * and scientists.",
    ):
        doc.add_paragraph(line, style="List Bullet")
    doc.add_heading("What a data engineer does", 1)
    doc.add_paragraph("The work begins where data is made: in shops, sensors and apps.")
    for line in ("Collect the data.", "Clean it.", "Store it where others find it."):
        doc.add_paragraph(line, style="List Number")
    doc.add_heading("Tools of the trade", 2)
    doc.add_paragraph("Names like load_raw_orders are usual, and # is a comment.")
    doc.add_picture(io.BytesIO(picture()))
    doc.add_heading("Data Engineer vs. Data Analyst", 1)
    doc.add_paragraph("The two are often confused.")
    _table(
        doc,
        ("Data Engineer", "Data Analyst"),
        ("Builds pipelines", "Reads what arrives"),
        ("Cares for speed", "Cares for meaning"),
    )
    doc.add_heading("Common Misconceptions", 1)
    doc.add_paragraph("Three beliefs are heard again and again.")
    doc.add_heading("Data engineers only write SQL", 2)
    doc.add_paragraph("SQL is a part of it. Systems have to be designed as well.")
    doc.add_paragraph("Queues and schedules are designed.", style="List Bullet")
    doc.add_heading("Anyone with a spreadsheet can do it", 2)
    doc.add_paragraph("A spreadsheet holds thousands of rows, a store billions.")
    doc.add_heading("The cloud made the role needless", 2)
    doc.add_paragraph("Someone has to choose, join and watch what runs there.")
    doc.add_heading("Data engineering in numbers", 1)
    doc.add_heading("1. Average salary by level", 2)
    _table(
        doc,
        ("Level", "Average Annual Salary"),
        ("Junior", "$91,500"),
        ("Mid-Level", "$124,000"),
        ("Senior", "$158,250"),
    )
    doc.add_paragraph("Pay rises with every level.")
    doc.add_heading("2. Where data engineers work", 2)
    _table(
        doc,
        ("Rank", "Industry", "Share of Data Engineers"),
        ("1", "Finance", "31%"),
        ("2", "Retail", "22.5%"),
        ("3", "Health", "12%"),
    )
    doc.add_paragraph("Finance employs the most data engineers.")
    doc.add_heading("3. Years of experience", 2)
    _table(
        doc,
        ("Years of Experience", "Share"),
        ("0-2", "18%"),
        ("3-5", "44%"),
        ("6+", "38%"),
    )
    doc.add_heading("Frequently Asked Questions", 1)
    doc.add_heading("Do data engineers need a degree?", 2)
    doc.add_paragraph("Most have one. It is no rule.")
    doc.add_heading("Is the work remote?", 2)
    doc.add_paragraph("Often it is.")
    doc.add_paragraph("Some teams meet twice a week.")
    out = io.BytesIO()
    doc.save(out)
    return out.getvalue()


def _table(doc, *rows):
    table = doc.add_table(rows=0, cols=len(rows[0]))
    for row in rows:
        for cell, text in zip(table.add_row().cells, row, strict=True):
            cell.text = text


SAVED_PAGE = f"""<!DOCTYPE html>
<html lang="en"><head><meta charset="utf-8"><title>UX Designer | CareerHub</title>
<link rel="stylesheet" href="https://example.org/a.css">
<script>document.write("<p>Never read</p>")</script>
<style>body {{ color: red }}</style></head>
<body>
<div id="cookie-banner" class="cc-window">We use cookies. <button>Accept</button></div>
<header><a href="/">CareerHub</a><nav><ul><li><a href="/jobs">Jobs</a></li>
<li><a href="/guides">Guides</a></li></ul></nav></header>
<main><h1>UX Designer</h1>
<p class="crumb">UX Designer</p>
<article>
<p>A <b>UX designer</b> decides how a product <i>feels</i> to use. Read
<a href="https://example.org/ux?a=1&amp;b=2">what UX means</a> first.</p>
<h2>Key takeaways</h2>
<ul><li>Research comes <em>before</em> drawing.</li><li>Testing never ends.</li></ul>
<h2>Responsibilities</h2>
<ol><li>Talk to users.</li><li>Draw, test, and draw again:<ul><li>on paper</li>
<li>on a screen</li></ul></li></ol>
<blockquote><p>Good design is as little design as possible.</p></blockquote>
<figure><img src="data:image/png;base64,{base64.b64encode(picture()).decode()}"
alt="A desk with sketches"><figcaption>Image of UX Designer</figcaption></figure>
<h2>UX Designer vs UI Designer</h2>
<table><tr><th>UX Designer</th><th>UI Designer</th></tr>
<tr><td>Studies how people act</td><td>Chooses colours and type</td></tr>
<tr><td>Draws flows</td><td>Draws screens</td></tr></table>
<h2>Misconceptions about UX designers</h2>
<h3>UX is only about looks</h3><p>Looks are the last part of it.</p>
<h3>Users know what they want</h3><p>They know what hurts. That is a start.</p>
<h2>UX design in numbers</h2>
<h3>1. Salary by experience</h3>
<table><thead><tr><th>Experience</th><th>Average salary</th></tr></thead>
<tbody><tr><td>Entry level</td><td>€42,000</td></tr>
<tr><td>Mid level</td><td>€56,500</td></tr>
<tr><td>Senior</td><td>€71,000</td></tr></tbody></table>
<p>Experience pays.</p>
<h3>2. Tools in use</h3>
<table><tr><th>Tool</th><th>Share of designers</th></tr><tr><td>Figma</td><td>81%</td>
</tr><tr><td>Sketch</td><td>9%</td></tr><tr><td>Paper &amp; pencil</td><td>10%</td></tr>
</table>
<h2>FAQ</h2>
<details><summary>Do UX designers code?</summary><p>Few do. It helps to read it.</p>
</details>
<details><summary>How long does it take to learn?</summary><p>About a year.</p>
</details>
<p>Is a portfolio needed?</p><p>Yes: three projects told well.</p>
</article>
<div class="share-buttons">Share on <a href="https://x.example/">X</a></div></main>
<aside class="sidebar"><h2>Related</h2><p>Product Manager</p></aside>
<footer><p>© 2026 CareerHub. All rights reserved.</p></footer>
<noscript>Please enable JavaScript</noscript></body></html>
"""

MESSY_TEXT = """Network Administrator

You are here: Home / Careers / Network Administrator


Network Administrator

A network administrator keeps the wires, waves and rules of an office working. __Nobody
notices__ until something stops.

KEY TAKEAWAYS

  · Networks carry everything else.
  · Most faults are found by *patient* looking.
  · Certificates matter more than degrees.

What the day looks like

Mornings begin with logs. **Alarms come first**, then requests.

  1) Read what happened overnight.
  2) Repair what is broken.
  3) Plan what is next.

Network Administrator vs. System Administrator

Network Administrator System Administrator
Looks after routers and switches Looks after servers and accounts
Knows protocols and cables Knows operating systems and scripts

Both are on call.


Image of Network Administrator


Common Misconceptions about Network Administrators

It is all about cables

Cables are the smallest part; most work is done in settings.

  • Settings are kept as code.
  • Changes are tested first.

The job is dying out

Every cloud is reached over a network. That network has to be run by someone.


Network administration in figures

Here are three tables about the field:

1. Average Pay of Network Administrators

Experience Level Average Annual Pay
Junior $58,000
Experienced $74,500
Lead $96,000

Pay grows by about two thirds from junior to lead.

2. Certificates Most Often Asked For

Rank Certificate
1 Cisco CCNA
2 CompTIA Network+
3 Juniper JNCIA

CCNA is asked for most often.

3. Where Network Administrators Work

Rank Sector Number of Posts
1 Public services 1,240
2 Health care 980
3 Education 655

Public services lead.


FAQ

How do I start?

With a small network of your own: a switch, two old computers and time.

Do I have to know programming?

A little. Scripts save hours.

Is night work usual?

Changes are made when others sleep, so now and then it is.
"""
