"""Draw horizontal bars: the chart is the table, so it is read out as one."""

from unicodedata import east_asian_width

from django.utils.html import format_html, format_html_join

from careerguide.languages.writing import shown_length
from careerguide.markup.directions import isolated_html

from .labels import forecast_label
from .scale import Track, percent

NARROWEST = 0.4  # percent of the track: what is drawn of the smallest value
WIDEST_VALUE = 14  # characters that styles keep room for beside the longest bar


def draw(figure):
    track = Track.of(figure.numbers)
    texts = [figure.text(point) for point in figure.points]
    shown = zip(figure.points, texts, strict=True)
    known = [text for point, text in shown if point.value is not None]
    rows = format_html_join(
        "",
        '<tr role="row"><th role="rowheader" scope="row">{}{}</th>{}</tr>',
        (
            (
                isolated_html(point.label),
                forecast_label(point),
                _cell(track, point, text),
            )
            for point, text in zip(figure.points, texts, strict=True)
        ),
    )
    return format_html(
        '<table role="table" class="bars {}" aria-labelledby="{}">'
        '<tbody role="rowgroup">{}</tbody></table>',
        _room(known),
        figure.name_id,
        rows,
    )


def _room(texts):
    """The class that keeps room for the longest, or that puts values below bars."""
    longest = max(map(_columns, texts))
    return f"room-{longest}" if longest <= WIDEST_VALUE else "stacked"


def _columns(text):
    """Its width in digits; a Chinese or Japanese sign is as wide as two."""
    return shown_length(text) + sum(east_asian_width(sign) in "WF" for sign in text)


def _cell(track, point, text):
    if point.value is None:
        return format_html('<td role="cell" class="missing">{}</td>', text)
    return format_html(
        '<td role="cell">{}<span class="value">{}</span></td>',
        bar_html(track, point),
        text,
    )


def _kind(point):
    """The class of a bar; pale is what nobody measured, or not exactly."""
    if point.forecast and point.value >= 0:
        return "forecast-bar"
    if point.is_inexact:
        return "inexact-bar"
    return "below" if point.value < 0 else "bar"


def bar_html(track, point):
    """Return a drawing that ends where the bar ends: the value stands right after it.

    Its width is an attribute: neither the content policy nor a printer that leaves out
    backgrounds takes it away.
    """
    start, end = sorted((track.zero, track.place(point.value)))
    width = max(end, NARROWEST)
    kind = _kind(point)
    zero_line = (
        format_html(
            '<line x1="{0}" x2="{0}" y2="100%"/>', percent(track.zero / width * 100)
        )
        if track.low < 0
        else ""
    )
    return format_html(
        '<svg class="track" width="{}" height="22" aria-hidden="true">'
        '<rect class="{}" x="{}" width="{}" height="100%"/>{}</svg>',
        percent(width),
        kind,
        percent(start / width * 100),
        percent((end - start) / width * 100),
        zero_line,
    )
