"""Put another file in the place of a picture's, wherever it is shown.

The texts that name the file name the new one, in one transaction with an entry each in
their history. What becomes of the old file: see `former`.
"""

from django.contrib.admin.models import CHANGE, LogEntry
from django.db import transaction
from django.utils.translation import gettext as _

from careerguide.publishing.models.content import content_models
from careerguide.publishing.models.related import UNPUBLISHED, Plan
from careerguide.publishing.models.texts import markdown_fields
from careerguide.publishing.signals import Change, announce

from . import storage, wording
from .former import renamed
from .models import FormerFile, Image


def replace_file(image, picture, by):
    """Store `picture`, and show it wherever `image` is shown; returns the image."""
    with storage.files_added(picture.files), transaction.atomic():
        image = Image.objects.select_for_update().get(pk=image.pk)
        before = image.file.name
        label = _("File")
        line = f"{label}: “{_size(image)}” → “{_size(picture)}”"
        # Each may have been one before: of this picture, or of another.
        again = [picture.sha256, image.sha256]
        FormerFile.objects.filter(sha256__in=again).delete()
        FormerFile.objects.create(image=image, name=before, sha256=image.sha256)
        _rewrite(image.hashes, picture.name)
        image.file.name, image.sha256 = picture.name, picture.sha256
        image.width, image.height = picture.width, picture.height
        image.size = len(picture.files[picture.name])
        image.save()
        LogEntry.objects.log_actions(
            by.pk, [image], CHANGE, change_message=line, single_object=True
        )
        wording.note_change(image, [line], by)
        announce(Change.IMAGE, image)
    return image


def _size(picture):
    return f"{picture.width} × {picture.height}"


def _rewrite(hashes, name):
    """Name the new file in rows, drafts and plans that name one of the others."""

    def changed(texts, fields):
        found = {field: texts.get(field) for field in fields}
        return {
            field: now
            for field, text in found.items()
            if text and (now := renamed(text, hashes, name)) != text
        }

    for model in content_models():
        names = [field.name for field in markdown_fields(model)]
        rows = model._base_manager.order_by("pk").only(*names).select_for_update()
        for row in _naming(rows, names, hashes):
            if found := changed({name: getattr(row, name) for name in names}, names):
                model._base_manager.filter(pk=row.pk).update(**found)
        for kind in UNPUBLISHED:
            drafts = kind.objects.of_model(model).select_for_update()
            for draft in _naming(drafts, [f"values__{n}" for n in names], hashes):
                draft.values = draft.values | changed(draft.values, names)
                fields = ["values"]
                if kind is Plan:
                    draft.base = draft.base | changed(draft.base, names)
                    fields.append("base")
                draft.save(update_fields=fields)


def _naming(rows, columns, hashes):
    """Yield those rows, each once, that name one of the files in a column."""
    seen = set()
    for column in columns:
        for sha256 in hashes:
            for row in rows.filter(**{f"{column}__icontains": sha256}):
                if row.pk not in seen:
                    seen.add(row.pk)
                    yield row
