"""Say who may do what with imports; an import is its uploader's, or an editor's."""

from django.utils.translation import gettext as _

from .content import models_by_kind

ADD, CHANGE = "importing.add_import", "importing.change_import"


def may_import(user):
    """Return whether somebody may upload documents at all."""
    return user.is_active and user.has_perm(ADD)


def may_change(user, record):
    """Return whether somebody may change an import: its own, or any as an editor."""
    is_own = record.created_by_id == user.pk and may_import(user)
    return is_own or (user.is_active and user.has_perm(CHANGE))


def may_edit(user, item):
    """Return whether somebody may change a draft: as an editor, or one of their own."""
    meta = item._meta
    is_own = item.created_by_id == user.pk and not item.first_published_at
    return is_own or user.has_perm(f"{meta.app_label}.change_{meta.model_name}")


def lacking(user, kinds):
    """Yield a sentence for each kind of item that somebody may not add."""
    models = models_by_kind()
    for kind in dict.fromkeys(kinds):
        meta = models[kind]._meta
        if not user.has_perm(f"{meta.app_label}.add_{meta.model_name}"):
            sentence = _(
                "You may not add a %s: choose an existing one, or ask an editor."
            )
            other = _("You may not add a %s: leave it out, or ask an editor.")
            yield (sentence if kind == "career" else other) % meta.verbose_name
