"""Find the lines in which numbers stand: paragraphs, headings, the cells of tables."""

from dataclasses import dataclass, replace

from careerguide.importing.tree import HEADING, PARAGRAPH, text_of, walk


@dataclass(frozen=True)
class Place:
    """A line of a block; the `id` of a cell counts its row and its place there."""

    id: str
    spans: tuple
    is_heading: bool = False

    @property
    def line(self):
        return text_of(self.spans)


def places_in(block):
    """Yield the `Place`s of a block and of those within it, in their order."""
    for part in walk((block,)):
        if part.kind in (HEADING, PARAGRAPH):
            yield Place(part.id, part.spans, part.kind == HEADING)
        for number, row in enumerate(part.rows):
            for column, cell in enumerate(row):
                yield Place(f"{part.id}.{number}.{column}", cell.spans)


def with_spans(block, place, spans):
    """Return a block with other spans in one of its places, by its id."""
    name, *cell = place.split(".")
    if block.id != name:
        inner = tuple(with_spans(child, place, spans) for child in block.blocks)
        return replace(block, blocks=inner) if inner != block.blocks else block
    if not cell:
        return replace(block, spans=spans)
    at = [*map(int, cell)]
    rows = tuple(
        tuple(
            replace(one, spans=spans) if [number, column] == at else one
            for column, one in enumerate(row)
        )
        for number, row in enumerate(block.rows)
    )
    return replace(block, rows=rows)
