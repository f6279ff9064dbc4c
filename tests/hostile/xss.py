"""List texts that try to run a script where a reader or a superuser sees them.

Each carries ``MARK``: wherever it runs, in the page or in a frame of it, it sets a
number on the topmost window. A test in a browser opens the page, waits, and asks for
``window.xss === 1`` (strictly: an element whose id is "xss" also answers to that name).
Some need a click, a hover or focus; the page's text is safe only if none can run.
"""

import base64
from itertools import product

MARK = "top.xss=1"
_QUOTED = "top['xss']=1"
_FRAME_SCRIPT = f"<script>{MARK}</script>"

# Put raw into a page or given to innerHTML, with no content security policy, each of
# these runs by itself. A browser test that does not see them run proves nothing.
CONTROL = [
    f"<img src=x: onerror={MARK}>",
    f'<img src="data:," onerror="{MARK}">',
    f"<svg><image href=x: onerror={MARK}></image></svg>",
    f"<details open ontoggle={MARK}>a</details>",
    f"<video><source onerror={MARK} src=x:></video>",
    f"<audio src=x: onerror={MARK}></audio>",
    f"<style onload={MARK}>a{{}}</style>",
    f"<iframe onload={MARK}></iframe>",
    f'<iframe srcdoc="{_FRAME_SCRIPT}"></iframe>',
    f'<iframe src="javascript:{MARK}"></iframe>',
]

_TAGS = (
    *("a", "abbr", "article", "audio", "b", "base", "blockquote", "body", "button"),
    *("canvas", "code", "custom-tag", "details", "dialog", "div", "embed", "em"),
    *("form", "frame", "frameset", "h1", "html", "iframe", "image", "img", "input"),
    *("kbd", "keygen", "li", "link", "marquee", "math", "meta", "meter", "object"),
    *("ol", "option", "p", "pre", "section", "select", "source", "span", "style"),
    *("sub", "summary", "svg", "table", "td", "template", "textarea", "th", "track"),
    *("ul", "video"),
)
_EVENTS = (
    *("onanimationend", "onanimationstart", "onauxclick", "onbeforetoggle", "onblur"),
    *("onclick", "oncontentvisibilityautostatechange", "oncopy", "onerror"),
    *("onfocus", "onfocusin", "onload", "onmouseover", "onpageshow"),
    *("onpointerenter", "onscroll", "onscrollend", "ontoggle", "ontransitionend"),
    *("onwheel",),
)
_HELP = "src=x: href=# open autofocus tabindex=1 contenteditable"


def _handlers():
    """Elements with handlers, on every tag and every event."""
    for tag, event in product(_TAGS, _EVENTS):
        yield f"<{tag} {_HELP} {event}={MARK}>a</{tag}>"


def _breakouts():
    """Attributes and tags written so that a careless filter misreads them."""
    handler = f"onerror={MARK}"
    for gap in (
        "/",
        "\t",
        "\n",
        "\f",
        "//",
        "/a/",
        " / ",
        "\0",
        "\x0b",
        "\xa0",
        "/\0/",
    ):
        yield f"<img{gap}src=x:{gap}{handler}>"
        yield f"<svg{gap}onload={MARK}>"
    for quote, end in product(("'", '"', "`", "&quot;", "&#39;", "\\'", '\\"'), " >/"):
        yield f"<img alt={quote}{end}{quote}{quote} src=x: {handler}>"
        yield f"<a title={quote}{end}<img src=x: {handler}>{quote}>a</a>"
        yield f"<abbr title={quote}></abbr><img src=x: {handler}>{quote}>a</abbr>"
    for name in (
        "onerror",
        "OnErRoR",
        "onerror ",
        "onerror\t",
        "onerror\n",
        "x/onerror",
    ):
        for value in (MARK, f'"{MARK}"', f"'{MARK}'", f"`{MARK}`", f"\n{MARK}"):
            yield f"<IMG SRC=x: {name}={value}>"
    yield from (
        f"<img src=x: {handler}",
        f"<img src=x: {handler}//",
        f"<img src=x: {handler} <p>",
        f"<<img src=x: {handler}>",
        f"<img src=x:{handler}><img src=x: {handler}>",
        f"<im<b>g src=x: {handler}>",
        f"<scr<script>ipt>{MARK}</scr</script>ipt>",
        f"<script>{MARK}</script>",
        f"<SCRIPT\n>{MARK}</SCRIPT\n>",
        f"<script/a>{MARK}</script/a>",
        f"<script type=module>{MARK}</script>",
        f"<script src='data:,{MARK}'></script>",
        f"<script>{MARK}",
        f"<script\x0c>{MARK}</script>",
        f"</p></div></main><script>{MARK}</script>",
        f"\uff1cscript\uff1e{MARK}\uff1c/script\uff1e",
        f"+ADw-script+AD4-{MARK}+ADw-/script+AD4-",
        f"%3Cscript%3E{MARK}%3C/script%3E",
        f"&lt;script&gt;{MARK}&lt;/script&gt;",
        f"&amp;lt;script&amp;gt;{MARK}&amp;lt;/script&amp;gt;",
        f"\\u003cscript\\u003e{MARK}\\u003c/script\\u003e",
        f"{{{{constructor.constructor('{MARK}')()}}}}",
        f"${{{MARK}}}",
        f"{{% autoescape off %}}<img src=x: {handler}>{{% endautoescape %}}",
    )


