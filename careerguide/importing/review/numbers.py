"""Offer cells of tables for the numbers of a text, and say where others come from.

A number is called by the `Place` it stands in, where it begins, and its length.
"""

from contextlib import suppress
from dataclasses import replace

from django.utils.translation import gettext as _

from careerguide.importing.content import models_by_kind
from careerguide.importing.inline import escaped
from careerguide.importing.plan import (
    FACT,
    MYTH,
    NOTE,
    TABLE,
    TAKEAWAYS,
    TEXT,
)
from careerguide.importing.refusals import Refused
from careerguide.importing.shown import PLANNED
from careerguide.markup.references.notation import references_in
from careerguide.markup.references.sources import sources
from statistics.references.claims.marks import CLAIM, MarkError, read_mark

from .parts import Number, Tie
from .places import places_in, with_spans
from .span_text import around, reference_at, with_reference

MOST_SAID = 1_000  # characters of a source or a reason
IN_TEXT = (TEXT, TAKEAWAYS, MYTH, FACT, NOTE)


def numbers(opened, drafts):
    """Return the `Number`s of each block that is placed in a text, by its id."""
    found_in = [
        (block.id, opened.plan.placement_of[block.id], place)
        for block in opened.document.blocks
        if _is_text(opened.plan.placement_of[block.id])
        for place in places_in(block)
        if any(character.isdigit() for character in place.line)
    ]
    found, lines = {}, [place.line for _id, _placement, place in found_in]
    claims = _claims(lines, _tables(opened, drafts))
    for (block_id, placement, place), claimed in zip(found_in, claims, strict=True):
        listed = _numbers if _holds_ties(place, placement) else _said
        found.setdefault(block_id, []).extend(listed(place, claimed))
    return {block_id: those for block_id, those in found.items() if those}


def _is_text(placement):
    return placement.role in IN_TEXT and not placement.lines


def _holds_ties(place, placement):
    """Whether a place is written with marks: of headings one of a belief is."""
    return not place.is_heading or placement.role in (MYTH, FACT)


def _said(place, claims):
    """Yield the numbers of a heading that cells say, and that stay as they are."""
    for claim in claims:
        if claim["proposals"]:
            cell = claim["proposals"][0]
            why = _("“%s” says it. A heading cannot be tied: look after it by hand.")
            name = f"{place.id}-{claim['start']}-{len(claim['written'])}"
            said = around(place.line, claim["start"])
            why %= f"{cell['table']}: {cell['name']}"
            yield Number(name, claim["written"], said, False, why=why)


def _claims(texts, tables):
    """What all sources find in each text, in its order."""
    found = [[] for _text in texts]
    for source in sources():
        for all_of_it, more in zip(found, source.numbers(texts, tables), strict=True):
            all_of_it += more
    return [sorted(claims, key=lambda claim: claim["start"]) for claims in found]


def _tables(opened, drafts):
    """The tables that texts may name: those of the plan, and of its career."""
    model = models_by_kind()[TABLE]
    tables = [
        model(
            slug=PLANNED + draft.key,
            title=draft.title,
            data=draft.reading.table.to_json(),
        )
        for draft in drafts
        if draft.kind == TABLE and draft.reading and draft.reading.table
    ]
    if opened.plan.career:
        stored = model.objects.not_trashed().filter(career=opened.plan.career)
        tables += stored.select_related("career")[:200]
    return tables


def _numbers(place, claims):
    tied = []
    for start, span in reference_at(place.spans):
        name, said = f"{place.id}-{start}-{len(span.text)}", around(place.line, start)
        yield Number(name, span.text, said, False, [], span.reference)
        tied.append((start, start + len(span.text)))
    for claim in claims:
        start, end = claim["start"], claim["start"] + len(claim["written"])
        if any(first < end and start < last for first, last in tied):
            continue
        ties = [
            Tie(one["notation"], f"{one['table']}: {one['name']}")
            for one in claim["proposals"]
        ]
        name = f"{place.id}-{start}-{end - start}"
        yield Number(
            name, claim["written"], around(place.line, start), claim["is_open"], ties
        )


def tie(opened, number="", tie=""):
    """Show a cell in place of a number; its table says what it is from then on."""
    offered = [
        one.id
        for those in numbers(opened, opened.drafts).values()
        for found in those
        if found.id == number
        for one in found.ties
    ]
    if tie not in offered:
        raise Refused(_("No table says this number any more: look at it anew."))
    _put(opened, number, tie)


def is_certain(number):
    """Return whether one cell, and no other, says a number that is not tied."""
    return not number.tied_to and len(number.ties) == 1


def tie_all(opened):
    """Tie each number that one cell says, and no other."""
    found = [
        number
        for those in numbers(opened, opened.drafts).values()
        for number in those
        if is_certain(number)
    ]
    before = opened.document
    for number in found:
        with suppress(Refused):  # a number with marks within stays for a person
            _put(opened, number.id, number.ties[0].id)
    if opened.document == before:
        raise Refused(_("There is no number that one cell alone says."))


def mark(opened, number="", source="", url="", own=""):
    """Say where a number comes from: a source, or the editor's own reason."""
    written = _written(opened, number)
    source, url, own = (" ".join(text.split()) for text in (source, url, own))
    if bool(own) == bool(source or url):
        raise Refused(_("Name the source, or give a reason of your own: one of both."))
    if len(source) + len(url) + len(own) > MOST_SAID:
        raise Refused(_("At most %d characters.") % MOST_SAID)
    rest = f"own: {own}" if own else f"source: {', '.join(filter(None, (source, url)))}"
    target = f"{written}; {rest}"
    try:
        read_mark(target)
    except MarkError as error:
        raise Refused(str(error)) from None
    if [*references_in(f"[[{CLAIM}: {target}]]")] == []:
        raise Refused(_("Write it without brackets and quotation marks."))
    _put(opened, number, f"[[{CLAIM}: {escaped(target)}]]")


def untie(opened, number=""):
    """Leave a number as the document has it."""
    _put(opened, number, "")


def _written(opened, number):
    place, start, length = _place(opened, number)
    return place.line[start : start + length]


def _put(opened, number, reference):
    place, start, length = _place(opened, number)
    spans = with_reference(place.spans, start, length, reference)
    if spans is None:
        raise Refused(_("This number has marks within."))
    blocks = tuple(
        with_spans(block, place.id, spans) for block in opened.document.blocks
    )
    opened.set_document(replace(opened.document, blocks=blocks))


def _place(opened, number):
    """(`Place`, start, length) of a number."""
    name, start, length = [*number.rsplit("-", 2), "", ""][:3]
    is_place = start.isdecimal() and length.isdecimal()
    for block in opened.document.blocks:
        placement = opened.plan.placement_of[block.id]
        for place in places_in(block) if _is_text(placement) else ():
            if place.id == name and _holds_ties(place, placement) and is_place:
                return place, int(start), int(length)
    raise Refused(_("This number is not there any more."))
