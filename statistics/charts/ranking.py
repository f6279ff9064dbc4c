"""A ranking without numbers: invented lengths would be lies, so it is a list."""

from django.utils.html import format_html, format_html_join

from careerguide.markup.directions import isolated_html


def draw(figure):
    return format_html(
        '<ol class="ranking" aria-labelledby="{}">{}</ol>',
        figure.name_id,
        format_html_join(
            "", "<li>{}</li>", ((isolated_html(p.label),) for p in figure.points)
        ),
    )
