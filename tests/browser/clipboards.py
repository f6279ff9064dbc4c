"""Build what programs put into the clipboard, with the Markdown it has to become.

Each is made up, in the shape of its program.
"""

WORD = """<html xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:w="w">
<head><meta name=Generator content="Microsoft Word 15"><style><!--
p.MsoNormal {margin:0cm} --></style><!--[if gte mso 9]><xml><o:x/></xml><![endif]-->
</head><body lang=EN-GB style='tab-interval:36.0pt'><!--StartFragment-->
<p class=MsoTitle>Herons<o:p></o:p></p>
<h1>Pay in <span
class=SpellE>Europe</span><o:p></o:p></h1>
<p class=MsoNormal>Most <b style='mso-bidi-font-weight:normal'>her</b><b>ons</b> earn
<i>more</i> than&nbsp;storks, about 90&nbsp;000&nbsp;fish.<span
style='mso-spacerun:yes'>&nbsp; </span>See <a href="https://example.org/a_(b)"><span
style='color:blue'>the survey</span></a>.<o:p></o:p></p>
<p class=MsoNormal><o:p>&nbsp;</o:p></p>
<p class=MsoListParagraphCxSpFirst style='text-indent:-18pt;mso-list:l0 level1 lfo1'>
<![if !supportLists]><span style='font-family:Symbol'><span
style='mso-list:Ignore'>·<span
style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp; </span></span></span><![endif]>Frogs
<o:p></o:p></p>
<p class=MsoListParagraphCxSpMiddle style='margin-left:72pt;mso-list:l0 level2 lfo1'>
<![if !supportLists]><span style='mso-list:Ignore'>o<span>&nbsp; </span></span>
<![endif]>Green ones</p>
<p class=MsoListParagraphCxSpLast
style='mso-list:l0 level1 lfo1'><!--[if !supportLists]-->
<span style='mso-list:Ignore'>·<span>&nbsp; </span></span><!--[endif]-->Fish</p>
<p class=MsoNormal>Then:</p>
<p class=MsoListParagraph style='mso-list:l1 level1 lfo2'><![if !supportLists]><span
style='mso-list:Ignore'>3.<span>&nbsp; </span></span><![endif]>Wait</p>
<p class=MsoListParagraph style='mso-list:l1 level1 lfo2'><![if !supportLists]><span
style='mso-list:Ignore'>4.<span>&nbsp; </span></span><![endif]>Strike</p>
<p class=MsoQuote>She said <s>no</s> yes.</p>
<table class=MsoTableGrid border=1><tr><td><p class=MsoNormal><b>Bird</b></p></td>
<td><p class=MsoNormal><b>Fish | day</b></p></td></tr><tr><td><p>Heron</p></td>
<td><p>1&nbsp;200</p></td></tr></table><!--EndFragment--></body></html>"""
WORD_MARKDOWN = """## Herons

## Pay in Europe

Most **herons** earn _more_ than storks, about 90\xa0000\xa0fish. See \
[the survey](https://example.org/a_(b)).

- Frogs
  - Green ones
- Fish

Then:

3. Wait
4. Strike

> She said ~~no~~ yes.

| Bird | Fish \\| day |
| --- | ---: |
| Heron | 1\xa0200 |"""

DOCS = """<meta charset='utf-8'><b style="font-weight:normal;"
id="docs-internal-guid-1">
<h3 dir="ltr" style="line-height:1.38"><span style="font-weight:400">Pay</span></h3><br>
<p dir="ltr"><span style="font-weight:400">Most </span><span
style="font-weight:700">herons</span><span style="font-weight:400"> earn </span><a
href="https://www.google.com/url?q=https://example.org/x&amp;sa=D"><span
style="text-decoration:underline">well</span></a><span>. </span><span
style="font-style:italic">Very</span><span
style="font-weight:700;font-style:italic">well</span></p>
<ul><li dir="ltr" aria-level="1"><p role="presentation"><span>Frogs</span></p></li>
<ul><li dir="ltr" aria-level="2"><p role="presentation"><span>Green</span></p></li></ul>
<li dir="ltr" aria-level="1"><p role="presentation"><span>Fish</span></p></li></ul>
<p><span>One</span><span><br></span><span>two</span></p>
<div dir="ltr"><table><colgroup><col></colgroup><tbody><tr><td><p><span
style="font-weight:700">A</span></p></td><td><p>B</p></td></tr><tr><td><p>x</p><p>y</p>
</td><td><br></td></tr></tbody></table></div></b>
<br class="Apple-interchange-newline">"""
DOCS_MARKDOWN = """## Pay

Most **herons** earn [well](https://example.org/x). _Very_**_well_**

- Frogs
  - Green
- Fish

One\\
two

| A | B |
| --- | --- |
| x<br>y |  |"""

