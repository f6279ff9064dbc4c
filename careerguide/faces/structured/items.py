"""Describe one item: what it is, from when, and where its other forms are."""

from django.utils.timezone import localdate
from django.utils.translation import get_language

from careerguide.faces.addresses import absolute
from careerguide.identity.current import current
from careerguide.publishing.models.sections import GuideSection
from careerguide.publishing.public.dates import told_at
from careerguide.publishing.public.faces import face_path

from .site import publisher


def item_node(item, page):
    """Return the node of an item, whose page is described by `page`, a `Shown`.

    What its kind alone has, the model says in `schema_properties`.
    """
    own = item.schema_properties(absolute)
    if item.schema_is_of_page:
        return _work(item, page, item.schema_type) | own
    about = {
        "@type": item.schema_type,
        "@id": f"{_address(item)}#it",
        "name": str(item),
        "description": page.description,
    }
    return _work(item, page, "WebPage") | {"mainEntity": _known(about | own)}


def _work(item, page, kind):
    address = _address(item)
    career = getattr(item, "career", None)
    published = item.first_published_at
    return _known(
        {
            "@type": kind,
            "@id": address,
            "url": address,
            "name": str(item),
            "headline": str(item) if kind == "Article" else None,
            "description": page.description,
            "inLanguage": item.language or get_language(),
            "datePublished": published and localdate(published).isoformat(),
            "dateModified": _modified(item),
            "license": current().licence_url or current().licence,
            "isAccessibleForFree": True,
            "publisher": publisher(),
            "about": career and occupation_of(career),
            "image": _picture(item),
            "encoding": {
                "@type": "MediaObject",
                "encodingFormat": "text/markdown",
                "contentUrl": absolute(face_path(item.get_absolute_url(), "md")),
            },
        }
    )


def version_node(page):
    """Return the node of what an item was at one publication: a work of its own.

    It names the item as what it is one state of; its files, its number and its licence
    are its own, and it says nothing of what came later.
    """
    item, version, address = page.item, page.version, absolute(page.path)
    about = {
        "@type": item.schema_type,
        "@id": address,
        "url": address,
        "name": str(version),
        "description": page.description,
        "inLanguage": version.language or get_language(),
        "datePublished": _iso(version.day),
        "isAccessibleForFree": True,
        "publisher": publisher(),
        "about": occupation_of(item.career),
        "exampleOfWork": {
            "@type": item.schema_type,
            "@id": _address(item),
            "url": _address(item),
            "name": str(item),
        },
        "image": _picture(version),
    }
    return _known(about | version.schema_properties(absolute))


def occupation_of(career):
    """Return what an item of a guide is about."""
    return {"@type": career.schema_type, "name": str(career), "url": _address(career)}


def list_node(page, items):
    """Return a page that lists items, with the name and the address of each.

    Questions are listed as such, as whoever looks for answers asks for them.
    """
    address = absolute(page.address)
    model = type(items[0]) if items else None
    node = {
        "@type": getattr(model, "schema_list_type", "WebPage"),
        "@id": address,
        "url": address,
        "name": page.title,
        "description": page.description,
        "inLanguage": get_language(),
        "publisher": publisher(),
    }
    if items and isinstance(getattr(model, "guide", None), GuideSection):
        node |= model.schema_list_properties(items, absolute)
    return _known(node)


def _address(item):
    return absolute(item.get_absolute_url())


def _picture(item):
    picture = item.preview_picture()
    return picture and absolute(picture[0])


def _modified(item):
    """The day of the last change that readers were told of."""
    return _iso(localdate(told_at([item]))) if item.told_moments else None


def _iso(day):
    return day and day.isoformat()


def _known(node):
    """A node without what nobody has said."""
    return {name: value for name, value in node.items() if value not in (None, "", [])}
