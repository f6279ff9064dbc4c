"""Add what readers need to sanitised HTML, in one pass."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from html import escape, unescape
from itertools import pairwise

from django.utils.safestring import SafeString, mark_safe

from .directions import has_right_to_left, with_direction
from .footnotes import Footnotes
from .headings import Heading, HeadingIds, heading_tags
from .images import image
from .limits import MAX_TABLE_LINES
from .links import UNTOLD, is_external, link_note
from .notes import with_notes
from .references.notation import REFERENCE, reference_of, with_references
from .references.sources import Reference
from .rules import ALIGNMENTS, BLOCK_TAGS, HEADING_TAGS, RESERVED_IDS, TAGS, VOID_TAGS
from .tables import ESCAPED, TABLE, table_slug, table_start
from .tokens import Token, attributes_of, read, tag, text, text_of


@dataclass(frozen=True)
class Document:
    """``pieces`` is the HTML before, between and after the places of its references."""

    html: SafeString
    headings: tuple[Heading, ...]
    references: tuple[Reference, ...]
    word_count: int
    pieces: tuple[str, ...] = ()

    @property
    def table_slugs(self) -> tuple[str, ...]:
        return tuple(one.target for one in self.references if one.keyword == TABLE)

    def with_references(self, embed: Callable[[Reference], str]) -> "Document":
        """The same with what ``embed`` gives for each, unchanged, in its place."""
        out = [self.pieces[0]]
        for reference, piece in zip(self.references, self.pieces[1:], strict=True):
            out += [embed(reference), piece]
        return replace(self, html=mark_safe("".join(out)))


class Page:
    def __init__(
        self,
        html: str,
        top_level: int = 2,
        ids: str = "",
        keep: frozenset[str] = TAGS,
        links: Callable[[str], tuple[str, int]] | None = None,
    ):
        self.tokens = with_notes(read(html)) if keep >= BLOCK_TAGS else read(html)
        self.tokens = with_references(self.tokens)
        self.escaped = self.take_out_escapes() if ESCAPED in html else set()
        self.ids, self.keep, self.links = ids, keep, links
        self.turns = has_right_to_left(html.replace(ESCAPED, ""))
        self.paragraph = with_direction("<p>") if self.turns else "<p>"  # an outer one
        levels = [int(name[1]) for _, _, name, _ in self.tokens if name in HEADING_TAGS]
        self.shift = top_level - min(levels, default=1)
        self.out, self.stack, self.heading_ends, self.link_ends = [], [], [], []
        self.headings, self.references, self.places = [], [], []
        self.table_lines = 0
        self.footnotes = Footnotes(self.tokens, ids)
        self.heading_ids = HeadingIds(ids, RESERVED_IDS | self.footnotes.ids)

    def document(self) -> Document:
        for at, (whole, closing, name, _) in enumerate(self.tokens):
            if not name:
                self.text(at, whole)
            elif name == REFERENCE:
                reference = reference_of(self.tokens[at])
                self.refer(reference._replace(is_linked="a" in self.stack))
            elif closing:
                self.stack.pop()
                self.close(name)
            else:
                self.open(at, name, attributes_of(self.tokens[at]))
                if name not in VOID_TAGS:
                    self.stack.append(name)
        html = mark_safe("".join(self.out))
        count = len(text_of(self.tokens).split())
        references, pieces = tuple(self.references), tuple(self.pieces())
        return Document(html, tuple(self.headings), references, count, pieces)

    def take_out_escapes(self) -> set[tuple[int, int]]:
        """Places of the lines that are no table's, each a token and a line in it."""
        found = set()
        for at, token in enumerate(self.tokens):
            if ESCAPED in token[0]:
                lines = enumerate(token[0].split("\n"), 1)
                found |= {(at, number) for number, line in lines if ESCAPED in line}
                self.tokens[at] = tuple(
                    part and part.replace(ESCAPED, "") for part in token
                )
        return found

    def pieces(self) -> Iterator[str]:
        for start, end in pairwise([0, *self.places, None] if self.places else []):
            yield "".join(self.out[start:end])

    def text(self, at: int, shown: str) -> None:
        if self.stack != ["p"] or "[[" not in shown or "p" not in self.keep:
            self.out.append(shown)
            return
        # A line is whole if the paragraph or a line break bounds it.
        before, after = (self.tokens[i][2] in ("p", "br") for i in (at - 1, at + 1))
        kept, lines = [], shown.split("\n")
        for number, line in enumerate(lines, 1):
            whole = (number > 1 or before) and (number < len(lines) or after)
            full = self.table_lines >= MAX_TABLE_LINES
            whole = whole and (at, number) not in self.escaped
            if whole and not full and (slug := table_slug(line)):
                self.table_lines += 1
                self.close("p")
                self.out.append("\n")
                self.refer(Reference(TABLE, slug))
                self.out += ["\n", self.paragraph]
            else:
                kept.append(line)
                self.out.append(line + "\n" * (number < len(lines)))
        self.tokens[at] = text("\n".join(kept))

    def refer(self, reference: Reference) -> None:
        self.references.append(reference)
        self.places.append(len(self.out))

    def open(self, at: int, name: str, attributes: dict[str, str]) -> None:
        if name == "img":
            start = self.image(attributes)
        elif name not in self.keep or name == "br" and self.is_at_start():
            return
        elif name in HEADING_TAGS:
            start = self.heading(at, name)
        elif name == "table":
            start = table_start(self.until(at, "</tr>"))
        else:
            start = tag(name, self.dress(at, name, attributes))
        # The kind of a note is in our words: its direction says nothing of the note's.
        outer = not self.stack and name in BLOCK_TAGS
        if self.turns and (outer or attributes.get("class") == "note-kind"):
            start = with_direction(start)
        self.out.append(start)

    def is_at_start(self) -> bool:
        """Return whether a paragraph has begun and has nothing in it yet."""
        return self.has_more() and self.out[-1] in ("<p>", self.paragraph)

    def has_more(self) -> bool:
        """Return whether anything was written since the last reference."""
        return len(self.out) > (self.places[-1] if self.places else 0)

    def close(self, name: str) -> None:
        if name in HEADING_TAGS & self.keep:
            self.out.append(self.heading_ends.pop())
        elif name == "p" and "p" in self.keep:
            while self.has_more() and self.out[-1].strip() in ("", "<br>"):
                self.out.pop()
            if self.is_at_start():  # nothing left in it but table lines
                self.out.pop()
            else:
                self.out.append("</p>")
        elif name == "a" and "a" in self.keep:
            self.out.append(self.link_ends.pop())
        elif name in self.keep:
            self.out.append(f"</{name}></div>" if name == "table" else f"</{name}>")

    def dress(self, at: int, name: str, attributes: dict[str, str]) -> dict[str, str]:
        """Return the attributes a tag is shown with.

        Names and values are nh3's or ours.
        """
        if (align := attributes.pop("align", "")) in ALIGNMENTS:
            attributes["class"] = f"align-{align}"
        if not attributes.get("class", "-"):  # nh3 leaves one that lost its names
            del attributes["class"]
        after = self.tokens[at + 1][0] if at + 1 < len(self.tokens) else ""
        self.footnotes.dress(name, attributes, after)
        return self.link(attributes) if name == "a" else attributes

    def link(self, attributes: dict[str, str]) -> dict[str, str]:
        href, number = attributes.get("href", ""), 0
        if href.startswith("#"):
            href = f"#{escape(self.ids)}{href[1:]}"
        elif href and self.links:
            address, number = self.links(unescape(href))
            href = escape(address)
        self.link_ends.append(f"</a>{link_note(number)}")
        if is_external(href):
            attributes["rel"] = UNTOLD
        return attributes | ({"href": href} if href else {})

    def heading(self, at: int, name: str) -> str:
        inside = list(self.until(at, f"</{name}>"))
        shown = text_of(inside, pictures=True)
        if not shown:
            self.heading_ends.append("")
            return ""
        level = min(int(name[1]) + self.shift, 6)
        heading = Heading(level, self.heading_ids.make(shown), shown)
        self.headings.append(heading)
        has_link = any(token[2] in ("a", REFERENCE) for token in inside)
        start, end = heading_tags(heading, has_link)
        self.heading_ends.append(end)
        return start

    def image(self, attributes: dict[str, str]) -> str:
        linked = "a" in self.stack or "a" not in self.keep
        linked = linked or any(end.startswith("</a>") for end in self.heading_ends)
        return image(attributes, "img" in self.keep, linked)

    def until(self, at: int, end: str) -> Iterator[Token]:
        """Yield the tokens after the one at ``at``, up to the tag ``end``."""
        while (at := at + 1) < len(self.tokens) and self.tokens[at][0] != end:
            yield self.tokens[at]
