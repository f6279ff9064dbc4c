"""Describe the site itself and who publishes it."""

from django.templatetags.static import static
from django.urls import reverse
from django.utils.translation import get_language

from careerguide.faces.addresses import absolute
from careerguide.identity.current import current


def publisher():
    """Return the publisher as items name it: the site, where no other is named."""
    identity = current()
    return {
        "@type": "Organization",
        "@id": absolute("/#publisher"),
        "name": identity.publisher or identity.name,
        "url": absolute("/"),
    }


def organization():
    """Return the publisher with all that is known of it: its name and its mark."""
    mark = static("careerguide/img/apple-touch-icon.png")
    return publisher() | {"logo": {"@type": "ImageObject", "url": absolute(mark)}}


def website():
    """Return the site, and how it is searched."""
    address = absolute(reverse("search"))
    return {
        "@type": "WebSite",
        "@id": absolute("/#site"),
        "name": current().name,
        "url": absolute("/"),
        "inLanguage": get_language(),
        "publisher": {"@id": publisher()["@id"]},
        "potentialAction": {
            "@type": "SearchAction",
            "target": {
                "@type": "EntryPoint",
                "urlTemplate": f"{address}?q={{search_term_string}}",
            },
            "query-input": "required name=search_term_string",
        },
    }
