"""Show a ranking without numbers as a list: invented lengths would be lies."""

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
