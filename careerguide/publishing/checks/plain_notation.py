"""Find notation in fields without Markdown that readers would see as it is written."""

from django.utils.translation import gettext as _

from careerguide.markup.checks.findings import Fault, shortened
from careerguide.markup.references.notation import (
    plain_references_in,
    spelled_references,
)
from careerguide.publishing.models.texts import is_plain, text_fields


def faults_of_notation(item):
    """Return faults by field, of `[[number: …]]` and the like."""
    readable = item.reference_fields()
    found = {}
    for field in text_fields(type(item)):
        text = getattr(item, field.name) or ""
        if "[[" not in text or not is_plain(field):
            continue
        if reads := field.name in readable:
            for _reference, match in plain_references_in(text):
                text = text.replace(match[0], "")
        own = field.name in item.own_number_fields
        faults = [_fault(match[0], reads, own) for match in spelled_references(text)]
        if faults:
            found[field.name] = faults
    return found


def _fault(notation, reads, own):
    if own:
        sentence = _(
            "“%s” is no number’s notation, so its marks are shown. Write "
            "[[number: row; column]]."
        )
    elif reads:
        sentence = _(
            "“%s” is no number’s notation, so its marks are shown. Write "
            "[[number: address-of-the-table; row; column]]."
        )
    else:
        sentence = _(
            "“%s” is shown as it is written, as this takes no numbers from tables: "
            "write the number, or say it in a text."
        )
    shown = shortened(notation)
    return Fault("notation", shown, 0, sentence % shown, blocks=True)