def _spellings(scheme: str):
    """Ways a browser still reads a scheme, and some that it does not."""
    head, tail = scheme[:4], scheme[4:]
    yield from (scheme, scheme.upper(), head + tail.upper())
    for hidden in ("\t", "\n", "\r", "&Tab;", "&NewLine;", "&#9;", "&#x0A;", "&#13;"):
        yield f"{head}{hidden}{tail}"
    for before in (" ", "\x01", "\x1f", "&#1;", "&#32;", "&nbsp;", "\u2028", "\ufeff"):
        yield before + scheme
    for letter in ("&#106;", "&#x6a;", "&#0000106;", "&#x000006A;", "%6a", "\\u006a"):
        yield letter + scheme[1:]
    for colon in ("&colon;", "&#58;", "&#x3a", "%3a", "\\:", ":\\", "://%0a", ":&#10;"):
        yield scheme.rstrip(":") + colon
    yield from (scheme[:-1] + " :", f"{head}\0{tail}", f"{head}/**/{tail}")


def _addresses():
    """Addresses that are a script, by every way to write one."""
    frame = base64.b64encode(_FRAME_SCRIPT.encode()).decode()
    targets = [spelling + MARK for spelling in _spellings("javascript:")]
    targets += [spelling + MARK for spelling in ("vbscript:", "livescript:", "mocha:")]
    targets += [
        f"data:text/html,{_FRAME_SCRIPT}",
        f"data:text/html;base64,{frame}",
        f"data:image/svg+xml,<svg xmlns='http://www.w3.org/2000/svg' onload='{MARK}'/>",
        f"data:application/xhtml+xml;base64,{frame}",
        f"DATA:TEXT/HTML;charset=utf-8,{_FRAME_SCRIPT}",
        f"blob:javascript:{MARK}",
        f"view-source:javascript:{MARK}",
        f"filesystem:javascript:{MARK}",
        f"feed:javascript:{MARK}",
        f"jar:javascript:{MARK}!/",
        f"//javascript:{MARK}",
        f"https:javascript:{MARK}",
        f"javascript://a.b/%0a{MARK}",
        f"javascript:'<script>{MARK}</script>'",
        f"javascript&colon;{_QUOTED}",
    ]
    markdown = ("[a]({})", "[a](<{}>)", "![a]({})", "<{}>", "[a]\n\n[a]: {}", "[a][{}]")
    html = (
        '<a href="{}">a</a>',
        "<a href={}>a</a>",
        '<a xlink:href="{}">a</a>',
        '<svg><a xlink:href="{}"><text>a</text></a></svg>',
        '<math><mi href="{}">a</mi></math>',
        '<form action="{}"><button>a</button></form>',
        '<button formaction="{}">a</button>',
        '<iframe src="{}"></iframe>',
        '<object data="{}"></object>',
        '<embed src="{}">',
        '<img src="{}">',
        '<base href="{}"><a href=a>a</a>',
        '<meta http-equiv=refresh content="0;url={}">',
        '<area href="{}">',
        '<blockquote cite="{}">a</blockquote>',
        '<svg><use href="{}"/></svg>',
        '<svg><animate attributeName=href values="{}"/></svg>',
        '<link rel=stylesheet href="{}">',
        '<p style="background:url({})">a</p>',
    )
    for shape, target in product((*markdown, *html), targets):
        yield shape.format(target)


