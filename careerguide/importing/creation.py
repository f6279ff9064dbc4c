"""Create the drafts of a plan: all of them or, where something is in the way, none."""

from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from articles.models import Article
from careerguide.library import images, storage
from careerguide.library.models import Image
from careerguide.media.formats import ImageError
from careerguide.models import Career
from careerguide.publishing.drafts import actions
from faq.models import FAQEntry
from statistics.models import StatTable
from statistics.table.errors import shortened

from .drafts import make_drafts
from .pictures import placed_pictures
from .plan import ARTICLE, CAREER, QUESTION, TABLE

MODELS = {CAREER: Career, ARTICLE: Article, TABLE: StatTable, QUESTION: FAQEntry}
TITLE_FIELDS = {CAREER: "name", ARTICLE: "title", TABLE: "title", QUESTION: "question"}


class NotReady(Exception):
    """Says in `sentences` what has to be decided or changed first."""

    def __init__(self, sentences):
        super().__init__(" ".join(sentences))
        self.sentences = sentences


def create_drafts(document, plan, by, career=None):
    """Return the new drafts of a plan, made in one transaction; none is published.

    They go to a new career, or to an existing one. Raises `NotReady`, with nothing
    written, for a table that is not read yet, a picture without a description, an
    address that is taken and a text that is too long.
    """
    drafts = make_drafts(document, plan)
    wanted = [d for d in drafts if d.kind != CAREER or career is None]
    pictures = placed_pictures(document, plan)
    if sentences := [*_of_tables(wanted), *_of_pictures(pictures), *_taken(wanted)]:
        raise NotReady(sentences)
    try:
        with transaction.atomic():
            return _created(document, plan, by, career, _stored(pictures))
    except IntegrityError:
        sentence = _("Somebody took one of the addresses meanwhile: try again.")
        raise NotReady([sentence]) from None


def _created(document, plan, by, career, stored):
    drafts = make_drafts(document, plan, lambda span: stored.get(span.picture, ""))
    items = [_item(d) for d in drafts if d.kind != CAREER or career is None]
    for item in items:
        if isinstance(item, Career):
            career = item
    if sentences := [s for item in items for s in _wrong(item)]:
        raise NotReady(sentences)
    # A career first, and before the texts the tables that they name.
    order = [CAREER, TABLE, ARTICLE, QUESTION]
    items.sort(key=lambda item: order.index(_kind(item)))
    for item in items:
        if not isinstance(item, Career):
            item.career = career
        actions.create(item, by, reason=_("Made of a document"))
    return items


def _kind(item):
    return next(kind for kind, model in MODELS.items() if isinstance(item, model))


def _item(draft):
    item = MODELS[draft.kind](slug=draft.slug, **draft.texts)
    setattr(item, TITLE_FIELDS[draft.kind], draft.title)
    if draft.kind == TABLE:
        item.data = draft.reading.table.to_json()
    return item


def _of_tables(drafts):
    for draft in drafts:
        if draft.kind == TABLE and not (draft.reading and draft.reading.table):
            problems = draft.reading.problems if draft.reading else ()
            named = {"title": shortened(draft.title), "what": " ".join(problems)}
            yield _("The table “%(title)s” cannot be read yet. %(what)s") % named


def _of_pictures(pictures):
    for number, picture, text in pictures:
        if not text:
            yield _("Picture %d has no description: say what it shows.") % number
        else:
            try:
                images.process(picture.data)
            except ImageError as error:
                named = {"number": number, "what": error}
                yield _("Picture %(number)d: %(what)s Leave it out.") % named


def _taken(drafts):
    for draft in drafts:
        if MODELS[draft.kind].objects.filter(slug=draft.slug).exists():
            named = {"title": shortened(draft.title), "slug": draft.slug}
            yield _("“%(title)s”: the address “%(slug)s” is taken.") % named


def _stored(pictures):
    """The addresses of pictures in the library, by their numbers."""
    addresses = {}
    for number, picture, text in pictures:
        found = Image.objects.filter(sha256=images.fingerprint(picture.data)).first()
        image = found or storage.add(Image(alt=text), images.process(picture.data))
        addresses[number] = image.url
    return addresses


def _wrong(item):
    """Sentences on fields that hold what they may not; empty ones may be, in drafts."""
    empty = [f.name for f in item._meta.fields if not getattr(item, f.attname)]
    try:
        item.clean_fields(exclude=[*empty, "career"])
    except ValidationError as error:
        title = shortened(str(getattr(item, TITLE_FIELDS[_kind(item)])))
        for messages in error.message_dict.values():
            for message in messages:
                named = {"title": title, "what": message}
                yield _("“%(title)s”: %(what)s") % named
