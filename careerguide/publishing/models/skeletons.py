"""Keep of an item what the same item of another career may begin with."""

import re

from .texts import markdown_fields

HEADING = re.compile(r"^#{2,6} .*$", re.MULTILINE)
_PLAIN = re.compile(r"\[\[[^\[\]]*\]\]")  # a number of the old career


def skeleton_values(item, career):
    """Return its title and topic, and the headings of its texts, for `career`.

    In the language that these are written in, and with a day of review as a new form
    proposes it.
    """
    names = [item.title_field, *(["topic"] if hasattr(item, "topic") else [])]
    values = {name: renamed(getattr(item, name), item, career) for name in names}
    values |= {"language": item.language, "review_by": item.next_review()}
    for field in markdown_fields(type(item)):
        headings = HEADING.findall(getattr(item, field.name))
        values[field.name] = renamed("\n\n".join(headings), item, career)
    return values


def has_headings_alone(item, name):
    """Return whether a text is still what `skeleton_values` makes of one."""
    text = getattr(item, name)
    return bool(HEADING.search(text)) and not HEADING.sub("", text).strip()


def renamed(text, item, career):
    """Return the text with the name of the new career where it had the old one."""
    old = re.compile(re.escape(item.career.name), re.IGNORECASE)

    def name(match):
        is_capital = match[0][:1].isupper()
        return career.name if is_capital else career.name.lower()

    return " ".join(_PLAIN.sub("…", old.sub(name, str(text))).split(" "))