LIBREOFFICE = """<!DOCTYPE html><html><head><style type="text/css">
p { margin-bottom: 0.1in }</style></head><body lang="en-GB" dir="ltr">
<h1 class="western">One</h1><h3 class="western">Three</h3>
<p style="line-height: 100%">A <font color="#000000"><b>bold</b></font> word</p>
<ol><li><p>First</p></li><li><p>Second</p><ul><li><p>Inner</p></li></ul></li></ol>
<pre class="western">a * b
  c</pre></body></html>"""
LIBREOFFICE_MARKDOWN = """## One

#### Three

A **bold** word

1. First
2. Second
   - Inner

```
a * b
  c
```"""

EXCEL = """<html xmlns:x="urn:schemas-microsoft-com:office:excel"><head><style>
<!--td {mso-ignore:padding}--></style></head><body><table border=0 width=200
style='border-collapse:collapse'><!--StartFragment--><col width=64><tr height=20>
<td height=20 class=xl63 style='height:15pt'>Level</td><td class=xl63>Pay</td></tr>
<tr><td>Junior</td><td align=right>50,000</td></tr><tr style='display:none'><td>No</td>
<td>1</td></tr><tr><td>Senior</td><td align=right>90,000</td></tr><tr><td></td><td></td>
</tr><!--EndFragment--></table></body></html>"""
EXCEL_MARKDOWN = """| Level | Pay |
| --- | ---: |
| Junior | 50,000 |
| Senior | 90,000 |"""

SHEETS = """<google-sheets-html-origin><style type="text/css"><!--td {border: 1px}-->
</style><table xmlns="http://www.w3.org/1999/xhtml" dir="ltr" data-sheets-root="1">
<colgroup><col width="100"></colgroup><tbody><tr><td style="font-weight:bold">Bird</td>
<td>Eats</td></tr><tr><td>Heron</td><td>Fish</td></tr></tbody></table>"""
SHEETS_MARKDOWN = """| Bird | Eats |
| --- | --- |
| Heron | Fish |"""

OUTLOOK = """<div class="WordSection1"><div>Dear all,</div><div><br></div>
<div>First<br>second<br><br>third</div><blockquote><p>One</p><p>Two</p></blockquote>
<div>&#8226; frogs</div><div><b>&#8226;</b>&nbsp; fish</div><div>Bye</div></div>"""
OUTLOOK_MARKDOWN = """Dear all,

First\\
second

third

> One
>
> Two

- frogs
- fish

Bye"""

WEB_PAGE = """<meta charset="utf-8"><h2 onclick="x()">Pay <a
href="https://example.org/p#pay">#</a></h2>
<p style="color:red">Most <strong>herons</strong> use <code>a*b|c</code>.</p>
<ul><li>Frogs</li><li>Fish</li></ul><ol start="4"><li>Wait</li></ol>
<pre><code class="language-python">x = 2 * 3  # *
</code></pre><table role="presentation"><tr><td><h3><a href="https://example.org/p#more">More</a></h3><p>H<sub>2</sub>O</p></td>
</tr></table><hr><p>un<i>believ</i>able <b>So:</b>it is</p>"""
WEB_PAGE_MARKDOWN = """## Pay

Most **herons** use `a*b|c`.

- Frogs
- Fish

4. Wait

```python
x = 2 * 3  # *
```

### More

H<sub>2</sub>O

---

un*believ*able <strong>So:</strong>it is"""

