"""Say in words by how much numbers differ that can be compared."""

from decimal import ROUND_HALF_EVEN, Context, Decimal
from itertools import pairwise

from django.utils.translation import gettext as _
from django.utils.translation import ngettext, pgettext

from careerguide.languages.scales import EXPONENTS
from careerguide.languages.writing import isolated, number_writer, percent_writer
from statistics.measures.choices import Provenance
from statistics.table.formatting import format_value

from .judging import names_text
from .margins import within_margins

PRECISE = Context(prec=100, rounding=ROUND_HALF_EVEN)


def differences(group):
    """Yield sentences on the facts of a group, from the largest to the smallest.

    Each is set beside the next smaller one, so that three need two sentences.
    """
    facts = sorted(group, key=lambda fact: fact.amount, reverse=True)
    steps = []  # of equal ones
    for fact in facts:
        if steps and steps[-1][0].amount == fact.amount:
            steps[-1].append(fact)
        else:
            steps.append([fact])
    for step in steps:
        if len(step) > 1:
            said = {"names": names_text([f.who for f in step]), "value": step[0].text}
            yield _("%(names)s: the same, %(value)s.") % said
    for more, less in pairwise(steps):
        yield " ".join([_sentence(more, less), *_cautions(more, less)])


def _sentence(more, less):
    said = {
        "name": names_text([fact.who for fact in more]),
        "other": names_text([fact.who for fact in less]),
        "difference": isolated(_amount(more[0], less[0])),
    }
    if percent := _percent(more[0], less[0]):
        sentence = _("%(name)s: %(difference)s more (%(percent)s) than %(other)s.")
        return sentence % (said | {"percent": isolated(percent)})
    return _("%(name)s: %(difference)s more than %(other)s.") % said


def _amount(more, less):
    column = more.column
    value = PRECISE.subtract(more.amount, less.amount)
    value = value.scaleb(-EXPONENTS.get(column.scale, 0), PRECISE)
    if column.type == "percent":
        count = _plain(value)
        sentence = ngettext(
            "%s percentage point", "%s percentage points", 1 if count == 1 else 2
        )
        text = sentence % number_writer()(count)
    else:
        if column.scale != less.column.scale or value.as_tuple().exponent > 0:
            value = _plain(value)
        text = format_value(value, column)
        text = f"{text} {column.unit}" if column.unit else text
    is_about = "~" in (more.mark, less.mark)
    return pgettext("a number", "about %s") % text if is_about else text


def _percent(more, less):
    """By how many percent of the smaller one, or "" where that says nothing."""
    if more.column.type == "percent" or less.amount <= 0:
        return ""
    difference = PRECISE.subtract(more.amount, less.amount)
    exact = PRECISE.divide(difference * 100, less.amount)
    places = 0 if exact >= 10 else 1 if exact >= 1 else 1 - exact.adjusted()
    shown = exact.quantize(Decimal(1).scaleb(-places), context=PRECISE)
    text = percent_writer()(_plain(shown))
    is_about = shown != exact or "~" in (more.mark, less.mark)
    return pgettext("a number", "about %s") % text if is_about else text


def _plain(value):
    """Without zeros at its end, and not as a power of ten."""
    value = value.normalize(PRECISE)
    is_power = value.as_tuple().exponent > 0
    return value.quantize(Decimal(1), context=PRECISE) if is_power else value


def _cautions(more, less):
    """Say what is known of how sure a difference is."""
    facts = [*more, *less]
    if not any(f.margin or f.provenance == Provenance.SURVEY for f in facts):
        return
    found = {within_margins(one, other) for one in more for other in less}
    if True in found:
        yield _("This difference is within the margin of error: it may be chance.")
    elif None in found:
        unknown = [f.who for f in facts if not f.margin]
        if unknown:
            yield _(
                "The margin of error is not known (%s), so neither is whether this "
                "difference is more than chance."
            ) % names_text(unknown)
        else:
            yield _("Whether this difference is within the margins cannot be told.")


def shared_notes(group):
    """Yield what readers should know of all facts of a group, which are compared."""
    sources = {fact.source for fact in group}
    if len(sources) > 1:
        yield _("The numbers come from different sources, which may count differently.")
    if group[0].forecast or group[0].mark == "f":
        yield _("These are forecasts: nobody has measured them yet.")
    if group[0].mark == "e":
        yield _("These are estimates.")
    if group[0].mark == "p":
        yield _("These are provisional numbers.")
