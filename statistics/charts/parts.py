"""Draw parts of one whole: a single bar of 100 %, and the table that is its legend."""

from django.utils.html import format_html, format_html_join

from careerguide.languages.writing import shown_length
from careerguide.markup.directions import isolated_html

from .scale import percent

# Percent of the bar on a phone: what holds a number of two digits, and one character.
WIDE_ENOUGH, CHARACTER = 12, 2.9
# The middle colours go first where a scale from good to bad has fewer than five parts.
DIVERGING = {2: (1, 5), 3: (1, 3, 5), 4: (1, 2, 4, 5), 5: (1, 2, 3, 4, 5)}


def draw(figure):
    colours = colours_of(figure)
    scale = "diverging" if figure.diverging else "sequence"
    rows = format_html_join(
        "",
        '<tr><th scope="row">'
        '<svg class="key" width="14" height="14" aria-hidden="true">'
        '<rect class="part-{}" width="100%" height="100%"/></svg>{}</th>'
        '<td class="number">{}</td></tr>',
        (
            (colour, isolated_html(point.label), figure.text(point))
            for colour, point in zip(colours, figure.points, strict=True)
        ),
    )
    return format_html(
        '<div class="{}">'
        '<svg class="whole" width="100%" height="40" aria-hidden="true">{}</svg>'
        '<table class="parts" aria-labelledby="{}"><tbody>{}</tbody></table></div>',
        scale,
        format_html_join(
            "", "{}", ((segment,) for segment in _segments(figure, colours))
        ),
        figure.name_id,
        rows,
    )


def colours_of(figure):
    """Return the number of each part's colour, 1 to 5."""
    count = len(figure.points)
    return DIVERGING[count] if figure.diverging else tuple(range(1, count + 1))


def shares(figure):
    """Start and width of each part in percent of the bar."""
    total = sum(figure.numbers)
    start = 0.0
    for value in figure.numbers:
        width = float(value / total) * 100
        yield start, width
        start += width


def _segments(figure, colours):
    parts = zip(colours, figure.points, shares(figure), strict=True)
    for colour, point, (start, width) in parts:
        written = figure.text(point)
        needed = max(WIDE_ENOUGH, CHARACTER * shown_length(written))
        text = (
            format_html(
                '<text class="on-{}" x="{}" y="26">{}</text>',
                colour,
                percent(start + width / 2),
                written,
            )
            if width >= needed
            else ""
        )
        yield format_html(
            '<rect class="part-{}" x="{}" width="{}" height="40"/>{}',
            colour,
            percent(start),
            percent(width),
            text,
        )
