"""Markdown to safe HTML: the only place that marks text safe.

The threat is stored script: an editor's text, pasted or hostile, is read by visitors
and by superusers. It is also time and memory: one saved text must not stop the site.

Four steps, each one pass. cmark writes HTML; raw HTML in the Markdown is let through,
so that ``<sub>`` and ``<details>`` work. ``_tidy`` leaves as tags only the names on
``TAGS``, closes what is open and bounds how deep it nests: without it the HTML parser
behind nh3 needs minutes for 200 kB of ``>`` and a gigabyte for 23 kB of ``<b 1><b 2>``.
Any other tag is shown as the text it was, so "List<int>" loses nothing. nh3 is the
guard: elements, attributes, classes and addresses not on its lists are gone. ``_Page``
then adds what readers need (ids, table frames, image sizes, ``[[table: slug]]``).

Adding after sanitising reopens nothing. nh3 writes ``<`` in text as ``&lt;`` and quotes
every value, and no element on the list switches the HTML tokenizer to another state (no
script, style, textarea, svg, math), so ``_TOKEN`` reads exactly the tags a browser
does. Each is copied whole or written anew from escaped values. No placeholder is used,
so none can be forged: a table line is known by where it stands.

Reading never fails: ``render`` takes any ``str``, shows a lone surrogate as ``?`` and
NUL as U+FFFD, and ignores what is beyond ``MAX_BYTES``, which forms and models refuse.
"""

import ctypes
import re
import threading
from collections.abc import Callable
from dataclasses import dataclass
from html import escape, unescape
from itertools import islice

import nh3
from cmarkgfm import cmark
from django.core.exceptions import ValidationError
from django.utils.safestring import SafeString, mark_safe
from django.utils.text import slugify

from careerguide.library.names import is_ours, renditions

MAX_BYTES = 200_000  # of UTF-8
MAX_DEPTH = 100  # elements inside one another; browsers stop at 512
MAX_TAGS = 100_000  # opened; a row of a 1,000-column table costs its author two bytes
MAX_ID = 80  # characters of a heading's text that go into its id
MAX_LABEL = 100  # characters that name a table for a screen reader
MEDIA = "/media/"  # our pages load pictures from nowhere else
IMAGE_SIZES = "(min-width: 45rem) 42rem, 100vw"

INLINE_TAGS = frozenset({"a", "code", "del", "em", "strong"})
PHRASING_TAGS = INLINE_TAGS | {
    *("abbr", "b", "br", "cite", "i", "img", "ins", "kbd", "mark", "q", "s"),
    *("samp", "small", "span", "sub", "sup", "u", "var", "wbr"),
}
HEADING_TAGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
BLOCK_TAGS = HEADING_TAGS | {
    *("blockquote", "caption", "dd", "details", "div", "dl", "dt", "figcaption"),
    *("figure", "hr", "li", "ol", "p", "pre", "section", "summary", "table"),
    *("tbody", "td", "tfoot", "th", "thead", "tr", "ul"),
}
TAGS = PHRASING_TAGS | BLOCK_TAGS
VOID_TAGS = frozenset({"br", "hr", "img", "wbr"})
ATTRIBUTES = {
    "a": {"aria-label", "href", "id", "title"},
    "abbr": {"title"},
    "details": {"open"},
    "img": {"alt", "src", "title"},
    "li": {"id"},
    "ol": {"start"},
    "td": {"align", "colspan", "rowspan"},
    "th": {"align", "colspan", "rowspan", "scope"},
}
CLASSES = {
    "a": {"footnote-backref"},
    "section": {"footnotes"},
    "sup": {"footnote-ref"},
}
ALIGNMENTS = ("left", "center", "right")
URL_SCHEMES = frozenset({"http", "https", "mailto", "tel"})
RESERVED_IDS = frozenset(  # the page's own, never a heading's
    {
        *("banner", "breadcrumbs", "content", "contents", "feedback", "filters"),
        *("footer", "header", "main", "menu", "messages", "nav", "navigation"),
        *("page", "results", "search", "sources", "styleguide", "summary", "top"),
    }
)