WORD_ON_THE_WEB = """<div class="ListContainerWrapper"><ul><li data-aria-level="1"
aria-level="1"><p><span>Frogs</span></p></li></ul></div><div><ul><li aria-level="2"><p>
<span>Green</span></p></li></ul></div><div><ul><li aria-level="1"><p>Fish</p></li></ul>
</div><div><p><span style="font-weight:bold">End</span><span>&nbsp;</span></p></div>"""
WORD_ON_THE_WEB_MARKDOWN = """- Frogs
  - Green
- Fish

**End**"""

RIGHT_TO_LEFT = """<h1 dir="rtl">שכר</h1><p dir="rtl">רוב <b>המהנדסים</b>
<a href="https://example.org/">היטב</a></p><ul dir="rtl"><li>א</li><li>ב</li></ul>"""
RIGHT_TO_LEFT_MARKDOWN = """## שכר

רוב **המהנדסים** [היטב](https://example.org/)

- א
- ב"""

HOSTILE = """<p onclick="x()">Hi<script>alert(1)</script><style>p{}</style> <img width=1
height=1 src="https://spy.example/p.gif"><img src=x onerror="alert(1)"><a
href="javascript:alert(1)">a</a> <a href=" JaVa&#10;Script:x">b</a> <a
href="data:text/html,x">c</a> <a href='https://example.org/"&gt;&lt;i&gt;'>d</a>
<a href="#top">e</a><iframe src="https://spy.example/"></iframe><svg onload="x()"></svg>
<object data="x"></object><form><input value="f"><button>g</button></form>
<link rel=stylesheet href="https://spy.example/s.css"></p><template><p>h</p></template>"""
HOSTILE_MARKDOWN = """Hi a b c [d](https://example.org/"%3E%3Ci%3E) e"""

PROGRAMS = {
    "Word": (WORD, WORD_MARKDOWN),
    "Word on the web": (WORD_ON_THE_WEB, WORD_ON_THE_WEB_MARKDOWN),
    "Google Docs": (DOCS, DOCS_MARKDOWN),
    "LibreOffice": (LIBREOFFICE, LIBREOFFICE_MARKDOWN),
    "Excel": (EXCEL, EXCEL_MARKDOWN),
    "Google Sheets": (SHEETS, SHEETS_MARKDOWN),
    "Outlook": (OUTLOOK, OUTLOOK_MARKDOWN),
    "a web page": (WEB_PAGE, WEB_PAGE_MARKDOWN),
    "from right to left": (RIGHT_TO_LEFT, RIGHT_TO_LEFT_MARKDOWN),
    "somebody hostile": (HOSTILE, HOSTILE_MARKDOWN),
}

# Text that is no Markdown where it stands, each in a paragraph of its own.
LITERAL = (
    *("2 * 3 * 4", "*stars* and _lines_", "snake_case_name", "1. January", "2) b"),
    *("# 1 of all", "- 5 degrees", "+ more", "> 3", "a<b and <b>c</b>", "R&D &amp; co"),
    *(
        "[sic] [x](y) [^1] [[table: x]]",
        "[!NOTE]",
        "C:\\dir\\*",
        "~about~ ~5",
        "`a` `b`",
    ),
    *("---", "***", "```", "| a | b |", "https://example.org/a_b_c", "Wow!", "x\\"),
)

# Plain text, and what becomes of it.
PLAIN = {
    "Eats:\n•\tFrogs\n•\tFish\nBye": "Eats:\n\n- Frogs\n- Fish\n\nBye",
    "▪ a\n    ▪ b\n▪ c": "- a\n  - b\n- c",
    "•\ta\no\tb\n§\tc\n•\td": "- a\n  - b\n    - c\n- d",
    "· a\n· b": "- a\n- b",
    "– a\n– b": "- a\n- b",
    "1)\ta\n2)\tb": "1. a\n2. b",
    "1.) a\r\n2.) b": "1. a\n2. b",
    "Bird\tFish\nHeron\t12": "| Bird | Fish |\n| --- | ---: |\n| Heron | 12 |",
}
# Plain text that is left to the browser, as it may be Markdown.
UNTOUCHED = (
    *("## A\n\n- b\n- *c*\n\n1. d", "– Anna", "one line", "a\tb", "```\n• a\n```"),
    *("1. January was cold", "a < b & c"),
)
