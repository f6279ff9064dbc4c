"""Tell the pictures of two versions of a document apart, and carry their words over."""

from hashlib import sha256

from django.utils.translation import gettext as _

from careerguide.importing.pictures import description
from careerguide.importing.tree import pictures_in
from careerguide.importing.words import text_of_block


def identities(document, numbers=None):
    """Return {number of a picture: what tells it from others}: a hash, or an address.

    `numbers` has the hashes of those whose bytes are stored elsewhere.
    """
    return {
        number: (numbers or {}).get(number)
        or (sha256(picture.data).hexdigest() if picture.data else picture.address)
        for number, picture in enumerate(document.pictures, 1)
    }


def carried_descriptions(old, before, now):
    """Return what was said of pictures, by the numbers that they have now."""
    said = {
        identity: text
        for number, identity in before.items()
        if identity and (text := old.descriptions.get(str(number)))
    }
    return {str(n): said[identity] for n, identity in now.items() if identity in said}


def said_by(block, document, plan):
    """Return the words of a block, and what its pictures show."""
    shown = [
        _("Picture: %s") % (description(document, plan, number) or number)
        for number in pictures_in(block)
    ]
    return "\n".join(filter(None, [text_of_block(block), *shown]))