_CLEANER = nh3.Cleaner(
    tags=set(TAGS),
    attributes=ATTRIBUTES,
    allowed_classes=CLASSES,
    url_schemes=set(URL_SCHEMES),
    link_rel=None,
)
_EXTENSIONS = ("table", "strikethrough", "autolink")
_OPTIONS = cmark.Options.CMARK_OPT_UNSAFE  # raw HTML passes; nh3 is what makes it safe
_FOOTNOTES = cmark.Options.CMARK_OPT_FOOTNOTES

_COMMENT = re.compile(r"<!--.*?(?:-->|\Z)", re.S)
_VALUE = r"""(?:"[^"]*+"|'[^']*+'|[^\s"'=<>`]++)"""
_RAW = re.compile(
    rf"<(/?)([a-zA-Z][a-zA-Z0-9]*+)((?:\s++[a-zA-Z_:][\w.:-]*+(?:\s*+=\s*+{_VALUE})?+)*+)"
    r"\s*+/?>|<|[^<]++",
    re.A,
)
_TOKEN = re.compile(r'<(/?)([a-z][a-z0-9]*+)((?: [a-z-]++="[^"]*+")*+)>|[^<]++')
_ATTRIBUTE = re.compile(r' ([a-z-]+)="([^"]*)"')
_NOTE_ID = re.compile(r'(?<= id=")fn(?:ref)?-[^"]+')
_EXTERNAL = re.compile(r"(?:https?:)?[/\\]{2}", re.I)
_TABLE_LINE = re.compile(r"\s*\[\[\s*table\s*:\s*([a-z0-9-]+)\s*\]\]\s*", re.I | re.A)
_OUR_SRC = re.compile(rf"{MEDIA}(?!.*\.\.)[\w./-]+", re.A)
_SIZE = re.compile(r"-(\d+)x(\d+)\.webp", re.A)
_LAZY = {"loading": "lazy", "decoding": "async"}
_COMMA = (", ", None, None, None)


@dataclass(frozen=True)
class Heading:
    level: int
    id: str
    text: str  # plain: a template escapes it


@dataclass(frozen=True)
class Document:
    html: SafeString
    headings: tuple[Heading, ...]
    table_slugs: tuple[str, ...]
    words: int


def render(
    text: str,
    *,
    embed: Callable[[str], str] | None = None,
    top_level: int = 2,
    ids: str = "",
) -> Document:
    """Make the page of a Markdown text.

    The shallowest heading used becomes ``top_level``, the others keep their distance
    (at most h6), so ``#`` and ``##`` are both a right start. ``ids`` goes before every
    id and ``#`` link, so that several texts can stand on one page.

    ``embed`` gets the slug of each line that is only ``[[table: slug]]`` in a paragraph
    at the outer level, and returns HTML to put there unchanged; "" shows nothing.
    """
    return _Page(_sanitise(text), embed or _nothing, top_level, ids).document()


def render_inline(text: str) -> SafeString:
    """Make one line: emphasis, code and links; anything else keeps only its text."""
    # A word in front keeps "# 1" or "1990. A year" from opening a block.
    html = _to_html("x " + " ".join(_readable(text).split()), _OPTIONS)
    html = html.removeprefix("<p>x").removesuffix("</p>\n")
    page = _Page(_CLEANER.clean(_tidy(html)).strip(), keep=INLINE_TAGS)
    return page.document().html


def table_slugs(text: str) -> list[str]:
    """The slugs of a text's table lines, in order, as ``render`` finds them."""
    return list(render(text).table_slugs)


def plain_text(text: str) -> str:
    """The words of a Markdown text on one line, without its tables and note numbers."""
    page = _Page(_sanitise(text))
    page.document()
    return _words(page.tokens)