def _mutations():
    """Text that turns into an element when what was cleaned is parsed again."""
    image = f"<img src=x: onerror={MARK}>"
    raw = (
        *("iframe", "noembed", "noframes", "noscript", "plaintext", "script", "select"),
        *("style", "template", "textarea", "title", "xmp"),
    )
    outer = (
        *("", "<svg>", "<math>", "<math><mtext>", "<svg><desc>", "<table>", "<select>"),
        *("<svg><foreignObject>", "<math><annotation-xml encoding=text/html>"),
        *("<form><math><mtext></form><form><mglyph>", "<table><caption><svg>"),
        *("<svg></p>", "<math><mtext><table><mglyph>", "<option><svg>", "<p><svg>"),
    )
    for start, tag in product(outer, raw):
        yield f"{start}<{tag}><a title='</{tag}>{image}'>"
        yield f"{start}<{tag}><!--</{tag}>{image}-->"
        yield f"{start}<{tag}>&lt;/{tag}&gt;{image}</{tag}>"
    for start in outer:
        yield f"{start}<![CDATA[><{image}]]>"
        yield f"{start}<!--><!-- -->{image}-->"
        yield f"{start}<b><p><table><a>{image}</table>"


def _markdown():
    """Places that only Markdown has."""
    image = f"<img src=x: onerror={MARK}>"
    script = f"<script>{MARK}</script>"
    shut = f'" onmouseover="{MARK}'
    places = (
        "# {}",
        "{}\n===",
        "> {}",
        "- {}",
        "1. {}",
        "*{}*",
        "**a {}",
        "~~{}~~",
        "`{}`",
        "`` {}",
        "    {}",
        "```{}\na\n```",
        "~~~ {}\na",
        "```\n```\n{}",
        "| a |\n|---|\n| {} |",
        "| {} |\n|---|",
        "[{}](/a)",
        '[a](/a "{}")',
        "[a](/a '{}')",
        "[a](/a ({}))",
        "[a](</a{}>)",
        "[a](/{})",
        "![{}](/media/a.webp)",
        '![a](/media/a.webp "{}")',
        "![{}](https://example.com/a.png)",
        "![a](https://example.com/{})",
        "![a](/media/{})",
        '[a]\n\n[a]: /a "{}"',
        "[{0}]\n\n[{0}]: /a",
        "[^1]\n\n[^1]: {}",
        "[^{0}]\n\n[^{0}]: a",
        "<https://example.com/{}>",
        "https://example.com/{}",
        "www.example.com/{}",
        "<a@example.com{}>",
        "[[table: {}]]",
        "[[table: a]]{}",
        "[[table: a\n{}]]",
        "<!-- {} -->",
        "<!--> {} -->",
        "<!-- a --!> {}",
        "<!-- a\n\n{}",
        "<? {} ?>",
        "<!A {}>",
        "<![CDATA[ {} ]]>",
        "<div>\n{}\n</div>",
        "<div>\n\n{}\n\n</div>",
        "<pre>\n{}",
        "<details><summary>{}</summary></details>",
        "<table><caption>{}</caption><tr><th>{}</th></tr></table>",
        "&#60;{}",
        "\\<{}",
        "a  \n{}",
        "{}\n[[table: a]]\n{}",
    )
    inside = (image, script, shut, f"'{shut}", f'"><svg onload={MARK}>', f"`{image}`")
    for place, payload in product(places, inside):
        yield place.format(payload, payload)


def _look_alikes():
    """What our own pass adds after the guard, as an editor might have written it."""
    bare = f" onmouseover={MARK} x="
    places = (
        '<a id="fnref-1">{}</a>',
        "<a id=\"fnref-1\"><abbr title='{}'>a</abbr></a>",
        "<a class=\"footnote-backref\" aria-label='{}'>a</a>",
        "<section class=\"footnotes\" aria-label='{}'>a</section>",
        "<div class='note note-{}' role=note>a</div>",
        "<blockquote><p>[!NOTE] {}</blockquote>",
        "> [!MYTH]\n> {}",
        "> [!NOTE] {}\n> a",
        "> [!WARNING] *{}\n> a*",
        "> [!{}]\n> a",
        "> [!NOTE]({})",
    )
    for place, payload in product(places, (bare, f'"{bare}"', f"<img src=x:{bare}>")):
        yield place.replace("{}", payload)


def vectors() -> list[str]:
    """Every text once, in a fixed order."""
    made = (_handlers, _breakouts, _addresses, _mutations, _markdown, _look_alikes)
    return list(dict.fromkeys([*CONTROL, *(text for make in made for text in make())]))
