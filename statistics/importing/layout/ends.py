"""Find where a table ends: before its notes, or before another table."""

import re

from statistics.importing.values.amounts import take_apart
from statistics.importing.values.missing import is_sign
from statistics.importing.values.words import note_words, tokens

LONG_SENTENCE = 8  # words
MOST_COMPARED = 20  # rows that tell which columns hold numbers
LONG = 60  # characters that no row's name has
SIGN = re.compile(r"\[[^]]{1,20}\]\s|[*†‡¹²³]|\(?[0-9a-z][.)]\s|https?://|©|--+$")


def end_of(header, lines, after=()):
    """Return how many lines below the names are rows, and whether another table comes.

    `after` are lines between names and rows that are neither.
    """
    width = max((len(line.filled) for line in [*header, *lines[:50]]), default=0)
    if width < 2 or not lines:
        return len(lines), False
    before = max((line.end for line in [*header, *after]), default=0)
    before = before or lines[0].number - 1
    asides = len(lines)  # from here on there is nothing else
    of_numbers = number_places(lines[:MOST_COMPARED])
    while asides and _is_aside(lines[asides - 1], width, of_numbers):
        asides -= 1
    for place, line in enumerate(lines):
        after_gap = place > 0 and line.number - before > 1
        before = line.end
        if after_gap and _begins_table(header, lines, place):
            return place, True
        if after_gap and place >= asides:
            return place, False
    return _before_notes(lines), False


def number_places(lines):
    """Return the columns most of whose cells are numbers."""
    width = max((len(line.cells) for line in lines), default=0)
    places = []
    for place in range(width):
        cells = [line.cell(place) for line in lines if line.cell(place).strip()]
        if sum(bool(take_apart(cell)) for cell in cells) * 2 > len(cells):
            places.append(place)
    return places


def _is_aside(line, width, of_numbers=()):
    """Whether it is too short for a row: a note, or a mark and what it means."""
    numbers = sum(1 for p in line.filled[1:] if take_apart(line.cells[p]))
    if len(line.filled) == 1 or _is_named(line):
        return True
    if any(line.cell(p) and not _is_value(line.cell(p)) for p in of_numbers):
        return not any(_is_value(line.cell(p)) for p in of_numbers)
    # A sentence that the separator of the cells has cut, or a mark and its meaning.
    is_prose = len(line.text.split()) > LONG_SENTENCE
    return not numbers and (len(line.filled) < min(3, width) or is_prose)


def _before_notes(lines):
    """Without the notes that follow the rows and have no empty line before them."""
    start = len(lines)
    while start and (
        lines[start - 1].filled == [0]
        or _is_named(lines[start - 1])
        or _is_key(lines[start - 1])
    ):
        start -= 1
    if not start:
        return len(lines)
    notes = (
        place for place in range(start, len(lines)) if _is_note(lines[place], lines)
    )
    return next(notes, len(lines))


def _is_named(line):
    """Whether it says itself that it is a note: Source: ONS, 2024."""
    if not line.filled:  # nothing but errors of the spreadsheet
        return False
    text = line.cells[line.filled[0]]
    words = tokens(text.partition(":")[0])
    return ":" in text and " ".join(words) in note_words()


def _is_key(line):
    """Whether it says what a sign for no value means: “:”, not available."""
    is_pair = line.filled == [0, 1]
    return is_pair and is_sign(line.cells[0]) and not take_apart(line.cells[1])


def _is_note(line, lines):
    """Whether a line of one cell is a note, and no row without values."""
    text = line.cells[0].strip()
    if line.own_cells == 1 and lines[0].own_cells > 1:
        return True
    return bool(
        _is_named(line)
        or _is_key(line)
        or SIGN.match(text)
        or len(text) > LONG
        or text.endswith(".")
    )


def _begins_table(header, lines, place):
    """Whether another table's names, or its title and its names, stand here."""
    rows = lines[place : place + 4]
    titles = next((n for n, line in enumerate(rows) if len(line.filled) > 1), 0)
    names, body = rows[titles], lines[place + titles + 1 :]
    if len(names.filled) < 2 or not body or titles > 2:
        return False
    if header and names.cells == header[-1].cells:
        return True
    if any(_is_value(names.cells[p]) for p in names.filled):
        return False
    below = body[0]
    of_numbers = [p for p in range(len(names.cells)) if _is_value(below.cell(p))]
    above = [p for p in of_numbers if _is_value(lines[0].cell(p))]
    return bool(of_numbers) and (bool(above) or titles > 0)


def _is_value(cell):
    return bool(cell.strip()) and (is_sign(cell) or bool(take_apart(cell)))
