"""Make of a document and its plan the texts and tables that drafts will hold."""

from collections import Counter
from dataclasses import dataclass, field, replace

from django.utils.text import slugify

from .markdown import to_markdown
from .plan import (
    ARTICLE,
    CAREER,
    DATA,
    FACT,
    MYTH,
    NOTE,
    QUESTION,
    TABLE,
    TAKEAWAYS,
    TEXT,
    TITLE,
)
from .shown import shown
from .summaries import add_summaries
from .tables.cells import TableReading, lines_of, read_cells
from .tables.readings import edited
from .tree import HEADING, QUOTE, Block, Cell, Span, without_start
from .tree import NOTE as NOTE_BLOCK
from .tree import TABLE as TABLE_BLOCK

TOP_LEVEL = 2  # of the headings of a text
LABELS = {MYTH: "[!MYTH]", FACT: "[!FACT]"}


@dataclass
class Draft:
    """`texts` are Markdown or lines, by the name of the field."""

    key: str
    kind: str
    title: str
    slug: str = ""
    texts: dict = field(default_factory=dict)
    reading: TableReading | None = None
    proposed: bool = False  # the title, as no block gives one
    summary: str = ""  # some of the words, once more


def make_drafts(document, plan, picture=None, read=read_cells):
    """Return the drafts of a plan, in its order; `read` reads the cells of a table."""
    blocks = {block.id: block for block in document.blocks}
    drafts = [_draft(item, plan, blocks, read) for item in plan.items]
    _tell_apart(drafts)
    slugs = {draft.key: draft.slug for draft in drafts}
    blocks = {key: shown(block, plan, slugs) for key, block in blocks.items()}
    for draft in drafts:
        placements = plan.of(draft.key)
        if draft.kind == ARTICLE:
            _write_article(draft, plan, blocks, slugs, picture)
        elif draft.kind == TABLE:
            notes = [blocks[p.block] for p in placements if p.role == NOTE]
            draft.texts["note"] = to_markdown(notes, picture)
        elif draft.kind != CAREER:
            text = [_as_text(p, blocks) for p in placements if p.role == TEXT]
            field = "answer" if draft.kind == QUESTION else "text"
            draft.texts[field] = to_markdown(text, picture, _shift(text))
    add_summaries(drafts, plan, blocks)
    return drafts


def _tell_apart(drafts):
    """Number the slugs that two drafts of one kind would share."""
    taken, last = set(), Counter()
    for draft in drafts:
        name = draft.kind, draft.slug
        while (draft.kind, draft.slug) in taken:
            last[name] += 1
            draft.slug = f"{name[1]}-{last[name] + 1}"
        taken.add((draft.kind, draft.slug))


def _draft(item, plan, blocks, read):
    title, is_own = _title(item, plan, blocks)
    career = next((i for i in plan.items if i.kind == CAREER), None)
    slug = slugify(title.replace("’", ""))[:100].strip("-") or item.key
    if item.kind != CAREER and career:
        name = slugify(_title(career, plan, blocks)[0])[:50].strip("-")
        if item.kind != ARTICLE or name not in slug:  # other guides have such titles
            slug = f"{name}-{slug}".strip("-")
    draft = Draft(item.key, item.kind, title, item.slug or slug, proposed=not is_own)
    for placement in plan.of(item.key):
        if placement.role == DATA and draft.reading is None:
            lines = placement.lines or lines_of(blocks[placement.block])
            if placement.table:
                draft.reading = edited(lines, placement.table)
            else:
                draft.reading = read(lines, placement.choices)
    return draft


def _title(item, plan, blocks):
    """(the title of an item, whether blocks of the document give it)."""
    placed = [p for p in plan.of(item.key) if p.role == TITLE]
    lines = [_line(blocks[p.block], p.prefix) for p in placed]
    title = item.written or " ".join(filter(None, lines)) or item.title
    return title, any(lines) and not item.written


def _line(block, prefix):
    return " ".join(block.line.removeprefix(prefix).split())


def _write_article(draft, plan, blocks, slugs, picture):
    body, takeaways, note = [], [], None
    for placement in plan.placements:
        if placement.role == DATA and placement.shown_in == draft.key:
            body.append(slugs[placement.item])
            note = None
        if placement.item != draft.key:
            continue
        block = _as_text(placement, blocks)
        if placement.role == TAKEAWAYS:
            takeaways.append(block)
        elif placement.role in LABELS:
            inner = block
            if block.kind == HEADING:
                inner = replace(block, kind="paragraph")
            if note != placement.role or _begins_anew(placement, blocks):
                body.append((LABELS[placement.role], []))
            body[-1][1].append(inner)
            note = placement.role
        elif placement.role == TEXT:
            body.append(block)
            note = None
    notes = [b for b in body if isinstance(b, Block) and b.kind == NOTE_BLOCK]
    ids = {b.id for b in notes}
    body = [b for b in body if not (isinstance(b, Block) and b.id in ids)] + notes
    shift = _shift([b for b in body if isinstance(b, Block)])
    draft.texts["takeaways"] = to_markdown(takeaways, picture)
    draft.texts["body"] = _joined(body, picture, shift)


def _begins_anew(placement, blocks):
    """Whether a belief or a fact is another than the one just above it."""
    return bool(placement.prefix) or blocks[placement.block].kind == HEADING


def _joined(body, picture, shift):
    """The Markdown of blocks, slugs of tables, and (label, blocks) of notes."""
    parts, run = [], []
    for block in [*body, None]:
        if isinstance(block, Block):
            run.append(block)
            continue
        parts.append(to_markdown(run, picture, shift))
        run = []
        if isinstance(block, str):
            parts.append(f"[[table: {block}]]\n")
        elif block is not None:
            label, inner = block
            quote = Block(QUOTE, blocks=tuple(inner))
            parts.append(f"> {label}\n{to_markdown([quote], picture, shift)}")
    return "\n".join(filter(None, parts))


def _as_text(placement, blocks):
    """A block as its placement has it: of another level, or lines as a table."""
    block = blocks[placement.block]
    if placement.lines and placement.role != DATA:
        rows = tuple(
            tuple(Cell((Span(text),) if text else ()) for text in line)
            for line in placement.lines
        )
        return Block(TABLE_BLOCK, rows=rows, id=block.id)
    if placement.prefix and block.line.startswith(placement.prefix):
        spans = without_start(block.spans, len(placement.prefix))
        block = replace(block, spans=spans)
    return replace(block, level=placement.level) if placement.level else block


def shift_of(plan, blocks, key):
    """Return what is added to the level of headings in an item's text."""
    texts = [p for p in plan.of(key) if p.role == TEXT]
    return _shift([_as_text(placement, blocks) for placement in texts])


def _shift(blocks):
    levels = [block.level for block in blocks if block.kind == HEADING]
    return TOP_LEVEL - min(levels, default=TOP_LEVEL)
