"""Name items and pictures, put items in order, and choose the career."""

from dataclasses import replace

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from careerguide.importing.content import models_by_kind
from careerguide.importing.plan import CAREER
from careerguide.importing.refusals import Refused

LIMITS = {"written": 200, "slug": 100, "summary": 400}
MOST_WORDS = 300  # characters of a description


def item(opened, item="", title=None, slug=None, summary=None):
    """Write a title, an address or a summary; an empty one is proposed anew."""
    kind = _item(opened, item).kind
    values = {"written": title, "slug": slug, "summary": summary}
    values = {k: " ".join(v.split()) for k, v in values.items() if v is not None}
    for name, text in values.items():
        if len(text) > LIMITS[name]:
            raise Refused(_("At most %d characters.") % LIMITS[name])
    if values.get("slug"):
        try:
            models_by_kind()[kind]._meta.get_field("slug").run_validators(
                values["slug"]
            )
        except ValidationError as error:
            raise Refused(*error.messages) from None
    opened.plan = opened.plan.with_values(item, **values)
    if values.get("written"):
        asked = [
            d for d in opened.plan.decisions if (d.kind, d.about) == ("title", item)
        ]
        opened.plan = opened.plan.without_decisions(*asked)


def item_up(opened, item=""):
    _move(opened, _item(opened, item), -1)


def item_down(opened, item=""):
    _move(opened, _item(opened, item), 1)


def _item(opened, key):
    found = next((one for one in opened.plan.items if one.key == key), None)
    if found is None:
        raise Refused(_("This part of the guide is not there any more."))
    return found


def _move(opened, found, by):
    """Change places with the neighbour of its kind."""
    items = [*opened.plan.items]
    same = [n for n, one in enumerate(items) if one.kind == found.kind]
    here = items.index(found)
    at = same.index(here) + by
    if not 0 <= at < len(same):
        raise Refused(_("It stands at the end already."))
    items[here], items[same[at]] = items[same[at]], items[here]
    opened.plan = replace(opened.plan, items=tuple(items))


def career(opened, career=""):
    """Give the guide to an existing career, by its primary key, or to a new one."""
    key = int(career) if career.isascii() and career.isdigit() else 0
    careers = models_by_kind()[CAREER].objects.not_trashed()
    if career and not careers.filter(pk=key).exists():
        raise Refused(_("There is no such career."))
    opened.plan = replace(opened.plan, career=key)
    if key:
        names = {one.key for one in opened.plan.items_of(CAREER)}
        asked = [d for d in opened.plan.decisions if d.kind == "title"]
        asked = [d for d in asked if d.about in names]
        opened.plan = opened.plan.without_decisions(*asked)


def describe(opened, picture="", text=""):
    """Say what a picture shows."""
    text = " ".join(text.split())
    if not text or len(text) > MOST_WORDS:
        sentence = _("Say what the picture shows, in at most %d characters.")
        raise Refused(sentence % MOST_WORDS)
    numbers = map(str, range(1, len(opened.document.pictures) + 1))
    if picture not in numbers:
        raise Refused(_("There is no such picture."))
    opened.plan = opened.plan.described(int(picture), text)