def validate_length(text: str) -> None:
    size = len(text.encode(errors="replace"))
    if size > MAX_BYTES:
        raise ValidationError(
            f"This text is {size:,} bytes long; the limit is {MAX_BYTES:,}. "
            "Shorten it or divide it between two items.",
            code="too_long",
        )


def _nothing(slug: str) -> str:
    return ""


def _readable(text: str) -> str:
    return text.encode(errors="replace")[:MAX_BYTES].decode(errors="ignore")


def _sanitise(text: str) -> str:
    return _CLEANER.clean(_tidy(_to_html(_readable(text), _OPTIONS | _FOOTNOTES)))


def _freer(library: str | None, name: str) -> Callable[[int], None]:
    try:
        function = getattr(ctypes.CDLL(library), name)
    except (AttributeError, OSError, TypeError):  # not exported, as on Windows
        return lambda address: None
    function.argtypes, function.restype = [ctypes.c_void_p], None
    return function


# cmarkgfm never frees the tree nor the HTML: 0.7 MB for each 9 kB text.
_free_tree = _freer(cmark._cmark.__file__, "cmark_node_free")
_free_html = _freer(None, "free")
# cmark keeps its table of special characters in a global, and runs without the GIL.
_lock = threading.Lock()


def _to_html(text: str, options: int) -> str:
    lib, ffi = cmark._cmark.lib, cmark._cmark.ffi
    tree = html = ffi.NULL
    with _lock:
        cmark.core_extensions_ensure_registered()
        parser = cmark.parser_new(options)
        try:
            for name in _EXTENSIONS:
                extension = cmark.find_syntax_extension(name)
                cmark.parser_attach_syntax_extension(parser, extension)
            cmark.parser_feed(parser, text)
            tree = cmark.parser_finish(parser)
            extensions = cmark.parser_get_syntax_extensions(parser)
            html = lib.cmark_render_html(tree, options, extensions)
            return ffi.string(html).decode()
        finally:
            _free_html(int(ffi.cast("uintptr_t", html)))
            _free_tree(int(ffi.cast("uintptr_t", tree)))
            cmark.parser_free(parser)


def _tidy(html: str) -> str:
    """Keep the tags on the list, each closed, within ``MAX_DEPTH`` and ``MAX_TAGS``.

    Not the guard, but every ``<`` it leaves begins a tag it understood. Emphasis never
    stays open when a block begins, or the parser would repeat it in every block after.
    """
    out, stack, opened = [], [], 0
    for token in _RAW.finditer(_COMMENT.sub("", html)):
        closing, name = token[1], (token[2] or "").lower()
        if name in VOID_TAGS and not closing:
            opened += 1
            out.append(token[0] if opened <= MAX_TAGS else "")
        elif name in TAGS and closing:
            if name in stack:
                while (last := stack.pop()) != name:
                    out.append(f"</{last}>")
                out.append(f"</{name}>")
        elif name in TAGS:
            if name in BLOCK_TAGS:
                while stack and (stack[-1] in PHRASING_TAGS or _only_text(stack[-1])):
                    out.append(f"</{stack.pop()}>")
            opened += 1
            if len(stack) < MAX_DEPTH and opened <= MAX_TAGS:
                stack.append(name)
                out.append(token[0])
        else:
            out.append(token[0].replace("<", "&lt;"))
    return "".join(out + [f"</{name}>" for name in reversed(stack)])


def _only_text(name: str) -> bool:
    return name == "p" or name in HEADING_TAGS


