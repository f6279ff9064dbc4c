"""Test how blocks are drawn beside the guide."""

from careerguide.importing.plan import Placement
from careerguide.importing.readers.markdown import read_markdown
from careerguide.importing.screens.drawn import as_read, as_text


def test_note_shows_its_words_on_both_sides():
    note = read_markdown("text[^1]\n\n[^1]: Foot text.\n").blocks[-1]
    placement = Placement(note.id, "text", "article-1")
    assert "Foot text." in as_read(note)
    assert "Foot text." in as_text(note, placement, 2)
