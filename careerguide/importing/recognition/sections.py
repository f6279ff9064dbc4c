"""Recognise what the sections of a guide are: articles, takeaways, myths, questions.

A heading begins a section, and its level says where that ends. In a text whose headings
only look like some, all are of one level: there a section of misconceptions ends where
something else begins, a list of tables, the closing words or a line for a picture.
"""

from django.utils.translation import gettext as _

from ..plan import (
    ARTICLE,
    DATA,
    FACT,
    MYTH,
    QUESTION,
    TAKEAWAYS,
    TEXT,
    TITLE,
)
from ..tree import HEADING, LIST, PARAGRAPH
from ..tree import NOTE as NOTE_BLOCK
from . import signs
from .tables import shown_in

LEAST_LOOSE = 2  # questions outside of a section of theirs


def place(work, article):
    _Sections(work, article).place()


class _Sections:
    def __init__(self, work, article):
        self.work, self.article = work, article
        self.is_flat = work.document.kind == "text"
        self.into = self.in_text
        self.level = 0
        self.myths = self.question = self.belief = self.told = None
        self.has_loose = self._has_loose_questions()

    def place(self):
        blocks = self.work.blocks
        for number, block in enumerate(blocks):
            if block.kind == NOTE_BLOCK:
                continue
            if not self.work.is_free(block):
                self._pass(block)
                continue
            if block.kind == HEADING or self._names_takeaways(block, number):
                self._look_at(block, number)
            if self.work.is_free(block):
                self.into(block, number)

    def _pass(self, block):
        """A block that is placed: a table stands where the text is."""
        placement = self.work.placed[block.id]
        if placement.role == DATA and self.into != self.in_questions:
            article = self.myths if self.into == self.in_myths else self.article
            shown_in(self.work, article)(block)
        if placement.reason == "stands for a picture" and self.is_flat:
            self._end()

    def _look_at(self, block, number):
        """A heading may begin a section of another kind, or end the one it is in."""
        line, level = block.line, block.level
        if signs.is_one(signs.TAKEAWAYS, line):
            self._begin(self.in_takeaways, level)
            self.work.leave_out(block, "the site writes this heading")
        elif signs.names_questions(line):
            self._begin(self.in_questions, level)
            self.work.leave_out(block, "the site writes this heading")
        elif self._begins_myths(line, level):
            self._begin(self.in_myths, level)
            self.myths = self.work.new_item(ARTICLE)
            self.work.place(block, TITLE, self.myths)
        elif self.into != self.in_text and self._ends_at(block, number):
            self._end()

    def _names_takeaways(self, block, number):
        """Whether a line in bold, or that says so, is the heading of takeaways."""
        if block.kind != PARAGRAPH or not self._is_above_list(number):
            return False
        is_bold = all("strong" in s.marks for s in block.spans if s.text.strip())
        says_so = is_bold or signs.SAYS_TAKEAWAYS.search(block.line)
        return says_so and signs.is_one(signs.TAKEAWAYS, block.line)

    def _is_above_list(self, number):
        return [b.kind for b in self.work.blocks[number + 1 : number + 2]] == [LIST]

    def _begins_myths(self, line, level):
        is_one = signs.is_one(signs.MISCONCEPTIONS, line)
        within = self.into == self.in_myths and (self.is_flat or level > self.level)
        return is_one and self.myths is None and not within

    def _begin(self, into, level):
        self.into, self.level = into, level
        self.question = self.belief = None

    def _end(self):
        self._begin(self.in_text, 0)

    def _ends_at(self, block, number):
        if not self.is_flat and block.level <= self.level:
            return True
        if self.into == self.in_takeaways:
            return True
        if signs.is_one(signs.CLOSING, block.line):
            return True
        if self.into == self.in_questions:
            return False
        return self.is_flat and self._leads_to_table(number)

    def _leads_to_table(self, number):
        """Whether tables stand below a heading, before the next one."""
        for block in self.work.blocks[number + 1 :]:
            placement = self.work.placed.get(block.id)
            if placement and placement.role == DATA:
                return True
            if block.kind == HEADING and not placement:
                return False
        return False

    def in_text(self, block, number):
        is_question = self.has_loose and self._is_question(block, number)
        if is_question or self._says_it_asks(block, number):
            self._ask(block)
            self._begin(self.in_questions, block.level or 9)
            self.question = self.asked
            return
        lines = self.work.lines.get(block.id, ())
        kept = lines if block.kind == PARAGRAPH else ()
        self.work.place(block, TEXT, self.article, lines=kept)

    def in_takeaways(self, block, number):
        """Lists, and a sentence before them; whatever follows is text again."""
        is_list = block.kind == LIST
        is_above_list = self._is_above_list(number)
        if is_list or (block.kind == PARAGRAPH and is_above_list):
            self.work.place(block, TAKEAWAYS, self.article)
            if not is_list:
                return
        if is_list and is_above_list:
            return
        self._end()
        if self.work.is_free(block):
            self.in_text(block, number)

    def in_myths(self, block, number):
        """A heading tells the belief, or the paragraph below it does."""
        if sign := self._says(signs.SAYS_MYTH, block):
            self.belief, self.told = block, None
            self.work.place(block, MYTH, self.myths, prefix=sign[0])
        elif self.belief and (sign := self._says(signs.SAYS_FACT, block)):
            self.work.place(block, FACT, self.myths, prefix=sign[0])
        elif block.kind == HEADING:
            self.belief = block
            tells = self._next_text(number)
            is_told = tells and signs.BELIEF.search(signs.fold(tells.line))
            self.work.place(block, TEXT if is_told else MYTH, self.myths)
            self.told = tells if is_told else None
        elif self.belief is None:
            self.work.place(block, TEXT, self.myths)
        elif self._lists_beliefs(block):
            self.work.place(block, MYTH, self.myths)
            sentence = _("This list is marked as beliefs, by the words above it.")
            self.work.ask("myths", block, sentence)
        else:
            role = MYTH if block is self.told else FACT
            self.work.place(block, role, self.myths)

    def _says(self, pattern, block):
        """The match of a sign with which a line begins that says what it is."""
        return block.kind in (HEADING, PARAGRAPH) and pattern.match(block.line)

    def _lists_beliefs(self, block):
        """Whether a list stands below words that announce beliefs."""
        told = signs.fold(self.told.line) if self.told else ""
        return block.kind == LIST and bool(signs.BELIEFS.search(told))

    def _next_text(self, number):
        for block in self.work.blocks[number + 1 : number + 2]:
            if block.kind == PARAGRAPH and self.work.is_free(block):
                return block
        return None

    def in_questions(self, block, number):
        if self._is_question(block, number) or self._says_it_asks(block, number):
            self._ask(block)
            self.question = self.asked
        elif self.question is not None:
            before = self.work.placed.get(self.work.blocks[number - 1].id)
            begins = before and before.role == TITLE and before.prefix
            sign = begins and signs.ANSWERED.match(block.line)
            prefix = sign[0] if sign else ""
            self.work.place(block, TEXT, self.question, prefix=prefix)
        else:
            self.work.place(block, TEXT, self.article)

    def _ask(self, block):
        self.asked = self.work.new_item(QUESTION)
        line = block.line
        sign = signs.ASKED.match(line) or signs.NUMBERED.match(line)
        self.work.place(block, TITLE, self.asked, prefix=sign[0] if sign else "")

    def _says_it_asks(self, block, number):
        """Whether a line says that it is a question, and the next that it answers."""
        line, lines = block.line, (HEADING, PARAGRAPH)
        if block.kind not in lines or not signs.ASKED.match(line):
            return False
        if "\n" in line or len(line) > signs.LONGEST_QUESTION:
            return False
        after = self.work.blocks[number + 1 : number + 2]
        is_told = after and after[0].kind in lines
        return bool(is_told and signs.ANSWERED.match(after[0].line))

    def _is_question(self, block, number):
        """Whether a line asks, and something answers below it."""
        if block.kind not in (HEADING, PARAGRAPH):
            return False
        line = block.line.rstrip()
        if not line.endswith("?"):
            return False
        if len(line) > signs.LONGEST_QUESTION or "\n" in line:
            return False
        after = self.work.blocks[number + 1 : number + 2]
        return bool(after) and after[0].kind != HEADING

    def _has_loose_questions(self):
        """Whether a text without a section of questions has some all the same."""
        blocks = self.work.blocks
        if any(b.kind == HEADING and signs.names_questions(b.line) for b in blocks):
            return False
        found = [
            block
            for number, block in enumerate(blocks)
            if self.work.is_free(block)
            and block.kind == HEADING
            and self._is_question(block, number)
        ]
        return len(found) >= LEAST_LOOSE