class _Page:
    """One pass over sanitised HTML that adds what readers need."""

    def __init__(self, html, embed=_nothing, top_level=2, ids="", keep=TAGS):
        self.tokens = [t.group(0, 1, 2, 3) for t in _TOKEN.finditer(html)]
        self.embed, self.ids, self.keep = embed, ids, keep
        levels = [int(name[1]) for _, _, name, _ in self.tokens if name in HEADING_TAGS]
        self.shift = top_level - min(levels, default=1)
        self.out, self.stack, self.heading_ends = [], [], []
        self.headings, self.slugs, self.last_number = [], [], {}
        self.note_ids = set(_NOTE_ID.findall(html))
        self.taken = {*RESERVED_IDS, *(ids + note for note in self.note_ids)}

    def document(self) -> Document:
        for at, (whole, closing, name, attributes) in enumerate(self.tokens):
            if not name:
                self.text(at, whole)
            elif closing:
                self.stack.pop()
                self.close(name)
            else:
                self.open(at, name, dict(_ATTRIBUTE.findall(attributes)))
                if name not in VOID_TAGS:
                    self.stack.append(name)
        html = mark_safe("".join(self.out))
        words = len(_words(self.tokens).split())
        return Document(html, tuple(self.headings), tuple(self.slugs), words)

    def text(self, at: int, text: str) -> None:
        if self.stack != ["p"] or "[[" not in text or "p" not in self.keep:
            self.out.append(text)
            return
        # A line is whole if the paragraph or a line break bounds it.
        before, after = (self.tokens[i][2] in ("p", "br") for i in (at - 1, at + 1))
        kept, lines = [], text.split("\n")
        for number, line in enumerate(lines, 1):
            whole = (number > 1 or before) and (number < len(lines) or after)
            if whole and (found := _TABLE_LINE.fullmatch(line)):
                self.slugs.append(found[1].lower())
                self.close("p")
                self.out += ["\n", self.embed(self.slugs[-1]), "\n", "<p>"]
            else:
                kept.append(line)
                self.out.append(line + "\n" * (number < len(lines)))
        self.tokens[at] = ("\n".join(kept), None, None, None)

    def open(self, at: int, name: str, attributes: dict[str, str]) -> None:
        if name == "img":
            self.image(attributes)
        elif name not in self.keep or name == "br" and self.out[-1:] == ["<p>"]:
            return
        elif name in HEADING_TAGS:
            self.heading(at, name)
        elif name == "table":
            label = escape(f"Table: {self.table_label(at)}".removesuffix(": "))
            frame = {"class": "table-scroll", "role": "region", "tabindex": "0"}
            self.out.append(_tag("div", frame | {"aria-label": label}) + "<table>")
        else:
            self.out.append(_tag(name, self.dress(at, name, attributes)))

    def close(self, name: str) -> None:
        if name in HEADING_TAGS & self.keep:
            self.out.append(self.heading_ends.pop())
        elif name == "p" and "p" in self.keep:
            while not self.out[-1].strip() or self.out[-1] == "<br>":
                self.out.pop()
            if self.out[-1] == "<p>":  # nothing left in it but table lines
                self.out.pop()
            else:
                self.out.append("</p>")
        elif name in self.keep:
            self.out.append(f"</{name}></div>" if name == "table" else f"</{name}>")

    def dress(self, at: int, name: str, attributes: dict[str, str]) -> dict[str, str]:
        """The attributes a tag is shown with; names and values are nh3's or ours."""
        note = attributes.pop("id", "")
        if note in self.note_ids:  # only the first of a name keeps it
            self.note_ids.remove(note)
            attributes["id"] = self.ids + note
        if (align := attributes.pop("align", "")) in ALIGNMENTS:
            attributes["class"] = f"align-{align}"
        if not attributes.get("class", "-"):  # nh3 leaves one that lost its names
            del attributes["class"]
        if name == "section":
            attributes["aria-label"] = "Notes"
        if name == "a":
            if attributes.get("class") != "footnote-backref":
                attributes.pop("aria-label", "")
            if note.startswith("fnref-"):
                attributes["aria-label"] = f"Note {self.tokens[at + 1][0]}"
            href = attributes.get("href", "")
            if href.startswith("#"):
                attributes["href"] = f"#{escape(self.ids)}{href[1:]}"
            if _EXTERNAL.match(href):
                attributes["rel"] = "noopener noreferrer"
        return attributes

    def heading(self, at: int, name: str) -> None:
        level = min(int(name[1]) + self.shift, 6)
        inside = list(self.until(at, f"</{name}>"))
        text = _words(inside, pictures=True)
        if not text:
            self.heading_ends.append("")
            return
        id = self.heading_id(text)
        self.headings.append(Heading(level, id, text))
        self.out.append(_tag(f"h{level}", {"id": id}))
        link = {"class": "heading-link", "href": f"#{id}"}
        if any(token[2] == "a" for token in inside):
            link = {"class": "heading-anchor", "href": f"#{id}"}
            link["aria-label"] = f"Link to “{escape(text)}”"
            self.heading_ends.append(f" {_tag('a', link)}#</a></h{level}>")
        else:
            self.out.append(_tag("a", link))
            self.heading_ends.append(f"</a></h{level}>")

    def heading_id(self, text: str) -> str:
        base = self.ids + (slugify(text[:MAX_ID], allow_unicode=True) or "section")
        number, id = self.last_number.get(base, 1), base
        while id in self.taken:
            number += 1
            id = f"{base}-{number}"
        self.last_number[base] = number
        self.taken.add(id)
        return escape(id)

    def image(self, attributes: dict[str, str]) -> None:
        src, alt = unescape(attributes.get("src", "")), attributes.get("alt", "")
        linked = "a" in self.stack or "a" not in self.keep
        linked = linked or any(end.startswith("</a>") for end in self.heading_ends)
        if "img" in self.keep and _OUR_SRC.fullmatch(src):
            shown = {"src": src, "alt": alt} | attributes
            self.out.append(_tag("img", shown | _image_sizes(src) | _LAZY))
        elif _EXTERNAL.match(src) and not linked:
            link = {"href": escape(src), "rel": "noopener noreferrer"}
            self.out.append(f"{_tag('a', link)}{alt.strip() or escape(src)}</a>")
        else:
            self.out.append(alt)

    def table_label(self, at: int) -> str:
        head = []
        for token in islice(self.until(at, "</tr>"), MAX_LABEL):
            if token[0] == "</caption>":
                break
            head.append(_COMMA if token[0] in ("</th>", "</td>") else token)
        return _words(head)[:MAX_LABEL].strip(", ")

    def until(self, at: int, end: str):
        """The tokens after the one at ``at``, up to the tag ``end``."""
        while (at := at + 1) < len(self.tokens) and self.tokens[at][0] != end:
            yield self.tokens[at]


