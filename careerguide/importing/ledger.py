"""Account for each word of a document: placed, changed, or left out with a reason.

It holds by construction, as each block has one placement, and is checked all the same:
the words of what would be written are counted again. What is missing there and has no
reason is `lost`, and nothing may be.
"""

import re
from collections import Counter
from dataclasses import dataclass, field
from html import unescape

from django.utils.translation import gettext_lazy

from careerguide.markup.cmark import to_html

from .inline import leads_on
from .pictures import PLAIN, description
from .plan import DATA, LEFT_OUT, TITLE
from .readers.element import INLINE
from .shown import with_slugs
from .tree import TABLE as TABLE_BLOCK
from .tree import spans_in
from .words import block_words, words_of

# Numbers of notes, and the ways back from them.
NO_WORDS = re.compile(r'<sup class="footnote-ref">.*?</sup>|<a [^>]*backref.*?</a>')
TAG = re.compile(r"</?(?!br)([a-z]+)[^>]*>|<[^>]*>")
NUMBER_OF_TITLE = "number of a title"
TITLE_WRITTEN = gettext_lazy("Somebody wrote another title.")
TIED = gettext_lazy("A number or a source was put in place of it.")
EDITED = gettext_lazy("Somebody edited the table.")
WRITTEN_ANEW = gettext_lazy("The table writes its numbers as the site does.")


@dataclass
class Ledger:
    total: int = 0
    placed: int = 0
    changed: list = field(default_factory=list)  # (block, words, sentences)
    left_out: list = field(default_factory=list)  # (block, words, reason)
    lost: Counter = field(default_factory=Counter)
    tables: int = 0
    tables_read: int = 0
    comparisons: int = 0
    pictures: int = 0
    pictures_placed: int = 0
    pictures_without_text: int = 0
    pictures_elsewhere: int = 0  # of which a document has only the address
    links_left_out: list = field(default_factory=list)  # (block, address)

    @property
    def words_left_out(self):
        return sum(len(words) for _block, words, _reason in self.left_out)

    @property
    def words_changed(self):
        return sum(len(words) for _block, words, _why in self.changed)

    @property
    def is_whole(self):
        """Whether each word is accounted for."""
        parts = self.placed + self.words_changed + self.words_left_out
        return parts == self.total and not self.lost


def account(document, plan, drafts):
    """Return the `Ledger` of a document, its plan and the drafts made of it."""
    ledger = Ledger()
    by_key = {draft.key: draft for draft in drafts}
    expected = {draft.key: Counter() for draft in drafts}
    references = set()
    for block in document.blocks:
        placement = plan.placement_of[block.id]
        words = block_words(block)
        ledger.total += len(words)
        # Most have none that is more than text with its marks.
        spans = [s for s in spans_in(block) if s.picture or s.href or s.reference]
        references.update(span.reference for span in spans if span.reference)
        _account_pictures(ledger, document, plan, placement, spans)
        if placement.role == LEFT_OUT:
            if words:
                ledger.left_out.append((block, words, placement.reason))
            continue
        _account_links(ledger, block, placement, spans)
        if block.kind == TABLE_BLOCK or placement.lines:
            ledger.tables += 1
            ledger.comparisons += placement.role != DATA
        if placement.role == DATA:
            _account_table(ledger, block, words, by_key[placement.item])
            continue
        if placement.role == TITLE and plan.item(placement.item).written:
            ledger.changed.append((block, words, [TITLE_WRITTEN]))
            continue
        if placement.prefix and (taken := words_of(placement.prefix)):
            ledger.left_out.append((block, taken, NUMBER_OF_TITLE))
            words = words_of(block.line.removeprefix(placement.prefix))
        tied = [w for s in spans if s.reference for w in words_of(s.text)]
        if tied and placement.role != TITLE:
            ledger.changed.append((block, tied, [TIED]))
            words = [*(Counter(words) - Counter(tied)).elements()]
        ledger.placed += len(words)
        expected[placement.item].update(words)
    notations = _notations(references, drafts)
    for key, words in expected.items():
        ledger.lost += words - _words_in(by_key[key], notations)
    return ledger


def _notations(references, drafts):
    """What the texts hold in place of words that are accounted for as changed."""
    slugs = {draft.key: draft.slug for draft in drafts}
    return {with_slugs(reference, slugs) for reference in references}


def _account_pictures(ledger, document, plan, placement, spans):
    """A title and a table's cells hold no pictures; those of a text are placed."""
    numbers = [span.picture for span in spans if span.picture]
    pictures = [document.pictures[number - 1] for number in numbers]
    ledger.pictures += len(pictures)
    if placement.role not in PLAIN:
        ledger.pictures_placed += len(pictures)
    ledger.pictures_without_text += sum(
        not description(document, plan, number) for number in numbers
    )
    ledger.pictures_elsewhere += sum(not picture.size for picture in pictures)


def _account_links(ledger, block, placement, spans):
    """Links that lead nowhere from here, or stand where no link can."""
    for span in spans:
        if span.href and (placement.role in PLAIN or not leads_on(span.href)):
            ledger.links_left_out.append((block, span.href))


def _account_table(ledger, block, words, draft):
    """The words of a table's cells, against those that the table shows."""
    reading = draft.reading
    if reading is None or reading.table is None:
        # Its cells are kept as they stand, until somebody answers.
        ledger.placed += len(words)
        return
    ledger.tables_read += 1
    left = Counter(words) - reading.words()
    rest = [*left.elements()]
    ledger.placed += len(words) - len(rest)
    if rest and reading.is_edited:
        ledger.changed.append((block, rest, [EDITED]))
    elif rest and reading.is_whole:
        ledger.changed.append((block, rest, [*reading.sentences, WRITTEN_ANEW]))
    elif rest:
        ledger.left_out.append((block, rest, " ".join(reading.sentences)))


def _words_in(draft, notations):
    """Count the words that a draft shows, read back from its Markdown."""
    found = Counter() if draft.proposed else Counter(words_of(draft.title))
    for text in draft.texts.values():
        found.update(words_of(_shown(text, notations)))
    return found


def _shown(text, notations):
    """The words that a page of our own Markdown shows, by cmark, but for numbers."""
    for notation in notations:
        text = text.replace(notation, " ")
    html = NO_WORDS.sub("", to_html(text, footnotes=True))
    return unescape(TAG.sub(lambda tag: "" if tag[1] in INLINE else " ", html))
