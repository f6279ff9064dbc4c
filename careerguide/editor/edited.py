"""Find the text that an editor's request is about, and what it says of itself."""

from django.apps import apps
from django.core.exceptions import FieldDoesNotExist
from django.utils.translation import gettext as _

from careerguide.http.json_endpoint import Refused
from careerguide.http.keys import is_key
from careerguide.markup.references.sources import sources


def edited_field(request, sent):
    """Return a model and its field by what was `sent`, if this person may see it."""
    try:
        model = apps.get_model(sent.get("model", ""))
        field = model._meta.get_field(sent.get("field", ""))
    except (LookupError, ValueError, FieldDoesNotExist) as error:
        raise Refused(_("We do not know this text: reload the page.")) from error
    if not may_see(request.user, model):
        raise Refused(_("Your account may not see this text."), 403)
    return model, field


def edited_item(sent, model):
    """Return the item whose text it is, as far as its form tells, or a new one."""
    key = sent.get("item", "")
    found = model._base_manager.filter(pk=key).first() if is_key(key) else None
    item = found or model()
    career = sent.get("career", "")
    if is_key(career) and hasattr(model, "career_id"):
        item.career_id = int(career)
    return item


def takes_numbers(model, name):
    return hasattr(model, "takes_numbers") and model.takes_numbers(name)


def claims_of(item, field, text):
    """Return the numbers of a text that other content has as well."""
    if not takes_numbers(type(item), field):
        return []
    found = (source.claims(item, field, text) for source in sources())
    return [claim for claims in found for claim in claims]


def embedded_model(keyword):
    """Return the content model that `[[keyword: slug]]` stands for."""
    return next(
        model
        for model in apps.get_models()
        if getattr(model, "embed_keyword", None) == keyword
    )


def may_see(user, model):
    meta = model._meta
    return any(
        user.has_perm(f"{meta.app_label}.{action}_{meta.model_name}")
        for action in ("view", "change", "add")
    )