def _tag(name: str, attributes: dict[str, str]) -> str:
    """A tag from values that are already escaped."""
    pairs = "".join(f' {key}="{value}"' for key, value in attributes.items())
    return f"<{name}{pairs}>"


def _image_sizes(src: str) -> dict[str, str]:
    """The size and the smaller files of a picture, as the library's names tell them."""
    name = src.removeprefix(MEDIA)
    if not is_ours(name) or not (found := _SIZE.search(name)):
        return {}
    width, height = found.groups()
    sizes = {"width": width, "height": height}
    sources = [f"{MEDIA}{file} {w}w" for w, file in renditions(name).items()]
    if not sources:
        return sizes
    srcset = ", ".join([*sources, f"{src} {width}w"])
    return sizes | {"srcset": srcset, "sizes": IMAGE_SIZES}


def _words(tokens, pictures: bool = False) -> str:
    """The text of some tokens on one line, without note numbers and their way back."""
    parts, skip_to = [], ""
    for whole, _, name, attributes in tokens:
        if skip_to:
            skip_to = "" if whole == skip_to else skip_to
        elif not name:
            parts.append(unescape(whole))
        elif name in ("a", "sup") and 'class="footnote-' in attributes:
            skip_to = f"</{name}>"
        elif name in BLOCK_TAGS or name == "br":
            parts.append(" ")
        elif name == "img" and pictures:
            parts.append(unescape(dict(_ATTRIBUTE.findall(attributes)).get("alt", "")))
    return " ".join("".join(parts).split())
