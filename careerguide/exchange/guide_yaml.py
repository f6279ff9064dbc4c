"""Write a guide as a fixture that people can edit, and load it once."""

import tempfile
from itertools import chain

import yaml
from django.apps import apps
from django.core.management import call_command
from django.db import transaction
from django.db.models import Model
from django.db.models.fields.files import FieldFile
from django.utils import timezone

from careerguide.library.models import Image
from careerguide.models import Career, Page, SeededGuide
from careerguide.publishing.models.content import Publishable
from careerguide.publishing.models.sections import guide_models
from careerguide.search.models import Synonym

from . import guide_images, guide_shared

# libyaml's, as in `loaddata`, where PyYAML was built with it: it is ten times as fast.
SafeLoader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)

# What belongs to this database and not to the guide.
RECORD_FIELDS = {
    *("id", "version", "created_at", "created_by", "modified_at", "modified_by")
}
SITE = "site"
SYNONYMS = "synonyms"
# Line ends to YAML, which reads them as others or as a space unless they are escaped.
UNKEPT = frozenset("\x85\u2028\u2029")
HEADER = "# Load it with: python manage.py loaddata {name}\n"


class _Dumper(yaml.SafeDumper):
    """Text of several lines as a block; lists under their key without indent."""


def _represent_text(dumper, text):
    style = "|" if "\n" in text else None
    if not UNKEPT.isdisjoint(text):
        style = '"'
    return dumper.represent_scalar("tag:yaml.org,2002:str", text, style=style)


_Dumper.add_representer(str, _represent_text)


def to_yaml(entries):
    """Fixture entries as YAML, the same bytes for the same entries."""
    return yaml.dump(
        entries, Dumper=_Dumper, sort_keys=False, allow_unicode=True, width=float("inf")
    )


def items_of(name):
    """Return what a guide holds, by its career's slug, or "site" its pages.

    Pictures first, then what it shares with other guides, if it does: its field of
    work, its measures. Of "synonyms" those that editors keep for the search.
    """
    if name == SYNONYMS:
        return list(Synonym.objects.order_by("pk"))
    if name == SITE:
        items = list(Page.objects.order_by("order", "slug"))
    else:
        items = guide_items(Career.objects.get(slug=name))
        items = [*guide_shared.named_by(items), *items]
    return [*guide_images.named_in(to_yaml([entry(item) for item in items])), *items]


def guide_items(career):
    """Return a career and everything of its guide, in reading order."""
    content = (
        model.objects.not_trashed().for_career(career).order_by("order", "slug")
        for model in guide_models()
    )
    return [career, *chain.from_iterable(content)]


def entry(item):
    """Return one item as `loaddata` reads it; fields at their default are left out."""
    computed = getattr(item, "export_values", dict)()
    fields = {}
    for field in sorted(item._meta.concrete_fields, key=_place):
        value = computed.get(field.name, getattr(item, field.name))
        if field.name not in RECORD_FIELDS and value != field.get_default():
            fields[field.name] = _written(value)
    return {"model": item._meta.label_lower, "fields": fields}


def _written(value):
    """A value as YAML can hold it: a row by its natural key, a file by its name."""
    if isinstance(value, Model):
        return list(value.natural_key())
    return value.name if isinstance(value, FieldFile) else value


def _place(field):
    """A reader's order: what it belongs to, its own text, then what all have."""
    shared = {f.name for f in Publishable._meta.local_fields}
    bases = [b for b in field.model.__mro__ if getattr(b, "_meta", None)]
    inherited = {
        f.name for b in bases if b._meta.abstract for f in b._meta.local_fields
    }
    return (
        field.name != "career",
        field.name in shared,
        field.name == "order",
        field.name in inherited,
    )


def export(name, path=None):
    """Return a guide as the text of its fixture.

    With a path, written there with pictures.
    """
    items = items_of(name)
    text = HEADER.format(name=name) + to_yaml([entry(item) for item in items])
    if path:
        guide_images.write([i for i in items if isinstance(i, Image)], path)
        path.write_text(text, encoding="utf-8")
    return text


def is_of_every_site(name):
    """Whether a site has it whose SEED names other guides: its pages, and synonyms.

    Those that a later release adds are in a file of their own, `synonyms-2`, which is
    loaded where the first one was before.
    """
    return name == SITE or name.partition("-")[0] == SYNONYMS


def names_in_fixtures(folders):
    """Return the guides that the fixture folders hold, the pages of the site first."""
    names = {path.stem for folder in folders for path in folder.glob("*.yaml")}
    return sorted(names, key=lambda name: (name != SITE, name))


def seed(name, path, is_named=False, without=()):
    """Load a guide the first time; return a sentence on what was done.

    It is recorded by name, so that what editors renamed, changed or deleted is never
    brought back. Where they made something of the same address first, theirs stays.
    `is_named`: somebody asks for it, who may have left it out at first. `without` are
    slugs of what is not loaded.
    """
    with transaction.atomic():
        record, is_new = SeededGuide.objects.get_or_create(name=name)
        if record.seeded_at is None and is_named:
            record.seeded_at, is_new = timezone.now(), True
            record.save()
        if not is_new:
            done = "loaded" if record.seeded_at else "left out"
            return f"{name}: {done} before, left as it is."
        entries = yaml.load(path.read_text(encoding="utf-8"), SafeLoader) or []
        chosen = [one for one in entries if one["fields"].get("slug") not in without]
        if there := existing(chosen):
            return f"{name}: “{there}” is here already, so nothing was loaded."
        with guide_images.placed(chosen, path), guide_shared.kept(chosen):
            _load(path if chosen == entries else None, chosen)
    return f"{name}: loaded."


def _load(path, entries):
    """Load a fixture, or entries of one that is not loaded whole."""
    if path:
        call_command("loaddata", str(path), verbosity=0)
        return
    with tempfile.NamedTemporaryFile("w", suffix=".yaml", encoding="utf-8") as file:
        file.write(to_yaml(entries))
        file.flush()
        call_command("loaddata", file.name, verbosity=0)


def leave_out(names):
    """Record that these are not to be loaded, unless somebody names them."""
    for name in names:
        SeededGuide.objects.get_or_create(name=name, defaults={"seeded_at": None})


def existing(entries):
    """Return the first slug of fixture entries that the database has, or nothing."""
    for one in entries or []:
        slug = one["fields"].get("slug")
        if guide_shared.is_shared(one):
            continue
        if slug and apps.get_model(one["model"]).objects.filter(slug=slug).exists():
            return slug
    return ""
