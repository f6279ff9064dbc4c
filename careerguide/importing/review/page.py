"""Put together what a review shows: the document, the guide to be, what is open."""

from dataclasses import replace

from django.utils.translation import gettext as _

from careerguide.importing.content import kind_name, models_by_kind
from careerguide.importing.drafts import shift_of
from careerguide.importing.ledger import account
from careerguide.importing.making.obstacles import obstacles_of
from careerguide.importing.markdown import to_markdown
from careerguide.importing.models import Import
from careerguide.importing.pictures import description
from careerguide.importing.plan import ARTICLE, CAREER, DATA, LEFT_OUT, roles_of
from careerguide.importing.refusals import Refused
from careerguide.importing.tree import HEADING, LIST, PARAGRAPH, QUOTE, pictures_in
from careerguide.importing.words import block_words, text_of_block

from .grid import grid_texts
from .labels import role_label, undo_label
from .numbers import is_certain, numbers
from .open_import import OpenImport
from .parts import (
    Review,
    ReviewBlock,
    ReviewItem,
    ReviewPicture,
    ReviewTable,
)
from .questions import shown_decision
from .span_text import sentence_starts

LINES, HOLDERS = (HEADING, PARAGRAPH), (LIST, QUOTE)


def review(pk):
    """Return the `Review` of an import that was read."""
    return review_of(Import.objects.whole().filter(pk=pk).first())


def review_of(record):
    """Return the `Review` of an import that is loaded, with all that is large."""
    if record is None or record.document is None:
        raise Refused(_("There is nothing to review."))
    return _Page(OpenImport(record)).review()


class _Page:
    def __init__(self, opened):
        self.opened, self.plan = opened, opened.plan
        self.drafts = {draft.key: draft for draft in opened.drafts}
        self.shifts = {
            item.key: shift_of(opened.plan, opened.blocks, item.key)
            for item in opened.plan.items
        }

    def review(self):
        opened, record = self.opened, self.opened.record
        drafts = [*self.drafts.values()]
        self.numbers = numbers(opened, drafts)
        self.decisions = [
            shown_decision(decision, self.drafts) for decision in self.plan.decisions
        ]
        blocks = self._blocks()
        by_id = {block.id: block for block in blocks}
        career = None
        if self.plan.career:
            career = (
                models_by_kind()[CAREER].objects.filter(pk=self.plan.career).first()
            )
        ledger = account(opened.document, self.plan, drafts)
        every_number = [n for those in self.numbers.values() for n in those]
        return Review(
            record,
            blocks,
            self._items(by_id, career),
            _left_out(blocks, by_id, ledger),
            self.decisions,
            [(kind, kind_name(kind)) for kind in models_by_kind() if kind != CAREER],
            ledger,
            [*opened.document.messages],
            obstacles_of(opened, drafts),
            undo_label(record.steps.first()),
            career,
            gone=[*self.plan.gone],
            open_numbers=sum(n.is_open for n in every_number),
            certain_numbers=sum(map(is_certain, every_number)),
        )

    def _blocks(self):
        found, before = [], None
        for block in self.opened.document.blocks:
            found.append(self._block(block, before))
            before = block
        return found

    def _block(self, block, before):
        placement = self.plan.placement_of[block.id]
        level = placement.level or block.level
        if block.kind == HEADING and placement.item:
            level += self.shifts[placement.item]
        return ReviewBlock(
            id=block.id,
            kind=block.kind,
            text=text_of_block(block),
            markdown=to_markdown([block]),
            level=level,
            words=len(block_words(block)),
            role=placement.role,
            item=placement.item,
            reason=placement.reason,
            shown_in=placement.shown_in,
            can_join=before is not None and _can_join(before, block),
            numbers=self.numbers.get(block.id, []),
            pictures=self._pictures(block),
            decisions=[d for d in self.decisions if d.block == block.id],
            table=self._table(placement),
            change=self.plan.changes.get(block.id, {}).get("change", ""),
            was=self.plan.changes.get(block.id, {}).get("was", ""),
            split_at=[*_split_at(block)],
        )

    def _pictures(self, block):
        document = self.opened.document
        return [
            ReviewPicture(
                number,
                description(document, self.plan, number),
                document.pictures[number - 1].size > 0,
            )
            for number in pictures_in(block)
        ]

    def _table(self, placement):
        if placement.role != DATA:
            return None
        reading = self.drafts[placement.item].reading
        texts = grid_texts(reading)
        return ReviewTable(
            is_read=reading.table is not None,
            lines=reading.lines,
            numbers=texts[0],
            columns=texts[1],
            data=reading.table.to_json() if reading.table else None,
            sentences=[*reading.sentences],
            problems=[*reading.problems],
            is_edited=reading.is_edited,
        )

    def _items(self, by_id, career):
        shown = {item.key: [] for item in self.plan.items}
        for placement in self.plan.placements:
            block = by_id[placement.block]
            if placement.role == DATA and placement.shown_in in shown:
                shown[placement.shown_in].append(block)
            if placement.item in shown:
                shown[placement.item].append(block)
        return [
            ReviewItem(
                key=item.key,
                kind=item.kind,
                kind_name=str(kind_name(item.kind)),
                title=self.drafts[item.key].title,
                slug=self.drafts[item.key].slug,
                summary=self.drafts[item.key].summary,
                has_summary=item.kind in (CAREER, ARTICLE),
                blocks=shown[item.key],
                roles=[
                    (role, role_label(role, item.kind)) for role in roles_of(item.kind)
                ],
                existing=career if item.kind == CAREER else None,
            )
            for item in self.plan.items
        ]


def _left_out(blocks, by_id, ledger):
    """{reason: blocks}: whole ones, and of others the words that are left out."""
    found = {}
    for block in blocks:
        if block.role == LEFT_OUT and (block.text.strip() or block.pictures):
            found.setdefault(block.reason, []).append(block)
    for block, words, reason in ledger.left_out:
        if by_id[block.id].role != LEFT_OUT:
            part = replace(by_id[block.id], text=" ".join(words))
            found.setdefault(reason, []).append(part)
    return found


def _can_join(before, block):
    if before.kind in LINES:
        return block.kind in LINES
    if before.kind in HOLDERS:
        is_item = before.kind == LIST and block.kind == PARAGRAPH
        return block.kind == before.kind or is_item
    return False


def _split_at(block):
    """Yield (place, words after it) where a block can be parted."""
    if block.kind in LINES:
        line = block.line
        places = {*sentence_starts(line)}
        places |= {n + 1 for n, sign in enumerate(line) if sign == "\n"}
        for place in sorted(places):
            if line[place:].strip() and line[:place].strip():
                yield place, _start(line[place:])
    elif block.kind in HOLDERS:
        for place, part in enumerate(block.blocks):
            if place:
                yield place, _start(text_of_block(part))


def _start(text):
    return " ".join(text.split()[:6])
