"""Create the drafts of a plan: all of them or, where something is in the way, none."""

from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from careerguide.library import images, storage
from careerguide.library.models import Image
from careerguide.media.formats import ImageError
from careerguide.publishing.drafts import actions
from careerguide.publishing.drafts.rows import draft_of
from careerguide.publishing.models.snapshots import apply_snapshot, snapshot
from statistics.table.errors import shortened

from .addresses import taken
from .content import fields_of, models_by_kind
from .drafts import make_drafts
from .locks import locked_items
from .merging import DRAFT, merged
from .pictures import placed_pictures
from .plan import CAREER, TABLE
from .refusals import NotReady
from .tables.cells import read_cells


def create_drafts(
    document,
    plan,
    by,
    career=None,
    *,
    read=read_cells,
    existing=(),
    reason="",
    check=None,
    finish=None,
):
    """Return the new drafts of a plan, made in one transaction; none is published.

    They go to a new career, or to an existing one. `existing` are `Target`s by the key
    of the draft that their items get, in place of new ones. Each item that is returned
    has its `plan_key`, and as `draft_before` the snapshot of its draft before. `check`
    and `finish` are called in the transaction, the last with the items.
    Raises `NotReady`, with nothing written, for a table that is not read yet, a picture
    without a description, an address that is taken and a text that is too long.
    """
    existing = dict(existing)
    drafts = make_drafts(document, plan, read=read)
    wanted = [d for d in drafts if d.kind != CAREER or career is None]
    pictures = placed_pictures(document, plan)
    if sentences := [*in_the_way(wanted, existing), *of_pictures(pictures)]:
        raise NotReady(*sentences)
    ready = _processed(pictures)
    files = {name: data for p in ready.values() for name, data in p[1].files.items()}
    reason = reason or _("Made of a document")
    try:
        with storage.files_added(files), transaction.atomic():
            if check:
                check()
            addresses = _stored(pictures, ready)
            drafts = make_drafts(
                document, plan, lambda span: addresses.get(span.picture, ""), read
            )
            items = _written(drafts, by, career, existing, plan.choices, reason)
            if finish:
                finish(items)
            return items
    except IntegrityError:
        sentence = _("Somebody took one of the addresses meanwhile: try again.")
        raise NotReady(sentence) from None


def in_the_way(drafts, existing=()):
    """Yield what keeps drafts from being made, in sentences."""
    models, gone = models_by_kind(), taken(drafts, existing)
    for draft in drafts:
        named = {"title": shortened(draft.title), "slug": draft.slug}
        if draft.kind == TABLE and not (draft.reading and draft.reading.table):
            named["what"] = " ".join(draft.reading.problems if draft.reading else ())
            yield _("The table “%(title)s” cannot be read yet. %(what)s") % named
        elif not draft.title:
            yield _("A %s has no title.") % models[draft.kind]._meta.verbose_name
        elif draft.key in gone:
            yield _("“%(title)s”: the address “%(slug)s” is taken.") % named


def of_pictures(pictures):
    """Yield a sentence for each picture without a description."""
    for number, _picture, text in pictures:
        if not text:
            yield _("Picture %d has no description: say what it shows.") % number


def _processed(pictures):
    """(description, Picture) of those that are not in the library, by their hashes."""
    found, sentences = {}, []
    for number, picture, text in pictures:
        sha256 = images.fingerprint(picture.data)
        if sha256 in found or Image.objects.filter(sha256=sha256).exists():
            continue
        try:
            found[sha256] = text, images.process(picture.data)
        except ImageError as error:
            named = {"number": number, "what": error}
            sentences.append(_("Picture %(number)d: %(what)s Leave it out.") % named)
    if sentences:
        raise NotReady(*sentences)
    return found


def _stored(pictures, ready):
    """The addresses of pictures in the library, by their numbers."""
    for text, picture in ready.values():
        storage.add(Image(alt=text), picture)
    addresses = {}
    for number, picture, _text in pictures:
        sha256 = images.fingerprint(picture.data)
        addresses[number] = Image.objects.get(sha256=sha256).url
    return addresses


def _written(drafts, by, career, existing, choices, reason):
    models, items = models_by_kind(), []
    held = locked_items(target.item for target in existing.values())
    for draft in drafts:
        if draft.kind == CAREER and career is not None:
            continue
        model = models[draft.kind]
        fields = fields_of(draft, model)
        target = existing.get(draft.key)
        row = held.get(target.item) if target else None
        if row is not None:
            item = _with_fields(row, target, fields, choices.get(draft.key))
        else:
            item = model(**fields)
            item.draft_before, item.is_left_out = None, False
        item.plan_key, item.plan_kind = draft.key, draft.kind
        items.append(item)
    if sentences := [s for item in items for s in _wrong(item)]:
        raise NotReady(*sentences)
    # A career first, and before the texts the tables that they name.
    order = [CAREER, TABLE]
    items.sort(key=lambda i: (*order, i.plan_kind).index(i.plan_kind))
    for item in items:
        if item.plan_kind == CAREER:
            career = item
        elif not item.pk:
            item.career = career
        if item.is_left_out:
            continue
        if item.trashed_at:
            actions.recover(item, by)
        if item.pk:
            actions.save_draft(item, item, by, reason=reason)
        else:
            actions.create(item, by, reason=reason)
    return items


def _with_fields(row, target, fields, choice):
    """The draft of an item with the document's texts; its address stays.

    `row` is locked: what somebody saved since we looked is in it.
    """
    draft = draft_of(row)
    before = snapshot(draft)
    title = shortened(str(draft))
    if target.is_discarded and not choice:
        sentence = _("“%s” lies in the trash: choose whether it comes out of it.")
        raise NotReady(sentence % title)
    values, conflicts = merged(before, target.base, fields, choice)
    if conflicts:
        sentence = _("“%s” was changed here and in the document: choose one of both.")
        raise NotReady(sentence % title)
    is_left_out = target.is_discarded and choice == DRAFT
    content = apply_snapshot(draft, before if is_left_out else before | values)
    content.draft_before, content.is_left_out = before, is_left_out
    return content


def _wrong(item):
    """Sentences on fields that hold what they may not; empty ones may be, in drafts."""
    empty = [f.name for f in item._meta.fields if not getattr(item, f.attname)]
    try:
        item.clean_fields(exclude=[*empty, "career"])
    except ValidationError as error:
        title = shortened(str(getattr(item, item.title_field)))
        for messages in error.message_dict.values():
            for message in messages:
                named = {"title": title, "what": message}
                yield _("“%(title)s”: %(what)s") % named
