"""Test whole documents against pages and remarks that are read in review.

`UPDATE_GOLDEN=1 pytest tests/markup` writes them anew. What a single notation means is
tested by itself: here they stand beside and in one another.
"""

import os
from pathlib import Path

from careerguide.markup import plain_text, render, render_inline
from careerguide.markup.checks.marks import marks_in
from careerguide.markup.checks.survey import survey
from tests.each import each

FOLDER = Path(__file__).parent / "documents"
NAMES = sorted(path.stem for path in FOLDER.glob("*.md"))


def document(name):
    return (FOLDER / f"{name}.md").read_text(encoding="utf-8")


def reviewed(name, now):
    """What was read in review; `UPDATE_GOLDEN` makes it what is written now."""
    path = FOLDER / name
    if os.environ.get("UPDATE_GOLDEN"):
        path.write_text(now, encoding="utf-8")
    return path.read_text(encoding="utf-8")


def page(text, **options):
    """A page, and what else is known of it."""
    made = render(text, embed=lambda one: f"<figure>{one.target}</figure>", **options)
    known = [
        *(f"{h.level} {h.id}: {h.text}" for h in made.headings),
        f"Tables: {', '.join(made.table_slugs)}",
        f"Words: {made.word_count}",
    ]
    return "\n".join([made.html, *known, ""])


def led(address):
    """Another address for some links, and the number of a note."""
    return (f"{address}?led", 2) if address.startswith("/") else (address, 0)


@each("name", NAMES)
def test_page_is_as_reviewed(name):
    html = page(document(name))
    assert html == reviewed(f"{name}.html", html)


@each("name", NAMES)
def test_page_among_others_is_as_reviewed(name):
    html = page(document(name), top_level=3, ids="a-", links=led)
    assert html == reviewed(f"{name}.part.html", html)


@each("name", NAMES)
def test_lines_are_as_reviewed(name):
    """Each by itself, in a field of one line and without any marks."""
    lines = [
        f"{render_inline(line)}\n    {plain_text(line)}\n    {marks_in(line)}"
        for line in document(name).splitlines()
        if line.strip()
    ]
    text = "\n".join(lines) + "\n"
    assert text == reviewed(f"{name}.lines.txt", text)


@each("name", NAMES)
@each("shows_tables", [True, False])
def test_remarks_are_as_reviewed(name, shows_tables):
    found = survey(document(name), site="guide.example", shows_tables=shows_tables)
    lines = [f"{f.kind}{' (blocks)' * f.blocks}: {f.sentence}" for f in found.faults]
    lines += [f"Link in line {link.line}: {link}" for link in found.links]
    lines += [f"Table in line {line}: {slug}" for slug, line in found.tables.items()]
    text = "\n".join(lines) + "\n"
    assert text == reviewed(f"{name}.{'tables' if shows_tables else 'text'}.txt", text)
